//! Forms: what a person changes there stands in the file, exactly.

use std::path::PathBuf;

use bevy_egui::egui::{Key, Modifiers, Pos2, Vec2};
use downfield::app::actions::{Action, Command};
use downfield::app::apply::apply;
use downfield::app::session::{Of, Session};
use downfield::app::settings::Settings;
use downfield::model::Subject;
use downfield::play_file::{OnDisk, Playbook};
use tempfile::TempDir;

use crate::window::Window;

/// The exemplar as a file of the user's own, in a window.
struct Desk {
    window: Window,
    before: String,
    _folder: TempDir,
}

fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let before = Playbook::built_in().find("exemplar").unwrap().text.to_string();
    let path: PathBuf = folder.path().join("mine.ron");
    std::fs::write(&path, &before).unwrap();
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.open(&path, &OnDisk).unwrap();
    Desk { window: Window::showing(session, 1280.0, 720.0), before, _folder: folder }
}

impl Desk {
    fn about(subject: Subject) -> Self {
        let mut desk = desk();
        desk.act(Action::Select(Some(subject)));
        desk.act(Command::ChangeIt);
        desk
    }

    fn about_player(id: &str) -> Self {
        Self::about(Subject::Player(id.into()))
    }

    fn act(&mut self, action: impl Into<Action>) {
        apply(action.into(), &mut self.window.session, &OnDisk);
        self.window.settle();
    }

    fn text(&self) -> String {
        self.window.session.entry_behind(Of::Play).unwrap().text.to_string()
    }

    /// What was there and is no more, and what is there now, line by line without indentation.
    fn changed(&self) -> (Vec<String>, Vec<String>) {
        let now = self.text();
        let lines = |text: &str| text.lines().map(|line| line.trim().to_owned()).collect::<Vec<_>>();
        let without = |all: &[String], others: &[String]| {
            let mut others = others.to_vec();
            let mut rest = all.to_vec();
            rest.retain(|line| match others.iter().position(|other| other == line) {
                Some(at) => {
                    others.remove(at);
                    false
                }
                None => true,
            });
            rest
        };
        let (before, now) = (lines(&self.before), lines(&now));
        (without(&before, &now), without(&now, &before))
    }

    /// One line became another, and nothing else changed.
    #[track_caller]
    fn became(&self, was: &str, is: &str) {
        assert_eq!(self.changed(), (vec![was.to_owned()], vec![is.to_owned()]));
        assert_eq!(self.window.session.notice, None);
    }

    fn done(&self) -> Vec<String> {
        self.window.session.drafts.names().0.map(str::to_owned).collect()
    }

    /// Leaves the field with the keyboard.
    fn leave(&mut self) {
        self.window.key(Key::Enter, Modifiers::NONE);
    }

    #[track_caller]
    fn undone(&mut self) {
        self.act(Command::Undo);
        assert_eq!(self.changed(), (vec![], vec![]));
        assert!(self.text() == self.before);
    }
}

#[test]
fn a_name_is_changed_as_it_is_typed_and_a_visit_of_the_field_is_one_thing_to_undo() {
    let mut desk = Desk::about_player("department-silo");
    desk.window.write("Name", "Old silos");
    desk.became("name: \"Departmental silos\",", "name: \"Old silos\",");
    desk.leave();
    assert_eq!(desk.done(), ["Rename to Old silos"]);
    desk.window.write("Name", "New silos");
    desk.leave();
    assert_eq!(desk.done(), ["Rename to Old silos", "Rename to New silos"]);
    desk.act(Command::Undo);
    desk.undone();
}

#[test]
fn a_name_that_is_refused_stays_in_the_field_with_the_reason_and_out_of_the_file() {
    let mut desk = Desk::about_player("department-silo");
    desk.window.write("Name", "");
    assert!(desk.window.says("The name cannot be left empty; it stays as it was."));
    assert_eq!(desk.window.value("Name"), "");
    assert!(desk.text() == desk.before);
    desk.leave();
    assert_eq!(desk.window.value("Name"), "Departmental silos");
    assert!(desk.window.says("The name cannot be left empty; it stays as it was."));
    desk.window.write("Name", "Silos");
    assert!(!desk.window.mentions("cannot be left empty"));
}

#[test]
fn enter_changes_what_is_selected_beginning_with_its_first_field() {
    for (subject, first) in [
        (Subject::Play, "Title"),
        (Subject::Player("service-team".into()), "Name"),
        (Subject::HeadToHead("department-silo".into()), "Name"),
        (Subject::Assumption("temporary".into()), "We assume"),
    ] {
        let mut desk = desk();
        desk.act(Action::Select(Some(subject.clone())));
        desk.window.key(Key::Enter, Modifiers::NONE);
        assert!(desk.window.session.panels.change.on);
        assert!(desk.window.has_keyboard(first), "{subject:?}");
        assert!(!desk.window.session.panels.change.to_first);
        desk.window.key(Key::Escape, Modifiers::NONE);
        assert_eq!(desk.window.session.selected, Some(subject), "Escape leaves the field first");
        desk.window.key(Key::Escape, Modifiers::NONE);
        assert_eq!(desk.window.session.selected, None);
    }
}

#[test]
fn what_was_typed_is_taken_back_in_its_field_first_and_then_the_change_before() {
    let mut desk = Desk::about_player("department-silo");
    desk.window.write("Name", "Old silos");
    desk.leave();
    desk.window.focus("Name");
    desk.window.key(Key::Z, Modifiers::COMMAND);
    assert_eq!(desk.changed(), (vec![], vec![]), "nothing was typed in this visit");
    assert_eq!(desk.window.value("Name"), "Departmental silos");
}

#[test]
fn notes_teams_and_short_names_can_be_left_out() {
    let mut desk = Desk::about_player("service-team");
    for (field, line) in [
        ("Team", "team: \"Exemplar team\","),
        ("Short name", "short: \"SR\","),
        ("Note", "note: \"Builds a much better journey for residents on top of the existing rules.\","),
    ] {
        desk.window.write(field, "");
        assert_eq!(desk.changed(), (vec![line.to_owned()], vec![]));
        desk.window.key(Key::Escape, Modifiers::NONE);
        desk.undone();
    }
    desk.window.write("Short name", "SRTX");
    assert!(desk.window.says("A short name has one to three letters; it stays as it was."));
    desk.became("short: \"SR\",", "short: \"SRT\",");
}

#[test]
fn strength_is_one_click_or_three_handles() {
    let mut desk = Desk::about_player("service-team");
    desk.window.press("Large");
    desk.became("strength: (3, 5, 6),", "strength: (5, 7, 9),");
    desk.undone();
    desk.window.focus("Strength, low");
    desk.window.key(Key::ArrowLeft, Modifiers::NONE);
    desk.window.key(Key::ArrowLeft, Modifiers::NONE);
    desk.became("strength: (3, 5, 6),", "strength: (2, 5, 6),");
    desk.window.key(Key::ArrowLeft, Modifiers::SHIFT);
    desk.became("strength: (3, 5, 6),", "strength: (1.9, 5, 6),");
    desk.window.focus("Strength, high");
    for _ in 0..20 {
        desk.window.key(Key::ArrowUp, Modifiers::NONE);
    }
    desk.became("strength: (3, 5, 6),", "strength: (1.9, 5, 10),");
    desk.window.focus("Strength, likely");
    desk.window.key(Key::ArrowRight, Modifiers::NONE);
    desk.became("strength: (3, 5, 6),", "strength: (1.9, 5.5, 10),");
    assert_eq!(desk.done().len(), 3, "one for each handle: {:?}", desk.done());
    assert!(desk.window.session.playback.time_secs == desk.window.session.duration_secs());
}

#[test]
fn a_handle_dragged_far_is_one_thing_to_undo_and_stops_at_the_end() {
    let mut desk = Desk::about_player("service-team");
    let from = desk.window.spot("Strength, likely");
    let along: Vec<Pos2> = (0..8).map(|at| from + Vec2::new(20.0 * at as f32, 0.0)).collect();
    desk.window.drag(&along, Modifiers::NONE);
    desk.became("strength: (3, 5, 6),", "strength: (3, 10, 10),");
    assert_eq!(desk.done().len(), 1);
    desk.undone();
}

#[test]
fn after_a_visit_without_typing_undo_means_what_was_done_before() {
    let mut desk = Desk::about_player("service-team");
    desk.window.press("Large");
    desk.window.focus("Name");
    desk.window.key(Key::Z, Modifiers::COMMAND);
    assert_eq!(desk.changed(), (vec![], vec![]));
}

#[test]
fn only_assignments_that_are_possible_are_offered() {
    let mut desk = Desk::about_player("service-team");
    assert_eq!(desk.window.value("Sets out to"), "Get in behind 40-page statutory guidance");
    desk.window.press("Sets out to");
    for there in ["Push back 40-page statutory guidance", "Add to Cloud hosting", "Run into open ground"] {
        assert!(desk.window.says(there), "{there}");
    }
    for missing in ["Push back Legacy technology", "Add to User research", "Stay where it is"] {
        assert!(!desk.window.says(missing), "{missing}");
    }
    desk.window.press("Push back 40-page statutory guidance");
    desk.became(
        "assignment: Bypass(\"statutory-guidance\"),",
        "assignment: Confront(\"statutory-guidance\"),",
    );
}

#[test]
fn the_arrow_keys_step_through_choices_as_one_thing_to_undo() {
    let mut desk = Desk::about_player("department-silo");
    desk.window.focus("Stance");
    desk.window.key(Key::ArrowDown, Modifiers::NONE);
    desk.became_after("stance: Press,");
    desk.window.focus("Channel");
    desk.window.key(Key::ArrowDown, Modifiers::NONE);
    desk.window.key(Key::ArrowDown, Modifiers::NONE);
    assert_eq!(desk.window.value("Channel"), "Governance & funding");
    assert_eq!(desk.done().len(), 2, "{:?}", desk.done());
    desk.act(Command::Undo);
    desk.undone();
}

impl Desk {
    /// A line is there now that was not, in the place of one.
    #[track_caller]
    fn became_after(&self, line: &str) {
        let (was, is) = self.changed();
        assert_eq!((was.len(), is.as_slice()), (1, [line.to_owned()].as_slice()), "{was:?}");
    }
}

#[test]
fn a_defender_that_changes_its_channel_takes_assignments_along() {
    let mut desk = Desk::about_player("statutory-guidance");
    desk.window.press("Channel");
    desk.window.press("Culture & mindset");
    let (_, is) = desk.changed();
    assert_eq!(is, ["assignment: Advance,", "channel: \"culture\","]);
    assert!(desk.window.session.news.as_ref().unwrap().contains("Service redesign team now"));
    desk.undone();
}

#[test]
fn a_place_is_two_numbers_within_the_field() {
    let mut desk = Desk::about_player("service-team");
    desk.window.write("From the line", "-6,5");
    desk.became("at: (-4, 0.3),", "at: (-6.5, 0.3),");
    desk.leave();
    desk.undone();
    desk.window.write("From the line", "-40");
    assert!(desk.window.says("From the line goes from -30 to 100 yards; it stays as it was."));
    desk.leave();
    assert_eq!(desk.window.value("From the line"), "-4 yd");
    assert_eq!(desk.changed(), (vec![], vec![]));
}

#[test]
fn an_id_is_renamed_wherever_the_play_names_it_once_its_field_is_left() {
    let mut desk = Desk::about_player("statutory-guidance");
    desk.window.write("Id", "long-guidance");
    assert!(desk.text() == desk.before, "not before the field is left");
    desk.leave();
    assert!(desk.text() == desk.before.replace("\"statutory-guidance\"", "\"long-guidance\""));
    assert_eq!(desk.window.session.selected, Some(Subject::Player("long-guidance".into())));
    desk.act(Command::Undo);
    desk.act(Action::Select(Some(Subject::Player("statutory-guidance".into()))));
    desk.window.write("Id", "Long Guidance");
    desk.leave();
    assert!(desk.text() == desk.before);
    assert!(desk.window.mentions("\"long-guidance\" would do"));
    desk.window.write("Id", "user-research");
    desk.leave();
    assert!(desk.text() == desk.before);
    assert!(desk.window.mentions("is the id of something else here"));
}

#[test]
fn routes_are_bent_and_straightened_by_number() {
    let mut desk = Desk::about_player("user-research");
    desk.window.press("Add a bend to the route");
    desk.became("route: [(-5, -0.1)],", "route: [(-5, -0.1), (0, -0.1)],");
    desk.window.write_nth("Across", 1, "2");
    assert!(desk.window.says("Across goes from -1 to 1; it stays as it was."));
    desk.window.write_nth("Across", 1, "0.5");
    desk.leave();
    desk.became("route: [(-5, -0.1)],", "route: [(-5, 0.5), (0, -0.1)],");
    desk.window.press("Remove bend 1");
    desk.became("route: [(-5, -0.1)],", "route: [(0, -0.1)],");
    desk.window.press("Straighten");
    assert_eq!(desk.changed(), (vec!["route: [(-5, -0.1)],".to_owned()], vec![]));
    assert!(desk.window.says("Straight on, to 5 yards beyond the line."));
}

#[test]
fn the_ball_steps_back_as_far_as_is_typed_and_no_further_than_the_rules() {
    let mut desk = Desk::about(Subject::Play);
    let was = "ball: (carrier: \"service-team\", step_back: 5),";
    desk.window.write("Step back", "12");
    desk.became(was, "ball: (carrier: \"service-team\", step_back: 12),");
    desk.leave();
    desk.undone();
    desk.window.write("Step back", "20.5");
    assert!(desk.window.says("Step back goes from 0 to 20 yards; it stays as it was."));
    desk.leave();
    assert!(desk.window.says("Step back goes from 0 to 20 yards; it stays as it was."));
    desk.window.write("Step back", "7");
    assert!(!desk.window.mentions("goes from 0 to 20"));
    desk.leave();
    desk.window.press("Carries the ball");
    desk.window.press("Cloud hosting");
    desk.became(was, "ball: (carrier: \"cloud-hosting\", step_back: 7),");
}

#[test]
fn what_a_play_is_called_and_found_by() {
    let mut desk = Desk::about(Subject::Play);
    desk.window.write("Title", "Our exemplar");
    desk.became("title: \"Exemplar\",", "title: \"Our exemplar\",");
    desk.leave();
    desk.undone();
    desk.window.write("Tags", "start small, , ours,");
    desk.became("tags: [\"start small\", \"residents\"],", "tags: [\"start small\", \"ours\"],");
    desk.leave();
    desk.undone();
    desk.window.write("Counts as", "Our Tactic");
    desk.leave();
    assert!(desk.text() == desk.before);
    assert!(
        desk.window.says("A tactic is written in lower-case words joined by hyphens; it stays as it was.")
    );
    desk.window.write("Counts as", "exemplar");
    desk.leave();
    assert_eq!(desk.changed(), (vec![], vec!["tactic: \"exemplar\",".to_owned()]));
    assert_eq!(desk.window.value("Field"), "Five channels");
}

#[test]
fn an_assumption_and_its_effects() {
    let mut desk = Desk::about(Subject::Assumption("starting-point".into()));
    let was = "effects: [Reach(\"services\", 0.7), Cap(\"services\", 50)],";
    desk.window.press("Add an effect");
    desk.became(was, "effects: [Reach(\"services\", 0.7), Cap(\"services\", 50), Reach(\"services\", 0.8)],");
    desk.window.press("Remove effect 1");
    desk.became(was, "effects: [Cap(\"services\", 50), Reach(\"services\", 0.8)],");
    desk.window.write("No further than", "5");
    desk.became(was, "effects: [Cap(\"services\", 5), Reach(\"services\", 0.8)],");
    desk.leave();
    desk.window.press("Effect");
    desk.window.press("A player counts");
    desk.became(was, "effects: [Strengthen(\"service-team\", 1), Reach(\"services\", 0.8)],");
    desk.window.write("Times", "11");
    assert!(desk.window.says("Times goes from 0 to 10; it stays as it was."));
    desk.leave();
    desk.window.press("Whom or what");
    desk.window.press("Legacy technology");
    desk.window.press("Holds in the file");
    let (_, is) = desk.changed();
    assert_eq!(
        is,
        ["effects: [Strengthen(\"legacy-technology\", 1), Reach(\"services\", 0.8)],", "holds: false,"]
    );
    desk.window.press("Remove");
    assert!(!desk.text().contains("starting-point"));
    assert_eq!(desk.window.session.selected, Some(Subject::Play));
}

#[test]
fn the_presenters_steps_are_changed_added_and_put_in_another_order() {
    let mut desk = Desk::about(Subject::Play);
    desk.window.press("Change step 2");
    desk.window.write("Caption", "Back first.");
    desk.window.key(Key::Escape, Modifiers::NONE);
    desk.became(
        "caption: \"The ball moves backwards first: time spent on what residents need.\",",
        "caption: \"Back first.\",",
    );
    desk.undone();
    desk.window.press("Do not look at User research");
    desk.became("focus: [\"service-team\", \"user-research\"],", "focus: [\"service-team\"],");
    desk.window.press("Look at one more");
    desk.window.press("Governance & funding");
    desk.became(
        "focus: [\"service-team\", \"user-research\"],",
        "focus: [\"service-team\", \"governance\"],",
    );
    desk.window.press("When");
    desk.window.press("Advance");
    let (_, is) = desk.changed();
    assert_eq!(is, ["focus: [\"service-team\", \"governance\"],", "phase: Advance,"]);
    while desk.window.session.drafts.last_done().is_some() {
        desk.act(Command::Undo);
    }
    desk.window.press("Move step 2 up");
    let play = desk.window.session.shown().unwrap().lineup.play.clone();
    assert!(play.beats[0].caption.starts_with("The ball moves backwards"));
    assert_eq!(desk.changed(), (vec![], vec![]), "the same lines in another order");
    desk.window.press("Add a step");
    assert_eq!(desk.window.session.shown().unwrap().lineup.play.beats.len(), 7);
    assert_eq!(desk.window.value("Caption"), "Read-out");
    desk.window.press("Remove step 7");
    assert_eq!(desk.changed(), (vec![], vec![]));
}

#[test]
fn players_are_put_in_another_order_doubled_and_removed() {
    let mut desk = Desk::about(Subject::Play);
    desk.window.press("Move Departmental silos up");
    let play = desk.window.session.shown().unwrap().lineup.play.clone();
    assert_eq!(play.defense[0].id.as_str(), "department-silo");
    assert_eq!(desk.changed(), (vec![], vec![]));
    desk.window.press("Remove User research");
    assert!(!desk.text().contains("user-research"));
    desk.window.press("Change Cloud hosting");
    assert_eq!(desk.window.session.selected, Some(Subject::Player("cloud-hosting".into())));
    desk.window.press("Duplicate");
    assert!(desk.text().contains("name: \"Cloud hosting 2\","));
    desk.window.press("Remove");
    assert!(!desk.text().contains("\"cloud-hosting\""));
    assert_eq!(desk.window.session.selected, Some(Subject::Play));
    assert!(desk.window.session.panels.change.on, "it stays on while other things are selected");
}

#[test]
fn the_last_of_ours_is_not_removed_and_the_form_says_why() {
    let mut desk = Desk::about(Subject::Play);
    for name in ["User research", "Handful of advocates", "Empowered small team", "Cloud hosting"] {
        desk.window.press(&format!("Remove {name}"));
    }
    let before = desk.text();
    desk.window.press("Remove Service redesign team");
    assert_eq!(desk.text(), before);
    assert!(desk.window.mentions("Somebody must carry the ball"));
    desk.window.press("Change Service redesign team");
    desk.window.press("Carries the ball");
    assert!(desk.window.says("Somebody must carry it: give the ball to another player instead."));
    assert_eq!(desk.text(), before);
}

#[test]
fn a_blocker_the_room_has_just_named_is_on_the_field_with_a_few_keys() {
    let mut desk = desk();
    let mut window = std::mem::replace(&mut desk.window, Window::new(100.0, 100.0));
    window.key(Key::D, Modifiers::NONE);
    assert!(window.has_keyboard("Name"));
    window.type_text("Annual budget round");
    let lane = window.session.panels.change.adding.as_ref().unwrap().lane;
    assert_eq!(lane, Some(3), "nobody is working on governance");
    window.key(Key::ArrowDown, Modifiers::NONE);
    window.key(Key::Num3, Modifiers::ALT);
    window.key(Key::Enter, Modifiers::NONE);
    assert_eq!(window.session.panels.change.adding, None);
    assert_eq!(window.session.selected, Some(Subject::Player("annual-budget-round".into())));
    desk.window = window;
    let play = desk.window.session.shown().unwrap().lineup.play.clone();
    let added = play.defense.last().unwrap();
    assert_eq!((added.name.as_str(), added.channel.as_str()), ("Annual budget round", "technology"));
    assert_eq!(added.strength, downfield::arrange::Size::Large.strength());
    assert!(
        !play
            .defense
            .iter()
            .any(|other| { other.id != added.id && other.channel == added.channel && other.at == added.at })
    );
    desk.undone();
}

#[test]
fn a_player_of_ours_and_an_assumption_are_added_by_name_too() {
    let mut desk = Desk::about_player("legacy-technology");
    desk.act(Action::ShowFields(false));
    desk.window.key(Key::D, Modifiers::SHIFT);
    desk.window.type_text("Platform team");
    desk.window.key(Key::Enter, Modifiers::NONE);
    let play = desk.window.session.shown().unwrap().lineup.play.clone();
    let added = play.offense.last().unwrap();
    assert_eq!((added.name.as_str(), added.channel.as_str()), ("Platform team", "technology"));
    desk.act(Action::Select(None));
    desk.act(Command::AddAssumption);
    desk.window.type_text("We keep the annual budget.");
    desk.window.key(Key::ArrowUp, Modifiers::NONE);
    desk.window.key(Key::Enter, Modifiers::NONE);
    let play = desk.window.session.shown().unwrap().lineup.play.clone();
    let added = play.assumptions.last().unwrap();
    assert_eq!(added.text, "We keep the annual budget.");
    assert_eq!(added.channel.as_ref().map(downfield::model::ChannelId::as_str), Some("technology"));
    assert_eq!(desk.window.session.selected, Some(Subject::Assumption(added.id.clone())));
}

#[test]
fn escape_closes_the_small_form_and_an_empty_name_adds_nothing() {
    let mut desk = desk();
    desk.window.key(Key::D, Modifiers::NONE);
    desk.window.key(Key::Enter, Modifiers::NONE);
    assert!(desk.window.session.panels.change.adding.is_some());
    desk.window.key(Key::Escape, Modifiers::NONE);
    assert_eq!(desk.window.session.panels.change.adding, None);
    assert!(desk.text() == desk.before);
}

#[test]
fn an_opponent_that_reads_like_people_gets_a_friendly_hint_and_no_refusal() {
    let mut desk = desk();
    desk.window.key(Key::D, Modifiers::NONE);
    desk.window.type_text("Procurement rules");
    assert!(!desk.window.mentions("What do they do that holds us back?"));
    desk.act(Action::Adding(None));
    desk.window.key(Key::D, Modifiers::NONE);
    desk.window.type_text("Procurement department");
    assert!(desk.window.mentions("What do they do that holds us back?"));
    desk.window.key(Key::Enter, Modifiers::NONE);
    assert!(desk.text().contains("name: \"Procurement department\""));
    desk.act(Action::ShowFields(true));
    assert!(desk.window.mentions("What do they do that holds us back?"));
}

#[test]
fn a_built_in_play_is_copied_when_its_field_is_typed_in_and_the_typing_goes_on() {
    let own = tempfile::tempdir().unwrap();
    let mut window = Window::new(1280.0, 720.0);
    window.session.own_folder = Some(own.path().to_owned());
    window.key(Key::E, Modifiers::NONE);
    window.key(Key::Enter, Modifiers::NONE);
    window.write("Summary", "Ours now.");
    let text = window.session.entry_behind(Of::Play).unwrap().text.to_string();
    assert!(text.contains("summary: \"Ours now.\","), "{text}");
    assert_eq!(window.session.drafts.names().0.collect::<Vec<_>>(), ["Copy exemplar", "Change the summary"]);
}

#[test]
fn a_file_with_errors_has_no_form_but_the_reason() {
    let mut desk = Desk::about_player("service-team");
    let path = desk.window.session.entry_behind(Of::Play).unwrap().path.clone();
    std::fs::write(&path, desk.before.replace("strength: (3, 5, 6)", "strength: 30")).unwrap();
    desk.act(Command::Reload);
    assert!(desk.window.mentions("This file has errors now. Correct them in its text first"));
    assert!(!desk.window.says("Sets out to"));
}

#[test]
fn everything_that_can_be_selected_in_any_play_has_its_form() {
    let mut window = Window::new(1280.0, 720.0);
    let plays: Vec<String> = Playbook::built_in()
        .entries
        .iter()
        .filter(|entry| entry.play().is_some() || entry.game_plan().is_some())
        .map(|entry| entry.stem.to_string())
        .collect();
    assert!(plays.len() > 8);
    for stem in plays {
        apply(Action::ShowPlay(stem.clone()), &mut window.session, &OnDisk);
        for subject in window.session.subjects() {
            apply(Action::Select(Some(subject.clone())), &mut window.session, &OnDisk);
            apply(Command::ChangeIt.into(), &mut window.session, &OnDisk);
            window.settle();
            let field = match subject {
                Subject::Play => "Title",
                Subject::Player(_) | Subject::HeadToHead(_) | Subject::Channel(_) => "Name",
                Subject::Assumption(_) => "We assume",
            };
            assert!(window.has_keyboard(field), "{stem}: {subject:?}");
            window.key(Key::Escape, Modifiers::NONE);
        }
    }
    assert_eq!(window.session.drafts.all().count(), 0, "looking changes nothing");
}
