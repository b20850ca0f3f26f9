//! Why a number is what it is: the factors that made it, as data, so that panel, text and JSON tell the same story.
//!
//! A list reads like the paper strip of a calculator, from top to bottom: every line says with its [`Step`] what it does
//! to what the lines above it came to.

mod channel;
mod players;
mod whole;

use super::lineup::Target;
use std::fmt;

use super::words::{line, ordinal, plain};
use super::{Lineup, Run, Switches};
use crate::model::{AssumptionId, PlayerId, Subject};

/// One factor of a number.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// What it is, in plain words: "fourth time the same play".
    pub factor: String,
    /// How much.
    pub value: Value,
    /// Where it comes from.
    pub source: Source,
    /// Which way it pushes the number being explained.
    pub direction: Direction,
    /// What it does to what the lines above it came to.
    pub step: Step,
}

/// How a line goes on from those above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Begins a sum or a product.
    Start,
    /// Is added.
    Plus,
    /// Is taken away.
    Minus,
    /// Multiplies all of it.
    Times,
    /// Stops it at this place.
    Limit,
    /// What it comes to; the next line may go on from here.
    Result,
    /// Good to know, not part of a sum.
    Aside,
}

impl fmt::Display for Step {
    /// The sign that stands before the value: nothing where a sum begins, and beside one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Start | Self::Aside => "",
            Self::Plus => "+",
            Self::Minus => "−",
            Self::Times => "×",
            Self::Limit => "≤",
            Self::Result => "=",
        })
    }
}

/// A value with its unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Value {
    /// A judged strength: low, likely, high.
    Strength(f64, f64, f64),
    /// Strength points.
    Points(f64),
    /// A multiplier.
    Factor(f64),
    /// A share, 0 to 1.
    Share(f64),
    /// A distance in yards.
    Yards(f64),
    /// A place on the field in yards.
    Yard(f64),
}

/// Where a factor comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// A judgement in the play's file, by its path, such as `offense[0].strength`.
    Judgement(String),
    /// An assumption of the play.
    Assumption(AssumptionId),
    /// A constant of the rules, by name.
    Constant(&'static str),
    /// What earlier plays left behind.
    Earlier,
    /// A step of the rules, 1 to 10.
    Rule(u8),
}

impl fmt::Display for Value {
    /// With at most two decimals and its unit: `0.61`, `57 %`, `3.28 yards`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Strength(low, likely, high) if low == high => f.write_str(&plain(likely)),
            Self::Strength(low, likely, high) => {
                write!(f, "{} ({} to {})", plain(likely), plain(low), plain(high))
            }
            Self::Points(number) | Self::Factor(number) => f.write_str(&plain(number)),
            Self::Share(share) => write!(f, "{:.0} %", (share * 100.0).round() + 0.0),
            Self::Yards(yards) => write!(f, "{} yards", plain(yards)),
            Self::Yard(yard) => write!(f, "yard {}", plain(yard)),
        }
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Judgement(path) => write!(f, "judged: {path}"),
            Self::Assumption(id) => write!(f, "assumed: {id}"),
            Self::Constant(name) => write!(f, "rule: {name}"),
            Self::Earlier => f.write_str("from earlier plays"),
            Self::Rule(number) => write!(f, "rule {number}"),
        }
    }
}

/// Which way a factor pushes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Moves us forward.
    Forward,
    /// Holds us back.
    Back,
    /// Neither by itself.
    Neutral,
}

/// The factors behind what became of `subject`, in the order the rules apply them. `run` is what `lineup` came to under
/// `switches`. Nothing for a subject the play does not have.
#[must_use]
pub fn reasons(lineup: &Lineup, switches: &Switches, run: &Run, subject: &Subject) -> Vec<Reason> {
    let mut why = Why { lineup, switches, run, lines: Vec::new() };
    let play = &lineup.play;
    let force = |id: &PlayerId| play.defense.iter().position(|player| player.id == *id);
    match subject {
        Subject::Play => why.play(),
        Subject::Channel(id) => {
            if let Some(c) = lineup.model.index_of(id) {
                why.channel(c);
            }
        }
        Subject::Player(id) => {
            if let Some(i) = play.offense.iter().position(|player| player.id == *id) {
                why.mover(i);
            } else if let Some(j) = force(id) {
                why.force(j);
            }
        }
        Subject::HeadToHead(id) => {
            if let Some(j) = force(id) {
                why.head_to_head(j);
            }
        }
        Subject::Assumption(id) => {
            if let Some(index) = play.assumptions.iter().position(|entry| entry.id == *id) {
                why.assumption(index);
            }
        }
    }
    why.lines
}

/// A list of reasons in the making.
struct Why<'a> {
    lineup: &'a Lineup,
    switches: &'a Switches,
    run: &'a Run,
    lines: Vec<Reason>,
}

/// For whom a factor works: what is large for us moves forward, what is large for them holds back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum For {
    Us,
    Them,
}

impl For {
    fn direction(self, by: f64) -> Direction {
        match (self, by) {
            (_, 0.0) => Direction::Neutral,
            (Self::Us, by) if by > 0.0 => Direction::Forward,
            (Self::Them, by) if by < 0.0 => Direction::Forward,
            _ => Direction::Back,
        }
    }
}

impl Why<'_> {
    fn push(
        &mut self,
        step: Step,
        factor: impl Into<String>,
        value: Value,
        source: Source,
        direction: Direction,
    ) {
        self.lines.push(Reason { factor: factor.into(), value, source, direction, step });
    }

    /// A line beside the sums.
    fn aside(&mut self, factor: impl Into<String>, value: Value, source: Source, direction: Direction) {
        self.push(Step::Aside, factor, value, source, direction);
    }

    fn result(&mut self, factor: impl Into<String>, value: Value, rule: u8, direction: Direction) {
        self.push(Step::Result, factor, value, Source::Rule(rule), direction);
    }

    /// A factor whose direction follows from whether it is above or below 1.
    fn factor(&mut self, factor: impl Into<String>, by: f64, source: Source, works_for: For) {
        self.push(Step::Times, factor, Value::Factor(by), source, works_for.direction(by - 1.0));
    }

    /// The factors of the assumptions that hold and change `target`.
    fn assumed(&mut self, target: Target, works_for: For) {
        let lineup = self.lineup;
        for effect in &lineup.chart.effects {
            if effect.on == target
                && self.switches.holds(effect.assumption)
                && let Some(entry) = lineup.play.assumptions.get(effect.assumption)
            {
                self.factor(line(&entry.text), effect.value, Source::Assumption(entry.id.clone()), works_for);
            }
        }
    }

    /// Rules 1 and 2, which every offense player shares.
    fn drilled(&mut self) {
        let outcome = &self.run.outcome;
        let back = self.lineup.play.ball.step_back;
        let text = match back {
            0.0 => "did not step back".into(),
            1.0 => "stepped back 1 yard".into(),
            _ => format!("stepped back {back} yards"),
        };
        self.factor(text, outcome.understanding, Source::Judgement("ball.step_back".into()), For::Us);
        if outcome.uses > 0 {
            let count = ordinal(outcome.uses.saturating_add(1));
            self.factor(format!("{count} time the same play"), outcome.fresh, Source::Earlier, For::Us);
        }
    }
}
