//! The presenter's steps over time.

use super::moment::span_of;
use super::{Caption, PhaseSpan};
use crate::model::{
    AssumptionId, ChannelId, GamePlan, OperatingModel, Phase, PlanBeat, Play, PlayerId, Subject,
};

/// A beat and when it is first shown.
#[derive(Clone, Debug)]
struct Step {
    from_secs: f64,
    caption: Caption,
    focus: Vec<Subject>,
}

/// A play's beats in the order they are shown. A phase's beats split its time evenly; one without beats keeps the
/// last one.
#[derive(Clone, Debug, Default)]
pub(super) struct Captions(Vec<Step>);

impl Captions {
    pub(super) fn new(play: &Play, model: &OperatingModel, phases: &[PhaseSpan]) -> Self {
        let mut steps = Vec::with_capacity(play.beats.len());
        for phase in Phase::ALL {
            let span = span_of(phases, phase);
            let count = play.beats.iter().filter(|beat| beat.phase == phase).count();
            for (index, beat) in play.beats.iter().filter(|beat| beat.phase == phase).enumerate() {
                steps.push(Step {
                    from_secs: span.start_secs + span.duration_secs * index as f64 / count as f64,
                    caption: Caption {
                        text: beat.caption.clone(),
                        notes: beat.notes.clone(),
                        number: steps.len() + 1,
                        of: play.beats.len(),
                    },
                    focus: beat.focus.iter().filter_map(|id| subject(play, model, id)).collect(),
                });
            }
        }
        Self(steps)
    }

    /// The same, with a plan's beats after down `number` in place of what the play says at its end.
    pub(super) fn within(mut self, plan: &GamePlan, number: u32, phases: &[PhaseSpan]) -> Self {
        let span = span_of(phases, Phase::ReadOut);
        let own = |beat: &PlanBeat| beat.down == number;
        let count = plan.beats.iter().filter(|beat| own(beat)).count();
        if count > 0 {
            self.0.retain(|step| step.from_secs < span.start_secs);
        }
        for (index, (at, beat)) in plan.beats.iter().enumerate().filter(|(_, beat)| own(beat)).enumerate() {
            self.0.push(Step {
                from_secs: span.start_secs + span.duration_secs * index as f64 / count as f64,
                caption: Caption {
                    text: beat.caption.clone(),
                    notes: beat.notes.clone(),
                    number: at + 1,
                    of: plan.beats.len(),
                },
                focus: Vec::new(),
            });
        }
        self
    }

    /// Every step: when it is first shown in seconds, what to read, and what to look at.
    pub(super) fn all(&self) -> impl Iterator<Item = (f64, Caption, Vec<Subject>)> {
        self.0.iter().map(|step| (step.from_secs, step.caption.clone(), step.focus.clone()))
    }

    /// What to read and to look at, if a beat has been reached.
    pub(super) fn at(&self, time_secs: f64) -> (Option<Caption>, Vec<Subject>) {
        let begun = self.0.partition_point(|step| step.from_secs <= time_secs);
        match begun.checked_sub(1).and_then(|last| self.0.get(last)) {
            Some(step) => (Some(step.caption.clone()), step.focus.clone()),
            None => (None, Vec::new()),
        }
    }
}

/// What an id in a beat's focus names.
fn subject(play: &Play, model: &OperatingModel, id: &str) -> Option<Subject> {
    let player = play.offense.iter().map(|player| &player.id).chain(play.defense.iter().map(|d| &d.id));
    if player.into_iter().any(|player| player.as_str() == id) {
        return Some(Subject::Player(PlayerId::from(id)));
    }
    if model.channels.iter().any(|channel| channel.id.as_str() == id) {
        return Some(Subject::Channel(ChannelId::from(id)));
    }
    let named = play.assumptions.iter().any(|assumption| assumption.id.as_str() == id);
    named.then(|| Subject::Assumption(AssumptionId::from(id)))
}
