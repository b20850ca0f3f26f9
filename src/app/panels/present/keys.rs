//! The presenter's keys. Clickers send Page up and Page down: those step whatever is open.

use bevy_egui::egui::{self, Event, Key, Modifiers};

use super::boards;
use crate::app::actions::{Action, COMMANDS, Command};
use crate::app::session::presenting::Board;
use crate::app::session::{PresentStep, Presenting, Session};
use crate::model::PenColor;

/// Reads the keys pressed since the last update.
pub(in crate::app::panels) fn read(ctx: &egui::Context, session: &Session, actions: &mut Vec<Action>) {
    let Some(presenting) = &session.presenting else { return };
    let pressed: Vec<(Key, Modifiers)> = ctx.input(|input| {
        let keys = input.events.iter().filter_map(|event| match event {
            Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
            _ => None,
        });
        keys.collect()
    });
    let typing = ctx.text_edit_focused();
    let at_rest =
        !typing && !presenting.inspector && presenting.board.is_none() && presenting.going.is_none();
    for (key, modifiers) in pressed {
        actions.extend(action(ctx, session, presenting, key, modifiers, typing));
    }
    // Nothing on the wall has the keyboard: Tab must not wander to what nobody sees.
    if at_rest && let Some(focused) = ctx.memory(egui::Memory::focused) {
        ctx.memory_mut(|memory| memory.surrender_focus(focused));
    }
}

/// What a key does, pressed in the window of the wall or in the presenter's.
pub(in crate::app::panels) fn action(
    ctx: &egui::Context,
    session: &Session,
    presenting: &Presenting,
    key: Key,
    modifiers: Modifiers,
    typing: bool,
) -> Option<Action> {
    let action = if let Some(step) = clicker(key, modifiers) {
        Some(step.into())
    } else if presenting.keys {
        // Any key closes the list of keys.
        Some(Command::Help.into())
    } else if let Some(chosen) = presenting.overview {
        overview(presenting, chosen, key)
    } else if presenting.going.is_some() {
        None
    } else if let Some(board) = &presenting.board {
        over_board(board, key, modifiers, typing)
    } else if presenting.inspector {
        over_inspector(ctx, key, modifiers, typing)
    } else if presenting.veil.is_some() && !is_modifier(modifiers) && command(key, modifiers).is_none() {
        // Whatever is pressed before a dark wall brings the picture back.
        presenting.veil.map(|veil| PresentStep::Veil(veil).into())
    } else {
        pen(presenting, key, modifiers).or_else(|| command(key, modifiers).map(Action::from))
    };
    action.filter(|action| is_enabled(action, session))
}

fn is_enabled(action: &Action, session: &Session) -> bool {
    match action {
        Action::Do(command) => command.enabled(session),
        _ => true,
    }
}

const fn is_modifier(modifiers: Modifiers) -> bool {
    modifiers.command || modifiers.alt
}

/// What clickers send.
fn clicker(key: Key, modifiers: Modifiers) -> Option<PresentStep> {
    match key {
        Key::PageDown if modifiers.is_none() => Some(PresentStep::Next),
        Key::PageUp if modifiers.is_none() => Some(PresentStep::Back),
        _ => None,
    }
}

/// The command a key stands for before a room.
pub(in crate::app::panels) fn command(key: Key, modifiers: Modifiers) -> Option<Command> {
    let key = match key {
        Key::Slash if modifiers.shift => Key::Questionmark,
        Key::Equals if modifiers.shift || modifiers.command => Key::Plus,
        key => key,
    };
    let loose = matches!(key, Key::Questionmark | Key::Plus | Key::Minus);
    COMMANDS.iter().copied().filter(|command| command.is_for_presenting()).find(|command| {
        // T is the timer here.
        let own = command.shortcut().filter(|_| *command != Command::NextTheme);
        own.iter().chain(command.other_keys()).any(|shortcut| {
            shortcut.logical_key == key
                && shortcut.modifiers.command == modifiers.command
                && shortcut.modifiers.alt == modifiers.alt
                && (loose || shortcut.modifiers.shift == modifiers.shift)
        })
    })
}

/// The pens by their numbers, while one is in the hand.
fn pen(presenting: &Presenting, key: Key, modifiers: Modifiers) -> Option<Action> {
    use crate::app::session::presenting::{Stylus, Tool};
    if presenting.tool != Tool::Pen || !modifiers.is_none() {
        return None;
    }
    let stylus = presenting.stylus;
    let color = |color| PresentStep::Stylus(Stylus { color, ..stylus });
    let [first, second, third] = PenColor::ALL;
    let step = match key {
        Key::Num1 => color(first),
        Key::Num2 => color(second),
        Key::Num3 => color(third),
        Key::Num0 | Key::V => PresentStep::Stylus(Stylus { width: stylus.width.other(), ..stylus }),
        _ => return None,
    };
    Some(step.into())
}

fn overview(presenting: &Presenting, chosen: usize, key: Key) -> Option<Action> {
    let last = presenting.rundown.steps.len().saturating_sub(1);
    let step = match key {
        Key::ArrowRight | Key::Tab => PresentStep::Choose((chosen + 1).min(last)),
        Key::ArrowLeft => PresentStep::Choose(chosen.saturating_sub(1)),
        Key::ArrowDown => PresentStep::Choose(super::overview::below(presenting, chosen)),
        Key::ArrowUp => PresentStep::Choose(super::overview::above(presenting, chosen)),
        Key::Home => PresentStep::Choose(0),
        Key::End => PresentStep::Choose(last),
        Key::Enter | Key::Space => PresentStep::GoTo(chosen),
        Key::O | Key::Escape => PresentStep::Overview,
        _ => return None,
    };
    Some(step.into())
}

/// While a board is open its own keys are its own; what is left goes on stepping.
fn over_board(board: &Board, key: Key, modifiers: Modifiers, typing: bool) -> Option<Action> {
    if key == Key::Escape {
        return Some(PresentStep::Escape.into());
    }
    if boards::takes(board, key, modifiers) || (typing && !modifiers.command) {
        return None;
    }
    let command = command(key, modifiers)?;
    (modifiers.command || !typing).then(|| command.into())
}

/// Over the inspector only what closes it, and what has Ctrl.
fn over_inspector(ctx: &egui::Context, key: Key, modifiers: Modifiers, typing: bool) -> Option<Action> {
    let on_control = ctx.memory(|memory| memory.focused().is_some());
    match key {
        Key::Escape => Some(PresentStep::Escape.into()),
        Key::Space | Key::ArrowRight | Key::ArrowLeft if !on_control => {
            command(key, modifiers).map(Action::from)
        }
        _ if modifiers.command && !typing => command(key, modifiers).map(Action::from),
        _ => None,
    }
}
