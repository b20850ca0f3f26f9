//! A presentation in two windows of a real display. Where there is no Xvfb or xdotool this says so and ends.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use downfield::app::settings::Settings;

use crate::by_hand::{Display, wait_until};

struct Show<'a> {
    display: &'a Display,
    process: Child,
}

impl Drop for Show<'_> {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Show<'_> {
    /// The window whose title has these words.
    fn window(&self, words: &str) -> Option<String> {
        let found = self.display.xdotool(&["search", "--onlyvisible", "--name", words]);
        found.lines().next_back().filter(|id| !id.is_empty()).map(str::to_owned)
    }

    fn wait_for(&self, words: &str) -> String {
        let mut found = None;
        wait_until(words, || {
            found = self.window(words);
            found.is_some()
        });
        found.unwrap()
    }

    fn keys(&self, window: &str, keys: &[&str]) {
        self.display.xdotool(&["windowfocus", "--sync", window]);
        for key in keys {
            self.display.xdotool(&["key", key]);
            std::thread::sleep(Duration::from_millis(300));
        }
    }
}

#[test]
fn keys_in_either_window_move_both_and_closing_the_second_goes_on_in_one() {
    let Some(display) = Display::start() else { return };
    let folder = tempfile::tempdir().unwrap();
    let settings = folder.path().join("settings.ron");
    Settings { reduced_motion: true, ..Settings::default() }.save(&settings).unwrap();
    let process = Command::new(env!("CARGO_BIN_EXE_downfield"))
        .args(["present", "exemplar", "--window"])
        .current_dir(folder.path())
        .env("DISPLAY", &display.name)
        .env("XDG_RUNTIME_DIR", folder.path())
        .env("DOWNFIELD_SETTINGS", &settings)
        .env("DOWNFIELD_PLAYBOOK", folder.path().join("own"))
        .env("DOWNFIELD_RECOVERY", folder.path().join("unsaved"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut show = Show { display: &display, process };
    let wall = show.wait_for("Step 1 of 6.*Downfield");
    assert_eq!(show.window("Presenter"), None, "there is only one display");

    show.keys(&wall, &["shift+n"]);
    let presenter = show.wait_for("Presenter: Step 1 of 6");
    std::thread::sleep(Duration::from_secs(2));
    show.keys(&presenter, &["Next"]);
    show.wait_for("Presenter: Step 2 of 6");
    assert_eq!(show.wait_for("Step 2 of 6.*Downfield"), wall);
    show.keys(&presenter, &["ctrl+plus", "Right"]);
    show.keys(&wall, &["space"]);
    assert_eq!(show.wait_for("Presenter: Step 4 of 6"), presenter);
    show.wait_for("Step 4 of 6.*Downfield");

    show.keys(&presenter, &["shift+n"]);
    wait_until("the second window is gone", || show.window("Presenter").is_none());
    show.keys(&wall, &["Prior"]);
    show.wait_for("Step 3 of 6.*Downfield");
    show.keys(&wall, &["shift+n"]);
    show.wait_for("Presenter: Step 3 of 6");
    show.keys(&wall, &["ctrl+q"]);
    wait_until("it ends", || {
        show.process.try_wait().is_ok_and(|status| status.is_some_and(|status| status.success()))
    });
}
