//! A show: what a facilitator goes through with a room, in order.

use serde::{Deserialize, Serialize};

use super::{PlayId, StartFronts};

/// Where every channel starts in a show that does not say, in yards.
pub const SHOW_START_YARDS: f64 = 20.0;

/// A session's programme: plays and plans with cards between them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Show {
    /// The version of the file format.
    pub format: u32,
    /// What it is called on screen.
    pub title: String,
    /// What it is for, in a sentence.
    #[serde(default)]
    pub summary: Option<String>,
    /// Where the channels stand until the room says otherwise, in yards.
    #[serde(default = "level")]
    pub start: StartFronts,
    /// How long the whole session is meant to take, in minutes; without it the sum of its items counts.
    #[serde(default)]
    pub minutes: Option<f64>,
    /// What comes, in order.
    pub items: Vec<ShowItem>,
}

/// One thing on the programme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum ShowItem {
    /// A card with words: the beginning of a part.
    Section {
        /// Its heading.
        title: String,
        /// A sentence or two below it.
        #[serde(default)]
        text: Option<String>,
        /// What only the presenter reads.
        #[serde(default)]
        notes: Option<String>,
        /// How long it is meant to take.
        #[serde(default)]
        minutes: Option<f64>,
    },
    /// The room says where each channel stands today; what follows starts there.
    Fronts {
        /// Its heading; without one, "Where are we today?".
        #[serde(default)]
        title: Option<String>,
        /// What only the presenter reads.
        #[serde(default)]
        notes: Option<String>,
        /// How long it is meant to take.
        #[serde(default)]
        minutes: Option<f64>,
    },
    /// A play, run once or again and again.
    Play {
        /// The play, by its file's stem.
        play: PlayId,
        /// Its heading; without one, the play's title.
        #[serde(default)]
        title: Option<String>,
        /// How often in a row, one after the other, each 1 to 100: `[1, 4, 10]`.
        #[serde(default = "once")]
        times: Vec<u32>,
        /// Whether the room guesses before the first run.
        #[serde(default)]
        guess: bool,
        /// What only the presenter reads, before it begins.
        #[serde(default)]
        notes: Option<String>,
        /// How long it is meant to take.
        #[serde(default)]
        minutes: Option<f64>,
    },
    /// A game plan, try by try.
    Plan {
        /// The plan, by its file's stem.
        plan: PlayId,
        /// Its heading; without one, the plan's title.
        #[serde(default)]
        title: Option<String>,
        /// Whether the room guesses before the first try.
        #[serde(default)]
        guess: bool,
        /// What only the presenter reads, before it begins.
        #[serde(default)]
        notes: Option<String>,
        /// How long it is meant to take.
        #[serde(default)]
        minutes: Option<f64>,
    },
    /// Two to four plays or plans side by side, at their end.
    Compare {
        /// Their files' stems.
        of: Vec<PlayId>,
        /// Its heading.
        #[serde(default)]
        title: Option<String>,
        /// What only the presenter reads.
        #[serde(default)]
        notes: Option<String>,
        /// How long it is meant to take.
        #[serde(default)]
        minutes: Option<f64>,
    },
    /// Groups build their own sequence of calls.
    Calls {
        /// Its heading; without one, "What would you call?".
        #[serde(default)]
        title: Option<String>,
        /// The task, in a sentence or two.
        #[serde(default)]
        text: Option<String>,
        /// The plays to choose from, two to nine.
        plays: Vec<PlayId>,
        /// How many calls a group has, 1 to 12.
        #[serde(default = "four")]
        calls: u32,
        /// What only the presenter reads.
        #[serde(default)]
        notes: Option<String>,
        /// How long it is meant to take.
        #[serde(default)]
        minutes: Option<f64>,
    },
    /// The room decides, and it is written down.
    Decide {
        /// Its heading; without one, "What do we decide?".
        #[serde(default)]
        title: Option<String>,
        /// The question, in a sentence or two.
        #[serde(default)]
        text: Option<String>,
        /// What only the presenter reads.
        #[serde(default)]
        notes: Option<String>,
        /// How long it is meant to take.
        #[serde(default)]
        minutes: Option<f64>,
    },
}

impl ShowItem {
    /// What only the presenter reads.
    #[must_use]
    pub fn notes(&self) -> Option<&str> {
        match self {
            Self::Section { notes, .. }
            | Self::Fronts { notes, .. }
            | Self::Play { notes, .. }
            | Self::Plan { notes, .. }
            | Self::Compare { notes, .. }
            | Self::Calls { notes, .. }
            | Self::Decide { notes, .. } => notes.as_deref(),
        }
    }

    /// How long it is meant to take, in minutes.
    #[must_use]
    pub const fn minutes(&self) -> Option<f64> {
        match self {
            Self::Section { minutes, .. }
            | Self::Fronts { minutes, .. }
            | Self::Play { minutes, .. }
            | Self::Plan { minutes, .. }
            | Self::Compare { minutes, .. }
            | Self::Calls { minutes, .. }
            | Self::Decide { minutes, .. } => *minutes,
        }
    }

    /// The files it names, by their stems.
    #[must_use]
    pub fn named(&self) -> Vec<&PlayId> {
        match self {
            Self::Section { .. } | Self::Fronts { .. } | Self::Decide { .. } => Vec::new(),
            Self::Play { play, .. } => vec![play],
            Self::Plan { plan, .. } => vec![plan],
            Self::Compare { of, .. } => of.iter().collect(),
            Self::Calls { plays, .. } => plays.iter().collect(),
        }
    }
}

const fn level() -> StartFronts {
    StartFronts::All(SHOW_START_YARDS)
}

fn once() -> Vec<u32> {
    vec![1]
}

const fn four() -> u32 {
    4
}
