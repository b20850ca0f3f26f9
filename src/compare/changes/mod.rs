//! What differs between two documents of a kind.
//!
//! Two plays, game plans, operating models, shows, records or sheets of ink come in, with the [`Names`] of what they refer to; a list of [`Change`]s
//! comes out, empty exactly if the documents are equal, in the order of the later document. Things are told apart by
//! their ids, and where they have none by what they say ([`align`]). Comments and layout never get here: they are no
//! part of a document. Loading documents and printing changes is not done here.

mod align;
mod model;
mod phrases;
mod plan;
mod play;
mod players;
mod show;
#[cfg(test)]
mod tests;
mod workshop;

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

pub use model::changes_of_model;
pub use plan::changes_of_plan;
pub use play::changes_of_play;
pub use show::changes_of_show;
pub use workshop::{changes_of_ink, changes_of_record};

use crate::model::{AssumptionId, ChannelId, GamePlan, OperatingModel, Play, PlayId, PlayerId, Side};
use align::Alignment;

/// One thing that is different.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// In which way.
    pub kind: ChangeKind,
    /// What is different.
    pub about: About,
    /// Which of its fields, as files name it; none where it is the whole thing.
    pub field: Option<&'static str>,
    /// The earlier value, as in files with every default filled in; for what has moved its place in its list, from 1.
    pub from: Option<Value>,
    /// The later value, likewise.
    pub to: Option<Value>,
    /// All of that in a sentence.
    pub sentence: String,
}

/// In which way something is different.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ChangeKind {
    /// Only the later document has it.
    Added,
    /// Only the earlier document has it.
    Removed,
    /// Both have it, and it says something else.
    Changed,
    /// Both have it, and it stands elsewhere in its list.
    Moved,
}

impl ChangeKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Added, Self::Removed, Self::Changed, Self::Moved];

    /// Its name in a sentence and for programs.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Moved => "moved",
        }
    }

    /// What the same difference is, seen the other way round.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::Added => Self::Removed,
            Self::Removed => Self::Added,
            Self::Changed | Self::Moved => self,
        }
    }
}

/// What is different. Things without an id have their place in their list, from 1: in the later document, or in the
/// earlier one for what was removed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum About {
    /// The play itself.
    Play,
    /// Its ball.
    Ball,
    /// One of a side.
    Player(Side, PlayerId),
    /// A condition the play rests on.
    Assumption(AssumptionId),
    /// What one does while it holds.
    Effect(AssumptionId, usize),
    /// A presenter's step, of a play or a plan.
    Beat(usize),
    /// The plan itself.
    Plan,
    /// Where a channel starts, or where all do.
    Start(Option<ChannelId>),
    /// A play that is called.
    Call(PlayId, usize),
    /// A shock between plays, by its name.
    Event(String, usize),
    /// A shock that may come, by its name.
    Risk(String, usize),
    /// The operating model itself.
    Model,
    /// One of its channels.
    Channel(ChannelId),
    /// What a channel looks like at one yard.
    Mark(ChannelId, usize),
    /// A constant of the rules, by its name.
    Constant(&'static str),
    /// The show itself.
    Show,
    /// One thing on its programme.
    Item(usize),
    /// The workshop's record itself.
    Record,
    /// What a group guessed.
    Guess(usize),
    /// What was argued.
    Argument(usize),
    /// What was decided.
    Decision(usize),
    /// The sheet of ink itself.
    Ink,
    /// What is drawn over one step.
    Page(usize),
}

impl About {
    /// What sort of thing it is, in one word.
    #[must_use]
    pub const fn what(&self) -> &'static str {
        match self {
            Self::Play => "play",
            Self::Ball => "ball",
            Self::Player(..) => "player",
            Self::Assumption(_) => "assumption",
            Self::Effect(..) => "effect",
            Self::Beat(_) => "beat",
            Self::Plan => "plan",
            Self::Start(_) => "start",
            Self::Call(..) => "call",
            Self::Event(..) => "event",
            Self::Risk(..) => "risk",
            Self::Model => "model",
            Self::Channel(_) => "channel",
            Self::Mark(..) => "mark",
            Self::Constant(_) => "constant",
            Self::Show => "show",
            Self::Item(_) => "item",
            Self::Record => "record",
            Self::Guess(_) => "guess",
            Self::Argument(_) => "argument",
            Self::Decision(_) => "decision",
            Self::Ink => "ink",
            Self::Page(_) => "page",
        }
    }

    /// Its id, or the name it goes by; an effect has its assumption's, a mark its channel's, a call its play's.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Play
            | Self::Ball
            | Self::Beat(_)
            | Self::Plan
            | Self::Model
            | Self::Start(None)
            | Self::Show
            | Self::Item(_)
            | Self::Record
            | Self::Guess(_)
            | Self::Argument(_)
            | Self::Decision(_)
            | Self::Ink
            | Self::Page(_) => None,
            Self::Player(_, id) => Some(id.as_str()),
            Self::Assumption(id) | Self::Effect(id, _) => Some(id.as_str()),
            Self::Call(id, _) => Some(id.as_str()),
            Self::Event(name, _) | Self::Risk(name, _) => Some(name),
            Self::Channel(id) | Self::Mark(id, _) | Self::Start(Some(id)) => Some(id.as_str()),
            Self::Constant(name) => Some(name),
        }
    }

    /// Its place in its list, from 1, where that is how it is found.
    #[must_use]
    pub const fn place(&self) -> Option<usize> {
        match self {
            Self::Effect(_, place)
            | Self::Beat(place)
            | Self::Call(_, place)
            | Self::Event(_, place)
            | Self::Risk(_, place)
            | Self::Mark(_, place)
            | Self::Item(place)
            | Self::Guess(place)
            | Self::Argument(place)
            | Self::Decision(place)
            | Self::Page(place) => Some(*place),
            Self::Play
            | Self::Ball
            | Self::Player(..)
            | Self::Assumption(_)
            | Self::Plan
            | Self::Start(_)
            | Self::Model
            | Self::Channel(_)
            | Self::Constant(_)
            | Self::Show
            | Self::Record
            | Self::Ink => None,
        }
    }
}

/// What channels, plays and plans are called on screen; what has no name here goes by its id.
#[derive(Clone, Debug, Default)]
pub struct Names {
    channels: BTreeMap<ChannelId, String>,
    plays: BTreeMap<PlayId, String>,
}

impl Names {
    /// Learns the names of a model's channels, unless they have one already.
    pub fn add_model(&mut self, model: &OperatingModel) {
        for channel in &model.channels {
            self.channels.entry(channel.id.clone()).or_insert_with(|| channel.name.clone());
        }
    }

    /// Learns a play's title, unless it has one already.
    pub fn add_play(&mut self, id: PlayId, play: &Play) {
        self.plays.entry(id).or_insert_with(|| play.title.clone());
    }

    /// Learns a plan's title, unless a play or plan of that name has one already.
    pub fn add_plan(&mut self, id: PlayId, plan: &GamePlan) {
        self.plays.entry(id).or_insert_with(|| plan.title.clone());
    }

    fn channel<'a>(&'a self, id: &'a ChannelId) -> &'a str {
        self.channels.get(id).map_or(id.as_str(), String::as_str)
    }

    fn play<'a>(&'a self, id: &'a PlayId) -> &'a str {
        self.plays.get(id).map_or(id.as_str(), String::as_str)
    }
}

/// Collects what is different.
#[derive(Debug, Default)]
struct Found(Vec<Change>);

impl Found {
    fn added(&mut self, about: About, to: &impl Serialize, sentence: String) {
        let to = Some(value(to));
        self.0.push(Change { kind: ChangeKind::Added, about, field: None, from: None, to, sentence });
    }

    fn removed(&mut self, about: About, from: &impl Serialize, sentence: String) {
        let from = Some(value(from));
        self.0.push(Change { kind: ChangeKind::Removed, about, field: None, from, to: None, sentence });
    }

    /// One field of something, if it says something else.
    fn field<T: PartialEq + Serialize>(
        &mut self,
        about: &About,
        field: &'static str,
        (from, to): (&T, &T),
        sentence: impl FnOnce() -> String,
    ) {
        if from != to {
            let (from, to) = (Some(value(from)), Some(value(to)));
            let (about, sentence) = (about.clone(), sentence());
            self.0.push(Change { kind: ChangeKind::Changed, about, field: Some(field), from, to, sentence });
        }
    }

    /// From one place in its list to another; places count from 0 here.
    fn moved(&mut self, about: About, (from, to): (usize, usize), sentence: String) {
        let (from, to) = (Some((from + 1).into()), Some((to + 1).into()));
        self.0.push(Change { kind: ChangeKind::Moved, about, field: None, from, to, sentence });
    }
}

/// How the items of a list are told; places count from 0.
trait Teller<T> {
    fn added(&self, found: &mut Found, item: &T, at: usize);
    fn removed(&self, found: &mut Found, item: &T, at: usize);
    /// What is different in an item that both lists have.
    fn changed(&self, found: &mut Found, before: &T, after: &T, at: (usize, usize));
    fn moved(&self, found: &mut Found, item: &T, at: (usize, usize));
}

/// Tells two lists: what was removed first, then the later list from its beginning.
fn tell<T>(found: &mut Found, alignment: &Alignment, (before, after): (&[T], &[T]), teller: &impl Teller<T>) {
    for at in &alignment.removed {
        if let Some(item) = before.get(*at) {
            teller.removed(found, item, *at);
        }
    }
    for (at, item) in after.iter().enumerate() {
        match alignment.pair_of(at) {
            None => teller.added(found, item, at),
            Some(pair) => {
                let places = (pair.before, pair.after);
                if pair.moved {
                    teller.moved(found, item, places);
                }
                if let Some(earlier) = before.get(pair.before) {
                    teller.changed(found, earlier, item, places);
                }
            }
        }
    }
}

/// As files would write it. What cannot be written as data is null; nothing in a document is.
fn value(data: &impl Serialize) -> Value {
    serde_json::to_value(data).unwrap_or_default()
}
