//! Several fronts on one field: in each lane a bar for each of those compared, so that who has come further, and who is
//! out on its own, is seen at once.

use super::field::Stage;
use super::layout::Layout;
use super::pen::{Look, Pen, solid};
use super::{Align, Beside, Color, Layer, Rect, Scene, Theme, View, lanes};
use crate::timeline::{ChannelFrame, Frame};

/// What of a lane's height the bars take.
const BARS: f32 = 0.8;
/// How high a bar is at most, for a scale of 1.
const HIGHEST: f32 = 30.0;

/// The fields' fronts on one field. Lanes, names and yards are the first one's.
#[must_use]
pub fn draw_overlay(fields: &[Beside<'_>], view: &View, theme: &Theme) -> Scene {
    let Some(first) = fields.first() else { return Pen::new(view.size).finish() };
    let frame = bare(first.frame);
    let layout = Layout::new(&frame, view, theme);
    let mut stage = Stage::new(&frame, view, theme, layout);
    lanes::turf(&mut stage);
    for lane in 0..frame.channels.len() {
        let rect = stage.layout.lane(lane);
        let pitch = (rect.height() * BARS / fields.len() as f32).min(HIGHEST * stage.layout.unit);
        let top = f32::midpoint(rect.min.y, rect.max.y) - pitch * fields.len() as f32 / 2.0;
        for (at, field) in fields.iter().enumerate() {
            let Some(channel) = field.frame.channels.get(lane) else { continue };
            let top = (at as f32).mul_add(pitch, top);
            bar(&mut stage, field, channel, Rect::new(rect.min.x, top + 1.0, rect.max.x, top + pitch - 1.0));
        }
    }
    stage.pen.scene().field = stage.layout.field;
    stage.pen.finish()
}

/// The field without anybody on it, everything equally visible.
fn bare(frame: &Frame) -> Frame {
    Frame { dim: 0.0, focus: Vec::new(), ..frame.clone() }
}

/// One front: solid up to the safe distance, outlined beyond, with its yards and what it is called.
fn bar(stage: &mut Stage<'_>, field: &Beside<'_>, channel: &ChannelFrame, row: Rect) {
    let unit = stage.layout.unit;
    let (start, front) = (stage.layout.x_inside(0.0), stage.layout.x_inside(channel.front));
    let safe = stage.layout.x_inside(channel.safe.min(channel.front)).max(start);
    let pen = stage.pen.on(Layer::Ground, 1.0);
    pen.fill(Rect::new(start, row.min.y, safe, row.max.y), 2.0 * unit, field.color);
    if front - safe > 1.0 {
        let alone = Rect::new(safe + 2.0 * unit, row.min.y + 1.0, front, row.max.y - 1.0);
        pen.rect(
            alone,
            2.0 * unit,
            Some(Color { a: 76, ..field.color }),
            Some(solid(1.6 * unit, field.color)),
        );
    }
    let size = (row.height() * 0.8).clamp(9.0 * unit, 15.0 * unit);
    if row.height() < size * 0.7 {
        return;
    }
    let alone = channel.front - channel.safe;
    let words = if alone >= 0.5 {
        format!("{:.0}, {alone:.0} out on its own", channel.front)
    } else {
        format!("{:.0}", channel.front)
    };
    let yards = Look::bold(size, stage.theme.text);
    let name = Look::regular(size * 0.86, stage.theme.text_soft);
    let left = front + 6.0 * unit;
    pen_text(stage, Rect::new(left, row.min.y, row.max.x, row.max.y), &words, yards);
    let after = left + yards.width(&words) + 8.0 * unit;
    pen_text(stage, Rect::new(after, row.min.y, row.max.x, row.max.y), field.name, name);
}

/// Text from the left of a row, if all of it has room there.
fn pen_text(stage: &mut Stage<'_>, row: Rect, text: &str, look: Look) {
    if look.width(text) <= row.width() {
        stage.pen.on(Layer::Tokens, 1.0).text_in(row, Align::Left, text, look);
    }
}
