//! What several runs in a row are measured against: the first series of "A drive" in the rules.

use super::easing::drawable;
use crate::model::Constants;
use crate::rules::{self, CallSheet, Drive, Run};

/// Where the goal is, in yards.
pub(super) const GOAL: f64 = 100.0;

/// The series that the last of several runs belongs to. Yards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Series {
    pub(super) start: f64,
    pub(super) line_to_gain: f64,
    /// Which try, from 1.
    pub(super) down: u32,
    /// How many tries there are.
    pub(super) downs: u32,
    /// Where the goal is.
    pub(super) goal: f64,
}

impl Series {
    /// The series the first run starts, with its consequences left aside: every run counts against the same line.
    pub(super) fn of(runs: &[Run], constants: &Constants) -> Self {
        let start = drawable(runs.first().map_or(0.0, |run| run.outcome.spot_start), 0.0, GOAL);
        let line_to_gain = (start + drawable(constants.series_yards, 0.0, GOAL)).min(GOAL);
        let downs = constants.series_downs.round().max(1.0) as u32;
        let down = u32::try_from(runs.len()).unwrap_or(u32::MAX).clamp(1, downs);
        Self { start, line_to_gain, down, downs, goal: GOAL }
    }

    /// The series of the down at place `at` of a drive.
    pub(super) fn of_down(sheet: &CallSheet, drive: &Drive, at: usize) -> Option<Self> {
        let series = drive.downs.get(at)?.series;
        let yard = |value: f64| drawable(value, 0.0, GOAL);
        Some(Self {
            start: yard(drive.series_start(at)),
            line_to_gain: yard(series.to_gain),
            down: series.down,
            downs: rules::Series::downs(&sheet.model.constants),
            goal: yard(sheet.goal()),
        })
    }
}
