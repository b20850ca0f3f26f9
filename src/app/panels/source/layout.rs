//! Lines as glyphs.
//!
//! In: a line of a text. Out: galleys, and the way between offsets and points from the line's beginning. Only what is
//! asked for is laid out; egui keeps the galleys of lines that were shown in the update before. A line that is longer
//! than [`LONG`] is laid out in parts, each where it would be if all letters before it were equally wide.

use std::ops::Range;
use std::sync::Arc;

use bevy_egui::egui::text::{CCursor, LayoutJob, TextFormat};
use bevy_egui::egui::{Color32, Context, FontId, Galley, Rangef, Vec2};

use crate::app::paint::color;
use crate::picture::Theme;
use crate::play_file::assist::{Ink, Inks};

/// Longer lines, in bytes, are laid out in parts.
pub(super) const LONG: usize = 2048;
const PART: usize = 512;
/// In lines longer than this nothing has a colour: each part would take a look at all of the line before it.
const PLAIN: usize = 16 * 1024;

/// A part of a line, laid out.
pub(super) struct Part {
    pub range: Range<usize>,
    /// Points from the line's beginning.
    pub left: f32,
    pub galley: Arc<Galley>,
}

impl Part {
    /// Points from the line's beginning to an offset.
    pub(super) fn x(&self, text: &str, offset: usize) -> f32 {
        let before = text.get(self.range.start..offset.clamp(self.range.start, self.range.end)).unwrap_or("");
        let cursor = CCursor::new(before.chars().count());
        self.left + self.galley.pos_from_cursor(cursor).left()
    }

    fn offset(&self, text: &str, x: f32) -> usize {
        let cursor = self.galley.cursor_from_pos(Vec2::new(x - self.left, 0.0));
        let part = text.get(self.range.clone()).unwrap_or("");
        let index = usize::from(cursor.index);
        self.range.start + part.char_indices().nth(index).map_or(part.len(), |(at, _)| at)
    }
}

/// What lines are laid out with.
pub(super) struct Pen<'a> {
    pub ctx: Context,
    pub font: FontId,
    /// The height of a line.
    pub row: f32,
    /// The width of a plain letter.
    pub advance: f32,
    pub theme: &'a Theme,
}

impl Pen<'_> {
    /// The parts of a line that a stretch of points shows.
    pub(super) fn parts(&self, text: &str, inks: &Inks, line: usize, seen: Rangef) -> Vec<Part> {
        let range = inks.range(text, line);
        let mut parts = Vec::new();
        let mut letters = 0;
        for part in split(text, range.clone()) {
            let left = letters as f32 * self.advance;
            if left > seen.max && !parts.is_empty() {
                break;
            }
            letters += text.get(part.clone()).map_or(0, |part| part.chars().count());
            // Letters may be twice as wide as plain ones, and then some.
            let widest = left + part.len() as f32 * self.advance * 2.0;
            if widest >= seen.min || part.end == range.end {
                parts.push(self.part(text, inks, part, range.len(), left));
            }
        }
        parts
    }

    fn part(&self, text: &str, inks: &Inks, part: Range<usize>, line_length: usize, left: f32) -> Part {
        let written = text.get(part.clone()).unwrap_or("");
        let mut job = LayoutJob::default();
        job.wrap.max_width = f32::INFINITY;
        job.break_on_newline = false;
        job.keep_trailing_whitespace = true;
        let format = |ink| {
            let mut format = TextFormat::simple(self.font.clone(), self.ink(ink));
            format.line_height = Some(self.row);
            format
        };
        if line_length > PLAIN || written.is_empty() {
            job.append(written, 0.0, format(Ink::Plain));
        } else {
            for (range, ink) in inks.within(text, part.clone()) {
                job.append(text.get(range).unwrap_or(""), 0.0, format(ink));
            }
        }
        Part { range: part, left, galley: self.ctx.fonts_mut(|fonts| fonts.layout_job(job)) }
    }

    /// The colour of a kind.
    fn ink(&self, ink: Ink) -> Color32 {
        let theme = self.theme;
        color(
            match ink {
                Ink::Plain => theme.text,
                Ink::Comment => theme.ink_comment,
                Ink::Name => theme.ink_name,
                Ink::Field => theme.ink_field,
                Ink::Text => theme.ink_text,
                Ink::Number => theme.ink_number,
                Ink::Flag => theme.ink_flag,
                Ink::Mark => theme.text_soft,
            },
            1.0,
        )
    }

    /// Points from the beginning of its line to an offset.
    pub(super) fn x(&self, text: &str, inks: &Inks, offset: usize) -> f32 {
        let line = inks.line_of(offset);
        let range = inks.range(text, line);
        let mut letters = 0;
        for part in split(text, range.clone()) {
            if offset <= part.end {
                let left = letters as f32 * self.advance;
                return self.part(text, inks, part, range.len(), left).x(text, offset);
            }
            letters += text.get(part).map_or(0, |part| part.chars().count());
        }
        letters as f32 * self.advance
    }

    /// The offset in a line that is nearest to some points from its beginning.
    pub(super) fn offset(&self, text: &str, inks: &Inks, line: usize, x: f32) -> usize {
        let parts = self.parts(text, inks, line, Rangef::new(x, x));
        let part = parts.iter().rev().find(|part| part.left <= x).or(parts.first());
        part.map_or(inks.start(line), |part| part.offset(text, x))
    }
}

/// A line in parts, all but the last equally long; at least one.
fn split(text: &str, line: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let size = if line.len() > LONG { PART } else { line.len().max(1) };
    let count = line.len().div_ceil(size).max(1);
    (0..count).map(move |index| {
        let border = |index: usize| text.floor_char_boundary((line.start + index * size).min(line.end));
        border(index)..if index + 1 == count { line.end } else { border(index + 1) }
    })
}
