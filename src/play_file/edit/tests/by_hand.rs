//! Edits of texts as people write them.

use super::{changed, path};
use crate::model::{
    Assignment, Assumption, Call, Channel, Defender, Effect, OffensePlayer, Place, ShowItem, Stance,
    StartFronts, Strength,
};
use crate::play_file::edit::{At, Change, EditError, Named, Value, edit, path_of};
use crate::play_file::tree::Tree;

const PLAY: &str = "\
// Forms go online.
Play(
    format: 1,
    title: \"Forms\", // what the room reads
    summary: \"Online.\",

    // The ball goes back first.
    ball: (carrier: \"team\", step_back: 5),

    offense: [ // us
        // They know the forms.
        (
            id: \"team\",
            name: \"Team\",
            channel: \"services\",
            at: (-3, 0), // a little back
            strength: (3, 5, 6),
            // Round it.
            assignment: Bypass(\"rules\"),
            route: [(3, 0.6), (10, 0)],
        ),

        // Others, later.

        (id: \"coaches\", name: \"Coaches\", channel: \"skills\", at: (-3, 0), strength: 3), // on loan
    ],
    defense: [
        (id: \"rules\", name: \"Rules\", channel: \"services\", at: (5, 0), strength: 4, stance: Hold),
    ],
    beats: [(phase: LineUp, caption: \"Us\", focus: [\"team\", \"rules\"])],
)
";

fn hurdle(id: &str) -> Defender {
    Defender {
        id: id.into(),
        name: "A \"hurdle\"".into(),
        short: Some("H".into()),
        team: None,
        channel: "skills".into(),
        at: Place { yards: 4.0, across: -0.5 },
        strength: Strength::exactly(3.0),
        stance: Stance::Hold,
        note: None,
    }
}

fn colleague() -> OffensePlayer {
    OffensePlayer {
        id: "colleague".into(),
        name: "Colleague".into(),
        short: None,
        team: None,
        channel: "skills".into(),
        at: Place { yards: -3.0, across: 0.5 },
        strength: Strength { low: 1.0, likely: 2.0, high: 2.5 },
        assignment: Assignment::Support("coaches".into()),
        route: Vec::new(),
        note: None,
    }
}

/// What the changes do, as lines that go and come.
fn difference(changes: &[Change]) -> String {
    let after = changed(PLAY, changes);
    let (before, after): (Vec<&str>, Vec<&str>) = (PLAY.lines().collect(), after.lines().collect());
    let start = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
    let end =
        before[start..].iter().rev().zip(after[start..].iter().rev()).take_while(|(a, b)| a == b).count();
    let lines = |sign: &'static str, lines: &[&str]| {
        lines[start..lines.len() - end].iter().flat_map(|line| [sign, line, "\n"]).collect::<String>()
    };
    lines("-", &before) + &lines("+", &after)
}

fn differences<const N: usize>(changes: [Change; N]) -> String {
    changes.map(|change| difference(&[change])).join("\n")
}

#[test]
fn single_values_change_and_nothing_else_does() {
    let changes = [
        Change::set(path("title"), "Forms \"online\""),
        Change::set(path("ball.step_back"), 7.5),
        Change::set(path("offense[0].at"), Place { yards: -4.0, across: 0.0 }),
        Change::set(path("offense[0].strength"), Strength::exactly(4.0)),
        Change::set(path("offense[0].route[1][0]"), 12.0),
        Change::set(path("offense[0].assignment"), &Assignment::Confront("rules".into())),
        Change::set(path("defense[0].stance"), Stance::Press),
    ];
    let by_hand = PLAY
        .replace("\"Forms\"", "\"Forms \\\"online\\\"\"")
        .replace("step_back: 5", "step_back: 7.5")
        .replace("at: (-3, 0), //", "at: (-4, 0), //")
        .replace("(3, 5, 6)", "4")
        .replace("(10, 0)", "(12, 0)")
        .replace("Bypass", "Confront")
        .replace("stance: Hold", "stance: Press");
    assert_eq!(changed(PLAY, &changes), by_hand);
}

#[test]
fn what_is_so_already_is_left_as_it_is_written() {
    let text = "Play(format: 1, title: r#\"T\"#, summary: \"\\x41\", ball: (carrier: \"a\", step_back: 5.0),\
                offense: [(id: \"a\", name: \"\", channel: \"c\", at: ( 1 , 0.50 ), strength: (4, 4.0, 4))])";
    let changes = [
        Change::set(path("title"), "T"),
        Change::set(path("summary"), "A"),
        Change::set(path("ball.step_back"), 5.0),
        Change::set(path("offense[0].at"), Place { yards: 1.0, across: 0.5 }),
        Change::set(path("offense[0].strength"), Strength::exactly(4.0)),
        Change::Clear { path: path("offense[0].note") },
    ];
    assert!(edit(text, &changes).unwrap().is_empty());
}

#[test]
fn fields_come_where_the_schema_has_them() {
    assert_eq!(difference(&[Change::set(path("offense[0].short"), "T")]), "+            short: \"T\",\n");
    assert!(
        changed(PLAY, &[Change::set(path("offense[0].short"), "T")])
            .contains("\"Team\",\n            short: \"T\",\n            channel")
    );
    let noted = changed(
        PLAY,
        &[Change::set(path("offense[1].note"), "Two days."), Change::set(path("source"), "Us")],
    );
    assert!(noted.contains("strength: 3, note: \"Two days.\"), // on loan\n"), "{noted}");
    assert!(noted.contains("summary: \"Online.\",\n    source: \"Us\",\n\n    // The ball"), "{noted}");
}

#[test]
fn elements_follow_their_neighbours() {
    let effects = vec![Effect::Cap("skills".into(), 40.0)];
    let assumption =
        Assumption { id: "a".into(), channel: None, text: "We stay.".into(), effects, holds: true };
    let shorter = vec![Place { yards: 3.0, across: 0.6 }];
    let changes = [
        Change::insert(path("defense"), At::End, &hurdle("h")),
        Change::insert(path("defense"), At::Before(0), &hurdle("h")),
        Change::insert(path("offense"), At::After(0), &colleague()),
        Change::insert(path("offense"), At::Before(1), &colleague()),
        Change::insert(path("assumptions"), At::End, &assumption),
        Change::insert(path("beats[0].focus"), At::Before(1), "coaches"),
        Change::set(path("offense[0].route"), shorter),
        Change::Duplicate { list: path("offense"), index: 0, id: Some("more".into()) },
    ];
    insta::assert_snapshot!(differences(changes));
}

#[test]
fn comments_go_with_what_they_belong_to() {
    let changes = [
        Change::Remove { list: path("offense"), index: 0 },
        Change::Remove { list: path("offense"), index: 1 },
        Change::Move { list: path("offense"), from: 1, to: 0 },
        Change::Move { list: path("offense"), from: 0, to: 1 },
        Change::Clear { path: path("offense[0].assignment") },
        Change::Remove { list: path("defense"), index: 0 },
    ];
    insta::assert_snapshot!(differences(changes));
}

#[test]
fn lists_of_one_line_stay_one_line() {
    let text = "OperatingModel(format: 1, title: \"\", channels: [/*a*/ (id: \"a\", name: \"\", goal: \"\") /*b*/, /*c*/ (id: \"b\", name: \"\", goal: \"\"), (id: \"c\", name: \"\", goal: \"\") /*d*/])";
    let list = || path("channels");
    let moved = changed(text, &[Change::Move { list: list(), from: 0, to: 2 }]);
    let ends = "[/*c*/ (id: \"b\", name: \"\", goal: \"\"), (id: \"c\", name: \"\", goal: \"\"), /*d*/ \
                /*a*/ (id: \"a\", name: \"\", goal: \"\") /*b*/])";
    assert!(moved.ends_with(ends), "{moved}");
    let removed = changed(text, &[Change::Remove { list: list(), index: 2 }]);
    assert!(removed.ends_with("/*c*/ (id: \"b\", name: \"\", goal: \"\")])"), "{removed}");
    let channel =
        Channel { id: "d".into(), name: "D".into(), goal: "G".into(), marks: Vec::new(), weight: 2.0 };
    let added = changed(text, &[Change::insert(list(), At::Before(0), &channel)]);
    assert!(added.contains("[(id: \"d\", name: \"D\", goal: \"G\", weight: 2), /*a*/ (id"), "{added}");
}

#[test]
fn renaming_changes_every_reference() {
    let renamed =
        changed(PLAY, &[Change::Rename { what: Named::Player, from: "team".into(), to: "crew".into() }]);
    assert_eq!(renamed, PLAY.replace("\"team\"", "\"crew\""));
    let renamed = changed(
        PLAY,
        &[Change::Rename { what: Named::Channel, from: "services".into(), to: "online".into() }],
    );
    assert_eq!(renamed, PLAY.replace("\"services\"", "\"online\""));
    let plan = "GamePlan(format: 1, title: \"\", summary: \"\", start: {\"a\": 1, \"b\": 2}, calls: [Call(play: \"p\"), Event(name: \"a\", severity: 0.5, channels: [\"a\"]), Call(play: \"p\")])";
    let play = Change::Rename { what: Named::Play, from: "p".into(), to: "q".into() };
    assert_eq!(changed(plan, &[play]), plan.replace("\"p\"", "\"q\""));
    let show = "Show(format: 1, title: \"p\", items: [Play(play: \"p\"), Compare(of: [\"o\", \"p\"]), Calls(plays: [\"p\", \"o\"]), Plan(plan: \"p\"), Section(title: \"p\")])";
    let play = Change::Rename { what: Named::Play, from: "p".into(), to: "q".into() };
    let kept = show.replace("\"p\"", "\"q\"").replace("title: \"q\"", "title: \"p\"");
    // A plan of that name is another file.
    assert_eq!(changed(show, &[play]), kept.replace("plan: \"q\"", "plan: \"p\""));
    let channel = |to: &str| Change::Rename { what: Named::Channel, from: "a".into(), to: to.into() };
    assert_eq!(
        changed(plan, &[channel("c")]),
        plan.replace("{\"a\"", "{\"c\"").replace("[\"a\"]", "[\"c\"]")
    );
    assert_eq!(edit(plan, &[channel("b")]), Err(EditError::DuplicateId { id: "b".into() }));
}

#[test]
fn shows_and_records_are_changed_where_they_say_so() {
    let show = "Show(\n    format: 1,\n    title: \"\",\n    items: [\n        Fronts(), // first\n    ],\n)";
    let item = ShowItem::Play {
        play: "exemplar".into(),
        title: None,
        times: vec![1, 4],
        guess: true,
        notes: None,
        minutes: Some(10.0),
    };
    assert_eq!(
        changed(
            show,
            &[
                Change::insert(path("items"), At::End, &item),
                Change::set(path("minutes"), 90.0),
                Change::set(path("items[0].minutes"), 15.0),
            ]
        ),
        show.replace("    items", "    minutes: 90,\n    items")
            .replace("Fronts()", "Fronts(minutes: 15)")
            .replace(
                "// first\n",
                "// first\n        Play(play: \"exemplar\", times: [1, 4], guess: true, minutes: 10),\n"
            )
    );
    let record = "WorkshopRecord(format: 1, title: \"\", fronts: {\"a\": 1})";
    assert_eq!(
        changed(record, &[Change::set(path("fronts[b]"), 2.5)]),
        record.replace(": 1}", ": 1, \"b\": 2.5}")
    );
    let far = edit(record, &[Change::set(path("fronts[a]"), 101.0)]);
    assert!(matches!(far, Err(EditError::OutOfRange { .. })), "{far:?}");
    let ink = "Ink(format: 1, of: \"\", pages: [(step: \"s\", strokes: [(points: [(0, 1)])])])";
    assert_eq!(
        changed(ink, &[Change::set(path("pages[0].strokes[0].points[0][1]"), 0.5)]),
        ink.replace("(0, 1)", "(0, 0.5)")
    );
}

#[test]
fn a_plan_and_a_models_rules_are_changed_where_they_are_not_there_yet() {
    let model = "OperatingModel(\n    format: 1,\n    title: \"\",\n    channels: [],\n)";
    assert_eq!(
        changed(model, &[Change::set(path("rules.wear"), 0.5), Change::set(path("rules.bypass"), 0.4)]),
        model.replace("[],\n", "[],\n    rules: (bypass: 0.4, wear: 0.5),\n")
    );
    let plan = "GamePlan(\r\n    format: 1,\r\n    title: \"\",\r\n    summary: \"\",\r\n    start: 20\r\n)";
    let call = Call::Call { play: "exemplar".into(), times: 2 };
    let start = StartFronts::Each([("skills".into(), 3.0)].into());
    assert_eq!(
        changed(
            plan,
            &[
                Change::insert(path("calls"), At::End, &call),
                Change::set(path("start"), &start),
                Change::set(path("start[services]"), 4.0)
            ]
        ),
        plan.replace(
            "20\r\n",
            "{\"skills\": 3, \"services\": 4},\r\n    calls: [Call(play: \"exemplar\", times: 2)]\r\n"
        )
    );
}

#[test]
fn what_would_break_the_file_is_refused_in_words() {
    let refused = |change: Change| edit(PLAY, &[change]).unwrap_err().to_string();
    let twice = format!("offense{}", "[0]".repeat(2));
    let cases = [
        Change::set(path("titel"), "x"),
        Change::set(path("offense[7].name"), "x"),
        Change::set(path(&twice), 1.0),
        Change::set(path("ball.step_back"), 21.0),
        Change::set(path("ball.step_back"), f64::NAN),
        Change::set(path("ball.step_back"), "x"),
        Change::set(path("offense[0].strength"), Strength { low: 3.0, likely: 2.0, high: 4.0 }),
        Change::set(path("offense[0].at"), Place { yards: 0.0, across: 2.0 }),
        Change::set(path("offense[0].short"), "LONG"),
        Change::set(path("offense[0].id"), "rules"),
        Change::set(path("offense[0].id"), "No id"),
        Change::set(path("offense"), Value::List(vec![1.0.into()])),
        Change::Clear { path: path("title") },
        Change::Clear { path: path("offense[0]") },
        Change::insert(path("defense"), At::End, &hurdle("team")),
        Change::insert(path("defense"), At::After(1), &hurdle("h")),
        Change::Remove { list: path("tags"), index: 0 },
        Change::Move { list: path("offense"), from: 0, to: 2 },
        Change::Duplicate { list: path("offense"), index: 0, id: None },
        Change::Rename { what: Named::Player, from: "nobody".into(), to: "x".into() },
        Change::Rename { what: Named::Player, from: "team".into(), to: "rules".into() },
        Change::Rename { what: Named::Play, from: "team".into(), to: "X".into() },
    ];
    insta::assert_snapshot!(cases.map(refused).join("\n"));
    let broken = PLAY.replace("step_back: 5", "step_back 5");
    assert_eq!(edit(&broken, &[]), Err(EditError::Syntax { line: 8 }));
    assert_eq!(edit("(a: 1)", &[]), Err(EditError::WrongDocument));
    let good_then_bad = [Change::set(path("title"), "x"), Change::set(path("titel"), "x")];
    assert!(edit(PLAY, &good_then_bad).is_err());
}

#[test]
fn a_list_of_comments_keeps_them_when_its_first_element_comes_and_goes() {
    let text = PLAY
        .replace("    beats:", "    tags: [ // some\n        // Words to find it by.\n    ],\n    beats:");
    let added = changed(&text, &[Change::insert(path("tags"), At::End, "forms")]);
    assert!(added.contains("    // Words to find it by.\n\n        \"forms\",\n    ],\n"), "{added}");
    let removed = changed(&added, &[Change::Remove { list: path("tags"), index: 0 }]);
    assert_eq!(removed, text);
}

#[test]
fn things_are_found_by_their_ids() {
    let tree = Tree::parse(PLAY);
    let found = |what, id| path_of(&tree, what, id).map(|path| path.to_string());
    assert_eq!(found(Named::Player, "coaches").as_deref(), Some("offense[1]"));
    assert_eq!(found(Named::Player, "rules").as_deref(), Some("defense[0]"));
    assert_eq!(found(Named::Assumption, "rules"), None);
}

#[test]
fn a_side_has_at_most_a_hundred_players() {
    let more: Vec<Change> = (0..100)
        .map(|number| Change::insert(path("defense"), At::End, &hurdle(&format!("h{number}"))))
        .collect();
    assert!(edit(PLAY, &more[..99]).is_ok());
    assert!(matches!(edit(PLAY, &more), Err(EditError::Limit { .. })));
}
