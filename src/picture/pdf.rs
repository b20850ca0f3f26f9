//! Shapes on a page of a PDF: lines stay lines, and text stays text that can be searched, copied and read aloud.
//!
//! Comes in: shapes, as every picture is made of, and krilla's surface of a page. Pages, tags and the file are whoever's who
//! opened it. Text is set in the bundled fonts, shaped here, so that its width is known where its right end is what counts.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point as PdfPoint, Rect as PdfRect, Transform};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, FillRule, LineCap, Stroke as PdfStroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Face, UnicodeBuffer};

use super::{Align, Color, Point, Rect, Scene, Shape, Stroke, TextRun, Weight, font};

/// How far along a quarter of a circle the handles of its curve stand.
const QUARTER: f32 = 0.552_285;
/// What stands for a character that the fonts lack; copied, it is still that character.
const INSTEAD: [char; 3] = ['□', '�', '?'];

/// The bundled fonts, ready to be set.
pub(crate) struct Lettering {
    regular: Cut,
    bold: Cut,
}

/// One weight of the font: as the file embeds it, and as text is shaped with it.
struct Cut {
    font: Font,
    face: Face<'static>,
    instead: u32,
}

impl Lettering {
    /// Reads the fonts; nothing if they are no fonts, which a test rules out.
    pub(crate) fn new() -> Option<Self> {
        Some(Self { regular: Cut::new(Weight::Regular)?, bold: Cut::new(Weight::Bold)? })
    }

    const fn cut(&self, weight: Weight) -> &Cut {
        match weight {
            Weight::Regular => &self.regular,
            Weight::Bold => &self.bold,
        }
    }
}

impl Cut {
    fn new(weight: Weight) -> Option<Self> {
        let face = Face::from_slice(font::bytes(weight), 0)?;
        let instead = INSTEAD.into_iter().find_map(|c| face.glyph_index(c))?;
        let font = Font::new(font::bytes(weight).into(), 0)?;
        Some(Self { font, face, instead: u32::from(instead.0) })
    }

    /// The glyphs of a line, and its width for a size of 1.
    fn shape(&self, text: &str) -> (Vec<KrillaGlyph>, f32) {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        let shaped = rustybuzz::shape(&self.face, &[], buffer);
        let (infos, positions) = (shaped.glyph_infos(), shaped.glyph_positions());
        // A glyph stands for the text from its cluster to the next, whichever way the script runs.
        let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        starts.push(text.len());
        starts.sort_unstable();
        starts.dedup();
        let em = self.font.units_per_em().max(1.0);
        let mut width = 0.0;
        let glyphs = infos.iter().zip(positions).map(|(info, position)| {
            let start = info.cluster as usize;
            let end = starts.iter().copied().find(|other| *other > start).unwrap_or(text.len());
            let missing = info.glyph_id == 0;
            let advance = if missing {
                let glyph = ttf_parser::GlyphId(self.instead as u16);
                self.face.glyph_hor_advance(glyph).map_or(em, f32::from) / em
            } else {
                position.x_advance as f32 / em
            };
            width += advance;
            KrillaGlyph::new(
                GlyphId::new(if missing { self.instead } else { info.glyph_id }),
                advance,
                position.x_offset as f32 / em,
                position.y_offset as f32 / em,
                0.0,
                start..end,
                None,
            )
        });
        (glyphs.collect(), width)
    }
}

/// A picture with its upper left corner at `at`; nothing of it shows outside its size.
pub(crate) fn draw_scene(surface: &mut Surface<'_>, scene: &Scene, at: Point, lettering: &Lettering) {
    let Some(frame) = rounded(&Rect::new(0.0, 0.0, scene.size.0, scene.size.1), 0.0) else { return };
    surface.push_transform(&Transform::from_translate(at.x, at.y));
    surface.push_clip_path(&frame, &FillRule::NonZero);
    for item in scene.items.iter().filter(|item| item.opacity > 0.0) {
        draw_shape(surface, &item.shape, item.opacity, lettering);
    }
    surface.pop();
    surface.pop();
}

/// One shape.
pub(crate) fn draw_shape(surface: &mut Surface<'_>, shape: &Shape, opacity: f32, lettering: &Lettering) {
    match shape {
        Shape::Rect { rect, corner, fill, stroke } => {
            paint(surface, rounded(rect, *corner), *fill, *stroke, opacity);
        }
        Shape::Polygon { points, fill, stroke } => {
            paint(surface, through(points, true), *fill, *stroke, opacity);
        }
        Shape::Line { points, stroke } => {
            paint(surface, through(points, false), None, Some(*stroke), opacity);
        }
        Shape::Text(run) => letter(surface, run, opacity, lettering),
    }
}

fn paint(
    surface: &mut Surface<'_>,
    path: Option<Path>,
    fill: Option<Color>,
    stroke: Option<Stroke>,
    opacity: f32,
) {
    let Some(path) = path else { return };
    if fill.is_none() && stroke.is_none() {
        return;
    }
    surface.set_fill(fill.map(|color| filled(color, opacity)));
    surface.set_stroke(stroke.map(|stroke| {
        let dash = stroke.dash.map(|(dash, gap)| StrokeDash { array: vec![dash, gap], offset: 0.0 });
        PdfStroke {
            paint: rgb::Color::new(stroke.color.r, stroke.color.g, stroke.color.b).into(),
            width: stroke.width.max(0.0),
            opacity: visible(stroke.color, opacity),
            line_cap: LineCap::Butt,
            dash,
            ..PdfStroke::default()
        }
    }));
    surface.draw_path(&path);
}

fn letter(surface: &mut Surface<'_>, run: &TextRun, opacity: f32, lettering: &Lettering) {
    let text: String = run.text.chars().map(|c| if is_no_text(c) { ' ' } else { c }).collect();
    if text.trim().is_empty() || !(run.size.is_finite() && run.at.x.is_finite() && run.at.y.is_finite()) {
        return;
    }
    let cut = lettering.cut(run.weight);
    let (glyphs, width) = cut.shape(&text);
    let left = match run.align {
        Align::Left => run.at.x,
        Align::Center => run.at.x - width * run.size / 2.0,
        Align::Right => run.at.x - width * run.size,
    };
    surface.set_stroke(None);
    surface.set_fill(Some(filled(run.color, opacity)));
    let start = PdfPoint::from_xy(left, run.at.y);
    surface.draw_glyphs(start, &glyphs, cut.font.clone(), &text, run.size, false);
}

/// Whether a character may stand in no text of a PDF.
fn is_no_text(c: char) -> bool {
    c.is_control() || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn filled(color: Color, opacity: f32) -> Fill {
    let paint = rgb::Color::new(color.r, color.g, color.b).into();
    Fill { paint, opacity: visible(color, opacity), rule: FillRule::NonZero }
}

fn visible(color: Color, opacity: f32) -> NormalizedF32 {
    let share = f32::from(color.a) / 255.0 * opacity;
    NormalizedF32::new(share.clamp(0.0, 1.0)).unwrap_or(NormalizedF32::ONE)
}

fn through(points: &[Point], closed: bool) -> Option<Path> {
    let mut path = PathBuilder::new();
    let (first, rest) = points.split_first()?;
    path.move_to(first.x, first.y);
    for point in rest {
        path.line_to(point.x, point.y);
    }
    if closed {
        path.close();
    }
    path.finish()
}

fn rounded(rect: &Rect, corner: f32) -> Option<Path> {
    let (left, top, right, bottom) = (rect.min.x, rect.min.y, rect.max.x, rect.max.y);
    let mut path = PathBuilder::new();
    let corner = corner.min(rect.width() / 2.0).min(rect.height() / 2.0);
    if corner <= 0.0 {
        path.push_rect(PdfRect::from_ltrb(left, top, right, bottom)?);
        return path.finish();
    }
    let handle = corner * (1.0 - QUARTER);
    path.move_to(left + corner, top);
    path.line_to(right - corner, top);
    path.cubic_to(right - handle, top, right, top + handle, right, top + corner);
    path.line_to(right, bottom - corner);
    path.cubic_to(right, bottom - handle, right - handle, bottom, right - corner, bottom);
    path.line_to(left + corner, bottom);
    path.cubic_to(left + handle, bottom, left, bottom - handle, left, bottom - corner);
    path.line_to(left, top + corner);
    path.cubic_to(left, top + handle, left + handle, top, left + corner, top);
    path.close();
    path.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_weights_can_be_set_and_are_as_wide_as_they_are_measured() {
        let lettering = Lettering::new().unwrap();
        for weight in [Weight::Regular, Weight::Bold] {
            for text in ["Products & services", "Überprüfung", "Служба", "▲ 12"] {
                let (glyphs, width) = lettering.cut(weight).shape(text);
                let measured = font::width(text, 1.0, weight);
                assert!((width - measured).abs() < 0.03 * measured, "{text}: {width} and {measured}");
                assert!(glyphs.len() <= text.chars().count());
                assert_eq!(glyphs.last().unwrap().text_range.end, text.len());
            }
        }
    }

    #[test]
    fn what_the_font_lacks_is_a_box_that_stands_for_it() {
        let lettering = Lettering::new().unwrap();
        let cut = lettering.cut(Weight::Regular);
        let (glyphs, _) = cut.shape("a漢b");
        assert_eq!(glyphs[1].glyph_id, GlyphId::new(cut.instead));
        assert_eq!(glyphs[1].text_range, 1..4);
    }
}
