//! From step to step: what is put on the field, and where its clock sets out and rests.

use std::sync::Arc;

use super::{Presenting, Tool};
use crate::app::lens::Window;
use crate::app::session::Session;
use crate::app::shown::Shown;
use crate::model::Phase;
use crate::picture::step_window;
use crate::show::{Act, InPlaybook, Program, Rundown, Script, Sight};
use crate::timeline::{Frame, Timeline};

impl Session {
    /// Goes to a step by its place: running there from where it sets out, or right to where it rests.
    pub(super) fn go_to_step(&mut self, at: usize, runs: bool) {
        let Some(presenting) = &mut self.presenting else { return };
        let Some(last) = presenting.rundown.steps.len().checked_sub(1) else { return };
        let before = presenting.step().map(|step| step.item);
        presenting.at = at.min(last);
        presenting.veil = None;
        presenting.overview = None;
        presenting.going = None;
        presenting.board = None;
        if presenting.tool == Tool::Eraser {
            presenting.tool = Tool::Pen;
        }
        if presenting.step().map(|step| step.item) != before {
            presenting.clock.item_secs = 0.0;
        }
        self.set_step_up(runs);
        self.open_the_step_s_board();
    }

    /// Puts the step's act on the field, at the moment it begins or rests.
    fn set_step_up(&mut self, runs: bool) {
        let Some(presenting) = &self.presenting else { return };
        let Some(step) = presenting.step() else { return };
        let sight = step.sight.clone();
        let rundown = Arc::clone(&presenting.rundown);
        let act = step.act().and_then(|act| rundown.acts.get(act));
        if let Some(act) = act {
            self.put_act(act);
        }
        let runs = runs && !self.settings.reduced_motion;
        let (from, rest) = match (&sight, act, self.shown.as_ref()) {
            (Sight::Moment { from_secs, at_secs, .. }, Some(act), Some(shown)) => {
                let same = |secs| same_moment(&act.timeline, &shown.timeline, secs);
                (same(*from_secs), same(*at_secs))
            }
            (Sight::Guess { .. }, _, Some(shown)) => {
                let rest = shown.timeline.still_of(Phase::LineUp);
                (0.0, rest)
            }
            _ => (0.0, 0.0),
        };
        self.playback.time_secs = if runs { from } else { rest };
        self.playback.playing = runs && rest > from;
        if let Some(presenting) = &mut self.presenting {
            presenting.rest_secs = rest;
        }
        self.aim_at_step();
    }

    /// Looks at the stretch of the field that the step is about.
    fn aim_at_step(&mut self) {
        let Some(presenting) = &self.presenting else { return };
        let (from_yard, to_yard) = step_window(&presenting.rundown, presenting.at);
        self.lens.show(Window { from_yard, to_yard });
        if self.settings.reduced_motion {
            self.lens.window = self.lens.aim;
        }
    }

    /// Puts an act on the field, with what the room has changed about it.
    fn put_act(&mut self, act: &Act) {
        let same_file = self.shown.as_ref().is_some_and(|shown| {
            shown.stem == act.stem && shown.plan.is_some() == act.plan.is_some() && shown.start == act.start
        });
        if !same_file {
            let aside = self.presenting.as_mut().and_then(|presenting| presenting.aside.remove(&act.stem));
            let new = aside.filter(|shown| shown.start == act.start).or_else(|| {
                let script = match &act.plan {
                    Some((sheet, _)) => Script::Plan(sheet.clone()),
                    None => Script::Play(act.lineup.clone(), act.start.clone()),
                };
                Shown::new(Arc::clone(&act.stem), script)
            });
            let old = std::mem::replace(&mut self.shown, new);
            if let (Some(presenting), Some(old)) = (&mut self.presenting, old.filter(Shown::is_what_if)) {
                presenting.aside.insert(Arc::clone(&old.stem), old);
            }
            self.imagined = None;
            self.selected = None;
            self.picked.clear();
        }
        if let Some(shown) = &mut self.shown {
            match act.down {
                Some(down) => shown.go_to_down(down),
                None if shown.times != act.times => {
                    shown.times = act.times;
                    shown.rerun();
                }
                None => {}
            }
        }
    }

    /// One step on. What is still running is cut short.
    pub(super) fn next_step(&mut self) {
        let Some(presenting) = &self.presenting else { return };
        if presenting.at + 1 < presenting.rundown.steps.len() {
            self.go_to_step(presenting.at + 1, true);
        } else {
            // At the end the last picture stands still and whole.
            self.playback.time_secs = presenting.rest_secs;
            self.playback.playing = false;
        }
    }

    /// One step back, to where it rests; first to where this one rests, if it is still running.
    pub(super) fn previous_step(&mut self) {
        let Some(presenting) = &self.presenting else { return };
        self.go_to_step(presenting.at.saturating_sub(1), false);
    }

    /// The field of the step shown at this moment; nothing for a card or a comparison.
    #[must_use]
    pub fn step_frame(&self) -> Option<Frame> {
        let presenting = self.presenting.as_ref()?;
        presenting.act()?;
        let shown = self.shown.as_ref()?;
        Some(presenting.rundown.told(presenting.at, shown.timeline.frame(self.playback.time_secs)))
    }

    /// The field of the step shown where it comes to rest; nothing for a card or a comparison.
    #[must_use]
    pub fn resting_frame(&self) -> Option<Frame> {
        let presenting = self.presenting.as_ref()?;
        presenting.act()?;
        let shown = self.shown.as_ref()?;
        Some(presenting.rundown.told(presenting.at, shown.timeline.frame(presenting.rest_secs)))
    }

    /// Moves the presentation on: its animation to where it rests, and its clock by real time.
    pub fn tick_presenting(&mut self, delta_secs: f64, real_secs: f64) {
        let Some(presenting) = &mut self.presenting else { return };
        presenting.clock.tick(real_secs);
        let rest = presenting.rest_secs;
        self.playback.tick(delta_secs, f64::MAX);
        if self.playback.time_secs >= rest {
            self.playback.time_secs = rest;
            self.playback.playing = false;
        }
    }

    /// Sets the rundown up anew after a file or the room has changed; the step stays, by its key.
    pub(in crate::app::session) fn renew_rundown(&mut self) {
        let Some(presenting) = &self.presenting else { return };
        let program = self.program_now(&presenting.program);
        let before = Arc::clone(&presenting.rundown);
        let playbook = Arc::clone(&self.playbook);
        let mut rundown = Rundown::new(&program, &InPlaybook(&playbook), &presenting.room, Some(&before));
        if rundown.steps.is_empty() {
            return;
        }
        let key = presenting.step().map(|step| step.key.clone());
        let at = key.and_then(|key| rundown.place_of(&key)).unwrap_or(presenting.at);
        let last = rundown.steps.len() - 1;
        rundown.minutes = rundown.minutes.or(before.minutes);
        let trouble = self.program_trouble(&program);
        let at_rest = !self.playback.playing;
        let moment = self.playback.time_secs;
        if let Some(presenting) = &mut self.presenting {
            presenting.program = program;
            presenting.rundown = Arc::new(rundown);
            presenting.at = at.min(last);
            presenting.trouble = trouble;
        }
        self.follow_act();
        if at_rest {
            self.set_step_up(false);
        } else {
            self.set_step_up(true);
            self.playback.time_secs = moment.min(self.presenting.as_ref().map_or(0.0, |now| now.rest_secs));
        }
    }

    /// Brings the field up to what the act's files say now; what-ifs that still make sense stay.
    fn follow_act(&mut self) {
        let Some(presenting) = &self.presenting else { return };
        let rundown = Arc::clone(&presenting.rundown);
        let Some(act) = presenting.step().and_then(|step| rundown.acts.get(step.act()?)) else { return };
        let script = match &act.plan {
            Some((sheet, _)) => Script::Plan(sheet.clone()),
            None => Script::Play(act.lineup.clone(), act.start.clone()),
        };
        if let Some(shown) = self.shown.as_mut().filter(|shown| shown.stem == act.stem)
            && !shown.says(&script)
        {
            shown.stale = None;
            shown.update(script);
        }
    }

    /// The programme as its file has it now; a show that cannot be read any more stays as it was.
    fn program_now(&self, program: &Program) -> Program {
        match program {
            Program::Show(stem, _) => match self.show_of(stem) {
                Ok(show) => Program::Show(Arc::clone(stem), show),
                Err(_) => program.clone(),
            },
            Program::Files(_) => program.clone(),
        }
    }

    fn program_trouble(&self, program: &Program) -> Option<String> {
        match program {
            Program::Show(stem, _) => self.show_of(stem).err(),
            Program::Files(_) => None,
        }
    }
}

impl Presenting {
    /// Where the animation rests, in seconds of the field's time.
    #[must_use]
    pub const fn rest_secs(&self) -> f64 {
        self.rest_secs
    }
}

/// The moment of another timeline at which the same part is equally far.
fn same_moment(of: &Timeline, on: &Timeline, secs: f64) -> f64 {
    let span = of.phase_at(secs);
    let share = ((secs - span.start_secs) / span.duration_secs).clamp(0.0, 1.0);
    let other = on.phases().iter().find(|other| other.phase == span.phase);
    other.map_or(secs, |other| share.mul_add(other.duration_secs, other.start_secs))
}
