//! A playbook: the plays, plans, shows and operating models of a folder, or the one built in.
//!
//! In: a path and [`Files`], or the files built into the program. Out: [`Entry`]s, each read with what stands around
//! it, and the problems that only several files together have. Names are looked up near the file first: in its folder
//! and the one above (operating models and plans also in the `models` and `plans` folders there), then among the built-in
//! files.

mod entry;
mod found;
mod near;
mod put;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use include_dir::{Dir, include_dir};

use super::files::above_in;
use super::read::Lookup;
use super::{DocumentKind, Files, Problem, across};
use crate::model::{GamePlan, ModelId, OperatingModel, Play, PlayId, Show};

pub use entry::Entry;
use entry::{kind_of, read_all};
use found::{Found, beside, collect, collect_shipped, list};
use near::{Near, names_of, plans_of, tidy};

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
    /// Packed files in whose place one of the user's stands.
    hidden: Vec<Entry>,
    /// What was opened; nothing for the built-in playbook.
    origin: Option<PathBuf>,
    /// Whether that was a folder, whose files are also read against each other.
    is_folder: bool,
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
            Playbook { entries: read_all(files, true, &|_| false), ..Playbook::default() }
        });
        &BUILT_IN
    }

    /// Reads a folder (and its subfolders) or a single file with the playbook it sits in: the `.ron` files of its folder
    /// with those in `models`, `plans` and `shows` there, and, for a file in such a folder or in `records`, of the one
    /// above. Hidden folders, folders more than eight deep and files beyond the ten-thousandth are left alone.
    ///
    /// # Errors
    /// If the path cannot be read or listed; problems *in* files are in their entries, and what else cannot be read is
    /// in [`Self::unreadable`].
    pub fn open(files: &dyn Files, path: &Path) -> io::Result<Self> {
        Self::open_under(files, path, None)
    }

    /// Reads files that are packed, with a folder of the user's own laid over them: what is called alike there stands in
    /// front. The folder need not be there.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub fn open_packed_with(files: &dyn Files, path: &Path, own: &Path) -> io::Result<Self> {
        Self::open_under(files, path, Some(own))
    }

    fn open_under(files: &dyn Files, path: &Path, over: Option<&Path>) -> io::Result<Self> {
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
        let mut laid_over = Vec::new();
        if let Some(over) = over {
            match files.list(over) {
                Ok(listed) => collect(files, listed, 0, &mut laid_over, &mut unreadable),
                // A folder that is not there yet holds nothing.
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => {
                    unreadable.push(Unreadable { path: over.to_path_buf(), error: Arc::new(error) });
                }
            }
        }
        let called = |(path, bytes): &Found| (path.file_stem().map(ToOwned::to_owned), kind_of(bytes));
        let in_front: Vec<_> = laid_over.iter().map(called).collect();
        let (gives_way, mut found) =
            found.into_iter().partition::<Vec<_>, _>(|file| in_front.contains(&called(file)));
        found.extend(laid_over);
        let own: BTreeSet<PathBuf> = found.iter().map(|(path, _)| path.clone()).collect();
        if let Some(above) = above_in(files, folder) {
            let mut around = Vec::new();
            for folder in [above.join("models"), above.join("plans"), above] {
                list(files, &folder, &mut around);
            }
            found.extend(
                around.into_iter().filter(|(path, bytes)| !own.contains(path) && kind_of(bytes).is_some()),
            );
        }
        let (mut entries, around) = read_all(found, false, &|path| files.is_packed(path))
            .into_iter()
            .partition::<Vec<_>, _>(|entry| own.contains(&entry.path));
        if is_folder {
            across::check(&mut entries);
        }
        let hidden = read_all(gives_way, false, &|_| true);
        Ok(Self { entries, unreadable, around, hidden, is_folder, origin: Some(path.to_path_buf()) })
    }

    /// The built-in playbook with a folder of the user's own laid over it: what is called alike there stands in front. The
    /// folder need not be there.
    #[must_use]
    pub fn built_in_with(files: &dyn Files, own: &Path) -> Self {
        let mut playbook = match Self::open(files, own) {
            Ok(playbook) => playbook,
            // A folder that is not there yet holds nothing; one that cannot be read says so.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                Self { is_folder: true, origin: Some(own.to_path_buf()), ..Self::default() }
            }
            Err(error) => {
                let unreadable = Unreadable { path: own.to_path_buf(), error: Arc::new(error) };
                Self {
                    unreadable: vec![unreadable],
                    is_folder: true,
                    origin: Some(own.to_path_buf()),
                    ..Self::default()
                }
            }
        };
        let built_in = Self::built_in().entries.iter();
        let not_hidden = built_in.filter(|entry| {
            !playbook.entries.iter().any(|own| own.kind == entry.kind && own.stem == entry.stem)
        });
        let not_hidden: Vec<Entry> = not_hidden.cloned().collect();
        playbook.entries.extend(not_hidden);
        entry::sort(&mut playbook.entries);
        playbook
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

    /// Whether a folder was opened, and not a file or the built-in playbook.
    #[must_use]
    pub const fn is_folder(&self) -> bool {
        self.is_folder
    }

    /// Whether files that are packed in another were opened.
    #[must_use]
    pub fn is_packed(&self) -> bool {
        self.entries.iter().chain(&self.hidden).any(|entry| entry.packed)
    }

    /// Every problem of every file, those across files included.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.entries.iter().flat_map(|entry| &entry.problems)
    }

    /// The file of that stem: plays first, then plans, models, shows, and what was said and drawn.
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

    /// The shows without errors, by path.
    pub fn shows(&self) -> impl Iterator<Item = (&Entry, &Arc<Show>)> {
        self.entries.iter().filter_map(|entry| Some((entry, entry.show()?)))
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

    fn plan(&self, id: &PlayId) -> Option<Arc<GamePlan>> {
        let mut own = self.known().filter(|entry| *entry.stem == *id.as_str());
        let own = own.find_map(Entry::game_plan).cloned();
        own.or_else(|| self.built_in_too()?.plan(id))
    }

    fn plan_names(&self) -> Vec<PlayId> {
        let mut plans = plans_of(self.known());
        plans.extend(self.built_in_too().map(Lookup::plan_names).unwrap_or_default());
        tidy(Vec::new(), plans).1
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
        let built_in = !self.entries.is_empty() && self.entries.iter().all(|entry| entry.built_in);
        (!built_in).then(Self::built_in)
    }
}
