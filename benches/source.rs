//! What the source view costs with a play of 1 MiB: showing it, and a key. A key has to take less than 16 ms, all in
//! all; reading the text again is counted apart.
//!
//! `cargo bench --features app --bench source` (with `--profile dev` as it is while developing).

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on stops")]

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use bevy_egui::egui::{Context, Event, Key, Modifiers, Pos2, RawInput, Rect, Ui, UiBuilder, Vec2};
use downfield::app::panels::source::{Editor, Source, Typed};
use downfield::app::panels::{install_fonts, style};
use downfield::model::{ChannelId, ModelId};
use downfield::picture::Themes;
use downfield::play_file::assist::{Inks, Names, complete, help_at, subject_at};
use downfield::play_file::tree::Tree;
use downfield::play_file::{Playbook, read};

const SIZE: usize = 1024 * 1024;
const ROUNDS: usize = 40;

/// The exemplar with as many assumptions as fit.
fn large_play() -> String {
    let exemplar =
        &Playbook::built_in().entries.iter().find(|entry| &*entry.stem == "exemplar").expect("there").text;
    let mut more = String::new();
    let mut number = 0;
    while exemplar.len() + more.len() < SIZE - 300 {
        number += 1;
        let _ = write!(
            more,
            "        (\n            id: \"extra-{number}\",\n            channel: \"services\",\n            \
             text: \"Number {number} of the conditions that this play rests on.\",   // one of many\n            \
             effects: [Cap(\"services\", 60), Reach(\"skills\", 0.9)],\n            holds: false,\n        ),\n"
        );
    }
    exemplar.replacen("    assumptions: [\n", &format!("    assumptions: [\n{more}"), 1)
}

struct Desk {
    ctx: Context,
    editor: Editor,
    text: String,
    revision: u64,
    names: Names,
}

impl Desk {
    fn pass(&mut self, events: Vec<Event>) {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, Vec2::new(640.0, 900.0))),
            events,
            ..RawInput::default()
        };
        let theme = Themes::Night.theme();
        self.ctx.begin_pass(input);
        let source = Source {
            text: &self.text,
            revision: self.revision,
            problems: &[],
            marked: None,
            names: &self.names,
            theme,
            read_only: false,
        };
        let mut ui =
            Ui::new(self.ctx.clone(), "bench".into(), UiBuilder::new().max_rect(self.ctx.content_rect()));
        let typed = self.editor.show(&mut ui, &source);
        let mut output = self.ctx.end_pass();
        // There is no screen for glyphs to go to.
        output.textures_delta.clear();
        black_box(output);
        for each in typed {
            if let Typed::Edit(edit, _) = each {
                self.text = edit.apply(&self.text).expect("an edit of this text");
                self.revision += 1;
            }
        }
    }
}

/// The median and the longest of several rounds.
fn timed(name: &str, mut work: impl FnMut()) {
    work();
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort();
    println!("{name:<46} {:>9.2?} (at most {:.2?})", times[ROUNDS / 2], times[ROUNDS - 1]);
}

fn main() {
    let text = large_play();
    println!("{} bytes, {} lines", text.len(), text.lines().count());
    let names = Names {
        models: vec![ModelId::from("five-channels")],
        plays: Vec::new(),
        plans: Vec::new(),
        channels: vec![(ChannelId::from("services"), "Products & services".to_owned())],
    };
    let middle = text.len() / 2;
    let middle = middle + text[middle..].find("text: ").unwrap();
    timed("Inks::of", || {
        black_box(Inks::of(&text));
    });
    timed("complete in the middle", || {
        black_box(complete(&text, middle, &names));
    });
    timed("Tree::parse", || {
        black_box(Tree::parse(&text));
    });
    timed("read", || {
        black_box(read(text.as_bytes(), "large.ron", None, Playbook::built_in()));
    });
    let tree = Tree::parse(&text);
    timed("subject_at and help_at in the middle", || {
        black_box((subject_at(&tree, middle), help_at(&tree, middle)));
    });

    let ctx = Context::default();
    install_fonts(&ctx);
    style(&ctx, Themes::Night.theme(), true);
    let mut desk = Desk { ctx, editor: Editor::default(), text, revision: 1, names };
    desk.pass(Vec::new());
    desk.editor.focus(&desk.ctx.clone());
    desk.editor.reveal(middle..middle);
    desk.pass(Vec::new());
    desk.pass(Vec::new());
    timed("show, nothing new", || desk.pass(Vec::new()));
    let key = |key| Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    let mut letter = |name: &str, text: &str| {
        timed(name, || {
            desk.pass(vec![Event::Text(text.to_owned())]);
            desk.pass(Vec::new());
        });
    };
    letter("a letter of a field's name: show, apply, show", "t");
    letter("a space: show, apply, show", " ");
    timed("Enter: show, apply, show", || {
        desk.pass(vec![key(Key::Enter)]);
        desk.pass(Vec::new());
    });
    timed("Backspace: show, apply, show", || {
        desk.pass(vec![key(Key::Backspace)]);
        desk.pass(Vec::new());
    });
    timed("a page further: show", || desk.pass(vec![key(Key::PageDown)]));
    timed("another text of another revision: show", || {
        desk.revision += 1;
        desk.pass(Vec::new());
    });
    let line = desk.text.replace('\n', " ");
    desk.text = line.replace("//", "  ");
    desk.revision += 1;
    desk.editor.reveal(middle..middle);
    desk.pass(Vec::new());
    timed("all in one line, a letter: show, apply, show", || {
        desk.pass(vec![Event::Text("t".to_owned())]);
        desk.pass(Vec::new());
    });
}
