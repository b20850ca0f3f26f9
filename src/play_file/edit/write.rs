//! Values in the house style.
//!
//! In: a [`Value`] and where it goes. Out: its text, on one line where that is short or asked for, else an element or a
//! field a line. What stands in the file already is not looked at.

use std::fmt::Write as _;

use super::value::Value;
use crate::play_file::format::{MAX_COLUMNS, UNIT};

/// How wide a value may become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// On one line, however long.
    OneLine,
    /// On one line if it fits.
    IfShort,
    /// A record with a field a line, as its neighbours are.
    Broken,
}

/// Where a value is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'t> {
    /// What ends a line.
    pub line_end: &'static str,
    /// The blanks one level deeper adds.
    pub unit: &'t str,
    /// The blanks that begin the value's line.
    pub indent: &'t str,
    /// How many characters of its line stand before it, blanks included.
    pub column: usize,
}

impl<'t> Spot<'t> {
    /// A line of its own, below what is indented by `indent`.
    pub(super) fn line(line_end: &'static str, unit: &'t str, indent: &'t str) -> Self {
        let unit = if unit.is_empty() { UNIT } else { unit };
        Self { line_end, unit, indent, column: indent.chars().count() }
    }
}

/// A value as text.
pub(super) fn written(value: &Value, spot: Spot<'_>, style: Style) -> String {
    let line = one_line(value);
    // A comma follows.
    let fits = spot.column + line.chars().count() < MAX_COLUMNS;
    match style {
        Style::OneLine => return line,
        Style::IfShort if fits => return line,
        Style::Broken if !matches!(value, Value::Record(..)) && fits => return line,
        Style::IfShort | Style::Broken => {}
    }
    let inner = format!("{}{}", spot.indent, spot.unit);
    let child = |key: &str, value: &Value| {
        let column = inner.chars().count() + key.chars().count();
        let child = Spot { indent: &inner, column, ..spot };
        format!("{inner}{key}{},{}", written(value, child, Style::IfShort), spot.line_end)
    };
    let (open, lines, close) = match value {
        Value::List(values) if !values.is_empty() => {
            ("[".to_owned(), values.iter().map(|value| child("", value)).collect::<String>(), "]")
        }
        Value::Map(entries) if !entries.is_empty() => {
            let lines = entries.iter().map(|(key, value)| child(&format!("{}: ", quoted(key)), value));
            ("{".to_owned(), lines.collect(), "}")
        }
        Value::Record(name, _) => {
            let lines: String =
                written_fields(value).map(|(name, value)| child(&format!("{name}: "), value)).collect();
            if lines.is_empty() {
                return line;
            }
            (format!("{}(", name.unwrap_or_default()), lines, ")")
        }
        _ => return line,
    };
    format!("{open}{}{lines}{}{close}", spot.line_end, spot.indent)
}

/// The fields of a record that are written where none stands yet.
pub(super) fn written_fields(record: &Value) -> impl Iterator<Item = (&'static str, &Value)> {
    let fields = match record {
        Value::Record(_, fields) => fields.as_slice(),
        _ => &[],
    };
    fields
        .iter()
        .filter(|field| !field.is_default)
        .filter_map(|field| Some((field.name, field.value.as_ref()?)))
}

/// A value on one line.
pub(super) fn one_line(value: &Value) -> String {
    let joined = |values: &[Value]| values.iter().map(one_line).collect::<Vec<_>>().join(", ");
    match value {
        Value::Text(text) => quoted(text),
        // A negative nothing would be read as such and shown so.
        Value::Number(number) => format!("{}", number + 0.0),
        Value::Flag(flag) => flag.to_string(),
        Value::Variant(name, values) if values.is_empty() => (*name).to_owned(),
        Value::Variant(name, values) => format!("{name}({})", joined(values)),
        Value::Tuple(values) => format!("({})", joined(values)),
        Value::List(values) => format!("[{}]", joined(values)),
        Value::Map(entries) => {
            let entries: Vec<String> =
                entries.iter().map(|(key, value)| format!("{}: {}", quoted(key), one_line(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        Value::Record(name, _) => {
            let fields: Vec<String> =
                written_fields(value).map(|(name, value)| format!("{name}: {}", one_line(value))).collect();
            format!("{}({})", name.unwrap_or_default(), fields.join(", "))
        }
    }
}

/// A text between quotes. What cannot be seen is escaped, so that it can be.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}') =>
            {
                // Writing into a string cannot fail.
                let _ = write!(quoted, "\\u{{{:x}}}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
