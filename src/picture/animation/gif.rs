//! A GIF: 256 colours, opens everywhere.

use std::borrow::Cow;

use gif::{DisposalMethod, Encoder, Frame, Repeat};

use super::changed::Changed;
use super::palette::{Palette, UNCHANGED};
use super::{Reel, Shown};
use crate::picture::{Pixels, RasterError};

/// The most frames a second: viewers take a delay of one hundredth for a mistake and wait ten.
pub(super) const STEPS: u32 = 50;

/// Where the palette lies in a file, after a head that never changes.
const PALETTE_AT: usize = 13;

/// A file in the making; its palette is filled in at the end.
pub(super) struct Gif {
    encoder: Encoder<Vec<u8>>,
    palette: Palette,
    /// What a viewer shows by now, as places in the palette.
    screen: Vec<u8>,
}

impl Reel for Gif {
    type Still = Frame<'static>;

    fn new(first: &Pixels, _most: usize) -> Result<Self, RasterError> {
        let palette = Palette::new();
        let (width, height) = (side(first.width)?, side(first.height)?);
        let mut encoder = Encoder::new(Vec::new(), width, height, &palette.bytes())?;
        encoder.set_repeat(Repeat::Infinite)?;
        Ok(Self { encoder, palette, screen: vec![UNCHANGED; first.width as usize * first.height as usize] })
    }

    fn encode(&mut self, next: &Pixels, changed: &Changed) -> Result<Option<Self::Still>, RasterError> {
        self.palette.learn(changed.pixels(next).filter(|&(_, _, new)| new).map(|(_, color, _)| color));
        let mut differs = false;
        let mut places = Vec::with_capacity(changed.width as usize * changed.height as usize);
        for (at, color, new) in changed.pixels(next) {
            let place = if new { self.palette.place(color) } else { UNCHANGED };
            if place == UNCHANGED || self.screen[at] == place {
                places.push(UNCHANGED);
            } else {
                self.screen[at] = place;
                places.push(place);
                differs = true;
            }
        }
        if !differs {
            return Ok(None);
        }
        let mut frame = Frame {
            dispose: DisposalMethod::Keep,
            transparent: Some(UNCHANGED),
            left: side(changed.left)?,
            top: side(changed.top)?,
            width: side(changed.width)?,
            height: side(changed.height)?,
            buffer: Cow::Owned(places),
            ..Frame::default()
        };
        frame.make_lzw_pre_encoded();
        Ok(Some(frame))
    }

    fn write(&mut self, mut still: Self::Still, shown: Shown) -> Result<(), RasterError> {
        let hundredths = hundredths(shown.until, shown.steps) - hundredths(shown.from, shown.steps);
        // A still of more than ten minutes is cut there: the format has 16 bits.
        still.delay = u16::try_from(hundredths + shown.hold_secs * 100).unwrap_or(u16::MAX);
        Ok(self.encoder.write_lzw_pre_encoded_frame(&still)?)
    }

    fn finish(self) -> Result<Vec<u8>, RasterError> {
        let mut file = self.encoder.into_inner()?;
        let palette = self.palette.bytes();
        if let Some(place) = file.get_mut(PALETTE_AT..PALETTE_AT + palette.len()) {
            place.copy_from_slice(&palette);
        }
        Ok(file)
    }
}

/// When a step begins, in hundredths of a second; rounded from the start each time, so that errors never add up.
fn hundredths(step: u32, steps: u32) -> u32 {
    (step * 100 + steps / 2) / steps
}

fn side(pixels: u32) -> Result<u16, RasterError> {
    u16::try_from(pixels).map_err(|_| RasterError::Size(pixels, pixels))
}
