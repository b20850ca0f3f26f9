//! Problems as people, programs and GitHub read them.

mod github;
mod human;
mod json;

use std::sync::Arc;

pub(super) use github::github;
pub(super) use human::human;
pub(super) use json::json;

use crate::play_file::{Problem, Severity};

/// A file that has been read, and everything wrong with it.
#[derive(Clone, Debug)]
pub(super) struct Checked {
    /// Its text, as far as it is text.
    pub(super) text: Arc<str>,
    /// In the order of the text.
    pub(super) problems: Vec<Problem>,
}

/// Every problem of every file.
pub(super) fn problems(files: &[Checked]) -> impl Iterator<Item = &Problem> {
    files.iter().flat_map(|file| &file.problems)
}

/// Whether any file cannot be used.
pub(super) fn has_errors(files: &[Checked]) -> bool {
    problems(files).any(|problem| problem.severity() == Severity::Error)
}

/// How many there are, in words: `1 error`, `12 files`.
pub(super) fn count(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}
