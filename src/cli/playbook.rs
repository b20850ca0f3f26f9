//! `playbook export`: the built-in playbook as files, to start one's own.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use super::failure::{Exit, Failure};
use super::outfile::Outfile;
use super::{Console, report};
use crate::keeping::{Disk as _, OnDisk};
use crate::play_file::Playbook;

/// What `playbook` is asked.
#[derive(Debug, Args)]
pub(super) struct Options {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the built-in plays, plans and operating models into a folder
    #[command(after_help = "Example:\n  downfield playbook export plays")]
    Export {
        /// The folder; it is made if it is not there
        #[arg(value_name = "DIR")]
        folder: PathBuf,
        /// Replace files that are there already
        #[arg(long)]
        force: bool,
    },
}

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    let Command::Export { folder, force } = &options.command;
    let entries = &Playbook::built_in().entries;
    // All or none: a name that is taken is found before anything is written.
    for entry in entries {
        Outfile::new(&folder.join(&entry.path), *force)?;
    }
    for entry in entries {
        let path = folder.join(&entry.path);
        let parent = path.parent().unwrap_or(Path::new("."));
        OnDisk.make_folder(parent).map_err(|error| Failure::file(parent, "made", &error))?;
        Outfile::new(&path, *force)?.write(entry.text.as_bytes(), console)?;
    }
    console.note(&format!("{} written to {}", report::count(entries.len(), "file"), folder.display()));
    Ok(Exit::Fine)
}
