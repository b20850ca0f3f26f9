//! A real disk that is full, and one that may only be read: a file system of 64 KiB in memory.

use std::fs;
use std::path::Path;
use std::process::Command;

use downfield::keeping::{Expected, OnDisk, Recovery, Rescue, save};

use super::names;

/// Mounted for as long as it lives.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    /// Nothing, with a printed line, where mounting is not permitted.
    fn mounted() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64k", "downfield-test"])
            .arg(folder.path())
            .output();
        if mount.is_ok_and(|output| output.status.success()) {
            return Some(Self(folder));
        }
        println!("passed over: a disk cannot be mounted here");
        None
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.path()).status();
    }
}

#[test]
fn a_full_disk_leaves_the_old_file_and_nothing_else_and_says_what_to_do() {
    let Some(disk) = SmallDisk::mounted() else { return };
    let path = disk.path().join("ours.ron");
    let old = b"old\n".repeat(3000);
    save(&OnDisk, &path, Expected::Nothing, &old).unwrap();
    for size in [64 * 1024, 70_000, 1_000_000] {
        let error = save(&OnDisk, &path, Expected::Bytes(&old), &vec![b'n'; size]).unwrap_err();
        assert!(
            error.to_string().ends_with(
                "cannot be saved: the disk is full. Your work is still here; make some room on it and save again, or \
                 save on another disk."
            ),
            "{error}"
        );
        assert_eq!(fs::read(&path).unwrap(), old);
        assert_eq!(names(disk.path()), ["ours.ron"]);
    }
    // A new file is not there in part, nor is its hidden one.
    let new = disk.path().join("new.ron");
    save(&OnDisk, &new, Expected::Nothing, &vec![b'n'; 100_000]).unwrap_err();
    assert_eq!(names(disk.path()), ["ours.ron"]);
    // With not a byte left, even a short text does not cost the old one.
    let mut room = vec![b' '; 64 * 1024];
    while fs::write(disk.path().join("filler"), &room).is_err() {
        room.truncate(room.len() - 4096);
    }
    save(&OnDisk, &path, Expected::Bytes(&old), b"short").unwrap_err();
    assert_eq!(fs::read(&path).unwrap(), old);
    // The cure works.
    fs::remove_file(disk.path().join("filler")).unwrap();
    save(&OnDisk, &path, Expected::Bytes(&old), b"short").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"short");
}

#[test]
fn on_a_full_disk_what_was_kept_before_is_still_found() {
    let Some(disk) = SmallDisk::mounted() else { return };
    let rescue =
        |size: usize| Rescue { path: "/a.ron".into(), base: None, text: "x".repeat(size), saved_secs: 1 };
    let recovery = Recovery::start(disk.path().join("unsaved")).unwrap();
    recovery.keep(&rescue(1000)).unwrap();
    let error = recovery.keep(&rescue(100_000)).unwrap_err();
    assert_eq!(error.kind(), std::io::ErrorKind::StorageFull);
    drop(recovery);
    let next = Recovery::start(disk.path().join("unsaved")).unwrap();
    assert_eq!(next.found(), [rescue(1000)]);
    next.settle(&rescue(1000)).unwrap();
    drop(next);
    assert_eq!(names(&disk.path().join("unsaved")), [""; 0]);
}

#[test]
fn a_disk_that_may_only_be_read_says_so() {
    let Some(disk) = SmallDisk::mounted() else { return };
    let path = disk.path().join("ours.ron");
    save(&OnDisk, &path, Expected::Nothing, b"old").unwrap();
    let remount = Command::new("mount").args(["-o", "remount,ro"]).arg(disk.path()).status().unwrap();
    assert!(remount.success());
    for (path, expected) in
        [(&path, Expected::Bytes(b"old")), (&disk.path().join("new/new.ron"), Expected::Nothing)]
    {
        let error = save(&OnDisk, path, expected, b"new").unwrap_err();
        assert!(error.to_string().contains("the disk may only be read, not changed"), "{error}");
    }
    assert_eq!(fs::read(&path).unwrap(), b"old");
    Recovery::start(disk.path().join("unsaved")).unwrap_err();
}
