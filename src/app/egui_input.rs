//! Two things `bevy_egui` tells egui about the keyboard, set right before egui hears them.
//!
//! It reads modifiers once for each update, so that a chord pressed and released within one slow frame arrives without
//! its Ctrl; and it tells of modifiers at every update although nothing has changed, which egui takes for a reason to
//! draw again, so that a window at rest would never sleep.

use std::collections::VecDeque;

use bevy::ecs::entity::EntityHashMap;
use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardFocusLost, KeyboardInput};
use bevy::prelude::*;
use bevy_egui::egui::{self, Event, Modifiers};
use bevy_egui::helpers::bevy_to_egui_key;
use bevy_egui::{EguiInput, EguiPreUpdateSet};

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Held>().add_systems(
        PreUpdate,
        (chords_as_pressed, say_nothing_twice)
            .chain()
            .after(EguiPreUpdateSet::ProcessInput)
            .before(EguiPreUpdateSet::BeginPass),
    );
}

/// The modifiers held down after the last key of the last update.
#[derive(Resource, Clone, Copy, Debug, Default)]
pub(super) struct Held(Modifiers);

impl Held {
    /// Whether the key of commands is down: Ctrl, or Cmd on a Mac.
    pub(super) fn command(self) -> bool {
        self.0.command
    }

    /// Takes a key in; whether it is a modifier.
    pub(super) fn take(&mut self, key: &Key, is_down: bool) -> bool {
        let held = &mut self.0;
        match key {
            Key::Control => held.ctrl = is_down,
            Key::Shift => held.shift = is_down,
            Key::Alt => held.alt = is_down,
            Key::Super if cfg!(target_os = "macos") => held.mac_cmd = is_down,
            _ => return false,
        }
        held.command = if cfg!(target_os = "macos") { held.mac_cmd } else { held.ctrl };
        true
    }
}

/// Gives each key the modifiers that were down when it was pressed.
fn chords_as_pressed(
    mut keys: MessageReader<KeyboardInput>,
    mut lost: MessageReader<KeyboardFocusLost>,
    mut held: ResMut<Held>,
    mut inputs: Query<&mut EguiInput>,
) {
    if lost.read().next().is_some() {
        held.0 = Modifiers::NONE;
    }
    let mut pressed = VecDeque::new();
    for input in keys.read() {
        let is_down = input.state == ButtonState::Pressed;
        if held.take(&input.logical_key, is_down) {
            continue;
        }
        if let Some(key) = bevy_to_egui_key(&input.logical_key) {
            pressed.push_back((key, is_down, held.0));
        }
    }
    for mut input in &mut inputs {
        set_modifiers(&mut input.events, pressed.clone());
    }
}

/// Sets the modifiers of the keys among `events` from those in `pressed`, which has them in the same order.
fn set_modifiers(events: &mut [Event], mut pressed: VecDeque<(egui::Key, bool, Modifiers)>) {
    for event in events {
        let Event::Key { key, pressed: is_down, modifiers, .. } = event else { continue };
        while let Some((other, was_down, held)) = pressed.pop_front() {
            if other == *key && was_down == *is_down {
                *modifiers = held;
                break;
            }
        }
    }
}

/// Drops news of modifiers that is none, in each window for itself.
fn say_nothing_twice(
    mut inputs: Query<(Entity, &mut EguiInput)>,
    mut known: Local<EntityHashMap<Modifiers>>,
) {
    known.retain(|id, _| inputs.contains(*id));
    for (id, mut input) in &mut inputs {
        let known = known.entry(id).or_default();
        input.events.retain(|event| match event {
            Event::ModifiersChanged(now) => std::mem::replace(known, *now) != *now,
            _ => true,
        });
    }
}

#[cfg(test)]
mod tests {
    use bevy::input::keyboard::Key;
    use bevy_egui::egui::{self, Event, Modifiers};

    use super::{Held, set_modifiers};

    #[test]
    fn a_chord_within_one_update_keeps_its_modifier() {
        let mut held = Held::default();
        assert!(held.take(&Key::Control, true));
        let down = held.0;
        assert!(!held.take(&Key::Character("k".into()), true));
        assert!(held.take(&Key::Control, false));
        assert_eq!(held.0, Modifiers::NONE);

        let key = |key, pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let mut events = [key(egui::Key::K, true), Event::Text("x".into()), key(egui::Key::T, true)];
        let pressed = [(egui::Key::K, true, down), (egui::Key::T, true, Modifiers::NONE)];
        set_modifiers(&mut events, pressed.into());
        assert!(matches!(events[0], Event::Key { modifiers, .. } if modifiers.command));
        assert!(matches!(events[2], Event::Key { modifiers, .. } if !modifiers.command));
    }
}
