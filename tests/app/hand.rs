//! A play changed by hand: pointer and keys on the field, and what the file says then.

use std::path::{Path, PathBuf};

use bevy_egui::egui::{Event, Key, Modifiers};
use downfield::app::actions::Command;
use downfield::app::session::Session;
use downfield::app::settings::Settings;
use downfield::model::{Assignment, PlayerId, Subject};
use downfield::picture::Gripped;
use downfield::play_file::{OnDisk, Playbook, Severity};

use crate::window::Window;

/// The exemplar as a file of one's own, in a window.
fn window(folder: &Path) -> (Window, String) {
    let text = Playbook::built_in().find("exemplar").unwrap().text.to_string();
    std::fs::write(path(folder), &text).unwrap();
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.open(&path(folder), &OnDisk).unwrap();
    let mut window = Window::showing(session, 1280.0, 720.0);
    window.settle();
    (window, text)
}

fn path(folder: &Path) -> PathBuf {
    folder.join("mine.ron")
}

fn text(window: &Window) -> String {
    window.session.playbook.find("mine").unwrap().text.to_string()
}

/// The lines of two texts of as many lines that are not the same.
fn changed(before: &str, after: &str) -> (Vec<String>, Vec<String>) {
    assert_eq!(before.lines().count(), after.lines().count());
    let pairs = before.lines().zip(after.lines()).filter(|(a, b)| a != b);
    pairs.map(|(a, b)| (a.trim().to_owned(), b.trim().to_owned())).unzip()
}

fn errors(window: &Window) -> usize {
    window.session.problems().filter(|problem| problem.severity() == Severity::Error).count()
}

#[test]
fn a_player_dragged_into_another_lane_is_there_in_the_file_and_one_undo_brings_every_byte_back() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, before) = window(folder.path());
    let (from, to) = (window.player("advocates"), window.place(3, 16.0, 0.0));
    let half = window.place(2, 20.0, 0.0);
    window.drag(&[from, half, to], Modifiers::NONE);
    let (gone, new) = changed(&before, &text(&window));
    assert_eq!(gone, ["channel: \"skills\",", "at: (-4, 0.3),"]);
    assert_eq!(new, ["channel: \"governance\",", "at: (-4, 0),"]);
    assert_eq!(errors(&window), 0);
    assert_eq!(window.session.drafts.names().0.collect::<Vec<_>>(), ["Move Handful of advocates"]);
    assert!(window.mentions("Nobody is working on Skills & capabilities"));
    window.key(Key::Z, Modifiers::COMMAND);
    assert_eq!(text(&window), before);
    assert_eq!(window.session.drafts.unsaved().count(), 0);
}

#[test]
fn while_it_is_dragged_lanes_say_who_works_on_them_and_what_will_come_of_it() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, before) = window(folder.path());
    let (from, to) = (window.player("empowered-team"), window.place(3, 16.0, 0.0));
    window.hold(&[from, window.place(3, 15.0, 0.0), to], Modifiers::NONE);
    let notes = window.session.lane_notes();
    assert!(notes[2].open && notes[2].changed, "culture is left alone now: {notes:?}");
    assert!(!notes[3].open && notes[3].changed, "governance is covered now: {notes:?}");
    assert!(
        notes[3].words.contains("Empowered small team gets in behind Waterfall procurement"),
        "{notes:?}"
    );
    let says: Vec<String> = window
        .stage
        .scene
        .items
        .iter()
        .filter_map(|item| match &item.shape {
            downfield::picture::Shape::Text(run) => Some(run.text.clone()),
            _ => None,
        })
        .collect();
    assert!(says.iter().any(|text| text.starts_with("○ Nobody")), "{says:?}");
    let hand = window.session.hand.as_ref().unwrap();
    assert!(hand.follows.iter().any(|follows| follows.contains("instead of")), "{:?}", hand.follows);
    assert_ne!(text(&window), before, "the file's text is live");
    window.key(Key::Escape, Modifiers::NONE);
    assert_eq!(text(&window), before, "Escape puts it back");
    assert!(window.session.hand.is_none() && window.session.drafts.names().0.len() == 0);
}

#[test]
fn places_are_whole_yards_unless_alt_is_held() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, _) = window(folder.path());
    window.key(Key::Home, Modifiers::NONE);
    let place = |window: &Window| {
        let play = &window.session.shown().unwrap().lineup.play;
        play.offense.iter().find(|player| player.id.as_str() == "advocates").unwrap().at
    };
    let from = window.player("advocates");
    let per_yard = window.place(0, 21.0, 0.0).x - window.place(0, 20.0, 0.0).x;
    window.drag(
        &[
            from,
            from + bevy_egui::egui::vec2(-per_yard, 0.0),
            from + bevy_egui::egui::vec2(-per_yard * 2.4, 0.0),
        ],
        Modifiers::NONE,
    );
    let snapped = place(&window);
    assert_eq!(snapped.yards.fract(), 0.0, "{snapped:?}");
    let from = window.player("advocates");
    let free = from + bevy_egui::egui::vec2(per_yard * 1.37, 0.0);
    window.drag(&[from, from + bevy_egui::egui::vec2(per_yard, 0.0), free], Modifiers::ALT);
    assert!(place(&window).yards.fract().abs() > 0.05, "{:?}", place(&window));
}

#[test]
fn a_route_is_bent_by_its_points_and_gets_new_ones_between() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, before) = window(folder.path());
    window.session.select(Some(Subject::Player("cloud-hosting".into())));
    window.key(Key::Home, Modifiers::NONE);
    let grip = |window: &Window, wanted: &dyn Fn(&Gripped) -> bool| {
        let grip = window.stage.scene.grips.iter().find(|grip| wanted(&grip.what)).expect("a handle").at;
        window.seen(grip)
    };
    let route = |window: &Window| {
        let play = &window.session.shown().unwrap().lineup.play;
        play.offense.iter().find(|player| player.id.as_str() == "cloud-hosting").unwrap().route.clone()
    };
    let first = route(&window);
    let last = first.len() - 1;
    let at = grip(&window, &|what| matches!(what, Gripped::RoutePoint(_, index) if *index == last));
    let per_yard = window.place(0, 21.0, 0.0).x - window.place(0, 20.0, 0.0).x;
    let by = |yards: f32| bevy_egui::egui::vec2(per_yard * yards, 0.0);
    window.drag(&[at, at + by(1.0), at + by(3.0)], Modifiers::NONE);
    let bent = route(&window);
    assert_eq!(bent.len(), first.len());
    assert!((bent[last].yards - first[last].yards - 3.0).abs() <= 1.0, "{first:?} {bent:?}");
    let middle = grip(&window, &|what| matches!(what, Gripped::RouteMiddle(..)));
    window.drag(&[middle, middle + by(0.5), middle + by(1.0)], Modifiers::NONE);
    assert_eq!(route(&window).len(), first.len() + 1);
    window.key(Key::Z, Modifiers::COMMAND);
    window.key(Key::Z, Modifiers::COMMAND);
    assert_eq!(text(&window), before);
}

#[test]
fn the_ball_is_dragged_back_and_fronts_are_dragged_without_touching_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, before) = window(folder.path());
    window.session.select(Some(Subject::Player("service-team".into())));
    window.key(Key::Home, Modifiers::NONE);
    let at = |window: &Window, wanted: Gripped| {
        let grip = window.stage.scene.grips.iter().find(|grip| grip.what == wanted).expect("a handle").at;
        window.seen(grip)
    };
    let per_yard = window.place(0, 21.0, 0.0).x - window.place(0, 20.0, 0.0).x;
    let by = |yards: f32| bevy_egui::egui::vec2(per_yard * yards, 0.0);
    let ball = at(&window, Gripped::StepBack);
    window.drag(&[ball, ball + by(-0.5), ball + by(-2.0)], Modifiers::NONE);
    let (gone, new) = changed(&before, &text(&window));
    assert_eq!(gone, ["ball: (carrier: \"service-team\", step_back: 5),"]);
    assert_eq!(new, ["ball: (carrier: \"service-team\", step_back: 7),"]);
    let now = text(&window);
    window.key(Key::Home, Modifiers::NONE);
    let front = at(&window, Gripped::Front(3));
    window.drag(&[front, front + by(4.0), window.place(3, 30.0, 0.9)], Modifiers::NONE);
    assert_eq!(window.session.shown().unwrap().start[3], 30.0);
    assert_eq!(text(&window), now, "where we start is no part of a play");
    window.key(Key::K, Modifiers::NONE);
    assert!(window.session.news.as_ref().unwrap().contains("Nothing to keep"), "{:?}", window.session.news);
    window.key(Key::Z, Modifiers::COMMAND);
    assert_eq!(window.session.shown().unwrap().start[3], 20.0, "also a front goes back");
    assert_eq!(text(&window), now);
}

#[test]
fn what_a_frame_goes_round_is_picked_and_moved_mirrored_doubled_and_removed_together() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, before) = window(folder.path());
    window.key(Key::Home, Modifiers::NONE);
    let (a, b) = (window.place(1, 44.0, -0.95), window.place(3, 6.0, 0.95));
    window.drag(&[a, a + bevy_egui::egui::vec2(-20.0, 20.0), b], Modifiers::SHIFT);
    let mut picked: Vec<&str> = window.session.picked.iter().map(PlayerId::as_str).collect();
    picked.sort_unstable();
    assert_eq!(
        picked,
        ["advocates", "department-silo", "empowered-team", "temporary-structures", "waterfall-procurement"]
    );
    let count = |window: &Window| {
        let play = &window.session.shown().unwrap().lineup.play;
        (play.offense.len(), play.defense.len())
    };
    let of = |window: &Window, id: &str| {
        let play = &window.session.shown().unwrap().lineup.play;
        let player = play.offense.iter().find(|player| player.id.as_str() == id).unwrap();
        (player.channel.to_string(), player.at)
    };
    let was = of(&window, "empowered-team");
    window.key(Key::ArrowRight, Modifiers::ALT);
    window.key(Key::ArrowRight, Modifiers::ALT);
    assert_eq!(of(&window, "empowered-team").1.yards, was.1.yards + 2.0);
    assert_eq!(window.session.drafts.names().0.len(), 1, "nudges of the same players are one thing");
    window.key(Key::M, Modifiers::COMMAND);
    assert_eq!(of(&window, "empowered-team").1.across, -was.1.across);
    let size = count(&window);
    window.key(Key::D, Modifiers::COMMAND);
    assert_eq!(count(&window), (size.0 + 2, size.1 + 3));
    assert_eq!(window.session.picked.len(), 5, "the copies are picked");
    window.key(Key::Delete, Modifiers::NONE);
    assert_eq!(count(&window), size);
    assert_eq!(errors(&window), 0);
    while window.session.drafts.last_done().is_some() {
        window.key(Key::Z, Modifiers::COMMAND);
    }
    assert_eq!(text(&window), before);
}

#[test]
fn players_go_over_the_clipboard_as_text() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, before) = window(folder.path());
    let at = window.player("empowered-team");
    window.click_at(at);
    window.event(Event::Copy);
    let copied = window.copied.clone().expect("something was copied");
    assert!(copied.contains("name: \"Empowered small team\"") && copied.starts_with('('), "{copied}");
    window.event(Event::Cut);
    let play = || Playbook::built_in().find("exemplar").unwrap().play().unwrap().clone();
    assert_eq!(window.session.shown().unwrap().lineup.play.offense.len(), play().offense.len() - 1);
    window.event(Event::Paste(copied));
    let now = window.session.shown().unwrap().lineup.play.clone();
    assert_eq!(now.offense.len(), play().offense.len());
    let pasted = now.offense.iter().find(|player| player.id.as_str() == "empowered-team").unwrap();
    assert!(matches!(pasted.assignment, Assignment::Bypass(_)));
    window.event(Event::Paste("what is this".to_owned()));
    assert!(window.session.notice.is_some());
    window.key(Key::Escape, Modifiers::NONE);
    window.key(Key::Z, Modifiers::COMMAND);
    window.key(Key::Z, Modifiers::COMMAND);
    assert_eq!(text(&window), before);
}

#[test]
fn the_last_who_can_carry_the_ball_stays() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, _) = window(folder.path());
    window.key(Key::A, Modifiers::COMMAND);
    window.key(Key::Delete, Modifiers::NONE);
    assert!(window.session.notice.is_some(), "a play has a ball");
    assert!(!window.session.shown().unwrap().lineup.play.offense.is_empty());
    assert!(!Command::Undo.enabled(&window.session));
}
