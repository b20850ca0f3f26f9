//! Call it: how many yards in each channel? A group's guess by digits alone; what others guessed stays with them.

use bevy_egui::egui::{self, ScrollArea};

use super::kit::{Place, View};
use super::number::{self, Row};
use super::{group, key};
use crate::app::actions::Action;
use crate::app::session::presenting::{BoardKey, GuessBoard};
use crate::app::words::say;

/// How much of the window it has.
pub(super) const SHARE: f32 = 0.38;

pub(super) fn show(ctx: &egui::Context, view: &View<'_>, board: &GuessBoard, said: &mut Vec<Action>) {
    let Some(act) = view.presenting.act() else { return };
    view.board(ctx, Place::Right(SHARE), say!("board-guess"), say!("board-guess-keys"), |ui| {
        let room = &view.presenting.room;
        let has_guessed = |group: usize| {
            let name = room.group_name(group);
            let guessed = room.guesses_of(&act.stem, act.times).any(|guess| guess.group == name);
            guessed.then(|| say!("board-guess-done").to_owned())
        };
        if let Some(group) = group::row(ui, view, board.group, has_guessed) {
            said.push(key(BoardKey::Group(group)));
        }
        let channels = &act.model().channels;
        let height = number::height(ui, view, channels.len(), 0.0);
        ScrollArea::vertical().id_salt("guess").show(ui, |ui| {
            for (at, (channel, typed)) in channels.iter().zip(&board.typed).enumerate() {
                let chosen = at == board.lane;
                let row = Row {
                    at,
                    name: &channel.name,
                    label: say!("board-guess-field", channel = channel.name),
                    number: typed.clone(),
                    typing: chosen && !board.fresh,
                    fresh: board.fresh,
                    chosen,
                    height,
                };
                said.extend(number::show(ui, view, &row).into_iter().flatten().map(key));
            }
        });
    });
}
