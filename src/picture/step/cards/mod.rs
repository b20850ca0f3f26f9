//! Cards: a heading, words, and what the room has said to them.

mod calls;
mod fronts;
mod section;

use super::Drawing;
use super::page::Words;
use crate::picture::pen::{Look, Pen};
use crate::picture::{Align, Layer, Point, Rect, Scene, Weight, font};
use crate::show::{Card, Step};

/// The card of a step.
pub(super) fn draw(drawing: &Drawing<'_>, step: &Step, card: &Card) -> Scene {
    match card {
        Card::Section => section::draw(drawing, step),
        Card::Fronts => fronts::draw(drawing, step),
        Card::Calls { plays, calls } => calls::draw(drawing, step, plays, *calls),
        Card::Decide => decide(drawing, step),
        Card::Missing => missing(drawing, step),
    }
}

/// The heading of a card and its words below; returns how far down they reach.
fn head(drawing: &Drawing<'_>, pen: &mut Pen, step: &Step, sizes: &[f32]) -> f32 {
    let (page, theme) = (&drawing.page, drawing.theme);
    let p = page.point;
    let inside = page.inside;
    let left = inside.min.x + 48.0 * p;
    let top = inside.min.y + 28.0 * p;
    let place = Rect::new(left, top, inside.max.x - 48.0 * p, top + 190.0 * p);
    let heading =
        Words { text: &step.title, place, sizes, weight: Weight::Bold, color: theme.text, down: 0.0 };
    let end = page.write(pen, &heading);
    let bar = Rect::new(inside.min.x, place.min.y + 10.0 * p, inside.min.x + 10.0 * p, end - 6.0 * p);
    pen.on(Layer::Ground, 1.0).fill(bar, 5.0 * p, theme.accent);
    if step.caption.trim().is_empty() {
        return end;
    }
    let place = Rect::new(left, end + 12.0 * p, place.max.x, end + 150.0 * p);
    let text = Words {
        text: &step.caption,
        place,
        sizes: &[40.0, 36.0, 32.0, 28.0],
        weight: Weight::Regular,
        color: theme.text_soft,
        down: 0.0,
    };
    page.write(pen, &text)
}

/// What was decided so far, as a list; the latest stay if there is no room for all.
fn decide(drawing: &Drawing<'_>, step: &Step) -> Scene {
    let (page, theme) = (&drawing.page, drawing.theme);
    let p = page.point;
    let mut pen = drawing.blank();
    let top = head(drawing, &mut pen, step, &[84.0, 72.0, 60.0, 48.0]) + 40.0 * p;
    let place = Rect::new(page.inside.min.x + 48.0 * p, top, page.inside.max.x - 48.0 * p, page.inside.max.y);
    let decisions = &drawing.view.room.decisions;
    if decisions.is_empty() {
        let look = Look::regular(36.0 * p, theme.text_soft);
        let row = Rect { max: Point { x: place.max.x, y: top + 60.0 * p }, ..place };
        pen.on(Layer::Lines, 1.0).text_in(row, Align::Left, "Nothing is written down yet.", look);
        return pen.finish();
    }
    let number = |at: usize| format!("{}.", at + 1);
    for size in [56.0, 46.0, 40.0, 34.0, 28.0] {
        let look = Look::regular(size * p, theme.text);
        let bold = Look::bold(size * p, theme.accent);
        let indent = bold.width("00. ").max(bold.width(&number(decisions.len())) + 20.0 * p);
        let wrapped: Vec<Vec<String>> = decisions
            .iter()
            .map(|text| font::wrap(text, look.size, look.weight, place.width() - indent, 3))
            .collect();
        let step_down = look.size * 1.26;
        let high = |lines: &Vec<String>| (lines.len() as f32).mul_add(step_down, look.size * 0.5);
        let total: f32 = wrapped.iter().map(high).sum();
        let smallest = size <= 28.0;
        if total > place.height() && !smallest {
            continue;
        }
        let mut skipped = 0;
        let mut left = total;
        while left > place.height() && skipped + 1 < wrapped.len() {
            left -= wrapped.get(skipped).map_or(0.0, high);
            skipped += 1;
        }
        let mut y = top;
        for (at, lines) in wrapped.iter().enumerate().skip(skipped) {
            for (line_at, line) in lines.iter().enumerate() {
                let row = Rect::new(place.min.x, y, place.max.x, y + step_down);
                if row.max.y > page.inside.max.y + 1.0 {
                    break;
                }
                pen.on(Layer::Lines, 1.0);
                if line_at == 0 {
                    pen.text_in(row, Align::Left, &number(at), bold);
                }
                let words = Rect { min: Point { x: place.min.x + indent, y }, ..row };
                pen.text_in(words, Align::Left, line, look);
                y = row.max.y;
            }
            y += look.size * 0.5;
        }
        break;
    }
    pen.finish()
}

/// What cannot be shown, calmly, and why.
fn missing(drawing: &Drawing<'_>, step: &Step) -> Scene {
    let (page, theme) = (&drawing.page, drawing.theme);
    let p = page.point;
    let mut pen = drawing.blank();
    let inside = page.inside;
    let middle = f32::midpoint(inside.min.y, inside.max.y);
    let (left, right) = (inside.min.x + 48.0 * p, inside.max.x - 48.0 * p);
    let title = Words {
        text: &step.title,
        place: Rect::new(left, middle - 200.0 * p, right, middle - 30.0 * p),
        sizes: &[72.0, 60.0, 48.0, 40.0],
        weight: Weight::Bold,
        color: theme.text,
        down: 1.0,
    };
    page.write(&mut pen, &title);
    let calm = format!("This cannot be shown now. {}", step.caption);
    let why = Words {
        text: &calm,
        place: Rect::new(left, middle - 10.0 * p, right, middle + 230.0 * p),
        sizes: &[38.0, 34.0, 30.0, 28.0],
        weight: Weight::Regular,
        color: theme.text_soft,
        down: 0.0,
    };
    page.write(&mut pen, &why);
    pen.finish()
}
