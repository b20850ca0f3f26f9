//! `render -o deck.html`: what goes into a page, what comes out of it again, and what is refused.

use crate::{Place, stderr, stdout};

const SHOW: &str = r#"Show(
    format: 1,
    title: "Forms & co",
    items: [
        Section(title: "Before", notes: "Kept back."),
        Play(play: "forms", times: [1, 2]),
        Decide(),
    ],
)
"#;

fn with_show() -> Place {
    let place = Place::new();
    place.write("plays/forms.ron", crate::FORMS);
    place.write("plays/shows/ours.ron", SHOW);
    place
}

#[test]
fn a_show_becomes_a_page_and_the_page_a_playbook() {
    let place = with_show();
    place.run("render plays/shows/ours.ron --notes -o deck.html").success();
    let page = String::from_utf8(place.read("deck.html")).unwrap();
    assert!(page.contains("<title>Forms &amp; co</title>") && page.contains("Kept back."));
    place.run("check deck.html").success();
    // Each kind of file in it can be named, and the page stands for what it was made of.
    assert_eq!(
        stdout(&place.run("show deck.html").success()),
        stdout(&place.run("show plays/forms.ron").success())
    );
    let named = place.run("resolve deck.html/plays/forms.ron --format json").success();
    assert_eq!(stdout(&named), stdout(&place.run("resolve plays/forms.ron --format json").success()));
    place.run("render deck.html -o forms.png").success();
    place.run("render deck.html --notes -o again.html").success();
    assert!(place.read("again.html") == place.read("deck.html"), "the same page");
    place.run("diff deck.html/plays/forms.ron plays/forms.ron").success();
    let advised = place.run("advise --start 20 --playbook deck.html").success();
    assert!(stdout(&advised).contains("Online forms"));
    place.run("new mine.ron --from deck.html").success();
    assert!(String::from_utf8(place.read("mine.ron")).unwrap().contains("Show("));
}

#[test]
fn without_notes_none_are_in_the_page() {
    let place = with_show();
    place.run("render plays/shows/ours.ron -o deck.html").success();
    let page = String::from_utf8(place.read("deck.html")).unwrap();
    assert!(!page.contains("Kept back"));
    place.run("check deck.html").success();
    place.run("render deck.html -o again.html").success();
    assert!(place.read("again.html") == place.read("deck.html"));
}

#[test]
fn plays_and_plans_are_gone_through_in_order() {
    let place = Place::new();
    place.run("render exemplar balanced-build --notes --theme paper -o deck.html").success();
    let page = String::from_utf8(place.read("deck.html")).unwrap();
    let (exemplar, plan) = (page.find("plays/exemplar.ron"), page.find("plays/plans/balanced-build.ron"));
    assert!(exemplar.is_some() && exemplar < plan);
    assert!(page.contains("color-scheme:light"));
    let told = place.run("simulate deck.html --trials 100").success();
    assert_eq!(stdout(&told), stdout(&place.run("simulate exemplar --trials 100").success()));
    place.run("simulate deck.html/plays/plans/balanced-build.ron --trials 100").success();
    let checked = place.run("check deck.html --format json").success();
    assert!(!stdout(&checked).contains("\"severity\": \"error\""), "{}", stdout(&checked));
}

#[test]
fn what_a_page_holds_stays_as_it_is() {
    let place = Place::with_forms();
    place.run("render forms.ron -o deck.html").success();
    let before = place.read("deck.html");
    let run = place.run("fmt deck.html").code(2);
    assert!(stderr(&run).contains("in a web page"), "{}", stderr(&run));
    assert!(place.read("deck.html") == before);
    // Among other files it is none of them.
    place.run("check .").success();
    assert!(!stdout(&place.run("check . --format json")).contains("deck.html"));
}

#[test]
fn pages_that_are_not_ours_or_broken_say_so() {
    let place = with_show();
    place.run("render plays/shows/ours.ron -o deck.html").success();
    let page = String::from_utf8(place.read("deck.html")).unwrap();
    place.write("secret.ron", "Play(title: \"Secret\")");
    let cases = [
        ("news.html", "<!doctype html><p>News</p>".to_owned(), "no page made by"),
        ("twice.html", page.replace("plays/shows/ours.ron", "plays/forms.ron"), "twice"),
        ("out.html", page.replace("plays/forms.ron", "../secret.ron"), "no path of a play file"),
        ("amp.html", page.replace("Play(\n", "Play(&copy;\n"), "& that stands for nothing"),
        ("cut.html", page[..page.find("plays/forms.ron").unwrap() + 60].to_owned(), "does not end"),
    ];
    for (name, text, reason) in cases {
        assert_ne!(text, page, "{name}");
        place.write(name, &text);
        for command in ["check", "show", "simulate", "diff plays/forms.ron", "render -o x.png"] {
            let run = place.run(&format!("{command} {name}")).code(2);
            assert!(stderr(&run).contains(reason), "{command} {name}: {}", stderr(&run));
        }
    }
    let run = place.run("show deck.html/plays/../../secret.ron").code(2);
    assert!(!stderr(&run).contains("Secret") && stdout(&run).is_empty());
}

#[test]
fn what_makes_no_page_is_refused_with_the_cure() {
    let place = with_show();
    place.write("a/forms.ron", crate::FORMS);
    place.write("broken.ron", "Show(format: 1, title: \"No end\"");
    let cases = [
        ("render plays/shows/ours.ron exemplar -o x.html", 2, "a page holds one show"),
        ("render five-channels -o x.html", 2, "five-channels"),
        ("render plays/forms.ron a/forms.ron -o x.html", 2, "two different files"),
        ("render exemplar --at 3s -o x.html", 2, "as their show has them"),
        ("render exemplar --times 4 -o x.html", 2, "as their show has them"),
        ("render exemplar --notes -o x.png", 2, "--notes, --no-notes and --record are for a handout"),
        ("render balanced-build --chart drive -o x.html", 2, "a chart does not move"),
        ("render exemplar exemplar exemplar exemplar exemplar --chart spot -o x.png", 2, "at most 4"),
    ];
    for (command, code, reason) in cases {
        let run = place.run(command).code(code);
        assert!(stderr(&run).contains(reason), "{command}: {}", stderr(&run));
    }
    let run = place.run("render broken.ron -o x.html").failure();
    assert!(stderr(&run).contains("broken.ron"), "{}", stderr(&run));
    assert!(!place.path("x.html").exists());
}

#[test]
fn a_show_with_a_play_that_is_gone_says_where_it_is_named() {
    let place = Place::new();
    place.write("ours.ron", SHOW);
    let run = place.run("render ours.ron -o deck.html").code(1);
    let told = stderr(&run);
    assert!(told.contains("ours.ron:6") && told.contains("forms"), "{told}");
    assert!(!place.path("deck.html").exists());
}
