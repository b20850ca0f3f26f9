//! A play set against its operating model: names resolved to places in lists, so that running it is arithmetic only.

use std::sync::Arc;

use crate::model::{OperatingModel, Play, PlayId, TacticId};

/// A play ready to be run. Cheap to clone; lists of the outcome are in the play's and model's order.
#[derive(Clone, Debug)]
pub struct Lineup {
    /// The play's id.
    pub id: PlayId,
    /// The tactic it counts as.
    pub tactic: TacticId,
    /// The play.
    pub play: Arc<Play>,
    /// The operating model it is played on.
    pub model: Arc<OperatingModel>,
}

/// Which assumptions hold: the play's own, changed by what-if switches. In the order of the play's assumptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switches(pub Vec<bool>);

impl Switches {
    /// Every assumption as its file says.
    #[must_use]
    pub fn of(play: &Play) -> Self {
        Self(play.assumptions.iter().map(|assumption| assumption.holds).collect())
    }
}

impl Lineup {
    /// Sets `play` against `model`. References that the model or play does not have are left out of the arithmetic;
    /// a play read by [`crate::play_file`] has none.
    #[must_use]
    pub fn new(id: PlayId, play: Arc<Play>, model: Arc<OperatingModel>) -> Self {
        let tactic = play.tactic(&id);
        Self { id, tactic, play, model }
    }
}
