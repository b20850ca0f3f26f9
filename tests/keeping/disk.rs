//! Replacing and saving on the real disk.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use downfield::keeping::{Disk as _, Expected, OnDisk, SaveError, save};
use downfield::play_file::MAX_BYTES;

use super::{names, with_file};

#[test]
fn bytes_pass_through_untouched() {
    let (folder, path) = with_file(b"old");
    for bytes in [&b"\xef\xbb\xbfPlay(\r\n)\r\n\r"[..], b"", b"\0\xff", &vec![b'x'; MAX_BYTES]] {
        save(&OnDisk, &path, Expected::Anything, bytes).unwrap();
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
    assert_eq!(names(folder.path()), ["ours.ron"]);
}

#[test]
fn a_missing_folder_is_made_with_those_above_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a/b/c/ours.ron");
    save(&OnDisk, &path, Expected::Nothing, b"new").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"new");
}

#[test]
fn what_was_expected_is_replaced_and_nothing_else() {
    let (_folder, path) = with_file(b"theirs");
    let changed = save(&OnDisk, &path, Expected::Bytes(b"base"), b"ours").unwrap_err();
    assert!(matches!(changed, SaveError::Changed { ref now, .. } if now == b"theirs"), "{changed:?}");
    let exists = save(&OnDisk, &path, Expected::Nothing, b"ours").unwrap_err();
    assert!(matches!(exists, SaveError::Exists { ref now, .. } if now == b"theirs"), "{exists:?}");
    assert_eq!(fs::read(&path).unwrap(), b"theirs");

    save(&OnDisk, &path, Expected::Bytes(b"theirs"), b"ours").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"ours");

    fs::remove_file(&path).unwrap();
    let gone = save(&OnDisk, &path, Expected::Bytes(b"ours"), b"more").unwrap_err();
    assert!(matches!(gone, SaveError::Gone { .. }), "{gone:?}");
    assert!(!path.exists());
    fs::remove_dir(path.parent().unwrap()).unwrap();
    let gone = save(&OnDisk, &path, Expected::Bytes(b"ours"), b"more").unwrap_err();
    assert!(matches!(gone, SaveError::Gone { .. }), "{gone:?}");
    save(&OnDisk, &path, Expected::Nothing, b"more").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"more");
}

#[test]
fn a_file_that_holds_already_what_is_saved_is_no_conflict() {
    let (_folder, path) = with_file(b"ours");
    save(&OnDisk, &path, Expected::Bytes(b"base"), b"ours").unwrap();
    save(&OnDisk, &path, Expected::Nothing, b"ours").unwrap();
}

#[test]
fn what_could_not_be_opened_again_is_refused() {
    let (_folder, path) = with_file(b"old");
    let refused = save(&OnDisk, &path, Expected::Anything, &vec![b' '; MAX_BYTES + 1]).unwrap_err();
    assert!(matches!(refused, SaveError::TooLarge { bytes, .. } if bytes == MAX_BYTES + 1), "{refused:?}");
    assert_eq!(fs::read(&path).unwrap(), b"old");
}

#[test]
fn a_folder_is_not_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ours.ron");
    fs::create_dir(&path).unwrap();
    for expected in [Expected::Anything, Expected::Nothing] {
        let refused = save(&OnDisk, &path, expected, b"new").unwrap_err();
        assert!(refused.to_string().contains("there is a folder of that name"), "{refused}");
    }
    assert!(path.is_dir());
    assert_eq!(names(folder.path()), ["ours.ron"]);
}

#[test]
fn a_path_through_a_file_is_refused_in_words() {
    let (_folder, file) = with_file(b"old");
    for expected in [Expected::Anything, Expected::Nothing] {
        let refused = save(&OnDisk, &file.join("deep/ours.ron"), expected, b"new").unwrap_err();
        assert!(refused.to_string().contains("a part of its path is a file, not a folder"), "{refused}");
    }
    assert_eq!(fs::read(&file).unwrap(), b"old");
}

#[test]
fn the_longest_name_there_is_can_be_saved_and_a_longer_one_is_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let longest = folder.path().join("x".repeat(251) + ".ron");
    save(&OnDisk, &longest, Expected::Nothing, b"1").unwrap();
    save(&OnDisk, &longest, Expected::Bytes(b"1"), b"2").unwrap();
    let longer = folder.path().join("x".repeat(252) + ".ron");
    let refused = save(&OnDisk, &longer, Expected::Anything, b"1").unwrap_err();
    assert!(refused.to_string().contains("its name is too long"), "{refused}");
    assert_eq!(names(folder.path()).len(), 1);
}

#[test]
fn no_path_at_all_is_refused() {
    for path in ["", "/", ".."] {
        assert!(OnDisk.replace(Path::new(path), b"new").is_err(), "{path:?}");
    }
}

#[test]
fn a_reader_sees_one_text_or_another_while_several_writers_write() {
    let (folder, path) = with_file(&vec![0; 100_000]);
    let done = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let writers = [0_u8, 1, 2, 3].map(|writer| {
            let path = &path;
            scope.spawn(move || {
                (0..60_u8).try_for_each(|round| OnDisk.replace(path, &vec![round * 4 + writer; 100_000]))
            })
        });
        let reader = scope.spawn(|| {
            let mut texts = Vec::new();
            while !done.load(Ordering::Relaxed) {
                let bytes = fs::read(&path).unwrap();
                assert_eq!(bytes.len(), 100_000);
                assert!(bytes.iter().all(|byte| *byte == bytes[0]), "a mixture");
                texts.push(bytes[0]);
            }
            texts.dedup();
            texts.len()
        });
        let written = writers.map(std::thread::ScopedJoinHandle::join);
        // Only then, or the reader would go on for ever.
        done.store(true, Ordering::Relaxed);
        for written in written {
            written.unwrap().unwrap();
        }
        assert!(reader.join().unwrap() > 10);
    });
    assert_eq!(names(folder.path()), ["ours.ron"]);
}

#[test]
fn what_a_killed_writer_left_goes_with_the_next_save_and_what_a_living_one_writes_stays() {
    let (folder, path) = with_file(b"old");
    let at = |name: &str| folder.path().join(name);
    fs::write(at(".downfield-99999-0.part"), b"half").unwrap();
    fs::write(at(".downfield-notes.txt"), b"somebody's").unwrap();
    let living = fs::File::create(at(".downfield-99999-1.part")).unwrap();
    living.lock().unwrap();
    OnDisk.replace(&path, b"new").unwrap();
    assert_eq!(names(folder.path()), [".downfield-99999-1.part", ".downfield-notes.txt", "ours.ron"]);
}

#[test]
fn removing_what_is_not_there_says_so() {
    let (_folder, path) = with_file(b"old");
    OnDisk.remove(&path).unwrap();
    assert_eq!(OnDisk.remove(&path).unwrap_err().kind(), ErrorKind::NotFound);
}

#[cfg(unix)]
mod unix {
    use std::fs;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
    use std::os::unix::net::UnixListener;
    use std::path::{Path, PathBuf};

    use downfield::keeping::{Disk as _, Expected, OnDisk, SaveError, save};

    use crate::{names, with_file};

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn permissions_are_kept() {
        let (_folder, path) = with_file(b"old");
        for kept in [0o600, 0o644, 0o664, 0o755, 0o640, 0o200] {
            fs::set_permissions(&path, fs::Permissions::from_mode(kept)).unwrap();
            OnDisk.replace(&path, b"new").unwrap();
            assert_eq!(mode(&path), kept, "{kept:o}");
        }
    }

    #[test]
    fn a_new_file_has_the_permissions_of_any_new_file() {
        let (folder, path) = with_file(b"made by the library");
        let new = folder.path().join("new.ron");
        OnDisk.replace(&new, b"new").unwrap();
        assert_eq!(mode(&new), mode(&path));
    }

    #[test]
    fn the_owner_is_kept_where_the_system_allows_it() {
        let (_folder, path) = with_file(b"old");
        if std::os::unix::fs::chown(&path, Some(1234), Some(4321)).is_err() {
            println!("passed over: an ordinary user cannot give files away");
            return;
        }
        fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).unwrap();
        OnDisk.replace(&path, b"new").unwrap();
        let found = fs::metadata(&path).unwrap();
        assert_eq!((found.uid(), found.gid(), mode(&path)), (1234, 4321, 0o660));
    }

    #[test]
    fn a_file_marked_read_only_is_refused_also_through_a_link() {
        let (folder, path) = with_file(b"old");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
        let link = folder.path().join("link.ron");
        symlink("ours.ron", &link).unwrap();
        for path in [&path, &link] {
            let refused = save(&OnDisk, path, Expected::Bytes(b"old"), b"new").unwrap_err();
            assert!(refused.to_string().contains("the file may only be read, not changed"), "{refused}");
        }
        assert_eq!((fs::read(&path).unwrap(), mode(&path)), (b"old".to_vec(), 0o444));
        assert_eq!(names(folder.path()), ["link.ron", "ours.ron"]);
    }

    #[test]
    fn links_stay_links_however_they_are_chained() {
        let (folder, path) = with_file(b"old");
        let sub = folder.path().join("sub");
        fs::create_dir(&sub).unwrap();
        let links = [
            (folder.path().join("near.ron"), PathBuf::from("ours.ron")),
            (sub.join("up.ron"), PathBuf::from("../near.ron")),
            (sub.join("chain.ron"), PathBuf::from("up.ron")),
            (folder.path().join("full.ron"), sub.join("chain.ron")),
        ];
        for (link, to) in &links {
            symlink(to, link).unwrap();
        }
        for (round, (link, _)) in links.iter().enumerate() {
            let before = fs::read(&path).unwrap();
            save(&OnDisk, link, Expected::Bytes(&before), format!("round {round}").as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), format!("round {round}"));
            for (link, to) in &links {
                assert_eq!(fs::read_link(link).unwrap(), *to);
            }
        }
        assert!(fs::symlink_metadata(&path).unwrap().is_file());
    }

    #[test]
    fn a_linked_folder_on_the_way_is_followed() {
        let (folder, path) = with_file(b"old");
        let other = tempfile::tempdir().unwrap();
        let link = other.path().join("plays");
        symlink(folder.path(), &link).unwrap();
        symlink("../nowhere", other.path().join("dangling")).unwrap();
        save(&OnDisk, &link.join("ours.ron"), Expected::Bytes(b"old"), b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert!(save(&OnDisk, &other.path().join("dangling/ours.ron"), Expected::Anything, b"new").is_err());
    }

    #[test]
    fn a_link_to_a_file_that_is_not_there_yet_makes_it() {
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link.ron");
        symlink("later.ron", &link).unwrap();
        let gone = save(&OnDisk, &link, Expected::Bytes(b"old"), b"new").unwrap_err();
        assert!(matches!(gone, SaveError::Gone { .. }), "{gone:?}");
        save(&OnDisk, &link, Expected::Nothing, b"new").unwrap();
        assert_eq!(fs::read(folder.path().join("later.ron")).unwrap(), b"new");
        assert_eq!(fs::read_link(&link).unwrap(), Path::new("later.ron"));
    }

    #[test]
    fn a_circle_of_links_is_refused_in_words() {
        let folder = tempfile::tempdir().unwrap();
        let [a, b] = ["a.ron", "b.ron"].map(|name| folder.path().join(name));
        symlink("b.ron", &a).unwrap();
        symlink("a.ron", &b).unwrap();
        for expected in [Expected::Anything, Expected::Nothing, Expected::Bytes(b"old")] {
            let refused = save(&OnDisk, &a, expected, b"new").unwrap_err();
            assert!(refused.to_string().contains("it is a link that leads back to itself"), "{refused}");
        }
        assert_eq!(names(folder.path()), ["a.ron", "b.ron"]);
    }

    #[test]
    fn of_two_names_of_one_file_the_saved_one_is_parted() {
        let (folder, path) = with_file(b"old");
        let other = folder.path().join("other.ron");
        fs::hard_link(&path, &other).unwrap();
        OnDisk.replace(&path, b"new").unwrap();
        assert_eq!((fs::read(&path).unwrap(), fs::read(&other).unwrap()), (b"new".to_vec(), b"old".to_vec()));
    }

    #[test]
    fn what_is_no_ordinary_file_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("ours.ron");
        let _listener = UnixListener::bind(&socket).unwrap();
        let link = folder.path().join("null.ron");
        symlink("/dev/null", &link).unwrap();
        for path in [&socket, &link] {
            let refused = save(&OnDisk, path, Expected::Anything, b"new").unwrap_err();
            assert!(refused.to_string().contains("it is a device or the like, not a file"), "{refused}");
        }
    }
}
