//! What is selected and picked, and what is done with it.

use std::sync::Arc;

use super::{Edit, Of, Session};
use crate::arrange::{Arrange, Step};
use crate::drafts::Joins;
use crate::model::{ChannelId, PlayerId, Subject};

impl Session {
    /// Selects something; a player is picked with it.
    pub fn select(&mut self, subject: Option<Subject>) {
        self.picked = match &subject {
            Some(Subject::Player(id)) => vec![id.clone()],
            _ => Vec::new(),
        };
        self.selected = subject;
    }

    /// Picks a player beside those picked already, or no longer.
    pub fn pick(&mut self, id: &PlayerId) {
        match self.picked.iter().position(|picked| picked == id) {
            Some(at) => drop(self.picked.remove(at)),
            None => self.picked.push(id.clone()),
        }
        if self.selected.is_none() {
            self.selected = self.picked.last().cloned().map(Subject::Player);
        }
    }

    /// Picks every player of the play on the field.
    pub fn pick_everyone(&mut self) {
        let Some(shown) = &self.shown else { return };
        self.picked = shown.lineup.play.everyone().map(|member| member.id.clone()).collect();
    }

    /// Whether a player that moves us forward is selected.
    #[must_use]
    pub fn is_offense_selected(&self) -> bool {
        let Some(shown) = &self.shown else { return false };
        let ids = self.picked_or_selected();
        ids.first().is_some_and(|id| shown.lineup.play.offense.iter().any(|player| player.id == *id))
    }

    /// Whether what is selected can be taken out of the play.
    #[must_use]
    pub fn can_remove(&self) -> bool {
        matches!(self.selected, Some(Subject::Assumption(_))) || !self.picked_or_selected().is_empty()
    }

    /// Changes the play on the field by a step of [`crate::arrange`].
    pub fn arrange_play(&mut self, step: impl FnOnce(&Arrange<'_>) -> Result<Step, String>) {
        let Some(shown) = &self.shown else { return };
        let (play, model) = (Arc::clone(&shown.lineup.play), Arc::clone(&shown.lineup.model));
        match step(&Arrange::new(&play, &model)) {
            Ok(step) => self.carry_out(step, Joins::Alone),
            Err(sentence) => self.notice = Some(sentence),
        }
    }

    /// Takes what is picked out of the play, or the assumption that is selected.
    pub fn remove_picked(&mut self) {
        if let Some(Subject::Assumption(id)) = self.selected.clone() {
            self.arrange_play(|arrange| Ok(arrange.remove_assumption(&id)));
        } else {
            let ids = self.picked_or_selected();
            self.arrange_play(|arrange| arrange.remove(&ids));
        }
        self.forget_what_is_gone();
    }

    /// What is selected or picked and is not in the play any more is let go of.
    pub(super) fn forget_what_is_gone(&mut self) {
        let subjects = self.subjects();
        self.picked.retain(|id| subjects.contains(&Subject::Player(id.clone())));
        if self.selected.as_ref().is_some_and(|selected| {
            !subjects.contains(selected) && !matches!(selected, Subject::HeadToHead(_))
        }) {
            self.selected = None;
        }
    }

    /// A copy of what is picked, beside it; the copy is picked then.
    pub fn duplicate_picked(&mut self) {
        let ids = self.picked_or_selected();
        self.and_pick_what_is_new(|session| session.arrange_play(|arrange| arrange.duplicate(&ids)));
    }

    /// Puts players in from a text: what was copied here, or any RON that has players.
    pub fn paste(&mut self, text: &str) {
        let channel = self.channel_meant();
        self.and_pick_what_is_new(|session| {
            session.arrange_play(|arrange| arrange.paste(text, channel.as_ref()));
        });
    }

    /// The channel that is selected, or the one of the player selected.
    #[must_use]
    pub fn channel_meant(&self) -> Option<ChannelId> {
        let play = &self.shown.as_ref()?.lineup.play;
        match self.selected.as_ref()? {
            Subject::Channel(id) => Some(id.clone()),
            Subject::Player(id) | Subject::HeadToHead(id) => {
                play.member(id).map(|member| member.channel.clone())
            }
            Subject::Play | Subject::Assumption(_) => None,
        }
    }

    /// Does something that may add players, and picks those.
    fn and_pick_what_is_new(&mut self, change: impl FnOnce(&mut Self)) {
        let before = self.subjects();
        change(self);
        let new: Vec<PlayerId> = self
            .subjects()
            .into_iter()
            .filter(|subject| !before.contains(subject))
            .filter_map(|subject| match subject {
                Subject::Player(id) => Some(id),
                _ => None,
            })
            .collect();
        if let Some(last) = new.last() {
            self.selected = Some(Subject::Player(last.clone()));
            self.picked = new;
        }
    }

    /// Where a channel starts, by its place in the model; nothing means every channel. Yards, 0 to 100.
    pub fn start_at(&mut self, channel: Option<usize>, yards: f64) {
        if !yards.is_finite() {
            return;
        }
        let yards = yards.clamp(0.0, 100.0);
        self.change_shown(|shown| {
            for (at, front) in shown.start.iter_mut().enumerate() {
                if channel.is_none_or(|channel| channel == at) {
                    *front = yards;
                }
            }
        });
    }

    /// Adds something to the play and selects what is new of it.
    pub fn add(&mut self, step: impl FnOnce(&Arrange<'_>) -> Result<Step, String>) {
        self.and_pick_what_is_new(|session| session.arrange_play(step));
    }
}

impl From<(Of, Step)> for Edit {
    fn from((of, step): (Of, Step)) -> Self {
        let Step { name, changes, follows } = step;
        Self { of, name, changes, follows, joins: Joins::Alone }
    }
}
