//! Where a caret goes.
//!
//! In: a text and an offset in it. Out: another offset, always on a character boundary, never between a character and
//! the marks that belong to it, never between the two bytes of a line end. No layout: moves between lines are elsewhere.

use std::ops::Range;

use unicode_width::UnicodeWidthChar;

/// The nearest place at or before an offset where a caret may stand.
pub(super) fn clamp(text: &str, offset: usize) -> usize {
    let offset = text.floor_char_boundary(offset);
    if is_between(text, offset) { offset - 1 } else { offset }
}

/// Between `\r` and `\n`.
fn is_between(text: &str, offset: usize) -> bool {
    let bytes = text.as_bytes();
    offset > 0 && bytes.get(offset - 1) == Some(&b'\r') && bytes.get(offset) == Some(&b'\n')
}

/// Whether a character belongs to the one before it.
fn is_joined(before: Option<char>, c: char) -> bool {
    const JOINER: char = '\u{200d}';
    (!c.is_control() && c.width() == Some(0)) || before == Some(JOINER)
}

/// One character to the left, with its marks.
pub(super) fn left(text: &str, at: usize) -> usize {
    let mut at = at;
    let before = text.get(..at).unwrap_or("");
    if before.ends_with("\r\n") {
        return at - 2;
    }
    let mut letters = before.chars().rev().peekable();
    while let Some(c) = letters.next() {
        at -= c.len_utf8();
        if !is_joined(letters.peek().copied(), c) {
            break;
        }
    }
    at
}

/// One character to the right, with its marks.
pub(super) fn right(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    if rest.starts_with("\r\n") {
        return at + 2;
    }
    let mut letters = rest.chars();
    let Some(first) = letters.next() else { return at };
    let mut end = at + first.len_utf8();
    let mut before = first;
    for c in letters {
        if first.is_control() || !is_joined(Some(before), c) {
            break;
        }
        end += c.len_utf8();
        before = c;
    }
    end
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Blank,
    End,
    Word,
    Mark,
}

fn class(c: char) -> Class {
    match c {
        '\n' | '\r' => Class::End,
        c if c.is_whitespace() => Class::Blank,
        c if c.is_alphanumeric() || c == '_' || c.width() == Some(0) => Class::Word,
        _ => Class::Mark,
    }
}

/// To the end of the word to the right, or over a line end.
pub(super) fn word_right(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    if rest.starts_with(['\r', '\n']) {
        return right(text, at);
    }
    let bare = rest.trim_start_matches(|c| class(c) == Class::Blank);
    let start = at + (rest.len() - bare.len());
    let Some(first) = bare.chars().next().map(class).filter(|class| *class != Class::End) else {
        return start;
    };
    start + bare.find(|c| class(c) != first).unwrap_or(bare.len())
}

/// To the beginning of the word to the left, or over a line end.
pub(super) fn word_left(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    if before.ends_with('\n') {
        return left(text, at);
    }
    let bare = before.trim_end_matches(|c| class(c) == Class::Blank);
    let Some(last) = bare.chars().next_back().map(class).filter(|class| *class != Class::End) else {
        return bare.len();
    };
    bare.trim_end_matches(|c| class(c) == last).len()
}

/// The word, blanks or marks at a place: what a double click takes.
pub(super) fn word_at(text: &str, at: usize) -> Range<usize> {
    let behind = text.get(at..).unwrap_or("");
    let before = text.get(..at).unwrap_or("");
    let next = behind.chars().next().map(class).filter(|class| *class != Class::End);
    let last = before.chars().next_back().map(class).filter(|class| *class != Class::End);
    // At the end of a word, the word.
    let taken = match (last, next) {
        (Some(Class::Word), Some(next)) if next != Class::Word => Class::Word,
        (_, Some(next)) => next,
        (Some(last), None) => last,
        (None, None) => return at..at,
    };
    let start = before.trim_end_matches(|c| class(c) == taken).len();
    let end = at + behind.find(|c| class(c) != taken).unwrap_or(behind.len());
    start..end
}

/// The beginning of the line of a place.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

/// The end of the line of a place, before its line end.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    match rest.find('\n') {
        Some(newline) => {
            at + rest.get(..newline).map_or(0, |line| line.strip_suffix('\r').unwrap_or(line).len())
        }
        None => text.len(),
    }
}

/// The line of a place with its line end.
pub(super) fn line_at(text: &str, at: usize) -> Range<usize> {
    let rest = text.get(at..).unwrap_or("");
    line_start(text, at)..rest.find('\n').map_or(text.len(), |newline| at + newline + 1)
}

/// The blanks a line begins with.
pub(super) fn indent(text: &str, at: usize) -> &str {
    let line = text.get(line_start(text, at)..).unwrap_or("");
    let end = line.find(|c| c != ' ' && c != '\t').unwrap_or(line.len());
    line.get(..end).unwrap_or("")
}

/// The first letter of the line, or its beginning if the place is there already.
pub(super) fn home(text: &str, at: usize) -> usize {
    let start = line_start(text, at);
    let first = start + indent(text, at).len();
    if at == first { start } else { first }
}
