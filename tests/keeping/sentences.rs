//! Every sentence a failed save can come to, as people read it.

use std::fmt::Write as _;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use downfield::keeping::{SaveError, in_words};

fn path() -> PathBuf {
    "plays/ours.ron".into()
}

#[test]
fn every_reason_is_a_sentence_with_its_cure() {
    let mut sentences = String::new();
    let mut add = |name: &str, error: SaveError| {
        writeln!(sentences, "{name}\n    {error}").unwrap();
    };
    add("Changed", SaveError::Changed { path: path(), now: vec![] });
    add("Gone", SaveError::Gone { path: path() });
    add("Exists", SaveError::Exists { path: path(), now: vec![] });
    add("TooLarge", SaveError::TooLarge { path: path(), bytes: 1_048_577 });
    let kinds = [
        ErrorKind::StorageFull,
        ErrorKind::QuotaExceeded,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::PermissionDenied,
        ErrorKind::IsADirectory,
        ErrorKind::NotADirectory,
        ErrorKind::AlreadyExists,
        ErrorKind::InvalidFilename,
        ErrorKind::NotFound,
        ErrorKind::FileTooLarge,
        ErrorKind::ResourceBusy,
        ErrorKind::TimedOut,
    ];
    for kind in kinds {
        add(&format!("{kind:?}"), SaveError::Failed { path: path(), why: kind.into() });
    }
    add("another kind", SaveError::Failed { path: path(), why: io::Error::other("the tape is torn") });
    insta::assert_snapshot!(sentences);
}

#[cfg(target_os = "linux")]
#[test]
fn the_system_speaks_without_its_numbers() {
    let broken = io::Error::from_raw_os_error(5);
    assert!(broken.to_string().contains("os error 5"));
    assert_eq!(in_words(&broken).why, "the system says \"Input/output error\"");
    assert_eq!(in_words(&io::Error::from_raw_os_error(28)).why, "the disk is full");
}
