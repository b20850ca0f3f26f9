//! What was drawn by hand over a show.

use serde::{Deserialize, Serialize};

/// Freehand ink, kept beside a play, plan or show and never in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ink {
    /// The version of the file format.
    pub format: u32,
    /// What it was drawn over, by its file's stem.
    pub of: String,
    /// One page a step that has ink.
    #[serde(default)]
    pub pages: Vec<InkPage>,
}

/// What is drawn over one step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InkPage {
    /// The step, by its key.
    pub step: String,
    /// Its lines, the oldest first.
    pub strokes: Vec<InkStroke>,
}

/// One line.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InkStroke {
    /// Which of the theme's pens.
    #[serde(default)]
    pub pen: PenColor,
    /// How thick.
    #[serde(default)]
    pub width: PenWidth,
    /// What it is drawn as.
    #[serde(default)]
    pub form: InkForm,
    /// Where it goes: parts of the picture's width and height, from the top left, 0 to 1.
    pub points: Vec<(f32, f32)>,
}

/// A pen's colour; the theme says which tone that is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PenColor {
    /// Stands out most.
    #[default]
    Red,
    /// A second one.
    Yellow,
    /// A third one.
    Blue,
}

/// A pen's width.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PenWidth {
    /// For words and arrows.
    #[default]
    Thin,
    /// For marking.
    Thick,
}

/// What a line is drawn as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InkForm {
    /// As the hand went.
    #[default]
    Free,
    /// From the first point straight to the last, with a head there.
    Arrow,
    /// An ellipse within the first and the last point.
    Circle,
}

impl PenColor {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Red, Self::Yellow, Self::Blue];
}

impl PenWidth {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Thin, Self::Thick];

    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Thin => Self::Thick,
            Self::Thick => Self::Thin,
        }
    }
}
