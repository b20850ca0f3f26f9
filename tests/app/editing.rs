//! Changing what is on the field: texts, copies of what is built in, and the way back.

use std::path::Path;

use downfield::app::actions::{Action, Command};
use downfield::app::apply::apply;
use downfield::app::session::{Edit, Of, Session};
use downfield::app::settings::Settings;
use downfield::drafts::{Gesture, Joins};
use downfield::model::Strength;
use downfield::play_file::edit::Change;
use downfield::play_file::tree::NodePath;
use downfield::play_file::{OnDisk, Playbook};

fn session(own: &Path) -> Session {
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.own_folder = Some(own.to_owned());
    session.open_built_in(&OnDisk);
    session
}

fn act(session: &mut Session, action: impl Into<Action>) {
    apply(action.into(), session, &OnDisk);
}

fn strength(of: Of, likely: f64) -> Edit {
    let path = NodePath::root().field("offense").index(0).field("strength");
    Edit::new(of, "Make it stronger", vec![Change::set(path, Strength::exactly(likely))])
}

fn text(session: &Session, of: Of) -> String {
    session.entry_behind(of).unwrap().text.to_string()
}

fn spot(session: &Session) -> f64 {
    session.frame().unwrap().run.spot
}

#[test]
fn a_built_in_play_is_edited_as_a_copy_and_undoing_all_of_it_goes_back_to_the_original() {
    let own = tempfile::tempdir().unwrap();
    let mut session = session(own.path());
    let (before, built_in) = (spot(&session), text(&session, Of::Play));
    act(&mut session, Action::Edit(strength(Of::Play, 9.0)));
    assert_eq!(&*session.shown().unwrap().stem, "our-exemplar");
    assert!(spot(&session) > before + 0.1);
    assert!(session.news.as_ref().unwrap().contains("our-exemplar.ron"), "{:?}", session.news);
    let changed = text(&session, Of::Play);
    assert_ne!(changed, built_in);
    assert!(changed.contains("strength: 9,") && changed.contains("Exemplar (ours)"));
    assert_eq!(
        session.playbook.find("exemplar").unwrap().text,
        Playbook::built_in().find("exemplar").unwrap().text
    );
    act(&mut session, Command::Undo);
    assert_eq!(spot(&session), before);
    act(&mut session, Command::Undo);
    assert_eq!(&*session.shown().unwrap().stem, "exemplar");
    assert!(session.playbook.find("our-exemplar").is_none());
    act(&mut session, Command::Redo);
    act(&mut session, Command::Redo);
    assert_eq!(text(&session, Of::Play), changed);
    assert!(std::fs::read_dir(own.path()).unwrap().next().is_none(), "nothing is written before it is saved");
}

#[test]
fn a_drag_is_one_step_and_the_field_follows_every_move() {
    let own = tempfile::tempdir().unwrap();
    let mut session = session(own.path());
    let drag = Joins::Replaces(Gesture(1));
    let mut spots = Vec::new();
    for likely in [6.0, 7.0, 8.0] {
        act(&mut session, Action::Edit(strength(Of::Play, likely).joined(drag)));
        spots.push(spot(&session));
    }
    assert!(spots.windows(2).all(|pair| pair[0] < pair[1]), "{spots:?}");
    act(&mut session, Action::Settle);
    assert_eq!(session.drafts.names().0.collect::<Vec<_>>(), ["Copy exemplar", "Make it stronger"]);
}

#[test]
fn what_is_reached_through_a_plan_keeps_its_name_so_that_the_plan_finds_it() {
    let own = tempfile::tempdir().unwrap();
    let mut session = session(own.path());
    assert!(session.show("balanced-build"));
    let before = session.shown().unwrap().ends();
    act(&mut session, Action::Edit(strength(Of::Play, 9.5)));
    assert_eq!(session.notice, None);
    assert_eq!(&*session.shown().unwrap().stem, "our-balanced-build");
    let behind = session.entry_behind(Of::Play).unwrap();
    assert_eq!(behind.path, own.path().join("exemplar.ron"));
    assert_ne!(session.shown().unwrap().ends(), before);
    let path = NodePath::root().field("rules").field("drag");
    act(&mut session, Action::Edit(Edit::new(Of::Model, "Drag", vec![Change::set(path, 0.0)])));
    assert_eq!(session.entry_behind(Of::Model).unwrap().path, own.path().join("models/five-channels.ron"));
    assert_eq!(session.shown().unwrap().plan.as_ref().unwrap().sheet.model.constants.drag, 0.0);
    while session.drafts.last_done().is_some() {
        act(&mut session, Command::Undo);
    }
    assert_eq!(&*session.shown().unwrap().stem, "balanced-build");
    assert_eq!(session.shown().unwrap().ends(), before);
}

#[test]
fn a_file_of_the_users_is_changed_in_place_and_an_impossible_edit_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let text_before = Playbook::built_in().find("exemplar").unwrap().text.replace('\n', "\r\n");
    let path = folder.path().join("mine.ron");
    std::fs::write(&path, &text_before).unwrap();
    let mut session = session(folder.path());
    session.open(&path, &OnDisk).unwrap();
    act(&mut session, Action::Edit(strength(Of::Play, 7.0)));
    assert_eq!(text(&session, Of::Play), text_before.replacen("strength: (3, 5, 6)", "strength: 7", 1));
    act(&mut session, Action::Edit(strength(Of::Play, 70.0)));
    assert!(session.notice.as_ref().unwrap().contains("strength"), "{:?}", session.notice);
    act(&mut session, Command::Undo);
    assert_eq!(text(&session, Of::Play), text_before);
    assert_eq!(session.drafts.unsaved().count(), 0);
}

#[test]
fn undo_goes_to_where_the_change_was() {
    let own = tempfile::tempdir().unwrap();
    let mut session = session(own.path());
    act(&mut session, Action::Edit(strength(Of::Play, 9.0)));
    act(&mut session, Action::ShowPlay("api-strategy".into()));
    act(&mut session, Command::Undo);
    assert_eq!(&*session.shown().unwrap().stem, "our-exemplar");
}
