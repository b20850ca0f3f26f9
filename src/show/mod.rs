//! A show as a room sees it: one step after the other.
//!
//! A [`Show`](crate::model::Show), or plays and plans by themselves, come in, and a [`Repertoire`] that knows what their
//! names mean; a [`Rundown`] comes out: items, what is run in them ([`Act`]), and the [`Step`]s a presenter goes through, each
//! with what to look at ([`Sight`]), a caption and notes. What a room brings along (where it stands, what it guesses and
//! calls, what it decides) is a [`Room`]. Window, handout and web page all go through the same steps. Pure: no clock, no
//! window, no files.

mod beats;
mod guess;
mod repertoire;
mod room;
mod rundown;
#[cfg(test)]
mod tests;
mod told;

pub use guess::{Verdict, came_to, verdicts};
pub use repertoire::{InPlaybook, InPlaybooks};
pub use room::{Called, Group, MOST_GROUPS, Room};
pub use rundown::{Act, Card, Item, Program, Repertoire, Rundown, Script, Sight, Step};
pub use told::told_step;
