//! The command line: one file a command; thin over the layers to its left.
//!
//! Arguments come in; results go to standard output, progress and problems to standard error, and an `Exit` says how
//! it went. Finding a play or a plan is `source`'s, setting the field before it `situation`'s, showing
//! problems `report`'s, running trials `luck`'s. Nothing here knows the rules of the game or how a field is drawn.

mod advise;
mod args;
mod check;
mod compare;
mod console;
mod diff;
mod failure;
mod fallback;
mod figures;
mod fmt;
mod luck;
mod man;
mod names;
mod new;
mod outfile;
mod playbook;
mod present;
mod provenance;
mod render;
mod report;
mod resolve;
mod show;
mod simulate;
mod situation;
mod source;
mod table;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

pub use args::Cli;
use args::Command;
use console::Console;
use failure::{Exit, Failure};

/// Runs the program with these arguments, the first of which is its own name.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let mut command = Cli::command().color(console::color_of_help(&arguments));
    let words: Vec<String> =
        arguments.iter().skip(1).map(|argument| argument.to_string_lossy().into_owned()).collect();
    let cli = match command
        .try_get_matches_from_mut(arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches).map_err(|error| error.format(&mut command)))
    {
        Ok(cli) => cli,
        Err(error) => {
            let error = no_such_command(&mut command, &words, &error).unwrap_or(error);
            // Help that nobody reads to the end is no failure.
            let _ = error.print();
            return if error.use_stderr() { Exit::Unusable } else { Exit::Fine }.into();
        }
    };
    let console = Console::new(cli.global);
    run(cli, console).unwrap_or_else(|failure| failure.report(console)).into()
}

/// What is wrong with `chek plays`: the first word is no command, and no path to open stands alone.
fn no_such_command(
    command: &mut clap::Command,
    words: &[String],
    error: &clap::Error,
) -> Option<clap::Error> {
    if !matches!(error.kind(), ErrorKind::InvalidSubcommand | ErrorKind::UnknownArgument) {
        return None;
    }
    let word = words.iter().find(|word| !word.starts_with('-'))?;
    if command.find_subcommand(word).is_some() || std::path::Path::new(word).exists() {
        return None;
    }
    let known: Vec<&str> = command.get_subcommands().map(clap::Command::get_name).collect();
    let help = names::did_you_mean(word, known).unwrap_or_default();
    Some(command.error(ErrorKind::InvalidSubcommand, format!("there is no command `{word}`; {help}")))
}

fn run(cli: Cli, console: Console) -> Result<Exit, Failure> {
    match (cli.command, cli.path) {
        (Some(_), Some(path)) => Err(Failure::unusable(format!(
            "`{}` stands before the command; a command's own paths come after it",
            path.display()
        ))),
        (None, path) => fallback::open(path, console),
        (Some(Command::Check(options)), None) => check::run(&options, console),
        (Some(Command::Fmt(options)), None) => fmt::run(&options, console),
        (Some(Command::Show(options)), None) => show::run(&options, console),
        (Some(Command::Resolve(options)), None) => resolve::run(&options, console),
        (Some(Command::Simulate(options)), None) => simulate::run(&options, console),
        (Some(Command::Compare(options)), None) => compare::run(&options, console),
        (Some(Command::Advise(options)), None) => advise::run(&options, console),
        (Some(Command::Present(options)), None) => present::run(&options, console),
        (Some(Command::Render(options)), None) => render::run(&options, console),
        (Some(Command::Diff(options)), None) => diff::run(&options, console),
        (Some(Command::New(options)), None) => new::run(&options, console),
        (Some(Command::Playbook(options)), None) => playbook::run(&options, console),
        (Some(Command::Completions(options)), None) => man::completions(&options, console),
        (Some(Command::Man(options)), None) => man::run(&options, console),
    }
}
