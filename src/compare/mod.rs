//! Setting one thing beside another: what differs between files, and what plans come to side by side, as data and in
//! sentences.
//!
//! Documents ([`crate::model`]) and results ([`crate::rules`]) come in; lists and sentences come out. Nothing here reads
//! files, prints, or knows time.

pub mod chances;
pub mod changes;
pub mod results;
