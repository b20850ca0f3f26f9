//! Whether what stands in a file says the same as a value.
//!
//! In: a node and a [`Value`]. Out: yes or no. However it is written, what reads the same need not be touched.

use super::place::{entry, is_record};
use super::value::Value;
use crate::play_file::slots::{inside_some, number};
use crate::play_file::tree::{Node, NodeKind};

/// Whether `ron` would read the value here.
pub(super) fn reads_as(node: Node<'_>, value: &Value) -> bool {
    match (node.kind(), value) {
        (NodeKind::String, Value::Text(text)) => node.as_str().is_some_and(|there| there == *text),
        (NodeKind::Number, Value::Number(wanted)) => number_in(node) == Some(*wanted),
        // A strength without a range.
        (NodeKind::Tuple, Value::Number(wanted)) => {
            node.item_count() == 3 && node.items().all(|item| number_in(item.value()) == Some(*wanted))
        }
        (NodeKind::Ident, Value::Flag(flag)) => node.as_bool() == Some(*flag),
        (NodeKind::Ident, Value::Variant(name, values)) => values.is_empty() && node.name() == Some(name),
        (NodeKind::Tuple, Value::Variant(name, values)) => {
            node.name() == Some(name) && !values.is_empty() && each(node, values)
        }
        (NodeKind::Tuple, Value::Tuple(values)) | (NodeKind::List, Value::List(values)) => each(node, values),
        (NodeKind::Map, Value::Map(entries)) => {
            let same = |(key, value): &(String, Value)| {
                entry(node, key).is_some_and(|entry| reads_as(entry.value(), value))
            };
            node.item_count() == entries.len() && entries.iter().all(same)
        }
        (_, Value::Record(name, fields)) if is_record(node) => {
            let named = name.is_none() || node.name() == *name;
            let known = node.fields().all(|item| fields.iter().any(|field| Some(field.name) == item.key()));
            let same = fields.iter().all(|field| {
                match (node.field(field.name).and_then(inside_some), &field.value) {
                    (Some(there), Some(value)) => reads_as(there, value),
                    (there, _) => there.is_none() && field.is_default,
                }
            });
            named && known && same
        }
        _ => false,
    }
}

fn each(node: Node<'_>, values: &[Value]) -> bool {
    node.item_count() == values.len()
        && node.items().zip(values).all(|(item, value)| reads_as(item.value(), value))
}

fn number_in(node: Node<'_>) -> Option<f64> {
    number(node).or_else(|| node.as_u32().map(f64::from))
}
