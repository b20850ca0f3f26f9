//! A light on one place: everything beside it is dark, with a soft edge.

use super::page::Page;
use crate::picture::Theme;
use crate::picture::pen::{Pen, solid};
use crate::picture::{Color, Layer, Point, Scene};

/// The light's radius at 1920 by 1080, and how wide its soft edge is.
const RADIUS: f32 = 185.0;
const SOFT: f32 = 44.0;
/// How dark it is beside it, 0 to 1.
const DARK: f32 = 0.78;
/// Rings of the soft edge.
const RINGS: u8 = 6;
const CORNERS: u16 = 72;

/// The dark, with a hole around `at`; to be laid over a picture of that size. It reaches beyond the picture's edges.
pub(super) fn draw(at: Point, size: (f32, f32), theme: &Theme) -> Scene {
    let mut pen = Pen::new(size);
    if !(at.x.is_finite() && at.y.is_finite()) {
        return pen.finish();
    }
    let at = Point { x: at.x.clamp(0.0, size.0), y: at.y.clamp(0.0, size.1) };
    let point = Page::new(size).point;
    let (radius, soft) = (RADIUS * point, SOFT * point);
    // On a light theme, too, what is beside the light is dark.
    let color = if theme.dark { theme.backdrop } else { Color { r: 0, g: 0, b: 0, a: 255 } };
    let ring_width = soft / f32::from(RINGS);
    for ring in 0..RINGS {
        let middle = (f32::from(ring) + 0.5).mul_add(ring_width, radius);
        let share = (f32::from(ring) + 0.5) / f32::from(RINGS);
        pen.on(Layer::Marks, DARK * share * share * (3.0 - 2.0 * share));
        pen.polygon(circle(at, middle), None, Some(solid(ring_width, color)));
    }
    // One very wide line around it covers the rest without a seam.
    let far = size.0.hypot(size.1) * 1.1;
    pen.on(Layer::Marks, DARK).polygon(circle(at, radius + soft + far / 2.0), None, Some(solid(far, color)));
    pen.finish()
}

fn circle(at: Point, radius: f32) -> Vec<Point> {
    (0..CORNERS)
        .map(|corner| {
            let angle = f32::from(corner) / f32::from(CORNERS) * std::f32::consts::TAU;
            Point { x: libm::cosf(angle).mul_add(radius, at.x), y: libm::sinf(angle).mul_add(radius, at.y) }
        })
        .collect()
}
