//! What can be typed: the commands and the options they share. What an option means is its command's.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::{
    advise, check, compare, diff, fmt, man, new, playbook, present, render, resolve, show, simulate,
};

const LONG_ABOUT: &str = "\
Downfield draws an organisation's operating model as an American-football field,
runs plays (tactics) on it, and shows what a tactic gains and what it leaves open.

Each lane of the field is a channel of the operating model, such as skills or
governance, from today (0 yards) to the goal (100). A play says who moves forward,
what holds them back, and which assumptions that rests on. Its numbers are
judgements, not measurement; the product is there to argue about them.

A play is a text file. Name one by its path, or by its name alone if it is in
plays/ here or built in; `exemplar` is a good one to start with.";

const EXAMPLES: &str = "\
Examples:
  downfield show exemplar                      the built-in play as text
  downfield resolve exemplar --times 4         run it four times, with reasons
  downfield simulate balanced-build            a whole game plan, with chance
  downfield render exemplar -o exemplar.png    a picture of it
  downfield new plays/ours.ron --from exemplar start a play of one's own
  downfield check plays                        everything wrong in a folder

Exit status: 0 fine, 1 an error in a file (or a difference, for diff), 2 bad usage or an
unreadable file, 130 stopped by Ctrl+C.";

/// An operating model as a field, and plays to run on it.
#[derive(Debug, Parser)]
#[command(
    name = "downfield",
    version,
    about = "Draws an operating model as a field, runs plays on it, and shows what they gain and leave open",
    long_about = LONG_ABOUT,
    after_help = EXAMPLES,
    subcommand_help_heading = "Commands"
)]
pub struct Cli {
    /// A play, a plan or a playbook folder to open; default: plays/ here, else the built-in playbook
    pub(super) path: Option<PathBuf>,
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

/// Options of every command.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Global {
    /// Print results and errors only: no progress, notes or summaries
    #[arg(long, short, global = true, help_heading = "Everywhere")]
    pub(super) quiet: bool,
    /// When to use colour; `NO_COLOR` is obeyed too
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Everywhere")]
    pub(super) color: ColorWhen,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorWhen {
    /// On a terminal
    #[default]
    Auto,
    /// Into pipes and files too
    Always,
    /// Not at all
    Never,
}

/// What can be done.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Read files and folders; print every problem with its place and cure
    Check(check::Options),
    /// Lay files out in the house style; comments are kept
    Fmt(fmt::Options),
    /// Draw a play as text, with what it came to
    Show(show::Options),
    /// Run a play and print what it came to, with the reasons
    Resolve(resolve::Options),
    /// Run a game plan: what is expected of it, and how likely what is
    Simulate(simulate::Options),
    /// Set game plans or plays side by side, on the same luck
    Compare(compare::Options),
    /// Every play of a playbook as the next call, ranked, with what speaks for and against it
    Advise(advise::Options),
    /// Present a show, plays or plans to a room, step by step
    Present(present::Options),
    /// Draw a play as a picture or an animation, or a show as a handout or a web page
    Render(render::Options),
    /// Say what differs between two plays, game plans or operating models
    Diff(diff::Options),
    /// Start a play of one's own from another
    New(new::Options),
    /// Work with the built-in playbook
    Playbook(playbook::Options),
    /// Print a completion script for a shell
    Completions(man::CompletionsOptions),
    /// Print the manual page
    Man(man::Options),
}
