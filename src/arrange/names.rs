//! Names and ids: fresh ones for what comes, others for what is there.

use super::{Arrange, Step, words};
use crate::model::{PlayerId, is_valid_id};
use crate::play_file::as_id;
use crate::play_file::edit::{Change, Named};

/// An id made of a longer name ends at the word before this many letters.
const LONGEST_ID: usize = 40;

impl Arrange<'_> {
    /// An id nothing has yet, made of a name: `Service redesign team` gives `service-redesign-team`, and
    /// `service-redesign-team-2` if that is taken. A name without a letter or digit of the alphabet gives `player`.
    #[must_use]
    pub fn fresh_id(&self, name: &str) -> String {
        fresh(name, "player", &self.taken())
    }

    /// Another name for a player of either side, as it is read on screen; its id stays, since a force has one id in
    /// every play. An empty name changes nothing.
    #[must_use]
    pub fn rename_player(&self, id: &PlayerId, new_name: &str) -> Step {
        let called = words::player(&[self.play], id);
        let new_name = new_name.trim();
        let name = format!("Rename {called} to {}", words::on_one_line(new_name));
        if new_name.is_empty() {
            return Step::nothing(format!("Rename {called}"), format!("{called} needs a name"));
        }
        let mut draft = self.draft();
        if let Some(player) = draft.player(id) {
            new_name.clone_into(&mut player.name);
        }
        if let Some(defender) = draft.play.defense.iter_mut().find(|defender| defender.id == *id) {
            new_name.clone_into(&mut defender.name);
        }
        draft.into_step(name)
    }

    /// Another id for a player, an assumption or a channel, wherever the file names it. A channel is named by its model
    /// and by every play on it: the same change is made in each of those files. A play's id is its file's name; in a
    /// plan this changes what it calls.
    ///
    /// # Errors
    /// What an id may be, and the nearest one that is free, if `to` cannot be one or is taken; that nothing is called
    /// `from`.
    pub fn rename_id(&self, what: Named, from: &str, to: &str) -> Result<Step, String> {
        let players = self.play.offense.iter().map(|player| player.id.as_str());
        let players = players.chain(self.play.defense.iter().map(|player| player.id.as_str()));
        let assumptions = self.play.assumptions.iter().map(|assumption| assumption.id.as_str());
        let channels = self.model.channels.iter().map(|channel| channel.id.as_str());
        let (called, known) = match what {
            Named::Player => ("player", players.collect::<Vec<_>>().contains(&from)),
            Named::Assumption => ("assumption", assumptions.collect::<Vec<_>>().contains(&from)),
            Named::Channel => ("channel", channels.collect::<Vec<_>>().contains(&from)),
            Named::Play => ("play", true),
        };
        if !known {
            return Err(format!("No {called} here is called \"{from}\""));
        }
        let taken = self.taken();
        let free = || fresh(to, called, &taken);
        if !is_valid_id(to) {
            return Err(format!(
                "\"{}\" cannot be an id: use lower-case letters and digits, words joined by single hyphens; \"{}\" \
                 would do",
                words::on_one_line(to),
                free()
            ));
        }
        let name = format!("Change the id {from} to {to}");
        if from == to {
            return Ok(Step { name, ..Step::default() });
        }
        if what != Named::Play && taken.iter().any(|id| id == to) {
            return Err(format!("\"{to}\" is the id of something else here; \"{}\" is free", free()));
        }
        let change = Change::Rename { what, from: from.to_owned(), to: to.to_owned() };
        Ok(Step { name, changes: vec![change], follows: Vec::new() })
    }
}

/// An id made of a name, or of `otherwise` if nothing is left of it, that is none of `taken`.
#[must_use]
pub fn fresh(name: &str, otherwise: &str, taken: &[String]) -> String {
    let whole = as_id(name).unwrap_or_else(|| otherwise.to_owned());
    let mut id = String::new();
    for word in whole.split('-') {
        if !id.is_empty() && id.len() + 1 + word.len() > LONGEST_ID {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.extend(word.chars().take(LONGEST_ID));
    }
    if taken.contains(&id) { next(&id, "-", taken) } else { id }
}

/// The next of a kind: `Silo 2` for `Silo`, `Silo 3` for `Silo 2` where there is a `Silo`.
pub(super) fn next(name: &str, joint: &str, taken: &[String]) -> String {
    let base = name.rsplit_once(joint).filter(|(base, number)| {
        number.parse::<u32>().is_ok_and(|number| number > 1) && taken.iter().any(|other| other == base)
    });
    let base = base.map_or(name, |(base, _)| base);
    // One of so many numbers is free.
    let numbered = (2..=taken.len() + 2).map(|number| format!("{base}{joint}{number}"));
    numbered.into_iter().find(|name| !taken.contains(name)).unwrap_or_else(|| name.to_owned())
}
