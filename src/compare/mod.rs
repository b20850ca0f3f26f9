//! Setting one thing beside another: what differs, as data and in sentences.
//!
//! Documents ([`crate::model`]) come in; lists of what differs come out. Nothing here reads files, prints, or knows time.

pub mod changes;
