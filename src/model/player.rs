//! The two sides: teams moving forward, and the forces holding them back.

use std::fmt;

use serde::de::{self, Deserializer, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::{ChannelId, PlayerId};

/// Which side a player is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Advancing transformation.
    Offense,
    /// Holding it back.
    Defense,
}

/// A judgement of how strong a player is: above 0, at most 10, `low <= likely <= high`.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Strength {
    /// The least it may be.
    pub low: f64,
    /// What the expected outcome uses.
    pub likely: f64,
    /// The most it may be.
    pub high: f64,
}

impl Strength {
    /// A strength without a range.
    #[must_use]
    pub const fn exactly(likely: f64) -> Self {
        Self { low: likely, likely, high: likely }
    }
}

/// A place relative to a channel's line of scrimmage; in files `(yards, across)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(from = "(f64, f64)", into = "(f64, f64)")]
pub struct Place {
    /// Yards from the line, negative behind it.
    pub yards: f64,
    /// Across the channel: −1 at its upper edge, 1 at its lower.
    pub across: f64,
}

impl From<(f64, f64)> for Place {
    fn from((yards, across): (f64, f64)) -> Self {
        Self { yards, across }
    }
}

impl From<Place> for (f64, f64) {
    fn from(place: Place) -> Self {
        (place.yards, place.across)
    }
}

/// What an offense player sets out to do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Assignment {
    /// Push a defender back.
    Confront(PlayerId),
    /// Get in behind a defender, which is then still there.
    Bypass(PlayerId),
    /// Hold a defender off for others.
    Block(PlayerId),
    /// Add to a team-mate.
    Support(PlayerId),
    /// Run into open ground.
    Advance,
    /// Stay where it is.
    #[default]
    Hold,
}

impl Assignment {
    /// The player it names, of either side.
    #[must_use]
    pub const fn target(&self) -> Option<&PlayerId> {
        match self {
            Self::Confront(id) | Self::Bypass(id) | Self::Block(id) | Self::Support(id) => Some(id),
            Self::Advance | Self::Hold => None,
        }
    }

    /// Whether the player itself tries to gain ground.
    #[must_use]
    pub const fn attacks(&self) -> bool {
        matches!(self, Self::Confront(_) | Self::Bypass(_) | Self::Advance)
    }
}

/// How a defender behaves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stance {
    /// Stands firm.
    #[default]
    Hold,
    /// Comes at the carrier while it steps back.
    Press,
}

/// One of those advancing transformation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OffensePlayer {
    /// Unique in the play.
    pub id: PlayerId,
    /// What it is called on screen.
    pub name: String,
    /// One to three letters for a small token.
    #[serde(default)]
    pub short: Option<String>,
    /// Groups players of one team across channels.
    #[serde(default)]
    pub team: Option<String>,
    /// Where it plays.
    pub channel: ChannelId,
    /// Where it lines up.
    pub at: Place,
    /// How strong it is.
    pub strength: Strength,
    /// What it sets out to do.
    #[serde(default)]
    pub assignment: Assignment,
    /// Where it runs; empty for straight to 5 yards beyond the line.
    #[serde(default)]
    pub route: Vec<Place>,
    /// A line about it.
    #[serde(default)]
    pub note: Option<String>,
}

/// One of the forces that hold transformation back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Defender {
    /// Unique in the play; the same force has the same id in every play.
    pub id: PlayerId,
    /// What it is called on screen.
    pub name: String,
    /// One to three letters for a small token.
    #[serde(default)]
    pub short: Option<String>,
    /// Groups forces of one kind across channels.
    #[serde(default)]
    pub team: Option<String>,
    /// Where it stands.
    pub channel: ChannelId,
    /// Where it lines up.
    pub at: Place,
    /// How strong it is.
    pub strength: Strength,
    /// How it behaves.
    #[serde(default)]
    pub stance: Stance,
    /// A line about it.
    #[serde(default)]
    pub note: Option<String>,
}

impl<'de> Deserialize<'de> for Strength {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct StrengthVisitor;

        impl<'de> Visitor<'de> for StrengthVisitor {
            type Value = Strength;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, or (low, likely, high)")
            }

            fn visit_f64<E: de::Error>(self, value: f64) -> Result<Strength, E> {
                Ok(Strength::exactly(value))
            }

            fn visit_i64<E: de::Error>(self, value: i64) -> Result<Strength, E> {
                Ok(Strength::exactly(value as f64))
            }

            fn visit_u64<E: de::Error>(self, value: u64) -> Result<Strength, E> {
                Ok(Strength::exactly(value as f64))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Strength, A::Error> {
                let mut next =
                    |index| seq.next_element::<f64>()?.ok_or_else(|| de::Error::invalid_length(index, &self));
                Ok(Strength { low: next(0)?, likely: next(1)?, high: next(2)? })
            }
        }

        deserializer.deserialize_any(StrengthVisitor)
    }
}
