//! Saving, and what stands in its way: files changed by others, work of an earlier run, leaving with work unsaved.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Of, Session};
use crate::app::words::say;
use crate::compare::changes::{
    Names, changes_of_ink, changes_of_model, changes_of_plan, changes_of_play, changes_of_record,
    changes_of_show,
};
use crate::drafts::Outside;
use crate::keeping::{Disk, Expected, Rescue, SaveError, save};
use crate::model::is_valid_id;
use crate::play_file::{Document, Files, Severity, read};

/// What somebody has to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asking {
    /// Whose version of this file is kept.
    Conflict(PathBuf),
    /// Whether work is saved before the program is closed.
    Leaving,
    /// Whether the work of an earlier run is taken up.
    Found,
    /// Under which path what is on the field is saved; as typed so far.
    SaveAs(String),
}

/// What an answer to [`Asking`] does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decided {
    /// The text here is saved over the file.
    KeepMine(PathBuf),
    /// The file's text is taken.
    TakeTheirs(PathBuf),
    /// The text here is saved under a path to be typed.
    SaveAs,
    /// Everything is saved and the program closed.
    SaveAndLeave,
    /// The program is closed without saving.
    Leave,
    /// The work of an earlier run is taken up, by its place among what was found.
    TakeUp(usize),
    /// The work of an earlier run is thrown away, by its place among what was found.
    ThrowAway(usize),
    /// Nothing is done for now.
    Later,
}

impl Session {
    /// Saves every file with unsaved changes; whether all of them were.
    pub fn save_all(&mut self, disk: &dyn Disk) -> bool {
        let unsaved: Vec<PathBuf> = self.drafts.unsaved().map(|(path, _)| path.to_owned()).collect();
        if unsaved.is_empty() {
            self.news = Some(say!("saving-already").to_owned());
            return true;
        }
        let mut failed = false;
        for path in &unsaved {
            failed |= !self.save_one(path, disk);
        }
        if !failed {
            self.news = Some(match &unsaved[..] {
                [path] => say!("saving-saved", path = path.display()),
                _ => say!("saving-saved-files", count = unsaved.len()),
            });
            self.notice = None;
        }
        !failed
    }

    /// Saves one file; whether it was.
    pub(super) fn save_one(&mut self, path: &Path, disk: &dyn Disk) -> bool {
        let Some(draft) = self.drafts.get(path) else { return true };
        let (text, base) = (Arc::clone(&draft.text), draft.base.clone());
        let expected = base.as_ref().map_or(Expected::Nothing, |base| Expected::Bytes(base.as_bytes()));
        let now = match save(disk, path, expected, text.as_bytes()) {
            Ok(()) => {
                self.drafts.saved(path, &text);
                return true;
            }
            Err(SaveError::Changed { now, .. } | SaveError::Exists { now, .. }) => {
                String::from_utf8(now).ok().map(Arc::from)
            }
            Err(SaveError::Gone { .. }) => None,
            Err(error) => {
                self.notice = Some(error.to_string());
                return false;
            }
        };
        self.drafts.meet(path, now.as_ref());
        self.panels.asking = Some(Asking::Conflict(path.to_owned()));
        false
    }

    /// The path that is offered for saving what is on the field under another name.
    #[must_use]
    pub fn save_as_path(&self) -> Option<PathBuf> {
        let entry = self.entry_behind(self.top())?;
        let folder = if entry.is_own() { entry.path.parent()?.to_owned() } else { self.home()? };
        let stem = self.free_stem(&format!("{}-2", entry.stem.trim_end_matches("-2")));
        Some(folder.join(format!("{stem}.ron")))
    }

    /// The document on the field itself: the plan, or the play.
    fn top(&self) -> Of {
        if self.shown.as_ref().is_some_and(|shown| shown.plan.is_some()) { Of::Plan } else { Of::Play }
    }

    /// Saves what is on the field under another path, and goes on with that.
    pub fn save_as(&mut self, path: &Path, disk: &dyn Disk) {
        let typed = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let path = if typed.extension().is_none() { typed.with_extension("ron") } else { typed };
        let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let ending = path.extension().is_some_and(|ending| ending == "ron");
        if !ending || !is_valid_id(&stem) {
            self.notice = Some(say!("saving-name", path = path.display()));
            return;
        }
        let Some((from, text)) =
            self.entry_behind(self.top()).map(|entry| (entry.path.clone(), Arc::clone(&entry.text)))
        else {
            return;
        };
        if let Err(error) = save(disk, &path, Expected::Nothing, text.as_bytes()) {
            self.notice = Some(error.to_string());
            return;
        }
        self.panels.asking = None;
        self.notice = None;
        // The changes go with the text; what the old file says on disk is what it says here again.
        if self.drafts.get(&from).is_some() {
            self.drafts.move_to(&from, &path);
        } else {
            self.drafts.open(&path, &text);
        }
        self.drafts.saved(&path, &text);
        let old = disk.read(&from).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        if let Some(old) = old {
            self.drafts.open(&from, &Arc::from(old));
        }
        self.look_again(&[from, path.clone()]);
        if self.playbook.at(&path).is_some() && self.show(&stem) {
            self.news = Some(say!("saving-saved", path = path.display()));
        } else if self.open(&path, disk).is_ok() {
            self.news = Some(say!("saving-saved-opened", path = path.display()));
        }
    }

    /// What differs between the text here and the file as it is now, in sentences; from theirs to ours.
    #[must_use]
    pub fn differences(&self, path: &Path) -> Vec<String> {
        let Some(draft) = self.drafts.get(path) else { return Vec::new() };
        match &draft.outside {
            Some(Outside::Changed(now)) => self.differences_between(path, now, &draft.text),
            Some(Outside::Gone) => vec![say!("owning-gone").to_owned()],
            None => Vec::new(),
        }
    }

    /// What differs between a file and another version of it, in sentences.
    #[must_use]
    pub fn differences_between(&self, path: &Path, theirs: &str, ours: &str) -> Vec<String> {
        let near = self.playbook.near(path);
        let reading = |text: &str| read(text.as_bytes(), "it", None, &near);
        let (theirs, ours) = (reading(theirs), reading(ours));
        let errors = |problems: &[crate::play_file::Problem]| {
            problems.iter().filter(|problem| problem.severity() == Severity::Error).count()
        };
        let mut names = Names::default();
        if let Some(shown) = &self.shown {
            names.add_model(&shown.lineup.model);
        }
        let changes = match (&theirs.document, &ours.document) {
            (Some(Document::Play(theirs)), Some(Document::Play(ours))) => {
                changes_of_play(theirs, ours, &names)
            }
            (Some(Document::GamePlan(theirs)), Some(Document::GamePlan(ours))) => {
                changes_of_plan(theirs, ours, &names)
            }
            (Some(Document::OperatingModel(theirs)), Some(Document::OperatingModel(ours))) => {
                changes_of_model(theirs, ours)
            }
            (Some(Document::Show(theirs)), Some(Document::Show(ours))) => {
                changes_of_show(theirs, ours, &names)
            }
            (Some(Document::WorkshopRecord(theirs)), Some(Document::WorkshopRecord(ours))) => {
                changes_of_record(theirs, ours, &names)
            }
            (Some(Document::Ink(theirs)), Some(Document::Ink(ours))) => changes_of_ink(theirs, ours),
            (None, _) => {
                return vec![say!("saving-their-errors", count = errors(&theirs.problems))];
            }
            (_, None) => return vec![say!("saving-your-errors", count = errors(&ours.problems))],
            _ => return vec![say!("saving-other-kind").to_owned()],
        };
        if changes.is_empty() {
            return vec![say!("saving-same").to_owned()];
        }
        changes.into_iter().map(|change| change.sentence).collect()
    }

    /// Carries a decision out; `true` where the program is to be closed.
    pub fn decide(&mut self, decided: Decided, disk: &dyn Disk) -> bool {
        self.panels.asking = None;
        match decided {
            Decided::KeepMine(path) => {
                self.drafts.keep_mine(&path);
                if self.save_one(&path, disk) {
                    self.news = Some(say!("saving-saved", path = path.display()));
                }
            }
            Decided::TakeTheirs(path) => {
                let theirs = self.drafts.get(&path).and_then(|draft| match &draft.outside {
                    Some(Outside::Changed(now)) => Some(Arc::clone(now)),
                    _ => None,
                });
                if let Some(theirs) = theirs {
                    self.drafts.take(&path, &theirs);
                    self.look_again(std::slice::from_ref(&path));
                    self.news = Some(say!("saving-taken").to_owned());
                }
            }
            Decided::SaveAs => {
                let path = self.save_as_path().map(|path| path.display().to_string());
                self.panels.asking = Some(Asking::SaveAs(path.unwrap_or_default()));
            }
            Decided::SaveAndLeave => return self.save_all(disk),
            Decided::Leave => {
                // What is not wanted is not kept for the next start either.
                self.drafts = crate::drafts::Drafts::default();
                return true;
            }
            Decided::TakeUp(at) => {
                if at < self.found.len() {
                    let rescue = self.found.remove(at);
                    self.recover(&rescue, disk);
                    self.settled.push(rescue);
                }
                self.ask_about_found();
            }
            Decided::ThrowAway(at) => {
                if at < self.found.len() {
                    let rescue = self.found.remove(at);
                    self.settled.push(rescue);
                }
                self.ask_about_found();
            }
            Decided::Later => {}
        }
        false
    }

    fn ask_about_found(&mut self) {
        self.panels.asking = (!self.found.is_empty()).then_some(Asking::Found);
    }

    /// Offers work of an earlier run; what is in its file already needs no offer.
    pub fn offer(&mut self, found: Vec<Rescue>, files: &dyn Files) {
        let on_disk = |path: &Path| files.read(path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let (saved, found): (Vec<Rescue>, Vec<Rescue>) =
            found.into_iter().partition(|rescue| on_disk(&rescue.path).as_ref() == Some(&rescue.text));
        self.settled.extend(saved);
        self.found = found;
        self.ask_about_found();
    }

    fn recover(&mut self, rescue: &Rescue, disk: &dyn Disk) {
        let now = disk.read(&rescue.path).ok().and_then(|bytes| String::from_utf8(bytes).ok());
        let base = rescue.base.as_deref().map(Arc::from);
        self.drafts.recover(&rescue.path, base, &Arc::from(&*rescue.text), now.map(Arc::from));
        let folder = self.home();
        let belongs = folder.is_some_and(|folder| rescue.path.starts_with(folder));
        if belongs {
            self.look_again(std::slice::from_ref(&rescue.path));
        } else if let Err(sentence) = self.open(&rescue.path, disk) {
            self.notice = Some(sentence);
        }
        let stem = rescue.path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
        if let Some(stem) = stem {
            self.show(&stem);
        }
        self.news = Some(say!("saving-rescued", path = rescue.path.display()));
    }
}
