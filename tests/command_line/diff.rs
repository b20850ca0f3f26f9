//! `diff`.

use serde_json::Value;

use crate::{FORMS, Place, stderr, stdout};

const PLAN: &str = r#"// Forms first.
GamePlan(
    format: 1,
    title: "Forms first",
    summary: "The forms, then what they cannot do.",
    start: 20,
    calls: [
        Call(play: "exemplar", times: 8),
        Event(name: "Change of leadership", severity: 0.5),
        Call(play: "devops-programme"),
        Call(play: "api-strategy"),
    ],
    risks: [(name: "Budget cut", chance: 0.03, severity: 0.3)],
    beats: [(down: 2, caption: "It gains.", notes: "Ask how.")],
)
"#;

const MODEL: &str = r#"OperatingModel(
    format: 1,
    title: "Two channels",
    channels: [
        (id: "services", name: "Services", goal: "Good ones", marks: [(at: 20, text: "Forms are online.")]),
        (id: "people", name: "People", goal: "Able ones", weight: 2),
    ],
)
"#;

/// A text with every one of these replaced, each of which must be in it.
fn edited(text: &str, edits: &[(&str, &str)]) -> String {
    edits.iter().fold(text.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    })
}

/// The small play with one thing of most kinds changed.
fn reworked() -> String {
    let coaches = r#"        (id: "coaches", name: "Coaches", channel: "skills", at: (-3, 0), strength: 3, assignment: Confront("habit")),
"#;
    let helpers = r#"        (id: "helpers", name: "Helpers", channel: "services", at: (-6, 0.5), strength: 1, assignment: Support("forms-team")),
"#;
    edited(
        FORMS,
        &[
            ("// Paper forms go online.\n", "/* Another comment. */\n"),
            ("title: \"Online forms\"", "title: \"Digital forms\""),
            ("step_back: 4", "step_back: 6.5"),
            (&format!("{coaches}{helpers}"), &format!("{helpers}{coaches}")),
            ("strength: (2, 4, 5)", "strength: (3, 4.5, 5)"),
            ("route: [(12, 0)]", "route: [(9, 0)]"),
            ("\"backlog\"", "\"old-cases\""),
            ("stance: Press", "stance: Hold"),
            (
                r#"        (id: "habit""#,
                r#"        (id: "rota", name: "Rota", channel: "skills", at: (8, 0.5), strength: (2, 3, 4), stance: Press),
        (id: "habit""#,
            ),
            ("Cap(\"services\", 40), Drag(\"services\", 1.2)", "Cap(\"services\", 50)"),
            (", holds: false", ""),
            (
                "    ],\n)",
                "    ],\n    beats: [(phase: Battles, caption: \"Who wins?\", focus: [\"habit\"])],\n)",
            ),
        ],
    )
}

fn place() -> Place {
    let place = Place::with_forms();
    place.write("reworked.ron", reworked());
    place.write("plan.ron", PLAN);
    place.write(
        "plays/plans/replanned.ron",
        edited(
            PLAN,
            &[
                ("start: 20", "start: {\"services\": 30, \"skills\": 20, \"culture\": 20, \"governance\": 20, \"technology\": 25}"),
                ("times: 8", "times: 4"),
                ("        Call(play: \"devops-programme\"),\n", ""),
                ("        Event(", "        Call(play: \"api-strategy\"),\n        Event("),
                ("0.5),\n        Call(play: \"api-strategy\"),\n", "0.6, channels: [\"skills\", \"culture\"]),\n"),
                ("    ],\n    risks", "        Call(play: \"governance-reset\", times: 2),\n    ],\n    risks"),
                ("chance: 0.03", "chance: 0.05"),
                ("It gains.", "It gains less."),
            ],
        ),
    );
    place
}

#[test]
fn people_read_sentences_about_plays() {
    insta::assert_snapshot!(place().transcript("diff forms.ron reworked.ron"));
}

#[test]
fn people_read_sentences_about_game_plans() {
    insta::assert_snapshot!(place().transcript("diff plan.ron replanned"));
}

#[test]
fn people_read_sentences_about_operating_models() {
    let place = Place::new();
    place.write("a.ron", MODEL);
    let edits = [
        ("Forms are online.", "Every form is online."),
        ("name: \"People\"", "name: \"Our people\""),
        ("weight: 2", "weight: 3"),
        (
            "    ],\n)",
            "        (id: \"money\", name: \"Money\", goal: \"Follows outcomes\"),\n    ],\n    rules: (cover: 12),\n)",
        ),
    ];
    place.write("b.ron", edited(MODEL, &edits));
    insta::assert_snapshot!(place.transcript("diff a.ron b.ron"));
}

const SHOW: &str = r#"Show(
    format: 1,
    title: "A morning",
    minutes: 60,
    items: [
        Section(title: "Welcome", minutes: 5),
        Fronts(),
        Play(play: "exemplar", times: [1, 4], notes: "Ask first."),
        Play(play: "governance-reset"),
        Compare(of: ["exemplar-after-exemplar", "balanced-build"]),
        Calls(plays: ["exemplar", "api-strategy"]),
        Decide(),
    ],
)
"#;

const RECORD: &str = r#"WorkshopRecord(
    format: 1,
    title: "May",
    fronts: {"services": 30, "skills": 20},
    guesses: [(of: "exemplar", times: 4, group: "Left", yards: {"services": 10})],
    judged: [(play: "exemplar", player: "advocates", strength: 3)],
    arguments: ["It is the money."],
    decisions: ["Fund one team.", "Look again in spring."],
)
"#;

#[test]
fn people_read_sentences_about_shows() {
    let place = Place::new();
    place.write("plays/shows/a.ron", SHOW);
    let edits = [
        ("A morning", "An afternoon"),
        ("minutes: 60", "start: {\"services\": 30}"),
        ("title: \"Welcome\", minutes: 5", "title: \"Welcome\", text: \"Two hours.\", minutes: 6"),
        ("times: [1, 4], notes: \"Ask first.\"", "times: [1, 4, 10], guess: true, notes: \"Ask them.\""),
        ("        Play(play: \"governance-reset\"),\n", ""),
        ("\"balanced-build\"]", "\"balanced-build\", \"technology-first\"]"),
        (
            "Calls(plays: [\"exemplar\", \"api-strategy\"])",
            "Calls(plays: [\"exemplar\", \"devops-programme\"], calls: 1)",
        ),
        ("        Decide(),", "        Decide(),\n        Plan(plan: \"balanced-build\"),"),
    ];
    place.write("plays/shows/b.ron", edited(SHOW, &edits));
    insta::assert_snapshot!(place.transcript("diff a b"));
    assert_eq!(stdout(&place.run("diff a a").code(0)), "No differences.\n");
    let found: Value = serde_json::from_str(&stdout(&place.run("diff a b --format json").code(1))).unwrap();
    assert_eq!(found["kind"], "show");
}

#[test]
fn people_read_sentences_about_records_and_ink() {
    let place = Place::new();
    place.write("a.ron", RECORD);
    let edits = [
        ("\"skills\": 20", "\"skills\": 25, \"culture\": 10"),
        ("yards: {\"services\": 10}", "yards: {\"services\": 12}"),
        ("strength: 3", "strength: 2"),
        ("\"It is the money.\"", "\"It is the time.\""),
        ("\"Fund one team.\", ", ""),
    ];
    place.write("b.ron", edited(RECORD, &edits));
    let ink =
        "Ink(format: 1, of: \"exemplar\", pages: [(step: \"exemplar/1\", strokes: [(points: [(0, 1)])])])";
    place.write("ink.ron", ink);
    place.write("more.ron", ink.replace("(points", "(pen: Blue, points: [(0.5, 0.5)]), (points"));
    let told = ["diff a.ron b.ron", "diff ink.ron more.ron", "diff ink.ron ink.ron"];
    insta::assert_snapshot!(told.map(|arguments| place.transcript(arguments)).concat());
}

#[test]
fn programs_get_every_difference_as_data() {
    insta::assert_snapshot!(place().transcript("diff forms.ron reworked.ron --format json"));
}

#[test]
fn help_has_examples_and_the_keys() {
    insta::assert_snapshot!(Place::new().transcript("diff --help"));
}

#[test]
fn comments_and_layout_are_no_differences() {
    let place = Place::with_forms();
    place.write("other.ron", FORMS.replace("// Paper forms go online.", "").replace('\n', "\r\n"));
    for arguments in
        ["diff forms.ron other.ron", "diff forms.ron other.ron --quiet", "diff exemplar exemplar"]
    {
        assert_eq!(stdout(&place.run(arguments).code(0)), "No differences.\n", "{arguments}");
    }
    let found: Value =
        serde_json::from_str(&stdout(&place.run("diff forms.ron other.ron --format json").code(0))).unwrap();
    assert_eq!(found["changes"], Value::Array(Vec::new()));
    assert_eq!([&found["a"], &found["b"], &found["kind"]], ["forms.ron", "other.ron", "play"]);
}

#[test]
fn files_are_named_by_path_by_name_or_as_standard_input() {
    let place = place();
    place.run("diff exemplar api-strategy").code(1);
    place.run("diff exemplar-after-exemplar replanned").code(1);
    place.run("diff five-channels five-channels").code(0);
    let run = place.downfield("diff - reworked.ron").write_stdin(reworked()).assert().code(0);
    assert_eq!(stdout(&run), "No differences.\n");
    let run = place.downfield("diff forms.ron -").write_stdin(reworked()).assert().code(1);
    assert!(stdout(&run).contains("from forms.ron to <stdin>"), "{}", stdout(&run));
    let run = place.run("diff - -").code(2);
    assert!(stderr(&run).contains("once only"), "{}", stderr(&run));
}

#[test]
fn what_cannot_be_compared_is_said_with_its_cure() {
    let place = place();
    place.write("broken.ron", FORMS.replace("\"skills\", at", "\"skils\", at"));
    let mut text = String::new();
    for arguments in [
        "diff forms.ron plan.ron",
        "diff five-channels plan.ron",
        "diff forms.ron broken.ron",
        "diff exemplr reworked.ron",
        "diff forms.ron replaned",
        "diff forms.ron plays",
        "diff forms.ron",
    ] {
        text += &place.transcript(arguments);
    }
    insta::assert_snapshot!(text);
    let run = place.run("diff broken.ron forms.ron --format json").code(1);
    let found: Value = serde_json::from_str(&stdout(&run)).unwrap();
    assert_eq!(
        [&found["files"], &found["problems"][0]["code"]],
        [&1.into(), &Value::from("unknown-channel")]
    );
}

#[test]
fn quiet_leaves_out_the_sum() {
    let run = place().run("diff forms.ron reworked.ron --quiet").code(1);
    assert!(stdout(&run).starts_with("The play\n"), "{}", stdout(&run));
}
