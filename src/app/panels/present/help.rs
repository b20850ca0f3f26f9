//! Every key of the presentation, over it: `?`.

use bevy_egui::egui::{self, Align2, Grid, ScrollArea, Vec2};

use crate::app::actions::{COMMANDS, Command};
use crate::app::panels::widgets::{bold, soft};
use crate::app::session::Session;
use crate::app::session::presenting::Presenting;
use crate::app::words::say;

pub(super) fn show(ctx: &egui::Context, session: &Session, presenting: &Presenting) {
    if !presenting.keys {
        return;
    }
    let theme = session.settings.theme().theme();
    let commands: Vec<Command> =
        COMMANDS.iter().copied().filter(|command| command.is_for_presenting()).collect();
    let room = ctx.content_rect().size() - Vec2::new(80.0, 100.0);
    let columns = if room.x > 1100.0 {
        3
    } else if room.x > 700.0 {
        2
    } else {
        1
    };
    let window = egui::Window::new(say!("present-keys"))
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::CENTER_CENTER, Vec2::ZERO);
    window.show(ctx, |ui| {
        ScrollArea::vertical().max_height(room.y.max(120.0)).show(ui, |ui| {
            let rows = commands.len().div_ceil(columns);
            ui.horizontal_top(|ui| {
                for (at, chunk) in commands.chunks(rows.max(1)).enumerate() {
                    Grid::new(("keys", at)).num_columns(2).spacing([14.0, 6.0]).show(ui, |ui| {
                        for command in chunk {
                            ui.label(bold(keys(*command), 13.0));
                            ui.label(command.label()).on_hover_text(command.hint());
                            ui.end_row();
                        }
                    });
                    ui.add_space(16.0);
                }
            });
            ui.label(soft(say!("present-keys-pens"), theme));
        });
    });
}

/// All keys of a command, as they are written.
fn keys(command: Command) -> String {
    let own = command.shortcut().filter(|_| command != Command::NextTheme);
    let keys = own.into_iter().chain(command.other_keys().iter().copied());
    keys.map(Command::written).collect::<Vec<_>>().join(", ")
}
