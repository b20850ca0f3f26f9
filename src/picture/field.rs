//! Lays a frame out as a scene.
//!
//! The order decides who gives way: tokens take their rows first, then yards, the words of what is wrong, bars, and last
//! what is only nice to know. A label that finds no room is left out; its place still answers to the pointer.

use super::labels::Board;
use super::layout::Layout;
use super::pen::{Look, Pen};
use super::{
    Align, Color, Layer, Rect, Scene, Theme, View, grips, header, islands, lanes, marks, routes, ruler,
    tokens, view::Reading, words,
};
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
    /// What stands out while something is talked about: the focus, and in a room all that belongs to it.
    pub(super) lit: Vec<Subject>,
    /// How it is read.
    pub(super) reading: Reading,
    /// How far a handle on each front reaches to either side.
    pub(super) handle: f32,
}

impl<'a> Stage<'a> {
    /// An empty picture, for a desk.
    pub(super) fn new(frame: &'a Frame, view: &'a View, theme: &'a Theme, layout: Layout) -> Self {
        let boards = (0..frame.channels.len()).map(|lane| Board::new(layout.lane(lane))).collect();
        let (pen, lit) = (Pen::new(view.size), frame.focus.clone());
        Self { frame, view, theme, layout, pen, boards, lit, reading: Reading::Desk, handle: 0.0 }
    }

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
        if self.lit.contains(subject) { 1.0 } else { self.faded() }
    }

    /// Whether a room is to look at something, and everything else steps back, also what is wrong.
    fn is_pointed(&self) -> bool {
        self.reading != Reading::Desk && !self.lit.is_empty()
    }

    /// Whether a lane is what a room is to look at.
    fn is_lit(&self, lane: usize) -> bool {
        self.is_pointed() && self.lane_subject(lane).is_some_and(|subject| self.lit.contains(&subject))
    }

    /// How visible a lane's turf is.
    pub(super) fn turf_shown(&self, lane: usize) -> f32 {
        if self.is_lit(lane) { 1.0 } else { self.faded() }
    }

    /// How visible a lane's name and yards are.
    pub(super) fn words_shown(&self, lane: usize) -> f32 {
        if self.is_lit(lane) { 1.0 } else { self.faded_words() }
    }

    /// How visible what is wrong in a lane is: it never steps back, unless a room is to look at something else.
    pub(super) fn alarm_shown(&self, lane: usize) -> f32 {
        if self.is_pointed() && !self.is_lit(lane) { self.faded() } else { 1.0 }
    }

    /// A lane's turf as it looks now.
    pub(super) fn turf_now(&self, lane: usize) -> Color {
        self.theme.backdrop.mix(self.theme.turf, self.turf_shown(lane))
    }

    /// What a label at `rect` stands on, if it is all of one colour.
    fn behind(&self, lane: usize, rect: &Rect) -> Option<Color> {
        let channel = self.frame.channels.get(lane)?;
        let front = self.layout.x(channel.front);
        if rect.min.x >= front {
            let slipped = lanes::slipped_from(&self.layout, channel).unwrap_or(front);
            let on_lost = rect.max.x <= slipped;
            return Some(if on_lost { lanes::slipped_tint(self.theme) } else { self.turf_now(lane) });
        }
        if rect.min.x < self.layout.x(0.0) {
            return None;
        }
        let solid_end = channel.island.map_or(front, |island| self.layout.x(island.from).min(front));
        if rect.max.x > solid_end {
            // On stripes words need a plate.
            return Some(self.turf_now(lane));
        }
        if channel.open_flank {
            return Some(self.turf_now(lane).mix(self.theme.turf_margin, self.alarm_shown(lane)));
        }
        let lit = self.lane_subject(lane).map_or_else(|| self.faded(), |subject| self.faded_unless(&subject));
        Some(self.turf_now(lane).mix(self.theme.ground, lit))
    }

    /// Writes a label where it was placed. Yard lines, ghosts and tethers are interrupted around it, as contour lines are
    /// on a map.
    pub(super) fn label(
        &mut self,
        lane: usize,
        rect: Rect,
        align: Align,
        lines: &[impl AsRef<str>],
        look: Look,
        opacity: f32,
    ) {
        if let Some(color) = self.behind(lane, &rect) {
            let edge = 1.5 * self.layout.lane_unit;
            let bounds = self.layout.lane(lane);
            let back = Rect::new(
                (rect.min.x - edge).max(bounds.min.x),
                rect.min.y.max(bounds.min.y),
                (rect.max.x + edge).min(bounds.max.x),
                rect.max.y.min(bounds.max.y),
            );
            // What stands behind a label must not shine through it while it is faded itself.
            self.pen.on(Layer::Lines, (opacity * 3.0).min(1.0)).fill(back, 0.0, color);
        }
        let height = rect.height() / lines.len().max(1) as f32;
        for (index, line) in lines.iter().enumerate() {
            let top = (index as f32).mul_add(height, rect.min.y);
            let row = Rect::new(rect.min.x, top, rect.max.x, top + height);
            self.pen.on(Layer::Lines, opacity).text_in(row, align, line.as_ref(), look);
        }
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
    let mut stage = Stage::new(frame, view, theme, layout);
    header::draw(&mut stage);
    if let Some(header) = stage.layout.header.clone() {
        let strip = stage.layout.margin.min.x..stage.layout.field.min.x;
        ruler::strip(&mut stage.pen, frame, view, theme, header.ruler, strip.end, stage.layout.unit);
    }
    on_stage(&mut stage);
    stage.pen.scene().field = stage.layout.field;
    stage.pen.finish()
}

/// Lanes, and all that is on them.
pub(super) fn on_stage(stage: &mut Stage) {
    lanes::turf(stage);
    lanes::ground(stage);
    // Where there is little room, names and fronts are all there is.
    let plain = stage.layout.plain;
    let pieces = if plain { tokens::Pieces::default() } else { tokens::arrange(stage) };
    if !plain {
        islands::tethers(stage);
        routes::draw(stage, &pieces);
    }
    words::draw(stage, &pieces);
    tokens::draw(stage, &pieces);
    marks::draw(stage, &pieces);
    grips::fronts_and_ball(stage, &pieces);
}
