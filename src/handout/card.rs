//! The page of a card: its words, and what a room fills in by hand.

use super::beat::{overleaf, written_on};
use super::copy::{Copy, Paragraph};
use super::paper::{self, GUTTER, Look};
use super::table::{BY_HAND, Cell, Table};
use super::{Page, Part, Wanted, is_written_on, model_near};
use crate::picture::{Point, Rect};
use crate::rules::words::{ordinal, whole};
use crate::show::{Card, Rundown, Script, Step};

/// Sizes of words, in points.
const TITLE: f32 = 28.0;
const TEXT: f32 = 13.0;
const NOTES: f32 = 9.5;
/// How many rows groups have that nobody has filled in yet.
const GROUPS: usize = 4;
/// How many decisions there is room for.
const DECISIONS: usize = 6;
/// What notes need to begin at all, rather than go on overleaf.
const LEAST: f32 = 30.0;

/// The page of a card, and those its words go on on.
pub(super) fn pages(rundown: &Rundown, at: usize, card: &Card, wanted: &Wanted<'_>) -> Vec<Page> {
    let Some(step) = rundown.steps.get(at) else { return Vec::new() };
    let theme = wanted.theme;
    let place = format!("Step {} of {}", at + 1, rundown.steps.len());
    let (mut parts, area) = paper::head(wanted, "", false, &place);
    let mut text = vec![Paragraph::heading(&step.title, Look::bold(TITLE, theme.text), 2)];
    let said =
        if *card == Card::Missing { Look::bold(TEXT, theme.alarm) } else { Look::regular(TEXT, theme.text) };
    text.extend(Paragraph::of_notes(&step.caption, said));
    let mut words = Copy::new(&text, area.width() * 0.8, 1.0);
    let start = Rect { min: Point { x: area.min.x, y: area.min.y + 12.0 }, ..area };
    let height = words.height(1).min(start.height());
    parts.extend(words.fill(&start, true));
    let mut pages = Vec::new();
    let mut y = start.min.y + height + 16.0;
    if !words.is_empty() {
        pages.push(Page { entry: None, parts: std::mem::take(&mut parts) });
        pages.extend(overleaf(words, step, &place, wanted));
        let last = pages.pop().unwrap_or_default();
        parts = last.parts;
        y = area.max.y;
    }

    for (name, table) in tables(rundown, at, card, wanted) {
        let mut left = Some(table);
        let mut name = name;
        while let Some(table) = left.take() {
            let room = area.max.y - y - 18.0;
            let whole = table.height(area.width(), theme);
            // What nearly fits goes on overleaf in one piece, unless it needs more than a page.
            let begins = room >= whole || (whole > area.height() - 40.0 && room > 120.0);
            if !begins {
                let (head, fresh) = paper::head(wanted, &step.title, false, &format!("{place}, continued"));
                pages.push(Page { entry: None, parts: std::mem::replace(&mut parts, head) });
                y = fresh.min.y;
            }
            if !name.is_empty() {
                let (title, height) =
                    super::table::title(&name, &Rect { min: Point { x: area.min.x, y }, ..area }, theme);
                parts.push(title);
                y += height;
                name.clear();
            }
            let (now, rest) = table.split(area.width(), area.max.y - y, theme);
            parts.extend(now.set(Point { x: area.min.x, y }, area.width(), theme));
            y += now.height(area.width(), theme) + 18.0;
            left = rest;
        }
    }
    notes(step, card, &Rect { min: Point { x: area.min.x, y }, ..area }, wanted, parts, pages, &place)
}

/// The presenter's notes below, or lines to write on where nothing else is written on.
fn notes(
    step: &Step,
    card: &Card,
    area: &Rect,
    wanted: &Wanted<'_>,
    mut parts: Vec<Part>,
    mut pages: Vec<Page>,
    place: &str,
) -> Vec<Page> {
    let notes = step.notes.as_deref().filter(|_| wanted.notes);
    let Some(notes) = notes else {
        if !wanted.notes && !is_written_on(card) && area.height() > 60.0 {
            parts.extend(written_on(area, wanted));
        }
        pages.push(Page { entry: None, parts });
        return pages;
    };
    let mut paragraphs = vec![Paragraph::heading("Notes", Look::bold(9.0, wanted.theme.text), 3)];
    paragraphs.extend(Paragraph::of_notes(notes, Look::regular(NOTES, wanted.theme.text)));
    let half = (area.width() - GUTTER) / 2.0;
    let mut copy = Copy::new(&paragraphs, half, 1.0);
    if area.height() >= LEAST {
        let depth = copy.height(2).min(area.height());
        // A few lines stay together.
        let depth = if copy.height(1) < 90.0 { copy.height(1).min(area.height()) } else { depth };
        let column = |left: f32, depth: f32| Rect::new(left, area.min.y, left + half, area.min.y + depth);
        parts.extend(copy.fill(&column(area.min.x, depth), false));
        parts.extend(copy.fill(&column(area.max.x - half, area.height()), false));
    }
    pages.push(Page { entry: None, parts });
    pages.extend(overleaf(copy, step, place, wanted));
    pages
}

/// What is filled in: where the channels are, what groups call, what is decided. With a record, what the room said.
fn tables(rundown: &Rundown, at: usize, card: &Card, wanted: &Wanted<'_>) -> Vec<(String, Table)> {
    match card {
        Card::Section | Card::Missing => Vec::new(),
        Card::Fronts => fronts(rundown, at, wanted).map(|table| (String::new(), table)).into_iter().collect(),
        Card::Calls { plays, calls } => {
            let choices = plays.iter().map(|id| {
                let (title, summary) = titled(rundown, id.as_str(), wanted);
                vec![Cell::Strong(title), Cell::Words(summary)]
            });
            let choices = Table {
                head: vec!["Play".to_owned(), "What it does".to_owned()],
                rows: choices.collect(),
                shares: vec![1.0, 3.4],
                numbers: false,
                least: 0.0,
            };
            let called = called(rundown, *calls, wanted);
            vec![("To choose from".to_owned(), choices), ("What each group calls".to_owned(), called)]
        }
        Card::Decide => vec![(String::new(), decisions(wanted))],
    }
}

fn fronts(rundown: &Rundown, at: usize, wanted: &Wanted<'_>) -> Option<Table> {
    let model = model_near(rundown, at)?;
    let record = wanted.record.filter(|record| !record.fronts.is_empty());
    let rows = model.channels.iter().map(|channel| {
        let said = record.and_then(|record| record.fronts.get(&channel.id));
        let said = said.map_or(Cell::Blank, |yards| Cell::Strong(format!("{} of 100", whole(*yards))));
        vec![Cell::Strong(channel.name.clone()), Cell::Words(channel.goal.clone()), said, Cell::Blank]
    });
    let head = ["Channel", "What done looks like (100)", "Today, from 0 to 100", "Because"];
    Some(Table {
        head: head.map(str::to_owned).to_vec(),
        rows: rows.collect(),
        shares: vec![1.5, 2.1, 1.0, 2.4],
        numbers: false,
        least: BY_HAND * 1.6,
    })
}

/// What a play of that name is called and what it is.
fn titled(rundown: &Rundown, stem: &str, wanted: &Wanted<'_>) -> (String, String) {
    if let Some(act) = rundown.acts.iter().find(|act| &*act.stem == stem && act.plan.is_none()) {
        return (act.title.clone(), act.lineup.play.summary.clone());
    }
    match wanted.repertoire.script(stem) {
        Ok(Script::Play(lineup, _)) => (lineup.play.title.clone(), lineup.play.summary.clone()),
        Ok(Script::Plan(sheet)) => (sheet.plan.title.clone(), sheet.plan.summary.clone()),
        Err(reason) => (stem.to_owned(), reason),
    }
}

fn called(rundown: &Rundown, calls: u32, wanted: &Wanted<'_>) -> Table {
    let said = wanted.record.map(|record| record.calls.as_slice()).unwrap_or_default();
    let longest = said.iter().map(|calls| calls.plays.len()).max().unwrap_or_default();
    let calls = (calls as usize).max(longest);
    let mut rows: Vec<Vec<Cell>> = said
        .iter()
        .map(|group| {
            let mut row = vec![Cell::Strong(group.group.clone())];
            let played = group.plays.iter().map(|id| Cell::Words(titled(rundown, id.as_str(), wanted).0));
            row.extend(played.chain(std::iter::repeat(Cell::Words("–".to_owned()))).take(calls));
            row.push(group.spot.map_or(Cell::Blank, |spot| Cell::Strong(format!("{} of 100", whole(spot)))));
            row
        })
        .collect();
    if rows.is_empty() {
        rows = vec![vec![Cell::Blank; calls + 2]; GROUPS];
    }
    let mut head = vec!["Group".to_owned()];
    head.extend(
        (1..=calls as u32).map(|number| format!("{} call", crate::rules::words::begin(&ordinal(number)))),
    );
    head.push("Ended at".to_owned());
    let shares = std::iter::once(1.2).chain(std::iter::repeat_n(1.0, calls)).chain(std::iter::once(0.7));
    Table { head, rows, shares: shares.collect(), numbers: false, least: BY_HAND * 1.2 }
}

fn decisions(wanted: &Wanted<'_>) -> Table {
    let decided = wanted.record.map(|record| record.decisions.as_slice()).unwrap_or_default();
    let mut rows: Vec<Vec<Cell>> = decided
        .iter()
        .enumerate()
        .map(|(at, decision)| {
            vec![Cell::Strong((at + 1).to_string()), Cell::Words(decision.clone()), Cell::Blank, Cell::Blank]
        })
        .collect();
    if rows.is_empty() {
        let row =
            |number: usize| vec![Cell::Strong(number.to_string()), Cell::Blank, Cell::Blank, Cell::Blank];
        rows = (1..=DECISIONS).map(row).collect();
    }
    let head = ["", "We decide", "Who", "By when"].map(str::to_owned).to_vec();
    Table { head, rows, shares: vec![0.2, 4.6, 1.3, 1.0], numbers: false, least: BY_HAND * 1.6 }
}
