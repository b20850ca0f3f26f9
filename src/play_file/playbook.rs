//! A playbook: the plays, plans and operating models of a folder, or the one built in.
//!
//! In: a path and [`Files`], or the files built into the program. Out: [`Entry`]s, each read with what stands around
//! it, and the problems that only several files together have. Names are looked up near the file first: in its folder
//! and the one above (operating models also in the `models` folders there), then among the built-in files.

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use super::files::{above, here};
use super::read::{Lookup, read};
use super::{Document, DocumentKind, Files, Problem, across};
use crate::model::{GamePlan, ModelId, OperatingModel, Play, PlayId};

/// The shipped files.
static SHIPPED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/plays");

/// The shipped plays in the order of the story they tell.
const STORY: [&str; 6] = [
    "exemplar",
    "api-strategy",
    "devops-programme",
    "common-components",
    "proactive-outreach",
    "governance-reset",
];

/// Folders deeper than this below the one opened are left alone.
const MAX_DEPTH: usize = 8;

/// More files than this are not read.
const MAX_FILES: usize = 10_000;

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

    /// The folder it sits in.
    fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new(""))
    }
}

/// Plays, plans and operating models that belong together. Names not found in the folder are looked up among the
/// built-in ones.
#[derive(Clone, Debug, Default)]
pub struct Playbook {
    /// The files, sorted by kind and path.
    pub entries: Vec<Entry>,
    /// Files and folders of it that are there and cannot be read.
    pub unreadable: Vec<Unreadable>,
    /// What stands around the folder that was opened: names are looked up here too, but it is no part of the playbook.
    around: Vec<Entry>,
    /// What was opened; nothing for the built-in playbook.
    origin: Option<PathBuf>,
}

/// A file or folder that is there and cannot be read.
#[derive(Clone, Debug)]
pub struct Unreadable {
    /// Where it is.
    pub path: PathBuf,
    /// Why.
    pub error: Arc<io::Error>,
}

impl Playbook {
    /// The playbook built into the program.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Playbook> = LazyLock::new(|| {
            let mut files = Vec::new();
            collect_shipped(&SHIPPED, &mut files);
            Playbook { entries: read_all(files, true), ..Playbook::default() }
        });
        &BUILT_IN
    }

    /// Reads a folder (and its subfolders) or a single file with the playbook it sits in: the `.ron` files of its folder
    /// with those in `models` and `plans` there, and, for a file in such a folder, of the one above. Hidden folders,
    /// folders more than eight deep and files beyond the ten-thousandth are left alone.
    ///
    /// # Errors
    /// If the path cannot be read or listed; problems *in* files are in their entries, and what else cannot be read is
    /// in [`Self::unreadable`].
    pub fn open(files: &dyn Files, path: &Path) -> io::Result<Self> {
        let mut found = Vec::new();
        let mut unreadable = Vec::new();
        let is_folder = files.is_folder(path);
        let folder = if is_folder { path } else { path.parent().unwrap_or(Path::new("")) };
        if is_folder {
            collect(files, files.list(path)?, 0, &mut found, &mut unreadable);
        } else {
            let bytes = files.read(path)?;
            beside(files, folder, &mut found);
            found.retain(|(other, bytes)| other != path && kind_of(bytes).is_some());
            found.push((path.to_path_buf(), bytes.into()));
        }
        let own: BTreeSet<PathBuf> = found.iter().map(|(path, _)| path.clone()).collect();
        if let Some(above) = above(folder) {
            let mut around = Vec::new();
            for folder in [above.join("models"), above] {
                list(files, &folder, &mut around);
            }
            found.extend(
                around.into_iter().filter(|(path, bytes)| !own.contains(path) && kind_of(bytes).is_some()),
            );
        }
        let (mut entries, around) =
            read_all(found, false).into_iter().partition::<Vec<_>, _>(|entry| own.contains(&entry.path));
        if is_folder {
            across::check(&mut entries);
        }
        Ok(Self { entries, unreadable, around, origin: Some(path.to_path_buf()) })
    }

    /// Reads again what was opened, for when a file has changed. On an error everything stays as it was.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn reread(&mut self, files: &dyn Files) -> io::Result<()> {
        if let Some(path) = self.origin.take() {
            let again = Self::open(files, &path);
            self.origin = Some(path);
            *self = again?;
        }
        Ok(())
    }

    /// What was opened: a folder or a file; nothing for the built-in playbook.
    #[must_use]
    pub fn origin(&self) -> Option<&Path> {
        self.origin.as_deref()
    }

    /// Every problem of every file, those across files included.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.entries.iter().flat_map(|entry| &entry.problems)
    }

    /// The file of that stem, plays first, then plans, then models.
    #[must_use]
    pub fn find(&self, stem: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| &*entry.stem == stem)
    }

    /// The file at that path.
    #[must_use]
    pub fn at(&self, path: &Path) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.path == path)
    }

    /// The plays without errors: the shipped ones in the order of the story, the others by title.
    pub fn plays(&self) -> impl Iterator<Item = (&Entry, &Arc<Play>)> {
        let mut plays: Vec<_> =
            self.entries.iter().filter_map(|entry| Some((entry, entry.play()?))).collect();
        plays.sort_by_cached_key(|(entry, play)| {
            let story = STORY.iter().position(|stem| **stem == *entry.stem).unwrap_or(STORY.len());
            (if entry.built_in { story } else { 0 }, play.title.to_lowercase())
        });
        plays.into_iter()
    }

    /// The game plans without errors, by path.
    pub fn game_plans(&self) -> impl Iterator<Item = (&Entry, &Arc<GamePlan>)> {
        self.entries.iter().filter_map(|entry| Some((entry, entry.game_plan()?)))
    }

    /// Where a file at `path` looks names up: near it first, then in the rest of the playbook's way.
    #[must_use]
    pub fn near<'p>(&'p self, path: &'p Path) -> impl Lookup + 'p {
        self.names_from(path.parent().unwrap_or(Path::new("")))
    }

    /// The file that a file at `path` means by a name: what [`Self::near`] would read.
    #[must_use]
    pub fn meant<'p>(&'p self, path: &'p Path, kind: DocumentKind, stem: &str) -> Option<&'p Entry> {
        self.names_from(path.parent().unwrap_or(Path::new(""))).named(kind, stem)
    }

    fn names_from<'p>(&'p self, folder: &'p Path) -> Near<'p> {
        Near { entries: &self.entries, around: &self.around, folder, built_in: true }
    }
}

impl Lookup for Playbook {
    fn model(&self, id: &ModelId) -> Option<Arc<OperatingModel>> {
        let mut own = self.known().filter(|entry| *entry.stem == *id.as_str());
        let own = own.find_map(Entry::operating_model).cloned();
        own.or_else(|| self.built_in_too()?.model(id))
    }

    fn play(&self, id: &PlayId) -> Option<Arc<Play>> {
        let mut own = self.known().filter(|entry| *entry.stem == *id.as_str());
        let own = own.find_map(Entry::play).cloned();
        own.or_else(|| self.built_in_too()?.play(id))
    }

    fn names(&self) -> (Vec<ModelId>, Vec<PlayId>) {
        let (mut models, mut plays) = names_of(self.known());
        if let Some(built_in) = self.built_in_too() {
            let (more_models, more_plays) = built_in.names();
            models.extend(more_models);
            plays.extend(more_plays);
        }
        tidy(models, plays)
    }
}

impl Playbook {
    /// What names can refer to: the playbook, and what stands around it.
    fn known(&self) -> impl Iterator<Item = &Entry> {
        self.entries.iter().chain(&self.around)
    }

    /// The built-in playbook, unless this is it.
    fn built_in_too(&self) -> Option<&'static Self> {
        let own = self.entries.iter().any(|entry| entry.built_in);
        (!own).then(Self::built_in)
    }
}

fn names_of<'e>(entries: impl Iterator<Item = &'e Entry>) -> (Vec<ModelId>, Vec<PlayId>) {
    let (mut models, mut plays) = (Vec::new(), Vec::new());
    for entry in entries {
        match entry.kind {
            Some(DocumentKind::OperatingModel) => models.push(ModelId::from(&*entry.stem)),
            Some(DocumentKind::Play) => plays.push(PlayId::from(&*entry.stem)),
            Some(DocumentKind::GamePlan) | None => {}
        }
    }
    (models, plays)
}

fn tidy(mut models: Vec<ModelId>, mut plays: Vec<PlayId>) -> (Vec<ModelId>, Vec<PlayId>) {
    models.sort();
    models.dedup();
    plays.sort();
    plays.dedup();
    (models, plays)
}

/// Looking names up from one folder.
struct Near<'p> {
    entries: &'p [Entry],
    around: &'p [Entry],
    folder: &'p Path,
    /// Whether the built-in files come after.
    built_in: bool,
}

impl<'p> Near<'p> {
    /// The files of one kind that can be named from here, the nearest first.
    fn reach(&self, kind: DocumentKind) -> impl Iterator<Item = &'p Entry> {
        let (entries, around) = (self.entries, self.around);
        let folders = [Some(self.folder.to_path_buf()), above(self.folder)].into_iter().flatten();
        folders.flat_map(move |folder| {
            let models = (kind == DocumentKind::OperatingModel).then(|| folder.join("models"));
            models.into_iter().chain([folder]).flat_map(move |folder| {
                let inside = entries.iter().chain(around);
                inside.filter(move |entry| entry.folder() == folder && entry.kind == Some(kind))
            })
        })
    }

    /// The nearest file of that kind and stem.
    fn named(&self, kind: DocumentKind, stem: &str) -> Option<&'p Entry> {
        let meant = |entry: &&'p Entry| entry.kind == Some(kind) && *entry.stem == *stem;
        self.reach(kind).find(meant).or_else(|| self.beyond()?.entries.iter().find(meant))
    }

    fn beyond(&self) -> Option<&'static Playbook> {
        self.built_in.then(Playbook::built_in)
    }
}

impl Lookup for Near<'_> {
    fn model(&self, id: &ModelId) -> Option<Arc<OperatingModel>> {
        self.named(DocumentKind::OperatingModel, id.as_str())?.operating_model().cloned()
    }

    fn play(&self, id: &PlayId) -> Option<Arc<Play>> {
        self.named(DocumentKind::Play, id.as_str())?.play().cloned()
    }

    fn names(&self) -> (Vec<ModelId>, Vec<PlayId>) {
        let kinds = [DocumentKind::OperatingModel, DocumentKind::Play];
        let (mut models, mut plays) = names_of(kinds.into_iter().flat_map(|kind| self.reach(kind)));
        if let Some(built_in) = self.beyond() {
            let (more_models, more_plays) = built_in.names();
            models.extend(more_models);
            plays.extend(more_plays);
        }
        tidy(models, plays)
    }
}

/// A file that was found, and what is in it.
type Found = (PathBuf, Box<[u8]>);

fn kind_of(bytes: &[u8]) -> Option<DocumentKind> {
    DocumentKind::of_text(&String::from_utf8_lossy(bytes))
}

/// Reads files in the order of what names what: models, plays, plans. Comes back sorted by kind and path.
fn read_all(files: Vec<Found>, built_in: bool) -> Vec<Entry> {
    let mut entries: Vec<(Entry, Box<[u8]>)> =
        files.into_iter().map(|(path, bytes)| (unread(path, &bytes, built_in), bytes)).collect();
    entries.sort_by(|(a, _), (b, _)| {
        let rank = |entry: &Entry| entry.kind.map_or(DocumentKind::ALL.len(), |kind| kind as usize);
        (rank(a), &a.path).cmp(&(rank(b), &b.path))
    });
    let (mut entries, bytes): (Vec<Entry>, Vec<_>) = entries.into_iter().unzip();
    let order =
        [Some(DocumentKind::OperatingModel), Some(DocumentKind::Play), Some(DocumentKind::GamePlan), None];
    for kind in order {
        for index in 0..entries.len() {
            let (Some(entry), Some(bytes)) = (entries.get(index), bytes.get(index)) else { continue };
            if entry.kind != kind {
                continue;
            }
            let near = Near { entries: &entries, around: &[], folder: entry.folder(), built_in: !built_in };
            let reading = read(bytes, &entry.file, None, &near);
            if let Some(entry) = entries.get_mut(index) {
                entry.document = reading.document;
                entry.problems = reading.problems;
            }
        }
    }
    entries
}

fn unread(path: PathBuf, bytes: &[u8], built_in: bool) -> Entry {
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
        built_in,
    }
}

fn is_ron(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("ron"))
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}

fn collect_shipped(dir: &Dir<'_>, found: &mut Vec<Found>) {
    for file in dir.files().filter(|file| is_ron(file.path())) {
        found.push((file.path().to_path_buf(), file.contents().into()));
    }
    for dir in dir.dirs() {
        collect_shipped(dir, found);
    }
}

/// The `.ron` files among those listed of a folder, and in the folders among them.
fn collect(
    files: &dyn Files,
    listed: Vec<PathBuf>,
    depth: usize,
    found: &mut Vec<Found>,
    unreadable: &mut Vec<Unreadable>,
) {
    for path in listed {
        if is_hidden(&path) || found.len() >= MAX_FILES {
            continue;
        }
        let read = if files.is_folder(&path) {
            if depth >= MAX_DEPTH {
                continue;
            }
            files.list(&path).map(|listed| collect(files, listed, depth + 1, found, unreadable))
        } else if is_ron(&path) && files.is_file(&path) {
            files.read(&path).map(|bytes| found.push((path.clone(), bytes.into())))
        } else {
            continue;
        };
        if let Err(error) = read {
            unreadable.push(Unreadable { path, error: Arc::new(error) });
        }
    }
}

/// The `.ron` files that belong with a single file of a folder; those that cannot be read are left out.
fn beside(files: &dyn Files, folder: &Path, found: &mut Vec<Found>) {
    let name = files.name(folder);
    let above = above(folder).filter(|above| {
        matches!(name.as_deref(), Some("plans" | "models")) || files.is_folder(&above.join("models"))
    });
    let mut folders = vec![folder.join("models"), folder.join("plans"), folder.to_path_buf()];
    if let Some(above) = above {
        // Reached from above, the folder itself would come under a second path.
        let others = ["models", "plans"].into_iter().filter(|other| name.as_deref() != Some(other));
        folders.extend(others.map(|other| above.join(other)));
        folders.push(above);
    }
    folders.sort();
    folders.dedup();
    for folder in folders {
        list(files, &folder, found);
    }
}

/// The `.ron` files of one folder; those that cannot be read are left out.
fn list(files: &dyn Files, folder: &Path, found: &mut Vec<Found>) {
    for path in files.list(here(folder)).unwrap_or_default() {
        if !is_ron(&path) || is_hidden(&path) || found.len() >= MAX_FILES || !files.is_file(&path) {
            continue;
        }
        let Some(name) = path.file_name() else { continue };
        if let Ok(bytes) = files.read(&path) {
            found.push((folder.join(name), bytes.into()));
        }
    }
}
