//! A game plan: a sequence of plays with what happens between them.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::{ChannelId, ModelId, PlayId};

/// A sequence of plays.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GamePlan {
    /// The version of the file format.
    pub format: u32,
    /// What it is called on screen.
    pub title: String,
    /// What it is, in a sentence.
    pub summary: String,
    /// The operating model its plays share.
    #[serde(default = "five_channels")]
    pub model: ModelId,
    /// Where every channel starts.
    pub start: StartFronts,
    /// Where the drive wants every front, in yards.
    #[serde(default = "hundred")]
    pub goal: f64,
    /// What is called, in order.
    pub calls: Vec<Call>,
    /// Shocks that may come.
    #[serde(default)]
    pub risks: Vec<Risk>,
    /// The presenter's steps.
    #[serde(default)]
    pub beats: Vec<PlanBeat>,
}

/// Where the channels start, in yards from 0 to 100.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub enum StartFronts {
    /// Every channel at the same yard.
    All(f64),
    /// Each channel at its own.
    Each(BTreeMap<ChannelId, f64>),
}

/// One entry of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Call {
    /// Run a play, once or several times.
    Call {
        /// The play, by its file's stem.
        play: PlayId,
        /// How often, 1 to 100.
        #[serde(default = "once")]
        times: u32,
    },
    /// A shock between plays.
    Event {
        /// What happens.
        name: String,
        /// The share of each lead that is lost, 0 to 1.
        severity: f64,
        /// The channels it strikes; none named means all.
        #[serde(default)]
        channels: Vec<ChannelId>,
    },
}

/// A shock that may come after any down.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Risk {
    /// What may happen.
    pub name: String,
    /// How likely it is after each down, 0 to 1.
    pub chance: f64,
    /// The share of each lead that is lost, 0 to 1.
    pub severity: f64,
}

/// A presenter's step of a plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanBeat {
    /// After which down, from 1.
    pub down: u32,
    /// What the room reads.
    pub caption: String,
    /// What only the presenter reads.
    #[serde(default)]
    pub notes: Option<String>,
}

impl<'de> Deserialize<'de> for StartFronts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct StartVisitor;

        impl<'de> Visitor<'de> for StartVisitor {
            type Value = StartFronts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a yard, or a map from every channel to its yard")
            }

            fn visit_f64<E: de::Error>(self, yards: f64) -> Result<StartFronts, E> {
                Ok(StartFronts::All(yards))
            }

            fn visit_i64<E: de::Error>(self, yards: i64) -> Result<StartFronts, E> {
                Ok(StartFronts::All(yards as f64))
            }

            fn visit_u64<E: de::Error>(self, yards: u64) -> Result<StartFronts, E> {
                Ok(StartFronts::All(yards as f64))
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<StartFronts, A::Error> {
                let mut fronts = BTreeMap::new();
                while let Some((channel, yards)) = map.next_entry()? {
                    fronts.insert(channel, yards);
                }
                Ok(StartFronts::Each(fronts))
            }
        }

        deserializer.deserialize_any(StartVisitor)
    }
}

fn five_channels() -> ModelId {
    ModelId::from("five-channels")
}

const fn hundred() -> f64 {
    100.0
}

const fn once() -> u32 {
    1
}
