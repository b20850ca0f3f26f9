//! Saving, files that others change, leaving, and work of an earlier run.

use std::path::{Path, PathBuf};

use bevy_egui::egui::{Key, Modifiers};
use downfield::app::actions::{Action, Command};
use downfield::app::apply::{Request, apply};
use downfield::app::session::{Asking, Decided, Edit, Of, Session};
use downfield::app::settings::Settings;
use downfield::keeping::Rescue;
use downfield::model::Strength;
use downfield::play_file::edit::Change;
use downfield::play_file::tree::NodePath;
use downfield::play_file::{OnDisk, Playbook};

use crate::window::Window;

fn window(folder: &Path) -> (Window, PathBuf, String) {
    let text = Playbook::built_in().find("exemplar").unwrap().text.to_string();
    let path = folder.join("mine.ron");
    std::fs::write(&path, &text).unwrap();
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.open(&path, &OnDisk).unwrap();
    (Window::showing(session, 1280.0, 720.0), path, text)
}

fn act(window: &mut Window, action: impl Into<Action>) -> Option<Request> {
    let request = apply(action.into(), &mut window.session, &OnDisk);
    window.settle();
    request
}

fn stronger(likely: f64) -> Action {
    let path = NodePath::root().field("offense").index(0).field("strength");
    Action::Edit(Edit::new(Of::Play, "Make it stronger", vec![Change::set(path, Strength::exactly(likely))]))
}

fn on_disk(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn save_writes_what_was_changed_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, before) = window(folder.path());
    assert!(!window.says("Save"));
    act(&mut window, stronger(8.0));
    assert!(window.says("Save"));
    assert_eq!(on_disk(&path), before);
    window.key(Key::S, Modifiers::COMMAND);
    assert_eq!(on_disk(&path), before.replacen("strength: (3, 5, 6)", "strength: 8", 1));
    assert!(!window.says("Save") && window.mentions("Saved "));
    window.key(Key::Z, Modifiers::COMMAND);
    window.key(Key::S, Modifiers::COMMAND);
    assert_eq!(on_disk(&path), before, "also what is undone after saving can be saved");
}

#[test]
fn a_file_changed_by_others_is_never_silently_overwritten() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, before) = window(folder.path());
    act(&mut window, stronger(8.0));
    let theirs = before.replacen("step_back: 5", "step_back: 9", 1);
    std::fs::write(&path, &theirs).unwrap();
    window.key(Key::S, Modifiers::COMMAND);
    assert_eq!(on_disk(&path), theirs);
    assert_eq!(window.session.panels.asking, Some(Asking::Conflict(path.clone())));
    assert!(window.says("Changed by somebody else"));
    let told = window.session.differences(&path);
    assert!(told.iter().any(|sentence| sentence.contains("stronger")), "{told:?}");
    assert!(
        told.iter().any(|sentence| sentence.contains("9 yards") || sentence.contains("steps back")),
        "{told:?}"
    );
    window.click("Keep mine");
    assert_eq!(on_disk(&path), before.replacen("strength: (3, 5, 6)", "strength: 8", 1));

    act(&mut window, stronger(9.0));
    std::fs::write(&path, &theirs).unwrap();
    act(&mut window, Command::Reload);
    assert_eq!(window.session.panels.asking, Some(Asking::Conflict(path.clone())));
    window.click("Take theirs");
    assert_eq!(window.session.playbook.find("mine").unwrap().text.to_string(), theirs);
    assert_eq!(window.session.drafts.unsaved().count(), 0);
    act(&mut window, Command::Undo);
    assert!(
        window.session.playbook.find("mine").unwrap().text.contains("strength: 9,"),
        "mine can be had back"
    );
}

#[test]
fn once_nothing_of_mine_is_left_there_is_nothing_to_decide() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, before) = window(folder.path());
    act(&mut window, stronger(8.0));
    let theirs = before.replacen("step_back: 5", "step_back: 9", 1);
    std::fs::write(&path, &theirs).unwrap();
    act(&mut window, Command::Reload);
    window.click("Decide later");
    assert!(window.mentions("was changed by somebody else, and you have changes too"));
    window.click("Decide");
    assert_eq!(window.session.panels.asking, Some(Asking::Conflict(path.clone())));
    window.click("Decide later");
    act(&mut window, Command::Undo);
    assert_eq!(window.session.playbook.find("mine").unwrap().text.to_string(), theirs);
    assert!(!window.mentions("was changed by somebody else"));
    assert_eq!(window.session.drafts.unsaved().count(), 0);
}

#[test]
fn a_file_that_vanished_can_be_saved_again_or_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, _) = window(folder.path());
    act(&mut window, stronger(8.0));
    std::fs::remove_file(&path).unwrap();
    act(&mut window, Command::Reload);
    assert_eq!(window.session.panels.asking, Some(Asking::Conflict(path.clone())));
    window.click("Save it again");
    assert!(on_disk(&path).contains("strength: 8,"));

    act(&mut window, stronger(9.0));
    let other = folder.path().join("other.ron");
    act(&mut window, Action::SaveAs(folder.path().join("Not Allowed.ron")));
    assert!(window.session.notice.take().unwrap().contains("lower-case"));
    act(&mut window, Action::SaveAs(other.clone()));
    assert_eq!(window.session.notice, None);
    assert!(on_disk(&other).contains("strength: 9,") && on_disk(&path).contains("strength: 8,"));
    assert_eq!(&*window.session.shown().unwrap().stem, "other");
    assert_eq!(window.session.drafts.unsaved().count(), 0);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_written_is_a_sentence_and_the_work_is_still_here() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, before) = window(folder.path());
    let mut permissions = std::fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&path, permissions).unwrap();
    act(&mut window, stronger(8.0));
    window.key(Key::S, Modifiers::COMMAND);
    let notice = window.session.notice.clone().expect("a sentence");
    assert!(notice.contains("still here") && !notice.contains("os error"), "{notice}");
    assert_eq!((on_disk(&path), window.session.drafts.unsaved().count()), (before, 1));
}

#[test]
fn closing_asks_where_there_is_unsaved_work() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, before) = window(folder.path());
    assert_eq!(act(&mut window, Command::Quit), Some(Request::Quit));
    act(&mut window, stronger(8.0));
    assert_eq!(act(&mut window, Command::Quit), None);
    assert!(window.says("There is unsaved work"));
    window.click("Stay");
    assert_eq!(window.session.panels.asking, None);
    act(&mut window, Command::Quit);
    window.click("Save and close");
    assert!(window.requests.contains(&Request::Quit));
    assert_ne!(on_disk(&path), before);
    act(&mut window, stronger(9.0));
    window.requests.clear();
    act(&mut window, Command::Quit);
    window.click("Close without saving");
    assert!(window.requests.contains(&Request::Quit));
    assert!(on_disk(&path).contains("strength: 8,"));
}

#[test]
fn work_of_an_earlier_run_is_offered_and_taken_up_unsaved_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, before) = window(folder.path());
    let text = before.replacen("strength: (3, 5, 6)", "strength: 8", 1);
    let rescue = Rescue { path: path.clone(), base: Some(before.clone()), text: text.clone(), saved_secs: 1 };
    let saved_by_now = Rescue { text: before.clone(), ..rescue.clone() };
    window.session.offer(vec![rescue.clone(), saved_by_now.clone()], &OnDisk);
    window.settle();
    assert_eq!(window.session.settled, [saved_by_now], "what is in the file needs no offer");
    assert!(window.says("Unsaved work from before") && window.says("mine.ron"));
    window.click("Take it up");
    assert_eq!(window.session.playbook.find("mine").unwrap().text.to_string(), text);
    assert_eq!((on_disk(&path), window.session.drafts.unsaved().count()), (before, 1));
    assert!(window.session.settled.contains(&rescue) && window.session.panels.asking.is_none());
    window.key(Key::S, Modifiers::COMMAND);
    assert_eq!(on_disk(&path), text);
}

#[test]
fn work_on_a_file_that_changed_since_is_a_conflict_and_not_an_overwrite() {
    let folder = tempfile::tempdir().unwrap();
    let (mut window, path, before) = window(folder.path());
    let rescue = Rescue {
        path: path.clone(),
        base: Some("what it was".to_owned()),
        text: before.replacen("strength: (3, 5, 6)", "strength: 8", 1),
        saved_secs: 1,
    };
    window.session.offer(vec![rescue], &OnDisk);
    apply(Action::Decide(Decided::TakeUp(0)), &mut window.session, &OnDisk);
    window.key(Key::S, Modifiers::COMMAND);
    assert_eq!(on_disk(&path), before);
    assert_eq!(window.session.panels.asking, Some(Asking::Conflict(path)));
}
