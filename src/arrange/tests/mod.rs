//! Steps by hand on the shipped plays, and by chance on plays nobody thought of.

mod by_chance;
mod by_hand;
mod come_and_go;
mod copies;
mod starts;

use std::sync::Arc;

use super::{Arrange, Step};
use crate::model::{Assignment, ModelId, OperatingModel, Place, Play, PlayerId};
use crate::play_file::edit::edit;
use crate::play_file::{Code, Document, DocumentKind, Lookup, Playbook, Problem, Reading, Severity, read};

/// The text of a shipped play.
fn text(stem: &str) -> String {
    Playbook::built_in().find(stem).unwrap().text.to_string()
}

fn five_channels() -> Arc<OperatingModel> {
    Playbook::built_in().model(&ModelId::from("five-channels")).unwrap()
}

/// What a text reads as, without errors.
fn play(text: &str) -> Play {
    let Reading { document, problems } = reading(text);
    let errors: Vec<&Problem> =
        problems.iter().filter(|problem| problem.severity() == Severity::Error).collect();
    assert!(errors.is_empty(), "{errors:#?}\n{text}");
    match document {
        Some(Document::Play(play)) => Arc::unwrap_or_clone(play),
        other => panic!("{other:?}"),
    }
}

fn reading(text: &str) -> Reading {
    read(text.as_bytes(), "test.ron", Some(DocumentKind::Play), Playbook::built_in())
}

fn crowded(text: &str) -> usize {
    reading(text).problems.iter().filter(|problem| problem.code == Code::Crowded).count()
}

/// The text after a step.
fn made(text: &str, step: &Step) -> String {
    let edit = edit(text, &step.changes).unwrap_or_else(|error| panic!("{error}: {step:#?}"));
    let after = edit.apply(text).unwrap();
    assert_eq!(edit.invert(text).unwrap().apply(&after).unwrap(), text);
    after
}

/// What a step makes of a shipped play: the play, and what follows.
fn on(stem: &str, step: impl FnOnce(&Arrange<'_>) -> Step) -> (Play, Step) {
    let (text, model) = (text(stem), five_channels());
    let before = play(&text);
    let step = step(&Arrange::new(&before, &model));
    (play(&made(&text, &step)), step)
}

fn ids(of: &[&str]) -> Vec<PlayerId> {
    of.iter().map(|id| PlayerId::from(*id)).collect()
}

fn at(yards: f64, across: f64) -> Place {
    Place { yards, across }
}

fn assignment(play: &Play, id: &str) -> Assignment {
    play.offense.iter().find(|player| player.id.as_str() == id).unwrap().assignment.clone()
}
