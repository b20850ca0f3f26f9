//! The field seen from the stands: one projection that the camera, the names and the pointer share.
//!
//! Points come in and go out from the middle of the field's place in the window, x right and y up. The field is a plane
//! through that middle; tilting leans its upper edge away, its lower edge stays as wide as it is.

/// How far the field leans back when seen from the stands, in radians.
const LEAN: f64 = 0.45;
/// How far away the eye is, in heights of the field.
const DISTANCE: f64 = 1.7;

/// A projection of the field onto the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tilt {
    lean: f64,
    distance: f64,
    focal: f64,
    lift: f64,
}

impl Tilt {
    /// The projection of a field `height` points high, `amount` of the way (0 to 1) from above to the stands.
    #[must_use]
    pub fn new(amount: f64, height: f64) -> Self {
        let height = height.max(1.0);
        let (focal, lean) = (DISTANCE * height, LEAN * amount);
        let distance = focal + height / 2.0 * lean.sin();
        let flat = Self { lean, distance, focal, lift: 0.0 };
        let ((_, far), _) = flat.project((0.0, height / 2.0));
        let ((_, near), _) = flat.project((0.0, -height / 2.0));
        Self { lift: -f64::midpoint(far, near), ..flat }
    }

    /// Whether it shows the field straight from above, point for point.
    #[must_use]
    pub fn is_flat(&self) -> bool {
        self.lean == 0.0
    }

    /// How far the eye leans, in radians.
    #[must_use]
    pub fn lean(&self) -> f64 {
        self.lean
    }

    /// How far the eye is from the middle of the field, in points.
    #[must_use]
    pub fn distance(&self) -> f64 {
        self.distance
    }

    /// How much higher everything is seen than from an eye that looks at the middle, in points.
    #[must_use]
    pub fn lift(&self) -> f64 {
        self.lift
    }

    /// The eye's field of view in radians, in a window `height` points high.
    #[must_use]
    pub fn field_of_view(&self, height: f64) -> f64 {
        2.0 * (height / 2.0 / self.focal).atan()
    }

    /// Where a point of the field is seen, and how large things are there.
    #[must_use]
    pub fn project(&self, (x, y): (f64, f64)) -> ((f64, f64), f64) {
        let size = self.size_at(y);
        ((x * size, y * self.lean.cos() * size + self.lift), size)
    }

    /// The point of the field that is seen at a place, if any is.
    #[must_use]
    pub fn unproject(&self, (x, y): (f64, f64)) -> Option<(f64, f64)> {
        let y = y - self.lift;
        let slope = self.focal * self.lean.cos() - y * self.lean.sin();
        if slope <= 0.0 {
            return None;
        }
        let field_y = y * self.distance / slope;
        Some((x / self.size_at(field_y), field_y))
    }

    fn size_at(&self, y: f64) -> f64 {
        self.focal / (self.distance + y * self.lean.sin()).max(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Tilt;

    #[test]
    fn from_above_every_point_is_where_it_is() {
        let tilt = Tilt::new(0.0, 552.0);
        assert!(tilt.is_flat());
        assert_eq!(tilt.project((12.0, -240.0)), ((12.0, -240.0), 1.0));
    }

    #[test]
    fn the_pointer_finds_what_the_eye_sees() {
        for amount in [0.0, 0.3, 1.0] {
            let tilt = Tilt::new(amount, 552.0);
            for point in [(0.0, 0.0), (-500.0, 270.0), (420.0, -276.0)] {
                let (seen, size) = tilt.project(point);
                assert!(size > 0.0);
                let found = tilt.unproject(seen).unwrap();
                assert!((found.0 - point.0).abs() < 1e-6 && (found.1 - point.1).abs() < 1e-6);
            }
        }
    }

    #[test]
    fn the_far_edge_is_smaller_and_everything_stays_in_its_place() {
        let tilt = Tilt::new(1.0, 552.0);
        let ((far_x, far_y), far) = tilt.project((540.0, 276.0));
        let ((near_x, near_y), near) = tilt.project((540.0, -276.0));
        assert!(far < near && far_x < near_x);
        assert!(near_x <= 540.0 + 1e-9 && near_y > -276.0 && far_y < 276.0, "{near_x} {near_y} {far_y}");
        assert!((far_y + near_y).abs() < 1e-9);
    }
}
