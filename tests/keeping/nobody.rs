//! What an ordinary user may not do. An administrator may do it all, so as one this becomes another user first.

use std::fs::{self, Permissions};
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::Path;

use downfield::keeping::{Expected, OnDisk, save};

use super::{again, names};

/// The folder that is given to that user.
const FOLDER: &str = "DOWNFIELD_TEST_NOBODY";
/// A user without rights of their own.
const NOBODY: u32 = 65534;

#[test]
fn where_a_user_may_not_write_it_is_a_sentence_and_the_file_is_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    if fs::metadata(folder.path()).unwrap().uid() != 0 {
        try_everything(folder.path());
        return;
    }
    // The owner of this folder is an administrator.
    let theirs = folder.path().join("theirs.ron");
    fs::write(&theirs, b"old").unwrap();
    let user = folder.path().join("user");
    fs::create_dir(&user).unwrap();
    fs::write(user.join("theirs.ron"), b"old").unwrap();
    chown(&user, Some(NOBODY), Some(NOBODY)).unwrap();
    fs::set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
    // Where it is built nobody else may look.
    let mut command = again("nobody::as_nobody");
    let program = folder.path().join("program");
    fs::copy(command.get_program(), &program).unwrap();
    let mut other = std::process::Command::new(&program);
    other.args(command.get_args()).env(FOLDER, &user).current_dir("/").uid(NOBODY).gid(NOBODY);
    command = other;
    let output = match command.output() {
        Ok(output) => output,
        Err(error) => {
            println!("passed over: no other user can be become ({error})");
            return;
        }
    };
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success() && said.contains("everything was tried"), "{output:?}");
    assert_eq!(fs::read(user.join("theirs.ron")).unwrap(), b"old");
}

#[test]
#[ignore = "run by the test above, as another user"]
fn as_nobody() {
    let Some(folder) = std::env::var_os(FOLDER) else { return };
    let folder = Path::new(&folder);
    // A file of somebody else's in a folder of one's own: renaming could replace it.
    let error = save(&OnDisk, &folder.join("theirs.ron"), Expected::Bytes(b"old"), b"new").unwrap_err();
    assert!(error.to_string().contains("the file may only be read, not changed"), "{error}");
    try_everything(folder);
    writeln!(std::io::stdout(), "everything was tried").unwrap();
}

fn try_everything(folder: &Path) {
    let allow = |path: &Path, mode| fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
    let plays = folder.join("plays");
    let path = plays.join("ours.ron");
    fs::create_dir(&plays).unwrap();
    fs::write(&path, b"old").unwrap();

    // A writable file in a folder that is not.
    allow(&plays, 0o555);
    let error = save(&OnDisk, &path, Expected::Bytes(b"old"), b"new").unwrap_err();
    assert!(error.to_string().contains("no new files may be made in its folder"), "{error}");
    assert!(error.to_string().contains("save in another folder"), "{error}");
    let error = save(&OnDisk, &plays.join("new.ron"), Expected::Nothing, b"new").unwrap_err();
    assert!(error.to_string().contains("no new files may be made in its folder"), "{error}");
    let error = save(&OnDisk, &plays.join("deep/new.ron"), Expected::Nothing, b"new").unwrap_err();
    assert!(error.to_string().contains("you are not allowed to write there"), "{error}");
    assert_eq!((fs::read(&path).unwrap(), names(&plays)), (b"old".to_vec(), vec!["ours.ron".to_owned()]));

    // A folder that may not be entered.
    allow(&plays, 0o000);
    for expected in [Expected::Anything, Expected::Bytes(b"old"), Expected::Nothing] {
        let error = save(&OnDisk, &path, expected, b"new").unwrap_err();
        assert!(error.to_string().contains("you are not allowed to write there"), "{error}");
    }

    // A folder that may be written but not listed takes files like any other.
    allow(&plays, 0o300);
    save(&OnDisk, &path, Expected::Bytes(b"old"), b"new").unwrap();
    allow(&plays, 0o700);
    assert_eq!((fs::read(&path).unwrap(), names(&plays)), (b"new".to_vec(), vec!["ours.ron".to_owned()]));

    // A file that may not be read.
    allow(&path, 0o200);
    let error = save(&OnDisk, &path, Expected::Bytes(b"new"), b"newer").unwrap_err();
    assert!(error.to_string().contains("Your work is still here"), "{error}");
    save(&OnDisk, &path, Expected::Anything, b"newer").unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o200);
}
