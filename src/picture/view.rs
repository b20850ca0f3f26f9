//! What part of the field a picture shows, and how large.

use crate::model::Subject;

/// How a picture is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Reading {
    /// At a desk: everything is there.
    #[default]
    Desk,
    /// By a room, from six metres away: what could not be read is left out.
    Room {
        /// Whether chances are written out: executives quote them.
        per_cent: bool,
    },
}

impl Reading {
    /// Whether chances are written out.
    pub(super) const fn has_per_cent(self) -> bool {
        match self {
            Self::Desk => true,
            Self::Room { per_cent } => per_cent,
        }
    }
}

/// A window onto the field.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    /// Width and height of the picture in points.
    pub size: (f32, f32),
    /// The yard at the left edge of the lanes.
    pub from_yard: f64,
    /// The yard at their right edge.
    pub to_yard: f64,
    /// Multiplies the size of text and tokens; 1 suits a 1280×720 window.
    pub text_scale: f32,
    /// Whether the picture must stand by itself: with title, headline, ruler and caption. The app draws those itself.
    pub standalone: bool,
    /// What is pointed at.
    pub hovered: Option<Subject>,
    /// What is selected.
    pub selected: Option<Subject>,
}
