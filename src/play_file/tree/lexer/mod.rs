//! Scanners for the smallest parts of RON: blanks and comments, names, numbers, strings, characters, attributes.
//!
//! In: the text and a byte offset on a character boundary. Out: the offset after the part, or where and why it is wrong.
//! They accept exactly what the parser of `ron` 0.12 accepts (its `parse.rs` is the model, oddities included) and keep
//! no state. Building nodes and carrying on after a mistake is the parser's work.

mod number;
mod quoted;

pub(super) use number::{INTEGER_TYPES, float, integer_parts, integer_value, number};
pub(super) use quoted::{
    char_literal, raw_inside, raw_string, string, string_end, swallowed_lines, unclosed_end, unescape,
};

use unicode_ident::{is_xid_continue, is_xid_start};

/// What is wrong with a scanned part, and the bytes to point at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct LexError {
    pub kind: LexErrorKind,
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LexErrorKind {
    /// A `/` that starts neither `//` nor `/*`.
    StraySlash,
    UnclosedComment,
    UnclosedString,
    /// Raw strings and raw byte strings: `r#` without its opening quote.
    NoOpeningQuote,
    UnclosedRawString,
    UnknownEscape,
    BadHexEscape,
    BadUnicodeEscape,
    /// A `\x80` to `\xff` that does not build a UTF-8 character.
    NotUtf8,
    BadChar,
    BadByte,
    BadDigit,
    OutOfBounds,
    BadUnderscore,
    BadNumber,
    BadAttribute,
    UnknownExtension,
}

pub(super) type Scan = Result<usize, LexError>;

fn error<T>(kind: LexErrorKind, start: usize, end: usize) -> Result<T, LexError> {
    Err(LexError { kind, start, end })
}

pub(super) fn byte(text: &str, at: usize) -> Option<u8> {
    text.as_bytes().get(at).copied()
}

pub(super) fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or("")
}

pub(super) fn char_at(text: &str, at: usize) -> Option<char> {
    match byte(text, at)? {
        b if b.is_ascii() => Some(char::from(b)),
        _ => rest(text, at).chars().next(),
    }
}

/// Offset after the character at `at`, or `at` itself at the end of the text.
fn after_char(text: &str, at: usize) -> usize {
    at + char_at(text, at).map_or(0, char::len_utf8)
}

fn starts_with(text: &str, at: usize, what: &str) -> bool {
    text.as_bytes().get(at..).is_some_and(|rest| rest.starts_with(what.as_bytes()))
}

/// Offset of the first byte from `at` on that `keep` refuses.
fn run(text: &str, at: usize, keep: impl Fn(u8) -> bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = at;
    while bytes.get(at).is_some_and(|b| keep(*b)) {
        at += 1;
    }
    at
}

fn continues_name(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphanumeric() || c == '_' } else { is_xid_continue(c) }
}

fn starts_name(c: char) -> bool {
    if c.is_ascii() { c.is_ascii_alphabetic() || c == '_' } else { is_xid_start(c) }
}

/// Offset of the first character from `at` on that cannot be part of a name.
pub(super) fn name_run(text: &str, at: usize) -> usize {
    char_run(text, at, continues_name)
}

/// The same for raw names (`r#…`), which may also hold `.`, `+` and `-`.
pub(super) fn raw_name_run(text: &str, at: usize) -> usize {
    char_run(text, at, |c| matches!(c, '.' | '+' | '-') || continues_name(c))
}

fn char_run(text: &str, at: usize, keep: impl Fn(char) -> bool) -> usize {
    let mut at = at;
    while let Some(c) = char_at(text, at) {
        if !keep(c) {
            break;
        }
        at += c.len_utf8();
    }
    at
}

fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'
            | '\n'
            | '\r'
            | '\x0B'
            | '\x0C'
            | '\u{85}'
            | '\u{200E}'
            | '\u{200F}'
            | '\u{2028}'
            | '\u{2029}'
    )
}

/// Whether a character looks like a blank, or like nothing, and is none to `ron`.
pub(super) fn is_unseen(c: char) -> bool {
    let special = matches!(c, '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}');
    special || (c.is_whitespace() && !is_blank(c))
}

/// Skips blanks and comments.
pub(super) fn trivia(text: &str, at: usize) -> Scan {
    let mut at = at;
    loop {
        match byte(text, at) {
            Some(b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C) => at += 1,
            Some(b'/') => at = comment(text, at)?,
            Some(b) if !b.is_ascii() => match char_at(text, at) {
                Some(c) if is_blank(c) => at += c.len_utf8(),
                _ => return Ok(at),
            },
            _ => return Ok(at),
        }
    }
}

pub(super) fn comment(text: &str, at: usize) -> Scan {
    let bytes = text.as_bytes();
    match bytes.get(at + 1) {
        Some(b'/') => Ok(run(text, at + 2, |b| b != b'\n')),
        Some(b'*') => {
            let mut level = 1_usize;
            let mut now = at + 2;
            while level > 0 {
                match (bytes.get(now), bytes.get(now + 1)) {
                    (None, _) => return error(LexErrorKind::UnclosedComment, at, at + 2),
                    (Some(b'/'), Some(b'*')) => {
                        level += 1;
                        now += 2;
                    }
                    (Some(b'*'), Some(b'/')) => {
                        level -= 1;
                        now += 2;
                    }
                    _ => now += 1,
                }
            }
            Ok(now)
        }
        _ => error(LexErrorKind::StraySlash, at, at + 1),
    }
}

/// A name in the text: `end` is after it, `text_start` skips a leading `r#`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    pub start: usize,
    pub text_start: usize,
    pub end: usize,
}

/// A plain or raw name at `at`, if there is one.
pub(super) fn name(text: &str, at: usize) -> Option<Name> {
    let first = char_at(text, at)?;
    if !starts_name(first) {
        return None;
    }
    let literal = match first {
        'b' => matches!(
            (byte(text, at + 1), byte(text, at + 2)),
            (Some(b'"' | b'\''), _) | (Some(b'r'), Some(b'"' | b'#'))
        ),
        'r' => matches!(
            (byte(text, at + 1), byte(text, at + 2)),
            (Some(b'"'), _) | (Some(b'#'), Some(b'"' | b'#'))
        ),
        _ => false,
    };
    if literal {
        return None;
    }
    if first == 'r' && byte(text, at + 1) == Some(b'#') {
        let end = raw_name_run(text, at + 2);
        return (end > at + 2).then_some(Name { start: at, text_start: at + 2, end });
    }
    Some(Name { start: at, text_start: at, end: name_run(text, at + first.len_utf8()) })
}

/// Offset after `word` if it stands at `at` and no longer name does.
fn word(text: &str, at: usize, word: &str) -> Option<usize> {
    if !starts_with(text, at, word) {
        return None;
    }
    let end = at + word.len();
    match char_at(text, end) {
        Some(c) if continues_name(c) => None,
        _ => Some(end),
    }
}

pub(super) fn is_special_float(name: &str) -> bool {
    matches!(name, "inf" | "inff32" | "inff64" | "NaN" | "NaNf32" | "NaNf64")
}

/// A document attribute: `#![enable(…)]`, `#![type = "…"]` or `#![schema = "…"]`.
pub(super) struct Attribute {
    pub end: usize,
    /// It enables `unwrap_variant_newtypes`, the one extension that changes what may stand in `Some(…)`.
    pub unwraps_variants: bool,
}

pub(super) fn attribute(text: &str, at: usize) -> Result<Attribute, LexError> {
    let start = at;
    let expect = |at: usize, what: &str| -> Scan {
        if starts_with(text, at, what) {
            Ok(at + what.len())
        } else {
            error(LexErrorKind::BadAttribute, start, after_char(text, at))
        }
    };
    let mut at = at;
    for part in ["#", "!", "["] {
        at = trivia(text, expect(at, part)?)?;
    }
    if let Some(end) = word(text, at, "enable") {
        at = trivia(text, expect(trivia(text, end)?, "(")?)?;
        let (end, unwraps_variants) = extensions(text, at, start)?;
        at = trivia(text, expect(end, ")")?)?;
        let end = expect(at, "]")?;
        return Ok(Attribute { end, unwraps_variants });
    }
    let Some(end) = word(text, at, "type").or_else(|| word(text, at, "schema")) else {
        return error(LexErrorKind::BadAttribute, start, name_run(text, at));
    };
    at = trivia(text, expect(trivia(text, end)?, "=")?)?;
    at = match byte(text, at) {
        Some(b'"') => string(text, at, false)?,
        Some(b'r') => raw_string(text, at + 1)?,
        _ => return error(LexErrorKind::BadAttribute, start, after_char(text, at)),
    };
    Ok(Attribute { end: expect(trivia(text, at)?, "]")?, unwraps_variants: false })
}

fn extensions(text: &str, at: usize, start: usize) -> Result<(usize, bool), LexError> {
    let mut at = at;
    let mut unwraps_variants = false;
    loop {
        let Some(found) = name(text, at) else {
            return error(LexErrorKind::BadAttribute, start, after_char(text, at));
        };
        match text.get(found.text_start..found.end) {
            Some("unwrap_newtypes" | "implicit_some" | "explicit_struct_names") => (),
            Some("unwrap_variant_newtypes") => unwraps_variants = true,
            _ => return error(LexErrorKind::UnknownExtension, found.start, found.end),
        }
        at = trivia(text, found.end)?;
        let comma = byte(text, at) == Some(b',');
        if comma {
            at = trivia(text, at + 1)?;
        }
        let more = char_at(text, at).is_some_and(continues_name);
        if !comma && more {
            return error(LexErrorKind::BadAttribute, start, after_char(text, at));
        }
        if !more {
            return Ok((at, unwraps_variants));
        }
    }
}

/// How `ron` takes the inside of `Some(…)` under `unwrap_variant_newtypes`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inside {
    /// One value, as without the extension.
    One,
    /// The fields or items themselves, without parentheses of their own.
    Several,
}

/// Looks ahead from behind `Some(` and its blanks, the way `ron` does (its guess can be wrong, and then the text is).
pub(super) fn inside_newtype(text: &str, at: usize) -> Result<Inside, LexError> {
    let mut at = at;
    if let Some(found) = name(text, at) {
        at = trivia(text, found.end)?;
        match byte(text, at) {
            Some(b':') => return Ok(Inside::Several),
            Some(b',') => {
                at = trivia(text, at + 1)?;
                return Ok(match byte(text, at) {
                    Some(b')') => Inside::One,
                    _ => Inside::Several,
                });
            }
            Some(b')') => return Ok(Inside::One),
            _ => (),
        }
    }
    let mut open = 1_usize;
    while open > 0 {
        at = trivia(text, at)?;
        if let Ok((end, _)) = char_literal(text, at) {
            at = end;
        }
        match byte(text, at) {
            Some(b'"') => at = string(text, at, false)?,
            Some(b'r') => at = skip_raw_string(text, at, 1)?,
            _ => (),
        }
        if starts_with(text, at, "b\"") {
            at = string(text, at + 1, true)?;
        } else if starts_with(text, at, "br") {
            at = skip_raw_string(text, at, 2)?;
        }
        at = trivia(text, at)?;
        match byte(text, at) {
            None => return error(LexErrorKind::UnclosedString, at, at),
            Some(b'(' | b'[' | b'{') => open += 1,
            Some(b')' | b']' | b'}') => open -= 1,
            Some(b',') if open == 1 => {
                at = trivia(text, at + 1)?;
                return Ok(match byte(text, at) {
                    Some(b')') => Inside::One,
                    _ => Inside::Several,
                });
            }
            _ => (),
        }
        at = after_char(text, at);
    }
    Ok(Inside::One)
}

/// Offset after a raw string with a prefix of `prefix` bytes, or `at` if it is none after all.
fn skip_raw_string(text: &str, at: usize, prefix: usize) -> Scan {
    match raw_string(text, at + prefix) {
        Err(LexError { kind: LexErrorKind::NoOpeningQuote, .. }) => Ok(at),
        other => other,
    }
}
