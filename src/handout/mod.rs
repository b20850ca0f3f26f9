//! The steps of a presentation as printed pages: what a room takes home, or writes on.
//!
//! A [`Rundown`] comes in, with the record of a workshop where there is one; a [`Handout`] comes out: pages as values, laid
//! out with the bundled font, each part with what it is for those who listen. [`pdf`] writes them. Pure: no files, no clock.
//!
//! The first page has the title and the contents, which go on where they are long. Then every step has a page of its own;
//! words that find no room there go on overleaf. What a room said and decided stands at the end.

mod beat;
mod card;
mod contents;
mod copy;
mod paper;
mod pdf;
mod record;
mod table;
#[cfg(test)]
mod tests;

use crate::model::{OperatingModel, WorkshopRecord};
use crate::picture::{Color, Rect, Scene, Shape, Theme};
use crate::show::{Act, Card, Repertoire, Rundown, Sight};

pub use paper::Paper;
pub use pdf::{PdfError, pdf};

/// What every page says at its foot.
pub const JUDGEMENTS: &str = "Numbers are judgements, to argue about; not measurements.";

/// How a handout is to look, and what it is made from.
#[derive(Clone, Copy)]
pub struct Wanted<'a> {
    /// The size of its pages.
    pub paper: Paper,
    /// Its colours.
    pub theme: &'a Theme,
    /// Whether the presenter's notes are in it; without them a page has lines to write on.
    pub notes: bool,
    /// What the room said and decided.
    pub record: Option<&'a WorkshopRecord>,
    /// Where the plays that groups choose from are found.
    pub repertoire: &'a dyn Repertoire,
    /// Where it came from, in a few words.
    pub provenance: &'a str,
}

/// A handout, laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Handout {
    /// What it is called.
    pub title: String,
    /// What it is for, in a sentence; may be empty.
    pub summary: String,
    /// The size of every page, in points.
    pub size: (f32, f32),
    /// What is behind everything; paper itself where there is nothing.
    pub backdrop: Option<Color>,
    /// Its pages.
    pub pages: Vec<Page>,
}

/// A page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// What the list of pages calls it, and how deep it stands there: 1 for what stands in the contents, 2 below. Pages
    /// that go on have no entry.
    pub entry: Option<(u8, String)>,
    /// What is on it, in the order in which it is read.
    pub parts: Vec<Part>,
}

/// Something on a page. Shapes are in points from the page's top left.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// A heading, 1 the highest.
    Heading {
        /// How high.
        level: u16,
        /// What it says.
        text: String,
        /// How it looks.
        shapes: Vec<Shape>,
    },
    /// A paragraph.
    Text(Vec<Shape>),
    /// A picture.
    Picture {
        /// What it shows, its upper left corner at `at`.
        scene: Scene,
        /// Where.
        at: Rect,
        /// What it shows, in words.
        told: String,
    },
    /// A table; its first row and each row's first cell are headings.
    Table(Vec<Row>),
    /// Lines of the contents, each of which leads to a page.
    Contents(Vec<Leads>),
    /// What is nothing to those who listen: rules, and what stands at head and foot of every page.
    Ornament(Vec<Shape>),
}

/// A row of a table: one cell after the other, each with its words.
pub type Row = Vec<Vec<Shape>>;

/// A line of the contents.
#[derive(Clone, Debug, PartialEq)]
pub struct Leads {
    /// What it says.
    pub text: String,
    /// The page it leads to, from 0.
    pub page: usize,
    /// What answers to the pointer.
    pub area: Rect,
    /// How it looks.
    pub shapes: Vec<Shape>,
}

impl Handout {
    /// Lays a handout out.
    #[must_use]
    pub fn new(rundown: &Rundown, wanted: &Wanted<'_>) -> Self {
        let theme = on_paper(wanted.theme);
        let wanted = &Wanted { theme: &theme, ..*wanted };
        let mut pages: Vec<Page> = Vec::new();
        let mut firsts: Vec<usize> = vec![0; rundown.items.len()];
        for (at, step) in rundown.steps.iter().enumerate() {
            let begins = rundown.items.get(step.item).is_some_and(|item| item.first == at);
            if begins && let Some(first) = firsts.get_mut(step.item) {
                *first = pages.len();
            }
            let mut made = match &step.sight {
                Sight::Card(card) => card::pages(rundown, at, card, wanted),
                Sight::Moment { .. } | Sight::Guess { .. } | Sight::Compare { .. } => {
                    beat::pages(rundown, at, wanted)
                }
            };
            if let Some(page) = made.first_mut() {
                let words = if step.caption.is_empty() { &step.title } else { &step.caption };
                page.entry = Some(if begins { (1, step.title.clone()) } else { (2, words.clone()) });
            }
            pages.append(&mut made);
        }
        if let Some(record) = wanted.record {
            pages.append(&mut record::pages(rundown, record, wanted));
        }
        let before = contents::count(rundown, wanted);
        let mut all = contents::pages(rundown, &firsts, before, wanted);
        all.append(&mut pages);
        let count = all.len();
        for (at, page) in all.iter_mut().enumerate() {
            page.parts.push(paper::foot(wanted, at + 1, count));
        }
        Self {
            title: rundown.title.clone(),
            summary: rundown.summary.clone(),
            size: wanted.paper.size(),
            backdrop: theme.dark.then_some(theme.backdrop),
            pages: all,
        }
    }
}

/// A light theme's own backdrop would be printed as a grey all over the page: paper is white enough.
fn on_paper(theme: &Theme) -> Theme {
    let white = Color { r: 255, g: 255, b: 255, a: 255 };
    if theme.dark { theme.clone() } else { Theme { backdrop: white, ..theme.clone() } }
}

/// The model that a card without an act is about: that of what is run next, else of what was run before.
fn model_near(rundown: &Rundown, step: usize) -> Option<&OperatingModel> {
    let act_of = |at: usize| {
        let step = rundown.steps.get(at)?;
        let act = match &step.sight {
            Sight::Compare { acts } => *acts.first()?,
            _ => step.act()?,
        };
        rundown.acts.get(act)
    };
    let after = (step..rundown.steps.len()).find_map(act_of);
    after.or_else(|| (0..step).rev().find_map(act_of)).map(|act| &**act.model())
}

/// The act that a step is the last to show, and so reads out.
fn reads_out(rundown: &Rundown, at: usize) -> Option<&Act> {
    let Sight::Moment { act, .. } = rundown.steps.get(at)?.sight else { return None };
    let later = rundown.steps.iter().skip(at + 1).any(|step| step.act() == Some(act));
    if later { None } else { rundown.acts.get(act) }
}

/// Whether a card is for the room to write on, whatever is left out otherwise.
const fn is_written_on(card: &Card) -> bool {
    matches!(card, Card::Fronts | Card::Calls { .. } | Card::Decide)
}
