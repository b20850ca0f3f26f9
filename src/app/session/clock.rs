//! The clock of what is on the field: a play, or the try of a plan or a comparison.

use super::{Screen, Session};
use crate::app::desk::Topic;
use crate::app::lens::Window;
use crate::model::{Phase, Subject};
use crate::timeline::{Frame, PhaseSpan};

impl Session {
    /// How long what is on the field lasts, in seconds: the play, or the try of a plan or a comparison.
    #[must_use]
    pub fn duration_secs(&self) -> f64 {
        if self.screen == Screen::Compare {
            return self.comparison.duration_secs();
        }
        self.shown.as_ref().map_or(0.0, |shown| shown.timeline.duration_secs())
    }

    /// Everything's place at this moment; with reduced motion, at the moment that tells its part of the play.
    #[must_use]
    pub fn frame(&self) -> Option<Frame> {
        let timeline = &self.shown.as_ref()?.timeline;
        let time_secs = self.playback.time_secs;
        if self.settings.reduced_motion {
            let phase = timeline.phase_at(time_secs).phase;
            return Some(timeline.frame(timeline.still_of(phase)));
        }
        Some(timeline.frame(time_secs))
    }

    /// What it will all have come to, in a sentence.
    #[must_use]
    pub fn outcome_headline(&self) -> Option<String> {
        Some(self.shown.as_ref()?.timeline.frame(f64::MAX).headline)
    }

    /// Moves the clock on; at the end of a down the plan goes on to its next one.
    pub fn tick(&mut self, delta_secs: f64) {
        let more = self.down().is_some();
        let looping = self.playback.looping;
        self.playback.looping = looping && !more;
        let was_playing = self.playback.playing;
        self.playback.tick(delta_secs, self.duration_secs());
        self.playback.looping = looping;
        if was_playing && !self.playback.playing && more {
            let next = self.down().and_then(
                |(at, count)| {
                    if at + 1 < count { Some(at + 1) } else { looping.then_some(0) }
                },
            );
            if let Some(next) = next {
                self.go_to_down(next, 0.0);
                self.playback.playing = true;
            }
        }
    }

    /// Goes to a down of the plan on the field, by its place in the drive, at a moment of it in seconds.
    pub fn go_to_down(&mut self, at: usize, time_secs: f64) {
        self.hovered = None;
        if self.screen == Screen::Compare {
            self.comparison.go_to_down(at);
            self.playback.seek(time_secs, self.duration_secs());
            self.fit_comparison();
            return;
        }
        let Some(shown) = &mut self.shown else { return };
        shown.go_to_down(at);
        self.desk.drop(Topic::NextCall);
        self.playback.seek(time_secs, shown.timeline.duration_secs());
        let frame = shown.timeline.frame(f64::MAX);
        self.lens.show(Window::around(&frame));
        if self.selected.as_ref().is_some_and(|subject| !self.subjects().contains(subject)) {
            self.selected = Some(Subject::Play);
        }
    }

    /// Which try is on the field, by its place, and how many there are; nothing for a play by itself.
    #[must_use]
    pub fn down(&self) -> Option<(usize, usize)> {
        if self.screen == Screen::Compare {
            return (self.comparison.downs() > 0).then(|| (self.comparison.at, self.comparison.downs()));
        }
        let plan = self.shown.as_ref()?.plan.as_ref()?;
        Some((plan.at, plan.drive.downs.len()))
    }

    /// The parts of what is on the field.
    #[must_use]
    pub fn phases(&self) -> &[PhaseSpan] {
        match self.screen {
            Screen::Compare => self.comparison.phases(),
            Screen::Model => self.shown.as_ref().map_or(&[], |shown| shown.timeline.phases()),
        }
    }

    /// The moment that tells a part of what is on the field, in seconds.
    #[must_use]
    pub fn still_of(&self, phase: Phase) -> f64 {
        match self.screen {
            Screen::Compare => self.comparison.still_of(phase),
            Screen::Model => self.shown.as_ref().map_or(0.0, |shown| shown.timeline.still_of(phase)),
        }
    }
}
