//! `simulate`: what becomes of a game plan, as expected and with chance.

pub(super) mod human;
pub(super) mod json;
mod sensitivity;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::failure::{Exit, Failure};
use super::provenance::{in_words, provenance_of_trials};
use super::situation::Opening;
use super::source::{Complain, LoadedPlan};
use super::{Console, luck};
use crate::rules::{Luck, SENSITIVITY_TRIALS, Sensitivity, drive, sensitivity, trials};

const EXAMPLES: &str = r#"Examples:
  downfield simulate balanced-build
  downfield simulate plays/plans/ours.ron --trials 100000 --seed 7
  downfield simulate exemplar --times 12 --start services=30,skills=25
  downfield simulate balanced-build --sensitivity
  downfield simulate balanced-build --format json > balanced-build.json

A play named instead of a plan is taken as a plan that calls it --times often, from 20
yards. Its name is looked up in plays/plans/ and plays/ here, then among what is built in.

JSON: {"plan", "title", "start", "goal", "expected": {"downs": [{"number", "series",
"down", "to_gain", "play", "spot_start", "spot_end", "fronts", "exposure", "result":
"next_down|first_down|setback|turnover|goal", "reasons" if asked for}], "events":
[{"after", "name", "cost", "lost", "fronts"}], "end": "goal|turnover|out_of_calls",
"spot", "exposure", "fronts", "out_on_their_own", "first_downs", "setbacks",
"never_worked_on"}, "trials": {"count", "seed", "partial": true if stopped, "goal",
"turnover", "spot", "exposure", "fronts", "by_down": [{"spot", "exposure", "fronts"}]},
"sensitivity" if asked for, "provenance"}. Fronts are by channel; to_gain is a yard of
the field; goal and turnover of the trials are {"chance", "error"}, yards in them
{"mean", "p10", "p50", "p90"}.
"sensitivity" is {"spot", "kept", "headline", "headline_kept", "count", "seed",
"partial": true if stopped, "levers": [{"subject": {"kind": "strength|assumption|
step_back", "player" and "side", or "play" and "id"}, "label", "low": {"what", "spot",
"missed", "kept"}, "high", "swing_spot", "swing_kept", "kept_difference":
{"mean_difference", "error"}, "kept_tells_apart"}], "by_kept": places among the
levers}; missed counts the series that fail as expected, kept is the chance to keep
control.

Exit status: 0 fine, 1 an error in a file, 2 bad usage or an unreadable file, 130 stopped
by Ctrl+C: what the trials done so far came to has been printed, marked as partial. A
second Ctrl+C ends at once.

Strengths and chances are judgements, not measurement."#;

/// What `simulate` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// A game plan or a play: its path, its name if it is in plays/plans/ or plays/ here or built in, or - for standard input
    plan: PathBuf,
    #[command(flatten)]
    opening: Opening,
    #[command(flatten)]
    luck: luck::Chance,
    /// How the result is printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Say of every try what each channel came to; with --format json, every factor behind it
    #[arg(long)]
    reasons: bool,
    /// Say which judgements matter most: each strength at its low and its high, each assumption off and on, each step
    /// back 2 yards less and more, one at a time
    #[arg(long)]
    sensitivity: bool,
    /// Print yards with decimals
    #[arg(long)]
    precise: bool,
}

/// How a result is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Sentences and tables
    Human,
    /// One object, numbers in full precision
    Json,
}

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    let complain = match options.format {
        Format::Human => Complain::Human,
        Format::Json => Complain::Json,
    };
    let loaded = [LoadedPlan::load(&options.plan, complain, console)?];
    options.opening.fits(&loaded)?;
    let [loaded] = loaded;
    let sheet = options.opening.sheet(&loaded)?;
    let luck = options.luck.luck();
    let expected = drive(&sheet);
    let watcher = options.luck.watch(console);
    let trials = trials(&sheet, luck, &watcher);
    let matters = options.sensitivity.then(|| {
        let luck = Luck { trials: luck.trials.min(SENSITIVITY_TRIALS), ..luck };
        watcher.next(luck.trials, "What matters most");
        sensitivity(&sheet, luck, &watcher)
    });
    watcher.finish();
    let files = loaded.hash();
    console.print(&match options.format {
        Format::Human => {
            let matters = matters.as_ref().map(|matters| sensitivity::text(matters, options.precise));
            let matters = matters.unwrap_or_default();
            let told = human::text(&sheet, &expected, &trials, &matters, options.reasons, options.precise);
            format!("{told}{}\n", in_words(&files, luck.seed))
        }
        Format::Json => {
            let provenance = provenance_of_trials(&files, luck);
            let matters = matters.as_ref().map(sensitivity::json);
            json::text(&sheet, &expected, &trials, matters, options.reasons, provenance)
        }
    })?;
    let stopped = |matters: &Sensitivity| matters.count < matters.asked;
    Ok(if trials.count < trials.asked || matters.as_ref().is_some_and(stopped) {
        Exit::Stopped
    } else {
        Exit::Fine
    })
}
