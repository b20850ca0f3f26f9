//! Another id for something, wherever its file names it.
//!
//! In: a tree, what is renamed, its id and the new one. Out: one edit of every place. Other files are not looked at.

use super::EditError;
use super::place::{document, entry};
use super::text_edit::TextEdit;
use super::write::quoted;
use crate::model::is_valid_id;
use crate::play_file::problem::Edit;
use crate::play_file::slots::inside_some;
use crate::play_file::tree::{Node, NodeKind, NodePath, Tree};

/// What has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// A player of either side of a play.
    Player,
    /// An assumption of a play.
    Assumption,
    /// A channel: of this model, or one that this play or plan names.
    Channel,
    /// A play that this plan calls, or this show names.
    Play,
}

/// Where what has an id stands in its file, such as `offense[2]`; for a play, the first call of it, or the first item of a
/// show that runs it.
#[must_use]
pub fn path_of(tree: &Tree, what: Named, id: &str) -> Option<NodePath> {
    let (lists, field): (&[&str], _) = match what {
        Named::Player => (&["offense", "defense"], "id"),
        Named::Assumption => (&["assumptions"], "id"),
        Named::Channel => (&["channels"], "id"),
        Named::Play => (&["calls", "items"], "play"),
    };
    let (root, _) = document(tree).ok()?;
    let named =
        |node: &Node<'_>| node.field(field).and_then(|node| node.as_str()).is_some_and(|text| text == id);
    lists.iter().find_map(|list| items(root.field(list)).find(named)).map(|node| node.path())
}

/// # Errors
/// [`EditError::NotNamed`] if nothing of that kind is called `from`, [`EditError::BadId`], and
/// [`EditError::DuplicateId`] where a start map has the new name already.
pub(super) fn rename(tree: &Tree, what: Named, from: &str, to: &str) -> Result<TextEdit, EditError> {
    let (root, _) = document(tree)?;
    if !is_valid_id(to) {
        return Err(EditError::BadId { id: to.to_owned() });
    }
    let mut places = Places { root, from, found: Vec::new() };
    let defined = match what {
        Named::Player => {
            let defined = places.definitions(&["offense", "defense"]);
            places.players();
            places.focus();
            defined
        }
        Named::Assumption => {
            let defined = places.definitions(&["assumptions"]);
            places.focus();
            defined
        }
        Named::Channel => {
            places.definitions(&["channels"]);
            places.channels();
            // A player's or an assumption's id comes first where a beat looks at it.
            let lists = ["offense", "defense", "assumptions"];
            if !lists.iter().any(|list| places.elements(list).any(|element| places.is(element.field("id")))) {
                places.focus();
            }
            !places.found.is_empty()
        }
        Named::Play => {
            for call in places.elements("calls").collect::<Vec<_>>() {
                places.look(call.field("play"));
            }
            for item in places.elements("items").collect::<Vec<_>>() {
                places.look(item.field("play"));
                for list in ["of", "plays"] {
                    for name in items(item.field(list)) {
                        places.look(Some(name));
                    }
                }
            }
            !places.found.is_empty()
        }
    };
    if !defined {
        return Err(EditError::NotNamed { id: from.to_owned() });
    }
    let start = root.field("start").filter(|start| start.kind() == NodeKind::Map);
    if what == Named::Channel && from != to && start.is_some_and(|start| entry(start, to).is_some()) {
        return Err(EditError::DuplicateId { id: to.to_owned() });
    }
    if from == to {
        return Ok(TextEdit::default());
    }
    TextEdit::new(places.found.iter().map(|node| Edit { span: node.span().into(), text: quoted(to) }))
}

/// The places that name something.
struct Places<'t, 'f> {
    root: Node<'t>,
    from: &'f str,
    found: Vec<Node<'t>>,
}

impl<'t> Places<'t, '_> {
    fn elements(&self, list: &str) -> impl Iterator<Item = Node<'t>> + use<'t> {
        items(self.root.field(list))
    }

    fn is(&self, node: Option<Node<'_>>) -> bool {
        node.and_then(inside_some).and_then(|node| node.as_str()).is_some_and(|text| text == self.from)
    }

    fn look(&mut self, node: Option<Node<'t>>) {
        if self.is(node) {
            self.found.extend(node.and_then(inside_some));
        }
    }

    /// The ids of what stands in these lists; whether one is the one looked for.
    fn definitions(&mut self, lists: &[&str]) -> bool {
        for list in lists {
            for element in self.elements(list).collect::<Vec<_>>() {
                self.look(element.field("id"));
            }
        }
        !self.found.is_empty()
    }

    fn players(&mut self) {
        self.look(self.root.field("ball").and_then(|ball| ball.field("carrier")));
        for player in self.elements("offense").collect::<Vec<_>>() {
            self.look(player.field("assignment").and_then(|assignment| assignment.only()));
        }
        self.effects(&["Strengthen"]);
    }

    fn channels(&mut self) {
        for list in ["offense", "defense", "assumptions"] {
            for element in self.elements(list).collect::<Vec<_>>() {
                self.look(element.field("channel"));
            }
        }
        self.effects(&["Cap", "Reach", "Drag"]);
        for event in self.elements("calls").collect::<Vec<_>>() {
            for channel in items(event.field("channels")) {
                self.look(Some(channel));
            }
        }
        let start = self.root.field("start").filter(|start| start.kind() == NodeKind::Map);
        for key in start.into_iter().flat_map(|start| start.items()).filter_map(|entry| entry.key_node()) {
            self.look(Some(key));
        }
    }

    fn effects(&mut self, kinds: &[&str]) {
        for assumption in self.elements("assumptions").collect::<Vec<_>>() {
            for effect in items(assumption.field("effects")) {
                if effect.name().is_some_and(|name| kinds.contains(&name)) {
                    self.look(effect.item(0).map(|item| item.value()));
                }
            }
        }
    }

    fn focus(&mut self) {
        for beat in self.elements("beats").collect::<Vec<_>>() {
            for name in items(beat.field("focus")) {
                self.look(Some(name));
            }
        }
    }
}

fn items(list: Option<Node<'_>>) -> impl Iterator<Item = Node<'_>> {
    let list = list.filter(|list| list.kind() == NodeKind::List);
    list.into_iter().flat_map(|list| list.items()).map(|item| item.value())
}
