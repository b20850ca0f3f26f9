//! A play spread over a few seconds.
//!
//! A [`Run`](crate::rules::Run) comes in; a [`Frame`], everything's place at one moment, comes out. Time is sampled, never
//! accumulated: any moment, in any order, gives the same frame. Places are in yards and across a lane, never in pixels.
//!
//! What is known before the clock starts is told first: [`stops`] (where every player stands at the end of each phase),
//! [`lanes`] and [`gone_round`]; from how far things go, [`phases`] gives every part its length. A [`moment`] then says
//! how far each thing has come, and [`tokens`] and [`lanes`] say where that is. [`told()`] says a frame in words.

mod captions;
mod down;
mod easing;
mod frame;
mod gone_round;
mod lanes;
mod moment;
mod phases;
mod room;
mod routes;
mod series;
mod stops;
mod tokens;
pub(crate) mod told;
mod tracks;

pub use frame::{
    BallFrame, BattleFrame, Caption, ChannelFrame, Frame, GoneRoundFrame, Island, Posture, RouteFrame,
    RunFrame, Tether, TokenFrame,
};
pub use phases::PhaseSpan;
pub use told::told;
pub use tracks::Timeline;
