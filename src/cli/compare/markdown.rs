//! A comparison to be pasted into a document.

use std::fmt::Write as _;

use super::Origin;
use super::human::{cell, how_to_read};
use crate::cli::provenance::in_words;
use crate::compare::chances::JUDGEMENTS;
use crate::compare::results::{Comparison, Takeaway, measures, pairs, takeaway};
use crate::rules::drive_headline;

/// The same sentences and table as on a terminal.
pub(super) fn text(comparison: &Comparison, origin: &Origin) -> String {
    let Takeaway { headline, price } = takeaway(comparison);
    let mut text = format!("**{}** {}", escaped(&headline), escaped(&price));
    text.truncate(text.trim_end().len());
    text += "\n\n";
    for one in &comparison.contenders {
        let _ = writeln!(
            text,
            "- **{}: {}.** {}",
            one.letter,
            escaped(&one.name),
            escaped(&drive_headline(&one.sheet, &one.expected))
        );
    }
    text += "\n| |";
    for one in &comparison.contenders {
        let _ = write!(text, " {}: {} |", one.letter, escaped(&one.name));
    }
    let _ = writeln!(text, "\n|---|{}", "---|".repeat(comparison.contenders.len()));
    for measure in measures(comparison) {
        let _ = write!(text, "| {} |", escaped(&measure.name));
        for (at, value) in measure.values.iter().enumerate() {
            let cell = escaped(&cell(value));
            let _ = if measure.better == Some(at) {
                write!(text, " **{cell}** ✓ |")
            } else {
                write!(text, " {cell} |")
            };
        }
        text.push('\n');
    }
    text.push('\n');
    for pair in pairs(comparison) {
        let _ = writeln!(text, "- {}", escaped(&pair));
    }
    let judgements = JUDGEMENTS.replace('\n', " ");
    let (how, judgements) = (escaped(&how_to_read(comparison)), escaped(judgements.trim_end()));
    let from = escaped(&in_words(&origin.all, origin.seed));
    let _ = writeln!(text, "\n{how} {judgements}\n\n{from}");
    text
}

/// Text in which nothing is taken for Markdown, and nothing ends a cell.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | '|' | '*' | '_' | '`' | '<' | '[' | ']' | '#' => escaped.extend(['\\', letter]),
            letter if letter.is_control() => escaped.push(' '),
            letter => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn what_would_end_a_cell_does_not() {
        assert_eq!(escaped("a|b\nc *d*"), "a\\|b c \\*d\\*");
    }
}
