//! Numbers: integers with base and suffix, floats, and which of the two `ron` takes a text for.
//!
//! In: the text and an offset. Out: the offset behind, or the parts a value is worked out from.

use std::borrow::Cow;

use super::quoted::byte_literal;
use super::{
    LexError, LexErrorKind, Scan, after_char, byte, error, is_special_float, name, rest, run, starts_with,
    word,
};

/// A number of any form: integer, float, byte literal, `inf`, `NaN`.
pub(in super::super) fn number(text: &str, at: usize) -> Scan {
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

pub(in super::super) struct Float<'t> {
    pub end: usize,
    /// The digits without underscores and suffix, as `f64` reads them.
    pub digits: Cow<'t, str>,
    pub suffix: &'t str,
}

/// A float, as a typed reading of `f64` or `f32` scans it; also reads decimal integers.
pub(in super::super) fn float(text: &str, at: usize) -> Result<Float<'_>, LexError> {
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
pub(in super::super) const INTEGER_TYPES: [(&str, i128, i128); 8] = [
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
pub(in super::super) struct IntegerParts {
    pub negative: bool,
    pub base: u8,
    pub digits: usize,
    pub digits_end: usize,
    /// Index into [`INTEGER_TYPES`].
    pub suffix: Option<usize>,
    pub end: usize,
}

pub(in super::super) fn integer_parts(text: &str, at: usize) -> IntegerParts {
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
pub(in super::super) fn integer_value(
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
