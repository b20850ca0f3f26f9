//! Keeping files: saved whole or not at all, and unsaved work that outlives whatever ends the program.
//!
//! Everything happens in temporary folders. What needs more than an ordinary user may do, such as mounting a tiny disk,
//! is passed over with a printed line where it is not permitted.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod disk;
mod injected;
#[cfg(unix)]
mod killed;
#[cfg(unix)]
mod nobody;
mod recovery;
mod sentences;
#[cfg(target_os = "linux")]
mod small_disk;

use std::path::{Path, PathBuf};

/// What is in a folder, hidden files included, by name.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// An empty folder, and a file in it with these bytes.
fn with_file(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.ron");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

/// This executable once more, to run one ignored test that does what the variable says and tells what it did.
fn again(test: &str) -> std::process::Command {
    let mut command = std::process::Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", test, "--ignored", "--nocapture", "--test-threads=1"]);
    command
}
