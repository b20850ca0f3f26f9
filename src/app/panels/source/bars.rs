//! Scroll bars.
//!
//! In: how much of the text is seen. Out: what is scrolled to, when one is dragged.

use bevy_egui::egui::{Rect, Sense, Ui, lerp, pos2, remap_clamp};

use super::keys::Hand;
use super::{Space, id};
use crate::app::paint::color;

const THICK: f32 = 8.0;
const SHORTEST: f32 = 24.0;

impl Hand<'_> {
    pub(super) fn bars(&mut self, ui: &Ui, space: &Space) {
        let body = space.body;
        let rows = body.height() / self.pen.row;
        let lines = self.editor.inks.line_count() as f32;
        if lines > rows {
            let track = Rect::from_min_max(pos2(body.right() - THICK, body.top()), body.right_bottom());
            let last = (lines - rows.min(3.0)).max(1.0);
            let share = self.editor.top as f32 / last;
            if let Some(share) = self.bar(ui, "down", track, rows / (lines + rows), share) {
                self.editor.top = f64::from(share * last);
            }
        }
        let furthest = self.editor.widest + self.pen.advance * 4.0 - body.width();
        if furthest > 0.0 {
            let track = Rect::from_min_max(pos2(body.left(), body.bottom() - THICK), body.right_bottom());
            let seen = body.width() / (body.width() + furthest);
            if let Some(share) = self.bar(ui, "across", track, seen, self.editor.left / furthest) {
                self.editor.left = share * furthest;
            }
        }
    }

    /// One bar; how far its thumb has been dragged, 0 to 1.
    fn bar(&self, ui: &Ui, name: &str, track: Rect, seen: f32, share: f32) -> Option<f32> {
        let upright = track.height() > track.width();
        let length = if upright { track.height() } else { track.width() };
        let thumb = (seen * length).clamp(SHORTEST.min(length), length);
        let from = share.clamp(0.0, 1.0) * (length - thumb);
        let rect = if upright {
            Rect::from_min_max(
                pos2(track.left(), track.top() + from),
                pos2(track.right(), track.top() + from + thumb),
            )
        } else {
            Rect::from_min_max(
                pos2(track.left() + from, track.top()),
                pos2(track.left() + from + thumb, track.bottom()),
            )
        };
        let response = ui.interact(track, id().with(name), Sense::click_and_drag());
        let lit = response.hovered() || response.dragged();
        let tone = if lit { self.source.theme.text_soft } else { self.source.theme.line };
        ui.painter().rect_filled(rect.shrink(1.0), THICK / 2.0, color(tone, 1.0));
        let pos = response.interact_pointer_pos()?;
        let (at, start) = if upright { (pos.y, track.top()) } else { (pos.x, track.left()) };
        let range = start + thumb / 2.0..=(start + length - thumb / 2.0).max(start + thumb / 2.0 + 1.0);
        Some(lerp(0.0..=1.0, remap_clamp(at, range, 0.0..=1.0)))
    }
}
