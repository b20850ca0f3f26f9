//! What part of the field a picture shows, and how large.

use crate::model::Subject;
use crate::timeline::Frame;

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

/// What is shown of the field behind the hindmost front and beyond the foremost, in yards.
const AROUND: (f64, f64) = (15.0, 25.0);

impl View {
    /// The whole field with its margins, in yards.
    pub const WHOLE_FIELD: (f64, f64) = (-3.0, 103.0);

    /// The stretch of the field where these plays are, with room around it; the same for every moment, so that nothing
    /// jumps.
    #[must_use]
    pub fn around<'a>(frames: impl IntoIterator<Item = &'a Frame>) -> (f64, f64) {
        let channels = frames.into_iter().flat_map(|frame| &frame.channels);
        let fronts = channels.flat_map(|channel| [channel.start, channel.end]);
        let (first, last) =
            fronts.fold((100.0, 0.0), |(first, last): (f64, f64), front| (first.min(front), last.max(front)));
        let (from, to) = Self::WHOLE_FIELD;
        ((first - AROUND.0).max(from), (last + AROUND.1).min(to))
    }
}
