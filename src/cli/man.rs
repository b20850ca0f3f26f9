//! `completions` and `man`: for packagers.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::failure::{Exit, Failure};
use super::{Cli, Console, names};

/// What `completions` is asked.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  downfield completions bash > downfield.bash")]
pub(super) struct CompletionsOptions {
    /// The shell
    shell: Shell,
}

/// What `man` is asked.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  downfield man > downfield.1\n  downfield man render > downfield-render.1"
)]
pub(super) struct Options {
    /// A command, for its own page
    command: Option<String>,
}

pub(super) fn completions(options: &CompletionsOptions, console: Console) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, &mut Cli::command(), "downfield", &mut script);
    console.print_bytes(&script)?;
    Ok(Exit::Fine)
}

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    let mut program = Cli::command();
    program.build();
    let page = match &options.command {
        None => program,
        Some(name) => {
            let known = || program.get_subcommands().map(clap::Command::get_name);
            let page = program.find_subcommand(name).ok_or_else(|| {
                Failure::with_help(
                    format!("there is no command `{name}`"),
                    names::did_you_mean(name, known()),
                )
            })?;
            page.clone().version(env!("CARGO_PKG_VERSION"))
        }
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page)
        .source(concat!("downfield ", env!("CARGO_PKG_VERSION")))
        .manual("Downfield")
        .render(&mut text)
        .map_err(|error| Failure::unusable(format!("the manual page cannot be written: {error}")))?;
    console.print_bytes(&text)?;
    Ok(Exit::Fine)
}
