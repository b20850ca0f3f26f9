//! A call sheet without names: what is the same in every trial, worked out once.

use std::collections::{BTreeMap, BTreeSet};

use super::luck::{Key, Purpose, Triangle};
use crate::model::{Constants, PlayerId, Risk, Strength, TacticId};
use crate::rules::lineup::{Chart, Role, Target};
use crate::rules::{CallSheet, Called, Entry, Series};

/// As many downs as a file can call; trials go no further.
const MOST_DOWNS: u32 = 20_000;

/// What is left to chance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Contests {
    /// Everything the rules say.
    Drawn,
    /// Nothing: strengths are the likely ones, contests and pressure come out as expected, risks stay away. Tells the
    /// rest of the arithmetic by the expected drive.
    #[cfg(test)]
    Expected,
}

/// A call sheet made ready for trials. Channels, players and forces are places in lists.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) contests: Contests,
    pub(super) constants: Constants,
    /// Where every front is wanted, in yards.
    pub(super) goal: f64,
    /// The channels' weights, of sum 1.
    pub(super) weights: Vec<f64>,
    /// What a channel's share is drawn for.
    pub(super) shares: Vec<Key>,
    /// What being caught is drawn for.
    pub(super) caught: Key,
    /// The strengths to draw: one for each player, or more where plays judge the same player differently.
    pub(super) strengths: Vec<Drawn>,
    /// Each known force's wear when the drive begins.
    pub(super) wear: Vec<f64>,
    /// Every force that has been or may be gone round.
    pub(super) gone_round: Vec<Left>,
    pub(super) plays: Vec<Drill>,
    pub(super) steps: Vec<Step>,
    /// How many of the steps are downs.
    pub(super) downs: usize,
    pub(super) risks: Vec<Hazard>,
    pub(super) fronts: Vec<f64>,
    pub(super) series: Series,
}

/// A strength to be drawn once a trial.
#[derive(Debug)]
pub(super) struct Drawn {
    pub(super) key: Key,
    pub(super) triangle: Triangle,
}

/// A force gone round in a channel, as the drive begins; strength 0 if it was not yet.
#[derive(Clone, Copy, Debug)]
pub(super) struct Left {
    pub(super) channel: usize,
    pub(super) strength: f64,
    /// How much it has grown.
    pub(super) grown: f64,
}

/// What comes next in a plan.
#[derive(Clone, Debug)]
pub(super) enum Step {
    /// A down of the play at this place, with what understanding and repetition leave of an offense's strength.
    Down { play: usize, drilled: f64 },
    /// An event that costs the channels struck a share of their lead.
    Event { severity: f64, strikes: Vec<bool> },
}

/// A risk.
#[derive(Debug)]
pub(super) struct Hazard {
    pub(super) key: Key,
    pub(super) chance: f64,
    pub(super) severity: f64,
}

/// A play with its active assumptions.
#[derive(Debug, Default)]
pub(super) struct Drill {
    /// Whose strength adds to which attacker's, blocker's or carrier's effect.
    pub(super) backers: Vec<Backer>,
    /// How many effects there are.
    pub(super) effects: usize,
    pub(super) foes: Vec<Foe>,
    pub(super) ways: Vec<Way>,
    /// The carrier's channel.
    pub(super) carrier: Option<usize>,
    /// Whose effects guard the carrier, itself included.
    pub(super) guards: Vec<usize>,
    /// Yards lost when it is caught.
    pub(super) step_back: f64,
    /// Rule 6: how much of the pressure this step-back feels, 0 to 1.
    pub(super) felt: f64,
}

/// A player whose strength counts.
#[derive(Clone, Copy, Debug)]
pub(super) struct Backer {
    pub(super) strength: usize,
    pub(super) factor: f64,
    pub(super) effect: usize,
}

/// A defender.
#[derive(Clone, Debug)]
pub(super) struct Foe {
    pub(super) strength: usize,
    pub(super) factor: f64,
    pub(super) wear: usize,
    /// Its place among the forces gone round, if it can be.
    pub(super) gone_round: Option<usize>,
    pub(super) channel: Option<usize>,
    /// Whether it comes at this play's carrier.
    pub(super) presses: bool,
    pub(super) confronters: Vec<usize>,
    pub(super) bypassers: Vec<usize>,
    pub(super) blockers: Vec<usize>,
}

/// A channel in a play.
#[derive(Clone, Debug, Default)]
pub(super) struct Way {
    /// Its attackers' effects, with the yards each would reach, `Reach` factors included.
    pub(super) attackers: Vec<(usize, f64)>,
    /// What they all reach, if that is the same for all.
    pub(super) even: Option<f64>,
    /// The yard no gain can pass, at most 100.
    pub(super) limit: f64,
    /// The drag a yard of lead meets, without what was gone round.
    pub(super) drag: f64,
}

impl Program {
    pub(super) fn new(sheet: &CallSheet, contests: Contests) -> Self {
        let model = &*sheet.model;
        let constants = model.constants;
        let all: f64 = model.channels.iter().map(|channel| channel.weight).sum();
        let mut places = Places::of(sheet, contests);
        let plays = sheet.plays.iter().map(|called| drill(called, &constants, &mut places)).collect();
        let state = &sheet.from.state;
        let (steps, downs) = steps(sheet);
        Self {
            contests,
            constants,
            goal: sheet.goal(),
            weights: model.channels.iter().map(|c| if all > 0.0 { c.weight / all } else { 0.0 }).collect(),
            shares: model.channels.iter().map(|c| Key::new(Purpose::Share, c.id.as_str(), 0)).collect(),
            caught: Key::new(Purpose::Caught, "", 0),
            wear: places.wear.keys().map(|id| state.wear.get(*id).copied().unwrap_or(1.0)).collect(),
            gone_round: places.gone_round(sheet),
            strengths: places.strengths,
            plays,
            steps,
            downs,
            risks: if contests == Contests::Drawn { hazards(sheet) } else { Vec::new() },
            fronts: (0..model.channels.len()).map(|c| state.fronts.get(c).copied().unwrap_or(0.0)).collect(),
            series: sheet.from.series,
        }
    }
}

/// Ids as places in lists.
struct Places<'a> {
    contests: Contests,
    strengths: Vec<Drawn>,
    /// A player's strength by its id and judgement.
    judged: BTreeMap<(&'a PlayerId, [u64; 3]), usize>,
    /// A defender's wear by its id.
    wear: BTreeMap<&'a PlayerId, usize>,
    /// A force gone round by its channel and id.
    left: BTreeMap<(usize, &'a PlayerId), usize>,
}

impl<'a> Places<'a> {
    fn of(sheet: &'a CallSheet, contests: Contests) -> Self {
        let (mut wear, mut left) = (BTreeSet::new(), BTreeSet::new());
        for called in &sheet.plays {
            let play = &*called.lineup.play;
            for (defender, force) in play.defense.iter().zip(&called.lineup.chart.defense) {
                wear.insert(&defender.id);
                left.extend(force.channel.filter(|_| force.is_bypassed()).map(|c| (c, &defender.id)));
            }
        }
        let before = sheet.from.state.gone_round.iter().take(sheet.model.channels.len()).enumerate();
        left.extend(before.flat_map(|(c, there)| there.keys().map(move |id| (c, id))));
        Self {
            contests,
            strengths: Vec::new(),
            judged: BTreeMap::new(),
            wear: wear.into_iter().zip(0..).collect(),
            left: left.into_iter().zip(0..).collect(),
        }
    }

    fn strength(&mut self, id: &'a PlayerId, judged: Strength) -> usize {
        let Strength { low, likely, high } =
            if self.contests == Contests::Drawn { judged } else { Strength::exactly(judged.likely) };
        let strengths = &mut self.strengths;
        *self.judged.entry((id, [low, likely, high].map(f64::to_bits))).or_insert_with(|| {
            let key = Key::new(Purpose::Strength, id.as_str(), 0);
            strengths.push(Drawn { key, triangle: Triangle::new(low, likely, high) });
            strengths.len() - 1
        })
    }

    fn gone_round(&self, sheet: &CallSheet) -> Vec<Left> {
        let constants = &sheet.model.constants;
        let before = |c: usize, id: &PlayerId| sheet.from.state.gone_round.get(c)?.get(id).copied();
        let left = |(channel, id): &(usize, &PlayerId)| match before(*channel, id) {
            Some(left) if left.strength > 0.0 => {
                let (channel, strength) = (*channel, left.strength);
                Left { channel, strength, grown: left.weight(constants) / strength }
            }
            _ => Left { channel: *channel, strength: 0.0, grown: 1.0 },
        };
        self.left.keys().map(left).collect()
    }
}

fn drill<'a>(called: &'a Called, constants: &Constants, places: &mut Places<'a>) -> Drill {
    let lineup = &called.lineup;
    let (chart, play): (&Chart, _) = (&lineup.chart, &lineup.play);
    let mut movers = vec![1.0; chart.offense.len()];
    let mut forces = vec![1.0; chart.defense.len()];
    let mut ways =
        vec![Way { limit: 100.0, drag: constants.drag, ..Way::default() }; lineup.model.channels.len()];
    let mut reach = vec![1.0; ways.len()];
    for effect in chart.effects.iter().filter(|effect| called.switches.holds(effect.assumption)) {
        let value = effect.value;
        match effect.on {
            Target::Mover(i) => movers[i] *= value,
            Target::Force(j) => forces[j] *= value,
            Target::Reach(c) => reach[c] *= value,
            Target::Drag(c) => ways[c].drag *= value,
            Target::Cap(c) => ways[c].limit = ways[c].limit.min(value),
        }
    }
    let carrier = chart.carrier.and_then(|i| chart.offense[i].channel);
    let mut drill = Drill {
        effects: chart.offense.len(),
        carrier,
        step_back: chart.step_back,
        felt: (chart.step_back / constants.pressure_yards).min(1.0),
        ..Drill::default()
    };
    for (i, mover) in chart.offense.iter().enumerate() {
        if let Some(effect) = mover.counts_for {
            let strength = places.strength(&play.offense[i].id, play.offense[i].strength);
            drill.backers.push(Backer { strength, factor: movers[i], effect });
        }
        if let (true, Some(c)) = (mover.role.attacks(), mover.channel) {
            ways[c].attackers.push((i, mover.reach * reach[c]));
        }
        let blocks = matches!(mover.role, Role::Block(_)) && mover.channel == carrier;
        if carrier.is_some() && (chart.carrier == Some(i) || blocks) {
            drill.guards.push(i);
        }
    }
    for ((defender, force), factor) in play.defense.iter().zip(&chart.defense).zip(forces) {
        drill.foes.push(Foe {
            strength: places.strength(&defender.id, defender.strength),
            factor,
            wear: places.wear.get(&defender.id).copied().unwrap_or_default(),
            gone_round: force.channel.and_then(|c| places.left.get(&(c, &defender.id)).copied()),
            channel: force.channel,
            presses: force.presses && carrier.is_some() && force.channel == carrier,
            confronters: force.confronters.clone(),
            bypassers: force.bypassers.clone(),
            blockers: force.blockers.clone(),
        });
    }
    for way in &mut ways {
        let first = way.attackers.first().map(|(_, yards)| *yards);
        way.even = first.filter(|first| way.attackers.iter().all(|(_, yards)| yards == first));
    }
    drill.ways = ways;
    drill
}

/// The plan's entries one by one, and how many of them are downs.
fn steps(sheet: &CallSheet) -> (Vec<Step>, usize) {
    let constants = &sheet.model.constants;
    let mut uses: BTreeMap<&TacticId, u32> =
        sheet.from.state.uses.iter().map(|(tactic, uses)| (tactic, *uses)).collect();
    let (mut steps, mut downs) = (Vec::new(), 0);
    for entry in &sheet.entries {
        match entry {
            Entry::Play { play, times } => {
                let Some(called) = sheet.plays.get(*play) else { continue };
                let uses = uses.entry(&called.lineup.tactic).or_insert(0);
                for _ in 0..(*times).min(MOST_DOWNS - downs) {
                    let fresh = libm::pow(constants.familiarity, f64::from(*uses));
                    let drilled = called.lineup.chart.understanding * fresh.max(constants.familiarity_floor);
                    steps.push(Step::Down { play: *play, drilled });
                    *uses = uses.saturating_add(1);
                    downs += 1;
                }
            }
            Entry::Event(shock) => {
                steps.push(Step::Event { severity: shock.severity, strikes: shock.strikes.clone() });
            }
        }
    }
    (steps, downs as usize)
}

/// The plan's risks in file order. Those of the same name are told apart by their number among these.
fn hazards(sheet: &CallSheet) -> Vec<Hazard> {
    let risks = &sheet.plan.risks;
    let again = |n: usize| risks[..n].iter().filter(|risk| risk.name == risks[n].name).count() as u64;
    let hazard = |(n, risk): (usize, &Risk)| Hazard {
        key: Key::new(Purpose::Risk, &risk.name, again(n)),
        chance: risk.chance,
        severity: risk.severity,
    };
    risks.iter().enumerate().map(hazard).collect()
}
