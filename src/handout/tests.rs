//! Handouts of what ships and of what is hard to print: their pages as values, and what a reader finds in the file.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use lopdf::{Dictionary, Document, Object};

use super::*;
use crate::model::{
    Channel, ChannelId, Defender, GroupCalls, Guess, OffensePlayer, Play, PlayId, PlayerId, Show,
    WorkshopRecord,
};
use crate::picture::{TextRun, Themes, font};
use crate::play_file::{Playbook, ron_options};
use crate::rules::Lineup;
use crate::show::{InPlaybook, Program, Room, Rundown, Script};

/// What ships, with some plays in place of it, and some that are broken.
#[derive(Default)]
struct Shelf {
    plays: BTreeMap<String, Script>,
    broken: BTreeSet<String>,
}

impl Repertoire for Shelf {
    fn script(&self, stem: &str) -> Result<Script, String> {
        if self.broken.contains(stem) {
            return Err(format!("{stem}.ron has errors: there is no channel of that name, line 7."));
        }
        match self.plays.get(stem) {
            Some(script) => Ok(script.clone()),
            None => InPlaybook(Playbook::built_in()).script(stem),
        }
    }
}

impl Shelf {
    /// With a play that is the exemplar, changed.
    fn with(stem: &str, change: impl FnOnce(&mut Play, &mut OperatingModel)) -> Self {
        let Ok(Script::Play(lineup, _)) = Self::default().script("exemplar") else { panic!("no play") };
        let (mut play, mut model) = ((*lineup.play).clone(), (*lineup.model).clone());
        change(&mut play, &mut model);
        let start = vec![20.0; model.channels.len()];
        let lineup = Lineup::new(PlayId::from(stem), Arc::new(play), Arc::new(model));
        let plays = BTreeMap::from([(stem.to_owned(), Script::Play(lineup, start))]);
        Self { plays, broken: BTreeSet::new() }
    }

    fn rundown(&self, program: &Program) -> Rundown {
        Rundown::new(program, self, &Room::default(), None)
    }

    fn wanted<'a>(&'a self, record: Option<&'a WorkshopRecord>) -> Wanted<'a> {
        Wanted {
            paper: Paper::A4,
            theme: Themes::Paper.theme(),
            notes: true,
            record,
            repertoire: self,
            provenance: "downfield 0.0.0, files 0123456789abcdef",
        }
    }

    fn handout(&self, program: &Program) -> Handout {
        Handout::new(&self.rundown(program), &self.wanted(None))
    }
}

fn files(stems: &[&str]) -> Program {
    Program::Files(stems.iter().map(|stem| Arc::from(*stem)).collect())
}

const SHOW: &str = r#"Show(
    format: 1,
    title: "Two hours on the field",
    summary: "What a tactic gains, and what it leaves open.",
    items: [
        Section(title: "Welcome", text: "Who is here?", notes: "Ask three people.", minutes: 10),
        Fronts(minutes: 15),
        Play(play: "exemplar", guess: true, times: [1, 4], minutes: 30),
        Play(play: "big-bang-that-is-not-there"),
        Plan(plan: "balanced-build", minutes: 20),
        Compare(of: ["exemplar", "technology-first"]),
        Calls(plays: ["exemplar", "technology-first"], minutes: 25),
        Decide(text: "What do we do on Monday?", minutes: 20),
    ],
)"#;

fn show() -> Program {
    let show: Show = ron_options().from_str(SHOW).unwrap();
    Program::Show("two-hours".into(), Arc::new(show))
}

fn record() -> WorkshopRecord {
    let yards = |yards: f64| BTreeMap::from([(ChannelId::from("services"), yards)]);
    let guess = |group: &str, guessed: f64| Guess {
        of: PlayId::from("exemplar"),
        times: 1,
        group: group.into(),
        yards: yards(guessed),
        came_to: BTreeMap::new(),
    };
    WorkshopRecord {
        format: 1,
        title: "Kick-off".into(),
        show: None,
        date: Some("2026-11-28".into()),
        fronts: yards(33.0),
        guesses: vec![guess("Finance", 41.0), guess("People", 2.0)],
        switched: Vec::new(),
        judged: Vec::new(),
        calls: vec![GroupCalls {
            group: "Left table".into(),
            plays: vec![PlayId::from("exemplar"), PlayId::from("technology-first")],
            spot: Some(37.2),
            exposure: Some(4.0),
        }],
        arguments: vec!["Skills come first, said half of the room.".into()],
        decisions: vec!["Two people join the service team in January.".into(), "No second exemplar.".into()],
    }
}

/// What a reader can select on each page, without spaces: where lines break is not the point.
fn pages_of(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).unwrap();
    let pages = document.get_pages();
    pages.keys().map(|page| bare(&document.extract_text(&[*page]).unwrap())).collect()
}

/// What the file says glyphs stand for, where the font alone would say something else.
fn beside_glyphs(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).unwrap();
    let pages = document.get_pages();
    let operations = pages.values().flat_map(|page| {
        let content = document.get_page_content(*page);
        lopdf::content::Content::decode(&content).unwrap().operations
    });
    let dictionaries = operations.filter(|operation| operation.operator == "BDC");
    let texts = dictionaries.filter_map(|operation| {
        let dictionary = operation.operands.get(1)?.as_dict().ok()?;
        lopdf::decode_text_string(dictionary.get(b"ActualText").ok()?).ok()
    });
    texts.collect()
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The elements of the file's structure: what each is, and its dictionary.
fn elements(document: &Document) -> Vec<(String, Dictionary)> {
    let dictionaries = document.objects.values().filter_map(|object| object.as_dict().ok());
    let elements = dictionaries.filter(|dictionary| dictionary.has(b"P") && dictionary.has(b"K"));
    elements
        .filter_map(|dictionary| {
            let kind = dictionary.get(b"S").and_then(Object::as_name).ok()?;
            Some((String::from_utf8_lossy(kind).into_owned(), dictionary.clone()))
        })
        .collect()
}

/// Every shape of a page but those inside pictures.
fn shapes(page: &Page) -> Vec<&Shape> {
    let mut all: Vec<&Shape> = Vec::new();
    for part in &page.parts {
        match part {
            Part::Heading { shapes, .. } | Part::Text(shapes) | Part::Ornament(shapes) => all.extend(shapes),
            Part::Table(rows) => all.extend(rows.iter().flatten().flatten()),
            Part::Contents(lines) => all.extend(lines.iter().flat_map(|line| &line.shapes)),
            Part::Picture { .. } => {}
        }
    }
    all
}

/// Nothing leaves the margins, no two lines of text lie over each other, and none lies over a picture.
fn assert_tidy(handout: &Handout) {
    let (width, height) = handout.size;
    for (number, page) in handout.pages.iter().enumerate() {
        let mut boxes: Vec<(Rect, String)> = Vec::new();
        for shape in shapes(page) {
            let Shape::Text(TextRun { at, align, text, size, weight, .. }) = shape else { continue };
            let wide = font::width(text, *size, *weight);
            let left = match align {
                crate::picture::Align::Left => at.x,
                crate::picture::Align::Center => at.x - wide / 2.0,
                crate::picture::Align::Right => at.x - wide,
            };
            let line = Rect::new(left, at.y - size * 0.7, left + wide, at.y + size * 0.1);
            assert!(line.min.x > 30.0 && line.max.x < width - 30.0, "page {number}: {text} at {line:?}");
            assert!(line.min.y > 20.0 && line.max.y < height - 20.0, "page {number}: {text} at {line:?}");
            for (other, said) in &boxes {
                assert!(!line.overlaps(other), "page {number}: “{text}” lies over “{said}”");
            }
            boxes.push((line, text.clone()));
        }
        for part in &page.parts {
            if let Part::Picture { at, .. } = part {
                for (line, said) in &boxes {
                    assert!(!line.overlaps(at), "page {number}: “{said}” lies over the picture");
                }
            }
        }
    }
}

#[test]
fn a_play_has_a_page_with_the_contents_and_one_for_every_step() {
    let shelf = Shelf::default();
    let rundown = shelf.rundown(&files(&["exemplar"]));
    let handout = Handout::new(&rundown, &shelf.wanted(None));
    assert_eq!(handout.pages.len(), 1 + rundown.steps.len());
    assert_tidy(&handout);
    let pages = pages_of(&pdf(&handout).unwrap());
    assert_eq!(pages.len(), handout.pages.len());
    for (page, step) in pages[1..].iter().zip(&rundown.steps) {
        assert!(page.contains(&bare(&step.caption)), "{page} lacks {}", step.caption);
        assert!(page.contains(&bare(step.notes.as_deref().unwrap_or_default())), "{page}");
    }
    for page in &pages {
        assert!(page.contains(&bare(JUDGEMENTS)) && page.contains("files0123456789abcdef"), "{page}");
    }
    assert!(pages.last().unwrap().contains("Workingonit"), "{}", pages.last().unwrap());
    assert!(!pages[1].contains("Workingonit"));
}

#[test]
fn a_show_is_printed_with_everything_a_room_fills_in() {
    let shelf = Shelf::default();
    let rundown = shelf.rundown(&show());
    let handout = Handout::new(&rundown, &shelf.wanted(None));
    assert_tidy(&handout);
    assert_eq!(handout.pages.len(), 1 + rundown.steps.len());
    let pages = pages_of(&pdf(&handout).unwrap());
    for words in ["Twohoursonthefield", "Whatatacticgains", "120minutes", "Welcome", "Whatdowedecide?"] {
        assert!(pages[0].contains(words), "{words}: {}", pages[0]);
    }
    let page_of = |words: &str| pages.iter().skip(1).position(|page| page.contains(words)).unwrap() + 1;
    assert!(pages[page_of("Wherearewetoday?")].contains("Today,from0to100"));
    assert!(pages[page_of("Thereisnoplayorplan")].contains("big-bang-that-is-not-there"));
    assert!(pages[page_of("Whatdoweguess?")].contains("Yourguess,inyards"));
    assert!(
        pages[page_of("Whateachgroupcalls")].contains("4thcall")
            || pages[page_of("Whateachgroupcalls")].contains("Fourthcall")
    );
    page_of("What4timesinarowcameto");
    page_of("Whatthistrycameto");
    assert!(pages[page_of("Sidebyside")].contains("Wholeorganisation"));
    assert!(pages[page_of("Wedecide")].contains("WhatdowedoonMonday?"));
}

#[test]
fn the_contents_lead_to_the_first_page_of_each_item() {
    let shelf = Shelf::default();
    let handout = Handout::new(&shelf.rundown(&show()), &shelf.wanted(None));
    let leads: Vec<&Leads> = handout.pages[0]
        .parts
        .iter()
        .filter_map(|part| if let Part::Contents(lines) = part { Some(lines) } else { None })
        .flatten()
        .collect();
    assert_eq!(leads.len(), 8);
    for line in leads {
        assert_eq!(handout.pages[line.page].entry, Some((1, line.text.clone())));
    }
    let document = Document::load_mem(&pdf(&handout).unwrap()).unwrap();
    let links = document.objects.values().filter_map(|object| object.as_dict().ok());
    let links =
        links.filter(|link| link.get(b"Subtype").and_then(Object::as_name).is_ok_and(|name| name == b"Link"));
    assert_eq!(links.count(), 8);
}

#[test]
fn it_can_be_read_aloud() {
    let shelf = Shelf::default();
    let rundown = shelf.rundown(&show());
    let bytes = pdf(&Handout::new(&rundown, &shelf.wanted(None))).unwrap();
    let document = Document::load_mem(&bytes).unwrap();
    let catalog = document.catalog().unwrap();
    assert!(catalog.has(b"StructTreeRoot") && catalog.has(b"MarkInfo") && catalog.has(b"Outlines"));
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"en-GB");
    let info = document.trailer.get(b"Info").and_then(|info| document.dereference(info)).unwrap();
    let title = lopdf::decode_text_string(info.1.as_dict().unwrap().get(b"Title").unwrap()).unwrap();
    assert_eq!(title, "Two hours on the field");
    let elements = elements(&document);
    let count = |kind: &str| elements.iter().filter(|(name, _)| name == kind).count();
    assert_eq!(count("H1"), 1);
    assert_eq!(count("H2"), 1 + rundown.items.len());
    let pictures = rundown.steps.iter().filter(|step| !matches!(step.sight, Sight::Card(_))).count();
    assert_eq!(count("Figure"), pictures);
    for (_, figure) in elements.iter().filter(|(name, _)| name == "Figure") {
        let told = lopdf::decode_text_string(figure.get(b"Alt").unwrap()).unwrap();
        assert!(told.contains("Products & services") && told.contains(" of 100"), "{told}");
    }
    assert!(count("Table") > 5 && count("TH") > 20 && count("TD") > 40 && count("TOCI") == 8);
}

#[test]
fn text_in_any_script_can_be_selected() {
    let names = ["Überprüfung der Öffnung", "Служба поддержки", "Office & affiliates", "漢 & 字", "Zażółć"];
    let shelf = Shelf::with("scripts", |play, model| {
        play.title = "Effi fließt".into();
        for (channel, name) in model.channels.iter_mut().zip(names) {
            channel.name = name.into();
        }
    });
    let bytes = pdf(&shelf.handout(&files(&["scripts"]))).unwrap();
    let pages = pages_of(&bytes);
    let last = pages.last().unwrap();
    for name in names.into_iter().filter(|name| !name.contains('漢')) {
        assert!(last.contains(&bare(name)), "{name}: {last}");
    }
    // What the font lacks is one and the same box: what each stands for is written beside it.
    let beside = beside_glyphs(&bytes);
    assert!(!beside.is_empty());
    for c in ['漢', '字'] {
        assert!(last.contains(c) || beside.contains(&c.to_string()), "{c}: {beside:?} {last}");
    }
    assert!(pages[0].contains("Effifließt"), "{}", pages[0]);
}

#[test]
fn long_notes_are_never_lost() {
    let words: Vec<String> = (0..2500).map(|number| format!("w{number}x")).collect();
    for count in [5, 120, 300, 600, 2500] {
        let shelf = Shelf::with("long", |play, _| {
            for beat in &mut play.beats {
                beat.notes = None;
            }
            play.beats[1].notes = Some(words[..count].join(" "));
            play.beats[2].caption = words[..count.min(400)].join(" ");
        });
        let rundown = shelf.rundown(&files(&["long"]));
        let handout = Handout::new(&rundown, &shelf.wanted(None));
        assert_tidy(&handout);
        assert_eq!(handout.pages.len() > 1 + rundown.steps.len(), count >= 300, "{count}");
        let all: String = pages_of(&pdf(&handout).unwrap()).concat();
        for word in &words[..count] {
            let times = all.matches(word.as_str()).count();
            assert!(times >= 1, "{word} of {count} is lost");
        }
    }
    // A word that is wider than a column is broken, not cut.
    let word = "ab".repeat(900);
    let shelf = Shelf::with("word", |play, _| play.beats[0].notes = Some(word.clone()));
    let all: String = pages_of(&pdf(&shelf.handout(&files(&["word"]))).unwrap()).concat();
    assert!(all.contains(&word));
}

#[test]
fn notes_are_left_out_of_a_handout_for_the_room() {
    let shelf = Shelf::with("quiet", |play, _| play.beats[0].notes = Some("Only for you.".into()));
    let rundown = shelf.rundown(&files(&["quiet"]));
    let with = Handout::new(&rundown, &shelf.wanted(None));
    let without = Handout::new(&rundown, &Wanted { notes: false, ..shelf.wanted(None) });
    assert_tidy(&without);
    assert!(pages_of(&pdf(&with).unwrap()).concat().contains("Onlyforyou."));
    assert!(!pages_of(&pdf(&without).unwrap()).concat().contains("Onlyforyou."));
    let lines = |handout: &Handout| {
        let shapes = shapes(&handout.pages[1]);
        shapes.iter().filter(|shape| matches!(shape, Shape::Line { .. })).count()
    };
    assert!(lines(&without) > lines(&with) + 2);
}

#[test]
fn nine_channels_and_a_hundred_players_have_room() {
    let shelf = Shelf::with("crowd", |play, model| {
        let channel = model.channels[0].clone();
        for number in model.channels.len()..9 {
            let id = ChannelId::from(format!("extra-{number}").as_str());
            let name = format!("Channel number {number} & what belongs to it");
            model.channels.push(Channel { id, name, ..channel.clone() });
        }
        let (one, other): (OffensePlayer, Defender) = (play.offense[0].clone(), play.defense[0].clone());
        for number in 0..50 {
            let at = number % 9;
            let channel = model.channels[at].id.clone();
            let id = |side: &str| PlayerId::from(format!("{side}-{number}").as_str());
            play.offense.push(OffensePlayer { id: id("o"), channel: channel.clone(), ..one.clone() });
            play.defense.push(Defender { id: id("d"), channel, ..other.clone() });
        }
    });
    for paper in Paper::ALL {
        for notes in [true, false] {
            let rundown = shelf.rundown(&files(&["crowd"]));
            let handout = Handout::new(&rundown, &Wanted { paper, notes, ..shelf.wanted(None) });
            assert_tidy(&handout);
            assert_eq!(handout.size, paper.size());
            let pages = pages_of(&pdf(&handout).unwrap());
            assert!(pages.last().unwrap().contains("Channelnumber8"));
        }
    }
}

#[test]
fn a_play_without_beats_is_printed_by_its_parts() {
    let shelf = Shelf::with("plain", |play, _| play.beats.clear());
    let rundown = shelf.rundown(&files(&["plain"]));
    assert!(rundown.steps.len() > 2);
    let handout = Handout::new(&rundown, &shelf.wanted(None));
    assert_tidy(&handout);
    assert_eq!(handout.pages.len(), 1 + rundown.steps.len());
}

#[test]
fn a_broken_play_has_a_page_that_says_why() {
    let shelf = Shelf { broken: BTreeSet::from(["exemplar".to_owned()]), ..Shelf::default() };
    let pages = pages_of(&pdf(&shelf.handout(&show())).unwrap());
    assert!(pages.iter().any(|page| page.contains("thereisnochannelofthatname,line7.")));
}

#[test]
fn what_a_room_said_is_in_it() {
    let shelf = Shelf::default();
    let record = record();
    let room = Room { fronts: record.fronts.clone(), ..Room::default() };
    let rundown = Rundown::new(&show(), &shelf, &room, None);
    let handout = Handout::new(&rundown, &shelf.wanted(Some(&record)));
    assert_tidy(&handout);
    assert_eq!(handout.pages.len(), 1 + rundown.steps.len() + 1);
    let pages = pages_of(&pdf(&handout).unwrap());
    assert!(pages[0].contains("2026-11-28") && pages[0].contains("Kick-off"));
    let guessed = pages.iter().find(|page| page.contains("Whatdoweguess?")).unwrap();
    assert!(guessed.contains("Finance") && guessed.contains("41"), "{guessed}");
    let read = pages.iter().find(|page| page.contains("Whatwasguessed")).unwrap();
    assert!(read.contains("toomanyinProducts&services"), "{read}");
    let last = pages.last().unwrap();
    for words in
        ["TwopeoplejointheserviceteaminJanuary.", "Nosecondexemplar.", "Skillscomefirst", "Lefttable"]
    {
        assert!(last.contains(words), "{words}: {last}");
    }
    let decided = pages.iter().find(|page| page.contains("Bywhen")).unwrap();
    assert!(decided.contains("Nosecondexemplar."));
}

#[test]
fn many_items_and_long_titles_go_on_overleaf() {
    let item = r#"Section(title: "A part with quite a long title that goes on and on, so that it can hardly stand on a single line of the contents, or perhaps just about can"),"#;
    let text = format!("Show(format: 1, title: \"Long\", items: [{}])", item.repeat(60));
    let show: Show = ron_options().from_str(&text).unwrap();
    let shelf = Shelf::default();
    let handout = shelf.handout(&Program::Show("long".into(), Arc::new(show)));
    assert_tidy(&handout);
    let before = handout.pages.len() - 60;
    assert!(before > 2, "{before}");
    let entries: Vec<&Leads> = handout
        .pages
        .iter()
        .flat_map(|page| &page.parts)
        .filter_map(|part| if let Part::Contents(lines) = part { Some(lines) } else { None })
        .flatten()
        .collect();
    let leads: Vec<usize> = entries.iter().map(|line| line.page).collect();
    assert_eq!(leads, (before..before + 60).collect::<Vec<usize>>());
}

#[test]
fn the_same_handout_gives_the_same_bytes() {
    let shelf = Shelf::default();
    let made = || pdf(&shelf.handout(&show())).unwrap();
    let bytes = made();
    assert_eq!(bytes, made());
    let text = String::from_utf8_lossy(&bytes);
    assert!(!text.contains("CreationDate") && !text.contains("xmp:CreateDate"));
}

#[test]
fn strange_text_never_keeps_a_handout_from_being_written() {
    let strange = "\u{feff}\u{202e}a\u{0}\u{fffe}\u{e000}\u{ad}\u{200d}👩‍👩‍👧 é\u{301}\u{301} שלום \u{10ffff}\t";
    for theme in Themes::ALL {
        let shelf = Shelf::with("strange", |play, model| {
            play.title = strange.into();
            play.beats[0].caption = strange.into();
            play.beats[1].notes = Some(strange.into());
            model.channels[0].name = strange.into();
        });
        let rundown = shelf.rundown(&files(&["strange"]));
        let handout = Handout::new(&rundown, &Wanted { theme: theme.theme(), ..shelf.wanted(None) });
        assert!(pdf(&handout).unwrap().starts_with(b"%PDF-"));
    }
}
