//! Writing files: whole or not at all, and none that is there already unless that was asked for.

use std::path::{Path, PathBuf};

use super::Console;
use super::failure::Failure;
use super::source::STREAM;
use crate::keeping::{Disk as _, OnDisk};

/// Where a result is written.
pub(super) struct Outfile {
    /// The file; `None` for standard output.
    path: Option<PathBuf>,
}

impl Outfile {
    /// Decides where to write before any work is done.
    pub(super) fn new(path: &Path, force: bool) -> Result<Self, Failure> {
        if path == Path::new(STREAM) {
            return Ok(Self { path: None });
        }
        if path.is_dir() {
            return Err(Failure::unusable(format!("`{}` is a folder; name a file in it", path.display())));
        }
        if !force && path.symlink_metadata().is_ok() {
            return Err(Failure::with_help(
                format!("`{}` is there already", path.display()),
                Some("name another file, or replace it with --force".to_owned()),
            ));
        }
        Ok(Self { path: Some(path.to_path_buf()) })
    }

    /// Says that its folder is not there before any work is done, where that is not to be made.
    pub(super) fn in_a_folder(self) -> Result<Self, Failure> {
        let parent =
            self.path.as_deref().and_then(Path::parent).filter(|parent| !parent.as_os_str().is_empty());
        match parent {
            Some(parent) if !parent.is_dir() => Err(Failure::with_help(
                format!("there is no folder `{}` to write in", parent.display()),
                Some("make it first, or name a file in a folder that is there".to_owned()),
            )),
            _ => Ok(self),
        }
    }

    /// Writes the bytes; a reader sees all of them or what was there before.
    pub(super) fn write(&self, bytes: &[u8], console: Console) -> Result<(), Failure> {
        match &self.path {
            None => console.print_bytes(bytes),
            Some(path) => OnDisk.replace(path, bytes).map_err(|error| Failure::file(path, "written", &error)),
        }
    }
}
