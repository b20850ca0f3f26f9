//! A comparison for a terminal.

use std::fmt::Write as _;

use unicode_width::UnicodeWidthStr as _;

use super::Origin;
use crate::cli::console::{BOLD, DIM};
use crate::cli::figures::{grouped, yards};
use crate::cli::provenance::in_words;
use crate::compare::chances::{JUDGEMENTS, of_hundred};
use crate::compare::results::{Comparison, Contender, Measure, Takeaway, Value, measures, pairs, takeaway};
use crate::rules::drive_headline;

/// What stands beside the better value.
const BETTER: &str = " ✓";

/// Sentences, a table, and how sure it is.
pub(super) fn text(comparison: &Comparison, origin: &Origin) -> String {
    let Takeaway { headline, price } = takeaway(comparison);
    let mut text = format!("{BOLD}{headline}{BOLD:#}\n");
    if !price.is_empty() {
        let _ = writeln!(text, "{price}");
    }
    text.push('\n');
    for one in &comparison.contenders {
        let _ = writeln!(
            text,
            "{BOLD}{}  {}{BOLD:#}. {}",
            one.letter,
            one.name,
            drive_headline(&one.sheet, &one.expected)
        );
    }
    let _ = writeln!(text, "\n{}", table(comparison));
    for pair in pairs(comparison) {
        let _ = writeln!(text, "{pair}");
    }
    let _ =
        writeln!(text, "\n{}\n{JUDGEMENTS}{}", how_to_read(comparison), in_words(&origin.all, origin.seed));
    text
}

/// What the cells say, and what they rest on.
pub(super) fn how_to_read(comparison: &Comparison) -> String {
    let (count, asked) = comparison.count();
    let trials = if count < asked {
        format!("Stopped: partial, {} of {} trials", grouped(count), grouped(asked))
    } else {
        format!("{} trials", grouped(count))
    };
    format!(
        "53 (50, 52, 57): expected at 53 yards; of 100 trials 10 end at 50 or below, half at 52, 90 at 57. \
         ✓ clearly better. {trials}."
    )
}

/// A value as it stands in a cell.
pub(super) fn cell(value: &Value) -> String {
    let whole = |value: f64| yards(value, false);
    match value {
        Value::Yards(expected, spread) => {
            let [low, middle, high] = [spread.p10, spread.p50, spread.p90].map(whole);
            format!("{} ({low}, {middle}, {high})", whole(*expected))
        }
        Value::Expected(yards) => whole(*yards),
        Value::Count(count) => count.to_string(),
        Value::Chance(chance) => of_hundred(chance),
        Value::Words(words) if words.is_empty() => "–".to_owned(),
        Value::Words(words) => words.clone(),
    }
}

fn table(comparison: &Comparison) -> String {
    let measures = measures(comparison);
    let cells: Vec<Vec<String>> = measures.iter().map(cells).collect();
    let headings: Vec<String> = comparison.contenders.iter().map(heading).collect();
    let names = measures.iter().map(|measure| measure.name.width()).max().unwrap_or_default();
    let widths: Vec<usize> = headings
        .iter()
        .enumerate()
        .map(|(at, heading)| {
            let column = cells.iter().filter_map(|row| row.get(at)).map(|cell| cell.width());
            column.max().unwrap_or_default().max(heading.width())
        })
        .collect();
    let mut text = format!("{DIM}{}{DIM:#}\n", row("", &headings, names, &widths, None));
    for (measure, cells) in measures.iter().zip(&cells) {
        text += &row(&measure.name, cells, names, &widths, measure.better);
        text.push('\n');
    }
    text
}

/// One line, every cell but the last as wide as its column.
fn row(name: &str, cells: &[String], names: usize, widths: &[usize], better: Option<usize>) -> String {
    let padded = |text: &str, to: usize| format!("{text}{}", " ".repeat(to.saturating_sub(text.width())));
    let mut line = padded(name, names);
    for (at, (cell, width)) in cells.iter().zip(widths).enumerate() {
        let cell = if at + 1 < cells.len() { padded(cell, *width) } else { cell.clone() };
        line += "  ";
        if better == Some(at) {
            let _ = write!(line, "{BOLD}{cell}{BOLD:#}");
        } else {
            line += &cell;
        }
    }
    line
}

fn cells(measure: &Measure) -> Vec<String> {
    let marked = |(at, value)| {
        let mark = if measure.better == Some(at) { BETTER } else { "" };
        format!("{}{mark}", cell(value))
    };
    measure.values.iter().enumerate().map(marked).collect()
}

fn heading(one: &Contender) -> String {
    one.letter.to_string()
}
