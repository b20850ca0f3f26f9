//! Room in a lane: places where a player hides nobody.

use crate::model::Place;

/// How near to the edge of its lane a player is put at most.
pub(super) const EDGE: f64 = 0.8;
/// Two players hide each other when they are nearer than both of these: across the lane, and in yards.
const HIDES: (f64, f64) = (0.5, 8.0);
/// How finely places across a lane are tried, in steps from edge to edge.
const STEPS: u32 = 16;
/// How many rows behind each other are tried.
const ROWS: u32 = 3;

/// The place nearest to `wish` that hides none of `taken`: across the lane first, then farther back. `wish` itself if
/// the lane is full.
pub(super) fn free(taken: &[Place], wish: Place) -> Place {
    for row in 0..ROWS {
        let yards = wish.yards - HIDES.1 * f64::from(row);
        let places = (0..=STEPS)
            .map(|step| Place { yards, across: 2.0 * EDGE * f64::from(step) / f64::from(STEPS) - EDGE });
        let nearest = [Place { yards, across: wish.across }]
            .into_iter()
            .chain(places)
            .filter(|place| taken.iter().all(|other| !hides(*place, *other)))
            .min_by(|a, b| (a.across - wish.across).abs().total_cmp(&(b.across - wish.across).abs()));
        if let Some(place) = nearest {
            return place;
        }
    }
    wish
}

fn hides(place: Place, other: Place) -> bool {
    (place.across - other.across).abs() < HIDES.0 && (place.yards - other.yards).abs() < HIDES.1
}

#[cfg(test)]
mod tests {
    use super::{Place, free, hides};

    #[test]
    fn a_place_is_free_beside_the_others_then_behind_them() {
        let at = |yards, across| Place { yards, across };
        assert_eq!(free(&[], at(20.0, 0.3)), at(20.0, 0.3));
        let mut taken = vec![at(20.0, -0.6), at(22.0, 0.6)];
        let between = free(&taken, at(20.0, 0.4));
        assert!(between.yards == 20.0 && between.across.abs() < 0.15, "{between:?}");
        taken.push(between);
        let behind = free(&taken, at(20.0, 0.4));
        assert_eq!(behind, at(12.0, 0.4));
        assert!(taken.iter().all(|other| !hides(behind, *other)));
    }

    #[test]
    fn a_full_lane_leaves_everyone_where_they_wish_to_be() {
        let taken: Vec<Place> = (0..60).map(|yards| Place { yards: f64::from(yards), across: 0.0 }).collect();
        let more: Vec<Place> = taken
            .iter()
            .flat_map(|place| [-0.7, 0.0, 0.7].map(|across| Place { across, ..*place }))
            .collect();
        let wish = Place { yards: 30.0, across: 0.1 };
        assert_eq!(free(&more, wish), wish);
    }
}
