//! The house style, by hand, by chance, and on the shipped files.

use proptest::prelude::*;

use super::format;
use crate::model::{GamePlan, Ink, OperatingModel, Play, Show, WorkshopRecord};
use crate::play_file::Playbook;
use crate::play_file::edit::{Value, comments, messy, random::Random};
use crate::play_file::read::ron_options;

#[test]
fn the_shipped_files_are_in_the_house_style() {
    for entry in &Playbook::built_in().entries {
        assert_eq!(format(&entry.text).unwrap(), *entry.text, "{}", entry.file);
    }
}

#[test]
fn a_file_in_any_state_is_laid_out() {
    let text = "#![enable(implicit_some)]\n// One.\n\n\n\n   /* Two. */ Play /* three */ (format:1,title:\"T\"\n,summary : // four\n\"S\", \n\n\n ball:(\n  carrier:\"a\" /* five */,step_back: /* six */ 5 // seven\n ),\n\n offense:[ // eight\n\n\n (id:\"a\",name:\"A longer name, so that this record takes several lines of its own\",channel:\"services\",at:(1,\n2),strength:( 3, // nine\n 4,5 ,),route:[],), /* ten */\n // eleven\n\n ], defense: [(id: \"d\", /* twelve */ name: \"D\", channel: \"c\", at: (1, 0), strength: Some(1))], tags: [\n\"one\", \"two\"] /* thirteen */,\n ) // fourteen\n\n\n// fifteen";
    let laid_out = format(text).unwrap();
    insta::assert_snapshot!(laid_out);
    assert_eq!(format(&laid_out).unwrap(), laid_out);
}

#[test]
fn a_line_has_at_most_110_characters() {
    // Brackets, name and comma take 12 of them, and 13 in the list within.
    for (length, lines) in [(98, 3), (99, 5)] {
        let text = format(&format!("A(a: [\"{}\"])", "é".repeat(length))).unwrap();
        assert_eq!(text.lines().count(), lines, "{text}");
    }
    for (length, lines) in [(97, 5), (98, 7)] {
        let text = format(&format!("A(a: [\n[\"{}\"]])", "é".repeat(length))).unwrap();
        assert_eq!(text.lines().count(), lines, "{text}");
    }
}

#[test]
fn line_ends_and_marks_are_kept() {
    assert_eq!(format("\u{feff}A(b:1,\r\nc:2)").unwrap(), "\u{feff}A(\r\n    b: 1,\r\n    c: 2,\r\n)\r\n");
    assert_eq!(format("A( )").unwrap(), "A()\n");
    assert!(format("A(").is_err());
}

/// What every text keeps.
fn hold<T: serde::de::DeserializeOwned + PartialEq + std::fmt::Debug>(
    document: &T,
    value: &Value,
    seed: u64,
) {
    let text = messy(value, &mut Random::new(seed));
    let laid_out = format(&text).unwrap();
    let read = ron_options().from_str::<T>(laid_out.trim_start_matches('\u{feff}'));
    assert_eq!(read.as_ref(), Ok(document), "{text}\n---\n{laid_out}");
    assert_eq!(format(&laid_out).unwrap(), laid_out, "{text}\n---\n{laid_out}");
    let numbers = |text: &str| {
        let mut found = comments(text);
        found.sort_by_key(|(_, at)| *at);
        found.into_iter().map(|(number, _)| number).collect::<Vec<_>>()
    };
    assert_eq!(numbers(&text), numbers(&laid_out), "{text}\n---\n{laid_out}");
    let in_lines = |comment: &str| laid_out.lines().filter(|line| line.contains(comment)).count();
    assert_eq!(in_lines(": (\"[,"), text.lines().filter(|line| line.contains(": (\"[,")).count());
    assert!(
        laid_out.lines().all(|line| line.trim_end() == line || line.contains("/*") || line.contains('"'))
    );
    let ends = if text.contains("\r\n") { laid_out.matches('\n').count() } else { 0 };
    assert_eq!(laid_out.matches("\r\n").count(), ends);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_play_reads_the_same_and_is_laid_out_once_for_all(seed in any::<u64>()) {
        let play: Play = Random::new(seed).play();
        hold(&play, &(&play).into(), seed);
    }

    #[test]
    fn any_plan_does(seed in any::<u64>()) {
        let plan: GamePlan = Random::new(seed).plan();
        hold(&plan, &(&plan).into(), seed);
    }

    #[test]
    fn any_model_does(seed in any::<u64>()) {
        let model: OperatingModel = Random::new(seed).model();
        hold(&model, &(&model).into(), seed);
    }

    #[test]
    fn any_show_does(seed in any::<u64>()) {
        let show: Show = Random::new(seed).show();
        hold(&show, &(&show).into(), seed);
    }

    #[test]
    fn any_record_does(seed in any::<u64>()) {
        let record: WorkshopRecord = Random::new(seed).record();
        hold(&record, &(&record).into(), seed);
    }

    #[test]
    fn any_ink_does(seed in any::<u64>()) {
        let ink: Ink = Random::new(seed).ink();
        hold(&ink, &(&ink).into(), seed);
    }

    #[test]
    fn any_text_is_laid_out_or_refused(text in "[ \n\t,:(){}a-z\"/*0-9\\[\\]]{0,40}") {
        if let Ok(laid_out) = format(&text) {
            prop_assert_eq!(format(&laid_out).unwrap(), laid_out);
        }
    }
}
