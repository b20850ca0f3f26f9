//! How long each part of a play lasts, from what happens in it.

use crate::model::Phase;

/// When a phase begins and how long it lasts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhaseSpan {
    /// Which.
    pub phase: Phase,
    /// Seconds from the start of the play.
    pub start_secs: f64,
    /// Seconds; above 0.
    pub duration_secs: f64,
}
