//! Finds and reads a file of any kind: plays, game plans and operating models alike.
//!
//! A path comes in, or a name as other files would write it; a document without errors comes out, or what is wrong with
//! the file. What to do with a document is its command's.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{PLAYS, STREAM, Source, names, stem_of};
use crate::cli::failure::Failure;
use crate::cli::report::Checked;
use crate::model::{ModelId, OperatingModel, Play, PlayId};
use crate::play_file::{Document, Files, Lookup, OnDisk, Playbook, Reading};

/// Where plays, game plans and operating models are looked for by name.
const FOLDERS: [&str; 3] = ["", "plans", "models"];

/// A file of any kind, read.
pub(in crate::cli) struct AnyFile {
    source: Source,
    /// What it says, if it has no errors.
    pub(in crate::cli) document: Option<Document>,
    /// What is wrong with it.
    pub(in crate::cli) checked: Checked,
}

impl AnyFile {
    /// Finds and reads standard input, a file, or a play, game plan or operating model named without its path.
    pub(in crate::cli) fn open(name: &Path) -> Result<Self, Failure> {
        let source = find(name)?;
        let Reading { document, problems } = source.read(None);
        let checked = source.checked(problems);
        Ok(Self { source, document, checked })
    }

    /// How problems name it.
    pub(in crate::cli) fn file(&self) -> &str {
        &self.source.file
    }

    /// The operating model of a name in it.
    pub(in crate::cli) fn model(&self, id: &ModelId) -> Option<Arc<OperatingModel>> {
        self.source.playbook.near(&self.source.path).model(id)
    }

    /// The play of a name in it.
    pub(in crate::cli) fn play(&self, id: &PlayId) -> Option<Arc<Play>> {
        self.source.playbook.near(&self.source.path).play(id)
    }
}

fn find(name: &Path) -> Result<Source, Failure> {
    if name == Path::new(STREAM) {
        return Source::stdin();
    }
    if OnDisk.is_file(name) {
        return Source::file(&OnDisk, name);
    }
    if let Some(here) = here(name) {
        return Source::file(&OnDisk, &here);
    }
    match Playbook::built_in().find(&name.to_string_lossy()) {
        Some(entry) => Source::of(entry),
        None => Err(unknown(name)),
    }
}

/// The file named by one word in the folder here, or in those for plans and models there.
fn here(name: &Path) -> Option<PathBuf> {
    let mut paths =
        FOLDERS.iter().map(|folder| Path::new(PLAYS).join(folder).join(format!("{}.ron", name.display())));
    if name.components().count() == 1 { paths.find(|path| OnDisk.is_file(path)) } else { None }
}

fn unknown(name: &Path) -> Failure {
    let shown = name.display();
    if OnDisk.is_folder(name) {
        return Failure::unusable(format!("`{shown}` is a folder; name one file"));
    }
    let here =
        FOLDERS.iter().flat_map(|folder| OnDisk.list(&Path::new(PLAYS).join(folder)).unwrap_or_default());
    let here = here.filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
    let mut known: Vec<String> = here.filter_map(|path| stem_of(&path)).collect();
    known.extend(Playbook::built_in().entries.iter().map(|entry| entry.stem.to_string()));
    known.sort();
    known.dedup();
    let wanted = stem_of(name).unwrap_or_default();
    Failure::with_help(
        format!("there is no file, play, game plan or operating model `{shown}`"),
        names::did_you_mean(&wanted, known.iter().map(String::as_str)),
    )
}
