//! The ball.

use super::field::Stage;
use super::pen::solid;
use super::{Layer, Point, Rect};

/// A small football: an ellipse with its lace.
pub(super) fn draw(stage: &mut Stage, lane: usize, rect: Rect, shown: f32, lit: f32) {
    const CORNERS: u8 = 20;
    let turf = stage.turf_now(lane);
    let (ball, edge) = (turf.mix(stage.theme.ball, lit), turf.mix(stage.theme.ball_edge, lit));
    let (width, height) = (rect.width(), rect.height());
    let (x, y) = (f32::midpoint(rect.min.x, rect.max.x), f32::midpoint(rect.min.y, rect.max.y));
    let points = (0..CORNERS)
        .map(|corner| {
            let angle = f32::from(corner) / f32::from(CORNERS) * std::f32::consts::TAU;
            Point {
                x: libm::cosf(angle).mul_add(width / 2.0, x),
                y: libm::sinf(angle).mul_add(height / 2.0, y),
            }
        })
        .collect();
    let line = height * 0.12;
    let pen = stage.pen.on(Layer::Tokens, shown);
    pen.polygon(points, Some(ball), Some(solid(line, edge)));
    let lace = solid(line * 0.85, edge);
    pen.line(vec![Point { x: x - width * 0.2, y }, Point { x: x + width * 0.2, y }], lace);
    for dx in [-0.1, 0.0, 0.1] {
        pen.upright(dx * width + x, y - height * 0.13, y + height * 0.13, lace);
    }
}
