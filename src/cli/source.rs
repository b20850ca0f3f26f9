//! Finds the play a user named, and reads it with the playbook it sits in.

mod document;
mod named;
mod plan;
mod to_show;

use std::borrow::Cow;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::failure::{Exit, Failure};
use super::report::{self, Checked};
use super::{Console, names};
use crate::model::{OperatingModel, Play, PlayId};
use crate::play_file::{
    Document, DocumentKind, Entry, Files, Lookup, OnDisk, Playbook, Problem, Reading, Severity, Unpacked,
    read,
};

pub(super) use document::{AnyFile, Seed};
pub(super) use plan::{LoadedPlan, Planned, hash_of_all};
pub(super) use to_show::{ToShow, record};

/// The folder in which plays are looked for by name, and which is opened when nothing is named.
pub(super) const PLAYS: &str = "plays";
/// The path that means standard input or output.
pub(super) const STREAM: &str = "-";
/// How problems in standard input name their file.
const STDIN: &str = "<stdin>";

/// The bytes of a file, and where the names in it are looked up.
pub(super) struct Source {
    /// Its stem, which is how other files name it.
    pub(super) stem: String,
    /// How problems name it.
    pub(super) file: Arc<str>,
    /// Where it is, for what it names to be looked up near it.
    path: PathBuf,
    /// What it says.
    pub(super) bytes: Vec<u8>,
    /// The playbook it sits in.
    pub(super) playbook: Cow<'static, Playbook>,
}

/// A play without errors, on its operating model.
pub(super) struct Loaded {
    /// The play's name: its file's stem.
    pub(super) id: PlayId,
    /// The bytes of its file.
    pub(super) bytes: Vec<u8>,
    /// The play.
    pub(super) play: Arc<Play>,
    /// What it is played on.
    pub(super) model: Arc<OperatingModel>,
    /// The playbook it sits in.
    pub(super) playbook: Cow<'static, Playbook>,
}

/// How a command that cannot work prints what is wrong with the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Complain {
    /// For people, to standard error.
    Human,
    /// As the object of `check`, to standard output.
    Json,
}

impl Source {
    /// Standard input, a file, or a play named without its path.
    pub(super) fn find(name: &Path) -> Result<Self, Failure> {
        if name == Path::new(STREAM) {
            return Self::stdin();
        }
        let files = on_disk();
        if files.is_file(name) {
            return Self::file(&files, name);
        }
        if let Some(found) = Self::in_page(&files, name, &[DocumentKind::Play]) {
            return found;
        }
        let stem = name.to_string_lossy();
        if let Some(here) = here(name) {
            return Self::file(&files, &here);
        }
        if let Some(entry) = play_named(Playbook::built_in(), &stem) {
            return Self::of(entry);
        }
        Err(unknown(&files, name))
    }

    /// A file of a playbook, built in or not.
    pub(super) fn of(entry: &Entry) -> Result<Self, Failure> {
        if !entry.built_in {
            return Self::file(&on_disk(), &entry.path);
        }
        Ok(Self {
            stem: entry.stem.to_string(),
            file: Arc::clone(&entry.file),
            path: entry.path.clone(),
            bytes: entry.text.as_bytes().to_vec(),
            playbook: Cow::Borrowed(Playbook::built_in()),
        })
    }

    /// Standard input, read among the plays here.
    pub(super) fn stdin() -> Result<Self, Failure> {
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| Failure::unusable(format!("standard input cannot be read: {error}")))?;
        let path = Path::new(PLAYS).join("stdin.ron");
        Ok(Self { stem: "stdin".to_owned(), file: STDIN.into(), path, bytes, playbook: playbook_here()? })
    }

    /// The first file of a page that is one of these, if the path is a page.
    fn in_page(files: &Unpacked<'_>, page: &Path, kinds: &[DocumentKind]) -> Option<Result<Self, Failure>> {
        let inside = match files.in_page(page)? {
            Ok(inside) => inside,
            Err(error) => return Some(Err(Failure::file(page, "read", &error))),
        };
        let one = inside.iter().find(|path| {
            let bytes = files.read(path).unwrap_or_default();
            DocumentKind::of_text(&String::from_utf8_lossy(&bytes)).is_some_and(|kind| kinds.contains(&kind))
        });
        Some(one.map_or_else(
            || Err(Failure::unusable(format!("there is nothing of that kind in `{}`", page.display()))),
            |path| Self::file(files, path),
        ))
    }

    fn file(files: &dyn Files, path: &Path) -> Result<Self, Failure> {
        let bytes = files.read(path).map_err(|error| Failure::file(path, "read", &error))?;
        let playbook = Playbook::open(files, path).map_err(|error| Failure::file(path, "read", &error))?;
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let file = path.to_string_lossy().into();
        Ok(Self { stem, file, path: path.to_path_buf(), bytes, playbook: Cow::Owned(playbook) })
    }

    /// Reads it as what was asked for, or as whatever it is.
    pub(super) fn read(&self, expected: Option<DocumentKind>) -> Reading {
        read(&self.bytes, &self.file, expected, &self.playbook.near(&self.path))
    }

    /// What is wrong with it, ready to be printed.
    pub(super) fn checked(&self, problems: Vec<Problem>) -> Checked {
        Checked { text: String::from_utf8_lossy(&self.bytes).into(), problems }
    }

    /// Prints what keeps it from being used.
    fn rejected(&self, problems: Vec<Problem>, complain: Complain, console: Console) -> Failure {
        let checked = [self.checked(problems)];
        match complain {
            Complain::Human => console.explain(&report::human(&checked, console.quiet())),
            Complain::Json => {
                if let Err(failure) = console.print(&report::json(&checked)) {
                    return failure;
                }
            }
        }
        Failure::Reported(Exit::Wrong)
    }

    /// Says that there is more to see, if there is.
    fn note_warnings(&self, problems: &[Problem], console: Console) {
        let warnings = problems.iter().filter(|problem| problem.severity() == Severity::Warning).count();
        if warnings > 0 {
            let what = report::count(warnings, "warning");
            console.note(&format!("{}: {what}; `downfield check` shows more", self.file));
        }
    }
}

/// Finds and reads a play; problems that keep it from being used are printed here.
pub(super) fn load(name: &Path, complain: Complain, console: Console) -> Result<Loaded, Failure> {
    load_source(Source::find(name)?, complain, console)
}

/// Reads a play that has been found.
pub(super) fn load_source(source: Source, complain: Complain, console: Console) -> Result<Loaded, Failure> {
    let Reading { document, problems } = source.read(Some(DocumentKind::Play));
    let Some(Document::Play(play)) = document else {
        return Err(source.rejected(problems, complain, console));
    };
    let model = source.playbook.near(&source.path).model(&play.model).ok_or_else(|| {
        Failure::unusable(format!("`{}` names the model `{}`, which is not there", source.file, play.model))
    })?;
    source.note_warnings(&problems, console);
    let Source { stem, bytes, playbook, .. } = source;
    Ok(Loaded { id: PlayId::from(stem.as_str()), bytes, play, model, playbook })
}

/// Files on disk, and those in web pages made of them.
pub(super) const fn on_disk() -> Unpacked<'static> {
    Unpacked::new(&OnDisk)
}

/// The playbook of the folder here, or the built-in one.
pub(super) fn playbook_here() -> Result<Cow<'static, Playbook>, Failure> {
    let here = Path::new(PLAYS);
    if !OnDisk.is_folder(here) {
        return Ok(Cow::Borrowed(Playbook::built_in()));
    }
    Playbook::open(&OnDisk, here).map(Cow::Owned).map_err(|error| Failure::file(here, "read", &error))
}

/// The play of that name among a playbook's files.
pub(super) fn play_named<'a>(playbook: &'a Playbook, name: &str) -> Option<&'a Entry> {
    plays(playbook).find(|entry| &*entry.stem == name)
}

/// A playbook's files that are plays.
pub(super) fn plays(playbook: &Playbook) -> impl Iterator<Item = &Entry> {
    playbook.entries.iter().filter(|entry| entry.kind == Some(DocumentKind::Play))
}

/// The file of a play named by one word in the folder here, if there is one.
pub(super) fn here(name: &Path) -> Option<PathBuf> {
    let path = Path::new(PLAYS).join(format!("{}.ron", name.display()));
    (name.components().count() == 1 && OnDisk.is_file(&path)).then_some(path)
}

/// How many files of a folder are named to somebody who named the folder.
const NAMED: usize = 8;

/// What lies right in a folder, or in these folders of it, as a hint; nothing deeper is looked at.
fn in_folder(folder: &Path, below: &[&str], kind: DocumentKind) -> Option<String> {
    let files = below.iter().flat_map(|below| OnDisk.list(&folder.join(below)).unwrap_or_default());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
    let ours = |path: &PathBuf| {
        let bytes = OnDisk.read(path).unwrap_or_default();
        DocumentKind::of_text(&String::from_utf8_lossy(&bytes)) == Some(kind)
    };
    let mut paths: Vec<String> =
        files.filter(ours).take(NAMED + 1).map(|path| path.to_string_lossy().into_owned()).collect();
    if paths.len() > NAMED {
        paths.truncate(NAMED);
        return Some(format!("there is {} and more", paths.join(", ")));
    }
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    (!paths.is_empty()).then(|| format!("there is {}", names::list(&paths, "and")))
}

fn unknown(files: &dyn Files, name: &Path) -> Failure {
    let shown = name.display();
    if files.is_folder(name) {
        let help = in_folder(name, &[""], DocumentKind::Play);
        return Failure::with_help(format!("`{shown}` is a folder; name one play"), help);
    }
    if let Some(kind) = named::of_another_kind(name) {
        return named::not_wanted(name, kind, "play");
    }
    let here = files.list(Path::new(PLAYS)).unwrap_or_default();
    let here = here.iter().filter(|path| path.extension().is_some_and(|ending| ending == "ron"));
    let mut known: Vec<String> = here.filter_map(|path| stem_of(path)).collect();
    known.extend(plays(Playbook::built_in()).map(|entry| entry.stem.to_string()));
    known.sort();
    known.dedup();
    let wanted = stem_of(name).unwrap_or_default();
    Failure::with_help(
        format!("there is no file or play `{shown}`"),
        names::did_you_mean(&wanted, known.iter().map(String::as_str)),
    )
}

fn stem_of(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_string_lossy().into_owned())
}
