//! Why a file cannot be written, in words.
//!
//! In: an error of the system, or of [`super::disk`]. Out: what stands in the way, and what to do about it. No numbers,
//! no names of system calls.

use std::io::{self, ErrorKind};

use thiserror::Error;

/// What [`super::Disk::replace`] finds in its way by itself; it travels in an [`io::Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(super) enum Obstacle {
    #[error("the file may only be read, not changed")]
    ReadOnlyFile,
    #[error("no new files may be made in its folder")]
    ClosedFolder,
    #[error("it is a link that leads back to itself")]
    Circle,
    #[error("it is a device or the like, not a file")]
    NoOrdinaryFile,
    #[error("another program removes what is written there")]
    Vanishes,
}

impl From<Obstacle> for io::Error {
    fn from(obstacle: Obstacle) -> Self {
        let kind = match obstacle {
            Obstacle::ReadOnlyFile | Obstacle::ClosedFolder => ErrorKind::PermissionDenied,
            Obstacle::Circle | Obstacle::NoOrdinaryFile => ErrorKind::InvalidInput,
            Obstacle::Vanishes => ErrorKind::NotFound,
        };
        Self::new(kind, obstacle)
    }
}

impl Obstacle {
    fn cure(self) -> &'static str {
        match self {
            Self::ReadOnlyFile => "allow the file to be changed and save again, or save under another name",
            Self::ClosedFolder => "save in another folder, or ask for permission to write in this one",
            Self::Circle => "save under another name, or remove the link and save again",
            Self::NoOrdinaryFile => "save under another name",
            Self::Vanishes => "save again, or in another folder",
        }
    }
}

/// What stands in the way of writing, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// Goes after a colon, such as `the disk is full`.
    pub why: String,
    /// Goes after a semicolon, such as `make some room on it and save again`.
    pub cure: &'static str,
}

/// An error of writing, in words.
#[must_use]
pub fn in_words(error: &io::Error) -> Words {
    if let Some(obstacle) = error.get_ref().and_then(|inner| inner.downcast_ref::<Obstacle>()) {
        return Words { why: obstacle.to_string(), cure: obstacle.cure() };
    }
    let (why, cure) = match error.kind() {
        ErrorKind::StorageFull => {
            ("the disk is full", "make some room on it and save again, or save on another disk")
        }
        ErrorKind::QuotaExceeded => {
            ("your share of the disk is used up", "make some room and save again, or save on another disk")
        }
        ErrorKind::ReadOnlyFilesystem => {
            ("the disk may only be read, not changed", "save in a folder on another disk")
        }
        ErrorKind::PermissionDenied => (
            "you are not allowed to write there",
            "save in another folder, or ask for permission to write in this one",
        ),
        ErrorKind::IsADirectory => ("there is a folder of that name", "save under another name"),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => {
            ("a part of its path is a file, not a folder", "save in another folder")
        }
        ErrorKind::InvalidFilename => (
            "its name is too long, or has a character that names may not have here",
            "save under a shorter, plainer name",
        ),
        ErrorKind::NotFound => ("its folder is no longer there", "save again, or in another folder"),
        ErrorKind::FileTooLarge => ("the disk takes no file of that size", "save on another disk"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => BUSY,
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::TimedOut
        | ErrorKind::NotConnected
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown => {
            ("the network drive does not answer", "save again when it does, or in a folder on this computer")
        }
        _ if is_held_by_windows(error) => BUSY,
        _ if is_circle(error) => return in_words(&Obstacle::Circle.into()),
        _ => {
            return Words {
                why: format!("the system says \"{}\"", without_number(&error.to_string())),
                cure: "save again, or in another folder",
            };
        }
    };
    Words { why: why.to_owned(), cure }
}

const BUSY: (&str, &str) = ("another program is using the file", "close it there and save again");

/// Another program has it open and shares it with nobody (32), or has locked a part of it (33).
fn is_held_by_windows(error: &io::Error) -> bool {
    cfg!(windows) && matches!(error.raw_os_error(), Some(32 | 33))
}

/// The system met too many links (Linux 40, others 62). The kind of that error has no name yet.
fn is_circle(error: &io::Error) -> bool {
    cfg!(unix) && error.raw_os_error() == Some(if cfg!(target_os = "linux") { 40 } else { 62 })
}

/// The system's own words, without its number for them.
fn without_number(text: &str) -> &str {
    text.split_once(" (os error ").map_or(text, |(words, _)| words)
}
