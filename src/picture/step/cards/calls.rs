//! Groups call plays: what there is to choose from, numbered, and what each group has called so far.

use crate::model::PlayId;
use crate::picture::pen::{Look, Pen, solid};
use crate::picture::step::{Drawing, guesses};
use crate::picture::{Align, Layer, Rect, Scene, Weight, font};
use crate::rules::words::whole;
use crate::show::Step;

/// Size of text in lists, the best first, at 1920 by 1080.
const SIZES: [f32; 6] = [54.0, 46.0, 40.0, 36.0, 32.0, 28.0];

pub(super) fn draw(drawing: &Drawing<'_>, step: &Step, plays: &[PlayId], calls: u32) -> Scene {
    let page = &drawing.page;
    let p = page.point;
    let mut pen = drawing.blank();
    let top = super::head(drawing, &mut pen, step, &[76.0, 64.0, 56.0, 46.0]) + 36.0 * p;
    let inside = page.inside;
    let groups = drawing.view.room.called.iter().filter(|called| !called.plays.is_empty()).count();
    // Until somebody has called something, there is nothing but the choice.
    let split = if groups == 0 { inside.max.x } else { inside.width().mul_add(0.4, inside.min.x) };
    let choice = Rect::new(inside.min.x + 48.0 * p, top, split - 24.0 * p, inside.max.y);
    choose(drawing, &mut pen, choice, plays);
    if groups > 0 {
        called(drawing, &mut pen, Rect::new(split + 24.0 * p, top, inside.max.x, inside.max.y), plays, calls);
    }
    pen.finish()
}

/// What a play is called; one that cannot be run keeps its file's name.
fn title<'a>(drawing: &Drawing<'a>, play: &'a PlayId) -> &'a str {
    let known = drawing.rundown.titles.get(play).map(String::as_str);
    let acted = || drawing.rundown.acts.iter().find(|act| &*act.stem == play.as_str());
    known.or_else(|| acted().map(|act| act.title.as_str())).unwrap_or(play.as_str())
}

/// The plays with their numbers, which are also their keys.
fn choose(drawing: &Drawing<'_>, pen: &mut Pen, place: Rect, plays: &[PlayId]) {
    let (p, theme) = (drawing.page.point, drawing.theme);
    let rows = plays.len().max(1) as f32;
    let room = place.height() / rows;
    let names = plays.iter().map(|play| font::width(title(drawing, play), 1.0, Weight::Regular));
    let widest = names.fold(0.0, f32::max);
    let fits = |size: &f32| {
        let wide = widest.mul_add(size * p, size * 1.5 * p + 22.0 * p);
        size * 1.75 * p <= room && wide <= place.width()
    };
    let size = SIZES.into_iter().find(fits).unwrap_or(28.0) * p;
    let pitch = (size * 2.0).min(room);
    let box_side = (size * 1.5).min(pitch * 0.92);
    for (at, play) in plays.iter().enumerate() {
        let y = (at as f32).mul_add(pitch, place.min.y);
        if y + pitch > place.max.y + 1.0 {
            break;
        }
        let middle = y + pitch / 2.0;
        let key =
            Rect::new(place.min.x, middle - box_side / 2.0, place.min.x + box_side, middle + box_side / 2.0);
        pen.on(Layer::Ground, 1.0).rect(key, 8.0 * p, Some(theme.raised), Some(solid(2.0 * p, theme.accent)));
        let number = Look::bold(size, theme.accent);
        pen.on(Layer::Lines, 1.0).text_in(key, Align::Center, &(at + 1).to_string(), number);
        let left = key.max.x + 22.0 * p;
        let look = Look::regular(size, theme.text);
        let words = font::elide(title(drawing, play), look.size, look.weight, place.max.x - left);
        pen.text_in(Rect::new(left, y, place.max.x, y + pitch), Align::Left, &words, look);
    }
}

/// What each group has called: the numbers in order, its places still free, and what it comes to once that is known.
fn called(drawing: &Drawing<'_>, pen: &mut Pen, place: Rect, plays: &[PlayId], calls: u32) {
    let (p, theme) = (drawing.page.point, drawing.theme);
    let room = drawing.view.room;
    let rows: Vec<&crate::show::Called> =
        room.called.iter().filter(|called| !called.plays.is_empty()).collect();
    let pitch = (place.height() / rows.len().max(1) as f32).min(190.0 * p);
    let best = rows.iter().filter_map(|called| called.result).map(|(spot, _)| whole(spot)).max();
    for (at, called) in rows.iter().enumerate() {
        let y = (at as f32).mul_add(pitch, place.min.y);
        let side = 40.0 * p;
        let mut left = place.min.x;
        let head = Rect::new(left, y, place.max.x, y + (pitch * 0.46).min(60.0 * p));
        if !room.groups.is_empty() {
            let middle = f32::midpoint(head.min.y, head.max.y);
            let body = Rect::new(left, middle - side / 2.0, left + side, middle + side / 2.0);
            guesses::sign(pen, body, called.group, theme, p);
            guesses::in_sign(pen, body, &guesses::letter_of(called.group), called.group, theme, p);
            left = body.max.x + 16.0 * p;
        }
        let result = called.result.map(|(spot, alone)| {
            let alone = whole(alone);
            let first = if Some(whole(spot)) == best && rows.len() > 1 { "▶ " } else { "" };
            if alone > 0 {
                format!("{first}{} of 100, {alone} out on its own", whole(spot))
            } else {
                format!("{first}{} of 100", whole(spot))
            }
        });
        let bold = Look::bold(32.0 * p, theme.text);
        let taken = result.as_deref().map_or(0.0, |result| bold.width(result) + 24.0 * p);
        let name = room.group_name(called.group);
        let name = font::elide(&name, bold.size, bold.weight, place.max.x - left - taken);
        let row = Rect { min: crate::picture::Point { x: left, y: head.min.y }, ..head };
        pen.on(Layer::Lines, 1.0).text_in(row, Align::Left, &name, bold);
        if let Some(result) = result {
            pen.text_in(row, Align::Right, &result, bold);
        }
        chips(drawing, pen, called, plays, calls, Rect::new(place.min.x, head.max.y, place.max.x, y + pitch));
    }
}

fn chips(
    drawing: &Drawing<'_>,
    pen: &mut Pen,
    called: &crate::show::Called,
    plays: &[PlayId],
    calls: u32,
    row: Rect,
) {
    let (p, theme) = (drawing.page.point, drawing.theme);
    let places = (calls as usize).max(called.plays.len()).max(1);
    let gap = 10.0 * p;
    let side = ((row.width() + gap) / places as f32 - gap).min(row.height() * 0.8).min(64.0 * p);
    let look = Look::bold(28.0 * p, theme.on_accent);
    for at in 0..places {
        let left = (at as f32).mul_add(side + gap, row.min.x);
        let chip = Rect::new(left, row.min.y + 4.0 * p, left + side, row.min.y + 4.0 * p + side);
        let pen = pen.on(Layer::Ground, 1.0);
        match called.plays.get(at) {
            Some(play) => {
                pen.fill(chip, 8.0 * p, theme.accent);
                let number = plays.iter().position(|known| known == play);
                let text = number.map_or_else(|| "?".to_owned(), |number| (number + 1).to_string());
                if look.width(&text) <= side {
                    pen.on(Layer::Lines, 1.0).text_in(chip, Align::Center, &text, look);
                }
            }
            None => pen.outline(chip, 8.0 * p, solid(2.0 * p, theme.line)),
        }
    }
}
