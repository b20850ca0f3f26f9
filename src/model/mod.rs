//! What a play is: the words of the design as plain data, without text, files, time or pictures.
//!
//! Values come in from [`crate::play_file`], which has checked every range and reference; this module does not check
//! again, and owns no arithmetic.

mod constants;
mod field;
mod ids;
mod ink;
mod plan;
mod play;
mod player;
mod record;
mod show;
mod subject;

pub use constants::{Constant, Constants};
pub use field::{Channel, Mark, OperatingModel};
pub use ids::{AssumptionId, ChannelId, ModelId, PlayId, PlayerId, TacticId, is_valid_id};
pub use ink::{Ink, InkForm, InkPage, InkStroke, PenColor, PenWidth};
pub use plan::{Call, GamePlan, PlanBeat, Risk, StartFronts};
pub use play::{Assumption, Ball, Beat, Effect, Member, Phase, Play};
pub use player::{Assignment, Defender, OffensePlayer, Place, Side, Stance, Strength};
pub use record::{GroupCalls, Guess, Judged, Switched, WorkshopRecord};
pub use show::{SHOW_START_YARDS, Show, ShowItem};
pub use subject::Subject;
