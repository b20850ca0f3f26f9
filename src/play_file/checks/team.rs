//! The players of a play as far as they can be read, and who does what to whom.

use std::borrow::Cow;

use super::super::schema::{DEFENDER, MAX_PLAYERS, OFFENSE_PLAYER, Record};
use super::super::shape::loses;
use super::super::slots::Slots;
use super::super::tree::{Node, NodeKind, Tree};
use super::nothing_lost;
use crate::model::Side;

/// A player of either side.
pub(super) struct Player<'t> {
    pub side: Side,
    pub slots: Slots<'t>,
    pub id: Option<Cow<'t, str>>,
    pub channel: Option<Cow<'t, str>>,
    /// What it sets out to do; `None` if that cannot be read. Defenders hold.
    pub task: Option<Task<'t>>,
}

/// An assignment with its target as it is written.
#[derive(Clone)]
pub(super) enum Task<'t> {
    Confront(Target<'t>),
    Bypass(Target<'t>),
    Block(Target<'t>),
    Support(Target<'t>),
    Advance,
    Hold,
}

/// The name of a player, and where it is written.
#[derive(Clone)]
pub(super) struct Target<'t> {
    pub name: Cow<'t, str>,
    pub node: Node<'t>,
}

impl<'t> Task<'t> {
    fn of(node: Node<'t>) -> Option<Self> {
        let target = || Some(Target { name: node.only()?.as_str()?, node: node.only()? });
        match (node.name()?, node.kind()) {
            ("Confront", _) => target().map(Self::Confront),
            ("Bypass", _) => target().map(Self::Bypass),
            ("Block", _) => target().map(Self::Block),
            ("Support", _) => target().map(Self::Support),
            ("Advance", NodeKind::Ident) => Some(Self::Advance),
            ("Hold", NodeKind::Ident) => Some(Self::Hold),
            _ => None,
        }
    }

    /// The defender it is about, and how that is called.
    pub(super) fn opponent(&self) -> Option<(&'static str, &Target<'t>)> {
        match self {
            Self::Confront(target) => Some(("Confront", target)),
            Self::Bypass(target) => Some(("Bypass", target)),
            Self::Block(target) => Some(("Block", target)),
            Self::Support(_) | Self::Advance | Self::Hold => None,
        }
    }

    /// Whether the player itself tries to gain ground.
    pub(super) const fn attacks(&self) -> bool {
        matches!(self, Self::Confront(_) | Self::Bypass(_) | Self::Advance)
    }
}

/// All players of a play.
pub(super) struct Team<'t> {
    /// Offense, then defense, each in the order of the text.
    pub players: Vec<Player<'t>>,
    /// Every player's id could be read, so that a name not among them is unknown.
    pub complete: bool,
    /// Every player's channel and assignment could be read.
    pub clear: bool,
}

impl<'t> Team<'t> {
    pub(super) fn of(tree: &Tree, play: &Slots<'t>) -> Self {
        // Those beyond the limit are reported as too many, and not looked at further.
        let side = |field| play.list(field).take(MAX_PLAYERS);
        let offense = side("offense").map(|node| (Side::Offense, node));
        let defense = side("defense").map(|node| (Side::Defense, node));
        let players: Vec<Player<'t>> =
            offense.chain(defense).map(|(side, node)| player(tree, side, node)).collect();
        let whole = |list: Node<'_>| list.kind() == NodeKind::List && list.item_count() <= MAX_PLAYERS;
        let lists = ["offense", "defense"]
            .iter()
            .all(|list| !play.is_given(list) || play.get(list).is_some_and(whole));
        let complete = lists && nothing_lost(tree) && players.iter().all(|player| player.id.is_some());
        let clear =
            complete && players.iter().all(|player| player.channel.is_some() && player.task.is_some());
        Self { players, complete, clear }
    }

    /// The players of one side.
    pub(super) fn side(&self, side: Side) -> impl Iterator<Item = &Player<'t>> + Clone {
        self.players.iter().filter(move |player| player.side == side)
    }

    /// The first player of that id.
    pub(super) fn find(&self, id: &str) -> Option<&Player<'t>> {
        self.players.iter().find(|player| player.id.as_deref() == Some(id))
    }

    /// Where a player's support ends up: the first in its chain that does something else; `None` if that cannot be
    /// told, or the chain is a ring.
    pub(super) fn end_of_chain<'p>(&'p self, player: &'p Player<'t>) -> Option<&'p Player<'t>> {
        let mut at = player;
        for _ in 0..=self.players.len() {
            match at.task.as_ref()? {
                Task::Support(target) => at = self.find(&target.name)?,
                _ => return Some(at),
            }
        }
        None
    }

    /// Whether anybody on the offense tries to gain ground in a channel.
    pub(super) fn attacks_in(&self, channel: &str) -> bool {
        self.side(Side::Offense).any(|player| {
            player.channel.as_deref() == Some(channel) && player.task.as_ref().is_some_and(Task::attacks)
        })
    }
}

impl Player<'_> {
    /// The id, or nothing.
    pub(super) fn name(&self) -> &str {
        self.id.as_deref().unwrap_or("")
    }

    /// Whether it is a defender that comes at the ball carrier.
    pub(super) fn presses(&self) -> bool {
        self.side == Side::Defense
            && self.slots.get("stance").is_some_and(|stance| stance.name() == Some("Press"))
    }
}

fn player<'t>(tree: &Tree, side: Side, node: Node<'t>) -> Player<'t> {
    let schema = if side == Side::Offense { &OFFENSE_PLAYER } else { &DEFENDER };
    let slots = Slots::of(node, schema);
    let text = |field| slots.get(field).and_then(|value| value.as_str());
    let task = match (side, slots.is_given("assignment")) {
        (Side::Offense, true) => slots.get("assignment").and_then(Task::of),
        (Side::Offense, false) if !is_whole(tree, node, schema) => None,
        _ => Some(Task::Hold),
    };
    Player { side, id: text("id"), channel: text("channel"), task, slots }
}

/// Whether all of a record could be read, so that a field it lacks is not there under another name.
fn is_whole(tree: &Tree, node: Node<'_>, schema: &Record) -> bool {
    let (start, end) = (node.span().start, node.span().end);
    node.kind() == NodeKind::Struct
        && node.close().is_some()
        && node.items().all(|item| item.key().is_some_and(|key| schema.index(key, 0).is_some()))
        && !tree.errors().iter().any(|error| loses(error.kind) && (start..=end).contains(&error.span.start))
}
