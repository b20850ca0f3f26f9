//! Saving: looking before writing, and a sentence where it cannot be done.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::Disk;
use super::disk::folder_of;
use super::words::{Words, in_words};
use crate::play_file::MAX_BYTES;

/// What must be at a path for a save to go ahead. What is to be saved is as welcome, since nothing is lost then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected<'a> {
    /// No file.
    Nothing,
    /// A file of just these bytes, as it was last read or saved.
    Bytes(&'a [u8]),
    /// A file or none: whatever is there is replaced.
    Anything,
}

/// Why nothing was saved: a sentence for people, with what to do.
#[derive(Debug, Error)]
pub enum SaveError {
    /// The file holds something else than was expected.
    #[error(
        "{path} was changed by another program since it was last read. Nothing was saved and your work is still here; \
         save it under another name, or decide which of the two to keep.",
        path = path.display()
    )]
    Changed {
        /// The file.
        path: PathBuf,
        /// What it holds.
        now: Vec<u8>,
    },
    /// Bytes were expected, but there is no file any more.
    #[error(
        "{path} is no longer there: it was moved, renamed or deleted. Your work is still here; save it again to put the \
         file back, or save it under another name.",
        path = path.display()
    )]
    Gone {
        /// Where the file was.
        path: PathBuf,
    },
    /// No file was expected.
    #[error(
        "{path} is there already. Nothing was saved and your work is still here; save it under another name, or replace \
         that file on purpose.",
        path = path.display()
    )]
    Exists {
        /// The file.
        path: PathBuf,
        /// What it holds.
        now: Vec<u8>,
    },
    /// The file could not be opened again.
    #[error(
        "{path} would have {bytes} bytes, and a file of more than {MAX_BYTES} cannot be opened again. Nothing was saved \
         and your work is still here; shorten it, or split it into several files.",
        path = path.display()
    )]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// How many it would have.
        bytes: usize,
    },
    /// It cannot be written, or not be looked at before.
    #[error("{}", failed(path, why))]
    Failed {
        /// The file.
        path: PathBuf,
        /// What the disk says.
        #[source]
        why: io::Error,
    },
}

fn failed(path: &Path, why: &io::Error) -> String {
    let Words { why, cure } = in_words(why);
    format!("{} cannot be saved: {why}. Your work is still here; {cure}.", path.display())
}

/// Saves `bytes` at `path`, whole or not at all; makes the folder if it is missing.
///
/// Between looking at the file and replacing it there is a moment in which another program can change it unseen: no
/// system offers both in one step.
///
/// # Errors
/// If there is something else than expected, or if it cannot be written. The file is then as it was.
pub fn save(disk: &dyn Disk, path: &Path, expected: Expected<'_>, bytes: &[u8]) -> Result<(), SaveError> {
    let failed = |why| SaveError::Failed { path: path.to_path_buf(), why };
    if bytes.len() > MAX_BYTES {
        return Err(SaveError::TooLarge { path: path.to_path_buf(), bytes: bytes.len() });
    }
    let now = match expected {
        Expected::Anything => None,
        Expected::Nothing | Expected::Bytes(_) => match disk.read(path) {
            Ok(now) => Some(now),
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => return Err(failed(error)),
        },
    };
    match (expected, now) {
        (Expected::Bytes(_), None) => return Err(SaveError::Gone { path: path.to_path_buf() }),
        (Expected::Bytes(before), Some(now)) if now != before && now != bytes => {
            return Err(SaveError::Changed { path: path.to_path_buf(), now });
        }
        (Expected::Nothing, Some(now)) if now != bytes => {
            return Err(SaveError::Exists { path: path.to_path_buf(), now });
        }
        _ => {}
    }
    let folder = folder_of(path);
    if !disk.is_folder(folder) {
        disk.make_folder(folder).map_err(failed)?;
    }
    disk.replace(path, bytes).map_err(failed)
}
