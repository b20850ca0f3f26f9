//! Colours by what they mean, read from RON token files.

use serde::Deserialize;

use super::Color;

/// Every colour of one theme.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// What it is called: `night`, `paper`, `contrast`.
    pub name: String,
    /// Whether its background is dark.
    pub dark: bool,
    /// Behind everything.
    pub backdrop: Color,
    /// Panels of the app.
    pub panel: Color,
    /// Raised things on panels: buttons, cards.
    pub raised: Color,
    /// Fine lines between things.
    pub line: Color,
    /// Text for reading.
    pub text: Color,
    /// Text that may step back.
    pub text_soft: Color,
    /// Controls, selection, progress.
    pub accent: Color,
    /// Text on `accent`.
    pub on_accent: Color,
    /// A lane not yet won.
    pub turf: Color,
    /// Where lane names stand.
    pub turf_margin: Color,
    /// Yard lines.
    pub yard_line: Color,
    /// Ground won.
    pub ground: Color,
    /// The stripes of ground out on its own.
    pub island: Color,
    /// The edge of a front, and its yards.
    pub front: Color,
    /// The safe distance, and the line where the play started.
    pub guide: Color,
    /// Inside of those moving us forward.
    pub offense_fill: Color,
    /// Outline of those moving us forward.
    pub offense_edge: Color,
    /// Text on those moving us forward.
    pub offense_text: Color,
    /// Inside of what holds us back.
    pub defense_fill: Color,
    /// Outline of what holds us back.
    pub defense_edge: Color,
    /// Text on what holds us back.
    pub defense_text: Color,
    /// What needs attention: out on its own, nobody working on this, tethers.
    pub alarm: Color,
    /// Ground gained.
    pub gain: Color,
    /// The line to gain.
    pub to_gain: Color,
    /// The ball.
    pub ball: Color,
    /// The ball's edge.
    pub ball_edge: Color,
}

/// What is wrong with a theme file.
#[derive(Debug, thiserror::Error)]
#[error("the theme {name} cannot be read: {reason}")]
pub struct ThemeError {
    /// Which.
    pub name: String,
    /// Why, with line and column.
    pub reason: String,
}

/// The themes built in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Themes {
    /// Dark, for screens.
    #[default]
    Night,
    /// Light, for print and bright rooms.
    Paper,
    /// The most contrast.
    Contrast,
}

impl Themes {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Night, Self::Paper, Self::Contrast];

    /// What it is called in files, on the command line and on screen.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Night => "night",
            Self::Paper => "paper",
            Self::Contrast => "contrast",
        }
    }

    /// Its colours.
    #[must_use]
    pub fn theme(self) -> &'static Theme {
        todo!()
    }
}
