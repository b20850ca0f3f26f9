//! What is argued or decided, written down as it is said.

use bevy_egui::egui::{self, ScrollArea, Vec2};

use super::kit::{self, BODY, Place, View, wrapped};
use crate::app::actions::Action;
use crate::app::session::presenting::{Argued, PresentStep};
use crate::app::words::say;
use crate::picture::Weight;

/// How much of the window it has.
pub(super) const SHARE: f32 = 0.42;

fn heading(kind: Argued) -> &'static str {
    match kind {
        Argued::Argument => say!("board-written-argument"),
        Argued::Decision => say!("board-written-decision"),
    }
}

fn label(kind: Argued) -> &'static str {
    match kind {
        Argued::Argument => say!("board-written-argument-field"),
        Argued::Decision => say!("board-written-decision-field"),
    }
}

fn hint(kind: Argued) -> &'static str {
    match kind {
        Argued::Argument => say!("board-written-argument-example"),
        Argued::Decision => say!("board-written-decision-example"),
    }
}

pub(super) fn show(ctx: &egui::Context, view: &View<'_>, kind: Argued, typed: &str, said: &mut Vec<Action>) {
    view.board(ctx, Place::Right(SHARE), heading(kind), say!("board-written-keys"), |ui| {
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
            wrapped(ui, view.soft(say!("board-written-none")));
        }
        let take_back = say!("board-written-take-back");
        ScrollArea::vertical().id_salt("written").show(ui, |ui| {
            // The last one was written just now: it stands where one looks.
            for (at, this) in list.iter().enumerate().rev() {
                ui.horizontal_top(|ui| {
                    let button = view.width(take_back, kit::SMALL, Weight::Bold) + view.px(48.0);
                    let words = ui.available_width() - button - ui.spacing().item_spacing.x;
                    ui.allocate_ui(Vec2::new(words, 0.0), |ui| {
                        ui.set_width(words);
                        let line = format!("{}. {this}", at + 1);
                        wrapped(ui, view.words(line, BODY, Weight::Regular));
                    });
                    if view.button(ui, take_back, &say!("board-written-take-back-this", words = this), false)
                    {
                        said.push(PresentStep::TakeBack(kind, at).into());
                    }
                });
            }
        });
    });
}
