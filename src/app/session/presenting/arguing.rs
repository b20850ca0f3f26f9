//! What would change your mind: assumptions switched and strengths judged otherwise, as what-ifs of what is on the field.

use std::sync::Arc;

use super::{ArgueBoard, Board};
use crate::app::session::{Of, Session};
use crate::arrange::{Arrange, Handle, pull, within_bounds};
use crate::drafts::Joins;
use crate::model::{AssumptionId, Play, PlayerId, Strength};

impl Session {
    /// The board about what is on the field.
    pub(super) fn argue_board(&self) -> Option<Board> {
        self.presenting.as_ref()?.act()?;
        Some(Board::Argue(ArgueBoard::new(&self.shown()?.lineup.play)))
    }

    /// An assumption holds, or no longer.
    pub(super) fn turn(&mut self, id: &AssumptionId) {
        self.change_shown(|shown| {
            let at = shown.lineup.play.assumptions.iter().position(|assumption| assumption.id == *id);
            if let Some(switch) = at.and_then(|at| shown.switches.0.get_mut(at)) {
                *switch = !*switch;
            }
        });
        self.note_argued();
    }

    /// Moves one number of a player's strength.
    pub(super) fn pull_strength(&mut self, id: &PlayerId, handle: Handle, by: f64) {
        let Some(now) = self.shown().and_then(|shown| strength_of(&shown.lineup.play, id)) else { return };
        let number = match handle {
            Handle::Low => now.low,
            Handle::Likely => now.likely,
            Handle::High => now.high,
        };
        self.judge(id, pull(now, handle, number + by));
    }

    /// A player is that strong: a what-if, whatever mode the session is in.
    pub(super) fn judge(&mut self, id: &PlayerId, strength: Strength) {
        let Some(shown) = self.shown() else { return };
        let (play, model) = (Arc::clone(&shown.lineup.play), &shown.lineup.model);
        if strength_of(&play, id).is_none_or(|now| now == strength) {
            return;
        }
        if self.entry_behind(Of::Play).is_none() {
            // A show of one's own may name what only the program brings along: there is no text to lay it over.
            let mut play = (*play).clone();
            set_strength(&mut play, id, within_bounds(strength));
            self.change_shown(|shown| shown.imagine(Arc::new(play)));
            self.note_argued();
            return;
        }
        let mut step = Arrange::new(&play, model).set_strength(id, strength);
        // What was judged before stays, also where the text with it was put aside for another play meanwhile.
        let file = Arrange::new(shown.file_play(), model);
        for (other, judged) in shown.argued().judged.into_iter().filter(|(other, _)| other != id) {
            step.changes.extend(file.set_strength(&other, judged).changes);
        }
        let mode = std::mem::replace(&mut self.what_if_mode, true);
        self.carry_out(step, Joins::Alone);
        self.what_if_mode = mode;
        self.note_argued();
    }

    /// Takes back what was argued about what is on the field.
    pub(super) fn back_to_file(&mut self) {
        self.drop_what_if();
        self.note_argued();
    }
}

/// How strong a player of either side is.
#[must_use]
pub fn strength_of(play: &Play, id: &PlayerId) -> Option<Strength> {
    let offense = play.offense.iter().find(|player| player.id == *id).map(|player| player.strength);
    offense.or_else(|| play.defense.iter().find(|player| player.id == *id).map(|player| player.strength))
}

fn set_strength(play: &mut Play, id: &PlayerId, strength: Strength) {
    for player in play.offense.iter_mut().filter(|player| player.id == *id) {
        player.strength = strength;
    }
    for player in play.defense.iter_mut().filter(|player| player.id == *id) {
        player.strength = strength;
    }
}
