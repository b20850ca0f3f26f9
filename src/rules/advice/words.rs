//! What the next call may look like, and what the ranking says, in sentences with whole yards.

use super::NextCall;
use super::arguments::{Field, WORTH_SAYING};
use crate::rules::drive::leads;
use crate::rules::words::{list, moved, whole, within};
use crate::rules::{Spread, Trials};

/// "If it works: 6 yards, and technology & data out on its own by 4." and "If it fails: 1 yard."
pub(super) fn works_and_fails(field: &Field, once: &Trials) -> (String, String) {
    (
        format!("If it works: {}.", day(field, once, |spread| spread.p90)),
        format!("If it fails: {}.", day(field, once, |spread| spread.p10)),
    )
}

/// What one percentile looks like.
fn day(field: &Field, once: &Trials, value: fn(&Spread) -> f64) -> String {
    let ground = ground(value(&once.spot) - field.spot);
    // Channels do not all have their good day at once: each goes as much of its way as adds up to the whole's.
    let off = |spread: &Spread| value(spread) - spread.mean;
    let together = field.model.weighted_mean(once.fronts.iter().map(off));
    let part = if together.abs() > 1e-9 { (off(&once.spot) / together).max(0.0) } else { 0.0 };
    let fronts: Vec<f64> =
        once.fronts.iter().map(|spread| (spread.mean + part * off(spread)).clamp(0.0, 100.0)).collect();
    let leads = leads(&fronts, &field.model.constants);
    let furthest = field.model.channels.iter().zip(leads).max_by(|one, other| one.1.total_cmp(&other.1));
    match furthest {
        Some((channel, lead)) if lead >= WORTH_SAYING => {
            format!("{ground}, and {} out on its own by {}", within(&channel.name), whole(lead))
        }
        _ => ground,
    }
}

/// "6 yards", "less than a yard", "no ground gained", "2 yards lost".
pub(super) fn ground(by: f64) -> String {
    match moved(by) {
        gained if gained != moved(0.0) => gained.trim_end_matches(" gained").to_owned(),
        nothing => nothing,
    }
}

/// What is ranked by, in words; `of_gain` is how much a yard gained counts.
pub(super) fn measure(of_gain: f64, trials: u64) -> String {
    let per_cent = |part: f64| format!("{} %", whole(part * 100.0));
    let (gain, exposed) =
        ("the yards the whole organisation gains", "the yards by which more of it is out on its own");
    let what = if of_gain >= 1.0 {
        gain.to_owned()
    } else if of_gain <= 0.0 {
        "the yards by which less of the whole organisation is out on its own".to_owned()
    } else {
        format!("{} of {gain}, less {} of {exposed}", per_cent(of_gain), per_cent(1.0 - of_gain))
    };
    format!("Ranked by {what}; means of one try in {} trials.", grouped(trials))
}

/// What comes first by the measure, or what is too close to call.
pub(super) fn headline(calls: &[NextCall], callable: bool) -> String {
    let titles: Vec<&str> =
        calls.iter().take_while(|call| call.group == 1).map(|call| call.title.as_str()).collect();
    match (titles.as_slice(), calls) {
        ([], _) if callable => "No trials were run to rank the plays by.".to_owned(),
        ([], _) => "There is no play to call here.".to_owned(),
        ([only], [_]) => format!("{only} is the only play at hand."),
        ([first], [call, ..]) => {
            format!("{first} comes first by this measure: {} as expected.", ground(call.gain))
        }
        (several, _) => format!("Too close to call between {}.", list(several, "and")),
    }
}

/// 10000 as "10,000".
fn grouped(number: u64) -> String {
    match (number / 1000, number % 1000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{},{rest:03}", grouped(thousands)),
    }
}
