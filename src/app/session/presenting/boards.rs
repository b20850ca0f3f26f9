//! What stands over the field while the room takes part: guesses, today's fronts, calls, what is argued and decided.
//!
//! A board holds what is typed and where; what the room has said for good is in the [`Room`](crate::show::Room).

use crate::arrange::Handle;
use crate::model::{AssumptionId, OperatingModel, Play, PlayerId};
use crate::rules::{LeverSubject, Sensitivity};

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
        /// Where the room had put it before anything was typed, if it had.
        was: Option<f64>,
    },
    /// Who sits in the room: names with commas between them.
    Groups(String),
    /// A group calls plays.
    Calls {
        /// Which group.
        group: usize,
        /// Whether what all groups called is shown; until then each sees its own calls only, so that none copies.
        revealed: bool,
    },
    /// What would change your mind? Assumptions and strengths of what is on the field.
    Argue(ArgueBoard),
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

/// What a key, or a control that does the same, means to the board that is open. Each board takes those it knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BoardKey {
    /// A character was typed.
    Char(char),
    /// What was typed or called last goes.
    Erase,
    /// To the row above.
    Up,
    /// To the row below.
    Down,
    /// So many steps more, or less where it is below 0.
    By(i32),
    /// On to the next group, or the next number of a range.
    Next,
    /// Back to the one before.
    Previous,
    /// Take what stands there, and go on to what comes next.
    Take,
    /// The other way round: an assumption that is chosen.
    Switch,
    /// Show what was hidden, or hide it again.
    Reveal,
    /// To this row.
    Row(usize),
    /// To this group.
    Group(usize),
    /// To this number of a range.
    Of(Handle),
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
    /// Whether the lane was just come to: what is typed then takes the place of what stands there.
    pub fresh: bool,
}

impl GuessBoard {
    /// An empty one for a group.
    #[must_use]
    pub fn new(group: usize, model: &OperatingModel) -> Self {
        Self { group, lane: 0, typed: vec![String::new(); model.channels.len()], fresh: true }
    }

    /// The yards typed, lane by lane; nothing where none or no number is.
    #[must_use]
    pub fn yards(&self) -> Vec<Option<f64>> {
        self.typed.iter().map(|typed| parse_yards(typed, -MOST_YARDS)).collect()
    }

    /// Goes to a lane, if there is one.
    pub(super) const fn go_to(&mut self, lane: usize) {
        if lane < self.typed.len() {
            (self.lane, self.fresh) = (lane, true);
        }
    }

    /// Takes a character into the lane that is typed; a minus anywhere turns the number round.
    pub(super) fn take(&mut self, character: char) {
        let Some(typed) = self.typed.get_mut(self.lane) else { return };
        let before = if self.fresh { "" } else { typed.as_str() };
        let after = match (character, before.strip_prefix('-')) {
            ('-' | '−', Some(positive)) => Some(positive.to_owned()),
            ('-' | '−', None) => Some(format!("-{before}")),
            _ => with_digit(before, character),
        };
        if let Some(after) = after {
            *typed = after;
            self.fresh = false;
        }
    }

    /// Takes the last character away; of a lane just come to, all of it.
    pub(super) fn erase(&mut self) {
        let Some(typed) = self.typed.get_mut(self.lane) else { return };
        typed.truncate(if self.fresh { 0 } else { typed.len().saturating_sub(1) });
        self.fresh = false;
    }

    /// So many yards more, or less.
    pub(super) fn by(&mut self, yards: i32) {
        let now = self.yards().get(self.lane).copied().flatten().unwrap_or_default();
        let Some(typed) = self.typed.get_mut(self.lane) else { return };
        *typed = shown_yards((now + f64::from(yards)).clamp(-MOST_YARDS, MOST_YARDS));
        self.fresh = true;
    }
}

/// What would change your mind: what there is to argue about, in the order of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArgueBoard {
    /// The rows.
    pub rows: Vec<Dispute>,
    /// Which row is chosen.
    pub chosen: usize,
    /// Which number of a strength keys change.
    pub handle: Option<Handle>,
    /// Whether the rows stand by how much they move the result.
    pub ordered: bool,
}

/// Something to argue about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Dispute {
    /// Whether an assumption holds.
    Assumption(AssumptionId),
    /// How strong a player is.
    Strength(PlayerId),
}

impl ArgueBoard {
    /// What a play rests on and how strong everybody in it is, as its file has them.
    #[must_use]
    pub fn new(play: &Play) -> Self {
        let assumptions = play.assumptions.iter().map(|each| Dispute::Assumption(each.id.clone()));
        let offense = play.offense.iter().map(|player| Dispute::Strength(player.id.clone()));
        let defense = play.defense.iter().map(|player| Dispute::Strength(player.id.clone()));
        let rows = assumptions.chain(offense).chain(defense).collect();
        Self { rows, ..Self::default() }
    }

    /// What keys change of a strength: its likely value unless another was chosen.
    #[must_use]
    pub fn handle(&self) -> Handle {
        self.handle.unwrap_or(Handle::Likely)
    }

    /// What moves the result most comes first; rows that move it equally stay as they stand. The row chosen stays so,
    /// unless nobody has chosen one: then it is the first.
    #[must_use]
    pub fn ordered_by(&self, matters: &Sensitivity) -> Self {
        let swing = |row: &Dispute| {
            let of_row = matters.levers.iter().filter(|lever| match (&lever.subject, row) {
                (LeverSubject::Assumption { id, .. }, Dispute::Assumption(own)) => id == own,
                (LeverSubject::Strength { player, .. }, Dispute::Strength(own)) => player == own,
                _ => false,
            });
            of_row.map(|lever| lever.swing_spot).fold(0.0, f64::max)
        };
        let mut rows = self.rows.clone();
        rows.sort_by(|a, b| swing(b).total_cmp(&swing(a)));
        let chosen = self.rows.get(self.chosen).filter(|_| self.chosen > 0);
        let chosen = chosen.and_then(|row| rows.iter().position(|other| other == row)).unwrap_or(0);
        Self { rows, chosen, handle: self.handle, ordered: true }
    }
}

/// A number with one more digit or its decimal point, if that is still one: at most three digits and a half.
#[must_use]
pub(super) fn with_digit(typed: &str, character: char) -> Option<String> {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let pointed = typed.contains('.');
    match character {
        '0'..='9' if digits < if pointed { 4 } else { 3 } => Some(format!("{typed}{character}")),
        ',' | '.' if !pointed && digits > 0 => Some(format!("{typed}.")),
        _ => None,
    }
}

/// Yards as they stand in a field: whole, or with what was typed behind the point.
#[must_use]
pub(super) fn shown_yards(yards: f64) -> String {
    format!("{}", (yards * 10.0).round() / 10.0 + 0.0)
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
    use super::{GuessBoard, parse_yards};

    #[test]
    fn yards_are_read_as_hands_type_them() {
        let read = |typed| parse_yards(typed, -100.0);
        assert_eq!(["6", " +6 ", "−2", "1,5", "900"].map(read), [6.0, 6.0, -2.0, 1.5, 100.0].map(Some));
        assert_eq!(["", "six", "-", "inf", "NaN"].map(read), [None; 5]);
        assert_eq!(parse_yards("-3", 0.0), Some(0.0));
    }

    fn typed(keys: &str) -> String {
        let mut board = GuessBoard { typed: vec!["7".to_owned()], fresh: true, ..GuessBoard::default() };
        keys.chars().for_each(|key| board.take(key));
        board.typed.remove(0)
    }

    #[test]
    fn what_is_typed_takes_the_place_of_what_stood_there_and_a_minus_turns_it_round() {
        assert_eq!(
            ["12", "-", "-4", "4-", "4--", "1,5", "1..5"].map(typed),
            ["12", "-", "-4", "-4", "4", "1.5", "1.5"]
        );
        assert_eq!(["12345", "six", ""].map(typed), ["123", "7", "7"]);
    }

    #[test]
    fn buttons_move_a_guess_by_a_yard_and_erasing_takes_back() {
        let mut board = GuessBoard { typed: vec![String::new()], fresh: true, ..GuessBoard::default() };
        board.by(-1);
        board.by(-1);
        assert_eq!(board.typed, ["-2"]);
        board.by(2);
        assert_eq!(board.typed, ["0"]);
        "15".chars().for_each(|key| board.take(key));
        board.erase();
        assert_eq!((board.typed.clone(), board.yards()), (vec!["1".to_owned()], vec![Some(1.0)]));
        board.go_to(0);
        board.erase();
        assert_eq!(board.yards(), [None]);
    }
}
