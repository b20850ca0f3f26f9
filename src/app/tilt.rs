//! The field seen from the stands: one projection that the camera, the names and the pointer share.
//!
//! Points come in as points of the window from its middle, x right and y up. The field is a plane through the middle of
//! the window; tilting leans its upper edge away.

/// How far the field leans back when seen from the stands, in radians.
const LEAN: f64 = 0.62;
/// How far away the eye is, in heights of the window.
const DISTANCE: f64 = 1.45;
/// How much farther back the eye goes so that the near edge stays in the window.
const STEP_BACK: f64 = 0.13;

/// A projection of the field onto the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tilt {
    lean: f64,
    distance: f64,
    focal: f64,
}

impl Tilt {
    /// The projection in a window `height` points high, `amount` of the way (0 to 1) from above to the stands.
    #[must_use]
    pub fn new(amount: f64, height: f64) -> Self {
        let focal = (DISTANCE * height).max(1.0);
        Self { lean: LEAN * amount, distance: focal * (1.0 + STEP_BACK * amount), focal }
    }

    /// Whether it shows the field straight from above, point for point.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        self.lean == 0.0
    }

    /// The eye's lean in radians, its distance and its vertical field of view in a window `height` points high.
    #[must_use]
    pub fn camera(&self, height: f64) -> (f64, f64, f64) {
        (self.lean, self.distance, 2.0 * (height / 2.0 / self.focal).atan())
    }

    /// Where a point of the field is seen, and how large things are there.
    #[must_use]
    pub fn project(&self, (x, y): (f64, f64)) -> ((f64, f64), f64) {
        let size = self.focal / (self.distance + y * self.lean.sin()).max(1.0);
        ((x * size, y * self.lean.cos() * size), size)
    }

    /// The point of the field that is seen at a place, if any is.
    #[must_use]
    pub fn unproject(&self, (x, y): (f64, f64)) -> Option<(f64, f64)> {
        let slope = self.focal * self.lean.cos() - y * self.lean.sin();
        if slope <= 0.0 {
            return None;
        }
        let field_y = y * self.distance / slope;
        let size = self.focal / (self.distance + field_y * self.lean.sin()).max(1.0);
        Some((x / size, field_y))
    }
}

#[cfg(test)]
mod tests {
    use super::Tilt;

    #[test]
    fn from_above_every_point_is_where_it_is() {
        let tilt = Tilt::new(0.0, 720.0);
        assert!(tilt.is_flat());
        assert_eq!(tilt.project((12.0, -340.0)), ((12.0, -340.0), 1.0));
    }

    #[test]
    fn the_pointer_finds_what_the_eye_sees() {
        for amount in [0.0, 0.3, 1.0] {
            let tilt = Tilt::new(amount, 720.0);
            for point in [(0.0, 0.0), (-500.0, 300.0), (420.0, -330.0)] {
                let (seen, size) = tilt.project(point);
                assert!(size > 0.0);
                let found = tilt.unproject(seen).unwrap();
                assert!((found.0 - point.0).abs() < 1e-6 && (found.1 - point.1).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn the_far_edge_is_smaller_and_everything_stays_in_the_window() {
        let tilt = Tilt::new(1.0, 720.0);
        let ((far_x, _), far) = tilt.project((600.0, 300.0));
        let ((near_x, near_y), near) = tilt.project((600.0, -300.0));
        assert!(far < near && far_x < near_x);
        assert!(near_x < 640.0 && near_y > -360.0, "{near_x} {near_y}");
    }
}
