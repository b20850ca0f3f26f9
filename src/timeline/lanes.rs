//! The lanes over time: fronts, what is out on its own, and what pulls on it.

use super::easing::{drawable, lerp, smooth};
use super::moment::Moment;
use super::series::GOAL;
use super::{ChannelFrame, Island, Tether};
use crate::model::Phase;
use crate::rules::{ChannelOutcome, Run, safe_yard};

/// The most ghosts of earlier runs that a lane shows.
const GHOSTS: usize = 5;
/// Ghosts nearer to each other than this, in yards, are one.
const GHOSTS_APART: f64 = 0.5;
/// How far out on its own a channel is when its island is fully visible, in yards.
const ISLAND_FORMS: f64 = 1.0;
/// A loss below this, in yards, cannot be seen.
const VISIBLE_LOSS: f64 = 0.01;

/// One channel's front from the start of a play to its end. Yards.
#[derive(Clone, Debug)]
pub(super) struct Lane {
    /// The line of scrimmage.
    pub(super) start: f64,
    /// The front after the advance, before anything is dragged back.
    pub(super) pushed: f64,
    /// The front when the play is over.
    pub(super) end: f64,
    /// Where the front stood before what happened since the last play.
    before: f64,
    /// Where the front comes to stand after what follows from the play.
    after: f64,
    outcome: ChannelOutcome,
    ghosts: Vec<f64>,
}

impl Lane {
    /// Channel `index` in the last of `runs`, with the others as ghosts.
    pub(super) fn new(index: usize, runs: &[Run]) -> Self {
        let Some((run, earlier)) = runs.split_last() else {
            return Self::still(ChannelOutcome::default());
        };
        let Some(outcome) = run.outcome.channels.get(index).copied() else {
            return Self::still(ChannelOutcome::default());
        };
        let mut lane = Self::still(outcome);
        lane.ghosts = ghosts(index, earlier, lane.start);
        lane
    }

    fn still(outcome: ChannelOutcome) -> Self {
        let yard = |value: f64| drawable(value, 0.0, GOAL);
        let end = yard(outcome.end);
        let pushed = if outcome.lost_to_drag > 0.0 { yard(end + outcome.lost_to_drag) } else { end };
        let start = yard(outcome.start);
        Self { start, pushed, end, before: start, after: end, outcome, ghosts: Vec::new() }
    }

    /// The same lane between what happened before the play and what follows from it: the yards its front comes from
    /// and goes to.
    pub(super) fn between(self, before: f64, after: f64) -> Self {
        let yard = |value: f64| drawable(value, 0.0, GOAL);
        Self { before: yard(before), after: yard(after), ..self }
    }

    /// How far the front has moved with what follows from the play, in yards; players go with it.
    pub(super) fn settled(&self, moment: &Moment) -> f64 {
        (self.after - self.end) * moment.settle
    }

    /// What being out on its own costs, in yards.
    pub(super) fn dragged(&self) -> f64 {
        self.pushed - self.end
    }

    /// Whether being out on its own costs so much that it can be seen.
    pub(super) fn is_dragged(&self) -> bool {
        self.dragged() >= VISIBLE_LOSS
    }

    /// How far the front moves in each phase; less than 0 for back.
    fn ways(&self) -> [f64; 6] {
        [self.start - self.before, 0.0, 0.0, self.pushed - self.start, -self.dragged(), self.after - self.end]
    }

    /// The lowest yard the front stands at after the advance.
    pub(super) fn lowest_after(&self) -> f64 {
        self.pushed.min(self.end)
    }

    /// How far it has come.
    pub(super) fn front(&self, moment: &Moment) -> f64 {
        if moment.settle > 0.0 {
            lerp(self.end, self.after, moment.settle)
        } else if moment.pull > 0.0 {
            lerp(self.pushed, self.end, moment.pull)
        } else if moment.advance > 0.0 {
            lerp(self.start, self.pushed, moment.advance)
        } else {
            lerp(self.before, self.start, moment.arrive)
        }
    }

    fn frame(&self, moment: &Moment, front: f64, safe: f64) -> ChannelFrame {
        let outcome = &self.outcome;
        let advance = |value: f64| drawable(value, 0.0, GOAL) * moment.advance;
        let lead = front - safe;
        let mut ghosts = self.ghosts.clone();
        if self.is_dragged() && matches!(moment.phase, Phase::DragBack | Phase::ReadOut) {
            ghosts.push(self.pushed);
        }
        ChannelFrame {
            start: self.start,
            front,
            end: self.after,
            gained: advance(outcome.gain),
            lost: lerp(0.0, self.dragged(), moment.pull)
                + advance(outcome.lost_to_pressure)
                + (self.end - self.after) * moment.settle,
            safe,
            island: (lead > 0.0).then(|| Island {
                from: safe,
                to: front,
                slips: if moment.phase >= Phase::DragBack { self.dragged() } else { 0.0 },
                shown: smooth(lead / ISLAND_FORMS),
            }),
            open_flank: outcome.open_flank,
            capped_at: outcome.capped_at.filter(|_| moment.phase >= Phase::Advance),
            ghosts,
        }
    }
}

/// Every lane at a moment, and the tethers between them.
pub(super) fn frames(lanes: &[Lane], moment: &Moment, cover: f64) -> (Vec<ChannelFrame>, Vec<Tether>) {
    let fronts: Vec<f64> = lanes.iter().map(|lane| lane.front(moment)).collect();
    let cover = drawable(cover, 0.0, GOAL);
    let channels: Vec<ChannelFrame> = lanes
        .iter()
        .enumerate()
        .map(|(index, lane)| lane.frame(moment, fronts[index], safe_yard(&fronts, index, cover)))
        .collect();
    let tethers = lowest(&fronts).map_or_else(Vec::new, |to| {
        let islands = channels.iter().enumerate().filter(|(_, channel)| channel.island.is_some());
        islands
            .map(|(from, channel)| Tether {
                from,
                to,
                ahead: channel.front - fronts[to],
                tension: moment.tension,
            })
            .collect()
    });
    (channels, tethers)
}

/// The most one front moves against another in each phase, or against one that stands still. Yards.
pub(super) fn apart(lanes: &[Lane]) -> [f64; 6] {
    let (mut forward, mut back) = ([0.0f64; 6], [0.0f64; 6]);
    for lane in lanes {
        for (phase, way) in lane.ways().into_iter().enumerate() {
            forward[phase] = forward[phase].max(way);
            back[phase] = back[phase].max(-way);
        }
    }
    std::array::from_fn(|phase| forward[phase] + back[phase])
}

fn lowest(fronts: &[f64]) -> Option<usize> {
    (0..fronts.len()).min_by(|a, b| fronts[*a].total_cmp(&fronts[*b]))
}

/// Where `earlier` runs started, oldest first: those that stand apart, and of many a few from first to last.
fn ghosts(index: usize, earlier: &[Run], start: f64) -> Vec<f64> {
    let mut apart: Vec<f64> = Vec::new();
    for run in earlier {
        let Some(channel) = run.outcome.channels.get(index) else { continue };
        let yard = drawable(channel.start, 0.0, GOAL);
        if apart.iter().chain([&start]).all(|other| (other - yard).abs() >= GHOSTS_APART) {
            apart.push(yard);
        }
    }
    if apart.len() <= GHOSTS {
        return apart;
    }
    (0..GHOSTS).map(|ghost| apart[ghost * (apart.len() - 1) / (GHOSTS - 1)]).collect()
}

#[cfg(test)]
mod tests {
    use super::lowest;

    #[test]
    fn the_hindmost_lane_is_the_lowest() {
        assert_eq!(lowest(&[38.0, 24.0, 35.0, 20.0, 36.0]), Some(3));
        assert_eq!(lowest(&[]), None);
    }
}
