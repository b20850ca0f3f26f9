//! What a room guesses, as marks on the lanes: told apart by shape, letter and colour.
//!
//! Marks stand in a strip at the foot of each lane, on either side of the front and never on it, with a thread to the yard
//! that was guessed where they had to make way.

use super::Drawing;
use super::page::Page;
use crate::model::{Guess, Phase};
use crate::picture::Scene;
use crate::picture::field::Stage;
use crate::picture::labels::pack;
use crate::picture::pen::{Look, Pen, solid};
use crate::picture::{Align, Color, Layer, Point, Rect, Theme, font};
use crate::rules::words::{begin, list, yards};
use crate::show::{Act, MOST_GROUPS, Room, Sight, Step, Verdict, verdicts};

/// How high the strip for marks is at 1920 by 1080, and a mark in it.
const STRIP: f32 = 46.0;
const MARK: f32 = 40.0;
/// Size of a mark's letter and number.
const LETTER: f32 = 28.0;
/// Side of a group's mark that stands by itself, with the space around it.
pub const GROUP_SIDE: f32 = 64.0;

/// What one group guessed.
pub(super) struct Guessed<'a> {
    guess: &'a Guess,
    /// Which shape and colour it has.
    group: usize,
    /// Where each lane was guessed to end, and how many yards too many that is, where it is known.
    lanes: Vec<Option<(f64, Option<i64>)>>,
}

impl Guessed<'_> {
    /// What stands in its mark.
    fn letter(&self, room: &Room) -> String {
        letter(room, self.group)
    }
}

/// What stands in a group's mark; a room without groups asks.
fn letter(room: &Room, group: usize) -> String {
    if room.groups.is_empty() { "?".to_owned() } else { letter_of(group) }
}

/// The letter of a group: A for the first.
pub(super) fn letter_of(group: usize) -> String {
    let letters = 'A'..='Z';
    letters.into_iter().nth(group % 26).map_or_else(String::new, String::from)
}

/// The guesses that a step shows: before the run all there are, at its read-out those to be set against it.
pub(super) fn of<'a>(drawing: &Drawing<'a>, step: &Step, act: &Act) -> Vec<Guessed<'a>> {
    let last_try = match (&act.plan, act.down) {
        (Some((_, drive)), Some(down)) => down + 1 == drive.downs.len(),
        _ => true,
    };
    let reveals = matches!(step.sight, Sight::Moment { .. });
    let shows = match step.sight {
        Sight::Guess { .. } => true,
        Sight::Moment { .. } => drawing.view.reveals && step.phase == Some(Phase::ReadOut) && last_try,
        Sight::Card(_) | Sight::Compare { .. } => false,
    };
    if !shows {
        return Vec::new();
    }
    let room = drawing.view.room;
    let gained = if reveals { act.gained() } else { Vec::new() };
    let guesses = room.guesses_of(&act.stem, act.times).take(MOST_GROUPS).enumerate();
    guesses
        .map(|(place, guess)| {
            let group = (0..room.groups.len()).find(|group| room.group_name(*group) == guess.group);
            let told = verdicts(guess, act.model(), &gained);
            let channels = act.model().channels.iter().zip(&act.start).enumerate();
            let lanes = channels.map(|(lane, (channel, start))| {
                let yards = guess.yards.get(&channel.id).copied().filter(|yards| yards.is_finite())?;
                let verdict = told.iter().find(|verdict| verdict.channel == lane);
                Some(((start + yards).clamp(0.0, 100.0), verdict.map(Verdict::too_many)))
            });
            Guessed { guess, group: group.unwrap_or(place), lanes: lanes.collect() }
        })
        .collect()
}

/// How much of each lane's foot the marks need.
pub(super) fn strip(guessed: &[Guessed<'_>], point: f32, area: &Rect, lanes: usize) -> f32 {
    let lane = area.height() / lanes.max(1) as f32;
    // Where lanes are low, players give way to what the room said.
    if guessed.is_empty() { 0.0 } else { (STRIP * point).min(lane * 0.62) }
}

/// The marks of every lane.
pub(super) fn draw(stage: &mut Stage, drawing: &Drawing<'_>, guessed: &[Guessed<'_>]) {
    if guessed.is_empty() {
        return;
    }
    for lane in 0..stage.frame.channels.len() {
        marks(stage, drawing, guessed, lane);
    }
}

/// A mark on its way to its place.
struct Mark<'a> {
    of: &'a Guessed<'a>,
    yards: f64,
    /// How far off it was, by sign.
    off: Option<String>,
    width: f32,
}

fn marks(stage: &mut Stage, drawing: &Drawing<'_>, guessed: &[Guessed<'_>], lane: usize) {
    let Some(channel) = stage.frame.channels.get(lane) else { return };
    let point = drawing.page.point;
    let rect = stage.layout.lane(lane);
    let height = (MARK * point).min(stage.layout.strip * 0.92);
    let look = Look::bold(LETTER * point, stage.theme.text);
    let mut marks: Vec<Mark<'_>> = Vec::new();
    for of in guessed {
        let Some((yards, too_many)) = of.lanes.get(lane).copied().flatten() else { continue };
        let off = too_many.filter(|_| has_numbers(guessed)).map(off);
        let words = off.as_deref().map_or(0.0, |off| look.width(off) + 16.0 * point);
        marks.push(Mark { of, yards, off, width: height + words });
    }
    let strip = Rect::new(rect.min.x, rect.max.y - stage.layout.strip, rect.max.x, rect.max.y);
    stage.boards[lane].take(strip);
    let front = stage.layout.x_inside(channel.front);
    let apart = 11.0 * point;
    let (left, right) = (rect.min.x + apart, rect.max.x - apart);
    let total = |marks: &[&Mark<'_>]| marks.iter().map(|mark| mark.width + apart).sum::<f32>();
    let (behind, ahead): (Vec<&Mark<'_>>, Vec<&Mark<'_>>) =
        marks.iter().partition(|mark| mark.yards < channel.front);
    let (before, after) = ((left, front - apart), (front + apart, right));
    let fits = |marks: &[&Mark<'_>], (from, to): (f32, f32)| total(marks) <= to - from + apart;
    let all: Vec<&Mark<'_>> = marks.iter().collect();
    // Without room for all of them on their side, they stand together on one, or as near as they can.
    let sides = if fits(&behind, before) && fits(&ahead, after) {
        vec![(behind, before), (ahead, after)]
    } else if fits(&all, after) {
        vec![(all, after)]
    } else if fits(&all, before) {
        vec![(all, before)]
    } else {
        vec![(all, (rect.min.x, rect.max.x))]
    };
    for (side, (from, to)) in sides {
        // Its sign stands on the yard, its number to the right of it.
        let wanted = side.iter().map(|mark| {
            let center = stage.layout.x_inside(mark.yards) + (mark.width - height) / 2.0;
            (center, mark.width)
        });
        let wanted: Vec<(f32, f32)> = wanted.collect();
        let Some(lefts) = pack(&wanted, apart * 0.6, from, to) else { continue };
        for (mark, left) in side.iter().zip(lefts) {
            let x = stage.layout.x_inside(mark.yards);
            let place = Rect::new(
                left,
                strip.max.y - height - 3.0 * point,
                left + mark.width,
                strip.max.y - 3.0 * point,
            );
            one(stage, drawing, mark, place, Point { x, y: strip.min.y }, look);
        }
    }
}

fn one(stage: &mut Stage, drawing: &Drawing<'_>, mark: &Mark<'_>, place: Rect, yard: Point, look: Look) {
    let point = drawing.page.point;
    let theme = stage.theme;
    let color = color(theme, mark.of.group);
    let body = Rect { max: Point { x: place.min.x + place.height(), y: place.max.y }, ..place };
    let middle = f32::midpoint(body.min.x, body.max.x);
    let stem = vec![
        Point { x: yard.x, y: yard.y - 10.0 * point },
        Point { x: yard.x, y: yard.y },
        Point { x: middle, y: body.min.y + body.height() * 0.3 },
    ];
    let pen = stage.pen.on(Layer::Lines, 1.0);
    pen.line(stem.clone(), solid(7.0 * point, theme.backdrop));
    pen.line(stem, solid(3.5 * point, color));
    sign(&mut stage.pen, body, mark.of.group, theme, point);
    let letter = mark.of.letter(drawing.view.room);
    in_sign(&mut stage.pen, body, &letter, mark.of.group, theme, point);
    if let Some(off) = &mark.off {
        let words = Rect::new(body.max.x, place.min.y, place.max.x, place.max.y);
        let plate = Rect {
            min: Point { x: body.max.x + 3.0 * point, y: place.min.y + 3.0 * point },
            max: Point { x: place.max.x, y: place.max.y - 3.0 * point },
        };
        stage.pen.on(Layer::Ground, 1.0).fill(plate, 6.0 * point, theme.backdrop);
        stage.pen.on(Layer::Tokens, 1.0).text_in(
            words,
            Align::Center,
            off,
            Look { color: theme.text, ..look },
        );
    }
}

/// Yards too many or too few, as they stand beside a mark.
fn off(too_many: i64) -> String {
    match too_many {
        0 => "✓".to_owned(),
        more if more > 0 => format!("+{more}"),
        fewer => format!("−{}", fewer.unsigned_abs()),
    }
}

/// A group's colour.
pub(super) fn color(theme: &Theme, group: usize) -> Color {
    theme.groups[group % theme.groups.len()]
}

/// A group's mark by itself: its shape in its colour, with its letter. `point` is a point of a picture of 1920 by 1080.
#[must_use]
pub fn draw_group(room: &Room, group: usize, point: f32, theme: &Theme) -> Scene {
    let side = GROUP_SIDE * point;
    let mut pen = Pen::new((side, side));
    let space = side * 0.12;
    let body = Rect::new(space, space, side - space, side - space);
    sign(&mut pen, body, group, theme, point);
    in_sign(&mut pen, body, &letter(room, group), group, theme, point);
    pen.finish()
}

/// A group's shape.
pub(super) fn sign(pen: &mut Pen, body: Rect, group: usize, theme: &Theme, point: f32) {
    let (x, y) = (f32::midpoint(body.min.x, body.max.x), f32::midpoint(body.min.y, body.max.y));
    let half = body.height() / 2.0;
    let (fill, edge) = (color(theme, group), solid(2.5 * point, theme.backdrop));
    let corners = |points: &[(f32, f32)]| {
        points.iter().map(|(dx, dy)| Point { x: half.mul_add(*dx, x), y: half.mul_add(*dy, y) }).collect()
    };
    let pen = pen.on(Layer::Tokens, 1.0);
    let outline: Vec<Point> = match group % MOST_GROUPS {
        0 => return pen.rect(body, half, Some(fill), Some(edge)),
        1 => {
            let square = Rect::new(x - half * 0.88, y - half * 0.88, x + half * 0.88, y + half * 0.88);
            return pen.rect(square, 2.0 * point, Some(fill), Some(edge));
        }
        2 => corners(&[(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)]),
        3 => corners(&[(0.0, -1.1), (1.12, 0.95), (-1.12, 0.95)]),
        4 => corners(&[(-1.12, -0.95), (1.12, -0.95), (0.0, 1.1)]),
        _ => corners(&[(-0.55, -0.95), (0.55, -0.95), (1.1, 0.0), (0.55, 0.95), (-0.55, 0.95), (-1.1, 0.0)]),
    };
    pen.polygon(outline, Some(fill), Some(edge));
}

/// A letter in the middle of a group's shape, where a triangle is wide enough for it.
pub(super) fn in_sign(pen: &mut Pen, body: Rect, letter: &str, group: usize, theme: &Theme, point: f32) {
    let down = match group % MOST_GROUPS {
        3 => 0.2,
        4 => -0.2,
        _ => 0.0,
    } * body.height();
    let fill = color(theme, group);
    let dark_on_it = theme.backdrop.contrast(fill) >= theme.text.contrast(fill);
    let ink = if dark_on_it { theme.backdrop } else { theme.text };
    let row = body.moved(Point { x: 0.0, y: down });
    pen.on(Layer::Tokens, 1.0).text_in(row, Align::Center, letter, Look::bold(LETTER * point, ink));
}

/// Who the marks are, in the line below the caption; what the numbers beside them mean.
pub(super) fn legend(pen: &mut Pen, drawing: &Drawing<'_>, guessed: &[Guessed<'_>]) {
    let Page { point, .. } = drawing.page;
    let theme = drawing.theme;
    let row = drawing.page.look_at();
    let look = Look::regular(30.0 * point, theme.text);
    let said = has_numbers(guessed)
        && guessed.iter().any(|guess| guess.lanes.iter().flatten().any(|(_, off)| off.is_some()));
    let meaning = if said { "+ too many, − too few" } else { "" };
    let soft = Look::regular(28.0 * point, theme.text_soft);
    let taken = if meaning.is_empty() { 0.0 } else { soft.width(meaning) + 40.0 * point };
    let side = MARK * point;
    let (near, apart) = (12.0 * point, 34.0 * point);
    let nobody = drawing.view.room.groups.is_empty();
    let names: Vec<&str> = guessed
        .iter()
        .map(|guess| if nobody { "What the room guessed" } else { guess.guess.group.as_str() })
        .collect();
    let count = names.len() as f32;
    let widths: Vec<f32> = names.iter().map(|name| look.width(name)).collect();
    let room = count.mul_add(-(side + near + apart), row.width() - taken);
    let most = longest(&widths, room);
    let mut x = row.min.x;
    for (guess, name) in guessed.iter().zip(names) {
        let middle = f32::midpoint(row.min.y, row.max.y);
        let body = Rect::new(x, middle - side / 2.0, x + side, middle + side / 2.0);
        sign(pen, body, guess.group, theme, point);
        in_sign(pen, body, &guess.letter(drawing.view.room), guess.group, theme, point);
        let left = body.max.x + near;
        let name = font::elide(name, look.size, look.weight, most);
        let place = Rect::new(left, row.min.y, row.max.x, row.max.y);
        pen.on(Layer::Lines, 1.0).text_in(place, Align::Left, &name, look);
        x = left + look.width(&name) + apart;
    }
    pen.on(Layer::Lines, 1.0).text_in(row, Align::Right, meaning, soft);
}

/// How wide each of some names may be, for all of them to fit: only the longest are cut.
fn longest(widths: &[f32], room: f32) -> f32 {
    let mut sorted = widths.to_vec();
    sorted.sort_by(f32::total_cmp);
    let mut left = room.max(0.0);
    for (at, width) in sorted.iter().enumerate() {
        let share = left / (sorted.len() - at) as f32;
        if *width > share {
            return share;
        }
        left -= width;
    }
    f32::INFINITY
}

/// Whether marks have numbers beside them: with many groups, marks near their yards say more.
const fn has_numbers(guessed: &[Guessed<'_>]) -> bool {
    guessed.len() <= 3
}

/// The difference read out: one group's in full, of several who came closest.
pub(super) fn read_out(act: &Act, guessed: &[Guessed<'_>]) -> Option<String> {
    let off = |guess: &Guessed<'_>| {
        let known: Vec<i64> = guess.lanes.iter().flatten().filter_map(|(_, off)| *off).collect();
        // Who left a channel out cannot have come closest.
        let all = known.len() == guess.lanes.len();
        (!known.is_empty()).then(|| (!all, known.iter().map(|off| off.abs()).sum::<i64>()))
    };
    let told = guessed.iter().filter_map(|guess| Some((guess, off(guess)?)));
    let told: Vec<(&Guessed<'_>, (bool, i64))> = told.collect();
    if let [(only, _)] = told.as_slice() {
        return Some(only.guess.read_out(act.model(), &act.gained()));
    }
    let (closest, (partly, yards_off)) = told.iter().min_by_key(|(_, off)| *off)?;
    let same: Vec<&str> = told
        .iter()
        .filter(|(_, off)| *off == (*partly, *yards_off))
        .map(|(guess, _)| guess.guess.group.as_str())
        .collect();
    let who = begin(&list(&same, "and"));
    let read = closest.guess.read_out(act.model(), &act.gained());
    Some(match (same.len(), yards_off) {
        (_, 0) => format!("{who} got it right everywhere."),
        (1, off) => format!("{who} came closest, {} off in all. {read}", yards(*off)),
        (_, off) => format!("{who} came closest, {} off in all.", yards(*off)),
    })
}

/// A sentence with as many of its parts as there is room for.
pub(super) fn cut(told: &str, room: f32, look: Look) -> String {
    if look.width(told) <= room {
        return told.to_owned();
    }
    let whole_parts = told.rmatch_indices([',', ';', '.']).filter_map(|(at, _)| told.get(..at));
    let shorter = whole_parts.map(|part| format!("{part} …")).find(|part| look.width(part) <= room);
    shorter.unwrap_or_else(|| font::elide(told, look.size, look.weight, room))
}
