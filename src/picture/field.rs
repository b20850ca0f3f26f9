//! Lays a frame out as a scene.

use super::{Scene, Theme, View};
use crate::timeline::Frame;

/// The field at one moment, as shapes.
#[must_use]
pub fn draw(frame: &Frame, view: &View, theme: &Theme) -> Scene {
    let _ = (frame, view, theme);
    todo!()
}
