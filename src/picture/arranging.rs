//! What comes of a play while its players are put in their places: where each front will end, and whether anybody works on
//! a channel. Laid over the field.

use super::grips::Grounds;
use super::pen::{Look, Pen, dashed, solid};
use super::{Align, Layer, Rect, Scene, Theme, View, Weight, font};
use crate::timeline::Frame;

/// What is said of a lane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LaneNote {
    /// Who works on it, or why nobody does, in words.
    pub words: String,
    /// Whether nobody does.
    pub open: bool,
    /// Whether that is new.
    pub changed: bool,
}

/// The overlay for a field drawn with the same frame, view and theme; one note a lane.
#[must_use]
pub fn draw_arranging(frame: &Frame, view: &View, theme: &Theme, notes: &[LaneNote]) -> Scene {
    let grounds = Grounds::new(frame, view, theme);
    let mut pen = Pen::new(view.size);
    let unit = view.text_scale.clamp(0.25, 8.0);
    for (lane, (channel, note)) in frame.channels.iter().zip(notes).enumerate() {
        let rect = grounds.lane(lane);
        if rect.height() < 30.0 * unit {
            continue;
        }
        let pen = pen.on(Layer::Marks, 1.0);
        if note.changed {
            let tone = if note.open { theme.alarm } else { theme.accent };
            let edge = if note.open {
                dashed(2.4 * unit, tone, 7.0 * unit, 5.0 * unit)
            } else {
                solid(2.4 * unit, tone)
            };
            pen.outline(rect, 3.0 * unit, edge);
        }
        // Where the front will be.
        let x = grounds.point(super::Ground { lane, yards: channel.end, across: 0.0 }).x;
        let inside = (rect.min.x..=rect.max.x).contains(&x);
        if inside {
            // A mark at the lane's foot: a line over all of it would cross out names.
            let (foot, half) = (rect.max.y, 6.0 * unit);
            let tip = super::Point { x, y: foot - 15.0 * unit };
            let corners = vec![
                tip,
                super::Point { x: x + half, y: foot - 1.0 },
                super::Point { x: x - half, y: foot - 1.0 },
            ];
            pen.polygon(corners, Some(theme.accent), Some(solid(1.2 * unit, theme.backdrop)));
        }
        let size = 13.0 * unit;
        let (top, bottom) = (rect.max.y - 20.0 * unit, rect.max.y - 3.0 * unit);
        let ahead = format!("to {:.0}", channel.end);
        let width = font::width(&ahead, size, Weight::Bold) + 12.0 * unit;
        let right = rect.max.x - 22.0 * unit;
        let plate = Rect::new(right - width, top, right, bottom);
        pen.fill(plate, 4.0 * unit, theme.accent);
        pen.text_in(
            plate,
            Align::Center,
            &ahead,
            Look { size, weight: Weight::Bold, color: theme.on_accent },
        );
        // Who works on it; where there is little room, only what matters most.
        if rect.width() < 760.0 * unit && !note.open && !note.changed {
            continue;
        }
        let mark = if note.open { "○" } else { "●" };
        let words = format!("{mark} {}", note.words);
        let size = 12.0 * unit;
        let most = (right - width - rect.min.x - 6.0 * unit).min(rect.width() * 0.55);
        let words = font::elide(&words, size, Weight::Bold, (most - 12.0 * unit).max(1.0));
        let room = font::width(&words, size, Weight::Bold) + 12.0 * unit;
        let until = right - width - 5.0 * unit;
        let plate = Rect::new(until - room, top, until, bottom);
        let (fill, ink) = if note.open { (theme.backdrop, theme.alarm) } else { (theme.panel, theme.text) };
        let edge = note.open.then(|| dashed(1.4 * unit, theme.alarm, 4.0 * unit, 3.0 * unit));
        pen.rect(plate, 4.0 * unit, Some(fill), edge);
        pen.text_in(plate, Align::Center, &words, Look { size, weight: Weight::Bold, color: ink });
    }
    pen.finish()
}
