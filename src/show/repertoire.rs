//! The plays and plans of a playbook, as a show beside them names them.

use std::sync::Arc;

use super::rundown::{Repertoire, Script};
use crate::model::{PlayId, SHOW_START_YARDS};
use crate::play_file::{Document, DocumentKind, Entry, Lookup as _, Playbook, Severity};
use crate::rules::{CallSheet, Lineup};

/// A playbook, for names that stand in one of its files, or were given without one.
#[derive(Clone, Copy, Debug)]
pub struct InPlaybook<'a>(pub &'a Playbook);

/// Several playbooks, the nearest first: a name means what the first of them means that has it.
#[derive(Clone, Debug)]
pub struct InPlaybooks<'a>(pub Vec<&'a Playbook>);

impl<'a> InPlaybooks<'a> {
    /// The file of a play or a plan of that name, and the playbook it sits in; what is built in comes last.
    #[must_use]
    pub fn find(&self, stem: &str) -> Option<(&'a Playbook, &'a Entry)> {
        let all = self.0.iter().copied().chain([Playbook::built_in()]);
        all.into_iter()
            .find_map(|playbook| Some((playbook, playbook.entries.iter().find(|entry| runs(entry, stem))?)))
    }
}

impl Repertoire for InPlaybooks<'_> {
    fn script(&self, stem: &str) -> Result<Script, String> {
        let nearest = self.find(stem).map_or(Playbook::built_in(), |(playbook, _)| playbook);
        InPlaybook(nearest).script(stem)
    }
}

/// Whether a file is a play or a plan of that name, good or not.
fn runs(entry: &Entry, stem: &str) -> bool {
    &*entry.stem == stem && matches!(entry.kind, Some(DocumentKind::Play | DocumentKind::GamePlan))
}

impl Repertoire for InPlaybook<'_> {
    fn script(&self, stem: &str) -> Result<Script, String> {
        let mut reason = format!("There is no play or plan `{stem}`.");
        // What stands in the playbook comes before what is built in.
        for playbook in [self.0, Playbook::built_in()] {
            let named = || playbook.entries.iter().filter(|entry| &*entry.stem == stem && may_run(entry));
            for entry in named() {
                match Script::of(playbook, entry) {
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

impl Script {
    /// What a file of a playbook says is to be run, if it can be; a play starts level.
    #[must_use]
    pub fn of(playbook: &Playbook, entry: &Entry) -> Option<Self> {
        let near = playbook.near(&entry.path);
        match entry.document.as_ref()? {
            Document::Play(play) => {
                let model = near.model(&play.model)?;
                let start = vec![SHOW_START_YARDS; model.channels.len()];
                Some(Self::Play(Lineup::new(PlayId::from(&*entry.stem), Arc::clone(play), model), start))
            }
            Document::GamePlan(plan) => {
                let model = near.model(&plan.model)?;
                let sheet =
                    CallSheet::new(Arc::clone(&entry.stem), Arc::clone(plan), model, |id| near.play(id));
                (sheet.downs() > 0).then_some(Self::Plan(sheet))
            }
            Document::OperatingModel(_)
            | Document::Show(_)
            | Document::WorkshopRecord(_)
            | Document::Ink(_) => None,
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
