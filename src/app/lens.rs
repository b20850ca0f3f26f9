//! What part of the field the window shows, and from which side: pan, zoom, fit, tilt, and the easing between them.

use crate::timeline::Frame;

/// The fewest yards that can fill the window.
const NARROWEST_YARDS: f64 = 10.0;
/// The most: the whole field and a little air.
const WIDEST_YARDS: f64 = 108.0;
/// The window when the whole field is shown.
pub const WHOLE_FIELD: Window = Window { from_yard: -3.0, to_yard: 103.0 };
/// How fast the view eases: the share of the way left after one second is `e^-RATE`.
const RATE_PER_SEC: f64 = 5.0;
/// Nearer than this to its aim, the view has arrived: yards, or a share of the tilt.
const ARRIVED: f64 = 0.02;

/// Which side the field is seen from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Seen {
    /// Straight from above.
    #[default]
    Chalkboard,
    /// From the stands.
    Broadcast,
}

/// A stretch of the field, in yards.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// At the left edge of the lanes.
    pub from_yard: f64,
    /// At their right edge.
    pub to_yard: f64,
}

impl Window {
    /// How many yards it shows.
    #[must_use]
    pub fn width_yards(self) -> f64 {
        self.to_yard - self.from_yard
    }

    /// The same stretch, no narrower or wider than can be shown, and on the field.
    #[must_use]
    fn on_the_field(self) -> Self {
        let width = self.width_yards().clamp(NARROWEST_YARDS, WIDEST_YARDS);
        let middle = f64::midpoint(self.from_yard, self.to_yard);
        let slack = (WIDEST_YARDS - width) / 2.0;
        let middle = middle.clamp(50.0 - slack, 50.0 + slack);
        Self { from_yard: middle - width / 2.0, to_yard: middle + width / 2.0 }
    }

    /// The stretch where everything between two yards is seen, with room for what stands around it.
    #[must_use]
    pub fn between(low: f64, high: f64) -> Self {
        Self { from_yard: (low - 15.0).max(-3.0), to_yard: (high + 25.0).min(104.0) }.on_the_field()
    }

    /// The stretch where the play is: from 15 yards behind the hindmost front to 25 beyond the foremost.
    #[must_use]
    pub fn around(frame: &Frame) -> Self {
        let lowest =
            frame.channels.iter().map(|channel| channel.start.min(channel.end)).fold(100.0, f64::min);
        let highest = frame.channels.iter().map(|channel| channel.start.max(channel.end)).fold(0.0, f64::max);
        Self::between(lowest, highest)
    }
}

/// The view, on its way to where it is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lens {
    /// What is shown now.
    pub window: Window,
    /// What will be shown.
    pub aim: Window,
    /// How far it is tilted: 0 seen from above, 1 from the stands.
    pub tilt: f64,
    /// Which side it is, or will be, seen from.
    pub seen: Seen,
    /// Seconds to stay where it is before moving.
    pub hold_secs: f64,
}

impl Default for Lens {
    fn default() -> Self {
        Self { window: WHOLE_FIELD, aim: WHOLE_FIELD, tilt: 0.0, seen: Seen::Chalkboard, hold_secs: 0.0 }
    }
}

impl Lens {
    /// Moves towards its aim; at once if motion is reduced.
    pub fn tick(&mut self, delta_secs: f64, reduced_motion: bool) {
        if self.hold_secs > 0.0 && !reduced_motion {
            self.hold_secs -= delta_secs;
            return;
        }
        let tilt_aim = self.tilt_aim();
        let left = if reduced_motion { 0.0 } else { (-RATE_PER_SEC * delta_secs.clamp(0.0, 0.25)).exp() };
        let towards = |now: f64, aim: f64| {
            let next = aim + (now - aim) * left;
            if (next - aim).abs() < ARRIVED { aim } else { next }
        };
        self.window.from_yard = towards(self.window.from_yard, self.aim.from_yard);
        self.window.to_yard = towards(self.window.to_yard, self.aim.to_yard);
        self.tilt = towards(self.tilt, tilt_aim);
    }

    /// Whether it still moves.
    #[must_use]
    pub fn is_moving(&self) -> bool {
        self.window != self.aim || self.tilt != self.tilt_aim()
    }

    /// Eases to a stretch of the field.
    pub fn show(&mut self, window: Window) {
        self.aim = window.on_the_field();
        self.hold_secs = 0.0;
    }

    /// Moves the field under the pointer by `yards`, at once.
    pub fn pan(&mut self, yards: f64) {
        let moved = Window { from_yard: self.aim.from_yard + yards, to_yard: self.aim.to_yard + yards };
        self.aim = moved.on_the_field();
        self.window = self.aim;
        self.hold_secs = 0.0;
    }

    /// Zooms in (`factor` above 1) or out, keeping the yard `about` where it is.
    pub fn zoom(&mut self, factor: f64, about: f64) {
        if !(factor.is_finite() && factor > 0.0) {
            return;
        }
        let width = self.aim.width_yards();
        let new_width = (width / factor).clamp(NARROWEST_YARDS, WIDEST_YARDS);
        let place = ((about - self.aim.from_yard) / width).clamp(0.0, 1.0);
        let from_yard = about - place * new_width;
        self.aim = Window { from_yard, to_yard: from_yard + new_width }.on_the_field();
        self.hold_secs = 0.0;
    }

    fn tilt_aim(&self) -> f64 {
        match self.seen {
            Seen::Chalkboard => 0.0,
            Seen::Broadcast => 1.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Lens, Seen, WHOLE_FIELD, Window};

    #[test]
    fn it_arrives_and_then_rests() {
        let mut lens = Lens::default();
        lens.show(Window { from_yard: 5.0, to_yard: 45.0 });
        lens.seen = Seen::Broadcast;
        assert!(lens.is_moving());
        for _ in 0..200 {
            lens.tick(1.0 / 60.0, false);
        }
        assert!(!lens.is_moving());
        assert_eq!(lens.window, Window { from_yard: 5.0, to_yard: 45.0 });
    }

    #[test]
    fn reduced_motion_arrives_at_once() {
        let mut lens = Lens { hold_secs: 3.0, ..Lens::default() };
        lens.show(Window { from_yard: 5.0, to_yard: 45.0 });
        lens.tick(0.001, true);
        assert!(!lens.is_moving());
    }

    #[test]
    fn zooming_keeps_the_yard_under_the_pointer_and_ends_somewhere() {
        let mut lens = Lens::default();
        lens.zoom(2.0, 40.0);
        let place = |window: Window| (40.0 - window.from_yard) / window.width_yards();
        assert!((place(lens.aim) - place(WHOLE_FIELD)).abs() < 1e-9);
        for _ in 0..50 {
            lens.zoom(3.0, 40.0);
        }
        assert!((lens.aim.width_yards() - 10.0).abs() < 1e-9);
        for _ in 0..50 {
            lens.zoom(0.3, 40.0);
        }
        assert!((lens.aim.width_yards() - 108.0).abs() < 1e-9);
    }

    #[test]
    fn the_field_cannot_be_lost() {
        let mut lens = Lens::default();
        lens.pan(1e9);
        assert!(lens.window.from_yard < 100.0 && lens.window.to_yard > 0.0);
        lens.zoom(4.0, 50.0);
        lens.pan(-1e9);
        assert!(lens.window.from_yard < 100.0 && lens.window.to_yard > 0.0);
    }
}
