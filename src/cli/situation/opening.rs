//! Where a game plan begins, and how often a play that stands for one is called: what the options of `simulate` and
//! `compare` say.

use std::sync::Arc;

use clap::Args;

use super::syntax::{self, Start};
use super::{START, fronts};
use crate::cli::failure::Failure;
use crate::cli::source::{LoadedPlan, Planned};
use crate::model::{OperatingModel, StartFronts};
use crate::rules::{CallSheet, Called, Lineup, Standing};

/// Where the goal of a play that stands for a plan is, in yards.
const GOAL: f64 = 100.0;

/// Where a plan begins, and how often a play alone is called.
#[derive(Debug, Default, Args)]
pub(in crate::cli) struct Opening {
    /// Where the fronts start: one yard for all, or some by name and the rest as the plan says (a play alone: 20)
    #[arg(long, value_name = "YARDS|CHANNEL=YARDS,…", allow_hyphen_values = true, value_parser = syntax::start)]
    start: Vec<Start>,
    /// How often a play that is named instead of a plan is called in a row; default: once
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = clap::value_parser!(u32).range(1..=100))]
    times: Option<u32>,
}

impl Opening {
    pub(super) const fn new(start: Vec<Start>, times: Option<u32>) -> Self {
        Self { start, times }
    }

    /// Says that `--times` was given where every one named is a plan.
    pub(in crate::cli) fn fits(&self, loaded: &[LoadedPlan]) -> Result<(), Failure> {
        let plays = loaded.iter().any(|loaded| matches!(loaded.planned, Planned::Play(_)));
        match self.times {
            Some(_) if !plays => Err(Failure::with_help(
                "--times is for a play alone; a game plan says itself how often it calls one",
                Some("leave --times out, or name a play".to_owned()),
            )),
            _ => Ok(()),
        }
    }

    /// The plan, ready to be run from where it was asked to begin.
    pub(in crate::cli) fn sheet(&self, loaded: &LoadedPlan) -> Result<CallSheet, Failure> {
        let LoadedPlan { stem, file, planned, model, .. } = loaded;
        let sheet = match planned {
            Planned::Play(play) => {
                let from = fronts(&self.start, vec![START; model.channels.len()], model)?;
                let lineup = Lineup::new((&**stem).into(), Arc::clone(play), Arc::clone(model));
                let from = Standing::kick_off(from, model, GOAL);
                CallSheet::of_play(Called::new(lineup), from, self.times.unwrap_or(1))
            }
            Planned::Plan(plan, plays) => {
                let mut plan = Arc::clone(plan);
                if !self.start.is_empty() {
                    let from = fronts(&self.start, starts(&plan.start, model), model)?;
                    let channels = model.channels.iter().map(|channel| channel.id.clone());
                    Arc::make_mut(&mut plan).start = StartFronts::Each(channels.zip(from).collect());
                }
                let play =
                    |id: &_| plays.iter().find(|(known, _)| known == id).map(|(_, play)| Arc::clone(play));
                CallSheet::new(Arc::clone(stem), plan, Arc::clone(model), play)
            }
        };
        if sheet.from.state.fronts.iter().all(|front| *front >= sheet.goal()) {
            return Err(Failure::with_help(
                format!("--start: `{file}` would begin with every front at its goal, {}", sheet.goal()),
                Some("let at least one front start short of it".to_owned()),
            ));
        }
        Ok(sheet)
    }
}

fn starts(start: &StartFronts, model: &OperatingModel) -> Vec<f64> {
    let channels = model.channels.iter();
    match start {
        StartFronts::All(yards) => vec![*yards; model.channels.len()],
        StartFronts::Each(each) => {
            channels.map(|channel| each.get(&channel.id).copied().unwrap_or(0.0)).collect()
        }
    }
}
