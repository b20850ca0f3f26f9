//! The program as a user meets it: arguments and files in; text, exit status and files out.
//!
//! Nothing here depends on the machine: every run has an empty folder of its own, no terminal, no display and no
//! variables that ask for colour.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod advise;
mod charts;
mod check;
mod compare;
mod deck;
mod diff;
mod files;
mod fmt;
mod general;
mod handout;
mod render;
mod resolve;
mod simulate;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use tempfile::TempDir;

/// A small play that touches every rule: one channel bypassed, one confronted under pressure, two flanks left open.
const FORMS: &str = r#"// Paper forms go online.
Play(
    format: 1,
    title: "Online forms",
    summary: "Every paper form goes online; the work behind it stays as it is.",
    ball: (carrier: "forms-team", step_back: 4),
    offense: [
        (
            id: "forms-team",
            name: "Forms team",
            channel: "services",
            at: (-3, 0),
            strength: (2, 4, 5),
            assignment: Bypass("paper-process"),
            route: [(12, 0)],
        ),
        (id: "coaches", name: "Coaches", channel: "skills", at: (-3, 0), strength: 3, assignment: Confront("habit")),
        (id: "helpers", name: "Helpers", channel: "services", at: (-6, 0.5), strength: 1, assignment: Support("forms-team")),
    ],
    defense: [
        (id: "paper-process", name: "Paper process", channel: "services", at: (5, 0), strength: (3, 4, 5)),
        (id: "backlog", name: "Backlog", channel: "services", at: (8, 0.6), strength: 1, stance: Press),
        (id: "habit", name: "Habit", channel: "skills", at: (5, 0), strength: 4),
    ],
    assumptions: [
        (
            id: "back-office-stays",
            channel: "services",
            text: "The back office keeps retyping what comes in.",
            effects: [Cap("services", 40), Drag("services", 1.2)],
        ),
        (id: "free-evenings", text: "People learn in their own time.", effects: [Reach("skills", 0.5)], holds: false),
    ],
)
"#;

/// A folder to run the program in.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    /// A folder with the small play in it.
    fn with_forms() -> Self {
        let place = Self::new();
        place.write("forms.ron", FORMS);
        place
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap()
    }

    /// The program, about to be run here; arguments are split at blanks.
    fn downfield(&self, arguments: &str) -> Command {
        let mut command = Command::from_std(command(self.0.path()));
        command.args(arguments.split_whitespace());
        command
    }

    fn run(&self, arguments: &str) -> Assert {
        self.downfield(arguments).assert()
    }

    /// What a run came to, for a snapshot.
    fn transcript(&self, arguments: &str) -> String {
        let mut text = format!("$ downfield {arguments}\n");
        let run = self.run(arguments);
        let output = run.get_output();
        let _ = writeln!(text, "exit status: {}", output.status.code().unwrap());
        for (name, bytes) in [("standard output", &output.stdout), ("standard error", &output.stderr)] {
            if !bytes.is_empty() {
                let _ = write!(text, "-- {name}\n{}", String::from_utf8_lossy(bytes));
            }
        }
        text
    }
}

/// A result without what changes with every version of the program or of the files it was made from.
fn steady(text: &str) -> String {
    let mut steady = text.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    let mut from = 0;
    while let Some(at) = steady[from..].find(", files ") {
        let hash = from + at + ", files ".len();
        steady.replace_range(hash..hash + 16, "HASH");
        from = hash;
    }
    steady
}

/// The program in a folder, with nothing around it that could change what it says.
fn command(folder: &Path) -> std::process::Command {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_downfield"));
    command.current_dir(folder).env("COLUMNS", "100").env("TERM", "dumb");
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "CI", "DISPLAY", "WAYLAND_DISPLAY", "RUST_LOG"] {
        command.env_remove(name);
    }
    command
}

/// What was printed to standard output.
fn stdout(run: &Assert) -> String {
    String::from_utf8(run.get_output().stdout.clone()).unwrap()
}

/// What was printed to standard error.
fn stderr(run: &Assert) -> String {
    String::from_utf8(run.get_output().stderr.clone()).unwrap()
}
