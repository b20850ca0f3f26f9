//! How values get from one place to another: shares of a way from 0 to 1, and ways between places.

use crate::model::Place;

/// The steepest [`smooth`] gets: how many times faster than evenly it moves halfway.
pub(super) const PEAK: f64 = 1.5;

/// Between `from` and `to`; exactly one of them at or beyond either end of 0 to 1.
pub(super) fn lerp(from: f64, to: f64, share: f64) -> f64 {
    if share <= 0.0 {
        from
    } else if share >= 1.0 {
        to
    } else {
        (to - from).mul_add(share, from)
    }
}

/// [`lerp`] of both coordinates.
pub(super) fn between(from: Place, to: Place, share: f64) -> Place {
    Place { yards: lerp(from.yards, to.yards, share), across: lerp(from.across, to.across, share) }
}

/// Starts and ends at rest: 0 up to 0, 1 from 1 on.
pub(super) fn smooth(share: f64) -> f64 {
    let share = share.clamp(0.0, 1.0);
    share * share * 2.0f64.mul_add(-share, 3.0)
}

/// The share of the way from `from` to `to` that `value` has come, eased. `from` is below `to`.
pub(super) fn smooth_within(value: f64, from: f64, to: f64) -> f64 {
    smooth((value - from) / (to - from))
}

/// A number that can be drawn: `value`, or 0 where it is not finite, within `low` to `high`.
pub(super) fn drawable(value: f64, low: f64, high: f64) -> f64 {
    if value.is_finite() { value.clamp(low, high) } else { 0.0f64.clamp(low, high) }
}

#[cfg(test)]
mod tests {
    use super::{drawable, lerp, smooth, smooth_within};

    #[test]
    fn ends_are_exact() {
        assert_eq!(lerp(0.1, 0.7, 1.0), 0.7);
        assert_eq!(lerp(0.1, 0.7, 0.0), 0.1);
        assert_eq!((smooth(-1.0), smooth(0.5), smooth(2.0)), (0.0, 0.5, 1.0));
        assert_eq!((smooth_within(1.0, 1.0, 3.0), smooth_within(3.0, 1.0, 3.0)), (0.0, 1.0));
    }

    #[test]
    fn nothing_endless_is_drawn() {
        assert_eq!(drawable(f64::NAN, 0.0, 100.0), 0.0);
        assert_eq!(drawable(f64::INFINITY, 3.0, 100.0), 3.0);
        assert_eq!(drawable(120.0, 0.0, 100.0), 100.0);
    }
}
