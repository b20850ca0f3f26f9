//! The pen before a room, used as a hand does: what is drawn belongs to its step.

use bevy_egui::egui::{Key, Modifiers, pos2};
use downfield::app::session::Session;
use downfield::app::settings::Settings;

use crate::window::Window;

fn strokes(window: &Window) -> usize {
    let presenting = window.session.presenting.as_ref().expect("something is presented");
    presenting.ink.over(&presenting.step().expect("a step").key).len()
}

#[test]
fn a_line_is_drawn_where_the_pen_goes_and_is_there_when_the_step_comes_back() {
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.present_stems(&["exemplar"]);
    let mut window = Window::showing(session, 1280.0, 720.0);
    window.key(Key::P, Modifiers::NONE);
    window.drag(&[pos2(300.0, 300.0), pos2(420.0, 340.0), pos2(560.0, 420.0)], Modifiers::NONE);
    assert_eq!(strokes(&window), 1);
    window.key(Key::PageDown, Modifiers::NONE);
    assert_eq!(strokes(&window), 0);
    window.key(Key::PageUp, Modifiers::NONE);
    assert_eq!(strokes(&window), 1);
    window.key(Key::E, Modifiers::NONE);
    assert_eq!(strokes(&window), 0);
    window.key(Key::Z, Modifiers::COMMAND);
    assert_eq!(strokes(&window), 1);
}
