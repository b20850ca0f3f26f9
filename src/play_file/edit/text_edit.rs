//! A change of a text as a value.
//!
//! In: spans with what replaces them. Out: the changed text, the way back, and two changes as one. It knows nothing of
//! plays, and takes texts of any kind.

use super::EditError;
use crate::play_file::problem::{Edit, Patch, Span};

/// Replacements of parts of one text: sorted, apart from each other, each with what it puts in.
///
/// It belongs to the text it was made for. Applied and then applied inverted, it restores the very bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextEdit {
    edits: Vec<Edit>,
}

impl TextEdit {
    /// From replacements in any order. What is inserted at one place stays in the order given; replacements that touch
    /// become one.
    ///
    /// # Errors
    /// [`EditError::Overlapping`] if two of them replace the same byte, or one ends before it starts.
    pub fn new(edits: impl IntoIterator<Item = Edit>) -> Result<Self, EditError> {
        let mut edits: Vec<Edit> = edits.into_iter().collect();
        edits.sort_by_key(|edit| edit.span);
        let mut joined = Self::default();
        for edit in edits {
            let from = joined.edits.last().map_or(0, |last| last.span.end);
            if edit.span.end < edit.span.start || edit.span.start < from {
                return Err(EditError::Overlapping);
            }
            joined.push(edit);
        }
        Ok(joined)
    }

    /// The replacement of one span.
    #[must_use]
    pub fn replace(span: impl Into<Span>, text: impl Into<String>) -> Self {
        let mut edit = Self::default();
        edit.push(Edit { span: span.into(), text: text.into() });
        edit
    }

    /// The smallest single replacement that makes `after` of `before`; nothing where they are the same.
    #[must_use]
    pub fn between(before: &str, after: &str) -> Self {
        let same = |(a, b): &(char, char)| a == b;
        let length = |pairs: &mut dyn Iterator<Item = (char, char)>| -> usize {
            pairs.map(|(c, _)| c.len_utf8()).sum()
        };
        let start = length(&mut before.chars().zip(after.chars()).take_while(same));
        let (old, new) = (before.get(start..).unwrap_or(""), after.get(start..).unwrap_or(""));
        let end = length(&mut old.chars().rev().zip(new.chars().rev()).take_while(same));
        let text = new.get(..new.len() - end).unwrap_or("");
        Self::replace(Span::new(start, before.len() - end), text)
    }

    /// The replacements, in rising order.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// About how many bytes of memory it holds: what a list of edits to undo counts against its bound.
    #[must_use]
    pub fn size(&self) -> usize {
        let texts: usize = self.edits.iter().map(|edit| edit.text.len()).sum();
        size_of::<Self>() + self.edits.len() * size_of::<Edit>() + texts
    }

    /// The changed text.
    ///
    /// # Errors
    /// [`EditError::OtherText`] if a span is not one of this text.
    pub fn apply(&self, text: &str) -> Result<String, EditError> {
        let added: usize = self.edits.iter().map(|edit| edit.text.len()).sum();
        let mut changed = String::with_capacity(text.len() + added);
        let mut from = 0;
        for Edit { span, text: new } in &self.edits {
            changed.push_str(text.get(from..span.start).ok_or(EditError::OtherText)?);
            text.get(span.start..span.end).ok_or(EditError::OtherText)?;
            changed.push_str(new);
            from = span.end;
        }
        changed.push_str(text.get(from..).ok_or(EditError::OtherText)?);
        Ok(changed)
    }

    /// The way back from what it makes of `before`.
    ///
    /// # Errors
    /// [`EditError::OtherText`] if a span is not one of `before`.
    pub fn invert(&self, before: &str) -> Result<Self, EditError> {
        let mut back = Self::default();
        let (mut put, mut taken) = (0, 0);
        for Edit { span, text } in &self.edits {
            let start = span.start + put - taken;
            let old = before.get(span.start..span.end).ok_or(EditError::OtherText)?;
            back.push(Edit { span: Span::new(start, start + text.len()), text: old.to_owned() });
            put += text.len();
            taken += old.len();
        }
        Ok(back)
    }

    /// This edit and then `next`, which was made for what this one makes, as one.
    ///
    /// # Errors
    /// [`EditError::OtherText`] if `next` splits a character that this one puts in.
    pub fn compose(&self, next: &Self) -> Result<Self, EditError> {
        let mut out = Self::default();
        let (mut first, mut second) = (Steps::of(self), Steps::of(next));
        let mut at = 0;
        loop {
            match (first.head(), second.head()) {
                (Step::Drop(length), _) => {
                    out.push(Edit { span: Span::new(at, at + length), text: String::new() });
                    at += length;
                    first.skip(length);
                }
                (_, Step::Put(text)) => {
                    out.push(Edit { span: Span::new(at, at), text: text.to_owned() });
                    second.skip(text.len());
                }
                (Step::Keep(usize::MAX), Step::Keep(usize::MAX)) => return Ok(out),
                (Step::Keep(a), Step::Keep(b)) => {
                    let length = a.min(b);
                    at += length;
                    first.skip(length);
                    second.skip(length);
                }
                (Step::Keep(a), Step::Drop(b)) => {
                    let length = a.min(b);
                    out.push(Edit { span: Span::new(at, at + length), text: String::new() });
                    at += length;
                    first.skip(length);
                    second.skip(length);
                }
                (Step::Put(text), Step::Keep(b)) => {
                    let length = text.len().min(b);
                    let kept = text.get(..length).ok_or(EditError::OtherText)?;
                    out.push(Edit { span: Span::new(at, at), text: kept.to_owned() });
                    first.skip(length);
                    second.skip(length);
                }
                (Step::Put(text), Step::Drop(b)) => {
                    let length = text.len().min(b);
                    text.get(..length).ok_or(EditError::OtherText)?;
                    first.skip(length);
                    second.skip(length);
                }
            }
        }
    }

    /// Where a place of the text before is in the text after: a caret in what was replaced goes behind what came.
    #[must_use]
    pub fn map(&self, offset: usize) -> usize {
        let (mut put, mut taken) = (0, 0);
        for Edit { span, text } in &self.edits {
            if span.start > offset || (span.start == offset && span.end > offset) {
                break;
            }
            if span.end > offset {
                return span.start + put - taken + text.len();
            }
            put += text.len();
            taken += span.end - span.start;
        }
        offset + put - taken
    }

    /// Adds a replacement that starts at or behind the end of the last one.
    fn push(&mut self, edit: Edit) {
        if edit.span.start == edit.span.end && edit.text.is_empty() {
            return;
        }
        match self.edits.last_mut() {
            Some(last) if last.span.end == edit.span.start => {
                last.span.end = edit.span.end;
                last.text += &edit.text;
            }
            _ => self.edits.push(edit),
        }
    }
}

impl From<&Patch> for TextEdit {
    /// The cure of a problem as an edit like any other; nothing, should its edits overlap.
    fn from(patch: &Patch) -> Self {
        Self::new(patch.edits.iter().cloned()).unwrap_or_default()
    }
}

/// What is done next to a text, going through it once.
#[derive(Clone, Copy)]
enum Step<'e> {
    /// `usize::MAX` for all the rest.
    Keep(usize),
    Drop(usize),
    Put(&'e str),
}

/// An edit as steps. What is dropped comes before what is put there.
struct Steps<'e> {
    edits: &'e [Edit],
    /// How much of the first edit's text has been put.
    put: usize,
    at: usize,
}

impl<'e> Steps<'e> {
    fn of(edit: &'e TextEdit) -> Self {
        Self { edits: &edit.edits, put: 0, at: 0 }
    }

    fn head(&self) -> Step<'e> {
        let Some(edit) = self.edits.first() else { return Step::Keep(usize::MAX) };
        if self.at < edit.span.start {
            Step::Keep(edit.span.start - self.at)
        } else if self.at < edit.span.end {
            Step::Drop(edit.span.end - self.at)
        } else {
            Step::Put(edit.text.get(self.put..).unwrap_or(""))
        }
    }

    fn skip(&mut self, length: usize) {
        let Some(edit) = self.edits.first() else { return };
        if self.at < edit.span.end {
            self.at += length;
        } else {
            self.put += length;
        }
        if self.at >= edit.span.end && self.put >= edit.text.len() {
            self.edits = self.edits.get(1..).unwrap_or(&[]);
            self.put = 0;
        }
    }
}
