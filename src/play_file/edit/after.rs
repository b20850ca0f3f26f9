//! What must not come of an edit, whatever it was.
//!
//! In: the trees before and after. Out: nothing, or why the edit is refused. What was wrong before may stay wrong.

use std::collections::BTreeMap;

use super::EditError;
use super::place::document;
use crate::play_file::schema::{CHANNELS, MAX_BYTES, MAX_CALLS, MAX_ITEMS, MAX_PAGES, MAX_PLAYERS};
use crate::play_file::tree::{Node, NodeKind, Tree};

/// # Errors
/// A text that cannot be read, is too large, has too much of something, or uses an id twice that it did not before.
pub(super) fn check(before: &Tree, after: &Tree) -> Result<(), EditError> {
    if !after.errors().is_empty() {
        return Err(EditError::Unreadable);
    }
    let (root, _) = document(after)?;
    let (root_before, _) = document(before)?;
    if after.text().len() > MAX_BYTES && after.text().len() > before.text().len() {
        return Err(limit(format!("A file may have at most {MAX_BYTES} bytes")));
    }
    for (list, most, what) in [
        ("offense", MAX_PLAYERS, "A side has at most 100 players"),
        ("defense", MAX_PLAYERS, "A side has at most 100 players"),
        ("calls", MAX_CALLS, "A plan has at most 200 calls"),
        ("channels", *CHANNELS.end(), "A model has at most 9 channels"),
        ("items", MAX_ITEMS, "A show has at most 200 items"),
        ("pages", MAX_PAGES, "A sheet of ink has at most 200 pages"),
    ] {
        let count = count(root, list);
        if count > most && count > self::count(root_before, list) {
            return Err(limit(what.to_owned()));
        }
    }
    let channels = count(root, "channels");
    if root.name() == Some("OperatingModel")
        && channels < *CHANNELS.start()
        && channels < count(root_before, "channels")
    {
        return Err(limit("A model has at least 2 channels".to_owned()));
    }
    let ids_before = ids(root_before);
    match ids(root)
        .into_iter()
        .find(|(id, uses)| *uses > 1 && ids_before.get(id).is_none_or(|before| before < uses))
    {
        Some((id, _)) => Err(EditError::DuplicateId { id }),
        None => Ok(()),
    }
}

fn limit(what: String) -> EditError {
    EditError::Limit { what }
}

fn elements<'t>(root: Node<'t>, list: &str) -> impl Iterator<Item = Node<'t>> + use<'t> {
    let list = root.field(list).filter(|list| list.kind() == NodeKind::List);
    list.into_iter().flat_map(|list| list.items()).map(|item| item.value())
}

fn count(root: Node<'_>, list: &str) -> usize {
    elements(root, list).count()
}

/// Every id of a file, and how often it is used.
fn ids(root: Node<'_>) -> BTreeMap<String, usize> {
    let mut ids = BTreeMap::new();
    for list in ["offense", "defense", "assumptions", "channels"] {
        for id in elements(root, list).filter_map(|element| element.field("id")?.as_str()) {
            *ids.entry(id.into_owned()).or_insert(0) += 1;
        }
    }
    ids
}
