//! A result for people: a sentence, a table, and why.

use crate::cli::console::BOLD;
use crate::cli::figures::{alone, percent, short, signed, yards};
use crate::cli::situation::Situation;
use crate::cli::table::{Column, Table};
use crate::model::{Channel, Subject};
use crate::rules::{ChannelOutcome, Direction, Lineup, Reason, Run, headline, reasons, sentence, title};

/// What the last run came to, how it compares with the earlier ones, and why.
pub(super) fn text(situation: &Situation, runs: &[Run], precise: bool) -> String {
    let lineup = &situation.lineup;
    let Some(run) = runs.last() else { return String::new() };
    let mut text = format!("{BOLD}{}{BOLD:#}\n{}\n\n", title(lineup, runs), headline(lineup, runs));
    text += &channels(lineup, run, precise);
    if runs.len() > 1 {
        text.push('\n');
        text += &again_and_again(runs, precise);
    }
    for channel in &lineup.model.channels {
        text += &why(situation, run, channel);
    }
    text += "\nStrengths are judgements, not measurement.\n";
    text
}

/// One row a channel, and the whole organisation below.
fn channels(lineup: &Lineup, run: &Run, precise: bool) -> String {
    let (model, outcome) = (&lineup.model, &run.outcome);
    let yards = |value| yards(value, precise);
    let mut table = Table::new([
        Column::left(""),
        Column::right("from"),
        Column::right("gained"),
        Column::right("lost"),
        Column::right("now"),
        Column::right("who's winning"),
        Column::right("out on its own"),
    ]);
    for (channel, outcome) in model.channels.iter().zip(&outcome.channels) {
        table.row([
            channel.name.clone(),
            yards(outcome.start),
            signed('+', outcome.gain, precise),
            signed('-', outcome.lost(), precise),
            yards(outcome.end),
            winning(outcome),
            alone(outcome.exposure, precise),
        ]);
    }
    let whole = |part: fn(&ChannelOutcome) -> f64| model.weighted_mean(outcome.channels.iter().map(part));
    table.row([
        "Whole organisation".to_owned(),
        yards(outcome.spot_start),
        signed('+', whole(|channel| channel.gain), precise),
        signed('-', whole(ChannelOutcome::lost), precise),
        yards(outcome.spot_end),
        String::new(),
        alone(outcome.exposure, precise),
    ]);
    table.text()
}

fn winning(outcome: &ChannelOutcome) -> String {
    if outcome.open_flank { "nobody working on this".to_owned() } else { percent(outcome.share) }
}

/// One row a run.
fn again_and_again(runs: &[Run], precise: bool) -> String {
    let mut table = Table::new([
        Column::left("time"),
        Column::right("whole organisation"),
        Column::right("gained"),
        Column::right("effect left"),
        Column::right("out on its own"),
    ]);
    for (number, Run { outcome, .. }) in (1..).zip(runs) {
        let moved = outcome.spot_end - outcome.spot_start;
        let sign = if moved < 0.0 { '-' } else { '+' };
        table.row([
            number.to_string(),
            yards(outcome.spot_end, precise),
            signed(sign, moved.abs(), true),
            percent(outcome.fresh),
            alone(outcome.exposure, precise),
        ]);
    }
    table.text()
}

fn why(situation: &Situation, run: &Run, channel: &Channel) -> String {
    let Situation { lineup, switches, .. } = situation;
    let subject = Subject::Channel(channel.id.clone());
    let mut text = format!("\n{BOLD}{}{BOLD:#}\n", sentence(lineup, run, &subject));
    let mut table = Table::new([Column::left(""), Column::right(""), Column::right(""), Column::left("")]);
    for Reason { factor, value, source, direction, step } in reasons(lineup, switches, run, &subject) {
        let mark = match direction {
            Direction::Forward => "▲",
            Direction::Back => "▼",
            Direction::Neutral => " ",
        };
        let what = format!("  {mark} {}", short(&factor));
        table.row([what, step.to_string(), value.to_string(), source.to_string()]);
    }
    text += &table.text();
    text
}
