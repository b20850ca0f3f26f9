//! Everything that was done, to go back and forth in.

use bevy_egui::egui::{self, Align2, RichText, ScrollArea, Vec2};

use super::widgets::{command, soft};
use crate::app::actions::{Action, Command};
use crate::app::session::Session;
use crate::app::words::say;

pub(super) fn show(ctx: &egui::Context, session: &Session, actions: &mut Vec<Action>) {
    if !session.panels.history {
        return;
    }
    let theme = session.settings.theme().theme();
    let mut open = true;
    let window = egui::Window::new(say!("command-history"))
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::RIGHT_TOP, Vec2::new(-16.0, 60.0));
    window.show(ctx, |ui| {
        ui.set_width(300.0);
        let (done, undone) = session.drafts.names();
        let now = done.len();
        ui.horizontal(|ui| {
            command(ui, session, Command::Undo, say!("command-undo"), actions);
            command(ui, session, Command::Redo, say!("command-redo"), actions);
        });
        let row = 22.0;
        let names: Vec<&str> = done.chain(undone).collect();
        // The first row is how everything was when it was opened.
        let height = (ctx.content_rect().height() - 220.0).max(80.0);
        ScrollArea::vertical().max_height(height).stick_to_bottom(true).auto_shrink([false, true]).show_rows(
            ui,
            row,
            names.len() + 1,
            |ui, rows| {
                for at in rows {
                    let name = at
                        .checked_sub(1)
                        .and_then(|at| names.get(at))
                        .copied()
                        .unwrap_or(say!("history-opened"));
                    let mut text = RichText::new(name);
                    if at > now {
                        text = soft(name, theme).italics();
                    }
                    let item = egui::Button::selectable(at == now, text)
                        .truncate()
                        .min_size(Vec2::new(ui.available_width(), row - 4.0));
                    if ui.add(item).on_hover_text(say!("history-go.hint")).clicked() {
                        actions.push(Action::GoBackTo(at));
                    }
                }
            },
        );
    });
    if !open {
        actions.push(Command::History.into());
    }
}
