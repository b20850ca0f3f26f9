//! The expected drive: every play as [`resolve`] says, series and events as the rules' "A drive" says, risks left out.

use std::sync::Arc;

use super::{CallSheet, DownResult, Entry, Series, Shock, Standing};
use crate::model::{Constants, OperatingModel};
use crate::rules::{Run, State, resolve, safe_yard};

/// What became of a plan.
#[derive(Clone, Debug, PartialEq)]
pub struct Drive {
    /// Every down that was played.
    pub downs: Vec<Down>,
    /// Every event that struck, in order.
    pub events: Vec<Struck>,
    /// The spot it began at, in yards.
    pub start_spot: f64,
    /// How it ended.
    pub end: DriveEnd,
    /// Where it ended, events after the last down included.
    pub last: Standing,
    /// The spot at the end, in yards.
    pub spot: f64,
    /// The weighted mean of the channels' exposure at the end, in yards.
    pub exposure: f64,
}

/// One play run in a drive.
#[derive(Clone, Debug, PartialEq)]
pub struct Down {
    /// Which down of the drive, from 1.
    pub number: u32,
    /// The series it belongs to, as it was before the down.
    pub series: Series,
    /// The plan's entry that called it, by its place.
    pub entry: usize,
    /// The play, by its place in [`CallSheet::plays`].
    pub play: usize,
    /// The field before it and what it came to, without a setback.
    pub run: Run,
    /// How it was judged.
    pub result: DownResult,
    /// The fronts after it, a setback included, events after it not. Yards.
    pub fronts: Vec<f64>,
    /// The spot with these fronts, in yards.
    pub spot: f64,
    /// The exposure with these fronts, in yards.
    pub exposure: f64,
}

impl Down {
    /// How far the whole organisation moved, a setback included, in yards.
    #[must_use]
    pub fn gained(&self) -> f64 {
        self.spot - self.run.outcome.spot_start
    }
}

/// An event that struck.
#[derive(Clone, Debug, PartialEq)]
pub struct Struck {
    /// After which down; 0 before the first.
    pub after: u32,
    /// The plan's entry, by its place.
    pub entry: usize,
    /// What it is called.
    pub name: Arc<str>,
    /// What each channel lost, in yards.
    pub lost: Vec<f64>,
    /// The fronts after it, in yards.
    pub fronts: Vec<f64>,
    /// How far the spot went back, in yards.
    pub cost: f64,
}

/// How a drive ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DriveEnd {
    /// Every front reached the plan's goal.
    Goal,
    /// Control of the ball was lost.
    Turnover,
    /// Everything was called.
    OutOfCalls,
}

impl DriveEnd {
    /// As it stands in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::Turnover => "turnover",
            Self::OutOfCalls => "out_of_calls",
        }
    }
}

/// Runs a plan as the rules expect it to go.
#[must_use]
pub fn drive(sheet: &CallSheet) -> Drive {
    let model = &*sheet.model;
    let mut drive = Drive {
        downs: Vec::new(),
        events: Vec::new(),
        start_spot: model.weighted_mean(sheet.from.state.fronts.iter().copied()),
        end: DriveEnd::OutOfCalls,
        last: sheet.from.clone(),
        spot: 0.0,
        exposure: 0.0,
    };
    for (at, entry) in sheet.entries.iter().enumerate() {
        match entry {
            Entry::Play { play, times } => {
                for _ in 0..*times {
                    if !drive.play(sheet, at, *play) {
                        return drive.ended(model);
                    }
                }
            }
            Entry::Event(shock) => drive.strike(at, shock, model),
        }
    }
    drive.ended(model)
}

impl Drive {
    /// Where the spot stood when the series of the down at place `at` began, in yards.
    #[must_use]
    pub fn series_start(&self, at: usize) -> f64 {
        let Some(down) = self.downs.get(at) else { return self.spot };
        let first = self.downs.iter().position(|other| other.series.number == down.series.number);
        let before = first.and_then(|first| self.downs.get(first.checked_sub(1)?));
        before.map_or(self.start_spot, |before| before.spot)
    }

    /// Where the drive stands after `downs` of its downs, events that follow them included; nothing if it had ended by then
    /// or was not played so far.
    #[must_use]
    pub fn standing_after(&self, downs: usize) -> Option<Standing> {
        match self.downs.get(downs) {
            Some(next) => Some(Standing { state: next.run.before.clone(), series: next.series }),
            None => {
                (downs == self.downs.len() && self.end == DriveEnd::OutOfCalls).then(|| self.last.clone())
            }
        }
    }

    /// Plays one down; `false` if the drive ends with it.
    fn play(&mut self, sheet: &CallSheet, entry: usize, play: usize) -> bool {
        let Some(called) = sheet.plays.get(play) else { return true };
        let (model, goal) = (&*sheet.model, sheet.goal());
        let constants = &model.constants;
        let outcome = resolve(&called.lineup, &self.last.state, &called.switches);
        let run = Run { before: self.last.state.clone(), outcome };
        let mut state = run.after(&called.lineup);
        let series = self.last.series;
        let at_goal = state.fronts.iter().all(|front| *front >= goal);
        let result = series.judge(run.outcome.spot_start, run.outcome.spot_end, at_goal, constants);
        if result == DownResult::Setback {
            for front in &mut state.fronts {
                *front = (*front - constants.setback).max(0.0);
            }
        }
        let spot = model.weighted_mean(state.fronts.iter().copied());
        self.downs.push(Down {
            number: u32::try_from(self.downs.len() + 1).unwrap_or(u32::MAX),
            series,
            entry,
            play,
            run,
            result,
            spot,
            exposure: exposure(model, &state.fronts),
            fronts: state.fronts.clone(),
        });
        self.last = Standing { series: series.after(result, spot, goal, constants), state };
        match result {
            DownResult::Goal => self.end = DriveEnd::Goal,
            DownResult::Turnover => self.end = DriveEnd::Turnover,
            DownResult::NextDown | DownResult::FirstDown | DownResult::Setback => {}
        }
        !result.ends_the_drive()
    }

    /// An event between two plays: every channel it strikes loses a share of its lead, leads taken once for all.
    fn strike(&mut self, entry: usize, shock: &Shock, model: &OperatingModel) {
        let State { fronts, .. } = &mut self.last.state;
        let before = model.weighted_mean(fronts.iter().copied());
        let lost = leads(fronts, &model.constants)
            .into_iter()
            .zip(&shock.strikes)
            .map(|(lead, strikes)| if *strikes { shock.severity * lead } else { 0.0 })
            .collect::<Vec<_>>();
        for (front, lost) in fronts.iter_mut().zip(&lost) {
            *front -= lost;
        }
        let after = model.weighted_mean(fronts.iter().copied());
        self.events.push(Struck {
            after: u32::try_from(self.downs.len()).unwrap_or(u32::MAX),
            entry,
            name: Arc::clone(&shock.name),
            lost,
            fronts: fronts.clone(),
            cost: before - after,
        });
    }

    /// How far each channel is out on its own at the end, in yards.
    #[must_use]
    pub fn leads(&self, model: &OperatingModel) -> Vec<f64> {
        leads(&self.last.state.fronts, &model.constants)
    }

    /// Which channels nobody worked on in any down; none where nothing was played. In the model's order.
    #[must_use]
    pub fn never_worked_on(&self, model: &OperatingModel) -> Vec<bool> {
        let open = |c: usize| {
            let mut channels = self.downs.iter().map(|down| down.run.outcome.channels.get(c));
            !self.downs.is_empty()
                && channels.all(|channel| channel.is_some_and(|channel| channel.open_flank))
        };
        (0..model.channels.len()).map(open).collect()
    }

    /// How many downs came to `result`.
    #[must_use]
    pub fn count(&self, result: DownResult) -> usize {
        self.downs.iter().filter(|down| down.result == result).count()
    }

    fn ended(mut self, model: &OperatingModel) -> Self {
        let fronts = &self.last.state.fronts;
        self.spot = model.weighted_mean(fronts.iter().copied());
        self.exposure = exposure(model, fronts);
        self
    }
}

/// Rule 9: how far each front is out on its own, in yards.
pub(in crate::rules) fn leads(fronts: &[f64], constants: &Constants) -> Vec<f64> {
    let lead = |(c, front): (usize, &f64)| (front - safe_yard(fronts, c, constants.cover)).max(0.0);
    fronts.iter().enumerate().map(lead).collect()
}

/// Rule 10: the weighted mean of the leads, in yards.
pub(in crate::rules) fn exposure(model: &OperatingModel, fronts: &[f64]) -> f64 {
    model.weighted_mean(leads(fronts, &model.constants))
}
