//! Moving players: to a place, by a little, to the other side of the field.

use super::draft::tidy;
use super::{Arrange, Step, words};
use crate::model::{ChannelId, Place, PlayerId};
use crate::play_file::{PLACE_ACROSS, PLACE_YARDS, Range};

impl Arrange<'_> {
    /// Players of either side moved to a channel and place at once. Places are taken to a tenth of a yard and a
    /// hundredth across, and kept within the field (yards −30 to 100, across −1 to 1); a channel the model lacks and a
    /// player the play lacks are passed over; of a player named twice the last counts. Assignments follow: see
    /// [`Step::follows`].
    #[must_use]
    pub fn place(&self, moves: &[(PlayerId, ChannelId, Place)]) -> Step {
        let mut draft = self.draft();
        let known = |channel: &ChannelId| self.model.index_of(channel).is_some();
        for (id, channel, place) in moves {
            if let Some(at) = draft.at(id) {
                *at = tidy(*place, *at);
            }
            if known(channel) {
                draft.go_to(id, channel);
            }
        }
        let ids = self.known(&moves.iter().map(|(id, ..)| id.clone()).collect::<Vec<_>>());
        draft.into_step(format!("Move {}", words::players(self.play, &ids)))
    }

    /// Players moved by some yards and some of the way across, routes left where they are. A group that meets the edge
    /// of the field stops there as a whole, so that it keeps its shape.
    #[must_use]
    pub fn nudge(&self, ids: &[PlayerId], yards: f64, across: f64) -> Step {
        let ids = self.known(ids);
        let mut draft = self.draft();
        let places: Vec<Place> = ids.iter().filter_map(|id| draft.at(id).map(|at| *at)).collect();
        let room = |by: f64, range: Range, of: fn(&Place) -> f64| {
            let by = if by.is_finite() { by } else { 0.0 };
            let low = places.iter().map(|place| range.low - of(place)).fold(f64::NEG_INFINITY, f64::max);
            let high = places.iter().map(|place| range.high - of(place)).fold(f64::INFINITY, f64::min);
            by.max(low).min(high)
        };
        let yards = room(yards, PLACE_YARDS, |place| place.yards);
        let across = room(across, PLACE_ACROSS, |place| place.across);
        for (id, was) in ids.iter().zip(&places) {
            let wanted = Place { yards: was.yards + yards, across: was.across + across };
            // Who is not moved in a direction keeps even what is finer than a step.
            let tidied = tidy(wanted, *was);
            if let Some(at) = draft.at(id) {
                at.yards = if yards == 0.0 { was.yards } else { tidied.yards };
                at.across = if across == 0.0 { was.across } else { tidied.across };
            }
        }
        draft.into_step(format!("Nudge {}", words::players(self.play, &ids)))
    }

    /// Players mirrored within their channels, routes included: what was at the upper edge is at the lower.
    #[must_use]
    pub fn mirror(&self, ids: &[PlayerId]) -> Step {
        let ids = self.known(ids);
        let mut draft = self.draft();
        for id in &ids {
            if let Some(at) = draft.at(id) {
                at.across = 0.0 - at.across;
            }
            if let Some(player) = draft.player(id) {
                player.route.iter_mut().for_each(|point| point.across = 0.0 - point.across);
            }
        }
        draft.into_step(format!("Mirror {}", words::players(self.play, &ids)))
    }

    /// Players sent to the channel as far from the bottom as theirs is from the top. Assignments follow.
    #[must_use]
    pub fn mirror_channels(&self, ids: &[PlayerId]) -> Step {
        let ids = self.known(ids);
        let mut draft = self.draft();
        for id in &ids {
            let from = draft.channel(id).and_then(|channel| self.model.index_of(channel));
            let to = from.and_then(|from| self.model.channels.iter().rev().nth(from));
            if let Some(to) = to {
                draft.go_to(id, &to.id);
            }
        }
        draft.into_step(format!("Send {} to the opposite channel", words::players(self.play, &ids)))
    }
}

impl super::draft::Draft<'_> {
    /// The channel of a player of either side.
    fn channel(&mut self, id: &PlayerId) -> Option<&mut ChannelId> {
        let offense = self.play.offense.iter_mut().map(|player| (&player.id, &mut player.channel));
        let defense = self.play.defense.iter_mut().map(|player| (&player.id, &mut player.channel));
        offense.chain(defense).find(|(other, _)| *other == id).map(|(_, channel)| channel)
    }

    fn go_to(&mut self, id: &PlayerId, to: &ChannelId) {
        if let Some(channel) = self.channel(id) {
            *channel = to.clone();
        }
    }
}
