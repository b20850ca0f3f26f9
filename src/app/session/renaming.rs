//! Another id for a channel, in every file of the playbook that names it.
//!
//! In: the channel of the model behind the field, and its new id. Out: one thing to undo, over the model and every play
//! and plan on it. What is built in stays as it is: a plan of the user's that calls built-in plays gets copies of them
//! first, as for every other change.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Of, Session};
use crate::app::words::say;
use crate::model::{Call, ChannelId, Subject, is_valid_id};
use crate::play_file::edit::{Change, EditError, Named, TextEdit, edit};
use crate::play_file::tree::Tree;
use crate::play_file::{Document, DocumentKind, Entry};
use crate::rules::words::list;

/// The model of a file that names none.
const USUAL_MODEL: &str = "five-channels";

impl Session {
    /// Gives a channel of the operating model behind the field another id, wherever the playbook names it.
    pub fn rename_channel(&mut self, from: &ChannelId, to: &str) {
        match self.try_to_rename_channel(from, to) {
            Ok(news) => {
                self.notice = None;
                self.news = Some(news);
            }
            Err(sentence) => self.notice = Some(sentence),
        }
    }

    fn try_to_rename_channel(&mut self, from: &ChannelId, to: &str) -> Result<String, String> {
        if from.as_str() == to {
            return Ok(say!("renaming-already", id = to));
        }
        self.check_channel_id(to)?;
        let path = self.own_model()?;
        let change = Change::Rename { what: Named::Channel, from: from.to_string(), to: to.to_owned() };
        let mut edits = Vec::new();
        let mut left = Vec::new();
        let mut files = self.on_model(&path);
        files.insert(0, path);
        for path in files {
            let Some(entry) = self.playbook.at(&path) else { continue };
            match edit(&entry.text, std::slice::from_ref(&change)) {
                Ok(change) if change.is_empty() => {}
                Ok(change) => edits.push((path, change)),
                Err(EditError::NotNamed { .. }) => {}
                // What cannot be read may not name it at all; its errors say so if it does.
                Err(EditError::Syntax { .. } | EditError::WrongDocument) => left.push(entry.file.to_string()),
                Err(error) => return Err(format!("{}: {error}.", entry.file)),
            }
        }
        let count = edits.len().saturating_sub(1);
        self.change_opened(&say!("renaming-step", from = from, to = to), edits)?;
        if self.selected == Some(Subject::Channel(from.clone())) {
            self.select(Some(Subject::Channel(to.into())));
        }
        let number = say!("number-word", count = count);
        let mut news = say!("renaming-renamed", from = from, to = to, count = count, number = number);
        if !left.is_empty() {
            let names: Vec<&str> = left.iter().map(String::as_str).collect();
            news = say!("renaming-not-changed", news = news, files = list(&names, say!("common-and")));
        }
        Ok(news)
    }

    /// Whether a channel of the model behind the field can have this id.
    ///
    /// # Errors
    /// A sentence, if it cannot.
    pub fn check_channel_id(&self, id: &str) -> Result<(), String> {
        if !is_valid_id(id) {
            return Err(say!("renaming-form").to_owned());
        }
        let model = self.entry_behind(Of::Model).ok_or(say!("renaming-no-model"))?;
        if model
            .operating_model()
            .is_some_and(|model| model.channels.iter().any(|other| other.id.as_str() == id))
        {
            return Err(say!("renaming-taken", id = id));
        }
        for path in self.on_model(&model.path) {
            let Some(play) = self.playbook.at(&path).and_then(Entry::play) else { continue };
            let offense = play.offense.iter().map(|player| player.id.as_str());
            let defense = play.defense.iter().map(|player| player.id.as_str());
            let assumptions = play.assumptions.iter().map(|assumption| assumption.id.as_str());
            // A beat looks at players and channels by the same names.
            if offense.chain(defense).chain(assumptions).any(|other| other == id) {
                return Err(say!("renaming-in-use", id = id, play = play.title));
            }
        }
        Ok(())
    }

    /// The file of the user's that the model behind the field is in. Built-in plays that the user's plans on it call are
    /// copied too: they could not follow it.
    pub(super) fn own_model(&mut self) -> Result<PathBuf, String> {
        let path = self.own(Of::Model)?;
        if self.entry_behind(Of::Model).is_none_or(|entry| entry.path != path) {
            return Err(say!("renaming-elsewhere", path = path.display()));
        }
        let mut copies: Vec<(PathBuf, Arc<str>, Arc<str>)> = Vec::new();
        for plan_path in self.on_model(&path) {
            let Some(plan) = self.playbook.at(&plan_path).and_then(Entry::game_plan) else { continue };
            let folder = plan_path.parent().unwrap_or(Path::new(""));
            let is_plans = folder.file_name().is_some_and(|name| name == "plans");
            let folder = if is_plans { folder.parent().unwrap_or(folder) } else { folder };
            for call in &plan.calls {
                let Call::Call { play, .. } = call else { continue };
                let meant = self.playbook.meant(&plan_path, DocumentKind::Play, play.as_str());
                let Some(entry) = meant.filter(|entry| !entry.is_own()) else { continue };
                let copy = folder.join(format!("{play}.ron"));
                if !copies.iter().any(|(other, ..)| *other == copy) {
                    copies.push((copy, Arc::clone(&entry.stem), Arc::clone(&entry.text)));
                }
            }
        }
        for (path, stem, text) in copies {
            self.drafts.make(&say!("owning-copy", name = stem), &path, &text);
            self.look_again(&[path]);
        }
        Ok(path)
    }

    /// The user's plays and plans on the model in this file, those with errors too.
    pub(super) fn on_model(&self, path: &Path) -> Vec<PathBuf> {
        let plays_on = |entry: &&Entry| {
            let model = model_of(entry);
            let meant = self.playbook.meant(&entry.path, DocumentKind::OperatingModel, &model);
            meant.is_some_and(|meant| meant.path == path)
        };
        let kinds = [Some(DocumentKind::Play), Some(DocumentKind::GamePlan)];
        let own = self
            .playbook
            .entries
            .iter()
            .filter(|entry| entry.is_own() && entry.is_text() && kinds.contains(&entry.kind));
        own.filter(plays_on).map(|entry| entry.path.clone()).collect()
    }

    /// Changes several files of the playbook, opened for that, as one thing.
    pub(super) fn change_opened(
        &mut self,
        name: &str,
        edits: Vec<(PathBuf, TextEdit)>,
    ) -> Result<(), String> {
        for (path, _) in &edits {
            let text = self
                .playbook
                .at(path)
                .map(|entry| Arc::clone(&entry.text))
                .ok_or(say!("channels-file-gone"))?;
            self.drafts.open(path, &text);
            // A large text is read a moment after it was typed.
            if self.drafts.get(path).is_none_or(|draft| draft.text != text) {
                return Err(say!("renaming-still-read", path = path.display()));
            }
        }
        self.notice = None;
        self.change_files(name, edits);
        self.notice.take().map_or(Ok(()), Err)
    }
}

/// The model a play or plan names, also where the file has errors.
fn model_of(entry: &Entry) -> String {
    match &entry.document {
        Some(Document::Play(play)) => play.model.to_string(),
        Some(Document::GamePlan(plan)) => plan.model.to_string(),
        _ => {
            let tree = Tree::from_arc(Arc::clone(&entry.text));
            let named = tree.root().and_then(|root| root.field("model")?.as_str().map(String::from));
            named.unwrap_or_else(|| USUAL_MODEL.to_owned())
        }
    }
}
