//! Next calls for people: a sentence, a table, and what speaks for and against each.

use std::fmt::Write as _;

use super::{Played, count};
use crate::cli::console::BOLD;
use crate::cli::figures::{alone, grouped, percent, signed, yards};
use crate::cli::table::{Column, Table};
use crate::model::OperatingModel;
use crate::rules::{Advice, NextCall, Series};

/// Everything that is printed.
pub(super) fn text(
    model: &OperatingModel,
    played: Option<&Played>,
    advice: &Advice,
    precise: bool,
) -> String {
    let title = match played {
        Some(Played { sheet, after: 0, .. }) => format!("The first call of {}", sheet.plan.title),
        Some(Played { sheet, after, .. }) => {
            format!("The next call after {} of {}", count(*after), sheet.plan.title)
        }
        None => "The next call".to_owned(),
    };
    let mut text =
        format!("{BOLD}{title}{BOLD:#}\n{}\n{}\n", standing(model, advice, precise), advice.headline);
    if advice.calls.is_empty() {
        text += "--playbook DIR names a folder with plays for this operating model.\n";
    }
    if advice.count < advice.asked {
        let (count, asked) = (grouped(advice.count), grouped(advice.asked));
        let _ = writeln!(text, "Stopped: partial, {count} of {asked} trials.");
    }
    if !advice.calls.is_empty() {
        let table = table(model, advice, precise);
        let tries = Series::downs(&model.constants);
        let _ = write!(
            text,
            "\n{table}\n{}\nMakes it: reaches what is needed by try {tries}, called for every try left.\n",
            advice.measure
        );
    }
    for call in &advice.calls {
        text += &arguments(call);
    }
    if !advice.left_out.is_empty() {
        text += "\nLeft out, being for another operating model:\n";
        for left_out in &advice.left_out {
            let _ = writeln!(text, "  {} (for {})", left_out.title, left_out.model);
        }
    }
    text + "\nStrengths are judgements, not measurement. These are arguments, not a verdict.\n"
}

/// Where the drive stands.
fn standing(model: &OperatingModel, advice: &Advice, precise: bool) -> String {
    let Series { down, to_gain, .. } = advice.series;
    let tries = Series::downs(&model.constants);
    format!(
        "The whole organisation is at {} of 100; try {down} of {tries} is next, {} is needed by try {tries}.",
        yards(advice.spot, precise),
        yards(to_gain, precise)
    )
}

fn table(model: &OperatingModel, advice: &Advice, precise: bool) -> String {
    let mut table = Table::new([
        Column::left(""),
        Column::left("play"),
        Column::right("gained"),
        Column::right("10 to 90"),
        Column::right("out on its own"),
        Column::right("makes it"),
        Column::left("nobody works on"),
    ]);
    for call in &advice.calls {
        let from = |spot: f64| yards(spot - advice.spot, precise);
        let open = model.channels.iter().filter(|channel| call.open_flanks.contains(&channel.id));
        let open: Vec<&str> = open.map(|channel| channel.name.as_str()).collect();
        table.row([
            rank(advice, call),
            call.title.clone(),
            signed(if call.gain < 0.0 { '-' } else { '+' }, call.gain.abs(), precise),
            format!("{} to {}", from(call.spot.p10), from(call.spot.p90)),
            alone(call.run.outcome.exposure, precise),
            percent(call.makes_line.chance),
            open.join(", "),
        ]);
    }
    table.text()
}

/// The place of the first of its group, with = where it shares it.
pub(super) fn rank(advice: &Advice, call: &NextCall) -> String {
    let (first, of_group) = place(advice, call);
    if of_group > 1 { format!("{first}=") } else { first.to_string() }
}

/// The place of the first of a call's group, and how many are in it.
pub(super) fn place(advice: &Advice, call: &NextCall) -> (usize, usize) {
    let before = advice.calls.iter().filter(|other| other.group < call.group).count();
    (before + 1, advice.calls.iter().filter(|other| other.group == call.group).count())
}

fn arguments(call: &NextCall) -> String {
    let NextCall { title, works, fails, .. } = call;
    let mut text = format!("\n{BOLD}{title}{BOLD:#}\n  {works} {fails}\n");
    for (what, sentences) in [("for", &call.speaks_for), ("against", &call.speaks_against)] {
        for (number, sentence) in sentences.iter().enumerate() {
            let what = if number == 0 { format!("speaks {what}") } else { String::new() };
            let _ = writeln!(text, "  {what:<16}{sentence}");
        }
    }
    text
}
