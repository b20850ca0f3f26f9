//! `check`: everything wrong with files and folders.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::Console;
use super::failure::{Exit, Failure};
use super::report::{self, Checked};
use super::source::{STREAM, Source, on_disk};
use crate::play_file::{Entry, Files, Playbook};

const EXAMPLES: &str = "\
Examples:
  downfield check plays
  downfield check plays/exemplar.ron --format json
  downfield check - < exemplar.ron";

/// What `check` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// Files and folders; - for standard input
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// How problems are printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// How problems are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people, with the lines they are in
    Human,
    /// One object with every problem
    Json,
    /// Workflow commands that GitHub shows beside the lines
    Github,
}

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    let mut files = Vec::new();
    let mut seen = BTreeSet::new();
    let mut exit = Exit::Fine;
    for path in &options.paths {
        // What cannot be read does not keep the others from being looked at.
        let (read, failures) = match read(path, &mut seen) {
            Ok(read) => read,
            Err(failure) => (Vec::new(), vec![failure]),
        };
        files.extend(read);
        for failure in failures {
            exit = exit.max(failure.report(console));
        }
    }
    // Where nothing could be read there is nothing to sum up.
    let brief = console.quiet() || (files.is_empty() && exit != Exit::Fine);
    console.print(&match options.format {
        Format::Human => report::human(&files, brief),
        Format::Json => report::json(&files),
        Format::Github => report::github(&files),
    })?;
    Ok(if report::has_errors(&files) { exit.max(Exit::Wrong) } else { exit })
}

/// The files a path names, without those `seen` before, and why others cannot be read.
fn read(path: &Path, seen: &mut BTreeSet<PathBuf>) -> Result<(Vec<Checked>, Vec<Failure>), Failure> {
    if path == Path::new(STREAM) {
        let source = Source::stdin()?;
        let problems = source.read(None).problems;
        return Ok((vec![source.checked(problems)], Vec::new()));
    }
    let (entries, failures) = entries(path, seen)?;
    let read = entries.into_iter().map(|entry| Checked { text: entry.text, problems: entry.problems });
    Ok((read.collect(), failures))
}

/// The files that a file's or folder's path names, without those `seen` before, and why others cannot be read.
pub(super) fn entries(
    path: &Path,
    seen: &mut BTreeSet<PathBuf>,
) -> Result<(Vec<Entry>, Vec<Failure>), Failure> {
    let files = on_disk();
    let playbook = Playbook::open(&files, path).map_err(|error| Failure::file(path, "read", &error))?;
    let one = !files.is_folder(path);
    let mut failures: Vec<Failure> =
        playbook.unreadable.iter().map(|file| Failure::file(&file.path, "read", &file.error)).collect();
    if playbook.entries.is_empty() && failures.is_empty() {
        failures.push(Failure::with_help(
            format!("there is no .ron file in `{}`", path.display()),
            Some("plays, plans and operating models end in .ron".to_owned()),
        ));
    }
    let entries = playbook.entries.into_iter().filter(|entry| !entry.built_in);
    let named = entries
        .filter(|entry| !one || same(&entry.path, path))
        .filter(|entry| seen.insert(identity(&entry.path)))
        .collect();
    Ok((named, failures))
}

fn same(a: &Path, b: &Path) -> bool {
    a == b || identity(a) == identity(b)
}

/// One name for a file, however it was reached.
fn identity(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_path_buf())
}
