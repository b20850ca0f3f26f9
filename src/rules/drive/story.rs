//! A drive in sentences, for people who know neither football nor the code: the plain words of the screen.
//!
//! A [`CallSheet`] and what became of it come in; sentences with whole yards come out. One play's own sentences are in
//! [`crate::rules::story`].

use super::{CallSheet, Down, DownResult, Drive, DriveEnd, Series, Struck};
use crate::rules::story::{alone_at, join};
use crate::rules::words::{NOTHING, begin, list, moved, number, ordinal, times, whole, yards};

/// How a down was judged, in a few words.
#[must_use]
pub const fn result_words(result: DownResult) -> &'static str {
    match result {
        DownResult::NextDown => "goes on",
        DownResult::FirstDown => "made it",
        DownResult::Setback => "not enough: lose ground",
        DownResult::Turnover => "not enough: lose control",
        DownResult::Goal => "at the goal",
    }
}

/// What became of a plan: how it ended and where, the series made and missed, what is out on its own, and what nobody
/// ever worked on. It does not say the plan's title, which stands above it.
#[must_use]
pub fn drive_headline(sheet: &CallSheet, drive: &Drive) -> String {
    let model = &*sheet.model;
    let (done, called) = (drive.downs.len(), sheet.downs() as usize);
    let plays = if called == 1 { "one play".to_owned() } else { format!("{called} plays") };
    let after = match done {
        _ if done == called && called == 1 => "after one play".to_owned(),
        _ if done == called => format!("after all {plays}"),
        _ => format!("after {done} of {plays}"),
    };
    let at = format!("at {} of 100, {}", whole(drive.spot), moved(drive.spot - drive.start_spot));
    let end = match drive.end {
        _ if done == 0 => {
            format!("No play is called: the whole organisation is at {} of 100.", whole(drive.spot))
        }
        DriveEnd::Goal => format!("Every channel is at its goal {after}."),
        DriveEnd::Turnover => format!("Control is lost {after}, {at}."),
        DriveEnd::OutOfCalls => format!("{}, {at}.", begin(&after)),
    };
    let never = model.channels.iter().zip(drive.never_worked_on(model)).filter(|(_, never)| *never);
    let nobody: Vec<&str> = never.map(|(channel, _)| channel.name.as_str()).collect();
    let nobody = if nobody.is_empty() {
        String::new()
    } else {
        format!("Nobody ever works on {}.", list(&nobody, "or"))
    };
    join([end, series_told(sheet, drive), alone_at(model, &drive.last.state.fronts), nobody])
}

/// "Ten yards in four tries: made three times, missed once."
fn series_told(sheet: &CallSheet, drive: &Drive) -> String {
    let constants = &sheet.model.constants;
    let made = drive.count(DownResult::FirstDown);
    let missed = drive.count(DownResult::Setback) + drive.count(DownResult::Turnover);
    let told = match (made, missed) {
        (0, 0) => return String::new(),
        (made, 0) => format!("made {}", times(made)),
        (0, missed) => format!("missed {}", times(missed)),
        (made, missed) => format!("made {}, missed {}", times(made), times(missed)),
    };
    let needed = match whole(constants.series_yards) {
        1 => "One yard".to_owned(),
        needed => format!("{} yards", begin(&number(usize::try_from(needed).unwrap_or_default()))),
    };
    let tries = match Series::downs(constants) {
        1 => "one try".to_owned(),
        tries => format!("{} tries", number(tries as usize)),
    };
    format!("{needed} in {tries}: {told}.")
}

/// One try of a drive: "Try 2 of 4, Exemplar for the second time: 3 yards gained, 4 to go."
#[must_use]
pub fn down_sentence(sheet: &CallSheet, down: &Down) -> String {
    let Some(called) = sheet.plays.get(down.play) else { return String::new() };
    let constants = &sheet.model.constants;
    let outcome = &down.run.outcome;
    let again = match outcome.uses {
        0 => String::new(),
        _ if called.lineup.tactic.as_str() != called.lineup.id.as_str() => String::new(),
        uses => format!(" for the {} time", ordinal(uses.saturating_add(1))),
    };
    let head = format!(
        "Try {} of {}, {}{again}: {}",
        down.series.down,
        Series::downs(constants),
        called.lineup.play.title,
        moved(outcome.spot_end - outcome.spot_start)
    );
    // As the yards read that stand beside it.
    let short = match whole(down.series.to_gain) - whole(outcome.spot_end) {
        short if short <= 0 => "less than a yard".to_owned(),
        short => short.to_string(),
    };
    match down.result {
        DownResult::NextDown => format!("{head}, {short} to go."),
        DownResult::FirstDown => format!("{head}, made it, now at {}.", whole(down.spot)),
        DownResult::Goal => format!("{head}, and every channel is at its goal."),
        DownResult::Turnover => format!("{head}, {short} short: control is lost."),
        DownResult::Setback => format!(
            "{head}, {short} short: every channel loses ground, {}, now at {}.",
            yards(whole(constants.setback)),
            whole(down.spot)
        ),
    }
}

/// An event between two plays: "Change of leadership costs 2 yards: 4 in Products & services and 3 in Technology & data."
#[must_use]
pub fn event_sentence(sheet: &CallSheet, struck: &Struck) -> String {
    let name = &struck.name;
    if struck.lost.iter().all(|lost| *lost < NOTHING) {
        return format!("{name} costs nothing: nothing it strikes is out on its own.");
    }
    if struck.lost.iter().all(|lost| whole(*lost) == 0) {
        return format!("{name} costs less than a yard.");
    }
    let cost = match whole(struck.cost) {
        0 => "less than a yard".to_owned(),
        cost => yards(cost),
    };
    let lost = sheet.model.channels.iter().zip(&struck.lost).filter(|(_, lost)| whole(**lost) > 0);
    let lost: Vec<String> =
        lost.map(|(channel, lost)| format!("{} in {}", whole(*lost), channel.name)).collect();
    let lost: Vec<&str> = lost.iter().map(String::as_str).collect();
    format!("{name} costs {cost}: {}.", list(&lost, "and"))
}
