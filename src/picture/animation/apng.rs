//! An animated PNG: every colour, exactly.
//!
//! Pixels that stay are transparent in the rectangle that changed, so that they cost next to nothing. A program that knows
//! no animated PNG shows the first frame.

use std::cell::RefCell;
use std::io::{self, Write};
use std::rc::Rc;

use png::{BitDepth, BlendOp, ColorType, Encoder, EncodingError, Filter, SrgbRenderingIntent, Writer};

use super::changed::Changed;
use super::{Reel, Shown};
use crate::picture::{Pixels, RasterError};

/// How many bytes the chunk that ends a PNG has.
const END_BYTES: usize = 12;

/// A file in the making. Its head declares the most frames it may hold, until the end is known.
pub(super) struct Apng {
    size: (u32, u32),
    frames: u32,
    writer: Writer<Buffer>,
    file: Buffer,
}

/// The rectangle that changed.
pub(super) struct Still {
    at: (u32, u32),
    size: (u32, u32),
    rgba: Vec<u8>,
}

/// A file in memory, which the library writes and we read.
#[derive(Clone, Default)]
struct Buffer(Rc<RefCell<Vec<u8>>>);

impl Write for Buffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Reel for Apng {
    type Still = Still;

    fn new(first: &Pixels, most: usize) -> Result<Self, RasterError> {
        let (size, file) = ((first.width, first.height), Buffer::default());
        let most =
            u32::try_from(most).map_err(|_| RasterError::Encode(format!("{most} are too many frames")))?;
        Ok(Self { size, frames: 0, writer: begin(file.clone(), size, most)?, file })
    }

    fn encode(&mut self, next: &Pixels, changed: &Changed) -> Result<Option<Still>, RasterError> {
        let rgba =
            changed.pixels(next).flat_map(|(_, [r, g, b], new)| if new { [r, g, b, 255] } else { [0; 4] });
        let (at, size) = ((changed.left, changed.top), (changed.width, changed.height));
        let mut still = Still { at, size, rgba: Vec::with_capacity(size.0 as usize * size.1 as usize * 4) };
        still.rgba.extend(rgba);
        Ok(Some(still))
    }

    fn write(&mut self, still: Still, shown: Shown) -> Result<(), RasterError> {
        let Shown { from, until, steps, hold_secs } = shown;
        // A still of more than a quarter of an hour is cut there: the format has 16 bits.
        let length = u16::try_from(until - from + hold_secs * steps).unwrap_or(u16::MAX);
        self.writer.set_frame_delay(length, u16::try_from(steps).unwrap_or(u16::MAX))?;
        self.writer.reset_frame_position()?;
        self.writer.set_frame_dimension(still.size.0, still.size.1)?;
        self.writer.set_frame_position(still.at.0, still.at.1)?;
        self.writer.write_image_data(&still.rgba)?;
        self.frames += 1;
        Ok(())
    }

    fn finish(self) -> Result<Vec<u8>, RasterError> {
        // Dropping the writer ends the file; its own `finish` would insist on the frames that were declared.
        drop(self.writer);
        let head = Buffer::default();
        drop(begin(head.clone(), self.size, self.frames)?);
        let head = head.0.take();
        let head = head.get(..head.len().saturating_sub(END_BYTES)).unwrap_or_default();
        let mut file = self.file.0.take();
        if let Some(start) = file.get_mut(..head.len()) {
            start.copy_from_slice(head);
        }
        Ok(file)
    }
}

/// Writes the head of a file of `frames` frames.
fn begin(file: Buffer, size: (u32, u32), frames: u32) -> Result<Writer<Buffer>, EncodingError> {
    let mut encoder = Encoder::new(file, size.0, size.1);
    encoder.set_color(ColorType::Rgba);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
    // Flat colours pack better and faster as they are.
    encoder.set_filter(Filter::NoFilter);
    encoder.set_animated(frames, 0)?;
    encoder.set_blend_op(BlendOp::Over)?;
    encoder.write_header()
}
