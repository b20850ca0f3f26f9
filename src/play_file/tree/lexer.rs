//! Scanners for the smallest parts of RON: blanks and comments, names, numbers, strings, characters, attributes.
//!
//! In: the text and a byte offset on a character boundary. Out: the offset after the part, or where and why it is wrong.
//! They accept exactly what the parser of `ron` 0.12 accepts (its `parse.rs` is the model, oddities included) and keep
//! no state. Building nodes and carrying on after a mistake is the parser's work.

use std::borrow::Cow;

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

fn comment(text: &str, at: usize) -> Scan {
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

/// A number of any form: integer, float, byte literal, `inf`, `NaN`.
pub(super) fn number(text: &str, at: usize) -> Scan {
    if let Some(end) = plain_number(text, at) {
        return Ok(end);
    }
    if let Some(found) = name(text, at)
        && is_special_float(rest(text, at).get(..found.end - at).unwrap_or(""))
    {
        return Ok(found.end);
    }
    if looks_like_float(text, at) {
        return float(text, at).map(|float| float.end);
    }
    match integer(text, at) {
        Ok(end) => Ok(end),
        // An integer out of range is read as a float, if that reaches as far.
        Err((reached, integer_error)) => match float(text, at) {
            Ok(float) if float.end >= reached => Ok(float.end),
            _ => Err(integer_error),
        },
    }
}

/// The common case, without the corners: up to 18 digits, perhaps a fraction, nothing odd behind.
fn plain_number(text: &str, at: usize) -> Option<usize> {
    let digits = at + usize::from(byte(text, at) == Some(b'-'));
    let mut end = run(text, digits, |b| b.is_ascii_digit());
    if end == digits || end - digits > 18 {
        return None;
    }
    if byte(text, end) == Some(b'.') {
        let fraction = run(text, end + 1, |b| b.is_ascii_digit());
        if fraction == end + 1 {
            return None;
        }
        end = fraction;
    }
    match byte(text, end) {
        Some(b'.' | b'+' | b'-' | b'_') => None,
        Some(b) if b.is_ascii_alphanumeric() || !b.is_ascii() => None,
        _ => Some(end),
    }
}

fn is_integer_byte(b: u8) -> bool {
    b.is_ascii_hexdigit() || b == b'_'
}

fn is_float_byte(b: u8) -> bool {
    b.is_ascii_digit() || matches!(b, b'e' | b'E' | b'.' | b'+' | b'-' | b'_')
}

/// End of the run of float characters, cut before a range's `..`.
fn float_run(text: &str, at: usize) -> usize {
    let end = run(text, at, is_float_byte);
    let cut = text.get(at..end).and_then(|chars| chars.find(".."));
    cut.map_or(end, |cut| at + cut)
}

fn looks_like_float(text: &str, at: usize) -> bool {
    let at = at + usize::from(matches!(byte(text, at), Some(b'+' | b'-')));
    float_run(text, at) > run(text, at, is_integer_byte)
}

pub(super) struct Float<'t> {
    pub end: usize,
    /// The digits without underscores and suffix, as `f64` reads them.
    pub digits: Cow<'t, str>,
    pub suffix: &'t str,
}

/// A float, as a typed reading of `f64` or `f32` scans it; also reads decimal integers.
pub(super) fn float(text: &str, at: usize) -> Result<Float<'_>, LexError> {
    for literal in ["inf", "+inf", "-inf", "NaN", "+NaN", "-NaN"] {
        if !starts_with(text, at, literal) {
            continue;
        }
        for suffix in ["", "f32", "f64"] {
            if let Some(end) = word(text, at + literal.len(), suffix) {
                return Ok(Float { end, digits: Cow::Borrowed(literal), suffix });
            }
        }
    }
    let end = float_run(text, at);
    let source = text.get(at..end).unwrap_or("");
    if source.is_empty() {
        return error(LexErrorKind::BadNumber, at, after_char(text, at));
    }
    let digits = if source.contains('_') {
        if source.starts_with('_') {
            return error(LexErrorKind::BadUnderscore, at, at + 1);
        }
        let mut digits = String::with_capacity(source.len());
        let mut underscore_allowed = false;
        for (offset, c) in source.char_indices() {
            match c {
                '_' if underscore_allowed => continue,
                '_' => {
                    return error(LexErrorKind::BadUnderscore, at + offset, at + offset + 1);
                }
                '0'..='9' | 'e' | 'E' => underscore_allowed = true,
                '.' => underscore_allowed = false,
                _ => (),
            }
            digits.push(c);
        }
        Cow::Owned(digits)
    } else {
        Cow::Borrowed(source)
    };
    if !is_float(&digits) {
        return error(LexErrorKind::BadNumber, at, end);
    }
    for suffix in ["f32", "f64"] {
        if let Some(end) = word(text, end, suffix) {
            return Ok(Float { end, digits, suffix });
        }
    }
    Ok(Float { end, digits, suffix: "" })
}

/// Whether the standard library reads it as a float: sign, digits around at most one point, exponent.
fn is_float(digits: &str) -> bool {
    let unsigned = digits.strip_prefix(['+', '-']).unwrap_or(digits);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let all_digits = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent_fits = exponent.is_none_or(|exponent| {
        let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        !exponent.is_empty() && all_digits(exponent)
    });
    all_digits(whole) && all_digits(fraction) && !(whole.is_empty() && fraction.is_empty()) && exponent_fits
}

/// The integer types `ron` knows as suffixes, with their ranges.
pub(super) const INTEGER_TYPES: [(&str, i128, i128); 8] = [
    ("i8", i8::MIN as i128, i8::MAX as i128),
    ("i16", i16::MIN as i128, i16::MAX as i128),
    ("i32", i32::MIN as i128, i32::MAX as i128),
    ("i64", i64::MIN as i128, i64::MAX as i128),
    ("u8", 0, u8::MAX as i128),
    ("u16", 0, u16::MAX as i128),
    ("u32", 0, u32::MAX as i128),
    ("u64", 0, u64::MAX as i128),
];

/// The parts of an integer: where its digits are and how to read them.
pub(super) struct IntegerParts {
    pub negative: bool,
    pub base: u8,
    pub digits: usize,
    pub digits_end: usize,
    /// Index into [`INTEGER_TYPES`].
    pub suffix: Option<usize>,
    pub end: usize,
}

pub(super) fn integer_parts(text: &str, at: usize) -> IntegerParts {
    let negative = byte(text, at) == Some(b'-');
    let unsigned = at + usize::from(matches!(byte(text, at), Some(b'+' | b'-')));
    let (base, digits) = match (byte(text, unsigned), byte(text, unsigned + 1)) {
        (Some(b'0'), Some(b'b')) => (2, unsigned + 2),
        (Some(b'0'), Some(b'o')) => (8, unsigned + 2),
        (Some(b'0'), Some(b'x')) => (16, unsigned + 2),
        _ => (10, unsigned),
    };
    let digits_end = run(text, digits, is_integer_byte);
    let suffix = INTEGER_TYPES
        .iter()
        .enumerate()
        .find_map(|(index, (name, ..))| Some((index, word(text, digits_end, name)?)));
    IntegerParts {
        negative,
        base,
        digits,
        digits_end,
        suffix: suffix.map(|(index, _)| index),
        end: suffix.map_or(digits_end, |(_, end)| end),
    }
}

/// An integer or byte literal. The error carries how far the reading came.
fn integer(text: &str, at: usize) -> Result<usize, (usize, LexError)> {
    if starts_with(text, at, "b'") {
        return byte_literal(text, at).map_err(|e| (e.end, e));
    }
    let parts = integer_parts(text, at);
    let (min, max) = match parts.suffix.and_then(|index| INTEGER_TYPES.get(index)) {
        Some((_, min, max)) => (*min, *max),
        None if parts.negative => (i128::from(i64::MIN), i128::from(i64::MAX)),
        None => (0, i128::from(u64::MAX)),
    };
    match integer_value(text, &parts, min, max) {
        Ok(_) => Ok(parts.end),
        Err(e) => {
            let reached = match e.kind {
                LexErrorKind::BadDigit | LexErrorKind::BadUnderscore => e.start,
                _ => parts.end,
            };
            Err((reached, e))
        }
    }
}

/// The value of an integer that must lie within `min..=max`.
pub(super) fn integer_value(
    text: &str,
    parts: &IntegerParts,
    min: i128,
    max: i128,
) -> Result<i128, LexError> {
    let source = text.get(parts.digits..parts.digits_end).unwrap_or("");
    if source.is_empty() {
        return error(LexErrorKind::BadNumber, parts.digits, parts.digits);
    }
    if source.starts_with('_') {
        return error(LexErrorKind::BadUnderscore, parts.digits, parts.digits + 1);
    }
    let base = i128::from(parts.base);
    let mut value = 0_i128;
    for (offset, b) in source.bytes().enumerate() {
        if b == b'_' {
            continue;
        }
        // Checked before the digit is looked at, as `ron` does: its order decides which of two errors is met first.
        value *= base;
        if !(min..=max).contains(&value) {
            return error(LexErrorKind::OutOfBounds, parts.digits, parts.digits_end);
        }
        let digit = char::from(b).to_digit(16).map_or(base, i128::from);
        if digit >= base {
            let start = parts.digits + offset;
            return error(LexErrorKind::BadDigit, start, start + 1);
        }
        value += if parts.negative { -digit } else { digit };
        if !(min..=max).contains(&value) {
            return error(LexErrorKind::OutOfBounds, parts.digits, parts.digits_end);
        }
    }
    Ok(value)
}

/// `b'…'`
fn byte_literal(text: &str, at: usize) -> Scan {
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
pub(super) fn char_literal(text: &str, at: usize) -> Result<(usize, char), LexError> {
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
pub(super) enum Escaped {
    Byte(u8),
    Char(char),
}

fn hex_byte(text: &str, at: usize) -> Result<u8, LexError> {
    let mut value = 0_u8;
    for offset in 0..2 {
        match char_at(text, at + offset).and_then(|c| c.to_digit(16)) {
            Some(digit) => value = (value << 4) | u8::try_from(digit).unwrap_or(0),
            None => {
                let end = after_char(text, at + offset);
                return error(LexErrorKind::BadHexEscape, at.saturating_sub(2), end);
            }
        }
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
pub(super) fn string(text: &str, quote: usize, binary: bool) -> Scan {
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
pub(super) fn string_end(text: &str, quote: usize) -> Option<usize> {
    let mut at = string_stop(text, quote + 1);
    loop {
        match byte(text, at)? {
            b'"' => return Some(at + 1),
            _ => at = string_stop(text, after_char(text, at + 1)),
        }
    }
}

/// The inside of a string with escapes (between its quotes), decoded.
pub(super) fn unescape(inside: &str) -> Option<Cow<'_, str>> {
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
        from = match continuation(inside, stop + 1) {
            Some(end) => end,
            None => {
                let (end, escaped) = escape(inside, stop + 1, false, false).ok()?;
                decoded.push(match escaped {
                    Escaped::Byte(b) => char::from(b),
                    Escaped::Char(c) => c,
                });
                end
            }
        };
        stop = string_stop(inside, from);
    }
}

/// A raw string, from its hashes (or its quote) on; the `r` or `br` is before `at`.
pub(super) fn raw_string(text: &str, at: usize) -> Scan {
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
pub(super) fn raw_inside(literal: &str) -> Option<&str> {
    let after = literal.strip_prefix('r')?;
    let hashes = run(after, 0, |b| b == b'#');
    after.get(hashes + 1..after.len().checked_sub(hashes + 1)?)
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
