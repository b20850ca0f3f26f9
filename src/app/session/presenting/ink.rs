//! The pen: what is drawn over each step, with undo. Ink belongs to its step and comes back with it.

use std::collections::BTreeMap;

use crate::model::{Ink, InkForm, InkPage, InkStroke, PenColor, PenWidth};

/// Points nearer to each other than this, in parts of the picture, are one.
const NEAR: f32 = 0.0015;
/// How near the eraser must come to a line, in parts of the picture.
const ERASER: f32 = 0.02;
/// The most points of one line.
const MOST_POINTS: usize = 4000;
/// The most that can be taken back on one step.
const MOST_DONE: usize = 200;
/// The most lines of one step.
const MOST_STROKES: usize = 2000;

/// The pen in the hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stylus {
    /// Its colour.
    pub color: PenColor,
    /// Its width.
    pub width: PenWidth,
}

/// Something done with the pen. Places are parts of the picture's width and height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum InkStep {
    /// The pen is set down.
    Begin((f32, f32)),
    /// It moves.
    Line((f32, f32)),
    /// The line is to be straight: an arrow, or a circle where it comes back to its beginning.
    Straighten,
    /// The line is drawn as this.
    Form(InkForm),
    /// The pen is lifted.
    End,
    /// The eraser passes here.
    Erase((f32, f32)),
    /// The last thing done on this step is taken back.
    Undo,
    /// It is done once more.
    Redo,
    /// The step is wiped.
    Clear,
    /// Every step is wiped.
    ClearAll,
}

/// What can be taken back.
#[derive(Clone, Debug, PartialEq)]
enum Done {
    Drew(InkStroke),
    /// Lines with the places they had.
    Wiped(Vec<(usize, InkStroke)>),
}

/// One step's lines, and the way back.
#[derive(Clone, Debug, Default, PartialEq)]
struct Page {
    strokes: Vec<InkStroke>,
    done: Vec<Done>,
    undone: Vec<Done>,
}

impl Page {
    /// Notes what was done; the oldest of much is let go of.
    fn did(&mut self, done: Done) {
        if self.done.len() >= MOST_DONE {
            self.done.remove(0);
        }
        self.done.push(done);
        self.undone.clear();
    }
}

/// Everything drawn, by the keys of the steps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct InkBook {
    pages: BTreeMap<String, Page>,
    drawing: Option<InkStroke>,
    /// Grows with every change, so that who paints it knows.
    revision: u64,
    saved: u64,
}

impl InkBook {
    /// What a file holds.
    #[must_use]
    pub fn of(ink: &Ink) -> Self {
        let pages = ink.pages.iter().map(|page| {
            let strokes = page.strokes.clone();
            (page.step.clone(), Page { strokes, ..Page::default() })
        });
        Self { pages: pages.collect(), ..Self::default() }
    }

    /// The same as a file beside `of` would hold it.
    #[must_use]
    pub fn to_file(&self, of: &str) -> Ink {
        let pages = self.pages.iter().filter(|(_, page)| !page.strokes.is_empty());
        let pages = pages.map(|(step, page)| InkPage { step: step.clone(), strokes: page.strokes.clone() });
        Ink { format: 1, of: of.to_owned(), pages: pages.collect() }
    }

    /// The lines over a step, the one being drawn included.
    #[must_use]
    pub fn over(&self, step: &str) -> Vec<InkStroke> {
        let mut strokes = self.pages.get(step).map_or_else(Vec::new, |page| page.strokes.clone());
        strokes.extend(self.drawing.clone());
        strokes
    }

    /// Whether anything is drawn over a step.
    #[must_use]
    pub fn is_over(&self, step: &str) -> bool {
        self.drawing.is_some() || self.pages.get(step).is_some_and(|page| !page.strokes.is_empty())
    }

    /// Whether there is anything at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pages.values().all(|page| page.strokes.is_empty())
    }

    /// Whether something was drawn or wiped since it was last kept.
    #[must_use]
    pub const fn is_unsaved(&self) -> bool {
        self.revision != self.saved
    }

    /// Notes that all of it is kept in a file.
    pub const fn kept(&mut self) {
        self.saved = self.revision;
    }

    /// How often it has changed.
    #[must_use]
    pub const fn revision(&self) -> u64 {
        self.revision
    }

    /// Whether a line is being drawn.
    #[must_use]
    pub const fn is_drawing(&self) -> bool {
        self.drawing.is_some()
    }

    /// Does something with the pen over a step.
    pub fn apply(&mut self, step: &str, stylus: Stylus, what: InkStep) {
        self.revision += 1;
        match what {
            InkStep::Begin(at) => {
                self.end(step);
                let Some(at) = inside(at) else { return };
                let Stylus { color, width } = stylus;
                self.drawing = Some(InkStroke { pen: color, width, form: InkForm::Free, points: vec![at] });
            }
            InkStep::Line(at) => self.line(at),
            InkStep::Straighten => self.straighten(),
            InkStep::Form(form) => {
                if let Some(stroke) = &mut self.drawing {
                    stroke.form = form;
                }
            }
            InkStep::End => self.end(step),
            InkStep::Erase(at) => self.erase(step, at),
            InkStep::Undo => self.undo(step),
            InkStep::Redo => self.redo(step),
            InkStep::Clear => self.wipe(step, |_| true),
            InkStep::ClearAll => {
                let steps: Vec<String> = self.pages.keys().cloned().collect();
                for step in steps {
                    self.wipe(&step, |_| true);
                }
            }
        }
    }

    fn line(&mut self, at: (f32, f32)) {
        let (Some(stroke), Some(at)) = (&mut self.drawing, inside(at)) else { return };
        if stroke.form != InkForm::Free && stroke.points.len() > 1 {
            // A straight form has two ends: the second follows the hand.
            stroke.points.truncate(1);
            stroke.points.push(at);
        } else if stroke.points.len() < MOST_POINTS
            && stroke.points.last().is_none_or(|last| distance(*last, at) >= NEAR)
        {
            stroke.points.push(at);
        }
    }

    /// What the hand meant: a circle where it comes back to where it began, else an arrow.
    fn straighten(&mut self) {
        let Some(stroke) = self.drawing.as_mut().filter(|stroke| stroke.form == InkForm::Free) else {
            return;
        };
        let (Some(first), Some(last)) = (stroke.points.first().copied(), stroke.points.last().copied())
        else {
            return;
        };
        let way: f32 = stroke.points.windows(2).map(|pair| distance(pair[0], pair[1])).sum();
        if way < 0.02 {
            return;
        }
        if distance(first, last) < way * 0.2 {
            let fold = |pick: fn(&(f32, f32)) -> f32| {
                let values = stroke.points.iter().map(pick);
                values.fold((f32::MAX, f32::MIN), |(low, high), value| (low.min(value), high.max(value)))
            };
            let ((left, right), (top, bottom)) = (fold(|point| point.0), fold(|point| point.1));
            stroke.form = InkForm::Circle;
            stroke.points = vec![(left, top), (right, bottom)];
        } else {
            stroke.form = InkForm::Arrow;
            stroke.points = vec![first, last];
        }
    }

    fn end(&mut self, step: &str) {
        let Some(stroke) = self.drawing.take() else { return };
        let page = self.pages.entry(step.to_owned()).or_default();
        if page.strokes.len() >= MOST_STROKES || (stroke.form != InkForm::Free && stroke.points.len() < 2) {
            return;
        }
        page.strokes.push(stroke.clone());
        page.did(Done::Drew(stroke));
    }

    fn erase(&mut self, step: &str, at: (f32, f32)) {
        self.wipe(step, |stroke| passes(stroke, at));
    }

    fn wipe(&mut self, step: &str, goes: impl Fn(&InkStroke) -> bool) {
        self.drawing = None;
        let Some(page) = self.pages.get_mut(step) else { return };
        let (gone, stays): (Vec<_>, Vec<_>) =
            std::mem::take(&mut page.strokes).into_iter().enumerate().partition(|(_, stroke)| goes(stroke));
        page.strokes = stays.into_iter().map(|(_, stroke)| stroke).collect();
        if !gone.is_empty() {
            page.did(Done::Wiped(gone));
        }
    }

    fn undo(&mut self, step: &str) {
        if self.drawing.take().is_some() {
            return;
        }
        let Some(page) = self.pages.get_mut(step) else { return };
        let Some(done) = page.done.pop() else { return };
        match &done {
            Done::Drew(_) => drop(page.strokes.pop()),
            Done::Wiped(gone) => {
                for (at, stroke) in gone {
                    page.strokes.insert((*at).min(page.strokes.len()), stroke.clone());
                }
            }
        }
        page.undone.push(done);
    }

    fn redo(&mut self, step: &str) {
        let Some(page) = self.pages.get_mut(step) else { return };
        let Some(done) = page.undone.pop() else { return };
        match &done {
            Done::Drew(stroke) => page.strokes.push(stroke.clone()),
            Done::Wiped(gone) => {
                for (at, _) in gone.iter().rev() {
                    if *at < page.strokes.len() {
                        page.strokes.remove(*at);
                    }
                }
            }
        }
        page.done.push(done);
    }
}

/// A place held within the picture; nothing for what is no number.
fn inside((x, y): (f32, f32)) -> Option<(f32, f32)> {
    (x.is_finite() && y.is_finite()).then(|| (x.clamp(0.0, 1.0), y.clamp(0.0, 1.0)))
}

fn distance(a: (f32, f32), b: (f32, f32)) -> f32 {
    (a.0 - b.0).hypot(a.1 - b.1)
}

/// Whether a line comes near a place.
fn passes(stroke: &InkStroke, at: (f32, f32)) -> bool {
    let outline: Vec<(f32, f32)> = match (stroke.form, stroke.points.as_slice()) {
        (InkForm::Circle, [a, b]) => {
            let (center, half) =
                ((f32::midpoint(a.0, b.0), f32::midpoint(a.1, b.1)), ((b.0 - a.0) / 2.0, (b.1 - a.1) / 2.0));
            let corner = |turn: u8| {
                let angle = std::f32::consts::TAU * f32::from(turn) / 24.0;
                (half.0.mul_add(angle.cos(), center.0), half.1.mul_add(angle.sin(), center.1))
            };
            (0..=24).map(corner).collect()
        }
        (_, points) => points.to_vec(),
    };
    let near = |a: (f32, f32), b: (f32, f32)| {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = dx.mul_add(dx, dy * dy);
        let share = if length > 0.0 {
            ((at.0 - a.0).mul_add(dx, (at.1 - a.1) * dy) / length).clamp(0.0, 1.0)
        } else {
            0.0
        };
        distance((share.mul_add(dx, a.0), share.mul_add(dy, a.1)), at) < ERASER
    };
    match outline.as_slice() {
        [only] => near(*only, *only),
        points => points.windows(2).any(|pair| near(pair[0], pair[1])),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draw(book: &mut InkBook, step: &str, points: &[(f32, f32)]) {
        let (first, rest) = points.split_first().unwrap();
        book.apply(step, Stylus::default(), InkStep::Begin(*first));
        for point in rest {
            book.apply(step, Stylus::default(), InkStep::Line(*point));
        }
    }

    #[test]
    fn ink_belongs_to_its_step_and_can_be_taken_back() {
        let mut book = InkBook::default();
        let pen = Stylus::default();
        draw(&mut book, "a", &[(0.1, 0.1), (0.4, 0.1)]);
        book.apply("a", pen, InkStep::End);
        draw(&mut book, "b", &[(0.5, 0.5), (0.6, 0.9)]);
        book.apply("b", pen, InkStep::End);
        assert_eq!((book.over("a").len(), book.over("b").len()), (1, 1));
        let before = book.over("a");
        book.apply("a", pen, InkStep::Clear);
        assert!(!book.is_over("a") && book.is_over("b"));
        book.apply("a", pen, InkStep::Undo);
        assert_eq!(book.over("a"), before);
        book.apply("a", pen, InkStep::Undo);
        assert!(!book.is_over("a"));
        book.apply("a", pen, InkStep::Redo);
        assert_eq!(book.over("a"), before);
        book.apply("a", pen, InkStep::Redo);
        assert!(!book.is_over("a"), "wiping is done once more too");
    }

    #[test]
    fn what_is_held_becomes_an_arrow_or_a_circle() {
        let mut book = InkBook::default();
        let pen = Stylus::default();
        draw(&mut book, "a", &[(0.1, 0.1), (0.2, 0.14), (0.4, 0.1)]);
        book.apply("a", pen, InkStep::Straighten);
        book.apply("a", pen, InkStep::Line((0.5, 0.3)));
        book.apply("a", pen, InkStep::End);
        let arrow = &book.over("a")[0];
        assert_eq!(
            (arrow.form, arrow.points.as_slice()),
            (InkForm::Arrow, [(0.1, 0.1), (0.5, 0.3)].as_slice())
        );
        draw(&mut book, "a", &[(0.5, 0.4), (0.6, 0.5), (0.5, 0.6), (0.4, 0.5), (0.5, 0.41)]);
        book.apply("a", pen, InkStep::Straighten);
        book.apply("a", pen, InkStep::End);
        let circle = &book.over("a")[1];
        assert_eq!(
            (circle.form, circle.points.as_slice()),
            (InkForm::Circle, [(0.4, 0.4), (0.6, 0.6)].as_slice())
        );
    }

    #[test]
    fn a_session_of_hours_remembers_only_so_much() {
        let mut book = InkBook::default();
        for _ in 0..1000 {
            draw(&mut book, "a", &[(0.1, 0.1), (0.4, 0.1)]);
            book.apply("a", Stylus::default(), InkStep::End);
            book.apply("a", Stylus::default(), InkStep::Clear);
        }
        assert!(book.pages["a"].done.len() <= MOST_DONE && !book.is_over("a"));
    }

    #[test]
    fn the_eraser_takes_what_it_touches() {
        let mut book = InkBook::default();
        let pen = Stylus::default();
        for y in [0.2, 0.6] {
            draw(&mut book, "a", &[(0.1, y), (0.9, y)]);
            book.apply("a", pen, InkStep::End);
        }
        book.apply("a", pen, InkStep::Erase((0.5, 0.4)));
        assert_eq!(book.over("a").len(), 2);
        book.apply("a", pen, InkStep::Erase((0.5, 0.605)));
        assert_eq!(book.over("a").len(), 1);
        book.apply("a", pen, InkStep::Undo);
        assert_eq!(book.over("a")[1].points[0].1, 0.6);
    }

    #[test]
    fn it_comes_back_from_its_file_and_strange_places_do_no_harm() {
        let mut book = InkBook::default();
        draw(&mut book, "a", &[(0.1, 0.1), (f32::NAN, 0.2), (7.0, -3.0)]);
        book.apply("a", Stylus::default(), InkStep::End);
        let file = book.to_file("exemplar");
        assert_eq!(file.pages[0].strokes[0].points, [(0.1, 0.1), (1.0, 0.0)]);
        let again = InkBook::of(&file);
        assert_eq!(again.over("a"), book.over("a"));
        assert!(book.is_unsaved() && !again.is_unsaved());
    }
}
