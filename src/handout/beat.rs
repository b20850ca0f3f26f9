//! The page of a step that shows the field: picture and caption, and below them what came of it and what is said.

use super::copy::{Copy, LEADING, Paragraph, lines};
use super::paper::{self, GUTTER, Look};
use super::table::{self, Table};
use super::{Page, Part, Wanted, reads_out};
use crate::model::Guess;
use crate::picture::{Beside, Point, Rect, Scene, View, Weight, draw, draw_beside};
use crate::rules::words::whole;
use crate::show::{Act, Rundown, Sight, Step, told_step};
use crate::timeline::{Frame, told};

/// What a picture has at least, whatever is to be said below it.
const LEAST_PICTURE: f32 = 236.0;
/// No picture is higher than its width by this.
const WIDEST: f32 = 1.62;
/// Between the picture and what stands below it.
const GAP: f32 = 10.0;
/// Notes, and how small they may become before they go on overleaf.
const NOTES: f32 = 9.5;
const SCALES: [f32; 4] = [1.0, 0.95, 0.9, 0.86];
/// The caption, from large to small, and on how many lines it may stand above the picture.
const CAPTIONS: [(f32, usize); 3] = [(16.0, 2), (13.5, 3), (11.5, 4)];
/// A picture alone in its page is drawn a little larger than on screen: paper is held, not looked up at.
const TEXT: f32 = 1.08;
/// What is left for lines to write on where there is nothing else below the picture.
const BY_HAND: f32 = 84.0;

/// The page of a step, and those its words go on on.
pub(super) fn pages(rundown: &Rundown, at: usize, wanted: &Wanted<'_>) -> Vec<Page> {
    let Some(step) = rundown.steps.get(at) else { return Vec::new() };
    let begins = rundown.items.get(step.item).is_some_and(|item| item.first == at);
    let place = format!("Step {} of {}", at + 1, rundown.steps.len());
    let (mut parts, area) = paper::head(wanted, &step.title, begins, &place);
    let mut said = said(rundown, at, wanted);
    let top = caption(step, &area, wanted, &mut parts, &mut said);

    let below = Below::new(rundown, at, wanted);
    let half = (area.width() - GUTTER) / 2.0;
    let most = area.max.y - top - LEAST_PICTURE - GAP;
    let table_height = below.height(half, wanted);
    let columns = if below.table.is_some() { 1 } else { 2 };
    // A few words stand on wide lines rather than in two short columns.
    let wide = Copy::new(&said, area.width() * 0.72, 1.0);
    let wide = (columns == 2 && wide.height(1) <= NOTES * LEADING * 4.2).then_some(wide);
    let mut copy = Copy::default();
    for scale in SCALES {
        copy = Copy::new(&said, half, scale);
        if copy.height(columns) <= most {
            break;
        }
    }
    let said_height = wide.as_ref().map_or_else(|| copy.height(columns), |wide| wide.height(1));
    let by_hand = !wanted.notes && said.is_empty();
    let said_height = if by_hand && columns == 2 { BY_HAND } else { said_height };
    let zone = said_height.min(most).max(table_height);
    let gap = if zone > 0.0 { GAP } else { 0.0 };

    let height = (area.max.y - top - zone - gap).min(area.width() / WIDEST).max(120.0);
    let picture = Rect::new(area.min.x, top, area.max.x, top + height);
    parts.extend(self::picture(rundown, at, &picture, wanted));

    let zone = Rect::new(area.min.x, picture.max.y + gap, area.max.x, area.max.y);
    let left = Rect::new(zone.min.x, zone.min.y, zone.min.x + half, zone.max.y);
    let right = Rect::new(zone.max.x - half, zone.min.y, zone.max.x, zone.max.y);
    parts.extend(below.set(&left, wanted));
    if by_hand {
        let room = if columns == 1 { right } else { zone };
        let deep =
            Rect { max: Point { x: room.max.x, y: room.min.y + zone_depth(&below, half, wanted) }, ..room };
        parts.extend(written_on(&deep, wanted));
        copy = Copy::default();
    } else if let Some(mut wide) = wide {
        parts.extend(wide.fill(&zone, false));
        copy = wide;
    } else if columns == 1 {
        parts.extend(copy.fill(&right, false));
    } else {
        // As deep as both columns need, so that they end alike.
        let depth = copy.height(2).min(zone.height());
        let shorter =
            |column: Rect| Rect::new(column.min.x, column.min.y, column.max.x, column.min.y + depth);
        parts.extend(copy.fill(&shorter(left), false));
        parts.extend(copy.fill(&right, false));
    }
    let mut pages = vec![Page { entry: None, parts }];
    pages.extend(overleaf(copy, step, &place, wanted));
    pages
}

/// How deep lines to write on go: as deep as what stands beside them.
fn zone_depth(below: &Below, half: f32, wanted: &Wanted<'_>) -> f32 {
    below.height(half, wanted).max(BY_HAND)
}

/// Pages for the words that found no room.
pub(super) fn overleaf(mut copy: Copy, step: &Step, place: &str, wanted: &Wanted<'_>) -> Vec<Page> {
    let mut pages = Vec::new();
    while !copy.is_empty() {
        let (mut parts, area) = paper::head(wanted, &step.title, false, &format!("{place}, continued"));
        let half = (area.width() - GUTTER) / 2.0;
        let depth = copy.height(2).min(area.height());
        parts.extend(
            copy.fill(&Rect::new(area.min.x, area.min.y, area.min.x + half, area.min.y + depth), true),
        );
        parts.extend(copy.fill(&Rect::new(area.max.x - half, area.min.y, area.max.x, area.max.y), false));
        pages.push(Page { entry: None, parts });
    }
    pages
}

/// Lines for what somebody wants to remember.
pub(super) fn written_on(area: &Rect, wanted: &Wanted<'_>) -> [Part; 2] {
    let (title, height) = table::title("Notes", area, wanted.theme);
    let room = Rect::new(area.min.x, area.min.y + height - 4.0, area.max.x, area.max.y);
    [title, Part::Ornament(paper::lines(&room, 21.0, wanted.theme))]
}

/// Puts the caption above the picture, or in front of what is said where it is very long; gives where the picture begins.
fn caption(
    step: &Step,
    area: &Rect,
    wanted: &Wanted<'_>,
    parts: &mut Vec<Part>,
    said: &mut Vec<Paragraph>,
) -> f32 {
    if step.caption.trim().is_empty() {
        return area.min.y;
    }
    let fit = CAPTIONS.into_iter().find_map(|(size, most)| {
        let set = lines(&step.caption, size, Weight::Bold, area.width());
        (set.len() <= most).then_some(size)
    });
    let Some(size) = fit else {
        let look = Look::bold(NOTES + 0.5, wanted.theme.text);
        said.insert(0, Paragraph::heading(&step.caption, look, 3));
        return area.min.y;
    };
    let look = Look::bold(size, wanted.theme.text);
    let mut copy = Copy::new(&[Paragraph::heading(&step.caption, look, 3)], area.width(), 1.0);
    let height = copy.height(1);
    parts.extend(copy.fill(area, true));
    area.min.y + height + 6.0
}

/// What is said at a step: why it is not what it should be, what was guessed of it, and the presenter's notes.
fn said(rundown: &Rundown, at: usize, wanted: &Wanted<'_>) -> Vec<Paragraph> {
    let theme = wanted.theme;
    let mut said = Vec::new();
    let Some(step) = rundown.steps.get(at) else { return said };
    if let Some(stale) = rundown.items.get(step.item).and_then(|item| item.stale.as_ref()) {
        said.push(Paragraph::new(stale, Look::bold(NOTES, theme.alarm)));
    }
    if let Some(act) = reads_out(rundown, at) {
        let gained = act.gained();
        let read = guesses_of(act, wanted);
        // A plan was guessed as a whole: its differences stand where it ends.
        let ends = act.plan.as_ref().is_none_or(|(_, drive)| act.down == drive.downs.len().checked_sub(1));
        let read = read.iter().filter(|_| ends).map(|guess| guess.read_out(act.model(), &gained));
        let read: Vec<String> = read.filter(|words| !words.is_empty()).collect();
        if !read.is_empty() {
            said.push(Paragraph::heading("What was guessed", Look::bold(9.0, theme.text), 3));
            said.extend(
                read.into_iter().map(|words| Paragraph::new(words, Look::regular(NOTES, theme.text))),
            );
        }
    }
    if let Sight::Guess { act } = step.sight
        && let Some(act) = rundown.acts.get(act)
    {
        let read = guesses_of(act, wanted);
        if read.len() > table::MOST_GROUPS {
            said.extend(read.iter().map(|guess| {
                let yards = act.model().channels.iter().filter_map(|channel| {
                    let yards = guess.yards.get(&channel.id)?;
                    Some(format!("{} {}", channel.name, whole(*yards)))
                });
                let yards: Vec<String> = yards.collect();
                Paragraph::new(
                    format!("{}: {}.", guess.group, yards.join(", ")),
                    Look::regular(NOTES, theme.text),
                )
            }));
        }
    }
    if wanted.notes
        && let Some(notes) = &step.notes
    {
        said.push(Paragraph::heading("Notes", Look::bold(9.0, theme.text), 3));
        said.extend(Paragraph::of_notes(notes, Look::regular(NOTES, theme.text)));
    }
    said
}

fn guesses_of<'a>(act: &Act, wanted: &Wanted<'a>) -> Vec<&'a Guess> {
    let record = wanted.record.into_iter().flat_map(|record| &record.guesses);
    record.filter(|guess| guess.of.as_str() == &*act.stem && guess.times == act.times).collect()
}

/// The table below a picture.
struct Below {
    title: String,
    table: Option<Table>,
}

impl Below {
    fn new(rundown: &Rundown, at: usize, wanted: &Wanted<'_>) -> Self {
        let step = rundown.steps.get(at);
        let (title, table) = match step.map(|step| &step.sight) {
            Some(Sight::Guess { act }) => rundown.acts.get(*act).map_or_else(Default::default, |act| {
                ("What do we guess?".to_owned(), table::guesses(act, &guesses_of(act, wanted)))
            }),
            Some(Sight::Compare { acts }) => {
                let acts: Vec<&Act> = acts.iter().filter_map(|act| rundown.acts.get(*act)).collect();
                let names: Vec<String> = acts.iter().map(|act| act.title.clone()).collect();
                ("Side by side".to_owned(), table::beside(&acts, &names))
            }
            Some(Sight::Moment { .. }) => reads_out(rundown, at).map_or_else(Default::default, |act| {
                let title = match (act.down, act.times) {
                    (Some(_), _) => "What this try came to".to_owned(),
                    (None, 1) => "What it came to".to_owned(),
                    (None, times) => format!("What {times} times in a row came to"),
                };
                (title, table::read_out(act))
            }),
            Some(Sight::Card(_)) | None => Default::default(),
        };
        Self { title, table }
    }

    fn height(&self, width: f32, wanted: &Wanted<'_>) -> f32 {
        self.table.as_ref().map_or(0.0, |table| table.height(width, wanted.theme) + 14.0)
    }

    fn set(&self, area: &Rect, wanted: &Wanted<'_>) -> Vec<Part> {
        let Some(table) = &self.table else { return Vec::new() };
        let (title, height) = table::title(&self.title, area, wanted.theme);
        let at = Point { x: area.min.x, y: area.min.y + height };
        std::iter::once(title).chain(table.set(at, area.width(), wanted.theme)).collect()
    }
}

/// The field of a step, or the fields it sets side by side.
fn picture(rundown: &Rundown, at: usize, area: &Rect, wanted: &Wanted<'_>) -> Option<Part> {
    let step = rundown.steps.get(at)?;
    if let Sight::Compare { acts } = &step.sight {
        let acts: Vec<&Act> = acts.iter().filter_map(|act| rundown.acts.get(*act)).collect();
        return Some(beside(&acts, told_step(rundown, at, None), area, wanted));
    }
    let mut frame = rundown.rest(at)?;
    // The caption stands above; what it says already is not said again.
    frame.caption = None;
    if frame.headline.trim() == step.caption.trim() {
        frame.headline.clear();
    }
    let told = told(&frame);
    let start = rundown.acts.get(step.act()?)?.timeline.frame(0.0);
    let unit = (area.height() / 720.0).min(area.width() / 1000.0) * TEXT;
    // A picture has a margin of its own: without it its names stand under the caption.
    let aside = 22.0 * unit;
    let at = Rect::new(area.min.x - aside, area.min.y, area.max.x + aside, area.max.y);
    let (from_yard, to_yard) = View::around([&start]);
    let view = View {
        size: (at.width(), at.height()),
        from_yard,
        to_yard,
        text_scale: TEXT,
        standalone: true,
        hovered: None,
        selected: None,
    };
    Some(Part::Picture { scene: draw(&frame, &view, wanted.theme), at, told })
}

fn beside(acts: &[&Act], told: String, area: &Rect, wanted: &Wanted<'_>) -> Part {
    let frames: Vec<Frame> = acts.iter().map(|act| act.timeline.frame(f64::MAX)).collect();
    let (from_yard, to_yard) = View::around(frames.iter());
    let results: Vec<String> =
        frames.iter().map(|frame| format!("{} of 100", whole(frame.run.spot))).collect();
    let fields: Vec<Beside<'_>> = acts
        .iter()
        .zip(&frames)
        .zip(&results)
        .enumerate()
        .map(|(number, ((act, frame), result))| Beside {
            name: &act.title,
            result,
            frame,
            number: act.down.map_or(1, |down| down as u32 + 1),
            color: wanted.theme.plans.get(number).copied().unwrap_or(wanted.theme.accent),
            chosen: false,
        })
        .collect();
    let view = View {
        size: (area.width(), area.height()),
        from_yard,
        to_yard,
        text_scale: 0.62,
        standalone: false,
        hovered: None,
        selected: None,
    };
    let scene: Scene = draw_beside(&fields, &view, wanted.theme);
    Part::Picture { scene, at: *area, told }
}
