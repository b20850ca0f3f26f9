//! What the rules make of a plan, as the plain numbers a chart wants.

use super::{
    Band, DriveChart, DriveEvent, DriveRow, DriveTry, SpotChart, SpotEvent, SpotPlan, SpotTry, TryResult,
};
use crate::rules::{CallSheet, Down, DownResult, Drive, Series, Trials};

impl SpotChart {
    /// The ways of these plans. Tries, goal and what was needed are the one's at place `highlighted`.
    #[must_use]
    pub fn new(title: &str, plans: Vec<SpotPlan>, sheet: Option<&CallSheet>, highlighted: usize) -> Self {
        Self {
            title: title.to_owned(),
            plans,
            highlighted,
            series_tries: sheet.map_or(1, |sheet| Series::downs(&sheet.model.constants)),
            goal: sheet.map_or(100.0, CallSheet::goal),
            at: None,
        }
    }
}

impl SpotPlan {
    /// The way of one plan; with what its trials came to, if there were any.
    #[must_use]
    pub fn new(sheet: &CallSheet, drive: &Drive, trials: Option<&Trials>) -> Self {
        let start = drive.start_spot;
        let mut spot = start;
        let tries = (0..told(sheet, drive, trials)).map(|at| {
            let down = drive.downs.get(at);
            spot = down.map_or(spot, |down| down.spot);
            SpotTry {
                spot,
                band: trials.and_then(|trials| trials.by_down.get(at)).map(|down| Band {
                    mean: Some(down.spot.mean),
                    p10: down.spot.p10,
                    p50: down.spot.p50,
                    p90: down.spot.p90,
                }),
                to_gain: down.map(|down| down.series.to_gain),
                result: down.map(|down| down.result.into()),
            }
        });
        let tries = tries.collect();
        let events = drive.events.iter().map(|struck| SpotEvent {
            after: struck.after,
            name: struck.name.to_string(),
            lost: struck.cost,
        });
        Self { name: sheet.plan.title.clone(), color: None, start, tries, events: events.collect() }
    }
}

/// How many tries there is anything to tell about: beyond the last that is expected, as long as any trial goes on.
fn told(sheet: &CallSheet, drive: &Drive, trials: Option<&Trials>) -> usize {
    let by_down = trials.map_or(&[][..], |trials| &trials.by_down);
    let last = by_down.last().map(|down| down.spot);
    let moving = by_down.iter().rposition(|down| Some(down.spot) != last).map_or(0, |at| at + 2);
    drive.downs.len().max(moving).min(sheet.downs() as usize)
}

impl DriveChart {
    /// A row for each try and event of a drive.
    #[must_use]
    pub fn new(sheet: &CallSheet, drive: &Drive) -> Self {
        let mut rows = Vec::new();
        let events = |after: u32| {
            drive.events.iter().filter(move |struck| struck.after == after).map(|struck| {
                let after = sheet.model.weighted_mean(struck.fronts.iter().copied());
                DriveRow::Event(DriveEvent {
                    name: struck.name.to_string(),
                    spot_start: after + struck.cost,
                    lost: struck.cost,
                })
            })
        };
        rows.extend(events(0));
        for down in &drive.downs {
            rows.push(DriveRow::Try(row(sheet, down)));
            rows.extend(events(down.number));
        }
        Self {
            title: sheet.plan.title.clone(),
            rows,
            series_tries: Series::downs(&sheet.model.constants),
            goal: sheet.goal(),
            at: None,
        }
    }
}

fn row(sheet: &CallSheet, down: &Down) -> DriveTry {
    let called = sheet.plays.get(down.play);
    DriveTry {
        number: down.number,
        series: down.series.number,
        down: down.series.down,
        play: called.map(|called| called.lineup.play.title.clone()).unwrap_or_default(),
        spot_start: down.run.outcome.spot_start,
        spot_end: down.spot,
        to_gain: down.series.to_gain,
        result: down.result.into(),
    }
}

impl From<DownResult> for TryResult {
    fn from(result: DownResult) -> Self {
        match result {
            DownResult::NextDown => Self::NextTry,
            DownResult::FirstDown => Self::FirstDown,
            DownResult::Setback => Self::Setback,
            DownResult::Turnover => Self::Turnover,
            DownResult::Goal => Self::Goal,
        }
    }
}
