//! Colours by kind, a line at a time.
//!
//! In: a text, and later its edits. Out: where its lines begin, and for any line what its bytes are. One pass finds the
//! lines and the few tokens that go over the end of one (block comments, texts); the rest is looked at when a line is
//! asked for. Which colour stands for a kind is not decided here.

use std::ops::Range;

use crate::play_file::edit::TextEdit;
use crate::play_file::tree::tokens::{Token, TokenKind, token};

/// What a stretch of a text is, for its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Ink {
    /// Blanks, and what means nothing.
    Plain,
    /// A comment of either kind.
    Comment,
    /// The name of a record or variant.
    Name,
    /// The name of a field, with a colon behind it.
    Field,
    /// A text, character or byte, with its quotes.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A bracket, comma or colon.
    Mark,
}

/// After so many texts without an end, further ones are taken to end with their line: each costs a look ahead.
const MAX_UNCLOSED: usize = 100;

/// A token that goes over the end of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Long {
    start: usize,
    end: usize,
    ink: Ink,
}

/// The lines of one text, and what is needed to colour any of them. It belongs to that text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inks {
    /// Where each line begins; the first at 0. A text that ends with a line end has an empty last line.
    starts: Vec<usize>,
    long: Vec<Long>,
    /// Texts without an end: where they begin, and how far was looked for it.
    looked: Vec<Range<usize>>,
    length: usize,
}

impl Default for Inks {
    fn default() -> Self {
        Self::of("")
    }
}

impl Inks {
    /// Goes through a text once.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut inks = Self { starts: vec![0], long: Vec::new(), looked: Vec::new(), length: text.len() };
        inks.starts.extend(line_ends(text, 0, text.len()));
        let mut at = 0;
        while at < text.len() {
            at = inks.pass(text, at);
        }
        inks
    }

    /// Takes note of the token at `at`; the offset of the next one that could matter.
    fn pass(&mut self, text: &str, at: usize) -> usize {
        let at = skip_dull(text, at);
        if at >= text.len() {
            return at;
        }
        let found = token(text, at, self.looked.len() < MAX_UNCLOSED);
        if let Some(looked) = found.looked {
            self.looked.push(at..looked);
        }
        let ink = match found.kind {
            TokenKind::Comment => Ink::Comment,
            TokenKind::Text => Ink::Text,
            _ => return found.end,
        };
        if text.get(at..found.end).is_some_and(|inside| inside.contains('\n')) {
            self.long.push(Long { start: at, end: found.end, ink });
        }
        found.end
    }

    /// Follows a change, which made `text` of the text before: only what changed is gone through again, where that is
    /// enough.
    pub fn edit(&mut self, text: &str, edit: &TextEdit) {
        let (Some(first), Some(last)) = (edit.edits().first(), edit.edits().last()) else { return };
        let (start, old_end) = (first.span.start, last.span.end);
        let kept_behind = self.length.checked_sub(old_end);
        let new_end = kept_behind.and_then(|kept| text.len().checked_sub(kept));
        let looked_in = self.looked.iter().any(|looked| looked.end >= start);
        let (Some(new_end), false) = (new_end.filter(|end| *end >= start), looked_in) else {
            *self = Self::of(text);
            return;
        };
        // From the beginning of a line outside of any token, over the change, to where both agree again.
        let mut line = self.line_of(start);
        // One that is not closed goes on with whatever is added to the text.
        let unclosed =
            self.long.last().filter(|long| long.end == self.length).map_or(usize::MAX, |long| long.start);
        while line > 0 && (self.start(line) > unclosed || self.long_over(self.start(line)).is_some()) {
            line -= 1;
        }
        let from = self.start(line);
        let moved = |offset: usize| offset - old_end + new_end;
        let mut fresh = Self { starts: Vec::new(), long: Vec::new(), looked: Vec::new(), length: text.len() };
        let mut at = from;
        let mut joint = None;
        // Lines that begin behind a line end which is still there.
        let mut next = self.starts.partition_point(|start| *start <= old_end.max(from));
        while at < text.len() {
            at = fresh.pass(text, at);
            while self.starts.get(next).is_some_and(|start| moved(*start) < at) {
                next += 1;
            }
            // A line begins outside of any token in both texts where none of its tokens is over it.
            let Some(old) = self.starts.get(next).copied() else { continue };
            if fresh.looked.is_empty() && self.long_over(old).is_none() && starts_here(text, at, moved(old)) {
                joint = Some((next, old));
                break;
            }
        }
        let (next, old) = joint.unwrap_or((self.starts.len(), usize::MAX));
        let end = if old == usize::MAX { text.len() } else { moved(old) };
        let mut starts: Vec<usize> = line_ends(text, from, end).collect();
        if old != usize::MAX {
            // The line at the joint is there already.
            starts.retain(|start| *start < end);
        }
        for start in self.starts.iter_mut().skip(next) {
            *start = *start - old_end + new_end;
        }
        self.starts.splice(line + 1..next.max(line + 1), starts);
        let first_long = self.long.partition_point(|long| long.start < from);
        let last_long = self.long.partition_point(|long| long.start < old);
        for long in self.long.iter_mut().skip(last_long) {
            long.start = moved(long.start);
            long.end = moved(long.end);
        }
        self.long.splice(first_long..last_long, fresh.long);
        self.looked.retain(|looked| looked.start < from);
        self.looked.extend(fresh.looked);
        self.length = text.len();
    }

    /// How many lines there are, at least one.
    #[must_use]
    pub fn line_count(&self) -> usize {
        self.starts.len()
    }

    /// Which line an offset is in, from 0.
    #[must_use]
    pub fn line_of(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    /// Where a line begins; beyond the last one, the end of the text.
    #[must_use]
    pub fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.length)
    }

    /// The bytes of a line without its line end (`\n` or `\r\n`).
    #[must_use]
    pub fn range(&self, text: &str, line: usize) -> Range<usize> {
        let start = self.start(line).min(text.len());
        let end = match self.starts.get(line + 1) {
            Some(next) => next.saturating_sub(1),
            None => text.len(),
        };
        let bare = text.get(start..end).unwrap_or("");
        let bare =
            if self.starts.get(line + 1).is_some() { bare.strip_suffix('\r').unwrap_or(bare) } else { bare };
        start..start + bare.len()
    }

    /// What the bytes of a line are, in order and without gaps, its line end aside.
    #[must_use]
    pub fn line(&self, text: &str, line: usize) -> Vec<(Range<usize>, Ink)> {
        self.within(text, self.range(text, line))
    }

    /// The same for a part of a line.
    #[must_use]
    pub fn within(&self, text: &str, part: Range<usize>) -> Vec<(Range<usize>, Ink)> {
        let mut inks: Vec<(Range<usize>, Ink)> = Vec::new();
        let mut at = self.start(self.line_of(part.start));
        while at < part.end {
            let (end, ink) = self.ink_from(text, at);
            let (from, to) = (at.max(part.start), end.min(part.end));
            if from < to {
                match inks.last_mut() {
                    Some((last, same)) if *same == ink && last.end == from => last.end = to,
                    _ => inks.push((from..to, ink)),
                }
            }
            at = end.max(at + 1);
        }
        inks
    }

    /// What a caret at an offset stands within: [`Ink::Text`] and [`Ink::Comment`] only strictly inside, [`Ink::Plain`]
    /// everywhere else. At the end of a line comment, or of a text that is not closed, it is inside.
    #[must_use]
    pub fn inside(&self, text: &str, offset: usize) -> Ink {
        if let Some(long) = self.long_over(offset) {
            return long.ink;
        }
        let mut at = self.start(self.line_of(offset));
        while at < offset {
            let (end, ink) = self.ink_from(text, at);
            let open = match ink {
                Ink::Text => offset == end && !is_closed(text.get(at..end).unwrap_or("")),
                Ink::Comment => offset == end && text.get(at..end).is_some_and(|c| c.starts_with("//")),
                _ => false,
            };
            if matches!(ink, Ink::Text | Ink::Comment) && (offset < end || open) {
                return ink;
            }
            at = end.max(at + 1);
        }
        Ink::Plain
    }

    /// The token at an offset: where it ends and what it is.
    fn ink_from(&self, text: &str, at: usize) -> (usize, Ink) {
        let long = self.long_over(at).or_else(|| {
            let index = self.long.binary_search_by_key(&at, |long| long.start).ok()?;
            self.long.get(index).copied()
        });
        if let Some(long) = long {
            return (long.end, long.ink);
        }
        let found = token(text, at, false);
        (found.end, ink_of(text, at, found))
    }

    /// The long token that began before an offset and goes on behind it.
    fn long_over(&self, offset: usize) -> Option<Long> {
        let before = self.long.partition_point(|long| long.start < offset);
        before.checked_sub(1).and_then(|index| self.long.get(index)).filter(|long| offset < long.end).copied()
    }
}

fn ink_of(text: &str, at: usize, found: Token) -> Ink {
    match found.kind {
        TokenKind::Blank | TokenKind::Other => Ink::Plain,
        TokenKind::Comment => Ink::Comment,
        TokenKind::Text => Ink::Text,
        TokenKind::Number => Ink::Number,
        TokenKind::Open(_) | TokenKind::Close(_) | TokenKind::Comma | TokenKind::Colon => Ink::Mark,
        TokenKind::Name => {
            let behind = text.get(found.end..).unwrap_or("").trim_start();
            match text.get(at..found.end) {
                _ if behind.starts_with(':') => Ink::Field,
                Some("true" | "false") => Ink::Flag,
                _ => Ink::Name,
            }
        }
    }
}

/// Whether a text has both its quotes.
fn is_closed(written: &str) -> bool {
    let quotes = written.trim_start_matches(['b', 'r', '#']);
    quotes.len() > 1 && written.trim_end_matches('#').ends_with(['"', '\''])
}

/// Where lines begin behind the line ends of a stretch.
fn line_ends(text: &str, from: usize, to: usize) -> impl Iterator<Item = usize> {
    let bytes = text.as_bytes().get(from..to).unwrap_or(&[]);
    bytes.iter().enumerate().filter(|(_, b)| **b == b'\n').map(move |(index, _)| from + index + 1)
}

/// Whether only dull bytes lie between a token's end and an offset not before it, so that a token may begin there.
fn starts_here(text: &str, at: usize, offset: usize) -> bool {
    at <= offset && skip_dull(text, at) >= offset
}

/// Passes over what begins neither a text nor a comment, nor a name or number, which could be part of one.
fn skip_dull(text: &str, at: usize) -> usize {
    const DULL: [bool; 256] = {
        let mut dull = [false; 256];
        let mut b = 0;
        while b < 128 {
            let c = b as u8;
            dull[b] =
                !(c.is_ascii_alphanumeric() || matches!(c, b'_' | b'"' | b'\'' | b'/' | b'+' | b'-' | b'.'));
            b += 1;
        }
        dull
    };
    let bytes = text.as_bytes();
    let mut at = at;
    while let Some(b) = bytes.get(at)
        && DULL[usize::from(*b)]
    {
        at += 1;
    }
    at
}
