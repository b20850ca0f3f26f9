//! `render --chart`: what becomes of game plans, as a chart.
//!
//! Plans come in, as `simulate` takes them; what the rules make of them goes into the plain numbers a chart wants.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::cli::failure::{Exit, Failure};
use crate::cli::provenance::in_words;
use crate::cli::situation::Opening;
use crate::cli::source::{Complain, LoadedPlan, STREAM, hash_of_all};
use crate::cli::{Console, luck};
use crate::compare::results::told_apart;
use crate::picture::charts::{DriveChart, SpotChart, SpotPlan, Tornado, above_footnote, with_footnote};
use crate::picture::{Scene, Theme, drive_chart, spot_chart, tornado};
use crate::rules::words::list;
use crate::rules::{CallSheet, Compared, Drive, compare_trials, drive, drive_headline, sensitivity};

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
    /// Which judgements matter most to where the plan ends, one at a time
    Tornado,
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
    if kind != Kind::Spot && paths.len() > 1 {
        let help = Some("name one plan, or draw several with --chart spot".to_owned());
        let name = if kind == Kind::Drive { "drive" } else { "tornado" };
        return Err(Failure::with_help(format!("--chart {name} draws one plan"), help));
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
    let luck = luck::Chance::new(options.trials, options.seed).luck();
    let files = hash_of_all(&loaded);
    let footed = |scene: Scene, trials: u64| {
        let chance = if trials > 0 { format!("{trials} trials, ") } else { String::new() };
        let from = in_words(&files, luck.seed);
        let words = format!("Strengths are judgements, not measurement. {chance}{from}");
        with_footnote(scene, &words, size, theme)
    };
    let inner = above_footnote(size);
    if let (Kind::Tornado, [sheet, ..]) = (kind, &*sheets) {
        // Where the plan ends is as expected: no trials are needed.
        let found = sensitivity(sheet, luck::Chance::new(Some(0), options.seed).luck(), &());
        let scene = tornado(&Tornado::of_spot(&sheet.plan.title, &found), inner, theme);
        return Ok(Chart { scene: footed(scene, 0), title: sheet.plan.title.clone(), told: found.headline });
    }
    let titles = told_apart(&sheets);
    let title = list(&titles.iter().map(String::as_str).collect::<Vec<_>>(), "and");
    let scene = if let (Kind::Drive, [sheet, ..], [drive, ..]) = (kind, &*sheets, &*drives) {
        footed(drive_chart(&DriveChart::new(sheet, drive), inner, theme), 0)
    } else {
        let chance = luck::Chance::new(options.trials, options.seed);
        let watcher = chance.watch(console);
        let sheets: Vec<&CallSheet> = sheets.iter().collect();
        let Compared { trials, .. } = compare_trials(&sheets, chance.luck(), &watcher);
        watcher.finish();
        if trials.iter().any(|trials| trials.count < trials.asked) {
            console.note("stopped: no chart was written");
            return Err(Failure::Reported(Exit::Stopped));
        }
        let ways = sheets.iter().zip(&drives).zip(&trials).zip(&titles);
        let ways = ways.map(|(((sheet, drive), trials), title)| SpotPlan {
            name: title.clone(),
            ..SpotPlan::new(sheet, drive, Some(trials))
        });
        let chart = SpotChart::new(&title, ways.collect(), sheets.first().copied(), 0);
        footed(spot_chart(&chart, inner, theme), chance.luck().trials)
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
