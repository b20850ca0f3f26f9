//! Groups on a board: a letter in a colour for each, and who has the word.

use bevy_egui::egui::{self, Pos2, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType};

use super::kit::{LARGE, View, pressed, tone};
use crate::app::paint;
use crate::picture::{GROUP_SIDE, Weight, draw_group};
use crate::show::Room;

/// What is said of a group that has done its part.
fn told(name: &str, done: Option<&str>) -> String {
    done.map_or_else(|| name.to_owned(), |done| format!("{name}: {done}"))
}

/// A group's mark, as it stands on the field.
pub(super) fn badge(ui: &Ui, view: &View<'_>, middle: Pos2, group: usize) {
    mark(ui, view, &view.presenting.room, middle, group);
}

/// The same of a room that is only being named.
pub(super) fn mark(ui: &Ui, view: &View<'_>, room: &Room, middle: Pos2, group: usize) {
    let side = view.px(GROUP_SIDE);
    let mark = draw_group(room, group, view.unit, view.theme);
    paint::scene(ui.painter(), &mark, middle - Vec2::splat(side / 2.0));
}

/// All groups, the one that has the word with its name; the one pressed. `done` says of a group what it has done.
pub(super) fn row(
    ui: &mut Ui,
    view: &View<'_>,
    now: usize,
    done: impl Fn(usize) -> Option<String>,
) -> Option<usize> {
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
                if group == now {
                    view.chosen(ui, rect);
                }
                badge(ui, view, rect.center(), group);
                if done.is_some() {
                    let at = rect.right_bottom() - Vec2::splat(view.px(16.0));
                    ui.painter().circle_filled(at, view.px(17.0), tone(view.theme.panel));
                    view.tick(ui, at, view.theme.text);
                }
                if response.hovered() || response.has_focus() {
                    let edge = Stroke::new(view.px(3.0).max(1.0), tone(view.theme.text));
                    ui.painter().rect_stroke(rect, view.corner(), edge, StrokeKind::Inside);
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
