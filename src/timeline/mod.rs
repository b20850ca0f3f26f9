//! A play spread over a few seconds.
//!
//! A [`Run`](crate::rules::Run) comes in; a [`Frame`], everything's place at one moment, comes out. Time is sampled, never
//! accumulated: any moment, in any order, gives the same frame. Places are in yards and across a lane, never in pixels.

mod frame;
mod phases;
mod tracks;

pub use frame::{
    BallFrame, BattleFrame, Caption, ChannelFrame, Frame, GoneRoundFrame, Island, Posture, RouteFrame,
    RunFrame, Tether, TokenFrame,
};
pub use phases::PhaseSpan;
pub use tracks::Timeline;
