//! `resolve`: what a play comes to, with its reasons.

mod human;
mod json;

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::failure::{Exit, Failure};
use super::provenance::provenance;
use super::source::{self, Complain};
use super::{Console, situation};
pub(super) use json::why;

const EXAMPLES: &str = "\
Examples:
  downfield resolve exemplar
  downfield resolve exemplar --times 10
  downfield resolve exemplar --start services=30,skills=25 --uses 3
  downfield resolve exemplar --without starting-point waterfall
  downfield resolve exemplar --set service-team.strength=4 --format json

Yards, strengths and shares are judgements, not measurement.";

/// What `resolve` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// A play: its path, its name if it is in plays/ here or built in, or - for standard input
    play: PathBuf,
    #[command(flatten)]
    situation: situation::Changes,
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
    let loaded = source::load(&options.play, complain, console)?;
    let situation = options.situation.set_up(&loaded, console)?;
    let runs = situation.runs();
    console.print(&match options.format {
        Format::Human => human::text(&situation, &runs, options.precise),
        Format::Json => json::text(&situation, &runs, provenance(&loaded.bytes, &loaded.model)),
    })?;
    Ok(Exit::Fine)
}
