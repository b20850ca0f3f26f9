//! Small boards: who sits in the room, the time given to it, and the record of what it said.

use bevy_egui::egui::{
    self, Align2, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
};

use super::kit::{self, BODY, Place, View, keep_keyboard, tone, wrapped};
use super::{group, key};
use crate::app::actions::Action;
use crate::app::session::presenting::{BoardKey, PresentStep, TIMER_MINUTES};
use crate::app::words::say;
use crate::picture::{GROUP_SIDE, Weight, font};
use crate::rules::words::list;
use crate::show::{Group, MOST_GROUPS, Room};

const PRESETS: [u32; 6] = [1, 2, 3, 5, 10, 15];

/// What a record will hold: "It holds 2 guesses, 1 assumption switched and 1 decision."
fn held(room: &Room) -> String {
    let called = room.called.iter().filter(|called| !called.plays.is_empty()).count();
    let parts = [
        (room.fronts.len(), say!("board-record-placed", count = room.fronts.len())),
        (room.guesses.len(), say!("board-record-guesses", count = room.guesses.len())),
        (room.switched.len(), say!("board-record-switched", count = room.switched.len())),
        (room.judged.len(), say!("board-record-judged", count = room.judged.len())),
        (called, say!("board-record-called", count = called)),
        (room.arguments.len(), say!("board-record-arguments", count = room.arguments.len())),
        (room.decisions.len(), say!("board-record-decisions", count = room.decisions.len())),
    ];
    let parts: Vec<&str> =
        parts.iter().filter(|(count, _)| *count > 0).map(|(_, part)| part.as_str()).collect();
    if parts.is_empty() {
        return say!("board-record-nothing").to_owned();
    }
    say!("board-record-holds", parts = list(&parts, say!("common-and")))
}

pub(super) fn groups(ctx: &egui::Context, view: &View<'_>, names: &str, said: &mut Vec<Action>) {
    view.board(ctx, Place::Middle(1100.0, 560.0), say!("board-groups"), say!("board-groups-keys"), |ui| {
        let mut text = names.to_owned();
        if kit::field(ui, view, &mut text, say!("board-groups-field"), say!("board-groups-example"), 2) {
            said.insert(0, PresentStep::Type(text).into());
        }
        let mut known: Vec<String> = Vec::new();
        let mut left_out = 0;
        for name in names.split(',').map(|name| name.split_whitespace().collect::<Vec<_>>().join(" ")) {
            if name.is_empty() || known.contains(&name) {
                continue;
            }
            if known.len() < MOST_GROUPS { known.push(name) } else { left_out += 1 }
        }
        if known.is_empty() {
            wrapped(ui, view.soft(say!("board-groups-none")));
        }
        let groups = known.iter().map(|name| Group { name: name.clone() }).collect();
        let room = Room { groups, ..Room::default() };
        ui.horizontal_wrapped(|ui| {
            for (at, name) in known.iter().enumerate() {
                let side = view.px(GROUP_SIDE);
                let most = ui.max_rect().width().min(view.px(460.0));
                let name = font::elide(name, view.px(BODY), Weight::Regular, most);
                let words = view.width(&name, BODY, Weight::Regular);
                let size = Vec2::new(side + view.px(30.0) + words, side);
                let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, &name));
                let middle = rect.center().y;
                group::mark(ui, view, &room, egui::pos2(rect.left() + side / 2.0, middle), at);
                let left = egui::pos2(rect.left() + side + view.px(10.0), middle);
                let ink = tone(view.theme.text);
                ui.painter().text(left, Align2::LEFT_CENTER, &name, view.font(BODY, Weight::Regular), ink);
            }
        });
        if left_out > 0 {
            wrapped(ui, view.soft(say!("board-groups-too-many", count = left_out)));
        }
    });
}

pub(super) fn timer(ctx: &egui::Context, view: &View<'_>, typed: &str, said: &mut Vec<Action>) {
    view.board(ctx, Place::Middle(980.0, 460.0), say!("board-timer"), say!("board-timer-keys"), |ui| {
        let shown = if typed.is_empty() { TIMER_MINUTES } else { typed };
        ui.horizontal(|ui| {
            let size = Vec2::new(view.px(180.0), view.px(96.0));
            minutes_box(ui, view, size, shown, typed.is_empty());
            ui.label(view.words(say!("board-timer-unit"), BODY, Weight::Regular));
            for (sign, by, label) in [("−", -1, say!("board-timer-less")), ("+", 1, say!("board-timer-more"))]
            {
                if view.button(ui, sign, label, false) {
                    said.push(key(BoardKey::By(by)));
                }
            }
        });
        ui.horizontal_wrapped(|ui| {
            for preset in PRESETS {
                if view.button(ui, &preset.to_string(), &say!("board-timer-minutes", count = preset), false) {
                    said.push(PresentStep::Timer(Some(f64::from(preset) * 60.0)).into());
                    said.push(PresentStep::Board(None).into());
                }
            }
            if view.button(ui, say!("board-timer-start"), say!("board-timer-start"), true) {
                said.push(key(BoardKey::Take));
            }
        });
    });
}

fn minutes_box(ui: &mut Ui, view: &View<'_>, size: Vec2, shown: &str, fresh: bool) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, Id::new("minutes"), Sense::click());
    response.widget_info(|| WidgetInfo {
        label: Some(say!("board-timer-field").to_owned()),
        current_text_value: Some(shown.to_owned()),
        ..WidgetInfo::new(WidgetType::TextEdit)
    });
    keep_keyboard(ui, &response);
    let painter = ui.painter();
    let stroke = Stroke::new(view.px(4.0).max(2.0), tone(view.theme.accent));
    painter.rect(rect, view.corner(), tone(view.theme.backdrop), stroke, StrokeKind::Inside);
    if fresh {
        let width = view.width(shown, 56.0, Weight::Bold) + view.px(12.0);
        let mark = Rect::from_center_size(rect.center(), Vec2::new(width, view.px(68.0)));
        painter.rect_filled(mark, view.px(4.0), tone(view.theme.accent).gamma_multiply(0.35));
    }
    let font = view.font(56.0, Weight::Bold);
    painter.text(rect.center(), Align2::CENTER_CENTER, shown, font, tone(view.theme.text));
}

pub(super) fn record(ctx: &egui::Context, view: &View<'_>, name: &str, said: &mut Vec<Action>) {
    view.board(ctx, Place::Middle(1200.0, 560.0), say!("board-record"), say!("board-record-keys"), |ui| {
        let path = view.session.record_path(name);
        let stem = path.as_deref().and_then(|path| path.file_stem());
        let hint = stem.map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let mut text = name.to_owned();
        if kit::field(ui, view, &mut text, say!("board-record-field"), &hint, 1) {
            said.insert(0, PresentStep::Type(text).into());
        }
        ScrollArea::vertical().id_salt("small").max_height(ui.available_height() - view.finger() * 1.4).show(
            ui,
            |ui| {
                wrapped(ui, view.words(held(&view.presenting.room), BODY, Weight::Regular));
                let place = path.map_or_else(
                    || say!("board-record-no-folder").to_owned(),
                    |path| say!("board-record-path", path = path.display()),
                );
                wrapped(ui, view.soft(place));
            },
        );
        if view.presenting.room.has_said_something()
            && view.button(ui, say!("board-record-save"), say!("board-record-save"), true)
        {
            said.push(key(BoardKey::Take));
        }
    });
}
