//! A problem as a value: what is wrong, where exactly, and what would cure it. The command line, the panel and JSON show
//! the same value.

use std::fmt;
use std::sync::Arc;

/// A range of bytes in a text, `start..end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The range `start..end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }
}

/// A place a person can find: line and column from 1, columns in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

/// Replaces one span of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty to insert.
    pub span: Span,
    /// What it is replaced with.
    pub text: String,
}

/// A change of a text: edits in rising order that do not overlap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patch {
    /// What pressing it would do, such as `Change to "technology"`.
    pub label: String,
    /// The edits.
    pub edits: Vec<Edit>,
}

/// How bad a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The file cannot be used.
    Error,
    /// It can be used, and is probably not what was meant.
    Warning,
    /// Worth knowing.
    Info,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Info => "info",
        })
    }
}

macro_rules! codes {
    ($($name:ident = $code:literal, $severity:ident, $doc:literal;)*) => {
        /// What kind of problem it is; the codes are stable.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $(#[doc = $doc] $name,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The code as it is printed, such as `unknown-channel`.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $code,)* }
            }

            /// How bad it is.
            #[must_use]
            pub const fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    Syntax = "syntax", Error, "Not RON.";
    Encoding = "encoding", Error, "Not UTF-8.";
    WrongDocument = "wrong-document", Error, "Another kind of document than was asked for, or none of ours.";
    UnknownField = "unknown-field", Error, "A field the schema does not have.";
    MissingField = "missing-field", Error, "A field the schema needs.";
    DuplicateField = "duplicate-field", Error, "A field given twice.";
    UnknownVariant = "unknown-variant", Error, "A choice the schema does not have.";
    WrongType = "wrong-type", Error, "A value of another kind.";
    DuplicateId = "duplicate-id", Error, "An id used twice.";
    BadId = "bad-id", Error, "An id with letters it may not have.";
    UnknownChannel = "unknown-channel", Error, "A channel the model does not have.";
    UnknownPlayer = "unknown-player", Error, "A player the play does not have.";
    UnknownPlay = "unknown-play", Error, "A play or plan that cannot be found.";
    UnknownModel = "unknown-model", Error, "An operating model that cannot be found.";
    WrongSide = "wrong-side", Error, "An assignment, or the carrier, that names the wrong team.";
    WrongChannel = "wrong-channel", Error, "A target in another channel.";
    IdleCarrier = "idle-carrier", Error, "A ball carrier that takes no part.";
    OutOfRange = "out-of-range", Error, "A number outside its range.";
    SupportCycle = "support-cycle", Error, "Players supporting each other in a ring.";
    MixedModels = "mixed-models", Error, "Plays of another operating model where one is shared.";
    UnsupportedFormat = "unsupported-format", Error, "A format this version does not know.";
    TooLarge = "too-large", Error, "More than can be read: size, depth, players, calls, items or strokes.";
    OpenFlank = "open-flank", Info, "A channel nobody confronts, bypasses or advances in.";
    Crowded = "crowded", Warning, "Two tokens nearly on top of each other.";
    NeverUsed = "never-used", Warning, "Something nothing refers to, or that changes nothing.";
    InconsistentForce = "inconsistent-force", Warning, "The same force with another strength or channel elsewhere.";
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// One thing wrong with a file, or worth knowing about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file as the user named it.
    pub file: Arc<str>,
    /// What kind of problem.
    pub code: Code,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// The exact bytes.
    pub span: Span,
    /// Where they start.
    pub start: Location,
    /// Where they end: the place after the last character.
    pub end: Location,
    /// What would cure it, with the nearest valid name.
    pub help: Option<String>,
    /// A change that cures it, where one is safe.
    pub fix: Option<Patch>,
}

impl Problem {
    /// How bad it is.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }
}
