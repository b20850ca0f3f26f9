//! What only the presenter sees: caption and notes of the step shown, what comes next, the clock, and where the show is.
//!
//! [`show`] fills the window on the presenter's own display, [`compact`] stands below the field for those with one
//! display. Both read the session and report actions, like every panel; who opens and places the window is another's
//! matter. Pictures are those of the wall, at rest: a window that is only read must not draw with every moment of an
//! animation.

mod buttons;
mod head;
mod keys;
mod notes;
mod pictures;
mod words;

use bevy_egui::egui::{self, Pos2, Rect, Ui, UiBuilder, Vec2};

pub use words::place;

use super::widgets::soft;
use crate::app::actions::Action;
use crate::app::paint::{color, font};
use crate::app::session::{Presenting, Session};
use crate::picture::{Theme, Weight};

/// Points left free around everything.
const MARGIN: f32 = 14.0;
/// Points between one thing and the next.
const GAP: f32 = 12.0;
/// Pictures stand beside the notes where there is at least this much room and it is wider than high.
const BESIDE: f32 = 420.0;
/// How much of the width the pictures have there.
const PICTURES: f32 = 0.4;
/// Where less height is left than this there is one picture, and where less than that none.
const ONE_PICTURE: f32 = 300.0;
const NO_PICTURE: f32 = 190.0;
/// Where pictures stand above the notes, there must be at least this much height for both.
const ABOVE: f32 = 260.0;

/// Whether a window is so small that everything in it gives way a little.
fn is_small(window: Vec2) -> bool {
    window.y < 470.0 || window.x < 480.0
}

/// What the presenter's panels read.
#[derive(Clone, Copy, Debug)]
pub struct PresenterView<'a> {
    session: &'a Session,
    presenting: &'a Presenting,
    /// Width by height of the picture on the wall.
    shape: f32,
}

impl<'a> PresenterView<'a> {
    /// What is presented; the wall is taken to be as wide as most are.
    #[must_use]
    pub const fn new(session: &'a Session, presenting: &'a Presenting) -> Self {
        Self { session, presenting, shape: 16.0 / 9.0 }
    }

    /// The same for a wall of this width and height, so that what is drawn here stands at the same place there.
    #[must_use]
    pub fn for_wall(mut self, (width, height): (f32, f32)) -> Self {
        if width > 1.0 && height > 1.0 {
            self.shape = (width / height).clamp(0.4, 4.0);
        }
        self
    }

    fn theme(&self) -> &'static Theme {
        self.session.settings.theme().theme()
    }
}

/// Fills the presenter's window.
pub fn show(ui: &mut Ui, view: &PresenterView<'_>, actions: &mut Vec<Action>) {
    keys::read(ui.ctx(), view, actions);
    let theme = view.theme();
    let whole = ui.max_rect();
    ui.painter().rect_filled(whole, 0.0, color(theme.panel, 1.0));
    let mut room = whole.shrink(if is_small(whole.size()) { MARGIN / 2.0 } else { MARGIN });
    let top = head::height(whole.size());
    let top = cut_top(&mut room, top);
    within(ui, top, |ui| head::show(ui, view, whole.size(), actions));
    let grid = buttons::Grid::new(whole.size(), view);
    let foot = cut_bottom(&mut room, grid.height());
    within(ui, foot, |ui| buttons::show(ui, view, grid, actions));
    let is_wide = room.width() >= BESIDE && room.width() > room.height();
    let mut with_next = false;
    if is_wide && room.height() >= NO_PICTURE {
        let width = room.width() * PICTURES;
        let side = cut_right(&mut room, width);
        within(ui, side, |ui| beside(ui, view, actions));
    } else if !is_wide && room.height() >= ABOVE {
        // Upright: what is on the wall and what comes next side by side, and the notes have the rest.
        let width = (room.width() - GAP) / 2.0;
        let height = (width / view.shape).min(room.height() * 0.3) + pictures::HEADING + pictures::WORDS;
        let mut above = cut_top(&mut room, height);
        let right = cut_right(&mut above, width);
        within(ui, above, |ui| pictures::now(ui, view, pictures::WORDS, actions));
        within(ui, right, |ui| pictures::next(ui, view));
    } else {
        with_next = true;
    }
    within(ui, room, |ui| notes::show(ui, view, notes::In::Window { with_next }, actions));
}

/// Caption, notes and what comes next in a strip, for a presenter with one display.
pub fn compact(ui: &mut Ui, view: &PresenterView<'_>, actions: &mut Vec<Action>) {
    let mut room = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(room);
    let line = cut_top(&mut room, 22.0);
    within(ui, line, |ui| {
        let said = format!("{}   ·   {}", words::time(view.presenting), place(view.presenting));
        ui.add(egui::Label::new(egui::RichText::new(said).font(font(14.0, Weight::Bold))).truncate());
    });
    if room.width() >= BESIDE {
        let width = room.width() * PICTURES;
        let side = cut_right(&mut room, width);
        within(ui, side, |ui| {
            ui.label(soft(words::next(view.presenting), view.theme()).size(14.0));
        });
    }
    within(ui, room, |ui| notes::show(ui, view, notes::In::Strip, actions));
}

/// The wall and what comes next, one above the other.
fn beside(ui: &mut Ui, view: &PresenterView<'_>, actions: &mut Vec<Action>) {
    let mut room = ui.max_rect();
    if room.height() >= ONE_PICTURE {
        // Both pictures are of the same size; only the second has words below it.
        let picture = (room.height() - GAP - pictures::WORDS) / 2.0;
        let height = picture.min(room.width() / view.shape + pictures::HEADING);
        let now = cut_top(&mut room, height);
        within(ui, now, |ui| pictures::now(ui, view, 0.0, actions));
    }
    within(ui, room, |ui| pictures::next(ui, view));
}

/// Puts something in a place and keeps it there.
fn within(ui: &mut Ui, place: Rect, add: impl FnOnce(&mut Ui)) {
    let place = Rect::from_min_size(place.min, place.size().max(Vec2::ZERO));
    ui.scope_builder(UiBuilder::new().max_rect(place), |ui| {
        // A frame around what has the keyboard may reach a little beyond its place.
        ui.set_clip_rect(place.expand(3.0).intersect(ui.clip_rect()));
        add(ui);
    });
}

fn cut_top(room: &mut Rect, height: f32) -> Rect {
    let edge = (room.top() + height).min(room.bottom());
    let cut = Rect::from_min_max(room.min, Pos2::new(room.right(), edge));
    room.min.y = (edge + GAP).min(room.bottom());
    cut
}

fn cut_bottom(room: &mut Rect, height: f32) -> Rect {
    let edge = (room.bottom() - height).max(room.top());
    let cut = Rect::from_min_max(Pos2::new(room.left(), edge), room.max);
    room.max.y = (edge - GAP).max(room.top());
    cut
}

fn cut_right(room: &mut Rect, width: f32) -> Rect {
    let edge = (room.right() - width).max(room.left());
    let cut = Rect::from_min_max(Pos2::new(edge, room.top()), room.max);
    room.max.x = (edge - GAP).max(room.left());
    cut
}
