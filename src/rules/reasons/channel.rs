//! Why a channel gained and lost what it did.

use super::super::ChannelOutcome;
use super::super::lineup::Target;
use super::super::story::name_of;
use super::super::words::line;
use super::{Direction, For, Source, Value, Why};

impl Why<'_> {
    /// Rules 5 to 10 in one channel.
    pub(super) fn channel(&mut self, c: usize) {
        let Some(outcome) = self.run.outcome.channels.get(c).copied() else { return };
        self.part("started at", Value::Yard(outcome.start), Source::Earlier, Direction::Neutral);
        if outcome.open_flank {
            self.result("nobody is working on this", Value::Yards(outcome.gain), 10, Direction::Back);
        } else {
            self.contest(c, &outcome);
            self.gain(c, &outcome);
        }
        if outcome.lost_to_pressure > 0.0 {
            let lost = Value::Yards(outcome.lost_to_pressure);
            self.result("lost while stepping back", lost, 7, Direction::Back);
        }
        if outcome.lead > 0.0 {
            self.slip(c, &outcome);
        }
        self.result("now at", Value::Yard(outcome.end), 10, Direction::Neutral);
        if outcome.exposure > 0.0 {
            self.result("still out on its own by", Value::Yards(outcome.exposure), 10, Direction::Back);
        }
    }

    /// Rule 5: attack and defense.
    fn contest(&mut self, c: usize, outcome: &ChannelOutcome) {
        let play = &self.lineup.play;
        let chart = &self.lineup.chart;
        for (i, mover) in chart.offense.iter().enumerate() {
            let result = self.run.outcome.offense.get(i);
            if let (true, Some(result), Some(player)) =
                (mover.role.attacks() && mover.channel == Some(c), result, play.offense.get(i))
            {
                let source = Source::Judgement(format!("offense[{i}].strength"));
                self.part(&player.name, Value::Points(result.effect), source, Direction::Forward);
            }
        }
        self.result("moving us forward", Value::Points(outcome.attack), 5, Direction::Forward);
        for (j, force) in chart.defense.iter().enumerate() {
            let result = self.run.outcome.defense.get(j);
            if let (true, Some(result), Some(defender)) =
                (force.channel == Some(c), result, play.defense.get(j))
            {
                let source = Source::Judgement(format!("defense[{j}].strength"));
                self.part(&defender.name, Value::Points(result.counted), source, Direction::Back);
            }
        }
        self.result("holding us back", Value::Points(outcome.defense), 5, Direction::Back);
    }

    /// Rules 5 to 7: share times reach, less what was interrupted, up to the cap.
    fn gain(&mut self, c: usize, outcome: &ChannelOutcome) {
        let lineup = self.lineup;
        let share = Value::Share(outcome.share);
        self.part("won of the contest", share, Source::Rule(5), Direction::Forward);
        let (reach, source) = self.ambition(c);
        self.part("set out to go", Value::Yards(reach), source, Direction::Forward);
        self.assumed(Target::Reach(c), For::Us);
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
                self.part(line(&entry.text), Value::Yard(cap), source, Direction::Back);
            }
        } else if outcome.start + outcome.gain >= 100.0 {
            self.part("reached the goal", Value::Yard(100.0), Source::Rule(7), Direction::Neutral);
        }
        self.result("gained", Value::Yards(outcome.gain), 7, Direction::Forward);
    }

    /// Rule 5: how far the attackers in a channel set out to go before assumptions, and whose judgement that is.
    fn ambition(&self, c: usize) -> (f64, Source) {
        let mut attackers = 0;
        let mut source = Source::Rule(5);
        let (mut yards, mut weight) = (0.0, 0.0);
        for (i, (mover, result)) in
            self.lineup.chart.offense.iter().zip(&self.run.outcome.offense).enumerate()
        {
            if mover.role.attacks() && mover.channel == Some(c) {
                attackers += 1;
                source = Source::Judgement(format!("offense[{i}].route"));
                yards += result.effect * mover.reach;
                weight += result.effect;
            }
        }
        let source = if attackers == 1 { source } else { Source::Rule(5) };
        (if weight > 0.0 { yards / weight } else { 0.0 }, source)
    }

    /// Rule 9: what being out on its own cost.
    fn slip(&mut self, c: usize, outcome: &ChannelOutcome) {
        let constants = &self.lineup.model.constants;
        let safe = Value::Yard(outcome.safe_before);
        self.part("safe distance ends at", safe, Source::Constant("cover"), Direction::Neutral);
        let mut any_gone_round = false;
        for (id, left) in self.run.outcome.gone_round.get(c).into_iter().flatten() {
            // The drag was taken at the age they had in this play.
            let mut then = *left;
            then.age = then.age.saturating_sub(1);
            let text = format!("{}, gone round, still there", name_of(self.lineup, id));
            self.part(text, Value::Points(then.weight(constants)), Source::Earlier, Direction::Back);
            any_gone_round = true;
        }
        if any_gone_round {
            let weight = Value::Points(outcome.gone_round_weight);
            self.result("pulling back", weight, 8, Direction::Back);
        }
        self.part("out on its own by", Value::Yards(outcome.lead), Source::Rule(9), Direction::Back);
        let drag = Value::Share(constants.drag);
        self.part("slips back after every play", drag, Source::Constant("drag"), Direction::Back);
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
