//! What is on the field: a play run once or several times in a row, or one down of a plan's drive; with the what-ifs laid
//! over the file.

use std::sync::Arc;

use crate::app::words::say;
use crate::model::{AssumptionId, Play, PlayerId, Strength};
use crate::rules::{
    CallSheet, Called, Drive, Lineup, Run, Standing, State, Switches, difference, drive, repeat,
};
pub(super) use crate::show::Script;
use crate::timeline::Timeline;

/// Plans of more downs than this are not run again for a hint.
const MOST_DOWNS: usize = 100;

/// A play on the field, run and spread over time.
#[derive(Clone, Debug)]
pub struct Shown {
    /// The play's or plan's file, by its stem.
    pub stem: Arc<str>,
    /// The play set against its model: the last version without errors. Of a plan, the play of the down shown.
    pub lineup: Lineup,
    /// Which assumptions hold, what-ifs included.
    pub switches: Switches,
    /// Where each channel starts, in yards: before the play, or before the plan's first down.
    pub start: Vec<f64>,
    /// How often it is run in a row.
    pub times: u32,
    /// What came of it; of a plan, the down shown alone.
    pub runs: Vec<Run>,
    /// The last run over time.
    pub timeline: Timeline,
    /// What is wrong with the file, if this is what it was before.
    pub stale: Option<Stale>,
    /// The plan, if it is one.
    pub plan: Option<PlanShown>,
    /// What comes of the play as the file has it, without what-ifs.
    file_runs: Vec<Run>,
    file_start: Vec<f64>,
    /// The play as its file has it.
    file_lineup: Lineup,
}

/// A plan of which the field shows one down.
#[derive(Clone, Debug)]
pub struct PlanShown {
    /// The plan with its plays, what-ifs included.
    pub sheet: CallSheet,
    /// What comes of it.
    pub drive: Drive,
    /// Which down is shown, by its place in the drive.
    pub at: usize,
    file_sheet: CallSheet,
    file_drive: Drive,
}

/// What somebody judges otherwise than a play's file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Disputed {
    /// Assumptions, and whether they hold.
    pub switched: Vec<(AssumptionId, bool)>,
    /// Players, and their strength.
    pub judged: Vec<(PlayerId, Strength)>,
}

/// Why the field shows what a file was before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stale {
    /// The file has errors now.
    Broken,
    /// The file is gone, or cannot be read any more.
    Gone,
}

impl PlanShown {
    /// The plan at its first down; nothing if it plays none.
    fn new(sheet: CallSheet) -> Option<Self> {
        let drive = drive(&sheet);
        let plan = Self { file_sheet: sheet.clone(), file_drive: drive.clone(), sheet, drive, at: 0 };
        (!plan.drive.downs.is_empty()).then_some(plan)
    }

    /// The play of the down shown, by its place in the sheet.
    fn play(&self) -> Option<usize> {
        Some(self.drive.downs.get(self.at)?.play)
    }

    /// Whether it differs from its file.
    fn is_what_if(&self) -> bool {
        let switched =
            self.sheet.plays.iter().any(|called| called.switches != Switches::of(&called.lineup.play));
        let other = |(called, file): (&Called, &Called)| called.lineup.play != file.lineup.play;
        switched
            || self.sheet.from != self.file_sheet.from
            || self.sheet.plays.iter().zip(&self.file_sheet.plays).any(other)
    }
}

impl Shown {
    /// Puts a script on the field; nothing for a plan that plays no down.
    pub(super) fn new(stem: Arc<str>, script: Script) -> Option<Self> {
        match script {
            Script::Play(lineup, start) => {
                let switches = Switches::of(&lineup.play);
                let runs = repeat(&lineup, &State::new(start.clone()), &switches, 1);
                let timeline = Timeline::new(&lineup, &runs);
                Some(Self {
                    stem,
                    switches,
                    file_start: start.clone(),
                    start,
                    times: 1,
                    timeline,
                    stale: None,
                    plan: None,
                    file_runs: runs.clone(),
                    file_lineup: lineup.clone(),
                    runs,
                    lineup,
                })
            }
            Script::Plan(sheet) => {
                let plan = PlanShown::new(sheet)?;
                let called = plan.sheet.plays.get(plan.play()?)?;
                let file_lineup = called.lineup.clone();
                let start = plan.sheet.from.state.fronts.clone();
                let mut shown = Self {
                    stem,
                    lineup: called.lineup.clone(),
                    switches: called.switches.clone(),
                    file_start: start.clone(),
                    start,
                    times: 1,
                    runs: Vec::new(),
                    timeline: Timeline::of_down(&plan.sheet, &plan.drive, plan.at)?,
                    stale: None,
                    plan: Some(plan),
                    file_runs: Vec::new(),
                    file_lineup,
                };
                shown.show_down();
                Some(shown)
            }
        }
    }

    /// Runs it anew, after anything it depends on has changed.
    pub(super) fn rerun(&mut self) {
        let Some(plan) = &mut self.plan else {
            let state = State::new(self.start.clone());
            self.runs = repeat(&self.lineup, &state, &self.switches, self.times.max(1));
            self.timeline = Timeline::new(&self.lineup, &self.runs);
            self.file_runs = if self.is_what_if() {
                let (start, switches) =
                    (State::new(self.file_start.clone()), Switches::of(&self.file_lineup.play));
                repeat(&self.file_lineup, &start, &switches, self.times.max(1))
            } else {
                self.runs.clone()
            };
            return;
        };
        if let Some(called) = plan.play().and_then(|play| plan.sheet.plays.get_mut(play)) {
            called.switches.clone_from(&self.switches);
        }
        if self.start != plan.sheet.from.state.fronts {
            let sheet = &mut plan.sheet;
            sheet.from = Standing::kick_off(self.start.clone(), &sheet.model, sheet.goal());
        }
        plan.drive = drive(&plan.sheet);
        self.show_down();
    }

    /// Lays another version of the play shown over the file's; it is not run anew by that. Assumptions that were switched
    /// stay so.
    pub(super) fn imagine(&mut self, play: Arc<Play>) {
        let lineup = Lineup::new(self.lineup.id.clone(), play, Arc::clone(&self.lineup.model));
        self.switches = kept(&self.lineup.play, &self.switches, &lineup.play);
        if let Some(plan) = &mut self.plan
            && let Some(called) = plan.play().and_then(|play| plan.sheet.plays.get_mut(play))
        {
            called.lineup = lineup.clone();
        }
        self.lineup = lineup;
    }

    /// Every play with what-ifs as its file would say it, each with a down that plays it.
    #[must_use]
    pub fn imagined(&self) -> Vec<(usize, Play)> {
        let Some(plan) = &self.plan else {
            let play = as_written(&self.lineup.play, &self.switches);
            return if play == *self.file_lineup.play { Vec::new() } else { vec![(0, play)] };
        };
        let plays = plan.sheet.plays.iter().zip(&plan.file_sheet.plays).enumerate();
        let changed = plays.filter_map(|(at, (called, file))| {
            let play = as_written(&called.lineup.play, &called.switches);
            let down = plan.drive.downs.iter().position(|down| down.play == at)?;
            (play != *file.lineup.play).then_some((down, play))
        });
        changed.collect()
    }

    /// Where the channels start in the file, in yards.
    #[must_use]
    pub fn file_start(&self) -> &[f64] {
        &self.file_start
    }

    /// What is shown, what-ifs included, as something to be run.
    pub(super) fn script(&self) -> Script {
        if let Some(plan) = &self.plan {
            return Script::Plan(plan.sheet.clone());
        }
        let play = Arc::new(as_written(&self.lineup.play, &self.switches));
        let lineup = Lineup::new(self.lineup.id.clone(), play, Arc::clone(&self.lineup.model));
        Script::Play(lineup, self.start.clone())
    }

    /// Goes to a down of the plan, by its place in the drive.
    pub(super) fn go_to_down(&mut self, at: usize) {
        if let Some(plan) = &mut self.plan {
            plan.at = at;
            self.show_down();
        }
    }

    /// Sets up the down that the plan is at, or its last one.
    fn show_down(&mut self) {
        let Some(plan) = &mut self.plan else { return };
        plan.at = plan.at.min(plan.drive.downs.len().saturating_sub(1));
        let Some(down) = plan.drive.downs.get(plan.at) else { return };
        if let Some(called) = plan.sheet.plays.get(down.play) {
            self.lineup = called.lineup.clone();
            self.switches = called.switches.clone();
        }
        self.runs = vec![down.run.clone()];
        if let Some(timeline) = Timeline::of_down(&plan.sheet, &plan.drive, plan.at) {
            self.timeline = timeline;
        }
    }

    /// The plan; a play is a plan of its own.
    #[must_use]
    pub fn sheet(&self) -> CallSheet {
        if let Some(plan) = &self.plan {
            return plan.sheet.clone();
        }
        let from = Standing::kick_off(self.start.clone(), &self.lineup.model, 100.0);
        let called = Called { lineup: self.lineup.clone(), switches: self.switches.clone() };
        CallSheet::of_play(called, from, self.times)
    }

    /// Where the field stands for the next call; nothing once a drive has ended.
    #[must_use]
    pub fn standing(&self) -> Option<Standing> {
        if let Some(plan) = &self.plan {
            return plan.drive.standing_after(plan.at + 1);
        }
        let state = self.runs.last()?.after(&self.lineup);
        let in_series = drive(&self.sheet()).standing_after(self.times as usize);
        // Run more often than a series lasts, the field has left the series aside.
        Some(in_series.filter(|standing| standing.state == state).unwrap_or_else(|| {
            let from = Standing::kick_off(state.fronts.clone(), &self.lineup.model, 100.0);
            Standing { state, ..from }
        }))
    }

    /// Whether assumptions or starting fronts differ from the file.
    #[must_use]
    pub fn is_what_if(&self) -> bool {
        match &self.plan {
            Some(plan) => plan.is_what_if(),
            None => {
                self.switches != Switches::of(&self.file_lineup.play)
                    || self.start != self.file_start
                    || self.lineup.play != self.file_lineup.play
            }
        }
    }

    /// Where the fronts are at the end, of a plan after its last try. Yards.
    #[must_use]
    pub fn ends(&self) -> Vec<f64> {
        match &self.plan {
            Some(plan) => plan.drive.last.state.fronts.clone(),
            None => self.runs.last().map_or_else(Vec::new, |run| run.outcome.ends()),
        }
    }

    /// Where the fronts are at the end as the files have it, without what-ifs. Yards.
    #[must_use]
    pub fn file_ends(&self) -> Vec<f64> {
        match &self.plan {
            Some(plan) => plan.file_drive.last.state.fronts.clone(),
            None => self.file_runs.last().map_or_else(Vec::new, |run| run.outcome.ends()),
        }
    }

    /// Where a plan's fronts would end with an assumption of the play shown the other way, in yards; nothing for a play
    /// by itself, or a plan too long to be run for a hint.
    #[must_use]
    pub fn flipped(&self, at: usize) -> Option<Vec<f64>> {
        let plan = self.plan.as_ref().filter(|plan| plan.drive.downs.len() <= MOST_DOWNS)?;
        let mut sheet = plan.sheet.clone();
        let called = sheet.plays.get_mut(plan.play()?)?;
        called.switches = called.switches.flipped(at);
        Some(drive(&sheet).last.state.fronts)
    }

    /// What another version of the play shown, with these switches, would change at the end, in a sentence; nothing where
    /// that takes too long for a hint.
    #[must_use]
    pub fn would_change(&self, play: &Play, switches: &Switches) -> Option<String> {
        let model = &self.lineup.model;
        let lineup = Lineup::new(self.lineup.id.clone(), Arc::new(play.clone()), Arc::clone(model));
        let ends = match &self.plan {
            Some(plan) if plan.drive.downs.len() <= MOST_DOWNS => {
                let mut sheet = plan.sheet.clone();
                let called = sheet.plays.get_mut(plan.play()?)?;
                (called.lineup, called.switches) = (lineup, switches.clone());
                drive(&sheet).last.state.fronts
            }
            Some(_) => return None,
            None => {
                let runs = repeat(&lineup, &State::new(self.start.clone()), switches, self.times.max(1));
                runs.last()?.outcome.ends()
            }
        };
        Some(difference(model, &self.ends(), &ends))
    }

    /// What the what-ifs change at the end, in a sentence.
    #[must_use]
    pub fn difference(&self) -> String {
        let model = &self.lineup.model;
        match &self.plan {
            Some(plan) => {
                let (before, after) = (&plan.file_drive.last.state.fronts, &plan.drive.last.state.fronts);
                say!("inspector-plan-end", told = difference(model, before, after))
            }
            None => match (self.file_runs.last(), self.runs.last()) {
                (Some(before), Some(after)) => {
                    difference(model, &before.outcome.ends(), &after.outcome.ends())
                }
                _ => String::new(),
            },
        }
    }

    /// Assumptions and strengths of the play shown that are not as its file has them.
    #[must_use]
    pub fn argued(&self) -> Disputed {
        let file = self.file_play();
        let (play, switches) = (&self.lineup.play, &self.switches);
        let assumptions = play.assumptions.iter().zip(&switches.0);
        let switched = assumptions.filter(|(assumption, holds)| {
            let known = file.assumptions.iter().find(|known| known.id == assumption.id);
            known.is_some_and(|known| known.holds != **holds)
        });
        let strengths = |play: &Play| -> Vec<(PlayerId, Strength)> {
            let offense = play.offense.iter().map(|player| (player.id.clone(), player.strength));
            offense.chain(play.defense.iter().map(|player| (player.id.clone(), player.strength))).collect()
        };
        let known = strengths(file);
        let differs = |(id, strength): &(PlayerId, Strength)| {
            known.iter().any(|(other, known)| other == id && known != strength)
        };
        Disputed {
            switched: switched.map(|(assumption, holds)| (assumption.id.clone(), *holds)).collect(),
            judged: strengths(play).into_iter().filter(differs).collect(),
        }
    }

    /// The play shown as its file has it.
    #[must_use]
    pub fn file_play(&self) -> &Play {
        let plan = self.plan.as_ref();
        let of_plan = plan.and_then(|plan| Some(&plan.file_sheet.plays.get(plan.play()?)?.lineup));
        &of_plan.unwrap_or(&self.file_lineup).play
    }

    /// Takes what-ifs back.
    pub(super) fn reset(&mut self) {
        self.start = self.file_start.clone();
        if let Some(plan) = &mut self.plan {
            plan.sheet = plan.file_sheet.clone();
            plan.drive = plan.file_drive.clone();
            self.show_down();
        } else {
            self.lineup = self.file_lineup.clone();
            self.switches = Switches::of(&self.lineup.play);
            self.rerun();
        }
    }

    /// Whether the file still says what is shown.
    pub(super) fn says(&self, script: &Script) -> bool {
        match (script, &self.plan) {
            (Script::Play(lineup, _), None) => {
                lineup.play == self.file_lineup.play && lineup.model == self.lineup.model
            }
            (Script::Plan(sheet), Some(plan)) => {
                let plays = |sheet: &CallSheet| -> Vec<Arc<Play>> {
                    sheet.plays.iter().map(|called| Arc::clone(&called.lineup.play)).collect()
                };
                sheet.plan == plan.sheet.plan
                    && sheet.model == plan.sheet.model
                    && plays(sheet) == plays(&plan.file_sheet)
            }
            _ => false,
        }
    }

    /// Takes a new version of the file, keeping what-ifs that still make sense; `false` if it cannot be shown.
    pub(super) fn update(&mut self, script: Script) -> bool {
        let Some(mut new) = Self::new(Arc::clone(&self.stem), script) else { return false };
        let carried = |file: &[f64], own: &[f64]| -> Vec<f64> {
            let channels = new.lineup.model.channels.iter();
            channels
                .zip(&new.file_start)
                .map(|(channel, from)| {
                    let before = self.lineup.model.index_of(&channel.id);
                    let (own, file) = (before.and_then(|at| own.get(at)), before.and_then(|at| file.get(at)));
                    match (own, file) {
                        (Some(own), Some(file)) if own != file => *own,
                        _ => *from,
                    }
                })
                .collect()
        };
        let start = carried(&self.file_start, &self.start);
        match (&self.plan, &mut new.plan) {
            (Some(old), Some(plan)) => {
                for called in &mut plan.sheet.plays {
                    let same = old.sheet.plays.iter().find(|other| other.lineup.id == called.lineup.id);
                    if let Some(same) = same {
                        called.switches = kept(&same.lineup.play, &same.switches, &called.lineup.play);
                    }
                }
                plan.at = old.at;
                plan.sheet.from = Standing::kick_off(start.clone(), &plan.sheet.model, plan.sheet.goal());
                plan.drive = drive(&plan.sheet);
                new.start = start;
                new.show_down();
            }
            (None, None) => {
                new.switches = kept(&self.lineup.play, &self.switches, &new.lineup.play);
                (new.start, new.times) = (start, self.times);
                new.rerun();
            }
            _ => {}
        }
        *self = new;
        true
    }
}

/// A play as its file would say it with these switches.
fn as_written(play: &Play, switches: &Switches) -> Play {
    let mut play = play.clone();
    for (assumption, holds) in play.assumptions.iter_mut().zip(&switches.0) {
        assumption.holds = *holds;
    }
    play
}

/// The switches of a play's new version: those that were flipped stay so.
fn kept(old: &Play, switches: &Switches, new: &Play) -> Switches {
    let kept = new.assumptions.iter().map(|assumption| {
        let before = old.assumptions.iter().position(|other| other.id == assumption.id);
        let flipped = before.is_some_and(|at| switches.0.get(at) != Some(&old.assumptions[at].holds));
        assumption.holds != flipped
    });
    Switches(kept.collect())
}
