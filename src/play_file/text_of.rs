//! A document as the text of its file.
//!
//! In: a document. Out: its text in the house style, without comments; reading it gives the same document. Where it is
//! saved, and whether something stands there already, is the caller's.

use super::edit::Value;
use super::format::format;
use super::read::Document;

/// The text of a document in the house style.
#[must_use]
pub fn text_of(document: &Document) -> String {
    let value = match document {
        Document::Play(play) => Value::from(&**play),
        Document::GamePlan(plan) => Value::from(&**plan),
        Document::OperatingModel(model) => Value::from(&**model),
        Document::Show(show) => Value::from(&**show),
        Document::WorkshopRecord(record) => Value::from(&**record),
        Document::Ink(ink) => Value::from(&**ink),
    };
    let text = format!("{}\n", value.to_text());
    // What is written here is RON, which is all laying out asks for.
    format(&text).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::*;
    use crate::play_file::edit::random::Random;
    use crate::play_file::{Playbook, read};

    /// Reading the text gives the document, nothing is wrong with it, and it is laid out.
    fn hold(document: &Document) {
        let text = text_of(document);
        let reading = read(text.as_bytes(), "test.ron", Some(document.kind()), Playbook::built_in());
        assert_eq!(reading.problems, [], "{text}");
        assert_eq!(reading.document.as_ref(), Some(document), "{text}");
        assert_eq!(format(&text).unwrap(), text);
        assert!(text.ends_with(")\n"), "{text}");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_show_is_written_and_read(seed in any::<u64>()) {
            let show = Random::new(seed).show();
            hold(&Document::Show(Arc::new(show)));
        }

        #[test]
        fn any_record_is_written_and_read(seed in any::<u64>()) {
            hold(&Document::WorkshopRecord(Arc::new(Random::new(seed).record())));
        }

        #[test]
        fn any_ink_is_written_and_read(seed in any::<u64>()) {
            hold(&Document::Ink(Arc::new(Random::new(seed).ink())));
        }
    }

    #[test]
    fn the_shipped_files_say_the_same_when_written() {
        for entry in &Playbook::built_in().entries {
            let document = entry.document.clone().unwrap();
            let text = text_of(&document);
            let near = Playbook::built_in().near(&entry.path);
            let reading = read(text.as_bytes(), &entry.file, None, &near);
            assert_eq!(reading.document, Some(document), "{text}");
        }
    }

    #[test]
    fn a_point_is_written_with_the_digits_it_has() {
        let ink = "Ink(format: 1, of: \"a\", pages: [(step: \"a/1\", strokes: [(points: [(0.1, 0.7)])])])";
        let document = read(ink.as_bytes(), "a.ron", None, Playbook::built_in()).document.unwrap();
        assert!(text_of(&document).contains("(points: [(0.1, 0.7)])"), "{}", text_of(&document));
    }
}
