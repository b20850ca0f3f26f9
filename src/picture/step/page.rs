//! Where sentence, field and caption stand in a picture for a room, and text that fits its place.

use crate::picture::layout::within;
use crate::picture::pen::{Look, Pen};
use crate::picture::{Align, Color, Layer, Rect, Weight, font};

/// How high a line of text is, for a size of 1.
const LINE: f32 = 1.24;

/// The parts of a picture, in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Page {
    /// One point of a picture of 1920 by 1080.
    pub(super) point: f32,
    /// The whole picture within its margin.
    pub(super) inside: Rect,
}

/// Text in a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) place: Rect,
    /// Sizes at 1920 by 1080, the best first: the first in which all of it fits is taken, else the last.
    pub(super) sizes: &'a [f32],
    pub(super) weight: Weight,
    pub(super) color: Color,
    /// Where lines stand if there is more room than they need: 0 at the top, 0.5 in the middle, 1 at the bottom.
    pub(super) down: f32,
}

/// Text broken into lines that fit.
pub(super) struct Fitted {
    pub(super) size: f32,
    pub(super) lines: Vec<String>,
}

impl Fitted {
    pub(super) fn height(&self) -> f32 {
        self.size * LINE * self.lines.len() as f32
    }
}

impl Page {
    pub(super) fn new(size: (f32, f32)) -> Self {
        Self::beside(size, size)
    }

    /// A page that has a part of a wall: letters are as large as on the whole of it.
    pub(super) fn beside((width, height): (f32, f32), wall: (f32, f32)) -> Self {
        let (width, height) = (within(width, 16.0, 1e5), within(height, 16.0, 1e5));
        let point = (within(wall.0, 16.0, 1e5) / 1920.0).min(within(wall.1, 16.0, 1e5) / 1080.0);
        let pad = 32.0 * point;
        Self { point, inside: Rect::new(pad, 20.0 * point, width - pad, height - 20.0 * point) }
    }

    /// The sentence at the top: one long line, or two.
    pub(super) fn header(&self) -> Rect {
        let Rect { min, max } = self.inside;
        Rect::new(min.x, min.y, max.x, 92.0f32.mul_add(self.point, min.y))
    }

    /// The caption at the bottom, above the line that says what to look at.
    pub(super) fn caption(&self, looks: bool) -> Rect {
        let Rect { min, max } = self.inside;
        let bottom = if looks { 44.0f32.mul_add(-self.point, max.y) } else { max.y };
        Rect::new(min.x, 100.0f32.mul_add(-self.point, bottom), max.x, bottom)
    }

    /// The line that says what to look at.
    pub(super) fn look_at(&self) -> Rect {
        let Rect { min, max } = self.inside;
        Rect::new(min.x, 42.0f32.mul_add(-self.point, max.y), max.x, max.y)
    }

    /// What stands between the two.
    pub(super) fn middle(&self, looks: bool) -> Rect {
        let gap = 14.0 * self.point;
        let (top, bottom) = (self.header().max.y + gap * 0.6, self.caption(looks).min.y - gap);
        Rect::new(self.inside.min.x, top, self.inside.max.x, bottom.max(top + 1.0))
    }

    /// Text broken into lines, in the first of the sizes in which all of it fits.
    pub(super) fn fit(&self, words: &Words<'_>) -> Fitted {
        let last = words.sizes.len().saturating_sub(1);
        for (at, size) in words.sizes.iter().enumerate() {
            let size = size * self.point;
            let most = ((words.place.height() * 1.001 / (size * LINE)).floor() as usize).max(1);
            let lines = font::wrap(words.text, size, words.weight, words.place.width(), most);
            if at == last || !lines.iter().any(|line| line.ends_with('…')) || words.text.ends_with('…') {
                return Fitted { size, lines };
            }
        }
        Fitted { size: 0.0, lines: Vec::new() }
    }

    /// Writes text into its place; returns how far down it reaches.
    pub(super) fn write(&self, pen: &mut Pen, words: &Words<'_>) -> f32 {
        let fitted = self.fit(words);
        let look = Look { size: fitted.size, weight: words.weight, color: words.color };
        let spare = (words.place.height() - fitted.height()).max(0.0);
        let mut top = spare.mul_add(words.down, words.place.min.y);
        for line in &fitted.lines {
            let row = Rect::new(words.place.min.x, top, words.place.max.x, top + look.size * LINE);
            pen.on(Layer::Lines, 1.0).text_in(row, Align::Left, line, look);
            top = row.max.y;
        }
        top
    }
}
