//! Where a chart came from, in small type below it, for pictures that are passed on.

use super::ChartView;
use super::sheet::SMALL;
use crate::picture::pen::{Look, Pen};
use crate::picture::{Align, Layer, Point, Rect, Scene, Theme, font};

/// How high the strip is, for a scale of 1, and below which height a picture has none.
const STRIP: f32 = 24.0;
const LEAST: f32 = 200.0;

/// What of a picture of this size is left for the chart above a footnote.
#[must_use]
pub fn above_footnote(size: (f32, f32)) -> (f32, f32) {
    (size.0, size.1 - strip(size))
}

/// The chart, made for [`above_footnote`] of `size`, with `words` below it; they are cut short where there is no room.
#[must_use]
pub fn with_footnote(chart: Scene, words: &str, size: (f32, f32), theme: &Theme) -> Scene {
    let height = strip(size);
    if height <= 0.0 {
        return chart;
    }
    let mut pen = Pen::new(size);
    let strip = Rect::new(0.0, size.1 - height, size.0, size.1);
    pen.on(Layer::Turf, 1.0).fill(strip, 0.0, theme.backdrop);
    let unit = height / STRIP;
    let look = Look::regular(SMALL * unit, theme.text_soft);
    let row = Rect::new(12.0 * unit, strip.min.y, size.0 - 12.0 * unit, strip.max.y - 4.0 * unit);
    let words = font::elide(words, look.size, look.weight, row.width());
    pen.on(Layer::Tokens, 1.0).text_in(row, Align::Left, &words, look);
    pen.scene().field = chart.field;
    pen.scene().take(chart, Point::default());
    pen.finish()
}

fn strip(size: (f32, f32)) -> f32 {
    if size.1 < LEAST { 0.0 } else { STRIP * ChartView::from(size).unit() }
}
