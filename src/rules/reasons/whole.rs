//! Why the whole moved as it did, and what difference an assumption makes to it.

use super::super::story::name_of;
use super::super::words::{number, within};
use super::super::{ChannelOutcome, resolve};
use super::{Direction, For, Source, Step, Value, Why};
use crate::model::{ChannelId, Effect};

/// A smaller difference than this, in yards, is none.
const DIFFERENCE: f64 = 1e-9;

impl Why<'_> {
    /// Rule 10: the play as a whole. The channels' yards, each for its weight, less what was lost.
    pub(super) fn play(&mut self) {
        let outcome = &self.run.outcome;
        let model = &self.lineup.model;
        let start = Value::Yard(outcome.spot_start);
        self.aside("whole organisation started at", start, Source::Earlier, Direction::Neutral);
        self.gains();
        let mean = |part: fn(&ChannelOutcome) -> f64| model.weighted_mean(outcome.channels.iter().map(part));
        let losses = [
            ("lost while stepping back", mean(|channel| channel.lost_to_pressure), 7),
            ("slipped back", mean(|channel| channel.lost_to_drag), 9),
        ];
        let any_lost = losses.iter().any(|(_, yards, _)| *yards != 0.0);
        let gained = mean(|channel| channel.gain);
        let text = if any_lost { "gained" } else { "whole organisation moved" };
        self.result(text, Value::Yards(gained), 10, For::Us.direction(gained));
        for (text, yards, rule) in losses {
            if yards != 0.0 {
                self.push(Step::Minus, text, Value::Yards(yards), Source::Rule(rule), Direction::Back);
            }
        }
        if any_lost {
            let net = outcome.spot_end - outcome.spot_start;
            self.result("whole organisation moved", Value::Yards(net), 10, For::Us.direction(net));
        }
        self.result("now at", Value::Yard(outcome.spot_end), 10, Direction::Neutral);
        if outcome.exposure > 0.0 {
            let alone = Value::Yards(outcome.exposure);
            self.aside("out on its own, on average", alone, Source::Rule(10), Direction::Back);
        }
        for (channel, result) in model.channels.iter().zip(&outcome.channels) {
            if result.open_flank {
                let text = format!("nobody is working on {}", channel.name);
                self.aside(text, Value::Yard(result.end), Source::Rule(10), Direction::Back);
            }
        }
    }

    /// What each channel that somebody works on gained: in its own yards where all weigh the same, else in the yards it
    /// moves the whole by.
    fn gains(&mut self) {
        let model = &self.lineup.model;
        let total: f64 = model.channels.iter().map(|channel| channel.weight).sum();
        let first = model.channels.first().map_or(1.0, |channel| channel.weight);
        let alike = model.channels.iter().all(|channel| channel.weight == first);
        let mut step = Step::Start;
        for (channel, result) in model.channels.iter().zip(&self.run.outcome.channels) {
            if result.open_flank {
                continue;
            }
            let (text, yards) = if alike {
                (channel.name.clone(), result.gain)
            } else {
                let part = channel.weight / total;
                let per_cent = (part * 100.0).round();
                (format!("{}, {per_cent} % of the whole", channel.name), result.gain * part)
            };
            self.push(step, text, Value::Yards(yards), Source::Rule(7), For::Us.direction(yards));
            step = Step::Plus;
        }
        if alike && step == Step::Plus && model.channels.len() > 1 {
            let each = 1.0 / model.channels.len() as f64;
            let text = format!("one of {} channels, all count the same", number(model.channels.len()));
            self.push(Step::Times, text, Value::Factor(each), Source::Rule(10), Direction::Neutral);
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
                self.push(Step::Limit, text, Value::Yard(*yards), source, Direction::Back);
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
