//! Players from text: what [`copy`](Arrange::copy) wrote, or what somebody took out of a play file with an editor.
//!
//! In: any text. Out: its players, as values; or a sentence on what is wrong with it and in which line.

use super::copies::{Ids, Room, aside, own_or_fresh, redirected};
use super::{Arrange, Step, spots, words};
use crate::model::{ChannelId, Defender, OffensePlayer, PlayerId, Side};
use crate::play_file::edit::{At, Change, EditError, Value, edit};
use crate::play_file::tree::{Node, NodeKind, NodePath, Tree};
use crate::play_file::{MAX_BYTES, ron_options};
use serde::de::DeserializeOwned;

impl Arrange<'_> {
    /// The players of a text added behind those there are: of `(offense: [ … ], defense: [ … ])`, a record of one
    /// player, several with commas between them, a list, or a whole play, with or without comments. Their values stay
    /// as they are written, but for
    ///
    /// * ids that are taken, which become fresh ones wherever the pasted players name each other;
    /// * channels the model lacks, which become `channel`, or else the model's first;
    /// * places on top of somebody, which move a little aside;
    /// * opponents and team-mates that are not there: see [`Step::follows`].
    ///
    /// A record that says neither `assignment` or `route` nor `stance` is a defender if it lines up ahead of the line.
    ///
    /// # Errors
    /// A sentence with the line: the text is not RON, holds no player, or holds one that no play may have; or a side
    /// would have more than 100 players.
    pub fn paste(&self, text: &str, channel: Option<&ChannelId>) -> Result<Step, String> {
        let pasted = Pasted::read(text)?;
        self.room_for(Side::Offense, pasted.offense.len())?;
        self.room_for(Side::Defense, pasted.defense.len())?;

        let mut taken = self.taken();
        let mut ids = Ids::new();
        let mut come = Vec::new();
        let mut arrive = |id: &PlayerId, name: &str| {
            let new = own_or_fresh(id, name, &taken);
            taken.push(new.to_string());
            // Of two with one id, the others mean the first.
            ids.entry(id.clone()).or_insert_with(|| new.clone());
            come.push(new.clone());
            new
        };
        let mut room = Room::default();
        for channel in &self.model.channels {
            room.0.insert(channel.id.clone(), spots::places_in(self.play, &channel.id));
        }
        let fallback = channel.filter(|channel| self.model.index_of(channel).is_some());
        let home = |own: ChannelId| match fallback {
            Some(channel) if self.model.index_of(&own).is_none() => channel.clone(),
            _ => self.channel_or_first(&own),
        };

        let mut draft = self.draft();
        let mut offense = Vec::new();
        for mut player in pasted.offense {
            player.id = arrive(&player.id, &player.name);
            player.channel = home(player.channel);
            let at = room.take(&player.channel, player.at, Side::Offense);
            aside(&mut player, at);
            offense.push(player);
        }
        let mut defense = Vec::new();
        for mut defender in pasted.defense {
            defender.id = arrive(&defender.id, &defender.name);
            defender.channel = home(defender.channel);
            defender.at = room.take(&defender.channel, defender.at, Side::Defense);
            defense.push(defender);
        }
        for player in &mut offense {
            player.assignment = redirected(&player.assignment, &ids);
        }
        draft.play.offense.extend(offense);
        draft.play.defense.extend(defense);
        let name = format!("Paste {}", words::players(&draft.play, &come));
        Ok(draft.into_step(name))
    }
}

/// The players of a text.
#[derive(Default)]
struct Pasted {
    offense: Vec<OffensePlayer>,
    defense: Vec<Defender>,
}

/// What a text is tried as, in this order: as it is, as elements of a list, as fields of a record.
const AROUND: [(&str, &str); 3] = [("", ""), ("[", "]"), ("(", ")")];
/// Lists in lists beyond this are not looked into.
const DEEPEST: usize = 4;

impl Pasted {
    fn read(text: &str) -> Result<Self, String> {
        if text.len() > MAX_BYTES {
            return Err(format!("This is too long to paste: at most {MAX_BYTES} bytes"));
        }
        // The try that gets furthest tells what is wrong.
        let mut worst: Option<(u32, String)> = None;
        for (open, close) in AROUND {
            // A comment at the end must not take the bracket in.
            let tree = Tree::parse(&if open.is_empty() {
                text.to_owned()
            } else {
                format!("{open}{text}\n{close}")
            });
            let Some(error) = tree.errors().first() else {
                let mut pasted = Self::default();
                if let Some(root) = tree.root() {
                    pasted.take(root, 0)?;
                }
                if pasted.offense.is_empty() && pasted.defense.is_empty() {
                    return Err(NO_PLAYER.to_owned());
                }
                return Ok(pasted);
            };
            let at = error.span.start.saturating_sub(open.len() as u32);
            if worst.as_ref().is_none_or(|(furthest, _)| at > *furthest) {
                worst = Some((at, format!("{}: {}", line(&tree, error.span.start), error.message)));
            }
        }
        let (_, what) = worst.unwrap_or_default();
        Err(if text.trim().is_empty() {
            NO_PLAYER.to_owned()
        } else {
            format!("This cannot be pasted. {what}")
        })
    }

    fn take(&mut self, node: Node<'_>, depth: usize) -> Result<(), String> {
        let lists: Vec<Node<'_>> =
            ["offense", "defense"].iter().filter_map(|list| node.field(list)).collect();
        match node.kind() {
            NodeKind::Struct if !lists.is_empty() => {
                for (name, side) in [("offense", Side::Offense), ("defense", Side::Defense)] {
                    for item in node.field(name).iter().flat_map(Node::items) {
                        self.player(item.value(), side)?;
                    }
                }
                Ok(())
            }
            NodeKind::Struct if ["channel", "at", "strength"].iter().any(|f| node.field(f).is_some()) => {
                let side = side_of(node);
                self.player(node, side)
            }
            NodeKind::List if depth < DEEPEST => {
                node.items().try_for_each(|item| self.take(item.value(), depth + 1))
            }
            _ => Err(format!("{}: {NO_PLAYER}", line(node.tree(), node.span().start))),
        }
    }

    fn player(&mut self, node: Node<'_>, side: Side) -> Result<(), String> {
        match side {
            Side::Offense => {
                let player: OffensePlayer = typed(node)?;
                allowed(node, "offense", Value::from(&OffensePlayer { id: "x".into(), ..player.clone() }))?;
                self.offense.push(player);
            }
            Side::Defense => {
                let defender: Defender = typed(node)?;
                allowed(node, "defense", Value::from(&Defender { id: "x".into(), ..defender.clone() }))?;
                self.defense.push(defender);
            }
        }
        Ok(())
    }
}

const NO_PLAYER: &str = "There is no player in it: a player is a record such as (id: \"legacy\", name: \"Legacy \
                         technology\", channel: \"technology\", at: (5, 0), strength: 5)";

/// Which side a record by itself belongs to.
fn side_of(node: Node<'_>) -> Side {
    let has = |field| node.field(field).is_some();
    let ahead = node.field("at").and_then(|at| at.item(0)?.value().as_f64()).is_some_and(|yards| yards > 0.0);
    match node.name() {
        Some("OffensePlayer") => Side::Offense,
        Some("Defender") => Side::Defense,
        _ if has("assignment") || has("route") => Side::Offense,
        _ if has("stance") || ahead => Side::Defense,
        _ => Side::Offense,
    }
}

/// What `ron` reads of a record.
fn typed<T: DeserializeOwned>(node: Node<'_>) -> Result<T, String> {
    ron_options().from_str(node.text()).map_err(|refused| {
        let inside = refused.span.start.line.saturating_sub(1);
        let (at, what) = match &refused.code {
            ron::Error::MissingStructField { field, .. } => (0, format!("this player has no `{field}`")),
            ron::Error::NoSuchStructField { found, .. } => {
                (inside, format!("a player on that side has no field `{found}`"))
            }
            ron::Error::DuplicateStructField { field, .. } => (inside, format!("`{field}` is given twice")),
            code => (inside, code.to_string()),
        };
        format!("Line {}: {what}", number(node.tree(), node.span().start) + at)
    })
}

/// Whether a play may have such a player: what an edit of an empty one says.
fn allowed(node: Node<'_>, list: &str, value: Value) -> Result<(), String> {
    const EMPTY: &str = "Play(format: 1, title: \"\", summary: \"\", ball: (carrier: \"x\", step_back: 0))";
    let change = Change::insert(NodePath::root().field(list), At::End, value);
    let Err(refused) = edit(EMPTY, &[change]) else { return Ok(()) };
    // `offense[0].at[1]` is no place of what was pasted; `at` is.
    let field = |path: &str| {
        let field = path.split('.').nth(1).unwrap_or(path);
        field.split('[').next().unwrap_or(field).to_owned()
    };
    let what = match &refused {
        EditError::OutOfRange { path, allowed } => format!("`{}` must be {allowed}", field(path)),
        EditError::WrongValue { path, expected } => format!("`{}` must be {expected}", field(path)),
        other => other.to_string(),
    };
    Err(format!("{}: {what}", line(node.tree(), node.span().start)))
}

fn line(tree: &Tree, at: u32) -> String {
    format!("Line {}", number(tree, at))
}

/// The line of an offset, from 1.
fn number(tree: &Tree, at: u32) -> usize {
    1 + tree.text().get(..at as usize).unwrap_or("").matches('\n').count()
}
