//! `show`: a play as text.

use std::path::PathBuf;

use clap::Args;

use super::failure::{Exit, Failure};
use super::source::{self, Complain};
use super::{Console, console, situation};
use crate::model::Phase;
use crate::picture::{Charset, chalkboard};
use crate::rules::{Lineup, Run};
use crate::timeline::Timeline;

/// How wide text is when no terminal says.
const COLUMNS: usize = 100;

const EXAMPLES: &str = "\
Examples:
  downfield show exemplar
  downfield show plays/ours.ron --times 4
  downfield show exemplar --start 30 --ascii --columns 72";

/// What `show` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// A play: its path, its name if it is in plays/ here or built in, or - for standard input
    play: PathBuf,
    #[command(flatten)]
    situation: situation::Changes,
    /// How wide the text may be; default: the terminal's width, else 100
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(40..=500))]
    columns: Option<u16>,
    /// Plain ASCII, without lines and blocks
    #[arg(long)]
    ascii: bool,
}

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    let loaded = source::load(&options.play, Complain::Human, console)?;
    let situation = options.situation.set_up(&loaded, console)?;
    let charset = if options.ascii { Charset::Ascii } else { Charset::Unicode };
    console.print(&text(&situation.lineup, &situation.runs(), options.columns.map(usize::from), charset))?;
    Ok(Exit::Fine)
}

/// A play's read-out as text.
pub(super) fn text(lineup: &Lineup, runs: &[Run], columns: Option<usize>, charset: Charset) -> String {
    let columns = columns.or_else(console::terminal_columns).unwrap_or(COLUMNS);
    let timeline = Timeline::new(lineup, runs);
    let frame = timeline.frame(timeline.still_of(Phase::ReadOut));
    let mut text = chalkboard(&frame, columns, charset);
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}
