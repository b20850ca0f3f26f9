//! From text to a typed document and every problem in it.

use std::sync::Arc;

use super::Problem;
use crate::model::{GamePlan, OperatingModel, Play};

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
