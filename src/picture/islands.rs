//! Ground won, and ground out on its own: the hatched part beyond the safe distance, its tether to the hindmost front, and
//! how far ahead it is.

use super::field::Stage;
use super::lanes;
use super::layout;
use super::pen::{Look, Pen, solid};
use super::tokens::Pieces;
use super::{Align, Layer, Point, Rect, Theme};
use crate::timeline::{ChannelFrame, Tether};

/// Solid ground up to the front, or up to the safe distance with the rest standing apart.
pub(super) fn ground(
    stage: &mut Stage,
    channel: &ChannelFrame,
    rect: Rect,
    zero: f32,
    front: f32,
    focus: f32,
    alarm: f32,
) {
    let unit = stage.layout.lane_unit;
    let theme = stage.theme;
    let corner = 3.0 * unit;
    let Some(island) = channel.island.filter(|island| island.shown > 0.0 && island.to > island.from) else {
        stage.pen.on(Layer::Ground, focus).fill(
            Rect::new(zero, rect.min.y, front, rect.max.y),
            corner,
            theme.ground,
        );
        return;
    };
    let shown = island.shown.clamp(0.0, 1.0) as f32;
    let (near, far) = (stage.layout.x_inside(island.from), stage.layout.x_inside(island.to));
    // The gap opens as the island forms, around the line that says what is safe.
    let gap = (7.0 * unit * shown).min((far - near) * 0.4);
    let solid_end = (near - gap).max(zero);
    stage.pen.on(Layer::Ground, focus).fill(
        Rect::new(zero, rect.min.y, solid_end, rect.max.y),
        corner,
        theme.ground,
    );
    // A seam of turf keeps the bright stripes from the bright front.
    let piece = Rect::new(near + gap, rect.min.y, far - 6.0 * unit, rect.max.y);
    if piece.width() > 0.5 {
        stage.pen.on(Layer::Ground, (1.0 - shown) * alarm).fill(piece, 0.0, theme.ground);
        stage.pen.on(Layer::Ground, shown * alarm);
        hatch(&mut stage.pen, piece, unit, theme);
    }
}

/// Slanted stripes that end exactly at the rectangle's edges.
pub(super) fn hatch(pen: &mut Pen, rect: Rect, unit: f32, theme: &Theme) {
    pen.fill(rect, 0.0, theme.turf.mix(theme.ground, 0.25));
    let (stripe, pitch) = (7.0 * unit, 15.0 * unit);
    let height = rect.height();
    // A stripe leans to the right by the rectangle's height: at 45 degrees.
    let mut left = rect.min.x - height;
    while left < rect.max.x {
        let band = [
            Point { x: left, y: rect.max.y },
            Point { x: left + stripe, y: rect.max.y },
            Point { x: left + stripe + height, y: rect.min.y },
            Point { x: left + height, y: rect.min.y },
        ];
        let points = cut(&cut(&band, rect.min.x, 1.0), rect.max.x, -1.0);
        pen.polygon(points, Some(theme.island), None);
        left += pitch;
    }
    pen.outline(rect, 0.0, solid(1.2 * unit, theme.island));
}

/// The part of a convex outline to the right (`side` 1) or left (`side` −1) of an upright line.
fn cut(points: &[Point], x: f32, side: f32) -> Vec<Point> {
    let mut kept = Vec::with_capacity(points.len() + 1);
    for (index, &a) in points.iter().enumerate() {
        let b = points[(index + 1) % points.len()];
        let (inside_a, inside_b) = ((a.x - x) * side >= 0.0, (b.x - x) * side >= 0.0);
        if inside_a {
            kept.push(a);
        }
        if inside_a != inside_b {
            let share = (x - a.x) / (b.x - a.x);
            kept.push(Point { x, y: share.mul_add(b.y - a.y, a.y) });
        }
    }
    kept
}

/// The tether that says the most: from what is furthest ahead.
fn longest<'a>(stage: &Stage<'a>) -> Option<&'a Tether> {
    let lanes = stage.frame.channels.len();
    stage
        .frame
        .tethers
        .iter()
        .filter(|tether| tether.from < lanes && tether.to < lanes)
        .max_by(|a, b| a.ahead.total_cmp(&b.ahead).then(b.from.cmp(&a.from)))
}

/// Taut lines from each island to the hindmost front. Labels give way to them.
pub(super) fn tethers(stage: &mut Stage) {
    let unit = stage.layout.lane_unit;
    let mut knots: Vec<(Point, f32)> = Vec::new();
    for index in 0..stage.frame.tethers.len() {
        let tether = stage.frame.tethers[index];
        let (Some(ahead), Some(behind)) =
            (stage.frame.channels.get(tether.from), stage.frame.channels.get(tether.to))
        else {
            continue;
        };
        let shown = ahead.island.map_or(1.0, |island| island.shown.clamp(0.0, 1.0) as f32);
        let start = ahead.island.map_or(ahead.front, |island| island.from);
        let (above, below) = (stage.layout.lane(tether.from), stage.layout.lane(tether.to));
        // From the middle of the island to the near end of the hindmost front, whose lane stays free of it.
        let anchor_y = if tether.from < tether.to { below.min.y } else { below.max.y };
        let inward = if tether.from < tether.to { 3.0 * unit } else { -3.0 * unit };
        let near = (stage.layout.x(start) + 7.0 * unit).min(stage.layout.x(ahead.front));
        let hold = Point {
            x: f32::midpoint(near, stage.layout.x(ahead.front) - 6.0 * unit),
            y: f32::midpoint(above.min.y, above.max.y),
        };
        let anchor = Point { x: stage.layout.x(behind.front), y: anchor_y + inward };
        let tension = tether.tension.clamp(0.0, 1.0) as f32;
        let width = 1.2f32.mul_add(tension, 2.3) * unit;
        let pointed = stage.alarm_shown(tether.from).max(stage.alarm_shown(tether.to));
        let opacity = shown * 0.15f32.mul_add(tension, 0.85) * pointed;
        if opacity < 0.03 {
            continue;
        }
        let Some((from, to)) = stage.layout.clip(hold, anchor) else { continue };
        let pen = stage.pen.on(Layer::Lines, opacity);
        // A casing lets the line stand out on whatever it crosses.
        pen.line(vec![from, to], solid(width + 3.0 * unit, stage.theme.turf_margin));
        pen.line(vec![from, to], solid(width, stage.theme.alarm));
        // No knot where the view ends.
        let whole = |(end, clipped): (Point, Point)| (end == clipped).then_some((end, opacity));
        knots.extend([(hold, from), (anchor, to)].into_iter().filter_map(whole));
        for board in &mut stage.boards {
            board.avoid((from, to));
        }
    }
    // One knot where several tethers end, as visible as the most visible of them.
    knots.sort_by(|(a, seen), (b, other)| {
        a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)).then(other.total_cmp(seen))
    });
    knots.dedup_by(|(a, _), (b, _)| a == b);
    for (knot, opacity) in knots {
        let radius = 5.0 * unit;
        let ring = Rect::new(knot.x - radius, knot.y - radius, knot.x + radius, knot.y + radius);
        let stroke = solid(2.4 * unit, stage.theme.alarm);
        stage.pen.on(Layer::Lines, opacity).rect(ring, radius, Some(stage.theme.turf_margin), Some(stroke));
    }
}

/// One bracket: how far the foremost island is ahead of the hindmost front.
pub(super) fn bracket(stage: &mut Stage, pieces: &Pieces) {
    let Some(&tether) = longest(stage) else { return };
    let (Some(ahead), Some(behind)) =
        (stage.frame.channels.get(tether.from), stage.frame.channels.get(tether.to))
    else {
        return;
    };
    let name = stage.frame.channel(tether.to).map_or("", |channel| layout::two_levels(&channel.name).0);
    let yards = tether.ahead.round() as i64;
    let text = format!("{yards} yard{} ahead of {name}", if yards == 1 { "" } else { "s" });
    let unit = stage.layout.lane_unit;
    let theme = stage.theme;
    let shown = ahead.island.map_or(1.0, |island| island.shown.clamp(0.0, 1.0) as f32);
    if shown < 0.03 {
        return;
    }
    let look = Look::bold(stage.layout.text(15.5), theme.alarm);
    let field = stage.layout.field;
    let text = super::font::elide(&text, look.size, look.weight, field.width() * 0.6);
    let label_width = look.width(&text) + 14.0 * unit;
    let (left, right) = (stage.layout.x_inside(behind.front), stage.layout.x_inside(ahead.front));
    let front_half = 4.0 * unit;
    let left = left + front_half;
    let inside = right - left > label_width + 28.0 * unit;
    let turf = stage.turf_now(tether.to);
    let shown = shown * stage.alarm_shown(tether.from).max(stage.alarm_shown(tether.to));
    let rows = pieces.rows(tether.to);
    let half = rows.height.min(22.0 * unit).max(stage.layout.least * 1.15) / 2.0;
    let board = &mut stage.boards[tether.to];
    let span = |y: f32| {
        let end = if inside { right + unit } else { right + label_width + 4.0 * unit };
        Rect::new(left, y - half, end.max(left + label_width), y + half)
    };
    let mut candidates: Vec<Rect> = rows.centers.iter().rev().map(|&y| span(y)).collect();
    // Beyond the view's end the words stand before the bracket's end.
    for rect in &mut candidates {
        if rect.max.x > field.max.x {
            rect.min.x = (field.max.x - rect.width()).max(field.min.x);
            rect.max.x = field.max.x;
        }
    }
    let Some(place) = board.place_near(&candidates) else { return };
    let y = f32::midpoint(place.min.y, place.max.y);
    let stroke = solid(2.4 * unit, theme.alarm);
    let pen = stage.pen.on(Layer::Tokens, shown);
    let moved = (place.min.x - left).abs() > 0.5;
    if !moved && right > left {
        pen.line(vec![Point { x: left, y }, Point { x: right, y }], stroke);
        for x in [left, right] {
            pen.upright(x, y - 7.0 * unit, y + 7.0 * unit, stroke);
        }
    }
    let label = if inside && !moved {
        let center = f32::midpoint(left, right);
        Rect::new(center - label_width / 2.0, place.min.y, center + label_width / 2.0, place.max.y)
    } else {
        Rect::new(place.max.x - label_width, place.min.y, place.max.x, place.max.y)
    };
    pen.fill(label, 4.0 * unit, turf);
    pen.text_in(label, Align::Center, &text, look);
}

/// What being out on its own means, beside each island.
pub(super) fn words(stage: &mut Stage, pieces: &Pieces) {
    for lane in 0..stage.frame.channels.len() {
        let Some(channel) = stage.frame.channels.get(lane) else { continue };
        let Some(island) = channel.island.filter(|island| island.shown > 0.05) else { continue };
        let slips = island.slips.round() as i64;
        let unit = stage.layout.lane_unit;
        let look = Look::bold(stage.layout.text(14.5), stage.theme.alarm);
        let long = if slips > 0 {
            format!("Out on its own: slips back {slips}")
        } else {
            String::from("Out on its own")
        };
        let short = if slips > 0 { format!("slips back {slips}") } else { String::from("on its own") };
        let front = stage.layout.x(channel.front);
        let beside = lanes::beside_front(stage, channel);
        let rows = pieces.rows(lane);
        let height = look.size * 1.3;
        let mut options: Vec<(Rect, &str)> = Vec::new();
        for text in [&long, &short] {
            let width = look.width(text);
            for shift in [0.0, 44.0, 58.0, 72.0, 86.0, 100.0, 118.0, 138.0, 168.0] {
                for &y in rows.centers.iter().rev() {
                    let x = shift * unit + front + beside;
                    options.push((Rect::new(x, y - height / 2.0, x + width, y + height / 2.0), text));
                }
            }
        }
        let rects: Vec<Rect> = options.iter().map(|(rect, _)| *rect).collect();
        let Some(place) = stage.boards[lane].place(&rects) else { continue };
        let text = options.iter().find(|(rect, _)| *rect == place).map_or(long.as_str(), |(_, text)| text);
        let opacity = island.shown as f32 * stage.alarm_shown(lane);
        stage.label(lane, place, Align::Left, &[text], look, opacity);
    }
}
