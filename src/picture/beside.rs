//! Several fields side by side, each with its name and the ruler of its whole organisation.

use super::pen::{Look, Pen, solid};
use super::{Align, Color, Layer, Point, Rect, Scene, Theme, View, draw, draw_ruler, font};
use crate::timeline::Frame;

/// Sizes for a text scale of 1, in points.
const NAME: f32 = 15.0;
const HEADING: f32 = 24.0;
const RULER: f32 = 26.0;
const GAP: f32 = 10.0;
/// What text is scaled by at least.
const LEAST_TEXT: f32 = 0.85;
/// What a field must have for its players to be shown, in points.
const PLAYERS: (f32, f32) = (900.0, 480.0);
/// What a field should have to be read well, in points.
const WANTED: (f32, f32) = (520.0, 300.0);

/// A field among others.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// What stands above it.
    pub name: &'a str,
    /// What became of its last try, in a few words; may be empty.
    pub result: &'a str,
    /// The field.
    pub frame: &'a Frame,
    /// Which try of its drive it shows, from 1.
    pub number: u32,
    /// The colour it has in charts.
    pub color: Color,
    /// Whether the charts are about it.
    pub chosen: bool,
}

/// The frame with its series' tries numbered through the whole drive, as its neighbours' are.
fn told_apart(frame: &Frame, number: u32) -> Frame {
    let mut frame = frame.clone();
    let last = number + frame.run.downs.saturating_sub(frame.run.down);
    (frame.run.down, frame.run.downs, frame.run.times) = (number, last, number);
    frame
}

/// Where several fields share a picture, how far each has come is the point: players give way first.
pub(super) fn without_players(frame: &Frame) -> Frame {
    Frame {
        tokens: Vec::new(),
        routes: Vec::new(),
        battles: Vec::new(),
        gone_round: Vec::new(),
        ..frame.clone()
    }
}

/// Fields side by side in one picture, all showing the view's stretch of yards; its size is the whole picture's.
#[must_use]
pub fn draw_beside(fields: &[Beside<'_>], view: &View, theme: &Theme) -> Scene {
    let mut pen = Pen::new(view.size);
    let unit = if view.text_scale.is_finite() { view.text_scale.clamp(0.25, 8.0) } else { 1.0 };
    let places = cells(fields.len(), view.size, unit);
    // Text no larger than lets names and rulers stand in a field.
    let widest = places.first().map_or(WANTED.0, Rect::width);
    let unit = unit.min((widest / WANTED.0).max(LEAST_TEXT));
    let view = &View { text_scale: unit, ..view.clone() };
    for (field, cell) in fields.iter().zip(places) {
        let heading = Rect::new(
            cell.min.x + 8.0 * unit,
            cell.min.y,
            cell.max.x - 8.0 * unit,
            cell.min.y + HEADING * unit,
        );
        head(&mut pen, field, heading, unit, theme);
        let width = cell.width();
        let ruler_height = RULER * unit;
        let frame = &told_apart(field.frame, field.number);
        let strip = View { size: (width, ruler_height), standalone: false, ..view.clone() };
        let ruler = draw_ruler(frame, &strip, strip.size, theme);
        let at = Point { x: cell.min.x, y: heading.max.y };
        pen.scene().take(ruler, at);
        let top = heading.max.y + ruler_height;
        let size = (width, (cell.max.y - top).max(1.0));
        let inner = View { size, standalone: false, ..view.clone() };
        let players = size.0 >= PLAYERS.0 * unit && size.1 >= PLAYERS.1 * unit;
        let scene =
            if players { draw(frame, &inner, theme) } else { draw(&without_players(frame), &inner, theme) };
        if pen.scene().field == Rect::default() {
            pen.scene().field = scene.field.moved(Point { x: cell.min.x, y: top });
        }
        pen.scene().take(scene, Point { x: cell.min.x, y: top });
    }
    pen.finish()
}

/// Which field of `count` stands at a point of a picture of that size.
#[must_use]
pub fn field_at(count: usize, size: (f32, f32), text_scale: f32, at: Point) -> Option<usize> {
    cells(count, size, text_scale).iter().position(|cell| cell.contains(at))
}

/// Where each of `count` fields stands: as many columns as lets each be read best.
pub(super) fn cells(count: usize, (width, height): (f32, f32), unit: f32) -> Vec<Rect> {
    let gap = GAP * unit;
    let cell = |columns: usize| {
        let rows = count.div_ceil(columns);
        let across = (width - gap * (columns - 1) as f32) / columns as f32;
        let down = (height - gap * (rows - 1) as f32) / rows as f32;
        (across.max(1.0), down.max(1.0))
    };
    let fit = |columns: usize| {
        let (across, down) = cell(columns);
        (across / WANTED.0).min(down / WANTED.1)
    };
    let Some(columns) = (1..=count).max_by(|a, b| fit(*a).total_cmp(&fit(*b))) else { return Vec::new() };
    let (across, down) = cell(columns);
    (0..count)
        .map(|at| {
            let left = (at % columns) as f32 * (across + gap);
            let top = (at / columns) as f32 * (down + gap);
            Rect::new(left, top, left + across, top + down)
        })
        .collect()
}

fn head(pen: &mut Pen, field: &Beside<'_>, row: Rect, unit: f32, theme: &Theme) {
    let side = 11.0 * unit;
    let middle = f32::midpoint(row.min.y, row.max.y);
    let key = Rect::new(row.min.x, middle - side / 2.0, row.min.x + side, middle + side / 2.0);
    pen.on(Layer::Tokens, 1.0).fill(key, 2.0 * unit, field.color);
    if field.chosen {
        let around = Rect::new(
            key.min.x - 2.5 * unit,
            key.min.y - 2.5 * unit,
            key.max.x + 2.5 * unit,
            key.max.y + 2.5 * unit,
        );
        pen.outline(around, 3.5 * unit, solid(1.2 * unit, theme.text));
    }
    let name = Look::bold(NAME * unit, theme.text);
    let soft = Look::regular((NAME - 2.0) * unit, theme.text_soft);
    let left = key.max.x + 8.0 * unit;
    let title = font::elide(field.name, name.size, name.weight, row.max.x - left);
    let end = left + name.width(&title);
    pen.text_in(Rect::new(left, row.min.y, row.max.x, row.max.y), Align::Left, &title, name);
    let result = font::elide(field.result, soft.size, soft.weight, row.max.x - end - 10.0 * unit);
    if result.chars().count() > 3 {
        pen.text_in(Rect::new(end, row.min.y, row.max.x, row.max.y), Align::Right, &result, soft);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_stand_apart_and_inside() {
        for count in 0..=4 {
            for size in [(1084.0, 330.0), (1700.0, 500.0), (400.0, 700.0), (10.0, 10.0)] {
                let cells = cells(count, size, 1.0);
                assert_eq!(cells.len(), count);
                for (at, cell) in cells.iter().enumerate() {
                    assert!(cell.min.x >= 0.0 && cell.min.y >= 0.0);
                    assert!(cells[..at].iter().all(|other| size.0 < 20.0 || !other.overlaps(cell)));
                    if size.0 > 20.0 {
                        assert!(
                            cell.max.x <= size.0 + 0.01 && cell.max.y <= size.1 + 0.01,
                            "{cell:?} in {size:?}"
                        );
                        let middle = Point {
                            x: f32::midpoint(cell.min.x, cell.max.x),
                            y: f32::midpoint(cell.min.y, cell.max.y),
                        };
                        assert_eq!(field_at(count, size, 1.0, middle), Some(at));
                    }
                }
            }
        }
    }

    #[test]
    fn two_stand_beside_each_other_where_it_is_wide_and_below_where_it_is_high() {
        let wide = cells(2, (1084.0, 330.0), 1.0);
        assert!(wide[1].min.x > wide[0].max.x);
        let high = cells(2, (420.0, 800.0), 1.0);
        assert!(high[1].min.y > high[0].max.y);
    }
}
