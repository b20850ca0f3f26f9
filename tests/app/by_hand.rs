//! The running app on a display of its own, used as a person does: with pointer and keys. What comes of it is read from its
//! files. Where there is no Xvfb or xdotool these tests say so and end.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use bevy_egui::egui::{Key, Modifiers, Pos2};
use downfield::app::session::Session;
use downfield::app::settings::Settings;
use downfield::keeping::Recovery;
use downfield::play_file::{OnDisk, Playbook};

use crate::window::Window;

/// How long anything may take on a busy machine without a GPU.
const PATIENCE: Duration = Duration::from_mins(1);

/// A display.
pub(crate) struct Display {
    server: Child,
    pub(crate) name: String,
}

/// The app on it.
struct App<'a> {
    display: &'a Display,
    process: Child,
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Drop for App<'_> {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Display {
    pub(crate) fn start() -> Option<Self> {
        let known = |tool: &str| {
            Command::new(tool).arg("-version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
        };
        if !known("Xvfb") || !known("xdotool") {
            println!("there is no Xvfb or no xdotool here: not tried by hand");
            return None;
        }
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x720x24"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut number = String::new();
        BufReader::new(server.stdout.take()?).read_line(&mut number).ok()?;
        Some(Self { server, name: format!(":{}", number.trim()) })
    }

    pub(crate) fn xdotool(&self, arguments: &[&str]) -> String {
        let output = Command::new("xdotool").args(arguments).env("DISPLAY", &self.name).output().unwrap();
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }
}

impl<'a> App<'a> {
    fn start(display: &'a Display, folder: &Path, opened: Option<&Path>) -> Self {
        let settings = folder.join("settings.ron");
        Settings { reduced_motion: true, ..Settings::default() }.save(&settings).unwrap();
        let process = Command::new(env!("CARGO_BIN_EXE_downfield"))
            .args(opened)
            .current_dir(folder)
            .env("DISPLAY", &display.name)
            .env("XDG_RUNTIME_DIR", folder)
            .env("DOWNFIELD_SETTINGS", &settings)
            .env("DOWNFIELD_PLAYBOOK", folder.join("own"))
            .env("DOWNFIELD_RECOVERY", folder.join("unsaved"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let app = Self { display, process };
        let mut found = String::new();
        wait_until("the window is there", || {
            found = display.xdotool(&["search", "--onlyvisible", "--name", "Downfield"]);
            !found.is_empty()
        });
        let window = found.lines().next_back().unwrap_or_default().to_owned();
        display.xdotool(&["windowfocus", "--sync", &window]);
        // Its first frames lay everything out.
        std::thread::sleep(Duration::from_secs(3));
        app
    }

    fn keys(&self, keys: &[&str]) {
        for key in keys {
            self.display.xdotool(&["key", key]);
            std::thread::sleep(Duration::from_millis(250));
        }
    }

    fn click(&self, at: Pos2) {
        self.go(at);
        self.display.xdotool(&["click", "1"]);
        std::thread::sleep(Duration::from_millis(400));
    }

    fn go(&self, at: Pos2) {
        let (x, y) = (format!("{:.0}", at.x), format!("{:.0}", at.y));
        self.display.xdotool(&["mousemove", &x, &y]);
        std::thread::sleep(Duration::from_millis(300));
    }

    fn drag(&self, places: &[Pos2]) {
        let (first, rest) = places.split_first().unwrap();
        self.go(*first);
        self.display.xdotool(&["mousedown", "1"]);
        std::thread::sleep(Duration::from_millis(300));
        for place in rest {
            self.go(*place);
        }
        self.display.xdotool(&["mouseup", "1"]);
        std::thread::sleep(Duration::from_millis(500));
    }
}

pub(crate) fn wait_until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < PATIENCE, "{what}: not after {PATIENCE:?}");
        std::thread::sleep(Duration::from_millis(100));
    }
}

/// A copy of the exemplar in a folder, and the window it is shown in, to know what is where.
fn exemplar(folder: &Path) -> (PathBuf, String, Window) {
    let path = folder.join("mine.ron");
    let text = Playbook::built_in().find("exemplar").unwrap().text.to_string();
    std::fs::write(&path, &text).unwrap();
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.open(&path, &OnDisk).unwrap();
    (path, text, Window::showing(session, 1280.0, 720.0))
}

fn on_disk(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_default()
}

#[test]
fn a_player_is_dragged_saved_and_undone_to_the_first_bytes_and_work_outlives_a_kill() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let (path, before, mut window) = exemplar(folder.path());
    let way = [
        window.player("advocates"),
        window.place(2, 20.0, 0.0),
        window.place(3, 15.0, 0.0),
        window.place(3, 16.0, 0.0),
    ];
    // What the same drag comes to in a window without a display.
    window.drag(&way, Modifiers::NONE);
    let expected = window.session.playbook.find("mine").unwrap().text.to_string();
    assert_ne!(expected, before);

    let app = App::start(&display, folder.path(), Some(&path));
    app.drag(&way);
    app.keys(&["ctrl+s"]);
    wait_until("the drag is saved", || on_disk(&path) != before);
    assert_eq!(on_disk(&path), expected);
    app.keys(&["ctrl+z", "ctrl+s"]);
    wait_until("everything is undone and saved", || on_disk(&path) == before);

    app.keys(&["ctrl+shift+z"]);
    let unsaved = folder.path().join("unsaved");
    wait_until("what is not saved is kept", || has_work(&unsaved, "governance"));
    drop(app);
    assert_eq!(on_disk(&path), before, "a kill writes nothing into the file");

    let found = Recovery::start(unsaved.clone()).unwrap().found();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].text, expected);
    let (_, _, mut window) = exemplar(folder.path());
    window.session.offer(found, &OnDisk);
    window.settle();
    let button = window.spot("Take it up");
    let app = App::start(&display, folder.path(), Some(&path));
    app.click(button);
    app.keys(&["ctrl+s"]);
    wait_until("what was taken up is saved", || on_disk(&path) == expected);
    drop(app);
    wait_until("nothing is left to offer", || !has_work(&unsaved, "governance"));
}

/// One press of a key, or words typed.
enum Stroke {
    Press(&'static str, Key, Modifiers),
    Words(&'static str),
}

/// A play made of nothing: its channels, what stands in the way, who does it, and what is taken for granted.
const GUIDED: [Stroke; 18] = [
    Stroke::Press("ctrl+n", Key::N, Modifiers::COMMAND),
    Stroke::Words("Buy cloud hosting"),
    ENTER,
    Stroke::Press("5", Key::Num5, Modifiers::NONE),
    Stroke::Press("1", Key::Num1, Modifiers::NONE),
    ENTER,
    ENTER,
    Stroke::Words("Long contracts"),
    Stroke::Press("Up", Key::ArrowUp, Modifiers::NONE),
    ENTER,
    Stroke::Words("Hosting squad"),
    ENTER,
    Stroke::Words("The budget is there in April."),
    ENTER,
    ENTER,
    ENTER,
    Stroke::Press("End", Key::End, Modifiers::NONE),
    Stroke::Press("w", Key::W, Modifiers::NONE),
];
const ENTER: Stroke = Stroke::Press("Return", Key::Enter, Modifiers::NONE);

#[test]
fn a_play_is_made_of_nothing_two_channels_are_set_and_it_is_saved_and_opened_again() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join("own");
    // The same in a window without a display, for what is where, and what the file should say.
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.own_folder = Some(own.clone());
    session.open_built_in(&OnDisk);
    let mut window = Window::showing(session, 1280.0, 720.0);
    for stroke in &GUIDED {
        match stroke {
            Stroke::Press(_, key, modifiers) => drop(window.key(*key, *modifiers)),
            Stroke::Words(words) => window.type_text(words),
        }
    }
    assert_eq!(&*window.session.shown().unwrap().stem, "buy-cloud-hosting");
    let to_skills = [window.player("hosting-squad"), window.place(1, 15.0, 0.2), window.place(1, 16.0, 0.2)];
    window.drag(&to_skills, Modifiers::NONE);
    let to_governance = [
        window.player("hosting-squad-in-technology-data"),
        window.place(3, 15.0, 0.0),
        window.place(3, 17.0, 0.0),
    ];
    window.drag(&to_governance, Modifiers::NONE);
    let expected = window.session.playbook.find("buy-cloud-hosting").unwrap().text.to_string();
    assert!(expected.contains("channel: \"skills\"") && expected.contains("channel: \"governance\""));

    let app = App::start(&display, folder.path(), None);
    for stroke in &GUIDED {
        match stroke {
            Stroke::Press(key, ..) => app.keys(&[key]),
            Stroke::Words(words) => {
                display.xdotool(&["type", "--delay", "60", words]);
                std::thread::sleep(Duration::from_millis(400));
            }
        }
    }
    app.drag(&to_skills);
    app.drag(&to_governance);
    app.keys(&["ctrl+s"]);
    let path = own.join("buy-cloud-hosting.ron");
    wait_until("the new play is saved", || path.exists());
    assert_eq!(on_disk(&path), expected);
    app.keys(&["ctrl+q"]);
    let mut app = app;
    wait_until("it closes without asking", || app.process.try_wait().is_ok_and(|status| status.is_some()));

    let app = App::start(&display, folder.path(), Some(&path));
    app.keys(&["ctrl+a", "alt+Right", "alt+Right", "ctrl+s"]);
    wait_until("it is there to be changed", || on_disk(&path) != expected);
    app.keys(&["ctrl+z", "ctrl+s"]);
    wait_until("it is what it was", || on_disk(&path) == expected);
}

/// Whether a folder has a file with these words somewhere in it.
fn has_work(folder: &Path, words: &str) -> bool {
    let Ok(listed) = std::fs::read_dir(folder) else { return false };
    listed.flatten().any(|entry| {
        let path = entry.path();
        if path.is_dir() {
            has_work(&path, words)
        } else {
            on_disk(&path).contains(words) && on_disk(&path).contains("mine.ron")
        }
    })
}
