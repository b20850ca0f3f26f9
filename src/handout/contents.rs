//! The first page: what it is called, what it is for, and what is in it; the contents go on where they are long.

use super::copy::{Copy, LEADING, Paragraph, lines};
use super::paper::{Look, rule};
use super::{Leads, Page, Part, Wanted};
use crate::picture::{Align, Point, Rect, Shape, Weight};
use crate::rules::words::whole;
use crate::show::{Item, Rundown};

/// Sizes of words, in points.
const TITLE: f32 = 32.0;
const SUMMARY: f32 = 13.0;
const ENTRY: f32 = 10.5;
/// Room above the title, and around an entry.
const ABOVE: f32 = 34.0;
const BETWEEN: f32 = 7.0;
/// What numbers take: the item's, its minutes, its page.
const NUMBER: f32 = 26.0;
const MINUTES: f32 = 70.0;
const PAGE: f32 = 46.0;

/// How many pages the contents take.
pub(super) fn count(rundown: &Rundown, wanted: &Wanted<'_>) -> usize {
    pages(rundown, &[], 0, wanted).len()
}

/// The pages before the first step; `firsts` are those of the items, counted from the first step's.
pub(super) fn pages(rundown: &Rundown, firsts: &[usize], before: usize, wanted: &Wanted<'_>) -> Vec<Page> {
    let area = wanted.paper.area();
    let mut page = Page { entry: Some((1, rundown.title.clone())), parts: Vec::new() };
    let mut y = title(rundown, &area, wanted, &mut page.parts);
    let mut pages = Vec::new();
    let mut leads: Vec<Leads> = Vec::new();
    let mut rules: Vec<Shape> = Vec::new();
    for (at, item) in rundown.items.iter().enumerate() {
        let to = firsts.get(at).copied().unwrap_or_default() + before;
        let set = entry(at, item, to, &area, wanted);
        if y + set.height > area.max.y && !leads.is_empty() {
            page.parts.push(Part::Contents(std::mem::take(&mut leads)));
            page.parts.push(Part::Ornament(std::mem::take(&mut rules)));
            pages.push(std::mem::take(&mut page));
            y = area.min.y + 10.0;
        }
        let down = Point { x: 0.0, y };
        leads.push(Leads {
            text: item.title.clone(),
            page: to,
            area: set.area.moved(down),
            shapes: set.shapes.into_iter().map(|shape| shape.moved(down)).collect(),
        });
        y += set.height;
        let ends = (Point { x: area.min.x, y }, Point { x: area.max.x, y });
        rules.push(rule(ends.0, ends.1, 0.4, wanted.theme.line));
    }
    if !leads.is_empty() {
        page.parts.push(Part::Contents(leads));
        page.parts.push(Part::Ornament(rules));
    }
    pages.push(page);
    pages
}

/// Title, summary, and how long it takes; gives where the contents begin.
fn title(rundown: &Rundown, area: &Rect, wanted: &Wanted<'_>, parts: &mut Vec<Part>) -> f32 {
    let theme = wanted.theme;
    let mut paragraphs = Vec::new();
    let heading = if rundown.title.trim().is_empty() { "Handout" } else { &rundown.title };
    paragraphs.push(Paragraph::heading(heading, Look::bold(TITLE, theme.text), 1));
    paragraphs.extend(Paragraph::of_notes(&rundown.summary, Look::regular(SUMMARY, theme.text)));
    let mut facts = Vec::new();
    if let Some(record) = wanted.record {
        let of = if record.title == rundown.title { String::new() } else { record.title.clone() };
        let date = record.date.clone().unwrap_or_default();
        facts.extend([of, date].into_iter().filter(|fact| !fact.trim().is_empty()));
    }
    if let Some(minutes) = rundown.minutes {
        facts.push(match whole(minutes) {
            1 => "1 minute".to_owned(),
            minutes => format!("{minutes} minutes"),
        });
    }
    facts.push(match rundown.steps.len() {
        1 => "1 step".to_owned(),
        steps => format!("{steps} steps"),
    });
    paragraphs.push(Paragraph::new(facts.join(" · "), Look::regular(ENTRY, theme.text_soft)));
    let mut copy = Copy::new(&paragraphs, area.width() * 0.78, 1.0);
    let top = Rect { min: Point { x: area.min.x, y: area.min.y + ABOVE }, ..*area };
    let height = copy.height(1);
    parts.extend(copy.fill(&top, true));
    let baseline = top.min.y + height + 40.0;
    let look = Look::bold(9.0, theme.accent);
    let at = |x: f32| Point { x, y: baseline };
    parts.push(Part::Heading {
        level: 2,
        text: "Contents".to_owned(),
        shapes: vec![look.set(at(area.min.x), Align::Left, "Contents")],
    });
    let soft = Look::regular(7.5, theme.text_soft);
    let mut head = vec![soft.set(at(area.max.x), Align::Right, "Page")];
    if rundown.items.iter().any(|item| item.minutes.is_some()) {
        head.push(soft.set(at(area.max.x - PAGE), Align::Right, "Minutes"));
    }
    let below = baseline + 6.0;
    let ends = (Point { x: area.min.x, y: below }, Point { x: area.max.x, y: below });
    head.push(rule(ends.0, ends.1, 0.8, theme.text_soft));
    parts.push(Part::Ornament(head));
    below
}

/// A line of the contents, as if it stood at the top.
struct Entry {
    shapes: Vec<Shape>,
    area: Rect,
    height: f32,
}

fn entry(at: usize, item: &Item, page: usize, area: &Rect, wanted: &Wanted<'_>) -> Entry {
    let look = Look::regular(ENTRY, wanted.theme.text);
    let soft = Look::regular(ENTRY, wanted.theme.text_soft);
    let room = area.width() - NUMBER - MINUTES - PAGE;
    let set = lines(&item.title, ENTRY, Weight::Regular, room);
    let pitch = ENTRY * LEADING;
    let first = BETWEEN + ENTRY;
    let mut shapes = vec![soft.set(Point { x: area.min.x, y: first }, Align::Left, &(at + 1).to_string())];
    for (number, line) in set.iter().enumerate() {
        let y = (number as f32).mul_add(pitch, first);
        shapes.push(look.set(Point { x: area.min.x + NUMBER, y }, Align::Left, line));
    }
    if let Some(minutes) = item.minutes {
        let minutes = whole(minutes).to_string();
        shapes.push(soft.set(Point { x: area.max.x - PAGE, y: first }, Align::Right, &minutes));
    }
    let number = (page + 1).to_string();
    shapes.push(Look::bold(ENTRY, wanted.theme.text).set(
        Point { x: area.max.x, y: first },
        Align::Right,
        &number,
    ));
    let height = (set.len().max(1) as f32 - 1.0).mul_add(pitch, first + BETWEEN);
    Entry { shapes, area: Rect::new(area.min.x, 0.0, area.max.x, height), height }
}
