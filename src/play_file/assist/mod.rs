//! What an editor knows about a text while it is typed.
//!
//! In: any text, broken or not, and a byte offset in it. Out: colours by kind ([`Inks`]), what could be written there
//! ([`complete`]), what a field is ([`help_at`]), and which thing of the play a place belongs to ([`subject_at`], and
//! back: [`place_of`]). It changes no text, reports no problems and knows no other files: their names are given to it
//! as [`Names`].
//!
//! [`complete`] does not use the tree. What is due at a caret depends on what stands before it, and half a line often
//! makes the tree set aside just that; `outline` goes through the tokens instead and keeps account of brackets.

mod complete;
mod help;
mod ink;
mod offers;
mod outline;
mod subject;
#[cfg(test)]
mod tests;

use crate::model::{ChannelId, ModelId, PlayId};

pub use complete::{Completion, Offer, complete};
pub use help::help_at;
pub use ink::{Ink, Inks};
pub use subject::{place_of, subject_at};

/// Names that come from other files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Operating models that can be found.
    pub models: Vec<ModelId>,
    /// Plays that can be found.
    pub plays: Vec<PlayId>,
    /// Game plans that can be found.
    pub plans: Vec<PlayId>,
    /// The channels of the document's operating model, with what they are called.
    pub channels: Vec<(ChannelId, String)>,
}
