//! The system's clipboard: what egui copies goes there, and what is there comes in with Ctrl+V.
//!
//! `bevy_egui` has a clipboard of its own, but it needs Wayland's libraries to build and pastes as if typed.

use bevy::input::ButtonState;
use bevy::input::keyboard::{Key, KeyboardFocusLost, KeyboardInput};
use bevy::prelude::*;
use bevy_egui::egui::{Event, OutputCommand};
use bevy_egui::input::WindowToEguiContextMap;
use bevy_egui::{EguiInput, EguiOutput, EguiPostUpdateSet, EguiPreUpdateSet};

use super::egui_input::Held;

pub(super) fn plugin(app: &mut App) {
    app.init_non_send::<Board>()
        .add_systems(
            PreUpdate,
            read.after(EguiPreUpdateSet::ProcessInput).before(EguiPreUpdateSet::BeginPass),
        )
        .add_systems(PostUpdate, write.after(EguiPostUpdateSet::ProcessOutput));
}

/// The clipboard, once it was needed; where there is none, the window's own.
#[derive(Default)]
struct Board {
    system: Option<arboard::Clipboard>,
    own: String,
}

impl Board {
    fn system(&mut self) -> Option<&mut arboard::Clipboard> {
        if self.system.is_none() {
            self.system = arboard::Clipboard::new().ok();
        }
        self.system.as_mut()
    }

    fn text(&mut self) -> String {
        let found = self.system().and_then(|system| system.get_text().ok());
        found.unwrap_or_else(|| self.own.clone())
    }

    fn set(&mut self, text: &str) {
        text.clone_into(&mut self.own);
        let taken = self.system().is_some_and(|system| system.set_text(text).is_ok());
        if !taken {
            self.system = None;
        }
    }
}

/// The chords of the clipboard become what egui calls them.
fn read(
    mut keys: MessageReader<KeyboardInput>,
    mut lost: MessageReader<KeyboardFocusLost>,
    mut held: Local<Held>,
    mut inputs: Query<(Entity, &mut EguiInput)>,
    windows: Res<WindowToEguiContextMap>,
    mut board: NonSendMut<Board>,
) {
    if lost.read().next().is_some() {
        *held = Held::default();
    }
    for input in keys.read() {
        let is_down = input.state == ButtonState::Pressed;
        if held.take(&input.logical_key, is_down) || !is_down {
            continue;
        }
        let chord = match &input.logical_key {
            Key::Character(letter) if held.command() => match letter.to_lowercase().as_str() {
                "c" => Chord::Copy,
                "x" => Chord::Cut,
                "v" => Chord::Paste,
                _ => continue,
            },
            Key::Copy => Chord::Copy,
            Key::Cut => Chord::Cut,
            Key::Paste => Chord::Paste,
            _ => continue,
        };
        let event = match chord {
            Chord::Copy => Event::Copy,
            Chord::Cut => Event::Cut,
            Chord::Paste => Event::Paste(board.text().replace("\r\n", "\n")),
        };
        for (id, mut context) in &mut inputs {
            if windows.context_to_window.get(&id) == Some(&input.window) {
                context.events.push(event.clone());
            }
        }
    }
}

enum Chord {
    Copy,
    Cut,
    Paste,
}

fn write(outputs: Query<&EguiOutput, Changed<EguiOutput>>, mut board: NonSendMut<Board>) {
    for output in &outputs {
        for command in &output.platform_output.commands {
            if let OutputCommand::CopyText(text) = command
                && !text.is_empty()
            {
                board.set(text);
            }
        }
    }
}
