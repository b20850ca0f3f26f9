//! Finds and reads a game plan with every file behind it; a play is taken as a plan that calls it.
//!
//! A path or a name comes in; the plan, its operating model and its plays come out, as the plan's own names mean them.
//! Where it begins is `situation`'s.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::named::Named;
use super::{Complain, STREAM, Source};
use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::cli::provenance::files_hash;
use crate::model::{Call, GamePlan, ModelId, OperatingModel, Play, PlayId};
use crate::play_file::{Document, DocumentKind, Entry, Reading};

/// Plans and plays; plans come before plays.
const PLANS: Named = Named {
    folders: &["plans", ""],
    kinds: &[DocumentKind::GamePlan, DocumentKind::Play],
    one: "game plan or play",
    any: "game plan or play",
};

/// A game plan without errors, with the files behind it.
pub(in crate::cli) struct LoadedPlan {
    /// Its file's stem.
    pub(in crate::cli) stem: Arc<str>,
    /// How messages name its file.
    pub(in crate::cli) file: Arc<str>,
    /// What it says.
    pub(in crate::cli) planned: Planned,
    /// What its plays share.
    pub(in crate::cli) model: Arc<OperatingModel>,
    /// The bytes of its file, then of every play it calls, in the order of their first call.
    files: Vec<Vec<u8>>,
}

/// What a file says is to be called.
pub(in crate::cli) enum Planned {
    /// A game plan, and the plays it calls.
    Plan(Arc<GamePlan>, Vec<(PlayId, Arc<Play>)>),
    /// A play alone.
    Play(Arc<Play>),
}

impl LoadedPlan {
    /// Finds and reads a game plan or a play; problems that keep it from being used are printed here.
    pub(in crate::cli) fn load(name: &Path, complain: Complain, console: Console) -> Result<Self, Failure> {
        Self::of(&PLANS.find(name)?, complain, console)
    }

    /// Reads a game plan or a play that has been found.
    pub(super) fn of(source: &Source, complain: Complain, console: Console) -> Result<Self, Failure> {
        let Reading { document, problems } = source.read(None);
        let (id, planned, plays) = match document {
            Some(Document::Play(play)) => (play.model.clone(), Planned::Play(play), Vec::new()),
            Some(Document::GamePlan(plan)) => {
                let called = plays_of(source, &plan);
                let texts = called.iter().map(|(_, entry)| entry.text.as_bytes().to_vec()).collect();
                let plays =
                    called.into_iter().filter_map(|(id, entry)| Some((id, Arc::clone(entry.play()?))));
                (plan.model.clone(), Planned::Plan(Arc::clone(&plan), plays.collect()), texts)
            }
            Some(_) => {
                let problems = source.read(Some(DocumentKind::GamePlan)).problems;
                return Err(source.rejected(problems, complain, console));
            }
            None => return Err(source.rejected(problems, complain, console)),
        };
        let model = source.meant(DocumentKind::OperatingModel, id.as_str());
        let model = model.and_then(Entry::operating_model).cloned().ok_or_else(|| {
            Failure::unusable(format!("`{}` names the model `{id}`, which is not there", source.file))
        })?;
        source.note_warnings(&problems, console);
        let files: Vec<Vec<u8>> = [source.bytes.clone()].into_iter().chain(plays).collect();
        Ok(Self { stem: source.stem.as_str().into(), file: Arc::clone(&source.file), planned, model, files })
    }

    /// Finds and reads several that can be set side by side: they stand on one operating model.
    pub(in crate::cli) fn load_all(
        names: &[PathBuf],
        complain: Complain,
        console: Console,
    ) -> Result<Vec<Self>, Failure> {
        if names.iter().filter(|name| name.as_os_str() == STREAM).count() > 1 {
            return Err(Failure::unusable("standard input can be read only once; name a file beside the -"));
        }
        let loaded: Vec<Self> =
            names.iter().map(|name| Self::load(name, complain, console)).collect::<Result<_, Failure>>()?;
        same_model(&loaded)?;
        Ok(loaded)
    }

    /// Whether that names a game plan, good or not.
    pub(in crate::cli) fn is_plan(name: &Path) -> bool {
        let kind = |source: Source| DocumentKind::of_text(&String::from_utf8_lossy(&source.bytes));
        PLANS.find(name).ok().and_then(kind) == Some(DocumentKind::GamePlan)
    }

    /// A short hash of every file behind it and of its rules.
    pub(in crate::cli) fn hash(&self) -> String {
        files_hash(self.texts(), &self.model)
    }

    /// The bytes of every file behind it.
    pub(in crate::cli) fn texts(&self) -> impl Iterator<Item = &[u8]> {
        self.files.iter().map(Vec::as_slice)
    }

    /// What its operating model is called.
    fn model_id(&self) -> &ModelId {
        match &self.planned {
            Planned::Plan(plan, _) => &plan.model,
            Planned::Play(play) => &play.model,
        }
    }
}

impl Source {
    /// The file that a name in this one means.
    fn meant(&self, kind: DocumentKind, stem: &str) -> Option<&Entry> {
        self.playbook.meant(&self.path, kind, stem)
    }
}

/// The plays a plan calls, once each.
fn plays_of<'a>(source: &'a Source, plan: &GamePlan) -> Vec<(PlayId, &'a Entry)> {
    let mut called: Vec<(PlayId, &Entry)> = Vec::new();
    for call in &plan.calls {
        if let Call::Call { play, .. } = call
            && called.iter().all(|(id, _)| id != play)
            && let Some(entry) = source.meant(DocumentKind::Play, play.as_str())
        {
            called.push((play.clone(), entry));
        }
    }
    called
}

/// A short hash of every file behind several that stand on one operating model.
pub(in crate::cli) fn hash_of_all(loaded: &[LoadedPlan]) -> String {
    let files = loaded.iter().flat_map(|loaded| &loaded.files).map(Vec::as_slice);
    loaded.first().map(|first| files_hash(files, &first.model)).unwrap_or_default()
}

/// Yards of one operating model say nothing about another.
fn same_model(loaded: &[LoadedPlan]) -> Result<(), Failure> {
    let Some(first) = loaded.first() else { return Ok(()) };
    let Some(other) = loaded.iter().find(|other| other.model != first.model) else { return Ok(()) };
    let (ours, theirs) = (first.model_id(), other.model_id());
    let (a, b) = (&first.file, &other.file);
    let message = if ours == theirs {
        format!("`{a}` and `{b}` both stand on `{ours}`, but not on the same file of that name")
    } else {
        format!("`{a}` stands on the operating model `{ours}`, `{b}` on `{theirs}`")
    };
    let help = "only what stands on one operating model, rules included, can be compared";
    Err(Failure::with_help(message, Some(help.to_owned())))
}
