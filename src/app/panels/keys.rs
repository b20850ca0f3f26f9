//! Keys into actions, unless somebody is typing.

use bevy_egui::egui::{self, Event, Key, Modifiers};

use super::change::{keeps, lets_go};
use super::source;
use crate::app::actions::{Action, COMMANDS, Command};
use crate::app::session::Session;

/// Reads the keys pressed since the last update.
pub(super) fn read(ctx: &egui::Context, session: &Session, actions: &mut Vec<Action>) {
    let typing = ctx.text_edit_focused();
    // A focused control takes these; the play has them otherwise.
    let on_control = ctx.memory(|memory| memory.focused().is_some());
    let for_controls =
        [Key::Space, Key::Enter, Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];
    let pressed: Vec<(Key, Modifiers)> = ctx.input(|input| {
        input
            .events
            .iter()
            .filter_map(|event| match event {
                Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
                _ => None,
            })
            .collect()
    });
    for (key, modifiers) in pressed {
        let Some(command) = command_for(key, modifiers) else { continue };
        if source::takes(ctx, key, modifiers) {
            continue;
        }
        if on_control && for_controls.contains(&key) && !modifiers.alt {
            continue;
        }
        let with_command_key = command.shortcut().is_some_and(|shortcut| shortcut.modifiers.command);
        // What is typed in a form belongs to the form first.
        let adding = session.panels.change.adding.is_some();
        if (keeps(ctx, command) || adding) && (command != Command::Deselect || !adding) {
            continue;
        }
        let for_text = command.is_for_text() && !lets_go(ctx, command);
        if typing && (!with_command_key || for_text) && command != Command::Deselect {
            continue;
        }
        if session.panels.palette.is_some() && command != Command::Deselect && command != Command::Palette {
            continue;
        }
        let of_size = matches!(command, Command::Larger | Command::Smaller | Command::NormalSize);
        if session.panels.starting.is_some() && command != Command::Deselect && !of_size {
            continue;
        }
        actions.push(command.into());
    }
}

/// The command a key stands for. Keys that need Shift on some keyboards (`?`, `+`) count with and without it.
fn command_for(key: Key, modifiers: Modifiers) -> Option<Command> {
    let key = match key {
        Key::Slash if modifiers.shift => Key::Questionmark,
        Key::Equals if modifiers.shift || modifiers.command => Key::Plus,
        key => key,
    };
    let loose = matches!(key, Key::Questionmark | Key::Plus | Key::Minus);
    COMMANDS.iter().copied().filter(|command| command.is_for_modelling()).find(|command| {
        command.shortcut().is_some_and(|shortcut| {
            shortcut.logical_key == key
                && shortcut.modifiers.command == modifiers.command
                && shortcut.modifiers.alt == modifiers.alt
                && (loose || shortcut.modifiers.shift == modifiers.shift)
        })
    })
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::{Key, Modifiers};

    use super::command_for;
    use crate::app::actions::{COMMANDS, Command};

    #[test]
    fn every_key_in_the_list_does_what_the_list_says() {
        for command in COMMANDS.iter().filter(|command| command.is_for_modelling()) {
            if let Some(shortcut) = command.shortcut() {
                assert_eq!(command_for(shortcut.logical_key, shortcut.modifiers), Some(*command));
            }
        }
    }

    #[test]
    fn shifted_keys_are_found_on_any_keyboard() {
        assert_eq!(command_for(Key::Slash, Modifiers::SHIFT), Some(Command::Help));
        assert_eq!(command_for(Key::Questionmark, Modifiers::SHIFT), Some(Command::Help));
        assert_eq!(command_for(Key::Equals, Modifiers::COMMAND), Some(Command::Larger));
        assert_eq!(command_for(Key::K, Modifiers::ALT), None);
    }
}
