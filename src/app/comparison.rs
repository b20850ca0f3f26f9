//! Two to four plays or plans side by side on one clock: what is compared, and where the clock stands.
//!
//! Everybody's try is shown at the same part of it and equally far through that part, so that what happens can be seen
//! side by side, however long each takes. A drive that has ended stands where it ended.

use std::sync::Arc;

use super::shown::Script;
use crate::app::words::say;
use crate::compare::results;
use crate::model::Phase;
use crate::rules::{CallSheet, Called, Down, Drive, Standing, drive};
use crate::timeline::{Frame, PhaseSpan, Timeline};

/// The most that can stand side by side.
pub const MOST: usize = 4;
/// Names of the sides where there is no room for more.
pub const LETTERS: [&str; MOST] = ["A", "B", "C", "D"];
/// How often a play that is compared is called, on offer.
pub const TIMES: [u32; 3] = [1, 4, 12];

/// One of those compared.
#[derive(Clone, Debug)]
pub struct Side {
    /// The play's or plan's file, by its stem.
    pub stem: Arc<str>,
    /// The plan, or a play as a plan of its own.
    pub sheet: CallSheet,
    /// What comes of it.
    pub drive: Drive,
    /// Whether it is a play by itself.
    pub is_play: bool,
    /// Which of the colours it has, for as long as it is compared.
    pub color: usize,
    /// Whether its file cannot be run any more, and this is what it was.
    pub stale: bool,
    /// What it was made of, if it is no file but a what-if.
    what_if: Option<Script>,
    /// The try shown over time; the last one played where the drive has ended before.
    timeline: Option<Timeline>,
}

impl Side {
    fn new(stem: Arc<str>, script: Script, times: u32) -> Option<Self> {
        let (sheet, is_play) = match script {
            Script::Plan(sheet) => (sheet, false),
            Script::Play(lineup, start) => {
                let from = Standing::kick_off(start, &lineup.model, 100.0);
                (CallSheet::of_play(Called::new(lineup), from, times), true)
            }
        };
        let drive = drive(&sheet);
        let side =
            Self { stem, sheet, drive, is_play, color: 0, stale: false, what_if: None, timeline: None };
        (!side.drive.downs.is_empty()).then_some(side)
    }

    fn call_what_if(&mut self, number: usize) {
        let suffix = if number > 1 {
            say!("compare-what-if-number", number = number)
        } else {
            say!("compare-what-if").to_owned()
        };
        let title = format!("{} ({suffix})", self.title());
        self.name(&title);
    }

    fn name(&mut self, title: &str) {
        title.clone_into(&mut Arc::make_mut(&mut self.sheet.plan).title);
    }

    /// What it is called.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.sheet.plan.title
    }

    /// Sets up the try at place `at`.
    fn go_to_down(&mut self, at: usize) {
        let at = at.min(self.drive.downs.len().saturating_sub(1));
        self.timeline = Timeline::of_down(&self.sheet, &self.drive, at);
    }

    /// Whether its drive ended before the try at place `at`.
    #[must_use]
    pub fn is_over(&self, at: usize) -> bool {
        at >= self.drive.downs.len()
    }
}

/// Why something cannot be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There are as many as can stand side by side.
    Full,
    /// It stands on another operating model.
    OtherModel,
    /// It plays no try.
    Empty,
}

impl Refusal {
    /// The same in words.
    #[must_use]
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Full => say!("compare-full"),
            Self::OtherModel => say!("compare-other-model"),
            Self::Empty => say!("compare-empty"),
        }
    }
}

/// What a what-if goes by: no file is called so.
fn what_if_stem(stem: &str, number: usize) -> String {
    format!("{stem}?{number}")
}

/// What is compared.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Those compared, in the order they were chosen.
    pub sides: Vec<Side>,
    /// Which try is shown, by its place.
    pub at: usize,
    /// How often a play by itself is called.
    pub times: u32,
    /// Whether all stand on one field.
    pub overlaid: bool,
    /// Whose series and rows the charts show, by its place.
    pub chosen: usize,
    /// What is shown below the fields.
    pub sheet: Sheet,
    /// What the trials came to, if they are done.
    pub results: Option<Arc<results::Comparison>>,
    phases: Vec<PhaseSpan>,
}

/// What is shown beside the table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sheet {
    /// The whole organisation by try.
    #[default]
    Spot,
    /// One side's drive, a row a try.
    Drive,
    /// What differs between the files.
    Files,
}

impl Sheet {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Spot, Self::Drive, Self::Files];

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Spot => say!("compare-sheet-spot"),
            Self::Drive => say!("compare-sheet-drive"),
            Self::Files => say!("compare-sheet-files"),
        }
    }
}

impl Default for Comparison {
    fn default() -> Self {
        Self {
            sides: Vec::new(),
            at: 0,
            times: TIMES[1],
            overlaid: false,
            chosen: 0,
            sheet: Sheet::default(),
            results: None,
            phases: Vec::new(),
        }
    }
}

impl Comparison {
    /// Where a file stands among those compared.
    #[must_use]
    pub fn place_of(&self, stem: &str) -> Option<usize> {
        self.sides.iter().position(|side| &*side.stem == stem)
    }

    /// Adds one.
    pub(super) fn add(&mut self, stem: Arc<str>, script: Script) -> Result<(), Refusal> {
        if self.sides.len() >= MOST {
            return Err(Refusal::Full);
        }
        let mut side = Side::new(stem, script, self.times).ok_or(Refusal::Empty)?;
        if self.sides.first().is_some_and(|first| first.sheet.model != side.sheet.model) {
            return Err(Refusal::OtherModel);
        }
        let free = |color: &usize| self.sides.iter().all(|other| other.color != *color);
        side.color = (0..MOST).find(free).unwrap_or(0);
        self.sides.push(side);
        self.go_to_down(self.at);
        Ok(())
    }

    /// Adds a what-if as it stands now; it stays that, whatever becomes of the file.
    pub(super) fn add_what_if(&mut self, stem: &str, script: Script) -> Result<(), Refusal> {
        let free = |number: &usize| self.place_of(&what_if_stem(stem, *number)).is_none();
        let number = (1..=MOST).find(free).unwrap_or(MOST);
        self.add(what_if_stem(stem, number).into(), script.clone())?;
        if let Some(side) = self.sides.last_mut() {
            side.call_what_if(number);
            side.what_if = Some(script);
        }
        Ok(())
    }

    /// Takes one out.
    pub(super) fn remove(&mut self, at: usize) {
        if at < self.sides.len() {
            self.sides.remove(at);
            self.chosen = self.chosen.min(self.sides.len().saturating_sub(1));
            self.go_to_down(self.at);
        }
    }

    /// Takes new versions of the files. One that cannot be run any more, or not beside the others, stays as it was.
    pub(super) fn update(&mut self, script: impl Fn(&str) -> Option<Script>) {
        let new: Vec<Option<Side>> = self
            .sides
            .iter()
            .map(|side| {
                let script = side.what_if.clone().or_else(|| script(&side.stem))?;
                let mut new = Side::new(Arc::clone(&side.stem), script, self.times)?;
                new.what_if.clone_from(&side.what_if);
                if side.what_if.is_some() {
                    new.name(side.title());
                }
                Some(new)
            })
            .collect();
        // The model is the first one's that can be run; all of them may have moved to it together.
        let model = new.iter().flatten().next().map(|side| Arc::clone(&side.sheet.model));
        for (side, new) in self.sides.iter_mut().zip(new) {
            match new.filter(|new| model.as_ref().is_some_and(|model| *model == new.sheet.model)) {
                Some(new) => *side = Side { color: side.color, ..new },
                None => side.stale = true,
            }
        }
        self.go_to_down(self.at);
    }

    /// Lets go of everything.
    pub(super) fn clear(&mut self) {
        self.sides.clear();
        self.go_to_down(0);
    }

    /// The lowest and the highest front of all sides from their start to their end, in yards.
    #[must_use]
    pub fn reach(&self) -> Option<(f64, f64)> {
        let fronts = self.sides.iter().flat_map(|side| {
            let ends = side.drive.downs.iter().flat_map(|down| &down.fronts);
            side.sheet.from.state.fronts.iter().chain(ends)
        });
        fronts.fold(None, |reach, front| {
            let (low, high) = reach.unwrap_or((*front, *front));
            Some((low.min(*front), high.max(*front)))
        })
    }

    /// The tries of the longest drive.
    #[must_use]
    pub fn downs(&self) -> usize {
        self.sides.iter().map(|side| side.drive.downs.len()).max().unwrap_or(0)
    }

    /// Goes to the try at place `at`, or the last there is.
    pub(super) fn go_to_down(&mut self, at: usize) {
        self.at = at.min(self.downs().saturating_sub(1));
        for side in &mut self.sides {
            side.go_to_down(self.at);
        }
        self.phases = common(self.sides.iter().filter(|side| !side.is_over(self.at)));
    }

    /// The parts of the try on the common clock: each as long as the longest of them.
    #[must_use]
    pub fn phases(&self) -> &[PhaseSpan] {
        &self.phases
    }

    /// How long the try lasts on the common clock, in seconds.
    #[must_use]
    pub fn duration_secs(&self) -> f64 {
        self.phases.last().map_or(0.0, PhaseSpan::end_secs)
    }

    /// The part of the try that a moment of the common clock lies in.
    #[must_use]
    pub fn phase_at(&self, time_secs: f64) -> Option<PhaseSpan> {
        let begun = self.phases.partition_point(|span| span.start_secs <= time_secs);
        begun.checked_sub(1).and_then(|last| self.phases.get(last)).copied()
    }

    /// The moment of the common clock that tells a part of the try.
    #[must_use]
    pub fn still_of(&self, phase: Phase) -> f64 {
        let span = self.phases.iter().find(|span| span.phase == phase);
        span.map_or(0.0, |span| span.duration_secs.mul_add(0.95, span.start_secs))
    }

    /// Each side's field at a moment of the common clock.
    #[must_use]
    pub fn frames(&self, time_secs: f64) -> Vec<Frame> {
        let now = self.phase_at(time_secs);
        let frame = |side: &Side| {
            let timeline = side.timeline.as_ref()?;
            let mut frame = match now {
                Some(now) if !side.is_over(self.at) => timeline.frame(moment(timeline, now, time_secs)),
                _ => timeline.frame(f64::MAX),
            };
            // What nobody has worked on in any try so far tells plans apart; in this one alone, most leave something.
            let so_far = side.drive.downs.iter().take(self.at + 1);
            for (c, channel) in frame.channels.iter_mut().enumerate() {
                let open = |down: &Down| down.run.outcome.channels.get(c).is_some_and(|each| each.open_flank);
                channel.open_flank = so_far.clone().all(open);
            }
            Some(frame)
        };
        self.sides.iter().filter_map(frame).collect()
    }
}

/// The moment of a side's own try that is as far through the same part.
fn moment(timeline: &Timeline, now: PhaseSpan, time_secs: f64) -> f64 {
    let Some(own) = timeline.phases().iter().find(|span| span.phase == now.phase) else { return time_secs };
    let share = ((time_secs - now.start_secs) / now.duration_secs).clamp(0.0, 1.0);
    own.duration_secs.mul_add(share, own.start_secs)
}

/// Parts as long as the longest of those that play.
fn common<'a>(sides: impl Iterator<Item = &'a Side>) -> Vec<PhaseSpan> {
    let timelines: Vec<&Timeline> = sides.filter_map(|side| side.timeline.as_ref()).collect();
    if timelines.is_empty() {
        return Vec::new();
    }
    let mut start_secs = 0.0;
    Phase::ALL
        .into_iter()
        .map(|phase| {
            let own = |timeline: &&Timeline| {
                timeline
                    .phases()
                    .iter()
                    .find(|span| span.phase == phase)
                    .map_or(0.0, |span| span.duration_secs)
            };
            let duration_secs = timelines.iter().map(own).fold(1e-3, f64::max);
            let span = PhaseSpan { phase, start_secs, duration_secs };
            start_secs += duration_secs;
            span
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::{Comparison, MOST, Refusal};
    use crate::app::shown::{Script, level};
    use crate::model::PlayId;
    use crate::play_file::{Document, Lookup as _, Playbook};
    use crate::rules::{CallSheet, Lineup};

    fn script(stem: &str) -> Script {
        let playbook = Playbook::built_in();
        match playbook.find(stem).and_then(|entry| entry.document.clone()).unwrap() {
            Document::Play(play) => {
                let model = playbook.model(&play.model).unwrap();
                let lineup = Lineup::new(PlayId::from(stem), play, model);
                let start = level(&lineup);
                Script::Play(lineup, start)
            }
            Document::GamePlan(plan) => {
                let model = playbook.model(&plan.model).unwrap();
                Script::Plan(CallSheet::new(stem.into(), plan, model, |id| playbook.play(id)))
            }
            _ => unreachable!(),
        }
    }

    fn of(stems: &[&str]) -> Comparison {
        let mut comparison = Comparison::default();
        for stem in stems {
            comparison.add(Arc::from(*stem), script(stem)).unwrap();
        }
        comparison
    }

    #[test]
    fn all_are_equally_far_through_the_same_part() {
        let mut comparison = of(&["exemplar-after-exemplar", "balanced-build"]);
        assert_eq!(comparison.downs(), 12);
        comparison.go_to_down(2);
        let end = comparison.duration_secs();
        for step in 0..=100 {
            let time_secs = end * f64::from(step) / 100.0;
            let frames = comparison.frames(time_secs);
            assert_eq!(frames.len(), 2);
            assert_eq!(frames[0].phase, frames[1].phase, "at {time_secs}");
            assert!((frames[0].phase_progress - frames[1].phase_progress).abs() < 1e-6, "at {time_secs}");
        }
    }

    #[test]
    fn a_drive_that_has_ended_stands_where_it_ended() {
        let mut comparison = of(&["exemplar-after-exemplar", "balanced-build"]);
        let lost = comparison.sides[0].drive.downs.len();
        assert!(lost < comparison.downs() || lost == 12);
        comparison.add("exemplar".into(), script("exemplar")).unwrap();
        comparison.go_to_down(11);
        let exemplar = &comparison.sides[2];
        assert!(exemplar.is_over(11) && exemplar.is_play);
        let frames = comparison.frames(0.0);
        let fronts: Vec<f64> = frames[2].channels.iter().map(|channel| channel.front).collect();
        let ended = &exemplar.drive.downs.last().unwrap().fronts;
        assert!(fronts.iter().zip(ended).all(|(a, b)| (a - b).abs() < 1e-6));
    }

    #[test]
    fn four_stand_side_by_side_and_no_more() {
        let mut comparison = of(&["exemplar", "api-strategy", "balanced-build", "technology-first"]);
        assert_eq!(comparison.sides.len(), MOST);
        assert_eq!(comparison.add("x".into(), script("crisis-recovery")), Err(Refusal::Full));
        comparison.chosen = 3;
        comparison.remove(0);
        assert_eq!((comparison.chosen, comparison.place_of("exemplar")), (2, None));
        comparison.remove(9);
        assert_eq!(comparison.sides.len(), 3);
    }

    #[test]
    fn other_models_and_empty_plans_are_refused() {
        let mut comparison = of(&["exemplar"]);
        let Script::Play(lineup, start) = script("api-strategy") else { unreachable!() };
        let mut model = (*lineup.model).clone();
        model.constants.drag = 0.9;
        let other = Lineup::new(lineup.id.clone(), Arc::clone(&lineup.play), Arc::new(model));
        assert_eq!(comparison.add("x".into(), Script::Play(other, start)), Err(Refusal::OtherModel));
        let Script::Plan(mut sheet) = script("balanced-build") else { unreachable!() };
        sheet.entries.clear();
        assert_eq!(comparison.add("x".into(), Script::Plan(sheet)), Err(Refusal::Empty));
        assert_eq!(comparison.sides.len(), 1);
    }
}
