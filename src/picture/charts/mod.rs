//! Results as charts: pictures of numbers that the rules have worked out.
//!
//! Plain numbers and names come in, in small structs of their own that know nothing of how they were computed; a
//! [`Scene`] comes out, as for the field, so that SVG, PNG and the window show the same chart. Three of them: where the whole organisation
//! stands after each try ([`spot_chart`]), what each try came to ([`drive_chart`]), and what the result hangs on
//! ([`tornado`]). Numbers that are not numbers are left out, what does not fit gives way, and nothing is ever cut off.

mod axis;
mod drive;
mod footnote;
mod of_drives;
mod of_sensitivity;
#[cfg(test)]
mod samples;
mod sheet;
mod spot;
#[cfg(test)]
mod tests;
mod tornado;

pub use drive::{DriveChart, DriveEvent, DriveRow, DriveTry, drive_chart, drive_chart_height, drive_try_at};
pub use footnote::{above_footnote, with_footnote};
pub use spot::{Band, SpotChart, SpotEvent, SpotPlan, SpotTry, spot_chart, spot_try_at};
pub use tornado::{Tornado, TornadoBar, TornadoUnit, tornado, tornado_height};

#[cfg(doc)]
use super::Scene;
use super::layout::within;

/// How large a chart is, and its text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChartView {
    /// Width and height in points.
    pub size: (f32, f32),
    /// Multiplies the size of text and marks; 1 suits a window, with the smallest text at 12 points.
    pub text_scale: f32,
}

impl From<(f32, f32)> for ChartView {
    /// A chart that stands by itself: beyond 1280 by 720 its text grows with it, below that it stays readable.
    fn from(size: (f32, f32)) -> Self {
        let fit = (size.0 / 1280.0).min(size.1 / 720.0);
        Self { size, text_scale: if fit.is_finite() { fit.max(1.0) } else { 1.0 } }
    }
}

impl ChartView {
    fn unit(&self) -> f32 {
        if self.text_scale.is_finite() { self.text_scale.clamp(0.25, 8.0) } else { 1.0 }
    }

    fn sides(&self) -> (f32, f32) {
        let side = |length: f32| if length.is_nan() { 1.0 } else { within(length, 1.0, 1e5) };
        (side(self.size.0), side(self.size.1))
    }
}

/// What a try led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TryResult {
    /// The series goes on.
    NextTry,
    /// The line to gain was reached: a new series.
    FirstDown,
    /// The series failed within what patience allows: ground is lost, and a new series starts.
    Setback,
    /// One failed series too many: control of the ball is lost, the drive ends.
    Turnover,
    /// Every front is at the goal, the drive ends.
    Goal,
}

impl TryResult {
    /// Whether nothing follows.
    #[must_use]
    pub const fn ends_the_drive(self) -> bool {
        matches!(self, Self::Turnover | Self::Goal)
    }

    const fn ends_the_series(self) -> bool {
        !matches!(self, Self::NextTry)
    }

    /// In a word or two, for what is more than one try of many.
    const fn short(self) -> Option<&'static str> {
        match self {
            Self::NextTry => None,
            Self::FirstDown => Some("Made it"),
            Self::Setback => Some("Lost ground"),
            Self::Turnover => Some("Lost control"),
            Self::Goal => Some("Goal"),
        }
    }

    /// Plain words, then the football term.
    const fn hint(self) -> &'static str {
        match self {
            Self::NextTry => "The next try follows (next down)",
            Self::FirstDown => "Got as far as needed: new tries (first down)",
            Self::Setback => "Not far enough: every channel loses ground, new tries (setback)",
            Self::Turnover => "Not far enough again: control is lost (turnover)",
            Self::Goal => "Every channel is at the goal (goal)",
        }
    }
}
