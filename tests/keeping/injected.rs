//! A disk that fails where the test says.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use downfield::keeping::{Disk, Expected, Files, SaveError, save};

/// What is asked of a disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Call {
    Read,
    MakeFolder,
    Replace,
}

/// Files in memory, and the call that fails.
#[derive(Debug, Default)]
struct Failing {
    files: Mutex<BTreeMap<PathBuf, Vec<u8>>>,
    folders: Mutex<Vec<PathBuf>>,
    fails: Option<(Call, i32)>,
    /// Goes after it was read, as if another program removed its folder.
    vanishes: bool,
}

impl Failing {
    fn holding(path: &str, bytes: &[u8]) -> Self {
        let disk = Self::default();
        disk.files.lock().unwrap().insert(path.into(), bytes.into());
        disk.folders.lock().unwrap().push(Path::new(path).parent().unwrap().into());
        disk
    }

    fn ask(&self, call: Call) -> io::Result<()> {
        match self.fails {
            Some((fails, number)) if fails == call => Err(io::Error::from_raw_os_error(number)),
            _ => Ok(()),
        }
    }
}

impl Files for Failing {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.ask(Call::Read)?;
        let mut files = self.files.lock().unwrap();
        let found = files.get(path).cloned().ok_or(ErrorKind::NotFound)?;
        if self.vanishes {
            files.clear();
            self.folders.lock().unwrap().clear();
        }
        Ok(found)
    }

    fn list(&self, _: &Path) -> io::Result<Vec<PathBuf>> {
        Ok(self.files.lock().unwrap().keys().cloned().collect())
    }

    fn is_folder(&self, path: &Path) -> bool {
        self.folders.lock().unwrap().iter().any(|folder| folder == path)
    }

    fn is_file(&self, path: &Path) -> bool {
        self.files.lock().unwrap().contains_key(path)
    }
}

impl Disk for Failing {
    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        self.ask(Call::Replace)?;
        if !self.is_folder(path.parent().unwrap()) {
            return Err(ErrorKind::NotFound.into());
        }
        self.files.lock().unwrap().insert(path.into(), bytes.into());
        Ok(())
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        self.ask(Call::MakeFolder)?;
        self.folders.lock().unwrap().push(path.into());
        Ok(())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.files.lock().unwrap().remove(path).map(|_| ()).ok_or_else(|| ErrorKind::NotFound.into())
    }
}

const PATH: &str = "/plays/ours.ron";

/// Numbers of Linux, which the standard library turns into kinds.
#[cfg(target_os = "linux")]
#[test]
fn whatever_fails_and_wherever_it_is_a_sentence_and_the_file_is_as_it_was() {
    const EIO: i32 = 5;
    const EACCES: i32 = 13;
    const EISDIR: i32 = 21;
    const ENOSPC: i32 = 28;
    const EROFS: i32 = 30;
    const ENAMETOOLONG: i32 = 36;
    const ESTALE: i32 = 116;
    const EDQUOT: i32 = 122;
    for number in [EIO, EACCES, EISDIR, ENOSPC, EROFS, ENAMETOOLONG, ESTALE, EDQUOT] {
        for call in [Call::Read, Call::MakeFolder, Call::Replace] {
            let mut disk = Failing::holding(PATH, b"old");
            disk.fails = Some((call, number));
            let path = Path::new(if call == Call::MakeFolder { "/new/ours.ron" } else { PATH });
            let expected = if call == Call::MakeFolder { Expected::Nothing } else { Expected::Bytes(b"old") };
            let error = save(&disk, path, expected, b"new").unwrap_err();
            assert!(matches!(error, SaveError::Failed { .. }), "{error:?}");
            let sentence = error.to_string();
            assert!(!sentence.contains("os error") && sentence.ends_with('.'), "{sentence}");
            assert!(sentence.contains("Your work is still here"), "{sentence}");
            assert_eq!(disk.files.lock().unwrap().len(), 1);
            assert_eq!(disk.files.lock().unwrap()[Path::new(PATH)], b"old");
        }
    }
}

#[test]
fn a_folder_that_goes_between_looking_and_writing_is_made_again() {
    let mut disk = Failing::holding(PATH, b"old");
    disk.vanishes = true;
    save(&disk, Path::new(PATH), Expected::Bytes(b"old"), b"new").unwrap();
    assert_eq!(disk.files.lock().unwrap()[Path::new(PATH)], b"new");
}

#[test]
fn a_conflict_is_found_before_anything_is_written() {
    let mut disk = Failing::holding(PATH, b"theirs");
    // Writing would be another error.
    disk.fails = Some((Call::Replace, 28));
    let error = save(&disk, Path::new(PATH), Expected::Bytes(b"base"), b"ours").unwrap_err();
    assert!(matches!(error, SaveError::Changed { .. }), "{error:?}");
    let error = save(&disk, Path::new(PATH), Expected::Nothing, b"ours").unwrap_err();
    assert!(matches!(error, SaveError::Exists { .. }), "{error:?}");
    let error = save(&disk, Path::new("/plays/gone.ron"), Expected::Bytes(b"base"), b"ours").unwrap_err();
    assert!(matches!(error, SaveError::Gone { .. }), "{error:?}");
}

#[test]
fn a_file_that_cannot_be_looked_at_is_not_replaced_unless_anything_may_be() {
    let mut disk = Failing::holding(PATH, b"old");
    disk.fails = Some((Call::Read, 13));
    save(&disk, Path::new(PATH), Expected::Bytes(b"old"), b"new").unwrap_err();
    assert_eq!(disk.files.lock().unwrap()[Path::new(PATH)], b"old");
    save(&disk, Path::new(PATH), Expected::Anything, b"new").unwrap();
    assert_eq!(disk.files.lock().unwrap()[Path::new(PATH)], b"new");
}
