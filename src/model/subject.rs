//! What can be pointed at: the one answer to "what is this number, token or sentence about?".

use super::{AssumptionId, ChannelId, PlayerId};

/// A thing of a play that can be selected, focused and explained.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    /// The play as a whole.
    Play,
    /// A lane.
    Channel(ChannelId),
    /// A player of either side.
    Player(PlayerId),
    /// Everyone who engages this defender, and the defender.
    HeadToHead(PlayerId),
    /// A condition the play rests on.
    Assumption(AssumptionId),
}
