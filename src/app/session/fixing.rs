//! Making the change that a problem offers as its cure, like any other edit.

use std::sync::Arc;

use super::Session;
use crate::app::words::say;
use crate::drafts::Joins;
use crate::play_file::edit::TextEdit;
use crate::play_file::{Files, Problem};

impl Session {
    /// The problem whose place is shown in its file.
    #[must_use]
    pub fn problem_shown(&self) -> Option<&Problem> {
        self.problems().nth(self.panels.problem?)
    }

    /// Makes the change that the problem of this number offers, also where the file on the field is broken. Where
    /// problems are being looked at, the next one is shown.
    pub fn fix(&mut self, number: usize, files: &dyn Files) {
        if let Err(sentence) = self.try_to_fix(number, files) {
            self.notice = Some(sentence);
        }
    }

    fn try_to_fix(&mut self, number: usize, files: &dyn Files) -> Result<(), String> {
        let problem = self.problems().nth(number).cloned().ok_or(say!("fixing-no-problem"))?;
        let patch = problem.fix.as_ref().ok_or(say!("fixing-no-fix"))?;
        let entry = self.entry_of(&problem).ok_or_else(|| say!("fixing-gone", file = problem.file))?;
        if entry.packed {
            return Err(say!("fixing-packed").to_owned());
        }
        if entry.built_in {
            return Err(say!("fixing-built-in").to_owned());
        }
        if !entry.is_text() {
            return Err(say!("common-not-utf8", file = entry.file));
        }
        let (path, text, stem) = (entry.path.clone(), Arc::clone(&entry.text), Arc::clone(&entry.stem));
        let was_broken = entry.document.is_none();
        let is_drafted = self.drafts.get(&path).is_some();
        if !is_drafted && !files.is_file(&path) {
            return Err(say!("fixing-gone-read-again", file = problem.file));
        }
        self.drafts.open(&path, &text);
        // The spans are of the text that was read.
        if self.drafts.get(&path).is_none_or(|draft| draft.text != text) {
            return Err(say!("fixing-changed", file = problem.file));
        }
        let edit = TextEdit::from(patch);
        if edit.is_empty() {
            return Err(say!("fixing-nothing").to_owned());
        }
        let name = say!("playbook-fix-name", fix = patch.label);
        let done = self.drafts.edit(&name, vec![(path.clone(), edit)], Joins::Alone);
        done.map_err(|error| format!("{error}."))?;
        self.look_again(std::slice::from_ref(&path));
        self.notice = None;
        self.news = Some(say!("fixing-fixed", fix = patch.label));
        if self.panels.problem.is_some() {
            self.panels.problem = self.problem_after(&problem);
        }
        // What can be run again is looked at, unless it is behind what is on the field.
        let is_good = self.playbook.at(&path).is_some_and(|entry| entry.document.is_some());
        let on_field = self.shown().is_some_and(|shown| shown.stale.is_none() && self.is_behind(&path));
        if was_broken && is_good && !on_field {
            self.show(&stem);
        }
        Ok(())
    }

    /// What to look at once a problem is cured: the next one in its file, else the first of that file, else the first of
    /// all.
    fn problem_after(&self, cured: &Problem) -> Option<usize> {
        let in_file = |problem: &&Problem| problem.file == cured.file;
        let mut rest = self.problems().enumerate().filter(|(_, problem)| in_file(problem));
        let next = rest.find(|(_, problem)| problem.span.start >= cured.span.start);
        let first = || self.problems().position(|problem| problem.file == cured.file);
        next.map(|(at, _)| at).or_else(first).or_else(|| self.problems().next().map(|_| 0))
    }
}
