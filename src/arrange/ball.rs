//! The ball: how far it steps back, and who carries it.

use super::{Arrange, Step, words};
use crate::model::PlayerId;
use crate::play_file::STEP_BACK;

impl Arrange<'_> {
    /// Yards spent understanding user needs, kept within 0 to 20 and taken to a tenth.
    #[must_use]
    pub fn step_back(&self, yards: f64) -> Step {
        let mut draft = self.draft();
        if yards.is_finite() {
            draft.play.ball.step_back =
                (yards.clamp(STEP_BACK.low, STEP_BACK.high) * 10.0).round() / 10.0 + 0.0;
        }
        draft.into_step("Change the step back")
    }

    /// Gives the ball to an offense player. One that takes no part runs into open ground then, since a carrier must do
    /// something; a defender never carries it.
    #[must_use]
    pub fn carrier(&self, id: &PlayerId) -> Step {
        let called = words::player(&[self.play], id);
        let name = format!("Give the ball to {called}");
        let mut draft = self.draft();
        if draft.player(id).is_none() {
            return Step::nothing(
                name,
                format!("{called} cannot carry the ball: only those moving us forward can"),
            );
        }
        draft.play.ball.carrier = id.clone();
        draft.into_step(name)
    }
}
