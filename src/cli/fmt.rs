//! `fmt`: files and folders laid out in the house style.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use super::Console;
use super::check;
use super::failure::{Exit, Failure};
use super::outfile::Outfile;
use super::report::{self, Checked};
use super::source::{STREAM, Source};
use crate::play_file::format::format;
use crate::play_file::{DocumentKind, Files, OnDisk};

const EXAMPLES: &str = "\
The house style: four blanks a level, at most 110 characters a line, lists and records on
one line where they are short and an item a line where they are long. Comments keep their
places and words, groups the blank line between them, fields their order, numbers and texts
the way they are written, lines the ends they have. What stands broken, its first item on a
line of its own, stays broken. What a file says never changes. A file that is not RON, or
nothing of ours, is left alone, and what is wrong with it is printed as `check` does.

Examples:
  downfield fmt plays
  downfield fmt plays/ours.ron --check
  downfield fmt - < ours.ron

Exit status: 0 fine, 1 a file that cannot be laid out (or, with --check, one that would
change), 2 bad usage or a file that cannot be read or written.";

/// What `fmt` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// Files and folders; - lays standard input out on standard output
    #[arg(required = true)]
    paths: Vec<PathBuf>,
    /// Change nothing; list the files that would change, and exit with 1 if there are any
    #[arg(long)]
    check: bool,
}

/// A file that is to be laid out.
struct File {
    /// Where it is; nothing for standard input.
    path: Option<PathBuf>,
    /// How it is named.
    shown: Arc<str>,
    bytes: Vec<u8>,
    /// As `check` has it.
    checked: Checked,
}

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    let mut exit = Exit::Fine;
    let mut seen = BTreeSet::new();
    let (mut count, mut changed, mut streams) = (0, 0, false);
    for path in &options.paths {
        streams |= path == Path::new(STREAM);
        // What cannot be read or written does not keep the others from being laid out.
        let (files, failures) = read(path, &mut seen).unwrap_or_else(|failure| (Vec::new(), vec![failure]));
        for failure in failures {
            exit = exit.max(failure.report(console));
        }
        for file in files {
            count += 1;
            match lay_out(file, options.check, console) {
                Ok(same) => {
                    changed += usize::from(!same);
                    exit = exit.max(if same || !options.check { Exit::Fine } else { Exit::Wrong });
                }
                Err(Failure::BrokenPipe) => return Err(Failure::BrokenPipe),
                Err(failure) => exit = exit.max(failure.report(console)),
            }
        }
    }
    if count > 0 && !streams {
        let would = if options.check { " would be" } else { "" };
        console.note(&format!("{changed} of {}{would} laid out anew", report::count(count, "file")));
    }
    Ok(exit)
}

/// Lays one file out, or says that it would; whether it was as it should be.
fn lay_out(file: File, check: bool, console: Console) -> Result<bool, Failure> {
    // What is not text, not RON or not ours is not touched.
    let text = std::str::from_utf8(&file.bytes).ok().filter(|text| DocumentKind::of_text(text).is_some());
    let Some((text, laid_out)) = text.and_then(|text| Some((text, format(text).ok()?))) else {
        console.explain(&report::human(&[file.checked], true));
        return Err(Failure::Reported(Exit::Wrong));
    };
    let same = text == laid_out;
    match &file.path {
        _ if check && same => {}
        _ if check => console.print(&format!("{}\n", file.shown))?,
        None => console.print_bytes(laid_out.as_bytes())?,
        Some(_) if same => {}
        Some(path) => Outfile::new(path, true)?.write(laid_out.as_bytes(), console)?,
    }
    Ok(same)
}

/// The files a path names, without those `seen` before, and why others cannot be read.
fn read(path: &Path, seen: &mut BTreeSet<PathBuf>) -> Result<(Vec<File>, Vec<Failure>), Failure> {
    if path == Path::new(STREAM) {
        let source = Source::stdin()?;
        let checked = source.checked(source.read(None).problems);
        let Source { file: shown, bytes, .. } = source;
        return Ok((vec![File { path: None, shown, bytes, checked }], Vec::new()));
    }
    let (entries, mut failures) = check::entries(path, seen)?;
    let mut files = Vec::new();
    for entry in entries {
        if entry.packed {
            failures.push(Failure::with_help(
                format!("`{}` is in a web page, where files stay as they are", entry.path.display()),
                Some("lay out the file it was made of, and make the page anew".to_owned()),
            ));
            continue;
        }
        let checked = Checked { text: entry.text, problems: entry.problems };
        match OnDisk.read(&entry.path) {
            Ok(bytes) => files.push(File { shown: entry.file, path: Some(entry.path), bytes, checked }),
            Err(error) => failures.push(Failure::file(&entry.path, "read", &error)),
        }
    }
    Ok((files, failures))
}
