//! Where there is room for one more in a channel.
//!
//! In: where it would like to stand, its side, and where the others of the channel stand. Out: the nearest place that
//! is not on top of one of them, in yards from the line and across.

use crate::model::{ChannelId, Place, Play, Side};
use crate::play_file::{CROWDED_ACROSS, CROWDED_YARDS, PLACE_ACROSS, PLACE_YARDS};

/// How far apart in yards the places are that are tried; a little more than what is crowded.
const STEP_YARDS: f64 = 2.0;
/// How far apart across they are.
const STEP_ACROSS: f64 = 0.35;
/// How finely is searched where that finds nothing.
const FINE: (f64, f64) = (0.5, 0.05);
/// What half a channel's width counts for in yards.
const ACROSS_YARDS: f64 = 4.0;

/// Whether two tokens of a channel stand on top of each other.
pub(super) fn is_crowded(a: Place, b: Place) -> bool {
    (a.yards - b.yards).abs() < CROWDED_YARDS && (a.across - b.across).abs() < CROWDED_ACROSS
}

/// Where the players of a channel line up.
pub(super) fn places_in(play: &Play, channel: &ChannelId) -> Vec<Place> {
    let offense = play.offense.iter().filter(|player| player.channel == *channel).map(|player| player.at);
    let defense = play.defense.iter().filter(|player| player.channel == *channel).map(|player| player.at);
    offense.chain(defense).collect()
}

/// The free place nearest to `wish`, on the side's own side of the line while there is one; `wish` if the channel is
/// full.
pub(super) fn free(wish: Place, side: Side, others: &[Place]) -> Place {
    let is_free = |place: Place| !others.iter().any(|other| is_crowded(*other, place));
    if is_free(wish) {
        return wish;
    }
    search(wish, side, (STEP_YARDS, STEP_ACROSS), is_free)
        .or_else(|| search(wish, side, FINE, is_free))
        .unwrap_or(wish)
}

fn search(
    wish: Place,
    side: Side,
    (yards, across): (f64, f64),
    is_free: impl Fn(Place) -> bool,
) -> Option<Place> {
    let steps = |low: f64, high: f64, from: f64, step: f64| {
        let (down, up) = (((from - low) / step) as i32, ((high - from) / step) as i32);
        (-down..=up).map(move |count| f64::from(count).mul_add(step, from))
    };
    let round = |number: f64, steps: f64| (number * steps).round() / steps + 0.0;
    let mut best: Option<(bool, f64, Place)> = None;
    for y in steps(PLACE_YARDS.low, PLACE_YARDS.high, wish.yards, yards) {
        for a in steps(PLACE_ACROSS.low, PLACE_ACROSS.high, wish.across, across) {
            let place = Place { yards: round(y, 10.0), across: round(a, 100.0) };
            let over_the_line = match side {
                Side::Offense => place.yards > -1.0 && wish.yards <= -1.0,
                Side::Defense => place.yards < 1.0 && wish.yards >= 1.0,
            };
            let away = (place.yards - wish.yards).hypot((place.across - wish.across) * ACROSS_YARDS);
            let better = best.is_none_or(|(over, best, _)| (over_the_line, away) < (over, best));
            if better && is_free(place) {
                best = Some((over_the_line, away, place));
            }
        }
    }
    best.map(|(.., place)| place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_wish_is_granted_and_a_taken_one_answered_nearby_on_the_same_side_of_the_line() {
        let wish = Place { yards: -3.0, across: 0.0 };
        assert_eq!(free(wish, Side::Offense, &[]), wish);
        let near = free(wish, Side::Offense, &[wish]);
        assert_eq!((near.yards, near.across.abs()), (-3.0, 0.35));
    }

    #[test]
    fn two_hundred_find_a_place_each() {
        let mut others = Vec::new();
        for index in 0..200 {
            let side = if index % 2 == 0 { Side::Offense } else { Side::Defense };
            let wish = Place { yards: if index % 2 == 0 { -3.0 } else { 5.0 }, across: 0.0 };
            let place = free(wish, side, &others);
            assert!(!others.iter().any(|other| is_crowded(*other, place)), "{index}: {place:?}");
            others.push(place);
        }
        assert!(others.iter().all(|place| (-30.0..=100.0).contains(&place.yards)));
    }
}
