//! What the header says while a drive is run, down by down: the words of a play alone, measured against the series it
//! stands in, and what becomes of the series.

use super::{CallSheet, Down, DownResult, Drive, Series};
use crate::rules::Lineup;
use crate::rules::story::{alone_at, join, nobody, series, to_go};
use crate::rules::words::{begin, moved, number, whole, yards};

/// What the header says of one down, by how much of it has been seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DownHeadlines {
    /// Which down of which plan: "Balanced build, 5 of 12: Governance reset".
    pub title: String,
    /// Before anything has come of it; events since the last down first.
    pub before: String,
    /// While the fronts are pushed.
    pub gain: String,
    /// What it came to, and what follows from that.
    pub result: String,
}

impl DownHeadlines {
    /// The words for the down at place `at` of a drive; nothing is said of a down that was not played.
    #[must_use]
    pub fn new(sheet: &CallSheet, drive: &Drive, at: usize) -> Self {
        let Some(down) = drive.downs.get(at) else { return Self::default() };
        let Some(called) = sheet.plays.get(down.play) else { return Self::default() };
        let lineup = &called.lineup;
        let model = &*sheet.model;
        let tries = Series::downs(&model.constants) as usize;
        let tried = down.series.down as usize;
        let try_of = format!("Try {tried} of {tries}.");
        let start = drive.series_start(at);
        let outcome = &down.run.outcome;
        let (gained_before, gained) = (outcome.spot_start - start, outcome.spot_end - start);
        let needed = down.series.to_gain - start;

        let so_far = if tried == 1 {
            format!("{} to go.", begin(&to_go(needed, gained_before)))
        } else {
            format!("{} so far, {} to go.", begin(&moved(gained_before)), to_go(needed, gained_before))
        };
        let struck = drive.events.iter().filter(|struck| struck.after + 1 == down.number);
        let events = struck.map(|struck| match moved(-struck.cost) {
            nothing if nothing == moved(0.0) => format!("{}: no ground lost.", struck.name),
            lost => format!("{}: {lost}.", struck.name),
        });
        let events = join(events.collect::<Vec<_>>());
        let this_time = lineup
            .model
            .weighted_mean(outcome.channels.iter().map(|channel| channel.gain - channel.lost_to_pressure));
        let pushed: Vec<f64> =
            outcome.channels.iter().map(|channel| channel.end + channel.lost_to_drag).collect();
        let before: Vec<f64> = outcome.channels.iter().map(|channel| channel.start).collect();
        let nobody = nobody(lineup, &down.run);
        let made = matches!(down.result, DownResult::FirstDown | DownResult::Goal);
        Self {
            title: title(sheet, lineup, drive, down),
            before: join([events, try_of.clone(), so_far, alone_at(model, &before), nobody.clone()]),
            gain: join([
                try_of,
                format!("{} this time.", begin(&moved(this_time))),
                alone_at(model, &pushed),
                nobody.clone(),
            ]),
            result: join([
                series(tried, tries, gained, needed, made),
                follows(sheet, down.result),
                alone_at(model, &down.fronts),
                nobody,
            ]),
        }
    }
}

fn title(sheet: &CallSheet, lineup: &Lineup, drive: &Drive, down: &Down) -> String {
    let of = drive.downs.len();
    format!("{}, {} of {of}: {}", sheet.plan.title, down.number, lineup.play.title)
}

/// What becomes of the series.
fn follows(sheet: &CallSheet, result: DownResult) -> String {
    let constants = &sheet.model.constants;
    let tries = Series::downs(constants) as usize;
    let new = match tries {
        1 => "one new try".to_owned(),
        tries => format!("{} new tries", number(tries)),
    };
    match result {
        DownResult::NextDown => String::new(),
        DownResult::FirstDown => format!("{}.", begin(&new)),
        DownResult::Setback => {
            format!("Every channel loses {}, then {new}.", yards(whole(constants.setback)))
        }
        DownResult::Turnover => "Control is lost, and the plan ends here.".to_owned(),
        DownResult::Goal => "Every channel is at the goal.".to_owned(),
    }
}
