//! What comes new: players of either side, assumptions, beats.

use super::draft::Draft;
use super::follow::nearer;
use super::names::fresh;
use super::{Arrange, Step, spots, strengths, words};
use crate::model::{
    Assignment, Assumption, Beat, ChannelId, Defender, OffensePlayer, Phase, Place, PlayerId, Side, Stance,
    Strength,
};
use crate::play_file::MAX_PLAYERS;
use crate::play_file::edit::{At, Change};
use crate::play_file::tree::NodePath;

/// Where a new offense player lines up if there is room.
pub(super) const BEHIND: Place = Place { yards: -3.0, across: 0.0 };
/// Where a new defender lines up if there is room.
pub(super) const AHEAD: Place = Place { yards: 5.0, across: 0.0 };

impl Arrange<'_> {
    /// A new defender, behind the others of its list: a few yards ahead of the line of `channel` (the model's first if
    /// it has no such channel), on top of nobody. Its id is [`fresh_id`](Self::fresh_id) of the name. With 100
    /// defenders there already nothing changes.
    #[must_use]
    pub fn add_defender(&self, name: &str, channel: &ChannelId, strength: Strength) -> Step {
        let name = or_else(name, "New defender");
        let step = format!("Add {}", words::on_one_line(name));
        if let Err(full) = self.room_for(Side::Defense, 1) {
            return Step::nothing(step, full);
        }
        let mut draft = self.draft();
        let channel = self.channel_or_first(channel);
        draft.play.defense.push(Defender {
            id: self.fresh_id(name).as_str().into(),
            name: name.to_owned(),
            short: None,
            team: None,
            at: spots::free(AHEAD, Side::Defense, &spots::places_in(&draft.play, &channel)),
            channel,
            strength: strengths::within_bounds(strength),
            stance: Stance::Hold,
            note: None,
        });
        draft.into_step(step)
    }

    /// A new offense player, behind the others of its list: a little behind the line of `channel` (the model's first if
    /// it has no such channel), on top of nobody. Without an assignment it confronts the nearest defender there that
    /// nobody confronts, else it advances. Its id is [`fresh_id`](Self::fresh_id) of the name. With 100 players there
    /// already nothing changes.
    #[must_use]
    pub fn add_player(
        &self,
        name: &str,
        channel: &ChannelId,
        strength: Strength,
        assignment: Option<Assignment>,
    ) -> Step {
        let name = or_else(name, "New player");
        let step = format!("Add {}", words::on_one_line(name));
        if let Err(full) = self.room_for(Side::Offense, 1) {
            return Step::nothing(step, full);
        }
        let mut draft = self.draft();
        let channel = self.channel_or_first(channel);
        let at = spots::free(BEHIND, Side::Offense, &spots::places_in(&draft.play, &channel));
        draft.play.offense.push(OffensePlayer {
            id: self.fresh_id(name).as_str().into(),
            name: name.to_owned(),
            short: None,
            team: None,
            assignment: assignment.unwrap_or_else(|| draft.unopposed(&channel, at)),
            channel,
            at,
            strength: strengths::within_bounds(strength),
            route: Vec::new(),
            note: None,
        });
        draft.into_step(step)
    }

    /// A new assumption, behind the others, without an effect yet. Its id is made of its first words.
    #[must_use]
    pub fn add_assumption(&self, text: &str, channel: Option<&ChannelId>) -> Step {
        let text = or_else(text, "We assume that …");
        let assumption = Assumption {
            id: fresh(
                &text.split_whitespace().take(4).collect::<Vec<_>>().join(" "),
                "assumption",
                &self.taken(),
            )
            .as_str()
            .into(),
            channel: channel.filter(|channel| self.model.index_of(channel).is_some()).cloned(),
            text: text.to_owned(),
            effects: Vec::new(),
            holds: true,
        };
        let list = NodePath::root().field("assumptions");
        Step {
            name: "Add an assumption".to_owned(),
            changes: vec![Change::insert(list, At::End, &assumption)],
            follows: Vec::new(),
        }
    }

    /// A new presenter's step, behind the last one of its phase or an earlier one.
    #[must_use]
    pub fn add_beat(&self, phase: Phase, caption: &str) -> Step {
        let last = self.play.beats.iter().rposition(|beat| beat.phase <= phase);
        let at = match last {
            Some(last) => At::After(last),
            None if self.play.beats.is_empty() => At::End,
            None => At::Before(0),
        };
        let beat = Beat {
            phase,
            caption: or_else(caption, phase.label()).to_owned(),
            notes: None,
            focus: Vec::new(),
        };
        let list = NodePath::root().field("beats");
        Step {
            name: format!("Add a beat to \"{}\"", phase.label()),
            changes: vec![Change::insert(list, at, &beat)],
            follows: Vec::new(),
        }
    }

    pub(super) fn channel_or_first(&self, channel: &ChannelId) -> ChannelId {
        let known = self.model.index_of(channel).is_some();
        let first = self.model.channels.first().filter(|_| !known);
        first.map_or_else(|| channel.clone(), |first| first.id.clone())
    }

    /// Whether a side can take so many more.
    ///
    /// # Errors
    /// That it cannot, in words.
    pub(super) fn room_for(&self, side: Side, more: usize) -> Result<(), String> {
        let (there, called) = match side {
            Side::Offense => (self.play.offense.len(), "players moving us forward"),
            Side::Defense => (self.play.defense.len(), "defenders"),
        };
        if more == 0 || there + more <= MAX_PLAYERS {
            return Ok(());
        }
        Err(format!("A play has at most {MAX_PLAYERS} {called}; this would make {}", there + more))
    }
}

impl Draft<'_> {
    /// To confront the nearest defender of a channel that nobody confronts, else to advance.
    fn unopposed(&self, channel: &ChannelId, from: Place) -> Assignment {
        let confronted = |id: &PlayerId| {
            let by = |player: &OffensePlayer| player.assignment == Assignment::Confront(id.clone());
            self.play.offense.iter().any(by)
        };
        let here = self.play.defense.iter().filter(|defender| defender.channel == *channel);
        let nearest =
            here.filter(|defender| !confronted(&defender.id)).min_by(|a, b| nearer(from, a.at, b.at));
        nearest.map_or(Assignment::Advance, |defender| Assignment::Confront(defender.id.clone()))
    }
}

fn or_else<'t>(text: &'t str, otherwise: &'t str) -> &'t str {
    let text = text.trim();
    if text.is_empty() { otherwise } else { text }
}
