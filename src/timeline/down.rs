//! One down of a drive over time: a play that stands in a series, between what happened since the last one and what
//! follows from it.

use super::Timeline;
use super::lanes::Lane;
use super::series::Series;
use super::tracks::{Headlines, Setting};
use crate::rules::{CallSheet, DownHeadlines, Drive, Run};

/// The most earlier downs whose fronts are told apart as ghosts.
const EARLIER: usize = 200;

impl Timeline {
    /// Spreads the down at place `at` of a drive over time; nothing if it was not played. Events since the last down move
    /// the fronts while the teams line up, a setback moves them during the read-out.
    #[must_use]
    pub fn of_down(sheet: &CallSheet, drive: &Drive, at: usize) -> Option<Self> {
        let down = drive.downs.get(at)?;
        let lineup = &sheet.plays.get(down.play)?.lineup;
        let runs: Vec<Run> =
            drive.downs.get(at.saturating_sub(EARLIER)..=at)?.iter().map(|down| down.run.clone()).collect();
        let before = match at.checked_sub(1).and_then(|before| drive.downs.get(before)) {
            Some(before) => &before.fronts,
            None => &sheet.from.state.fronts,
        };
        let lanes = (0..sheet.model.channels.len())
            .map(|index| {
                let lane = Lane::new(index, &runs);
                match (before.get(index), down.fronts.get(index)) {
                    (Some(before), Some(after)) => lane.between(*before, *after),
                    _ => lane,
                }
            })
            .collect();
        let DownHeadlines { title, before, gain, result } = DownHeadlines::new(sheet, drive, at);
        let setting = Setting {
            title,
            headlines: Headlines { before, gain, result },
            series: Series::of_down(sheet, drive, at)?,
            // However often the tactic was used before, it is judged by its series.
            times: down.series.down,
        };
        let mut timeline = Self::within(setting, lineup, &runs, lanes);
        timeline.naming_from(sheet.plays.iter().map(|called| &*called.lineup.play));
        timeline.captioned_by(&sheet.plan, down.number);
        Some(timeline)
    }
}
