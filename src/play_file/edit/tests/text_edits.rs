//! A text edit as a value.

use proptest::prelude::*;

use crate::play_file::edit::{EditError, TextEdit};
use crate::play_file::problem::{Edit, Span};

fn put(start: usize, end: usize, text: &str) -> Edit {
    Edit { span: Span::new(start, end), text: text.to_owned() }
}

#[test]
fn replacements_are_sorted_and_those_that_touch_are_one() {
    let edit = TextEdit::new([put(4, 6, "x"), put(0, 1, ""), put(1, 2, "é")]).unwrap();
    assert_eq!(edit.edits(), [put(0, 2, "é"), put(4, 6, "x")]);
    assert_eq!(edit.apply("abcdefg").unwrap(), "écdxg");
    assert_eq!(TextEdit::new([put(0, 3, ""), put(2, 4, "")]), Err(EditError::Overlapping));
    assert_eq!(edit.apply("abc"), Err(EditError::OtherText));
    assert_eq!(TextEdit::replace(Span::new(1, 1), "x").apply("é"), Err(EditError::OtherText));
}

#[test]
fn a_caret_stays_with_its_text() {
    let edit = TextEdit::new([put(0, 2, "xyz"), put(5, 5, "!!")]).unwrap();
    let places: Vec<usize> = (0..8).map(|offset| edit.map(offset)).collect();
    assert_eq!(places, [0, 3, 3, 4, 5, 8, 9, 10]);
}

/// A text and an edit of it.
fn edited(text: String) -> impl Strategy<Value = (String, TextEdit)> {
    let parts = prop::collection::vec((any::<prop::sample::Index>(), 0_usize..4, "[aé\n]{0,3}"), 0..5);
    parts.prop_map(move |parts| {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut edits: Vec<Edit> = Vec::new();
        for (at, length, new) in parts {
            let at = at.index(places.len());
            let end = (at + length).min(places.len() - 1);
            let edit = put(places[at], places[end], &new);
            if TextEdit::new(edits.iter().cloned().chain([edit.clone()])).is_ok() {
                edits.push(edit);
            }
        }
        (text.clone(), TextEdit::new(edits).unwrap())
    })
}

fn twice() -> impl Strategy<Value = (String, TextEdit, TextEdit)> {
    "[abéü\n ]{0,12}".prop_flat_map(edited).prop_flat_map(|(text, first)| {
        let between = first.apply(&text).unwrap();
        edited(between).prop_map(move |(_, second)| (text.clone(), first.clone(), second))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn inverted_it_restores_and_composed_it_does_both((text, first, second) in twice()) {
        let between = first.apply(&text).unwrap();
        let after = second.apply(&between).unwrap();
        prop_assert_eq!(first.invert(&text).unwrap().apply(&between).unwrap(), text.as_str());
        let both = first.compose(&second).unwrap();
        prop_assert_eq!(both.apply(&text).unwrap(), after.as_str());
        prop_assert_eq!(both.invert(&text).unwrap().apply(&after).unwrap(), text.as_str());
        let least = TextEdit::between(&text, &after);
        prop_assert_eq!(least.apply(&text).unwrap(), after.as_str());
        prop_assert!(least.edits().len() <= 1);
    }
}
