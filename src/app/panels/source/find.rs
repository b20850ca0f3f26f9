//! The bar that finds words in the text.
//!
//! In: words, typed into the bar. Out: where they are, and the caret from one to the next. Case does not count for
//! letters of English.

use std::ops::Range;

use bevy_egui::egui::{self, Key, Modifiers, Rect, RichText, Ui, UiBuilder, Vec2, WidgetInfo, WidgetType};

use super::keys::Hand;
use super::{Caret, id};
use crate::app::paint::color;
use crate::app::words::say;

/// How high the bar is.
const HEIGHT: f32 = 34.0;

/// The words looked for, and where they are.
#[derive(Clone, Debug, Default)]
pub(super) struct Find {
    pub words: String,
    /// Where they are, in order.
    pub found: Vec<Range<usize>>,
    /// The words and the text that was looked through.
    of: Option<(String, u64)>,
    /// The bar is to have the keyboard.
    fresh: bool,
}

/// Where words are in a text, not one over another.
pub(super) fn places(text: &str, words: &str) -> Vec<Range<usize>> {
    if words.is_empty() {
        return Vec::new();
    }
    let (text, words) = (text.to_ascii_lowercase(), words.to_ascii_lowercase());
    text.match_indices(&words).map(|(at, found)| at..at + found.len()).collect()
}

impl Hand<'_> {
    /// Opens the bar, with what is selected in it.
    pub(super) fn open_find(&mut self) {
        let selected = self.text.get(self.editor.caret.range()).unwrap_or("");
        let words = match &self.editor.find {
            Some(find) if selected.is_empty() || selected.contains('\n') => find.words.clone(),
            _ if selected.contains('\n') => String::new(),
            _ => selected.to_owned(),
        };
        self.editor.find = Some(Find { words, fresh: true, ..Find::default() });
        self.editor.offers = None;
    }

    /// Shows the bar, if it is open; how much of the height it takes.
    pub(super) fn find_bar(&mut self, ui: &mut Ui, area: Rect) -> f32 {
        let Some(mut find) = self.editor.find.take() else { return 0.0 };
        let theme = self.source.theme;
        let bar = Rect::from_min_size(area.min, Vec2::new(area.width(), HEIGHT)).intersect(area);
        ui.painter().rect_filled(bar, 0.0, color(theme.panel, 1.0));
        let before = find.words.clone();
        let (mut step, mut close) = (0_isize, false);
        let inside = UiBuilder::new().max_rect(bar.shrink2(Vec2::new(8.0, 4.0)));
        ui.scope_builder(inside, |ui| {
            ui.horizontal_centered(|ui| {
                let field = egui::TextEdit::singleline(&mut find.words)
                    .id(id().with("find"))
                    .hint_text(say!("source-find"))
                    .desired_width((bar.width() - 170.0).clamp(60.0, 260.0));
                let response = ui.add(field);
                response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, say!("source-find")));
                if std::mem::take(&mut find.fresh) {
                    response.request_focus();
                }
                let (enter, escape, shift) = ui.input(|input| {
                    (input.key_pressed(Key::Enter), input.key_pressed(Key::Escape), input.modifiers.shift)
                });
                if response.lost_focus() && enter {
                    step = if shift { -1 } else { 1 };
                    response.request_focus();
                }
                close = response.lost_focus() && escape;
                if close {
                    // It has closed the bar: the text keeps the keyboard.
                    ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
                }
                find.look(&self.text, self.editor.count);
                let number = find.found.iter().position(|place| *place == self.editor.caret.range());
                let count = match (find.words.is_empty(), number, find.found.len()) {
                    (true, ..) => String::new(),
                    (_, _, 0) => say!("source-nowhere").to_owned(),
                    (_, Some(number), count) => say!("source-found-at", number = number + 1, count = count),
                    (_, None, count) => say!("source-found", count = count),
                };
                ui.label(RichText::new(count).color(color(theme.text_soft, 1.0)));
                if ui.small_button("▲").on_hover_text(say!("source-before-hint")).clicked() {
                    step = -1;
                }
                if ui.small_button("▼").on_hover_text(say!("source-after-hint")).clicked() {
                    step = 1;
                }
                close |= ui.small_button("✕").on_hover_text(say!("source-close-hint")).clicked();
            });
        });
        if find.words != before {
            // The first one from the caret on, while it is typed.
            let from = self.editor.caret.range().start;
            if let Some(place) = find.found.iter().find(|place| place.start >= from).or(find.found.first()) {
                self.show_place(place.clone());
            }
        } else if step != 0 {
            self.step(&find, step);
        }
        if close {
            ui.memory_mut(|memory| memory.request_focus(id()));
            return 0.0;
        }
        self.editor.find = Some(find);
        HEIGHT
    }

    fn step(&mut self, find: &Find, step: isize) {
        let selected = self.editor.caret.range();
        let place = if step > 0 {
            find.found
                .iter()
                .find(|place| place.start >= selected.end.max(selected.start + 1))
                .or(find.found.first())
        } else {
            find.found.iter().rev().find(|place| place.end <= selected.start).or(find.found.last())
        };
        if let Some(place) = place {
            self.show_place(place.clone());
        }
    }

    fn show_place(&mut self, place: Range<usize>) {
        self.editor.caret = Caret { at: place.end, anchor: place.start };
        self.editor.goal = None;
        self.editor.follow = true;
    }
}

impl Find {
    fn look(&mut self, text: &str, count: u64) {
        let now = (self.words.clone(), count);
        if self.of.as_ref() != Some(&now) {
            self.found = places(text, &self.words);
            self.of = Some(now);
        }
    }
}
