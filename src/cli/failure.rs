//! How a command ends, and what it says when it cannot go on.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::Console;

/// How it went, as the shell sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Exit {
    /// Nothing wrong; warnings and infos are included.
    Fine = 0,
    /// An error in a file, or a difference where one was asked for.
    Wrong = 1,
    /// Bad usage, or a file that cannot be read or written.
    Unusable = 2,
    /// Ctrl+C: what was printed rests on what was done until then. The number is 128 and the signal's, as shells have it.
    Stopped = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit as u8)
    }
}

/// Why a command could not go on.
#[derive(Debug)]
pub(super) enum Failure {
    /// Bad usage, or a file that cannot be read or written.
    Unusable {
        /// What is wrong.
        message: String,
        /// What would cure it.
        help: Option<String>,
    },
    /// What is wrong has been printed already.
    Reported(Exit),
    /// Whoever read the output has gone away: nothing to say, and nobody to say it to.
    BrokenPipe,
}

impl Failure {
    pub(super) fn unusable(message: impl Into<String>) -> Self {
        Self::Unusable { message: message.into(), help: None }
    }

    pub(super) fn with_help(message: impl Into<String>, help: Option<String>) -> Self {
        Self::Unusable { message: message.into(), help }
    }

    /// A file that could not be used; `doing` is such as `read` or `written`.
    pub(super) fn file(path: &Path, doing: &str, error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::NotFound && doing == "read" {
            return Self::unusable(format!("there is no file or folder `{}`", path.display()));
        }
        Self::unusable(format!("`{}` cannot be {doing}: {error}", path.display()))
    }

    /// Says what is wrong, where there is somebody to say it to.
    pub(super) fn report(self, console: Console) -> Exit {
        match self {
            Self::Unusable { message, help } => {
                console.error(&message, help.as_deref());
                Exit::Unusable
            }
            Self::Reported(exit) => exit,
            Self::BrokenPipe => Exit::Fine,
        }
    }
}
