//! Head to head: a bar split in two, as the foot of the defender's token, with the number beside its name.

use super::field::Stage;
use super::pen::{Look, solid};
use super::tokens::{Kind, Piece};
use super::view::Reading;
use super::{Align, Layer, Point, Rect, Target, View, Weight, font, hints};
use crate::model::{Phase, Subject};
use crate::timeline::{BattleFrame, Frame};

/// The head to head a defender stands in, as far as it shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Contest {
    /// Which of the frame's.
    battle: usize,
    /// How much of the bar's room is there: its token grows for it, and shrinks again.
    pub(super) shown: f32,
    /// How wide the number's place is.
    pub(super) number: f32,
    /// What part of its token's height the bar takes.
    part: f32,
}

impl Contest {
    /// How high the bar is in a token of this height.
    pub(super) fn foot(self, height: f32) -> f32 {
        height * self.part * self.shown
    }
}

/// Whether players run and meet in this part of a play.
pub(super) const fn running(phase: Phase) -> bool {
    match phase {
        Phase::LineUp | Phase::StepBack | Phase::Battles | Phase::Advance => true,
        Phase::DragBack | Phase::ReadOut => false,
    }
}

/// Whether a head to head is pointed at, selected or talked about.
fn picked(frame: &Frame, view: &View, battle: &BattleFrame) -> bool {
    let is_it = |subject: &Subject| matches!(subject, Subject::HeadToHead(id) if *id == battle.defender);
    [&view.hovered, &view.selected].into_iter().flatten().chain(&frame.focus).any(is_it)
}

/// The head to head that `piece` stands in as the defender.
pub(super) fn contest(frame: &Frame, view: &View, reading: Reading, piece: &Piece) -> Option<Contest> {
    let battle = frame
        .battles
        .iter()
        .position(|battle| battle.defender == *piece.id && battle.channel == piece.lane)
        .filter(|&index| frame.battles[index].filled > 0.0)?;
    let picked = picked(frame, view, &frame.battles[battle]);
    let standing = match piece.kind {
        Kind::Offense => return None,
        Kind::Defense => true,
        // Once it is got behind, there is nothing to win from it any more.
        Kind::GoneRound { .. } => picked,
    };
    let progress = frame.phase_progress.clamp(0.0, 1.0) as f32;
    let shown = match frame.phase {
        _ if picked => 1.0,
        Phase::LineUp | Phase::StepBack | Phase::Battles => {
            (frame.battles[battle].filled.clamp(0.0, 1.0) as f32 * 3.0).min(1.0)
        }
        Phase::Advance => ((1.0 - progress) * 2.5).min(1.0),
        Phase::DragBack | Phase::ReadOut => 0.0,
    };
    // Letters are as large as they can be where they are read from far away: their tails need the room.
    let part = if reading == Reading::Desk { 0.3 } else { 0.23 };
    (standing && shown > 0.0).then_some(Contest { battle, shown, number: 0.0, part })
}

/// The widest number a bar can have.
pub(super) fn number_width(size: f32) -> f32 {
    font::width("100\u{a0}%", size, Weight::Bold)
}

/// The bar at the foot of its token, which is drawn already, and its number; `lit` says how far it stands out.
pub(super) fn draw(stage: &mut Stage, piece: &Piece, lit: f32) {
    let Some(contest) = piece.contest else { return };
    let frame = stage.frame;
    let Some(battle) = frame.battles.get(contest.battle) else { return };
    let (theme, turf) = (stage.theme, stage.turf_now(piece.lane));
    let rect = piece.rect;
    let line = piece.edge(stage.layout.lane_unit);
    let filled = battle.filled.clamp(0.0, 1.0) as f32;
    // It starts even and goes to where it ends: at no moment does it say what is not so.
    let share = (battle.share.clamp(0.0, 1.0) as f32 - 0.5).mul_add(filled, 0.5);
    let top = rect.max.y - contest.foot(rect.height());
    let inside = Rect::new(rect.min.x + line / 2.0, top, rect.max.x - line / 2.0, rect.max.y - line / 2.0);
    let divider = inside.width().mul_add(share, inside.min.x);

    let pen = stage.pen.on(Layer::Tokens, piece.shown * contest.shown);
    pen.fill(
        Rect { max: Point { x: divider, y: inside.max.y }, ..inside },
        0.0,
        turf.mix(theme.offense_edge, lit),
    );
    pen.line(
        vec![Point { x: inside.min.x, y: top }, Point { x: inside.max.x, y: top }],
        solid(line * 0.6, turf.mix(theme.defense_edge, lit)),
    );
    let half = line * 0.75;
    pen.fill(
        Rect::new(divider - half, top - line, divider + half, rect.max.y + line),
        0.0,
        turf.mix(theme.front, lit),
    );

    let subject = Subject::HeadToHead(battle.defender.clone());
    let hint = hints::battle(frame, battle);
    let foot = rect.min.y + rect.height() * 0.6;
    let mut targets = vec![Rect::new(rect.min.x, foot, rect.max.x, rect.max.y + line)];
    if contest.number > 0.0 {
        let place = Rect::new(rect.max.x - contest.number, rect.min.y, rect.max.x, top);
        // The number is there once it is what it says.
        if filled > 0.97 && contest.shown > 0.97 && stage.reading.has_per_cent() {
            let (size, _) = piece.look;
            let text = format!("{}\u{a0}%", (battle.share * 100.0).round() as i64);
            let row = Rect { max: Point { x: place.max.x - rect.height() * 0.3, y: top }, ..place };
            stage.pen.on(Layer::Tokens, piece.shown).text_in(
                row,
                Align::Right,
                &text,
                Look::bold(size, theme.defense_text),
            );
        }
        targets.push(place);
    }
    for rect in targets {
        let target = Target { rect, subject: subject.clone(), hint: hint.clone() };
        stage.pen.scene().targets.push(target);
    }
}
