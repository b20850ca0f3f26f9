//! What changing a play costs: from an edit to the result laid out anew, opening a large file, typing in it, and the memory
//! of a long list of what was done. Figures are medians of the work of this program alone, without drawing.
//!
//! `cargo bench --bench editing` (with `--profile dev` as `cargo run` has it).

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on stops")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use downfield::app::actions::Action;
use downfield::app::apply::apply;
use downfield::app::session::{Grabbed, Session};
use downfield::app::settings::Settings;
use downfield::app::stage::Stage;
use downfield::drafts::{Drafts, Joins};
use downfield::model::PlayerId;
use downfield::picture::Ground;
use downfield::play_file::edit::TextEdit;
use downfield::play_file::{OnDisk, Playbook};

const SIZE: usize = 1024 * 1024;
const ROUNDS: u32 = 200;

/// A play with as many a side, spread over the five channels.
fn play(a_side: usize) -> String {
    let channels = ["services", "skills", "culture", "governance", "technology"];
    let place = |at: usize| (at / 5, f64::from(u32::try_from(at % 3).unwrap_or(0)) * 0.6 - 0.6);
    let (mut offense, mut defense) = (String::new(), String::new());
    for at in 0..a_side {
        let channel = channels[at % 5];
        let (rank, across) = place(at);
        let (back, ahead) = (3 + rank.min(20), 4 + rank.min(60));
        // Writing to a string cannot fail.
        let _ = write!(
            offense,
            "        (\n            id: \"team-{at}\",\n            name: \"Team number {at}\",\n            \
             channel: \"{channel}\",\n            at: (-{back}, {across}),\n            strength: (2, 4, 6),\n            \
             assignment: Confront(\"force-{at}\"),\n            route: [(3, 0.2), (9, 0)],\n        ),\n"
        );
        let _ = writeln!(
            defense,
            "        (id: \"force-{at}\", name: \"Force number {at}\", channel: \"{channel}\", at: ({ahead}, {across}), strength: (2, 4, 6)),"
        );
    }
    format!(
        "// A large play.\nPlay(\n    format: 1,\n    title: \"Large\",\n    summary: \"As many as asked for.\",\n    \
         ball: (carrier: \"team-0\", step_back: 5),\n    offense: [\n{offense}    ],\n    defense: [\n{defense}    ],\n    \
         assumptions: [\n        (id: \"one\", text: \"It holds.\", effects: [Cap(\"services\", 60)]),\n    ],\n)\n"
    )
}

/// The exemplar with as many assumptions as fit into a file.
fn large() -> String {
    let exemplar = &Playbook::built_in().find("exemplar").expect("built in").text;
    let mut more = String::new();
    let mut number = 0;
    while exemplar.len() + more.len() < SIZE - 300 {
        number += 1;
        let _ = write!(
            more,
            "        (\n            id: \"extra-{number}\",\n            channel: \"services\",\n            \
             text: \"Number {number} of the conditions that this play rests on.\",\n            holds: false,\n        ),\n"
        );
    }
    exemplar.replacen("    assumptions: [\n", &format!("    assumptions: [\n{more}"), 1)
}

fn open(path: &Path) -> Session {
    let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
    session.open(path, &OnDisk).unwrap();
    assert!(session.shown().is_some(), "{:?}", session.problems().next());
    session
}

fn stage() -> Stage {
    Stage {
        area: (184.0, 90.0, 1096.0, 556.0),
        window: (1280.0, 720.0),
        pixels_per_point: 1.0,
        scale: 1.0,
        ..Stage::default()
    }
}

fn median(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    (times[times.len() / 2], *times.last().expect("measured"))
}

fn tell(what: &str, times: Vec<Duration>) {
    let (median, longest) = median(times);
    println!("{what:<66} {:>8.2} ms   longest {:>8.2}", ms(median), ms(longest));
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// A player dragged to and fro: the edit, the text, the reading, the run, the frame and the scene.
fn drag(folder: &Path, a_side: usize) {
    let path = folder.join(format!("side-{a_side}.ron"));
    std::fs::write(&path, play(a_side)).unwrap();
    let mut session = open(&path);
    let mut stage = stage();
    stage.lay_out(&session);
    let ground = |yards: f64| Ground { lane: 0, yards, across: 0.1 };
    apply(Action::Grab(Grabbed::Player(PlayerId::from("team-0")), ground(17.0)), &mut session, &OnDisk);
    let mut times = Vec::new();
    for round in 0..ROUNDS {
        let yards = 10.0 + f64::from(round % 9);
        let began = Instant::now();
        apply(Action::Drag(ground(yards), false), &mut session, &OnDisk);
        stage.lay_out(&session);
        times.push(began.elapsed());
    }
    assert_eq!(session.notice, None);
    assert!(session.drafts.unsaved().next().is_some());
    tell(&format!("a drag's step to the field laid out anew, {a_side} a side"), times);
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    drag(folder.path(), 11);
    drag(folder.path(), 100);

    let path = folder.path().join("large.ron");
    std::fs::write(&path, large()).unwrap();
    let mut times = Vec::new();
    for _ in 0..9 {
        let began = Instant::now();
        let session = open(&path);
        let mut stage = stage();
        stage.lay_out(&session);
        times.push(began.elapsed());
        black_box(stage);
    }
    tell("opening a file of 1 MiB, to the field laid out", times);

    let mut session = open(&path);
    let path = session.opened().expect("open").to_owned();
    let at = session.text_of(&path).unwrap().find("Number 9").expect("there");
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let edit = TextEdit::replace(downfield::play_file::Span::new(at, at), "x");
        let began = Instant::now();
        apply(Action::Type(path.clone(), "Type", edit, Joins::Alone), &mut session, &OnDisk);
        times.push(began.elapsed());
    }
    assert_eq!(session.unread().len(), 1, "what is large is read away from the window");
    tell("a letter into 1 MiB, besides what the editor itself takes", times);

    let mut drafts = Drafts::default();
    let text: std::sync::Arc<str> = Playbook::built_in().find("exemplar").unwrap().text.clone();
    drafts.open(&path, &text);
    for step in 0..10_000_u32 {
        let before = drafts.before(&path, Joins::Alone).unwrap();
        let old = before.find("strength: ").unwrap();
        let end = old + before[old..].find('\n').unwrap();
        let strength = format!("strength: (1, {}, 6),", 2 + step % 4);
        let edit = TextEdit::replace(downfield::play_file::Span::new(old, end), strength);
        drafts.edit("Make Service redesign team stronger", vec![(path.clone(), edit)], Joins::Alone).unwrap();
    }
    let (done, _) = drafts.names();
    println!("{} edits that can be undone take {:.1} MB", done.len(), drafts.history_bytes() as f64 / 1e6);
}
