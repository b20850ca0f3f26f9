//! Plans and operating models changed in their forms, and channels changed in every file that names them.

use std::path::{Path, PathBuf};

use bevy_egui::egui::{Key, Modifiers};
use downfield::app::actions::{Action, ChannelStep, Command};
use downfield::app::apply::apply;
use downfield::app::session::{Of, Session};
use downfield::app::settings::Settings;
use downfield::model::{StartFronts, Subject};
use downfield::play_file::{OnDisk, Playbook};
use tempfile::TempDir;

use crate::window::Window;

const PLAN: &str = r#"// Our plan.
GamePlan(
    format: 1,
    title: "Ours",
    summary: "What we do.",
    start: {"services": 20, "skills": 20, "culture": 20, "governance": 10, "technology": 20}, // a map
    calls: [
        Call(play: "governance-reset"),
        Call(play: "exemplar", times: 3), // thrice
        Event(name: "Elections", severity: 0.5, channels: ["governance", "culture"]),
        Call(play: "api-strategy"),
    ],
    risks: [(name: "Budget cut", chance: 0.03, severity: 0.3)],
    beats: [(down: 1, caption: "It begins.")],
)
"#;

/// A folder with three plays, a plan and the model they stand on, as files of the user's own.
struct Desk {
    window: Window,
    folder: TempDir,
}

fn shipped(stem: &str) -> String {
    Playbook::built_in().find(stem).unwrap().text.to_string()
}

fn settings() -> Settings {
    Settings { reduced_motion: true, ..Settings::default() }
}

impl Desk {
    fn showing(stem: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(at("models")).unwrap();
        std::fs::create_dir_all(at("plans")).unwrap();
        for play in ["exemplar", "governance-reset", "api-strategy"] {
            std::fs::write(at(&format!("{play}.ron")), shipped(play).replace('\n', "\r\n")).unwrap();
        }
        std::fs::write(at("models/five-channels.ron"), shipped("five-channels")).unwrap();
        std::fs::write(at("plans/ours.ron"), PLAN).unwrap();
        let mut session = Session::new(settings());
        session.open(folder.path(), &OnDisk).unwrap();
        assert!(session.show(stem));
        Self { window: Window::showing(session, 1280.0, 720.0), folder }
    }

    fn act(&mut self, action: impl Into<Action>) {
        apply(action.into(), &mut self.window.session, &OnDisk);
        self.window.settle();
    }

    fn texts(&self) -> Vec<(PathBuf, String)> {
        let own = self.window.session.playbook.entries.iter();
        own.map(|entry| (entry.path.clone(), entry.text.to_string())).collect()
    }

    fn text(&self, of: Of) -> String {
        self.window.session.entry_behind(of).unwrap().text.to_string()
    }

    fn errors(&self) -> Vec<String> {
        let errors = self.window.session.playbook.problems();
        let errors = errors.filter(|problem| problem.severity() == downfield::play_file::Severity::Error);
        errors.map(|problem| format!("{} {}", problem.file, problem.message)).collect()
    }

    /// The text of the plan is what it was with this put in the place of that.
    #[track_caller]
    fn plan_became(&self, was: &str, is: &str) {
        assert_eq!(PLAN.matches(was).count(), 1, "{was}");
        assert_eq!(self.text(Of::Plan), PLAN.replacen(was, is, 1));
        assert_eq!(self.window.session.notice, None);
    }

    fn undo(&mut self) {
        self.act(Command::Undo);
    }
}

fn open_form(desk: &mut Desk) {
    desk.act(Action::Select(Some(Subject::Play)));
    desk.act(Command::ChangeIt);
}

#[test]
fn a_channel_is_renamed_in_every_file_of_the_playbook_and_one_undo_restores_every_byte() {
    let mut desk = Desk::showing("exemplar");
    let latin = desk.folder.path().join("latin.ron");
    std::fs::write(desk.folder.path().join("half.ron"), "Play(format: 1, title: \"Half").unwrap();
    std::fs::write(&latin, b"Play(format: 1, title: \"caf\xe9\")").unwrap();
    desk.act(Command::Reload);
    let (before, errors) = (desk.texts(), desk.errors());
    desk.act(Action::Channels(ChannelStep::Rename("governance".into(), "money".into())));
    assert_eq!(desk.window.session.notice, None);
    assert_eq!(desk.errors(), errors, "nothing new is wrong");
    let after = desk.texts();
    for name in ["exemplar.ron", "governance-reset.ron", "five-channels.ron", "ours.ron"] {
        let of = |texts: &[(PathBuf, String)]| {
            texts.iter().find(|(path, _)| path.ends_with(name)).map(|(_, text)| text.clone()).unwrap()
        };
        assert_eq!(of(&after), of(&before).replace("\"governance\"", "\"money\""), "{name}");
        assert!(of(&before).contains("\"governance\""), "{name}");
    }
    assert!(desk.window.session.news.as_ref().unwrap().contains("half.ron"));
    assert_eq!(desk.window.session.drafts.names().0.len(), 1);
    assert!(desk.window.session.show("ours"), "the plan can still be run");
    desk.undo();
    assert_eq!(desk.texts(), before);
    assert_eq!(desk.window.session.drafts.unsaved().count(), 0);
}

#[test]
fn an_id_that_cannot_be_is_refused_and_nothing_has_changed() {
    let mut desk = Desk::showing("exemplar");
    let before = desk.texts();
    for to in ["Money", "skills", "service-team", ""] {
        desk.act(Action::Channels(ChannelStep::Rename("governance".into(), to.into())));
        assert!(desk.window.session.notice.take().is_some(), "{to}");
    }
    assert_eq!(desk.texts(), before);
    assert_eq!(desk.window.session.drafts.all().count(), 0);
}

#[test]
fn the_form_of_a_channel_gives_it_another_id_when_the_field_is_left() {
    let mut desk = Desk::showing("exemplar");
    desk.act(Action::Select(Some(Subject::Channel("governance".into()))));
    desk.act(Command::ChangeIt);
    desk.window.write("Id", "money");
    assert!(desk.text(Of::Model).contains("\"governance\""), "not before the field is left");
    desk.window.key(Key::Tab, Modifiers::NONE);
    assert!(!desk.text(Of::Model).contains("\"governance\""));
    assert_eq!(desk.window.session.selected, Some(Subject::Channel("money".into())));
    assert_eq!(desk.errors(), Vec::<String>::new());
}

#[test]
fn what_is_built_in_is_copied_before_its_channels_change_and_the_rest_stays_as_it_is() {
    let own = tempfile::tempdir().unwrap();
    let mut session = Session::new(settings());
    session.own_folder = Some(own.path().to_owned());
    session.open_built_in(&OnDisk);
    assert!(session.show("balanced-build"));
    let mut desk = Desk { window: Window::showing(session, 1280.0, 720.0), folder: own };
    let ends = desk.window.session.shown().unwrap().ends();
    desk.act(Action::Channels(ChannelStep::Rename("governance".into(), "money".into())));
    assert_eq!((desk.window.session.notice.clone(), desk.errors()), (None, Vec::new()));
    let session = &desk.window.session;
    assert_eq!(session.shown().unwrap().ends(), ends, "another name changes no number");
    assert!(session.shown().unwrap().lineup.model.index_of(&"money".into()).is_some());
    assert!(session.drafts.get(&desk.folder.path().join("governance-reset.ron")).is_some());
    assert_eq!(&*session.playbook.find("api-strategy").unwrap().text, shipped("api-strategy"));
    while desk.window.session.drafts.last_done().is_some() {
        desk.undo();
    }
    assert_eq!(&*desk.window.session.shown().unwrap().stem, "balanced-build");
    assert_eq!(desk.window.session.drafts.all().count(), 0);
}

#[test]
fn a_channel_where_players_stand_stays_and_an_empty_one_goes_with_what_names_it() {
    let mut desk = Desk::showing("exemplar");
    let before = desk.texts();
    desk.act(Command::ChangeModel);
    desk.window.press("Remove Skills & capabilities");
    assert!(desk.window.mentions("It stays. In "), "players stand there");
    assert_eq!(desk.texts(), before);
    desk.window.press("Add a channel");
    assert_eq!(desk.window.session.selected, Some(Subject::Channel("new".into())));
    assert_eq!(desk.errors(), Vec::<String>::new());
    assert!(desk.window.session.news.as_ref().unwrap().contains("starts at yard 20 in Ours"));
    let plan = desk.texts().into_iter().find(|(path, _)| path.ends_with("ours.ron")).unwrap().1;
    assert_eq!(plan, PLAN.replace("\"technology\": 20}", "\"technology\": 20, \"new\": 20}"));
    desk.act(Action::ShowFields(true));
    desk.window.press("Remove this channel");
    assert_eq!(desk.texts(), before, "as if it had never been");
    desk.undo();
    desk.undo();
    assert_eq!(desk.texts(), before);
    assert_eq!(desk.window.session.drafts.last_done(), None);
}

#[test]
fn a_model_has_at_least_two_channels() {
    let mut desk = Desk::showing("exemplar");
    let path: &Path = &desk.folder.path().join("models/five-channels.ron");
    let two = r#"OperatingModel(format: 1, title: "Two", channels: [
        (id: "one", name: "One", goal: "Done."),
        (id: "two", name: "Two", goal: "Done."),
    ])"#;
    for stem in ["governance-reset", "api-strategy", "plans/ours"] {
        std::fs::remove_file(desk.folder.path().join(format!("{stem}.ron"))).unwrap();
    }
    let play = r#"Play(format: 1, title: "P", summary: "P.", ball: (carrier: "us", step_back: 0), offense: [
        (id: "us", name: "Us", channel: "one", at: (0, 0), strength: 5, assignment: Advance)])"#;
    std::fs::write(desk.folder.path().join("exemplar.ron"), play).unwrap();
    std::fs::write(path, two).unwrap();
    desk.act(Command::Reload);
    desk.act(Action::Channels(ChannelStep::Remove("two".into())));
    assert!(desk.window.session.notice.as_ref().unwrap().contains("at least two"));
    assert_eq!(desk.text(Of::Model), two);
}

#[test]
fn the_form_of_a_plan_changes_its_text_and_nothing_else() {
    let mut desk = Desk::showing("ours");
    open_form(&mut desk);
    desk.window.write("Title", "Two years");
    desk.plan_became("\"Ours\"", "\"Two years\"");
    desk.undo();
    assert_eq!(desk.text(Of::Plan), PLAN, "a visit of a field is one thing");

    desk.window.press("Change call 2");
    desk.window.write("Times", "12");
    desk.window.key(Key::Tab, Modifiers::NONE);
    desk.plan_became("times: 3", "times: 12");
    desk.undo();
    desk.window.press("Move call 2 up");
    let moved = PLAN.replace(
        "        Call(play: \"governance-reset\"),\n        Call(play: \"exemplar\", times: 3), // thrice\n",
        "        Call(play: \"exemplar\", times: 3), // thrice\n        Call(play: \"governance-reset\"),\n",
    );
    assert_ne!(moved, PLAN);
    assert_eq!(desk.text(Of::Plan), moved);
    desk.undo();
    desk.window.press("Remove call 2");
    desk.plan_became("        Call(play: \"exemplar\", times: 3), // thrice\n", "");
    desk.undo();
    desk.window.press("Change event 3");
    desk.window.press("Strikes Culture & mindset");
    desk.plan_became("[\"governance\", \"culture\"]", "[\"governance\"]");
    desk.window.press("Strikes Governance & funding");
    desk.plan_became(", channels: [\"governance\", \"culture\"]", "");
    desk.undo();
    desk.undo();
    desk.window.press("Add a risk");
    assert_eq!(desk.window.session.shown().unwrap().plan.as_ref().unwrap().sheet.plan.risks.len(), 2);
    desk.undo();
    assert_eq!(desk.text(Of::Plan), PLAN);
}

#[test]
fn a_plan_calls_something_and_has_somewhere_to_go_whatever_is_pressed() {
    let mut desk = Desk::showing("ours");
    open_form(&mut desk);
    desk.window.press("Remove call 4");
    desk.window.press("Remove call 2");
    desk.window.press("Remove call 1");
    assert!(desk.window.mentions("A plan calls at least one play"));
    desk.window.press("Every channel starts alike");
    assert!(desk.text(Of::Plan).contains("start: 18,"), "{}", desk.text(Of::Plan));
    desk.window.write("Starts at", "100");
    desk.window.key(Key::Tab, Modifiers::NONE);
    assert!(desk.text(Of::Plan).contains("start: 10,"), "what was typed on the way was fine");
    desk.window.write("Goal", "5");
    desk.window.key(Key::Tab, Modifiers::NONE);
    assert!(desk.window.mentions("Goal goes from above 10 to 100 yards"));
    assert!(!desk.text(Of::Plan).contains("goal"));
    desk.window.press("Every channel starts alike");
    let plan = desk.window.session.shown().unwrap().plan.as_ref().unwrap();
    assert!(matches!(&plan.sheet.plan.start, StartFronts::Each(fronts) if fronts.len() == 5));
    assert_eq!(desk.window.session.shown().unwrap().stale, None);
}

#[test]
fn of_a_plan_on_the_field_the_play_of_the_try_can_be_changed_too() {
    let mut desk = Desk::showing("ours");
    open_form(&mut desk);
    desk.window.press("The play of this try");
    desk.window.write("Title", "Money first");
    assert!(desk.text(Of::Play).contains("title: \"Money first\""));
    assert_eq!(desk.text(Of::Plan), PLAN);
}

#[test]
fn every_rule_can_be_changed_and_set_back() {
    let mut desk = Desk::showing("exemplar");
    let before = desk.text(Of::Model);
    desk.act(Command::ChangeModel);
    for constant in downfield::model::Constants::TABLE {
        let name = constant.name.replace('_', " ");
        let label = name[..1].to_uppercase() + &name[1..];
        let (low, high) = constant.range;
        let to = if constant.default == high { low } else { high };
        desk.window.write(&label, &to.to_string());
        desk.window.key(Key::Tab, Modifiers::NONE);
        let model = desk.window.session.shown().unwrap().lineup.model.clone();
        assert_eq!(constant.value(&model.constants), to, "{label}");
        assert!(desk.text(Of::Model).contains(&format!("{}: {to}", constant.name)), "{label}");
        desk.window.press(&format!("{label} back to {}", constant.default));
        let model = desk.window.session.shown().unwrap().lineup.model.clone();
        assert_eq!(constant.value(&model.constants), constant.default, "{label}");
    }
    while desk.window.session.drafts.last_done().is_some() {
        desk.act(Command::Undo);
    }
    assert_eq!(desk.text(Of::Model), before);
}

#[test]
fn the_form_of_a_channel_changes_the_model_and_nothing_else() {
    let mut desk = Desk::showing("exemplar");
    let before = desk.text(Of::Model);
    desk.act(Action::Select(Some(Subject::Channel("skills".into()))));
    desk.act(Command::ChangeIt);
    desk.window.write("Name", "People");
    assert_eq!(desk.text(Of::Model), before.replacen("\"Skills & capabilities\"", "\"People\"", 1));
    assert_eq!(desk.window.session.shown().unwrap().lineup.model.channels[1].name, "People");
    desk.act(Command::Undo);
    desk.window.press("Change mark 2");
    desk.window.write("At", "55");
    desk.window.key(Key::Tab, Modifiers::NONE);
    let mark = "(at: 50, text: \"Every department has people";
    assert!(before.contains(mark));
    assert_eq!(desk.text(Of::Model), before.replacen(mark, &mark.replace("50", "55"), 1));
    desk.act(Command::Undo);
    desk.window.write("Counts", "2");
    desk.window.key(Key::Tab, Modifiers::NONE);
    assert!(desk.text(Of::Model).contains("weight: 2"));
    desk.act(Command::Undo);
    desk.window.press("Change the operating model");
    desk.window.write("Title", "Our field");
    assert_eq!(desk.text(Of::Model), before.replacen("\"Five channels\"", "\"Our field\"", 1));
}
