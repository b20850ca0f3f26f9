//! What-ifs: changes of the play on the field that leave its file alone until somebody says to keep them.
//!
//! They are edits of a copy of the text, so that everything that can be changed can be asked "what if" about.

use std::path::PathBuf;
use std::sync::Arc;

use super::editing::sentence;
use super::{Edit, Of, Session};
use crate::app::shown::Shown;
use crate::app::words::say;
use crate::drafts::{Drafts, Joins};
use crate::model::{Play, StartFronts};
use crate::play_file::edit::{Change, edit};
use crate::play_file::tree::NodePath;
use crate::play_file::{Document, Severity, read};

/// A play's text with what-ifs, and the way back.
#[derive(Debug)]
pub(in crate::app) struct Imagined {
    path: PathBuf,
    texts: Drafts,
}

impl Session {
    /// Goes to where changes are what-ifs, or back; what was asked stays until it is kept or dropped.
    pub fn toggle_what_if_mode(&mut self) {
        self.what_if_mode = !self.what_if_mode;
        self.news = Some(if self.what_if_mode {
            say!("what-if-on").to_owned()
        } else if self.is_what_if() {
            say!("what-if-off-kept").to_owned()
        } else {
            say!("what-if-off").to_owned()
        });
    }

    /// Makes an edit of the play on the field that is no edit of its file.
    pub(super) fn imagine(&mut self, wanted: &Edit) {
        match self.try_to_imagine(wanted) {
            Ok(()) => self.notice = None,
            Err(sentence) => self.notice = Some(sentence),
        }
    }

    fn try_to_imagine(&mut self, wanted: &Edit) -> Result<(), String> {
        let entry = self.entry_behind(Of::Play).ok_or(say!("what-if-no-play"))?;
        let (path, text, file) = (entry.path.clone(), Arc::clone(&entry.text), Arc::clone(&entry.file));
        if self.imagined.as_ref().is_none_or(|imagined| imagined.path != path) {
            let mut texts = Drafts::default();
            texts.open(&path, &text);
            self.imagined = Some(Imagined { path: path.clone(), texts });
        }
        let Some(imagined) = &mut self.imagined else { return Ok(()) };
        let before = imagined.texts.before(&path, wanted.joins).unwrap_or(text);
        let changed = edit(&before, &wanted.changes).map_err(|error| sentence(&error))?;
        let after = changed.apply(&before).map_err(|error| sentence(&error))?;
        let reading = read(after.as_bytes(), &file, None, &self.playbook.near(&path));
        let Some(Document::Play(play)) = reading.document else {
            let errors = reading.problems.iter().find(|problem| problem.severity() == Severity::Error);
            return Err(errors.map_or_else(String::new, |problem| format!("{}.", problem.message)));
        };
        let done = imagined.texts.edit(&wanted.name, vec![(path, changed)], wanted.joins);
        done.map_err(|error| sentence(&error))?;
        self.change_shown(|shown| shown.imagine(play));
        Ok(())
    }

    /// Whether there is something to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        if self.fronts_moved_last() {
            return true;
        }
        let imagined = self.imagined.as_ref().filter(|_| self.what_if_mode);
        imagined.is_some_and(|imagined| imagined.texts.last_done().is_some())
            || self.drafts.last_done().is_some()
    }

    /// Whether moving a front was the last thing done.
    fn fronts_moved_last(&self) -> bool {
        self.fronts_before.as_ref().is_some_and(|(revision, _)| *revision == self.drafts.revision())
    }

    /// Takes the last what-if back; `false` if there is none that was made by an edit.
    pub(super) fn undo_imagined(&mut self) -> bool {
        if self.fronts_moved_last()
            && let Some((_, start)) = self.fronts_before.take()
        {
            self.change_shown(|shown| shown.start = start);
            self.news = Some(say!("what-if-undone-start").to_owned());
            return true;
        }
        if !self.what_if_mode {
            return false;
        }
        let Some(imagined) = &mut self.imagined else { return false };
        let Some(turned) = imagined.texts.undo() else { return false };
        let path = imagined.path.clone();
        let Some(text) = imagined.texts.get(&path).map(|draft| Arc::clone(&draft.text)) else { return false };
        let reading = read(text.as_bytes(), "", None, &self.playbook.near(&path));
        if let Some(Document::Play(play)) = reading.document {
            self.change_shown(|shown| shown.imagine(play));
        }
        self.news = Some(say!("what-if-undone", name = turned.name));
        true
    }

    /// Back to what the file says.
    pub fn drop_what_if(&mut self) {
        self.imagined = None;
        self.change_shown(Shown::reset);
    }

    /// Makes what-ifs changes of the files: one thing for each play, and one for the plan's start.
    pub fn keep_what_if(&mut self) {
        let Some(shown) = &self.shown else { return };
        let (is_plan, at) = (shown.plan.is_some(), shown.plan.as_ref().map_or(0, |plan| plan.at));
        let (plays, start) = (shown.imagined(), shown.start.clone());
        let (moved, model) = (start != shown.file_start(), Arc::clone(&shown.lineup.model));
        if plays.is_empty() && !is_plan {
            self.news = Some(say!("what-if-nothing-to-keep").to_owned());
            return;
        }
        self.what_if_mode = false;
        self.notice = None;
        // A copy is made first where one is needed: without it nothing can be kept, and nothing is dropped either.
        if let Err(sentence) = self.own(if is_plan { Of::Plan } else { Of::Play }) {
            self.notice = Some(sentence);
            return;
        }
        self.drop_what_if();
        for (down, play) in plays {
            if is_plan {
                self.go_to_down(down, 0.0);
            }
            if let Err(sentence) = self.keep_play(play) {
                self.notice = Some(sentence);
            }
        }
        if is_plan {
            self.go_to_down(at, f64::MAX);
        }
        if is_plan && moved {
            let all = start.first().filter(|first| start.iter().all(|yards| yards == *first));
            let fronts = all.map_or_else(
                || {
                    let ids = model.channels.iter().map(|channel| channel.id.clone());
                    StartFronts::Each(ids.zip(start.iter().copied()).collect())
                },
                |yards| StartFronts::All(*yards),
            );
            let change = Change::set(NodePath::root().field("start"), &fronts);
            self.change(&Edit::new(Of::Plan, say!("what-if-keep-start"), vec![change]));
        } else if moved {
            // Where we start is no part of a play: that stays a what-if.
            self.change_shown(|shown| shown.start = start);
        }
        if self.notice.is_none() {
            self.news = Some(if moved && !is_plan {
                say!("what-if-kept-but-start").to_owned()
            } else {
                say!("what-if-kept").to_owned()
            });
        }
    }

    fn keep_play(&mut self, wanted: Play) -> Result<(), String> {
        let path = self.own(Of::Play)?;
        // A copy has a title and a tactic of its own.
        let now = self.playbook.at(&path).and_then(|entry| entry.play().cloned());
        let now = now.ok_or(say!("what-if-play-errors"))?;
        let kept = Play { title: now.title.clone(), tactic: now.tactic.clone(), ..wanted };
        let before = self.drafts.before(&path, Joins::Alone).ok_or(say!("editing-not-open"))?;
        let change = Change::set(NodePath::root(), &kept);
        let changed = edit(&before, &[change]).map_err(|error| sentence(&error))?;
        let done =
            self.drafts.edit(say!("command-keep-what-if"), vec![(path.clone(), changed)], Joins::Alone);
        done.map_err(|error| sentence(&error))?;
        self.look_again(&[path]);
        Ok(())
    }

    /// Sends what is on the field with its what-ifs to Compare, beside the file.
    pub fn compare_what_if(&mut self) {
        let Some(shown) = &self.shown else { return };
        let (stem, script) = (Arc::clone(&shown.stem), shown.script());
        if self.comparison.place_of(&stem).is_none() {
            self.compare(&stem);
        }
        if let Err(refusal) = self.comparison.add_what_if(&stem, script) {
            self.notice = Some(refusal.sentence().to_owned());
            return;
        }
        self.comparison_changed();
        self.go_to(super::Screen::Compare);
    }
}
