//! A row with a number for a channel: chosen by key or finger, typed, or moved by a yard.

use bevy_egui::egui::{
    self, Align2, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
};

use super::kit::{SMALL, View, keep_keyboard, pressed, tone};
use crate::app::session::presenting::BoardKey;
use crate::app::words::say;
use crate::picture::{Weight, font};

/// A channel's row.
pub(super) struct Row<'a> {
    /// Which, from the top.
    pub(super) at: usize,
    pub(super) name: &'a str,
    /// What a screen reader calls it.
    pub(super) label: String,
    /// What stands in it.
    pub(super) number: String,
    /// Whether that is being typed.
    pub(super) typing: bool,
    /// Whether the next digit takes the place of what stands there.
    pub(super) fresh: bool,
    pub(super) chosen: bool,
    pub(super) height: f32,
}

/// How high a row can be for all of them to be seen: at most as high as is comfortable, at least a finger.
pub(super) fn height(ui: &Ui, view: &View<'_>, rows: usize, kept: f32) -> f32 {
    let gap = ui.spacing().item_spacing.y;
    let room = (ui.available_height() - kept) / rows.max(1) as f32 - gap;
    room.clamp(view.finger(), view.px(92.0).max(view.finger()))
}

/// Shows a row; what a finger asked of it, if it did.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, row: &Row<'_>) -> Option<Vec<BoardKey>> {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), row.height), Sense::hover());
    let id = Id::new(("board-row", row.at));
    let side = view.finger().min(rect.height());
    let gap = view.px(8.0);
    let box_width = view.px(132.0);
    let square = |right: f32| {
        Rect::from_center_size(Pos2::new(right - side / 2.0, rect.center().y), Vec2::splat(side))
    };
    let more = square(rect.right() - gap);
    let number = Rect::from_center_size(
        Pos2::new(more.left() - gap - box_width / 2.0, rect.center().y),
        Vec2::new(box_width, (rect.height() - gap * 2.0).min(view.px(72.0))),
    );
    let less = square(number.left() - gap);
    let choose = Rect::from_min_max(rect.min, Pos2::new(less.left() - gap, rect.bottom()));
    let response = ui.interact(choose.union(number), id, Sense::click());
    response.widget_info(|| WidgetInfo {
        label: Some(row.label.clone()),
        current_text_value: Some(row.number.clone()),
        ..WidgetInfo::new(WidgetType::TextEdit)
    });
    if row.chosen {
        keep_keyboard(ui, &response);
        view.chosen(ui, rect);
        response.scroll_to_me(None);
    }
    let name = Rect::from_min_max(choose.min + Vec2::new(view.px(18.0), 0.0), choose.max);
    let weight = if row.chosen { Weight::Bold } else { Weight::Regular };
    view.fit(ui, name, row.name, SMALL, weight, view.theme.text);
    paint_number(ui, view, row, number);
    let asked = |by| Some(vec![BoardKey::Row(row.at), BoardKey::By(by)]);
    let mut said = None;
    if view.sign(ui, less, id.with("less"), "−", &say!("board-row-less", name = row.name)) {
        said = asked(-1);
    }
    if view.sign(ui, more, id.with("more"), "+", &say!("board-row-more", name = row.name)) {
        said = asked(1);
    }
    if pressed(ui, &response) {
        said = Some(vec![BoardKey::Row(row.at)]);
    }
    said
}

fn paint_number(ui: &Ui, view: &View<'_>, row: &Row<'_>, rect: Rect) {
    let edge = if row.chosen { view.theme.accent } else { view.theme.text_soft };
    let stroke = Stroke::new(view.px(2.0).max(1.0), tone(edge));
    let painter = ui.painter();
    painter.rect(rect, view.corner(), tone(view.theme.backdrop), stroke, StrokeKind::Inside);
    let size = view.px(44.0).min(rect.height() * 0.72);
    let shown = row.number.replace('-', "−");
    let width = font::width(&shown, size, Weight::Bold);
    let center = rect.center();
    if row.chosen && row.fresh && !shown.is_empty() {
        // Marked, as text that the next key takes the place of.
        let mark = Rect::from_center_size(center, Vec2::new(width + view.px(10.0), size * 1.2));
        painter.rect_filled(mark, view.px(4.0), tone(view.theme.accent).gamma_multiply(0.35));
    }
    let ink = tone(view.theme.text);
    let place = painter.text(
        center,
        Align2::CENTER_CENTER,
        &shown,
        egui::FontId::new(size, egui::FontFamily::Name(crate::app::paint::BOLD.into())),
        ink,
    );
    if row.chosen && (row.typing || shown.is_empty()) {
        let x = if shown.is_empty() { center.x } else { place.right() + view.px(4.0) };
        let caret = Stroke::new(view.px(3.0).max(2.0), tone(view.theme.accent));
        painter.vline(x, (center.y - size * 0.55)..=(center.y + size * 0.55), caret);
    }
}
