//! Changing what is on the field: edits become texts, texts become the playbook, and what is on the field follows.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Asking, Session};
use crate::app::shown::Stale;
use crate::app::words::say;
use crate::drafts::{Draft, Joins, Met, Outside, Turned};
use crate::play_file::edit::{Change, EditError, TextEdit, edit};
use crate::play_file::{DocumentKind, Entry, Files, Playbook};

/// A text of more bytes is not read at every key.
const LARGE_BYTES: usize = 64 * 1024;

/// Which of the documents behind the field is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Of {
    /// The play; of a plan, the play of the try shown.
    Play,
    /// The plan.
    Plan,
    /// The operating model.
    Model,
}

/// The playbook with large texts read anew.
#[derive(Clone, Debug)]
pub struct Reread {
    /// The playbook.
    pub playbook: Arc<Playbook>,
    /// The revision of the texts it was read from.
    pub revision: u64,
}

impl PartialEq for Reread {
    fn eq(&self, other: &Self) -> bool {
        self.revision == other.revision && Arc::ptr_eq(&self.playbook, &other.playbook)
    }
}

/// Something to be changed in a file, as one thing that can be undone.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// In which file.
    pub of: Of,
    /// What it is called, such as `Move Service redesign team`.
    pub name: String,
    /// The changes, one after the other.
    pub changes: Vec<Change>,
    /// What follows from it, in sentences.
    pub follows: Vec<String>,
    /// How it goes together with the edit before.
    pub joins: Joins,
}

impl Edit {
    /// Changes that are a thing of their own.
    #[must_use]
    pub fn new(of: Of, name: impl Into<String>, changes: Vec<Change>) -> Self {
        Self { of, name: name.into(), changes, follows: Vec::new(), joins: Joins::Alone }
    }

    /// The same, as part of a movement of the hand.
    #[must_use]
    pub fn joined(self, joins: Joins) -> Self {
        Self { joins, ..self }
    }
}

impl Session {
    /// The file of a document behind the field.
    #[must_use]
    pub fn entry_behind(&self, of: Of) -> Option<&Entry> {
        let shown = self.shown.as_ref()?;
        let kind = if shown.plan.is_some() { DocumentKind::GamePlan } else { DocumentKind::Play };
        let entries = &self.playbook.entries;
        let top = entries.iter().find(|entry| entry.kind == Some(kind) && entry.stem == shown.stem)?;
        let meant = |kind, stem: &str| self.playbook.meant(&top.path, kind, stem);
        match (of, &shown.plan) {
            (Of::Plan, None) => None,
            (Of::Plan, Some(_)) | (Of::Play, None) => Some(top),
            (Of::Play, Some(_)) => meant(DocumentKind::Play, shown.lineup.id.as_str()),
            (Of::Model, None) => meant(DocumentKind::OperatingModel, shown.lineup.play.model.as_str()),
            (Of::Model, Some(plan)) => meant(DocumentKind::OperatingModel, plan.sheet.plan.model.as_str()),
        }
    }

    /// Whether the file holds one of the documents behind the field.
    pub(super) fn is_behind(&self, path: &Path) -> bool {
        let all = [Of::Play, Of::Plan, Of::Model];
        all.into_iter().any(|of| self.entry_behind(of).is_some_and(|entry| entry.path == path))
    }

    /// The unsaved or saved text of a document behind the field.
    #[must_use]
    pub fn draft_behind(&self, of: Of) -> Option<&Draft> {
        self.drafts.get(&self.entry_behind(of)?.path)
    }

    /// A file's text as it stands, saved or not.
    #[must_use]
    pub fn text_of(&self, path: &Path) -> Option<Arc<str>> {
        let draft = self.drafts.get(path).map(|draft| Arc::clone(&draft.text));
        draft.or_else(|| self.playbook.at(path).map(|entry| Arc::clone(&entry.text)))
    }

    /// Shows or folds the text of what is on the field.
    pub fn toggle_source(&mut self) {
        let top =
            if self.shown.as_ref().is_some_and(|shown| shown.plan.is_some()) { Of::Plan } else { Of::Play };
        self.panels.source = match self.panels.source {
            Some(_) => None,
            None => self.entry_behind(top).map(|entry| entry.path.clone()),
        };
    }

    /// A copy of a document behind the field, if it is built in, with its text shown.
    pub fn edit_source(&mut self, of: Of) {
        match self.own(of) {
            Ok(path) => self.panels.source = Some(path),
            Err(sentence) => self.notice = Some(sentence),
        }
    }

    /// Makes an edit. A built-in file is copied into the user's folder first.
    pub fn change(&mut self, edit: &Edit) {
        if self.what_if_mode && edit.of == Of::Play {
            self.imagine(edit);
            return;
        }
        if edit.changes.is_empty() && matches!(edit.joins, Joins::Alone) {
            // What cannot be done says why.
            self.news = (!edit.follows.is_empty()).then(|| edit.follows.join(" "));
            return;
        }
        if let Err(sentence) = self.try_to_change(edit) {
            self.notice = Some(sentence);
        } else {
            self.notice = None;
            if !edit.follows.is_empty() {
                self.news = Some(edit.follows.join(" "));
            }
        }
    }

    fn try_to_change(&mut self, wanted: &Edit) -> Result<(), String> {
        let path = self.own(wanted.of)?;
        let before = self.drafts.before(&path, wanted.joins).ok_or(say!("editing-not-open"))?;
        let changed = edit(&before, &wanted.changes).map_err(|error| sentence(&error))?;
        let done = self.drafts.edit(&wanted.name, vec![(path.clone(), changed)], wanted.joins);
        done.map_err(|error| sentence(&error))?;
        self.look_again(&[path]);
        Ok(())
    }

    /// Makes an edit of a file's text, as typed.
    pub fn type_in(&mut self, path: &Path, name: &str, edit: TextEdit, joins: Joins) {
        if self.drafts.get(path).is_none()
            && let Some(entry) = self.playbook.at(path).filter(|entry| entry.is_text() && entry.is_own())
        {
            self.drafts.open(path, &entry.text);
        }
        let done = self.drafts.edit(name, vec![(path.to_owned(), edit)], joins);
        let large = self.drafts.get(path).is_some_and(|draft| draft.text.len() > LARGE_BYTES);
        match done {
            // Reading it would take longer than a key may: that is done away from the window.
            Ok(()) if large => drop(self.unread.insert(path.to_owned())),
            Ok(()) => self.look_again(&[path.to_owned()]),
            Err(error) => self.notice = Some(sentence(&error)),
        }
    }

    /// Files whose large texts wait to be read.
    #[must_use]
    pub const fn unread(&self) -> &BTreeSet<PathBuf> {
        &self.unread
    }

    /// Takes the playbook with large texts read anew, unless they have changed since.
    pub fn take_reread(&mut self, Reread { playbook, revision }: Reread) {
        if revision == self.drafts.revision() && !self.unread.is_empty() {
            self.unread.clear();
            self.playbook = playbook;
            self.playbook_changed();
        }
    }

    /// Changes several files as one thing.
    pub fn change_files(&mut self, name: &str, edits: Vec<(PathBuf, TextEdit)>) {
        let paths: Vec<PathBuf> = edits.iter().map(|(path, _)| path.clone()).collect();
        match self.drafts.edit(name, edits, Joins::Alone) {
            Ok(()) => self.look_again(&paths),
            Err(error) => self.notice = Some(sentence(&error)),
        }
    }

    /// Takes the last thing back.
    pub fn undo(&mut self) {
        if self.undo_imagined() {
            return;
        }
        let turned = self.drafts.undo();
        self.turned(say!("editing-undone"), turned);
    }

    /// Does it once more.
    pub fn redo(&mut self) {
        let turned = self.drafts.redo();
        self.turned(say!("editing-redone"), turned);
    }

    /// Sets every text that was opened for changes against what its file holds now.
    pub(super) fn meet_files(&mut self, files: &dyn Files) {
        let paths: Vec<PathBuf> = self.drafts.all().map(|(path, _)| path.to_owned()).collect();
        for path in paths {
            let now = files.read(&path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
            let met = self.drafts.meet(&path, now.map(Arc::from).as_ref());
            if met == Some(Met::Conflict) && self.panels.asking.is_none() {
                self.panels.asking = Some(Asking::Conflict(path));
            }
        }
    }

    /// Goes back or forth in the list of what was done, until `count` things are done.
    pub fn go_back_to(&mut self, count: usize) {
        loop {
            let now = self.drafts.names().0.len();
            let turned = match now.cmp(&count) {
                std::cmp::Ordering::Greater => self.drafts.undo(),
                std::cmp::Ordering::Less => self.drafts.redo(),
                std::cmp::Ordering::Equal => return,
            };
            if turned.is_none() {
                return;
            }
            self.turned(say!("editing-gone-to"), turned);
        }
    }

    fn turned(&mut self, what: &str, turned: Option<Turned>) {
        let Some(Turned { name, paths }) = turned else { return };
        self.notice = None;
        self.look_again(&paths);
        self.forget_what_is_gone();
        self.take_what_nothing_is_lost_by();
        self.news = Some(say!("editing-did", what = what, name = name));
        // What changed is looked at, unless it is behind what is on the field.
        if paths.iter().any(|path| self.is_behind(path)) {
            return;
        }
        let changed = paths.iter().find_map(|path| self.playbook.at(path));
        if let Some(stem) = changed.map(|entry| entry.stem.to_string()) {
            self.show(&stem);
        }
    }

    /// A file that others changed is taken once nothing here differs from what it was: there is nothing to decide then.
    fn take_what_nothing_is_lost_by(&mut self) {
        let theirs = self.drafts.all().filter(|(_, draft)| !draft.is_unsaved());
        let theirs: Vec<(PathBuf, Arc<str>)> = theirs
            .filter_map(|(path, draft)| match &draft.outside {
                Some(Outside::Changed(now)) => Some((path.to_owned(), Arc::clone(now))),
                _ => None,
            })
            .collect();
        for (path, now) in theirs {
            self.drafts.take(&path, &now);
            self.look_again(&[path]);
        }
    }

    /// Reads files anew whose texts have changed here.
    pub(in crate::app) fn look_again(&mut self, paths: &[PathBuf]) {
        let playbook = Arc::make_mut(&mut self.playbook);
        for path in paths {
            self.unread.remove(path);
            match self.drafts.get(path) {
                Some(draft) => playbook.put(path, &draft.text),
                None => playbook.take_out(path),
            }
        }
        self.playbook_changed();
        let gone = self.shown.as_ref().filter(|shown| shown.stale == Some(Stale::Gone));
        let original = gone.and_then(|shown| {
            self.copies.iter().find(|(copy, _)| *copy == shown.stem).map(|(_, was)| Arc::clone(was))
        });
        if let (Some(original), Some(shown)) = (original, &mut self.shown) {
            shown.stem = original;
            self.playbook_changed();
        }
    }

    /// What was read changed: the list, what is compared and what is on the field follow.
    fn playbook_changed(&mut self) {
        self.shelf.update(&self.playbook);
        self.playbook_is_new();
        self.follow();
    }
}

/// Why an edit was not made, as a sentence for people.
pub(super) fn sentence(error: &EditError) -> String {
    format!("{error}.")
}
