//! Pages of what ships, and of what would break one.

use std::sync::Arc;

use super::*;
use crate::model::{Show, ShowItem};
use crate::picture::Themes;
use crate::play_file::{Playbook, Unpacked};
use crate::show::{InPlaybooks, Program, Room, Rundown};

fn files(stems: &[&str]) -> Program {
    Program::Files(stems.iter().map(|stem| Arc::from(*stem)).collect())
}

fn page(program: &Program, notes: bool) -> String {
    let playbook = InPlaybooks(Vec::new());
    let rundown = Rundown::new(program, &playbook, &Room::default(), None);
    let sources = sources(program, None, &playbook, notes).unwrap();
    let deck = Deck {
        rundown: &rundown,
        theme: Themes::Night.theme(),
        notes,
        sources: &sources,
        made: "Made by a test.",
    };
    deck.page(&mut |_| ()).unwrap()
}

#[test]
fn every_file_behind_a_plan_is_in_its_page_to_the_byte() {
    let page = page(&files(&["balanced-build"]), true);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("deck.html");
    std::fs::write(&path, page).unwrap();
    let playbook = Playbook::open(&Unpacked::new(&crate::play_file::OnDisk), &path).unwrap();
    let plan = playbook.find("balanced-build").unwrap().game_plan().unwrap();
    assert!(plan.calls.len() > 2);
    for entry in &playbook.entries {
        let built_in = Playbook::built_in().find(&entry.stem).unwrap();
        assert_eq!(entry.text, built_in.text);
        assert!(entry.document.is_some(), "{:?}", entry.problems);
        assert_eq!(entry.path, path.join("plays").join(&built_in.path));
    }
}

#[test]
fn notes_are_in_the_page_only_when_asked_for() {
    let noted = Playbook::built_in().find("exemplar").unwrap();
    let notes: Vec<&str> =
        noted.play().unwrap().beats.iter().filter_map(|beat| beat.notes.as_deref()).collect();
    assert!(!notes.is_empty());
    let (without, with) = (page(&files(&["exemplar"]), false), page(&files(&["exemplar"]), true));
    for note in notes {
        let note = note.split(['"', '\'', '<', '&', '\\', '\n']).next().unwrap();
        assert!(with.contains(note) && !without.contains(note), "{note}");
    }
    assert!(!without.contains("id=\"notes\"") && with.contains("id=\"notes\""));
}

#[test]
fn whatever_a_show_says_stays_text() {
    let nasty = "</script><script>alert(1)</script>{{script}}<!--<script>&\"'\u{2028}";
    let items = vec![
        ShowItem::Section {
            title: nasty.into(),
            text: Some(nasty.into()),
            notes: Some(nasty.into()),
            minutes: None,
        },
        ShowItem::Decide { title: None, text: Some(nasty.into()), notes: None, minutes: None },
    ];
    let show = Show {
        format: 1,
        title: nasty.into(),
        summary: Some(nasty.into()),
        start: crate::model::StartFronts::All(20.0),
        minutes: None,
        items,
    };
    let page = page(&Program::Show("nasty".into(), Arc::new(show)), true);
    assert_eq!(page.matches("<script").count(), 2, "the frames, and the script");
    assert_eq!(page.matches("</script").count(), 2);
    assert!(!page.contains("<!--"));
}

#[test]
fn a_page_asks_for_nothing_from_elsewhere() {
    let page = page(&files(&["exemplar"]), false);
    for address in ["http://", "https://", "@import", "url(h", "src=\""] {
        let found: Vec<&str> = page.match_indices(address).map(|(at, _)| &page[at..at + 40]).collect();
        // The name of SVG is an address that nobody visits.
        let name = "http://www.w3.org/2000/svg";
        assert!(found.iter().all(|found| found.starts_with(name)), "{found:?}");
    }
}

#[test]
fn a_long_show_is_a_small_file() {
    let play = |stem: &str, times: &[u32]| ShowItem::Play {
        play: stem.into(),
        title: None,
        times: times.to_vec(),
        guess: true,
        notes: None,
        minutes: None,
    };
    let items = vec![
        play("exemplar", &[1, 4, 10]),
        play("api-strategy", &[1]),
        play("devops-programme", &[1]),
        play("governance-reset", &[1, 4]),
        ShowItem::Plan {
            plan: "balanced-build".into(),
            title: None,
            guess: true,
            notes: None,
            minutes: None,
        },
        ShowItem::Compare {
            of: vec!["exemplar".into(), "balanced-build".into()],
            title: None,
            notes: None,
            minutes: None,
        },
    ];
    let show = Show {
        format: 1,
        title: "Long".into(),
        summary: None,
        start: crate::model::StartFronts::All(20.0),
        minutes: None,
        items,
    };
    let page = page(&Program::Show("long".into(), Arc::new(show)), true);
    let steps = page.matches("\"seconds\":").count();
    assert!(steps >= 30, "{steps}");
    assert!(page.len() < 3_000_000, "{} bytes for {steps} steps", page.len());
}
