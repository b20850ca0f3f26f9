//! Play files as text: what is in them, and what is wrong with them.
//!
//! Text comes in; out come a lossless [`tree`], the typed document ([`crate::model`]) where the text is good, and every
//! [`Problem`] with its place and cure. Folders and lookups are the [`playbook`]'s; the file system enters through
//! [`Files`] alone. Texts are changed as values: [`edit`] makes a change of a document a change of its text, [`mod@format`]
//! lays a text out. What an editor knows of a text while it is typed is in [`assist`]. Nothing here writes a file.

mod across;
pub mod assist;
mod checks;
pub mod edit;
pub mod files;
pub mod format;
mod nearest;
mod packed;
pub mod playbook;
pub mod problem;
pub mod read;
mod report;
mod schema;
mod shape;
mod slots;
mod text_of;
pub mod tree;
mod unpacked;
mod wording;

pub(crate) use files::here;
pub use files::{Files, OnDisk};
pub use packed::{MADE_BY, pack};
pub use playbook::{Entry, Playbook, Unreadable};
pub use problem::{Code, Edit, Location, Patch, Problem, Severity, Span};
pub use read::{Document, DocumentKind, Lookup, Reading, read};
pub use schema::{MAX_BYTES, MAX_PROBLEMS};
pub use text_of::text_of;
pub use unpacked::Unpacked;

pub(crate) use checks::{CROWDED_ACROSS, CROWDED_YARDS};
pub(crate) use nearest::as_id;
pub(crate) use read::ron_options;
#[cfg(feature = "app")]
pub(crate) use schema::{FACTORS, YARD};
pub(crate) use schema::{MAX_PLAYERS, PLACE_ACROSS, PLACE_YARDS, Range, STEP_BACK, STRENGTH};
