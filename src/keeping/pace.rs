//! When unsaved work is kept: soon after an edit, but not with every key.

/// Says when unsaved work is due to be kept. Moments are seconds of a clock that never goes back, from any start.
///
/// The first edit sets a moment one second later, and those that follow do not move it: while somebody types there is one
/// keep a second, and every edit is kept within two seconds if who asks does so at least once a second, or wakes up at
/// [`Pace::due_at`].
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pace {
    /// When the work is due, if something of it is not kept.
    due: Option<f64>,
    /// The last edit.
    edited: Option<f64>,
}

impl Pace {
    /// Seconds from the first edit that is not kept to the moment it is due; also from a failure to the next try.
    pub const WAIT_SECS: f64 = 1.0;

    /// The work was changed.
    pub fn edited(&mut self, now: f64) {
        self.edited = Some(now);
        self.due.get_or_insert(now + Self::WAIT_SECS);
    }

    /// When the work is due, if something of it is not kept: to sleep until then.
    #[must_use]
    pub fn due_at(&self) -> Option<f64> {
        self.due
    }

    /// Whether the work is to be kept now.
    #[must_use]
    pub fn is_due(&self, now: f64) -> bool {
        self.due.is_some_and(|due| now >= due)
    }

    /// The work was kept as it was at `taken`; edits since then are not.
    pub fn kept(&mut self, taken: f64) {
        let since = self.edited.is_some_and(|edited| edited > taken);
        self.due = since.then_some(taken + Self::WAIT_SECS);
    }

    /// The work could not be kept: once more in a second.
    pub fn failed(&mut self, now: f64) {
        self.due = Some(now + Self::WAIT_SECS);
    }

    /// There is nothing to keep any more: it was saved or given up.
    pub fn settled(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Pace;

    /// Runs edits against somebody who asks at `asked`, and gives the moments of the keeps.
    fn keeps(edits: &[f64], asked: &[f64]) -> Vec<f64> {
        let mut pace = Pace::default();
        let mut edits = edits.iter().copied().peekable();
        let mut keeps = Vec::new();
        for &now in asked {
            while let Some(edit) = edits.next_if(|edit| *edit <= now) {
                pace.edited(edit);
            }
            if pace.is_due(now) {
                pace.kept(now);
                keeps.push(now);
            }
        }
        keeps
    }

    fn moments(gaps: &[f64]) -> Vec<f64> {
        let sums = gaps.iter().scan(0.0, |now, gap| {
            *now += gap;
            Some(*now)
        });
        sums.collect()
    }

    proptest! {
        #[test]
        fn every_edit_is_kept_within_two_seconds_and_keeps_are_a_second_apart(
            edits in proptest::collection::vec(prop_oneof![4 => 0.0..0.4, 1 => 0.0..8.0], 0..200),
            asked in proptest::collection::vec(0.001..0.99, 0..4000),
        ) {
            let (edits, mut asked) = (moments(&edits), moments(&asked));
            let mut now = asked.last().copied().unwrap_or(0.0);
            while now < edits.last().copied().unwrap_or(0.0) + 3.0 {
                now += 0.9;
                asked.push(now);
            }
            let keeps = keeps(&edits, &asked);
            for pair in keeps.windows(2) {
                prop_assert!(pair[1] - pair[0] >= 1.0 - 1e-9, "{pair:?}");
            }
            for edit in &edits {
                let kept = keeps.iter().find(|kept| *kept >= edit);
                prop_assert!(kept.is_some_and(|kept| kept - edit <= 2.0), "{edit}: {kept:?}");
            }
            // Nothing is kept that was not edited.
            for (index, kept) in keeps.iter().enumerate() {
                let before = index.checked_sub(1).map_or(f64::NEG_INFINITY, |before| keeps[before]);
                prop_assert!(edits.iter().any(|edit| *edit > before && edit <= kept));
            }
        }

        #[test]
        fn an_edit_made_while_an_older_text_is_written_is_due_a_second_after_that_was_taken(
            taken in 0.0..100.0, after in 0.001..5.0,
        ) {
            let mut pace = Pace::default();
            pace.edited(taken - 1.0);
            pace.edited(taken + after);
            pace.kept(taken);
            prop_assert_eq!(pace.due_at(), Some(taken + Pace::WAIT_SECS));
            pace.kept(taken + after);
            prop_assert_eq!(pace.due_at(), None);
        }
    }

    #[test]
    fn nothing_is_due_before_an_edit_and_after_the_work_is_settled() {
        let mut pace = Pace::default();
        assert!(!pace.is_due(1e9));
        pace.edited(5.0);
        assert_eq!(pace.due_at(), Some(6.0));
        pace.settled();
        assert!(!pace.is_due(1e9));
    }

    #[test]
    fn what_could_not_be_kept_is_tried_again_in_a_second_not_at_once() {
        let mut pace = Pace::default();
        pace.edited(0.0);
        assert!(pace.is_due(1.0));
        pace.failed(1.2);
        assert!(!pace.is_due(2.0));
        assert!(pace.is_due(2.2));
    }
}
