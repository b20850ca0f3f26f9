//! What a room said and decided in a workshop, written down.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{AssumptionId, ChannelId, PlayId, PlayerId, Strength};

/// A workshop's record.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WorkshopRecord {
    /// The version of the file format.
    pub format: u32,
    /// What the workshop was called.
    pub title: String,
    /// The show it was held with, by its file's stem.
    #[serde(default)]
    pub show: Option<String>,
    /// When, as the room writes it: `2026-11-28`.
    #[serde(default)]
    pub date: Option<String>,
    /// Where the room put the channels, in yards.
    #[serde(default)]
    pub fronts: BTreeMap<ChannelId, f64>,
    /// What was guessed before something was run.
    #[serde(default)]
    pub guesses: Vec<Guess>,
    /// Assumptions that were argued about, and switched.
    #[serde(default)]
    pub switched: Vec<Switched>,
    /// Strengths that were argued about, and changed.
    #[serde(default)]
    pub judged: Vec<Judged>,
    /// What groups called.
    #[serde(default)]
    pub calls: Vec<GroupCalls>,
    /// What was argued, a sentence each.
    #[serde(default)]
    pub arguments: Vec<String>,
    /// What was decided, a sentence each.
    #[serde(default)]
    pub decisions: Vec<String>,
}

/// What one group guessed of one run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Guess {
    /// The play or plan, by its file's stem.
    pub of: PlayId,
    /// How often the play was to be run in a row.
    #[serde(default = "once")]
    pub times: u32,
    /// Who guessed.
    pub group: String,
    /// Yards each channel was guessed to gain, from -100 to 100; a channel nobody guessed is missing.
    pub yards: BTreeMap<ChannelId, f64>,
    /// Yards each channel gained when it was run; empty before.
    #[serde(default)]
    pub came_to: BTreeMap<ChannelId, f64>,
}

/// An assumption the room switched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Switched {
    /// The play, by its file's stem.
    pub play: PlayId,
    /// Which.
    pub assumption: AssumptionId,
    /// Whether the room thinks it holds.
    pub holds: bool,
    /// What that changed, in a sentence.
    #[serde(default)]
    pub effect: Option<String>,
}

/// A strength the room judged otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// The play, by its file's stem.
    pub play: PlayId,
    /// Whose.
    pub player: PlayerId,
    /// What the room thinks.
    pub strength: Strength,
    /// What that changed, in a sentence.
    #[serde(default)]
    pub effect: Option<String>,
}

/// A group's calls, and what they came to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupCalls {
    /// Who.
    pub group: String,
    /// The plays in order, by their files' stems.
    pub plays: Vec<PlayId>,
    /// Where the whole organisation ended, in yards.
    #[serde(default)]
    pub spot: Option<f64>,
    /// How far it was out on its own in the mean, in yards.
    #[serde(default)]
    pub exposure: Option<f64>,
}

const fn once() -> u32 {
    1
}
