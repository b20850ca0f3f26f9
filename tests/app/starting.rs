//! Starting something new: a play by a few questions, from a template or as a copy; a plan; a model.

use std::path::Path;

use bevy_egui::egui::{Key, Modifiers};
use downfield::app::actions::Command;
use downfield::app::session::{NewFile, Session, Template, Way};
use downfield::app::settings::Settings;
use downfield::play_file::{Lookup as _, OnDisk, Playbook};

use crate::window::Window;

fn window(own: &Path) -> Window {
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.own_folder = Some(own.to_owned());
    session.open_built_in(&OnDisk);
    Window::showing(session, 1280.0, 720.0)
}

fn enter(window: &mut Window) {
    window.key(Key::Enter, Modifiers::NONE);
}

fn new_text(window: &Window, path: &Path) -> String {
    window.session.drafts.get(path).expect("it was made").text.to_string()
}

#[test]
fn a_play_is_started_by_keys_alone() {
    let own = tempfile::tempdir().unwrap();
    let mut window = window(own.path());
    window.key(Key::N, Modifiers::COMMAND);
    window.type_text("Buy cloud hosting");
    assert!(window.mentions("buy-cloud-hosting.ron. Nothing is written before you save."));
    enter(&mut window);
    window.key(Key::Num5, Modifiers::NONE);
    window.key(Key::Num1, Modifiers::NONE);
    window.key(Key::Num2, Modifiers::NONE);
    window.key(Key::Num2, Modifiers::NONE);
    enter(&mut window);
    // In products and services nothing stands in the way.
    enter(&mut window);
    window.type_text("The CFO");
    assert!(window.mentions("This reads like"), "a hint, at once");
    for _ in 0.."The CFO".len() {
        window.key(Key::Backspace, Modifiers::NONE);
    }
    window.type_text("Long contracts");
    assert!(!window.mentions("This reads like"));
    window.key(Key::ArrowUp, Modifiers::NONE);
    enter(&mut window);
    window.type_text("Hosting squad");
    enter(&mut window);
    window.type_text("The budget is there in April.");
    enter(&mut window);
    window.type_text("Contracts can be ended early.");
    enter(&mut window);
    // The next line is empty: nothing more is taken for granted.
    enter(&mut window);
    assert!(window.session.panels.starting.is_some(), "the button has the keyboard, and was not pressed yet");
    enter(&mut window);
    assert_eq!(window.session.panels.starting, None);
    assert_eq!(&*window.session.shown().unwrap().stem, "buy-cloud-hosting");
    let text = new_text(&window, &own.path().join("buy-cloud-hosting.ron"));
    insta::assert_snapshot!("guided_start", text);
    let play = window.session.shown().unwrap().lineup.play.clone();
    assert_eq!((play.offense.len(), play.defense.len(), play.assumptions.len()), (2, 1, 2));
    assert_eq!((play.defense[0].strength.likely, play.defense[0].channel.as_str()), (7.0, "technology"));
    assert_eq!(window.session.problems().count(), 0);
    assert!(std::fs::read_dir(own.path()).unwrap().next().is_none(), "nothing is written");
    // One step, and what was on the field before is there again.
    window.key(Key::Z, Modifiers::COMMAND);
    assert_eq!(&*window.session.shown().unwrap().stem, "exemplar");
    assert_eq!(window.session.drafts.all().count(), 0);
}

#[test]
fn what_is_missing_is_said_and_leaving_keeps_the_answers() {
    let own = tempfile::tempdir().unwrap();
    let mut window = window(own.path());
    window.key(Key::N, Modifiers::COMMAND);
    window.key(Key::Enter, Modifiers::COMMAND);
    assert!(window.mentions("Say in a few words"));
    window.type_text("Ours");
    assert!(!window.mentions("Say in a few words"));
    window.key(Key::Enter, Modifiers::COMMAND);
    assert!(window.mentions("Choose at least one channel"));
    window.click("Skills & capabilities");
    window.key(Key::Escape, Modifiers::NONE);
    assert_eq!(window.session.panels.starting, None);
    window.key(Key::N, Modifiers::COMMAND);
    let starting = window.session.panels.starting.as_ref().unwrap();
    assert!(starting.title == "Ours" && starting.channels[1].touched && starting.refusal.is_none());
    window.key(Key::Enter, Modifiers::COMMAND);
    assert_eq!(&*window.session.shown().unwrap().stem, "ours");
    window.key(Key::N, Modifiers::COMMAND);
    assert_eq!(
        window.session.panels.starting.as_ref().unwrap().title,
        "",
        "what was made is not asked again"
    );
}

#[test]
fn keys_do_nothing_else_while_questions_are_asked() {
    let mut window = window(tempfile::tempdir().unwrap().path());
    window.key(Key::N, Modifiers::COMMAND);
    window.type_text("x");
    enter(&mut window);
    let actions = window.key(Key::Num4, Modifiers::NONE);
    assert!(!actions.contains(&Command::RunFifty.into()));
    assert!(window.session.panels.starting.as_ref().unwrap().channels[3].touched);
    assert_eq!(window.session.shown().unwrap().times, 1);
}

#[test]
fn every_template_reads_without_errors_on_every_shipped_model() {
    let own = tempfile::tempdir().unwrap();
    let mut window = window(own.path());
    for (at, template) in Template::ALL.into_iter().enumerate() {
        window.key(Key::N, Modifiers::COMMAND);
        window.click(Way::Template.label());
        window.type_text(&format!("Try {at}"));
        window.click(&template.label(5));
        window.click("Make the play");
        let shown = window.session.shown().unwrap();
        assert_eq!(&*shown.stem, format!("try-{at}"));
        let sides = (shown.lineup.play.offense.len(), shown.lineup.play.defense.len());
        let expected = [(1, 1), (5, 5), (1, 0)];
        assert_eq!(sides, expected[at]);
        assert!(
            new_text(&window, &own.path().join(format!("try-{at}.ron"))).contains("// What holds us back")
                == (sides.1 > 0)
        );
    }
    assert_eq!(window.session.problems().count(), 0);
}

#[test]
fn a_copy_has_its_own_title_and_keeps_the_rest() {
    let own = tempfile::tempdir().unwrap();
    let mut window = window(own.path());
    window.key(Key::N, Modifiers::COMMAND);
    window.click(Way::Copy.label());
    window.type_text("Exemplar");
    window.click("Copy API strategy");
    window.click("Make the play");
    // The name is taken by the play that is there.
    assert_eq!(&*window.session.shown().unwrap().stem, "exemplar-2");
    let original = Playbook::built_in().find("api-strategy").unwrap();
    let play = original.play().unwrap();
    let mut expected = original.text.replacen(&format!("\"{}\"", play.title), "\"Exemplar\"", 1);
    if let Some(tactic) = &play.tactic {
        expected = expected.replacen(&format!("tactic: \"{tactic}\""), "tactic: \"exemplar-2\"", 1);
    }
    assert_eq!(new_text(&window, &own.path().join("exemplar-2.ron")), expected);
}

#[test]
fn templates_and_copies_are_chosen_by_keys_alone() {
    let own = tempfile::tempdir().unwrap();
    let mut window = window(own.path());
    for (way, downs) in [(Way::Template, 1), (Way::Copy, 2)] {
        window.key(Key::N, Modifiers::COMMAND);
        window.click(way.label());
        window.type_text("By keys");
        enter(&mut window);
        let starting = window.session.panels.starting.clone().unwrap();
        assert_eq!((starting.template, &*starting.copy_of), (Template::OneChannel, "exemplar"));
        for _ in 0..downs {
            window.key(Key::ArrowDown, Modifiers::NONE);
        }
        let chosen = window.session.panels.starting.clone().unwrap();
        if way == Way::Template {
            assert_eq!(chosen.template, Template::EveryChannel);
        } else {
            let plays: Vec<_> =
                window.session.playbook.plays().map(|(entry, _)| entry.stem.clone()).collect();
            assert_eq!(Some(&chosen.copy_of), plays.get(downs));
        }
        enter(&mut window);
        enter(&mut window);
        assert_eq!(window.session.panels.starting, None);
        window.key(Key::Z, Modifiers::COMMAND);
    }
}

#[test]
fn a_plan_begins_with_the_play_on_the_field_and_calls_what_is_added() {
    let own = tempfile::tempdir().unwrap();
    let mut window = window(own.path());
    window.key(Key::Num2, Modifiers::NONE);
    window.session.start_new(NewFile::Plan);
    window.settle();
    window.type_text("Two years");
    window.click("Add a call");
    window.click("Call Governance reset");
    window.click("Move Governance reset up");
    window.click("Make the plan");
    let expected = "// Two years: Calls Governance reset and Exemplar.
GamePlan(
    format: 1,
    title: \"Two years\",
    summary: \"Calls Governance reset and Exemplar.\",

    // How far every channel has come before the first try, in yards of 100.
    start: 20,

    // What is called, in order: `Call(play: \"exemplar\", times: 4)`, or what happens in between, such as
    // `Event(name: \"Change of leadership\", severity: 0.5)`.
    calls: [
        Call(play: \"governance-reset\"),
        Call(play: \"exemplar\", times: 4),
    ],
)
";
    assert_eq!(new_text(&window, &own.path().join("plans/two-years.ron")), expected);
    let shown = window.session.shown().unwrap();
    assert_eq!(shown.plan.as_ref().unwrap().drive.downs.len(), 5);
    assert_eq!(window.session.problems().count(), 0);
}

#[test]
fn a_plan_of_what_was_compared_calls_each_as_often_as_it_was() {
    let own = tempfile::tempdir().unwrap();
    let mut window = window(own.path());
    window.click("Compare");
    window.click("Governance reset");
    window.session.start_new(NewFile::Plan);
    let starting = window.session.panels.starting.clone().unwrap();
    let calls: Vec<_> = starting.calls.iter().map(|(stem, times)| (&**stem, *times)).collect();
    assert_eq!(calls, [("exemplar", 4), ("governance-reset", 4)]);
    window.settle();
    window.type_text("Both");
    window.click("Make the plan");
    assert_eq!(&*window.session.shown().unwrap().stem, "both");
}

#[test]
fn a_model_of_ones_own_is_a_copy_and_the_play_goes_over_to_it() {
    let own = tempfile::tempdir().unwrap();
    let mut window = window(own.path());
    window.session.start_new(NewFile::Model);
    window.settle();
    window.key(Key::A, Modifiers::COMMAND);
    window.type_text("Our field");
    window.click("Make the model");
    assert_eq!(window.session.notice, None);
    let path = own.path().join("models/our-field.ron");
    let original = Playbook::built_in().find("five-channels").unwrap();
    let title = &original.operating_model().unwrap().title;
    let expected = original.text.replacen(&format!("\"{title}\""), "\"Our field\"", 1);
    assert_eq!(new_text(&window, &path), expected);
    let shown = window.session.shown().unwrap();
    assert_eq!((&*shown.stem, shown.lineup.play.model.as_str()), ("our-exemplar", "our-field"));
    assert_eq!(shown.lineup.model.title, "Our field");
    let near = own.path().join("x.ron");
    assert!(window.session.playbook.near(&near).model(&"our-field".into()).is_some());
    assert_eq!(window.session.problems().count(), 0);
}

#[test]
fn without_a_folder_nothing_is_made_and_it_is_said() {
    let mut window = Window::new(1280.0, 720.0);
    window.key(Key::N, Modifiers::COMMAND);
    assert!(window.mentions("There is no folder for your own plays"));
    window.type_text("Ours");
    window.click(Way::Template.label());
    window.key(Key::Enter, Modifiers::COMMAND);
    assert!(window.session.panels.starting.as_ref().unwrap().refusal.is_some());
    assert_eq!(window.session.drafts.all().count(), 0);
}

#[test]
fn the_questions_hold_in_tiny_windows() {
    for (width, height) in [(320.0, 200.0), (480.0, 320.0), (853.0, 480.0)] {
        let mut window = Window::new(width, height);
        for what in [NewFile::Play, NewFile::Plan, NewFile::Model] {
            window.session.start_new(what);
            window.settle();
            window.key(Key::Escape, Modifiers::NONE);
        }
        assert_eq!(window.session.panels.starting, None);
    }
}
