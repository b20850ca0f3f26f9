//! How long each part of a play lasts, from what happens in it.

use super::easing::PEAK;
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

impl PhaseSpan {
    /// Seconds from the start of the play at which the next phase begins.
    #[must_use]
    pub fn end_secs(&self) -> f64 {
        self.start_secs + self.duration_secs
    }
}

const LINE_UP_SECS: f64 = 1.0;
const STEP_BACK_SECS: f64 = 0.4;
const STEP_BACK_SECS_PER_YARD: f64 = 0.1;
const BATTLES_SECS: f64 = 1.2;
const BATTLES_SECS_PER_HEAD_TO_HEAD: f64 = 0.25;
const BATTLES_LONGEST_SECS: f64 = 4.0;
const ADVANCE_SECS: f64 = 1.0;
const ADVANCE_SECS_PER_YARD: f64 = 0.05;
const NOTHING_DRAGS_SECS: f64 = 0.6;
const PULL_SECS: f64 = 0.8;
const PULL_SECS_PER_YARD: f64 = 0.03;
const READ_OUT_SECS: f64 = 1.2;

/// How long the rest takes to fade before the drag, and to come back after it.
pub(super) const DIM_SECS: f64 = 0.3;
/// How long everything stands still before what is out on its own is pulled back.
pub(super) const HOLD_SECS: f64 = 0.5;

/// The part of a phase after which what happens in it has happened, so that it can be seen before the next one.
pub(super) const ACTION: f64 = 0.9;
/// The part of lining up by which the last player sets out.
pub(super) const LAST_ENTRY: f64 = 0.35;
/// The part of the head-to-heads after which the routes have been run.
pub(super) const RUN: f64 = 0.7;

/// Nothing moves faster than this, in yards a second: a long way takes its time.
const FASTEST: f64 = 120.0;
/// No front moves against another faster than this, in yards a second: what comes to be out on its own shows within a
/// yard, and must not be there all at once.
const FASTEST_APART: f64 = 18.0;

/// What the length of each phase depends on. Yards unless it says otherwise.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Happenings {
    /// How far the ball goes back.
    pub(super) step_back: f64,
    /// How many defenders are engaged, each way counted.
    pub(super) head_to_heads: usize,
    /// The most any front moves forward.
    pub(super) largest_gain: f64,
    /// The most anything is dragged back.
    pub(super) largest_drag: f64,
    /// The farthest any player goes in each phase.
    pub(super) farthest: [f64; 6],
    /// The most any front moves against another in each phase.
    pub(super) apart: [f64; 6],
}

impl Happenings {
    fn designed_secs(&self, phase: Phase) -> f64 {
        match phase {
            Phase::LineUp => LINE_UP_SECS,
            Phase::StepBack => STEP_BACK_SECS_PER_YARD.mul_add(self.step_back, STEP_BACK_SECS),
            Phase::Battles => BATTLES_SECS_PER_HEAD_TO_HEAD
                .mul_add(self.head_to_heads as f64, BATTLES_SECS)
                .min(BATTLES_LONGEST_SECS),
            Phase::Advance => ADVANCE_SECS_PER_YARD.mul_add(self.largest_gain, ADVANCE_SECS),
            Phase::DragBack if self.largest_drag > 0.0 => {
                PULL_SECS_PER_YARD.mul_add(self.largest_drag, PULL_SECS) + HOLD_SECS + 2.0 * DIM_SECS
            }
            Phase::DragBack => NOTHING_DRAGS_SECS,
            Phase::ReadOut => READ_OUT_SECS,
        }
    }

    /// The least a phase must last for nobody to go faster than the eye can follow.
    fn needed_secs(&self, phase: Phase) -> f64 {
        let farthest = match phase {
            Phase::LineUp => self.farthest[phase as usize] / (ACTION - LAST_ENTRY),
            Phase::Battles => self.farthest[phase as usize] / RUN,
            Phase::StepBack | Phase::Advance => self.farthest[phase as usize] / ACTION,
            // Players ride with the front that is pulled, and stand still at the end.
            Phase::DragBack | Phase::ReadOut => 0.0,
        };
        let apart_secs = self.apart[phase as usize] * PEAK / FASTEST_APART;
        let apart_secs = match phase {
            Phase::DragBack if self.largest_drag > 0.0 => apart_secs + HOLD_SECS + 2.0 * DIM_SECS,
            _ => apart_secs / ACTION,
        };
        apart_secs.max(farthest * PEAK / FASTEST)
    }
}

/// All six phases, one after the other from 0.
pub(super) fn spans(happenings: &Happenings) -> Vec<PhaseSpan> {
    let mut start_secs = 0.0;
    Phase::ALL
        .into_iter()
        .map(|phase| {
            let duration_secs = happenings.designed_secs(phase).max(happenings.needed_secs(phase));
            let span = PhaseSpan { phase, start_secs, duration_secs };
            start_secs = span.end_secs();
            span
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Happenings, Phase, spans};

    fn secs(happenings: &Happenings, phase: Phase) -> f64 {
        spans(happenings)[phase as usize].duration_secs
    }

    #[test]
    fn all_six_are_there_without_gaps_even_when_nothing_happens() {
        let spans = spans(&Happenings::default());
        assert_eq!(spans.iter().map(|span| span.phase).collect::<Vec<_>>(), Phase::ALL);
        assert_eq!(spans[0].start_secs, 0.0);
        for pair in spans.windows(2) {
            assert_eq!(pair[0].end_secs(), pair[1].start_secs);
        }
        assert!(spans.iter().all(|span| span.duration_secs > 0.0));
    }

    #[test]
    fn more_that_happens_lasts_longer() {
        let still = Happenings::default();
        let back = Happenings { step_back: 10.0, ..still };
        let battles = Happenings { head_to_heads: 3, ..still };
        let gain = Happenings { largest_gain: 8.0, ..still };
        let drag = Happenings { largest_drag: 2.0, ..still };
        for (busy, phase) in [
            (back, Phase::StepBack),
            (battles, Phase::Battles),
            (gain, Phase::Advance),
            (drag, Phase::DragBack),
        ] {
            assert!(secs(&busy, phase) > secs(&still, phase), "{phase:?}");
        }
        assert_eq!(secs(&still, Phase::DragBack), 0.6);
    }

    #[test]
    fn an_exemplar_takes_about_eight_seconds() {
        let exemplar = Happenings {
            step_back: 5.0,
            head_to_heads: 4,
            largest_gain: 5.0,
            largest_drag: 1.5,
            farthest: [3.0, 5.0, 20.0, 10.0, 1.5, 0.0],
            apart: [0.0, 0.0, 0.0, 5.0, 1.5, 0.0],
        };
        let total = spans(&exemplar).last().expect("six phases").end_secs();
        assert!((7.0..9.0).contains(&total), "{total}");
    }

    #[test]
    fn nobody_is_faster_than_the_eye() {
        let far = Happenings { farthest: [200.0; 6], ..Happenings::default() };
        assert!(secs(&far, Phase::Battles) > 3.0);
    }

    #[test]
    fn fronts_that_part_take_their_time() {
        let apart = Happenings { largest_drag: 60.0, apart: [60.0; 6], ..Happenings::default() };
        let parts = [
            (Phase::LineUp, super::ACTION),
            (Phase::Advance, super::ACTION),
            (Phase::DragBack, 1.0),
            (Phase::ReadOut, super::ACTION),
        ];
        for (phase, part) in parts {
            let still = if phase == Phase::DragBack { super::HOLD_SECS + 2.0 * super::DIM_SECS } else { 0.0 };
            let moving = (secs(&apart, phase) - still) * part;
            assert!(60.0 * super::PEAK / moving < super::FASTEST_APART + 1e-9, "{phase:?}");
        }
    }
}
