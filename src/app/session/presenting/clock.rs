//! How long a session has taken, and how long it is meant to.

/// The clock of a presentation. Seconds of real time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Clock {
    /// Since it began.
    pub elapsed_secs: f64,
    /// How long it is meant to take, if anybody has said so.
    pub target_secs: Option<f64>,
    /// Since the item shown began.
    pub item_secs: f64,
    /// What is left of the time given to the room; less than 0 when it is over.
    pub timer_secs: Option<f64>,
}

impl Clock {
    /// Moves on by real time.
    pub fn tick(&mut self, delta_secs: f64) {
        let delta_secs = if delta_secs.is_finite() { delta_secs.max(0.0) } else { 0.0 };
        self.elapsed_secs += delta_secs;
        self.item_secs += delta_secs;
        if let Some(timer_secs) = &mut self.timer_secs {
            *timer_secs -= delta_secs;
        }
    }

    /// What is left of the session, in seconds; less than 0 when it takes longer than it was meant to.
    #[must_use]
    pub fn left_secs(&self) -> Option<f64> {
        Some(self.target_secs? - self.elapsed_secs)
    }

    /// Seconds as a clock shows them: `0:07`, `12:30`, `1:02:05`; a minus where time is over.
    #[must_use]
    pub fn shown(secs: f64) -> String {
        let whole = if secs.is_finite() { secs.abs().floor() as u64 } else { 0 };
        let sign = if secs <= -1.0 { "−" } else { "" };
        let (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60);
        if hours > 0 {
            format!("{sign}{hours}:{minutes:02}:{seconds:02}")
        } else {
            format!("{sign}{minutes}:{seconds:02}")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Clock;

    #[test]
    fn a_clock_reads_as_clocks_do() {
        assert_eq!(
            [0.0, 7.9, 750.0, 3725.0, -61.0].map(Clock::shown),
            ["0:00", "0:07", "12:30", "1:02:05", "−1:01"]
        );
    }

    #[test]
    fn time_that_is_over_goes_on_counting() {
        let mut clock = Clock { timer_secs: Some(2.0), target_secs: Some(60.0), ..Clock::default() };
        clock.tick(5.0);
        clock.tick(f64::NAN);
        assert_eq!((clock.timer_secs, clock.left_secs()), (Some(-3.0), Some(55.0)));
    }
}
