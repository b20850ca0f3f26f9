//! What goes, with everything that referred to it.

use super::{Arrange, Step, words};
use crate::model::{AssumptionId, Effect, Play, PlayerId};
use crate::play_file::edit::Change;
use crate::play_file::tree::NodePath;

impl Arrange<'_> {
    /// Players of either side removed. Who took on a defender that goes takes on another, effects on those who go are
    /// dropped (the assumption stays), beats no longer look at them, and the ball goes to the first player left that
    /// takes part: [`Step::follows`] says each.
    ///
    /// # Errors
    /// A sentence, if nobody would be left to carry the ball.
    pub fn remove(&self, ids: &[PlayerId]) -> Result<Step, String> {
        let ids = self.known(ids);
        let called = words::players(self.play, &ids);
        let mut draft = self.draft();
        let play = &mut draft.play;
        play.offense.retain(|player| !ids.contains(&player.id));
        play.defense.retain(|defender| !ids.contains(&defender.id));
        if play.offense.is_empty() && !ids.is_empty() {
            return Err(format!(
                "Somebody must carry the ball: add another player before you remove {called}"
            ));
        }
        for assumption in &mut play.assumptions {
            let of = |effect: &Effect| match effect {
                Effect::Strengthen(id, _) if ids.contains(id) => Some(id.clone()),
                _ => None,
            };
            let mut gone: Vec<PlayerId> = assumption.effects.iter().filter_map(of).collect();
            gone.dedup();
            assumption.effects.retain(|effect| of(effect).is_none());
            draft.follows.extend(gone.iter().map(|id| {
                let text = words::on_one_line(&assumption.text);
                let text = text.trim_end_matches('.');
                format!("\"{text}\" no longer changes the strength of {}", words::player(&[self.play], id))
            }));
        }
        for id in &ids {
            draft.follows.extend(unfocus(&mut draft.play, id.as_str(), &words::player(&[self.play], id)));
        }
        Ok(draft.into_step(format!("Remove {called}")))
    }

    /// An assumption removed; beats no longer look at it.
    #[must_use]
    pub fn remove_assumption(&self, id: &AssumptionId) -> Step {
        let name = "Remove an assumption";
        let Some(index) = self.play.assumptions.iter().position(|assumption| assumption.id == *id) else {
            return Step { name: name.to_owned(), ..Step::default() };
        };
        let mut draft = self.draft();
        draft.follows.extend(unfocus(&mut draft.play, id.as_str(), "it"));
        let mut step = draft.into_step(name);
        step.changes.push(Change::Remove { list: NodePath::root().field("assumptions"), index });
        step
    }
}

/// Takes an id out of what beats look at; a sentence if any did.
fn unfocus(play: &mut Play, id: &str, called: &str) -> Option<String> {
    let mut beats = 0_usize;
    for beat in &mut play.beats {
        let before = beat.focus.len();
        beat.focus.retain(|focus| focus != id);
        beats += usize::from(beat.focus.len() < before);
    }
    match beats {
        0 => None,
        1 => Some(format!("One beat no longer looks at {called}")),
        _ => Some(format!("{beats} beats no longer look at {called}")),
    }
}
