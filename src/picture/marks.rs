//! What is selected, pointed at or talked about, outlined.

use super::field::Stage;
use super::pen::solid;
use super::tokens::{Kind, Pieces};
use super::{Layer, Rect, lanes};
use crate::model::Subject;

/// Outlines for focus, what is pointed at, and what is selected, the last on top.
pub(super) fn draw(stage: &mut Stage, pieces: &Pieces) {
    let (frame, view) = (stage.frame, stage.view);
    for subject in &frame.focus {
        focus(stage, pieces, subject);
    }
    if let Some(subject) = view.hovered.as_ref().filter(|_| view.hovered != view.selected) {
        outline(stage, pieces, subject, 1.6, 0.75);
    }
    if let Some(subject) = &view.selected {
        outline(stage, pieces, subject, 3.0, 1.0);
    }
}

/// What the presenter talks about: a lane by its name only, or three of them would fence in the field.
fn focus(stage: &mut Stage, pieces: &Pieces, subject: &Subject) {
    let Some(lane) = lanes::outline_of(stage, subject) else {
        outline(stage, pieces, subject, 2.0, 0.9);
        return;
    };
    let unit = stage.layout.lane_unit;
    let left = lane.min.x;
    let bar = Rect::new(left, lane.min.y + 2.0 * unit, left + 4.0 * unit, lane.max.y - 2.0 * unit);
    stage.pen.on(Layer::Marks, 1.0).fill(bar, 2.0 * unit, stage.theme.accent);
}

fn outline(stage: &mut Stage, pieces: &Pieces, subject: &Subject, width: f32, opacity: f32) {
    let unit = stage.layout.lane_unit;
    let mut around: Vec<(Rect, f32)> = Vec::new();
    match subject {
        Subject::Channel(_) => {
            around.extend(lanes::outline_of(stage, subject).map(|rect| (rect, 4.0 * unit)));
        }
        Subject::Player(id) => {
            around.extend(pieces.all.iter().filter(|piece| piece.id == id).map(of_piece));
        }
        Subject::HeadToHead(defender) => {
            for battle in stage.frame.battles.iter().filter(|battle| battle.defender == *defender) {
                let ids = battle.offense.iter().chain([defender]);
                around.extend(ids.filter_map(|id| pieces.find(id, battle.channel)).map(of_piece));
            }
        }
        Subject::Play | Subject::Assumption(_) => {}
    }
    let lane = matches!(subject, Subject::Channel(_));
    for (rect, corner) in around {
        let grow = if lane { 0.0 } else { 4.0 * unit };
        let rect = Rect::new(rect.min.x - grow, rect.min.y - grow, rect.max.x + grow, rect.max.y + grow);
        let stroke = solid(width * unit, stage.theme.accent);
        stage.pen.on(Layer::Marks, opacity).outline(rect, corner + grow, stroke);
    }
}

fn of_piece(piece: &super::tokens::Piece) -> (Rect, f32) {
    let corner = if piece.kind == Kind::Offense { piece.rect.height() / 2.0 } else { 0.0 };
    (piece.rect, corner)
}
