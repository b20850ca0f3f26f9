//! The words around a picture that stands by itself: title, headline, caption, and what shapes mean.

use super::field::Stage;
use super::layout::Header;
use super::pen::{Look, dashed, solid};
use super::{Align, Layer, Point, Rect, font};

/// The backdrop of every picture, and the words of one that stands by itself.
pub(super) fn draw(stage: &mut Stage) {
    let (width, height) = stage.view.size;
    let theme = stage.theme;
    stage.pen.on(Layer::Turf, 1.0).fill(Rect::new(0.0, 0.0, width, height), 0.0, theme.backdrop);
    let Some(header) = stage.layout.header.clone() else { return };
    let unit = stage.layout.unit;

    let phase = Look::regular(15.0 * unit, theme.text_soft);
    let moment = stage.frame.phase.label();
    stage.pen.text_in(header.title, Align::Right, moment, phase);
    let title = Look::bold(26.0 * unit, theme.text);
    let room = header.title.width() - phase.width(moment) - 24.0 * unit;
    let text = font::elide(&stage.frame.title, title.size, title.weight, room);
    stage.pen.text_in(header.title, Align::Left, &text, title);

    lines(
        stage,
        &header.headline,
        header.headline_top,
        Header::HEADLINE_LINE,
        Look::regular(header.headline_size, theme.text),
    );
    lines(
        stage,
        &header.caption,
        header.caption_top,
        Header::CAPTION_LINE,
        Look::regular(Header::CAPTION * unit, theme.text),
    );
    legend(stage, header.legend);
}

fn lines(stage: &mut Stage, lines: &[String], top: f32, step: f32, look: Look) {
    let unit = stage.layout.unit;
    let (left, right) = (stage.layout.margin.min.x, stage.layout.field.max.x);
    for (index, line) in lines.iter().enumerate() {
        let top = (index as f32).mul_add(step * unit, top);
        let row = Rect::new(left, top, right, top + step * unit);
        stage.pen.text_in(row, Align::Left, line, look);
    }
}

/// What shapes mean, each beside a sample.
fn legend(stage: &mut Stage, row: Rect) {
    let theme = stage.theme;
    let unit = stage.layout.unit;
    let look = Look::regular(13.0 * unit, theme.text_soft);
    let sample = Rect::new(0.0, row.min.y + 4.5 * unit, 26.0 * unit, row.max.y - 4.5 * unit);
    let thin = 1.8 * unit;
    let words = ["moving us forward", "holding us back", "gone round, still there", "out on its own"];
    let each = |word: &str| sample.width() + 8.0 * unit + look.width(word) + 26.0 * unit;
    let mut x = row.min.x;
    for (index, word) in words.into_iter().enumerate() {
        if x + each(word) > row.max.x {
            break;
        }
        let place = Rect::new(x, sample.min.y, x + sample.width(), sample.max.y);
        let pen = &mut stage.pen;
        match index {
            0 => pen.rect(place, 99.0, Some(theme.offense_fill), Some(solid(thin, theme.offense_edge))),
            1 => pen.rect(place, 1.0 * unit, Some(theme.defense_fill), Some(solid(thin, theme.defense_edge))),
            2 => {
                let stroke = dashed(thin, theme.defense_edge, 3.5 * unit, 2.8 * unit);
                pen.rect(place, 1.0 * unit, Some(theme.defense_fill), Some(stroke));
            }
            _ => super::islands::hatch(pen, place, unit * 0.8, theme),
        }
        let left = place.max.x + 8.0 * unit;
        let at =
            Point { x: left, y: f32::midpoint(row.min.y, row.max.y) + look.size * font::CAP_HEIGHT / 2.0 };
        stage.pen.text(at, Align::Left, word, look);
        x += each(word);
    }
}
