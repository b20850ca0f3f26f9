//! What keys do to a text.
//!
//! In: a text, its inks, and the caret with its selection. Out: a [`Change`]: the edit as a value, and where the caret is
//! after it. Nothing is applied here, and nothing knows of keys or windows.

use std::ops::Range;

use super::moves::{self, indent, line_at, line_end, line_start};
use super::{Caret, Typing};
use crate::play_file::assist::{Ink, Inks};
use crate::play_file::edit::TextEdit;
use crate::play_file::{Edit, Span};

/// One level.
pub(super) const LEVEL: &str = "    ";

/// An edit, and the caret in the text it makes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub edit: TextEdit,
    pub caret: Caret,
    pub typing: Typing,
    /// Where a closing bracket or quote was added that may be typed over, in the text after.
    pub closer: Option<usize>,
}

impl Change {
    fn new(edit: TextEdit, caret: Caret, typing: Typing) -> Self {
        Self { edit, caret, typing, closer: None }
    }
}

/// What typing does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Change(Change),
    /// The closing bracket or quote that is there already is passed over.
    Over(usize),
}

/// The line end of a file, judged by its first.
pub(super) fn line_ending(text: &str) -> &'static str {
    match text.find('\n') {
        Some(at) if text.as_bytes().get(at.wrapping_sub(1)) == Some(&b'\r') => "\r\n",
        _ => "\n",
    }
}

/// Text from elsewhere with the file's line ends.
pub(super) fn with_line_ends(new: &str, ending: &str) -> String {
    let plain = new.replace("\r\n", "\n").replace('\r', "\n");
    if ending == "\n" { plain } else { plain.replace('\n', ending) }
}

/// Puts `new` in the place of the selection.
pub(super) fn replace(range: Range<usize>, new: &str, typing: Typing) -> Change {
    let caret = Caret::at(range.start + new.len());
    Change::new(TextEdit::replace(Span::new(range.start, range.end), new), caret, typing)
}

/// A typed character, with what belongs to it: the other bracket or quote. `closers` are those that were added so.
pub(super) fn typed(text: &str, inks: &Inks, caret: Caret, new: &str, closers: &[usize]) -> Step {
    let range = caret.range();
    let rest = text.get(range.end..).unwrap_or("");
    let mut letters = new.chars();
    let (Some(c), None) = (letters.next(), letters.next()) else {
        return Step::Change(replace(range, new, Typing::Insert));
    };
    let inside = inks.inside(text, range.start);
    let over = rest.starts_with(c)
        && range.is_empty()
        && match c {
            ')' | ']' | '}' => closers.contains(&range.end),
            // A quote typed where a text ends ends it.
            '"' => inside == Ink::Text && ends_text(text, inks, range.end),
            _ => false,
        };
    if over {
        return Step::Over(range.end + c.len_utf8());
    }
    let close = match c {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        '"' => '"',
        _ => return Step::Change(replace(range, new, Typing::Insert)),
    };
    if inside != Ink::Plain {
        return Step::Change(replace(range, new, Typing::Insert));
    }
    if !range.is_empty() {
        let selected = text.get(range.clone()).unwrap_or("");
        let quotes_in = c == '"' && selected.contains(['"', '\n']);
        if !quotes_in {
            let edit = TextEdit::replace(Span::new(range.start, range.end), format!("{c}{selected}{close}"));
            let caret = Caret { at: range.end + 1, anchor: range.start + 1 };
            return Step::Change(Change::new(edit, caret, Typing::Insert));
        }
    }
    let next = rest.chars().next();
    let free = next.is_none_or(|next| next.is_whitespace() || matches!(next, ',' | ')' | ']' | '}'));
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let stuck = c == '"' && before.is_some_and(|b| b.is_alphanumeric() || matches!(b, '"' | '\\' | '#'));
    if !free || stuck {
        return Step::Change(replace(range, new, Typing::Insert));
    }
    let edit = TextEdit::replace(Span::new(range.start, range.end), format!("{c}{close}"));
    let at = range.start + c.len_utf8();
    let mut change = Change::new(edit, Caret::at(at), Typing::Insert);
    change.closer = Some(at);
    Step::Change(change)
}

/// Whether the quote at a place is the last character of a text.
fn ends_text(text: &str, inks: &Inks, quote: usize) -> bool {
    inks.inside(text, quote) == Ink::Text && inks.inside(text, quote + 1) != Ink::Text
}

/// A line end, indented like the line before, one level deeper behind an opening bracket.
pub(super) fn enter(text: &str, inks: &Inks, caret: Caret) -> Change {
    let range = caret.range();
    let ending = line_ending(text);
    if inks.inside(text, range.start) == Ink::Text {
        return replace(range, ending, Typing::Insert);
    }
    let start = line_start(text, range.start);
    let indent = indent(text, range.start);
    let kept = indent.get(..indent.len().min(range.start - start)).unwrap_or("");
    let before = text.get(start..range.start).unwrap_or("").trim_end();
    let opens = before.ends_with(['(', '[', '{']) && inks.inside(text, range.start) == Ink::Plain;
    if !opens {
        return replace(range, &format!("{ending}{kept}"), Typing::Insert);
    }
    let line = text.get(range.end..line_end(text, range.end)).unwrap_or("");
    let bare = line.trim_start_matches([' ', '\t']);
    let deeper = format!("{ending}{kept}{LEVEL}");
    if !bare.starts_with([')', ']', '}']) {
        return replace(range, &deeper, Typing::Insert);
    }
    let end = range.end + (line.len() - bare.len());
    let mut change = replace(range.start..end, &format!("{deeper}{ending}{kept}"), Typing::Insert);
    change.caret = Caret::at(range.start + deeper.len());
    change
}

/// Backspace. `word`: a whole word.
pub(super) fn backspace(text: &str, caret: Caret, word: bool, closers: &[usize]) -> Option<Change> {
    let range = caret.range();
    if !range.is_empty() {
        return Some(replace(range, "", Typing::Delete));
    }
    let at = caret.at;
    let line = line_start(text, at);
    let before = text.get(line..at).unwrap_or("");
    // The blanks before a line go by levels.
    let blank = !word && !before.is_empty() && before.bytes().all(|b| b == b' ');
    let start = if word {
        moves::word_left(text, at)
    } else if blank {
        line + (before.len() - 1) / LEVEL.len() * LEVEL.len()
    } else {
        moves::left(text, at)
    };
    // The closing one that came by itself goes with the opening one.
    let pair = !word && closers.contains(&at);
    let end = if pair { moves::right(text, at) } else { at };
    (start < end).then(|| replace(start..end, "", Typing::Delete))
}

/// Delete. `word`: a whole word.
pub(super) fn delete(text: &str, caret: Caret, word: bool) -> Option<Change> {
    let mut range = caret.range();
    if range.is_empty() {
        range.end = if word { moves::word_right(text, caret.at) } else { moves::right(text, caret.at) };
    }
    (!range.is_empty()).then(|| replace(range, "", Typing::Delete))
}

/// The lines that a selection touches, by where they begin; one that ends at the beginning of a line leaves it alone.
fn lines_of(text: &str, caret: Caret) -> Vec<usize> {
    let range = caret.range();
    let mut starts = vec![line_start(text, range.start)];
    while let Some(last) = starts.last().copied() {
        let next = line_at(text, last).end;
        let ended = next >= range.end || next >= text.len();
        if next == last || ended {
            break;
        }
        starts.push(next);
    }
    starts
}

/// Edits of several lines, with the caret and its selection carried along.
fn in_lines(caret: Caret, edits: Vec<Edit>) -> Option<Change> {
    let edit = TextEdit::new(edits).ok().filter(|edit| !edit.is_empty())?;
    let caret = Caret { at: edit.map(caret.at), anchor: edit.map(caret.anchor) };
    Some(Change::new(edit, caret, Typing::Other))
}

/// Tab: to the next level, or every selected line one level in.
pub(super) fn tab(text: &str, caret: Caret) -> Option<Change> {
    let range = caret.range();
    if !text.get(range.clone())?.contains('\n') {
        let column = text.get(line_start(text, range.start)..range.start)?.chars().count();
        let blanks = LEVEL.get(column % LEVEL.len()..)?;
        return Some(replace(range, blanks, Typing::Insert));
    }
    let lines = lines_of(text, caret).into_iter().filter(|line| line_end(text, *line) > *line);
    in_lines(caret, lines.map(|line| Edit { span: Span::new(line, line), text: LEVEL.to_owned() }).collect())
}

/// Shift+Tab: every line that is touched one level out.
pub(super) fn untab(text: &str, caret: Caret) -> Option<Change> {
    let out = |line: usize| {
        let indent = indent(text, line);
        let length = match indent.as_bytes().first()? {
            b'\t' => 1,
            _ => indent.bytes().take(LEVEL.len()).take_while(|b| *b == b' ').count(),
        };
        Some(Edit { span: Span::new(line, line + length), text: String::new() })
    };
    in_lines(caret, lines_of(text, caret).into_iter().filter_map(out).collect())
}

/// Makes the touched lines comments, or takes the slashes off if all of them are.
pub(super) fn toggle_comment(text: &str, caret: Caret) -> Option<Change> {
    let content = |line: usize| {
        let start = line + indent(text, line).len();
        (start, text.get(start..line_end(text, line).max(start)).unwrap_or(""))
    };
    let lines: Vec<usize> =
        lines_of(text, caret).into_iter().filter(|line| !content(*line).1.is_empty()).collect();
    let commented = !lines.is_empty() && lines.iter().all(|line| content(*line).1.starts_with("//"));
    let column = lines.iter().map(|line| indent(text, *line).len()).min()?;
    let edits = lines.iter().map(|line| {
        if commented {
            let (start, content) = content(*line);
            let length = if content.starts_with("// ") { 3 } else { 2 };
            Edit { span: Span::new(start, start + length), text: String::new() }
        } else {
            Edit { span: Span::new(line + column, line + column), text: "// ".to_owned() }
        }
    });
    in_lines(caret, edits.collect())
}

/// The touched lines change places with the one above or below.
pub(super) fn move_lines(text: &str, caret: Caret, up: bool) -> Option<Change> {
    let lines = lines_of(text, caret);
    let (first, last) = (*lines.first()?, *lines.last()?);
    let block = first..line_at(text, last).end;
    let other = if up {
        line_start(text, first.checked_sub(1)?)..first
    } else {
        if block.end >= text.len() && !text.get(..block.end)?.ends_with('\n') {
            return None;
        }
        let other = line_at(text, block.end);
        // The empty line behind the last line end is no line to change places with.
        if other.is_empty() {
            return None;
        }
        other
    };
    let ending = line_ending(text);
    let bare = |range: &Range<usize>| {
        let line = text.get(range.clone()).unwrap_or("");
        let line = line.strip_suffix('\n').unwrap_or(line);
        line.strip_suffix('\r').unwrap_or(line).to_owned()
    };
    let (upper, lower) = if up { (&block, &other) } else { (&other, &block) };
    // Only the line end of the very last line may be missing.
    let whole = upper.start.min(lower.start)..upper.end.max(lower.end);
    let closed = text.get(whole.clone())?.ends_with('\n');
    let new = format!("{}{ending}{}{}", bare(upper), bare(lower), if closed { ending } else { "" });
    let moved = if up { whole.start } else { whole.start + bare(&other).len() + ending.len() };
    let carry = |at: usize| moved + (at - block.start).min(bare(&block).len() + ending.len());
    let caret = Caret { at: carry(caret.at.max(block.start)), anchor: carry(caret.anchor.max(block.start)) };
    let edit = TextEdit::replace(Span::new(whole.start, whole.end), new);
    Some(Change::new(edit, caret, Typing::Other))
}
