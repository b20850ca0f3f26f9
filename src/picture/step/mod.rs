//! A step of a show as a picture for a room: a sentence, the field, a caption, and nothing else.
//!
//! A [`Rundown`], one of its steps and a [`StepView`] come in, a [`Scene`] goes out. It is read from six metres away: at
//! 1920 by 1080 no text is smaller than 28 points, channel names are at least that and a front's yards at least 44; at
//! other sizes in proportion. What would have to be smaller gives way. Where a step rests, what the room says and when it
//! is shown belong to [`show`](crate::show); black, light and keys to the window.

mod cards;
mod compare;
mod guesses;
mod ink;
mod moment;
mod overview;
mod page;
mod spotlight;
#[cfg(test)]
mod tests;
mod window;

pub use guesses::{GROUP_SIDE, draw_group};
pub use ink::draw_ink;
pub use overview::{OVERVIEW_COLUMNS, draw_overview};
pub use window::step_window;

use self::page::Page;
use super::pen::Pen;
use super::{Layer, Point, Rect, Scene, Theme};
use crate::model::InkStroke;
use crate::show::{Room, Rundown, Sight};
use crate::timeline::Frame;

/// How a step is drawn for a room.
#[derive(Clone, Copy, Debug)]
pub struct StepView<'a> {
    /// Width and height of the picture in points.
    pub size: (f32, f32),
    /// The yard at the left edge of the lanes; [`step_window`] knows which.
    pub from_yard: f64,
    /// The yard at their right edge.
    pub to_yard: f64,
    /// The moment of the step's act; without one, where the step rests.
    pub frame: Option<&'a Frame>,
    /// What the room has said.
    pub room: &'a Room,
    /// Whether a read-out shows what was guessed beside what it came to.
    pub reveals: bool,
    /// What is drawn by hand over it.
    pub ink: &'a [InkStroke],
    /// Where a light falls, in points; all else is dark.
    pub spotlight: Option<Point>,
    /// Whether chances are written out in per cent: executives quote them.
    pub per_cent: bool,
}

/// What is laid out for every kind of step.
struct Drawing<'a> {
    rundown: &'a Rundown,
    /// Its place in the rundown.
    step: usize,
    view: &'a StepView<'a>,
    theme: &'a Theme,
    page: Page,
}

/// A step as the room sees it; an empty field if there is no such step.
#[must_use]
pub fn draw_step(rundown: &Rundown, step: usize, view: &StepView<'_>, theme: &Theme) -> Scene {
    draw_step_beside(rundown, step, view, view.size, theme)
}

/// A step in a part of a wall of that size, beside something else: its letters are as large as on the whole wall.
#[must_use]
pub fn draw_step_beside(
    rundown: &Rundown,
    step: usize,
    view: &StepView<'_>,
    wall: (f32, f32),
    theme: &Theme,
) -> Scene {
    let page = Page::beside(view.size, wall);
    let drawing = Drawing { rundown, step, view, theme, page };
    let mut scene = match rundown.steps.get(step).map(|this| (this, &this.sight)) {
        None => drawing.blank().finish(),
        Some((this, Sight::Card(card))) => cards::draw(&drawing, this, card),
        Some((this, Sight::Compare { acts })) => compare::draw(&drawing, this, acts),
        Some((this, Sight::Moment { act, .. } | Sight::Guess { act })) => moment::draw(&drawing, this, *act),
    };
    if !view.ink.is_empty() {
        scene.take(draw_ink(view.ink, view.size, theme), Point::default());
    }
    if let Some(at) = view.spotlight {
        scene.take(spotlight::draw(at, view.size, theme), Point::default());
    }
    scene
}

impl Drawing<'_> {
    /// A picture with nothing on it.
    fn blank(&self) -> Pen {
        let (width, height) = self.view.size;
        let mut pen = Pen::new(self.view.size);
        pen.on(Layer::Turf, 1.0).fill(Rect::new(0.0, 0.0, width, height), 0.0, self.theme.backdrop);
        pen
    }
}
