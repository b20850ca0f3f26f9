//! How strong a player is, as people set it: in three sizes, by dragging, or by numbers.

use super::{Arrange, Step, words};
use crate::model::{PlayerId, Strength};
use crate::play_file::STRENGTH;

/// The least strength that is set by dragging; zero itself is none.
const LEAST: f64 = 0.1;

/// A strength without thinking in numbers: 3, 5 or 7, give or take 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// (1, 3, 5)
    Small,
    /// (3, 5, 7)
    Medium,
    /// (5, 7, 9)
    Large,
}

impl Size {
    /// Every size, the smallest first.
    pub const ALL: [Self; 3] = [Self::Small, Self::Medium, Self::Large];

    /// What it is called on screen.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Small => "Small",
            Self::Medium => "Medium",
            Self::Large => "Large",
        }
    }

    /// The strength it stands for.
    #[must_use]
    pub const fn strength(self) -> Strength {
        let likely = match self {
            Self::Small => 3.0,
            Self::Medium => 5.0,
            Self::Large => 7.0,
        };
        Strength { low: likely - 2.0, likely, high: likely + 2.0 }
    }

    /// The size a strength is exactly; none for any other judgement.
    #[must_use]
    pub fn of(strength: &Strength) -> Option<Self> {
        Self::ALL.into_iter().find(|size| size.strength() == *strength)
    }
}

impl From<Size> for Strength {
    fn from(size: Size) -> Self {
        size.strength()
    }
}

/// One of the three numbers of a strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Handle {
    /// The least it may be.
    Low,
    /// What the expected outcome uses.
    Likely,
    /// The most it may be.
    High,
}

/// A strength with one number dragged to `to`, kept within 0.1 to 10 and taken to a tenth. Others that stand in its way
/// are pushed along.
#[must_use]
pub fn pull(strength: Strength, handle: Handle, to: f64) -> Strength {
    let Strength { low, likely, high } = within_bounds(strength);
    if !to.is_finite() {
        return Strength { low, likely, high };
    }
    let to = ((to * 10.0).round() / 10.0).clamp(LEAST, STRENGTH.high);
    match handle {
        Handle::Low => Strength { low: to, likely: likely.max(to), high: high.max(to) },
        Handle::Likely => Strength { low: low.min(to), likely: to, high: high.max(to) },
        Handle::High => Strength { low: low.min(to), likely: likely.min(to), high: to },
    }
}

/// The nearest strength a file may have: above 0, at most 10, and low ≤ likely ≤ high around the likely value.
#[must_use]
pub fn within_bounds(strength: Strength) -> Strength {
    let within = |number: f64, otherwise: f64| match number {
        number if STRENGTH.allows(number) => number,
        number if number > STRENGTH.high => STRENGTH.high,
        number if number.is_nan() => otherwise,
        _ => LEAST,
    };
    let likely = within(strength.likely, Size::Medium.strength().likely);
    Strength {
        low: within(strength.low, likely).min(likely),
        likely,
        high: within(strength.high, likely).max(likely),
    }
}

impl Arrange<'_> {
    /// How strong a player of either side is, brought [`within_bounds`].
    #[must_use]
    pub fn set_strength(&self, id: &PlayerId, strength: Strength) -> Step {
        let strength = within_bounds(strength);
        let mut draft = self.draft();
        if let Some(player) = draft.player(id) {
            player.strength = strength;
        }
        if let Some(defender) = draft.play.defense.iter_mut().find(|defender| defender.id == *id) {
            defender.strength = strength;
        }
        draft.into_step(format!("Change the strength of {}", words::player(&[self.play], id)))
    }
}
