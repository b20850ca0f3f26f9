//! `advise`: every play of a playbook as the next call.

mod human;
mod json;
mod playbook;

use std::path::PathBuf;
use std::sync::Arc;

use clap::{Args, ValueEnum};

use super::failure::{Exit, Failure};
use super::provenance::{files_hash, in_words, provenance_of_trials};
use super::situation::{Before, Opening};
use super::source::{Complain, LoadedPlan};
use super::{Console, luck};
use crate::rules::{CallSheet, Drive, DriveEnd, Weighing, advise, drive};
use playbook::Plays;

const EXAMPLES: &str = r#"Examples:
  downfield advise exemplar-after-exemplar --after 4
  downfield advise --start 20
  downfield advise --start services=35 --gone-round technology.legacy-technology=6
  downfield advise --start 30 --down 3 --to-gain 36 --weigh 0
  downfield advise balanced-build --format json > next.json

Plays are ranked by (1 - W) times the yards the whole organisation gains in one try,
less W times the yards by which more of it is out on its own; W is what --weigh says.
"If it works" is what one trial in ten exceeds, "if it fails" what one in ten falls
short of. Plays that chance cannot tell apart (two standard errors, on the same luck)
share a rank. What it brings are arguments, not a verdict.

JSON: {"plan" and "after": null without a plan, "ended": null, or "goal|turnover" where
there is no next call, "headline", "measure": {"words", "exposure": the weight},
"standing": {"spot", "exposure", "fronts", "series", "down", "downs_left", "to_gain",
"uses", "wear", "gone_round"}, "calls": [{"rank", "play", "title", "uses", "fresh",
"caught", "gain", "channels", "exposure", "measure", "mean_gain", "mean_exposed",
"spot": {"mean", "p10", "p50", "p90"}, "makes_line": {"chance", "error"}, "works",
"fails", "open_flanks", "speaks_for", "speaks_against", "over_next":
{"mean_difference", "error"}, "too_close_to_next"}] in the order of the measure,
"left_out": [{"play", "title", "model"}], "trials": {"count", "seed", "partial": true if
stopped}, "provenance"}. gain and exposure are as expected, the means those of the
trials.

Strengths are judgements, not measurement."#;

/// What `advise` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// A game plan to call the next play in: its path, its name as `simulate` takes it, or - for standard input
    plan: Option<PathBuf>,
    /// After how many tries of the plan; default: after all that are played as expected
    #[arg(long, value_name = "N", allow_negative_numbers = true, requires = "plan", value_parser = clap::value_parser!(u32).range(0..=10_000))]
    after: Option<u32>,
    /// The folder whose plays may be called; default: plays/ here, else the built-in playbook
    #[arg(long, value_name = "DIR")]
    playbook: Option<PathBuf>,
    /// How much it counts that less is out on its own: 0, only ground counts, to 1, only that does
    #[arg(long, value_name = "W", default_value_t = 0.5, allow_negative_numbers = true, value_parser = weight)]
    weigh: f64,
    #[command(flatten)]
    before: Before,
    #[command(flatten)]
    luck: luck::Few,
    /// How the result is printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Print yards with decimals
    #[arg(long)]
    precise: bool,
}

/// How a result is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Sentences and a table
    Human,
    /// One object, numbers in full precision
    Json,
}

/// The plan that is being played.
struct Played {
    sheet: CallSheet,
    drive: Drive,
    /// After how many of its downs the next call is made.
    after: usize,
    /// A hash of its files.
    files: String,
}

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    let complain = match options.format {
        Format::Human => Complain::Human,
        Format::Json => Complain::Json,
    };
    let played = match &options.plan {
        Some(plan) => Some(played(&LoadedPlan::load(plan, complain, console)?, options.after)?),
        None => None,
    };
    let plays = match (&options.playbook, &played) {
        (None, Some(played)) => Plays::around(&played.sheet)?,
        (folder, _) => Plays::load(folder.as_deref(), console)?,
    };
    let model = match &played {
        Some(played) => Arc::clone(&played.sheet.model),
        None => plays.model(),
    };
    let standing = match &played {
        Some(played) => match played.drive.standing_after(played.after) {
            Some(standing) => standing,
            None => return no_next_call(options, played, console),
        },
        None => options.before.standing(&model, &plays.called, &plays.playbook, console)?,
    };
    let luck = luck::Chance::from(options.luck);
    let watcher = luck.watch(console);
    let weighing = Weighing { exposure: options.weigh };
    let advice = advise(&standing, &model, &plays.called, weighing, luck.luck(), &watcher);
    watcher.finish();
    let of_plan = played.iter().map(|played| played.files.as_bytes());
    let files = files_hash(of_plan.chain(plays.texts.iter().map(|text| text.as_bytes())), &model);
    console.print(&match options.format {
        Format::Human => {
            let told = human::text(&model, played.as_ref(), &advice, options.precise);
            format!("{told}{}\n", in_words(&files, advice.seed))
        }
        Format::Json => {
            let provenance = provenance_of_trials(&files, luck.luck());
            json::text(&model, played.as_ref(), &standing, &advice, provenance)
        }
    })?;
    Ok(if advice.count < advice.asked { Exit::Stopped } else { Exit::Fine })
}

/// The plan as far as it is played.
fn played(loaded: &LoadedPlan, after: Option<u32>) -> Result<Played, Failure> {
    let sheet = Opening::default().sheet(loaded)?;
    let drive = drive(&sheet);
    let tries = drive.downs.len();
    let after = after.map_or(tries, |after| after as usize);
    if after > tries {
        let shown = &loaded.file;
        return Err(Failure::with_help(
            format!("--after {after}: as expected `{shown}` is played for {}", count(tries)),
            Some(format!("ask after any try from 0, before the first, to {tries}")),
        ));
    }
    Ok(Played { sheet, drive, after, files: loaded.hash() })
}

/// Says that the drive has ended.
fn no_next_call(options: &Options, played: &Played, console: Console) -> Result<Exit, Failure> {
    let why = match played.drive.end {
        DriveEnd::Goal => "Every channel is at its goal",
        DriveEnd::Turnover | DriveEnd::OutOfCalls => "Control is lost",
    };
    let (title, tries) = (&played.sheet.plan.title, played.drive.downs.len());
    let told = format!("{why} after {} of {title}: there is no next call.", count(tries));
    console.print(&match options.format {
        Format::Human => {
            let before = tries.saturating_sub(1);
            format!("{told}\nTo ask what could have been called before that, add --after {before} or less.\n")
        }
        Format::Json => {
            let luck = luck::Chance::from(options.luck).luck();
            json::ended(played, &told, provenance_of_trials(&played.files, luck))
        }
    })?;
    Ok(Exit::Fine)
}

/// "1 try", "12 tries".
fn count(tries: usize) -> String {
    if tries == 1 { "1 try".to_owned() } else { format!("{tries} tries") }
}

fn weight(text: &str) -> Result<f64, String> {
    let weight = text.trim().parse::<f64>().ok().filter(|weight| (0.0..=1.0).contains(weight));
    weight.ok_or_else(|| "a number from 0 to 1 is needed".to_owned())
}
