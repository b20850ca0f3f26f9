//! Characters, bytes, strings and raw strings, and their escapes.
//!
//! In: the text and an offset. Out: the offset behind, or the decoded text.

use std::borrow::Cow;

use super::{LexError, LexErrorKind, Scan, after_char, byte, char_at, error, rest, run, starts_with};

/// `b'…'`
pub(super) fn byte_literal(text: &str, at: usize) -> Scan {
    let inside = at + 2;
    let end = match char_at(text, inside) {
        Some('\\') => match escape(text, inside + 1, true, true)? {
            (end, Escaped::Byte(_)) => end,
            (end, Escaped::Char(_)) => return error(LexErrorKind::BadByte, inside, end),
        },
        Some(c) if c.is_ascii() => inside + 1,
        _ => return error(LexErrorKind::BadByte, at, after_char(text, inside)),
    };
    if byte(text, end) == Some(b'\'') { Ok(end + 1) } else { error(LexErrorKind::BadByte, at, end) }
}

/// `'…'`
pub(in super::super) fn char_literal(text: &str, at: usize) -> Result<(usize, char), LexError> {
    if byte(text, at) != Some(b'\'') {
        return error(LexErrorKind::BadChar, at, at);
    }
    let (end, value) = match char_at(text, at + 1) {
        Some('\\') => match escape(text, at + 2, false, true)? {
            (end, Escaped::Byte(value)) => (end, char::from(value)),
            (end, Escaped::Char(value)) => (end, value),
        },
        Some(c) => (at + 1 + c.len_utf8(), c),
        None => return error(LexErrorKind::BadChar, at, at + 1),
    };
    if byte(text, end) == Some(b'\'') { Ok((end + 1, value)) } else { error(LexErrorKind::BadChar, at, end) }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Escaped {
    Byte(u8),
    Char(char),
}

fn hex_byte(text: &str, at: usize) -> Result<u8, LexError> {
    let mut value = 0_u8;
    for offset in 0..2 {
        let Some(digit) = char_at(text, at + offset).and_then(|c| c.to_digit(16)) else {
            let end = after_char(text, at + offset);
            return error(LexErrorKind::BadHexEscape, at.saturating_sub(2), end);
        };
        value = (value << 4) | u8::try_from(digit).unwrap_or(0);
    }
    Ok(value)
}

/// The escape whose backslash is before `at`. `binary`: in a byte literal or byte string; `single`: in a literal of one
/// character, where `\x` cannot spell a character of several bytes.
fn escape(text: &str, at: usize, binary: bool, single: bool) -> Result<(usize, Escaped), LexError> {
    let simple = match char_at(text, at) {
        Some('\'') => b'\'',
        Some('"') => b'"',
        Some('\\') => b'\\',
        Some('n') => b'\n',
        Some('r') => b'\r',
        Some('t') => b'\t',
        Some('0') => b'\0',
        Some('x') => return hex_escape(text, at, binary, single),
        Some('u') => return unicode_escape(text, at),
        _ => {
            return error(LexErrorKind::UnknownEscape, at.saturating_sub(1), after_char(text, at));
        }
    };
    Ok((at + 1, Escaped::Byte(simple)))
}

fn hex_escape(text: &str, at: usize, binary: bool, single: bool) -> Result<(usize, Escaped), LexError> {
    let first = hex_byte(text, at + 1)?;
    let mut end = at + 3;
    if binary {
        return Ok((end, Escaped::Byte(first)));
    }
    let mut bytes = [first, 0, 0, 0];
    for length in 1..=4 {
        let char =
            bytes.get(..length).and_then(|bytes| str::from_utf8(bytes).ok()).and_then(|s| s.chars().next());
        if let Some(char) = char {
            return Ok((end, Escaped::Char(char)));
        }
        if single || length == 4 || !starts_with(text, end, "\\x") {
            break;
        }
        let next = hex_byte(text, end + 2)?;
        if let Some(slot) = bytes.get_mut(length) {
            *slot = next;
        }
        end += 4;
    }
    error(LexErrorKind::NotUtf8, at.saturating_sub(1), end)
}

fn unicode_escape(text: &str, at: usize) -> Result<(usize, Escaped), LexError> {
    let start = at.saturating_sub(1);
    let open = at + 1;
    if byte(text, open) != Some(b'{') {
        return error(LexErrorKind::BadUnicodeEscape, start, open);
    }
    let end = run(text, open + 1, |b| b.is_ascii_hexdigit());
    let value = text.get(open + 1..end).unwrap_or("");
    if byte(text, end) != Some(b'}') || !(1..=6).contains(&value.len()) {
        return error(LexErrorKind::BadUnicodeEscape, start, end);
    }
    match u32::from_str_radix(value, 16).ok().and_then(char::from_u32) {
        Some(c) => Ok((end + 1, Escaped::Char(c))),
        None => error(LexErrorKind::BadUnicodeEscape, start, end + 1),
    }
}

/// After a backslash at the end of a line, where the string goes on; `None` if the line does not end there.
fn continuation(text: &str, at: usize) -> Option<usize> {
    let next_line = match (byte(text, at), byte(text, at + 1)) {
        (Some(b'\r'), Some(b'\n')) => at + 2,
        (Some(b'\n'), _) => at + 1,
        _ => return None,
    };
    Some(run(text, next_line, |b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')))
}

fn string_stop(text: &str, at: usize) -> usize {
    run(text, at, |b| b != b'"' && b != b'\\')
}

/// A string with escapes, whose opening quote is at `quote`. `binary` for byte strings.
pub(in super::super) fn string(text: &str, quote: usize, binary: bool) -> Scan {
    let mut at = string_stop(text, quote + 1);
    let mut first_error = None;
    loop {
        match byte(text, at) {
            None => return error(LexErrorKind::UnclosedString, quote, quote + 1),
            Some(b'"') => break,
            // A wrong escape does not hide where the string ends, so that the parser can carry on behind it.
            _ => match continuation(text, at + 1) {
                Some(end) => at = string_stop(text, end),
                None => match escape(text, at + 1, binary, false) {
                    Ok((end, _)) => at = string_stop(text, end),
                    Err(e) => {
                        first_error = first_error.or(Some(e));
                        at = string_stop(text, after_char(text, at + 1));
                    }
                },
            },
        }
    }
    match first_error {
        Some(e) => Err(e),
        None => Ok(at + 1),
    }
}

/// Where a string with wrong escapes ends: after the next quote that is not escaped.
pub(in super::super) fn string_end(text: &str, quote: usize) -> Option<usize> {
    let mut at = string_stop(text, quote + 1);
    loop {
        match byte(text, at)? {
            b'"' => return Some(at + 1),
            _ => at = string_stop(text, after_char(text, at + 1)),
        }
    }
}

/// Whether a string from `quote` to `end` spans lines and is followed by what cannot follow a value: it lacks its quote,
/// and runs up to the quote that should open the next string.
pub(in super::super) fn swallowed_lines(text: &str, quote: usize, end: usize) -> bool {
    let mut after = end;
    while matches!(byte(text, after), Some(b' ' | b'\t')) {
        after += 1;
    }
    let fits = match byte(text, after) {
        None | Some(b',' | b':' | b')' | b']' | b'}' | b'/' | b'\n' | b'\r') => true,
        Some(b) => !b.is_ascii_alphanumeric() && !matches!(b, b'_' | b'"' | b'\\' | b'-' | b'.'),
    };
    !fits && text.get(quote..end).is_some_and(|string| string.contains('\n'))
}

/// Where a string that lacks its closing quote is taken to end: on its line, before what probably stood behind it.
pub(in super::super) fn unclosed_end(text: &str, quote: usize) -> usize {
    let rest = rest(text, quote);
    let line = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or("");
    let inside = line.get(1..).unwrap_or("");
    quote + 1 + inside.trim_end_matches([',', ')', ']', '}', ' ', '\t', '\r']).len()
}

/// The inside of a string with escapes (between its quotes), decoded.
pub(in super::super) fn unescape(inside: &str) -> Option<Cow<'_, str>> {
    let mut stop = string_stop(inside, 0);
    if stop == inside.len() {
        return Some(Cow::Borrowed(inside));
    }
    let mut decoded = String::with_capacity(inside.len());
    let mut from = 0;
    loop {
        decoded.push_str(inside.get(from..stop)?);
        if stop >= inside.len() {
            return Some(Cow::Owned(decoded));
        }
        from = if let Some(end) = continuation(inside, stop + 1) {
            end
        } else {
            let (end, escaped) = escape(inside, stop + 1, false, false).ok()?;
            decoded.push(match escaped {
                Escaped::Byte(b) => char::from(b),
                Escaped::Char(c) => c,
            });
            end
        };
        stop = string_stop(inside, from);
    }
}

/// A raw string, from its hashes (or its quote) on; the `r` or `br` is before `at`.
pub(in super::super) fn raw_string(text: &str, at: usize) -> Scan {
    let quote = run(text, at, |b| b == b'#');
    if byte(text, quote) != Some(b'"') {
        return error(LexErrorKind::NoOpeningQuote, at, quote);
    }
    let ending = format!("\"{}", text.get(at..quote).unwrap_or(""));
    match rest(text, quote + 1).find(&ending) {
        Some(found) => Ok(quote + 1 + found + ending.len()),
        None => error(LexErrorKind::UnclosedRawString, at, quote + 1),
    }
}

/// The inside of a raw string that begins with `r`, hashes and quote.
pub(in super::super) fn raw_inside(literal: &str) -> Option<&str> {
    let after = literal.strip_prefix('r')?;
    let hashes = run(after, 0, |b| b == b'#');
    after.get(hashes + 1..after.len().checked_sub(hashes + 1)?)
}
