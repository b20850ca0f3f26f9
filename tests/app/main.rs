//! The app without a window: what its panels show and do, and what happens to a play while its file changes.
#![cfg(feature = "app")]

mod files;
mod panels;
mod window;
