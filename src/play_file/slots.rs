//! The view of a record by the field names of its schema, which the checks read values by.
//!
//! In: a node and a [`Record`]. Out: the nodes of its fields, whatever their order, with misspelt names taken for what
//! was meant. Nothing is reported here.

use super::nearest::nearest;
use super::schema::{MAX_FIELDS, Need, Record};
use super::tree::{Item, Node, NodeKind};

/// In a record with more unknown fields than this nobody's guess is good.
const MAX_STRANGERS: usize = 50;

/// The values of a record by the fields of its schema.
#[derive(Clone, Copy)]
pub(super) struct Slots<'t> {
    schema: &'static Record,
    values: [Option<Node<'t>>; MAX_FIELDS],
}

impl<'t> Slots<'t> {
    /// The view of `node`; empty if it is no record. Of several fields of one name the first counts, and `None` is as
    /// good as missing.
    pub(super) fn of(node: Node<'t>, schema: &'static Record) -> Self {
        let mut slots = Self { schema, values: [None; MAX_FIELDS] };
        if node.kind() != NodeKind::Struct {
            return slots;
        }
        let mut strangers = 0_usize;
        let mut present = [false; MAX_FIELDS];
        let mut next = 0;
        for item in node.items() {
            let Some(key) = item.key() else { continue };
            match schema.index(key, next) {
                Some(index) => {
                    slots.fill(index, item);
                    if let Some(present) = present.get_mut(index) {
                        *present = true;
                    }
                    next = index + 1;
                }
                None => strangers += 1,
            }
        }
        if (1..=MAX_STRANGERS).contains(&strangers) {
            for item in node.items() {
                if let Some(index) = item.key().and_then(|key| meant(key, &present, schema)) {
                    slots.fill(index, item);
                }
            }
        }
        slots
    }

    fn index(&self, name: &str) -> Option<usize> {
        self.schema.index(name, 0)
    }

    fn fill(&mut self, index: usize, item: Item<'t>) {
        if let Some(slot @ None) = self.values.get_mut(index) {
            let optional = self.schema.fields.get(index).is_some_and(|field| field.need == Need::Optional);
            *slot = if optional { inside_some(item.value()) } else { Some(item.value()) };
        }
    }

    /// The value of a field, if it is there and could be read.
    pub(super) fn get(&self, name: &str) -> Option<Node<'t>> {
        let value = (*self.values.get(self.index(name)?)?)?;
        (value.kind() != NodeKind::Error).then_some(value)
    }

    /// Whether a field is there, readable or not.
    pub(super) fn is_given(&self, name: &str) -> bool {
        self.index(name).and_then(|index| self.values.get(index)).is_some_and(Option::is_some)
    }

    /// The items of a field's list; none if it is missing or no list.
    pub(super) fn list(&self, name: &str) -> impl Iterator<Item = Node<'t>> + use<'t> {
        let list = self.get(name).filter(|value| value.kind() == NodeKind::List);
        list.into_iter().flat_map(|list| list.items()).map(|item| item.value())
    }
}

/// Which fields of the schema a record has.
pub(super) fn present(node: Node<'_>, schema: &'static Record) -> [bool; MAX_FIELDS] {
    let mut present = [false; MAX_FIELDS];
    for key in node.items().filter_map(|item| item.key()) {
        if let Some(present) = schema.index(key, 0).and_then(|index| present.get_mut(index)) {
            *present = true;
        }
    }
    present
}

/// Which field was meant by a name that is none: the nearest that is not `present` otherwise.
pub(super) fn meant(key: &str, present: &[bool; MAX_FIELDS], schema: &'static Record) -> Option<usize> {
    if schema.index(key, 0).is_some() {
        return None;
    }
    let free =
        schema.fields.iter().zip(present).filter(|(_, present)| !**present).map(|(field, _)| field.name);
    schema.index(nearest(key, free)?, 0)
}

/// What an optional field holds: nothing, the inside of `Some(…)`, or the value itself.
pub(super) fn inside_some(node: Node<'_>) -> Option<Node<'_>> {
    match node.name() {
        Some("None") if node.kind() == NodeKind::Ident => None,
        Some("Some") => node.only().or(Some(node)),
        _ => Some(node),
    }
}

/// What a number reads as, as [`Node::as_f64`] but quicker for the plain ones.
pub(super) fn number(node: Node<'_>) -> Option<f64> {
    if node.kind() != NodeKind::Number {
        return None;
    }
    node.text().parse().ok().or_else(|| node.as_f64())
}

/// Whether a number is written as a whole one, however large, or below 0.
pub(super) fn is_whole(node: Node<'_>) -> bool {
    node.kind() == NodeKind::Number && node.text().bytes().all(|byte| byte.is_ascii_digit() || byte == b'-')
}
