//! Colours, offers and places, by hand and on shipped texts with something changed.

use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::*;
use crate::model::{PlayerId, Subject};
use crate::play_file::edit::TextEdit;
use crate::play_file::tree::Tree;
use crate::play_file::{DocumentKind, Playbook, Span};

fn names() -> Names {
    Names {
        models: vec![ModelId::from("five-channels")],
        plays: ["exemplar", "api-strategy"].map(PlayId::from).into(),
        plans: vec![PlayId::from("balanced-build")],
        channels: [("services", "Products & services"), ("skills", "Skills"), ("governance", "Governance")]
            .map(|(id, name)| (ChannelId::from(id), name.to_owned()))
            .into(),
    }
}

/// The labels offered at `|`.
fn offered(text: &str) -> Vec<String> {
    let (text, at) = at_caret(text);
    complete(&text, at, &names()).items.into_iter().map(|offer| offer.label).collect()
}

fn at_caret(text: &str) -> (String, usize) {
    let at = text.find('|').unwrap();
    (text.replacen('|', "", 1), at)
}

/// The text once the offer of this label is taken, with the caret as `|`.
fn taken(text: &str, label: &str) -> String {
    let (text, at) = at_caret(text);
    let completion = complete(&text, at, &names());
    let offer = completion.items.iter().find(|offer| offer.label == label).unwrap();
    let mut after = text.clone();
    after.replace_range(completion.replace.clone(), &offer.insert);
    after.insert(completion.replace.start + offer.caret, '|');
    after
}

const PLAY: &str = r#"Play(
    format: 1,
    title: "T",
    summary: "S",
    ball: (carrier: "a", step_back: 5),
    offense: [
        (id: "a", name: "A", channel: "services", at: (-3, 0), strength: 4, assignment: <1>),
        (id: "b", name: "B", at: (-3, 0), strength: 4, assignment: Confront("<2>"), channel: "skills"),
    ],
    defense: [
        (id: "x", name: "Force X", channel: "services", at: (3, 0), strength: 4),
        (id: "y", name: "Force Y", channel: "skills", at: (3, 0), strength: 4),
        (id: "z", name: "Force Z", channel: "skills", at: (3, 0), strength: 4, <3>),
    ],
    assumptions: [(id: "p", text: "P", effects: [<4>])],
    beats: [(phase: <5>, caption: "C", focus: [<6>])],
    <7>
)
"#;

fn play(number: usize, with: &str) -> String {
    let mut text = PLAY.to_owned();
    for other in 1..=7 {
        let fill = match other {
            _ if other == number => with,
            1 => "Advance",
            2 => "y",
            5 => "LineUp",
            _ => "",
        };
        text = text.replace(&format!("<{other}>"), fill);
    }
    text
}

#[test]
fn each_place_offers_what_is_valid_there() {
    for (number, with, wanted) in [
        (1, "|", "Confront Bypass Block Support Advance Hold"),
        (1, "co|", "Confront"),
        (1, "Bypass(\"|\")", "x"),
        (1, "Bypass(|)", "x"),
        (1, "Bypass(\"|", "x"),
        (1, "Support(\"|\")", "b"),
        (2, "|", "y z"),
        (3, "|", "short team stance note"),
        (3, "st|", "stance"),
        (3, "stance: |", "Hold Press"),
        (3, "stance: P|", "Press"),
        (4, "|", "Strengthen Cap Reach Drag"),
        (4, "Cap(\"|\", 60)", "services skills governance"),
        (4, "Cap(\"G|\", 60)", "governance"),
        (4, "Strengthen(\"|\"", "a b x y z"),
        (5, "|", "LineUp StepBack Battles Advance DragBack ReadOut"),
        (5, "back|", "StepBack DragBack"),
        (6, "\"|\"", "a b x y z p services skills governance"),
        (7, "|", "source tags model tactic"),
        (7, "model: \"|\"", "five-channels"),
        (7, "tag|", "tags"),
        (7, "// |", ""),
        (7, "tags: [\"|\"]", ""),
    ] {
        assert_eq!(offered(&play(number, with)).join(" "), wanted, "{number} {with}");
    }
}

#[test]
fn plans_and_models_offer_plays_channels_and_rules() {
    for (text, wanted) in [
        ("GamePlan(calls: [Call(play: \"|\")])", "exemplar api-strategy"),
        ("GamePlan(calls: [|])", "Call Event"),
        ("GamePlan(calls: [Event(|)])", "name severity channels"),
        ("GamePlan(start: {\"skills\": 5, \"|\": 3})", "services governance"),
        ("GamePlan(start: {|})", "services skills governance"),
        ("GamePlan(start: |)", "20 {…}"),
        ("OperatingModel(rules: (fest|))", "festering festering_limit"),
        ("OperatingModel(|", "format title channels rules"),
        ("|", "Play GamePlan OperatingModel Show WorkshopRecord Ink"),
        ("// A play.\npl|", "Play GamePlan"),
        ("Play(format: 1, ball: (|", "carrier step_back"),
        ("Play(assumptions: [(holds: |)])", "true false"),
        ("Play() |", ""),
    ] {
        assert_eq!(offered(text).join(" "), wanted, "{text}");
    }
}

#[test]
fn shows_records_and_ink_offer_items_plays_plans_and_channels() {
    for (text, wanted) in [
        ("Show(|", "format title items summary start minutes"),
        ("Show(items: [|])", "Section Fronts Play Plan Compare Calls Decide"),
        ("Show(items: [Play(play: \"|\")])", "exemplar api-strategy"),
        ("Show(items: [Play(play: \"exemplar\", |)])", "title times guess notes minutes"),
        ("Show(items: [Plan(plan: \"|\")])", "balanced-build"),
        ("Show(items: [Compare(of: [\"exemplar\", \"|\"])])", "exemplar api-strategy balanced-build"),
        ("Show(items: [Calls(plays: [\"|\"])])", "exemplar api-strategy"),
        ("Show(start: {\"skills\": 5, \"|\": 3})", "services governance"),
        ("WorkshopRecord(fronts: {|})", "services skills governance"),
        ("WorkshopRecord(guesses: [(of: \"|\")])", "exemplar api-strategy balanced-build"),
        ("Ink(pages: [(strokes: [(pen: |)])])", "Red Yellow Blue"),
    ] {
        assert_eq!(offered(text).join(" "), wanted, "{text}");
    }
    let guessed = "WorkshopRecord(guesses: [(of: \"exemplar\", yards: {|})])";
    assert_eq!(
        taken(guessed, "skills"),
        "WorkshopRecord(guesses: [(of: \"exemplar\", yards: {\"skills\": |5})])"
    );
    assert_eq!(
        taken("Show(items: [|])", "Compare"),
        "Show(items: [Compare(of: [\"|\", \"\"])])",
        "two places for two names"
    );
}

#[test]
fn half_a_line_does_not_hide_what_is_due() {
    for (text, wanted) in [
        // No closing quote: the text ends with its line.
        (
            "Play(\n offense: [\n  (\n   id: \"a\",\n   channel: \"s|\n   name: \"A\",\n  ),\n ],\n)",
            "services skills",
        ),
        // No closing brackets at all.
        ("Play(offense: [(id: \"a\", str|", "strength"),
        // A record that is not closed before the next.
        (
            "Play(offense: [(id: \"a\", |],\n defense: [])",
            "name channel at strength short team assignment route note",
        ),
        ("Play(ball: (carrier: \"|\", step_back: 5), offense: [(id: \"a\"), (id: \"b\")])", "a b"),
    ] {
        assert_eq!(offered(text).join(" "), wanted, "{text}");
    }
}

#[test]
fn what_is_taken_brings_what_belongs_to_it() {
    for (text, label, wanted) in [
        (
            "Play(offense: [(id: \"a\", str|)])",
            "strength",
            "Play(offense: [(id: \"a\", strength: (3, 5, 7)|)])",
        ),
        ("Play(offense: [(id: \"a\", na|: \"x\")])", "name", "Play(offense: [(id: \"a\", name|: \"x\")])"),
        ("Play(\n    tit|\n)", "title", "Play(\n    title: \"|\",\n)"),
        ("Play(\n    tit|\n    format: 1)", "title", "Play(\n    title: \"|\",\n    format: 1)"),
        ("Play(model: |)", "five-channels", "Play(model: \"five-channels\"|)"),
        ("Play(model: \"f|oo\")", "five-channels", "Play(model: \"five-channels|\")"),
        ("Play(model: \"f|", "five-channels", "Play(model: \"five-channels\"|"),
        ("Play(defense: [(stance: pr|)])", "Press", "Play(defense: [(stance: Press|)])"),
        ("Play(assumptions: [(effects: [|])])", "Cap", "Play(assumptions: [(effects: [Cap(\"|\", 60)])])"),
        ("Play(ball: |)", "ball", "Play(ball: (carrier: \"|\", step_back: 5))"),
    ] {
        assert_eq!(taken(text, label), wanted, "{text}");
    }
    let one = play(1, "con|");
    assert!(taken(&one, "Confront").contains("assignment: Confront(\"x\")|)"), "the only target is taken");
}

#[test]
fn help_says_what_a_field_is_and_its_range() {
    let text = play(1, "Bypass(\"x\")");
    let tree = Tree::parse(&text);
    let at = |what: &str| help_at(&tree, text.find(what).unwrap() + 1);
    assert_eq!(at("step_back").unwrap(), "step_back: yards spent understanding user needs; 0 to 20 yards");
    assert_eq!(
        at("strength").unwrap(),
        "strength: how strong it is judged to be; one number or (low, likely, high), above 0 to 10"
    );
    let words = "Bypass: get in behind a defender of its channel, which is then still there";
    assert_eq!(at("Bypass").unwrap(), words);
    assert_eq!(at("\"x\")").unwrap(), words);
    assert_eq!(help_at(&tree, 0), None);
    let record = "WorkshopRecord(guesses: [(yards: {\"skills\": 5})])";
    assert_eq!(
        help_at(&Tree::parse(record), record.find("yards").unwrap()).unwrap(),
        "yards: yards each channel was guessed to gain; {channel: yards, …}, -100 to 100 yards each"
    );
    assert_eq!(help_at(&Tree::parse("nonsense"), 3), None);
}

#[test]
fn every_thing_of_a_shipped_play_is_found_where_it_stands() {
    for entry in &Playbook::built_in().entries {
        let tree = Tree::parse(&entry.text);
        let mut subjects = Vec::new();
        if let Some(play) = entry.play() {
            subjects.push(Subject::Play);
            subjects.extend(play.offense.iter().map(|player| Subject::Player(player.id.clone())));
            subjects.extend(play.defense.iter().map(|player| Subject::Player(player.id.clone())));
            subjects.extend(play.assumptions.iter().map(|each| Subject::Assumption(each.id.clone())));
        }
        if let Some(model) = entry.operating_model() {
            subjects.extend(model.channels.iter().map(|each| Subject::Channel(each.id.clone())));
        }
        for subject in subjects {
            let place = place_of(&tree, &subject).unwrap();
            for offset in [place.start, usize::midpoint(place.start, place.end), place.end] {
                let inner = subject_at(&tree, offset);
                if subject != Subject::Play {
                    assert_eq!(inner.as_ref(), Some(&subject), "{} at {offset}", entry.stem);
                }
                let around = place_of(&tree, &inner.unwrap()).unwrap();
                assert!((around.start..=around.end).contains(&offset));
            }
        }
    }
}

#[test]
fn a_plans_start_gives_channels_and_a_play_none() {
    let tree = Tree::parse("GamePlan(start: {\"skills\": 20, \"culture\": 3})");
    let skills = Subject::Channel(ChannelId::from("skills"));
    assert_eq!(place_of(&tree, &skills), Some(Span::new(17, 29)));
    assert_eq!(subject_at(&tree, 20), Some(skills.clone()));
    assert_eq!(subject_at(&tree, 3), None);
    let play = Tree::parse(&play(1, "Hold"));
    assert_eq!(place_of(&play, &skills), None);
    let defender = PlayerId::from("x");
    assert_eq!(
        place_of(&play, &Subject::HeadToHead(defender.clone())),
        place_of(&play, &Subject::Player(defender))
    );
}

/// The inks of a whole text, line ends left out.
fn all_inks(inks: &Inks, text: &str) -> Vec<(std::ops::Range<usize>, Ink)> {
    (0..inks.line_count()).flat_map(|line| inks.line(text, line)).collect()
}

#[test]
fn each_kind_has_its_ink_over_line_ends_too() {
    let text = "Play( // c\n/* a /* b */\n c */ x: \"1\n\\\"2\", r#\"3\n\"\n\"#, 'a', '\"', true, -1.5e3)";
    let inks = Inks::of(text);
    let shown: Vec<(&str, Ink)> = all_inks(&inks, text)
        .into_iter()
        .map(|(range, ink)| (&text[range], ink))
        .filter(|(_, ink)| *ink != Ink::Plain)
        .collect();
    let wanted = [
        ("Play", Ink::Name),
        ("(", Ink::Mark),
        ("// c", Ink::Comment),
        ("/* a /* b */", Ink::Comment),
        (" c */", Ink::Comment),
        ("x", Ink::Field),
        (":", Ink::Mark),
        ("\"1", Ink::Text),
        ("\\\"2\"", Ink::Text),
        (",", Ink::Mark),
        ("r#\"3", Ink::Text),
        ("\"", Ink::Text),
        ("\"#", Ink::Text),
        (",", Ink::Mark),
        ("'a'", Ink::Text),
        (",", Ink::Mark),
        ("'\"'", Ink::Text),
        (",", Ink::Mark),
        ("true", Ink::Flag),
        (",", Ink::Mark),
        ("-1.5e3", Ink::Number),
        (")", Ink::Mark),
    ];
    assert_eq!(shown, wanted);
    assert_eq!(inks.inside(text, 8), Ink::Comment);
    assert_eq!(inks.inside(text, 10), Ink::Comment, "at the end of a line comment");
    assert_eq!(inks.inside(text, 3), Ink::Plain);
}

fn shipped() -> impl Strategy<Value = &'static str> {
    let entries = &Playbook::built_in().entries;
    (0..entries.len()).prop_map(|index| &*entries[index].text)
}

const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "\"",
    "'",
    ",",
    ":",
    "//",
    "/*",
    "*/",
    "\\",
    "#",
    "-",
    "é",
    "\r\n",
    "\n",
    "r#\"",
    "\"#",
    "br\"",
    "Some(",
    "\u{feff}",
    "9",
    "id",
    "channel: ",
    " ",
    "\"\n",
    "'\n",
    "x \" x",
    "漢",
];

fn change() -> impl Strategy<Value = (Index, usize, &'static str)> {
    (any::<Index>(), 0..60_usize, select(PIECES))
}

/// Cuts some bytes out at a place, or puts a piece in.
fn edit_of(text: &str, (at, length, piece): &(Index, usize, &str)) -> TextEdit {
    let start = text.floor_char_boundary(at.index(text.len() + 1));
    let cut = if *length > 30 { 0 } else { *length };
    let end = text.floor_char_boundary((start + cut).min(text.len())).max(start);
    TextEdit::replace(Span::new(start, end), if *length > 20 { *piece } else { "" })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn inks_follow_edits_and_cover_every_byte_once(text in shipped(), changes in prop::collection::vec(change(), 1..12)) {
        let mut text = text.to_owned();
        let mut inks = Inks::of(&text);
        for change in &changes {
            let edit = edit_of(&text, change);
            text = edit.apply(&text).unwrap();
            inks.edit(&text, &edit);
            prop_assert_eq!(&inks, &Inks::of(&text), "after {:?}", edit);
        }
        let mut at = 0;
        for line in 0..inks.line_count() {
            let range = inks.range(&text, line);
            prop_assert_eq!(range.start, inks.start(line));
            prop_assert!(matches!(&text[at..range.start], "" | "\n" | "\r\n"));
            at = range.start;
            for (part, _) in inks.line(&text, line) {
                prop_assert_eq!(part.start, at);
                prop_assert!(part.end > at && text.is_char_boundary(part.end));
                at = part.end;
            }
            prop_assert_eq!(at, range.end);
        }
        prop_assert_eq!(at, text.len());
    }

    #[test]
    fn offers_make_nothing_wrong_that_was_not(
        text in shipped(),
        changes in prop::collection::vec(change(), 0..3),
        at in any::<Index>(),
        number in any::<Index>(),
    ) {
        let text = changes.iter().fold(text.to_owned(), |text, change| edit_of(&text, change).apply(&text).unwrap());
        let offset = at.index(text.len() + 2);
        let completion = complete(&text, offset, &names());
        prop_assert!(text.get(completion.replace.clone()).is_some());
        for offer in &completion.items {
            prop_assert!(offer.insert.is_char_boundary(offer.caret));
        }
        // Where brackets or quotes are lost, more text in a place can be heard of elsewhere.
        let before = Tree::parse(&text);
        if changes.is_empty() && !completion.items.is_empty() {
            let offer = number.get(&completion.items);
            let mut after = text.clone();
            after.replace_range(completion.replace.clone(), &offer.insert);
            let errors = Tree::parse(&after).errors().len();
            prop_assert!(errors <= before.errors().len(), "{:?} at {}: {}", offer, offset, after);
        }
        let _ = (subject_at(&before, offset), help_at(&before, offset));
    }

    #[test]
    fn a_field_taken_out_is_offered_and_can_be_put_back(text in shipped(), which in any::<Index>()) {
        let tree = Tree::parse(text);
        prop_assume!(tree.errors().is_empty());
        let items: Vec<_> = tree.nodes().flat_map(|node| node.fields().collect::<Vec<_>>()).collect();
        let item = which.get(&items);
        let key = item.key().unwrap();
        prop_assume!(item.comma().is_some() && DocumentKind::of_text(text).is_some());
        let (start, end) = (item.span().start as usize, item.comma().unwrap().end as usize);
        let without = format!("{}{}", &text[..start], &text[end..]);
        let completion = complete(&without, start, &names());
        let offer = completion.items.iter().find(|offer| offer.label == key);
        prop_assert!(offer.is_some(), "{key} in {:?}", completion.items);
        let mut after = without.clone();
        after.replace_range(completion.replace.clone(), &offer.unwrap().insert);
        let errors = Tree::parse(&after).errors().to_vec();
        prop_assert!(errors.is_empty(), "{errors:?} in {after}");
    }
}
