//! Keeping what people write: files saved whole or not at all, and unsaved work that outlives a crash.
//!
//! In: paths, texts, and moments as numbers. Out: files on the disk, and a sentence with its cure where one cannot be
//! written. [`Disk`] is the one way to write, as [`Files`] is the one way to read; [`save()`] looks before it writes, so
//! that nothing another program changed is lost; [`Recovery`] holds the unsaved work of a running program where the next
//! one finds it, and [`Pace`] says when to put it there. What is in the files, which of them are open and what is asked
//! of the user belong to those who call.

mod disk;
mod pace;
mod recovery;
mod rescue;
mod save;
mod words;

pub use crate::play_file::{Files, OnDisk};
pub use disk::Disk;
pub use pace::Pace;
pub use recovery::Recovery;
pub use rescue::Rescue;
pub use save::{Expected, SaveError, save};
pub use words::{Words, in_words};
