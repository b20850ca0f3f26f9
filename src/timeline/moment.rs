//! A moment in the words of the play: how far each thing that happens has come.

use super::PhaseSpan;
use super::easing::{smooth, smooth_within};
use super::phases::{ACTION, DIM_SECS, HOLD_SECS, LAST_ENTRY, RUN};
use crate::model::Phase;

/// When the bars of the head-to-heads begin to fill, as a part of the phase.
const FILL_FROM: f64 = 0.35;
/// When the carrier has made up for its step back, as a part of the phase.
const RETURNED: f64 = 0.5;
/// How hard tethers pull when everything has come to rest.
const SLACK: f64 = 0.3;

/// How far everything has come at one moment. Shares from 0 (has not begun) to 1 (is done), eased where they say so.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    pub(super) time_secs: f64,
    pub(super) phase: Phase,
    /// How far through the phase, not eased.
    pub(super) progress: f64,
    line_up: f64,
    /// What happened since the last play taking its effect on the fronts, eased.
    pub(super) arrive: f64,
    /// The ball going back, eased.
    pub(super) step_back: f64,
    /// The carrier making up for it, eased.
    pub(super) returned: f64,
    /// Routes up to the head-to-heads, eased.
    pub(super) run: f64,
    /// Bars filling, eased.
    pub(super) fill: f64,
    /// Fronts pushing, eased.
    pub(super) advance: f64,
    /// Islands being pulled, eased.
    pub(super) pull: f64,
    /// How hard tethers pull, eased.
    pub(super) tension: f64,
    /// How much the rest fades, eased.
    pub(super) dim: f64,
    /// What follows from the play taking its effect on the fronts, eased.
    pub(super) settle: f64,
}

impl Moment {
    /// The moment `time_secs` of a play with `phases`; `dragged` says whether anything is pulled back.
    pub(super) fn new(phases: &[PhaseSpan], time_secs: f64, dragged: bool) -> Self {
        let time_secs = within(phases, time_secs);
        let span = span_at(phases, time_secs);
        let part = |phase: Phase| {
            let span = span_of(phases, phase);
            ((time_secs - span.start_secs) / span.duration_secs).clamp(0.0, 1.0)
        };
        let drag = span_of(phases, Phase::DragBack);
        let since = time_secs - drag.start_secs;
        let held = DIM_SECS + HOLD_SECS;
        let (pull, tension, dim) = if dragged {
            let back = drag.duration_secs - DIM_SECS;
            (
                smooth_within(since, held, back),
                smooth_within(since, 0.0, held),
                smooth_within(since, 0.0, DIM_SECS) - smooth_within(since, back, drag.duration_secs),
            )
        } else {
            let done = smooth(part(Phase::DragBack) / ACTION);
            (done, done, 0.0)
        };
        let slack = smooth(part(Phase::ReadOut) / ACTION) * (1.0 - SLACK);
        Self {
            time_secs,
            phase: span.phase,
            progress: part(span.phase),
            line_up: part(Phase::LineUp),
            arrive: smooth(part(Phase::LineUp) / ACTION),
            step_back: smooth(part(Phase::StepBack) / ACTION),
            returned: smooth(part(Phase::Battles) / RETURNED),
            run: smooth(part(Phase::Battles) / RUN),
            fill: smooth_within(part(Phase::Battles), FILL_FROM, ACTION),
            advance: smooth(part(Phase::Advance) / ACTION),
            pull,
            tension: tension - slack,
            dim,
            settle: smooth(part(Phase::ReadOut) / ACTION),
        }
    }

    /// How far the `index`th of `count` players has come in lining up, eased: one after the other.
    pub(super) fn lined_up(&self, index: usize, count: usize) -> f64 {
        let delay = LAST_ENTRY * index as f64 / count.max(1) as f64;
        smooth_within(self.line_up, delay, delay + ACTION - LAST_ENTRY)
    }
}

/// The same moment, not before 0 nor after the end; 0 where it is not a number.
pub(super) fn within(phases: &[PhaseSpan], time_secs: f64) -> f64 {
    let end = phases.last().map_or(0.0, PhaseSpan::end_secs);
    if time_secs.is_nan() { 0.0 } else { time_secs.clamp(0.0, end) }
}

/// The phase that a moment lies in; the boundary belongs to the later one.
pub(super) fn span_at(phases: &[PhaseSpan], time_secs: f64) -> PhaseSpan {
    let time_secs = within(phases, time_secs);
    let begun = phases.partition_point(|span| span.start_secs <= time_secs);
    begun.checked_sub(1).and_then(|last| phases.get(last)).copied().unwrap_or(NEVER)
}

pub(super) fn span_of(phases: &[PhaseSpan], phase: Phase) -> PhaseSpan {
    phases.iter().find(|span| span.phase == phase).copied().unwrap_or(NEVER)
}

/// The moment at which what happens in a phase is at its most telling, in seconds from the start of the play.
pub(super) fn still_of(phases: &[PhaseSpan], phase: Phase, dragged: bool) -> f64 {
    let span = span_of(phases, phase);
    match phase {
        Phase::LineUp | Phase::StepBack | Phase::Battles | Phase::Advance => {
            span.duration_secs.mul_add(f64::midpoint(ACTION, 1.0), span.start_secs)
        }
        Phase::DragBack if dragged => {
            let pull = (DIM_SECS + HOLD_SECS, span.duration_secs - DIM_SECS);
            span.start_secs + f64::midpoint(pull.0, pull.1)
        }
        Phase::DragBack => span.start_secs + span.duration_secs / 2.0,
        Phase::ReadOut => span.end_secs(),
    }
}

/// Stands in where a list of phases is empty; [`super::phases::spans`] always has all six.
const NEVER: PhaseSpan = PhaseSpan { phase: Phase::LineUp, start_secs: 0.0, duration_secs: 1.0 };
