//! Clicks, drags and the wheel.
//!
//! In: the pointer over the text and its numbers. Out: caret, selection and what is scrolled to.

use std::ops::Range;

use bevy_egui::egui::{CursorIcon, Pos2, Response, Ui, Vec2};

use super::keys::Hand;
use super::{Caret, Space, id, moves};

/// How many lines are kept between the caret and the edge.
const MARGIN: f64 = 2.0;

impl Hand<'_> {
    /// The offset nearest to a point of the window.
    pub(super) fn offset_at(&self, space: &Space, pos: Pos2) -> usize {
        let editor = &*self.editor;
        let row = editor.top + f64::from((pos.y - space.body.top()) / self.pen.row);
        if row < 0.0 {
            return 0;
        }
        let line = row as usize;
        if line >= editor.inks.line_count() {
            return self.text.len();
        }
        let x = pos.x - space.body.left() + editor.left;
        moves::clamp(&self.text, self.pen.offset(&self.text, &editor.inks, line, x.max(0.0)))
    }

    pub(super) fn pointer(&mut self, ui: &Ui, response: &Response, space: &Space) {
        let hovered = response.hover_pos();
        if let Some(pos) = hovered {
            let over_text = pos.x >= space.gutter.right();
            ui.set_cursor_icon(if over_text { CursorIcon::Text } else { CursorIcon::Default });
            if over_text && !self.source.read_only {
                ui.output_mut(|output| output.mutable_text_under_cursor = true);
            }
        }
        let (pressed, shift) = ui.input(|input| (input.pointer.primary_pressed(), input.modifiers.shift));
        let Some(pos) = response.interact_pointer_pos() else {
            self.editor.dragged = None;
            return;
        };
        let in_gutter = |pos: Pos2| pos.x < space.gutter.right();
        let at = self.offset_at(space, pos);
        // A press and its release can come within one slow update.
        let tapped = response.clicked() && !self.editor.was_down;
        self.editor.was_down = response.is_pointer_button_down_on();
        if (response.is_pointer_button_down_on() && pressed) || tapped {
            ui.memory_mut(|memory| memory.request_focus(id()));
            self.editor.leaving = false;
            self.editor.card = None;
            if in_gutter(pos) {
                let line = self.editor.inks.line_of(at);
                if self.problems_of_line(line).next().is_some() {
                    self.editor.card = Some(line);
                    self.go(self.editor.inks.start(line), false);
                    self.editor.follow = false;
                    self.editor.dragged = None;
                } else {
                    self.select(moves::line_at(&self.text, at));
                }
            } else {
                self.go(at, shift);
                self.editor.dragged = Some(self.editor.caret.anchor..self.editor.caret.anchor);
            }
        }
        if response.triple_clicked() {
            self.select(moves::line_at(&self.text, at));
        } else if response.double_clicked() && !in_gutter(pos) {
            self.select(moves::word_at(&self.text, at));
        } else if response.dragged()
            && let Some(from) = self.editor.dragged.clone()
        {
            let caret = if at < from.start {
                Caret { at, anchor: from.end }
            } else {
                Caret { at: at.max(from.end), anchor: from.start }
            };
            if caret != self.editor.caret {
                self.editor.caret = caret;
                self.editor.goal = None;
                self.editor.follow = true;
            }
            if !space.body.contains(pos) {
                // Goes on scrolling while the pointer rests beyond the edge.
                self.editor.follow = true;
                ui.ctx().request_repaint();
            }
        }
    }

    fn select(&mut self, range: Range<usize>) {
        let range = moves::clamp(&self.text, range.start)..moves::clamp(&self.text, range.end);
        self.editor.caret = Caret { at: range.end, anchor: range.start };
        self.editor.dragged = Some(range);
        self.editor.goal = None;
        self.editor.offers = None;
    }

    /// The wheel, and whatever has to be in view.
    pub(super) fn scroll(&mut self, ui: &Ui, response: &Response, space: &Space) {
        let row = f64::from(self.pen.row);
        let rows = f64::from(space.body.height()) / row;
        if response.contains_pointer() {
            let delta = ui.input_mut(|input| std::mem::replace(&mut input.smooth_scroll_delta, Vec2::ZERO));
            self.editor.top -= f64::from(delta.y) / row;
            self.editor.left -= delta.x;
        }
        let text = &*self.text;
        let editor = &mut *self.editor;
        if let Some(span) = editor.reveal.take() {
            let inks = &editor.inks;
            let (first, last) = (inks.line_of(span.start) as f64, inks.line_of(span.end) as f64);
            let in_view = first >= editor.top && last + 1.0 <= editor.top + rows;
            if !in_view {
                editor.top = first - (rows / 3.0).min((rows - (last - first + 1.0)).max(MARGIN));
            }
            editor.caret = editor.caret.clamped(text);
            editor.follow = true;
        }
        if std::mem::take(&mut editor.follow) {
            let line = editor.inks.line_of(editor.caret.at) as f64;
            let margin = MARGIN.min(((rows - 1.0) / 2.0).max(0.0));
            editor.top =
                editor.top.clamp(line + 1.0 + margin - rows, (line - margin).max(line + 1.0 + margin - rows));
            let x = self.pen.x(text, &editor.inks, editor.caret.at);
            editor.widest = editor.widest.max(x);
            let margin = (self.pen.advance * 4.0).min(space.body.width() / 3.0);
            let width = space.body.width();
            editor.left = editor.left.clamp(x + margin - width, (x - margin).max(x + margin - width));
            // Coming back from a long line, its beginning is what one wants to see.
            if x + margin < width {
                editor.left = 0.0;
            }
        }
        let last = editor.inks.line_count() as f64 - rows.min(editor.inks.line_count() as f64).min(3.0);
        editor.top = editor.top.clamp(0.0, last.max(0.0));
        let furthest = editor.widest + self.pen.advance * 4.0 - space.body.width();
        editor.left = editor.left.clamp(0.0, furthest.max(0.0));
    }
}
