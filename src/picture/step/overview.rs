//! All steps as small pictures with numbers and captions, to choose from.

use super::guesses;
use super::page::Page;
use crate::model::{Side, Subject};
use crate::picture::pen::{Look, Pen, dashed, solid};
use crate::picture::{Align, Layer, Rect, Scene, Theme, font};
use crate::show::{Card, Rundown, Sight, Step};
use crate::timeline::Frame;

/// How many steps stand beside each other.
pub const OVERVIEW_COLUMNS: usize = 4;

/// Size of numbers and captions, at 1920 by 1080.
const TEXT: f32 = 28.0;
/// How high a cell is there.
const CELL: f32 = 318.0;

/// The steps around the chosen one as small pictures, and where each of them stands, by its place in the rundown. As many
/// rows as have room; the chosen one is always among them.
#[must_use]
pub fn draw_overview(
    rundown: &Rundown,
    chosen: usize,
    size: (f32, f32),
    theme: &Theme,
) -> (Scene, Vec<(usize, Rect)>) {
    let page = Page::new(size);
    let p = page.point;
    let mut pen = Pen::new(size);
    pen.on(Layer::Turf, 1.0).fill(Rect::new(0.0, 0.0, size.0, size.1), 0.0, theme.backdrop);
    let count = rundown.steps.len();
    let inside = page.inside;
    let head = Rect::new(inside.min.x, inside.min.y, inside.max.x, inside.min.y + 64.0 * p);
    let all = Rect::new(inside.min.x, head.max.y + 10.0 * p, inside.max.x, inside.max.y);
    let rows = ((all.height() / (CELL * p)).floor() as usize).max(1);
    let needed = count.div_ceil(OVERVIEW_COLUMNS);
    let chosen_row = chosen.min(count.saturating_sub(1)) / OVERVIEW_COLUMNS;
    // The chosen one stands in the middle, as far as there is something before and behind it.
    let first_row = chosen_row.saturating_sub(rows / 2).min(needed.saturating_sub(rows));
    header(rundown, &mut pen, head, theme, p, (first_row, rows, needed));

    let gap = 22.0 * p;
    let width = (all.width() + gap) / OVERVIEW_COLUMNS as f32 - gap;
    let pitch = (all.height() / rows as f32).min(CELL * 1.15 * p);
    let mut cells = Vec::new();
    let first = first_row * OVERVIEW_COLUMNS;
    for (place, step) in (first..count).take(rows * OVERVIEW_COLUMNS).enumerate() {
        let left = ((place % OVERVIEW_COLUMNS) as f32).mul_add(width + gap, all.min.x);
        let top = ((place / OVERVIEW_COLUMNS) as f32).mul_add(pitch, all.min.y);
        let cell = Rect::new(left, top, left + width, top + pitch - gap * 0.7);
        one(rundown, step, &mut pen, cell, theme, p, step == chosen);
        cells.push((step, cell));
    }
    (pen.finish(), cells)
}

fn header(
    rundown: &Rundown,
    pen: &mut Pen,
    row: Rect,
    theme: &Theme,
    p: f32,
    (first, rows, needed): (usize, usize, usize),
) {
    let look = Look::bold(40.0 * p, theme.text);
    let soft = Look::regular(TEXT * p, theme.text_soft);
    let count = rundown.steps.len();
    let told = if needed > rows {
        let (from, to) = (first * OVERVIEW_COLUMNS + 1, ((first + rows) * OVERVIEW_COLUMNS).min(count));
        format!("{from} to {to} of {count} steps")
    } else if count == 1 {
        "1 step".to_owned()
    } else {
        format!("{count} steps")
    };
    let room = row.width() - soft.width(&told) - 40.0 * p;
    pen.on(Layer::Lines, 1.0);
    pen.text_in(row, Align::Left, &font::elide(&rundown.title, look.size, look.weight, room), look);
    pen.text_in(row, Align::Right, &told, soft);
}

/// A step's small picture, with its number and words below.
fn one(rundown: &Rundown, at: usize, pen: &mut Pen, cell: Rect, theme: &Theme, p: f32, chosen: bool) {
    let Some(step) = rundown.steps.get(at) else { return };
    let line = TEXT * 1.24 * p;
    let lines = 2;
    let picture = Rect::new(
        cell.min.x,
        cell.min.y,
        cell.max.x,
        (line * lines as f32).mul_add(-1.0, cell.max.y - 6.0 * p),
    );
    pen.on(Layer::Turf, 1.0).fill(picture, 8.0 * p, theme.panel);
    match &step.sight {
        Sight::Card(card) => card_picture(pen, picture, step, card, theme, p),
        Sight::Moment { .. } | Sight::Guess { .. } => {
            if let Some(frame) = rundown.rest(at) {
                field(pen, inset(picture, 10.0 * p), &frame, theme, p);
            }
            if matches!(step.sight, Sight::Guess { .. }) {
                let side = 56.0 * p;
                let corner = Rect::new(
                    picture.max.x - side - 12.0 * p,
                    picture.min.y + 12.0 * p,
                    picture.max.x - 12.0 * p,
                    picture.min.y + 12.0 * p + side,
                );
                guesses::sign(pen, corner, 0, theme, p);
                guesses::in_sign(pen, corner, "?", 0, theme, p);
            }
        }
        Sight::Compare { acts } => {
            let acts: Vec<_> = acts.iter().filter_map(|act| rundown.acts.get(*act)).collect();
            let whole = inset(picture, 10.0 * p);
            let each = whole.width() / acts.len().max(1) as f32;
            for (place, act) in acts.iter().enumerate() {
                let left = (place as f32).mul_add(each, whole.min.x);
                let part = Rect::new(left, whole.min.y, left + each - 10.0 * p, whole.max.y);
                field(pen, part, &act.timeline.frame(f64::MAX), theme, p);
            }
        }
    }
    let begins = rundown.items.get(step.item).is_some_and(|item| item.first == at);
    if begins {
        // What belongs together begins with a bar.
        let bar = Rect::new(picture.min.x, picture.min.y, picture.min.x + 8.0 * p, picture.max.y);
        pen.on(Layer::Lines, 1.0).fill(bar, 4.0 * p, theme.accent);
    }
    if chosen {
        let around = inset(picture, -5.0 * p);
        pen.on(Layer::Marks, 1.0).outline(around, 12.0 * p, solid(6.0 * p, theme.accent));
    }
    let number = Look::bold(TEXT * p, theme.accent);
    let told = (at + 1).to_string();
    let indent = number.width(&told) + 12.0 * p;
    let words = if begins || step.caption.trim().is_empty() { &step.title } else { &step.caption };
    let look =
        if begins { Look::bold(TEXT * p, theme.text) } else { Look::regular(TEXT * p, theme.text_soft) };
    let top = picture.max.y + 6.0 * p;
    let row = Rect::new(cell.min.x, top, cell.max.x, top + line);
    pen.on(Layer::Lines, 1.0).text_in(row, Align::Left, &told, number);
    let text = font::wrap(words, look.size, look.weight, cell.width() - indent, lines);
    for (at, words) in text.iter().enumerate() {
        let top = (at as f32).mul_add(line, top);
        let row = Rect::new(cell.min.x + indent, top, cell.max.x, top + line);
        pen.text_in(row, Align::Left, words, look);
    }
}

fn inset(rect: Rect, by: f32) -> Rect {
    Rect::new(rect.min.x + by, rect.min.y + by, rect.max.x - by, rect.max.y - by)
}

/// A card as a small picture: its heading, or the shape of what is on it.
fn card_picture(pen: &mut Pen, picture: Rect, step: &Step, card: &Card, theme: &Theme, p: f32) {
    let place = inset(picture, 26.0 * p);
    let (size, color) = match card {
        Card::Section => (40.0, theme.text),
        Card::Missing => (30.0, theme.text_soft),
        Card::Fronts | Card::Calls { .. } | Card::Decide => (34.0, theme.text),
    };
    let look = Look::bold(size * p, color);
    let most = ((place.height() / (look.size * 1.24)).floor() as usize).max(1);
    let lines = font::wrap(&step.title, look.size, look.weight, place.width(), most);
    let high = look.size * 1.24 * lines.len() as f32;
    let mut y = f32::midpoint(place.min.y, place.max.y) - high / 2.0;
    for line in &lines {
        let row = Rect::new(place.min.x, y, place.max.x, y + look.size * 1.24);
        pen.on(Layer::Lines, 1.0).text_in(row, Align::Left, line, look);
        y = row.max.y;
    }
}

/// A field so small that only lanes, ground, fronts and players as dots are told apart.
fn field(pen: &mut Pen, place: Rect, frame: &Frame, theme: &Theme, p: f32) {
    let lanes = frame.channels.len().max(1) as f32;
    let pitch = place.height() / lanes;
    let gap = (4.0 * p).min(pitch * 0.12);
    let x = |yards: f64| (yards.clamp(0.0, 100.0) as f32 / 100.0).mul_add(place.width(), place.min.x);
    let stands_out = |subject: &Subject| frame.focus.is_empty() || frame.focus.contains(subject);
    for (lane, channel) in frame.channels.iter().enumerate() {
        let top = (lane as f32).mul_add(pitch, place.min.y);
        let rect = Rect::new(place.min.x, top, place.max.x, top + pitch - gap);
        pen.on(Layer::Turf, 1.0).fill(rect, 3.0 * p, theme.turf);
        let front = x(channel.front);
        let ground = Rect::new(rect.min.x, rect.min.y, front, rect.max.y);
        if channel.open_flank {
            let stroke = dashed(2.5 * p, theme.alarm, 7.0 * p, 5.0 * p);
            pen.on(Layer::Ground, 1.0).rect(ground, 2.0 * p, Some(theme.turf_margin), Some(stroke));
        } else {
            pen.on(Layer::Ground, 1.0).fill(ground, 3.0 * p, theme.ground);
        }
        if let Some(island) = channel.island.filter(|island| island.shown > 0.5 && island.to > island.from) {
            let alone = Rect::new(x(island.from), rect.min.y, x(island.to), rect.max.y);
            pen.on(Layer::Ground, 1.0).fill(alone, 0.0, theme.island);
        }
        let half = 2.5 * p;
        let edge = Rect::new(front - half, rect.min.y, front + half, rect.max.y);
        pen.on(Layer::Lines, 1.0).fill(edge, 0.0, theme.front);
        if let Some(known) = frame.channel(lane)
            && frame.focus.contains(&Subject::Channel(known.id.clone()))
        {
            pen.on(Layer::Marks, 1.0).outline(rect, 3.0 * p, solid(3.0 * p, theme.accent));
        }
    }
    let dot = (pitch * 0.17).min(10.0 * p);
    for token in frame.tokens.iter().filter(|token| token.shown > 0.3) {
        let middle = (token.channel as f32 + 0.5).mul_add(pitch, place.min.y) - gap / 2.0;
        let across = (token.at.across.clamp(-1.0, 1.0) as f32) * pitch * 0.26;
        let (x, y) = (x(token.at.yards), middle + across);
        let shape = Rect::new(x - dot, y - dot, x + dot, y + dot);
        let lit = if stands_out(&Subject::Player(token.id.clone())) { 1.0 } else { 0.6 };
        let pen = pen.on(Layer::Tokens, lit);
        match token.side {
            Side::Offense => pen.fill(shape, dot, theme.offense_edge),
            Side::Defense => pen.fill(shape, 0.0, theme.defense_edge),
        }
    }
}
