//! The lines that are seen, and what is drawn under and over them.
//!
//! In: the text, its inks, problems and the caret. Out: shapes. Problems differ by form and not by colour alone: errors
//! are waves, warnings dots, remarks a thin line.

use std::ops::Range;

use bevy_egui::egui::output::IMEOutput;
use bevy_egui::egui::text::{LayoutJob, TextFormat};
use bevy_egui::egui::text_selection::visuals::paint_cursor_end;
use bevy_egui::egui::{
    Align2, FontId, IMEPurpose, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, Vec2, pos2,
};

use super::Space;
use super::keys::Hand;
use super::layout::Part;
use super::popups::tone;
use crate::app::paint::color;
use crate::play_file::Severity;
use crate::play_file::assist::Ink;

impl Hand<'_> {
    pub(super) fn paint(&mut self, ui: &Ui, space: &Space, has_focus: bool) {
        self.find_brackets();
        let theme = self.source.theme;
        let painter = ui.painter_at(space.body.expand2(Vec2::new(6.0, 0.0)));
        let numbers = ui.painter_at(space.gutter);
        numbers.rect_filled(space.gutter, 0.0, color(theme.panel, 1.0));
        let caret = self.editor.caret;
        let caret_line = self.editor.inks.line_of(caret.at);
        let across = self.editor.seen_across(space);
        let mut widest: f32 = 0.0;
        let small = FontId::new(self.pen.font.size * 0.9, self.pen.font.family.clone());
        for line in self.editor.seen(space, self.pen) {
            let y = self.editor.y(space, self.pen, line);
            let row =
                Rect::from_min_max(pos2(space.body.left(), y), pos2(space.body.right(), y + self.pen.row));
            let parts = self.pen.parts(&self.text, &self.editor.inks, line, across);
            let lined = Lined {
                hand: self,
                space,
                row,
                parts: &parts,
                line: self.editor.inks.range(&self.text, line),
            };
            if line == caret_line && has_focus {
                painter.rect_filled(row.expand2(Vec2::new(6.0, 0.0)), 0.0, color(theme.panel, 1.0));
            }
            lined.under(&painter, has_focus);
            for part in &parts {
                widest = widest.max(part.left + part.galley.size().x);
                let at = pos2(space.body.left() - self.editor.left + part.left, y);
                painter.galley(at, part.galley.clone(), color(theme.text, 1.0));
            }
            lined.problems(&painter);
            let tone = if line == caret_line { theme.text } else { theme.text_soft };
            let at = pos2(space.gutter.right() - 8.0, row.center().y);
            numbers.text(at, Align2::RIGHT_CENTER, line + 1, small.clone(), color(tone, 1.0));
            self.mark(&numbers, space, line, row.center().y);
        }
        self.editor.widest = widest;
        if has_focus && ui.input(|input| input.focused) {
            self.paint_caret(ui, &painter, space);
        }
        if has_focus {
            painter.with_clip_rect(space.gutter.union(space.body).expand(6.0)).rect_stroke(
                space.gutter.union(space.body),
                0.0,
                Stroke::new(1.0, color(theme.accent, 1.0)),
                StrokeKind::Inside,
            );
        }
    }

    fn paint_caret(&mut self, ui: &Ui, painter: &Painter, space: &Space) {
        let at = self.point_of(space, self.editor.caret.at);
        let mut rect = Rect::from_min_size(at, Vec2::new(1.0, self.pen.row));
        if !self.editor.preedit.is_empty() {
            // What an input method is composing stands over the text until it is done.
            let theme = self.source.theme;
            let mut format = TextFormat::simple(self.pen.font.clone(), color(theme.text, 1.0));
            format.underline = Stroke::new(1.0, color(theme.accent, 1.0));
            let galley = painter.layout_job(LayoutJob::single_section(self.editor.preedit.clone(), format));
            let size = Vec2::new(galley.size().x, self.pen.row);
            painter.rect_filled(Rect::from_min_size(at, size), 0.0, color(theme.raised, 1.0));
            painter.galley(at, galley, color(theme.text, 1.0));
            rect = rect.translate(Vec2::new(size.x, 0.0));
        }
        if self.source.read_only {
            return;
        }
        paint_cursor_end(painter, ui.visuals(), rect);
        let to_global = ui.ctx().layer_transform_to_global(ui.layer_id()).unwrap_or_default();
        ui.output_mut(|output| {
            output.ime = Some(IMEOutput {
                purpose: IMEPurpose::Normal,
                rect: to_global * space.body,
                cursor_rect: to_global * rect,
                should_interrupt_composition: false,
            });
        });
    }

    /// The worst problem that begins on a line, beside its number.
    fn mark(&self, painter: &Painter, space: &Space, line: usize, y: f32) {
        let worst = self.problems_of_line(line).map(|(_, problem)| problem.severity()).min();
        let Some(severity) = worst else { return };
        let tone = color(tone(self.source.theme, severity), 1.0);
        let center = pos2(space.gutter.left() + 9.0, y);
        match severity {
            Severity::Error => {
                for turn in [1.0, -1.0] {
                    let arm = Vec2::new(4.0, 4.0 * turn);
                    painter.line_segment([center - arm, center + arm], Stroke::new(2.0, tone));
                }
            }
            Severity::Warning => {
                let corners = [(0.0, -5.0), (5.0, 4.0), (-5.0, 4.0)].map(|(x, y)| center + Vec2::new(x, y));
                painter.add(Shape::convex_polygon(corners.to_vec(), tone, Stroke::NONE));
            }
            Severity::Info => {
                painter.circle_stroke(center, 3.5, Stroke::new(1.5, tone));
            }
        }
    }

    /// Finds the brackets that belong together where the caret is.
    fn find_brackets(&mut self) {
        let key = (self.editor.caret.at, self.editor.count);
        if !matches!(self.editor.brackets, Some((at, count, _)) if (at, count) == key) {
            let pair = self.pair_at(self.editor.caret.at);
            self.editor.brackets = Some((key.0, key.1, pair));
        }
    }

    fn pair_at(&self, caret: usize) -> Option<[usize; 2]> {
        /// A pair farther apart is not looked for.
        const REACH: usize = 4000;
        /// Nor in a line longer than this: all of it would be gone through.
        const LONGEST: usize = 64 * 1024;
        let bytes = self.text.as_bytes();
        let inks = &self.editor.inks;
        let is_bracket = |at: usize| bytes.get(at).is_some_and(|b| b"()[]{}".contains(b));
        let at = [Some(caret), caret.checked_sub(1)].into_iter().flatten().find(|at| {
            let in_code = || matches!(inks.inside(&self.text, *at), Ink::Plain);
            is_bracket(*at) && in_code()
        })?;
        if inks.range(&self.text, inks.line_of(at)).len() > LONGEST {
            return None;
        }
        let opens = |b: u8| matches!(b, b'(' | b'[' | b'{');
        let line = inks.line_of(at);
        let first = *bytes.get(at)?;
        let on_line = |line: usize| {
            let marks = inks.line(&self.text, line).into_iter().filter(|(_, ink)| *ink == Ink::Mark);
            marks.flat_map(|(range, _)| range).filter(|at| is_bracket(*at)).collect::<Vec<_>>()
        };
        let mut depth = 0_usize;
        let mut visit = |found: usize| {
            let same_way = opens(*bytes.get(found)?) == opens(first);
            depth = if same_way { depth + 1 } else { depth.checked_sub(1)? };
            (depth == 0).then_some([at, found])
        };
        if opens(first) {
            let lines = line..inks.line_count().min(line + REACH);
            lines.flat_map(on_line).skip_while(|found| *found < at).find_map(&mut visit)
        } else {
            let lines = (line.saturating_sub(REACH)..=line).rev();
            let back = lines.flat_map(|line| on_line(line).into_iter().rev().collect::<Vec<_>>());
            back.skip_while(|found| *found > at).find_map(&mut visit)
        }
    }
}

/// A line that is being painted.
struct Lined<'l, 'h> {
    hand: &'l Hand<'h>,
    space: &'l Space,
    row: Rect,
    parts: &'l [Part],
    line: Range<usize>,
}

impl Lined<'_, '_> {
    /// The points of the window that a stretch of the line takes. A stretch that goes on behind the line takes a bit of
    /// the space there.
    fn stretch(&self, range: &Range<usize>) -> Option<Rect> {
        if range.start > self.line.end || range.end < self.line.start || self.parts.is_empty() {
            return None;
        }
        let x = |offset: usize| {
            let part = self.parts.iter().find(|part| offset <= part.range.end).or(self.parts.last())?;
            let offset = offset.clamp(self.line.start, self.line.end);
            Some(self.space.body.left() - self.hand.editor.left + part.x(&self.hand.text, offset))
        };
        let left = x(range.start.max(self.line.start))?;
        let over = if range.end > self.line.end { self.hand.pen.advance * 0.6 } else { 0.0 };
        let right = x(range.end.min(self.line.end))? + over;
        Some(Rect::from_min_max(pos2(left, self.row.top()), pos2(right, self.row.bottom())))
    }

    fn under(&self, painter: &Painter, has_focus: bool) {
        let theme = self.hand.source.theme;
        let editor = &*self.hand.editor;
        let fill = |range: &Range<usize>, tone, opacity| {
            if let Some(rect) = self.stretch(range).filter(|rect| rect.width() > 0.0) {
                painter.rect_filled(rect, 2.0, color(tone, opacity));
            }
        };
        if let Some(marked) = self.hand.source.marked.as_ref().filter(|marked| !marked.is_empty()) {
            if let Some(rect) = self.stretch(marked) {
                let bar = Rect::from_min_max(
                    pos2(self.space.body.left() - 5.0, rect.top()),
                    pos2(self.space.body.left() - 2.0, rect.bottom()),
                );
                painter.rect_filled(bar, 0.0, color(theme.accent, 1.0));
            }
            fill(marked, theme.accent, 0.12);
        }
        if let Some(find) = &editor.find {
            let from = find.found.partition_point(|place| place.end < self.line.start);
            for place in find.found.iter().skip(from).take_while(|place| place.start <= self.line.end) {
                fill(place, theme.to_gain, 0.3);
            }
        }
        let selected = editor.caret.range();
        if !selected.is_empty() {
            fill(&selected, theme.accent, if has_focus { 0.35 } else { 0.2 });
        }
        for bracket in editor.brackets.and_then(|(_, _, pair)| pair).into_iter().flatten() {
            if let Some(rect) = self.stretch(&(bracket..bracket + 1)).filter(|_| self.line.contains(&bracket))
            {
                let stroke = Stroke::new(1.0, color(theme.text_soft, 1.0));
                painter.rect_stroke(rect, 2.0, stroke, StrokeKind::Inside);
            }
        }
    }

    fn problems(&self, painter: &Painter) {
        let theme = self.hand.source.theme;
        for problem in self.hand.source.problems {
            let span = problem.span.start..problem.span.end.max(problem.span.start + 1);
            // A place at the very end of a line is this line's; one that ends where it begins is not.
            let touches =
                span.start <= self.line.end && (span.end > self.line.start || span.start >= self.line.start);
            let Some(rect) = self.stretch(&span).filter(|_| touches) else { continue };
            let (left, right) = (rect.left(), rect.right().max(rect.left() + self.hand.pen.advance * 0.7));
            let y = self.row.bottom() - 2.5;
            let (left, right) =
                (left.max(painter.clip_rect().left()), right.min(painter.clip_rect().right()));
            let severity = problem.severity();
            let tone = color(tone(theme, severity), 1.0);
            match severity {
                Severity::Error => {
                    let count = ((right - left) / 3.0).ceil().max(1.0) as usize;
                    let wave = (0..=count).map(|step| {
                        let up = if step % 2 == 0 { 1.2 } else { -1.2 };
                        Pos2::new(left + step as f32 * 3.0, y + up)
                    });
                    painter.add(Shape::line(wave.collect(), Stroke::new(1.4, tone)));
                }
                Severity::Warning => {
                    painter.extend(Shape::dotted_line(&[pos2(left, y), pos2(right, y)], tone, 4.0, 1.1));
                }
                Severity::Info => {
                    painter.line_segment([pos2(left, y), pos2(right, y)], Stroke::new(1.0, tone));
                }
            }
        }
    }
}
