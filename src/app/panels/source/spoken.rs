//! The editor for those who hear it.
//!
//! In: what is seen, and the caret. Out: nodes for a screen reader, when one is there. Of a long text only the lines that
//! are seen are handed over: all of it with every key would be slow, and arrows bring the rest into view.

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::emath::TSTransform;
use bevy_egui::egui::text::CCursor;
use bevy_egui::egui::text_selection::{CCursorRange, accesskit_text::update_accesskit_for_text_widget};
use bevy_egui::egui::{Rangef, Response, Ui, Vec2, WidgetInfo};

use super::keys::Hand;
use super::layout::LONG;
use super::{Space, hint, id};
use crate::app::words::say;

impl Hand<'_> {
    pub(super) fn speak(&self, ui: &Ui, response: &Response, space: &Space, has_focus: bool) {
        let lines = self.editor.seen(space, self.pen);
        let seen = self.editor.inks.start(lines.start)
            ..self.editor.inks.range(&self.text, lines.end.saturating_sub(1)).end;
        let short = self.text.get(seen.clone()).filter(|seen| seen.len() < LONG * 16);
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(
                !self.source.read_only,
                short.unwrap_or(""),
                short.unwrap_or(""),
                hint(),
            );
            info.label = Some(say!("common-source").to_owned());
            info
        });
        let (Some(short), true) = (short, ui.ctx().accesskit_node_builder(id(), |_| ()).is_some()) else {
            return;
        };
        let plain = short.replace('\r', "");
        let galley = ui.painter().layout(
            plain,
            self.pen.font.clone(),
            ui.visuals().text_color(),
            Rangef::EVERYTHING.max,
        );
        let cursor = |offset: usize| {
            let before = self.text.get(seen.start..offset.clamp(seen.start, seen.end)).unwrap_or("");
            CCursor::new(before.chars().filter(|c| *c != '\r').count())
        };
        let caret = self.editor.caret;
        let range = has_focus.then(|| CCursorRange {
            primary: cursor(caret.at),
            secondary: cursor(caret.anchor),
            h_pos: None,
        });
        let corner = space.body.min.to_vec2() - Vec2::new(self.editor.left, 0.0);
        let place = TSTransform::from_translation(corner);
        update_accesskit_for_text_widget(ui.ctx(), id(), range, Role::MultilineTextInput, place, &galley);
    }
}
