//! Lanes: turf, names, ground won and fronts.

use super::field::Stage;
use super::layout::{self, Layout};
use super::pen::{Look, dashed, solid};
use super::view::Reading;
use super::{Align, Color, Layer, Point, Rect, Target, Theme, Weight, font, hints, islands};
use crate::model::Subject;
use crate::timeline::ChannelFrame;

/// What changes with the view only: lanes, yard lines and numbers, names.
pub(super) fn turf(stage: &mut Stage) {
    yard_numbers(stage);
    for lane in 0..stage.frame.channels.len() {
        let rect = stage.layout.lane(lane);
        let unit = stage.layout.lane_unit;
        let faded = stage.turf_shown(lane);
        let theme = stage.theme;
        let corner = 4.0 * unit;

        let margin = Rect::new(stage.layout.margin.min.x, rect.min.y, rect.min.x - 3.0 * unit, rect.max.y);
        stage.pen.on(Layer::Turf, 1.0).fill(margin, corner, theme.turf_margin);
        stage.pen.on(Layer::Turf, faded).fill(rect, corner, theme.turf);
        // Beyond the goal and before today there is nothing to win.
        for (from, to) in [(stage.layout.first_yard(), 0.0), (100.0, stage.layout.last_yard())] {
            if from < to {
                let (left, right) = (stage.layout.x_inside(from), stage.layout.x_inside(to));
                let zone = Rect::new(left, rect.min.y, right, rect.max.y);
                stage.pen.fill(zone, corner, theme.turf_margin);
            }
        }
        for yard in yard_lines(&stage.layout) {
            let edge = yard == 0 || yard == 100;
            let stroke = solid(if edge { 2.2 } else { 1.2 } * unit, theme.yard_line);
            stage.pen.upright(stage.layout.x(f64::from(yard)), rect.min.y, rect.max.y, stroke);
        }
        name(stage, lane, margin);
        target(stage, lane, Rect::new(margin.min.x, rect.min.y, rect.max.x, rect.max.y));
    }
}

/// The yards that have a line: every ten, fewer or more by the room there is.
fn yard_lines(layout: &Layout) -> impl Iterator<Item = i32> + use<> {
    let step = match layout.yard() / layout.unit {
        wide if wide > 34.0 => 5,
        narrow if narrow < 4.0 => 20,
        _ => 10,
    };
    let (from, to) = (layout.first_yard().max(0.0), layout.last_yard().min(100.0));
    ((from / f64::from(step)).ceil() as i32..=(to / f64::from(step)).floor() as i32).map(move |i| i * step)
}

fn yard_numbers(stage: &mut Stage) {
    let look = Look::bold((15.0 * stage.layout.unit).max(stage.layout.least), stage.theme.text_soft);
    let row = stage.layout.numbers;
    for yard in yard_lines(&stage.layout) {
        let (text, x) = (yard.to_string(), stage.layout.x(f64::from(yard)));
        let half = look.width(&text) / 2.0;
        // A number at the very end of the view stands just inside it.
        let x = layout::within(x, row.min.x + half, row.max.x - half);
        let place = Rect::new(x, row.min.y, x, row.max.y);
        stage.pen.on(Layer::Turf, 1.0).text_in(place, Align::Center, &text, look);
    }
}

fn name(stage: &mut Stage, lane: usize, margin: Rect) {
    let Some(channel) = stage.frame.channel(lane) else { return };
    let unit = stage.layout.lane_unit;
    let opacity = stage.words_shown(lane);
    let inset = 12.0 * unit;
    let room = margin.width() - inset - 4.0 * unit;
    let (bold, soft) = layout::two_levels(&channel.name);
    let name = Look::bold(stage.layout.name_size(), stage.theme.text);
    let rest = Look::regular(stage.layout.text(Layout::NAME_SOFT), stage.theme.text_soft);

    let mut lines: Vec<(String, Look)> = Vec::new();
    let high = margin.height() > 3.2 * name.size && !stage.layout.plain;
    let most = if high && soft.is_empty() { 3 } else { 1 + usize::from(high) };
    for line in font::wrap(bold, name.size, Weight::Bold, room, most) {
        lines.push((line, name));
    }
    if !soft.is_empty() && !stage.layout.narrow && margin.height() > 2.2 * name.size {
        for line in font::wrap(soft, rest.size, Weight::Regular, room, if high { 2 } else { 1 }) {
            lines.push((line, rest));
        }
    }
    let height: f32 = lines.iter().map(|(_, look)| look.size * 1.28).sum();
    let mut y = f32::midpoint(margin.min.y, margin.max.y) - height / 2.0;
    for (line, look) in lines {
        y += look.size * 1.28;
        let at = Point { x: margin.min.x + inset, y: 0.27f32.mul_add(-look.size, y) };
        stage.pen.on(Layer::Turf, opacity).text(at, Align::Left, &line, look);
    }
}

fn target(stage: &mut Stage, lane: usize, rect: Rect) {
    if let Some(subject) = stage.lane_subject(lane) {
        let hint = hints::lane(stage.frame, lane);
        stage.pen.scene().targets.push(Target { rect, subject, hint });
    }
}

/// Ground won, ground out on its own, where it started, how far is safe, and the front.
pub(super) fn ground(stage: &mut Stage) {
    for lane in 0..stage.frame.channels.len() {
        let Some(channel) = stage.frame.channels.get(lane) else { continue };
        let rect = stage.layout.lane(lane);
        let unit = stage.layout.lane_unit;
        let theme = stage.theme;
        let focus = stage.lane_subject(lane).map_or(1.0, |subject| stage.faded_unless(&subject));
        let layout = &stage.layout;
        let (zero, front) = (layout.x_inside(0.0), layout.x_inside(channel.front));

        if channel.open_flank {
            void(stage, lane, rect, zero, front);
        } else {
            let alarm = stage.alarm_shown(lane);
            islands::ground(stage, channel, rect, zero, front, focus, alarm);
        }
        slipped(stage, lane, channel, rect);
        ghosts(stage, lane, channel, rect);

        let inset = 2.5 * unit;
        if stage.layout.shows(channel.start) && !stage.layout.plain {
            let stroke = dashed(1.8 * unit, theme.guide, 1.8 * unit, 6.0 * unit);
            let x = stage.layout.x(channel.start);
            if !channel.open_flank {
                stage.boards[lane].avoid((Point { x, y: rect.min.y }, Point { x, y: rect.max.y }));
            }
            stage.pen.on(Layer::Ground, 0.85 * focus).upright(
                x,
                rect.min.y + inset,
                rect.max.y - inset,
                stroke,
            );
        }
        if stage.layout.shows(channel.safe) && channel.safe < 100.0 {
            let stroke = dashed(1.8 * unit, theme.guide, 7.0 * unit, 4.5 * unit);
            let x = stage.layout.x(channel.safe);
            let lit = if channel.island.is_some() { stage.alarm_shown(lane) } else { focus };
            stage.pen.on(Layer::Ground, lit).upright(x, rect.min.y + inset, rect.max.y - inset, stroke);
            stage.boards[lane].avoid((Point { x, y: rect.min.y }, Point { x, y: rect.max.y }));
        }
        if stage.layout.shows(channel.front) {
            let lit = if channel.island.is_some() { stage.alarm_shown(lane) } else { focus };
            let half = 2.6 * unit;
            let x = stage.layout.x(channel.front);
            let edge = Rect::new(x - half, rect.min.y - 1.5 * unit, x + half, rect.max.y + 1.5 * unit);
            stage.pen.on(Layer::Ground, lit).fill(edge, 1.0 * unit, theme.front);
            stage.boards[lane].take(Rect::new(edge.min.x - unit, rect.min.y, edge.max.x + unit, rect.max.y));
        }
    }
}

/// An outlined void: nobody moves us forward here.
fn void(stage: &mut Stage, lane: usize, rect: Rect, left: f32, front: f32) {
    let unit = stage.layout.lane_unit;
    let inset = 1.5 * unit;
    let outline =
        Rect::new(left + inset, rect.min.y + inset, (front - 2.6 * unit).max(left), rect.max.y - inset);
    let stroke = dashed(2.4 * unit, stage.theme.alarm, 8.0 * unit, 5.5 * unit);
    let shown = stage.alarm_shown(lane);
    stage.pen.on(Layer::Ground, shown).rect(outline, 3.0 * unit, Some(stage.theme.turf_margin), Some(stroke));
}

/// Where a lane's front was before it was dragged back, if that is in view and ahead of it.
pub(super) fn slipped_from(layout: &Layout, channel: &ChannelFrame) -> Option<f32> {
    let before = *channel.ghosts.last()?;
    let slips = channel.lost > 0.2 && before > channel.front + 0.1;
    (slips && layout.shows(before)).then(|| layout.x(before))
}

/// Ground lost. Mixed with the turf, alarm would be a grey; with the backdrop it keeps its colour.
pub(super) fn slipped_tint(theme: &Theme) -> Color {
    theme.backdrop.mix(theme.alarm, 0.3)
}

/// The ground that is slipping away: tinted from the front to where it was.
fn slipped(stage: &mut Stage, lane: usize, channel: &ChannelFrame, rect: Rect) {
    let unit = stage.layout.lane_unit;
    let shown = stage.alarm_shown(lane);
    if let Some(before) = slipped_from(&stage.layout, channel) {
        let lost = Rect::new(stage.layout.x_inside(channel.front), rect.min.y, before, rect.max.y);
        let tint = slipped_tint(stage.theme);
        stage.pen.on(Layer::Ground, shown).fill(lost, 0.0, tint);
        let edge = dashed(1.8 * unit, stage.theme.alarm, 5.0 * unit, 4.0 * unit);
        stage.pen.on(Layer::Ground, 0.9 * shown).upright(before, rect.min.y + unit, rect.max.y - unit, edge);
    }
}

/// How far right of a front its words start: beyond where the front was, unless that is far away.
pub(super) fn beside_front(stage: &Stage, channel: &ChannelFrame) -> f32 {
    let unit = stage.layout.lane_unit;
    let slip = slipped_from(&stage.layout, channel)
        .map(|before| before - stage.layout.x(channel.front) + 8.0 * unit)
        .filter(|slip| *slip < 90.0 * unit);
    slip.unwrap_or(0.0).max(11.0 * unit).max(stage.handle)
}

/// Earlier fronts, fading with age.
fn ghosts(stage: &mut Stage, lane: usize, channel: &ChannelFrame, rect: Rect) {
    let most: usize = if stage.reading == Reading::Desk { 9 } else { 4 };
    if stage.layout.plain {
        return;
    }
    let mut drawn = 0;
    let unit = stage.layout.lane_unit;
    let mut last: Option<f32> =
        slipped_from(&stage.layout, channel).or_else(|| Some(stage.layout.x(channel.front)));
    let island = channel.island.map_or(0.0..0.0, |island| island.from..island.to);
    for (age, &yard) in channel.ghosts.iter().rev().enumerate().take(64) {
        let x = stage.layout.x(yard);
        let near = last.is_some_and(|other| (other - x).abs() < 3.0 * unit);
        // Stripes and thin lines together would only flicker.
        if !stage.layout.shows(yard) || near || island.contains(&yard) {
            continue;
        }
        last = Some(x);
        drawn += 1;
        if drawn > most {
            break;
        }
        let opacity = 0.4 * (1.0 - age.min(most) as f32 / (most as f32 + 3.0)) * stage.words_shown(lane);
        let stroke = dashed(1.4 * unit, stage.theme.front, 9.0 * unit, 5.0 * unit);
        stage.pen.on(Layer::Ground, opacity).upright(
            x,
            rect.min.y + 3.0 * unit,
            rect.max.y - 3.0 * unit,
            stroke,
        );
    }
}

/// The subject of a lane as it is selected.
pub(super) fn outline_of(stage: &Stage, subject: &Subject) -> Option<Rect> {
    let Subject::Channel(id) = subject else { return None };
    let lane = stage.frame.model.index_of(id)?;
    let rect = stage.layout.lane(lane);
    Some(Rect::new(stage.layout.margin.min.x, rect.min.y, rect.max.x, rect.max.y))
}
