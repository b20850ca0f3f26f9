//! Why a number is what it is: the factors that made it, as data, so that panel, text and JSON tell the same story.

use crate::model::AssumptionId;

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

use super::{Lineup, Run, Switches};
use crate::model::Subject;

/// The factors behind what became of `subject`, in the order the rules apply them.
#[must_use]
pub fn reasons(lineup: &Lineup, switches: &Switches, run: &Run, subject: &Subject) -> Vec<Reason> {
    let _ = (lineup, switches, run, subject);
    Vec::new()
}
