//! What comes up over the text: offers at the caret, and problems with their cures.
//!
//! In: the caret, keys, and where the pointer is. Out: edits for offers that are taken, and which fix to apply.

use bevy_egui::egui::{self, Area, Frame, Key, Modifiers, Order, Pos2, Response, RichText, Ui, Vec2};

use super::keys::Hand;
use super::writing;
use super::{Caret, Space, Typed, Typing, id};
use crate::app::paint::color;
use crate::app::words::say;
use crate::play_file::assist::{Completion, Ink, Offer, complete};
use crate::play_file::{Problem, Severity};

/// How many offers are seen at once.
const ROWS: usize = 8;

/// Offers that are shown.
#[derive(Clone, Debug)]
pub(super) struct Offers {
    completion: Completion,
    /// Which one Enter takes; none until the beginning of one is typed or an arrow pressed, so that Enter stays a line
    /// end.
    chosen: Option<usize>,
    /// The first one seen.
    first: usize,
}

impl Offers {
    fn step(&mut self, on: bool, by: usize) {
        let last = self.completion.items.len().saturating_sub(1);
        let next = match (self.chosen, on) {
            (None, true) => 0,
            (None, false) => last,
            // By one it goes round; a page stops at the end.
            (Some(chosen), true) if chosen == last && by == 1 => 0,
            (Some(0), false) if by == 1 => last,
            (Some(chosen), true) => (chosen + by).min(last),
            (Some(chosen), false) => chosen.saturating_sub(by),
        };
        self.chosen = Some(next);
        self.first = self.first.clamp((next + 1).saturating_sub(ROWS), next);
    }

    #[cfg(test)]
    pub(super) fn labels(&self) -> Vec<&str> {
        self.completion.items.iter().map(|offer| &*offer.label).collect()
    }
}

impl Hand<'_> {
    /// Offers what fits at the caret; `asked` if the person wants to see all of it.
    pub(super) fn offer(&mut self, asked: bool) {
        self.editor.offers = None;
        let caret = self.editor.caret;
        if self.source.read_only || !caret.range().is_empty() {
            return;
        }
        let completion = complete(&self.text, caret.at, self.source.names);
        if completion.items.is_empty() {
            return;
        }
        let begun = self.text.get(completion.replace.start..caret.at).unwrap_or("").to_lowercase();
        let fits =
            completion.items.first().is_some_and(|offer| offer.label.to_lowercase().starts_with(&begun));
        let chosen = (asked || (!begun.is_empty() && fits)).then_some(0);
        self.editor.offers = Some(Offers { completion, chosen, first: 0 });
    }

    /// Offers by itself where a name begins or goes on.
    pub(super) fn offer_while_typing(&mut self, typed: &str) {
        let before = self.text.get(..self.editor.caret.at).unwrap_or("");
        let begins = match typed {
            "\"" | "(" | "[" | "{" => true,
            " " => before.trim_end_matches(' ').ends_with([',', ':', '(', '[']) && !before.ends_with("  "),
            _ => {
                typed.chars().count() == 1
                    && typed.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'))
            }
        };
        let in_number = before.ends_with(|c: char| c.is_ascii_digit()) && self.editor.offers.is_none();
        if begins && !in_number {
            self.offer(false);
        } else {
            self.editor.offers = None;
        }
    }

    /// Keeps what is offered up to date while letters are taken back.
    pub(super) fn offer_after_deleting(&mut self) {
        if self.editor.offers.is_some() {
            self.offer(false);
            let typed = self.editor.offers.as_ref().is_some_and(|offers| offers.chosen.is_some());
            if !typed && self.editor.inks.inside(&self.text, self.editor.caret.at) != Ink::Text {
                self.editor.offers = None;
            }
        }
    }

    /// Whether a key was meant for what is offered.
    pub(super) fn key_for_offers(&mut self, key: Key, modifiers: Modifiers) -> bool {
        let Some(offers) = &mut self.editor.offers else { return false };
        match key {
            _ if modifiers.any() => return false,
            Key::ArrowDown => offers.step(true, 1),
            Key::ArrowUp => offers.step(false, 1),
            Key::PageDown => offers.step(true, ROWS),
            Key::PageUp => offers.step(false, ROWS),
            Key::Escape => self.editor.offers = None,
            Key::Enter | Key::Tab => {
                let chosen = match key {
                    Key::Tab => Some(offers.chosen.unwrap_or(0)),
                    _ => offers.chosen,
                };
                let Some(offer) = chosen.and_then(|chosen| offers.completion.items.get(chosen)).cloned()
                else {
                    self.editor.offers = None;
                    return false;
                };
                self.take(&offer);
            }
            _ => return false,
        }
        true
    }

    fn take(&mut self, offer: &Offer) {
        let Some(offers) = self.editor.offers.take() else { return };
        let range = offers.completion.replace;
        let at = range.start + offer.caret;
        let ending = writing::line_ending(&self.text);
        let mut change =
            writing::replace(range, &writing::with_line_ends(&offer.insert, ending), Typing::Other);
        change.caret = Caret::at(at);
        self.change(change);
        // Where it leaves a place open, what goes there is next.
        if offer.caret < offer.insert.len() {
            self.offer(false);
        }
    }

    pub(super) fn problems_of_line(&self, line: usize) -> impl Iterator<Item = (usize, &Problem)> {
        let inks = &self.editor.inks;
        let problems = self.source.problems.iter().enumerate();
        problems.filter(move |(_, problem)| inks.line_of(problem.span.start) == line)
    }

    /// The problems whose place an offset is in, the worst first.
    fn problems_at(&self, offset: usize) -> Vec<(usize, &Problem)> {
        let problems = self.source.problems.iter().enumerate();
        let mut here: Vec<_> = problems
            .filter(|(_, problem)| (problem.span.start..=problem.span.end).contains(&offset))
            .collect();
        here.sort_by_key(|(_, problem)| (problem.severity(), problem.span.end - problem.span.start));
        here
    }

    /// Asks for the fix of the problem at the caret, or of the only one of its line that has one.
    pub(super) fn fix_here(&mut self) {
        if self.source.read_only {
            return;
        }
        let caret = self.editor.caret.at;
        let here = self.problems_at(caret).into_iter().find(|(_, problem)| problem.fix.is_some());
        let line = self.editor.inks.line_of(caret);
        let found = here
            .or_else(|| self.problems_of_line(line).find(|(_, problem)| problem.fix.is_some()))
            .map(|(index, _)| index);
        self.typed.extend(found.map(Typed::Fix));
    }

    pub(super) fn popups(&mut self, ui: &Ui, response: &Response, space: &Space, has_focus: bool) {
        let caret = self.point_of(space, self.editor.caret.at);
        if has_focus || ui.input(|input| input.pointer.any_down() || input.pointer.any_released()) {
            self.show_offers(ui, caret);
        } else {
            self.editor.offers = None;
        }
        self.show_card(ui, space);
        let Some(pos) = response.hover_pos().filter(|_| self.editor.card.is_none()) else { return };
        let here: Vec<Problem> = if pos.x < space.gutter.right() {
            let line = self.editor.inks.line_of(self.offset_at(space, pos));
            self.problems_of_line(line).map(|(_, problem)| problem.clone()).collect()
        } else {
            let at = self.offset_at(space, pos);
            // To the right of a line's end the pointer is at nothing.
            let beyond = (pos.x - self.point_of(space, at).x).abs() > self.pen.advance * 2.0;
            let here = if beyond { Vec::new() } else { self.problems_at(at) };
            here.into_iter().map(|(_, problem)| problem.clone()).collect()
        };
        if !here.is_empty() {
            let theme = self.source.theme;
            response.clone().on_hover_ui_at_pointer(|ui| {
                for problem in here.iter().take(4) {
                    ui.label(&problem.message);
                    if let Some(help) = &problem.help {
                        ui.label(RichText::new(help).color(color(theme.text_soft, 1.0)));
                    }
                    if let Some(fix) = &problem.fix {
                        ui.label(
                            RichText::new(say!("source-fix", fix = fix.label))
                                .color(color(theme.accent, 1.0)),
                        );
                    }
                }
            });
        }
    }

    /// The upper left corner of a place in the window.
    pub(super) fn point_of(&self, space: &Space, offset: usize) -> Pos2 {
        let editor = &*self.editor;
        let line = editor.inks.line_of(offset);
        let x = self.pen.x(&self.text, &editor.inks, offset);
        Pos2::new(space.body.left() + x - editor.left, editor.y(space, self.pen, line))
    }

    fn show_offers(&mut self, ui: &Ui, caret: Pos2) {
        let Some(offers) = self.editor.offers.clone() else { return };
        let theme = self.source.theme;
        let mut taken = None;
        let area = Area::new(id().with("offers")).order(Order::Foreground).fade_in(false);
        let below = caret + Vec2::new(0.0, self.pen.row + 2.0);
        let rows = offers.completion.items.len().min(ROWS) as f32;
        let height = rows * (self.pen.row + 4.0) + 16.0;
        let above = below.y + height > ui.ctx().content_rect().bottom();
        let at = if above { Pos2::new(caret.x, caret.y - height) } else { below };
        area.fixed_pos(at).constrain(true).show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(4.0).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.spacing_mut().button_padding.y = 2.0;
                ui.set_min_width(180.0);
                ui.set_max_width(420.0);
                for (index, offer) in offers.completion.items.iter().enumerate().skip(offers.first).take(ROWS)
                {
                    let hint = shortened(&offer.hint, 48);
                    let label = RichText::new(&offer.label).monospace().color(color(theme.text, 1.0));
                    let row = egui::Button::selectable(offers.chosen == Some(index), label)
                        .shortcut_text(RichText::new(hint).color(color(theme.text_soft, 1.0)))
                        .min_size(Vec2::new(ui.available_width().min(380.0), 0.0));
                    if ui.add(row).clicked() {
                        taken = Some(offer.clone());
                    }
                }
                let more = offers.completion.items.len().saturating_sub(offers.first + ROWS);
                if more > 0 {
                    let words = RichText::new(say!("common-more", count = more))
                        .small()
                        .color(color(theme.text_soft, 1.0));
                    ui.label(words);
                }
            });
        });
        if let Some(offer) = taken {
            ui.memory_mut(|memory| memory.request_focus(id()));
            self.take(&offer);
        }
    }

    /// The problems of a line whose mark was clicked.
    fn show_card(&mut self, ui: &Ui, space: &Space) {
        let Some(line) = self.editor.card else { return };
        let problems: Vec<(usize, Problem)> =
            self.problems_of_line(line).map(|(index, problem)| (index, problem.clone())).collect();
        if problems.is_empty() {
            self.editor.card = None;
            return;
        }
        let theme = self.source.theme;
        let mut close = false;
        let mut fix = None;
        let at = Pos2::new(space.gutter.right(), self.editor.y(space, self.pen, line) + self.pen.row);
        let area = Area::new(id().with("card")).order(Order::Foreground).fade_in(false);
        area.fixed_pos(at).constrain(true).show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width(380.0);
                for (index, problem) in &problems {
                    let tone = tone(theme, problem.severity());
                    ui.label(RichText::new(&problem.message).color(color(tone, 1.0)));
                    if let Some(help) = &problem.help {
                        ui.label(RichText::new(help).color(color(theme.text_soft, 1.0)));
                    }
                    let cure = problem.fix.as_ref().filter(|_| !self.source.read_only);
                    if cure.is_some_and(|cure| ui.button(&cure.label).clicked()) {
                        fix = Some(*index);
                    }
                }
                close = ui.button(say!("common-close")).clicked();
            });
        });
        if close || fix.is_some() {
            self.editor.card = None;
            ui.memory_mut(|memory| memory.request_focus(id()));
        }
        self.typed.extend(fix.map(Typed::Fix));
    }
}

/// The colour of a problem's mark.
pub(super) fn tone(theme: &crate::picture::Theme, severity: Severity) -> crate::picture::Color {
    match severity {
        Severity::Error => theme.alarm,
        Severity::Warning => theme.to_gain,
        Severity::Info => theme.text_soft,
    }
}

/// The beginning of a text, with an ellipsis if something is left out.
fn shortened(text: &str, letters: usize) -> String {
    match text.char_indices().nth(letters) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or("")),
        None => text.to_owned(),
    }
}
