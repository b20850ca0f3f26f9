//! What can be taken hold of on a field, and the way between points and places: for changing a play by hand.

use super::field::Stage;
use super::layout::Layout;
use super::pen::solid;
use super::tokens::Pieces;
use super::{Layer, Point, Rect, Theme, View};
use crate::model::{PlayerId, Subject};
use crate::timeline::Frame;

/// How far a route is drawn across a lane, in heights of it, for one across: flatter than it is, for names have the rest.
pub(super) const SWAY: f32 = 0.15;
/// How much across a route's point goes for one across of the pointer.
pub const ROUTE_ACROSS: f64 = 0.5 / SWAY as f64;

/// Something that can be dragged.
#[derive(Clone, Debug, PartialEq)]
pub struct Grip {
    /// Its middle.
    pub at: Point,
    /// How far from there the pointer may be, sideways and up or down.
    pub reach: (f32, f32),
    /// What it is.
    pub what: Gripped,
}

/// What a grip belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gripped {
    /// A point of a player's route, by its number without the start.
    RoutePoint(PlayerId, usize),
    /// Between two points of a route: dragging it makes a new one, of this number.
    RouteMiddle(PlayerId, usize),
    /// Where the ball goes back to.
    StepBack,
    /// A channel's front, by its lane.
    Front(usize),
}

impl Grip {
    /// Whether a point is on it.
    #[must_use]
    pub fn holds(&self, at: Point) -> bool {
        (at.x - self.at.x).abs() <= self.reach.0 && (at.y - self.at.y).abs() <= self.reach.1
    }

    pub(super) fn moved(self, by: Point) -> Self {
        Self { at: self.at.moved(by), ..self }
    }
}

/// A place on the field under a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ground {
    /// The lane, from the top.
    pub lane: usize,
    /// Yards on the field, 0 to 100 and a little beyond.
    pub yards: f64,
    /// Across the lane, −1 at its upper edge to 1 at its lower one; a little beyond in the gap between two lanes.
    pub across: f64,
}

/// The field's measures, for finding places.
#[derive(Clone, Debug)]
pub struct Grounds {
    layout: Layout,
    lanes: usize,
}

impl Grounds {
    /// The measures of [`draw`](super::draw) with the same arguments.
    #[must_use]
    pub fn new(frame: &Frame, view: &View, theme: &Theme) -> Self {
        Self { layout: Layout::new(frame, view, theme), lanes: frame.channels.len() }
    }

    /// The place under a point; above the field is the first lane, below it the last. Nothing on a field without lanes.
    #[must_use]
    pub fn at(&self, point: Point) -> Option<Ground> {
        let away = |lane: &usize| {
            let rect = self.layout.lane(*lane);
            (rect.min.y - point.y).max(point.y - rect.max.y).max(0.0)
        };
        let lane = (0..self.lanes).min_by(|a, b| away(a).total_cmp(&away(b)))?;
        let rect = self.layout.lane(lane);
        let across = (point.y - f32::midpoint(rect.min.y, rect.max.y)) / (rect.height() / 2.0).max(0.5);
        let share = f64::from((point.x - self.layout.field.min.x) / self.layout.field.width().max(1.0));
        let (from, to) = (self.layout.first_yard(), self.layout.last_yard());
        Some(Ground { lane, yards: share.mul_add(to - from, from), across: f64::from(across) })
    }

    /// Where a place is seen.
    #[must_use]
    pub fn point(&self, ground: Ground) -> Point {
        let rect = self.layout.lane(ground.lane);
        let middle = f32::midpoint(rect.min.y, rect.max.y);
        Point {
            x: self.layout.x(ground.yards),
            y: (ground.across as f32).mul_add(rect.height() / 2.0, middle),
        }
    }

    /// A lane's place.
    #[must_use]
    pub fn lane(&self, lane: usize) -> Rect {
        self.layout.lane(lane)
    }
}

/// Handles on the route of a selected player.
pub(super) fn route(stage: &mut Stage, player: &PlayerId, points: &[Point]) {
    if stage.view.selected.as_ref() != Some(&Subject::Player(player.clone())) {
        return;
    }
    let unit = stage.layout.lane_unit;
    let theme = stage.theme;
    let mut grips = Vec::new();
    for (index, pair) in points.windows(2).enumerate() {
        let middle = Point { x: f32::midpoint(pair[0].x, pair[1].x), y: f32::midpoint(pair[0].y, pair[1].y) };
        if (pair[1].x - pair[0].x).hypot(pair[1].y - pair[0].y) > 34.0 * unit {
            grips.push((middle, 3.6 * unit, Gripped::RouteMiddle(player.clone(), index)));
        }
        grips.push((pair[1], 5.5 * unit, Gripped::RoutePoint(player.clone(), index)));
    }
    for (at, size, what) in grips {
        if stage.layout.clip(at, at).is_none() {
            continue;
        }
        let is_point = matches!(what, Gripped::RoutePoint(..));
        let place = Rect::new(at.x - size, at.y - size, at.x + size, at.y + size);
        let fill = if is_point { theme.accent } else { theme.turf };
        let pen = stage.pen.on(Layer::Marks, 1.0);
        pen.rect(place, size, Some(fill), Some(solid(1.6 * unit, theme.front)));
        let reach = size.max(8.0 * unit) + 2.0;
        stage.pen.scene().grips.push(Grip { at, reach: (reach, reach), what });
    }
}

/// Handles on every front, and on the ball where its carrier is selected.
pub(super) fn fronts_and_ball(stage: &mut Stage, pieces: &Pieces) {
    let unit = stage.layout.lane_unit;
    for (lane, channel) in stage.frame.channels.iter().enumerate() {
        if stage.layout.shows(channel.front) {
            let rect = stage.layout.lane(lane);
            let at = Point { x: stage.layout.x(channel.front), y: f32::midpoint(rect.min.y, rect.max.y) };
            let reach = ((5.0 * unit).max(5.0), rect.height() / 2.0);
            stage.pen.scene().grips.push(Grip { at, reach, what: Gripped::Front(lane) });
        }
    }
    let carrier = Subject::Player(stage.frame.ball.carrier.clone());
    if stage.view.selected.as_ref() != Some(&carrier) {
        return;
    }
    let Some(piece) = pieces.find(&stage.frame.ball.carrier, stage.frame.ball.channel) else { return };
    let Some(place) = piece.ball_place() else { return };
    let at = Point { x: f32::midpoint(place.min.x, place.max.x), y: f32::midpoint(place.min.y, place.max.y) };
    let ring = 10.0 * unit;
    let around = Rect::new(at.x - ring, at.y - ring, at.x + ring, at.y + ring);
    stage.pen.on(Layer::Marks, 1.0).outline(around, ring, solid(1.6 * unit, stage.theme.accent));
    stage.pen.scene().grips.push(Grip { at, reach: (ring, ring), what: Gripped::StepBack });
}
