//! `render --chart`: what becomes of game plans, as a chart.
//!
//! Plans come in, as `simulate` takes them; what the rules make of them goes into the plain numbers a chart wants.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::cli::failure::{Exit, Failure};
use crate::cli::situation::Opening;
use crate::cli::source::{Complain, LoadedPlan, STREAM};
use crate::cli::{Console, luck};
use crate::picture::charts::{
    Band, DriveChart, DriveEvent, DriveRow, DriveTry, SpotChart, SpotEvent, SpotPlan, SpotTry, TryResult,
};
use crate::picture::{Scene, Theme, drive_chart, spot_chart};
use crate::rules::words::list;
use crate::rules::{
    CallSheet, Compared, Down, DownResult, Drive, Series, Trials, compare_trials, drive, drive_headline,
};

/// What a chart is asked.
#[derive(Debug, Args)]
#[command(next_help_heading = "Charts of game plans")]
pub(super) struct ChartOptions {
    /// Draw what becomes of a game plan instead of a play's field; up to four plans beside each other for spot
    #[arg(long, value_name = "CHART")]
    pub(super) chart: Option<Kind>,
    /// How many trials the ranges rest on; default: 10000
    #[arg(long, value_name = "N", requires = "chart", value_parser = clap::value_parser!(u64).range(1..=luck::MOST))]
    trials: Option<u64>,
    /// Where their chance starts; default: 1
    #[arg(long, value_name = "N", requires = "chart")]
    seed: Option<u64>,
}

/// Which chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Kind {
    /// Where the whole organisation stands after each try, with what 8 of 10 trials come to
    Spot,
    /// What each try came to, a row each
    Drive,
}

/// A chart, and how those who cannot see it are told what it shows.
pub(super) struct Chart {
    pub(super) scene: Scene,
    pub(super) title: String,
    pub(super) told: String,
}

/// Draws `kind` of the plans.
pub(super) fn draw(
    kind: Kind,
    paths: &[PathBuf],
    options: &ChartOptions,
    opening: &Opening,
    size: (f32, f32),
    theme: &Theme,
    console: Console,
) -> Result<Chart, Failure> {
    if kind == Kind::Drive && paths.len() > 1 {
        let help = Some("name one plan, or draw several with --chart spot".to_owned());
        return Err(Failure::with_help("--chart drive draws one plan", help));
    }
    let loaded = LoadedPlan::load_all(paths, Complain::Human, console)?;
    opening.fits(&loaded)?;
    let sheets: Vec<CallSheet> =
        loaded.iter().map(|loaded| opening.sheet(loaded)).collect::<Result<_, Failure>>()?;
    let drives: Vec<Drive> = sheets.iter().map(drive).collect();
    let told = sheets.iter().zip(&drives);
    let told: Vec<String> = told
        .map(|(sheet, drive)| format!("{}: {}", sheet.plan.title, drive_headline(sheet, drive)))
        .collect();
    let told = told.join(" ");
    let titles: Vec<&str> = sheets.iter().map(|sheet| sheet.plan.title.as_str()).collect();
    let title = list(&titles, "and");
    let scene = match (kind, sheets.as_slice(), drives.as_slice()) {
        (Kind::Drive, [sheet, ..], [drive, ..]) => drive_chart(&rows(sheet, drive), size, theme),
        _ => {
            let chance = luck::Chance::new(options.trials, options.seed);
            let watcher = chance.watch(console);
            let Compared { trials, .. } =
                compare_trials(&sheets.iter().collect::<Vec<_>>(), chance.luck(), &watcher);
            watcher.finish();
            if trials.iter().any(|trials| trials.count < trials.asked) {
                console.note("stopped: no chart was written");
                return Err(Failure::Reported(Exit::Stopped));
            }
            spot_chart(&spots(&title, &sheets, &drives, &trials), size, theme)
        }
    };
    Ok(Chart { scene, title, told })
}

/// Says that a game plan has no field of its own, where one was named.
pub(super) fn is_no_plan(path: &Path) -> Result<(), Failure> {
    if path == Path::new(STREAM) || !LoadedPlan::is_plan(path) {
        return Ok(());
    }
    Err(Failure::with_help(
        format!("`{}` is a game plan, and a field shows one play", path.display()),
        Some("draw the plan with --chart spot or --chart drive, or name one of its plays".to_owned()),
    ))
}

fn spots(title: &str, sheets: &[CallSheet], drives: &[Drive], trials: &[Trials]) -> SpotChart {
    let plans = sheets.iter().zip(drives).zip(trials);
    let first = sheets.first();
    SpotChart {
        title: title.to_owned(),
        plans: plans.map(|((sheet, drive), trials)| way(sheet, drive, trials)).collect(),
        highlighted: 0,
        series_tries: first.map_or(1, |sheet| Series::downs(&sheet.model.constants)),
        goal: first.map_or(100.0, CallSheet::goal),
        at: None,
    }
}

fn way(sheet: &CallSheet, drive: &Drive, trials: &Trials) -> SpotPlan {
    let start = sheet.model.weighted_mean(sheet.from.state.fronts.iter().copied());
    let mut spot = start;
    let tries = (0..sheet.downs() as usize).map(|at| {
        let down = drive.downs.get(at);
        spot = down.map_or(spot, |down| down.spot);
        SpotTry {
            spot,
            band: trials.by_down.get(at).map(|down| Band {
                mean: Some(down.spot.mean),
                p10: down.spot.p10,
                p50: down.spot.p50,
                p90: down.spot.p90,
            }),
            to_gain: down.map(|down| down.series.to_gain),
            result: down.map(|down| result(down.result)),
        }
    });
    let tries = tries.collect();
    let events = drive.events.iter().map(|struck| SpotEvent {
        after: struck.after,
        name: struck.name.to_string(),
        lost: struck.cost,
    });
    SpotPlan { name: sheet.plan.title.clone(), start, tries, events: events.collect() }
}

fn rows(sheet: &CallSheet, drive: &Drive) -> DriveChart {
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
    DriveChart {
        title: sheet.plan.title.clone(),
        rows,
        series_tries: Series::downs(&sheet.model.constants),
        goal: sheet.goal(),
        at: None,
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
        result: result(down.result),
    }
}

const fn result(result: DownResult) -> TryResult {
    match result {
        DownResult::NextDown => TryResult::NextTry,
        DownResult::FirstDown => TryResult::FirstDown,
        DownResult::Setback => TryResult::Setback,
        DownResult::Turnover => TryResult::Turnover,
        DownResult::Goal => TryResult::Goal,
    }
}
