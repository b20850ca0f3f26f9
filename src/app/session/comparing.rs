//! What is compared: taking files in and out, and going to and fro.

use std::sync::Arc;

use super::{Screen, Session};
use crate::app::desk::{Answer, Topic};
use crate::app::lens::Window;
use crate::compare::results;
use crate::timeline::Frame;

impl Session {
    /// The fields of those compared at this moment.
    #[must_use]
    pub fn compared_frames(&self) -> Vec<Frame> {
        let time_secs = self.playback.time_secs;
        let now = self.comparison.phase_at(time_secs);
        let time_secs = match now {
            Some(now) if self.settings.reduced_motion => self.comparison.still_of(now.phase),
            _ => time_secs,
        };
        self.comparison.frames(time_secs)
    }

    /// Goes to a screen; the clock stands still while nobody looks.
    pub fn go_to(&mut self, screen: Screen) {
        if self.screen == screen {
            return;
        }
        self.screen = screen;
        self.playback.playing = false;
        self.notice = None;
        self.hovered = None;
        match screen {
            Screen::Compare => {
                if self.comparison.sides.is_empty()
                    && let Some(stem) = self.shown.as_ref().map(|shown| Arc::clone(&shown.stem))
                {
                    self.compare(&stem);
                }
                // What it all came to is the point; the way there can be run.
                self.comparison.go_to_down(usize::MAX);
                self.playback.time_secs = self.duration_secs();
                self.fit_comparison();
            }
            Screen::Model => {
                self.playback.time_secs = self.duration_secs();
                if let Some(frame) = self.shown.as_ref().map(|shown| shown.timeline.frame(f64::MAX)) {
                    self.lens.show(Window::around(&frame));
                }
            }
        }
    }

    /// Takes a file into the comparison, or out of it.
    pub fn compare(&mut self, stem: &str) {
        if let Some(at) = self.comparison.place_of(stem) {
            self.comparison.remove(at);
        } else {
            let Some(script) = self.script(stem) else { return };
            if let Err(refusal) = self.comparison.add(stem.into(), script) {
                self.notice = Some(refusal.sentence().to_owned());
                return;
            }
            self.comparison.chosen = self.comparison.sides.len() - 1;
            self.playback.playing = false;
            self.comparison.go_to_down(usize::MAX);
            self.playback.time_secs = f64::MAX;
        }
        self.notice = None;
        self.comparison_changed();
    }

    /// How often a play that is compared is called.
    pub fn compare_times(&mut self, times: u32) {
        self.comparison.times = times.clamp(1, 100);
        let mut comparison = std::mem::take(&mut self.comparison);
        comparison.update(|stem| self.script(stem));
        self.comparison = comparison;
        self.comparison_changed();
    }

    /// What was worked out about those compared is history.
    pub(super) fn comparison_changed(&mut self) {
        self.desk.drop(Topic::Trials);
        self.comparison.results = None;
        if self.screen == Screen::Compare {
            self.playback.seek(self.playback.time_secs, self.duration_secs());
            self.fit_comparison();
        }
    }

    /// Shows the stretch of the field where those compared are.
    pub(in crate::app) fn fit_comparison(&mut self) {
        if let Some((low, high)) = self.comparison.reach() {
            self.lens.show(Window::between(low, high));
        }
    }

    /// Takes what was worked out, unless it comes too late.
    pub fn take_answer(&mut self, topic: Topic, number: u64, answer: Arc<Answer>) {
        self.desk.take(topic, number, answer);
        if let (Topic::Trials, Some(compared)) = (topic, self.desk.compared()) {
            let sheets = self.comparison.sides.iter().map(|side| side.sheet.clone()).collect();
            let drives = self.comparison.sides.iter().map(|side| side.drive.clone()).collect();
            let results = results::Comparison::of_drives(sheets, drives, compared.clone());
            self.comparison.results = Some(Arc::new(results));
        }
    }
}
