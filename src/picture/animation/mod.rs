//! Scenes in a row as an animated GIF or PNG.
//!
//! Scenes come in one by one; each is painted, compared with the one before, and only the rectangle that changed is
//! encoded and kept. Scenes that look like the one before make that one last longer. So one picture is in memory at a time,
//! and the compressed file, as both formats say first what is only known last: a GIF its palette, an animated PNG the
//! number of its frames.
//!
//! [`gif`] and [`apng`] know their formats, [`palette`] chooses the colours of a GIF. When anything happens in a play is
//! [`crate::timeline`]'s business.

mod apng;
mod changed;
mod gif;
mod palette;

use std::io::Write;

use self::changed::{Changed, changed};
use super::raster::Painter;
use super::{Pixels, RasterError, Scene};

/// How much longer the last frame stays, in seconds: the result is there to be read before it starts again.
const HOLD_SECS: u32 = 2;

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
    /// Frames a second, 1 to 60; a GIF shows at most 50 of them, as many viewers slow down anything faster.
    pub fps: u32,
    /// Pixels for each point of the scenes.
    pub scale: f32,
}

/// Writes `scenes`, all of one size, as an animation that loops; `progress` hears how many frames are done. Each scene
/// lasts 1/fps seconds, the last two seconds more.
///
/// # Errors
/// If there is no scene, their sizes differ or are unreasonable, or drawing or writing fails.
pub fn animate(
    scenes: &mut dyn ExactSizeIterator<Item = Scene>,
    animation: Animation,
    out: &mut dyn Write,
    progress: &mut dyn FnMut(usize),
) -> Result<(), RasterError> {
    let fps = animation.fps.clamp(1, 60);
    let file = match animation.format {
        AnimationFormat::Gif => {
            let pace = Pace { fps, steps: fps.min(gif::STEPS) };
            run::<gif::Gif>(scenes, animation.scale, pace, progress)?
        }
        AnimationFormat::Apng => {
            run::<apng::Apng>(scenes, animation.scale, Pace { fps, steps: fps }, progress)?
        }
    };
    out.write_all(&file).map_err(|error| RasterError::Encode(error.to_string()))
}

/// A file in the making.
trait Reel: Sized {
    /// A picture or the part of one, ready to be written once it is known how long it stays.
    type Still;

    /// A file that begins with a picture of this size and holds at most `most` stills.
    fn new(first: &Pixels, most: usize) -> Result<Self, RasterError>;

    /// What changed from one picture to the next; nothing if the format cannot show the difference.
    fn encode(&mut self, next: &Pixels, changed: &Changed) -> Result<Option<Self::Still>, RasterError>;

    /// Writes a still that is shown from one step up to another, and longer if it is the last.
    fn write(&mut self, still: Self::Still, shown: Shown) -> Result<(), RasterError>;

    /// The finished file.
    fn finish(self) -> Result<Vec<u8>, RasterError>;
}

/// How long a still is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Shown {
    /// The step it appears at.
    from: u32,
    /// The step it disappears at.
    until: u32,
    /// Steps a second.
    steps: u32,
    /// How many seconds longer it stays.
    hold_secs: u32,
}

/// How scenes become steps.
#[derive(Clone, Copy, Debug)]
struct Pace {
    /// Scenes a second.
    fps: u32,
    /// Steps a second, at most as many.
    steps: u32,
}

impl Pace {
    /// The step a scene belongs to; of several in one step the last is shown.
    fn step(self, scene: usize) -> u32 {
        let step = scene as u64 * u64::from(self.steps) / u64::from(self.fps);
        u32::try_from(step).unwrap_or(u32::MAX - 1)
    }
}

fn run<R: Reel>(
    scenes: &mut dyn ExactSizeIterator<Item = Scene>,
    scale: f32,
    pace: Pace,
    progress: &mut dyn FnMut(usize),
) -> Result<Vec<u8>, RasterError> {
    let count = scenes.len();
    let painter = Painter::new(scale);
    let mut shown = Pixels { width: 0, height: 0, rgba: Vec::new() };
    let mut next = shown.clone();
    let mut reel: Option<R> = None;
    let mut pending: Option<(R::Still, u32)> = None;
    for (index, scene) in scenes.enumerate() {
        let step = pace.step(index);
        if index + 1 == count || pace.step(index + 1) != step {
            painter.paint(&scene, &mut next)?;
            let reel = match &mut reel {
                Some(reel) => reel,
                none => none.insert(R::new(&next, count)?),
            };
            let still = match changed(&shown, &next)? {
                Some(changed) => reel.encode(&next, &changed)?,
                None => None,
            };
            if let Some(still) = still
                && let Some((still, from)) = pending.replace((still, step))
            {
                reel.write(still, Shown { from, until: step, steps: pace.steps, hold_secs: 0 })?;
            }
            std::mem::swap(&mut shown, &mut next);
        }
        progress(index + 1);
    }
    let (Some(mut reel), Some((still, from))) = (reel, pending) else {
        return Err(RasterError::Encode("an animation needs at least one frame".to_owned()));
    };
    let until = pace.step(count.saturating_sub(1)) + 1;
    reel.write(still, Shown { from, until, steps: pace.steps, hold_secs: HOLD_SECS })?;
    reel.finish()
}

#[cfg(test)]
mod tests;
