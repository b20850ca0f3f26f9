//! One file of a playbook, and reading files in the order of what names what.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::found::Found;
use super::near::Near;
use crate::model::{GamePlan, OperatingModel, Play, Show};
use crate::play_file::read::read;
use crate::play_file::{Code, Document, DocumentKind, Problem};

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
    /// Its text, a byte-order mark included, so that spans fit it; what is not UTF-8 is replaced, and spans before it fit.
    pub text: Arc<str>,
    /// The document, if it has no errors.
    pub document: Option<Document>,
    /// Everything wrong with it.
    pub problems: Vec<Problem>,
    /// Whether it is one of those built into the program.
    pub built_in: bool,
    /// Whether it is packed in a file with others.
    pub packed: bool,
    /// What is wrong with it by itself, without the rest of its folder.
    pub(super) alone: Vec<Problem>,
}

impl Entry {
    /// The play, if it is one without errors.
    #[must_use]
    pub fn play(&self) -> Option<&Arc<Play>> {
        match &self.document {
            Some(Document::Play(play)) => Some(play),
            _ => None,
        }
    }

    /// The game plan, if it is one without errors.
    #[must_use]
    pub fn game_plan(&self) -> Option<&Arc<GamePlan>> {
        match &self.document {
            Some(Document::GamePlan(plan)) => Some(plan),
            _ => None,
        }
    }

    /// The operating model, if it is one without errors.
    #[must_use]
    pub fn operating_model(&self) -> Option<&Arc<OperatingModel>> {
        match &self.document {
            Some(Document::OperatingModel(model)) => Some(model),
            _ => None,
        }
    }

    /// The show, if it is one without errors.
    #[must_use]
    pub fn show(&self) -> Option<&Arc<Show>> {
        match &self.document {
            Some(Document::Show(show)) => Some(show),
            _ => None,
        }
    }

    /// Whether it is one of the user's files, changed where it is; of others, copies are changed.
    #[must_use]
    pub const fn is_own(&self) -> bool {
        !self.built_in && !self.packed
    }

    /// What plans and plays call it by, and what it is.
    pub(super) fn is(&self, kind: DocumentKind, stem: &str) -> bool {
        self.kind == Some(kind) && *self.stem == *stem
    }

    /// Whether its text is the file's: what is not UTF-8 was replaced.
    #[must_use]
    pub fn is_text(&self) -> bool {
        !self.problems.iter().any(|problem| problem.code == Code::Encoding)
    }

    /// The folder it sits in.
    pub(super) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }
}

/// Reads files in the order of what names what: models, plays, plans, shows, the rest. Comes back sorted by kind and path.
pub(super) fn read_all(files: Vec<Found>, built_in: bool, packed: &dyn Fn(&Path) -> bool) -> Vec<Entry> {
    let mut entries: Vec<(Entry, Box<[u8]>)> =
        files.into_iter().map(|(path, bytes)| (unread(path, &bytes, built_in), bytes)).collect();
    for (entry, _) in &mut entries {
        entry.packed = packed(&entry.path);
    }
    entries.sort_by(|(a, _), (b, _)| order(a).cmp(&order(b)));
    let (mut entries, bytes): (Vec<Entry>, Vec<_>) = entries.into_iter().unzip();
    let order = [
        DocumentKind::OperatingModel,
        DocumentKind::Play,
        DocumentKind::GamePlan,
        DocumentKind::Show,
        DocumentKind::WorkshopRecord,
        DocumentKind::Ink,
    ];
    for kind in order.map(Some).into_iter().chain([None]) {
        for index in 0..entries.len() {
            let (Some(entry), Some(bytes)) = (entries.get(index), bytes.get(index)) else { continue };
            if entry.kind != kind {
                continue;
            }
            let near = Near { entries: &entries, around: &[], folder: entry.folder(), built_in: !built_in };
            let reading = read(bytes, &entry.file, None, &near);
            if let Some(entry) = entries.get_mut(index) {
                entry.document = reading.document;
                entry.alone.clone_from(&reading.problems);
                entry.problems = reading.problems;
            }
        }
    }
    entries
}

/// By kind and path.
fn order(entry: &Entry) -> (usize, &Path) {
    (entry.kind.map_or(DocumentKind::ALL.len(), |kind| kind as usize), &entry.path)
}

pub(super) fn sort(entries: &mut [Entry]) {
    entries.sort_by(|a, b| order(a).cmp(&order(b)));
}

pub(super) fn unread(path: PathBuf, bytes: &[u8], built_in: bool) -> Entry {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let text: Arc<str> = String::from_utf8_lossy(bytes).into();
    Entry {
        stem: stem.into(),
        file: path.display().to_string().into(),
        kind: kind_of(bytes),
        path,
        text,
        document: None,
        problems: Vec::new(),
        alone: Vec::new(),
        built_in,
        packed: false,
    }
}

pub(super) fn kind_of(bytes: &[u8]) -> Option<DocumentKind> {
    DocumentKind::of_text(&String::from_utf8_lossy(bytes))
}
