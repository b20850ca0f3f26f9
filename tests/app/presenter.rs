//! The presenter's window without a display: what it says, and what its buttons and keys do.

use bevy_egui::egui::{Key, Modifiers, Rect, Vec2};
use downfield::app::actions::Command;
use downfield::app::apply::apply;
use downfield::app::session::presenting::{InkStep, Tool, Veil};
use downfield::app::session::{PresentStep, Session};
use downfield::app::settings::Settings;
use downfield::play_file::OnDisk;

use crate::window::Window;

/// Windows there are: of a laptop, a large display, an old one, a tablet held upright.
const SIZES: [(f32, f32); 4] = [(1280.0, 720.0), (1920.0, 1080.0), (800.0, 600.0), (600.0, 900.0)];

fn session() -> Session {
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.own_folder = None;
    session.present_stems(&["exemplar", "balanced-build"]);
    assert!(session.presenting.is_some(), "{:?}", session.notice);
    session
}

fn window() -> Window {
    Window::for_presenter(session(), 1280.0, 720.0)
}

fn act(window: &mut Window, step: PresentStep) {
    apply(step.into(), &mut window.session, &OnDisk);
    window.settle();
}

fn at(window: &Window) -> usize {
    window.session.presenting.as_ref().unwrap().at
}

#[test]
fn it_says_where_the_show_is_and_what_comes_next() {
    let mut window = window();
    let steps = window.session.presenting.as_ref().unwrap().rundown.steps.clone();
    for at in [0, 1, steps.len() - 1] {
        act(&mut window, PresentStep::GoTo(at));
        assert!(window.mentions(&format!("Step {} of {}", at + 1, steps.len())));
        let caption = if steps[at].caption.is_empty() { &steps[at].title } else { &steps[at].caption };
        assert!(window.mentions(caption), "{caption}");
        match &steps[at].notes {
            Some(notes) => assert!(window.mentions(notes.lines().next().unwrap().trim())),
            None => assert!(window.says("There are no notes for this step.")),
        }
        match steps.get(at + 1) {
            Some(next) => {
                let caption = if next.caption.is_empty() { &next.title } else { &next.caption };
                assert!(window.mentions(caption), "{caption}");
            }
            None => assert!(window.says("This is the last step.")),
        }
    }
}

#[test]
fn its_buttons_do_what_they_say() {
    let mut window = window();
    window.click("Next step");
    assert_eq!(at(&window), 1);
    window.click("Step before");
    assert_eq!(at(&window), 0);
    window.click("Black");
    assert_eq!(window.session.presenting.as_ref().unwrap().veil, Some(Veil::Black));
    assert!(window.says("The wall is black"));
    window.click("Black");
    window.click("Pen");
    assert_eq!(window.session.presenting.as_ref().unwrap().tool, Tool::Pen);
    window.click("All steps");
    assert!(window.session.presenting.as_ref().unwrap().overview.is_some());
    window.click("All steps");
    window.click("Timer: 5 minutes");
    assert_eq!(window.session.presenting.as_ref().unwrap().clock.timer_secs, Some(300.0));
    window.click("One minute more");
    assert_eq!(window.session.presenting.as_ref().unwrap().clock.timer_secs, Some(360.0));
    assert!(window.says("6:00 left for the room"));
    window.click("Timer: Stop timer");
    assert_eq!(window.session.presenting.as_ref().unwrap().clock.timer_secs, None);
}

#[test]
fn it_takes_two_presses_to_end_the_show() {
    let mut window = window();
    window.click("End");
    assert!(window.session.presenting.is_some(), "a hand that slips ends nothing");
    window.click("Next step");
    assert!(window.says("End"), "whoever goes on does not want to end");
    window.click("End");
    window.click("Really end?");
    assert!(window.session.presenting.is_none());
}

#[test]
fn notes_grow_and_shrink_as_far_as_they_may() {
    let mut window = window();
    for _ in 0..20 {
        window.click("Larger notes");
    }
    assert_eq!(window.session.presenting.as_ref().unwrap().second.note_scale, 3.0);
    for _ in 0..40 {
        window.click("Smaller notes");
    }
    assert_eq!(window.session.presenting.as_ref().unwrap().second.note_scale, 0.6);
}

#[test]
fn the_keys_of_the_wall_work_here_too_and_tab_goes_from_button_to_button() {
    let mut window = window();
    window.key(Key::PageDown, Modifiers::NONE);
    window.key(Key::Space, Modifiers::NONE);
    assert_eq!(at(&window), 2);
    window.key(Key::B, Modifiers::NONE);
    assert_eq!(window.session.presenting.as_ref().unwrap().veil, Some(Veil::Black));
    window.key(Key::B, Modifiers::NONE);
    window.key(Key::Tab, Modifiers::NONE);
    assert!(!window.session.presenting.as_ref().unwrap().inspector, "Tab is for the buttons here");
    window.focus("Step before");
    assert!(window.has_keyboard("Step before"));
    window.key(Key::Space, Modifiers::NONE);
    assert_eq!(at(&window), 1, "Space presses the button that has the keyboard");
    window.key(Key::Escape, Modifiers::NONE);
    assert!(window.session.presenting.is_some(), "Escape first lets the keyboard go");
    window.key(Key::Escape, Modifiers::NONE);
    assert!(window.session.presenting.is_none());
}

#[test]
fn what_is_drawn_here_is_drawn_on_the_wall_and_the_other_way_round() {
    let mut window = window();
    let wall = window.places().into_iter().find(|(label, _)| label == "On the wall").unwrap().1;
    act(&mut window, PresentStep::Tool(Tool::Pen));
    let place = |x: f32, y: f32| wall.min + Vec2::new(wall.width() * x, wall.height() * y);
    window.drag(&[place(0.25, 0.5), place(0.5, 0.5), place(0.75, 0.5)], Modifiers::NONE);
    let presenting = window.session.presenting.as_ref().unwrap();
    let strokes = presenting.ink.over(&presenting.step().unwrap().key);
    assert_eq!(strokes.len(), 1, "{strokes:?}");
    let (first, last) = (strokes[0].points[0], *strokes[0].points.last().unwrap());
    assert!((first.0 - 0.25).abs() < 0.02 && (last.0 - 0.75).abs() < 0.02 && (last.1 - 0.5).abs() < 0.02);

    // A line that is being drawn on the wall is not ended by a window whose pen is up.
    act(&mut window, PresentStep::Ink(InkStep::Begin((0.1, 0.1))));
    window.settle();
    assert!(window.session.presenting.as_ref().unwrap().ink.is_drawing());
}

#[test]
fn a_press_on_the_bar_goes_there() {
    let mut window = window();
    let steps = window.session.presenting.as_ref().unwrap().rundown.steps.len();
    let bar = window.places().into_iter().find(|(label, _)| label == "How far the show is").unwrap().1;
    window.click_at(bar.right_center() - Vec2::new(3.0, 0.0));
    assert_eq!(at(&window), steps - 1);
    window.click_at(bar.left_center() + Vec2::new(3.0, 0.0));
    assert_eq!(at(&window), 0);
}

#[test]
fn what_went_wrong_with_a_file_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.ron");
    let text = downfield::play_file::Playbook::built_in().find("exemplar").unwrap().text.to_string();
    std::fs::write(&path, &text).unwrap();
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.open(&path, &OnDisk).unwrap();
    session.present_stems(&["mine"]);
    let mut window = Window::for_presenter(session, 1280.0, 720.0);
    let caption = window.session.presenting.as_ref().unwrap().step().unwrap().caption.clone();
    std::fs::write(&path, text.replacen("Play(", "Play(nonsense: 1,", 1)).unwrap();
    window.session.reload(&OnDisk);
    window.settle();
    let stale = window.session.presenting.as_ref().unwrap().troubles().next().unwrap().to_owned();
    assert!(window.says(&stale), "{stale}");
    assert!(window.mentions(&caption), "the last good step stays");
}

#[test]
fn everything_stays_within_every_window_and_no_button_covers_another() {
    for (width, height) in SIZES {
        for scale in [0.8, 1.0, 1.5, 2.0] {
            // A scale makes the window smaller in points.
            let size = Vec2::new(width, height) / scale;
            let mut window = Window::for_presenter(session(), size.x, size.y);
            act(&mut window, PresentStep::GoTo(2));
            act(&mut window, PresentStep::SecondStands(true, 2));
            let controls = window.places();
            let whole = Rect::from_min_size((0.0, 0.0).into(), size).expand(1.0);
            assert!(controls.len() >= 12, "{size:?}: {controls:?}");
            for (index, (label, place)) in controls.iter().enumerate() {
                assert!(whole.contains_rect(*place), "{label} at {place:?} in {size:?}");
                assert!(!label.is_empty(), "what is at {place:?} has no name");
                for (other, at) in &controls[index + 1..] {
                    let both = place.shrink(1.0).intersect(at.shrink(1.0));
                    assert!(!both.is_positive(), "{label} and {other} in {size:?}: {place:?}, {at:?}");
                }
            }
            for command in [Command::StepBefore, Command::NextStep, Command::SwapDisplays] {
                let (_, place) = controls.iter().find(|(label, _)| label == command.label()).unwrap();
                assert!(
                    place.width() >= 60.0 && place.height() >= 44.0,
                    "{command:?} in {size:?}: {place:?}"
                );
            }
        }
    }
}
