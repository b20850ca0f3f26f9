//! `fmt`.

use crate::{FORMS, Place, stderr, stdout};

/// The small play as its author typed it.
fn typed() -> String {
    FORMS
        .replace("    title:", "  title :")
        .replace("ball: (carrier", "ball:(  carrier")
        .replace("    offense", "\n\n\n    offense")
}

/// Two files that want laying out, one that does not, and one that cannot be.
fn place() -> Place {
    let place = Place::new();
    place.write("plays/typed.ron", typed());
    place.write("plays/windows.ron", format!("\u{feff}{}", typed().replace('\n', "\r\n")));
    place.run("fmt plays").code(0);
    place.write("plays/good.ron", place.read("plays/typed.ron"));
    place.write("plays/typed.ron", typed());
    place.write("plays/windows.ron", format!("\u{feff}{}", typed().replace('\n', "\r\n")));
    place.write("plays/broken.ron", FORMS.replace("step_back: 4", "step_back 4"));
    place
}

#[test]
fn help_has_examples() {
    insta::assert_snapshot!(Place::new().transcript("fmt --help"));
}

#[test]
fn checking_lists_what_would_change_and_changes_nothing() {
    let place = place();
    insta::assert_snapshot!(place.transcript("fmt plays --check"));
    assert_eq!(place.read("plays/typed.ron"), typed().as_bytes());
    place.run("fmt plays/good.ron --check").code(0).stdout("");
}

#[test]
fn files_are_laid_out_and_what_is_broken_is_left_alone() {
    let place = place();
    let broken = place.read("plays/broken.ron");
    insta::assert_snapshot!(place.transcript("fmt plays"));
    assert_eq!(place.read("plays/broken.ron"), broken);
    let good = String::from_utf8(place.read("plays/good.ron")).unwrap();
    assert_eq!(String::from_utf8(place.read("plays/typed.ron")).unwrap(), good);
    let windows = String::from_utf8(place.read("plays/windows.ron")).unwrap();
    assert_eq!(windows, format!("\u{feff}{}", good.replace('\n', "\r\n")));
    insta::assert_snapshot!("laid_out", good);
    assert_eq!(
        stderr(&place.run("fmt plays/good.ron plays/typed.ron").code(0)),
        "0 of 2 files laid out anew\n"
    );
}

#[test]
fn standard_input_goes_to_standard_output() {
    let place = place();
    let good = String::from_utf8(place.read("plays/good.ron")).unwrap();
    assert_eq!(stdout(&place.downfield("fmt -").write_stdin(typed()).assert().code(0)), good);
    assert_eq!(
        stdout(&place.downfield("fmt -").write_stdin(good).assert().code(0)),
        stdout(&place.downfield("fmt -").write_stdin(typed()).assert())
    );
    place.downfield("fmt - --check").write_stdin(typed()).assert().code(1).stdout("<stdin>\n");
    let refused = place.downfield("fmt -").write_stdin("Play(").assert().code(1);
    assert!(stdout(&refused).is_empty() && stderr(&refused).contains("never closed"));
}

#[test]
fn what_is_not_ours_or_not_text_is_left_alone() {
    let place = Place::new();
    for (name, bytes) in [("theirs.ron", &b"(a:1)"[..]), ("latin.ron", b"Play(format:1,title:\"\xe9\")")] {
        place.write(name, bytes);
        place.run(&format!("fmt {name}")).code(1);
        assert_eq!(place.read(name), bytes);
    }
    place.run("fmt nowhere.ron").code(2);
    place.run("fmt").code(2);
}

#[test]
fn the_built_in_playbook_is_in_the_house_style() {
    let place = Place::new();
    place.run("playbook export book").code(0);
    place.run("fmt book --check").code(0);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_are_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let place = Place::new();
    place.write("real/play.ron", typed());
    std::fs::set_permissions(place.path("real/play.ron"), std::fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real/play.ron", place.path("link.ron")).unwrap();
    place.run("fmt link.ron").code(0);
    assert!(place.path("link.ron").is_symlink());
    assert_ne!(place.read("real/play.ron"), typed().as_bytes());
    let mode = std::fs::metadata(place.path("real/play.ron")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
}
