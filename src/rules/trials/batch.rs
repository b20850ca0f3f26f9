//! Some trials of a program side by side: the rules of one down, for [`LANES`] trials at a time.
//!
//! A value of the field is a row of that many numbers, so that every rule is a short loop over a row. Trials whose
//! drive has ended are computed on with the others; nobody looks at them any more.

use super::beta::Quantiles;
use super::luck::{self, Key, uniform};
use super::program::{Contests, Drill, Foe, Left, Program};
use crate::rules::Series;

/// How many trials run side by side.
pub(super) const LANES: usize = 32;

/// One value in every trial of a batch.
pub(super) type Lanes = [f64; LANES];

/// The field in every trial of a batch.
#[derive(Debug)]
pub(super) struct Batch {
    /// The trials' draws.
    luck: [u64; LANES],
    strengths: Vec<Lanes>,
    wear: Vec<Lanes>,
    gone_round: Vec<Lanes>,
    grown: Vec<Lanes>,
    /// Yards, by channel.
    pub(super) fronts: Vec<Lanes>,
    pub(super) spot: Lanes,
    pub(super) exposure: Lanes,
    pub(super) series: [Series; LANES],
    // What a down works with.
    effects: Vec<Lanes>,
    met: Vec<Met>,
    defense: Vec<Lanes>,
    won: Vec<Lanes>,
    leads: Vec<Lanes>,
    /// What was gone round, by channel.
    behind: Vec<Lanes>,
}

/// A defender in one down.
#[derive(Clone, Debug)]
struct Met {
    /// What it brings.
    weight: Lanes,
    /// Which part of it is confronted, not gone round.
    confronted: Lanes,
}

impl Batch {
    pub(super) fn new(program: &Program) -> Self {
        let rows = |count: usize| vec![[0.0; LANES]; count];
        let most = |count: fn(&Drill) -> usize| program.plays.iter().map(count).max().unwrap_or(0);
        let channels = program.fronts.len();
        Self {
            luck: [0; LANES],
            strengths: rows(program.strengths.len()),
            wear: rows(program.wear.len()),
            gone_round: rows(program.gone_round.len()),
            grown: rows(program.gone_round.len()),
            fronts: rows(channels),
            spot: [0.0; LANES],
            exposure: [0.0; LANES],
            series: [program.series; LANES],
            effects: rows(most(|drill| drill.effects)),
            met: vec![Met { weight: [0.0; LANES], confronted: [1.0; LANES] }; most(|drill| drill.foes.len())],
            defense: rows(channels),
            won: rows(channels),
            leads: rows(channels),
            behind: rows(channels),
        }
    }

    /// Puts the field up as the drive begins, in trials `first`, `first + 1` and so on.
    pub(super) fn kick_off(&mut self, program: &Program, seed: u64, first: u64) {
        for (number, luck) in (first..).zip(&mut self.luck) {
            *luck = luck::trial(seed, number);
        }
        for (drawn, row) in program.strengths.iter().zip(&mut self.strengths) {
            for (strength, uniform) in row.iter_mut().zip(&uniforms(&self.luck, drawn.key)) {
                *strength = drawn.triangle.quantile(*uniform);
            }
        }
        for (wear, row) in program.wear.iter().zip(&mut self.wear) {
            *row = [*wear; LANES];
        }
        for ((left, strength), grown) in
            program.gone_round.iter().zip(&mut self.gone_round).zip(&mut self.grown)
        {
            (*strength, *grown) = ([left.strength; LANES], [left.grown; LANES]);
        }
        for (front, row) in program.fronts.iter().zip(&mut self.fronts) {
            *row = [*front; LANES];
        }
        self.series = [program.series; LANES];
        self.measure(program);
    }

    /// Runs a play (rules 3 to 9). `down` counts from 1; the spot and the exposure are left as they were before it.
    pub(super) fn play(
        &mut self,
        program: &Program,
        drill: &Drill,
        drilled: f64,
        down: u32,
        beta: &Quantiles,
    ) {
        self.bring(drill, drilled);
        let pressure = self.defend(program, drill);
        let caught = self.catch(program, drill, &pressure, down);
        self.contest(program, drill, &caught, down, beta);
        self.wear_down(program, drill, &caught);
        self.go_round(drill);
        self.isolate(program, drill);
        self.fester(program);
    }

    /// Rule 3: what each attacker, blocker and carrier counts for.
    fn bring(&mut self, drill: &Drill, drilled: f64) {
        for effect in self.effects.iter_mut().take(drill.effects) {
            *effect = [0.0; LANES];
        }
        for backer in &drill.backers {
            add_times(
                &mut self.effects[backer.effect],
                &self.strengths[backer.strength],
                backer.factor * drilled,
            );
        }
    }

    /// Rule 4: what each defender sets against it, by channel; returns the pressure on the carrier.
    fn defend(&mut self, program: &Program, drill: &Drill) -> Lanes {
        let bypass = program.constants.bypass;
        let mut pressure = [0.0; LANES];
        for defense in &mut self.defense {
            *defense = [0.0; LANES];
        }
        for (foe, met) in drill.foes.iter().zip(&mut self.met) {
            let (strength, wear) = (&self.strengths[foe.strength], &self.wear[foe.wear]);
            weigh(&mut met.weight, strength, wear, foe.factor);
            let mut held = met.weight;
            if !foe.blockers.is_empty() {
                let blocked = sum(&self.effects, &foe.blockers);
                for (held, blocked) in held.iter_mut().zip(&blocked) {
                    *held = if *held > 0.0 { *held * *held / (blocked + *held) } else { 0.0 };
                }
            }
            if foe.presses {
                add(&mut pressure, &held);
            }
            met.confronted = confronted(foe, &self.effects);
            if !foe.bypassers.is_empty() {
                for (held, confronted) in held.iter_mut().zip(&met.confronted) {
                    *held *= confronted + bypass * (1.0 - confronted);
                }
            }
            if let Some(defense) = foe.channel.and_then(|c| self.defense.get_mut(c)) {
                add(defense, &held);
            }
        }
        pressure
    }

    /// Rule 6, drawn: 1 where the carrier is caught, else 0.
    fn catch(&self, program: &Program, drill: &Drill, pressure: &Lanes, down: u32) -> Lanes {
        let drawn = program.contests == Contests::Drawn;
        let mut caught = [0.0; LANES];
        if drill.felt > 0.0 && drill.foes.iter().any(|foe| foe.presses) {
            let guard = sum(&self.effects, &drill.guards);
            let draws = uniforms(&self.luck, program.caught.in_down(down));
            for (lane, caught) in caught.iter_mut().enumerate() {
                let pressure = pressure[lane];
                let chance =
                    if pressure > 0.0 { drill.felt * pressure / (pressure + guard[lane]) } else { 0.0 };
                let is = if draws[lane] < chance { 1.0 } else { 0.0 };
                *caught = if drawn { is } else { chance };
            }
        }
        caught
    }

    /// Rules 5 and 7: draws how much of each channel is won, and moves the fronts.
    fn contest(&mut self, program: &Program, drill: &Drill, caught: &Lanes, down: u32, beta: &Quantiles) {
        for (c, way) in drill.ways.iter().enumerate() {
            let won = &mut self.won[c];
            if way.attackers.is_empty() {
                *won = [0.0; LANES];
                continue;
            }
            let mut attack = [0.0; LANES];
            for (attacker, _) in &way.attackers {
                add(&mut attack, &self.effects[*attacker]);
            }
            share(won, &attack, &self.defense[c]);
            let mut reach = [way.even.unwrap_or(0.0); LANES];
            if way.even.is_none() {
                for (attacker, yards) in &way.attackers {
                    add_times(&mut reach, &self.effects[*attacker], *yards);
                }
                for (reach, attack) in reach.iter_mut().zip(&attack) {
                    *reach = if *attack > 0.0 { *reach / attack } else { 0.0 };
                }
            }
            if program.contests == Contests::Drawn {
                beta.draw(won, &uniforms(&self.luck, program.shares[c].in_down(down)));
            }
            for lane in 0..LANES {
                reach[lane] *= (1.0 - caught[lane]) * won[lane];
            }
            for (front, gain) in self.fronts[c].iter_mut().zip(&reach) {
                *front = least(*front + gain, most(way.limit, *front));
            }
        }
        if let Some(fronts) = drill.carrier.and_then(|c| self.fronts.get_mut(c)) {
            for (front, caught) in fronts.iter_mut().zip(caught) {
                *front = most(*front - caught * drill.step_back, 0.0);
            }
        }
    }

    /// Rule 8: what is left of the defenders that were confronted.
    fn wear_down(&mut self, program: &Program, drill: &Drill, caught: &Lanes) {
        let (most_taken, floor) = (program.constants.wear, program.constants.wear_floor);
        for (foe, met) in drill.foes.iter().zip(&self.met) {
            let (false, Some(c)) = (foe.confronters.is_empty(), foe.channel) else { continue };
            let mut taken = met.confronted;
            for (taken, (won, caught)) in taken.iter_mut().zip(self.won[c].iter().zip(caught)) {
                *taken *= most_taken * won * (1.0 - caught);
            }
            for (wear, taken) in self.wear[foe.wear].iter_mut().zip(&taken) {
                *wear = most(*wear * (1.0 - taken), floor);
            }
        }
    }

    /// Rule 8: who was got behind in this play.
    fn go_round(&mut self, drill: &Drill) {
        for (foe, met) in drill.foes.iter().zip(&self.met) {
            let attacked = !foe.confronters.is_empty() || !foe.bypassers.is_empty();
            let (true, Some(place)) = (attacked, foe.gone_round) else { continue };
            leave(&mut self.gone_round[place], &mut self.grown[place], met);
        }
    }

    /// Rule 9: drags back what is out on its own, all channels at once.
    fn isolate(&mut self, program: &Program, drill: &Drill) {
        self.lead(program);
        let harder = program.constants.gone_round_drag;
        for weight in &mut self.behind {
            *weight = [0.0; LANES];
        }
        for ((Left { channel, .. }, strengths), grown) in
            program.gone_round.iter().zip(&self.gone_round).zip(&self.grown)
        {
            add_product(&mut self.behind[*channel], strengths, grown);
        }
        for (way, ((fronts, leads), weights)) in
            drill.ways.iter().zip(self.fronts.iter_mut().zip(&self.leads).zip(&self.behind))
        {
            let mut lost = *leads;
            for (lost, weight) in lost.iter_mut().zip(weights) {
                *lost *= least(way.drag * (1.0 + harder * weight), 1.0);
            }
            for (front, lost) in fronts.iter_mut().zip(&lost) {
                *front -= lost;
            }
        }
    }

    /// Rule 8: every force gone round grows a play older.
    fn fester(&mut self, program: &Program) {
        let (growth, limit) = (1.0 + program.constants.festering, program.constants.festering_limit);
        for grown in self.grown.iter_mut().flatten() {
            *grown = least(*grown * growth, limit);
        }
    }

    /// An event: the channels struck lose a share of their lead, leads taken once for all.
    pub(super) fn strike(&mut self, program: &Program, severity: f64, strikes: &[bool]) {
        self.lead(program);
        for ((fronts, leads), _) in
            self.fronts.iter_mut().zip(&self.leads).zip(strikes).filter(|(_, strikes)| **strikes)
        {
            for (front, lead) in fronts.iter_mut().zip(leads) {
                *front -= severity * lead;
            }
        }
    }

    /// The plan's risks, each drawn for this down, each on the fronts the last one left.
    pub(super) fn risk(&mut self, program: &Program, down: u32) {
        for risk in &program.risks {
            let severity = uniforms(&self.luck, risk.key.in_down(down))
                .map(|draw| if draw < risk.chance { risk.severity } else { 0.0 });
            if severity.iter().all(|severity| *severity == 0.0) {
                continue;
            }
            self.lead(program);
            for (fronts, leads) in self.fronts.iter_mut().zip(&self.leads) {
                for (front, (lead, severity)) in fronts.iter_mut().zip(leads.iter().zip(&severity)) {
                    *front -= severity * lead;
                }
            }
        }
    }

    /// What a failed series costs one trial.
    pub(super) fn set_back(&mut self, program: &Program, lane: usize) {
        for front in &mut self.fronts {
            front[lane] = most(front[lane] - program.constants.setback, 0.0);
        }
    }

    /// Whether every front of a trial is at the plan's goal.
    pub(super) fn at_goal(&self, program: &Program, lane: usize) -> bool {
        self.fronts.iter().all(|front| front[lane] >= program.goal)
    }

    /// Rule 10: takes the spot and the exposure from the fronts.
    pub(super) fn measure(&mut self, program: &Program) {
        self.spot = self.spot(program);
        self.lead(program);
        self.exposure = weighted(&self.leads, &program.weights);
    }

    /// Rule 10: where the fronts' mean is.
    pub(super) fn spot(&self, program: &Program) -> Lanes {
        weighted(&self.fronts, &program.weights)
    }

    /// Rule 9: how far each front leads the two hindmost others, beyond cover.
    fn lead(&mut self, program: &Program) {
        let mut low = [f64::INFINITY; LANES];
        let (mut second, mut third) = (low, low);
        for front in &self.fronts {
            for lane in 0..LANES {
                let above = most(low[lane], front[lane]);
                low[lane] = least(low[lane], front[lane]);
                third[lane] = least(third[lane], most(second[lane], above));
                second[lane] = least(second[lane], above);
            }
        }
        // With two channels there is one other: the mean of it and itself.
        if self.fronts.len() < 3 {
            third = low;
        }
        if self.fronts.len() < 2 {
            second = low;
        }
        let cover = program.constants.cover;
        for (front, leads) in self.fronts.iter().zip(&mut self.leads) {
            let mut lead = *front;
            for lane in 0..LANES {
                // The hindmost itself is among its own others here, which leaves its lead at nothing either way.
                let other = if front[lane] <= second[lane] { third[lane] } else { second[lane] };
                lead[lane] = most(front[lane] - (low[lane] + other) * 0.5 - cover, 0.0);
            }
            *leads = lead;
        }
    }
}

/// Every trial's draw for one thing.
fn uniforms(luck: &[u64; LANES], key: Key) -> Lanes {
    let mut draws = [0.0; LANES];
    for (draw, luck) in draws.iter_mut().zip(luck) {
        *draw = uniform(*luck, key);
    }
    draws
}

/// Rule 4: which part of a force is confronted; all of it where nothing is set against it.
fn confronted(foe: &Foe, effects: &[Lanes]) -> Lanes {
    if foe.bypassers.is_empty() {
        return [1.0; LANES];
    }
    let (confront, mut part) = (sum(effects, &foe.confronters), sum(effects, &foe.bypassers));
    for (part, confront) in part.iter_mut().zip(&confront) {
        let against = confront + *part;
        *part = if against > 0.0 { confront / against } else { 1.0 };
    }
    part
}

// Rows that are read and written come as arguments: that they are not the same row, which the compiler knows of
// arguments alone, lets a loop take several trials at a time.

/// What a defender brings.
#[inline(never)]
fn weigh(weight: &mut Lanes, strength: &Lanes, wear: &Lanes, factor: f64) {
    for (weight, (strength, wear)) in weight.iter_mut().zip(strength.iter().zip(wear)) {
        *weight = strength * factor * wear;
    }
}

/// Rule 5: how much of a contest an attack wins.
#[inline(never)]
fn share(share: &mut Lanes, attack: &Lanes, defense: &Lanes) {
    for (share, (attack, defense)) in share.iter_mut().zip(attack.iter().zip(defense)) {
        *share = if *attack > 0.0 { attack / (attack + defense) } else { 0.0 };
    }
}

/// Rule 8: leaves a defender behind that was met; one that was not there has not grown yet.
#[inline(never)]
fn leave(strengths: &mut Lanes, grown: &mut Lanes, met: &Met) {
    for (grown, strength) in grown.iter_mut().zip(&*strengths) {
        *grown = if *strength > 0.0 { *grown } else { 1.0 };
    }
    for (strength, (weight, confronted)) in strengths.iter_mut().zip(met.weight.iter().zip(&met.confronted)) {
        *strength = weight * (1.0 - confronted);
    }
}

#[inline(never)]
fn add_times(to: &mut Lanes, row: &Lanes, factor: f64) {
    for (to, value) in to.iter_mut().zip(row) {
        *to += value * factor;
    }
}

#[inline(never)]
fn add_product(to: &mut Lanes, row: &Lanes, other: &Lanes) {
    for (to, (value, other)) in to.iter_mut().zip(row.iter().zip(other)) {
        *to += value * other;
    }
}

#[inline(never)]
fn add(to: &mut Lanes, row: &Lanes) {
    for (to, value) in to.iter_mut().zip(row) {
        *to += value;
    }
}

/// The rows at these places, added up.
fn sum(rows: &[Lanes], places: &[usize]) -> Lanes {
    let mut sum = [0.0; LANES];
    for row in places.iter().filter_map(|place| rows.get(*place)) {
        add(&mut sum, row);
    }
    sum
}

fn weighted(rows: &[Lanes], weights: &[f64]) -> Lanes {
    let mut mean = [0.0; LANES];
    for (row, weight) in rows.iter().zip(weights) {
        for (mean, value) in mean.iter_mut().zip(row) {
            *mean += weight * value;
        }
    }
    mean
}

/// The smaller of two numbers: unlike `f64::min` a single instruction, as no number here is a NaN.
const fn least(a: f64, b: f64) -> f64 {
    if a < b { a } else { b }
}

/// The larger of two numbers.
const fn most(a: f64, b: f64) -> f64 {
    if a > b { a } else { b }
}
