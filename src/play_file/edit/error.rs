//! Why an edit cannot be made, in words for the one who asked for it.

use thiserror::Error;

/// Why an edit was refused. The text is then as it was.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum EditError {
    /// Two replacements of one edit meet.
    #[error("Two changes of the same place were asked for at once")]
    Overlapping,
    /// A span is not one of the text.
    #[error("The text has changed since; try again")]
    OtherText,
    /// A text that is not RON has no places to change.
    #[error("Correct the file's syntax first; line {line} cannot be read")]
    Syntax {
        /// The first line in error, from 1.
        line: usize,
    },
    /// Neither a play, a game plan nor an operating model.
    #[error("The file does not say what it is: it begins with `Play(`, `GamePlan(` or `OperatingModel(`")]
    WrongDocument,
    /// A path that leads nowhere, or to something else than was meant.
    #[error("There is no `{path}` in this file")]
    NoSuchPlace {
        /// The path as people write it.
        path: String,
    },
    /// A value of another kind than the place takes.
    #[error("`{path}` must be {expected}")]
    WrongValue {
        /// The path as people write it.
        path: String,
        /// What it must be, in words.
        expected: String,
    },
    /// A number, text or list outside its range.
    #[error("`{path}` must be {allowed}")]
    OutOfRange {
        /// The path as people write it.
        path: String,
        /// The range in words.
        allowed: String,
    },
    /// A field that every such record has.
    #[error("`{path}` cannot be left out")]
    Required {
        /// The path as people write it.
        path: String,
    },
    /// A text that cannot be an id.
    #[error("\"{id}\" cannot be an id: use lower-case letters and digits, words joined by single hyphens")]
    BadId {
        /// What was to be the id.
        id: String,
    },
    /// An id that something else in the file has.
    #[error("\"{id}\" is already the id of something else in this file")]
    DuplicateId {
        /// The id.
        id: String,
    },
    /// Nothing here has that name.
    #[error("Nothing in this file is called \"{id}\"")]
    NotNamed {
        /// The name.
        id: String,
    },
    /// More, or fewer, than a file may hold of something.
    #[error("{what}")]
    Limit {
        /// What there is a limit of, and the limit.
        what: String,
    },
    /// The text would no longer be read. Nobody should ever see this one.
    #[error("This change would leave a file that cannot be read; change the text by hand")]
    Unreadable,
}
