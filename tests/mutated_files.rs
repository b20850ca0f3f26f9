//! Shipped files with something changed, at random: reading never panics, places are places, and `ron` agrees with the
//! schema.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use downfield::model::{GamePlan, Ink, OperatingModel, Play, Show, WorkshopRecord};
use downfield::play_file::read::ron_options;
use downfield::play_file::tree::{Node, Tree};
use downfield::play_file::{Code, DocumentKind, Playbook, Reading, Severity, read};
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// Values of every kind there is, to put in the place of others.
const VALUES: &[&str] = &[
    "5",
    "-1",
    "1.5",
    "0.5",
    "NaN",
    "-inf",
    "0x5",
    "5u8",
    "5f32",
    "5f64",
    "1_0",
    "99999999999",
    "\"x\"",
    "\"services\"",
    "\"team\"",
    "'c'",
    "b'c'",
    "b\"c\"",
    "r\"x\"",
    "r#\"x\"#",
    "\"\\u{e9}\"",
    "true",
    "None",
    "Some(1)",
    "Some(\"x\")",
    "Some(None)",
    "Hold",
    "Press",
    "Advance",
    "LineUp",
    "r#Hold",
    "()",
    "( )",
    "[]",
    "{}",
    "(1, 2)",
    "(1, 2, 3)",
    "(1.5, 0.5,)",
    "(1, 2, 3, 4)",
    "[1, 2]",
    "[\"x\"]",
    "{\"services\": 5}",
    "1..2",
    "Hold()",
    "Advance(\"x\")",
    "Confront(\"x\")",
    "Confront()",
    "Confront(5)",
    "Support((\"x\"))",
    "Cap(\"services\", 5)",
    "Reach(5)",
    "Call(play: \"exemplar\")",
    "Call()",
    "Event(name: \"x\", severity: 1)",
    "Play(play: \"exemplar\")",
    "Compare(of: [\"exemplar\", \"governance-reset\"])",
    "Decide()",
    "Fronts",
    "Arrow",
    "[(0.5, 0.5)]",
    "(a: 1)",
    "Ball(carrier: \"x\", step_back: 1)",
    "Place(1, 2)",
    "Strength(1, 2, 3)",
    "Some(Hold)",
    "/* c */ 5",
];

/// Names of fields, right and wrong.
const NAMES: &[&str] = &[
    "id", "name", "titel", "strength", "r#id", "format", "x", "channels", "at", "play", "times", "of",
    "yards",
];

/// What no file that ships is.
const RECORD: &str = r#"// What a room said.
WorkshopRecord(
    format: 1,
    title: "A workshop",
    show: "first-workshop",
    date: "2026-11-28",
    fronts: {"services": 30, "skills": 12.5},
    guesses: [(of: "exemplar", times: 4, group: "The room", yards: {"services": 10, "culture": -3}, came_to: {"services": 6.5})],
    switched: [(play: "exemplar", assumption: "waterfall", holds: false, effect: "Two yards more.")],
    judged: [(play: "exemplar", player: "advocates", strength: (1, 2, 3)), (play: "exemplar", player: "cloud-hosting", strength: 4)],
    calls: [(group: "Left", plays: ["exemplar", "governance-reset"], spot: 31.5, exposure: 2)],
    arguments: ["It is the money."],
    decisions: ["Fund one team for a year.", "Look again in spring."],
)
"#;

const INK: &str = r#"Ink(format: 1, of: "exemplar", pages: [
    (step: "exemplar/1", strokes: [(pen: Yellow, width: Thick, form: Arrow, points: [(0.1, 0.25), (0.5, 1)])]),
    (step: "exemplar/2", strokes: [(points: [(0, 0), (0.125, 1)]), (form: Circle, points: [(0.3, 0.3)])]),
])
"#;

#[derive(Clone, Debug)]
enum Change {
    Value(Index, &'static str),
    Remove(Index),
    Repeat(Index),
    Rename(Index, &'static str),
    Cut(Index, usize),
    Insert(Index, &'static str),
}

fn of_form() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (any::<Index>(), select(VALUES)).prop_map(|(at, value)| Change::Value(at, value)),
        2 => any::<Index>().prop_map(Change::Remove),
        1 => any::<Index>().prop_map(Change::Repeat),
        2 => (any::<Index>(), select(NAMES)).prop_map(|(at, name)| Change::Rename(at, name)),
    ]
}

fn of_text() -> impl Strategy<Value = Change> {
    const PIECES: &[&str] = &[
        "(", ")", "[", "]", "{", "}", "\"", "'", ",", ":", "//", "/*", "*/", "\\", "#", "-", "é", "\r\n",
        "\u{0}", "..", "Some", "r#", "\u{feff}", "9",
    ];
    prop_oneof![
        (any::<Index>(), 0..40_usize).prop_map(|(at, length)| Change::Cut(at, length)),
        (any::<Index>(), select(PIECES)).prop_map(|(at, piece)| Change::Insert(at, piece)),
        of_form(),
    ]
}

fn boundary(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn changed(text: &str, change: &Change) -> String {
    let tree = Tree::parse(text);
    let replace = |start: usize, end: usize, by: &str| format!("{}{by}{}", &text[..start], &text[end..]);
    let nodes: Vec<_> = tree.nodes().collect();
    let items: Vec<_> = nodes.iter().flat_map(Node::items).collect();
    let nothing = || text.to_owned();
    match change {
        Change::Value(_, _) if nodes.is_empty() => nothing(),
        Change::Remove(_) | Change::Repeat(_) | Change::Rename(..) if items.is_empty() => nothing(),
        Change::Value(at, value) => {
            let span = at.get(&nodes).span().range();
            replace(span.start, span.end, value)
        }
        Change::Remove(at) => {
            let item = at.get(&items);
            let end = item.comma().map_or(item.span().end, |comma| comma.end);
            replace(item.span().start as usize, end as usize, "")
        }
        Change::Repeat(at) => {
            let span = at.get(&items).span().range();
            replace(span.start, span.start, &format!("{}, ", &text[span.clone()]))
        }
        Change::Rename(at, name) => match at.get(&items).key_span() {
            Some(span) => replace(span.start as usize, span.end as usize, name),
            None => nothing(),
        },
        Change::Cut(at, length) => {
            let start = boundary(text, at.index(text.len() + 1));
            let end = boundary(text, (start + length).min(text.len()));
            replace(start, end.max(start), "")
        }
        Change::Insert(at, piece) => {
            let at = boundary(text, at.index(text.len() + 1));
            replace(at, at, piece)
        }
    }
}

fn shipped() -> impl Strategy<Value = (DocumentKind, &'static str)> {
    let entries = &Playbook::built_in().entries;
    let ours = [(DocumentKind::WorkshopRecord, RECORD), (DocumentKind::Ink, INK)];
    (0..entries.len() + ours.len()).prop_map(move |index| match index.checked_sub(entries.len()) {
        Some(index) => ours[index],
        None => (entries[index].kind.unwrap(), &*entries[index].text),
    })
}

/// Whether `ron` reads a text as that document.
fn ron_reads(text: &str, kind: DocumentKind) -> bool {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match kind {
        DocumentKind::Play => ron_options().from_str::<Play>(text).is_ok(),
        DocumentKind::GamePlan => ron_options().from_str::<GamePlan>(text).is_ok(),
        DocumentKind::OperatingModel => ron_options().from_str::<OperatingModel>(text).is_ok(),
        DocumentKind::Show => ron_options().from_str::<Show>(text).is_ok(),
        DocumentKind::WorkshopRecord => ron_options().from_str::<WorkshopRecord>(text).is_ok(),
        DocumentKind::Ink => ron_options().from_str::<Ink>(text).is_ok(),
    }
}

fn is_sound(text: &str, reading: &Reading) {
    let usable = reading.problems.iter().all(|problem| problem.severity() != Severity::Error);
    assert_eq!(reading.document.is_some(), usable);
    assert!(reading.problems.is_sorted_by_key(|problem| problem.span.start));
    for problem in &reading.problems {
        assert!(text.get(problem.span.start..problem.span.end).is_some(), "{problem:#?}");
        assert!(problem.start <= problem.end, "{problem:#?}");
        assert!(!problem.message.is_empty() && !problem.message.ends_with('.'), "{problem:#?}");
        for edit in problem.fix.iter().flat_map(|fix| &fix.edits) {
            assert!(text.get(edit.span.start..edit.span.end).is_some(), "{problem:#?}");
        }
    }
}

/// What we refuse although `ron` would read it: forms of a strength or start that only its self-describing reading has,
/// the name of a document, which it does not need, and a plan whose list of calls, or a show whose list of items, is empty, which counts as missing.
fn is_stricter(problem: &downfield::play_file::Problem) -> bool {
    ["`strength`", "`start`", "The yard of", "This plan calls nothing", "This show has nothing in it"]
        .iter()
        .any(|start| problem.message.starts_with(start))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ron_agrees_with_the_schema((kind, text) in shipped(), changes in prop::collection::vec(of_form(), 1..3)) {
        let text = changes.iter().fold(text.to_owned(), |text, change| changed(&text, change));
        let reading = read(text.as_bytes(), "changed.ron", Some(kind), Playbook::built_in());
        is_sound(&text, &reading);
        let refused = reading.problems.iter().any(|problem| problem.message.starts_with("This cannot be read"));
        prop_assert!(!refused, "ron refused what we let pass: {:#?}", reading.problems);
        let against_schema = reading.problems.iter().any(|problem| {
            let schema = matches!(
                problem.code,
                Code::Syntax | Code::UnknownField | Code::MissingField | Code::UnknownVariant | Code::WrongType
            );
            let start_map = problem.message.starts_with("The start does not");
            schema && !start_map && !is_stricter(problem)
        });
        prop_assert!(!(against_schema && ron_reads(&text, kind)), "ron read it: {:#?}", reading.problems);
    }

    #[test]
    fn any_text_is_read_without_panic((_, text) in shipped(), changes in prop::collection::vec(of_text(), 1..8)) {
        let text = changes.iter().fold(text.to_owned(), |text, change| changed(&text, change));
        let reading = read(text.as_bytes(), "changed.ron", None, Playbook::built_in());
        is_sound(&text, &reading);
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let reading = read(&bytes, "bytes.ron", None, Playbook::built_in());
        prop_assert!(reading.document.is_none());
    }
}
