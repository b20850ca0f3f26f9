//! Every panel, found by its accessible labels.

use bevy_egui::egui::accesskit::Role;
use bevy_egui::egui::{Key, Modifiers, Pos2};
use downfield::app::actions::{Action, COMMANDS, Command};
use downfield::app::apply::Request;
use downfield::app::lens::{Seen, WHOLE_FIELD};
use downfield::app::settings::{Motion, Settings};
use downfield::model::Subject;
use downfield::picture::{Point, Themes};

use crate::window::Window;

fn spot(window: &Window) -> f64 {
    window.session.frame().expect("a play is shown").run.spot
}

#[test]
fn the_exemplar_stands_there_with_its_result_in_words() {
    let window = Window::new(1280.0, 720.0);
    assert_eq!(window.session.frame().unwrap().title, "Exemplar");
    assert!(window.mentions("Nobody is working on Governance & funding"));
    assert!(window.mentions("Whole organisation: 23 of 100 yards"));
    for play in ["Exemplar", "API strategy", "DevOps programme", "Common components", "Governance reset"] {
        assert!(window.says(play), "{play}");
    }
}

#[test]
fn the_field_is_told_to_those_who_hear_it_and_not_read_out_without_end_while_it_moves() {
    let mut window = Window::new(1280.0, 720.0);
    let (told, role) = window.description("The field: ");
    let told = told.expect("the field is told");
    assert_eq!(told, downfield::timeline::told(&window.session.frame().unwrap()));
    assert!(told.contains("Governance & funding: at 20; nobody is working on this."), "{told}");
    assert_eq!(role, Role::Image);
    window.session.playback.playing = true;
    window.settle();
    assert_eq!(window.description("The field: ").0, None);
    window.session.playback.playing = false;
    window.settle();
    assert!(window.description("The field: ").0.is_some());
}

#[test]
fn the_key_for_reduced_motion_turns_it_and_follows_the_system_again() {
    let mut window = Window::new(1280.0, 720.0);
    window.session.settings = Settings::default();
    window.session.settings.hear_system(true);
    assert!(window.session.settings.reduced_motion);
    window.key(Key::M, Modifiers::NONE);
    assert_eq!(window.session.settings.motion, Motion::Full);
    assert!(!window.session.settings.reduced_motion);
    window.key(Key::M, Modifiers::NONE);
    assert_eq!(window.session.settings.motion, Motion::System);
    assert!(window.session.settings.reduced_motion);
}

#[test]
fn a_click_in_the_list_puts_that_play_on_the_field() {
    let mut window = Window::new(1280.0, 720.0);
    window.click("Governance reset");
    assert_eq!(window.session.frame().unwrap().title, "Governance reset");
    assert!(window.mentions("Nobody is working on Products & services"));
}

#[test]
fn the_list_is_narrowed_by_words_and_tags() {
    let mut window = Window::new(1280.0, 720.0);
    window.key(Key::F, Modifiers::COMMAND);
    window.type_text("api");
    assert!(window.says("API strategy") && !window.says("Governance reset"));
    window.session.panels.search.clear();
    let tag = window.session.shelf().tags[0].clone();
    window.settle();
    window.click(&tag);
    assert_eq!(window.session.panels.tag.as_ref(), Some(&tag));
    assert!(window.session.listed().count() < window.session.shelf().rows.len());
}

#[test]
fn running_it_again_gains_less_and_leaves_it_out_on_its_own() {
    let mut window = Window::new(1280.0, 720.0);
    let once = spot(&window);
    window.click("Run it four times");
    let four = spot(&window);
    assert!(four > once && four - once < 3.0 * (once - 20.0));
    assert!(window.mentions("out on their own"));
    assert_eq!(window.session.frame().unwrap().title, "Exemplar, for the fourth time");
    window.key(Key::Num4, Modifiers::NONE);
    assert_eq!(window.session.shown().unwrap().runs.len(), 50);
}

#[test]
fn an_assumption_switched_off_changes_the_result_at_once_and_not_the_file() {
    let mut window = Window::new(1280.0, 720.0);
    window.key(Key::E, Modifiers::NONE);
    let shown = window.session.shown().unwrap();
    let (file, text) = (shown.lineup.play.clone(), shown.lineup.play.assumptions[0].text.clone());
    let before = spot(&window);
    window.click(&text);
    assert!(spot(&window) > before + 0.1);
    assert!(window.session.is_what_if() && window.mentions("What if: "));
    assert!(window.mentions("Products & services at 28 instead of 26"));
    assert_eq!(window.session.shown().unwrap().lineup.play, file);
    window.click("Back to the file");
    assert_eq!(spot(&window), before);
}

#[test]
fn starting_fronts_can_be_moved() {
    let mut window = Window::new(1280.0, 720.0);
    let before = spot(&window);
    downfield::app::apply::apply(
        Action::StartAt(Some(0), 45.0),
        &mut window.session,
        &downfield::play_file::OnDisk,
    );
    window.settle();
    assert!(spot(&window) > before + 2.0);
    assert_eq!(window.session.shown().unwrap().runs[0].outcome.channels[0].start, 45.0);
}

#[test]
fn a_click_on_a_token_explains_it_with_reasons() {
    let mut window = Window::new(1280.0, 720.0);
    let target = window
        .stage
        .scene
        .targets
        .iter()
        .rev()
        .find(|target| matches!(&target.subject, Subject::Player(id) if id.as_str() == "service-team"))
        .expect("the service team is on the field");
    let middle = Point {
        x: f32::midpoint(target.rect.min.x, target.rect.max.x),
        y: f32::midpoint(target.rect.min.y, target.rect.max.y),
    };
    let ((x, y), _) = window.stage.seen(middle);
    window.click_at(Pos2::new(x, y));
    assert_eq!(window.session.selected, Some(Subject::Player("service-team".into())));
    assert!(window.says("Service redesign team"));
    assert!(window.mentions("stepped back 5 yards"));
    assert!(window.mentions("your judgement, not measurement"));
}

#[test]
fn the_pointer_finds_the_same_things_from_the_stands() {
    let mut window = Window::new(1280.0, 720.0);
    window.key(Key::B, Modifiers::NONE);
    assert_eq!(window.session.lens.seen, Seen::Broadcast);
    assert_eq!(window.stage.tilt, 1.0);
    for target in &window.stage.scene.targets.clone() {
        let middle = Point {
            x: f32::midpoint(target.rect.min.x, target.rect.max.x),
            y: f32::midpoint(target.rect.min.y, target.rect.max.y),
        };
        let (seen, _) = window.stage.seen(middle);
        let found = window.stage.target_at(seen).expect("something is there");
        assert_eq!(Some(found), window.stage.scene.hit(middle));
    }
}

#[test]
fn everything_that_can_be_explained_is_explained() {
    let mut window = Window::new(1280.0, 720.0);
    let subjects = window.session.subjects();
    assert!(subjects.len() > 15);
    for subject in subjects {
        window.key(Key::N, Modifiers::NONE);
        assert_eq!(window.session.selected.as_ref(), Some(&subject));
        assert!(window.mentions("your judgement, not measurement"), "{subject:?}");
    }
    window.key(Key::Escape, Modifiers::NONE);
    assert_eq!(window.session.selected, None);
}

#[test]
fn the_palette_finds_a_command_by_its_words_and_runs_it() {
    let mut window = Window::new(1280.0, 720.0);
    window.key(Key::K, Modifiers::COMMAND);
    window.type_text("whole field");
    window.key(Key::Enter, Modifiers::NONE);
    assert_eq!(window.session.panels.palette, None);
    assert_eq!(window.session.lens.aim.from_yard, WHOLE_FIELD.from_yard);
}

#[test]
fn typing_is_not_commanding() {
    let mut window = Window::new(1280.0, 720.0);
    window.key(Key::F, Modifiers::COMMAND);
    let theme = window.session.settings.theme.clone();
    let actions = window.key(Key::T, Modifiers::NONE);
    assert!(!actions.contains(&Command::NextTheme.into()));
    assert_eq!(window.session.settings.theme, theme);
}

#[test]
fn help_lists_every_key() {
    let mut window = Window::new(1600.0, 1000.0);
    window.key(Key::Questionmark, Modifiers::SHIFT);
    for command in COMMANDS {
        assert!(window.says(command.label()), "{command:?}");
        if let Some(key) = command.key_label() {
            assert!(window.says(&key), "{key}");
        }
    }
}

#[test]
fn time_can_be_stepped_and_ended() {
    let mut window = Window::new(1280.0, 720.0);
    window.session.settings.reduced_motion = false;
    window.key(Key::Home, Modifiers::NONE);
    assert_eq!(window.session.playback.time_secs, 0.0);
    window.key(Key::ArrowRight, Modifiers::NONE);
    assert_eq!(window.session.playback.time_secs, 0.25);
    window.key(Key::PageDown, Modifiers::NONE);
    window.key(Key::PageDown, Modifiers::NONE);
    assert_eq!(window.session.frame().unwrap().phase, downfield::model::Phase::StepBack);
    window.key(Key::End, Modifiers::NONE);
    assert_eq!(window.session.playback.time_secs, window.session.duration_secs());
    assert!(!window.session.playback.playing);
}

#[test]
fn themes_scale_and_requests() {
    let mut window = Window::new(1280.0, 720.0);
    window.key(Key::T, Modifiers::NONE);
    assert_eq!(window.session.settings.theme(), Themes::Paper);
    for _ in 0..30 {
        window.key(Key::Plus, Modifiers::COMMAND);
    }
    assert_eq!(window.session.settings.scale, 2.0);
    window.key(Key::O, Modifiers::COMMAND);
    window.key(Key::Q, Modifiers::COMMAND);
    assert!(window.requests.contains(&Request::ChooseFile) && window.requests.contains(&Request::Quit));
}

#[test]
fn it_holds_in_tiny_and_huge_windows() {
    for (width, height) in [(320.0, 200.0), (480.0, 320.0), (3840.0, 2160.0)] {
        let mut window = Window::new(width, height);
        window.key(Key::E, Modifiers::NONE);
        window.key(Key::Num2, Modifiers::NONE);
        window.key(Key::Questionmark, Modifiers::SHIFT);
        window.key(Key::B, Modifiers::NONE);
        assert!(spot(&window) > 20.0);
    }
}
