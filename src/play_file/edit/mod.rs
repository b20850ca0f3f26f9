//! Changing a play file and keeping it the author's own.
//!
//! In: a text and what is to change, as [`Change`]s of places named by their path ([`NodePath`](super::tree::NodePath)),
//! with values of [`crate::model`]. Out: a [`TextEdit`], a value that can be applied, inverted (undo) and composed (a
//! drag of many steps as one). Every byte that it does not replace stays. What it does not own: files, a history, and
//! whether names refer to something, which reading says.
//!
//! # Which comments belong to an element
//! An element is a field of a record or an item of a list. Its own are
//!
//! * the comments directly above it, up to the first blank line;
//! * those between it and its comma, and those behind on the line where it, or else its comma, ends;
//! * between two elements of one line, those behind the comma belong to the second.
//!
//! They go where it goes and are removed with it. What stands apart behind a blank line, on the line of the opening
//! bracket, or above the closing one belongs to the whole and stays. A copy takes the comments within, not those around.
//! A value that is replaced by one of another form (a list by a number) takes the comments inside it along.
//!
//! # How new text looks
//! An element takes as many lines as its neighbour, is indented like it, and has a comma behind it if the last one had.
//! Line ends are those of the file. Everything else is the house style of [`super::format`].

mod after;
mod change;
mod compare;
mod error;
pub(super) mod extent;
mod fits;
mod items;
mod place;
mod rename;
mod set;
#[cfg(test)]
mod tests;
mod text_edit;
mod value;
mod write;

pub use change::{At, Change, edit};
pub use error::EditError;
pub use rename::{Named, path_of};
pub use text_edit::TextEdit;
pub use value::{FieldValue, Value};

#[cfg(test)]
pub(super) use tests::messy::comments;
#[cfg(test)]
pub(crate) use tests::{messy::messy, random};
