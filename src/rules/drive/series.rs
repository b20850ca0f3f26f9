//! Four tries to gain ten yards: what a series is judged by, and where a drive stands between two plays.

use crate::model::{Constants, OperatingModel};
use crate::rules::State;

/// How close to its line a spot counts as there, in yards.
const THERE: f64 = 1e-9;

/// The series a drive is in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Series {
    /// Which one, from 1.
    pub number: u32,
    /// The next down in it, from 1.
    pub down: u32,
    /// The line to gain: the yard the spot must reach.
    pub to_gain: f64,
    /// How many series have failed before it.
    pub failed: u32,
}

/// What a down came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DownResult {
    /// The series goes on.
    NextDown,
    /// The line to gain was made: a new series.
    FirstDown,
    /// The series failed: every channel lost ground, and a new series starts.
    Setback,
    /// One series too many failed: control of the ball is lost, and the drive has ended.
    Turnover,
    /// Every front is at the plan's goal: the drive has ended.
    Goal,
}

impl DownResult {
    /// As it stands in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NextDown => "next_down",
            Self::FirstDown => "first_down",
            Self::Setback => "setback",
            Self::Turnover => "turnover",
            Self::Goal => "goal",
        }
    }

    /// Whether nothing is played after it.
    #[must_use]
    pub const fn ends_the_drive(self) -> bool {
        matches!(self, Self::Turnover | Self::Goal)
    }
}

/// Where a drive stands between two plays.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    /// The field.
    pub state: State,
    /// The series.
    pub series: Series,
}

impl Standing {
    /// The beginning of a drive: a fresh field with these fronts, and the first down of the first series.
    #[must_use]
    pub fn kick_off(fronts: Vec<f64>, model: &OperatingModel, goal: f64) -> Self {
        let spot = model.weighted_mean(fronts.iter().copied());
        Self { series: Series::first(spot, goal, &model.constants), state: State::new(fronts) }
    }
}

impl Series {
    /// The first series of a drive that starts at `spot`. Yards.
    #[must_use]
    pub fn first(spot: f64, goal: f64, constants: &Constants) -> Self {
        Self { number: 1, down: 1, to_gain: line_to_gain(spot, goal, constants), failed: 0 }
    }

    /// How many downs a series has.
    #[must_use]
    pub fn downs(constants: &Constants) -> u32 {
        constants.series_downs.round().max(1.0) as u32
    }

    /// How many downs are left, the next one included.
    #[must_use]
    pub fn downs_left(&self, constants: &Constants) -> u32 {
        (Self::downs(constants) + 1).saturating_sub(self.down).max(1)
    }

    /// Judges a down that took the spot from `before` to `after`; `at_goal` says whether every front is at the goal.
    #[must_use]
    pub fn judge(&self, before: f64, after: f64, at_goal: bool, constants: &Constants) -> DownResult {
        if at_goal {
            DownResult::Goal
        } else if after >= self.to_gain - THERE && after > before {
            DownResult::FirstDown
        } else if self.down < Self::downs(constants) {
            DownResult::NextDown
        } else if f64::from(self.failed) < constants.patience.round() {
            DownResult::Setback
        } else {
            DownResult::Turnover
        }
    }

    /// The series of the down after one that came to `result` and left the spot at `spot`, a setback's loss included.
    #[must_use]
    pub fn after(&self, result: DownResult, spot: f64, goal: f64, constants: &Constants) -> Self {
        let new = Self {
            number: self.number.saturating_add(1),
            down: 1,
            to_gain: line_to_gain(spot, goal, constants),
            failed: self.failed,
        };
        match result {
            DownResult::NextDown => Self { down: self.down.saturating_add(1), ..*self },
            DownResult::FirstDown => new,
            DownResult::Setback => Self { failed: self.failed.saturating_add(1), ..new },
            DownResult::Turnover | DownResult::Goal => *self,
        }
    }
}

fn line_to_gain(spot: f64, goal: f64, constants: &Constants) -> f64 {
    (spot + constants.series_yards).min(goal)
}
