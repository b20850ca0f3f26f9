//! The keys of the presenter's window: those of the wall, and Tab to go from button to button.

use bevy_egui::egui::{self, Event, Id, Key, Modifiers};

use super::PresenterView;
use crate::app::actions::Action;
use crate::app::panels::present;

/// Reads the keys pressed since the last update.
pub(super) fn read(ctx: &egui::Context, view: &PresenterView<'_>, actions: &mut Vec<Action>) {
    let had_focus = Id::new("presenter-had-focus");
    let on_control = ctx.memory(|memory| memory.focused().is_some());
    // egui lets the keyboard go at Escape before anybody else hears of it.
    let let_go = ctx.data(|data| data.get_temp(had_focus)).unwrap_or(false);
    ctx.data_mut(|data| data.insert_temp(had_focus, on_control));
    let pressed: Vec<(Key, Modifiers)> = ctx.input(|input| {
        let keys = input.events.iter().filter_map(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
            _ => None,
        });
        keys.collect()
    });
    for (key, modifiers) in pressed {
        let for_control = match key {
            Key::Tab => true,
            Key::Space | Key::Enter | Key::ArrowLeft | Key::ArrowRight | Key::ArrowUp | Key::ArrowDown => {
                on_control && modifiers.is_none()
            }
            Key::Escape => let_go && modifiers.is_none(),
            _ => false,
        };
        if !for_control {
            actions.extend(present::keys::action(ctx, view.session, view.presenting, key, modifiers, false));
        }
    }
}
