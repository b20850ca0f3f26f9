//! `present`: the app, before a room.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Console;
use super::failure::{Exit, Failure};
use super::source::AnyFile;
use crate::play_file::Document;

const EXAMPLES: &str = "\
Examples:
  downfield present first-workshop                        the show that comes with the program
  downfield present plays/shows/ours.ron --minutes 90     a show of one's own
  downfield present exemplar balanced-build               a play, then a plan
  downfield present exemplar --window                     not full screen, to try it

Keys: Space, PageDown and clickers go on, PageUp back, ? lists all of them, Esc ends.";

/// What `present` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// A show, or plays and plans one after the other: paths, or names of what is in plays/ here or built in
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// Stay in a window
    #[arg(long)]
    window: bool,
    /// How long it is meant to take; the presenter's clock counts down from it
    #[arg(long, value_name = "MINUTES", value_parser = minutes)]
    minutes: Option<f64>,
    /// The step to begin at, from 1
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    step: Option<u32>,
}

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    // What cannot be presented is said here, before a screen is filled.
    let mut paths = Vec::new();
    for path in &options.paths {
        let file = AnyFile::to_present(path)?;
        match &file.document {
            None => return Err(file.rejected(console)),
            Some(Document::Show(_)) if options.paths.len() > 1 => {
                let help = "name it as an item of the show, or present plays and plans without one";
                let message = format!("`{}` is a show, and stands by itself", file.file());
                return Err(Failure::with_help(message, Some(help.to_owned())));
            }
            Some(Document::Show(_) | Document::Play(_) | Document::GamePlan(_)) => {}
            Some(_) => {
                let message = format!("`{}` is nothing that can be presented", file.file());
                let help = "name a show, a play or a plan";
                return Err(Failure::with_help(message, Some(help.to_owned())));
            }
        }
        paths.push(file.on_disk().map_or_else(|| path.clone(), Path::to_path_buf));
    }
    launch(options, paths).map_err(|why| {
        let help =
            "`downfield render` makes a handout (.pdf) or a page for a browser (.html) without a display";
        Failure::with_help(why, Some(help.to_owned()))
    })?;
    Ok(Exit::Fine)
}

#[cfg(feature = "app")]
fn launch(options: &Options, paths: Vec<PathBuf>) -> Result<(), String> {
    let present = crate::app::PresentOptions {
        paths,
        in_window: options.window,
        minutes: options.minutes,
        step: options.step.map(|step| step as usize),
    };
    let options = crate::app::LaunchOptions { path: None, present: Some(present) };
    crate::app::run(&options).map_err(|error| error.to_string())
}

#[cfg(not(feature = "app"))]
fn launch(_options: &Options, _paths: Vec<PathBuf>) -> Result<(), String> {
    Err("This downfield was built without its app: build it with the feature `app` to present".to_owned())
}

fn minutes(text: &str) -> Result<f64, String> {
    let minutes = text.parse::<f64>().ok().filter(|minutes| *minutes > 0.0 && *minutes <= 1440.0);
    minutes.ok_or_else(|| "write minutes, above 0 to 1440".to_owned())
}
