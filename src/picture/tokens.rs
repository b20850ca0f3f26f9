//! Players: round for those moving us forward, square for what holds us back, dashed for what was gone round.
//!
//! A lane has rows: from the top those moving us forward, what holds us back, what was gone round. In its row a player makes
//! way sideways only. Where names do not fit they are cut, then shortened, then players become plain marks.

use super::battles::{self, Contest};
use super::field::Stage;
use super::forms::{FORMS, Form, PILL, Scale, height, shape};
use super::labels::pack;
use super::layout::within;
use super::pen::{Look, dashed, solid};
use super::{Align, Layer, Point, Rect, Target, Weight, ball, hints};
use crate::model::{PlayerId, Side, Subject};
use crate::timeline::{Frame, Posture};

/// What a piece is drawn as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Offense,
    Defense,
    GoneRound { age: u32 },
}

/// A player with its place in the picture.
#[derive(Clone, Debug)]
pub(super) struct Piece<'a> {
    pub(super) id: &'a PlayerId,
    pub(super) name: &'a str,
    pub(super) short: String,
    pub(super) kind: Kind,
    pub(super) lane: usize,
    pub(super) carrier: bool,
    pub(super) shown: f32,
    /// Where it is, whatever the name's place.
    anchor: f32,
    pub(super) lines: Vec<String>,
    /// Whether `lines` is its name, not a short form.
    pub(super) named: bool,
    pub(super) look: (f32, Weight),
    /// The pill.
    pub(super) rect: Rect,
    /// The ball beside it.
    pub(super) ball: Option<Rect>,
    /// The head to head it stands in.
    pub(super) contest: Option<Contest>,
}

impl Piece<'_> {
    /// The ball beside it, if it has it.
    pub(super) fn ball_place(&self) -> Option<Rect> {
        self.ball
    }

    /// How thick its outline is.
    pub(super) fn edge(&self, unit: f32) -> f32 {
        within(self.rect.height() * 0.085, 0.5 * unit, 2.4 * unit)
    }
}

/// A lane's rows.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    /// Middle of each, from the top.
    pub(super) centers: Vec<f32>,
    /// How high a thing in one may be.
    pub(super) height: f32,
}

/// All players with their places.
#[derive(Debug, Default)]
pub(super) struct Pieces<'a> {
    pub(super) all: Vec<Piece<'a>>,
    rows: Vec<Rows>,
}

impl<'a> Pieces<'a> {
    pub(super) fn rows(&self, lane: usize) -> &Rows {
        static NONE: Rows = Rows { centers: Vec::new(), height: 0.0 };
        self.rows.get(lane).unwrap_or(&NONE)
    }

    pub(super) fn find(&self, id: &PlayerId, lane: usize) -> Option<&Piece<'a>> {
        self.all.iter().find(|piece| piece.lane == lane && piece.id == id)
    }
}

/// Gives every player its place and takes it on the lanes' boards.
pub(super) fn arrange<'a>(stage: &mut Stage<'a>) -> Pieces<'a> {
    let mut pieces = Pieces::default();
    let mut by_lane: Vec<Vec<Piece>> = vec![Vec::new(); stage.frame.channels.len()];
    for mut piece in collect(stage.frame) {
        piece.contest = battles::contest(stage.frame, stage.view, stage.reading, &piece);
        let Some(lane) = by_lane.get_mut(piece.lane) else { continue };
        lane.push(piece);
    }
    for (lane, mut members) in by_lane.into_iter().enumerate() {
        members.retain_mut(|piece| {
            piece.shown *= stage.layout.visibility(f64::from(piece.anchor));
            piece.anchor = stage.layout.x_inside(f64::from(piece.anchor));
            piece.shown > 0.0
        });
        let rows = arrange_lane(stage, lane, &mut members);
        for piece in &members {
            let around = piece.ball.map_or(piece.rect, |ball| Rect {
                min: piece.rect.min,
                max: Point { x: ball.max.x, y: piece.rect.max.y },
            });
            let edge = 2.0 * stage.layout.lane_unit;
            stage.boards[lane].take(Rect::new(
                around.min.x - edge,
                around.min.y - edge / 2.0,
                around.max.x + edge,
                around.max.y + edge / 2.0,
            ));
        }
        pieces.rows.push(rows);
        pieces.all.append(&mut members);
    }
    pieces
}

/// Players and forces gone round, each once; the anchor still in yards.
fn collect(frame: &Frame) -> Vec<Piece<'_>> {
    let piece = |id, name, short, kind, lane, yards: f64, carrier, shown: f64| Piece {
        id,
        name,
        short,
        kind,
        lane,
        carrier,
        shown: shown.clamp(0.0, 1.0) as f32,
        anchor: yards as f32,
        lines: Vec::new(),
        named: false,
        look: (0.0, Weight::Regular),
        rect: Rect::default(),
        ball: None,
        contest: None,
    };
    let mut pieces = Vec::with_capacity(frame.tokens.len() + frame.gone_round.len());
    for token in frame.tokens.iter().filter(|token| token.shown > 0.0) {
        let mut shown = token.shown;
        let mut kind = if token.side == Side::Offense { Kind::Offense } else { Kind::Defense };
        if token.side == Side::Defense {
            // While it is got behind, the player fades out as the force gone round fades in at the same place.
            let gone = frame.gone_round.iter().find(|gone| {
                gone.id == token.id
                    && gone.channel == token.channel
                    && gone.at == token.at
                    && gone.shown > 0.0
            });
            match gone {
                Some(gone) => shown *= 1.0 - gone.shown.clamp(0.0, 1.0),
                None if token.posture == Posture::GoneRound => kind = Kind::GoneRound { age: 0 },
                None => {}
            }
            if shown < 0.02 {
                continue;
            }
        }
        let carrier = token.carrier && token.side == Side::Offense;
        let short = token.short.clone();
        pieces.push(piece(
            &token.id,
            &token.name,
            short,
            kind,
            token.channel,
            token.at.yards,
            carrier,
            shown,
        ));
    }
    for gone in frame.gone_round.iter().filter(|gone| gone.shown > 0.02) {
        let kind = Kind::GoneRound { age: gone.age };
        let short = initials(&gone.name);
        pieces.push(piece(&gone.id, &gone.name, short, kind, gone.channel, gone.at.yards, false, gone.shown));
    }
    pieces
}

/// Up to three first letters.
fn initials(name: &str) -> String {
    name.split([' ', '-'])
        .filter_map(|word| word.chars().find(|c| c.is_alphanumeric()))
        .take(3)
        .flat_map(char::to_uppercase)
        .collect()
}

fn arrange_lane(stage: &Stage, lane: usize, members: &mut Vec<Piece>) -> Rows {
    let unit = stage.layout.lane_unit;
    let rect = stage.layout.stand(lane);
    let scale = Scale { unit, least: stage.layout.least, per_cent: stage.reading.has_per_cent() };
    let inset = 4.0 * unit;
    let (left, right) = (rect.min.x + inset, rect.max.x - inset);
    let width = (right - left).max(1.0);
    let gap = 6.0 * unit;

    for (index, form) in FORMS.into_iter().enumerate() {
        let last = index + 1 == FORMS.len();
        let height = height(form, rect.height(), scale);
        if height < scale.least * PILL && !matches!(form, Form::Mark(_)) {
            continue;
        }
        let apart = if scale.least > 0.0 { 1.0 } else { 3.0 } * unit;
        let most = (((rect.height() - 2.0 * unit) / (height + apart)).floor() as usize).max(1);
        let gap = if matches!(form, Form::Mark(_)) { 2.0 * unit } else { gap };
        for piece in members.iter_mut() {
            shape(piece, form, height, scale);
        }
        // Names are not pushed far from their players: a row is filled only in part.
        let room = match form {
            Form::Full | Form::Cut => width * 0.72,
            Form::Short(_) => width * 0.85,
            Form::Mark(_) => width,
        };
        let groups: [Vec<usize>; 3] = [
            indices(members, |kind| kind == Kind::Offense),
            indices(members, |kind| kind == Kind::Defense),
            indices(members, |kind| matches!(kind, Kind::GoneRound { .. })),
        ];
        let lists = groups.map(|group| fill_rows(members, &group, room, gap));
        let needed: usize = lists.iter().map(Vec::len).sum();
        if needed > most && !last {
            continue;
        }
        let count = needed.max(3).min(most);
        let rows = rows(rect, count, height);
        let mut assigned: Vec<(usize, Vec<usize>)> = Vec::new();
        if needed <= count {
            let [offense, defense, gone] = lists;
            let first_defense = offense.len().max(usize::from(count - gone.len() > defense.len()));
            let first_gone = count - gone.len();
            assigned.extend(offense.into_iter().enumerate());
            assigned.extend(defense.into_iter().enumerate().map(|(i, row)| (i + first_defense, row)));
            assigned.extend(gone.into_iter().enumerate().map(|(i, row)| (i + first_gone, row)));
        } else {
            let everyone: Vec<usize> = (0..members.len()).collect();
            assigned.extend(fill_rows(members, &everyone, room, gap).into_iter().take(most).enumerate());
        }
        settle(stage, lane, members, &assigned, &rows, gap);
        return rows;
    }
    Rows::default()
}

fn rows(lane: Rect, count: usize, height: f32) -> Rows {
    let pitch = lane.height() / count as f32;
    let centers = (0..count).map(|row| (row as f32 + 0.5).mul_add(pitch, lane.min.y)).collect();
    Rows { centers, height: pitch.min(height.max(pitch * 0.9)) }
}

fn indices(members: &[Piece], wanted: impl Fn(Kind) -> bool) -> Vec<usize> {
    (0..members.len()).filter(|&index| wanted(members[index].kind)).collect()
}

fn full_width(piece: &Piece) -> f32 {
    piece.ball.map_or(piece.rect.width(), |ball| ball.max.x - piece.rect.min.x)
}

/// Splits a group over as few rows as it needs.
fn fill_rows(members: &[Piece], group: &[usize], room: f32, gap: f32) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = Vec::new();
    let mut used = f32::INFINITY;
    for &index in group {
        let width = full_width(&members[index]) + gap;
        if used + width > room {
            rows.push(Vec::new());
            used = 0.0;
        }
        used += width;
        if let Some(row) = rows.last_mut() {
            row.push(index);
        }
    }
    rows
}

/// Gives the members of each row their places; who is in no row, or finds no room in it, is left out.
fn settle(
    stage: &Stage,
    lane: usize,
    members: &mut Vec<Piece>,
    assigned: &[(usize, Vec<usize>)],
    rows: &Rows,
    gap: f32,
) {
    let unit = stage.layout.lane_unit;
    let rect = stage.layout.stand(lane);
    let (left, right) = (rect.min.x + 4.0 * unit, rect.max.x - 4.0 * unit);
    // What was gone round stands behind the front, and leaves what is out on its own in view.
    let line = stage.frame.channels.get(lane).map_or(left, |channel| stage.layout.x(channel.front));
    let hold = stage.frame.channels.get(lane).map_or(right, |channel| {
        let safe = channel.island.map_or(channel.front, |island| island.from);
        stage.layout.x_inside(safe)
    });
    let mut placed = vec![false; members.len()];
    for (row, list) in assigned {
        let Some(&center) = rows.centers.get(*row) else { continue };
        let mut list = list.clone();
        let behind = list.iter().all(|&index| matches!(members[index].kind, Kind::GoneRound { .. }));
        while !list.is_empty() {
            let wanted: Vec<(f32, f32)> = list
                .iter()
                .map(|&index| {
                    let piece = &members[index];
                    let width = full_width(piece);
                    let extra = width - piece.rect.width();
                    (piece.anchor + extra / 2.0, width)
                })
                .collect();
            // What holds us back stands in front of us, with all of its name once it is ahead of the front.
            let ahead = list
                .iter()
                .map(|&index| match members[index].kind {
                    Kind::Defense => {
                        (1.0 + (members[index].anchor - line) / stage.layout.yard()).clamp(0.0, 1.0)
                    }
                    Kind::Offense | Kind::GoneRound { .. } => 0.0,
                })
                .fold(1.0, f32::min);
            let total: f32 = wanted.iter().map(|(_, width)| width + gap).sum();
            let from = (line + 7.0 * unit - (1.0 - ahead) * total).max(left);
            let lefts = if behind {
                pack(&wanted, gap, left, hold - 9.0 * unit)
            } else {
                pack(&wanted, gap, if ahead > 0.0 { from } else { left }, right)
            };
            let lefts = lefts.or_else(|| pack(&wanted, gap, left, right));
            let Some(lefts) = lefts else {
                list.pop();
                continue;
            };
            for (&index, x) in list.iter().zip(lefts) {
                let piece = &mut members[index];
                let (width, height) = (piece.rect.width(), piece.rect.height());
                let top = center - height / 2.0;
                piece.rect = Rect::new(x, top, x + width, top + height);
                piece.ball = piece.ball.map(|ball| {
                    Rect::new(ball.min.x + x, ball.min.y + top, ball.max.x + x, ball.max.y + top)
                });
                placed[index] = true;
            }
            break;
        }
    }
    let mut keep = placed.into_iter();
    members.retain(|_| keep.next().unwrap_or(false));
}

/// Players and the ball.
pub(super) fn draw(stage: &mut Stage, pieces: &Pieces) {
    for piece in &pieces.all {
        let subject = Subject::Player(piece.id.clone());
        let lit = stage.faded_unless(&subject);
        pill(stage, piece, lit);
        if let Some(place) = piece.ball {
            ball::draw(stage, piece.lane, place, piece.shown, lit);
        }
        let hint = hints::player(piece.name, piece.kind, piece.carrier);
        stage.pen.scene().targets.push(Target { rect: piece.rect, subject, hint });
        battles::draw(stage, piece, lit);
    }
}

/// A token; `lit` says how far it stands out. What steps back takes on the colour of the turf and stays opaque, so that
/// nothing shines through its name.
fn pill(stage: &mut Stage, piece: &Piece, lit: f32) {
    let theme = stage.theme;
    let unit = stage.layout.lane_unit;
    let (rect, height) = (piece.rect, piece.rect.height());
    let line = piece.edge(unit);
    let (fill, edge, text) = match piece.kind {
        Kind::Offense => (theme.offense_fill, theme.offense_edge, theme.offense_text),
        Kind::Defense | Kind::GoneRound { .. } => {
            (theme.defense_fill, theme.defense_edge, theme.defense_text)
        }
    };
    let turf = stage.turf_now(piece.lane);
    let (fill, edge, text) =
        (turf.mix(fill, lit), turf.mix(edge, lit), turf.mix(fill, lit).mix(text, lit.max(0.6)));
    let corner = if piece.kind == Kind::Offense { height / 2.0 } else { height * 0.1 };
    let stroke = match piece.kind {
        Kind::GoneRound { age } => {
            let heavier = if age >= 4 { 1.35 } else { 1.0 };
            dashed(line * heavier, edge, 4.5 * unit, 3.5 * unit)
        }
        _ => solid(line, edge),
    };
    let middle = f32::midpoint(rect.min.x, rect.max.x);
    if (middle - piece.anchor).abs() > rect.width() / 2.0 + 3.0 * unit
        && !piece.lines.is_empty()
        && piece.named
        && matches!(piece.kind, Kind::Offense | Kind::Defense)
    {
        let pen = stage.pen.on(Layer::Lines, piece.shown);
        // The name had to make way: a thread leads to where the player is.
        let y = f32::midpoint(rect.min.y, rect.max.y);
        let end = if piece.anchor < rect.min.x { rect.min.x } else { rect.max.x };
        let from = Point { x: piece.anchor, y };
        pen.line(vec![from, Point { x: end, y }], solid(1.4 * unit, edge));
        let dot = 3.0 * unit;
        let place = Rect::new(from.x - dot, y - dot, from.x + dot, y + dot);
        pen.fill(place, if piece.kind == Kind::Offense { dot } else { 0.0 }, edge);
    }
    let pen = stage.pen.on(Layer::Tokens, piece.shown);
    pen.rect(rect, corner, Some(if piece.lines.is_empty() { edge } else { fill }), Some(stroke));
    let (size, weight) = piece.look;
    let step = size * 1.16;
    let (foot, number) = piece.contest.map_or((0.0, 0.0), |contest| (contest.foot(height), contest.number));
    // Where letters fill a pill, their tails would hang into the bar.
    let tails = if foot > 0.0 && stage.layout.least > 0.0 { size * 0.12 } else { 0.0 };
    let room = Rect::new(rect.min.x, rect.min.y, rect.max.x - number, rect.max.y - foot - tails);
    let top = f32::midpoint(room.min.y, room.max.y) - step * piece.lines.len() as f32 / 2.0;
    for (index, words) in piece.lines.iter().enumerate() {
        let top = (index as f32).mul_add(step, top);
        let row = Rect::new(room.min.x, top, room.max.x, top + step);
        pen.text_in(row, Align::Center, words, Look { size, weight, color: text });
    }
}
