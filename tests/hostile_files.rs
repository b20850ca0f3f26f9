//! Files made to keep the reader busy: a mistake at every few bytes of a file as large as can be.

use std::time::{Duration, Instant};

use downfield::play_file::{Playbook, read};

const LARGEST: usize = 1024 * 1024;

fn filled(before: &str, piece: impl Fn(usize) -> String, after: &str) -> String {
    let mut text = before.to_owned();
    let mut number = 0;
    while text.len() < LARGEST - 100 {
        text.push_str(&piece(number));
        number += 1;
    }
    text + after
}

#[test]
fn the_worst_files_are_read_in_a_moment() {
    let files = [
        ("fields", filled("Play(", |n| format!("f{n}:1,"), ")")),
        ("same fields", filled("Play(", |_| "title:1,".into(), ")")),
        (
            "players",
            filled("Play(offense:[", |n| format!("(id:\"a{n}\",at:(0,0),channel:\"skills\"),"), "])"),
        ),
        ("same players", filled("Play(offense:[", |_| "(id:\"a\"),".into(), "])")),
        ("bad ids", filled("Play(assumptions:[", |n| format!("(id:\"A {n}\"),"), "])")),
        ("same ids", filled("Play(assumptions:[", |_| "(id:\"a\"),".into(), "])")),
        ("tags", filled("Play(tags:[", |_| "1,".into(), "])")),
        ("effects", filled("Play(assumptions:[(effects:[", |_| "Cap(\"x\",1),".into(), "])])")),
        ("focus", filled("Play(beats:[(focus:[", |n| format!("\"x{n}\","), "])])")),
        ("calls", filled("GamePlan(calls:[", |_| "Call(play:\"x\"),".into(), "])")),
        ("starts", filled("GamePlan(start:{", |n| format!("\"x{n}\":1,"), "})")),
        ("channels", filled("OperatingModel(channels:[", |n| format!("(id:\"x{n}\"),"), "])")),
        ("items", filled("Show(items:[", |_| "Play(play:\"x\"),".into(), "])")),
        ("compared", filled("Show(items:[Compare(of:[", |n| format!("\"x{n}\","), "])])")),
        ("turns", filled("Show(items:[Play(play:\"exemplar\",times:[", |_| "1,".into(), "])])")),
        ("fronts", filled("Show(start:{", |_| "\"x\":1,".into(), "},items:[Decide()])")),
        ("guesses", filled("WorkshopRecord(guesses:[(yards:{", |n| format!("\"x{n}\":1,"), "})])")),
        ("pages", filled("Ink(pages:[", |_| "(step:\"x\",strokes:[]),".into(), "])")),
        ("points", filled("Ink(pages:[(strokes:[(points:[", |_| "(0.5,2),".into(), "])])])")),
        ("brackets", filled("Play(tags:", |_| "[".into(), "")),
        ("closes", filled("Play(tags:", |_| ")".into(), "")),
        ("quotes", filled("Play(tags:[", |_| "\"x\" ".into(), "])")),
        ("unclosed", filled("Play(tags:[", |_| "(a:[".into(), "")),
    ];
    for (name, text) in files {
        let start = Instant::now();
        let reading = read(text.as_bytes(), "hostile.ron", None, Playbook::built_in());
        assert!(reading.document.is_none(), "{name}");
        assert!(reading.problems.len() <= 2000, "{name}");
        assert!(start.elapsed() < Duration::from_secs(5), "{name}: {:?}", start.elapsed());
        println!("{name}: {} problems in {:?}", reading.problems.len(), start.elapsed());
    }
}
