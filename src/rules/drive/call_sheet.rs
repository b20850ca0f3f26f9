//! A game plan ready to be run: names resolved to places in lists.

use std::sync::Arc;

use super::Standing;
use crate::model::{Call, GamePlan, OperatingModel, Play, PlayId, StartFronts};
use crate::rules::{Lineup, Switches};

/// A plan with its plays set against their operating model. Cheap enough to clone for a what-if.
#[derive(Clone, Debug)]
pub struct CallSheet {
    /// The plan's file, by its stem.
    pub stem: Arc<str>,
    /// The plan.
    pub plan: Arc<GamePlan>,
    /// The operating model its plays share.
    pub model: Arc<OperatingModel>,
    /// Every play the plan calls, once each, in the order of their first call.
    pub plays: Vec<Called>,
    /// What is called, in the plan's order.
    pub entries: Vec<Entry>,
    /// Where the drive begins.
    pub from: Standing,
}

/// A play that a plan calls.
#[derive(Clone, Debug)]
pub struct Called {
    /// The play on its model.
    pub lineup: Lineup,
    /// Which of its assumptions hold.
    pub switches: Switches,
}

/// One entry of a plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// Run the play at this place of [`CallSheet::plays`], once or several times.
    Play {
        /// The play's place.
        play: usize,
        /// How often.
        times: u32,
    },
    /// A shock between two plays.
    Event(Shock),
}

/// Something that costs channels a share of their lead.
#[derive(Clone, Debug, PartialEq)]
pub struct Shock {
    /// What happens.
    pub name: Arc<str>,
    /// The share of each lead that is lost, 0 to 1.
    pub severity: f64,
    /// Which channels it strikes, in the model's order.
    pub strikes: Vec<bool>,
}

impl CallSheet {
    /// Sets `plan` against `model`, its plays looked up by `play`. A call whose play is not found, or whose start does not
    /// name a channel, is left out; a plan read by [`crate::play_file`] has neither.
    #[must_use]
    pub fn new(
        stem: Arc<str>,
        plan: Arc<GamePlan>,
        model: Arc<OperatingModel>,
        play: impl Fn(&PlayId) -> Option<Arc<Play>>,
    ) -> Self {
        let fronts = fronts(&plan.start, &model);
        let mut plays: Vec<Called> = Vec::new();
        let mut entries = Vec::new();
        for call in &plan.calls {
            match call {
                Call::Call { play: id, times } => {
                    let known = plays.iter().position(|called| called.lineup.id == *id);
                    let at = known.or_else(|| {
                        plays.push(Called::new(Lineup::new(id.clone(), play(id)?, Arc::clone(&model))));
                        Some(plays.len() - 1)
                    });
                    entries.extend(at.map(|play| Entry::Play { play, times: *times }));
                }
                Call::Event { name, severity, channels } => {
                    let named = |id| channels.is_empty() || channels.contains(id);
                    entries.push(Entry::Event(Shock {
                        name: name.as_str().into(),
                        severity: *severity,
                        strikes: model.channels.iter().map(|channel| named(&channel.id)).collect(),
                    }));
                }
            }
        }
        let from = Standing::kick_off(fronts, &model, plan.goal);
        Self { stem, plan, model, plays, entries, from }
    }

    /// One play as a plan of its own: called `times` times from `from`.
    #[must_use]
    pub fn of_play(called: Called, from: Standing, times: u32) -> Self {
        let lineup = &called.lineup;
        let channels = lineup.model.channels.iter().map(|channel| channel.id.clone());
        let plan = GamePlan {
            format: 1,
            title: lineup.play.title.clone(),
            summary: lineup.play.summary.clone(),
            model: lineup.play.model.clone(),
            start: StartFronts::Each(channels.zip(from.state.fronts.iter().copied()).collect()),
            goal: 100.0,
            calls: vec![Call::Call { play: lineup.id.clone(), times }],
            risks: Vec::new(),
            beats: Vec::new(),
        };
        Self {
            stem: lineup.id.as_str().into(),
            plan: Arc::new(plan),
            model: Arc::clone(&lineup.model),
            plays: vec![called],
            entries: vec![Entry::Play { play: 0, times }],
            from,
        }
    }

    /// How many downs the plan calls, if the drive does not end before.
    #[must_use]
    pub fn downs(&self) -> u32 {
        self.entries.iter().fold(0, |downs, entry| match entry {
            Entry::Play { times, .. } => downs.saturating_add(*times),
            Entry::Event(_) => downs,
        })
    }

    /// Where the drive wants every front, in yards.
    #[must_use]
    pub fn goal(&self) -> f64 {
        self.plan.goal
    }
}

impl Called {
    /// A play whose assumptions are as its file says.
    #[must_use]
    pub fn new(lineup: Lineup) -> Self {
        let switches = Switches::of(&lineup.play);
        Self { lineup, switches }
    }
}

/// Where each channel starts; a channel that a start does not name starts at 0.
fn fronts(start: &StartFronts, model: &OperatingModel) -> Vec<f64> {
    match start {
        StartFronts::All(yards) => vec![*yards; model.channels.len()],
        StartFronts::Each(each) => {
            model.channels.iter().map(|channel| each.get(&channel.id).copied().unwrap_or(0.0)).collect()
        }
    }
}
