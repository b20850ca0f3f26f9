//! Why a channel gained and lost what it did.

use super::super::ChannelOutcome;
use super::super::lineup::Target;
use super::super::story::name_of;
use super::super::words::{line, plain};
use super::{Direction, For, Source, Step, Value, Why};

impl Why<'_> {
    /// Rules 5 to 10 in one channel.
    pub(super) fn channel(&mut self, c: usize) {
        let Some(outcome) = self.run.outcome.channels.get(c).copied() else { return };
        self.aside("started at", Value::Yard(outcome.start), Source::Earlier, Direction::Neutral);
        if outcome.open_flank {
            let nothing = Value::Yards(outcome.gain);
            self.aside("nobody is working on this", nothing, Source::Rule(10), Direction::Back);
        } else {
            let attackers = self.attackers(c);
            self.brought(&attackers);
            self.result("moving us forward", Value::Points(outcome.attack), 5, Direction::Forward);
            let holding = self.holding(c);
            if !holding.is_empty() {
                self.held_by(&holding);
                self.result("holding us back", Value::Points(outcome.defense), 5, Direction::Back);
            }
            self.gain(c, &outcome, "gained");
        }
        self.lost_to_pressure(&outcome);
        if outcome.lead > 0.0 {
            self.slip(c, &outcome);
        }
        self.result("now at", Value::Yard(outcome.end), 10, Direction::Neutral);
        if outcome.exposure > 0.0 {
            let alone = Value::Yards(outcome.exposure);
            self.aside("still out on its own by", alone, Source::Rule(10), Direction::Back);
        }
    }

    /// Those who attack in a channel.
    pub(super) fn attackers(&self, c: usize) -> Vec<usize> {
        let offense = self.lineup.chart.offense.iter().enumerate();
        offense
            .filter(|(_, mover)| mover.role.attacks() && mover.channel == Some(c))
            .map(|(i, _)| i)
            .collect()
    }

    /// Those who stand in a channel.
    pub(super) fn holding(&self, c: usize) -> Vec<usize> {
        let defense = self.lineup.chart.defense.iter().enumerate();
        defense.filter(|(_, force)| force.channel == Some(c)).map(|(j, _)| j).collect()
    }

    /// Rule 7: what being caught cost.
    pub(super) fn lost_to_pressure(&mut self, outcome: &ChannelOutcome) {
        if outcome.lost_to_pressure > 0.0 {
            let lost = Value::Yards(outcome.lost_to_pressure);
            self.aside("lost while stepping back", lost, Source::Rule(7), Direction::Back);
        }
    }

    /// Rules 5 to 7: share times reach, less what was interrupted, up to the cap; `gained` is what the result is called.
    pub(super) fn gain(&mut self, c: usize, outcome: &ChannelOutcome, gained: &str) {
        let lineup = self.lineup;
        let (reach, source) = self.ambition(c);
        self.push(Step::Start, "set out to go", Value::Yards(reach), source, Direction::Forward);
        self.assumed(Target::Reach(c), For::Us);
        let won = if outcome.defense > 0.0 && outcome.attack > 0.0 {
            let all = outcome.attack + outcome.defense;
            format!("won of the contest, {} of {}", plain(outcome.attack), plain(all))
        } else if outcome.attack > 0.0 {
            "won of the contest, nobody holds back".into()
        } else {
            "won of the contest".into()
        };
        let share = Value::Share(outcome.share);
        self.push(Step::Times, won, share, Source::Rule(5), Direction::Forward);
        let caught = self.run.outcome.caught;
        if caught > 0.0 {
            self.factor("interrupted before delivery", 1.0 - caught, Source::Rule(6), For::Us);
        }
        if let Some(cap) = outcome.capped_at {
            let entry = lineup.chart.effects.iter().find(|effect| {
                effect.on == Target::Cap(c) && effect.value == cap && self.switches.holds(effect.assumption)
            });
            if let Some(entry) = entry.and_then(|effect| lineup.play.assumptions.get(effect.assumption)) {
                let source = Source::Assumption(entry.id.clone());
                self.push(Step::Limit, line(&entry.text), Value::Yard(cap), source, Direction::Back);
            }
        } else if outcome.start + outcome.gain >= 100.0 {
            let goal = Value::Yard(100.0);
            self.push(Step::Limit, "reached the goal", goal, Source::Rule(7), Direction::Neutral);
        }
        self.result(gained, Value::Yards(outcome.gain), 7, Direction::Forward);
    }

    /// Rule 5: how far the attackers in a channel set out to go before assumptions, and whose judgement that is.
    fn ambition(&self, c: usize) -> (f64, Source) {
        let attackers = self.attackers(c);
        let source = match attackers[..] {
            [i] => Source::Judgement(format!("offense[{i}].route")),
            _ => Source::Rule(5),
        };
        let (mut yards, mut weight) = (0.0, 0.0);
        for i in attackers {
            let effect = self.run.outcome.offense.get(i).map_or(0.0, |result| result.effect);
            yards += effect * self.lineup.chart.offense.get(i).map_or(0.0, |mover| mover.reach);
            weight += effect;
        }
        (if weight > 0.0 { yards / weight } else { 0.0 }, source)
    }

    /// Rule 9: what being out on its own cost.
    fn slip(&mut self, c: usize, outcome: &ChannelOutcome) {
        let constants = &self.lineup.model.constants;
        let safe = Value::Yard(outcome.safe_before);
        self.aside("safe distance ends at", safe, Source::Constant("cover"), Direction::Neutral);
        let there = self.run.outcome.gone_round.get(c);
        let several = there.is_some_and(|there| there.len() > 1);
        let mut step = if several { Step::Start } else { Step::Aside };
        let mut any_gone_round = false;
        for (id, left) in there.into_iter().flatten() {
            // The drag was taken at the age they had in this play.
            let mut then = *left;
            then.age = then.age.saturating_sub(1);
            let text = format!("{}, gone round, still there", name_of(self.lineup, id));
            let weight = Value::Points(then.weight(constants));
            self.push(step, text, weight, Source::Earlier, Direction::Back);
            any_gone_round = true;
            if several {
                step = Step::Plus;
            }
        }
        if several {
            let weight = Value::Points(outcome.gone_round_weight);
            self.result("pulling back", weight, 8, Direction::Back);
        }
        let lead = Value::Yards(outcome.lead);
        self.push(Step::Start, "out on its own by", lead, Source::Rule(9), Direction::Back);
        let drag = Value::Share(constants.drag);
        let text = "slips back after every play";
        self.push(Step::Times, text, drag, Source::Constant("drag"), Direction::Back);
        self.assumed(Target::Drag(c), For::Them);
        let pull = 1.0 + constants.gone_round_drag * outcome.gone_round_weight;
        if any_gone_round {
            let text = "what was gone round pulls";
            self.factor(text, pull, Source::Constant("gone_round_drag"), For::Them);
        }
        let wanted = self.drag_factors(c) * constants.drag * pull;
        if wanted > 1.0 {
            self.factor("no more than all of it", 1.0 / wanted, Source::Rule(9), For::Them);
        }
        self.result("slips back", Value::Yards(outcome.lost_to_drag), 9, Direction::Back);
    }

    fn drag_factors(&self, c: usize) -> f64 {
        let effects = self.lineup.chart.effects.iter();
        effects
            .filter(|effect| effect.on == Target::Drag(c) && self.switches.holds(effect.assumption))
            .map(|effect| effect.value)
            .product()
    }
}
