//! What a room guesses before a run, set against what it came to.

use std::collections::BTreeMap;

use crate::model::{ChannelId, Guess, OperatingModel};
use crate::rules::words::{begin, list, whole, yards};
use crate::rules::{CallSheet, Drive, Run};

/// A guess of one channel against what it came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The channel, by its place in the model.
    pub channel: usize,
    /// Yards guessed.
    pub guessed: f64,
    /// Yards gained, less than 0 where ground was lost.
    pub came_to: f64,
}

impl Verdict {
    /// How many yards too many were guessed; less than 0 for too few. Whole yards, as both stand on screen.
    #[must_use]
    pub fn too_many(&self) -> i64 {
        whole(self.guessed) - whole(self.came_to)
    }
}

/// How many yards each channel gained over all runs, or over the whole plan.
#[must_use]
pub fn came_to(runs: &[Run], plan: Option<&(CallSheet, Drive)>) -> Vec<f64> {
    if let Some((sheet, drive)) = plan {
        let (start, end) = (&sheet.from.state.fronts, &drive.last.state.fronts);
        return start.iter().zip(end).map(|(start, end)| end - start).collect();
    }
    let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return Vec::new() };
    let channels = first.outcome.channels.iter().zip(&last.outcome.channels);
    channels.map(|(first, last)| last.end - first.start).collect()
}

/// A value for each channel under its id.
pub(super) fn by_channel(model: &OperatingModel, values: &[f64]) -> BTreeMap<ChannelId, f64> {
    model.channels.iter().zip(values).map(|(channel, value)| (channel.id.clone(), *value)).collect()
}

/// A guess channel by channel, in the order of the model; a channel nobody guessed is left out.
#[must_use]
pub fn verdicts(guess: &Guess, model: &OperatingModel, gained: &[f64]) -> Vec<Verdict> {
    let channels = model.channels.iter().zip(gained).enumerate();
    channels
        .filter_map(|(channel, (this, came_to))| {
            let guessed = *guess.yards.get(&this.id)?;
            Some(Verdict { channel, guessed, came_to: *came_to })
        })
        .collect()
}

impl Guess {
    /// The difference read out: "The room: 6 yards too many in Skills & capabilities, 1 too few in Culture & mindset; right
    /// about Technology & data."
    #[must_use]
    pub fn read_out(&self, model: &OperatingModel, gained: &[f64]) -> String {
        let name =
            |verdict: &Verdict| model.channels.get(verdict.channel).map_or("", |channel| &channel.name);
        let verdicts = verdicts(self, model, gained);
        let mut off: Vec<&Verdict> = verdicts.iter().filter(|verdict| verdict.too_many() != 0).collect();
        // What was furthest off is what there is to talk about.
        off.sort_by_key(|verdict| std::cmp::Reverse(verdict.too_many().abs()));
        let parts: Vec<String> = off
            .iter()
            .enumerate()
            .map(|(at, verdict)| {
                let by = verdict.too_many();
                let way = if by > 0 { "too many" } else { "too few" };
                let count = if at == 0 { yards(by.abs()) } else { by.abs().to_string() };
                format!("{count} {way} in {}", name(verdict))
            })
            .collect();
        let right: Vec<&str> = verdicts.iter().filter(|verdict| verdict.too_many() == 0).map(name).collect();
        let told = match (parts.is_empty(), right.is_empty()) {
            (true, true) => return String::new(),
            (true, false) => format!("right about {}", list(&right, "and")),
            (false, true) => parts.join(", "),
            (false, false) => format!("{}; right about {}", parts.join(", "), list(&right, "and")),
        };
        format!("{}: {told}.", begin(&self.group))
    }
}
