//! A playbook: the plays, plans and operating models of a folder, or the one built in.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::read::Lookup;
use super::{Document, DocumentKind, Files, Problem};
use crate::model::{ModelId, OperatingModel, Play, PlayId};

/// One file of a playbook.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The file's stem, which is how other files name it.
    pub stem: Arc<str>,
    /// Where it is; for a built-in file, its path inside the playbook.
    pub path: PathBuf,
    /// How problems name it.
    pub file: Arc<str>,
    /// What it is, as far as its folder or text tells.
    pub kind: Option<DocumentKind>,
    /// Its text, if it is UTF-8.
    pub text: Arc<str>,
    /// The document, if it has no errors.
    pub document: Option<Document>,
    /// Everything wrong with it.
    pub problems: Vec<Problem>,
    /// Whether it is one of those built into the program.
    pub built_in: bool,
}

/// Plays, plans and operating models that belong together. Names not found in the folder are looked up among the
/// built-in ones.
#[derive(Clone, Debug, Default)]
pub struct Playbook {
    /// The files, sorted by kind and path.
    pub entries: Vec<Entry>,
}

impl Playbook {
    /// The playbook built into the program.
    #[must_use]
    pub fn built_in() -> &'static Self {
        todo!()
    }

    /// Reads a folder (and its subfolders) or a single file with the playbook it sits in.
    ///
    /// # Errors
    /// If the path cannot be read or listed; problems *in* files are in their entries.
    pub fn open(files: &dyn Files, path: &Path) -> std::io::Result<Self> {
        let _ = (files, path);
        todo!()
    }

    /// Every problem of every file, those across files included.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.entries.iter().flat_map(|entry| &entry.problems)
    }
}

impl Lookup for Playbook {
    fn model(&self, id: &ModelId) -> Option<Arc<OperatingModel>> {
        let _ = id;
        todo!()
    }

    fn play(&self, id: &PlayId) -> Option<Arc<Play>> {
        let _ = id;
        todo!()
    }

    fn names(&self) -> (Vec<ModelId>, Vec<PlayId>) {
        todo!()
    }
}
