//! What a second press of the button offers, on what it was pressed.

use bevy_egui::egui::{self, Response, Ui};

use crate::app::actions::{Action, Command};
use crate::app::session::{Edit, Of, Session};
use crate::app::words::say;
use crate::arrange::Arrange;
use crate::model::{PlayerId, Subject};

/// Shows the menu where the second button was pressed; what it is about is selected first.
pub(super) fn show(
    response: &Response,
    session: &Session,
    target: Option<&Subject>,
    actions: &mut Vec<Action>,
) {
    if response.secondary_clicked() && target != session.selected.as_ref() {
        let picked = matches!(target, Some(Subject::Player(id)) if session.picked.contains(id));
        if !picked {
            actions.push(Action::Select(target.cloned()));
        }
    }
    response.context_menu(|ui| {
        ui.set_min_width(220.0);
        if let Some(Subject::Player(id)) = &session.selected {
            player(ui, session, id, actions);
        } else {
            items(ui, session, &[Command::AddDefender, Command::AddPlayer, Command::ChangeIt], actions);
            ui.separator();
        }
        items(ui, session, &[Command::Undo, Command::Redo], actions);
    });
}

fn player(ui: &mut Ui, session: &Session, id: &PlayerId, actions: &mut Vec<Action>) {
    let Some(shown) = session.shown() else { return };
    let arrange = Arrange::new(&shown.lineup.play, &shown.lineup.model);
    if session.is_offense_selected() {
        let now = shown.lineup.play.offense.iter().find(|player| player.id == *id);
        ui.menu_button(say!("common-sets-out-to"), |ui| {
            for assignment in arrange.valid_assignments(id) {
                let chosen = now.is_some_and(|player| player.assignment == assignment);
                if ui.selectable_label(chosen, arrange.assignment_label(&assignment)).clicked() {
                    actions.push(Action::Edit(Edit::from((Of::Play, arrange.assign(id, assignment)))));
                    ui.close();
                }
            }
        });
        items(ui, session, &[Command::GiveBall, Command::Straighten], actions);
        ui.separator();
    }
    items(ui, session, &[Command::ChangeIt], actions);
    let commands = [Command::Duplicate, Command::Mirror, Command::MirrorChannels, Command::Remove];
    items(ui, session, &commands, actions);
    ui.separator();
}

fn items(ui: &mut Ui, session: &Session, commands: &[Command], actions: &mut Vec<Action>) {
    for command in commands {
        let item = egui::Button::new(command.label()).shortcut_text(command.key_label().unwrap_or_default());
        if ui.add_enabled(command.enabled(session), item).on_hover_text(command.hint()).clicked() {
            actions.push((*command).into());
            ui.close();
        }
    }
}
