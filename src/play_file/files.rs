//! The one way to the file system, so that everything else can be tried without it.

use std::io;
use std::path::{Path, PathBuf};

/// Reading files and folders.
pub trait Files {
    /// The bytes of a file.
    ///
    /// # Errors
    /// Whatever keeps it from being read.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;

    /// What is in a folder, sorted by name; full paths.
    ///
    /// # Errors
    /// Whatever keeps it from being listed.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;

    /// Whether the path is a folder.
    fn is_folder(&self, path: &Path) -> bool;

    /// Whether the path is a file.
    fn is_file(&self, path: &Path) -> bool;
}

/// The real file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct OnDisk;

impl Files for OnDisk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut paths =
            std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
        paths.sort();
        Ok(paths)
    }

    fn is_folder(&self, path: &Path) -> bool {
        path.is_dir()
    }

    fn is_file(&self, path: &Path) -> bool {
        path.is_file()
    }
}
