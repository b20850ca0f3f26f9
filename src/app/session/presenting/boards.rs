//! What stands over the field while the room takes part: guesses, today's fronts, calls, what is argued and decided.
//!
//! A board holds what is typed and where; what the room has said for good is in the [`Room`](crate::show::Room).

use crate::model::OperatingModel;

/// The most yards a channel can be guessed to gain or lose.
const MOST_YARDS: f64 = 100.0;

/// What is open over the field.
#[derive(Clone, Debug, PartialEq)]
pub enum Board {
    /// How many yards in each channel?
    Guess(GuessBoard),
    /// Where does each channel stand today? The lane, and the yards typed for it.
    Fronts {
        /// Which lane.
        lane: usize,
        /// What is typed; empty means as it is.
        typed: String,
    },
    /// Who sits in the room: names with commas between them.
    Groups(String),
    /// A group calls plays.
    Calls {
        /// Which group.
        group: usize,
    },
    /// What would change your mind? Assumptions and strengths of what is on the field.
    Argue {
        /// Which of them is chosen, assumptions first.
        chosen: usize,
    },
    /// Something is written down.
    Note(Argued, String),
    /// How many minutes something may take.
    Timer(String),
    /// What the record is to be called.
    Record(String),
}

/// What is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Argued {
    /// An argument.
    Argument,
    /// A decision.
    Decision,
}

/// The quick entry of guesses: one group after the other, channel by channel.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GuessBoard {
    /// Which group guesses.
    pub group: usize,
    /// Which lane is typed.
    pub lane: usize,
    /// What is typed for each lane; empty means no guess.
    pub typed: Vec<String>,
}

impl GuessBoard {
    /// An empty one for a group.
    #[must_use]
    pub fn new(group: usize, model: &OperatingModel) -> Self {
        Self { group, lane: 0, typed: vec![String::new(); model.channels.len()] }
    }

    /// The yards typed, lane by lane; nothing where none or no number is.
    #[must_use]
    pub fn yards(&self) -> Vec<Option<f64>> {
        self.typed.iter().map(|typed| parse_yards(typed, -MOST_YARDS)).collect()
    }
}

/// Whole or half yards as a hand types them, from `least` to 100; a comma counts as a point, both minus signs as one.
#[must_use]
pub(super) fn parse_yards(typed: &str, least: f64) -> Option<f64> {
    let typed = typed.trim().replace(',', ".").replace('−', "-");
    let yards: f64 = typed.strip_prefix('+').unwrap_or(&typed).parse().ok()?;
    yards.is_finite().then(|| yards.clamp(least, MOST_YARDS))
}

#[cfg(test)]
mod tests {
    use super::parse_yards;

    #[test]
    fn yards_are_read_as_hands_type_them() {
        let read = |typed| parse_yards(typed, -100.0);
        assert_eq!(["6", " +6 ", "−2", "1,5", "900"].map(read), [6.0, 6.0, -2.0, 1.5, 100.0].map(Some));
        assert_eq!(["", "six", "-", "inf", "NaN"].map(read), [None; 5]);
        assert_eq!(parse_yards("-3", 0.0), Some(0.0));
    }
}
