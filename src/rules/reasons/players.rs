//! Why a player, and a head to head, counts for what it does.

use super::super::lineup::{Force, Role, Target};
use super::super::resolve::share;
use super::super::words::{list, plain, within};
use super::{Direction, For, Source, Step, Value, Why};
use crate::model::Strength;

const fn judged(strength: Strength) -> Value {
    Value::Strength(strength.low, strength.likely, strength.high)
}

impl Why<'_> {
    /// Rules 1 to 3 and, for one that attacks, on to the yards: an offense player.
    pub(super) fn mover(&mut self, i: usize) {
        let lineup = self.lineup;
        let (Some(outcome), Some(mover)) = (self.run.outcome.offense.get(i), lineup.chart.offense.get(i))
        else {
            return;
        };
        if mover.counts_for != Some(i) {
            self.strengths(&[i]);
            self.drilled();
            let end = mover.counts_for.and_then(|end| lineup.play.offense.get(end));
            let text = end.map_or_else(
                || "adds to nobody who takes part".into(),
                |end| format!("adds to {}", within(&end.name)),
            );
            self.result(text, Value::Points(outcome.own), 3, Direction::Forward);
            return;
        }
        self.brought(&[i]);
        self.result("counts for", Value::Points(outcome.effect), 3, Direction::Forward);
        match (mover.role, mover.channel) {
            (Role::Block(j), _) => self.left_of(j),
            (role, Some(c)) if role.attacks() => self.ground(i, c),
            _ => {}
        }
    }

    /// What blockers leave of the defender at `j`.
    fn left_of(&mut self, j: usize) {
        let (Some(defender), Some(outcome)) =
            (self.lineup.play.defense.get(j), self.run.outcome.defense.get(j))
        else {
            return;
        };
        let name = within(&defender.name);
        let weight = Value::Points(outcome.weight);
        self.aside(format!("strength of {name}"), weight, Source::Rule(4), Direction::Back);
        let held = Value::Points(outcome.held);
        self.aside(format!("left of {name}"), held, Source::Rule(4), Direction::Back);
    }

    /// Rules 5 to 9: from what the player at `i` counts for to the yards of its channel.
    fn ground(&mut self, i: usize, c: usize) {
        let lineup = self.lineup;
        let Some(outcome) = self.run.outcome.channels.get(c).copied() else { return };
        let others: Vec<usize> = self.attackers(c).into_iter().filter(|k| *k != i).collect();
        for k in &others {
            let (Some(player), Some(result)) =
                (lineup.play.offense.get(*k), self.run.outcome.offense.get(*k))
            else {
                continue;
            };
            let text = format!("beside it, {}", within(&player.name));
            let effect = Value::Points(result.effect);
            self.push(Step::Plus, text, effect, Source::Rule(3), Direction::Forward);
        }
        if !others.is_empty() {
            self.result("moving us forward", Value::Points(outcome.attack), 5, Direction::Forward);
        }
        for j in self.holding(c) {
            if let (Some(defender), Some(result)) =
                (lineup.play.defense.get(j), self.run.outcome.defense.get(j))
            {
                let text = format!("against {}", within(&defender.name));
                self.aside(text, Value::Points(result.counted), Source::Rule(4), Direction::Back);
            }
        }
        self.gain(c, &outcome, "this time");
        self.lost_to_pressure(&outcome);
        if outcome.lost_to_drag > 0.0 {
            let lost = Value::Yards(outcome.lost_to_drag);
            self.aside("out on its own, slips back", lost, Source::Rule(9), Direction::Back);
        }
    }

    /// Rules 4 and 8: a defender.
    pub(super) fn force(&mut self, j: usize) {
        let lineup = self.lineup;
        let (Some(outcome), Some(force), Some(defender)) =
            (self.run.outcome.defense.get(j), lineup.chart.defense.get(j), lineup.play.defense.get(j))
        else {
            return;
        };
        self.counted(j);
        if force.is_confronted() {
            let left = Value::Share(outcome.wear_after);
            self.aside("left of its strength from now on", left, Source::Rule(8), Direction::Neutral);
        }
        let there = force.channel.and_then(|c| self.run.outcome.gone_round.get(c));
        if let Some(left) = there.and_then(|there| there.get(&defender.id)) {
            let text = format!("{}, gone round, weighs from now on", defender.name);
            let weight = Value::Points(left.weight(&lineup.model.constants));
            self.aside(text, weight, Source::Rule(8), Direction::Back);
        }
    }

    /// Rules 1 to 5: everyone who engages the defender at `j`, and the defender.
    pub(super) fn head_to_head(&mut self, j: usize) {
        let lineup = self.lineup;
        let Some(outcome) = self.run.outcome.defense.get(j) else { return };
        let attacked = lineup.chart.defense.get(j).is_some_and(Force::is_attacked);
        let takes_part = |role: Role| match role {
            Role::Confront(to) | Role::Bypass(to) => to == j,
            Role::Block(to) => to == j && !attacked,
            Role::Advance | Role::Nothing => false,
        };
        let offense = lineup.chart.offense.iter().enumerate();
        let engaging: Vec<usize> =
            offense.filter(|(_, mover)| takes_part(mover.role)).map(|(i, _)| i).collect();
        if engaging.is_empty() {
            self.counted(j);
            return;
        }
        let effect = |i: &usize| self.run.outcome.offense.get(*i).map_or(0.0, |player| player.effect);
        let attack: f64 = engaging.iter().map(effect).sum();
        self.brought(&engaging);
        self.result("counts for", Value::Points(attack), 3, Direction::Forward);
        self.counted(j);
        let text = format!("won against it, {} of {}", plain(attack), plain(attack + outcome.counted));
        let won = Value::Share(share(attack, outcome.counted));
        self.aside(text, won, Source::Rule(5), Direction::Forward);
    }

    /// Rules 1 to 3: what the players at `movers` and those who support them bring together.
    pub(super) fn brought(&mut self, movers: &[usize]) {
        let offense = self.lineup.chart.offense.iter().enumerate();
        let mut team = Vec::new();
        for i in movers {
            team.push(*i);
            team.extend(
                offense.clone().filter(|(k, mover)| k != i && mover.counts_for == Some(*i)).map(|(k, _)| k),
            );
        }
        self.strengths(&team);
        self.drilled();
    }

    /// The strengths of offense players, added. An assumption multiplies the first one's in place; another's is worked
    /// out beforehand, since a factor multiplies everything above it.
    fn strengths(&mut self, team: &[usize]) {
        let lineup = self.lineup;
        let changed = |why: &Self, i: usize| {
            lineup
                .chart
                .effects
                .iter()
                .any(|effect| effect.on == Target::Mover(i) && why.switches.holds(effect.assumption))
        };
        let worth = |why: &Self, i: usize| {
            let factor = why.run.outcome.offense.get(i).map_or(1.0, |outcome| outcome.factor);
            Value::Points(lineup.chart.offense.get(i).map_or(0.0, |mover| mover.strength) * factor)
        };
        for i in team.iter().skip(1).copied() {
            if !changed(self, i) {
                continue;
            }
            self.strength(Step::Start, i);
            self.assumed(Target::Mover(i), For::Us);
            self.result("as things are", worth(self, i), 3, Direction::Forward);
        }
        for (place, i) in team.iter().copied().enumerate() {
            let Some(player) = lineup.play.offense.get(i) else { continue };
            if place == 0 {
                self.strength(Step::Start, i);
                self.assumed(Target::Mover(i), For::Us);
            } else if changed(self, i) {
                let text = format!("with {}", within(&player.name));
                self.push(Step::Plus, text, worth(self, i), Source::Rule(3), Direction::Forward);
            } else {
                self.strength(Step::Plus, i);
            }
        }
    }

    /// How an offense player's strength was judged.
    fn strength(&mut self, step: Step, i: usize) {
        let Some(player) = self.lineup.play.offense.get(i) else { return };
        let text =
            if step == Step::Plus { format!("with {}", within(&player.name)) } else { player.name.clone() };
        let source = Source::Judgement(format!("offense[{i}].strength"));
        self.push(step, text, judged(player.strength), source, Direction::Forward);
    }

    /// Rule 4: what one defender counts for in the contest.
    fn counted(&mut self, j: usize) {
        let Some(outcome) = self.run.outcome.defense.get(j) else { return };
        self.defender(Step::Start, j);
        self.left_standing(j);
        self.result("counts for", Value::Points(outcome.counted), 4, Direction::Back);
    }

    /// Rule 4: what the defenders at `forces` count for together. Factors of the first stand in place; another's is
    /// worked out beforehand.
    pub(super) fn held_by(&mut self, forces: &[usize]) {
        let lineup = self.lineup;
        let mut worked_out = vec![false; forces.len()];
        for (place, j) in forces.iter().copied().enumerate().skip(1) {
            let before = self.lines.len();
            self.defender(Step::Start, j);
            self.left_standing(j);
            if self.lines.len() > before + 1 {
                let counted = self.run.outcome.defense.get(j).map_or(0.0, |outcome| outcome.counted);
                self.result("counts for", Value::Points(counted), 4, Direction::Back);
                worked_out[place] = true;
            } else {
                self.lines.truncate(before);
            }
        }
        for (place, j) in forces.iter().copied().enumerate() {
            let (Some(defender), Some(outcome)) =
                (lineup.play.defense.get(j), self.run.outcome.defense.get(j))
            else {
                continue;
            };
            if place == 0 {
                self.defender(Step::Start, j);
                self.left_standing(j);
            } else if worked_out[place] {
                let text = format!("with {}", within(&defender.name));
                let counted = Value::Points(outcome.counted);
                self.push(Step::Plus, text, counted, Source::Rule(4), Direction::Back);
            } else {
                self.defender(Step::Plus, j);
            }
        }
    }

    /// How a defender's strength was judged.
    fn defender(&mut self, step: Step, j: usize) {
        let Some(defender) = self.lineup.play.defense.get(j) else { return };
        let text = if step == Step::Plus {
            format!("with {}", within(&defender.name))
        } else {
            defender.name.clone()
        };
        let source = Source::Judgement(format!("defense[{j}].strength"));
        self.push(step, text, judged(defender.strength), source, Direction::Back);
    }

    /// The factors that leave a defender less, or more, than its strength.
    fn left_standing(&mut self, j: usize) {
        let lineup = self.lineup;
        let Some(outcome) = self.run.outcome.defense.get(j) else { return };
        self.assumed(Target::Force(j), For::Them);
        if outcome.wear_before != 1.0 {
            self.factor("worn down before", outcome.wear_before, Source::Earlier, For::Them);
        }
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
    }
}
