//! A play while its file changes: read, reloaded, broken, mended, gone.

use std::fs;
use std::path::PathBuf;

use bevy::prelude::*;
use downfield::app::actions::{Action, Command};
use downfield::app::session::Session;
use downfield::app::settings::Settings;
use downfield::app::shown::Stale;
use downfield::app::{Inbox, Requests, core};
use downfield::play_file::Playbook;
use tempfile::TempDir;

use crate::window::Window;

/// The app without window, drawing and egui, on a folder with one play.
struct Bench {
    app: App,
    folder: TempDir,
}

const STEM: &str = "ours";

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut app = App::new();
        app.add_plugins(MinimalPlugins).insert_resource(Session::new(Settings::default()));
        core(&mut app);
        let mut bench = Self { app, folder };
        bench.write(&exemplar());
        bench.act(Action::Open(bench.folder.path().to_owned()));
        bench
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join(format!("{STEM}.ron"))
    }

    fn write(&self, text: &str) {
        fs::write(self.file(), text).unwrap();
    }

    fn act(&mut self, action: impl Into<Action>) {
        self.app.world_mut().resource_mut::<Inbox>().0.push(action.into());
        self.app.update();
    }

    fn session(&self) -> &Session {
        self.app.world().resource::<Session>()
    }

    fn title(&self) -> String {
        self.session().frame().map(|frame| frame.title).unwrap_or_default()
    }
}

fn exemplar() -> String {
    let entry = Playbook::built_in().entries.iter().find(|entry| &*entry.stem == "exemplar").unwrap();
    entry.text.to_string()
}

fn retitled(title: &str) -> String {
    exemplar().replace("title: \"Exemplar\"", &format!("title: \"{title}\""))
}

#[test]
fn a_folder_opens_on_its_play_and_plays_it() {
    let mut bench = Bench::new();
    assert_eq!(bench.title(), "Exemplar");
    assert_eq!(&*bench.session().shown().unwrap().stem, STEM);
    assert!(bench.session().playback.playing);
    for _ in 0..3 {
        std::thread::sleep(std::time::Duration::from_millis(20));
        bench.app.update();
    }
    assert!(bench.session().playback.time_secs > 0.0);
    let watched = bench.app.world().resource::<Requests>().0.len();
    assert_eq!(watched, 1, "the folder is to be watched");
}

#[test]
fn scrubbing_goes_to_any_moment_in_any_order() {
    let mut bench = Bench::new();
    let end = bench.session().duration_secs();
    let mut frames = Vec::new();
    for time_secs in [end, 0.0, end / 2.0, end] {
        bench.act(Action::Seek(time_secs));
        frames.push(bench.session().frame().unwrap());
    }
    assert_eq!(frames[0], frames[3]);
    assert_ne!(frames[0], frames[1]);
    bench.act(Action::Seek(f64::NAN));
    bench.act(Action::Seek(1e9));
    assert_eq!(bench.session().playback.time_secs, end);
}

#[test]
fn a_changed_file_shows_and_keeps_what_ifs() {
    let mut bench = Bench::new();
    let assumption = bench.session().shown().unwrap().lineup.play.assumptions[0].id.clone();
    bench.act(Action::Assume(assumption, false));
    bench.act(Action::StartAt(Some(1), 33.0));
    bench.write(&retitled("Ours"));
    bench.act(Command::Reload);
    assert_eq!(bench.title(), "Ours");
    let shown = bench.session().shown().unwrap();
    assert!(!shown.switches.0[0] && shown.start[1] == 33.0);
}

#[test]
fn a_broken_file_leaves_the_last_good_play_and_says_where_it_is_broken() {
    let mut bench = Bench::new();
    let before = bench.session().frame().unwrap().run.spot;
    bench.write(&exemplar().replacen("channel: \"services\"", "channel: \"servces\"", 1));
    bench.act(Command::Reload);
    let session = bench.session();
    let shown = session.shown().expect("the play stays");
    assert_eq!(shown.stale, Some(Stale::Broken));
    assert_eq!(session.frame().unwrap().run.spot, before);
    let problem = session.problems().next().expect("the problem is listed");
    assert_eq!(problem.code.as_str(), "unknown-channel");
    assert!(problem.help.as_ref().unwrap().contains("services"));
    // Mended, it is as it was.
    bench.write(&exemplar());
    bench.act(Command::Reload);
    assert_eq!(bench.session().shown().unwrap().stale, None);
    assert_eq!(bench.session().problems().count(), 0);
}

#[test]
fn a_file_that_is_gone_leaves_the_play_on_the_field() {
    let mut bench = Bench::new();
    fs::remove_file(bench.file()).unwrap();
    bench.act(Command::Reload);
    assert_eq!(bench.session().shown().and_then(|shown| shown.stale), Some(Stale::Gone));
}

#[test]
fn what_cannot_be_opened_is_said_and_what_was_open_stays() {
    let mut bench = Bench::new();
    bench.act(Action::Open("no/such/folder".into()));
    assert_eq!(bench.title(), "Exemplar");
    assert!(bench.session().notice.as_ref().unwrap().contains("no/such/folder"));
}

#[test]
fn the_problem_panel_jumps_to_the_place() {
    let bench = Bench::new();
    bench.write(&exemplar().replacen("step_back: 5", "step_back: 99", 1));
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.open(&bench.file(), &downfield::play_file::OnDisk).unwrap();
    session.panels.problem = None;
    let mut window = Window::showing(session, 1280.0, 720.0);
    let message = window.session.problems().next().unwrap().message.clone();
    window.click(&message);
    assert_eq!(window.session.panels.problem, Some(0));
    assert!(window.mentions("step_back: 99") || window.mentions("99"));
    assert!(window.mentions("out-of-range"));
}

#[test]
fn a_plan_opens_on_its_first_try_from_its_start() {
    let folder = tempfile::tempdir().unwrap();
    let plan = "GamePlan(format: 1, title: \"Two\", summary: \"Two plays.\", start: 35, calls: [Call(play: \
                \"api-strategy\"), Call(play: \"exemplar\")])";
    let path = folder.path().join("two.ron");
    fs::write(&path, plan).unwrap();
    let mut session = Session::new(Settings::default());
    session.open(&path, &downfield::play_file::OnDisk).unwrap();
    let shown = session.shown().expect("its first try is shown");
    assert_eq!((&*shown.stem, shown.lineup.id.as_str(), shown.start[0]), ("two", "api-strategy", 35.0));
    assert_eq!(session.down(), Some((0, 2)));
}

#[test]
fn a_file_that_cannot_be_run_yet_is_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.ron");
    let good = Playbook::built_in().find("exemplar").unwrap().text.to_string();
    fs::write(&path, good.replacen("channel: \"services\"", "channel: \"servises\"", 1)).unwrap();
    let settings = Settings { reduced_motion: true, ..Default::default() };
    let mut session = Session::new(settings);
    session.open(&path, &downfield::play_file::OnDisk).unwrap();
    assert_eq!((session.wanted(), session.shown().is_none()), (Some("mine"), true));
    let mut window = Window::showing(session, 1280.0, 720.0);
    assert!(window.mentions("mine cannot be run yet"));
    fs::write(&path, &good).unwrap();
    window.session.reload(&downfield::play_file::OnDisk);
    window.settle();
    assert_eq!(&*window.session.shown().unwrap().stem, "mine");
    assert_eq!(window.session.wanted(), None);
}
