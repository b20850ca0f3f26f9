//! What was drawn by hand: lines as the hand went, arrows, and circles.

use super::page::Page;
use crate::model::{InkForm, InkStroke, PenWidth};
use crate::picture::pen::{Pen, solid};
use crate::picture::{Color, Layer, Point, Rect, Scene, Theme};

/// How thick pens are at 1920 by 1080.
const THIN: f32 = 6.0;
const THICK: f32 = 15.0;
/// How far ink's dark edge goes beyond it, so that it is seen on whatever it crosses.
const EDGE: f32 = 2.0;
/// Corners of a circle.
const CORNERS: u16 = 64;

/// Strokes over a picture of that size; to be laid over it.
#[must_use]
pub fn draw_ink(strokes: &[InkStroke], size: (f32, f32), theme: &Theme) -> Scene {
    let mut pen = Pen::new(size);
    let point = Page::new(size).point;
    for stroke in strokes {
        let at = |(x, y): &(f32, f32)| Point { x: x * size.0, y: y * size.1 };
        let finite = stroke.points.iter().filter(|(x, y)| x.is_finite() && y.is_finite());
        let points: Vec<Point> = finite.map(at).collect();
        let width = point
            * match stroke.width {
                PenWidth::Thin => THIN,
                PenWidth::Thick => THICK,
            };
        let color = theme.pens[stroke.pen as usize % theme.pens.len()];
        let hand = Hand { width, edge: EDGE * point, color, behind: theme.backdrop };
        pen.on(Layer::Marks, 1.0);
        let (Some(first), Some(last)) = (points.first(), points.last()) else { continue };
        match stroke.form {
            InkForm::Free => hand.line(&mut pen, &smooth(&points, point)),
            InkForm::Arrow => hand.arrow(&mut pen, *first, *last),
            InkForm::Circle => hand.circle(&mut pen, *first, *last),
        }
    }
    pen.finish()
}

/// A pen in a hand.
struct Hand {
    width: f32,
    edge: f32,
    color: Color,
    behind: Color,
}

impl Hand {
    fn line(&self, pen: &mut Pen, points: &[Point]) {
        let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
        pen.line(points.to_vec(), solid(self.width + 2.0 * self.edge, self.behind));
        // Round ends; a point by itself is a dot.
        for end in [first, last] {
            self.dot(pen, *end, self.width / 2.0 + self.edge, self.behind);
        }
        pen.line(points.to_vec(), solid(self.width, self.color));
        for end in [first, last] {
            self.dot(pen, *end, self.width / 2.0, self.color);
        }
    }

    fn dot(&self, pen: &mut Pen, at: Point, radius: f32, color: Color) {
        let radius = radius.max(self.width * 0.5);
        pen.fill(Rect::new(at.x - radius, at.y - radius, at.x + radius, at.y + radius), radius, color);
    }

    fn arrow(&self, pen: &mut Pen, from: Point, to: Point) {
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = dx.hypot(dy);
        if length < 1.0 {
            self.line(pen, &[from]);
            return;
        }
        let (dx, dy) = (dx / length, dy / length);
        let head = (self.width * 4.2).min(length);
        let place = |along: f32, aside: f32| Point {
            x: dx.mul_add(along, -dy * aside) + from.x,
            y: dy.mul_add(along, dx * aside) + from.y,
        };
        let shaft = [from, place(length - head * 0.6, 0.0)];
        let tip = |grow: f32| {
            vec![
                place(length + grow, 0.0),
                place(length - head - grow * 0.6, head * 0.52 + grow),
                place(length - head - grow * 0.6, -head * 0.52 - grow),
            ]
        };
        pen.polygon(tip(self.edge * 1.6), Some(self.behind), None);
        self.line(pen, &shaft);
        pen.polygon(tip(0.0), Some(self.color), None);
    }

    fn circle(&self, pen: &mut Pen, one: Point, other: Point) {
        let (x, y) = (f32::midpoint(one.x, other.x), f32::midpoint(one.y, other.y));
        let (across, down) = ((one.x - other.x).abs() / 2.0, (one.y - other.y).abs() / 2.0);
        if across.max(down) < 1.0 {
            self.line(pen, &[one]);
            return;
        }
        let points: Vec<Point> = (0..CORNERS)
            .map(|corner| {
                let angle = f32::from(corner) / f32::from(CORNERS) * std::f32::consts::TAU;
                Point { x: libm::cosf(angle).mul_add(across, x), y: libm::sinf(angle).mul_add(down, y) }
            })
            .collect();
        pen.polygon(points.clone(), None, Some(solid(self.width + 2.0 * self.edge, self.behind)));
        pen.polygon(points, None, Some(solid(self.width, self.color)));
    }
}

/// A line through the middles between its points, bent at the points themselves: a hand does not draw corners.
fn smooth(points: &[Point], point: f32) -> Vec<Point> {
    const STEPS: u8 = 4;
    let mut kept: Vec<Point> = Vec::with_capacity(points.len());
    for at in points {
        let far = kept.last().is_none_or(|last| (last.x - at.x).hypot(last.y - at.y) > 2.0 * point);
        if far {
            kept.push(*at);
        }
    }
    let [first, .., last] = kept.as_slice() else { return kept };
    let middle = |a: Point, b: Point| Point { x: f32::midpoint(a.x, b.x), y: f32::midpoint(a.y, b.y) };
    let mut smooth = vec![*first];
    for three in kept.windows(3) {
        let (from, by, to) = (middle(three[0], three[1]), three[1], middle(three[1], three[2]));
        for step in 0..=STEPS {
            let share = f32::from(step) / f32::from(STEPS);
            let along = |a: f32, b: f32| share.mul_add(b - a, a);
            let (one, two) = (
                Point { x: along(from.x, by.x), y: along(from.y, by.y) },
                Point { x: along(by.x, to.x), y: along(by.y, to.y) },
            );
            smooth.push(Point { x: along(one.x, two.x), y: along(one.y, two.y) });
        }
    }
    smooth.push(*last);
    smooth
}
