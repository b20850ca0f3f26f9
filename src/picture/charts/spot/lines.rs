//! The axes, the bands and the lines: no more points than pixels can show.

use super::layout::{Layout, Way};
use crate::picture::charts::axis::{count, step, ticks, whole};
use crate::picture::charts::sheet::{NAME, SMALL, Sheet};
use crate::picture::pen::{Look, dashed, solid};
use crate::picture::{Align, Layer, Point, Rect, Stroke};

/// How opaque the band of the highlighted plan is, and of the others.
pub(in crate::picture::charts) const BANDS: (f32, f32) = (0.2, 0.1);

pub(super) const CAPTION: &str = "Whole organisation, in yards";

/// The most points a line has for each point of width.
const POINTS_A_COLUMN: f32 = 1.0;

/// Faint lines at round yards, their numbers, and what the axis counts.
pub(super) fn frame(sheet: &mut Sheet, layout: &Layout) {
    let (theme, unit, plot) = (sheet.theme, sheet.unit, layout.plot);
    let small = sheet.small();
    if layout.caption.height() > 0.0 {
        sheet.write(layout.caption, Align::Left, CAPTION, small);
        let middle = f32::midpoint(layout.caption.min.y, layout.caption.max.y);
        let (left, half) = (layout.caption.min.x, 6.0 * unit);
        sheet.board.take(Rect::new(left, middle - half, left + small.width(CAPTION), middle + half));
    }
    for tick in ticks(layout.y.span(), layout.y_step) {
        let y = layout.y.at(tick);
        let line = vec![Point { x: plot.min.x, y }, Point { x: plot.max.x, y }];
        sheet.pen.on(Layer::Turf, 1.0).line(line, solid(unit, theme.line.mix(theme.backdrop, 0.3)));
        if plot.min.x > sheet.area.min.x + 1.0 {
            let text = whole(tick).to_string();
            let x = plot.min.x - 8.0 * unit - small.width(&text) / 2.0;
            sheet.say(&text, small, &[Point { x, y }]);
        }
    }
    let base = vec![Point { x: plot.min.x, y: plot.max.y }, Point { x: plot.max.x, y: plot.max.y }];
    sheet.pen.on(Layer::Turf, 1.0).line(base, solid(1.2 * unit, theme.text_soft));
    if layout.last == 0 && plot.width() > 80.0 * unit {
        let middle = Point {
            x: f32::midpoint(plot.min.x, plot.max.x),
            y: f32::midpoint(plot.min.y, plot.max.y) - layout.y.unit(),
        };
        let text = if layout.ways.is_empty() { "Nothing to show yet" } else { "No tries yet" };
        sheet.say(text, Look::regular(NAME * unit, theme.text_soft), &[middle]);
    }
}

/// The goal, where it is in sight.
pub(super) fn goal(sheet: &mut Sheet, layout: &Layout) {
    let (theme, unit, plot) = (sheet.theme, sheet.unit, layout.plot);
    let small = sheet.small();
    if let Some(goal) = layout.goal() {
        let y = layout.y.at(goal);
        let line = vec![Point { x: plot.min.x, y }, Point { x: plot.max.x, y }];
        sheet.pen.on(Layer::Ground, 1.0).line(line, solid(2.4 * unit, theme.text_soft));
        let text = format!("goal {}", whole(goal));
        let half = small.width(&text) / 2.0;
        let places =
            [9.0f32, -9.0].map(|dy| Point { x: plot.min.x + half + 6.0 * unit, y: dy.mul_add(unit, y) });
        sheet.say_over(&text, small, &places);
    }
}

/// The numbers of the tries.
pub(super) fn numbers(sheet: &mut Sheet, layout: &Layout) {
    if layout.numbers.height() < SMALL * sheet.unit {
        return;
    }
    let (theme, unit, plot) = (sheet.theme, sheet.unit, layout.plot);
    let small = sheet.small();
    let widest = small.width(&count(layout.last as u64)) + 14.0 * unit;
    let last = layout.last.max(1) as f64;
    let every = step(last, ((plot.width() / widest) as usize).clamp(1, 20));
    let y = layout.numbers.min.y + 15.0 * unit;
    sheet.pen.on(Layer::Turf, 1.0);
    let say = |sheet: &mut Sheet, tick: f64, text: &str| {
        let x = layout.x.at(tick);
        let half = small.width(text) / 2.0;
        let inside = x.min(sheet.area.max.x - half).max(sheet.area.min.x + half);
        if sheet.say(text, small, &[Point { x: inside, y }]) {
            let (top, bottom) = (plot.max.y, plot.max.y + 4.0 * unit);
            sheet.pen.upright(x, top, bottom, solid(1.2 * unit, theme.text_soft));
        }
    };
    if layout.last == 0 {
        say(sheet, 0.0, "start");
        return;
    }
    // The last try is worth a number more than the round one before it.
    let singular = if layout.last == 1 { "try 1" } else { "" };
    let end = if singular.is_empty() { count(layout.last as u64) } else { singular.to_owned() };
    say(sheet, last, &end);
    say(sheet, 0.0, "start");
    for tick in ticks((every, last - 1.0), every) {
        let text = count(tick as u64);
        let first = tick == every && layout.last > 1;
        let named = format!("try {text}");
        // The first number says what is counted.
        let x = layout.x.at(tick);
        let fits = x - small.width(&named) > layout.x.at(0.0) + small.width("start");
        say(sheet, tick, if first && fits { &named } else { &text });
    }
}

/// Where 8 in 10 trials end, around each line; the highlighted one's with an edge.
pub(super) fn bands(sheet: &mut Sheet, layout: &Layout) {
    for (index, way) in order(layout) {
        let highlighted = index == layout.highlighted;
        let opacity = if highlighted { BANDS.0 } else { BANDS.1 };
        for run in band_runs(layout, way) {
            sheet.pen.on(Layer::Ground, opacity);
            for pair in run.windows(2) {
                let [(x0, low0, high0), (x1, low1, high1)] = [pair[0], pair[1]];
                let corners = [(x0, high0), (x1, high1), (x1, low1), (x0, low0)];
                // A corner that two others share would make the outline open.
                let mut points: Vec<Point> = corners.iter().map(|&(x, y)| Point { x, y }).collect();
                points.dedup();
                sheet.pen.polygon(points, Some(way.color), None);
            }
            if highlighted {
                let edge = solid(sheet.unit, way.color);
                sheet.pen.on(Layer::Ground, 0.85);
                sheet.pen.line(run.iter().map(|&(x, low, _)| Point { x, y: low }).collect(), edge);
                sheet.pen.line(run.iter().map(|&(x, _, high)| Point { x, y: high }).collect(), edge);
            }
        }
    }
}

/// The stretches of tries that have a band, as x, the lower and the upper edge in points.
fn band_runs(layout: &Layout, way: &Way) -> Vec<Vec<(f32, f32, f32)>> {
    let mut runs: Vec<Vec<(f32, f32, f32)>> = Vec::new();
    // All trials start together.
    let start = layout.y.at(way.start - way.lost.first().copied().unwrap_or(0.0));
    let mut run = vec![(layout.x.at(0.0), start, start)];
    let mut column = f32::NEG_INFINITY;
    for tries in 1..=way.spots.len() {
        let Some((low, high)) = way.band(tries) else {
            runs.push(std::mem::take(&mut run));
            continue;
        };
        let (x, low, high) = (layout.x.at(tries as f64), layout.y.at(low), layout.y.at(high));
        match run.last_mut() {
            // Within a column of pixels only the widest can be seen.
            Some(last) if x - column < 2.0 => *last = (x, last.1.max(low), last.2.min(high)),
            _ => {
                run.push((x, low, high));
                column = x;
            }
        }
    }
    runs.push(run);
    runs.retain(|run| run.len() > 1);
    runs
}

/// The lines, the highlighted one on top.
pub(super) fn ways(sheet: &mut Sheet, layout: &Layout) {
    for (index, way) in order(layout) {
        let width = layout.line_width(index) * sheet.unit;
        let (driven, kept) = points(layout, way);
        for pair in driven.windows(2).chain(kept.windows(2)) {
            sheet.board.avoid((pair[0], pair[1]));
        }
        // A halo keeps lines that cross apart.
        let halo = solid(width + 2.4 * sheet.unit, sheet.theme.backdrop);
        if layout.ways.len() > 1 && driven.len() < 200 {
            sheet.pen.on(Layer::Lines, 0.7).line(driven.clone(), halo);
        }
        sheet.pen.on(Layer::Lines, 1.0).line(driven, stroke(width, sheet.unit, way));
        let thin = dashed(1.3 * sheet.unit, way.color, 1.5 * sheet.unit, 3.5 * sheet.unit);
        sheet.pen.line(kept, thin);
    }
}

/// Each plan's line is broken in its own way.
fn stroke(width: f32, unit: f32, way: &Way) -> Stroke {
    match way.pattern {
        0 => solid(width, way.color),
        1 => dashed(width, way.color, 9.0 * unit, 4.0 * unit),
        2 => dashed(width, way.color, 2.5 * unit, 3.0 * unit),
        _ => dashed(width, way.color, 16.0 * unit, 5.0 * unit),
    }
}

/// Plans from the last to the first, the highlighted one at the end.
pub(super) fn order<'a, 'b>(layout: &'b Layout<'a>) -> impl Iterator<Item = (usize, &'b Way<'a>)> {
    let others = (0..layout.ways.len()).rev().filter(|index| *index != layout.highlighted);
    others.chain([layout.highlighted]).filter_map(|index| Some((index, layout.ways.get(index)?)))
}

/// The line while the drive lasts, with the drop of each event, and what is kept from there to the chart's end.
fn points(layout: &Layout, way: &Way) -> (Vec<Point>, Vec<Point>) {
    let at = |tries: usize, yards: f64| Point { x: layout.x.at(tries as f64), y: layout.y.at(yards) };
    let steps = (0..=way.lasts).flat_map(|tries| {
        let (spot, lost) = (way.after(tries), way.lost.get(tries).copied().unwrap_or(0.0));
        let dropped = (lost > 0.0).then(|| at(tries, (spot - lost).max(0.0)));
        [Some(at(tries, spot)), dropped].into_iter().flatten()
    });
    let driven = thinned(steps, layout.plot.width());
    let kept = match driven.last() {
        Some(from) if from.x + 0.5 < layout.plot.max.x => {
            vec![*from, Point { x: layout.plot.max.x, y: from.y }]
        }
        _ => Vec::new(),
    };
    (driven, kept)
}

/// Of the points within a column, only the first, the lowest, the highest and the last.
fn thinned(points: impl Iterator<Item = Point>, width: f32) -> Vec<Point> {
    let all: Vec<Point> = points.collect();
    if all.len() as f32 <= width * POINTS_A_COLUMN {
        return all;
    }
    let mut kept = Vec::new();
    let mut rest = all.as_slice();
    while let Some(first) = rest.first() {
        let end = rest.iter().position(|point| point.x >= first.x + 1.0).unwrap_or(rest.len()).max(1);
        let (column, after) = rest.split_at(end);
        let by_height = |a: &(usize, &Point), b: &(usize, &Point)| a.1.y.total_cmp(&b.1.y);
        let lowest = column.iter().enumerate().max_by(by_height).map_or(0, |(index, _)| index);
        let highest = column.iter().enumerate().min_by(by_height).map_or(0, |(index, _)| index);
        let mut picked = [0, lowest.min(highest), lowest.max(highest), column.len() - 1].to_vec();
        picked.dedup();
        kept.extend(picked.iter().map(|&index| column[index]));
        rest = after;
    }
    kept
}
