//! A drive and its trials for people: a sentence, a row a try, and how likely what is.

use std::fmt::Write as _;

use crate::cli::console::BOLD;
use crate::cli::figures::{grouped, signed, whole, yards};
use crate::cli::table::{Column, Table};
use crate::compare::chances::{JUDGEMENTS, in_trials};
use crate::model::Subject;
use crate::rules::{
    CallSheet, Down, Drive, Series, Spread, Trials, down_sentence, drive_headline, event_sentence,
    result_words, sentence,
};

/// Of so many yards between the expected drive and the middle trial a sentence speaks.
const WORTH_A_SENTENCE: f64 = 2.0;

/// Everything that is printed.
pub(super) fn text(
    sheet: &CallSheet,
    expected: &Drive,
    trials: &Trials,
    matters: &str,
    reasons: bool,
    precise: bool,
) -> String {
    let mut text = expected_text(sheet, expected, precise);
    if reasons {
        for down in &expected.downs {
            text += &why(sheet, down);
        }
    }
    let _ = write!(text, "{BOLD}With chance{BOLD:#}\n{}", chances(sheet, expected, trials, precise));
    text + matters + JUDGEMENTS
}

/// What is expected: a sentence, and a row a try.
pub(in crate::cli) fn expected_text(sheet: &CallSheet, expected: &Drive, precise: bool) -> String {
    let title = &sheet.plan.title;
    let mut text = format!("{BOLD}{title}{BOLD:#}\n{}\n\n", drive_headline(sheet, expected));
    if sheet.downs() > 0 || !expected.events.is_empty() {
        text += &tries(sheet, expected, precise);
        text.push('\n');
    }
    text
}

/// One row a try, and what struck in between.
fn tries(sheet: &CallSheet, drive: &Drive, precise: bool) -> String {
    let of = Series::downs(&sheet.model.constants);
    let mut table = Table::new([
        Column::right(""),
        Column::left("try"),
        Column::left("play"),
        Column::right("from"),
        Column::right("to"),
        Column::right("gained"),
        Column::right("needed"),
        Column::left("result"),
    ]);
    let mut events = drive.events.iter().peekable();
    for down in &drive.downs {
        while let Some(struck) = events.next_if(|struck| struck.after < down.number) {
            table.note(format!("    {}", event_sentence(sheet, struck)));
        }
        let title = sheet.plays.get(down.play).map(|called| called.lineup.play.title.clone());
        table.row([
            down.number.to_string(),
            format!("{} of {of}", down.series.down),
            title.unwrap_or_default(),
            yards(down.run.outcome.spot_start, precise),
            yards(down.spot, precise),
            by(down.gained(), precise),
            yards(down.series.to_gain, precise),
            result_words(down.result).to_owned(),
        ]);
    }
    for struck in events {
        table.note(format!("    {}", event_sentence(sheet, struck)));
    }
    table.text()
}

/// Why one try came to what it did, a sentence a channel.
fn why(sheet: &CallSheet, down: &Down) -> String {
    let mut text = format!("\n{BOLD}{}. {}{BOLD:#}\n", down.number, down_sentence(sheet, down));
    let Some(called) = sheet.plays.get(down.play) else { return text };
    for channel in &sheet.model.channels {
        let subject = Subject::Channel(channel.id.clone());
        let _ = writeln!(text, "  {}", sentence(&called.lineup, &down.run, &subject));
    }
    text
}

fn chances(sheet: &CallSheet, drive: &Drive, trials: &Trials, precise: bool) -> String {
    let mut text = match (trials.count, trials.asked) {
        (count, asked) if count < asked => {
            format!("Stopped: partial, {} of {} trials", grouped(count), grouped(asked))
        }
        (count, _) => format!("{} trials", grouped(count)),
    };
    let _ = writeln!(text, ", seed {}.", trials.seed);
    if trials.count == 0 {
        return text;
    }
    let _ = writeln!(
        text,
        "Control is lost {}; every channel reaches its goal {}.\n",
        in_trials(&trials.turnover),
        in_trials(&trials.goal)
    );
    let beyond = whole(drive.spot) - whole(trials.spot.p50);
    if beyond.abs() >= WORTH_A_SENTENCE {
        let (middle, way) =
            (yards(trials.spot.p50, precise), if beyond > 0.0 { "short of" } else { "beyond" });
        text.truncate(text.trim_end().len());
        let _ = writeln!(
            text,
            "\nThe middle trial ends at {middle}, {:.0} yards {way} what is expected.\n",
            beyond.abs()
        );
    }
    let mut table = Table::new([
        Column::left("at the end"),
        Column::right("expected"),
        Column::right("middle trial"),
        Column::right("10 to 90"),
    ]);
    let row = |name: &str, expected: f64, spread: &Spread| {
        let range = format!("{} to {}", yards(spread.p10, precise), yards(spread.p90, precise));
        [name.to_owned(), yards(expected, precise), yards(spread.p50, precise), range]
    };
    table.row(row("Whole organisation", drive.spot, &trials.spot));
    for ((channel, front), spread) in
        sheet.model.channels.iter().zip(&drive.last.state.fronts).zip(&trials.fronts)
    {
        table.row(row(&channel.name, *front, spread));
    }
    table.row(row("Out on its own", drive.exposure, &trials.exposure));
    text + &table.text() + "\nOf a hundred trials ten end below each range, and ten above it.\n"
}

fn by(gained: f64, precise: bool) -> String {
    let sign = if gained < 0.0 { '-' } else { '+' };
    signed(sign, gained.abs(), precise)
}
