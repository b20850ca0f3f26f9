//! What is wrong with a text as RON, where, and how to cure it.
//!
//! In: what the parser met. Out: messages for people who write plays, not parsers. Codes, severities and lines and
//! columns are given to them elsewhere.

use std::borrow::Cow;

use super::Span;
use super::lexer::{LexError, LexErrorKind};

/// The kinds of syntax errors.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SyntaxErrorKind {
    /// The text holds no value.
    Empty,
    /// More text follows the document.
    TrailingText,
    /// A value is missing where one must stand.
    MissingValue,
    /// No `,` between two values.
    MissingComma,
    /// No `:` after a name or key.
    MissingColon,
    /// A value without a field name among named fields.
    MissingFieldName,
    /// A named field among unnamed values or in a list.
    UnexpectedFieldName,
    /// A name with `.`, `+` or `-` that is not marked as raw.
    BadName,
    /// A bracket that is never closed.
    Unclosed,
    /// A closing bracket that closes nothing.
    UnexpectedClose,
    /// A character that means nothing here.
    StrayCharacter,
    /// A string whose closing `"` is missing.
    UnclosedString,
    /// A block comment that is never closed.
    UnclosedComment,
    /// A `\` in a string or character that no known letter follows.
    BadEscape,
    /// A character literal that is not one character.
    BadCharacter,
    /// Something that starts like a number and is none.
    BadNumber,
    /// A broken `#![…]` line.
    BadAttribute,
    /// An extension of RON that does not exist.
    UnknownExtension,
    /// `Some` without exactly one value.
    BadSome,
    /// Nested deeper than [`MAX_DEPTH`](super::MAX_DEPTH).
    TooDeep,
    /// More than 4 GiB.
    TooLong,
}

/// Replace the bytes at `span` (none, to insert) by `replacement`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The bytes that are replaced.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: Cow<'static, str>,
}

/// One thing that is wrong, with its place and cure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// What kind of mistake.
    pub kind: SyntaxErrorKind,
    /// The bytes to mark; empty where something is missing.
    pub span: Span,
    /// One line, without a full stop.
    pub message: Cow<'static, str>,
    /// What to do about it.
    pub help: Option<Cow<'static, str>>,
    /// Another place that belongs to it, as the bracket left open, and what it is.
    pub related: Option<(Span, &'static str)>,
    /// A cure that can be applied as it is.
    pub fix: Option<Fix>,
}

impl SyntaxError {
    pub(super) fn new(kind: SyntaxErrorKind, span: Span, message: impl Into<Cow<'static, str>>) -> Self {
        Self { kind, span, message: message.into(), help: None, related: None, fix: None }
    }

    pub(super) fn help(mut self, help: impl Into<Cow<'static, str>>) -> Self {
        self.help = Some(help.into());
        self
    }

    pub(super) fn related(mut self, span: Span, label: &'static str) -> Self {
        self.related = Some((span, label));
        self
    }

    pub(super) fn fix(mut self, span: Span, replacement: impl Into<Cow<'static, str>>) -> Self {
        self.fix = Some(Fix { span, replacement: replacement.into() });
        self
    }

    pub(super) fn insert(self, at: usize, replacement: impl Into<Cow<'static, str>>) -> Self {
        self.fix(Span::new(at, at), replacement)
    }
}

impl From<LexError> for SyntaxError {
    fn from(lexed: LexError) -> Self {
        use SyntaxErrorKind as Kind;
        let span = Span::new(lexed.start, lexed.end);
        let (kind, message, help) = match lexed.kind {
            LexErrorKind::StraySlash => {
                (Kind::StrayCharacter, "a single `/` means nothing", "start a comment with `//`")
            }
            LexErrorKind::UnclosedComment => {
                (Kind::UnclosedComment, "this comment is never closed", "close it with `*/`")
            }
            LexErrorKind::UnclosedString => {
                (Kind::UnclosedString, "this text is never closed", "end it with `\"`")
            }
            LexErrorKind::NoOpeningQuote => {
                (Kind::UnclosedString, "a raw text needs its opening `\"`", "write r#\"…\"#")
            }
            LexErrorKind::UnclosedRawString => (
                Kind::UnclosedString,
                "this raw text is never closed",
                "end it with `\"` and as many `#` as it begins with",
            ),
            LexErrorKind::UnknownEscape => (
                Kind::BadEscape,
                "a backslash cannot stand before this",
                "write `\\\\` for a backslash; \\\" \\' \\n \\t \\r \\0 \\x41 \\u{e9} are the other escapes",
            ),
            LexErrorKind::BadHexEscape => {
                (Kind::BadEscape, "`\\x` needs two hexadecimal digits", "as in `\\x41`")
            }
            LexErrorKind::BadUnicodeEscape => {
                (Kind::BadEscape, "`\\u` needs a character's number", "as in `\\u{e9}`, one to six digits")
            }
            LexErrorKind::NotUtf8 => (
                Kind::BadEscape,
                "these `\\x` escapes make no character",
                "write the character itself, or `\\u{…}`",
            ),
            LexErrorKind::BadChar => (
                Kind::BadCharacter,
                "between single quotes stands exactly one character",
                "write text between double quotes",
            ),
            LexErrorKind::BadByte => {
                (Kind::BadCharacter, "between `b'` and `'` stands exactly one byte", "as in `b'a'`")
            }
            LexErrorKind::BadDigit => {
                (Kind::BadNumber, "this digit does not belong in this number", "write digits 0 to 9")
            }
            LexErrorKind::OutOfBounds => (Kind::BadNumber, "this number is too large", "write a smaller one"),
            LexErrorKind::BadUnderscore => {
                (Kind::BadNumber, "a number cannot have an underscore here", "leave the `_` out")
            }
            LexErrorKind::BadNumber => {
                (Kind::BadNumber, "this is not a number", "write one as `5`, `0.5` or `-3`")
            }
            LexErrorKind::BadAttribute => (
                Kind::BadAttribute,
                "this line of settings cannot be read",
                "write it as `#![enable(implicit_some)]`, or leave it out",
            ),
            LexErrorKind::UnknownExtension => (
                Kind::UnknownExtension,
                "there is no extension of this name",
                "the extensions are implicit_some, unwrap_newtypes, unwrap_variant_newtypes and explicit_struct_names",
            ),
        };
        Self::new(kind, span, message).help(help)
    }
}
