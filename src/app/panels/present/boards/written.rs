//! What is argued or decided, written down as it is said.

use bevy_egui::egui::{self, ScrollArea, Vec2};

use super::kit::{self, BODY, Place, View, say};
use crate::app::actions::Action;
use crate::app::session::presenting::{Argued, PresentStep};
use crate::picture::Weight;

const FOOT: &str = "Enter: write it down. Shift+Enter: a new line. Esc: done.";
const NONE_YET: &str = "Nothing is written down so far.";
const TAKE_BACK: &str = "Take back";
/// How much of the window it has.
pub(super) const SHARE: f32 = 0.42;

const fn heading(kind: Argued) -> &'static str {
    match kind {
        Argued::Argument => "What was said?",
        Argued::Decision => "What do we decide?",
    }
}

const fn label(kind: Argued) -> &'static str {
    match kind {
        Argued::Argument => "An argument",
        Argued::Decision => "A decision",
    }
}

const fn hint(kind: Argued) -> &'static str {
    match kind {
        Argued::Argument => "Somebody's point, in a sentence",
        Argued::Decision => "What we will do, in a sentence",
    }
}

fn take_back(said: &str) -> String {
    format!("{TAKE_BACK}: {said}")
}

pub(super) fn show(ctx: &egui::Context, view: &View<'_>, kind: Argued, typed: &str, said: &mut Vec<Action>) {
    view.board(ctx, Place::Right(SHARE), heading(kind), FOOT, |ui| {
        let mut text = typed.to_owned();
        if kit::field(ui, view, &mut text, label(kind), hint(kind), 3) {
            // Before the keys of this update: what is written down is what was typed up to them.
            said.insert(0, PresentStep::Type(text).into());
        }
        ui.add_space(view.px(8.0));
        let room = &view.presenting.room;
        let list = match kind {
            Argued::Argument => &room.arguments,
            Argued::Decision => &room.decisions,
        };
        if list.is_empty() {
            say(ui, view.soft(NONE_YET));
        }
        ScrollArea::vertical().id_salt("written").show(ui, |ui| {
            // The last one was written just now: it stands where one looks.
            for (at, this) in list.iter().enumerate().rev() {
                ui.horizontal_top(|ui| {
                    let button = view.width(TAKE_BACK, kit::SMALL, Weight::Bold) + view.px(48.0);
                    let words = ui.available_width() - button - ui.spacing().item_spacing.x;
                    ui.allocate_ui(Vec2::new(words, 0.0), |ui| {
                        ui.set_width(words);
                        let line = format!("{}. {this}", at + 1);
                        say(ui, view.words(line, BODY, Weight::Regular));
                    });
                    if view.button(ui, TAKE_BACK, &take_back(this), false) {
                        said.push(PresentStep::TakeBack(kind, at).into());
                    }
                });
            }
        });
    });
}
