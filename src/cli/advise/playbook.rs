//! The plays that may be called.

use std::borrow::Cow;
use std::path::Path;
use std::sync::Arc;

use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::cli::report;
use crate::cli::source::{PLAYS, on_disk, playbook_here, plays};
use crate::model::{OperatingModel, PlayId};
use crate::play_file::{Files, Lookup, Playbook};
use crate::rules::{CallSheet, Called, Lineup};

/// Every play of a playbook that has no errors, on its operating model.
pub(super) struct Plays {
    pub(super) playbook: Cow<'static, Playbook>,
    /// At least one.
    pub(super) called: Vec<Called>,
    /// What their files say.
    pub(super) texts: Vec<Arc<str>>,
}

impl Plays {
    /// Reads the plays of a folder, or of the playbook here.
    pub(super) fn load(folder: Option<&Path>, console: Console) -> Result<Self, Failure> {
        let playbook = match folder {
            // A folder that holds plans only goes on from the plays that come with the program.
            None => Some(playbook_here()?)
                .filter(|here| plays(here).next().is_some())
                .unwrap_or(Cow::Borrowed(Playbook::built_in())),
            Some(folder) if on_disk().is_folder(folder) => {
                let opened = Playbook::open(&on_disk(), folder);
                Cow::Owned(opened.map_err(|error| Failure::file(folder, "read", &error))?)
            }
            Some(path) => {
                return Err(Failure::with_help(
                    format!("--playbook: there is no folder `{}`", path.display()),
                    Some("name a folder with plays in it, or leave --playbook out".to_owned()),
                ));
            }
        };
        let shown = folder.unwrap_or(Path::new(PLAYS)).display();
        let (mut called, mut texts) = (Vec::new(), Vec::new());
        for (entry, play) in playbook.plays() {
            let Some(model) = playbook.near(&entry.path).model(&play.model) else { continue };
            let id = PlayId::from(&*entry.stem);
            called.push(Called::new(Lineup::new(id, Arc::clone(play), model)));
            texts.push(Arc::clone(&entry.text));
        }
        let all = plays(&playbook).count();
        if called.is_empty() {
            let (message, help) = match all {
                0 => (
                    format!("there is no play in `{shown}`"),
                    "plays are .ron files; `downfield new` starts one",
                ),
                _ => (
                    format!("there is no play without errors in `{shown}`"),
                    "`downfield check` shows what is wrong with them",
                ),
            };
            return Err(Failure::with_help(message, Some(help.to_owned())));
        }
        if called.len() < all {
            let what = report::count(all - called.len(), "play");
            console.note(&format!("{shown}: {what} with errors left out; `downfield check` shows more"));
        }
        Ok(Self { playbook, called, texts })
    }

    /// The plays of a plan, and those of the playbook here; of one name, the plan's.
    pub(super) fn around(plan: &CallSheet) -> Result<Self, Failure> {
        let here = playbook_here()?;
        let playbook = if here.plays().next().is_some() { here } else { Cow::Borrowed(Playbook::built_in()) };
        let (mut called, mut texts) = (plan.plays.clone(), Vec::new());
        for (entry, play) in playbook.plays() {
            let Some(model) = playbook.near(&entry.path).model(&play.model) else { continue };
            let id = PlayId::from(&*entry.stem);
            if called.iter().all(|other| other.lineup.id != id) {
                called.push(Called::new(Lineup::new(id, Arc::clone(play), model)));
                texts.push(Arc::clone(&entry.text));
            }
        }
        Ok(Self { playbook, called, texts })
    }

    /// The operating model that most of the plays share; of several, the one of the first play.
    pub(super) fn model(&self) -> Arc<OperatingModel> {
        let share = |model: &OperatingModel| {
            self.called.iter().filter(|called| *called.lineup.model == *model).count()
        };
        let models = self.called.iter().map(|called| &called.lineup.model);
        let most = models.reduce(|most, model| if share(model) > share(most) { model } else { most });
        // There is at least one play.
        most.map_or_else(|| Arc::clone(&self.called[0].lineup.model), Arc::clone)
    }
}
