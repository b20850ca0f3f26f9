//! The room takes part: guesses, fronts, calls, arguments and decisions, by keys alone, and by hand.

use std::fmt::Write as _;
use std::path::Path;

use bevy_egui::egui::{Key, Modifiers, Pos2, Rect, Vec2};
use downfield::app::actions::Action;
use downfield::app::apply::apply;
use downfield::app::session::presenting::{ArgueBoard, Argued, Board, BoardKey, Dispute, GuessBoard};
use downfield::app::session::{PresentStep, Presenting, Session};
use downfield::app::settings::Settings;
use downfield::model::{ChannelId, WorkshopRecord};
use downfield::picture::Themes;
use downfield::play_file::{Document, OnDisk, Playbook, read};

use crate::window::Window;

const SHOW: &str = r#"Show(
    format: 1,
    title: "Our workshop",
    items: [
        Fronts(),
        Play(play: "exemplar", guess: true),
        Calls(plays: ["exemplar", "governance-reset", "common-components"], calls: 3),
        Decide(text: "What do we do first?"),
    ],
)
"#;

fn act(window: &mut Window, action: impl Into<Action>) {
    apply(action.into(), &mut window.session, &OnDisk);
    window.settle();
}

/// A folder with a show, presented.
fn workshop(folder: &Path, width: f32, height: f32) -> Window {
    std::fs::write(folder.join("talk.ron"), SHOW).unwrap();
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.open(folder, &OnDisk).unwrap();
    session.present_stems(&["talk"]);
    assert_eq!(session.notice, None);
    Window::showing(session, width, height)
}

/// The first play, presented.
fn exemplar() -> Window {
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.present_stems(&["exemplar"]);
    Window::showing(session, 1280.0, 720.0)
}

fn now(window: &Window) -> &Presenting {
    window.session.presenting.as_ref().unwrap()
}

/// To the first step with such a board.
fn go_to(window: &mut Window, wanted: impl Fn(&Board) -> bool) {
    act(window, PresentStep::First);
    while !now(window).board.as_ref().is_some_and(&wanted) {
        let at = now(window).at;
        window.key(Key::PageDown, Modifiers::NONE);
        assert_ne!(now(window).at, at, "no step opens that board");
    }
}

const fn digit(digit: char) -> (Key, &'static str) {
    match digit {
        '0' => (Key::Num0, "0"),
        '1' => (Key::Num1, "1"),
        '2' => (Key::Num2, "2"),
        '3' => (Key::Num3, "3"),
        '4' => (Key::Num4, "4"),
        '5' => (Key::Num5, "5"),
        '6' => (Key::Num6, "6"),
        '-' => (Key::Minus, "-"),
        _ => (Key::Enter, ""),
    }
}

/// Keys as hands strike them: digits, and `/` for Enter.
fn keys(typed: &str) -> Vec<(Key, &'static str)> {
    typed.chars().map(digit).collect()
}

/// Says who is in the room, by keys.
fn name_groups(window: &mut Window, names: &str) {
    window.key(Key::G, Modifiers::SHIFT);
    for letter in names.chars() {
        window.type_text(&letter.to_string());
    }
    window.key(Key::Enter, Modifiers::NONE);
}

fn guess_of(window: &Window, group: &str) -> Vec<f64> {
    let guess = now(window).room.guesses.iter().find(|guess| guess.group == group).unwrap();
    let ids = ["services", "skills", "culture", "governance", "technology"];
    ids.map(|id| guess.yards.get(&ChannelId::from(id)).copied().unwrap_or(f64::NAN)).to_vec()
}

#[test]
fn a_group_guesses_five_channels_in_fewer_than_fifteen_keys() {
    let mut window = exemplar();
    name_groups(&mut window, "Blue,  Red");
    assert_eq!(now(&window).room.groups.len(), 2);
    window.key(Key::C, Modifiers::NONE);
    let strokes = keys("6/12/-1/0/3/");
    assert!(strokes.len() < 15, "{}", strokes.len());
    for stroke in &strokes {
        window.strike(&[*stroke]);
    }
    assert_eq!(guess_of(&window, "Blue"), [6.0, 12.0, -1.0, 0.0, 3.0]);
    let Some(Board::Guess(board)) = &now(&window).board else { panic!("the next group guesses") };
    assert_eq!((board.group, board.lane), (1, 0));
    // However fast hands are: all keys of the second group come before the window is drawn again.
    window.strike(&keys("1/2/3/4/5/"));
    assert_eq!(guess_of(&window, "Red"), [1.0, 2.0, 3.0, 4.0, 5.0]);
    assert_eq!(now(&window).board, None);
}

#[test]
fn what_others_guessed_is_hidden_while_a_group_guesses() {
    let mut window = exemplar();
    name_groups(&mut window, "Blue, Red");
    window.key(Key::C, Modifiers::NONE);
    window.strike(&keys("6/6/6/6/6/"));
    assert!(window.says("Blue: has guessed"));
    assert_eq!(window.value("Guess for Products & services, in yards"), "");
    assert_eq!(now(&window).room_in_sight().guesses.len(), 0);
    window.key(Key::Tab, Modifiers::NONE);
    assert_eq!(window.value("Guess for Products & services, in yards"), "6");
    assert_eq!(now(&window).room_in_sight().guesses.len(), 1);
    window.key(Key::Tab, Modifiers::SHIFT);
    window.strike(&keys("2/"));
    window.key(Key::Escape, Modifiers::NONE);
    assert_eq!((now(&window).board.clone(), now(&window).room_in_sight().guesses.len()), (None, 2));
}

#[test]
fn nothing_typed_is_lost_when_the_board_is_closed_or_the_clicker_goes_on() {
    let mut window = exemplar();
    window.key(Key::C, Modifiers::NONE);
    window.strike(&keys("6"));
    window.key(Key::Escape, Modifiers::NONE);
    window.key(Key::C, Modifiers::NONE);
    assert_eq!(window.value("Guess for Products & services, in yards"), "6");
    // It stands there to be overwritten, not to be gone on with.
    window.strike(&keys("4/"));
    window.strike(&keys("-2"));
    window.key(Key::PageDown, Modifiers::NONE);
    assert_eq!((now(&window).at, now(&window).board.clone()), (1, None));
    assert_eq!(guess_of(&window, "The room")[..2], [4.0, -2.0]);
}

#[test]
fn after_the_run_the_board_says_who_was_right() {
    let mut window = exemplar();
    window.key(Key::C, Modifiers::NONE);
    window.strike(&keys("6/6/3/1/1/"));
    window.key(Key::End, Modifiers::NONE);
    window.key(Key::C, Modifiers::NONE);
    let act = now(&window).act().unwrap();
    let read_out = now(&window).room.guesses[0].read_out(act.model(), &act.gained());
    assert!(read_out.contains("too many in Skills"), "{read_out}");
    assert!(window.says(&read_out));
    assert!(window.mentions("came to 6; The room guessed 6."));
    // Nobody guesses afterwards.
    window.strike(&keys("1/"));
    assert_eq!(guess_of(&window, "The room"), [6.0, 6.0, 3.0, 1.0, 1.0]);
}

#[test]
fn a_guess_is_made_by_hand_too() {
    let mut window = exemplar();
    window.key(Key::C, Modifiers::NONE);
    window.click("One yard more: Culture & mindset");
    window.click("One yard more: Culture & mindset");
    window.click("One yard less: Products & services");
    window.click("Guess for Technology & data, in yards");
    window.strike(&keys("5"));
    let guess = guess_of(&window, "The room");
    assert_eq!((guess[0], guess[2], guess[4]), (-1.0, 2.0, 5.0));
}

#[test]
fn the_room_says_where_each_channel_stands_today() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = workshop(folder.path(), 1280.0, 720.0);
    let label = "Where Products & services stands today, in yards";
    assert_eq!(window.value(label), "20");
    let model = window.session.presented_model().unwrap();
    let mark = &model.channels[0].marks[0];
    assert!(window.mentions(&mark.text), "the room decides by the marks");
    window.strike(&keys("35"));
    assert_eq!((window.value(label), window.session.presented_fronts().unwrap()[0]), ("35".into(), 35.0));
    window.key(Key::Backspace, Modifiers::NONE);
    window.key(Key::Backspace, Modifiers::NONE);
    assert_eq!(window.session.presented_fronts().unwrap()[0], 20.0, "what was typed is taken back");
    window.strike(&keys("35/"));
    window.key(Key::ArrowRight, Modifiers::SHIFT);
    window.key(Key::ArrowLeft, Modifiers::NONE);
    assert_eq!(window.session.presented_fronts().unwrap()[..2], [35.0, 24.0]);
    // The play starts there.
    go_to(&mut window, |board| matches!(board, Board::Guess(_)));
    assert_eq!(window.session.shown().unwrap().start[..2], [35.0, 24.0]);
}

#[test]
fn groups_call_plays_without_seeing_each_others_until_all_are_shown() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = workshop(folder.path(), 1920.0, 1080.0);
    name_groups(&mut window, "Blue, Red");
    go_to(&mut window, |board| matches!(board, Board::Calls { .. }));
    window.strike(&keys("112"));
    window.strike(&keys("3"));
    let called = |window: &Window, group: usize| {
        let called = now(window).room.called.iter().find(|called| called.group == group);
        called.map_or(Vec::new(), |called| called.plays.iter().map(|play| play.as_str().to_owned()).collect())
    };
    assert_eq!(called(&window, 0), ["exemplar", "exemplar", "governance-reset"], "three calls and no more");
    window.key(Key::Backspace, Modifiers::NONE);
    window.key(Key::Enter, Modifiers::NONE);
    assert!(window.says("Blue: 2 of 3 called") && !window.says("1. Exemplar"));
    window.click("Call Common components");
    window.click("Call Governance reset");
    assert_eq!(called(&window, 1), ["common-components", "governance-reset"]);
    let told = "Blue: Exemplar, Exemplar. Whole organisation";
    assert!(!window.mentions(told));
    window.key(Key::R, Modifiers::NONE);
    assert!(window.mentions(told) && window.mentions("Red: Common components, Governance reset."));
    let result = now(&window).room.called[0].result.unwrap();
    assert!(window.mentions(&format!("Whole organisation {:.0}, out on its own", result.0.round())));
    window.strike(&keys("1"));
    assert_eq!(called(&window, 0).len(), 2, "what is shown to all is not changed in passing");
}

#[test]
fn what_would_change_our_minds_moves_the_result_and_no_file() {
    let mut window = exemplar();
    let text = Playbook::built_in().find("exemplar").unwrap().text.clone();
    window.key(Key::End, Modifiers::NONE);
    let spot = |window: &Window| window.session.step_frame().unwrap().run.spot;
    let before = spot(&window);
    window.key(Key::A, Modifiers::NONE);
    assert!(window.says("Nothing is changed so far."));
    window.work_out();
    let Some(Board::Argue(board)) = now(&window).board.clone() else { panic!("it is open") };
    assert!(board.ordered, "what matters most comes first");
    let first = board.rows.iter().position(|row| matches!(row, Dispute::Assumption(_)));
    act(&mut window, PresentStep::Key(BoardKey::Row(first.unwrap())));
    window.strike(&[(Key::Space, " ")]);
    assert_eq!(now(&window).at, now(&window).rundown.steps.len() - 1, "the space bar is the board's here");
    assert!((spot(&window) - before).abs() > 0.01);
    assert_eq!(now(&window).room.switched.len(), 1);
    let Some(Board::Argue(same)) = now(&window).board.clone() else { panic!("it is open") };
    assert_eq!(same.rows, board.rows, "rows do not move under the hand");
    let switched = spot(&window);
    let strength = board.rows.iter().position(|row| *row == Dispute::Strength("service-team".into()));
    act(&mut window, PresentStep::Key(BoardKey::Row(strength.unwrap())));
    window.key(Key::ArrowRight, Modifiers::SHIFT);
    assert!(spot(&window) > switched + 0.01);
    assert_eq!(now(&window).room.judged[0].strength.likely, 7.5);
    window.click("Weaker: Service redesign team");
    assert_eq!(now(&window).room.judged[0].strength.likely, 7.0);
    assert!(window.says("Service redesign team, likely"));
    window.key(Key::R, Modifiers::NONE);
    assert_eq!(spot(&window), before);
    assert!(now(&window).room.switched.is_empty() && now(&window).room.judged.is_empty());
    assert_eq!(window.session.playbook.find("exemplar").unwrap().text, text);
}

#[test]
fn a_strength_is_judged_also_where_only_the_program_has_the_plays_file() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = workshop(folder.path(), 1280.0, 720.0);
    go_to(&mut window, |board| matches!(board, Board::Guess(_)));
    window.key(Key::Escape, Modifiers::NONE);
    let strength = downfield::model::Strength::exactly(9.0);
    act(&mut window, PresentStep::Judge("service-team".into(), strength));
    assert_eq!((window.session.notice.clone(), now(&window).room.judged.len()), (None, 1));
    act(&mut window, PresentStep::Judge("user-research".into(), strength));
    assert_eq!(now(&window).room.judged.len(), 2);
}

#[test]
fn a_decision_is_written_recorded_and_saved_as_a_file_that_reads_without_problems() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = workshop(folder.path(), 1280.0, 720.0);
    go_to(&mut window, |board| matches!(board, Board::Note(Argued::Decision, _)));
    for letter in "We fund a shared platform.".chars() {
        window.type_text(&letter.to_string());
    }
    window.key(Key::Enter, Modifiers::NONE);
    for letter in "Blow the budget".chars() {
        window.type_text(&letter.to_string());
    }
    window.key(Key::Enter, Modifiers::NONE);
    assert_eq!(now(&window).board, Some(Board::Note(Argued::Decision, String::new())), "it stays open");
    window.click("Take back: Blow the budget");
    assert_eq!(now(&window).room.decisions, ["We fund a shared platform."]);
    window.key(Key::Escape, Modifiers::NONE);
    window.key(Key::R, Modifiers::NONE);
    assert!(window.says("It holds 1 decision."));
    for letter in "Board day".chars() {
        window.type_text(&letter.to_string());
    }
    let path = folder.path().join("records").join("board-day.ron");
    assert!(window.mentions(&path.display().to_string()));
    window.key(Key::Enter, Modifiers::NONE);
    assert_eq!(window.session.notice, None);
    let record = saved(&path);
    assert_eq!((record.show.as_deref(), record.decisions.len()), (Some("talk"), 1));
}

#[test]
fn what_is_typed_before_a_field_has_the_keyboard_stands_in_it() {
    let mut window = exemplar();
    let board = Board::Note(Argued::Argument, String::new());
    // Not shown yet: a slow machine has the first letters before it has drawn the board.
    apply(PresentStep::Board(Some(board)).into(), &mut window.session, &OnDisk);
    for letter in ["W", "e"] {
        window.type_text(letter);
    }
    assert_eq!(now(&window).board, Some(Board::Note(Argued::Argument, "We".into())));
}

fn saved(path: &Path) -> WorkshopRecord {
    let bytes = std::fs::read(path).unwrap();
    let reading = read(&bytes, "record", None, Playbook::built_in());
    assert_eq!(reading.problems, [], "{}", String::from_utf8_lossy(&bytes));
    let Some(Document::WorkshopRecord(record)) = reading.document else { panic!("it is a record") };
    WorkshopRecord::clone(&record)
}

#[test]
fn time_is_given_to_the_room_by_digits_or_a_press() {
    let mut window = exemplar();
    window.key(Key::T, Modifiers::NONE);
    assert_eq!(window.value("Minutes"), "5");
    window.strike(&keys("12/"));
    assert_eq!((now(&window).clock.timer_secs, now(&window).board.clone()), (Some(720.0), None));
    window.key(Key::T, Modifiers::NONE);
    assert_eq!(now(&window).clock.timer_secs, None);
    window.key(Key::T, Modifiers::NONE);
    window.click("3 minutes");
    assert_eq!((now(&window).clock.timer_secs, now(&window).board.clone()), (Some(180.0), None));
}

/// The play on nine channels with long names.
fn nine_channels(folder: &Path, width: f32, height: f32) -> Window {
    let built_in = Playbook::built_in();
    let model = built_in.find("five-channels").unwrap().text.to_string();
    let mut more = String::new();
    for id in ["legal", "partners", "estates", "research"] {
        let name = format!("Everything that has to do with {id} in the whole organisation");
        let mark = "A few of us have begun, mostly by themselves and in their own time";
        writeln!(more, "(id: {id:?}, name: {name:?}, goal: \"Done\", marks: [(at: 20, text: {mark:?})]),")
            .unwrap();
    }
    let end = model.rfind(']').unwrap();
    let model = format!("{}{more}{}", &model[..end], &model[end..]);
    std::fs::write(folder.join("five-channels.ron"), model).unwrap();
    std::fs::write(folder.join("exemplar.ron"), &*built_in.find("exemplar").unwrap().text).unwrap();
    let show = SHOW.replace("\"governance-reset\", \"common-components\"", "\"exemplar\"");
    std::fs::write(folder.join("talk.ron"), show).unwrap();
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.open(folder, &OnDisk).unwrap();
    session.present_stems(&["talk"]);
    assert_eq!(session.notice, None);
    assert_eq!(session.presented_model().unwrap().channels.len(), 9);
    Window::showing(session, width, height)
}

#[test]
fn every_board_is_read_from_afar_and_pressed_with_a_finger() {
    let folder = tempfile::tempdir().unwrap();
    for (width, height) in [(1280.0, 720.0), (1920.0, 1080.0)] {
        let mut window = nine_channels(folder.path(), width, height);
        let names =
            "The first table by the window,Second,Third,Fourth,Fifth,The table that has sat down last";
        act(&mut window, PresentStep::Groups(names.split(',').map(str::to_owned).collect()));
        for theme in Themes::ALL {
            window.session.settings.theme = theme.name().into();
            look_at_all(&mut window, width, height);
        }
    }
}

fn look_at_all(window: &mut Window, width: f32, height: f32) {
    let least = 28.0 * (width / 1920.0_f32).min(height / 1080.0) - 0.26;
    let boards = [
        Board::Guess(GuessBoard::default()),
        Board::Fronts { lane: 8, typed: String::new(), was: None },
        Board::Groups("One, Two, Three".into()),
        Board::Calls { group: 5, revealed: false },
        Board::Calls { group: 5, revealed: true },
        Board::Argue(ArgueBoard::default()),
        Board::Note(Argued::Decision, "We".into()),
        Board::Timer(String::new()),
        Board::Record(String::new()),
    ];
    for board in boards {
        match &board {
            Board::Calls { .. } => go_to(window, |board| matches!(board, Board::Calls { .. })),
            _ => go_to(window, |board| matches!(board, Board::Guess(_))),
        }
        act(window, PresentStep::Board(Some(board.clone())));
        assert!(now(window).board.is_some(), "{board:?}");
        let small: Vec<_> = window.written.iter().filter(|(_, size)| *size < least).collect();
        assert!(small.is_empty(), "{board:?} at {width}: {small:?}");
        let screen = Rect::from_min_size(Pos2::ZERO, Vec2::new(width, height));
        let controls = window.controls();
        for (label, place) in &controls {
            assert!(place.height() > 43.5 && place.width() > 43.5, "{board:?} at {width}: {label} {place:?}");
            assert!(
                screen.x_range().contains(place.right() - 1.0),
                "{board:?} at {width}: {label} {place:?}"
            );
        }
        assert!(!controls.is_empty(), "{board:?}");
    }
}
