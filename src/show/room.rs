//! What a room brings along: where it stands, who sits in it, what it guesses, calls, argues and decides.

use std::collections::BTreeMap;

use super::guess::by_channel;
use super::rundown::{Rundown, Step};
use crate::model::{ChannelId, GroupCalls, Guess, Judged, OperatingModel, PlayId, Switched, WorkshopRecord};

/// The most groups a room is split into.
pub const MOST_GROUPS: usize = 6;

/// Some people of a room that guess and call together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What they call themselves.
    pub name: String,
}

/// Plays a group has called so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Called {
    /// Who, by its place among the groups.
    pub group: usize,
    /// The plays, in order.
    pub plays: Vec<PlayId>,
    /// Where the whole organisation ends with them, and how far it is out on its own in the mean. Yards.
    pub result: Option<(f64, f64)>,
}

/// A room and what it has said so far.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Room {
    /// Where it put the channels, in yards; empty until it has.
    pub fronts: BTreeMap<ChannelId, f64>,
    /// Who sits in it, at most [`MOST_GROUPS`]; nobody means the room as a whole.
    pub groups: Vec<Group>,
    /// Guesses, at most one for each group and run.
    pub guesses: Vec<Guess>,
    /// What groups called.
    pub called: Vec<Called>,
    /// Assumptions it switched.
    pub switched: Vec<Switched>,
    /// Strengths it judged otherwise.
    pub judged: Vec<Judged>,
    /// What was argued.
    pub arguments: Vec<String>,
    /// What was decided.
    pub decisions: Vec<String>,
}

impl Room {
    /// What a group is called; a room without groups is "The room".
    #[must_use]
    pub fn group_name(&self, group: usize) -> String {
        match self.groups.get(group) {
            Some(group) => group.name.clone(),
            None if self.groups.is_empty() => "The room".to_owned(),
            None => format!("Group {}", group + 1),
        }
    }

    /// Where the channels of a model stand: where the room put them, and where it has put none, as `otherwise`. Yards.
    #[must_use]
    pub fn fronts_on(&self, model: &OperatingModel, otherwise: &[f64]) -> Vec<f64> {
        let channels = model.channels.iter().enumerate();
        channels
            .map(|(at, channel)| {
                let own = self.fronts.get(&channel.id).copied();
                own.or_else(|| otherwise.get(at).copied()).unwrap_or_default().clamp(0.0, 100.0)
            })
            .collect()
    }

    /// What was guessed of a run, group by group.
    pub fn guesses_of(&self, of: &str, times: u32) -> impl Iterator<Item = &Guess> {
        self.guesses.iter().filter(move |guess| guess.of.as_str() == of && guess.times == times)
    }

    /// Takes a group's guess of a run, in place of the one it made before.
    pub fn guess(&mut self, guess: Guess) {
        let same =
            |other: &Guess| other.of == guess.of && other.times == guess.times && other.group == guess.group;
        match self.guesses.iter_mut().find(|other| same(other)) {
            Some(other) => *other = guess,
            None => self.guesses.push(guess),
        }
    }

    /// Notes what a run came to beside every guess of it.
    pub fn note_outcome(&mut self, of: &str, times: u32, model: &OperatingModel, gained: &[f64]) {
        for guess in self.guesses.iter_mut().filter(|guess| guess.of.as_str() == of && guess.times == times) {
            guess.came_to = by_channel(model, gained);
        }
    }

    /// Whether there is anything worth writing down.
    #[must_use]
    pub fn has_said_something(&self) -> bool {
        let Self { fronts, groups: _, guesses, called, switched, judged, arguments, decisions } = self;
        !(fronts.is_empty()
            && guesses.is_empty()
            && called.iter().all(|called| called.plays.is_empty())
            && switched.is_empty()
            && judged.is_empty()
            && arguments.is_empty()
            && decisions.is_empty())
    }

    /// The record of what was said, for a workshop held with this rundown.
    #[must_use]
    pub fn record(&self, rundown: &Rundown, date: Option<String>) -> WorkshopRecord {
        let calls = self.called.iter().filter(|called| !called.plays.is_empty());
        let calls = calls.map(|called| GroupCalls {
            group: self.group_name(called.group),
            plays: called.plays.clone(),
            spot: called.result.map(|(spot, _)| spot),
            exposure: called.result.map(|(_, exposure)| exposure),
        });
        let of_show = |step: &Step| rundown.stem.is_empty() || step.key.starts_with(&*rundown.stem);
        let by_itself = rundown.steps.iter().all(of_show);
        WorkshopRecord {
            format: 1,
            title: rundown.title.clone(),
            show: (!by_itself).then(|| rundown.stem.to_string()),
            date,
            fronts: self.fronts.clone(),
            guesses: self.guesses.clone(),
            switched: self.switched.clone(),
            judged: self.judged.clone(),
            calls: calls.collect(),
            arguments: self.arguments.clone(),
            decisions: self.decisions.clone(),
        }
    }
}
