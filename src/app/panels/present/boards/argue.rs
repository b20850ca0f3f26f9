//! What would change your mind: assumptions to switch and strengths to pull, what moves the result most first, and on top
//! the result as it is then.

use std::sync::Arc;

use bevy_egui::egui::{
    self, Id, Key, Rect, ScrollArea, Sense, Shape, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    WidgetType,
};

use super::kit::{BODY, LARGE, Place, SMALL, View, keep_keyboard, pressed, tone, wrapped};
use super::{key, strength};
use crate::app::actions::Action;
use crate::app::desk::Topic;
use crate::app::panels::widgets::signed_yards;
use crate::app::session::presenting::{ArgueBoard, Board, BoardKey, Dispute, PresentStep, strength_of};
use crate::app::shown::Shown;
use crate::app::words::say;
use crate::arrange::{Handle, pull};
use crate::model::{Assumption, Play, PlayerId, Strength};
use crate::picture::Weight;
use crate::rules::words::{begin, whole};

/// How much of the window it has.
pub(super) const SHARE: f32 = 0.4;

/// "If not: the whole organisation ends 2 yards further back."
fn otherwise(holds: bool, change: &str) -> String {
    if holds {
        say!("board-argue-if-not", change = change)
    } else {
        say!("board-argue-if-held", change = change)
    }
}

fn at_end(handle: Handle, number: f64, change: &str) -> String {
    match handle {
        Handle::Low => say!("board-argue-at-least", number = number, change = change),
        Handle::Likely => say!("board-argue-at-likeliest", number = number, change = change),
        Handle::High => say!("board-argue-at-most", number = number, change = change),
    }
}

/// "5, from 3 to 6", or "5" where it is that exactly.
fn told(Strength { low, likely, high }: Strength) -> String {
    if low == high {
        format!("{likely}")
    } else {
        say!("strength-range", likely = likely, low = low, high = high)
    }
}

pub(super) fn show(ctx: &egui::Context, view: &View<'_>, board: &ArgueBoard, said: &mut Vec<Action>) {
    order(view, board, said);
    view.board(ctx, Place::Right(SHARE), say!("board-argue"), say!("board-argue-keys"), |ui| {
        let Some(shown) = view.session.shown().filter(|_| view.presenting.act().is_some()) else {
            wrapped(ui, view.words(say!("board-argue-nothing"), BODY, Weight::Regular));
            return;
        };
        result(ui, view, shown, said);
        ui.separator();
        ScrollArea::vertical().id_salt("argue").auto_shrink([false, false]).show(ui, |ui| {
            for (at, row) in board.rows.iter().enumerate() {
                let list = Row { view, shown, at, chosen: at == board.chosen, handle: board.handle() };
                match row {
                    Dispute::Assumption(id) => {
                        let known = shown.lineup.play.assumptions.iter().enumerate();
                        if let Some((place, this)) = known.into_iter().find(|(_, each)| each.id == *id) {
                            list.assumption(ui, place, this, said);
                        }
                    }
                    Dispute::Strength(id) => {
                        if let Some(now) = strength_of(&shown.lineup.play, id) {
                            list.strength(ui, id, now, said);
                        }
                    }
                }
            }
        });
    });
}

/// What matters most comes first, once that is worked out; not any more after something was changed: rows do not move
/// under the hand.
fn order(view: &View<'_>, board: &ArgueBoard, said: &mut Vec<Action>) {
    if board.ordered || view.session.is_what_if() {
        return;
    }
    if let Some(matters) = view.session.desk.matters() {
        // Keys of this update are of rows as they stand.
        if said.is_empty() {
            said.push(PresentStep::Board(Some(Board::Argue(board.ordered_by(matters)))).into());
        }
    } else if view.session.desk.asked(Topic::Matters).is_none() {
        said.push(Action::Ask(Topic::Matters));
    }
}

/// The result now, and what the changes made of it.
fn result(ui: &mut Ui, view: &View<'_>, shown: &Shown, said: &mut Vec<Action>) {
    let model = &shown.lineup.model;
    let spot = |ends: Vec<f64>| whole(model.weighted_mean(ends));
    let (now, file) = (spot(shown.ends()), spot(shown.file_ends()));
    ui.horizontal(|ui| {
        ui.label(view.words(now.to_string(), 64.0, Weight::Bold));
        if now != file {
            let ink = if now > file { view.theme.gain } else { view.theme.alarm };
            let by = signed_yards((now - file) as f64);
            ui.label(view.words(by, LARGE, Weight::Bold).color(tone(ink)));
        }
        ui.label(view.words(say!("board-argue-organisation"), BODY, Weight::Regular));
    });
    let changed = shown.is_what_if();
    let difference = shown.difference();
    let told = if changed && !difference.is_empty() {
        begin(&difference)
    } else {
        say!("board-argue-unchanged").to_owned()
    };
    wrapped(ui, view.words(told, SMALL, Weight::Regular));
    if changed && view.button(ui, say!("board-argue-back"), say!("board-argue-back"), false) {
        said.push(PresentStep::BackToFile.into());
    }
}

/// One row of the list.
struct Row<'a> {
    view: &'a View<'a>,
    shown: &'a Shown,
    at: usize,
    chosen: bool,
    handle: Handle,
}

impl Row<'_> {
    /// A row with what stands in it; whether it was pressed.
    fn show(&self, ui: &mut Ui, info: impl Fn() -> WidgetInfo, add: impl FnOnce(&mut Ui)) -> bool {
        let view = self.view;
        let behind = ui.painter().add(Shape::Noop);
        let builder = UiBuilder::new().id(Id::new(("dispute", self.at))).sense(Sense::click());
        let response = ui
            .scope_builder(builder, |ui| {
                egui::Frame::new().inner_margin(egui::Margin::same(view.px(14.0).round() as i8)).show(
                    ui,
                    |ui| {
                        ui.set_width(ui.available_width());
                        add(ui);
                    },
                );
            })
            .response;
        response.widget_info(info);
        if self.chosen {
            let stroke = Stroke::new(view.px(4.0).max(2.0), tone(view.theme.accent));
            let fill = tone(view.theme.raised);
            let plate =
                egui::epaint::RectShape::new(response.rect, view.corner(), fill, stroke, StrokeKind::Inside);
            ui.painter().set(behind, plate);
            keep_keyboard(ui, &response);
            let keyed = ui.input(|input| {
                [Key::ArrowUp, Key::ArrowDown].into_iter().any(|key| input.key_pressed(key))
                    || input.events.iter().any(|event| matches!(event, egui::Event::Text(_)))
            });
            let moved = Id::new("dispute-chosen");
            let was: Option<usize> = ui.data(|data| data.get_temp(moved));
            if keyed || was != Some(self.at) {
                response.scroll_to_me(None);
                ui.data_mut(|data| data.insert_temp(moved, self.at));
            }
        }
        pressed(ui, &response)
    }

    /// The number that switches it, for the first nine.
    fn number(&self, ui: &mut Ui) {
        let size = Vec2::splat(self.view.px(48.0));
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        if self.at < 9 {
            self.view.key_cap(ui, rect, &(self.at + 1).to_string());
        }
    }

    fn assumption(&self, ui: &mut Ui, place: usize, this: &Assumption, said: &mut Vec<Action>) {
        let view = self.view;
        let holds = self.shown.switches.0.get(place).copied().unwrap_or(this.holds);
        let info = || WidgetInfo::selected(WidgetType::Checkbox, true, holds, &this.text);
        let was_pressed = self.show(ui, info, |ui| {
            ui.horizontal_top(|ui| {
                self.number(ui);
                let knob = view.px(104.0);
                let words = ui.available_width() - knob - ui.spacing().item_spacing.x;
                ui.vertical(|ui| {
                    ui.set_width(words);
                    let weight = if self.chosen { Weight::Bold } else { Weight::Regular };
                    let ink = if holds { view.theme.text } else { view.theme.text_soft };
                    wrapped(ui, view.words(&this.text, SMALL, weight).color(tone(ink)));
                    if self.chosen {
                        let play = &self.shown.lineup.play;
                        let change = self.shown.would_change(play, &self.shown.switches.flipped(place));
                        if let Some(change) = change {
                            wrapped(ui, view.soft(otherwise(holds, &change)));
                        }
                    }
                });
                let (rect, _) = ui.allocate_exact_size(Vec2::new(knob, view.px(56.0)), Sense::hover());
                switch(ui, view, rect, holds);
            });
        });
        if was_pressed {
            // The first press shows what it does; the switch itself turns at once.
            said.push(key(BoardKey::Row(self.at)));
            said.push(key(BoardKey::Switch));
        }
    }

    fn strength(&self, ui: &mut Ui, id: &PlayerId, now: Strength, said: &mut Vec<Action>) {
        let view = self.view;
        let name = crate::app::panels::inspector::player_name(&self.shown.lineup, id);
        let handle = self.chosen.then_some(self.handle);
        let mut pulled = None;
        let mut by = None;
        let info = || WidgetInfo {
            current_text_value: Some(told(now)),
            ..WidgetInfo::labeled(WidgetType::SelectableLabel, true, &name)
        };
        let was_pressed = self.show(ui, info, |ui| {
            ui.horizontal_top(|ui| {
                self.number(ui);
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width());
                    let weight = if self.chosen { Weight::Bold } else { Weight::Regular };
                    wrapped(ui, view.words(format!("{name}: {}", told(now)), SMALL, weight));
                });
            });
            if !self.chosen {
                return;
            }
            pulled = strength::show(ui, view, Id::new(("range", id)), &name, now, handle);
            ui.horizontal(|ui| {
                for each in [Handle::Low, Handle::Likely, Handle::High] {
                    let lit = handle == Some(each);
                    let label = format!("{}: {name}", strength::named(each));
                    if view.button(ui, strength::named(each), &label, lit) {
                        by = Some((each, 0.0));
                    }
                }
                for (sign, step, label) in
                    [("−", -0.5, say!("board-argue-weaker")), ("+", 0.5, say!("board-argue-stronger"))]
                {
                    if view.button(ui, sign, &format!("{label}: {name}"), false) {
                        by = Some((self.handle, step));
                    }
                }
            });
            for each in [Handle::Low, Handle::High] {
                let number = strength::number(now, each);
                let strength = Strength { likely: number, ..now };
                if let Some(change) = self.change(id, strength).filter(|_| number != now.likely) {
                    wrapped(ui, view.soft(at_end(each, number, &change)));
                }
            }
        });
        let by = by.map(|(handle, step)| (handle, pull(now, handle, strength::number(now, handle) + step)));
        let pulled = pulled.map(|pulled| (pulled.handle, pulled.strength)).or(by);
        if let Some((handle, strength)) = pulled {
            said.push(key(BoardKey::Row(self.at)));
            said.push(key(BoardKey::Of(handle)));
            if strength != now {
                said.push(PresentStep::Judge(id.clone(), strength).into());
            }
        } else if was_pressed {
            said.push(key(BoardKey::Row(self.at)));
        }
    }

    /// What would change if a player were that strong.
    fn change(&self, id: &PlayerId, strength: Strength) -> Option<String> {
        let mut play = Play::clone(&Arc::clone(&self.shown.lineup.play));
        for player in play.offense.iter_mut().filter(|player| player.id == *id) {
            player.strength = strength;
        }
        for player in play.defense.iter_mut().filter(|player| player.id == *id) {
            player.strength = strength;
        }
        self.shown.would_change(&play, &self.shown.switches)
    }
}

/// A switch: on is to the right and filled.
fn switch(ui: &Ui, view: &View<'_>, rect: Rect, on: bool) {
    let track = if on { view.theme.accent } else { view.theme.backdrop };
    let round = rect.height() / 2.0;
    let edge = Stroke::new(view.px(3.0).max(1.0), tone(view.theme.text_soft));
    ui.painter().rect(rect, round, tone(track), edge, StrokeKind::Inside);
    let x = if on { rect.right() - round } else { rect.left() + round };
    let knob = if on { view.theme.on_accent } else { view.theme.text };
    ui.painter().circle_filled(egui::pos2(x, rect.center().y), round * 0.62, tone(knob));
}
