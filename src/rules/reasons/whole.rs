//! Why the whole moved as it did, and what difference an assumption makes to it.

use super::super::resolve;
use super::super::story::name_of;
use super::super::words::within;
use super::{Direction, For, Source, Value, Why};
use crate::model::{ChannelId, Effect};

/// A smaller difference than this, in yards, is none.
const DIFFERENCE: f64 = 1e-9;

impl Why<'_> {
    /// Rules 1, 2, 6 and 10: the play as a whole. Here yards add up: gained and lost come to what the whole moved.
    pub(super) fn play(&mut self) {
        let lineup = self.lineup;
        let outcome = &self.run.outcome;
        let model = &lineup.model;
        let start = Value::Yard(outcome.spot_start);
        self.part("whole organisation started at", start, Source::Earlier, Direction::Neutral);
        self.drilled();
        if outcome.caught > 0.0 {
            let kept = 1.0 - outcome.caught;
            self.factor("interrupted before delivery", kept, Source::Rule(6), For::Us);
        }
        let parts = [
            ("gained", model.weighted_mean(outcome.channels.iter().map(|channel| channel.gain)), 7),
            (
                "lost while stepping back",
                -model.weighted_mean(outcome.channels.iter().map(|channel| channel.lost_to_pressure)),
                7,
            ),
            (
                "slipped back",
                -model.weighted_mean(outcome.channels.iter().map(|channel| channel.lost_to_drag)),
                9,
            ),
        ];
        for (text, yards, rule) in parts {
            if yards != 0.0 || text == "gained" {
                self.part(text, Value::Yards(yards), Source::Rule(rule), For::Us.direction(yards));
            }
        }
        let net = outcome.spot_end - outcome.spot_start;
        self.result("whole organisation moved", Value::Yards(net), 10, For::Us.direction(net));
        self.result("now at", Value::Yard(outcome.spot_end), 10, Direction::Neutral);
        if outcome.exposure > 0.0 {
            let alone = Value::Yards(outcome.exposure);
            self.result("out on its own, on average", alone, 10, Direction::Back);
        }
        for (channel, result) in model.channels.iter().zip(&outcome.channels) {
            if result.open_flank {
                let text = format!("nobody is working on {}", channel.name);
                self.part(text, Value::Yard(result.end), Source::Rule(10), Direction::Back);
            }
        }
    }

    /// An assumption's effects, and how far every channel would come with its switch the other way.
    pub(super) fn assumption(&mut self, index: usize) {
        let lineup = self.lineup;
        let Some(entry) = lineup.play.assumptions.get(index) else { return };
        for effect in &entry.effects {
            self.effect(effect, &Source::Assumption(entry.id.clone()));
        }
        let flipped = resolve(lineup, &self.run.before, &self.switches.flipped(index));
        let outcome = &self.run.outcome;
        let text = if self.switches.holds(index) { "without it" } else { "with it" };
        let mut changes = false;
        for ((channel, now), then) in
            lineup.model.channels.iter().zip(&outcome.channels).zip(&flipped.channels)
        {
            let yards = then.end - now.end;
            if yards.abs() > DIFFERENCE {
                let text = format!("{text}, {}", channel.name);
                self.result(text, Value::Yards(yards), 10, For::Us.direction(yards));
                changes = true;
            }
        }
        let yards = flipped.spot_end - outcome.spot_end;
        if changes {
            let text = format!("{text}, the whole organisation");
            self.result(text, Value::Yards(yards), 10, For::Us.direction(yards));
        } else {
            let text = format!("{text}, nothing changes this time");
            self.result(text, Value::Yards(0.0), 10, Direction::Neutral);
        }
    }

    fn effect(&mut self, effect: &Effect, source: &Source) {
        let lineup = self.lineup;
        let channel = |id: &ChannelId| {
            let channel = lineup.model.channels.iter().find(|channel| channel.id == *id);
            channel.map_or_else(|| id.as_str().into(), |channel| channel.name.clone())
        };
        let source = source.clone();
        match effect {
            Effect::Strengthen(id, factor) => {
                let ours = lineup.play.offense.iter().any(|player| player.id == *id);
                let text = format!("strength of {}", within(&name_of(lineup, id)));
                self.factor(text, *factor, source, if ours { For::Us } else { For::Them });
            }
            Effect::Cap(id, yards) => {
                let text = format!("{} cannot get past", channel(id));
                self.part(text, Value::Yard(*yards), source, Direction::Back);
            }
            Effect::Reach(id, factor) => {
                self.factor(format!("ambition in {}", channel(id)), *factor, source, For::Us);
            }
            Effect::Drag(id, factor) => {
                let text = format!("how fast {} slips back", channel(id));
                self.factor(text, *factor, source, For::Them);
            }
        }
    }
}
