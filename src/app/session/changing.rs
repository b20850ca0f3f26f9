//! How what is on the field is being changed: whether forms stand open, and what is about to be added.

use super::{Of, Session};
use crate::arrange::Size;
use crate::model::{ChannelId, Subject};

/// What of changing is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Changing {
    /// Whether what is selected shows its fields instead of its reasons.
    pub on: bool,
    /// Whose fields those of the whole are: the plan's where there is one, the play's, or the operating model's.
    pub of: Of,
    /// Whether the first field is to take the keyboard.
    pub to_first: bool,
    /// What is about to be added, if its small form is open.
    pub adding: Option<Adding>,
}

impl Default for Changing {
    fn default() -> Self {
        Self { on: false, of: Of::Plan, to_first: false, adding: None }
    }
}

impl Changing {
    /// Shows the fields of what is selected, which is no longer the operating model.
    pub(in crate::app) fn show(&mut self, on: bool) {
        self.on = on;
        self.leave_model();
    }

    /// What is selected is looked at again, not the operating model.
    pub(in crate::app) fn leave_model(&mut self) {
        if self.of == Of::Model {
            self.of = Of::Plan;
        }
    }
}

/// What can be added by its name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum New {
    /// A defender.
    HoldsBack,
    /// An offense player.
    MovesForward,
    /// An assumption.
    Assumption,
}

/// Something about to be added.
#[derive(Clone, Debug, PartialEq)]
pub struct Adding {
    /// What it is.
    pub what: New,
    /// What it is called, as typed so far.
    pub name: String,
    /// The channel it goes to, by its place in the model; an assumption may go to none.
    pub lane: Option<usize>,
    /// How strong it is, if it is a player.
    pub size: Size,
    /// Whether the name is still to take the keyboard.
    pub to_name: bool,
}

impl Adding {
    /// For what is on the field: in the channel of what is selected, else where nobody is working.
    pub(in crate::app) fn new(session: &Session, what: New) -> Option<Self> {
        let lineup = &session.shown()?.lineup;
        let (play, model) = (&lineup.play, &lineup.model);
        let selected: Option<&ChannelId> = match session.selected.as_ref() {
            Some(Subject::Channel(id)) => Some(id),
            Some(Subject::Player(id) | Subject::HeadToHead(id)) => {
                let offense = play.offense.iter().map(|player| (&player.id, &player.channel));
                let mut both = offense.chain(play.defense.iter().map(|each| (&each.id, &each.channel)));
                both.find(|(other, _)| *other == id).map(|(_, channel)| channel)
            }
            Some(Subject::Assumption(id)) => {
                play.assumptions.iter().find(|each| each.id == *id).and_then(|each| each.channel.as_ref())
            }
            Some(Subject::Play) | None => None,
        };
        let selected = selected.and_then(|id| model.index_of(id));
        let is_open = |id: &ChannelId| {
            !play.offense.iter().any(|player| player.channel == *id && player.assignment.attacks())
        };
        let lane = selected.or_else(|| match what {
            New::Assumption => None,
            New::HoldsBack | New::MovesForward => {
                Some(model.channels.iter().position(|channel| is_open(&channel.id)).unwrap_or(0))
            }
        });
        Some(Self { what, name: String::new(), lane, size: Size::Medium, to_name: true })
    }
}
