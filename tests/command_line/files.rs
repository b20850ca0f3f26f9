//! `new`, `playbook export`, and what packagers need.

use crate::{FORMS, Place, stderr, stdout};

#[test]
fn a_new_play_is_another_play_under_its_own_name() {
    let place = Place::with_forms();
    place.run("new plays/our-portal.ron --from forms.ron").code(0);
    let text = String::from_utf8(place.read("plays/our-portal.ron")).unwrap();
    assert!(text.starts_with("// Our portal: a play of our own, started from forms.\n"), "{text}");
    let kept = "// From here on it is forms, its comments and summary too, until they are changed:\n\n// Paper forms";
    assert!(text.contains(kept), "its comments are kept");
    assert!(text.contains("title: \"Our portal\""));
    assert_eq!(text.matches('\n').count(), FORMS.matches('\n').count() + 9);
    place.run("check plays/our-portal.ron").code(0);
    place.run("resolve our-portal").code(0);
}

#[test]
fn every_shipped_play_can_be_started_from() {
    let place = Place::new();
    place.run("playbook export book").code(0);
    for file in std::fs::read_dir(place.path("book")).unwrap().map(|file| file.unwrap().path()) {
        if file.is_file() {
            let stem = file.file_stem().unwrap().to_str().unwrap();
            place.run(&format!("new plays/our-{stem}.ron --from {stem}")).code(0);
        }
    }
    place.run("check plays").code(0);
}

#[test]
fn a_new_show_is_another_show_under_its_own_name() {
    let place = Place::new();
    let run = place.run("new plays/shows/our-day.ron --from first-workshop").code(0);
    assert!(stderr(&run).contains("downfield check"), "{}", stderr(&run));
    let text = String::from_utf8(place.read("plays/shows/our-day.ron")).unwrap();
    assert!(text.starts_with("// Our day: a show of our own, started from first-workshop.\n"), "{text}");
    assert!(text.contains("title: \"Our day\"") && text.contains("times: [1, 4, 10]"), "{text}");
    place.run("check plays").code(0);
    place.run("fmt --check plays").code(0);
    // From one of our own, found by its name.
    place.run("new plays/shows/our-night.ron --from our-day").code(0);
    let run = place.run("new - --from our-day").code(0);
    assert!(stdout(&run).contains("title: \"Our workshop\""), "{}", stdout(&run));
    let run = place.run("new ours.ron --from balanced-build").code(2);
    assert!(
        stderr(&run).contains("`balanced-build` is a game plan; name a play or show"),
        "{}",
        stderr(&run)
    );
    let run = place.run("new ours.ron --from five-channels").code(2);
    assert!(stderr(&run).contains("`five-channels` is an operating model"), "{}", stderr(&run));
}

#[test]
fn a_show_where_a_play_is_wanted_says_what_to_name() {
    let place = Place::new();
    place.run("new plays/shows/our-day.ron --from first-workshop").code(0);
    for command in ["show", "resolve"] {
        for name in ["first-workshop", "our-day"] {
            let run = place.run(&format!("{command} {name}")).code(2);
            let said = format!("`{name}` is a show; name a play");
            assert!(stderr(&run).contains(&said), "{}", stderr(&run));
        }
        let run = place.run(&format!("{command} plays/shows/our-day.ron")).code(1);
        assert!(stderr(&run).contains("This is a show, but a play was asked for"), "{}", stderr(&run));
        assert!(stderr(&run).contains("the show names some"), "{}", stderr(&run));
    }
    let run = place.run("simulate our-day").code(2);
    assert!(stderr(&run).contains("`our-day` is a show; name a game plan or play"), "{}", stderr(&run));
    let run = place.run("compare plays/shows/our-day.ron exemplar").code(1);
    assert!(stderr(&run).contains("This is a show, but a game plan was asked for"), "{}", stderr(&run));
}

#[test]
fn a_tactic_is_renamed_and_line_ends_are_kept() {
    let place = Place::new();
    let text = FORMS.replace("    ball:", "    tactic: \"paperless\",\n    ball:").replace('\n', "\r\n");
    place.write("forms.ron", format!("\u{feff}{text}"));
    place.run("new ours.ron --from forms.ron").code(0);
    let text = String::from_utf8(place.read("ours.ron")).unwrap();
    assert!(text.starts_with("\u{feff}// Ours"));
    assert!(text.contains("tactic: \"ours\",\r\n"));
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    place.run("check ours.ron").code(0);
}

#[test]
fn new_refuses_what_plans_could_not_name_and_what_is_there() {
    let place = Place::with_forms();
    let run = place.run("new forms.ron --from exemplar").code(2);
    assert!(stderr(&run).contains("--force"));
    assert_eq!(place.read("forms.ron"), FORMS.as_bytes());
    place.run("new Our_Play.ron --from exemplar").code(2);
    place.run("new ours.txt --from exemplar").code(2);
    place.run("new ours.ron --from exemplr").code(2);
    place.run("new forms.ron --from exemplar --force").code(0);
    assert_ne!(place.read("forms.ron"), FORMS.as_bytes());
}

#[test]
fn the_playbook_is_exported_all_or_none() {
    let place = Place::new();
    place.run("playbook export book").code(0);
    assert!(place.path("book/exemplar.ron").is_file());
    assert!(place.path("book/plans").is_dir());
    place.write("other/exemplar.ron", FORMS);
    place.run("playbook export other").code(2);
    assert_eq!(place.read("other/exemplar.ron"), FORMS.as_bytes());
    assert!(!place.path("other/plans").exists());
    place.run("playbook export other --force").code(0);
    assert_eq!(place.read("other/exemplar.ron"), place.read("book/exemplar.ron"));
}

#[test]
fn packagers_get_completions_and_manual_pages() {
    let place = Place::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(stdout(&place.run(&format!("completions {shell}")).code(0)).contains("resolve"), "{shell}");
    }
    place.run("completions tcsh").code(2);
    assert!(stdout(&place.run("man").code(0)).contains(".TH downfield 1"));
    assert!(stdout(&place.run("man render").code(0)).contains("downfield\\-render"));
    let run = place.run("man rendr").code(2);
    assert!(stderr(&run).contains("`render`"));
}
