//! The field: an operating model and its channels.

use serde::{Deserialize, Serialize};

use super::{ChannelId, Constants};

/// The dimensions an organisation is transformed in, from today (0 yards) to the goal (100 yards).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperatingModel {
    /// The version of the file format.
    pub format: u32,
    /// What it is called on screen.
    pub title: String,
    /// Two to nine channels, drawn as lanes from the top.
    pub channels: Vec<Channel>,
    /// The rules' constants; those the file leaves out have their defaults.
    #[serde(default, rename = "rules")]
    pub constants: Constants,
}

impl OperatingModel {
    /// Where `channel` stands among the lanes, from the top.
    #[must_use]
    pub fn index_of(&self, channel: &ChannelId) -> Option<usize> {
        self.channels.iter().position(|c| c.id == *channel)
    }

    /// The mean of one value for each channel, weighted as the model says: with the fronts, the *spot*.
    #[must_use]
    pub fn weighted_mean(&self, values: impl IntoIterator<Item = f64>) -> f64 {
        let (sum, weights) =
            self.channels.iter().zip(values).fold((0.0, 0.0), |(sum, weights), (channel, value)| {
                (channel.weight.mul_add(value, sum), weights + channel.weight)
            });
        if weights > 0.0 { sum / weights } else { 0.0 }
    }
}

/// One dimension of the operating model, drawn as a lane.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// How plays refer to it.
    pub id: ChannelId,
    /// What it is called on screen.
    pub name: String,
    /// What done looks like, written at the far end of the lane.
    pub goal: String,
    /// What the way looks like, drawn as small flags.
    #[serde(default)]
    pub marks: Vec<Mark>,
    /// How much it counts in the spot; above 0, at most 10.
    #[serde(default = "one")]
    pub weight: f64,
}

/// What a channel looks like at one yard of the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    /// Yards from today, 0 to 100.
    pub at: f64,
    /// What that looks like.
    pub text: String,
}

const fn one() -> f64 {
    1.0
}
