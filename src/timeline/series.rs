//! Which try of which series a run is: "A drive" of the rules, on runs that leave the series' consequences aside.

use super::easing::drawable;
use crate::model::Constants;
use crate::rules::Run;

/// Where the goal is, in yards.
pub(super) const GOAL: f64 = 100.0;
/// How near to the line a spot still counts as there, in yards.
const AT_THE_LINE: f64 = 1e-9;

/// The series that the last of several runs belongs to. Yards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Series {
    pub(super) start: f64,
    pub(super) line_to_gain: f64,
    /// Which try, from 1.
    pub(super) down: u32,
    /// How many tries there are.
    pub(super) downs: u32,
}

impl Series {
    /// The first series starts at the first run's spot, a new one where the last one was made or failed.
    pub(super) fn of(runs: &[Run], constants: &Constants) -> Self {
        let from = |spot: f64| {
            let start = drawable(spot, 0.0, GOAL);
            let line_to_gain = (start + drawable(constants.series_yards, 0.0, GOAL)).min(GOAL);
            Self { start, line_to_gain, down: 1, downs: constants.series_downs.round().max(1.0) as u32 }
        };
        let mut series = from(runs.first().map_or(0.0, |run| run.outcome.spot_start));
        let earlier = runs.split_last().map_or(&[][..], |(_, earlier)| earlier);
        for run in earlier {
            let (before, after) = (run.outcome.spot_start, run.outcome.spot_end);
            let made = after >= series.line_to_gain - AT_THE_LINE && after > before;
            if made || series.down >= series.downs {
                series = from(after);
            } else {
                series.down += 1;
            }
        }
        series
    }
}
