//! One play's expected outcome, exactly as the rules say, and its repetition with the series left aside.

use super::{Lineup, Outcome, State, Switches};

/// One use of a play in a row of uses.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    /// The field before it.
    pub before: State,
    /// What it came to.
    pub outcome: Outcome,
}

impl Run {
    /// The field after it.
    #[must_use]
    pub fn after(&self, lineup: &Lineup) -> State {
        let _ = lineup;
        todo!()
    }
}

/// Runs a play once (rules 1 to 10), leaving `state` as it is.
#[must_use]
pub fn resolve(lineup: &Lineup, state: &State, switches: &Switches) -> Outcome {
    let _ = (lineup, state, switches);
    todo!()
}

/// Runs a play `times` times in a row, each on the field the last one left, series left aside.
#[must_use]
pub fn repeat(lineup: &Lineup, start: &State, switches: &Switches, times: u32) -> Vec<Run> {
    let _ = (lineup, start, switches, times);
    todo!()
}
