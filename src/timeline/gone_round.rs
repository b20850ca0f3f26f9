//! Forces that were got behind, in this play or before it, and are still there.

use std::collections::BTreeMap;

use super::GoneRoundFrame;
use super::easing::lerp;
use super::lanes::Lane;
use super::moment::Moment;
use super::stops::behind;
use super::tokens::Token;
use crate::model::{Constants, Phase, Place, Play, PlayerId, Side};
use crate::rules::{GoneRound, Run};

/// Where forces stand that no player of this play shows: across the lane, by turns.
const ACROSS: [f64; 3] = [0.5, -0.5, 0.0];
/// How far behind each other they stand, in yards.
const APART: f64 = 3.0;

/// One force gone round.
#[derive(Clone, Debug)]
pub(super) struct Force {
    id: PlayerId,
    name: String,
    lane: usize,
    before: Option<GoneRound>,
    after: Option<GoneRound>,
    weight: (f64, f64),
    stands: Stands,
}

/// Where a force is.
#[derive(Clone, Copy, Debug)]
enum Stands {
    /// It is a player of this play: wherever its token is, for as long as that is gone round.
    Token(usize),
    /// It is left from earlier plays, or was partly gone round while its token was pushed on.
    Here(Place),
}

impl Force {
    /// The same force under the name that one of `plays` gives it, if this play does not know it.
    pub(super) fn known_from<'a>(mut self, mut plays: impl Iterator<Item = &'a Play>) -> Self {
        if matches!(self.stands, Stands::Here(_)) {
            let named = plays.find_map(|play| play.defense.iter().find(|player| player.id == self.id));
            if let Some(player) = named {
                self.name.clone_from(&player.name);
            }
        }
        self
    }

    /// Its frame, if anything of it can be seen.
    pub(super) fn frame(
        &self,
        moment: &Moment,
        tokens: &[Token],
        places: &[Place],
    ) -> Option<GoneRoundFrame> {
        let (at, shown) = match self.stands {
            Stands::Token(index) => (*places.get(index)?, tokens.get(index)?.gone_round(moment)),
            Stands::Here(place) => (place, self.presence(moment)),
        };
        if shown <= 0.0 {
            return None;
        }
        let after = moment.phase >= Phase::DragBack || self.before.is_none();
        let state = if after { self.after.or(self.before) } else { self.before };
        Some(GoneRoundFrame {
            id: self.id.clone(),
            name: self.name.clone(),
            channel: self.lane,
            at,
            weight: lerp(self.weight.0, self.weight.1, moment.advance),
            age: state.map_or(0, |state| state.age),
            shown,
        })
    }

    fn presence(&self, moment: &Moment) -> f64 {
        match (self.before, self.after) {
            (Some(_), Some(_)) => 1.0,
            (Some(_), None) => 1.0 - moment.advance,
            (None, _) => moment.advance,
        }
    }
}

/// Every force that is gone round before or after `run`, lane by lane.
pub(super) fn forces(run: &Run, lanes: &[Lane], tokens: &[Token], constants: &Constants) -> Vec<Force> {
    let mut forces = Vec::new();
    let none = BTreeMap::new();
    for (lane, track) in lanes.iter().enumerate() {
        let before = run.before.gone_round.get(lane).unwrap_or(&none);
        let after = run.outcome.gone_round.get(lane).unwrap_or(&none);
        let mut left = 0;
        let new = after.keys().filter(|id| !before.contains_key(*id));
        for id in before.keys().chain(new) {
            let (before, after) = (before.get(id).copied(), after.get(id).copied());
            let (old, new) =
                (before.map(|force| force.weight(constants)), after.map(|force| force.weight(constants)));
            let token = tokens
                .iter()
                .position(|token| token.side == Side::Defense && token.id == *id && token.stops.lane == lane);
            // A force that was left behind and now mostly stands in the way shows as the player it is.
            let shows = token.filter(|index| tokens[*index].stops.gone_round || after.is_none());
            let stands = shows.map_or_else(
                || {
                    let place = left_behind(track, left);
                    left += 1;
                    Stands::Here(place)
                },
                Stands::Token,
            );
            forces.push(Force {
                name: tokens
                    .iter()
                    .find(|token| token.id == *id)
                    .map_or_else(|| readable(id.as_str()), |token| token.name.clone()),
                id: id.clone(),
                lane,
                before,
                after,
                weight: (old.or(new).unwrap_or(0.0), new.or(old).unwrap_or(0.0)),
                stands,
            });
        }
    }
    forces
}

/// Where the `index`th force stands that no token shows: behind every front the lane has in this play.
fn left_behind(lane: &Lane, index: usize) -> Place {
    let front = lane.start.min(lane.lowest_after());
    let yards = (behind(front) - APART * (index / ACROSS.len()) as f64).max(0.0);
    Place { yards, across: ACROSS[index % ACROSS.len()] }
}

/// `waterfall-procurement` as "Waterfall procurement".
fn readable(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn an_id_is_made_readable() {
        assert_eq!(readable("waterfall-procurement"), "Waterfall procurement");
        assert_eq!(readable(""), "");
    }
}
