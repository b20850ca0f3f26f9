//! What an offense player sets out to do: what it could, and choosing it.

use super::follow::{end_of_support, nearer, position};
use super::{Arrange, Step, words};
use crate::model::{Assignment, OffensePlayer, PlayerId};

impl Arrange<'_> {
    /// Gives a player something to do. What would be an error (an opponent in another channel, a ring of support, a
    /// ball carrier that takes no part) is not done; [`Step::follows`] says why.
    #[must_use]
    pub fn assign(&self, id: &PlayerId, assignment: Assignment) -> Step {
        let called = words::player(&[self.play], id);
        let name = format!("{called}: {}", words::label(self.play, &assignment));
        if !self.valid_assignments(id).contains(&assignment) {
            return Step::nothing(name, self.why_not(id, &called, &assignment));
        }
        let mut draft = self.draft();
        if let Some(player) = draft.player(id) {
            player.assignment = assignment;
        }
        draft.into_step(name)
    }

    fn why_not(&self, id: &PlayerId, called: &str, assignment: &Assignment) -> String {
        let target = |id| words::player(&[self.play], id);
        if position(self.play, id).is_none() {
            return format!("{called} is not one of those moving us forward, and takes no assignment");
        }
        match assignment {
            Assignment::Confront(other) | Assignment::Bypass(other) | Assignment::Block(other) => {
                format!("{} does not stand in the channel of {called}", target(other))
            }
            Assignment::Support(other) if position(self.play, other).is_none() => {
                format!("{} is no team-mate of {called}", target(other))
            }
            Assignment::Support(other) if self.in_a_ring(id, assignment) => {
                format!("{called} cannot add to {}, which adds to {called}", target(other))
            }
            Assignment::Support(_) | Assignment::Advance | Assignment::Hold => {
                "Whoever carries the ball must take part: give the ball to another player first".to_owned()
            }
        }
    }

    fn in_a_ring(&self, id: &PlayerId, assignment: &Assignment) -> bool {
        position(self.play, id)
            .is_some_and(|index| end_of_support(self.play, index, Some((index, assignment))).is_none())
    }

    /// Everything a player could be given to do without an error: to push back a defender of its channel, to get in
    /// behind one, to hold one off, to add to a team-mate, to advance, to hold; the nearest first. Nothing for a
    /// defender.
    #[must_use]
    pub fn valid_assignments(&self, id: &PlayerId) -> Vec<Assignment> {
        let Some(index) = position(self.play, id) else { return Vec::new() };
        let Some(player) = self.play.offense.get(index) else { return Vec::new() };
        let opponents = self.opponents(player);
        let mut all: Vec<Assignment> = Vec::new();
        for verb in [Assignment::Confront, Assignment::Bypass, Assignment::Block] {
            all.extend(opponents.iter().cloned().map(verb));
        }
        all.extend(self.mates(player).into_iter().map(Assignment::Support));
        all.extend([Assignment::Advance, Assignment::Hold]);
        let carrier = position(self.play, &self.play.ball.carrier);
        all.retain(|assignment| {
            let with = Some((index, assignment));
            let takes_part = carrier.is_none_or(|carrier| {
                let end = end_of_support(self.play, carrier, with);
                end.is_some_and(|end| {
                    let own = self.play.offense.get(end).map(|player| &player.assignment);
                    (if end == index { Some(assignment) } else { own }) != Some(&Assignment::Hold)
                })
            });
            takes_part && end_of_support(self.play, index, with).is_some()
        });
        all
    }

    /// The defenders in a player's channel, the nearest first.
    fn opponents(&self, player: &OffensePlayer) -> Vec<PlayerId> {
        let mut here: Vec<_> =
            self.play.defense.iter().filter(|defender| defender.channel == player.channel).collect();
        here.sort_by(|a, b| nearer(player.at, a.at, b.at));
        here.into_iter().map(|defender| defender.id.clone()).collect()
    }

    /// A player's team-mates: those of its channel first, then by how many channels they are away.
    fn mates(&self, player: &OffensePlayer) -> Vec<PlayerId> {
        let lane = |player: &OffensePlayer| self.model.index_of(&player.channel).unwrap_or(0);
        let away = |mate: &OffensePlayer| lane(mate).abs_diff(lane(player));
        let mut mates: Vec<_> = self.play.offense.iter().filter(|mate| mate.id != player.id).collect();
        mates.sort_by(|a, b| away(a).cmp(&away(b)).then_with(|| nearer(player.at, a.at, b.at)));
        mates.into_iter().map(|mate| mate.id.clone()).collect()
    }

    /// An assignment in plain words: "Push back Departmental silos", "Run into open ground".
    #[must_use]
    pub fn assignment_label(&self, assignment: &Assignment) -> String {
        words::label(self.play, assignment)
    }
}
