//! Lays a frame out as a scene.
//!
//! The order decides who gives way: tokens take their rows first, then yards, the words of what is wrong, bars, and last
//! what is only nice to know. A label that finds no room is left out; its place still answers to the pointer.

use super::labels::Board;
use super::layout::Layout;
use super::pen::Pen;
use super::{Scene, Theme, View, header, islands, lanes, marks, ruler, tokens};
use crate::model::Subject;
use crate::timeline::Frame;

/// A picture being laid out.
pub(super) struct Stage<'a> {
    pub(super) frame: &'a Frame,
    pub(super) view: &'a View,
    pub(super) theme: &'a Theme,
    pub(super) layout: Layout,
    pub(super) pen: Pen,
    /// What is taken in each lane.
    pub(super) boards: Vec<Board>,
}

impl Stage<'_> {
    /// How visible what may step back is at this moment.
    pub(super) fn faded(&self) -> f32 {
        1.0 - 0.65 * self.frame.dim.clamp(0.0, 1.0) as f32
    }

    /// How visible names and numbers are that must stay readable while everything else steps back.
    pub(super) fn faded_words(&self) -> f32 {
        1.0 - 0.35 * self.frame.dim.clamp(0.0, 1.0) as f32
    }

    /// [`Stage::faded`], except for what the presenter looks at.
    pub(super) fn faded_unless(&self, subject: &Subject) -> f32 {
        if self.frame.focus.contains(subject) { 1.0 } else { self.faded() }
    }

    /// The subject of a lane.
    pub(super) fn lane_subject(&self, lane: usize) -> Option<Subject> {
        self.frame.channel(lane).map(|channel| Subject::Channel(channel.id.clone()))
    }
}

/// The field at one moment, as shapes.
#[must_use]
pub fn draw(frame: &Frame, view: &View, theme: &Theme) -> Scene {
    let layout = Layout::new(frame, view, theme);
    let boards = (0..frame.channels.len()).map(|lane| Board::new(layout.lane(lane))).collect();
    let mut stage = Stage { frame, view, theme, layout, pen: Pen::new(view.size), boards };

    header::draw(&mut stage);
    if let Some(header) = stage.layout.header.clone() {
        let strip = stage.layout.margin.min.x..stage.layout.field.min.x;
        ruler::strip(&mut stage.pen, frame, view, theme, header.ruler, strip.end, stage.layout.unit);
    }
    lanes::turf(&mut stage);
    lanes::ground(&mut stage);
    let pieces = tokens::arrange(&mut stage);
    islands::tethers(&mut stage);
    lanes::words(&mut stage, &pieces);
    tokens::draw(&mut stage, &pieces);
    marks::draw(&mut stage, &pieces);
    stage.pen.scene().field = stage.layout.field;
    stage.pen.finish()
}
