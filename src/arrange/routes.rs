//! The way a player runs: points to bend it by, counted from 0, the place where it lines up not among them.

use super::draft::tidy;
use super::{Arrange, Step, words};
use crate::model::{OffensePlayer, Place, PlayerId};
use crate::rules::STRAIGHT_ON;

impl Arrange<'_> {
    /// The way an offense player runs; no points for straight on. The last point is how far it sets out to go.
    #[must_use]
    pub fn route(&self, id: &PlayerId, points: Vec<Place>) -> Step {
        self.change_route(id, "Draw the route of", |player| {
            player.route = points.into_iter().map(|point| tidy(point, player.at)).collect();
        })
    }

    /// One point moved; for a player without a route that of the straight one, which is written then. Nothing happens
    /// if there is no such point.
    #[must_use]
    pub fn bend(&self, id: &PlayerId, index: usize, to: Place) -> Step {
        self.change_route(id, "Bend the route of", |player| {
            let mut points = drawn(player);
            if let Some(point) = points.get_mut(index) {
                *point = tidy(to, *point);
                player.route = points;
            }
        })
    }

    /// A point more, which is then the one at `index`; behind the last if `index` is beyond it.
    #[must_use]
    pub fn add_point(&self, id: &PlayerId, index: usize, point: Place) -> Step {
        self.change_route(id, "Add a bend to the route of", |player| {
            let mut points = drawn(player);
            let index = index.min(points.len());
            let beside = points.get(index).or(points.last()).copied().unwrap_or(player.at);
            points.insert(index, tidy(point, beside));
            player.route = points;
        })
    }

    /// A point less. Without any the player runs straight on again.
    #[must_use]
    pub fn drop_point(&self, id: &PlayerId, index: usize) -> Step {
        self.change_route(id, "Take a bend out of the route of", |player| {
            if index < player.route.len() {
                player.route.remove(index);
            }
        })
    }

    /// The player runs straight on, to 5 yards beyond the line.
    #[must_use]
    pub fn straighten(&self, id: &PlayerId) -> Step {
        self.change_route(id, "Straighten the route of", |player| player.route.clear())
    }

    fn change_route(&self, id: &PlayerId, name: &str, change: impl FnOnce(&mut OffensePlayer)) -> Step {
        let mut draft = self.draft();
        draft.player(id).map(change);
        draft.into_step(format!("{name} {}", words::player(&[self.play], id)))
    }
}

/// The points a player runs by: its own, or the one straight on.
fn drawn(player: &OffensePlayer) -> Vec<Place> {
    if player.route.is_empty() {
        vec![Place { yards: STRAIGHT_ON, across: player.at.across }]
    } else {
        player.route.clone()
    }
}
