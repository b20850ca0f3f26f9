//! Setting a place to a value by changing as little of the text as that takes.
//!
//! In: a tree, a path and a value that the schema allows there. Out: the next change on the way, or none if the text
//! says so already. Numbers and texts are replaced where they stand; fields and elements that are the same stay as they
//! are, with their comments.

use super::EditError;
use super::compare::reads_as;
use super::items::{Beside, New, Piece, column, insert, remove, unit_within};
use super::place::{Place, entry, find, is_record, no_such_place};
use super::text_edit::TextEdit;
use super::value::{FieldValue, Value};
use super::write::{Spot, Style, quoted, written};
use crate::play_file::problem::Edit;
use crate::play_file::slots::inside_some;
use crate::play_file::tree::{Item, Node, NodeKind, NodePath, Segment, Tree};

/// The next change that brings the place nearer to the value; an empty one when it is there.
///
/// # Errors
/// [`EditError::NoSuchPlace`] if the path leads nowhere.
pub(super) fn step(tree: &Tree, path: &NodePath, value: &Value) -> Result<TextEdit, EditError> {
    let Place { node, inside, .. } = find(tree, path)?;
    if let Some(node) = node {
        let mut walk = Walk::default();
        walk.compare(node, value);
        return walk.into_step();
    }
    let Some(inside) = inside else { return Ok(TextEdit::default()) };
    match (inside.field, path.segments().last()) {
        (Some((field, schema)), _) => {
            let order = schema.fields.iter().map(|field| field.name);
            insert_field(inside.parent, field.name, value, order)
        }
        (None, Some(Segment::Key(key))) => insert_entry(inside.parent, key.trim_matches('"'), value),
        (None, _) => Err(no_such_place(path)),
    }
}

/// What differs between a node and a value, found in one pass.
#[derive(Default)]
struct Walk<'t, 'v> {
    /// Single values to replace.
    leaves: Vec<Edit>,
    /// The first thing to add, take out or move, which waits until the single values are right.
    structure: Option<Structure<'t, 'v>>,
}

/// Something to add to a node, take out of it or move in it.
enum Structure<'t, 'v> {
    Field(Node<'t>, &'v FieldValue, &'v [FieldValue]),
    Entry(Node<'t>, &'v str, &'v Value),
    Element(Node<'t>, usize, &'v Value),
    Out(Node<'t>, usize),
    Move(Node<'t>, usize, usize),
}

impl<'t, 'v> Walk<'t, 'v> {
    fn into_step(self) -> Result<TextEdit, EditError> {
        if !self.leaves.is_empty() {
            return TextEdit::new(self.leaves);
        }
        match self.structure {
            None => Ok(TextEdit::default()),
            Some(Structure::Field(node, field, fields)) => match &field.value {
                Some(value) => insert_field(node, field.name, value, fields.iter().map(|field| field.name)),
                None => Ok(TextEdit::default()),
            },
            Some(Structure::Entry(node, key, value)) => insert_entry(node, key, value),
            Some(Structure::Element(node, at, value)) => {
                let beside = at.checked_sub(1).map_or(Beside::Before(0), Beside::After);
                insert(node, beside, New::Value { key: "", value })
            }
            Some(Structure::Out(node, at)) => remove(node, at),
            Some(Structure::Move(node, from, to)) => move_item(node, from, to),
        }
    }

    fn compare(&mut self, node: Node<'t>, value: &'v Value) {
        if reads_as(node, value) {
            return;
        }
        match (node.kind(), value) {
            (NodeKind::Tuple, Value::Tuple(values)) if node.item_count() == values.len() => {
                self.each(node, values);
            }
            (NodeKind::Tuple, Value::Variant(name, values))
                if node.name() == Some(name) && node.item_count() == values.len() =>
            {
                self.each(node, values);
            }
            (NodeKind::List, Value::List(values)) => self.list(node, values),
            (NodeKind::Map, Value::Map(entries)) => {
                for item in node.items() {
                    let named =
                        |key: &str| item.key_node().and_then(|k| k.as_str()).is_some_and(|k| k == key);
                    match entries.iter().find(|(key, _)| named(key)) {
                        Some((_, value)) => self.compare(item.value(), value),
                        None => self.add(Structure::Out(node, item.index())),
                    }
                }
                if let Some((key, value)) = entries.iter().find(|(key, _)| entry(node, key).is_none()) {
                    self.add(Structure::Entry(node, key, value));
                }
            }
            (_, Value::Record(name, fields))
                if is_record(node) && (name.is_none() || node.name() == *name) =>
            {
                self.record(node, fields);
            }
            _ => self.leaves.push(replacement(node, value)),
        }
    }

    fn each(&mut self, node: Node<'t>, values: &'v [Value]) {
        for (item, value) in node.items().zip(values) {
            self.compare(item.value(), value);
        }
    }

    fn record(&mut self, node: Node<'t>, fields: &'v [FieldValue]) {
        for field in fields {
            let item = node.fields().find(|item| item.key() == Some(field.name));
            match (item, &field.value) {
                (Some(item), Some(value)) => match inside_some(item.value()) {
                    Some(there) if item.value() == there => self.compare(there, value),
                    Some(there) if reads_as(there, value) => {}
                    _ => self.leaves.push(replacement(item.value(), value)),
                },
                (Some(item), None) if inside_some(item.value()).is_some() => {
                    self.add(Structure::Out(node, item.index()));
                }
                (None, Some(_)) if !field.is_default => self.add(Structure::Field(node, field, fields)),
                _ => {}
            }
        }
    }

    fn list(&mut self, node: Node<'t>, values: &'v [Value]) {
        let nodes: Vec<Node<'t>> = node.items().map(|item| item.value()).collect();
        let mut at = 0;
        while let (Some(there), Some(value)) = (nodes.get(at), values.get(at)) {
            if !is_same(*there, value) {
                let rest_there = nodes.get(at..).unwrap_or(&[]);
                let rest = values.get(at..).unwrap_or(&[]);
                let wanted = rest.iter().any(|value| is_same(*there, value));
                let elsewhere = rest_there.iter().position(|there| is_same(*there, value));
                match (wanted, elsewhere) {
                    (false, None) if !has_id(value) && rest_there.len() == rest.len() => {
                        self.compare(*there, value);
                    }
                    (false, _) => return self.add(Structure::Out(node, at)),
                    (true, Some(further)) => return self.add(Structure::Move(node, at + further, at)),
                    (true, None) => return self.add(Structure::Element(node, at, value)),
                }
            } else if self.structure.is_none() {
                self.compare(*there, value);
            }
            at += 1;
        }
        if at < nodes.len() {
            self.add(Structure::Out(node, nodes.len() - 1));
        } else if let Some(value) = values.get(at) {
            self.add(Structure::Element(node, at, value));
        }
    }

    fn add(&mut self, structure: Structure<'t, 'v>) {
        self.structure.get_or_insert(structure);
    }
}

/// Whether an element of a list is the one that is meant, even if it is to change.
fn is_same(node: Node<'_>, value: &Value) -> bool {
    match id_of(value) {
        Some(id) => node.field("id").and_then(|there| there.as_str()).is_some_and(|there| there == id),
        None => reads_as(node, value),
    }
}

fn has_id(value: &Value) -> bool {
    id_of(value).is_some()
}

fn id_of(value: &Value) -> Option<&str> {
    let Value::Record(_, fields) = value else { return None };
    match &fields.iter().find(|field| field.name == "id")?.value {
        Some(Value::Text(id)) => Some(id),
        _ => None,
    }
}

/// Another value in the place of one.
fn replacement(node: Node<'_>, value: &Value) -> Edit {
    let tree = node.tree();
    let start = node.span().start as usize;
    let text = tree.text();
    let unit = node.parent().and_then(unit_within).unwrap_or("");
    let item = node.parent().and_then(|parent| parent.items().find(|item| item.value() == node));
    let own_line = item.is_some_and(|item| item.indent().is_some());
    let style = if own_line || node.text().contains('\n') { Style::IfShort } else { Style::OneLine };
    let indent = tree.line_indent(start);
    let spot = Spot { column: column(text, start), ..Spot::line(tree.line_ending(), unit, indent) };
    Edit { span: node.span().into(), text: written(value, spot, style) }
}

/// Puts a field where the order of the schema has it, judged by those before it.
fn insert_field<'n>(
    node: Node<'_>,
    name: &str,
    value: &Value,
    order: impl Iterator<Item = &'n str>,
) -> Result<TextEdit, EditError> {
    let order: Vec<&str> = order.take_while(|other| *other != name).collect();
    let place = |item: &Item<'_>| order.iter().position(|other| item.key() == Some(other));
    let before = node.fields().filter(|item| place(item).is_some()).max_by_key(place);
    let beside = before.map_or(Beside::Before(0), |item| Beside::After(item.index()));
    insert(node, beside, New::Value { key: &format!("{name}: "), value })
}

fn insert_entry(map: Node<'_>, key: &str, value: &Value) -> Result<TextEdit, EditError> {
    insert(map, Beside::End, New::Value { key: &format!("{}: ", quoted(key)), value })
}

/// Moves an item within its list, with all that is its own.
pub(super) fn move_item(node: Node<'_>, from: usize, to: usize) -> Result<TextEdit, EditError> {
    let count = node.item_count();
    let Some(piece) = Piece::of(node, from).filter(|_| from != to && to < count) else {
        return Ok(TextEdit::default());
    };
    let out = remove(node, from)?;
    let without = Tree::parse(&out.apply(node.tree().text())?);
    let list = without.at(&node.path()).ok_or(EditError::Unreadable)?;
    let beside = if from > to { Beside::Before(to) } else { Beside::After(to - 1) };
    out.compose(&insert(list, beside, New::Piece(piece))?)
}
