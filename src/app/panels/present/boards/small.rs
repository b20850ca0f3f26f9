//! Small boards: who sits in the room, the time given to it, and the record of what it said.

use bevy_egui::egui::{
    self, Align2, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType,
};

use super::kit::{self, BODY, Place, View, keep_keyboard, say, tone};
use super::{group, key};
use crate::app::actions::Action;
use crate::app::session::presenting::{BoardKey, PresentStep, TIMER_MINUTES};
use crate::picture::{GROUP_SIDE, Weight, font};
use crate::rules::words::list;
use crate::show::{Group, MOST_GROUPS, Room};

const GROUPS: &str = "Who is in the room?";
const GROUPS_FOOT: &str = "Names with commas between them, at most six. Enter: done. Esc: as before.";
const GROUPS_FIELD: &str = "Names of the groups";
const GROUPS_HINT: &str = "Table 1, Table 2, Table 3";
const ONE_ROOM: &str = "Without names the room guesses and calls as one.";

const TIMER: &str = "How much time?";
const TIMER_FOOT: &str = "Digits for minutes, then Enter. T stops it again.";
const TIMER_FIELD: &str = "Minutes";
const START: &str = "Start";
const PRESETS: [u32; 6] = [1, 2, 3, 5, 10, 15];

const RECORD: &str = "Keep what was said";
const RECORD_FOOT: &str = "Enter: save. Esc: not now.";
const RECORD_FIELD: &str = "Name of the record";
const SAVE: &str = "Save";
const NOTHING: &str = "Nothing was guessed, argued or decided so far.";
const NO_FOLDER: &str = "There is no folder for your own files: open one first.";

fn too_many(left_out: usize) -> String {
    match left_out {
        1 => "One name more than there can be groups is left out.".to_owned(),
        more => format!("{more} names more than there can be groups are left out."),
    }
}

fn minutes(count: u32) -> String {
    if count == 1 { "1 minute".to_owned() } else { format!("{count} minutes") }
}

fn saved_as(path: &str) -> String {
    format!("It will be saved as {path}")
}

/// "1 guess", "3 guesses".
fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        more => Some(format!("{more} {many}")),
    }
}

/// What a record will hold: "It holds 2 guesses, 1 assumption switched and 1 decision."
fn held(room: &Room) -> String {
    let called = room.called.iter().filter(|called| !called.plays.is_empty()).count();
    let parts: Vec<String> = [
        counted(room.fronts.len(), "channel placed", "channels placed"),
        counted(room.guesses.len(), "guess", "guesses"),
        counted(room.switched.len(), "assumption switched", "assumptions switched"),
        counted(room.judged.len(), "strength judged otherwise", "strengths judged otherwise"),
        counted(called, "group's calls", "groups' calls"),
        counted(room.arguments.len(), "argument", "arguments"),
        counted(room.decisions.len(), "decision", "decisions"),
    ]
    .into_iter()
    .flatten()
    .collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    if parts.is_empty() { NOTHING.to_owned() } else { format!("It holds {}.", list(&parts, "and")) }
}

pub(super) fn groups(ctx: &egui::Context, view: &View<'_>, names: &str, said: &mut Vec<Action>) {
    view.board(ctx, Place::Middle(1100.0, 560.0), GROUPS, GROUPS_FOOT, |ui| {
        let mut text = names.to_owned();
        if kit::field(ui, view, &mut text, GROUPS_FIELD, GROUPS_HINT, 2) {
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
            say(ui, view.soft(ONE_ROOM));
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
            say(ui, view.soft(too_many(left_out)));
        }
    });
}

pub(super) fn timer(ctx: &egui::Context, view: &View<'_>, typed: &str, said: &mut Vec<Action>) {
    view.board(ctx, Place::Middle(980.0, 460.0), TIMER, TIMER_FOOT, |ui| {
        let shown = if typed.is_empty() { TIMER_MINUTES } else { typed };
        ui.horizontal(|ui| {
            let size = Vec2::new(view.px(180.0), view.px(96.0));
            minutes_box(ui, view, size, shown, typed.is_empty());
            ui.label(view.words(TIMER_FIELD.to_lowercase(), BODY, Weight::Regular));
            for (sign, by, label) in [("−", -1, "One minute less"), ("+", 1, "One minute more")] {
                if view.button(ui, sign, label, false) {
                    said.push(key(BoardKey::By(by)));
                }
            }
        });
        ui.horizontal_wrapped(|ui| {
            for preset in PRESETS {
                if view.button(ui, &preset.to_string(), &minutes(preset), false) {
                    said.push(PresentStep::Timer(Some(f64::from(preset) * 60.0)).into());
                    said.push(PresentStep::Board(None).into());
                }
            }
            if view.button(ui, START, START, true) {
                said.push(key(BoardKey::Take));
            }
        });
    });
}

fn minutes_box(ui: &mut Ui, view: &View<'_>, size: Vec2, shown: &str, fresh: bool) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, Id::new("minutes"), Sense::click());
    response.widget_info(|| WidgetInfo {
        label: Some(TIMER_FIELD.to_owned()),
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
    view.board(ctx, Place::Middle(1200.0, 560.0), RECORD, RECORD_FOOT, |ui| {
        let path = view.session.record_path(name);
        let stem = path.as_deref().and_then(|path| path.file_stem());
        let hint = stem.map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        let mut text = name.to_owned();
        if kit::field(ui, view, &mut text, RECORD_FIELD, &hint, 1) {
            said.insert(0, PresentStep::Type(text).into());
        }
        ScrollArea::vertical().id_salt("small").max_height(ui.available_height() - view.finger() * 1.4).show(
            ui,
            |ui| {
                say(ui, view.words(held(&view.presenting.room), BODY, Weight::Regular));
                let place =
                    path.map_or_else(|| NO_FOLDER.to_owned(), |path| saved_as(&path.display().to_string()));
                say(ui, view.soft(place));
            },
        );
        if view.presenting.room.has_said_something() && view.button(ui, SAVE, SAVE, true) {
            said.push(key(BoardKey::Take));
        }
    });
}
