//! What moves when.

use super::{Frame, PhaseSpan};
use crate::model::Phase;
use crate::rules::{Lineup, Run};

/// A play over time: the last of several runs in a row, with the earlier ones as ghosts.
#[derive(Clone, Debug)]
pub struct Timeline {
    phases: Vec<PhaseSpan>,
}

impl Timeline {
    /// Spreads the last of `runs` over time; the earlier ones are ghosts. Without runs nothing happens.
    #[must_use]
    pub fn new(lineup: &Lineup, runs: &[Run]) -> Self {
        let _ = (lineup, runs);
        todo!()
    }

    /// How long the play lasts, in seconds.
    #[must_use]
    pub fn duration_secs(&self) -> f64 {
        todo!()
    }

    /// The parts of the play in order; all six are always there.
    #[must_use]
    pub fn phases(&self) -> &[PhaseSpan] {
        &self.phases
    }

    /// The part a moment lies in.
    #[must_use]
    pub fn phase_at(&self, time_secs: f64) -> PhaseSpan {
        let _ = time_secs;
        todo!()
    }

    /// The moment that shows a phase at its most telling: what `--at battles` and reduced motion show.
    #[must_use]
    pub fn still_of(&self, phase: Phase) -> f64 {
        let _ = phase;
        todo!()
    }

    /// Everything's place and state at a moment; before 0 is 0, after the end is the end.
    #[must_use]
    pub fn frame(&self, time_secs: f64) -> Frame {
        let _ = time_secs;
        todo!()
    }
}
