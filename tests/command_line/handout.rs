//! `render … -o handout.pdf`.

use lopdf::Document;

use crate::{Place, stderr};

const SHOW: &str = r#"// A short one.
Show(
    format: 1,
    title: "Forms, and what then",
    start: 30,
    items: [
        Section(title: "Welcome", notes: "Ask who fills in forms.", minutes: 5),
        Play(play: "forms", times: [1, 4]),
        Play(play: "elsewhere"),
        Decide(),
    ],
)"#;

fn text(bytes: &[u8]) -> String {
    let document = Document::load_mem(bytes).unwrap();
    let pages: Vec<u32> = document.get_pages().keys().copied().collect();
    document.extract_text(&pages).unwrap().split_whitespace().collect()
}

fn pages(bytes: &[u8]) -> usize {
    Document::load_mem(bytes).unwrap().get_pages().len()
}

/// A playbook's folder with a show in it.
fn with_show() -> Place {
    let place = Place::new();
    place.write("plays/forms.ron", crate::FORMS);
    place.write("plays/shows/forms-day.ron", SHOW);
    place
}

#[test]
fn a_show_is_named_by_its_path_or_by_its_name() {
    let place = with_show();
    let run = place.run("render forms-day -o a.pdf").code(0);
    assert!(stderr(&run).contains("There is no play or plan `elsewhere`"), "{}", stderr(&run));
    place.run("render plays/shows/forms-day.ron -o b.pdf").code(0);
    let bytes = place.read("a.pdf");
    assert_eq!(bytes, place.read("b.pdf"));
    let said = text(&bytes);
    for words in
        ["Forms,andwhatthen", "Onlineforms", "Askwhofillsinforms.", "Thereisnoplayorplan`elsewhere`."]
    {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn plays_and_plans_are_printed_one_after_the_other() {
    let place = Place::with_forms();
    place.run("render forms.ron -o one.pdf").code(0);
    place.run("render forms.ron exemplar balanced-build technology-first forms.ron -o many.pdf").code(0);
    assert!(pages(&place.read("many.pdf")) > 3 * pages(&place.read("one.pdf")));
    let said = text(&place.read("many.pdf"));
    for title in ["Onlineforms", "Exemplar", "Balancedbuild"] {
        assert!(said.contains(title), "{title}");
    }
}

#[test]
fn what_a_handout_is_asked_changes_it() {
    let place = with_show();
    let made = |arguments: &str| {
        place.run(&format!("render forms-day -o - --as pdf {arguments}")).code(0).get_output().stdout.clone()
    };
    let plain = made("");
    assert!(plain.starts_with(b"%PDF-"));
    assert_eq!(plain, made("--notes --paper a4 --theme paper"));
    assert_ne!(plain, made("--paper letter"));
    assert_ne!(plain, made("--theme contrast"));
    assert!(!text(&made("--no-notes")).contains("Askwhofillsinforms."));
    let record = r#"WorkshopRecord(format: 1, title: "Monday", show: "forms-day", fronts: {"services": 47}, decisions: ["Begin with one form."])"#;
    place.write("said.ron", record);
    let said = text(&made("--record said.ron"));
    assert!(said.contains("Beginwithoneform.") && said.contains("47of100"), "{said}");
    place.write("said.ron", record.replace("forms-day", "another"));
    let run = place.run("render forms-day -o c.pdf --record said.ron").code(0);
    assert!(stderr(&run).contains("written down with the show `another`"), "{}", stderr(&run));
}

#[test]
fn what_makes_no_handout_says_why() {
    let place = with_show();
    place.write("broken.ron", "Show(\n    format: 1,\n    title: 7,\n    items: [],\n)");
    place.write("later.ron", "Show(format: 2, title: \"Later\", items: [])");
    place.write("wrong.ron", "Play(format: 1)");
    place.write("said.ron", "WorkshopRecord(format: 1)");
    let cases = [
        ("render forms-day --at line-up -o a.pdf", 2, "not for a handout"),
        ("render forms-day --times 4 -o a.pdf", 2, "as their files have them"),
        ("render exemplar --no-notes -o a.png", 2, "are for a handout"),
        ("render exemplar exemplar exemplar exemplar exemplar -o a.png", 2, "at most 4 files"),
        ("render forms-day exemplar -o a.pdf", 2, "stands by itself"),
        ("render broken.ron -o a.pdf", 1, "title"),
        ("render later.ron -o a.pdf", 1, "format"),
        ("render wrong.ron -o a.pdf", 1, "title"),
        ("render nothing-like-it -o a.pdf", 2, "nothing-like-it"),
        ("render forms-day --record said.ron -o a.pdf", 1, "title"),
        ("render forms-day --record nowhere.ron -o a.pdf", 2, "nowhere.ron"),
    ];
    for (arguments, code, words) in cases {
        let run = place.run(arguments).code(code);
        assert!(stderr(&run).contains(words), "{arguments}: {}", stderr(&run));
        assert!(!place.path("a.pdf").exists() && !place.path("a.png").exists(), "{arguments}");
    }
}
