//! The ruler of the whole organisation: how far it has come, what is needed, the goal, and what the large view shows.

use super::labels::Board;
use super::layout::within;
use super::pen::{Look, Pen, solid};
use super::{Align, Layer, Point, Rect, Scene, Theme, View};
use crate::timeline::Frame;

/// The ruler by itself, for a strip of `size` points; what the picture shows when it stands by itself.
#[must_use]
pub fn draw_ruler(frame: &Frame, view: &View, size: (f32, f32), theme: &Theme) -> Scene {
    let mut pen = Pen::new(size);
    let unit = if view.text_scale.is_finite() { view.text_scale.clamp(0.25, 8.0) } else { 1.0 };
    let (width, height) = (within(size.0, 1.0, 1e5), within(size.1, 1.0, 1e5));
    let inset = (height - 24.0 * unit).max(0.0) / 2.0;
    let strip_rect = Rect::new(8.0 * unit, inset, (width - 8.0 * unit).max(8.0 * unit), height - inset);
    let label = Look::regular(14.5 * unit, theme.text_soft).width(LABEL) + 20.0 * unit;
    let left = (strip_rect.min.x + label).min(width * 0.4);
    let bar = strip(&mut pen, frame, view, theme, strip_rect, left, unit);
    pen.scene().field = bar;
    pen.finish()
}

const LABEL: &str = "Whole organisation";

/// Draws the ruler into `row`; the bar, which starts at `left`, is returned.
pub(super) fn strip(
    pen: &mut Pen,
    frame: &Frame,
    view: &View,
    theme: &Theme,
    row: Rect,
    left: f32,
    unit: f32,
) -> Rect {
    let run = &frame.run;
    let label = Look::regular(14.5 * unit, theme.text_soft);
    let words = super::font::elide(LABEL, label.size, label.weight, left - row.min.x - 6.0 * unit);
    pen.on(Layer::Turf, 1.0).text_in(row, Align::Left, &words, label);

    let bar = Rect::new(left, row.min.y + 4.0 * unit, row.max.x, row.max.y - 4.0 * unit);
    let x = |yards: f64| within(yards as f32 / 100.0, 0.0, 1.0).mul_add(bar.width(), bar.min.x);
    pen.fill(bar, 3.0 * unit, theme.turf);
    let spot = x(run.spot);
    pen.on(Layer::Ground, 1.0).fill(
        Rect::new(bar.min.x, bar.min.y, spot, bar.max.y),
        3.0 * unit,
        theme.ground,
    );
    let mut board = Board::new(Rect::new(bar.min.x, row.min.y, bar.max.x, row.max.y));

    // What the large view shows, as a frame whose sides leave the bar, and with it the words, free.
    let (from, to) = (x(view.from_yard), x(view.to_yard));
    for (edge, end) in [(row.min.y, bar.min.y), (row.max.y, bar.max.y)] {
        let corners = [(from, end), (from, edge), (to, edge), (to, end)];
        let points = corners.iter().map(|&(x, y)| Point { x, y }).collect();
        pen.on(Layer::Lines, 1.0).line(points, solid(1.8 * unit, theme.text));
    }

    let needed = run.line_to_gain.clamp(0.0, 100.0);
    let line = x(needed);
    // Run more often than there are tries, what was needed by the last of them is history.
    let judged = run.times <= run.downs;
    let mark_top = if judged { bar.min.y - 1.5 * unit } else { f32::midpoint(bar.min.y, bar.max.y) };
    let mark = Rect::new(line - 1.5 * unit, mark_top, line + 1.5 * unit, bar.max.y + 1.5 * unit);
    let front =
        Rect::new(spot - 2.2 * unit, bar.min.y - 2.0 * unit, spot + 2.2 * unit, bar.max.y + 2.0 * unit);
    pen.on(Layer::Ground, 1.0).fill(mark, 0.0, theme.to_gain);
    pen.fill(front, 0.0, theme.front);
    board.take(Rect::new(mark.min.x - unit, row.min.y, mark.max.x + unit, row.max.y));
    board.take(Rect::new(front.min.x - unit, row.min.y, front.max.x + unit, row.max.y));

    let height = bar.height() - 1.0;
    let mut say = |pen: &mut Pen, text: &str, look: Look, lefts: &[f32]| {
        let width = look.width(text);
        let middle = f32::midpoint(bar.min.y, bar.max.y);
        let candidates: Vec<Rect> = lefts
            .iter()
            .map(|&left| Rect::new(left, middle - height / 2.0, left + width, middle + height / 2.0))
            .collect();
        let Some(place) = board.place(&candidates) else { return };
        // On ground won only plain text is strong enough.
        let color = if place.max.x < spot { theme.text } else { look.color };
        pen.on(Layer::Tokens, 1.0).text_in(place, Align::Left, text, Look { color, ..look });
    };
    let big = Look::bold(15.0 * unit, theme.front);
    let small = Look::regular(13.0 * unit, theme.to_gain);
    let soft = Look::regular(13.0 * unit, theme.text_soft);
    let apart = 7.0 * unit;

    let number = format!("{}", run.spot.round() as i64);
    let width = big.width(&number);
    say(
        pen,
        &number,
        big,
        &[spot - apart - width, line.min(spot) - apart - width, spot + apart, line.max(spot) + apart],
    );

    let reached = if judged && run.spot + 1e-9 >= run.line_to_gain { " ✓" } else { "" };
    let long = format!("needed by try {}: {}{reached}", run.downs, needed.round() as i64);
    let after = line.max(spot) + apart;
    let width = small.width(&long);
    let beside = [line + apart, line - apart - width];
    let further =
        [line + apart, after, after + 24.0 * unit, line - apart - width, line.min(spot) - apart - width];
    say(pen, &long, small, if judged { &further } else { &beside });

    let goal = format!("goal {}", run.goal.round() as i64);
    let width = soft.width(&goal);
    if run.goal < 99.5 {
        let goal_x = x(run.goal);
        pen.on(Layer::Ground, 1.0).upright(goal_x, bar.min.y, bar.max.y, solid(1.8 * unit, theme.text_soft));
        say(pen, &goal, soft, &[goal_x - apart - width, goal_x + apart]);
    } else {
        say(pen, &goal, soft, &[bar.max.x - apart - width, to - apart - width, to - 2.0 * apart - width]);
    }
    bar
}
