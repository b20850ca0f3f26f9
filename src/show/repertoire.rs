//! The plays and plans of a playbook, as a show beside them names them.

use std::sync::Arc;

use super::rundown::{Repertoire, Script};
use crate::model::{PlayId, SHOW_START_YARDS};
use crate::play_file::{Document, DocumentKind, Entry, Lookup as _, Playbook, Severity};
use crate::rules::{CallSheet, Lineup};

/// A playbook, for names that stand in one of its files, or were given without one.
#[derive(Clone, Copy, Debug)]
pub struct InPlaybook<'a>(pub &'a Playbook);

impl Repertoire for InPlaybook<'_> {
    fn script(&self, stem: &str) -> Result<Script, String> {
        let mut reason = format!("There is no play or plan `{stem}`.");
        // What stands in the playbook comes before what is built in.
        for playbook in [self.0, Playbook::built_in()] {
            let named = || playbook.entries.iter().filter(|entry| &*entry.stem == stem && may_run(entry));
            for entry in named() {
                match script(playbook, entry) {
                    Some(script) => return Ok(script),
                    None => reason = why_not(entry),
                }
            }
            if named().next().is_some() {
                break;
            }
        }
        Err(reason)
    }
}

/// Whether a file of that name could be meant: what was drawn over a play, or said of it, may be called like it.
const fn may_run(entry: &Entry) -> bool {
    matches!(entry.kind, Some(DocumentKind::Play | DocumentKind::GamePlan) | None)
}

/// What a file says is to be run, if it can be.
fn script(playbook: &Playbook, entry: &Entry) -> Option<Script> {
    let near = playbook.near(&entry.path);
    match entry.document.as_ref()? {
        Document::Play(play) => {
            let model = near.model(&play.model)?;
            let start = vec![SHOW_START_YARDS; model.channels.len()];
            Some(Script::Play(Lineup::new(PlayId::from(&*entry.stem), Arc::clone(play), model), start))
        }
        Document::GamePlan(plan) => {
            let model = near.model(&plan.model)?;
            let sheet = CallSheet::new(Arc::clone(&entry.stem), Arc::clone(plan), model, |id| near.play(id));
            (sheet.downs() > 0).then_some(Script::Plan(sheet))
        }
        Document::OperatingModel(_) | Document::Show(_) | Document::WorkshopRecord(_) | Document::Ink(_) => {
            None
        }
    }
}

fn why_not(entry: &Entry) -> String {
    let error = entry.problems.iter().find(|problem| problem.severity() == Severity::Error);
    match error {
        Some(error) => {
            format!("{} has errors: {}, line {}.", entry.file, error.message, error.start.line)
        }
        None => format!("{} holds nothing that can be run.", entry.file),
    }
}
