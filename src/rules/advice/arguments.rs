//! What speaks for a call and what against it: sentences found in its numbers, beside those of the other plays.

use super::words::ground;
use crate::model::{OperatingModel, PlayerId};
use crate::rules::drive::{exposure, leads};
use crate::rules::sensitivity::{LeverSubject, levers};
use crate::rules::story::{clause, name_of};
use crate::rules::words::{begin, moved, number, ordinal, whole, yards};
use crate::rules::{
    BattleKind, CallSheet, Called, Chance, GoneRound, Run, Series, Standing, Trials, resolve,
};

/// Yards below which nothing is made of a difference: it would read as none.
pub(super) const WORTH_SAYING: f64 = 0.5;
/// How many sentences of either kind are given.
const MOST: usize = 3;
/// An argument against of less weight than this, in yards, is left out if there are others.
const WORTH_ARGUING: f64 = 0.2;
/// The weight of a channel left alone, in yards: a judgement, for the hindmost and for any other.
const LEFT_ALONE: [f64; 2] = [0.6, 0.3];
/// The weight of a force gone round that nobody takes on, in yards, beside what it drags.
const STILL_THERE: f64 = 0.3;
/// How much of what one judgement could cost counts as an argument: it may well be right.
const MAY_BE: f64 = 0.5;

/// The field before the call.
pub(super) struct Field<'a> {
    pub(super) standing: &'a Standing,
    pub(super) model: &'a OperatingModel,
    /// The spot, in yards.
    pub(super) spot: f64,
    /// The exposure, in yards.
    pub(super) exposure: f64,
    /// The channel behind all others, if one is.
    hindmost: Option<usize>,
}

/// One play that could be called.
pub(super) struct Candidate<'a> {
    pub(super) called: &'a Called,
    /// What it comes to as expected.
    pub(super) run: Run,
    /// One down of it in trials.
    pub(super) once: &'a Trials,
    pub(super) makes_line: Chance,
}

impl<'a> Field<'a> {
    pub(super) fn new(standing: &'a Standing, model: &'a OperatingModel) -> Self {
        let fronts = &standing.state.fronts;
        let mut ranked: Vec<usize> = (0..fronts.len().min(model.channels.len())).collect();
        ranked.sort_by(|one, other| fronts[*one].total_cmp(&fronts[*other]));
        let hindmost = match ranked.as_slice() {
            [last, next, ..] if fronts[*next] - fronts[*last] >= WORTH_SAYING => Some(*last),
            _ => None,
        };
        Self {
            standing,
            model,
            spot: model.weighted_mean(fronts.iter().copied()),
            exposure: exposure(model, fronts),
            hindmost,
        }
    }

    fn name(&self, channel: usize) -> &str {
        self.model.channels.get(channel).map_or("", |channel| channel.name.as_str())
    }
}

impl Candidate<'_> {
    fn gain(&self) -> f64 {
        self.run.outcome.spot_end - self.run.outcome.spot_start
    }

    /// How far one channel is expected to move, in yards.
    fn moves(&self, channel: usize) -> f64 {
        self.run.outcome.channels.get(channel).map_or(0.0, |channel| channel.end - channel.start)
    }

    /// Whether somebody takes a force on in this play.
    fn takes_on(&self, force: &PlayerId) -> bool {
        let defense = self.called.lineup.play.defense.iter();
        defense.enumerate().any(|(j, defender)| {
            let met = |kind| self.run.outcome.battles.iter().any(|b| b.defender == j && b.kind == kind);
            defender.id == *force && met(BattleKind::Confront)
        })
    }
}

/// What speaks for the play at place `at`.
pub(super) fn speaks_for(field: &Field, candidates: &[Candidate], at: usize) -> Vec<String> {
    let candidate = &candidates[at];
    let others = || candidates.iter().enumerate().filter(|(other, _)| *other != at).map(|(_, other)| other);
    let mut said = Vec::new();
    if let Some(c) = field.hindmost {
        let (moves, name) = (candidate.moves(c), field.name(c));
        let next = others().map(|other| other.moves(c)).fold(f64::MIN, f64::max);
        if moves >= WORTH_SAYING && others().next().is_some() {
            said.push(if next < WORTH_SAYING {
                format!("It is the only play that moves {name}, the hindmost channel.")
            } else if moves - next >= WORTH_SAYING {
                format!("It moves {name}, the hindmost channel, furthest: {}.", ground(moves))
            } else {
                format!("It moves {name}, the hindmost channel: {}.", ground(moves))
            });
        }
    }
    let met = gone_round(field).into_iter().find(|(_, force, _)| candidate.takes_on(force));
    said.extend(met.map(|(_, force, left)| {
        format!("It takes on {}, {} and still there.", name(candidates, at, force), when(left))
    }));
    let (gain, next) = (candidate.gain(), others().map(Candidate::gain).fold(f64::MIN, f64::max));
    if gain >= WORTH_SAYING && gain - next >= WORTH_SAYING && others().next().is_some() {
        said.push(format!("It gains most for the whole organisation: {}.", ground(gain)));
    }
    let exposed = candidate.run.outcome.exposure;
    if field.exposure - exposed >= WORTH_SAYING {
        let left = match whole(exposed) {
            0 => "less than a yard".to_owned(),
            left => yards(left),
        };
        said.push(format!("Less is out on its own after it: {left} instead of {}.", whole(field.exposure)));
    }
    let likelier = |other: &Candidate| {
        let Chance { chance, error } = other.makes_line;
        candidate.makes_line.chance - chance > 2.0 * (error + candidate.makes_line.error)
    };
    if others().next().is_some() && others().all(likelier) {
        said.push(format!(
            "Called again and again it is likeliest to gain what is needed by try {}: in {} of 100 trials.",
            Series::downs(&field.model.constants),
            whole(candidate.makes_line.chance * 100.0)
        ));
    }
    said.truncate(MOST - 1);
    said.push(driven_by(field, candidate));
    said
}

/// Where most of what it gains comes from.
fn driven_by(field: &Field, candidate: &Candidate) -> String {
    let Candidate { called, run, .. } = candidate;
    let channels = field.model.channels.iter().zip(&run.outcome.channels).enumerate();
    let weight = |c: usize| field.model.channels[c].weight * run.outcome.channels[c].gain;
    let most = channels.map(|(c, _)| c).reduce(|most, c| if weight(c) > weight(most) { c } else { most });
    let Some(c) = most.filter(|c| run.outcome.channels[*c].gain >= WORTH_SAYING) else {
        return format!("Little: {} as expected.", moved(candidate.gain()));
    };
    let lineup = &called.lineup;
    let there = |defender: usize| {
        lineup.play.defense.get(defender).is_some_and(|d| d.channel == field.model.channels[c].id)
    };
    let battles = run.outcome.battles.iter();
    let battle = battles
        .filter(|battle| battle.kind != BattleKind::Block && there(battle.defender))
        .reduce(|most, battle| if battle.attack > most.attack { battle } else { most });
    let gained = ground(run.outcome.channels[c].gain);
    match battle {
        Some(battle) => {
            format!("It gains most in {}, {gained}. {}", field.name(c), clause(lineup, battle))
        }
        None => format!("It gains most in {}: {gained}.", field.name(c)),
    }
}

/// What speaks against the play at place `at`.
pub(super) fn speaks_against(field: &Field, candidates: &[Candidate], at: usize) -> Vec<String> {
    let candidate = &candidates[at];
    let mut said: Vec<(f64, String)> = Vec::new();
    said.extend(stale(field, candidate));
    said.extend(alone(field, candidate));
    said.extend(caught(candidate));
    said.extend(not_taken_on(field, candidates, at));
    said.extend(left_alone(field, candidate));
    said.extend(one_judgement(field, candidate));
    said.sort_by(|(one, _), (other, _)| other.total_cmp(one));
    let mut said: Vec<String> = said
        .into_iter()
        .filter(|(weight, _)| *weight >= WORTH_ARGUING)
        .map(|(_, sentence)| sentence)
        .collect();
    said.truncate(MOST);
    if said.is_empty() {
        let bad = moved(candidate.once.spot.p10 - field.spot);
        said.push(format!("In one trial of ten it comes to {bad} or less."));
    }
    said
}

/// "Fourth use of Exemplar: it keeps 61 % of its effect." Weighs what a first use would gain more.
fn stale(field: &Field, candidate: &Candidate) -> Option<(f64, String)> {
    let Called { lineup, switches } = candidate.called;
    let outcome = &candidate.run.outcome;
    if outcome.uses == 0 {
        return None;
    }
    let mut fresh = field.standing.state.clone();
    fresh.uses.remove(&lineup.tactic);
    let of = if lineup.tactic.as_str() == lineup.id.as_str() { &lineup.play.title } else { "this tactic" };
    let sentence = format!(
        "{} use of {of}: it keeps {} % of its effect.",
        begin(&ordinal(outcome.uses.saturating_add(1))),
        whole(outcome.fresh * 100.0)
    );
    Some((resolve(lineup, &fresh, switches).spot_end - outcome.spot_end, sentence))
}

/// What it leaves out on its own. Weighs the exposure of the whole.
fn alone(field: &Field, candidate: &Candidate) -> Option<(f64, String)> {
    let outcome = &candidate.run.outcome;
    let before = leads(&field.standing.state.fronts, &field.model.constants);
    let channels = outcome.channels.iter().map(|channel| channel.exposure).enumerate();
    let (c, lead) = channels.reduce(|most, channel| if channel.1 > most.1 { channel } else { most })?;
    let already = before.get(c).copied().unwrap_or(0.0);
    (lead >= WORTH_SAYING).then(|| {
        let (name, by) = (field.name(c), whole(lead));
        let sentence = match whole(already) {
            0 => format!("It leaves {name} out on its own by {by}."),
            was if was < by => format!("It leaves {name} out on its own by {by}, {was} before."),
            _ => format!("{name} stays out on its own by {by}."),
        };
        (outcome.exposure, sentence)
    })
}

/// Being interrupted before delivery. Weighs what that takes from the gain.
fn caught(candidate: &Candidate) -> Option<(f64, String)> {
    let outcome = &candidate.run.outcome;
    let of_hundred = whole(outcome.caught * 100.0);
    let uninterrupted = candidate.gain().max(0.0) / (1.0 - outcome.caught).max(0.1);
    (of_hundred > 0).then(|| {
        let sentence = format!("It is interrupted before delivery {of_hundred} times in a hundred.");
        (outcome.caught * uninterrupted.max(1.0), sentence)
    })
}

/// "Nobody takes on Legacy technology, gone round four tries ago, still dragging."
fn not_taken_on(field: &Field, candidates: &[Candidate], at: usize) -> Option<(f64, String)> {
    let candidate = &candidates[at];
    let (c, force, left) = gone_round(field).into_iter().find(|(_, force, _)| !candidate.takes_on(force))?;
    let dragged = candidate.run.outcome.channels.get(c).map_or(0.0, |channel| channel.lost_to_drag);
    let still = if dragged >= WORTH_SAYING { "still dragging" } else { "still there" };
    let sentence = format!("Nobody takes on {}, {}, {still}.", name(candidates, at, force), when(left));
    Some((STILL_THERE + dragged / field.model.channels.len().max(1) as f64, sentence))
}

/// The channel furthest back that nobody works on.
fn left_alone(field: &Field, candidate: &Candidate) -> Option<(f64, String)> {
    let open = candidate.run.outcome.channels.iter().enumerate().filter(|(_, channel)| channel.open_flank);
    let (c, _) = open.reduce(|back, channel| if channel.1.start < back.1.start { channel } else { back })?;
    let name = field.name(c);
    Some(if field.hindmost == Some(c) {
        (LEFT_ALONE[0], format!("Nobody is working on {name}, the hindmost channel."))
    } else {
        (LEFT_ALONE[1], format!("Nobody is working on {name}."))
    })
}

/// The judgement that costs most if it is wrong, one at a time.
fn one_judgement(field: &Field, candidate: &Candidate) -> Option<(f64, String)> {
    let sheet = CallSheet::of_play(candidate.called.clone(), field.standing.clone(), 1);
    let mut worst: Option<(f64, String)> = None;
    for pull in levers::of(&sheet) {
        for end in [&pull.low, &pull.high] {
            let Some(Called { lineup, switches }) = end.sheet.as_ref().and_then(|sheet| sheet.plays.first())
            else {
                continue;
            };
            let costs =
                candidate.run.outcome.spot_end - resolve(lineup, &field.standing.state, switches).spot_end;
            if whole(costs) < 1 || worst.as_ref().is_some_and(|(most, _)| costs <= *most) {
                continue;
            }
            let less = format!("it gains {} less", yards(whole(costs)));
            let play = &lineup.play;
            let sentence = match &pull.subject {
                LeverSubject::Strength { player, .. } => format!(
                    "It rests on one judgement: if the strength of {} is {}, {less}.",
                    name_of(lineup, player),
                    end.what
                ),
                LeverSubject::Assumption { id, .. } => {
                    let text = play.assumptions.iter().find(|assumption| assumption.id == *id);
                    let text = text.map_or(id.as_str(), |assumption| assumption.text.trim_end_matches('.'));
                    format!("It rests on one assumption: if “{text}” {}, {less}.", end.what)
                }
                // How far to step back is a choice, not a judgement.
                LeverSubject::StepBack { .. } => continue,
            };
            worst = Some((costs, sentence));
        }
    }
    worst.map(|(costs, sentence)| (MAY_BE * costs, sentence))
}

/// The forces gone round and still there, with their channels, the heaviest first.
fn gone_round<'a>(field: &Field<'a>) -> Vec<(usize, &'a PlayerId, &'a GoneRound)> {
    let channels = field.standing.state.gone_round.iter().enumerate();
    let mut forces: Vec<_> =
        channels.flat_map(|(c, there)| there.iter().map(move |(force, left)| (c, force, left))).collect();
    let weight = |left: &GoneRound| left.weight(&field.model.constants);
    forces.sort_by(|one, other| weight(other.2).total_cmp(&weight(one.2)).then(one.1.cmp(other.1)));
    forces
}

/// Since when it has been gone round.
fn when(left: &GoneRound) -> String {
    match left.age {
        0 => "gone round before".to_owned(),
        1 => "gone round in the last try".to_owned(),
        age => format!("gone round {} tries ago", number(age as usize)),
    }
}

/// What a force is called, in this play or in another.
fn name(candidates: &[Candidate], at: usize, force: &PlayerId) -> String {
    let knows = |candidate: &&Candidate| {
        candidate.called.lineup.play.defense.iter().any(|defender| defender.id == *force)
    };
    let here = std::iter::once(&candidates[at]).chain(candidates);
    let candidate = here.into_iter().find(knows).unwrap_or(&candidates[at]);
    name_of(&candidate.called.lineup, force)
}
