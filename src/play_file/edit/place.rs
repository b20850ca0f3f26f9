//! Places of a document by their path, with what the schema says may stand there.
//!
//! In: a tree without syntax errors and a [`NodePath`]. Out: the item it leads to, if it is there, and its kind. What is
//! not in the text yet has a place too, as long as the schema has it and the record it goes into is there.

use super::EditError;
use crate::play_file::DocumentKind;
use crate::play_file::schema::{Field, Holds, Kind, PART, PLACE_ACROSS, PLACE_YARDS, Record, STRENGTH, YARD};
use crate::play_file::slots::inside_some;
use crate::play_file::tree::{Item, Node, NodeKind, NodePath, Segment, Tree};

/// Where a path leads.
#[derive(Clone, Copy)]
pub(in crate::play_file) struct Place<'t> {
    /// What stands there.
    pub node: Option<Node<'t>>,
    /// The same with its name, and what it is in; nothing for the document itself.
    pub inside: Option<Inside<'t>>,
    /// What may stand there.
    pub kind: Kind,
}

/// A place within another.
#[derive(Clone, Copy)]
pub(in crate::play_file) struct Inside<'t> {
    /// The record, list or tuple.
    pub parent: Node<'t>,
    /// The item, if it is there.
    pub item: Option<Item<'t>>,
    /// The field of the schema, with the record it is of.
    pub field: Option<(&'static Field, &'static Record)>,
}

/// The document and its kind.
///
/// # Errors
/// [`EditError::WrongDocument`] if it is none of ours.
pub(super) fn document(tree: &Tree) -> Result<(Node<'_>, DocumentKind), EditError> {
    let root = tree.root().ok_or(EditError::WrongDocument)?;
    let kind = DocumentKind::ALL.into_iter().find(|kind| Some(kind.name()) == root.name());
    let kind = kind.filter(|_| is_record(root)).ok_or(EditError::WrongDocument)?;
    Ok((root, kind))
}

/// Where `path` leads.
///
/// # Errors
/// [`EditError::NoSuchPlace`] if the schema has no such place, or what it is in is not there.
pub(in crate::play_file) fn find<'t>(tree: &'t Tree, path: &NodePath) -> Result<Place<'t>, EditError> {
    let (root, kind) = document(tree)?;
    let mut place = Place { node: Some(root), inside: None, kind: Kind::Record(kind.schema()) };
    for segment in path.segments() {
        let inside = place.node.and_then(|node| step(node, place.kind, segment));
        place = inside.ok_or_else(|| no_such_place(path))?;
    }
    Ok(place)
}

pub(super) fn no_such_place(path: &NodePath) -> EditError {
    EditError::NoSuchPlace { path: path.to_string() }
}

/// Whether a node can hold fields.
pub(super) fn is_record(node: Node<'_>) -> bool {
    match node.kind() {
        NodeKind::Struct | NodeKind::Unit => true,
        NodeKind::Tuple => node.item_count() == 0,
        _ => false,
    }
}

/// The schema of a record's fields.
pub(super) fn schema_of(node: Node<'_>, kind: Kind) -> Option<&'static Record> {
    match kind {
        Kind::Record(schema) => Some(schema),
        Kind::Choice(choice) => {
            let variant = choice.variants.iter().find(|variant| Some(variant.name) == node.name())?;
            match variant.holds {
                Holds::Fields(schema) => Some(schema),
                _ => None,
            }
        }
        _ => None,
    }
}

fn step<'t>(node: Node<'t>, kind: Kind, segment: &Segment) -> Option<Place<'t>> {
    let (item, kind, field) = match segment {
        Segment::Field(name) => {
            let schema = schema_of(node, kind).filter(|_| is_record(node))?;
            let field = schema.fields.iter().find(|field| field.name == name)?;
            (node.fields().find(|item| item.key() == Some(name)), field.kind, Some((field, schema)))
        }
        Segment::Index(index) => (Some(node.item(*index)?), nth_kind(node, kind, *index)?, None),
        Segment::Key(key) if node.kind() == NodeKind::Map => {
            let range = match kind {
                Kind::Start => YARD,
                Kind::Yards(range) => range,
                _ => return None,
            };
            (entry(node, key.trim_matches('"')), Kind::Number(range), None)
        }
        Segment::Key(_) => return None,
    };
    let value = item.map(|item| item.value());
    let node_there = value.map(|value| inside_some(value).unwrap_or(value));
    Some(Place { node: node_there, inside: Some(Inside { parent: node, item, field }), kind })
}

/// The entry of a map.
pub(super) fn entry<'t>(map: Node<'t>, key: &str) -> Option<Item<'t>> {
    map.items().find(|item| item.key_node().and_then(|key| key.as_str()).is_some_and(|k| k == key))
}

fn nth_kind(node: Node<'_>, kind: Kind, index: usize) -> Option<Kind> {
    match (kind, node.kind()) {
        (Kind::List(inner), NodeKind::List) => Some(*inner),
        (Kind::Place, NodeKind::Tuple) => {
            [PLACE_YARDS, PLACE_ACROSS].get(index).map(|range| Kind::Number(*range))
        }
        (Kind::Point, NodeKind::Tuple) if index < 2 => Some(Kind::Number(PART)),
        (Kind::Strength, NodeKind::Tuple) if index < 3 => Some(Kind::Number(STRENGTH)),
        (Kind::Choice(choice), NodeKind::Tuple) => {
            let variant = choice.variants.iter().find(|variant| Some(variant.name) == node.name())?;
            match variant.holds {
                Holds::Values(kinds) => kinds.get(index).copied(),
                _ => None,
            }
        }
        _ => None,
    }
}
