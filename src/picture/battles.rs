//! Head to head: a bar split in two, with the number.

use super::field::Stage;
use super::pen::{Look, solid};
use super::tokens::{Kind, Pieces};
use super::{Align, Layer, Rect, Target, hints};
use crate::model::{Phase, Subject};

/// Whether players run and meet in this part of a play.
pub(super) const fn running(phase: Phase) -> bool {
    match phase {
        Phase::LineUp | Phase::StepBack | Phase::Battles | Phase::Advance => true,
        Phase::DragBack | Phase::ReadOut => false,
    }
}

/// A bar for each head to head, beside the defender.
pub(super) fn draw(stage: &mut Stage, pieces: &Pieces) {
    for index in 0..stage.frame.battles.len() {
        let battle = &stage.frame.battles[index];
        let subject = Subject::HeadToHead(battle.defender.clone());
        let picked = [&stage.view.hovered, &stage.view.selected]
            .into_iter()
            .flatten()
            .any(|picked| *picked == subject)
            || stage.frame.focus.contains(&subject);
        if battle.filled <= 0.0 || !(running(stage.frame.phase) || picked) {
            continue;
        }
        let held = pieces.find(&battle.defender, battle.channel);
        let met = battle.offense.iter().find_map(|id| pieces.find(id, battle.channel));
        // Once it is got behind, there is nothing to win from it any more.
        let standing = held.filter(|piece| piece.kind == Kind::Defense).map_or(0.0, |piece| piece.shown);
        if standing <= 0.02 && !picked {
            continue;
        }
        let Some(board) = stage.boards.get_mut(battle.channel) else { continue };
        let unit = stage.layout.lane_unit;
        let filled = battle.filled.clamp(0.0, 1.0) as f32;
        let share = battle.share.clamp(0.0, 1.0) as f32;
        let text = format!("{}\u{a0}%", (battle.share * 100.0).round() as i64);
        let look = Look::bold(13.0 * unit, stage.theme.text);
        let number = look.width("100\u{a0}%");
        let (bar, pad) = (78.0 * unit, 6.0 * unit);
        let (width, height) = (number + bar + 3.0 * pad, 20.0 * unit);

        let rows = pieces.rows(battle.channel);
        let mut candidates = Vec::new();
        for piece in [held, met].into_iter().flatten() {
            let y = f32::midpoint(piece.rect.min.y, piece.rect.max.y);
            for left in [piece.rect.max.x + 8.0 * unit, piece.rect.min.x - 8.0 * unit - width] {
                candidates.push(Rect::new(left, y - height / 2.0, left + width, y + height / 2.0));
            }
        }
        let center = stage.layout.x_inside(battle.at.yards);
        for y in rows.centers.iter().rev() {
            for left in [center - width / 2.0, center, center - width, center + width * 0.5] {
                candidates.push(Rect::new(left, y - height / 2.0, left + width, y + height / 2.0));
            }
        }
        let Some(place) = board.place(&candidates) else { continue };

        let opacity = stage.faded_unless(&subject) * if picked { 1.0 } else { standing };
        let theme = stage.theme;
        let pen = stage.pen.on(Layer::Tokens, opacity);
        pen.rect(place, 5.0 * unit, Some(theme.turf_margin), Some(solid(1.0 * unit, theme.line)));
        let words = Rect::new(place.min.x + pad, place.min.y, place.min.x + pad + number, place.max.y);
        pen.on(Layer::Tokens, opacity * filled).text_in(words, Align::Right, &text, look);
        let pen = pen.on(Layer::Tokens, opacity);
        let inside = Rect::new(
            words.max.x + pad,
            place.min.y + 4.0 * unit,
            place.max.x - pad,
            place.max.y - 4.0 * unit,
        );
        let (won, kept) = (bar * share * filled, bar * (1.0 - share) * filled);
        let right = Rect::new(inside.max.x - kept, inside.min.y, inside.max.x, inside.max.y);
        pen.fill(right, 0.0, theme.defense_fill);
        pen.outline(inside, 0.0, solid(1.4 * unit, theme.defense_edge));
        pen.fill(
            Rect::new(inside.min.x, inside.min.y, inside.min.x + won, inside.max.y),
            0.0,
            theme.offense_edge,
        );
        let divider = inside.min.x + won;
        let edge = Rect::new(
            divider - 1.3 * unit,
            inside.min.y - 2.5 * unit,
            divider + 1.3 * unit,
            inside.max.y + 2.5 * unit,
        );
        pen.fill(edge, 0.0, theme.front);
        let hint = hints::battle(stage.frame, battle);
        stage.pen.scene().targets.push(Target { rect: place, subject, hint });
    }
}
