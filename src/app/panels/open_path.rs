//! A typed path, for machines where no file dialog comes up.

use bevy_egui::egui::{self, Align2, Key, Vec2, WidgetInfo, WidgetType};

use super::widgets::soft;
use crate::app::actions::Action;
use crate::app::session::Session;
use crate::app::words::say;

pub(super) fn show(ctx: &egui::Context, session: &Session, actions: &mut Vec<Action>) {
    let Some(path) = &session.panels.path else { return };
    let theme = session.settings.theme().theme();
    let mut path = path.clone();
    let mut open = true;
    let mut chosen = false;
    let window = egui::Window::new(say!("command-open-path"))
        .open(&mut open)
        .collapsible(false)
        .resizable(false)
        .anchor(Align2::CENTER_TOP, Vec2::new(0.0, 80.0));
    window.show(ctx, |ui| {
        ui.label(soft(say!("open-path-about"), theme));
        let field =
            egui::TextEdit::singleline(&mut path).hint_text("plays/exemplar.ron").desired_width(420.0);
        let response = ui.add(field);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, say!("open-path-name")));
        response.request_focus();
        let enter = ui.input(|input| input.key_pressed(Key::Enter));
        let button = ui.add_enabled(!path.trim().is_empty(), egui::Button::new(say!("playbook-open")));
        chosen = button.clicked() || (enter && !path.trim().is_empty());
    });
    if chosen {
        actions.push(Action::Open(path.trim().into()));
    } else if !open {
        actions.push(Action::TypePath(None));
    } else if session.panels.path.as_ref() != Some(&path) {
        actions.push(Action::TypePath(Some(path)));
    }
}
