//! Texts being changed: what a person has done to their files since they were read, with the way back.
//!
//! In: edits with names ([`crate::play_file::edit::TextEdit`]), and what is on disk. Out: every file's text as it stands
//! now, one list of what was done that can be undone and redone across files, and which texts differ from their files.
//! What it does not own: what the edits mean, and writing files.

mod history;
mod overlay;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use history::{Gesture, Joins, MEMORY_BYTES};
use history::{History, Part, Parts};
pub use overlay::Overlay;

use crate::play_file::edit::{EditError, TextEdit};

/// A file's text that was changed, or may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// What is on disk, as far as is known; nothing for a file that was never saved.
    pub base: Option<Arc<str>>,
    /// The text now.
    pub text: Arc<str>,
    /// What the file became meanwhile, if somebody else changed it.
    pub outside: Option<Outside>,
}

/// What became of a file whose text has unsaved changes here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    /// It says something else now.
    Changed(Arc<str>),
    /// It is gone.
    Gone,
}

impl Draft {
    /// Whether it differs from what is on disk.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.base.as_ref() != Some(&self.text)
    }
}

/// What was undone or redone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// What it is called, such as `Move Service redesign team`.
    pub name: String,
    /// The files it changed. One that was made by it has no text any more once that is undone.
    pub paths: Vec<PathBuf>,
}

/// What became of a text when its file was found to have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Met {
    /// Nothing was unsaved here: the file's text is the text now.
    Taken,
    /// The file says what the text says.
    Same,
    /// Both changed: somebody has to decide.
    Conflict,
}

/// Every text that was changed, by its file, and the list of what was done.
#[derive(Clone, Debug, Default)]
pub struct Drafts {
    texts: BTreeMap<PathBuf, Draft>,
    history: History,
    revision: u64,
}

impl Drafts {
    /// The text of a file, if it was opened for changes.
    #[must_use]
    pub fn get(&self, path: &Path) -> Option<&Draft> {
        self.texts.get(path)
    }

    /// Every draft with its file.
    pub fn all(&self) -> impl Iterator<Item = (&Path, &Draft)> {
        self.texts.iter().map(|(path, draft)| (path.as_path(), draft))
    }

    /// Those that differ from what is on disk.
    pub fn unsaved(&self) -> impl Iterator<Item = (&Path, &Draft)> {
        self.all().filter(|(_, draft)| draft.is_unsaved())
    }

    /// A number that grows with every change of any text, and when one is saved.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Takes a file's text as it is on disk, to change it; nothing happens where it was opened before.
    pub fn open(&mut self, path: &Path, text: &Arc<str>) {
        if !self.texts.contains_key(path) {
            let draft = Draft { base: Some(Arc::clone(text)), text: Arc::clone(text), outside: None };
            self.texts.insert(path.to_owned(), draft);
        }
    }

    /// The text that the next edit of a gesture starts from: where the edit is to take the place of the last one of the
    /// same gesture, what was there before that.
    #[must_use]
    pub fn before(&self, path: &Path, joins: Joins) -> Option<Arc<str>> {
        let text = &self.texts.get(path)?.text;
        match joins {
            Joins::Replaces(gesture) => match self.history.last_of(gesture) {
                Some(entry) => match entry.part_of(path) {
                    Some(Part::Edit(back)) => back.apply(text).ok().map(Arc::from),
                    _ => Some(Arc::clone(text)),
                },
                None => Some(Arc::clone(text)),
            },
            Joins::Alone | Joins::Extends(_) => Some(Arc::clone(text)),
        }
    }

    /// Changes one or more texts as one thing that can be undone. Each edit is one of the text that [`Self::before`] gives.
    ///
    /// # Errors
    /// If an edit does not fit its text, or there is no such text; then nothing has changed.
    pub fn edit(
        &mut self,
        name: &str,
        edits: Vec<(PathBuf, TextEdit)>,
        joins: Joins,
    ) -> Result<(), EditError> {
        let mut parts: Parts = Vec::new();
        let mut texts = Vec::new();
        for (path, edit) in edits {
            let before = self.before(&path, joins).ok_or(EditError::OtherText)?;
            let after: Arc<str> = edit.apply(&before)?.into();
            parts.push((path.clone(), Part::Edit(edit.invert(&before)?)));
            texts.push((path, after));
        }
        if let Joins::Replaces(gesture) = joins
            && let Some(entry) = self.history.take_last_of(gesture)
        {
            // What the gesture changed before and does not change any more goes back to what it was.
            for (path, part) in &entry.parts {
                if !texts.iter().any(|(other, _)| other == path) {
                    self.turn(path, part);
                }
            }
        }
        parts.retain(|(_, part)| !matches!(part, Part::Edit(back) if back.is_empty()));
        for (path, text) in texts {
            if let Some(draft) = self.texts.get_mut(&path) {
                draft.text = text;
            }
        }
        self.revision += 1;
        self.history.push(name, parts, joins);
        Ok(())
    }

    /// A new file that is not on disk yet.
    pub fn make(&mut self, name: &str, path: &Path, text: &Arc<str>) {
        let draft = Draft { base: None, text: Arc::clone(text), outside: None };
        self.texts.insert(path.to_owned(), draft);
        self.revision += 1;
        self.history.push(name, vec![(path.to_owned(), Part::Made)], Joins::Alone);
    }

    /// A text that the program itself keeps up to date: there is nothing to undo about it, but it is saved and survives a
    /// crash like any other.
    pub fn keep(&mut self, path: &Path, text: &Arc<str>) {
        let draft = Draft { base: None, text: Arc::clone(text), outside: None };
        let kept = self.texts.entry(path.to_owned()).or_insert(draft);
        if kept.text != *text {
            kept.text = Arc::clone(text);
        }
        self.revision += 1;
    }

    /// Takes up unsaved work of an earlier run; what is on disk now may be something else than it was made from.
    pub fn recover(
        &mut self,
        path: &Path,
        base: Option<Arc<str>>,
        text: &Arc<str>,
        on_disk: Option<Arc<str>>,
    ) {
        let outside = match (&base, on_disk) {
            (base, on_disk) if *base == on_disk => None,
            (None, None) => None,
            (_, Some(now)) => Some(Outside::Changed(now)),
            (Some(_), None) => Some(Outside::Gone),
        };
        self.texts.insert(path.to_owned(), Draft { base, text: Arc::clone(text), outside });
        self.revision += 1;
    }

    /// Takes the last thing back.
    pub fn undo(&mut self) -> Option<Turned> {
        let entry = self.history.pop_done()?;
        let (parts, turned) = self.turn_all(entry.name, entry.parts);
        self.history.push_undone(&turned.name, parts);
        Some(turned)
    }

    /// Does the last thing taken back once more.
    pub fn redo(&mut self) -> Option<Turned> {
        let entry = self.history.pop_undone()?;
        let (parts, turned) = self.turn_all(entry.name, entry.parts);
        self.history.push_redone(&turned.name, parts);
        Some(turned)
    }

    fn turn_all(&mut self, name: String, parts: Parts) -> (Parts, Turned) {
        let mut back = Vec::new();
        for (path, part) in parts.into_iter().rev() {
            if let Some(part) = self.turn(&path, &part) {
                back.push((path, part));
            }
        }
        back.reverse();
        self.revision += 1;
        let paths = back.iter().map(|(path, _)| path.clone()).collect();
        (back, Turned { name, paths })
    }

    /// Carries one part out and gives the way back.
    fn turn(&mut self, path: &Path, part: &Part) -> Option<Part> {
        match part {
            Part::Edit(edit) => {
                let draft = self.texts.get_mut(path)?;
                let back = edit.invert(&draft.text).ok()?;
                draft.text = edit.apply(&draft.text).ok()?.into();
                Some(Part::Edit(back))
            }
            // What is on disk by now stays there: only its text here goes back to what it began as.
            Part::Made => {
                let draft = self.texts.get(path)?;
                if draft.base.is_some() {
                    return Some(Part::Made);
                }
                let text = Arc::clone(&draft.text);
                self.texts.remove(path);
                Some(Part::Gone(text))
            }
            Part::Gone(text) => {
                let draft = Draft { base: None, text: Arc::clone(text), outside: None };
                self.texts.insert(path.to_owned(), draft);
                Some(Part::Made)
            }
        }
    }

    /// Ends a gesture: what comes next is a thing of its own.
    pub fn settle(&mut self) {
        self.history.settle();
    }

    /// The names of what can be undone, the first done first, and of what can be redone, the next one first.
    #[must_use]
    pub fn names(&self) -> (impl ExactSizeIterator<Item = &str>, impl ExactSizeIterator<Item = &str>) {
        self.history.names()
    }

    /// The name of what would be undone.
    #[must_use]
    pub fn last_done(&self) -> Option<&str> {
        self.history.names().0.next_back()
    }

    /// The name of what would be done once more.
    #[must_use]
    pub fn last_undone(&self) -> Option<&str> {
        self.history.names().1.next()
    }

    /// How many bytes the list of what was done holds, about.
    #[must_use]
    pub fn history_bytes(&self) -> usize {
        self.history.bytes()
    }

    /// The file was written with this text.
    pub fn saved(&mut self, path: &Path, text: &Arc<str>) {
        if let Some(draft) = self.texts.get_mut(path) {
            draft.base = Some(Arc::clone(text));
            draft.outside = None;
            self.revision += 1;
            self.history.settle();
        }
    }

    /// The text goes on under another path; the file at the old one stays as it is on disk.
    pub fn move_to(&mut self, from: &Path, to: &Path) {
        if let Some(draft) = self.texts.remove(from) {
            self.revision += 1;
            self.texts.insert(to.to_owned(), Draft { base: None, outside: None, ..draft });
            self.history.move_to(from, to);
        }
    }

    /// What a file holds was read again; nothing if it is gone.
    pub fn meet(&mut self, path: &Path, now: Option<&Arc<str>>) -> Option<Met> {
        let draft = self.texts.get_mut(path)?;
        if draft.base.as_ref() == now {
            draft.outside = None;
            return Some(Met::Same);
        }
        let Some(now) = now else {
            draft.outside = Some(Outside::Gone);
            return Some(Met::Conflict);
        };
        if draft.text == *now {
            self.revision += 1;
            draft.base = Some(Arc::clone(now));
            draft.outside = None;
            return Some(Met::Same);
        }
        if draft.is_unsaved() {
            draft.outside = Some(Outside::Changed(Arc::clone(now)));
            return Some(Met::Conflict);
        }
        self.take(path, now);
        Some(Met::Taken)
    }

    /// The text becomes what the file says now; what was here before can be had back by undoing.
    pub fn take(&mut self, path: &Path, now: &Arc<str>) {
        let Some(draft) = self.texts.get_mut(path) else { return };
        let edit = TextEdit::between(&draft.text, now);
        let back = edit.invert(&draft.text);
        draft.text = Arc::clone(now);
        draft.base = Some(Arc::clone(now));
        draft.outside = None;
        self.revision += 1;
        if let Ok(back) = back
            && !back.is_empty()
        {
            let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            let parts = vec![(path.to_owned(), Part::Edit(back))];
            self.history.push(&format!("Take {name} as changed outside"), parts, Joins::Alone);
        }
    }

    /// The text here stays, whatever the file says now: the next save replaces that.
    pub fn keep_mine(&mut self, path: &Path) {
        if let Some(draft) = self.texts.get_mut(path) {
            draft.base = match draft.outside.take() {
                Some(Outside::Changed(now)) => Some(now),
                Some(Outside::Gone) => None,
                None => draft.base.take(),
            };
        }
    }
}
