//! What was done, in order, each with the way back; bounded by its memory, not by its number.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::play_file::edit::TextEdit;

/// More than this many bytes the list does not hold: the oldest is let go of. An edit is some hundred bytes, so that this
/// is some hundred thousand of them.
pub const MEMORY_BYTES: usize = 48 * 1024 * 1024;

/// A movement of the hand that is one thing to undo, however many edits it makes: a drag, or typing in one field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Gesture(pub u64);

/// How an edit goes together with the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joins {
    /// It is a thing of its own.
    Alone,
    /// It takes the place of the last one of the same gesture, as in a drag: it starts from the text before that.
    Replaces(Gesture),
    /// It goes on where the last one of the same gesture ended, as in typing.
    Extends(Gesture),
}

impl Joins {
    const fn gesture(self) -> Option<Gesture> {
        match self {
            Self::Alone => None,
            Self::Replaces(gesture) | Self::Extends(gesture) => Some(gesture),
        }
    }
}

/// What was done to one file, as the way back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The edit that restores what was before.
    Edit(TextEdit),
    /// The file was made: going back takes it out.
    Made,
    /// The file was taken out: going back makes it.
    Gone(Arc<str>),
}

pub(super) type Parts = Vec<(PathBuf, Part)>;

#[derive(Clone, Debug)]
pub(super) struct Done {
    pub(super) name: String,
    pub(super) parts: Parts,
    gesture: Option<Gesture>,
}

impl Done {
    pub(super) fn part_of(&self, path: &Path) -> Option<&Part> {
        self.parts.iter().find(|(other, _)| other == path).map(|(_, part)| part)
    }

    fn bytes(&self) -> usize {
        let parts = self.parts.iter().map(|(path, part)| {
            let held = match part {
                Part::Edit(edit) => edit.size(),
                Part::Made => 0,
                Part::Gone(text) => text.len(),
            };
            size_of::<(PathBuf, Part)>() + path.as_os_str().len() + held
        });
        size_of::<Self>() + self.name.len() + parts.sum::<usize>()
    }
}

/// The list of what was done and of what was taken back.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    done: VecDeque<Done>,
    undone: Vec<Done>,
    bytes: usize,
}

impl History {
    pub(super) fn bytes(&self) -> usize {
        self.bytes
    }

    pub(super) fn last_of(&self, gesture: Gesture) -> Option<&Done> {
        self.done.back().filter(|done| done.gesture == Some(gesture) && self.undone.is_empty())
    }

    pub(super) fn take_last_of(&mut self, gesture: Gesture) -> Option<Done> {
        self.last_of(gesture)?;
        self.pop_done()
    }

    /// Takes a new thing in: what was taken back before cannot be done once more.
    pub(super) fn push(&mut self, name: &str, mut parts: Parts, joins: Joins) {
        if let Joins::Extends(gesture) = joins
            && self.last_of(gesture).is_some()
            && let Some(last) = self.done.back()
            && let Some(joined) = join(&last.parts, &parts)
        {
            self.pop_done();
            parts = joined;
        }
        if parts.is_empty() {
            return;
        }
        for gone in std::mem::take(&mut self.undone) {
            self.bytes -= gone.bytes();
        }
        self.push_done(Done { name: name.to_owned(), parts, gesture: joins.gesture() });
    }

    fn push_done(&mut self, done: Done) {
        self.bytes += done.bytes();
        self.done.push_back(done);
        while self.bytes > MEMORY_BYTES && self.done.len() > 1 {
            if let Some(oldest) = self.done.pop_front() {
                self.bytes -= oldest.bytes();
            }
        }
    }

    pub(super) fn pop_done(&mut self) -> Option<Done> {
        let done = self.done.pop_back()?;
        self.bytes -= done.bytes();
        Some(done)
    }

    pub(super) fn pop_undone(&mut self) -> Option<Done> {
        let done = self.undone.pop()?;
        self.bytes -= done.bytes();
        Some(done)
    }

    pub(super) fn push_undone(&mut self, name: &str, parts: Parts) {
        let done = Done { name: name.to_owned(), parts, gesture: None };
        self.bytes += done.bytes();
        self.undone.push(done);
        self.settle();
    }

    pub(super) fn push_redone(&mut self, name: &str, parts: Parts) {
        self.push_done(Done { name: name.to_owned(), parts, gesture: None });
    }

    pub(super) fn settle(&mut self) {
        if let Some(last) = self.done.back_mut() {
            last.gesture = None;
        }
    }

    pub(super) fn names(
        &self,
    ) -> (
        impl ExactSizeIterator<Item = &str> + DoubleEndedIterator,
        impl ExactSizeIterator<Item = &str> + DoubleEndedIterator,
    ) {
        (self.done.iter().map(|done| &*done.name), self.undone.iter().rev().map(|done| &*done.name))
    }

    pub(super) fn move_to(&mut self, from: &Path, to: &Path) {
        let every = self.done.iter_mut().chain(&mut self.undone);
        for (path, _) in every.flat_map(|done| &mut done.parts).filter(|(path, _)| path == from) {
            to.clone_into(path);
        }
    }
}

/// The way back of one thing after another, where both are edits of the same files.
fn join(first: &Parts, then: &Parts) -> Option<Parts> {
    let mut joined = Vec::new();
    for (path, part) in then {
        let (_, before) = first.iter().find(|(other, _)| other == path)?;
        let (Part::Edit(back), Part::Edit(before)) = (part, before) else { return None };
        joined.push((path.clone(), Part::Edit(back.compose(before).ok()?)));
    }
    (first.len() == then.len()).then_some(joined)
}
