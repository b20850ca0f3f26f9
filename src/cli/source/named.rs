//! Finds a file by its path, or by its name alone: what is here comes before what is built in.

use std::path::{Path, PathBuf};

use super::{PLAYS, STREAM, Source, in_folder, names, on_disk, stem_of};
use crate::cli::failure::Failure;
use crate::play_file::{DocumentKind, Files, OnDisk, Playbook};

/// What a name may stand for.
pub(super) struct Named {
    /// The folders below `plays/` in which it is looked for, the nearest first.
    pub(super) folders: &'static [&'static str],
    /// What it may be, the likeliest first.
    pub(super) kinds: &'static [DocumentKind],
    /// What somebody who named a folder is asked for.
    pub(super) one: &'static str,
    /// What there is none of, where nothing has that name.
    pub(super) any: &'static str,
}

impl Named {
    /// Standard input, a file, or what is named without its path.
    pub(super) fn find(&self, name: &Path) -> Result<Source, Failure> {
        if name == Path::new(STREAM) {
            return Source::stdin();
        }
        let files = on_disk();
        if files.is_file(name) {
            return Source::file(&files, name);
        }
        if let Some(found) = Source::in_page(&files, name, self.kinds) {
            return found;
        }
        if let Some(here) = self.here(name) {
            return Source::file(&OnDisk, &here);
        }
        let stem = name.to_string_lossy();
        let built_in = |kind: &DocumentKind| {
            let mut entries = Playbook::built_in().entries.iter();
            entries.find(|entry| entry.kind == Some(*kind) && *entry.stem == *stem)
        };
        match self.kinds.iter().find_map(built_in) {
            Some(entry) => Source::of(entry),
            None => Err(self.unknown(name)),
        }
    }

    /// The file named by one word in the folder here, or in those below it.
    fn here(&self, name: &Path) -> Option<PathBuf> {
        if name.components().count() != 1 {
            return None;
        }
        let file = format!("{}.ron", name.display());
        let mut paths = self.folders.iter().map(|folder| Path::new(PLAYS).join(folder).join(&file));
        paths.find(|path| OnDisk.is_file(path))
    }

    fn unknown(&self, name: &Path) -> Failure {
        let shown = name.display();
        if OnDisk.is_folder(name) {
            let help = self.kinds.first().and_then(|kind| in_folder(name, self.folders, *kind));
            return Failure::with_help(format!("`{shown}` is a folder; name one {}", self.one), help);
        }
        if let Some(kind) = of_another_kind(name) {
            return not_wanted(name, kind, self.any);
        }
        let lists = self.folders.iter().map(|folder| OnDisk.list(&Path::new(PLAYS).join(folder)));
        let here = lists.flat_map(Result::unwrap_or_default);
        let here = here.filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
        let mut known: Vec<String> = here.filter_map(|path| stem_of(&path)).collect();
        let built_in = Playbook::built_in().entries.iter();
        let built_in = built_in.filter(|entry| entry.kind.is_some_and(|kind| self.kinds.contains(&kind)));
        known.extend(built_in.map(|entry| entry.stem.to_string()));
        known.sort();
        known.dedup();
        let wanted = stem_of(name).unwrap_or_default();
        Failure::with_help(
            format!("there is no file, {} `{shown}`", self.any),
            names::did_you_mean(&wanted, known.iter().map(String::as_str)),
        )
    }
}

/// The folders below `plays/` in which files of any kind are looked for.
const ALL_FOLDERS: [&str; 5] = ["", "plans", "models", "shows", "records"];

/// What a name stands for that means nothing of the kind asked for.
pub(super) fn of_another_kind(name: &Path) -> Option<DocumentKind> {
    if name.components().count() != 1 {
        return None;
    }
    let file = format!("{}.ron", name.display());
    let here = ALL_FOLDERS.iter().find_map(|folder| {
        let bytes = OnDisk.read(&Path::new(PLAYS).join(folder).join(&file)).ok()?;
        DocumentKind::of_text(&String::from_utf8_lossy(&bytes))
    });
    here.or_else(|| {
        let stem = name.to_string_lossy();
        Playbook::built_in().entries.iter().find(|entry| *entry.stem == *stem)?.kind
    })
}

/// "a show", "an operating model".
fn a(called: &str) -> String {
    let article = if called.starts_with('o') { "an" } else { "a" };
    format!("{article} {called}")
}

/// Says what something is, and what is wanted instead.
pub(super) fn not_wanted(name: &Path, kind: DocumentKind, wanted: &str) -> Failure {
    let help = (kind == DocumentKind::Show).then(|| "the show names some".to_owned());
    Failure::with_help(format!("`{}` is {}; name a {wanted}", name.display(), a(kind.called())), help)
}
