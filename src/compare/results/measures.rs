//! What is set side by side, and which side is better where that is clear.

use super::{Comparison, Contender};
use crate::rules::words::{begin, number};
use crate::rules::{Chance, DownResult, DriveEnd, Entry, Series, Spread, WORTH_SAYING};

/// One row of the comparison.
pub struct Measure {
    /// What programs call it, such as `front.services`.
    pub key: String,
    /// What people call it.
    pub name: String,
    /// Each contender's, in their order.
    pub values: Vec<Value>,
    /// Which contender is clearly better than every other, by its place.
    pub better: Option<usize>,
}

/// What a measure came to.
pub enum Value {
    /// Yards as expected, and in the trials.
    Yards(f64, Spread),
    /// Yards that only the expected drive has.
    Expected(f64),
    /// A count.
    Count(usize),
    /// How likely something is.
    Chance(Chance),
    /// What cannot be counted; may be empty.
    Words(String),
}

/// Chances and means differ clearly if they do by more than this many standard errors.
pub(super) const CLEAR: f64 = 2.0;

/// Every row, the ones that matter most first.
#[must_use]
pub fn measures(comparison: &Comparison) -> Vec<Measure> {
    let Comparison { contenders, against } = comparison;
    let Some(first) = contenders.first() else { return Vec::new() };
    let tries = begin(&number(Series::downs(&first.sheet.model.constants) as usize));
    let each = |value: &dyn Fn(&Contender) -> Value| contenders.iter().map(value).collect::<Vec<Value>>();
    let mut measures = vec![
        Measure {
            key: "spot".to_owned(),
            name: "Whole organisation".to_owned(),
            values: each(&|one| Value::Yards(one.expected.spot, one.trials.spot)),
            better: best(contenders, |a, b| {
                let by = against.get(a).and_then(|row| row.get(b)).map(|against| against.spot);
                further(contenders, a, b, |one| one.expected.spot)
                    && by.is_some_and(|by| by.mean_difference > CLEAR * by.error)
            }),
        },
        Measure {
            key: "exposure".to_owned(),
            name: "Out on its own (mean)".to_owned(),
            values: each(&|one| Value::Yards(one.expected.exposure, one.trials.exposure)),
            better: best(contenders, |a, b| {
                further(contenders, b, a, |one| one.expected.exposure)
                    && contenders[b].trials.exposure.mean > contenders[a].trials.exposure.mean
            }),
        },
        Measure {
            key: "end".to_owned(),
            name: "How it ends".to_owned(),
            values: each(&|one| Value::Words(ended(one.expected.end).to_owned())),
            better: best(contenders, |a, b| rank(&contenders[a]) > rank(&contenders[b])),
        },
        Measure {
            key: "keeps_control".to_owned(),
            name: "Keeps control".to_owned(),
            values: each(&|one| Value::Chance(kept(one))),
            better: best(contenders, |a, b| {
                let by = against.get(a).and_then(|row| row.get(b)).map(|against| against.kept);
                by.is_some_and(|by| by.mean_difference > CLEAR * by.error)
            }),
        },
        Measure {
            key: "never_worked_on".to_owned(),
            name: "Nobody ever works on".to_owned(),
            values: each(&|one| Value::Words(never(one).join(", "))),
            better: best(contenders, |a, b| never(&contenders[a]).len() < never(&contenders[b]).len()),
        },
    ];
    let starts = each(&|one| Value::Expected(one.expected.start_spot));
    let apart = contenders
        .iter()
        .any(|one| (one.expected.start_spot - first.expected.start_spot).abs() >= WORTH_SAYING);
    if apart {
        // Who starts elsewhere ends elsewhere: said before anything else is compared.
        let gained = each(&|one| Value::Expected(one.expected.spot - one.expected.start_spot));
        let rows = [("start", "Starts at", starts), ("gained", "Gained", gained)];
        for (at, (key, name, values)) in rows.into_iter().enumerate() {
            let (key, name) = (key.to_owned(), name.to_owned());
            measures.insert(at, Measure { key, name, values, better: None });
        }
    }
    for (c, channel) in first.sheet.model.channels.iter().enumerate() {
        let front = |one: &Contender| one.expected.last.state.fronts.get(c).copied().unwrap_or_default();
        let lead = |one: &Contender| one.expected.leads(&one.sheet.model).get(c).copied().unwrap_or_default();
        let spread = |one: &Contender| one.trials.fronts.get(c).copied().unwrap_or_default();
        measures.push(Measure {
            key: format!("front.{}", channel.id),
            name: channel.name.clone(),
            values: each(&|one| Value::Yards(front(one), spread(one))),
            // Further is not clearly better where it is only further out on its own.
            better: best(contenders, |a, b| {
                further(contenders, a, b, front)
                    && !further(contenders, a, b, lead)
                    && spread(&contenders[a]).mean > spread(&contenders[b]).mean
            }),
        });
    }
    measures.extend([
        Measure {
            key: "goal".to_owned(),
            name: "Every channel at its goal".to_owned(),
            values: each(&|one| Value::Chance(one.trials.goal)),
            better: best(contenders, |a, b| likelier(&contenders[a].trials.goal, &contenders[b].trials.goal)),
        },
        Measure {
            key: "tries".to_owned(),
            name: "Tries used".to_owned(),
            values: each(&|one| Value::Count(one.expected.downs.len())),
            better: None,
        },
        Measure {
            key: "series".to_owned(),
            name: format!("{tries} tries begun"),
            values: each(&|one| {
                Value::Count(one.expected.downs.last().map_or(0, |down| down.series.number as usize))
            }),
            better: None,
        },
        Measure {
            key: "first_downs".to_owned(),
            name: format!("{tries} tries that made it"),
            values: each(&|one| Value::Count(one.expected.count(DownResult::FirstDown))),
            better: best(contenders, |a, b| {
                let made = |at: usize| contenders[at].expected.count(DownResult::FirstDown);
                made(a) > made(b)
            }),
        },
        Measure {
            key: "setbacks".to_owned(),
            name: "Lose ground".to_owned(),
            values: each(&|one| Value::Count(one.expected.count(DownResult::Setback))),
            // Losing control instead is not better.
            better: best(contenders, |a, b| {
                let lost = |at: usize| contenders[at].expected.count(DownResult::Setback);
                lost(a) < lost(b) && rank(&contenders[a]) >= rank(&contenders[b])
            }),
        },
        Measure {
            key: "events".to_owned(),
            name: "Cost of events".to_owned(),
            values: each(&|one| Value::Expected(cost(one))),
            // Only of the same events.
            better: best(contenders, |a, b| {
                events(&contenders[a]) == events(&contenders[b]) && further(contenders, b, a, cost)
            }),
        },
    ]);
    measures
}

/// The chance to keep control of the ball.
#[must_use]
pub fn kept(one: &Contender) -> Chance {
    crate::compare::chances::not(&one.trials.turnover)
}

/// The channels nobody works on in any try.
pub(super) fn never(one: &Contender) -> Vec<&str> {
    let model = &one.sheet.model;
    let channels = model.channels.iter().zip(one.expected.never_worked_on(model));
    channels.filter(|(_, never)| *never).map(|(channel, _)| channel.name.as_str()).collect()
}

/// How a drive ended, in plain words.
pub(super) const fn ended(end: DriveEnd) -> &'static str {
    match end {
        DriveEnd::Goal => "at the goal",
        DriveEnd::Turnover => "loses control",
        DriveEnd::OutOfCalls => "everything called",
    }
}

/// The one of which `clearly` holds against every other.
fn best(contenders: &[Contender], clearly: impl Fn(usize, usize) -> bool) -> Option<usize> {
    let all = 0..contenders.len();
    all.clone().find(|a| all.clone().all(|b| b == *a || clearly(*a, b)))
}

/// Whether one has more of something than another, by as much as can be seen.
fn further(contenders: &[Contender], a: usize, b: usize, yards: impl Fn(&Contender) -> f64) -> bool {
    yards(&contenders[a]) - yards(&contenders[b]) >= WORTH_SAYING
}

fn likelier(a: &Chance, b: &Chance) -> bool {
    a.chance - b.chance > CLEAR * a.error.hypot(b.error)
}

fn rank(one: &Contender) -> u8 {
    match one.expected.end {
        DriveEnd::Turnover => 0,
        DriveEnd::OutOfCalls => 1,
        DriveEnd::Goal => 2,
    }
}

fn cost(one: &Contender) -> f64 {
    // From 0: the sum of nothing would be -0.
    one.expected.events.iter().fold(0.0, |cost, struck| cost + struck.cost)
}

/// The events that struck.
fn events(one: &Contender) -> Vec<&Entry> {
    one.expected.events.iter().filter_map(|struck| one.sheet.entries.get(struck.entry)).collect()
}
