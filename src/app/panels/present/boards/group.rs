//! Groups on a board: a letter in a colour for each, and who has the word.

use bevy_egui::egui::{self, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType};

use super::kit::{BODY, LARGE, View, pressed};
use crate::picture::{Color, Theme, Weight};

/// What a group is called by beside its colour.
pub(super) fn letter(group: usize) -> String {
    char::from(b'A' + (group % 26) as u8).to_string()
}

/// A group's colour.
pub(super) fn tone(theme: &Theme, group: usize) -> Color {
    theme.plans[group % theme.plans.len()]
}

/// What is said of a group that has done its part.
fn told(name: &str, done: Option<&str>) -> String {
    done.map_or_else(|| name.to_owned(), |done| format!("{name}: {done}"))
}

/// A group's letter in its colour, round.
pub(super) fn badge(ui: &Ui, view: &View<'_>, rect: Rect, group: usize, lit: bool) {
    let radius = rect.size().min_elem() / 2.0 - view.px(3.0);
    let ink = tone(view.theme, group);
    let stroke = Stroke::new(view.px(5.0).max(2.0), view.tone(ink));
    let (fill, text) = if lit { (ink, view.theme.backdrop) } else { (view.theme.backdrop, view.theme.text) };
    ui.painter().circle(rect.center(), radius, view.tone(fill), stroke);
    let font = view.font(BODY, Weight::Bold);
    ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, letter(group), font, view.tone(text));
}

/// All groups, the one that has the word with its name; the one pressed. `done` says of a group what it has done.
pub(super) fn row(ui: &mut Ui, view: &View<'_>, now: usize, done: impl Fn(usize) -> Option<String>) -> Option<usize> {
    let room = &view.presenting.room;
    let mut chosen = None;
    if room.groups.len() > 1 {
        ui.horizontal(|ui| {
            for group in 0..room.groups.len() {
                let size = view.px(76.0).max(view.finger());
                let (rect, response) = ui.allocate_exact_size(Vec2::splat(size), Sense::click());
                let done = done(group);
                response.widget_info(|| {
                    let label = told(&room.group_name(group), done.as_deref());
                    WidgetInfo::selected(WidgetType::Button, true, group == now, label)
                });
                badge(ui, view, rect, group, group == now);
                if done.is_some() {
                    let at = rect.right_bottom() - Vec2::splat(view.px(16.0));
                    ui.painter().circle_filled(at, view.px(17.0), view.tone(view.theme.panel));
                    view.tick(ui, at, view.theme.text);
                }
                if response.hovered() || response.has_focus() {
                    let edge = Stroke::new(view.px(3.0).max(1.0), view.tone(view.theme.text));
                    ui.painter().circle_stroke(rect.center(), size / 2.0, edge);
                }
                if pressed(ui, &response) {
                    chosen = Some(group);
                }
            }
        });
    }
    let name = view.words(room.group_name(now), LARGE, Weight::Bold);
    ui.add(egui::Label::new(name).truncate());
    chosen
}
