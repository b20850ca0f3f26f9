//! The app without a window: what its panels show and do, and what happens to a play while its file changes.
#![cfg(feature = "app")]
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod by_hand;
mod compare;
mod editing;
mod files;
mod fixing;
mod forms;
mod hand;
mod live;
mod panels;
mod pen;
mod presenter;
mod remodel;
mod room;
mod room_for_words;
mod saving;
mod starting;
mod two_windows;
mod what_if;
mod window;
mod words;
