//! A part begins: its number, its name, and the show itself as a field with the parts behind us as ground won.

use crate::picture::pen::{Look, Pen, solid};
use crate::picture::step::Drawing;
use crate::picture::step::page::Words;
use crate::picture::{Align, Layer, Rect, Scene, Weight};
use crate::show::{Card, Sight, Step};

pub(super) fn draw(drawing: &Drawing<'_>, step: &Step) -> Scene {
    let (page, theme) = (&drawing.page, drawing.theme);
    let p = page.point;
    let mut pen = drawing.blank();
    let inside = page.inside;
    let middle = f32::midpoint(inside.min.y, inside.max.y) - 40.0 * p;
    let (left, right) = (inside.min.x + 88.0 * p, inside.max.x - 88.0 * p);
    let parts: Vec<usize> = drawing
        .rundown
        .steps
        .iter()
        .enumerate()
        .filter(|(_, other)| other.sight == Sight::Card(Card::Section))
        .map(|(at, _)| at)
        .collect();
    let number = parts.iter().position(|at| *at == drawing.step).unwrap_or(0) + 1;
    let heading = Words {
        text: &step.title,
        place: Rect::new(left, middle - 250.0 * p, right, middle),
        sizes: &[116.0, 100.0, 84.0, 68.0, 56.0],
        weight: Weight::Bold,
        color: theme.text,
        down: 1.0,
    };
    let high = page.fit(&heading).height();
    page.write(&mut pen, &heading);
    if parts.len() > 1 {
        let row = Rect::new(left, middle - high - 64.0 * p, right, middle - high - 16.0 * p);
        let look = Look::bold(36.0 * p, theme.accent);
        let told = format!("Part {number} of {}", parts.len());
        pen.on(Layer::Lines, 1.0).text_in(row, Align::Left, &told, look);
    }
    let text = Words {
        text: &step.caption,
        place: Rect::new(left, middle + 22.0 * p, right, middle + 270.0 * p),
        sizes: &[48.0, 42.0, 36.0, 32.0, 28.0],
        weight: Weight::Regular,
        color: theme.text_soft,
        down: 0.0,
    };
    page.write(&mut pen, &text);
    if parts.len() > 1 {
        let row = Rect::new(left, inside.max.y - 92.0 * p, right, inside.max.y - 40.0 * p);
        way(drawing, &mut pen, row, number, parts.len());
    }
    pen.finish()
}

/// The show as a field: what is behind us is won, and the front stands where this part begins.
fn way(drawing: &Drawing<'_>, pen: &mut Pen, row: Rect, number: usize, of: usize) {
    let (p, theme) = (drawing.page.point, drawing.theme);
    pen.on(Layer::Turf, 1.0).fill(row, 6.0 * p, theme.turf);
    let part = row.width() / of.max(1) as f32;
    let front = ((number - 1) as f32).mul_add(part, row.min.x);
    pen.on(Layer::Ground, 1.0).fill(Rect::new(row.min.x, row.min.y, front, row.max.y), 6.0 * p, theme.ground);
    let here = Rect::new(front, row.min.y, front + part, row.max.y);
    pen.on(Layer::Ground, 1.0).rect(
        here,
        6.0 * p,
        Some(theme.turf.mix(theme.ground, 0.35)),
        Some(solid(3.0 * p, theme.accent)),
    );
    for line in 1..of {
        let x = (line as f32).mul_add(part, row.min.x);
        pen.upright(x, row.min.y, row.max.y, solid(2.0 * p, theme.yard_line));
    }
    let front = front.max(row.min.x + 4.0 * p);
    let edge = Rect::new(front - 4.0 * p, row.min.y - 6.0 * p, front + 4.0 * p, row.max.y + 6.0 * p);
    pen.on(Layer::Lines, 1.0).fill(edge, 2.0 * p, theme.front);
}
