//! `compare`: game plans or plays side by side, on the same luck.

mod csv;
mod human;
mod json;
mod markdown;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::failure::{Exit, Failure};
use super::provenance::{files_hash, provenance_of_trials};
use super::situation::Opening;
use super::source::{Complain, LoadedPlan, STREAM};
use super::{Console, luck};
use crate::compare::results::Comparison;
use crate::rules::{CallSheet, compare_trials};

const EXAMPLES: &str = "\
Examples:
  downfield compare exemplar-after-exemplar balanced-build
  downfield compare ours.ron theirs.ron --start services=30,skills=25
  downfield compare exemplar proactive-outreach --times 4
  downfield compare balanced-build technology-first --format markdown >> minutes.md
  downfield compare balanced-build technology-first --format csv > comparison.csv

All meet the same luck: in each trial a force they share is as strong for one as for the other. A play
is taken as a plan that calls it --times often, from 20 yards. All must stand on the same operating model.

Ctrl+C stops the trials, prints what those done so far came to, marked as partial, and ends with
status 130; a second one ends at once.

Strengths and chances are judgements, not measurement.";

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

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    let complain = match options.format {
        Format::Json => Complain::Json,
        Format::Table | Format::Markdown | Format::Csv => Complain::Human,
    };
    if options.plans.iter().filter(|path| path.as_os_str() == STREAM).count() > 1 {
        return Err(Failure::unusable("standard input can be read only once; name a file beside the -"));
    }
    let loaded: Vec<LoadedPlan> = options
        .plans
        .iter()
        .map(|path| LoadedPlan::load(path, complain, console))
        .collect::<Result<_, Failure>>()?;
    same_model(&loaded)?;
    options.opening.fits(&loaded)?;
    let sheets: Vec<CallSheet> =
        loaded.iter().map(|loaded| options.opening.sheet(loaded)).collect::<Result<_, Failure>>()?;
    let luck = options.luck.luck();
    let watcher = options.luck.watch(console);
    let compared = compare_trials(&sheets.iter().collect::<Vec<_>>(), luck, &watcher);
    watcher.finish();
    let comparison = Comparison::new(sheets, compared);
    console.print(&match options.format {
        Format::Table => human::text(&comparison),
        Format::Markdown => markdown::text(&comparison),
        Format::Csv => csv::text(&comparison),
        Format::Json => {
            let files = loaded.iter().flat_map(|loaded| &loaded.files).map(Vec::as_slice);
            let provenance = loaded.first().map(|first| provenance_of_trials(files, &first.model, luck));
            let hashes = loaded.iter().map(|one| files_hash(one.files.iter().map(Vec::as_slice), &one.model));
            json::text(&comparison, &hashes.collect::<Vec<_>>(), provenance.unwrap_or_default())
        }
    })?;
    Ok(if comparison.partial() { Exit::Stopped } else { Exit::Fine })
}

/// Yards of one operating model say nothing about another.
fn same_model(loaded: &[LoadedPlan]) -> Result<(), Failure> {
    let Some(first) = loaded.first() else { return Ok(()) };
    let Some(other) = loaded.iter().find(|other| other.model != first.model) else { return Ok(()) };
    let (ours, theirs) = (first.model_id(), other.model_id());
    let (a, b) = (&first.file, &other.file);
    let message = if ours == theirs {
        format!("`{a}` and `{b}` both stand on `{ours}`, but not on the same file of that name")
    } else {
        format!("`{a}` stands on the operating model `{ours}`, `{b}` on `{theirs}`")
    };
    let help = "only what stands on one operating model, rules included, can be compared";
    Err(Failure::with_help(message, Some(help.to_owned())))
}
