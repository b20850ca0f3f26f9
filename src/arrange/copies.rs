//! Players doubled, and players as text to take elsewhere.

use std::collections::BTreeMap;

use super::names::{fresh, next};
use super::{Arrange, Step, spots, words};
use crate::model::{Assignment, ChannelId, Defender, OffensePlayer, Place, PlayerId, Side};
use crate::play_file::edit::Value;
use crate::play_file::format::format;
use crate::play_file::{PLACE_ACROSS, Range};

/// The ids players go by from now on, where those are others.
pub(super) type Ids = BTreeMap<PlayerId, PlayerId>;

impl Arrange<'_> {
    /// Copies of players of either side, each behind its original in the list, called "… 2", standing a little aside
    /// with its route, on top of nobody. Copies of attackers and of their targets made together take on each other; the
    /// ball stays where it is.
    ///
    /// # Errors
    /// A sentence, if a side would have more than 100 players.
    pub fn duplicate(&self, ids: &[PlayerId]) -> Result<Step, String> {
        let ids = self.known(ids);
        let offense = self.play.offense.iter().filter(|player| ids.contains(&player.id)).count();
        self.room_for(Side::Offense, offense)?;
        self.room_for(Side::Defense, ids.len() - offense)?;

        let mut taken = self.taken();
        let mut copies = Ids::new();
        for id in &ids {
            let copy = next(id.as_str(), "-", &taken);
            copies.insert(id.clone(), copy.as_str().into());
            taken.push(copy);
        }
        let mut names: Vec<String> = self.play.offense.iter().map(|player| player.name.clone()).collect();
        names.extend(self.play.defense.iter().map(|defender| defender.name.clone()));
        let mut rename = |name: &str| {
            let name = next(name, " ", &names);
            names.push(name.clone());
            name
        };
        let mut room = Room::default();
        for channel in &self.model.channels {
            room.0.insert(channel.id.clone(), spots::places_in(self.play, &channel.id));
        }

        let mut draft = self.draft();
        draft.play.offense.clear();
        for player in &self.play.offense {
            draft.play.offense.push(player.clone());
            let Some(id) = copies.get(&player.id) else { continue };
            let at = room.take(&player.channel, player.at, Side::Offense);
            let mut copy = player.clone();
            copy.id = id.clone();
            copy.name = rename(&player.name);
            aside(&mut copy, at);
            copy.assignment = redirected(&copy.assignment, &copies);
            draft.play.offense.push(copy);
        }
        draft.play.defense.clear();
        for defender in &self.play.defense {
            draft.play.defense.push(defender.clone());
            let Some(id) = copies.get(&defender.id) else { continue };
            let at = room.take(&defender.channel, defender.at, Side::Defense);
            let name = rename(&defender.name);
            draft.play.defense.push(Defender { id: id.clone(), name, at, ..defender.clone() });
        }
        Ok(draft.into_step(format!("Duplicate {}", words::players(self.play, &ids))))
    }

    /// Players as RON to take elsewhere: `(offense: [ … ], defense: [ … ])` in the house style, without the list that
    /// would be empty. [`paste`](Self::paste) reads it, and so does a person.
    #[must_use]
    pub fn copy(&self, ids: &[PlayerId]) -> String {
        let ids = self.known(ids);
        let offense = self.play.offense.iter().filter(|player| ids.contains(&player.id)).map(Value::from);
        let defense = self.play.defense.iter().filter(|defender| ids.contains(&defender.id)).map(Value::from);
        let mut text = "(\n".to_owned();
        for (list, values) in [("offense", offense.collect::<Vec<_>>()), ("defense", defense.collect())] {
            if !values.is_empty() {
                text.extend([list, ": [\n"]);
                for value in values {
                    text.extend([&value.to_text(), ",\n"]);
                }
                text.push_str("],\n");
            }
        }
        text.push_str(")\n");
        // What is written here is RON, which is all laying out asks for.
        format(&text).unwrap_or(text)
    }
}

/// Where everybody of every channel stands, newcomers included.
#[derive(Default)]
pub(super) struct Room(pub(super) BTreeMap<ChannelId, Vec<Place>>);

impl Room {
    /// The free place nearest to a wish, which then is taken.
    pub(super) fn take(&mut self, channel: &ChannelId, wish: Place, side: Side) -> Place {
        let others = self.0.entry(channel.clone()).or_default();
        let place = spots::free(wish, side, others);
        others.push(place);
        place
    }
}

/// Lines a player up elsewhere and shifts its route as far across, so that it runs beside the old one.
pub(super) fn aside(player: &mut OffensePlayer, at: Place) {
    let Range { low, high, .. } = PLACE_ACROSS;
    let across = at.across - player.at.across;
    if across != 0.0 {
        for point in &mut player.route {
            point.across = ((point.across + across).clamp(low, high) * 100.0).round() / 100.0 + 0.0;
        }
    }
    player.at = at;
}

/// An assignment with the ids its target goes by now.
pub(super) fn redirected(assignment: &Assignment, ids: &Ids) -> Assignment {
    let now = |id: &PlayerId| ids.get(id).unwrap_or(id).clone();
    match assignment {
        Assignment::Confront(id) => Assignment::Confront(now(id)),
        Assignment::Bypass(id) => Assignment::Bypass(now(id)),
        Assignment::Block(id) => Assignment::Block(now(id)),
        Assignment::Support(id) => Assignment::Support(now(id)),
        Assignment::Advance => Assignment::Advance,
        Assignment::Hold => Assignment::Hold,
    }
}

/// The id a newcomer gets: its own if that is one and free, else one like it, or like its name.
pub(super) fn own_or_fresh(id: &PlayerId, name: &str, taken: &[String]) -> PlayerId {
    let id = id.as_str();
    if crate::model::is_valid_id(id) {
        let free = !taken.iter().any(|other| other == id);
        return if free { id.into() } else { next(id, "-", taken).as_str().into() };
    }
    let like = if id.is_empty() { name } else { id };
    fresh(like, "player", taken).as_str().into()
}
