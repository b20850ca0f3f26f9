//! The next call: every play as the next try, with what speaks for it and what against.
//!
//! Where a drive stands and the plays at hand come in; an [`Advice`] comes out, ranked by a measure it states in words. It brings
//! arguments ([`arguments`]) and no verdict: plays that chance cannot tell apart share a group, and the headline says so. The
//! plan's risks and events to come are left out. Nothing here draws, prints or reads files.

mod arguments;
mod words;

use std::cmp::Reverse;
use std::sync::Arc;

use super::drive::exposure;
use super::{
    CallSheet, Called, Chance, Luck, Paired, Run, Series, Spread, Standing, Trials, Watch, compare_trials,
    resolve,
};
use crate::model::{ChannelId, OperatingModel, PlayId};
use arguments::{Candidate, Field};

/// How many trials are enough to rank plays by.
pub const ADVICE_TRIALS: u64 = 2_000;

/// Measures that differ by less than this, in yards, are ranked by title.
const SAME: f64 = 1e-9;

/// What counts when plays are ranked.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weighing {
    /// How much it counts that less is out on its own, 0 (only ground counts) to 1 (only that counts).
    pub exposure: f64,
}

impl Default for Weighing {
    fn default() -> Self {
        Self { exposure: 0.5 }
    }
}

impl Weighing {
    /// The weight of a yard gained and of a yard of exposure more.
    fn parts(self) -> (f64, f64) {
        let exposure = if self.exposure.is_nan() { 0.5 } else { self.exposure.clamp(0.0, 1.0) };
        (1.0 - exposure, -exposure)
    }
}

/// Every play as the next call.
#[derive(Clone, Debug, PartialEq)]
pub struct Advice {
    /// What can be said in a sentence: what comes first by the measure, or what is too close to call.
    pub headline: String,
    /// What the ranking goes by, in words.
    pub measure: String,
    /// The weights behind it.
    pub weighing: Weighing,
    /// Where the whole organisation stands, in yards.
    pub spot: f64,
    /// How much of it is out on its own, in yards.
    pub exposure: f64,
    /// The series the next call belongs to.
    pub series: Series,
    /// How many downs it has left, the next one included.
    pub downs_left: u32,
    /// The plays, ranked by the measure; ties by title. None if there were no trials to rank them by.
    pub calls: Vec<NextCall>,
    /// Plays of another operating model, which cannot be called here.
    pub left_out: Vec<LeftOut>,
    /// How many trials it rests on; fewer than asked for if they were stopped early.
    pub count: u64,
    /// How many were asked for.
    pub asked: u64,
    /// The seed of their luck.
    pub seed: u64,
}

/// One play as the next call.
#[derive(Clone, Debug, PartialEq)]
pub struct NextCall {
    /// Its place among the plays given.
    pub place: usize,
    /// The play.
    pub play: PlayId,
    /// What it is called on screen.
    pub title: String,
    /// What it comes to as expected, from the field as it is: every channel's gain, with the reasons. The series is left aside.
    pub run: Run,
    /// How far the whole organisation is expected to move, in yards.
    pub gain: f64,
    /// The mean of that over the trials, in yards, a failed series' setback left aside.
    pub mean_gain: f64,
    /// The mean over the trials of how much more is out on its own after it, in yards.
    pub mean_exposed: f64,
    /// What it is ranked by, in yards: see [`advise`].
    pub measure: f64,
    /// The spot after it in the trials, in yards.
    pub spot: Spread,
    /// The chance to make the line to gain in the downs left, with this play called for each of them.
    pub makes_line: Chance,
    /// What a good day looks like, in a sentence: "If it works: 6 yards, and technology & data out on its own by 4."
    pub works: String,
    /// What a bad one does.
    pub fails: String,
    /// Channels nobody works on in it.
    pub open_flanks: Vec<ChannelId>,
    /// What speaks for it, the strongest first, at most three sentences and at least one.
    pub speaks_for: Vec<String>,
    /// What speaks against it, the strongest first, at most three sentences and at least one.
    pub speaks_against: Vec<String>,
    /// Which group it is in, from 1: it cannot be told apart from the first of its group.
    pub group: u32,
    /// How much larger its measure is than the next one's, trial by trial; nothing for the last.
    pub over_next: Option<Paired>,
}

impl NextCall {
    /// Whether it cannot be told apart from the one ranked next: the difference is within two standard errors.
    #[must_use]
    pub fn too_close_to_next(&self) -> bool {
        self.over_next.is_some_and(|paired| !paired.tells_apart())
    }
}

/// A play that cannot be called here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The play.
    pub play: PlayId,
    /// What it is called on screen.
    pub title: String,
    /// The operating model it is for, by its title.
    pub model: String,
}

/// Sets every play up as the next call from where a drive stands.
///
/// The measure of a play is, with `w` the weight of [`Weighing::exposure`], `(1 - w) * gain - w * exposed`: the mean over
/// `luck.trials` trials of the yards the whole organisation gains in one down, and of the yards by which its exposure grows. A
/// setback that may follow is left aside there; the chance to make the line to gain says what becomes of the series. All plays
/// meet the same luck. A group begins with each play that can be told apart from the first of the group before: their difference is more than two standard
/// errors. "If it works" and "if it fails" are the 90th and 10th percentile of the spot; the fronts there are each channel's
/// own percentile, drawn towards its mean until they add up to that spot. A watcher may stop the trials: what is returned rests on those done.
#[must_use]
pub fn advise(
    standing: &Standing,
    model: &Arc<OperatingModel>,
    plays: &[Called],
    weighing: Weighing,
    luck: Luck,
    watch: &dyn Watch,
) -> Advice {
    let series = standing.series;
    let downs_left = series.downs_left(&model.constants);
    let here = |called: &Called| Arc::ptr_eq(&called.lineup.model, model) || *called.lineup.model == **model;
    let callable: Vec<(usize, &Called)> =
        plays.iter().enumerate().filter(|(_, called)| here(called)).collect();

    // One down that no series judges, for the measure; then the downs left, for the line to gain.
    let aside = Standing { series: Series { down: 0, to_gain: f64::INFINITY, ..series }, ..standing.clone() };
    let once = callable.iter().map(|(_, called)| CallSheet::of_play((*called).clone(), aside.clone(), 1));
    let until = callable
        .iter()
        .map(|(_, called)| CallSheet::of_play((*called).clone(), standing.clone(), downs_left));
    let sheets: Vec<CallSheet> = once.chain(until).collect();
    let compared = compare_trials(&sheets.iter().collect::<Vec<_>>(), luck, watch);
    let (once, until) = compared.trials.split_at(callable.len().min(compared.trials.len()));
    // Where nothing can be called, nothing was stopped.
    let count = once.first().map_or(luck.trials, |trials| trials.count);

    let field = Field::new(standing, model);
    let candidates: Vec<Candidate> = callable
        .iter()
        .zip(once.iter().zip(until))
        .map(|((_, called), (once, until))| Candidate {
            called,
            run: Run {
                before: standing.state.clone(),
                outcome: resolve(&called.lineup, &standing.state, &called.switches),
            },
            once,
            makes_line: until.first_series_made,
        })
        .collect();
    let (of_gain, of_exposure) = weighing.parts();
    let mut ranked: Vec<(usize, f64)> = candidates
        .iter()
        .map(|candidate| {
            let Trials { spot, exposure, .. } = candidate.once;
            of_gain * (spot.mean - field.spot) + of_exposure * (exposure.mean - field.exposure)
        })
        .enumerate()
        .collect();
    ranked.sort_by(|(one, better), (other, worse)| {
        let title = |at: usize| &candidates[at].called.lineup.play.title;
        let steps = |measure: f64| Reverse((measure / SAME).round() as i64);
        steps(*better).cmp(&steps(*worse)).then_with(|| title(*one).cmp(title(*other))).then(one.cmp(other))
    });
    let over = |one: usize, other: usize| compared.against[one][other].mixed(of_gain, of_exposure);
    let (mut group, mut leader) = (0, None);
    // Where no trial was run there is nothing to rank by.
    let known = if count > 0 { ranked.len() } else { 0 };
    let calls: Vec<NextCall> = ranked[..known]
        .iter()
        .enumerate()
        .map(|(rank, (at, measure))| {
            let candidate = &candidates[*at];
            if leader.is_none_or(|leader| over(leader, *at).tells_apart()) {
                (group, leader) = (group + 1, Some(*at));
            }
            let outcome = &candidate.run.outcome;
            let open = model.channels.iter().zip(&outcome.channels).filter(|(_, channel)| channel.open_flank);
            let (works, fails) = words::works_and_fails(&field, candidate.once);
            NextCall {
                place: callable[*at].0,
                play: candidate.called.lineup.id.clone(),
                title: candidate.called.lineup.play.title.clone(),
                gain: outcome.spot_end - outcome.spot_start,
                mean_gain: candidate.once.spot.mean - field.spot,
                mean_exposed: candidate.once.exposure.mean - field.exposure,
                measure: *measure,
                spot: candidate.once.spot,
                makes_line: candidate.makes_line,
                works,
                fails,
                open_flanks: open.map(|(channel, _)| channel.id.clone()).collect(),
                speaks_for: arguments::speaks_for(&field, &candidates, *at),
                speaks_against: arguments::speaks_against(&field, &candidates, *at),
                group,
                over_next: ranked.get(rank + 1).map(|(next, _)| over(*at, *next)),
                run: candidate.run.clone(),
            }
        })
        .collect();
    Advice {
        headline: words::headline(&calls, !callable.is_empty()),
        measure: words::measure(of_gain, count),
        weighing,
        spot: field.spot,
        exposure: exposure(model, &standing.state.fronts),
        series,
        downs_left,
        calls,
        left_out: plays
            .iter()
            .filter(|called| !here(called))
            .map(|Called { lineup, .. }| LeftOut {
                play: lineup.id.clone(),
                title: lineup.play.title.clone(),
                model: lineup.model.title.clone(),
            })
            .collect(),
        count,
        asked: luck.trials.min(u64::from(u32::MAX)),
        seed: luck.seed,
    }
}
