//! From text to a typed document and every problem in it.

use std::sync::Arc;

use super::Problem;
use crate::model::{GamePlan, ModelId, OperatingModel, Play, PlayId};

/// What a file can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentKind {
    /// `Play( … )`.
    Play,
    /// `GamePlan( … )`.
    GamePlan,
    /// `OperatingModel( … )`.
    OperatingModel,
}

/// A document without errors.
#[derive(Clone, Debug, PartialEq)]
pub enum Document {
    /// A tactic.
    Play(Arc<Play>),
    /// A sequence of plays.
    GamePlan(Arc<GamePlan>),
    /// A field.
    OperatingModel(Arc<OperatingModel>),
}

/// What reading a text came to.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The document, if the text has no errors.
    pub document: Option<Document>,
    /// Everything wrong with it, in the order of the text.
    pub problems: Vec<Problem>,
}

/// Where names that point to other files are looked up.
pub trait Lookup {
    /// The operating model of that name.
    fn model(&self, id: &ModelId) -> Option<Arc<OperatingModel>>;

    /// The play of that name.
    fn play(&self, id: &PlayId) -> Option<Arc<Play>>;

    /// Every name that could be meant, for the nearest match: models, then plays.
    fn names(&self) -> (Vec<ModelId>, Vec<PlayId>);
}

/// Reads `bytes` as one of our documents; `file` is how the user named it, `expected` the kind that was asked for.
#[must_use]
pub fn read(bytes: &[u8], file: &str, expected: Option<DocumentKind>, lookup: &dyn Lookup) -> Reading {
    let _ = (bytes, file, expected, lookup);
    todo!()
}
