//! A presentation as the presenter drives it, without a window.

use super::*;
use crate::app::actions::{Action, Command};
use crate::app::apply::apply;
use crate::app::session::Session;
use crate::app::settings::Settings;
use crate::keeping::OnDisk;
use crate::model::{AssumptionId, ChannelId, Phase};

fn session() -> Session {
    let mut session = Session::new(Settings { reduced_motion: false, ..Settings::default() });
    session.own_folder = None;
    session
}

fn presenting(stems: &[&str]) -> Session {
    let mut session = session();
    session.present_stems(stems);
    assert_eq!(session.notice, None);
    session
}

fn act(session: &mut Session, step: PresentStep) {
    apply(step.into(), session, &OnDisk);
}

fn now(session: &Session) -> &Presenting {
    session.presenting.as_ref().unwrap()
}

/// Until nothing moves.
fn settle(session: &mut Session) {
    for _ in 0..600 {
        session.tick_presenting(0.05, 0.05);
    }
    assert!(!session.playback.playing);
}

#[test]
fn steps_run_to_where_they_rest_and_go_on_from_there() {
    let mut session = presenting(&["exemplar"]);
    settle(&mut session);
    let caption = |session: &Session| session.step_frame().unwrap().caption.unwrap().text;
    let mut seen = vec![caption(&session)];
    for _ in 0..5 {
        act(&mut session, PresentStep::Next);
        assert!(session.playback.playing);
        let from = session.playback.time_secs;
        settle(&mut session);
        assert!(session.playback.time_secs > from);
        assert_eq!(session.playback.time_secs, now(&session).rest_secs());
        seen.push(caption(&session));
    }
    seen.dedup();
    assert_eq!(seen.len(), 6);
    act(&mut session, PresentStep::Next);
    assert_eq!(now(&session).at, 5, "there is nothing after the last step");
    act(&mut session, PresentStep::Back);
    assert_eq!((now(&session).at, session.playback.playing), (4, false));
}

#[test]
fn a_step_can_be_cut_short() {
    let mut session = presenting(&["exemplar"]);
    act(&mut session, PresentStep::Next);
    session.tick_presenting(0.1, 0.1);
    act(&mut session, PresentStep::Next);
    assert_eq!(now(&session).at, 2);
    let frame = session.step_frame().unwrap();
    assert!(frame.caption.unwrap().text.starts_with("Three contests"));
}

#[test]
fn reduced_motion_shows_stills() {
    let mut session = presenting(&["exemplar"]);
    session.settings.reduced_motion = true;
    act(&mut session, PresentStep::Next);
    assert!(!session.playback.playing);
    assert_eq!(session.playback.time_secs, now(&session).rest_secs());
}

#[test]
fn leaving_returns_to_the_same_place() {
    let mut session = session();
    session.show("governance-reset");
    apply(Command::RunFour.into(), &mut session, &OnDisk);
    session.playback.time_secs = 3.25;
    session.selected = Some(Subject::Channel(ChannelId::from("culture")));
    let lens = session.lens;
    apply(Command::Present.into(), &mut session, &OnDisk);
    assert!(now(&session).rundown.steps.len() > 3);
    act(&mut session, PresentStep::Last);
    act(&mut session, PresentStep::Escape);
    assert!(session.presenting.is_none());
    let shown = session.shown().unwrap();
    assert_eq!((&*shown.stem, shown.times), ("governance-reset", 4));
    assert_eq!(session.playback.time_secs, 3.25);
    assert_eq!(session.selected, Some(Subject::Channel(ChannelId::from("culture"))));
    assert_eq!(session.lens, lens);
    assert!(!session.what_if_mode);
}

#[test]
fn escape_closes_what_is_open_before_it_leaves() {
    let mut session = presenting(&["exemplar"]);
    act(&mut session, PresentStep::Tool(Tool::Pen));
    act(&mut session, PresentStep::Inspector(true));
    act(&mut session, PresentStep::Board(Some(Board::Argue(ArgueBoard::default()))));
    act(&mut session, PresentStep::Overview);
    let mut left = 0;
    while session.presenting.is_some() {
        act(&mut session, PresentStep::Escape);
        left += 1;
    }
    assert_eq!(left, 5);
}

#[test]
fn what_the_room_switches_moves_the_result_and_is_noted_and_no_file_changes() {
    let mut session = presenting(&["exemplar"]);
    act(&mut session, PresentStep::Last);
    let before = session.step_frame().unwrap();
    apply(Action::Assume(AssumptionId::from("small-team"), false), &mut session, &OnDisk);
    let after = session.step_frame().unwrap();
    assert!(after.channels[1].front > before.channels[1].front + 0.1);
    let switched = &now(&session).room.switched;
    assert_eq!(switched.len(), 1);
    assert_eq!((switched[0].assumption.as_str(), switched[0].holds), ("small-team", false));
    assert!(
        session.drafts.unsaved().all(|(path, _)| path.ends_with("records")) || session.own_folder.is_none()
    );
    // It stays when somebody goes away and comes back.
    act(&mut session, PresentStep::First);
    act(&mut session, PresentStep::Last);
    assert_eq!(session.step_frame().unwrap().channels[1].front, after.channels[1].front);
    apply(Action::Assume(AssumptionId::from("small-team"), true), &mut session, &OnDisk);
    assert!(now(&session).room.switched.is_empty());
}

#[test]
fn a_guess_is_entered_lane_by_lane_and_set_against_the_run() {
    let mut session = presenting(&["exemplar"]);
    act(&mut session, PresentStep::Groups(vec!["Blue".into(), " Red ".into(), "Blue".into(), String::new()]));
    assert_eq!(now(&session).room.groups.len(), 2);
    apply(Command::CallIt.into(), &mut session, &OnDisk);
    for typed in ["6", "5", "4", "0", "3"] {
        let Some(Board::Guess(mut board)) = now(&session).board.clone() else { panic!("the board is open") };
        let lane = board.lane;
        typed.clone_into(&mut board.typed[lane]);
        act(&mut session, PresentStep::Board(Some(Board::Guess(board))));
        act(&mut session, PresentStep::Enter);
    }
    let Some(Board::Guess(board)) = &now(&session).board else { panic!("the next group guesses") };
    assert_eq!((board.group, board.lane), (1, 0));
    act(&mut session, PresentStep::Escape);
    act(&mut session, PresentStep::Last);
    let guess = &now(&session).room.guesses[0];
    assert_eq!((guess.group.as_str(), guess.yards.len(), guess.came_to.len()), ("Blue", 5, 5));
    assert!(now(&session).reveals());
}

#[test]
fn a_file_that_breaks_leaves_the_last_good_picture_and_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.ron");
    let text = crate::play_file::Playbook::built_in().find("exemplar").unwrap().text.to_string();
    std::fs::write(&path, &text).unwrap();
    let mut session = session();
    session.open(&path, &OnDisk).unwrap();
    session.present_stems(&["mine"]);
    act(&mut session, PresentStep::GoTo(3));
    let before = session.step_frame().unwrap();
    std::fs::write(&path, text.replace("offense: [", "offense: [[")).unwrap();
    apply(Command::Reload.into(), &mut session, &OnDisk);
    session.reload(&OnDisk);
    assert_eq!(now(&session).at, 3);
    assert_eq!(session.step_frame().unwrap(), before);
    assert!(now(&session).stale().unwrap().contains("mine.ron has errors"), "{:?}", now(&session).stale());
    std::fs::remove_file(&path).unwrap();
    session.reload(&OnDisk);
    assert_eq!(session.step_frame().unwrap(), before);
    assert!(now(&session).troubles().next().is_some());
    std::fs::write(&path, text.replace("Real gains, and soon", "Gains")).unwrap();
    session.reload(&OnDisk);
    assert_eq!(now(&session).at, 3);
    assert!(session.step_frame().unwrap().caption.unwrap().text.starts_with("Gains:"));
    assert_eq!(now(&session).stale(), None);
}

#[test]
fn ink_and_room_are_still_there_when_it_is_presented_again() {
    let mut session = presenting(&["exemplar"]);
    act(&mut session, PresentStep::Ink(InkStep::Begin((0.1, 0.1))));
    act(&mut session, PresentStep::Ink(InkStep::Line((0.5, 0.5))));
    act(&mut session, PresentStep::Ink(InkStep::End));
    act(&mut session, PresentStep::Decision("  Fund the  team. ".into()));
    act(&mut session, PresentStep::Leave);
    session.present_stems(&["exemplar"]);
    let key = now(&session).step().unwrap().key.clone();
    assert!(now(&session).ink.is_over(&key));
    assert_eq!(now(&session).room.decisions, ["Fund the team."]);
    act(&mut session, PresentStep::Next);
    let key = now(&session).step().unwrap().key.clone();
    assert!(!now(&session).ink.is_over(&key));
}

#[test]
fn record_and_ink_are_files_that_read_without_problems() {
    let folder = tempfile::tempdir().unwrap();
    let mut session = session();
    session.own_folder = Some(folder.path().to_owned());
    session.present_stems(&["exemplar"]);
    act(&mut session, PresentStep::Decision("We fund the team.".into()));
    assert_eq!(session.drafts.unsaved().count(), 1, "it survives a crash before anybody saves it");
    act(&mut session, PresentStep::KeepRecord("Board away day".into()));
    act(&mut session, PresentStep::Ink(InkStep::Begin((0.1, 0.1))));
    act(&mut session, PresentStep::Ink(InkStep::Line((0.5, 0.5))));
    act(&mut session, PresentStep::Ink(InkStep::End));
    act(&mut session, PresentStep::KeepInk);
    assert_eq!(session.notice, None);
    let read = |name: &str| {
        let path = folder.path().join("records").join(name);
        let bytes = std::fs::read(&path).unwrap();
        let reading = crate::play_file::read(&bytes, name, None, crate::play_file::Playbook::built_in());
        assert_eq!(reading.problems, [], "{}", String::from_utf8_lossy(&bytes));
        reading.document.unwrap()
    };
    let crate::play_file::Document::WorkshopRecord(record) = read("board-away-day.ron") else { panic!() };
    assert_eq!(record.decisions, ["We fund the team."]);
    assert!(matches!(read("exemplar-ink.ron"), crate::play_file::Document::Ink(_)));
    // Somebody else opens it the next day.
    let mut other = Session::new(Settings::default());
    other.open(folder.path(), &OnDisk).unwrap();
    other.present_stems(&["exemplar"]);
    let key = now(&other).step().unwrap().key.clone();
    assert!(now(&other).ink.is_over(&key));
}

#[test]
fn a_show_among_other_files_is_refused_with_a_sentence() {
    let mut session = session();
    session.present_stems(&["first-workshop", "exemplar"]);
    assert!(session.presenting.is_none());
    assert_eq!(
        session.notice.as_deref(),
        Some("first-workshop is a show: present it by itself, or plays and plans together.")
    );
}

#[test]
fn the_shipped_show_is_gone_through_from_beginning_to_end() {
    let mut session = presenting(&["first-workshop"]);
    let count = now(&session).rundown.steps.len();
    for at in 0..count {
        assert_eq!(now(&session).at, at);
        let step = now(&session).step().unwrap().clone();
        assert_ne!(step.sight, crate::show::Sight::Card(crate::show::Card::Missing), "{}", step.caption);
        if step.phase == Some(Phase::ReadOut) {
            assert!(session.step_frame().is_some());
        }
        act(&mut session, PresentStep::Next);
    }
    assert!(now(&session).clock.target_secs.is_some());
}
