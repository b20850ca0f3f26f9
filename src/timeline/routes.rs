//! Ways across a lane, followed by how far one has run.

use super::easing::between;
use crate::model::Place;

/// What a lane's half width counts for in yards where a way goes across it.
const ACROSS_YARDS: f64 = 4.0;

/// A way of straight pieces: yards on the field, and across the lane.
#[derive(Clone, Debug)]
pub(super) struct Route {
    points: Vec<Place>,
    /// How far one has run at each point, in yards.
    reached: Vec<f64>,
}

impl Route {
    /// The way through `points`.
    pub(super) fn new(points: Vec<Place>) -> Self {
        let mut run = 0.0;
        let mut reached = Vec::with_capacity(points.len());
        for (index, point) in points.iter().enumerate() {
            if let Some(last) = index.checked_sub(1).and_then(|last| points.get(last)) {
                run += distance(*last, *point);
            }
            reached.push(run);
        }
        Self { points, reached }
    }

    pub(super) fn points(&self) -> &[Place] {
        &self.points
    }

    /// How long it is, in yards.
    pub(super) fn length(&self) -> f64 {
        self.reached.last().copied().unwrap_or(0.0)
    }

    /// Where one is after `run` yards.
    pub(super) fn at(&self, run: f64) -> Place {
        let next = self.reached.partition_point(|reached| *reached <= run);
        match (next.checked_sub(1), self.points.get(next)) {
            (Some(last), Some(point)) => {
                let piece = self.reached[next] - self.reached[last];
                between(self.points[last], *point, (run - self.reached[last]) / piece)
            }
            (Some(last), None) => self.points.get(last).copied().unwrap_or_default(),
            (None, _) => self.points.first().copied().unwrap_or_default(),
        }
    }

    /// After how many yards one comes nearest to `place`, in yards.
    pub(super) fn nearest(&self, place: Place) -> f64 {
        let mut best = (f64::INFINITY, 0.0);
        for (piece, reached) in self.points.windows(2).zip(&self.reached) {
            let &[from, to] = piece else { continue };
            let (along, wide) = (to.yards - from.yards, (to.across - from.across) * ACROSS_YARDS);
            let length = along.hypot(wide);
            let share = if length > 0.0 {
                let (yards, across) = (place.yards - from.yards, (place.across - from.across) * ACROSS_YARDS);
                (along.mul_add(yards, wide * across) / (length * length)).clamp(0.0, 1.0)
            } else {
                0.0
            };
            let away = distance(between(from, to, share), place);
            if away < best.0 {
                best = (away, length.mul_add(share, *reached));
            }
        }
        best.1
    }
}

/// How far two places are apart, in yards.
pub(super) fn distance(from: Place, to: Place) -> f64 {
    (to.yards - from.yards).hypot((to.across - from.across) * ACROSS_YARDS)
}

#[cfg(test)]
mod tests {
    use super::{Place, Route};

    fn bent() -> Route {
        Route::new(vec![
            Place { yards: 10.0, across: 0.0 },
            Place { yards: 13.0, across: 1.0 },
            Place { yards: 23.0, across: 1.0 },
        ])
    }

    #[test]
    fn a_way_is_followed_by_the_yards_run() {
        let route = bent();
        assert_eq!(route.length(), 15.0);
        assert_eq!(route.at(-1.0), Place { yards: 10.0, across: 0.0 });
        assert_eq!(route.at(5.0), Place { yards: 13.0, across: 1.0 });
        assert_eq!(route.at(10.0), Place { yards: 18.0, across: 1.0 });
        assert_eq!(route.at(15.0), Place { yards: 23.0, across: 1.0 });
        assert_eq!(route.at(99.0), Place { yards: 23.0, across: 1.0 });
    }

    #[test]
    fn the_nearest_point_is_found_by_the_yards_run() {
        assert_eq!(bent().nearest(Place { yards: 18.0, across: 0.5 }), 10.0);
        assert_eq!(bent().nearest(Place { yards: 90.0, across: 1.0 }), 15.0);
    }

    #[test]
    fn a_way_that_stands_still_has_no_length() {
        let here = Place { yards: 4.0, across: 0.2 };
        for route in [Route::new(vec![here]), Route::new(vec![here, here]), Route::new(Vec::new())] {
            assert_eq!(route.length(), 0.0);
            assert!(route.at(0.0).yards.is_finite());
            assert_eq!(route.nearest(Place { yards: 9.0, across: 0.0 }), 0.0);
        }
    }
}
