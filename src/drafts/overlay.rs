//! The files as they would be if every unsaved text were on disk.

use std::io;
use std::path::{Path, PathBuf};

use super::Drafts;
use crate::play_file::Files;

/// Files with unsaved texts laid over them.
pub struct Overlay<'a> {
    /// What is on disk.
    pub files: &'a dyn Files,
    /// What is laid over it.
    pub drafts: &'a Drafts,
}

impl Files for Overlay<'_> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match self.drafts.get(path) {
            Some(draft) => Ok(draft.text.as_bytes().to_vec()),
            None => self.files.read(path),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let ours = self.drafts.all().map(|(path, _)| path);
        // A folder of which only unsaved files are known is there all the same, and so is the one it will be in.
        let mut inside: Vec<PathBuf> = ours
            .filter_map(|path| path.strip_prefix(folder).ok())
            .filter_map(|rest| rest.components().next())
            .map(|first| folder.join(first))
            .collect();
        match self.files.list(folder) {
            Ok(listed) => inside.extend(listed),
            Err(error) if inside.is_empty() => return Err(error),
            Err(_) => {}
        }
        inside.sort();
        inside.dedup();
        Ok(inside)
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.files.is_folder(path)
            || self.drafts.all().any(|(file, _)| file != path && file.starts_with(path))
    }

    fn is_file(&self, path: &Path) -> bool {
        self.drafts.get(path).is_some() || self.files.is_file(path)
    }

    fn is_packed(&self, path: &Path) -> bool {
        self.files.is_packed(path)
    }

    fn size(&self, path: &Path) -> Option<u64> {
        if self.drafts.get(path).is_some() { None } else { self.files.size(path) }
    }

    fn name(&self, folder: &Path) -> Option<String> {
        self.files.name(folder)
    }
}
