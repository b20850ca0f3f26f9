//! The one way to the file system, so that everything else can be tried without it.

use std::io;
use std::path::{Component, Path, PathBuf};

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

    /// Whether the path leads into a file that holds others: what is there is read, never written.
    fn is_packed(&self, _path: &Path) -> bool {
        false
    }

    /// How many bytes a file has, where that is known before it is read.
    fn size(&self, _path: &Path) -> Option<u64> {
        None
    }

    /// What a folder is called, also where its path does not end in that: `.`, `..`, or no path at all.
    fn name(&self, folder: &Path) -> Option<String> {
        folder.file_name().map(|name| name.to_string_lossy().into_owned())
    }
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

    fn size(&self, path: &Path) -> Option<u64> {
        std::fs::metadata(path).ok().map(|metadata| metadata.len())
    }

    fn name(&self, folder: &Path) -> Option<String> {
        let written = folder.file_name().map(std::ffi::OsStr::to_owned);
        let name = written.or_else(|| here(folder).canonicalize().ok()?.file_name().map(Into::into))?;
        Some(name.to_string_lossy().into_owned())
    }
}

/// A folder as the system takes it: an empty path is the one the program was started in.
pub(crate) fn here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

/// The folder above one where files may stand that belong with it: what is packed knows nothing outside it.
pub(super) fn above_in(files: &dyn Files, folder: &Path) -> Option<PathBuf> {
    above(folder).filter(|above| files.is_packed(folder) == files.is_packed(above))
}

/// The folder above one, as it is written: relative where that is.
pub(super) fn above(folder: &Path) -> Option<PathBuf> {
    match folder.components().next_back() {
        Some(Component::Normal(_)) => folder.parent().map(Path::to_path_buf),
        None | Some(Component::CurDir) => Some("..".into()),
        Some(Component::ParentDir) => Some(folder.join("..")),
        Some(Component::RootDir | Component::Prefix(_)) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::above;

    #[test]
    fn above_a_folder_is_its_parent_however_it_is_written() {
        let cases = [
            ("a/b", "a"),
            ("a", ""),
            ("", ".."),
            (".", ".."),
            ("..", "../.."),
            ("a/..", "a/../.."),
            ("/a", "/"),
        ];
        for (folder, parent) in cases {
            assert_eq!(above(Path::new(folder)).as_deref(), Some(Path::new(parent)), "{folder}");
        }
        assert_eq!(above(Path::new("/")), None);
    }
}
