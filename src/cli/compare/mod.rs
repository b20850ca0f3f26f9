//! `compare`: game plans or plays side by side, on the same luck.

mod csv;
mod human;
mod json;
mod markdown;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::failure::{Exit, Failure};
use super::provenance::provenance_of_trials;
use super::situation::Opening;
use super::source::{Complain, LoadedPlan, hash_of_all};
use super::{Console, luck};
use crate::compare::results::Comparison;
use crate::rules::{CallSheet, compare_trials};

const EXAMPLES: &str = r#"Examples:
  downfield compare exemplar-after-exemplar balanced-build
  downfield compare ours.ron theirs.ron --start services=30,skills=25
  downfield compare exemplar proactive-outreach --times 4
  downfield compare balanced-build technology-first --format markdown >> minutes.md
  downfield compare balanced-build technology-first --format csv > comparison.csv

All meet the same luck: in each trial a force they share is as strong for one as for the
other. Two are too close to call if the mean difference of where they end is within two
standard errors. A play named instead of a plan is taken as a plan that calls it --times
often, from 20 yards. All must stand on the same operating model.

JSON: {"takeaway", "plans": [{"letter", "plan", "title", "start", "goal", "expected",
"trials", "keeps_control", "files"}], "pairs": [{"plan", "against", "further", "spot",
"keeps_control", "too_close"}], "better": {measure: letter}, "provenance"}. Expected and
trials are those of simulate; spot and keeps_control of a pair are {"mean_difference",
"error"}, taken trial by trial.

Exit status: 0 fine, 1 an error in a file, 2 bad usage or an unreadable file, 130 stopped
by Ctrl+C: what the trials done so far came to has been printed, marked as partial. A
second Ctrl+C ends at once.

Strengths and chances are judgements, not measurement."#;

/// What `compare` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// Two to four game plans or plays: their paths, names as `simulate` takes them, or - for standard input
    #[arg(required = true, num_args = 2..=4, value_name = "PLAN")]
    plans: Vec<PathBuf>,
    #[command(flatten)]
    opening: Opening,
    #[command(flatten)]
    luck: luck::Chance,
    /// How the comparison is printed
    #[arg(long, value_name = "FORMAT", default_value = "table")]
    format: Format,
}

/// How a comparison is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Sentences and a table, for a terminal
    Table,
    /// The same, to be pasted into a document
    Markdown,
    /// One row a measure, for a spreadsheet
    Csv,
    /// One object, numbers in full precision
    Json,
}

/// What a comparison came from: short hashes of files, and the seed of its luck.
struct Origin {
    /// All files together.
    all: String,
    /// The files behind each one compared.
    each: Vec<String>,
    seed: u64,
}

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    let complain = match options.format {
        Format::Json => Complain::Json,
        Format::Table | Format::Markdown | Format::Csv => Complain::Human,
    };
    let loaded = LoadedPlan::load_all(&options.plans, complain, console)?;
    options.opening.fits(&loaded)?;
    let sheets: Vec<CallSheet> =
        loaded.iter().map(|loaded| options.opening.sheet(loaded)).collect::<Result<_, Failure>>()?;
    let luck = options.luck.luck();
    let watcher = options.luck.watch(console);
    let compared = compare_trials(&sheets.iter().collect::<Vec<_>>(), luck, &watcher);
    watcher.finish();
    let comparison = Comparison::new(sheets, compared);
    let origin = Origin {
        all: hash_of_all(&loaded),
        each: loaded.iter().map(LoadedPlan::hash).collect(),
        seed: luck.seed,
    };
    console.print(&match options.format {
        Format::Table => human::text(&comparison, &origin),
        Format::Markdown => markdown::text(&comparison, &origin),
        Format::Csv => csv::text(&comparison, &origin),
        Format::Json => json::text(&comparison, &origin.each, provenance_of_trials(&origin.all, luck)),
    })?;
    Ok(if comparison.partial() { Exit::Stopped } else { Exit::Fine })
}
