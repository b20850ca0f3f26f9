//! Why a player, and a head to head, counts for what it does.

use super::super::lineup::{Force, Role, Target};
use super::super::resolve::share;
use super::super::words::{list, within};
use super::{Direction, For, Source, Value, Why};
use crate::model::Strength;

const fn judged(strength: Strength) -> Value {
    Value::Strength(strength.low, strength.likely, strength.high)
}

impl Why<'_> {
    /// Rules 1 to 3: an offense player.
    pub(super) fn mover(&mut self, i: usize) {
        let lineup = self.lineup;
        let (Some(outcome), Some(mover)) = (self.run.outcome.offense.get(i), lineup.chart.offense.get(i))
        else {
            return;
        };
        self.own(i);
        if mover.counts_for == Some(i) {
            self.supporters(i);
            self.result("counts for", Value::Points(outcome.effect), 3, Direction::Forward);
        } else {
            let end = mover.counts_for.and_then(|end| lineup.play.offense.get(end));
            let text = end.map_or_else(
                || "adds to nobody who takes part".into(),
                |end| format!("adds to {}", within(&end.name)),
            );
            self.result(text, Value::Points(outcome.own), 3, Direction::Forward);
        }
    }

    /// Rules 4 and 8: a defender.
    pub(super) fn force(&mut self, j: usize) {
        let lineup = self.lineup;
        let (Some(outcome), Some(force)) = (self.run.outcome.defense.get(j), lineup.chart.defense.get(j))
        else {
            return;
        };
        self.counted(j);
        if force.is_confronted() {
            self.result(
                "left of its strength from now on",
                Value::Share(outcome.wear_after),
                8,
                Direction::Neutral,
            );
        }
        let there = force.channel.and_then(|c| self.run.outcome.gone_round.get(c));
        let left = lineup.play.defense.get(j).and_then(|defender| there?.get(&defender.id));
        if let Some(left) = left {
            let weight = left.weight(&lineup.model.constants);
            self.result("gone round, still there from now on", Value::Points(weight), 8, Direction::Back);
        }
    }

    /// Rules 1 to 5: everyone who engages the defender at `j`, and the defender.
    pub(super) fn head_to_head(&mut self, j: usize) {
        let lineup = self.lineup;
        let Some(outcome) = self.run.outcome.defense.get(j) else { return };
        let attacked = lineup.chart.defense.get(j).is_some_and(Force::is_attacked);
        let mut attack = 0.0;
        for (i, mover) in lineup.chart.offense.iter().enumerate() {
            let takes_part = match mover.role {
                Role::Confront(to) | Role::Bypass(to) => to == j,
                Role::Block(to) => to == j && !attacked,
                Role::Advance | Role::Nothing => false,
            };
            if takes_part {
                self.team(i);
                attack += self.run.outcome.offense.get(i).map_or(0.0, |player| player.effect);
            }
        }
        let engaged = !self.lines.is_empty();
        if engaged {
            self.result("counts for", Value::Points(attack), 3, Direction::Forward);
        }
        let against = if attacked {
            self.counted(j);
            outcome.counted
        } else {
            self.weighed(j);
            self.result("counts for", Value::Points(outcome.weight), 4, Direction::Back);
            outcome.weight
        };
        if engaged {
            self.result("won against it", Value::Share(share(attack, against)), 5, Direction::Forward);
        }
    }

    /// The player at `i` and those who add to it: in one line where nothing sets their factors apart.
    fn team(&mut self, i: usize) {
        let lineup = self.lineup;
        let Some(player) = lineup.play.offense.get(i) else { return };
        let with = self.supporters_of(i);
        let factor = |k: usize| self.run.outcome.offense.get(k).map_or(1.0, |outcome| outcome.factor);
        if with.is_empty() || factor(i) != 1.0 || with.iter().any(|k| factor(*k) != 1.0) {
            self.own(i);
            self.supporters(i);
            return;
        }
        let mut sum = player.strength;
        let mut names = Vec::new();
        for helper in with.iter().filter_map(|k| lineup.play.offense.get(*k)) {
            sum.low += helper.strength.low;
            sum.likely += helper.strength.likely;
            sum.high += helper.strength.high;
            names.push(within(&helper.name));
        }
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let text = format!("{}, with {}", player.name, list(&names, "and"));
        self.part(text, judged(sum), Source::Judgement(format!("offense[{i}].strength")), Direction::Forward);
        self.drilled();
    }

    /// An offense player's strength and what becomes of it.
    fn own(&mut self, i: usize) {
        let Some(player) = self.lineup.play.offense.get(i) else { return };
        let source = Source::Judgement(format!("offense[{i}].strength"));
        self.part(&player.name, judged(player.strength), source, Direction::Forward);
        self.assumed(Target::Mover(i), For::Us);
        self.drilled();
    }

    /// What the others add to the player at `i`.
    fn supporters(&mut self, i: usize) {
        for k in self.supporters_of(i) {
            let outcome = self.run.outcome.offense.get(k);
            if let (Some(helper), Some(outcome)) = (self.lineup.play.offense.get(k), outcome) {
                let source = Source::Judgement(format!("offense[{k}].strength"));
                let text = format!("with {}", within(&helper.name));
                self.part(text, Value::Points(outcome.own), source, Direction::Forward);
            }
        }
    }

    fn supporters_of(&self, i: usize) -> Vec<usize> {
        let offense = self.lineup.chart.offense.iter().enumerate();
        offense.filter(|(k, mover)| *k != i && mover.counts_for == Some(i)).map(|(k, _)| k).collect()
    }

    /// A defender's strength and what is left of it.
    fn weighed(&mut self, j: usize) {
        let lineup = self.lineup;
        let (Some(defender), Some(outcome)) = (lineup.play.defense.get(j), self.run.outcome.defense.get(j))
        else {
            return;
        };
        let source = Source::Judgement(format!("defense[{j}].strength"));
        self.part(&defender.name, judged(defender.strength), source, Direction::Back);
        self.assumed(Target::Force(j), For::Them);
        if outcome.wear_before != 1.0 {
            self.factor("worn down before", outcome.wear_before, Source::Earlier, For::Them);
        }
    }

    /// Rule 4: what a defender counts for in the contest.
    fn counted(&mut self, j: usize) {
        let lineup = self.lineup;
        let Some(outcome) = self.run.outcome.defense.get(j) else { return };
        self.weighed(j);
        if outcome.weight > 0.0 && outcome.held != outcome.weight {
            let blockers: Vec<&str> = lineup
                .play
                .offense
                .iter()
                .zip(&lineup.chart.offense)
                .filter(|(_, mover)| mover.role == Role::Block(j))
                .map(|(player, _)| player.name.as_str())
                .collect();
            let text = format!("held off by {}", list(&blockers, "and"));
            self.factor(text, outcome.held / outcome.weight, Source::Rule(4), For::Them);
        }
        if outcome.confronted < 1.0 {
            let bypass = lineup.model.constants.bypass;
            let counts = outcome.confronted + bypass * (1.0 - outcome.confronted);
            let text = if outcome.confronted > 0.0 { "partly gone round" } else { "gone round, not beaten" };
            self.factor(text, counts, Source::Constant("bypass"), For::Them);
        }
        self.result("counts for", Value::Points(outcome.counted), 4, Direction::Back);
    }
}
