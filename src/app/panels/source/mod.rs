//! The text of a play beside its field: an editor that lays out and paints visible lines only, so that it is as quick
//! with a file of 1 MiB as with one of ten lines.
//!
//! In: the text, its problems, and what is selected ([`Source`]); keys and the pointer, from egui. Out: what the person
//! did ([`Typed`]). It owns the caret, the selection and what is scrolled to ([`Editor`]), never the text: an edit is
//! reported, and the caller gives the changed text with another revision at the next update. Until then the editor shows
//! the text as it would be. If the caller does otherwise, the editor follows the text it is given. Reading the text,
//! problems, undo and the files are elsewhere.
//!
//! Tab indents, so that it cannot leave: Escape does. [`hint()`] says so.
//!
//! The parts: [`moves`] and [`writing`] are what keys do to a text, as pure functions; [`keys`] and [`mod@pointer`] turn
//! events into those; [`layout`] makes glyphs of lines, [`paint`] shows them; [`popups`] has what comes up over the text,
//! [`find`] the bar above it.

mod bars;
mod find;
mod keys;
mod layout;
mod moves;
mod paint;
mod pointer;
mod popups;
mod spoken;
#[cfg(test)]
mod tests;
mod writing;

use std::ops::Range;

use bevy_egui::egui::text_edit::TextEditState;
use bevy_egui::egui::{self, EventFilter, Id, Rangef, Rect, Sense, Ui, Vec2};

use crate::app::words::say;
use crate::picture::Theme;
use crate::play_file::Problem;
use crate::play_file::assist::{Inks, Names};
use crate::play_file::edit::TextEdit;

use find::Find;
use layout::Pen;
use popups::Offers;

pub use keys::takes;

/// What to say of the editor where there is room for a line.
#[must_use]
pub fn hint() -> &'static str {
    say!("source-hint")
}

/// Whether the editor has the keyboard.
#[must_use]
pub fn focused(ctx: &egui::Context) -> bool {
    ctx.memory(|memory| memory.has_focus(id()))
}

/// There is one editor in a window.
fn id() -> Id {
    Id::new("source editor")
}

/// What the editor is given to show.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    /// The text.
    pub text: &'a str,
    /// Another number for every other text.
    pub revision: u64,
    /// What is wrong with it.
    pub problems: &'a [Problem],
    /// What to tint: the element that is selected on the field.
    pub marked: Option<Range<usize>>,
    /// Names of other files, for what is offered.
    pub names: &'a Names,
    /// The colours.
    pub theme: &'a Theme,
    /// Whether it can only be looked at.
    pub read_only: bool,
}

/// What the person did. Edits of one update follow each other: each is one of the text that those before it made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Typed {
    /// Change the text.
    Edit(TextEdit, Typing),
    /// The caret is there now, in the text after the edits.
    Caret(usize),
    /// Take the last change back.
    Undo,
    /// Make the change again.
    Redo,
    /// Apply the fix of the problem of this index.
    Fix(usize),
}

/// What kind of edit it is, for joining those that belong together into one step of undo.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Typing {
    /// Letters as they are typed.
    Insert,
    /// Backspace and Delete.
    Delete,
    /// A step of its own.
    Other,
}

/// The caret, and where the selection began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Caret {
    at: usize,
    anchor: usize,
}

impl Caret {
    fn at(at: usize) -> Self {
        Self { at, anchor: at }
    }

    fn range(self) -> Range<usize> {
        self.at.min(self.anchor)..self.at.max(self.anchor)
    }

    fn clamped(self, text: &str) -> Self {
        Self { at: moves::clamp(text, self.at), anchor: moves::clamp(text, self.anchor) }
    }
}

/// What is remembered between updates.
#[derive(Clone, Debug, Default)]
pub struct Editor {
    caret: Caret,
    /// Where up and down would go, in points from the line's beginning.
    goal: Option<f32>,
    /// The first line shown, with the part of it that is scrolled out.
    top: f64,
    /// Points scrolled out to the left.
    left: f32,
    /// The widest line shown lately.
    widest: f32,
    /// The lines of the text of this revision, or of what it will be.
    inks: Inks,
    revision: Option<u64>,
    /// The text with the edits reported, until the caller gives it.
    expected: Option<String>,
    /// Changes with every text, for what is worked out from it.
    count: u64,
    /// Closing brackets and quotes that were added by themselves.
    closers: Vec<usize>,
    offers: Option<Offers>,
    find: Option<Find>,
    preedit: String,
    /// Escape was pressed: the keyboard goes back to the field.
    leaving: bool,
    /// What was copied last, and whether it is whole lines taken without a selection.
    clip: Option<(String, bool)>,
    /// Scroll to the caret.
    follow: bool,
    /// Scroll so that this is shown well, not at the edge.
    reveal: Option<Range<usize>>,
    /// The place that the upper edge keeps, when the text above it changes.
    keep: Option<usize>,
    /// What a drag of the pointer selects from.
    dragged: Option<Range<usize>>,
    /// The button was down on the text at the last update.
    was_down: bool,
    /// The line whose problems are shown with their fixes.
    card: Option<usize>,
    /// The brackets that belong together at the caret, for this caret and text.
    brackets: Option<(usize, u64, Option<[usize; 2]>)>,
}

/// Where things are in one update.
struct Space {
    /// Numbers and marks.
    gutter: Rect,
    /// The text.
    body: Rect,
}

impl Editor {
    /// Where the caret is, in bytes.
    #[must_use]
    pub fn caret(&self) -> usize {
        self.caret.at
    }

    /// What is selected; empty at the caret.
    #[must_use]
    pub fn selection(&self) -> Range<usize> {
        self.caret.range()
    }

    /// Puts the caret at the beginning of a place and scrolls there, at the next update.
    pub fn reveal(&mut self, span: Range<usize>) {
        self.caret = Caret::at(span.start);
        self.goal = None;
        self.offers = None;
        self.reveal = Some(span);
    }

    /// Follows a change of the text that was not typed here: caret, selection and what is shown stay with their text.
    pub fn moved_by(&mut self, edit: &TextEdit) {
        self.caret = Caret { at: edit.map(self.caret.at), anchor: edit.map(self.caret.anchor) };
        for closer in &mut self.closers {
            *closer = edit.map(*closer);
        }
        let top = self.keep.unwrap_or_else(|| self.inks.start(self.top as usize));
        self.keep = Some(edit.map(top));
        self.offers = None;
        self.dragged = None;
    }

    /// Gives the keyboard to the editor.
    pub fn focus(&self, ctx: &egui::Context) {
        ctx.memory_mut(|memory| memory.request_focus(id()));
    }

    /// Shows the text in what is left of `ui`, and takes keys while it has the keyboard.
    pub fn show(&mut self, ui: &mut Ui, source: &Source) -> Vec<Typed> {
        self.follow_text(source);
        let caret_before = self.caret;
        let mut typed = Vec::new();
        let pen = pen(ui, source.theme);
        let area = ui.available_rect_before_wrap();
        ui.allocate_rect(area, Sense::hover());
        ui.painter().rect_filled(area, 0.0, crate::app::paint::color(source.theme.backdrop, 1.0));
        let mut hand = keys::Hand::new(self, source, &pen, &mut typed);
        let bar = hand.find_bar(ui, area);
        let view = Rect::from_min_max(egui::pos2(area.left(), area.top() + bar), area.max);
        let space = hand.editor.space(view, &pen);
        // The whole of it takes clicks, the numbers too.
        let response = ui.interact(view, id(), Sense::click_and_drag());
        let has_focus = ui.memory(|memory| memory.has_focus(id()));
        if has_focus {
            hand.events(ui, &space);
            take_keyboard(ui);
        }
        hand.pointer(ui, &response, &space);
        hand.scroll(ui, &response, &space);
        hand.popups(ui, &response, &space, has_focus);
        hand.paint(ui, &space, has_focus);
        hand.bars(ui, &space);
        hand.speak(ui, &response, &space, has_focus);
        hand.finish();
        if self.caret.at != caret_before.at && !typed.contains(&Typed::Caret(self.caret.at)) {
            typed.push(Typed::Caret(self.caret.at));
        }
        typed
    }

    /// Brings the lines up to the text that is given.
    fn follow_text(&mut self, source: &Source) {
        let expected = self.expected.take();
        let known = match &expected {
            Some(expected) => expected == source.text,
            None => self.revision == Some(source.revision),
        };
        if !known {
            self.inks = Inks::of(source.text);
            self.count += 1;
            self.dragged = None;
        }
        self.revision = Some(source.revision);
        self.caret = self.caret.clamped(source.text);
        if let Some(keep) = self.keep.take() {
            self.top = self.inks.line_of(keep) as f64 + self.top.fract();
        }
    }

    fn space(&self, view: Rect, pen: &Pen) -> Space {
        let digits = (self.inks.line_count().max(100).ilog10() + 1) as f32;
        let width = 18.0 + digits * pen.advance + 10.0;
        let (left, right) = view.split_left_right_at_x((view.left() + width).min(view.right()));
        let body = Rect::from_min_max(right.min + Vec2::new(6.0, 0.0), right.max).intersect(view);
        Space { gutter: left, body }
    }

    /// The lines that are seen, whole or in part.
    fn seen(&self, space: &Space, pen: &Pen) -> Range<usize> {
        let first = self.top as usize;
        let rows = (space.body.height() / pen.row).ceil() as usize + 1;
        first..(first + rows).min(self.inks.line_count())
    }

    /// The upper edge of a line in the window.
    fn y(&self, space: &Space, pen: &Pen, line: usize) -> f32 {
        space.body.top() + ((line as f64 - self.top) * f64::from(pen.row)) as f32
    }

    /// The points of a line that are seen.
    fn seen_across(&self, space: &Space) -> Rangef {
        Rangef::new(self.left, self.left + space.body.width())
    }
}

/// Keeps the keys that would move the focus, and makes sure that letters are no commands.
fn take_keyboard(ui: &Ui) {
    let filter = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id(), filter));
    // egui takes what has such a state for a field somebody types in.
    if TextEditState::load(ui.ctx(), id()).is_none() {
        egui::TextEdit::store_state(ui.ctx(), id(), TextEditState::default());
    }
}

fn pen<'a>(ui: &Ui, theme: &'a Theme) -> Pen<'a> {
    let font = egui::TextStyle::Monospace.resolve(ui.style());
    let (row, advance) = ui.fonts_mut(|fonts| (fonts.row_height(&font), fonts.glyph_width(&font, '0')));
    let row = (row * 1.25).round().max(1.0);
    Pen { ctx: ui.ctx().clone(), font, row, advance: advance.max(1.0), theme }
}
