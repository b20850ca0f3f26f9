//! Looking names up from one folder: near it first, then above, then among the built-in files.

use std::path::Path;
use std::sync::Arc;

use super::super::files::above;
use super::{DocumentKind, Entry, Playbook};
use crate::model::{GamePlan, ModelId, OperatingModel, Play, PlayId};
use crate::play_file::read::Lookup;

pub(super) fn names_of<'e>(entries: impl Iterator<Item = &'e Entry>) -> (Vec<ModelId>, Vec<PlayId>) {
    let (mut models, mut plays) = (Vec::new(), Vec::new());
    for entry in entries {
        match entry.kind {
            Some(DocumentKind::OperatingModel) => models.push(ModelId::from(&*entry.stem)),
            Some(DocumentKind::Play) => plays.push(PlayId::from(&*entry.stem)),
            _ => {}
        }
    }
    (models, plays)
}

pub(super) fn plans_of<'e>(entries: impl Iterator<Item = &'e Entry>) -> Vec<PlayId> {
    let plans = entries.filter(|entry| entry.kind == Some(DocumentKind::GamePlan));
    plans.map(|entry| PlayId::from(&*entry.stem)).collect()
}

pub(super) fn tidy(mut models: Vec<ModelId>, mut plays: Vec<PlayId>) -> (Vec<ModelId>, Vec<PlayId>) {
    models.sort();
    models.dedup();
    plays.sort();
    plays.dedup();
    (models, plays)
}

/// Looking names up from one folder.
pub(super) struct Near<'p> {
    pub(super) entries: &'p [Entry],
    pub(super) around: &'p [Entry],
    pub(super) folder: &'p Path,
    /// Whether the built-in files come after.
    pub(super) built_in: bool,
}

impl<'p> Near<'p> {
    /// The files of one kind that can be named from here, the nearest first.
    fn reach(&self, kind: DocumentKind) -> impl Iterator<Item = &'p Entry> {
        let (entries, around) = (self.entries, self.around);
        let folders = [Some(self.folder.to_path_buf()), above(self.folder)].into_iter().flatten();
        folders.flat_map(move |folder| {
            let own = match kind {
                DocumentKind::OperatingModel => Some("models"),
                DocumentKind::GamePlan => Some("plans"),
                _ => None,
            };
            let own = own.map(|own| folder.join(own));
            own.into_iter().chain([folder]).flat_map(move |folder| {
                let inside = entries.iter().chain(around);
                inside.filter(move |entry| entry.folder() == folder && entry.kind == Some(kind))
            })
        })
    }

    /// The nearest file of that kind and stem.
    pub(super) fn named(&self, kind: DocumentKind, stem: &str) -> Option<&'p Entry> {
        let meant = |entry: &&'p Entry| entry.is(kind, stem);
        let near = self.reach(kind).find(meant).or_else(|| self.packed().find(meant));
        near.or_else(|| self.beyond()?.entries.iter().find(meant))
    }

    /// What is packed stands behind the user's files, whose folder is another.
    fn packed(&self) -> impl Iterator<Item = &'p Entry> {
        self.entries.iter().filter(|entry| entry.packed)
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

    fn plan(&self, id: &PlayId) -> Option<Arc<GamePlan>> {
        self.named(DocumentKind::GamePlan, id.as_str())?.game_plan().cloned()
    }

    fn plan_names(&self) -> Vec<PlayId> {
        let mut plans = plans_of(self.reach(DocumentKind::GamePlan));
        plans.extend(self.beyond().map(Lookup::plan_names).unwrap_or_default());
        tidy(Vec::new(), plans).1
    }

    fn names(&self) -> (Vec<ModelId>, Vec<PlayId>) {
        let kinds = [DocumentKind::OperatingModel, DocumentKind::Play];
        let (mut models, mut plays) =
            names_of(kinds.into_iter().flat_map(|kind| self.reach(kind)).chain(self.packed()));
        if let Some(built_in) = self.beyond() {
            let (more_models, more_plays) = built_in.names();
            models.extend(more_models);
            plays.extend(more_plays);
        }
        tidy(models, plays)
    }
}
