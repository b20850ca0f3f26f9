//! Where each channel stands today: the room says it, by what the yards look like.

use bevy_egui::egui::{self, ScrollArea, Ui};

use super::key;
use super::kit::{BODY, Place, SMALL, View, tone, wrapped};
use super::number::{self, Row};
use crate::app::actions::Action;
use crate::app::words::say;
use crate::model::Channel;
use crate::picture::Weight;

/// How much of the window it has.
pub(super) const SHARE: f32 = 0.38;

fn mark(at: f64, text: &str) -> String {
    format!("{at:.0}: {text}")
}

pub(super) fn show(ctx: &egui::Context, view: &View<'_>, lane: usize, typed: &str, said: &mut Vec<Action>) {
    let model = view.session.presented_model();
    let fronts = view.session.presented_fronts().unwrap_or_default();
    view.board(ctx, Place::Right(SHARE), say!("board-fronts"), say!("board-fronts-keys"), |ui| {
        let Some(model) = model else {
            wrapped(ui, view.words(say!("board-fronts-none"), BODY, Weight::Regular));
            return;
        };
        // Nine rows leave no room for the marks of one below them all: those scroll with the rows.
        let lines: f32 =
            model.channels.get(lane).map_or(0.0, |channel| 1.5 * channel.marks.len() as f32 + 1.5);
        let height = number::height(ui, view, model.channels.len(), view.px(SMALL * 1.3) * lines);
        ScrollArea::vertical().id_salt("fronts").show(ui, |ui| {
            for (at, (channel, front)) in model.channels.iter().zip(&fronts).enumerate() {
                let chosen = at == lane;
                let is_typed = chosen && !typed.is_empty();
                let row = Row {
                    at,
                    name: &channel.name,
                    label: say!("board-fronts-field", channel = channel.name),
                    number: if is_typed { typed.to_owned() } else { format!("{:.0}", front.round()) },
                    typing: is_typed,
                    fresh: !is_typed,
                    chosen,
                    height,
                };
                said.extend(number::show(ui, view, &row).into_iter().flatten().map(key));
                if chosen {
                    marks(ui, view, channel, *front);
                }
            }
        });
    });
}

/// What the way looks like, so that the room can tell where it is on it; what is behind it already steps back.
fn marks(ui: &mut Ui, view: &View<'_>, channel: &Channel, front: f64) {
    ui.indent("marks", |ui| {
        for each in &channel.marks {
            let reached = front >= each.at;
            let weight = if reached { Weight::Regular } else { Weight::Bold };
            let ink = if reached { view.theme.text_soft } else { view.theme.text };
            let words = view.words(mark(each.at, &each.text), SMALL, weight).color(tone(ink));
            wrapped(ui, words);
        }
        let goal = mark(100.0, &channel.goal);
        wrapped(ui, view.words(goal, SMALL, Weight::Regular));
    });
}
