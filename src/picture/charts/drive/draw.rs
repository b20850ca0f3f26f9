//! The axis, the rows with their bars, and what each series needed.

use super::DriveRow;
use super::layout::{LEAST_ROW, Layout, ROW, SERIES_GAP, try_of};
use crate::model::Subject;
use crate::picture::charts::TryResult;
use crate::picture::charts::axis::{count, step, ticks, whole, yard};
use crate::picture::charts::sheet::{NAME, SMALL, Sheet};
use crate::picture::pen::{Look, dashed, solid};
use crate::picture::{Align, Color, Layer, Point, Rect, Target, Theme, font};

/// The row that the rest of the screen shows.
pub(super) fn playhead(sheet: &mut Sheet, layout: &Layout) {
    let (theme, unit) = (sheet.theme, sheet.unit);
    let rows = &layout.chart.rows[..layout.shown];
    let is_shown =
        |row: &DriveRow| matches!(row, DriveRow::Try(each) if Some(each.number) == layout.chart.at);
    let Some(rect) = rows.iter().position(is_shown).map(|index| layout.row(index)) else { return };
    let more = (6.0 * unit).min(rect.min.x);
    let outer = Rect::new(rect.min.x - more, rect.min.y, rect.max.x + more, rect.max.y);
    sheet.pen.on(Layer::Turf, 1.0).fill(outer, 3.0 * unit, theme.raised);
    let edge = Rect::new(outer.min.x, outer.min.y, outer.min.x + 3.0 * unit, outer.max.y);
    sheet.pen.fill(edge, unit, theme.accent);
}

/// The yards above the bars, and faint lines down through them.
pub(super) fn axis(sheet: &mut Sheet, layout: &Layout) {
    let (theme, unit, bars) = (sheet.theme, sheet.unit, layout.bars);
    let small = sheet.small();
    let bottom = layout.row(layout.shown.saturating_sub(1)).max.y.min(bars.max.y);
    let goal = yard(layout.chart.goal).filter(|goal| *goal > 0.0).unwrap_or(100.0);
    let (first, last) = layout.x.span();
    let every = step(last - first, ((bars.width() / (44.0 * unit)) as usize).clamp(1, 10));
    if layout.axis.height() > SMALL * unit {
        let y = f32::midpoint(layout.axis.min.y, layout.axis.max.y) - 2.0 * unit;
        let say = |sheet: &mut Sheet, yards: f64, text: &str| {
            let half = small.width(text) / 2.0;
            let x = layout.x.at(yards).min(sheet.area.max.x - half).max(sheet.area.min.x + half);
            sheet.say(text, small, &[Point { x, y }]);
        };
        let words = [format!("goal {}", whole(goal)), "goal".into()];
        let fits = words.iter().find(|words| small.width(words) < bars.width() * 0.5);
        if layout.x.shows(goal) {
            say(sheet, goal, fits.map_or("", String::as_str));
        }
        for (index, tick) in ticks((first, last), every).into_iter().enumerate() {
            let yards = whole(tick).to_string();
            let named = index == 0 && bars.width() > 200.0 * unit;
            say(sheet, tick, if named { format!("{yards} yards") } else { yards }.as_str());
        }
    }
    if layout.shown == 0 {
        if layout.chart.rows.is_empty() && sheet.area.width() > 90.0 * unit {
            let row = Rect::new(layout.left, layout.bars.min.y, layout.right, layout.bars.min.y + ROW * unit);
            let row = Rect { max: Point { y: row.max.y.min(sheet.area.max.y), ..row.max }, ..row };
            sheet.write(row, Align::Left, "No tries yet", Look::regular(NAME * unit, theme.text_soft));
        }
        return;
    }
    sheet.pen.on(Layer::Turf, 1.0);
    for tick in ticks((first, last), every) {
        sheet.pen.upright(
            layout.x.at(tick),
            bars.min.y,
            bottom,
            solid(unit, theme.line.mix(theme.backdrop, 0.3)),
        );
    }
    if layout.x.shows(goal) {
        sheet.pen.upright(layout.x.at(goal), bars.min.y, bottom, solid(2.0 * unit, theme.text_soft));
    }
}

pub(super) fn row(sheet: &mut Sheet, layout: &Layout, index: usize) {
    let Some(entry) = layout.chart.rows.get(index) else { return };
    let (theme, unit) = (sheet.theme, sheet.unit);
    let rect = layout.row(index);
    let text = Look::regular(NAME * unit, theme.text);
    let soft = Look { color: theme.text_soft, ..text };
    let bold = Look::bold(NAME * unit, theme.text);
    bar(sheet, layout, index, entry);
    sheet.pen.on(Layer::Tokens, 1.0);
    let yards = entry.gained();
    let look = Look { color: sign_color(theme, &yards), ..bold };
    sheet.write(layout.cell(index, layout.gained), Align::Right, &yards, look);
    let hint = match entry {
        DriveRow::Try(each) => {
            let number = count(each.number.into());
            sheet.write(layout.cell(index, layout.number), Align::Right, &number, bold);
            let down = try_of(each, layout.chart.series_tries);
            sheet.write(layout.cell(index, layout.down), Align::Left, &down, soft);
            sheet.write(layout.cell(index, layout.name), Align::Left, entry.name(), text);
            let words = each.words(layout.chart.series_tries, layout.long);
            let strong = each.result.ends_the_drive() || each.result == TryResult::Setback;
            let look = match each.result {
                TryResult::NextTry => soft,
                _ if strong => bold,
                _ => text,
            };
            sheet.write(layout.cell(index, layout.result), Align::Left, &words, look);
            let (start, end) = entry.spots();
            format!(
                "Try {number} ({}), {}: from {} to {} yards, {} needed. {}",
                down.to_lowercase(),
                entry.name(),
                whole(start),
                whole(end),
                yard(each.to_gain).map_or(0, whole),
                each.result.hint()
            )
        }
        DriveRow::Event(_) => {
            sheet.write(layout.cell(index, layout.name), Align::Left, entry.name(), text);
            let (start, end) = entry.spots();
            format!("{}: from {} to {} yards (event)", entry.name(), whole(start), whole(end))
        }
    };
    sheet.pen.scene().targets.push(Target { rect, subject: Subject::Play, hint });
}

fn sign_color(theme: &Theme, yards: &str) -> Color {
    match yards.chars().next() {
        Some('▲') => theme.gain,
        Some('▼') => theme.alarm,
        _ => theme.text_soft,
    }
}

/// Ground gained is solid; ground lost is hollow, from where it stood back to where it ended.
fn bar(sheet: &mut Sheet, layout: &Layout, index: usize, entry: &DriveRow) {
    let (theme, unit) = (sheet.theme, sheet.unit);
    let rect = layout.row(index);
    let (start, end) = entry.spots();
    let (from, to) = (layout.x.at(start), layout.x.at(end));
    let half = (rect.height() * 0.27).min(8.0 * unit);
    let middle = f32::midpoint(rect.min.y, rect.max.y);
    // From one row to the next: each starts where the last one ended.
    if let Some(next) = layout.chart.rows.get(index + 1).filter(|_| index + 1 < layout.shown) {
        let below = layout.row(index + 1);
        let next_middle = f32::midpoint(below.min.y, below.max.y);
        if (layout.x.at(next.spots().0) - to).abs() < 1.0 {
            let thin = solid(1.2 * unit, theme.text_soft);
            sheet.pen.on(Layer::Ground, 0.7).upright(to, middle + half, next_middle - half, thin);
        }
    }
    sheet.pen.on(Layer::Ground, 1.0);
    let thick = Rect::new(from.min(to), middle - half, from.max(to), middle + half);
    if thick.width() < 2.0 * unit {
        sheet.pen.fill(Rect::new(to - unit, middle - half, to + unit, middle + half), 0.0, theme.text_soft);
    } else if to > from {
        sheet.pen.fill(thick, 1.5 * unit, theme.gain);
    } else {
        let inner = Rect::new(
            thick.min.x + 0.8 * unit,
            thick.min.y + 0.8 * unit,
            thick.max.x - 0.8 * unit,
            thick.max.y - 0.8 * unit,
        );
        sheet.pen.rect(inner, 1.5 * unit, Some(theme.backdrop), Some(solid(1.8 * unit, theme.alarm)));
    }
}

/// The line to gain of each series, through its rows, and between series a thin line across.
pub(super) fn needed(sheet: &mut Sheet, layout: &Layout) {
    let (theme, unit) = (sheet.theme, sheet.unit);
    let mut series: Vec<(u32, f64, usize, usize, u32)> = Vec::new();
    for (index, row) in layout.chart.rows[..layout.shown].iter().enumerate() {
        let DriveRow::Try(each) = row else { continue };
        match series.last_mut() {
            Some(last) if last.0 == each.series => last.3 = index,
            _ => {
                let Some(to_gain) = yard(each.to_gain) else { continue };
                let by = each
                    .number
                    .saturating_sub(each.down)
                    .saturating_add(layout.chart.series_tries.max(each.down));
                series.push((each.series, to_gain, index, index, by));
            }
        }
    }
    let look = Look::regular(SMALL * unit, theme.to_gain);
    for (order, &(_, to_gain, first, last, by)) in series.iter().enumerate() {
        let (top, bottom) = (layout.row(first).min.y + unit, layout.row(last).max.y - unit);
        let x = layout.x.at(to_gain);
        sheet.pen.on(Layer::Lines, 1.0).upright(x, top, bottom, solid(2.2 * unit, theme.to_gain));
        if order > 0 {
            let y = layout.row(first).min.y - SERIES_GAP * unit / 2.0;
            let line = vec![Point { x: layout.left, y }, Point { x: layout.right, y }];
            sheet.pen.on(Layer::Turf, 1.0).line(line, dashed(1.2 * unit, theme.line, 2.0 * unit, 2.0 * unit));
        }
        // Once, what the line is.
        if order == 0 && layout.row_height >= SMALL * unit {
            let yards = whole(to_gain);
            let words = [format!("needed by try {by}: {yards}"), format!("needed: {yards}"), "needed".into()];
            let row = layout.row(first);
            let (start, end) = layout.chart.rows[first].spots();
            let reached = layout.x.at(start.max(end)).max(x);
            let room = layout.bars.max.x - reached - 10.0 * unit;
            if let Some(text) = words.iter().find(|text| look.width(text) <= room) {
                let x = reached + 8.0 * unit + look.width(text) / 2.0;
                sheet.say_over(text, look, &[Point { x, y: f32::midpoint(row.min.y, row.max.y) }]);
            }
        }
    }
}

/// "and 88 more tries".
pub(super) fn rest(sheet: &mut Sheet, layout: &Layout) {
    if !layout.cut || sheet.area.height() < LEAST_ROW * sheet.unit * 0.9 {
        return;
    }
    let others = layout.chart.rows[layout.shown..].iter().filter_map(DriveRow::series).count();
    let text = match (others, layout.shown) {
        (0, _) => "and what came after".to_owned(),
        (1, 0) => "1 try".to_owned(),
        (_, 0) => format!("{} tries", count(others as u64)),
        (1, _) => "and 1 more try".to_owned(),
        _ => format!("and {} more tries", count(others as u64)),
    };
    let look = Look::regular(NAME * sheet.unit, sheet.theme.text_soft);
    let left = if layout.name.1 > layout.name.0 { layout.name.0 } else { layout.left };
    let row = layout.cell(layout.shown, (left, layout.right));
    if font::width(&text, look.size, look.weight) <= row.width() {
        sheet.pen.on(Layer::Tokens, 1.0);
        sheet.write(row, Align::Left, &text, look);
    }
}
