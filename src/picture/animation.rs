//! Frames in a row as an animated GIF or PNG.

use std::io::Write;

use super::{RasterError, Scene};

/// The file format of an animation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AnimationFormat {
    /// 256 colours, opens everywhere.
    Gif,
    /// Every colour.
    Apng,
}

/// How an animation runs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Animation {
    /// The file format.
    pub format: AnimationFormat,
    /// Frames a second, 1 to 60.
    pub fps: u32,
    /// Pixels for each point of the scenes.
    pub scale: f32,
}

/// Writes `scenes`, all of one size, as an animation that loops; `progress` hears how many frames are done.
///
/// # Errors
/// If drawing or writing fails.
pub fn animate(
    scenes: &mut dyn ExactSizeIterator<Item = Scene>,
    animation: Animation,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(usize),
) -> Result<(), RasterError> {
    let _ = (scenes, animation, out, progress);
    todo!()
}
