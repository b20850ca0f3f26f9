//! Finds every judgement of a sheet, and makes the sheet with one of them changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::LeverSubject;
use crate::model::{Play, PlayerId, Side, Strength};
use crate::rules::words::{line, plain};
use crate::rules::{CallSheet, Called, Lineup, Switches};

/// How much shorter or longer a step back is tried, in yards.
const STEP: f64 = 2.0;
/// How far a ball can step back, in yards.
const FURTHEST: f64 = 20.0;

/// A lever before it is weighed.
pub(in crate::rules) struct Pull {
    pub(in crate::rules) subject: LeverSubject,
    pub(in crate::rules) label: String,
    pub(in crate::rules) low: End,
    pub(in crate::rules) high: End,
}

/// One end of it.
pub(in crate::rules) struct End {
    pub(in crate::rules) what: String,
    /// The sheet with the change; nothing where it stands there already.
    pub(in crate::rules) sheet: Option<CallSheet>,
}

/// Every lever of a sheet: strengths by side and id, then each play's assumptions and step back in its order.
pub(in crate::rules) fn of(sheet: &CallSheet) -> Vec<Pull> {
    let mut pulls = strengths(sheet);
    for at in 0..sheet.plays.len() {
        pulls.extend(assumptions(sheet, at));
        pulls.extend(step_back(sheet, at));
    }
    pulls
}

fn strengths(sheet: &CallSheet) -> Vec<Pull> {
    let judged = sheet.plays.iter().flat_map(|called| players(&called.lineup.play));
    let players: BTreeSet<(Side, &PlayerId)> = judged
        .filter(|(.., strength)| strength.low < strength.high)
        .map(|(side, id, ..)| (side, id))
        .collect();
    let pull = |(side, id): (Side, &PlayerId)| {
        let all: Vec<(&str, Strength)> =
            sheet.plays.iter().flat_map(|called| players_of(&called.lineup.play, side, id)).collect();
        let name = all.first().map_or_else(String::new, |(name, _)| (*name).to_owned());
        let least = all.iter().map(|(_, strength)| strength.low).fold(f64::MAX, f64::min);
        let most = all.iter().map(|(_, strength)| strength.high).fold(f64::MIN, f64::max);
        let end = |value: fn(&Strength) -> f64| End {
            what: values(all.iter().map(|(_, strength)| value(strength))),
            sheet: Some(pinned(sheet, side, id, value)),
        };
        Pull {
            label: format!("{name}: strength {} to {}", plain(least), plain(most)),
            subject: LeverSubject::Strength { player: id.clone(), side },
            low: end(|strength| strength.low),
            high: end(|strength| strength.high),
        }
    };
    players.into_iter().map(pull).collect()
}

/// "4", or "3 or 4" where plays judge the same player differently.
fn values(values: impl Iterator<Item = f64>) -> String {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    values.into_iter().map(plain).collect::<Vec<_>>().join(" or ")
}

/// The sheet with one player's strength at one value of its judgement, in every play it stands in.
fn pinned(sheet: &CallSheet, side: Side, id: &PlayerId, value: fn(&Strength) -> f64) -> CallSheet {
    let mut sheet = sheet.clone();
    for called in &mut sheet.plays {
        if players_of(&called.lineup.play, side, id).next().is_none() {
            continue;
        }
        change(called, |play| {
            let pin = |strength: &mut Strength| *strength = Strength::exactly(value(strength));
            match side {
                Side::Offense => {
                    play.offense.iter_mut().filter(|p| p.id == *id).for_each(|p| pin(&mut p.strength));
                }
                Side::Defense => {
                    play.defense.iter_mut().filter(|p| p.id == *id).for_each(|p| pin(&mut p.strength));
                }
            }
        });
    }
    sheet
}

fn assumptions(sheet: &CallSheet, at: usize) -> Vec<Pull> {
    let Called { lineup, switches } = &sheet.plays[at];
    let pull = |index: usize| {
        let assumption = &lineup.play.assumptions[index];
        let holds = switches.holds(index);
        let end = |wanted: bool, what: &str| {
            let flipped = (holds != wanted).then(|| {
                let mut sheet = sheet.clone();
                let Switches(all) = &mut sheet.plays[at].switches;
                // Assumptions that there is no switch for do not hold.
                all.resize(all.len().max(index + 1), false);
                all[index] = wanted;
                sheet
            });
            End { what: what.to_owned(), sheet: flipped }
        };
        Pull {
            label: format!("{} assumes: {}", lineup.play.title, line(&assumption.text)),
            subject: LeverSubject::Assumption { play: lineup.id.clone(), id: assumption.id.clone() },
            low: end(false, "does not hold"),
            high: end(true, "holds"),
        }
    };
    (0..lineup.play.assumptions.len()).map(pull).collect()
}

fn step_back(sheet: &CallSheet, at: usize) -> Option<Pull> {
    let lineup = &sheet.plays[at].lineup;
    let as_it_stands = lineup.play.ball.step_back;
    let (less, more) = ((as_it_stands - STEP).max(0.0), (as_it_stands + STEP).min(FURTHEST));
    let end = |yards: f64| {
        let changed = (yards != as_it_stands).then(|| {
            let mut sheet = sheet.clone();
            change(&mut sheet.plays[at], |play| play.ball.step_back = yards);
            sheet
        });
        let what = plain(yards);
        let unit = if what == "1" { "yard" } else { "yards" };
        End { what: format!("{what} {unit}"), sheet: changed }
    };
    (less < more).then(|| Pull {
        label: format!("{}: step back {} or {} yards", lineup.play.title, plain(less), plain(more)),
        subject: LeverSubject::StepBack { play: lineup.id.clone() },
        low: end(less),
        high: end(more),
    })
}

/// Changes a play and sets it against its model anew.
fn change(called: &mut Called, how: impl FnOnce(&mut Play)) {
    let Lineup { id, play, model, .. } = &called.lineup;
    let mut play = Arc::clone(play);
    how(Arc::make_mut(&mut play));
    called.lineup = Lineup::new(id.clone(), play, Arc::clone(model));
}

fn players(play: &Play) -> impl Iterator<Item = (Side, &PlayerId, &str, Strength)> {
    let offense = play.offense.iter().map(|p| (Side::Offense, &p.id, p.name.as_str(), p.strength));
    offense.chain(play.defense.iter().map(|p| (Side::Defense, &p.id, p.name.as_str(), p.strength)))
}

fn players_of<'a>(play: &'a Play, side: Side, id: &'a PlayerId) -> impl Iterator<Item = (&'a str, Strength)> {
    players(play)
        .filter(move |(at, player, ..)| *at == side && *player == id)
        .map(|(.., name, strength)| (name, strength))
}
