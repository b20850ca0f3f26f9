//! Unsaved work that outlives a crash.
//!
//! In: [`Rescue`]s. Out: a folder of them for every running program, and what programs that are no more have left.
//!
//! ```text
//! unsaved/                        Recovery::folder()
//!     run-18c2…-4711.lock         held for as long as that program lives
//!     run-18c2…-4711/
//!         1.ron                   a Rescue; one for each path
//! ```
//!
//! The lock is made and held before the folder, so that a folder whose lock is free, or gone, is that of a program that
//! ended: by itself with work unsaved, by a crash or by a kill. Names are never used again. Where the system has no
//! locks nobody can be told dead from alive; then all work of others is offered, and nothing of theirs is cleaned up.

use std::collections::BTreeMap;
use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use super::disk::{make_folder, remove_parts};
use super::{Disk as _, Files as _, OnDisk, Rescue};

/// The variable that names the folder.
const VARIABLE: &str = "DOWNFIELD_RECOVERY";
/// What a run's folder and lock begin with.
const RUN: &str = "run-";
/// What a lock ends with.
const LOCK: &str = ".lock";
/// What a rescue ends with.
const RESCUE: &str = ".ron";
/// Files beyond this many bytes are not ours: two texts of the largest size, with room for more.
const MAX_BYTES: u64 = 64 * 1024 * 1024;
/// A lock without a folder is that of a program about to make one, or of one killed just then; the latter goes after this.
const STRAY: Duration = Duration::from_hours(1);
/// Tries to find a name for a run.
const ATTEMPTS: u128 = 100;

/// The recovery folder of one running program; see `src/keeping/recovery.rs` for what lies where.
#[derive(Debug)]
pub struct Recovery {
    /// The folder of all of them.
    folder: PathBuf,
    /// This one's folder in it, without the path.
    run: String,
    /// Held for as long as this lives.
    _lock: File,
    /// The numbers of the files. Held while one is written or removed, so that the last call is the one that counts.
    numbers: Mutex<BTreeMap<PathBuf, usize>>,
}

impl Recovery {
    /// Where unsaved work is kept: what `DOWNFIELD_RECOVERY` says, else `downfield/unsaved` in the user's folder for
    /// state, or for local data where there is none. `None` if the user has no home.
    #[must_use]
    pub fn folder() -> Option<PathBuf> {
        if let Some(folder) = std::env::var_os(VARIABLE).filter(|folder| !folder.is_empty()) {
            return Some(folder.into());
        }
        let dirs = directories::ProjectDirs::from("", "", "downfield")?;
        Some(dirs.state_dir().unwrap_or_else(|| dirs.data_local_dir()).join("unsaved"))
    }

    /// Makes the folder of this run, and removes what is of no use in those of runs that are no more: half-written files
    /// and what is empty.
    ///
    /// # Errors
    /// If the folder cannot be made or written. Unsaved work is not kept then.
    pub fn start(folder: PathBuf) -> io::Result<Self> {
        make_private(&folder)?;
        let (run, lock) = hold(&folder)?;
        make_private(&folder.join(&run))?;
        let recovery = Self { folder, run, _lock: lock, numbers: Mutex::default() };
        recovery.clean_up();
        Ok(recovery)
    }

    /// Work left by runs that are no more: sorted by path, of one path the newest first. What cannot be read is passed
    /// over and stays. The folder is looked at anew each time.
    #[must_use]
    pub fn found(&self) -> Vec<Rescue> {
        let mut found = Vec::new();
        for run in self.others().filter(|run| run.life != Life::Alive) {
            found.extend(run.rescues().map(|(_, rescue)| rescue));
        }
        found.sort_by(|a: &Rescue, b| {
            a.path
                .cmp(&b.path)
                .then_with(|| b.saved_secs.cmp(&a.saved_secs))
                .then_with(|| a.text.cmp(&b.text))
        });
        found.dedup();
        found
    }

    /// Keeps the unsaved work of a file, in place of what was kept of it before. Paths are the same file where they are
    /// written the same. When this returns the work outlives a crash of the program, and of the machine.
    ///
    /// # Errors
    /// Whatever keeps it from being written; what was kept before is then still there.
    pub fn keep(&self, rescue: &Rescue) -> io::Result<()> {
        let bytes = rescue.to_bytes().map_err(io::Error::other)?;
        let mut numbers = self.numbers();
        let next = numbers.len() + 1;
        let number = *numbers.entry(rescue.path.clone()).or_insert(next);
        let path = self.file(number);
        match OnDisk.replace(&path, &bytes) {
            // Somebody tidied up.
            Err(error) if error.kind() == ErrorKind::NotFound => {
                make_private(&self.folder.join(&self.run))?;
                OnDisk.replace(&path, &bytes)
            }
            done => done,
        }
    }

    /// Removes what this run kept of a file: it was saved, or given up.
    ///
    /// # Errors
    /// If it cannot be removed; that nothing was kept is none.
    pub fn forget(&self, path: &Path) -> io::Result<()> {
        let numbers = self.numbers();
        numbers.get(path).map_or(Ok(()), |&number| missing_is_fine(OnDisk.remove(&self.file(number))))
    }

    /// Removes work that a run left which is no more: it was taken or given up. Who takes it keeps it first, in a run of
    /// their own.
    ///
    /// # Errors
    /// If it cannot be removed; that it is gone already is none.
    pub fn settle(&self, rescue: &Rescue) -> io::Result<()> {
        for run in self.others().filter(|run| run.life != Life::Alive) {
            let mut removed = false;
            for (path, found) in run.rescues() {
                if found.is_of(&rescue.path) && found == *rescue {
                    missing_is_fine(OnDisk.remove(&path))?;
                    removed = true;
                }
            }
            if removed {
                run.remove_if_empty();
            }
        }
        Ok(())
    }

    fn file(&self, number: usize) -> PathBuf {
        self.folder.join(&self.run).join(format!("{number}{RESCUE}"))
    }

    fn numbers(&self) -> MutexGuard<'_, BTreeMap<PathBuf, usize>> {
        self.numbers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Every other run that has a folder.
    fn others(&self) -> impl Iterator<Item = Run> + use<> {
        let own = self.folder.join(&self.run);
        let folders = OnDisk.list(&self.folder).unwrap_or_default().into_iter();
        folders.filter(move |path| *path != own && is_run(path, "") && is_plain_folder(path)).map(Run::of)
    }

    fn clean_up(&self) {
        for run in self.others().filter(|run| run.life == Life::Over) {
            remove_parts(&run.folder);
            run.remove_if_empty();
        }
        let locks = OnDisk.list(&self.folder).unwrap_or_default().into_iter();
        for lock in locks.filter(|path| is_run(path, LOCK)) {
            let folder = lock.with_extension("");
            if !folder.exists() && is_stray(&lock) && Life::of(&lock) == Life::Over {
                let _ = fs::remove_file(lock);
            }
        }
    }
}

/// A clean end: no lock stays, and no folder unless there is work in it, which the next start finds.
impl Drop for Recovery {
    fn drop(&mut self) {
        let folder = self.folder.join(&self.run);
        let _ = fs::remove_dir(&folder);
        let _ = fs::remove_file(lock_of(&folder));
    }
}

/// Whether a run goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Life {
    /// Its lock is held.
    Alive,
    /// Its lock is free, or there is none.
    Over,
    /// The system cannot say.
    Unknown,
}

impl Life {
    /// A lock is tried only for sharing: those who try at the same time do not take each other for alive.
    fn of(lock: &Path) -> Self {
        match OpenOptions::new().read(true).open(lock) {
            Ok(file) => match file.try_lock_shared() {
                Ok(()) => Self::Over,
                Err(TryLockError::WouldBlock) => Self::Alive,
                Err(TryLockError::Error(_)) => Self::Unknown,
            },
            Err(error) if error.kind() == ErrorKind::NotFound => Self::Over,
            Err(_) => Self::Unknown,
        }
    }
}

/// The folder of another run.
#[derive(Debug)]
struct Run {
    folder: PathBuf,
    life: Life,
}

impl Run {
    fn of(folder: PathBuf) -> Self {
        let life = Life::of(&lock_of(&folder));
        Self { folder, life }
    }

    fn rescues(&self) -> impl Iterator<Item = (PathBuf, Rescue)> + use<> {
        let files = OnDisk.list(&self.folder).unwrap_or_default().into_iter();
        files.filter(|path| is_rescue(path)).filter_map(|path| {
            let rescue = Rescue::from_bytes(&OnDisk.read(&path).ok()?)?;
            Some((path, rescue))
        })
    }

    fn remove_if_empty(&self) {
        if fs::remove_dir(&self.folder).is_ok() {
            let _ = fs::remove_file(lock_of(&self.folder));
        }
    }
}

/// A name that was never used, with its lock held.
fn hold(folder: &Path) -> io::Result<(String, File)> {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_nanos();
    for attempt in 0..ATTEMPTS {
        let run = format!("{RUN}{:x}-{}", since + attempt, std::process::id());
        let path = folder.join(format!("{run}{LOCK}"));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => match file.try_lock() {
                // Where there are no locks it goes without.
                Ok(()) | Err(TryLockError::Error(_)) => return Ok((run, file)),
                Err(TryLockError::WouldBlock) => {}
            },
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(ErrorKind::AlreadyExists.into())
}

fn lock_of(folder: &Path) -> PathBuf {
    folder.with_extension(&LOCK[1..])
}

/// Makes a folder that nobody else may look into, and those above it.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    make_folder(folder, &mut builder)
}

/// Whether a path is named as a run is, with an ending.
fn is_run(path: &Path, ending: &str) -> bool {
    let name = path.file_name().and_then(|name| name.to_str());
    let middle = name.and_then(|name| name.strip_prefix(RUN)?.strip_suffix(ending));
    middle.is_some_and(|middle| !middle.is_empty() && !middle.contains('.'))
}

fn is_plain_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
}

/// Whether a file can be a rescue; links, pipes and the like are none.
fn is_rescue(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == &RESCUE[1..])
        && fs::symlink_metadata(path).is_ok_and(|found| found.is_file() && found.len() <= MAX_BYTES)
}

fn is_stray(lock: &Path) -> bool {
    let changed = fs::metadata(lock).and_then(|found| found.modified());
    changed.is_ok_and(|changed| changed.elapsed().is_ok_and(|age| age > STRAY))
}

fn missing_is_fine(done: io::Result<()>) -> io::Result<()> {
    match done {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}
