//! What-ifs: changes that leave the file alone until somebody keeps them.

use std::path::Path;

use bevy_egui::egui::{Key, Modifiers};
use downfield::app::actions::{Action, Command};
use downfield::app::apply::apply;
use downfield::app::session::{Edit, Of, Screen, Session};
use downfield::app::settings::Settings;
use downfield::model::Strength;
use downfield::play_file::edit::Change;
use downfield::play_file::tree::NodePath;
use downfield::play_file::{OnDisk, Playbook};

use crate::window::Window;

fn session(folder: &Path, stem: &str) -> (Session, String) {
    let text = Playbook::built_in().find(stem).unwrap().text.to_string();
    let path = folder.join("mine.ron");
    std::fs::write(&path, &text).unwrap();
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.open(&path, &OnDisk).unwrap();
    (session, text)
}

fn act(session: &mut Session, action: impl Into<Action>) {
    apply(action.into(), session, &OnDisk);
}

fn stronger(likely: f64) -> Action {
    let path = NodePath::root().field("offense").index(0).field("strength");
    Action::Edit(Edit::new(Of::Play, "Make it stronger", vec![Change::set(path, Strength::exactly(likely))]))
}

fn spot(session: &Session) -> f64 {
    session.frame().unwrap().run.spot
}

fn text(session: &Session) -> String {
    session.playbook.find("mine").unwrap().text.to_string()
}

#[test]
fn in_what_if_mode_changes_move_the_result_and_not_the_file_until_they_are_kept() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, before) = session(folder.path(), "exemplar");
    let was = spot(&session);
    act(&mut session, Command::WhatIfMode);
    act(&mut session, stronger(9.5));
    let imagined = spot(&session);
    assert!(imagined > was + 0.1 && session.is_what_if());
    assert_eq!((text(&session), session.drafts.unsaved().count()), (before.clone(), 0));
    act(&mut session, Command::ResetWhatIf);
    assert_eq!((spot(&session), session.is_what_if()), (was, false));

    act(&mut session, stronger(9.5));
    let first = session.shown().unwrap().lineup.play.assumptions[0].id.clone();
    act(&mut session, Action::Assume(first, false));
    let both = spot(&session);
    act(&mut session, Command::KeepWhatIf);
    assert_eq!(session.notice, None);
    assert!(!session.is_what_if() && (spot(&session) - both).abs() < 1e-9);
    let kept = text(&session);
    assert!(kept.contains("strength: 9.5,") && kept.contains("holds: false"));
    act(&mut session, Command::Undo);
    assert_eq!((text(&session), spot(&session)), (before, was));
}

#[test]
fn what_ifs_are_taken_back_one_by_one_and_a_bad_one_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut session, _) = session(folder.path(), "exemplar");
    let was = spot(&session);
    act(&mut session, Command::WhatIfMode);
    act(&mut session, stronger(7.0));
    let once = spot(&session);
    act(&mut session, stronger(9.0));
    act(&mut session, stronger(90.0));
    assert!(session.notice.is_some());
    act(&mut session, Command::Undo);
    assert_eq!(spot(&session), once);
    act(&mut session, Command::Undo);
    assert_eq!(spot(&session), was);
}

#[test]
fn a_what_if_of_a_built_in_play_needs_no_copy_and_keeping_it_makes_one() {
    let own = tempfile::tempdir().unwrap();
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.own_folder = Some(own.path().to_owned());
    session.open_built_in(&OnDisk);
    act(&mut session, Command::WhatIfMode);
    act(&mut session, stronger(9.5));
    let imagined = spot(&session);
    assert_eq!((&*session.shown().unwrap().stem, session.drafts.unsaved().count()), ("exemplar", 0));
    act(&mut session, Command::KeepWhatIf);
    assert_eq!(&*session.shown().unwrap().stem, "our-exemplar");
    assert!((spot(&session) - imagined).abs() < 1e-9);
    assert_eq!(session.shown().unwrap().lineup.play.title, "Exemplar (ours)");
}

#[test]
fn a_plans_start_and_plays_are_kept_in_their_files() {
    let own = tempfile::tempdir().unwrap();
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.own_folder = Some(own.path().to_owned());
    session.open_built_in(&OnDisk);
    assert!(session.show("balanced-build"));
    act(&mut session, Action::StartAt(Some(1), 33.0));
    let first = session.shown().unwrap().lineup.play.assumptions[0].id.clone();
    act(&mut session, Action::Assume(first, false));
    let ends = session.shown().unwrap().ends();
    act(&mut session, Command::KeepWhatIf);
    assert_eq!(session.notice, None);
    let shown = session.shown().unwrap();
    assert!(!shown.is_what_if());
    assert!(shown.ends().iter().zip(&ends).all(|(a, b)| (a - b).abs() < 1e-9), "{:?} {ends:?}", shown.ends());
    assert!(session.entry_behind(Of::Plan).unwrap().text.contains("\"skills\": 33"));
}

#[test]
fn it_goes_to_compare_beside_the_saved_play_and_stays_what_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (session, _) = session(folder.path(), "exemplar");
    let mut window = Window::showing(session, 1280.0, 720.0);
    window.key(Key::V, Modifiers::NONE);
    act(&mut window.session, stronger(9.5));
    window.key(Key::V, Modifiers::SHIFT);
    assert_eq!(window.session.screen, Screen::Compare);
    let titles: Vec<&str> =
        window.session.comparison.sides.iter().map(downfield::app::comparison::Side::title).collect();
    assert_eq!(titles, ["Exemplar", "Exemplar (what if)"]);
    window.work_out();
    let spots: Vec<f64> = window.session.comparison.sides.iter().map(|side| side.drive.spot).collect();
    assert!(spots[1] > spots[0] + 0.1, "{spots:?}");
    act(&mut window.session, Action::CompareTimes(12));
    assert_eq!(window.session.comparison.sides[1].title(), "Exemplar (what if)");
    assert!(window.session.comparison.sides[1].drive.downs.len() > 4);
    act(&mut window.session, Command::Reload);
    assert!(!window.session.comparison.sides[1].stale);
}
