//! What part of the field a picture shows, and how large.

use crate::model::Subject;

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
