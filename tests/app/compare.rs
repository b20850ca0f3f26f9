//! Plans on the field, and plays and plans side by side.

use std::fs;

use bevy_egui::egui::{Key, Modifiers};
use downfield::app::actions::Command;
use downfield::app::comparison::Sheet;
use downfield::app::desk::Topic;
use downfield::app::session::Screen;
use downfield::play_file::OnDisk;

use crate::window::Window;

/// The two plans the design tells its story with, side by side.
fn compared() -> Window {
    let mut window = Window::new(1280.0, 720.0);
    window.click("Exemplar after exemplar");
    window.click("Compare");
    window.click("Balanced build");
    window
}

fn fronts(window: &Window) -> Vec<f64> {
    window.session.frame().expect("something is shown").channels.iter().map(|channel| channel.front).collect()
}

#[test]
fn a_plan_is_run_try_by_try() {
    let mut window = Window::new(1280.0, 720.0);
    window.click("Balanced build");
    let plan = window.session.shown().unwrap().plan.as_ref().unwrap();
    assert_eq!((plan.at, plan.drive.downs.len()), (0, 12));
    let first = fronts(&window);
    window.key(Key::ArrowRight, Modifiers::COMMAND);
    assert!(window.session.frame().unwrap().title.contains("2 of 12: Governance reset"));
    assert_ne!(fronts(&window), first);
    assert!(window.mentions("Try 2 of 4"));
    // What was gone round in the first try is still there in the second.
    assert!(!window.session.frame().unwrap().gone_round.is_empty());
    window.key(Key::ArrowLeft, Modifiers::COMMAND);
    assert_eq!(fronts(&window), first);
    assert!(!Command::RunFour.enabled(&window.session), "a plan says itself how often");
    window.key(Key::ArrowLeft, Modifiers::COMMAND);
    assert_eq!(window.session.down(), Some((0, 12)), "there is nothing before the first");
}

#[test]
fn the_clock_goes_on_from_try_to_try_and_stops_after_the_last() {
    let mut window = Window::new(1280.0, 720.0);
    window.session.settings.reduced_motion = false;
    window.click("Technology first");
    window.session.playback.playing = true;
    let mut seen = vec![0];
    for _ in 0..4_000 {
        window.session.tick(0.05);
        let (at, _) = window.session.down().unwrap();
        if seen.last() != Some(&at) {
            seen.push(at);
        }
    }
    let downs = window.session.shown().unwrap().plan.as_ref().unwrap().drive.downs.len();
    assert_eq!(seen, (0..downs).collect::<Vec<_>>());
    assert!(!window.session.playback.playing);
}

#[test]
fn a_what_if_in_one_play_of_a_plan_counts_in_every_try_that_calls_it() {
    let mut window = Window::new(1280.0, 720.0);
    window.click("Exemplar after exemplar");
    let before = window.session.shown().unwrap().plan.as_ref().unwrap().drive.spot;
    window.key(Key::E, Modifiers::NONE);
    let assumption = window.session.shown().unwrap().lineup.play.assumptions[0].text.clone();
    window.click(&assumption);
    let shown = window.session.shown().unwrap();
    let plan = shown.plan.as_ref().unwrap();
    assert!(shown.is_what_if() && plan.drive.spot > before + 0.5, "{} to {before}", plan.drive.spot);
    assert!(window.mentions("What if: at the end of the plan the whole organisation ends"));
    window.key(Key::R, Modifiers::NONE);
    assert_eq!(window.session.shown().unwrap().plan.as_ref().unwrap().drive.spot, before);
}

#[test]
fn two_plans_side_by_side_say_who_ends_further_and_what_is_better() {
    let mut window = compared();
    assert_eq!(window.session.screen, Screen::Compare);
    assert_eq!(window.session.comparison.sides.len(), 2);
    assert!(window.says("Running the trials"));
    window.work_out();
    assert!(window.mentions("Balanced build ends further than Exemplar after exemplar"));
    assert!(window.mentions("As expected it ends at 53 of 100 against 29"));
    assert!(window.mentions("Out on its own (mean): 4"));
    assert!(window.mentions("Nobody ever works on: Governance & funding"));
    let frames = window.session.compared_frames();
    assert!(frames[1].run.spot > frames[0].run.spot + 15.0, "the end is shown first");
}

#[test]
fn one_clock_moves_both_and_the_charts_follow() {
    let mut window = compared();
    window.click("Try 4");
    assert_eq!(window.session.down(), Some((3, 12)));
    let frames = window.session.compared_frames();
    assert!(frames.iter().all(|frame| frame.run.down == 4));
    window.click("Drive");
    assert_eq!(window.session.comparison.sheet, Sheet::Drive);
    assert!(window.says("The drive of Balanced build, a row a try"));
    window.key(Key::N, Modifiers::SHIFT);
    assert_eq!(window.session.comparison.chosen, 0);
    window.click("What differs");
    assert!(window.mentions("Calls Governance reset at call 2"));
    window.click("One field");
    assert!(window.session.comparison.overlaid && !window.stage.scene.items.is_empty());
}

#[test]
fn what_is_compared_is_chosen_in_the_list_and_asked_anew() {
    let mut window = compared();
    let first = window.session.desk.asked(Topic::Trials).unwrap().number;
    window.click("Crisis recovery");
    let second = window.session.desk.asked(Topic::Trials).unwrap().number;
    assert!(second > first, "trials of two say nothing about three");
    assert_eq!(window.session.comparison.sides.len(), 3);
    window.click("Technology first");
    window.click("As it happened");
    assert!(window.mentions("Four stand side by side already"));
    for title in ["Balanced build", "Crisis recovery", "Technology first"] {
        window.click(title);
    }
    assert_eq!(window.session.comparison.sides.len(), 1);
    assert!(window.mentions("Choose one more from the list"));
    window.key(Key::C, Modifiers::NONE);
    assert_eq!(window.session.screen, Screen::Model);
    assert_eq!(window.session.frame().unwrap().run.times, 1);
    let before = window.session.comparison.sides.len();
    window.key(Key::C, Modifiers::SHIFT);
    assert_ne!(window.session.comparison.sides.len(), before, "what is on the field is taken in, or out");
}

#[test]
fn a_play_by_itself_is_compared_as_often_as_is_asked() {
    let mut window = Window::new(1280.0, 720.0);
    window.click("Compare");
    window.click("Governance reset");
    assert!(window.session.comparison.sides.iter().all(|side| side.is_play && side.drive.downs.len() == 4));
    window.click("Each play called 12 times");
    assert_eq!(window.session.comparison.downs(), 12);
    window.click("What differs");
    assert!(window.mentions("Adds Funded teams") || window.mentions("Removes Service redesign team"));
}

#[test]
fn a_file_that_changes_is_compared_anew_and_one_that_breaks_stays_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let text = |times: u32| {
        format!(
            "GamePlan(format: 1, title: \"Ours\", summary: \"Ours.\", start: 20, calls: [Call(play: \"exemplar\", times: {times})])"
        )
    };
    let (ours, theirs) = (folder.path().join("ours.ron"), folder.path().join("theirs.ron"));
    fs::write(&ours, text(3)).unwrap();
    fs::write(&theirs, text(5).replace("Ours", "Theirs")).unwrap();
    let mut window = Window::new(1280.0, 720.0);
    window.session.open(folder.path(), &OnDisk).unwrap();
    window.session.compare("ours");
    window.session.compare("theirs");
    window.session.go_to(Screen::Compare);
    window.settle();
    let asked = window.session.desk.asked(Topic::Trials).unwrap().number;
    fs::write(&ours, text(7)).unwrap();
    window.session.reload(&OnDisk);
    window.settle();
    assert_eq!(window.session.comparison.downs(), 7);
    assert!(window.session.desk.asked(Topic::Trials).unwrap().number > asked);
    fs::write(&ours, "GamePlan(format: 1,").unwrap();
    window.session.reload(&OnDisk);
    window.settle();
    let sides = &window.session.comparison.sides;
    assert_eq!((sides.len(), sides[0].stale, sides[1].stale), (2, true, false));
    assert_eq!(window.session.comparison.downs(), 7, "it stands there as it was");
    assert!(window.session.problems().next().is_some(), "why is in the list of problems");
    fs::write(&ours, text(2)).unwrap();
    window.session.reload(&OnDisk);
    window.settle();
    let sides = &window.session.comparison.sides;
    assert_eq!((sides[0].stale, sides[0].drive.downs.len(), sides[0].color), (false, 2, 0));
}

#[test]
fn what_to_argue_about_first_and_what_to_call_next_are_a_key_away() {
    let mut window = Window::new(1600.0, 900.0);
    window.click("Balanced build");
    window.key(Key::A, Modifiers::NONE);
    assert!(window.session.desk.asked(Topic::Matters).is_some());
    window.work_out();
    let matters = window.session.desk.matters().unwrap().clone();
    assert!(window.says(&matters.headline));
    assert!(matters.levers[0].swing_spot >= matters.levers[1].swing_spot);
    window.key(Key::X, Modifiers::NONE);
    window.work_out();
    let advice = window.session.desk.next_call().unwrap().clone();
    assert!(window.says(&advice.headline));
    assert!(advice.calls.len() >= 6);
    assert!(window.says(&advice.calls[0].works) && window.says(&advice.calls[0].speaks_against[0]));
    // Another try is another question.
    window.key(Key::ArrowRight, Modifiers::COMMAND);
    assert!(window.session.desk.next_call().is_none());
    window.work_out();
    assert_ne!(window.session.desk.next_call().unwrap().spot, advice.spot);
}

#[test]
fn a_drive_that_has_ended_has_no_next_call() {
    let mut window = Window::new(1280.0, 720.0);
    window.click("Exemplar after exemplar");
    let last = window.session.shown().unwrap().plan.as_ref().unwrap().drive.downs.len() - 1;
    window.session.go_to_down(last, 0.0);
    window.key(Key::X, Modifiers::NONE);
    assert!(window.mentions("there is no next call"));
    assert!(window.session.desk.asked(Topic::NextCall).is_none());
}
