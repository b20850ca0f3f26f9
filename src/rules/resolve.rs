//! One play's expected outcome, exactly as the rules say, and its repetition with the series left aside.

use std::collections::BTreeMap;

use super::lineup::{Chart, Role, Target};
use super::{
    Battle, BattleKind, ChannelOutcome, DefenderOutcome, GoneRound, Lineup, OffenseOutcome, Outcome,
};
use super::{State, Switches};
use crate::model::{Constants, PlayerId};

/// The far end of the field, in yards.
const GOAL: f64 = 100.0;

/// One use of a play in a row of uses.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The field before it.
    pub before: State,
    /// What it came to.
    pub outcome: Outcome,
}

impl Run {
    /// The field after it.
    #[must_use]
    pub fn after(&self, lineup: &Lineup) -> State {
        let outcome = &self.outcome;
        let mut wear = self.before.wear.clone();
        for ((defender, force), result) in
            lineup.play.defense.iter().zip(&lineup.chart.defense).zip(&outcome.defense)
        {
            if force.is_confronted() {
                wear.insert(defender.id.clone(), result.wear_after);
            }
        }
        let mut uses = self.before.uses.clone();
        let count = uses.entry(lineup.tactic.clone()).or_insert(0);
        *count = count.saturating_add(1);
        State {
            fronts: outcome.channels.iter().map(|channel| channel.end).collect(),
            wear,
            gone_round: outcome.gone_round.clone(),
            uses,
        }
    }
}

/// Runs a play once (rules 1 to 10), leaving `state` as it is.
#[must_use]
pub fn resolve(lineup: &Lineup, state: &State, switches: &Switches) -> Outcome {
    let chart = &*lineup.chart;
    let model = &*lineup.model;
    let constants = &model.constants;
    let understanding = chart.understanding;
    let uses = state.uses.get(&lineup.tactic).copied().unwrap_or(0);
    let fresh = libm::pow(constants.familiarity, f64::from(uses)).max(constants.familiarity_floor);

    let held = Assumed::new(chart, switches, model.channels.len());
    let offense = offense(chart, &held, understanding * fresh);
    let engaged = engaged(chart, &offense);
    let mut defense = defense(lineup, &held, state, &engaged);

    let mut channels: Vec<ChannelOutcome> = (0..model.channels.len())
        .map(|c| ChannelOutcome {
            start: state.fronts.get(c).copied().unwrap_or(0.0),
            open_flank: chart.open_flanks[c],
            ..ChannelOutcome::default()
        })
        .collect();
    contest(chart, &held, &offense, &defense, &mut channels);
    let caught = caught(chart, constants, &offense, &defense);
    advance(chart, &held, caught, &mut channels);
    wear(chart, constants, caught, &channels, &mut defense);
    let mut gone_round = gone_round(lineup, state, &defense);
    isolate(constants, &held, &gone_round, &mut channels);
    for left in gone_round.iter_mut().flat_map(BTreeMap::values_mut) {
        left.age = left.age.saturating_add(1);
    }

    Outcome {
        uses,
        understanding,
        fresh,
        caught,
        spot_start: model.weighted_mean(channels.iter().map(|channel| channel.start)),
        spot_end: model.weighted_mean(channels.iter().map(|channel| channel.end)),
        exposure: model.weighted_mean(channels.iter().map(|channel| channel.exposure)),
        battles: battles(chart, &offense, &defense, &engaged),
        channels,
        offense,
        defense,
        gone_round,
    }
}

/// Runs a play `times` times in a row, each on the field the last one left, series left aside.
#[must_use]
pub fn repeat(lineup: &Lineup, start: &State, switches: &Switches, times: u32) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    for _ in 0..times {
        let before = runs.last().map_or_else(|| start.clone(), |run| run.after(lineup));
        let outcome = resolve(lineup, &before, switches);
        runs.push(Run { before, outcome });
    }
    runs
}

/// Rule 9: the yard up to which `channel` is safe: the mean of the two lowest fronts among the others, and cover.
/// A channel that is alone is safe everywhere.
#[must_use]
pub fn safe_yard(fronts: &[f64], channel: usize, cover: f64) -> f64 {
    let (mut lowest, mut second) = (f64::INFINITY, f64::INFINITY);
    for (_, front) in fronts.iter().enumerate().filter(|(c, _)| *c != channel) {
        if *front < lowest {
            (lowest, second) = (*front, lowest);
        } else if *front < second {
            second = *front;
        }
    }
    let hindmost = if second.is_finite() { f64::midpoint(lowest, second) } else { lowest };
    if hindmost.is_finite() { hindmost + cover } else { GOAL + cover }
}

/// What the assumptions that hold do, by player and channel.
struct Assumed {
    offense: Vec<f64>,
    defense: Vec<f64>,
    channels: Vec<AssumedChannel>,
}

/// What the assumptions that hold do to one channel.
#[derive(Clone)]
struct AssumedChannel {
    /// The lowest cap, in yards.
    cap: Option<f64>,
    /// The product of the reach factors.
    reach: f64,
    /// The product of the drag factors.
    drag: f64,
}

impl Assumed {
    fn new(chart: &Chart, switches: &Switches, channels: usize) -> Self {
        let mut assumed = Self {
            offense: vec![1.0; chart.offense.len()],
            defense: vec![1.0; chart.defense.len()],
            channels: vec![AssumedChannel { cap: None, reach: 1.0, drag: 1.0 }; channels],
        };
        for effect in chart.effects.iter().filter(|effect| switches.holds(effect.assumption)) {
            let value = effect.value;
            match effect.on {
                Target::Mover(i) => assumed.offense[i] *= value,
                Target::Force(j) => assumed.defense[j] *= value,
                Target::Reach(c) => assumed.channels[c].reach *= value,
                Target::Drag(c) => assumed.channels[c].drag *= value,
                Target::Cap(c) => {
                    let cap = &mut assumed.channels[c].cap;
                    *cap = Some(cap.map_or(value, |lowest| lowest.min(value)));
                }
            }
        }
        assumed
    }
}

/// Rule 3: what each offense player brings, once understanding and repetition (`drilled`) are taken off.
fn offense(chart: &Chart, assumed: &Assumed, drilled: f64) -> Vec<OffenseOutcome> {
    let mut offense: Vec<OffenseOutcome> = chart
        .offense
        .iter()
        .zip(&assumed.offense)
        .map(|(mover, factor)| OffenseOutcome {
            factor: *factor,
            own: mover.strength * factor * drilled,
            effect: 0.0,
        })
        .collect();
    for (i, mover) in chart.offense.iter().enumerate() {
        if let Some(end) = mover.counts_for {
            offense[end].effect += offense[i].own;
        }
    }
    offense
}

/// The strength of those who engage one defender, by kind.
#[derive(Clone, Copy, Default)]
struct Engaged {
    block: f64,
    confront: f64,
    bypass: f64,
}

fn engaged(chart: &Chart, offense: &[OffenseOutcome]) -> Vec<Engaged> {
    let mut engaged = vec![Engaged::default(); chart.defense.len()];
    for (mover, result) in chart.offense.iter().zip(offense) {
        match mover.role {
            Role::Confront(j) => engaged[j].confront += result.effect,
            Role::Bypass(j) => engaged[j].bypass += result.effect,
            Role::Block(j) => engaged[j].block += result.effect,
            Role::Advance | Role::Nothing => {}
        }
    }
    engaged
}

/// Rule 4: what each defender sets against it.
fn defense(lineup: &Lineup, assumed: &Assumed, state: &State, engaged: &[Engaged]) -> Vec<DefenderOutcome> {
    let bypass = lineup.model.constants.bypass;
    let forces = lineup.play.defense.iter().zip(&lineup.chart.defense);
    forces
        .zip(assumed.defense.iter().zip(engaged))
        .map(|((defender, force), (factor, engaged))| {
            let wear_before = state.wear.get(&defender.id).copied().unwrap_or(1.0);
            let weight = force.strength * factor * wear_before;
            let held = if weight > 0.0 { weight * weight / (engaged.block + weight) } else { 0.0 };
            let against = engaged.confront + engaged.bypass;
            let confronted = if against > 0.0 { engaged.confront / against } else { 1.0 };
            DefenderOutcome {
                factor: *factor,
                wear_before,
                weight,
                held,
                confronted,
                counted: held * (confronted + bypass * (1.0 - confronted)),
                wear_after: wear_before,
                gone_round: if force.is_attacked() { weight * (1.0 - confronted) } else { 0.0 },
            }
        })
        .collect()
}

/// Rule 5: who wins how much of each channel, and how far that may carry it.
fn contest(
    chart: &Chart,
    assumed: &Assumed,
    offense: &[OffenseOutcome],
    defense: &[DefenderOutcome],
    channels: &mut [ChannelOutcome],
) {
    for (mover, result) in chart.offense.iter().zip(offense) {
        if let (true, Some(c)) = (mover.role.attacks(), mover.channel) {
            channels[c].attack += result.effect;
            channels[c].reach += result.effect * mover.reach;
        }
    }
    for (force, result) in chart.defense.iter().zip(defense) {
        if let Some(c) = force.channel {
            channels[c].defense += result.counted;
        }
    }
    for (channel, assumed) in channels.iter_mut().zip(&assumed.channels) {
        channel.share = share(channel.attack, channel.defense);
        channel.reach =
            if channel.attack > 0.0 { channel.reach / channel.attack * assumed.reach } else { 0.0 };
    }
}

/// How much of a contest the first side wins, 0 to 1; nothing where it brings nothing.
pub(super) fn share(attack: f64, defense: f64) -> f64 {
    if attack > 0.0 { attack / (attack + defense) } else { 0.0 }
}

/// Rule 6: how much of the play is lost to those who come at the carrier while it steps back.
fn caught(
    chart: &Chart,
    constants: &Constants,
    offense: &[OffenseOutcome],
    defense: &[DefenderOutcome],
) -> f64 {
    let Some(carrier) = chart.carrier else { return 0.0 };
    let Some(channel) = chart.offense[carrier].channel else { return 0.0 };
    let there = Some(channel);
    let pressure: f64 = chart
        .defense
        .iter()
        .zip(defense)
        .filter(|(force, _)| force.presses && force.channel == there)
        .map(|(_, result)| result.held)
        .sum();
    let guard: f64 = chart
        .offense
        .iter()
        .enumerate()
        .filter(|(i, mover)| {
            *i == carrier || (matches!(mover.role, Role::Block(_)) && mover.channel == there)
        })
        .map(|(i, _)| offense[i].effect)
        .sum();
    if pressure > 0.0 {
        (chart.step_back / constants.pressure_yards).min(1.0) * pressure / (pressure + guard)
    } else {
        0.0
    }
}

/// Rule 7: how far the fronts move, and what being caught costs the carrier's channel.
fn advance(chart: &Chart, assumed: &Assumed, caught: f64, channels: &mut [ChannelOutcome]) {
    for (channel, assumed) in channels.iter_mut().zip(&assumed.channels) {
        let wanted = (1.0 - caught) * channel.reach * channel.share;
        let limit = assumed.cap.unwrap_or(GOAL).min(GOAL).max(channel.start);
        channel.gain = wanted.min(limit - channel.start);
        channel.end = (channel.start + wanted).min(limit);
        channel.capped_at = assumed.cap.filter(|cap| wanted > 0.0 && channel.start + wanted > *cap);
    }
    let carrier = chart.carrier.and_then(|carrier| chart.offense[carrier].channel);
    if let Some(channel) = carrier.and_then(|c| channels.get_mut(c)) {
        channel.lost_to_pressure = (caught * chart.step_back).min(channel.end).max(0.0);
        channel.end -= channel.lost_to_pressure;
    }
}

/// Rule 8: what is left of the defenders that were confronted.
fn wear(
    chart: &Chart,
    constants: &Constants,
    caught: f64,
    channels: &[ChannelOutcome],
    defense: &mut [DefenderOutcome],
) {
    for (force, result) in chart.defense.iter().zip(defense) {
        if let (true, Some(c)) = (force.is_confronted(), force.channel) {
            let taken = constants.wear * channels[c].share * result.confronted * (1.0 - caught);
            result.wear_after = (result.wear_before * (1.0 - taken)).max(constants.wear_floor);
        }
    }
}

/// Rule 8: the forces gone round, by channel, with this play's; ages as they were before it.
fn gone_round(
    lineup: &Lineup,
    state: &State,
    defense: &[DefenderOutcome],
) -> Vec<BTreeMap<PlayerId, GoneRound>> {
    let mut gone_round = state.gone_round.clone();
    gone_round.resize(lineup.model.channels.len(), BTreeMap::new());
    for ((defender, force), result) in lineup.play.defense.iter().zip(&lineup.chart.defense).zip(defense) {
        let Some(c) = force.channel else { continue };
        if !force.is_attacked() {
            continue;
        }
        let there = &mut gone_round[c];
        if result.gone_round <= 0.0 {
            there.remove(&defender.id);
        } else if let Some(left) = there.get_mut(&defender.id) {
            left.strength = result.gone_round;
        } else {
            there.insert(defender.id.clone(), GoneRound { strength: result.gone_round, age: 0 });
        }
    }
    gone_round
}

/// Rules 9 and 10: what is out on its own is dragged back, all channels at once, and what is then still out there.
fn isolate(
    constants: &Constants,
    assumed: &Assumed,
    gone_round: &[BTreeMap<PlayerId, GoneRound>],
    channels: &mut [ChannelOutcome],
) {
    let mut fronts: Vec<f64> = channels.iter().map(|channel| channel.end).collect();
    for (c, channel) in channels.iter_mut().enumerate() {
        channel.safe_before = safe_yard(&fronts, c, constants.cover);
        channel.lead = (channel.end - channel.safe_before).max(0.0);
        channel.gone_round_weight =
            gone_round[c].values().fold(0.0, |weight, left| weight + left.weight(constants));
        let harder = 1.0 + constants.gone_round_drag * channel.gone_round_weight;
        channel.drag = (constants.drag * assumed.channels[c].drag * harder).min(1.0);
        channel.lost_to_drag = channel.lead * channel.drag;
        channel.end -= channel.lost_to_drag;
    }
    for (front, channel) in fronts.iter_mut().zip(channels.iter()) {
        *front = channel.end;
    }
    for (c, channel) in channels.iter_mut().enumerate() {
        channel.safe_end = safe_yard(&fronts, c, constants.cover);
        channel.exposure = (channel.end - channel.safe_end).max(0.0);
    }
}

/// Rule 10: who met whom, for a picture.
fn battles(
    chart: &Chart,
    offense: &[OffenseOutcome],
    defense: &[DefenderOutcome],
    engaged: &[Engaged],
) -> Vec<Battle> {
    let mut battles = Vec::with_capacity(offense.len());
    for (j, ((force, result), engaged)) in chart.defense.iter().zip(defense).zip(engaged).enumerate() {
        let kinds = [
            (BattleKind::Confront, &force.confronters, engaged.confront, result.counted),
            (BattleKind::Bypass, &force.bypassers, engaged.bypass, result.counted),
            (BattleKind::Block, &force.blockers, engaged.block, result.counted),
        ];
        for (kind, movers, attack, defense) in kinds.into_iter().filter(|(_, movers, ..)| !movers.is_empty())
        {
            battles.push(Battle {
                defender: j,
                offense: movers.clone(),
                kind,
                attack,
                defense,
                share: share(attack, defense),
            });
        }
    }
    battles
}
