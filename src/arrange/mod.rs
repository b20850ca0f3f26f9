//! What a person does to a play, as one named step.
//!
//! In: a [`Play`], its [`OperatingModel`], and what was asked for: move these players there, delete those. Out: a
//! [`Step`]: a name for the list of things to undo, the [`Change`]s of the play's file, and sentences on what else
//! follows, since a play must always read without errors: who loses an opponent looks for another, and somebody always
//! carries the ball. What it does not own: texts and files (the changes are made by
//! [`play_file::edit`](crate::play_file::edit)), selection, and the pointer that dragged.
//!
//! A step is made on a copy of the play ([`draft`]): what was asked for is done there, [`follow`] puts right what that
//! leaves without sense, and [`changes`] tells the two apart.

mod add;
mod assign;
mod ball;
mod changes;
mod copies;
mod draft;
mod follow;
mod names;
mod paste;
mod people;
mod places;
mod remove;
mod routes;
mod spots;
mod start;
mod strengths;
#[cfg(test)]
mod tests;
mod words;

use crate::model::{OperatingModel, Play};
use crate::play_file::edit::Change;
use crate::play_file::tree::NodePath;

pub use names::fresh;
pub use people::reads_like_people;
pub use routes::drawn;
pub use start::{Start, plan_text, play_text, started, started_on};
pub use strengths::{Handle, Size, pull, within_bounds};

/// Something a person did, ready to be made in the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Step {
    /// What it is called in the list of things to undo, such as `Move Service redesign team`.
    pub name: String,
    /// The changes of the play's file, made one after the other; none if nothing is to change.
    pub changes: Vec<Change>,
    /// What else follows, or why nothing changes: sentences without a full stop, such as `Service redesign team now
    /// confronts Departmental silos instead of getting behind 40-page statutory guidance`.
    pub follows: Vec<String>,
}

impl Step {
    /// A step that changes nothing, and why.
    fn nothing(name: impl Into<String>, why: impl Into<String>) -> Self {
        Self { name: name.into(), changes: Vec::new(), follows: vec![why.into()] }
    }
}

/// Makes steps on a play that reads without errors.
#[derive(Clone, Copy, Debug)]
pub struct Arrange<'a> {
    play: &'a Play,
    model: &'a OperatingModel,
}

impl<'a> Arrange<'a> {
    /// For steps on `play`, which is played on `model`.
    #[must_use]
    pub const fn new(play: &'a Play, model: &'a OperatingModel) -> Self {
        Self { play, model }
    }
}

/// Moves an element of any list of a file, with its comments, to another place in it: `calls` of a plan, `beats` or
/// `assumptions` of a play, `channels` of a model. Places count from 0; `to` is the element's place afterwards. Places
/// that are not there are refused when the change is made.
#[must_use]
pub fn reorder(list: NodePath, from: usize, to: usize, name: impl Into<String>) -> Step {
    let changes = if from == to { Vec::new() } else { vec![Change::Move { list, from, to }] };
    Step { name: name.into(), changes, follows: Vec::new() }
}
