//! The clock of a play: where it stands, how fast it runs. View state, never an edit.

/// The speeds on offer, as multiples of real time.
pub const SPEEDS: [f64; 6] = [0.25, 0.5, 1.0, 1.5, 2.0, 4.0];

/// Where the play stands in time. Times are seconds from its start.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Playback {
    /// The moment shown.
    pub time_secs: f64,
    /// Whether it moves on by itself.
    pub playing: bool,
    /// A multiple of real time, one of [`SPEEDS`].
    pub speed: f64,
    /// Whether it starts again at the end.
    pub looping: bool,
}

impl Default for Playback {
    fn default() -> Self {
        Self { time_secs: 0.0, playing: false, speed: 1.0, looping: false }
    }
}

impl Playback {
    /// Moves on by `delta_secs` of real time in a play of `duration_secs`; at the end it starts again or stops.
    pub fn tick(&mut self, delta_secs: f64, duration_secs: f64) {
        if !self.playing {
            return;
        }
        self.time_secs += delta_secs.max(0.0) * self.speed;
        if self.time_secs < duration_secs {
            return;
        }
        if self.looping && duration_secs > 0.0 {
            self.time_secs %= duration_secs;
        } else {
            self.time_secs = duration_secs;
            self.playing = false;
        }
    }

    /// Goes to a moment, as far as the play has it.
    pub fn seek(&mut self, time_secs: f64, duration_secs: f64) {
        if time_secs.is_finite() {
            self.time_secs = time_secs.clamp(0.0, duration_secs);
        }
    }

    /// Starts or stops; at the end it starts from the beginning.
    pub fn toggle(&mut self, duration_secs: f64) {
        self.playing = !self.playing;
        if self.playing && self.time_secs >= duration_secs {
            self.time_secs = 0.0;
        }
    }

    /// One speed faster (`1`) or slower (`-1`).
    pub fn change_speed(&mut self, steps: i32) {
        let at = SPEEDS.iter().position(|speed| *speed >= self.speed).unwrap_or(SPEEDS.len() - 1);
        let last = SPEEDS.len() - 1;
        let next = at.saturating_add_signed(steps as isize).min(last);
        self.speed = SPEEDS[next];
    }
}

#[cfg(test)]
mod tests {
    use super::Playback;

    #[test]
    fn it_stops_at_the_end_and_starts_over_from_there() {
        let mut playback = Playback { playing: true, ..Playback::default() };
        playback.tick(5.0, 8.0);
        assert_eq!(playback.time_secs, 5.0);
        playback.tick(5.0, 8.0);
        assert_eq!((playback.time_secs, playback.playing), (8.0, false));
        playback.toggle(8.0);
        assert_eq!((playback.time_secs, playback.playing), (0.0, true));
    }

    #[test]
    fn a_loop_keeps_the_remainder_and_speed_counts() {
        let mut playback = Playback { playing: true, looping: true, speed: 2.0, ..Playback::default() };
        playback.tick(5.0, 8.0);
        assert_eq!((playback.time_secs, playback.playing), (2.0, true));
    }

    #[test]
    fn speeds_stay_on_offer_and_seeking_stays_inside() {
        let mut playback = Playback::default();
        for _ in 0..9 {
            playback.change_speed(1);
        }
        assert_eq!(playback.speed, 4.0);
        for _ in 0..9 {
            playback.change_speed(-1);
        }
        assert_eq!(playback.speed, 0.25);
        playback.seek(99.0, 8.0);
        assert_eq!(playback.time_secs, 8.0);
        playback.seek(f64::NAN, 8.0);
        assert_eq!(playback.time_secs, 8.0);
    }
}
