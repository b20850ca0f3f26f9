//! Edits, by hand and by chance.

mod by_chance;
mod by_hand;
pub(crate) mod messy;
pub(crate) mod random;
mod rule;
mod text_edits;

use super::{Change, TextEdit, edit};
use crate::play_file::tree::{NodePath, Segment};

/// `offense[2].strength` as a path.
fn path(text: &str) -> NodePath {
    let mut segments = Vec::new();
    for part in text.split('.').filter(|part| !part.is_empty()) {
        let (name, rest) = part.split_once('[').map_or((part, ""), |(name, rest)| (name, rest));
        segments.push(Segment::Field(name.to_owned()));
        for inside in rest.split_terminator(']') {
            let inside = inside.trim_start_matches('[');
            segments.push(match inside.parse() {
                Ok(index) => Segment::Index(index),
                Err(_) => Segment::Key(inside.to_owned()),
            });
        }
    }
    segments.into_iter().collect()
}

/// The text after the changes; undoing restores it to the byte.
fn changed(text: &str, changes: &[Change]) -> String {
    let edit: TextEdit = edit(text, changes).unwrap();
    let after = edit.apply(text).unwrap();
    assert_eq!(edit.invert(text).unwrap().apply(&after).unwrap(), text);
    after
}
