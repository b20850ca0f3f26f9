//! Writing files whole.
//!
//! In: a path and bytes. Out: a file that holds them, or the old one and a reason. The bytes go to a hidden file in the
//! same folder, are forced to the disk and take the file's name in one step; then the folder is forced to the disk too.
//!
//! What stays: symbolic links (what they lead to is replaced, also where it is not there yet), the file's permissions,
//! and its owner where the system allows that. What does not: access lists and other attributes, and hard links. A file
//! of two names is parted: the one that was saved holds the new bytes, the other the old ones, because writing both
//! would mean writing in place, where a crash leaves half a file.
//!
//! What is refused: a file that may not be written (replacing would get round what somebody meant), a file in a folder
//! where none can be made (it could only be written in place), and what is no ordinary file.
//!
//! A writer that is killed leaves its hidden file, `.downfield-….part`. The next one to write in that folder removes it;
//! living writers hold theirs with a lock.

use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::SystemTime;

use super::words::Obstacle;
use super::{Files, OnDisk};
use crate::play_file::here;

/// Links that lead to links, at most: what Linux follows.
const MAX_LINKS: usize = 40;
/// How often a hidden file may vanish while it is written.
const ATTEMPTS: usize = 10;
/// What the name of a hidden file begins and ends with.
const PART_START: &str = ".downfield-";
const PART_END: &str = ".part";

/// Writing files; reading is [`Files`].
pub trait Disk: Files + Sync {
    /// Replaces or creates a file whole: a reader, a crash or a full disk meets the old bytes or the new ones, never
    /// anything between. Of symbolic links what they lead to is replaced.
    ///
    /// # Errors
    /// Whatever keeps it from being written; the old file is then as it was. One exception: where only the last step
    /// failed, forcing the folder to the disk, the new file is in place, but may not outlast a loss of power.
    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Makes a folder and those above it, where they are not there.
    ///
    /// # Errors
    /// Whatever keeps one of them from being made.
    fn make_folder(&self, path: &Path) -> io::Result<()>;

    /// Removes a file; of a symbolic link, the link.
    ///
    /// # Errors
    /// Whatever keeps it there, also that there is none.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

impl Disk for OnDisk {
    fn replace(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let path = led_to(path)?;
        let folder = folder_of(&path);
        for _ in 0..ATTEMPTS {
            let old = replaceable(&path)?;
            let mut part = Part::make(folder, old.as_ref())?;
            part.write(bytes, old.as_ref())?;
            match part.take_name(&path) {
                // Another writer cleaned up before it was locked.
                Err(error) if error.kind() == ErrorKind::NotFound && folder.is_dir() => {}
                Err(error) => return Err(error),
                Ok(()) => {
                    remove_parts(folder);
                    return sync_folder(folder);
                }
            }
        }
        Err(Obstacle::Vanishes.into())
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        make_folder(path, &mut DirBuilder::new())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}

/// Makes a folder and those above it with a builder, and forces them to the disk.
pub(super) fn make_folder(path: &Path, builder: &mut DirBuilder) -> io::Result<()> {
    let missing: Vec<&Path> = path.ancestors().take_while(|folder| !here(folder).is_dir()).collect();
    builder.recursive(true).create(here(path))?;
    missing.into_iter().try_for_each(|folder| sync_folder(folder_of(folder)))
}

/// The folder a file is in, as the system takes it.
pub(super) fn folder_of(path: &Path) -> &Path {
    here(path.parent().unwrap_or(Path::new("")))
}

/// What a path's links lead to; the path itself where it is no link. It need not be there.
fn led_to(path: &Path) -> io::Result<PathBuf> {
    let mut path = path.to_path_buf();
    for _ in 0..=MAX_LINKS {
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_symlink() => path = folder_of(&path).join(fs::read_link(&path)?),
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(path),
            Err(error) => return Err(error),
        }
    }
    Err(Obstacle::Circle.into())
}

/// What is known of the file that is to be replaced, if there is one and it may be written.
fn replaceable(path: &Path) -> io::Result<Option<Metadata>> {
    let found = match fs::metadata(path) {
        Ok(found) => found,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            return path.file_name().map(|_| None).ok_or_else(|| ErrorKind::InvalidFilename.into());
        }
        Err(error) => return Err(error),
    };
    if found.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    if !found.is_file() {
        return Err(Obstacle::NoOrdinaryFile.into());
    }
    // An administrator may write what is marked read-only, and renaming asks nothing of the file that is replaced.
    if found.permissions().readonly() {
        return Err(Obstacle::ReadOnlyFile.into());
    }
    match OpenOptions::new().write(true).open(path) {
        Ok(_) => Ok(Some(found)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Err(Obstacle::ReadOnlyFile.into()),
        Err(error) => Err(error),
    }
}

/// A hidden file that is being written; it goes unless it takes its name.
#[derive(Debug)]
struct Part {
    path: PathBuf,
    file: File,
    named: bool,
}

impl Part {
    /// Makes one in a folder; for an `old` file, so that nobody else may read it before it has that one's permissions.
    fn make(folder: &Path, old: Option<&Metadata>) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        if old.is_some() {
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        }
        #[cfg(not(unix))]
        let _ = old;
        let path = folder.join(unused_name());
        let file = options.open(&path).map_err(|error| match error.kind() {
            ErrorKind::PermissionDenied => Obstacle::ClosedFolder.into(),
            _ => error,
        })?;
        // Where there are no locks, nobody finds one free to remove it either.
        let _ = file.try_lock();
        Ok(Self { path, file, named: false })
    }

    fn write(&mut self, bytes: &[u8], old: Option<&Metadata>) -> io::Result<()> {
        self.file.write_all(bytes)?;
        if let Some(old) = old {
            self.belong_as(old);
            // A disk without permissions refuses; then they are equal already.
            if let Err(error) = self.file.set_permissions(old.permissions())
                && self.file.metadata()?.permissions() != old.permissions()
            {
                return Err(error);
            }
        }
        self.file.sync_all()
    }

    /// The owner and the group of the old file, as far as the system allows.
    #[cfg(unix)]
    fn belong_as(&self, old: &Metadata) {
        use std::os::unix::fs::{MetadataExt as _, fchown};
        if fchown(&self.file, Some(old.uid()), Some(old.gid())).is_err() {
            let _ = fchown(&self.file, None, Some(old.gid()));
        }
    }

    #[cfg(not(unix))]
    fn belong_as(&self, _: &Metadata) {}

    fn take_name(mut self, path: &Path) -> io::Result<()> {
        // Windows lets nobody read a locked file, and from here on it is one that others read.
        if cfg!(windows) {
            let _ = self.file.unlock();
        }
        fs::rename(&self.path, path)?;
        self.named = true;
        Ok(())
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        if !self.named {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// A name no hidden file ever had: who lost one must not come upon that of somebody else under its name.
fn unused_name() -> String {
    static COUNT: AtomicU64 = AtomicU64::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    let moment = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default().as_nanos();
    format!("{PART_START}{moment:x}-{}-{count}{PART_END}", std::process::id())
}

/// Removes the hidden files of writers that are no more; those that cannot be judged stay.
pub(super) fn remove_parts(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let ours = name.to_str().is_some_and(|name| name.starts_with(PART_START) && name.ends_with(PART_END));
        if !ours || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        let path = entry.path();
        if OpenOptions::new().write(true).open(&path).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(&path);
        }
    }
}

/// Forces what a folder lists to the disk.
fn sync_folder(folder: &Path) -> io::Result<()> {
    // Windows has nothing of the kind.
    if cfg!(windows) {
        return Ok(());
    }
    match File::open(here(folder)).and_then(|folder| folder.sync_all()) {
        // A folder that may be written but not listed, or a disk that does not know the call.
        Err(error)
            if matches!(
                error.kind(),
                ErrorKind::PermissionDenied | ErrorKind::InvalidInput | ErrorKind::Unsupported
            ) =>
        {
            Ok(())
        }
        done => done,
    }
}
