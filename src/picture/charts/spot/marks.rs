//! What stands on the lines: results, what was needed, events, the playhead, the names at the ends, what answers to the
//! pointer.

use std::fmt::Write;

use super::layout::Layout;
use super::lines::order;
use crate::model::Subject;
use crate::picture::charts::TryResult;
use crate::picture::charts::axis::{count, whole, yard};
use crate::picture::charts::sheet::{NAME, SMALL, Sheet};
use crate::picture::labels::pack;
use crate::picture::pen::{Look, dashed, solid};
use crate::picture::{Align, Layer, Point, Rect, Target, font};

/// The most events that have a line each.
const EVENTS: usize = 200;

/// Name, yards, trials and fate where each line ends, as many of them as there is room for; whether that includes what
/// trials come to.
pub(super) fn ends(sheet: &mut Sheet, layout: &Layout) -> bool {
    let (theme, unit, ends) = (sheet.theme, sheet.unit, layout.ends);
    if ends.width() < 24.0 * unit || ends.max.x > sheet.area.max.x + 1.0 || layout.plot.max.x > ends.min.x {
        return false;
    }
    let (bold, small) = (Look::bold(NAME * unit, theme.text), sheet.small());
    let line_height = 16.0 * unit;
    let places = (1..=4).rev().find_map(|most| {
        let wanted: Vec<(f32, f32)> = layout
            .ways
            .iter()
            .zip(&layout.end_lines)
            .map(|(way, lines)| {
                let height = (lines.len() - 1).min(most) as f32 * line_height;
                // The first line stands level with the end of the plan's.
                (layout.y.at(way.end()) + (height - line_height) / 2.0, height)
            })
            .collect();
        pack(&wanted, 5.0 * unit, ends.min.y, ends.max.y).map(|tops| (most, tops))
    });
    let Some((most, tops)) = places else { return false };
    for ((index, way), top) in layout.ways.iter().enumerate().zip(tops) {
        let lines = &layout.end_lines[index];
        let row = |number: usize| {
            let top = (number as f32).mul_add(line_height, top);
            Rect::new(ends.min.x, top, ends.max.x, top + line_height)
        };
        let (from, to) = (layout.y.at(way.end()), top + line_height / 2.0);
        let left = layout.plot.max.x + 3.0 * unit;
        let elbow = vec![
            Point { x: left, y: from },
            Point { x: left + 2.0 * unit, y: from },
            Point { x: ends.min.x - 5.0 * unit, y: to },
            Point { x: ends.min.x - 3.0 * unit, y: to },
        ];
        sheet.pen.on(Layer::Lines, 1.0).line(elbow, solid(1.4 * unit, way.color));
        sheet.pen.on(Layer::Tokens, 1.0);
        let [name, yards, more @ ..] = lines.as_slice() else { continue };
        let value = Look { color: theme.text, ..bold };
        let first = row(0);
        let gap = if name.is_empty() { 0.0 } else { 7.0 * unit };
        let room = first.width() - value.width(yards) - gap;
        let name = font::elide(name, bold.size, bold.weight, room);
        sheet.write(first, Align::Left, &name, Look { color: theme.text, ..bold });
        let after = first.min.x + bold.width(&name) + gap;
        sheet.write(Rect::new(after, first.min.y, first.max.x, first.max.y), Align::Left, yards, value);
        for (number, line) in more.iter().take(most - 1).enumerate() {
            // Shorter words are better than words cut short.
            let short = line.strip_prefix("8 in 10 trials: ").filter(|_| small.width(line) > ends.width());
            sheet.write(row(number + 1), Align::Left, short.unwrap_or(line), small);
        }
        let last = row((lines.len() - 2).min(most - 1));
        sheet.board.take(Rect::new(left, first.min.y, ends.max.x, last.max.y));
    }
    most > 1
}

/// Where the playhead stands.
pub(super) fn playhead(sheet: &mut Sheet, layout: &Layout, at: Option<f64>) {
    let Some(at) = at.filter(|at| at.is_finite() && layout.last > 0) else { return };
    let (theme, unit, plot) = (sheet.theme, sheet.unit, layout.plot);
    let at = at.clamp(0.0, layout.last as f64);
    let x = layout.x.at(at);
    sheet.pen.on(Layer::Marks, 1.0).upright(
        x,
        plot.min.y,
        plot.max.y + 4.0 * unit,
        solid(1.8 * unit, theme.accent),
    );
    if layout.numbers.height() > SMALL * unit {
        let text = if at == 0.0 { "start".to_owned() } else { format!("try {}", count(at.ceil() as u64)) };
        let look = Look::bold(SMALL * unit, theme.accent);
        let half = look.width(&text) / 2.0;
        let x = x.min(sheet.area.max.x - half).max(sheet.area.min.x + half);
        let y = layout.numbers.min.y + 15.0 * unit;
        sheet.say(&text, look, &[Point { x, y }]);
        // Nothing else beside it: two numbers would be read as one.
        sheet.board.take(Rect::new(x - half - 9.0 * unit, y, x + half + 9.0 * unit, y + unit));
    }
}

/// What each try led to, and below the chart what the shapes say; the band only where nothing else does.
pub(super) fn results(sheet: &mut Sheet, layout: &Layout, banded: bool) {
    let unit = sheet.unit;
    let apart = layout.x.unit();
    let mut seen: Vec<TryResult> = Vec::new();
    for (index, way) in order(layout) {
        let size = if index == layout.highlighted { 10.5 } else { 8.5 } * unit;
        for tries in 1..=way.lasts {
            let Some(result) = way.result(tries) else { continue };
            // Where tries are close together only the end of the drive is marked.
            let needs = if result == TryResult::NextTry { 14.0 } else { 9.0 } * unit;
            if (apart < needs && !result.ends_the_drive()) || layout.plot.height() < 40.0 * unit {
                continue;
            }
            let at = Point { x: layout.x.at(tries as f64), y: layout.y.at(way.after(tries)) };
            sheet.pen.on(Layer::Tokens, 1.0);
            sheet.mark(result, at, size, way.color);
            if result == TryResult::NextTry {
                continue;
            }
            let r = size * 0.75;
            sheet.board.take(Rect::new(at.x - r, at.y - r, at.x + r, at.y + r));
            if !seen.contains(&result) {
                seen.push(result);
            }
        }
    }
    key(sheet, layout, &seen, banded);
}

fn key(sheet: &mut Sheet, layout: &Layout, seen: &[TryResult], explained: bool) {
    let (theme, unit, row) = (sheet.theme, sheet.unit, layout.key);
    if row.height() < 16.0 * unit {
        return;
    }
    let small = sheet.small();
    let mut x = layout.plot.min.x;
    let y = row.max.y - 8.0 * unit;
    let all = [TryResult::FirstDown, TryResult::Setback, TryResult::Turnover, TryResult::Goal];
    for result in all.into_iter().filter(|result| seen.contains(result)) {
        let Some(text) = result.short() else { continue };
        let (width, sample) = (small.width(text), 16.0 * unit);
        if x + sample + width > row.max.x {
            return;
        }
        sheet.pen.on(Layer::Tokens, 1.0);
        sheet.mark(result, Point { x: x + 5.5 * unit, y }, 10.5 * unit, theme.text_soft);
        sheet.say(text, small, &[Point { x: x + sample + width / 2.0, y }]);
        x += sample + width + 22.0 * unit;
    }
    let text = "8 in 10 trials end in the band";
    let banded = !explained
        && layout.ways.iter().any(|way| (1..=way.spots.len()).any(|tries| way.band(tries).is_some()));
    let (width, sample) = (small.width(text), 24.0 * unit);
    if let Some(way) = layout.shown().filter(|_| banded && x + sample + width <= row.max.x) {
        let swatch = Rect::new(x, y - 5.5 * unit, x + 18.0 * unit, y + 5.5 * unit);
        sheet.pen.on(Layer::Ground, super::lines::BANDS.0).fill(swatch, 0.0, way.color);
        sheet.pen.on(Layer::Tokens, 1.0);
        sheet.say(text, small, &[Point { x: x + sample + width / 2.0, y }]);
    }
}

/// What each series of the highlighted plan had to reach.
pub(super) fn needed(sheet: &mut Sheet, layout: &Layout) {
    let (theme, unit) = (sheet.theme, sheet.unit);
    let Some(way) = layout.shown() else { return };
    let look = Look::regular(SMALL * unit, theme.to_gain);
    let mut explained = false;
    let all = way.needed(layout.chart.series_tries);
    for (index, series) in all.iter().enumerate() {
        let (left, right) = (layout.x.at(series.from as f64), layout.x.at(series.to as f64));
        if right - left < 7.0 * unit {
            continue;
        }
        let y = layout.y.at(series.yards);
        let stroke = solid(1.8 * unit, theme.to_gain);
        sheet.pen.on(Layer::Lines, 1.0);
        sheet.pen.line(vec![Point { x: left + unit, y }, Point { x: right, y }], stroke);
        sheet.pen.upright(right, y - 4.0 * unit, y + 4.0 * unit, stroke);
        sheet.board.avoid((Point { x: left, y }, Point { x: right, y }));
        let short = whole(series.yards).to_string();
        let long = format!("needed by try {}: {short}", count(series.by as u64));
        for (text, explains) in [(&long, true), (&short, false)] {
            if explains && explained {
                continue;
            }
            let half = look.width(text) / 2.0;
            let (start, end) = (left + half + 2.0 * unit, right - half - 6.0 * unit);
            let places =
                [(start, -9.5f32), (end, -9.5), (start, 9.5), (end, 9.5), (right + half + 8.0 * unit, 0.0)]
                    .map(|(x, dy)| Point { x: x.max(layout.plot.min.x + half), y: dy.mul_add(unit, y) });
            // What explains waits for a series where it hides nothing, if there is one.
            let last = index + 1 == all.len();
            let clear = sheet.clear(text, look, &places);
            let places =
                clear.map_or(if explains && !last { Vec::new() } else { places.to_vec() }, |at| vec![at]);
            if sheet.say_over(text, look, &places) {
                explained |= explains;
                break;
            }
        }
    }
}

/// What came between tries, from top to bottom, with its name above.
pub(super) fn events(sheet: &mut Sheet, layout: &Layout) {
    let (theme, unit, plot) = (sheet.theme, sheet.unit, layout.plot);
    let Some(way) = layout.shown() else { return };
    let look = Look::regular(SMALL * unit, theme.text);
    let within_drive = way.plan.events.iter().filter(|event| event.after as usize <= way.lasts);
    let mut last = f32::NEG_INFINITY;
    let events: Vec<_> = within_drive.take(EVENTS).collect();
    for (index, event) in events.iter().enumerate() {
        let x = layout.x.at(f64::from(event.after));
        let named = layout.events.height() > SMALL * unit;
        if x - last > 2.0 * unit {
            let top = if named { layout.events.max.y - 3.0 * unit } else { plot.min.y };
            let stroke = dashed(1.2 * unit, theme.text_soft, 3.0 * unit, 3.0 * unit);
            sheet.pen.on(Layer::Ground, 1.0).upright(x, top, plot.max.y, stroke);
            sheet.board.avoid((Point { x, y: plot.min.y }, Point { x, y: plot.max.y }));
            last = x;
        }
        if !named {
            continue;
        }
        let lost = match yard(event.lost).map_or(0, whole) {
            0 => String::new(),
            lost => format!(" ▼ {lost}"),
        };
        // A name may reach as far as the next event's.
        let mut later = events[index + 1..].iter().map(|event| layout.x.at(f64::from(event.after)));
        let next = later.find(|next| *next > x + 2.0 * unit).unwrap_or(sheet.area.max.x + 8.0 * unit);
        let y = f32::midpoint(layout.events.min.y, layout.events.max.y) - 2.0 * unit;
        sheet.pen.on(Layer::Tokens, 1.0);
        // Words start at their line; where there is no room for all of them, they end at it, or are cut short.
        for room in [f32::INFINITY, next - x, layout.ends.min.x - x, 0.0] {
            let room = room - look.width(&lost) - 8.0 * unit;
            let name = font::elide(event.name.trim(), look.size, look.weight, room);
            let text = if name.ends_with('…') && name.chars().count() < 6 {
                lost.trim().to_owned()
            } else {
                format!("{name}{lost}")
            };
            let half = look.width(&text) / 2.0;
            let [after, before] = [x + half - 2.0 * unit, x - half + 2.0 * unit].map(|x| Point { x, y });
            let fits = x + 2.0 * half <= next - 8.0 * unit;
            let places = if fits { vec![after, before] } else { vec![before] };
            if !text.is_empty() && sheet.say(&text, look, &places) {
                break;
            }
        }
    }
}

/// Each try answers to the pointer with what every plan came to.
pub(super) fn targets(sheet: &mut Sheet, layout: &Layout) {
    let plot = layout.plot;
    let columns = ((plot.width() / (4.0 * sheet.unit)) as usize).max(1);
    let every = layout.last.div_ceil(columns).max(1);
    for tries in (1..=layout.last).step_by(every) {
        let half = every as f64 / 2.0;
        let rect = Rect::new(
            layout.x.at(tries as f64 - half),
            plot.min.y,
            layout.x.at(tries as f64 + half),
            plot.max.y,
        );
        let mut hint = format!("Try {}", count(tries as u64));
        for (index, way) in layout.ways.iter().enumerate() {
            // Writing to a string cannot fail.
            let _ = write!(hint, ". {}: {} yards", way.plan.name.trim(), whole(way.after(tries)));
            if let Some((low, high)) = way.band(tries) {
                let _ = write!(hint, ", 8 in 10 trials {} to {}", whole(low), whole(high));
            }
            if tries > way.lasts {
                hint.push_str(", the drive has ended");
            } else if index == layout.highlighted
                && let Some(result) = way.result(tries)
            {
                let _ = write!(hint, ". {}", result.hint());
            }
        }
        sheet.pen.scene().targets.push(Target { rect, subject: Subject::Play, hint });
    }
}
