//! A comparison for a spreadsheet: RFC 4180, one row a measure, numbers in full precision.

use super::Origin;
use crate::cli::provenance::VERSION;
use crate::compare::results::{Comparison, Value, measures};

/// The columns are `measure` (as programs call it), `what` (as people do), `unit`, one a plan by its file's stem, and
/// `better`, the stem of the clearly better one.
pub(super) fn text(comparison: &Comparison, origin: &Origin) -> String {
    let stems = stems(comparison);
    let mut text = String::new();
    let columns = ["measure", "what", "unit"].into_iter();
    line(&mut text, columns.chain(stems.iter().map(String::as_str)).chain(["better"]));
    let (count, asked) = comparison.count();
    let each = |value: u64| vec![value.to_string(); stems.len()];
    row(&mut text, "trials", "Trials", "count", &each(count), "");
    if count < asked {
        row(&mut text, "trials.asked", "Trials asked for: partial", "count", &each(asked), "");
    }
    row(&mut text, "seed", "Seed of the trials", "number", &each(origin.seed), "");
    row(&mut text, "version", "Version of downfield", "words", &vec![VERSION.to_owned(); stems.len()], "");
    row(&mut text, "files", "Hash of the files and rules", "words", &origin.each, "");
    for measure in measures(comparison) {
        let better = measure.better.and_then(|at| stems.get(at)).map_or("", String::as_str);
        for (part, what, unit) in parts(&measure.values) {
            let key = format!("{}{part}", measure.key);
            let name = format!("{}{what}", measure.name);
            let values: Vec<String> = measure.values.iter().map(|value| number(value, part)).collect();
            row(&mut text, &key, &name, unit, &values, better);
        }
    }
    text
}

/// The rows a measure takes: the end of its key, what that says, and the unit.
fn parts(values: &[Value]) -> &'static [(&'static str, &'static str, &'static str)] {
    match values.first() {
        Some(Value::Yards(..)) => &[
            (".expected", ", expected", "yards"),
            (".mean", ", mean of the trials", "yards"),
            (".p10", ", 10 of 100 trials at or below", "yards"),
            (".p50", ", 50 of 100 trials at or below", "yards"),
            (".p90", ", 90 of 100 trials at or below", "yards"),
        ],
        Some(Value::Chance(_)) => {
            &[(".chance", ", chance", "share"), (".error", ", standard error", "share")]
        }
        Some(Value::Expected(_)) => &[("", "", "yards")],
        Some(Value::Count(_)) => &[("", "", "count")],
        Some(Value::Words(_)) => &[("", "", "words")],
        None => &[],
    }
}

fn number(value: &Value, part: &str) -> String {
    match value {
        Value::Yards(expected, spread) => match part {
            ".mean" => spread.mean.to_string(),
            ".p10" => spread.p10.to_string(),
            ".p50" => spread.p50.to_string(),
            ".p90" => spread.p90.to_string(),
            _ => expected.to_string(),
        },
        Value::Chance(chance) => if part == ".error" { chance.error } else { chance.chance }.to_string(),
        Value::Expected(yards) => yards.to_string(),
        Value::Count(count) => count.to_string(),
        Value::Words(words) => words.clone(),
    }
}

/// The files' stems, told apart by their letters where two are the same.
fn stems(comparison: &Comparison) -> Vec<String> {
    let contenders = &comparison.contenders;
    let all = contenders.iter().map(|one| {
        let stem = &one.sheet.stem;
        let same = contenders.iter().filter(|other| other.sheet.stem == *stem).count();
        if same > 1 { format!("{stem} ({})", one.letter) } else { stem.to_string() }
    });
    all.collect()
}

fn row(text: &mut String, key: &str, name: &str, unit: &str, values: &[String], better: &str) {
    let values = values.iter().map(String::as_str);
    line(text, [key, name, unit].into_iter().chain(values).chain([better]));
}

fn line<'a>(text: &mut String, fields: impl Iterator<Item = &'a str>) {
    let fields: Vec<String> = fields.map(quoted).collect();
    *text += &fields.join(",");
    *text += "\r\n";
}

/// A field in quotes where it needs them.
fn quoted(field: &str) -> String {
    if field.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn quotes_commas_and_line_ends_are_quoted() {
        assert_eq!(quoted("plain"), "plain");
        assert_eq!(quoted("a,b"), "\"a,b\"");
        assert_eq!(quoted("say \"so\"\r\n"), "\"say \"\"so\"\"\r\n\"");
    }
}
