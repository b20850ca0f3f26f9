//! What a thing says when pointed at: plain words, then the football term.

use std::fmt::Write;

use super::tokens::Kind;
use crate::rules::BattleKind;
use crate::timeline::{BattleFrame, Frame};

/// A lane.
pub(super) fn lane(frame: &Frame, lane: usize) -> String {
    let (Some(channel), Some(state)) = (frame.channel(lane), frame.channels.get(lane)) else {
        return String::new();
    };
    let mut hint = format!("{}: {} of 100 yards come (its front)", channel.name, whole(state.front));
    // Writing to a string cannot fail.
    if state.open_flank {
        let _ = write!(hint, ". Nobody working on this (open flank)");
    }
    if let Some(island) = state.island {
        let beyond = island.to - island.from;
        let _ = write!(hint, ". Out on its own, {} yards beyond the safe distance", whole(beyond));
        if whole(island.slips) > 0 {
            let _ = write!(hint, ", slips back {}", whole(island.slips));
        }
        hint.push_str(" (isolated beyond its cover)");
    }
    if let Some(cap) = state.capped_at {
        let _ = write!(hint, ". An assumption holds it at {} (cap)", whole(cap));
    }
    hint
}

/// A flag on the way.
pub(super) fn mark(yards: f64, text: &str) -> String {
    format!("At {} yards: {text} (a mark of the model)", whole(yards))
}

/// A player.
pub(super) fn player(name: &str, kind: Kind, carrier: bool) -> String {
    let what = match kind {
        Kind::Offense if carrier => "moves us forward and has the ball (offense, ball carrier)",
        Kind::Offense => "moves us forward (offense)",
        Kind::Defense => "holds us back (defense)",
        Kind::GoneRound { age: 0 | 1 } => {
            "was gone round, is still there and pulls (a defender behind the front)"
        }
        Kind::GoneRound { .. } => {
            "was gone round, is still there and grows with every play (a defender behind the front)"
        }
    };
    format!("{name} {what}")
}

/// A head to head.
pub(super) fn battle(frame: &Frame, battle: &BattleFrame) -> String {
    let name = |id: &crate::model::PlayerId| {
        frame.tokens.iter().find(|token| token.id == *id).map_or("", |token| token.name.as_str())
    };
    let offense: Vec<&str> = battle.offense.iter().map(name).collect();
    let share = (battle.share * 100.0).round() as i64;
    let how = match battle.kind {
        BattleKind::Confront => "against",
        BattleKind::Bypass => "getting in behind",
        BattleKind::Block => "holding off",
    };
    format!(
        "Who's winning: {} {share} %, {how} {}, {} % (head to head)",
        offense.join(" and "),
        name(&battle.defender),
        100 - share
    )
}

fn whole(yards: f64) -> i64 {
    yards.round() as i64
}
