//! Problems with a cure: a click or a key makes it, and undoing it restores the file to the byte.

use std::path::Path;

use bevy_egui::egui::{Key, Modifiers};
use downfield::app::actions::{Action, Command};
use downfield::app::apply::apply;
use downfield::app::session::Session;
use downfield::app::settings::Settings;
use downfield::app::shown::Stale;
use downfield::play_file::{OnDisk, Playbook};

use crate::window::Window;

fn good() -> String {
    let text = Playbook::built_in().find("exemplar").unwrap().text.replace('\n', "\r\n");
    format!("\u{feff}{text}")
}

/// Two cures: a channel, and a player.
fn broken() -> String {
    let text = good().replacen("channel: \"services\"", "channel: \"servces\"", 1);
    let changed = text.replacen("carrier: \"service-team\"", "carrier: \"service-tem\"", 1);
    assert_ne!(text, changed);
    changed
}

fn open(path: &Path) -> Session {
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.open(path, &OnDisk).unwrap();
    session
}

fn text(session: &Session, path: &Path) -> String {
    session.playbook.at(path).unwrap().text.to_string()
}

#[test]
fn a_file_that_was_broken_from_the_start_is_mended_by_its_offers_and_shown() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.ron");
    std::fs::write(&path, broken()).unwrap();
    let mut window = Window::showing(open(&path), 1280.0, 720.0);
    assert_eq!(window.session.panels.problem, Some(0), "nothing else can be shown");
    let count = window.session.problems().count();
    assert!(count >= 2);
    let first = window.session.problem_shown().unwrap().clone();
    window.click(&first.fix.as_ref().unwrap().label);
    assert!(window.session.problems().count() < count);
    assert!(window.session.problem_shown().is_some_and(|next| *next != first), "the next one is shown");
    while window.session.problem_shown().is_some() {
        let actions = window.key(Key::Period, Modifiers::COMMAND);
        assert!(actions.contains(&Command::FixProblem.into()));
    }
    assert_eq!(text(&window.session, &path), good());
    assert_eq!(window.session.panels.problem, None, "the window closes");
    assert_eq!(&*window.session.shown().unwrap().stem, "ours");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), broken(), "nothing is written before it is saved");
    assert!(window.session.drafts.names().0.all(|name| name.starts_with("Fix: Change to ")));
    while window.session.drafts.last_done().is_some() {
        window.key(Key::Z, Modifiers::COMMAND);
    }
    assert_eq!(text(&window.session, &path), broken());
}

#[test]
fn a_play_that_broke_on_the_field_is_mended_from_the_list_of_problems() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.ron");
    std::fs::write(&path, good()).unwrap();
    let mut session = open(folder.path());
    std::fs::write(&path, broken()).unwrap();
    session.reload(&OnDisk);
    assert_eq!(session.shown().unwrap().stale, Some(Stale::Broken));
    let mut window = Window::showing(session, 1280.0, 720.0);
    loop {
        let problem = window.session.problems().next().cloned();
        let Some(problem) = problem else { break };
        window.click(&format!("Fix: {}", problem.fix.unwrap().label));
        assert_eq!(window.session.panels.problem, None, "the place was not asked for");
    }
    assert_eq!(window.session.shown().unwrap().stale, None);
    assert_eq!(text(&window.session, &path), good());
}

#[test]
fn what_cannot_be_mended_says_why_and_stays_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let (gone, latin) = (folder.path().join("gone.ron"), folder.path().join("latin.ron"));
    std::fs::write(&gone, broken()).unwrap();
    let mut session = open(folder.path());
    std::fs::remove_file(&gone).unwrap();
    apply(Action::Fix(0), &mut session, &OnDisk);
    assert!(session.notice.as_ref().unwrap().contains("is gone"), "{:?}", session.notice);
    assert_eq!(session.drafts.all().count(), 0);

    let mut bytes = broken().into_bytes();
    bytes.extend(b"// caf\xe9\r\n");
    std::fs::write(&latin, bytes).unwrap();
    session.reload(&OnDisk);
    for number in 0..=session.problems().count() {
        session.notice = None;
        apply(Action::Fix(number), &mut session, &OnDisk);
        assert!(session.notice.is_some(), "{number}");
    }
    assert_eq!(session.drafts.all().count(), 0);
    assert!(!Command::FixProblem.enabled(&session), "no problem is being looked at");
}
