//! A file's new text, not yet on disk: the playbook as if it were.
//!
//! In: a path and its text. Out: the playbook with that file, and those that name it, read anew; the rest stays as it is.

use std::path::Path;
use std::sync::Arc;

use super::Playbook;
use super::across;
use super::entry::{Entry, sort, unread};
use super::near::Near;
use crate::model::Call;
use crate::play_file::read::read;
use crate::play_file::{Document, DocumentKind};

impl Playbook {
    /// Takes a file's text as it would be read from `path`; a file that was not there is added.
    pub fn put(&mut self, path: &Path, text: &Arc<str>) {
        let mut entry = unread(path.to_path_buf(), text.as_bytes(), false);
        entry.text = Arc::clone(text);
        let kind = entry.kind;
        let stem = Arc::clone(&entry.stem);
        // What is built in or packed gives way to a file of the user's that is called alike.
        let (gives_way, stays) = std::mem::take(&mut self.entries).into_iter().partition(|other| {
            other.path != path && !other.is_own() && other.kind == kind && other.stem == stem
        });
        let gives_way: Vec<Entry> = gives_way;
        self.entries = stays;
        self.hidden.extend(gives_way.into_iter().filter(|entry| entry.packed));
        let known = self.entries.iter().chain(&self.around).find(|other| other.path == path);
        let before = known.map(|entry| (entry.kind, entry.document.clone()));
        match self.entries.iter_mut().chain(&mut self.around).find(|other| other.path == path) {
            Some(place) => *place = entry,
            None => self.entries.push(entry),
        }
        self.read_again(path);
        let now = self.at_any(path).and_then(|entry| entry.document.clone());
        let is_new = before.as_ref().is_none_or(|(kind_before, _)| *kind_before != kind);
        let changed = is_new || before.as_ref().is_none_or(|(_, document)| *document != now);
        if changed {
            let kinds = [before.and_then(|(kind, _)| kind), kind];
            self.read_those_who_name(&kinds, &stem);
        }
        if is_new {
            sort(&mut self.entries);
        }
        if changed && self.is_folder {
            for entry in self.entries.iter_mut().filter(|entry| !entry.built_in) {
                entry.problems.clone_from(&entry.alone);
            }
            across::check(&mut self.entries);
        }
    }

    /// Takes a file out: it was never on disk, or is gone.
    pub fn take_out(&mut self, path: &Path) {
        let Some(at) = self.entries.iter().position(|entry| entry.path == path) else { return };
        let gone = self.entries.remove(at);
        let alike = self.hidden.iter().position(|entry| entry.kind == gone.kind && entry.stem == gone.stem);
        if let Some(alike) = alike {
            self.entries.push(self.hidden.remove(alike));
            sort(&mut self.entries);
        }
        self.read_those_who_name(&[gone.kind], &gone.stem);
    }

    fn at_any(&self, path: &Path) -> Option<&Entry> {
        self.entries.iter().chain(&self.around).find(|entry| entry.path == path)
    }

    fn read_again(&mut self, path: &Path) {
        let Some(entry) = self.at_any(path) else { return };
        let near =
            Near { entries: &self.entries, around: &self.around, folder: entry.folder(), built_in: true };
        let reading = read(entry.text.as_bytes(), &entry.file, None, &near);
        let mut all = self.entries.iter_mut().chain(&mut self.around);
        if let Some(entry) = all.find(|entry| entry.path == path) {
            entry.document = reading.document;
            entry.alone.clone_from(&reading.problems);
            entry.problems = reading.problems;
        }
    }

    /// Reads what names a changed file: plays and plans on a model, plans that call a play, shows. What has errors may
    /// name anything.
    fn read_those_who_name(&mut self, kinds: &[Option<DocumentKind>], stem: &str) {
        let of_model = kinds.contains(&Some(DocumentKind::OperatingModel));
        let of_play = kinds.contains(&Some(DocumentKind::Play));
        let of_plan = kinds.contains(&Some(DocumentKind::GamePlan));
        for kind in [DocumentKind::Play, DocumentKind::GamePlan, DocumentKind::Show] {
            let named = self.entries.iter().chain(&self.around).filter(|entry| {
                let names = match &entry.document {
                    Some(Document::Play(play)) => of_model && play.model.as_str() == stem,
                    Some(Document::GamePlan(plan)) => {
                        let calls =
                            |call: &Call| matches!(call, Call::Call { play, .. } if play.as_str() == stem);
                        of_model || of_play && plan.calls.iter().any(calls)
                    }
                    // What a show names may have come to errors or out of them by what itself names the file.
                    Some(Document::Show(_)) => of_model || of_play || of_plan,
                    Some(Document::OperatingModel(_) | Document::WorkshopRecord(_) | Document::Ink(_)) => {
                        false
                    }
                    None => match kind {
                        DocumentKind::Show => of_model || of_play || of_plan,
                        DocumentKind::GamePlan => of_model || of_play,
                        _ => of_model,
                    },
                };
                names
                    && entry.kind == Some(kind)
                    && !entry.built_in
                    && entry.is_text()
                    && (*entry.stem != *stem || kind == DocumentKind::Show)
            });
            let paths: Vec<_> = named.map(|entry| entry.path.clone()).collect();
            for path in paths {
                self.read_again(&path);
            }
        }
    }
}
