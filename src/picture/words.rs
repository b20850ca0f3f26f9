//! What is written in the lanes, in the order in which it finds room.

use super::field::Stage;
use super::lanes::beside_front;
use super::layout::within;
use super::pen::{Look, dashed, solid};
use super::tokens::{Kind, Pieces};
use super::view::Reading;
use super::{Align, Layer, Point, Rect, Target, Weight, font, hints, islands};
use crate::model::Subject;
use crate::timeline::ChannelFrame;

/// What is written in the lanes, most important first.
pub(super) fn draw(stage: &mut Stage, pieces: &Pieces) {
    let lanes = 0..stage.frame.channels.len();
    if stage.layout.plain {
        for lane in lanes {
            yards(stage, lane, pieces);
        }
        return;
    }
    islands::bracket(stage, pieces);
    for lane in lanes.clone() {
        yards(stage, lane, pieces);
    }
    for lane in lanes.clone() {
        nobody(stage, lane, pieces);
    }
    islands::words(stage, pieces);
    gone_round(stage, pieces);
    safe_distance(stage, pieces);
    for lane in lanes {
        capped(stage, lane, pieces);
        // A room looks at what happens, not at what might.
        if stage.reading == Reading::Desk {
            goal(stage, lane, pieces);
            flags(stage, lane);
        }
    }
}

/// The front's yards in large type, with what was gained and lost by sign.
fn yards(stage: &mut Stage, lane: usize, pieces: &Pieces) {
    let Some(channel) = stage.frame.channels.get(lane) else { return };
    let unit = stage.layout.lane_unit;
    let theme = stage.theme;
    let (gained, lost) = (channel.gained.round() as i64, channel.lost.round() as i64);
    let small = stage.layout.text(15.0);
    let mut parts = vec![(
        format!("{}", channel.front.round() as i64),
        Look::bold(stage.layout.yards_size(), theme.front),
    )];
    if gained > 0 && !stage.layout.plain {
        parts.push((format!("▲ {gained}"), Look::bold(small, theme.gain)));
    }
    if lost > 0 && !stage.layout.plain {
        parts.push((format!("▼ {lost}"), Look::bold(small, theme.alarm)));
    }
    let front = stage.layout.x(channel.front);
    let (before, after) = (front < stage.layout.field.min.x - 0.5, front > stage.layout.field.max.x + 0.5);
    if before {
        parts.insert(0, ("◀".into(), Look::bold(small, theme.front)));
    } else if after {
        parts.push(("▶".into(), Look::bold(small, theme.front)));
    }
    let space = 7.0 * unit;
    let width: f32 = parts.iter().map(|(text, look)| look.width(text) + space).sum::<f32>() - space;
    let rows = pieces.rows(lane);
    let size = stage.layout.yards_size();
    let height = within(rows.height, 23.0 * unit, 28.0 * unit).max(size * 0.76);
    let lane_rect = stage.layout.lane(lane);
    let centers = if stage.layout.plain || stage.handle > 0.0 {
        vec![f32::midpoint(lane_rect.min.y, lane_rect.max.y)]
    } else {
        rows.centers.clone()
    };
    let beside = |left: f32| {
        let row = move |&y: &f32| Rect::new(left, y - height / 2.0, left + width, y + height / 2.0);
        centers.iter().rev().map(row)
    };
    let distance = (11.0 * unit).max(stage.handle);
    let right = beside(within(
        front + beside_front(stage, channel),
        stage.layout.field.min.x + 4.0 * unit,
        stage.layout.field.max.x,
    ));
    let left = beside((front - distance - width).min(stage.layout.field.max.x - 4.0 * unit - width));
    let mut right: Vec<Rect> = right.collect();
    if channel.open_flank {
        // Nobody moves forward here: the top is free, and the bottom is for the bracket.
        right.reverse();
    }
    let left: Vec<Rect> = left.collect();
    let board = &mut stage.boards[lane];
    let Some(place) = board.place(&right).or_else(|| board.place(&left)).or_else(|| board.place_near(&right))
    else {
        return;
    };

    // On ground won the colours of gain and loss would be too weak.
    let on_ground = place.max.x < front;
    let opacity = if channel.island.is_some() { stage.alarm_shown(lane) } else { stage.words_shown(lane) };
    stage.label(lane, place, Align::Left, &[""], Look::bold(1.0, theme.front), opacity);
    let mut x = place.min.x;
    for (text, look) in parts {
        let look = if on_ground { Look { color: theme.front, ..look } } else { look };
        let baseline = f32::midpoint(place.min.y, place.max.y) + size * font::CAP_HEIGHT / 2.0;
        stage.pen.on(Layer::Lines, opacity).text(Point { x, y: baseline }, Align::Left, &text, look);
        x += look.width(&text) + space;
    }
}

/// The words in the void.
fn nobody(stage: &mut Stage, lane: usize, pieces: &Pieces) {
    let Some(channel) = stage.frame.channels.get(lane) else { return };
    if !channel.open_flank {
        return;
    }
    let unit = stage.layout.lane_unit;
    let look = Look::bold(stage.layout.text(16.0), stage.theme.alarm);
    let rect = stage.layout.lane(lane);
    let (left, front) = (stage.layout.x_inside(0.0), stage.layout.x_inside(channel.front));
    let one = vec!["Nobody working on this"];
    let two = vec!["Nobody", "working on this"];
    let three = vec!["Nobody", "working", "on this"];
    let rows = pieces.rows(lane);
    let middle = f32::midpoint(rect.min.y, rect.max.y);
    let mut options: Vec<(Rect, &[&str])> = Vec::new();
    for lines in [&one, &two, &three] {
        let width = lines.iter().map(|line| look.width(line)).fold(0.0, f32::max);
        let height = look.size * 1.25 * lines.len() as f32;
        let heights = || std::iter::once(middle).chain(rows.centers.iter().copied());
        let center = f32::midpoint(left, front) - width / 2.0;
        if front - left > width + 20.0 * unit {
            for y in heights() {
                options.push((Rect::new(center, y - height / 2.0, center + width, y + height / 2.0), lines));
            }
        }
    }
    let rects: Vec<Rect> = options.iter().map(|(rect, _)| *rect).collect();
    let Some(place) = stage.boards[lane].place(&rects) else { return };
    let lines = options.iter().find(|(rect, _)| *rect == place).map_or(one.as_slice(), |(_, lines)| lines);
    let opacity = stage.alarm_shown(lane);
    stage.label(lane, place, Align::Center, lines, look, opacity);
}

/// Says once what the broken line is.
fn safe_distance(stage: &mut Stage, pieces: &Pieces) {
    let channels = &stage.frame.channels;
    let shown = |channel: &ChannelFrame| channel.safe < 100.0 && stage.layout.shows(channel.safe);
    let lanes: Vec<usize> = (0..channels.len())
        .filter(|&lane| shown(&channels[lane]) && channels[lane].island.is_some())
        .chain((0..channels.len()).filter(|&lane| shown(&channels[lane])))
        .collect();
    let unit = stage.layout.lane_unit;
    let text = "safe distance";
    for lane in lanes {
        let channel = &stage.frame.channels[lane];
        let look = Look::regular(stage.layout.text(12.5), stage.theme.text);
        let (width, height) = (look.width(text), look.size * 1.3);
        let x = stage.layout.x(channel.safe);
        let (right, left) = (x + 7.0 * unit, x - 10.0 * unit - width);
        let mut candidates = Vec::new();
        for &y in &pieces.rows(lane).centers {
            // On stripes it could not be read.
            for start in [left, right].into_iter().take(if channel.island.is_some() { 1 } else { 2 }) {
                candidates.push(Rect::new(start, y - height / 2.0, start + width, y + height / 2.0));
            }
        }
        if let Some(place) = stage.boards[lane].place(&candidates) {
            let opacity = stage.words_shown(lane);
            stage.label(lane, place, Align::Left, &[text], look, opacity);
            return;
        }
    }
}

/// Where an assumption holds the gain.
fn capped(stage: &mut Stage, lane: usize, pieces: &Pieces) {
    let Some(cap) = stage.frame.channels.get(lane).and_then(|channel| channel.capped_at) else { return };
    if !stage.layout.shows(cap) {
        return;
    }
    let unit = stage.layout.lane_unit;
    let rect = stage.layout.lane(lane);
    let x = stage.layout.x(cap);
    let look = Look::regular(stage.layout.text(12.5), stage.theme.guide);
    let text = format!("held at {}", cap.round() as i64);
    let (width, height) = (look.width(&text), look.size * 1.3);
    // At its line, else further right in the same lane: the words carry the yard with them.
    let further = [90.0, 130.0, 170.0, 210.0, 250.0].map(|shift| shift * unit + x);
    let candidates: Vec<Rect> = [x + 7.0 * unit, x - 7.0 * unit - width]
        .into_iter()
        .chain(further)
        .flat_map(|left| {
            let row = move |y: &f32| Rect::new(left, y - height / 2.0, left + width, y + height / 2.0);
            pieces.rows(lane).centers.iter().map(row)
        })
        .collect();
    // A line without words would be one more front.
    if let Some(place) = stage.boards[lane].place(&candidates) {
        let stroke = dashed(1.6 * unit, stage.theme.guide, 3.0 * unit, 3.0 * unit);
        let (top, bottom) = (rect.min.y + 3.0 * unit, rect.max.y - 3.0 * unit);
        let opacity = stage.words_shown(lane);
        stage.pen.on(Layer::Ground, opacity).upright(x, top, bottom, stroke);
        stage.label(lane, place, Align::Left, &[&text], look, opacity);
    }
}

/// What done looks like, at the far end.
fn goal(stage: &mut Stage, lane: usize, pieces: &Pieces) {
    let Some(channel) = stage.frame.channel(lane) else { return };
    if !stage.layout.shows(100.0) || channel.goal.trim().is_empty() {
        return;
    }
    let unit = stage.layout.lane_unit;
    let size = 12.5 * unit;
    let room = (stage.layout.field.width() * 0.17).max(135.0 * unit).min(stage.layout.field.width() * 0.3);
    let lines = font::wrap(&channel.goal, size, Weight::Regular, room, 3);
    let width = lines.iter().map(|line| font::width(line, size, Weight::Regular)).fold(0.0, f32::max);
    let height = size * 1.3 * lines.len() as f32;
    let right = stage.layout.x(100.0) - 8.0 * unit;
    let rect = stage.layout.lane(lane);
    let middle = f32::midpoint(rect.min.y, rect.max.y);
    let candidates: Vec<Rect> = std::iter::once(middle)
        .chain([rect.max.y - height / 2.0 - 4.0 * unit, rect.min.y + height / 2.0 + 4.0 * unit])
        .chain(pieces.rows(lane).centers.iter().copied())
        .map(|y| Rect::new(right - width, y - height / 2.0, right, y + height / 2.0))
        .collect();
    let Some(place) = stage.boards[lane].place(&candidates) else { return };
    let won = stage.frame.channels.get(lane).is_some_and(|state| stage.layout.x(state.front) > place.min.x);
    let look = Look::regular(size, if won { stage.theme.text } else { stage.theme.text_soft });
    let opacity = stage.faded();
    stage.label(lane, place, Align::Right, &lines, look, opacity);
}

/// What the way looks like, as small flags; their words where there is room.
fn flags(stage: &mut Stage, lane: usize) {
    let (Some(channel), Some(state)) = (stage.frame.channel(lane), stage.frame.channels.get(lane)) else {
        return;
    };
    let unit = stage.layout.lane_unit;
    let rect = stage.layout.lane(lane);
    let faded = stage.faded();
    for mark in &channel.marks {
        if !stage.layout.shows(mark.at) {
            continue;
        }
        let x = stage.layout.x(mark.at);
        let (top, bottom) = (rect.max.y - 15.0 * unit, rect.max.y);
        let flag = Rect::new(x - unit, top, (x + 10.0 * unit).min(rect.max.x), bottom);
        let around = Rect::new((flag.min.x - 6.0 * unit).max(rect.min.x), top, flag.max.x, bottom);
        if !stage.boards[lane].is_free(&around) {
            continue;
        }
        stage.boards[lane].take(flag);
        let color = stage.theme.guide;
        stage.pen.on(Layer::Ground, faded).upright(x, top, bottom, solid(1.4 * unit, color));
        let cloth = [(0.0, 0.0), (9.0, 3.5), (0.0, 7.0)];
        let points = cloth.iter().map(|(dx, dy)| Point { x: dx * unit + x, y: dy * unit + top }).collect();
        stage.pen.polygon(points, Some(color), None);

        if let Some(subject) = stage.lane_subject(lane) {
            let hint = hints::mark(mark.at, &mark.text);
            stage.pen.scene().targets.push(Target { rect: flag, subject, hint });
        }
        // What is still to come is worth words, if all of them fit.
        if state.front > mark.at {
            continue;
        }
        let look = Look::regular(12.0 * unit, stage.theme.text_soft);
        let lines = font::wrap(&mark.text, look.size, look.weight, 190.0 * unit, 2);
        if lines.iter().any(|line| line.ends_with('…')) {
            continue;
        }
        let width = lines.iter().map(|line| look.width(line)).fold(0.0, f32::max);
        let (left, height) = (x + 13.0 * unit, look.size * 1.28 * lines.len() as f32);
        let place = Rect::new(left, bottom - height - 1.5 * unit, left + width, bottom - 1.5 * unit);
        if let Some(place) = stage.boards[lane].place(&[place]) {
            stage.label(lane, place, Align::Left, &lines, look, faded);
        }
    }
}

/// "gone round" beside what was gone round, where there is room.
fn gone_round(stage: &mut Stage, pieces: &Pieces) {
    let unit = stage.layout.lane_unit;
    for piece in &pieces.all {
        if !matches!(piece.kind, Kind::GoneRound { .. }) || piece.lines.is_empty() {
            continue;
        }
        let text = "gone round";
        let look = Look::regular(stage.layout.text(12.0), stage.theme.text);
        let (width, height) = (look.width(text), look.size * 1.3);
        let y = f32::midpoint(piece.rect.min.y, piece.rect.max.y);
        let candidates = [piece.rect.min.x - 8.0 * unit - width, piece.rect.max.x + 8.0 * unit]
            .map(|left| Rect::new(left, y - height / 2.0, left + width, y + height / 2.0))
            .into_iter()
            .filter(|rect| rect.min.x > stage.layout.field.min.x + 6.0 * unit)
            .collect::<Vec<_>>();
        if let Some(place) = stage.boards[piece.lane].place(&candidates) {
            let opacity = piece.shown * stage.faded_unless(&Subject::Player(piece.id.clone()));
            stage.label(piece.lane, place, Align::Left, &[text], look, opacity);
        }
    }
}
