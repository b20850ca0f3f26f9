//! Every key: `?`.

use bevy_egui::egui::{self, Align2, Grid, ScrollArea, Vec2};

use super::widgets::{bold, section, soft};
use crate::app::actions::{Action, COMMANDS, Command, Group};
use crate::app::session::Session;
use crate::app::words::say;

/// How wide one group of keys is, in points.
const COLUMN: f32 = 348.0;

pub(super) fn show(ctx: &egui::Context, session: &Session, actions: &mut Vec<Action>) {
    if !session.panels.help {
        return;
    }
    let theme = session.settings.theme().theme();
    let mut open = true;
    let room = ctx.content_rect().size() - Vec2::new(60.0, 110.0);
    let columns = ((room.x / COLUMN) as usize).clamp(1, Group::ALL.len());
    let window = egui::Window::new(say!("command-help"))
        .id(egui::Id::new(("all keys", columns)))
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::CENTER_CENTER, Vec2::ZERO);
    window.show(ctx, |ui| {
        ui.set_width((columns as f32 * COLUMN).min(room.x));
        ScrollArea::vertical().max_height(room.y.max(120.0)).show(ui, |ui| {
            for row in Group::ALL.chunks(columns) {
                ui.horizontal_top(|ui| {
                    for group in row {
                        ui.vertical(|ui| {
                            ui.set_width(COLUMN - 14.0);
                            column(ui, session, *group);
                        });
                    }
                });
            }
            ui.label(soft(say!("help-field"), theme));
        });
    });
    if !open {
        actions.push(Command::Help.into());
    }
}

fn column(ui: &mut egui::Ui, session: &Session, group: Group) {
    let theme = session.settings.theme().theme();
    section(ui, theme, group.label());
    Grid::new(group.label()).num_columns(2).spacing([14.0, 4.0]).show(ui, |ui| {
        for command in COMMANDS.iter().filter(|command| command.group() == group) {
            ui.label(bold(command.key_label().unwrap_or_default(), 12.0));
            ui.label(command.label()).on_hover_text(command.hint());
            ui.end_row();
        }
    });
}
