//! A play while a step is being made of it.
//!
//! In: the play as it is, changed freely by one of the steps. Out: a [`Step`], after everything that lost its sense was
//! given another.

use super::{Arrange, Step, changes, follow, words};
use crate::model::{Assignment, OffensePlayer, Place, Play, PlayerId};
use crate::play_file::{PLACE_ACROSS, PLACE_YARDS};

/// A play before and after, with what is to be said about it.
pub(super) struct Draft<'a> {
    pub(super) before: &'a Play,
    pub(super) play: Play,
    pub(super) follows: Vec<String>,
}

impl<'a> Arrange<'a> {
    pub(super) fn draft(&self) -> Draft<'a> {
        Draft { before: self.play, play: self.play.clone(), follows: Vec::new() }
    }

    /// Those of `ids` that are players, each once, in the order of the play.
    pub(super) fn known(&self, ids: &[PlayerId]) -> Vec<PlayerId> {
        let offense = self.play.offense.iter().map(|player| &player.id);
        let all = offense.chain(self.play.defense.iter().map(|player| &player.id));
        all.filter(|id| ids.contains(id)).cloned().collect()
    }

    /// Every id that something has, channels included, since a beat looks at them by the same names.
    pub(super) fn taken(&self) -> Vec<String> {
        let offense = self.play.offense.iter().map(|player| player.id.as_str());
        let defense = self.play.defense.iter().map(|player| player.id.as_str());
        let assumptions = self.play.assumptions.iter().map(|assumption| assumption.id.as_str());
        let channels = self.model.channels.iter().map(|channel| channel.id.as_str());
        offense.chain(defense).chain(assumptions).chain(channels).map(str::to_owned).collect()
    }
}

impl Draft<'_> {
    pub(super) fn player(&mut self, id: &PlayerId) -> Option<&mut OffensePlayer> {
        self.play.offense.iter_mut().find(|player| player.id == *id)
    }

    /// Where a player of either side lines up.
    pub(super) fn at(&mut self, id: &PlayerId) -> Option<&mut Place> {
        let offense = self.play.offense.iter_mut().map(|player| (&player.id, &mut player.at));
        let mut both = offense.chain(self.play.defense.iter_mut().map(|player| (&player.id, &mut player.at)));
        both.find(|(other, _)| *other == id).map(|(_, at)| at)
    }

    /// Puts right what has no sense any more, says so, and tells what changed.
    pub(super) fn into_step(mut self, name: impl Into<String>) -> Step {
        let intended: Vec<(PlayerId, Assignment)> =
            self.play.offense.iter().map(|player| (player.id.clone(), player.assignment.clone())).collect();
        let carrier = self.play.ball.carrier.clone();
        follow::settle(self.before, &mut self.play);
        let plays = [&self.play, self.before];
        for (player, (id, wanted)) in self.play.offense.iter().zip(&intended) {
            if player.assignment != *wanted {
                self.follows.push(words::now_does(&plays, id, wanted, &player.assignment));
            }
        }
        if self.play.ball.carrier != carrier {
            self.follows.push(format!("{} now has the ball", words::player(&plays, &self.play.ball.carrier)));
        }
        Step { name: name.into(), changes: changes::between(self.before, &self.play), follows: self.follows }
    }
}

/// A place within the field, to a tenth of a yard and a hundredth across; what is no number stays as in `now`.
pub(super) fn tidy(place: Place, now: Place) -> Place {
    let tidy = |wanted: f64, now: f64, steps: f64, low: f64, high: f64| {
        let number = if wanted.is_finite() { wanted } else { now };
        // A negative nothing would be shown as such.
        (number.clamp(low, high) * steps).round() / steps + 0.0
    };
    Place {
        yards: tidy(place.yards, now.yards, 10.0, PLACE_YARDS.low, PLACE_YARDS.high),
        across: tidy(place.across, now.across, 100.0, PLACE_ACROSS.low, PLACE_ACROSS.high),
    }
}
