//! Collecting problems while a text is read, and giving them lines and columns at the end.
//!
//! In: findings with byte spans, in any order. Out: [`Problem`]s in the order of the text. Lines are counted only if
//! there is something to report, so that a good file costs nothing.

use std::sync::Arc;

use super::problem::{Code, Edit, Location, Patch, Problem, Span};
use super::schema::MAX_PROBLEMS;
use super::tree;

/// The mark some editors put before a text.
pub(super) const BYTE_ORDER_MARK: char = '\u{feff}';

impl From<tree::Span> for Span {
    fn from(span: tree::Span) -> Self {
        Self::new(span.start as usize, span.end as usize)
    }
}

/// What is found wrong with one text.
#[derive(Debug, Default)]
pub(super) struct Report {
    found: Vec<Found>,
    /// What came after the report was full, and is not kept.
    beyond: Option<Found>,
}

/// A problem that has no line yet.
#[derive(Debug)]
pub(super) struct Found {
    code: Code,
    span: Span,
    message: String,
    help: Option<String>,
    fix: Option<Patch>,
}

impl Found {
    /// What would cure it.
    pub(super) fn help(&mut self, help: impl Into<String>) -> &mut Self {
        self.help = Some(help.into());
        self
    }

    /// A change of one place that cures it.
    pub(super) fn fix(&mut self, label: impl Into<String>, span: Span, text: impl Into<String>) -> &mut Self {
        self.patch(label, vec![Edit { span, text: text.into() }])
    }

    /// Takes back the change that was proposed.
    pub(super) fn no_fix(&mut self) {
        self.fix = None;
    }

    /// A change of several places that cures it.
    pub(super) fn patch(&mut self, label: impl Into<String>, mut edits: Vec<Edit>) -> &mut Self {
        edits.sort_by_key(|edit| edit.span);
        self.fix = Some(Patch { label: label.into(), edits });
        self
    }

    /// Help that names the valid ones, and a change to the nearest of them, which stands at `span` between `quote`s.
    pub(super) fn nearest(&mut self, meant: Option<&str>, valid: &str, span: Span, quote: &str) -> &mut Self {
        match meant {
            Some(meant) => {
                let meant = format!("{quote}{meant}{quote}");
                let shown = if quote.is_empty() { format!("`{meant}`") } else { meant.clone() };
                self.help(format!("Did you mean {shown}? {valid}")).fix(
                    format!("Change to {shown}"),
                    span,
                    meant,
                )
            }
            None => self.help(valid),
        }
    }
}

impl Report {
    /// Adds a problem at `span`; the rest is said on what comes back.
    pub(super) fn add(
        &mut self,
        code: Code,
        span: impl Into<Span>,
        message: impl Into<String>,
    ) -> &mut Found {
        let found = Found { code, span: span.into(), message: message.into(), help: None, fix: None };
        if self.is_full() {
            return self.beyond.insert(found);
        }
        let last = self.found.len();
        self.found.push(found);
        &mut self.found[last]
    }

    /// Whether no more problems are kept: nobody reads so many, and a hostile file could have one at every byte.
    pub(super) fn is_full(&self) -> bool {
        self.found.len() >= MAX_PROBLEMS
    }

    /// The last problem that was added.
    pub(super) fn last_index(&self) -> Option<usize> {
        self.found.len().checked_sub(1)
    }

    /// A problem by its index.
    pub(super) fn at(&mut self, index: usize) -> Option<&mut Found> {
        self.found.get_mut(index)
    }

    /// Whether the file cannot be used.
    pub(super) fn has_errors(&self) -> bool {
        self.found.iter().chain(&self.beyond).any(|found| found.code.severity() == super::Severity::Error)
    }

    /// The problems in the order of `text`, which `file` holds.
    pub(super) fn into_problems(self, text: &str, file: &str) -> Vec<Problem> {
        if self.found.is_empty() {
            return Vec::new();
        }
        let file: Arc<str> = file.into();
        let mut lines = Lines::new(text);
        let mut found = self.found;
        found.sort_by_key(|found| (found.span, found.code.severity(), found.code));
        found
            .into_iter()
            .map(|found| Problem {
                file: Arc::clone(&file),
                code: found.code,
                message: found.message,
                span: found.span,
                start: lines.locate(found.span.start),
                end: lines.locate(found.span.end),
                help: found.help,
                fix: found.fix,
            })
            .collect()
    }
}

/// Into the order of the text; at one place, the worse first.
pub(super) fn sort(problems: &mut [Problem]) {
    problems.sort_by_key(|problem| (problem.span, problem.severity(), problem.code));
}

/// Finds the lines of places. It remembers where it was, so that places in order cost one way through the text.
pub(super) struct Lines<'t> {
    text: &'t str,
    /// The beginning of a line, and its number from 1.
    at: (usize, usize),
}

impl<'t> Lines<'t> {
    pub(super) const fn new(text: &'t str) -> Self {
        Self { text, at: (0, 1) }
    }

    /// The line and column of a byte. A byte-order mark takes no column, nor does the `\r` of a line's end.
    pub(super) fn locate(&mut self, offset: usize) -> Location {
        let bytes = self.text.as_bytes();
        let offset = offset.min(bytes.len());
        if offset < self.at.0 {
            self.at = (0, 1);
        }
        let way = bytes.get(self.at.0..offset).unwrap_or_default();
        if let Some(last) = way.iter().rposition(|byte| *byte == b'\n') {
            let passed = way.split(|byte| *byte == b'\n').count() - 1;
            self.at = (self.at.0 + last + 1, self.at.1 + passed);
        }
        let (start, line) = self.at;
        let before = self.text.get(start..offset).unwrap_or("");
        let before = before.strip_prefix(BYTE_ORDER_MARK).filter(|_| start == 0).unwrap_or(before);
        let at_line_end = bytes.get(offset) == Some(&b'\n');
        let before = before.strip_suffix('\r').filter(|_| at_line_end).unwrap_or(before);
        Location { line, column: before.chars().count() + 1 }
    }
}

/// The byte at a line and column of `text`, as `ron` counts them: every character after a `\n` is a column.
pub(super) fn offset_of(text: &str, line: usize, column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        match text.get(start..).and_then(|rest| rest.find('\n')) {
            Some(end) => start += end + 1,
            None => return text.len(),
        }
    }
    let rest = text.get(start..).unwrap_or("");
    rest.char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(at, _)| start + at)
}

#[cfg(test)]
mod tests {
    use super::{Lines, Location};

    #[test]
    fn columns_are_characters_and_line_ends_of_either_kind_take_none() {
        let text = "\u{feff}aé\r\nüb\n";
        let mut lines = Lines::new(text);
        let mut at = |offset| {
            let Location { line, column } = lines.locate(offset);
            (line, column)
        };
        assert_eq!(at(0), (1, 1));
        assert_eq!(at(3), (1, 1));
        assert_eq!(at(4), (1, 2));
        assert_eq!(at(6), (1, 3));
        assert_eq!(at(7), (1, 3));
        assert_eq!(at(8), (2, 1));
        assert_eq!(at(10), (2, 2));
        assert_eq!(at(12), (3, 1));
        assert_eq!(at(99), (3, 1));
        assert_eq!(at(4), (1, 2));
    }
}
