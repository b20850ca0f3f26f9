//! The editor with real keys and clicks, without a display.

use std::sync::Arc;

use bevy_egui::egui::{
    Context, Event, ImeEvent, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, UiBuilder,
};
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::app::panels::{install_fonts, style};
use crate::model::{ChannelId, ModelId};
use crate::picture::Themes;
use crate::play_file::{Code, Location, Patch, Playbook, Span, read};

const SIZE: Vec2 = Vec2::new(600.0, 400.0);
const CTRL: Modifiers = Modifiers { ctrl: true, command: true, ..Modifiers::NONE };

/// An editor, and a caller that applies what it reports.
struct Desk {
    ctx: Context,
    editor: Editor,
    text: String,
    revision: u64,
    problems: Vec<Problem>,
    names: Names,
    refuses: bool,
    read_only: bool,
    time_secs: f64,
    /// Where the text begins in the window, the height of a line and the width of a letter.
    place: (Pos2, f32, f32),
    copied: Option<String>,
}

impl Desk {
    /// A text with the caret at `|`.
    fn new(text: &str) -> Self {
        let ctx = Context::default();
        install_fonts(&ctx);
        let at = text.find('|').unwrap_or(0);
        let channels = ["services", "skills"].map(|id| (ChannelId::from(id), id.to_owned()));
        let mut desk = Self {
            ctx,
            editor: Editor { caret: Caret::at(at), ..Editor::default() },
            text: text.replacen('|', "", 1),
            revision: 1,
            problems: Vec::new(),
            names: Names {
                models: vec![ModelId::from("five-channels")],
                plays: Vec::new(),
                plans: Vec::new(),
                channels: channels.into(),
            },
            refuses: false,
            read_only: false,
            time_secs: 0.0,
            place: (Pos2::ZERO, 1.0, 1.0),
            copied: None,
        };
        // Fonts come with the second update.
        desk.pass(Vec::new());
        desk.editor.focus(&desk.ctx.clone());
        desk.pass(Vec::new());
        desk.pass(Vec::new());
        desk
    }

    fn pass(&mut self, events: Vec<Event>) -> Vec<Typed> {
        self.time_secs += 0.05;
        let held = events.iter().find_map(|event| match event {
            Event::PointerButton { modifiers, .. } | Event::Key { modifiers, .. } => Some(*modifiers),
            _ => None,
        });
        let events =
            std::iter::once(Event::ModifiersChanged(held.unwrap_or_default())).chain(events).collect();
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, SIZE)),
            time: Some(self.time_secs),
            focused: true,
            events,
            ..RawInput::default()
        };
        let theme = Themes::Night.theme();
        style(&self.ctx, theme, true);
        self.ctx.begin_pass(input);
        let source = Source {
            text: &self.text,
            revision: self.revision,
            problems: &self.problems,
            marked: Some(3..9),
            names: &self.names,
            theme,
            read_only: self.read_only,
        };
        let window = UiBuilder::new().max_rect(self.ctx.content_rect());
        let mut ui = Ui::new(self.ctx.clone(), "window".into(), window);
        let typed = self.editor.show(&mut ui, &source);
        // Something else that can have the keyboard.
        let corner = Rect::from_min_max((SIZE - Vec2::splat(2.0)).to_pos2(), SIZE.to_pos2());
        ui.put(corner, egui::Button::new(""));
        let pen = pen(&ui, theme);
        let space = self.editor.space(Rect::from_min_size(Pos2::ZERO, SIZE), &pen);
        self.place = (space.body.min, pen.row, pen.advance);
        let mut output = self.ctx.end_pass();
        output.textures_delta.clear();
        for command in output.platform_output.commands {
            if let egui::OutputCommand::CopyText(text) = command {
                self.copied = Some(text);
            }
        }
        if !self.refuses {
            for each in &typed {
                if let Typed::Edit(edit, _) = each {
                    self.text = edit.apply(&self.text).expect("an edit of the text it was given");
                    self.revision += 1;
                }
            }
        }
        typed
    }

    fn key(&mut self, key: Key, modifiers: Modifiers) -> Vec<Typed> {
        self.pass(vec![press(key, modifiers)])
    }

    fn write(&mut self, text: &str) {
        for letter in text.chars() {
            self.pass(vec![Event::Text(letter.to_string())]);
        }
    }

    /// The text with the caret as `|`, and the beginning of a selection as `^`.
    fn shown(&self) -> String {
        let Caret { at, anchor } = self.editor.caret;
        let mut text = self.text.clone();
        let mut marks = vec![(at, '|')];
        if anchor != at {
            marks.push((anchor, '^'));
        }
        marks.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
        for (at, mark) in marks {
            text.insert(at, mark);
        }
        text
    }

    /// The middle of the left edge of a letter, from its line and column.
    fn point(&self, line: usize, column: f32) -> Pos2 {
        let (min, row, advance) = self.place;
        Pos2::new(min.x + column * advance + 1.0, min.y + (line as f32 + 0.5) * row)
    }

    fn click(&mut self, pos: Pos2, modifiers: Modifiers) -> Vec<Typed> {
        let mut typed = self.pass(vec![Event::PointerMoved(pos)]);
        typed.extend(self.pass(vec![button(pos, true, modifiers)]));
        typed.extend(self.pass(vec![button(pos, false, modifiers)]));
        typed
    }
}

fn press(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

fn button(pos: Pos2, pressed: bool, modifiers: Modifiers) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers }
}

fn problem(span: Span, code: Code) -> Problem {
    Problem {
        file: Arc::from("play.ron"),
        code,
        message: "Something is wrong".into(),
        span,
        start: Location { line: 1, column: 1 },
        end: Location { line: 1, column: 1 },
        help: Some("Mend it".into()),
        fix: Some(Patch { label: "Do so".into(), edits: Vec::new() }),
    }
}

#[test]
fn keys_do_what_they_do_in_an_editor() {
    let none = Modifiers::NONE;
    let (shift, alt) = (Modifiers::SHIFT, Modifiers::ALT);
    for (before, keys, after) in [
        ("a|b", vec![(Key::Backspace, none)], "|b"),
        ("a|b", vec![(Key::Delete, none)], "a|"),
        ("one two|", vec![(Key::Backspace, CTRL)], "one |"),
        ("|one two", vec![(Key::Delete, CTRL)], "| two"),
        ("a\n        |b", vec![(Key::Backspace, none)], "a\n    |b"),
        ("a|\r\nb", vec![(Key::ArrowRight, none)], "a\r\n|b"),
        ("a\r\n|b", vec![(Key::Backspace, none)], "a|b"),
        ("e\u{301}|", vec![(Key::ArrowLeft, none)], "|e\u{301}"),
        ("|e\u{301}x", vec![(Key::Delete, none)], "|x"),
        ("one t|wo", vec![(Key::ArrowLeft, CTRL)], "one |two"),
        ("one| two-x", vec![(Key::ArrowRight, CTRL)], "one two|-x"),
        ("    ab|c", vec![(Key::Home, none)], "    |abc"),
        ("    |abc", vec![(Key::Home, none)], "|    abc"),
        ("a|b\r\nc", vec![(Key::End, none)], "ab|\r\nc"),
        ("a\nb|", vec![(Key::Home, CTRL)], "|a\nb"),
        ("|a\nb", vec![(Key::End, CTRL)], "a\nb|"),
        ("abc|", vec![(Key::ArrowLeft, shift), (Key::ArrowLeft, shift)], "a|bc^"),
        ("abc|", vec![(Key::ArrowLeft, shift), (Key::ArrowLeft, shift), (Key::Delete, none)], "a|"),
        ("ab|c", vec![(Key::A, CTRL)], "^abc|"),
        ("ab|c", vec![(Key::A, CTRL), (Key::ArrowLeft, none)], "|abc"),
        ("abcd|\nx\nabcdef", vec![(Key::ArrowDown, none), (Key::ArrowDown, none)], "abcd\nx\nabcd|ef"),
        ("a\nbc|", vec![(Key::ArrowUp, none), (Key::ArrowUp, none)], "|a\nbc"),
        ("a|", vec![(Key::Tab, none)], "a   |"),
        ("a\n  b|", vec![(Key::Tab, shift)], "a\nb|"),
        ("|a\nb", vec![(Key::A, CTRL), (Key::Tab, none)], "    ^a\n    b|"),
        ("    a|", vec![(Key::Enter, none)], "    a\n    |"),
        ("  (|", vec![(Key::Enter, none)], "  (\n      |"),
        ("  (|)", vec![(Key::Enter, none)], "  (\n      |\n  )"),
        ("a|\r\n", vec![(Key::Enter, none)], "a\r\n|\r\n"),
        ("  a|\n", vec![(Key::Slash, CTRL)], "  // a|\n"),
        ("  // a|\n", vec![(Key::Slash, CTRL)], "  a|\n"),
        ("a\n|b\nc", vec![(Key::ArrowUp, alt)], "|b\na\nc"),
        ("a\nb|\nc", vec![(Key::ArrowDown, alt)], "a\nc\nb|"),
        ("a\nb|", vec![(Key::ArrowUp, alt)], "b|\na"),
        ("a|\n", vec![(Key::ArrowDown, alt)], "a|\n"),
        ("a|b\nc", vec![(Key::C, CTRL), (Key::V, CTRL)], "ab\na|b\nc"),
        ("a\nb|\nc", vec![(Key::X, CTRL)], "a\n|c"),
        ("abc|", vec![(Key::ArrowLeft, shift), (Key::X, CTRL), (Key::V, CTRL), (Key::V, CTRL)], "abcc|"),
    ] {
        let mut desk = Desk::new(before);
        for (key, modifiers) in &keys {
            desk.key(*key, *modifiers);
        }
        assert_eq!(desk.shown(), after, "{before:?} {keys:?}");
    }
}

#[test]
fn brackets_and_quotes_come_in_pairs_where_that_is_of_use() {
    for (before, written, after) in [
        ("|", "(", "(|)"),
        ("|", "(a)", "(a)|"),
        ("|", "[(", "[(|)]"),
        ("x: |,", "\"a\"", "x: \"a\"|,"),
        ("|a", "(", "(|a"),
        ("it|", "\"", "it\"|"),
        ("// |", "(\"", "// (\"|"),
        ("\"|\"", "(", "\"(|\""),
        ("(|)", ")", "()|)"),
    ] {
        let mut desk = Desk::new(before);
        desk.write(written);
        assert_eq!(desk.shown(), after, "{before:?} {written:?}");
    }
    let mut desk = Desk::new("|");
    desk.write("(");
    desk.key(Key::Backspace, Modifiers::NONE);
    assert_eq!(desk.shown(), "|");
    let mut desk = Desk::new("abc|");
    desk.key(Key::A, CTRL);
    desk.write("[");
    assert_eq!(desk.shown(), "[^abc|]");
}

#[test]
fn several_events_of_one_update_follow_each_other() {
    let mut desk = Desk::new("|");
    let event = |text: &str| Event::Text(text.to_owned());
    desk.pass(vec![
        event("a"),
        event("b"),
        press(Key::Enter, Modifiers::NONE),
        event("c"),
        press(Key::ArrowUp, Modifiers::NONE),
    ]);
    assert_eq!(desk.shown(), "a|b\nc");
    // An input method, and what is pasted.
    desk.pass(vec![Event::Ime(ImeEvent::Preedit { text: "かん".into(), active_range_chars: None })]);
    assert_eq!(desk.shown(), "a|b\nc");
    desk.pass(vec![Event::Ime(ImeEvent::Commit("漢".into()))]);
    assert_eq!(desk.shown(), "a漢|b\nc");
    desk.pass(vec![Event::Paste("1\r\n2".into())]);
    assert_eq!(desk.shown(), "a漢1\n2|b\nc");
    desk.pass(vec![press(Key::V, CTRL), Event::Text("(x".into())]);
    assert_eq!(desk.shown(), "a漢1\n2(x|b\nc");
    desk.editor.caret = Caret { at: 1, anchor: 0 };
    desk.pass(vec![Event::Copy]);
    assert_eq!(desk.copied.as_deref(), Some("a"));
}

#[test]
fn the_pointer_puts_the_caret_and_selects() {
    let mut desk = Desk::new("one two\nthree (four)\n漢字 x\n|");
    desk.click(desk.point(0, 4.0), Modifiers::NONE);
    assert_eq!(desk.editor.selection(), 4..4);
    desk.time_secs += 10.0;
    desk.click(desk.point(1, 2.0), Modifiers::SHIFT);
    assert_eq!(desk.editor.selection(), 4..10);
    desk.time_secs += 10.0;
    let at = desk.point(1, 8.0);
    desk.click(at, Modifiers::NONE);
    desk.click(at, Modifiers::NONE);
    assert_eq!(desk.editor.selection(), 15..19, "two clicks take the word");
    desk.click(at, Modifiers::NONE);
    assert_eq!(desk.editor.selection(), 8..21, "three take the line");
    desk.time_secs += 10.0;
    desk.click(desk.point(9, 2.0), Modifiers::NONE);
    assert_eq!(desk.editor.caret(), desk.text.len());
    // A drag.
    let (from, to) = (desk.point(0, 1.0), desk.point(1, 3.0));
    desk.time_secs += 10.0;
    desk.pass(vec![Event::PointerMoved(from)]);
    desk.pass(vec![button(from, true, Modifiers::NONE)]);
    desk.pass(vec![Event::PointerMoved(to)]);
    let typed = desk.pass(vec![button(to, false, Modifiers::NONE)]);
    assert_eq!(desk.editor.selection(), 1..11, "{typed:?}");
    // Wide letters are as wide as they are.
    let pen_x = |desk: &mut Desk, offset: usize| {
        desk.editor.caret = Caret::at(offset);
        desk.editor.goal = None;
        desk.key(Key::ArrowUp, Modifiers::NONE);
        let goal = desk.editor.goal.unwrap();
        desk.key(Key::ArrowDown, Modifiers::NONE);
        assert_eq!(desk.editor.caret(), offset, "back where it was, {goal}");
        goal
    };
    let wide = desk.text.find('漢').unwrap();
    let (start, first, second) =
        (pen_x(&mut desk, wide), pen_x(&mut desk, wide + 3), pen_x(&mut desk, wide + 6));
    assert!(start == 0.0 && first > 0.0 && (second - 2.0 * first).abs() <= 1.0, "{start} {first} {second}");
}

#[test]
fn offers_come_while_typing_and_are_taken_by_keys() {
    let play = "Play(\n    |\n    ball: (carrier: \"a\", step_back: 5),\n    offense: [(id: \"a\", channel: \"\")],\n)";
    let mut desk = Desk::new(play);
    desk.key(Key::Space, CTRL);
    assert_eq!(desk.editor.offers.as_ref().unwrap().labels()[..3], ["format", "title", "summary"]);
    desk.key(Key::Escape, Modifiers::NONE);
    assert!(desk.editor.offers.is_none() && !desk.editor.leaving);
    desk.write("ti");
    assert_eq!(desk.editor.offers.as_ref().unwrap().labels()[0], "title");
    desk.key(Key::Enter, Modifiers::NONE);
    assert!(desk.shown().starts_with("Play(\n    title: \"|\",\n    ball"), "{}", desk.shown());
    // Nothing typed yet: Enter is a line end. An arrow chooses.
    let at = desk.text.find("channel: \"").unwrap() + 10;
    desk.editor.caret = Caret::at(at);
    desk.key(Key::Space, CTRL);
    desk.key(Key::ArrowDown, Modifiers::NONE);
    desk.key(Key::Tab, Modifiers::NONE);
    assert!(desk.text.contains("channel: \"skills\""), "{}", desk.text);
    let mut desk = Desk::new("Play(ball: |)");
    desk.write("(");
    assert!(desk.editor.offers.is_some());
    desk.key(Key::Enter, Modifiers::NONE);
    assert_eq!(desk.shown(), "Play(ball: (\n    |\n))");
    // Free text is left in peace.
    let mut desk = Desk::new("Play(title: \"|\")");
    desk.write("services ");
    assert!(desk.editor.offers.is_none());
}

#[test]
fn what_is_refused_and_what_changes_elsewhere_is_followed() {
    let mut desk = Desk::new("one|");
    desk.refuses = true;
    desk.write("xé漢");
    assert_eq!(desk.text, "one");
    desk.pass(Vec::new());
    assert_eq!(desk.shown(), "one|");
    desk.refuses = false;
    desk.write("x");
    assert_eq!(desk.shown(), "onex|");
    desk.read_only = true;
    assert!(desk.key(Key::Backspace, Modifiers::NONE).is_empty());
    assert_eq!(desk.key(Key::ArrowLeft, Modifiers::NONE), [Typed::Caret(3)]);
    desk.read_only = false;
    // A drag on the field changes a line far above the ones that are seen.
    let mut desk = Desk::new(&format!("a\n{}|{}", "line\n".repeat(500), "rest\n".repeat(50)));
    let shown = desk.editor.caret();
    desk.editor.reveal(shown..shown);
    desk.pass(Vec::new());
    let top = desk.editor.top;
    assert!(top > 100.0);
    let edit = TextEdit::replace(Span::new(0, 1), "b\nb\nb");
    desk.text = edit.apply(&desk.text).unwrap();
    desk.revision += 1;
    desk.editor.moved_by(&edit);
    desk.pass(Vec::new());
    assert_eq!(desk.editor.top, top + 2.0);
    assert_eq!(desk.editor.caret(), shown + 4);
    desk.editor.reveal(0..3);
    desk.pass(Vec::new());
    assert_eq!((desk.editor.top, desk.editor.caret()), (0.0, 0));
    desk.text.clear();
    desk.revision += 1;
    desk.pass(Vec::new());
    assert_eq!(desk.editor.caret(), 0);
}

#[test]
fn the_keyboard_is_the_editors_until_escape() {
    let mut desk = Desk::new("a|");
    assert!(desk.ctx.text_edit_focused() && focused(&desk.ctx));
    assert!(takes(&desk.ctx, Key::F, CTRL) && takes(&desk.ctx, Key::P, Modifiers::NONE));
    assert!(!takes(&desk.ctx, Key::K, CTRL) && !takes(&desk.ctx, Key::S, CTRL));
    desk.key(Key::Tab, Modifiers::NONE);
    assert_eq!(desk.shown(), "a   |");
    desk.key(Key::Escape, Modifiers::NONE);
    assert!(!focused(&desk.ctx));
    desk.write("b");
    assert_eq!(desk.shown(), "a   |", "what comes now is not for the text");
    assert_eq!(desk.key(Key::Z, CTRL), []);
    desk.editor.focus(&desk.ctx.clone());
    desk.pass(Vec::new());
    assert_eq!(desk.key(Key::Z, CTRL), [Typed::Undo]);
    assert_eq!(desk.key(Key::Z, CTRL | Modifiers::SHIFT), [Typed::Redo]);
}

#[test]
fn words_are_found_one_after_the_other() {
    let mut desk = Desk::new("|one two One\ntwo one");
    desk.key(Key::F, CTRL);
    desk.pass(Vec::new());
    desk.pass(Vec::new());
    desk.pass(vec![Event::Text("one".into())]);
    assert_eq!(desk.text, "one two One\ntwo one", "it is typed into the bar");
    assert_eq!(desk.editor.find.as_ref().unwrap().found, [0..3, 8..11, 16..19]);
    assert_eq!(desk.editor.selection(), 0..3);
    desk.key(Key::Enter, Modifiers::NONE);
    desk.pass(Vec::new());
    assert_eq!(desk.editor.selection(), 8..11);
    desk.key(Key::Enter, Modifiers::SHIFT);
    desk.pass(Vec::new());
    assert_eq!(desk.editor.selection(), 0..3);
    desk.key(Key::Escape, Modifiers::NONE);
    desk.pass(Vec::new());
    assert!(desk.editor.find.is_none() && focused(&desk.ctx));
    desk.write("x");
    assert_eq!(desk.text, "x two One\ntwo one");
}

#[test]
fn a_problem_is_mended_where_it_is() {
    let mut desk = Desk::new("one\ntw|o\nthree");
    desk.problems = vec![problem(Span::new(0, 3), Code::Crowded), problem(Span::new(4, 7), Code::Syntax)];
    assert_eq!(desk.key(Key::Period, CTRL), [Typed::Fix(1)]);
    let gutter = desk.point(0, 0.0) - Vec2::new(30.0, 0.0);
    desk.click(gutter, Modifiers::NONE);
    assert_eq!(desk.editor.card, Some(0));
    desk.pass(Vec::new());
    desk.key(Key::Escape, Modifiers::NONE);
    assert_eq!(desk.editor.card, None);
}

#[test]
fn shipped_plays_with_their_problems_are_shown_and_heard() {
    for entry in &Playbook::built_in().entries {
        let broken = entry.text.replacen("title", "titel", 1).replacen(',', "", 3);
        let mut desk = Desk::new(&broken);
        desk.ctx.enable_accesskit();
        desk.problems = read(broken.as_bytes(), "x.ron", None, Playbook::built_in()).problems;
        assert!(!desk.problems.is_empty());
        for _ in 0..12 {
            desk.key(Key::PageDown, Modifiers::NONE);
            desk.pass(vec![Event::PointerMoved(desk.point(3, 5.0))]);
        }
    }
}

#[derive(Clone, Debug)]
enum Step {
    Write(char),
    Press(Key, bool),
}

fn steps() -> impl Strategy<Value = Step> {
    let keys = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown, Key::Home, Key::End];
    prop_oneof![
        4 => select(vec!['a', 'b', 'é', ',', 'z']).prop_map(Step::Write),
        2 => select(vec![Key::Backspace, Key::Delete, Key::Enter]).prop_map(|key| Step::Press(key, false)),
        6 => (select(keys.to_vec()), any::<bool>()).prop_map(|(key, shift)| Step::Press(key, shift)),
    ]
}

/// The simplest editor there is: letters and two numbers.
#[derive(Default)]
struct Model {
    letters: Vec<char>,
    at: usize,
    anchor: usize,
    goal: Option<usize>,
}

impl Model {
    fn line(&self, at: usize) -> (usize, usize) {
        let start = self.letters[..at].iter().rposition(|c| *c == '\n').map_or(0, |at| at + 1);
        let end = self.letters[at..].iter().position(|c| *c == '\n').map_or(self.letters.len(), |n| at + n);
        (start, end)
    }

    fn put(&mut self, new: &[char]) {
        let (from, to) = (self.at.min(self.anchor), self.at.max(self.anchor));
        self.letters.splice(from..to, new.iter().copied());
        self.at = from + new.len();
        self.anchor = self.at;
        self.goal = None;
    }

    fn step(&mut self, step: &Step) {
        let Step::Press(key, shift) = step else {
            let Step::Write(c) = step else { return };
            return self.put(&[*c]);
        };
        let selected = self.at != self.anchor;
        let (start, end) = self.line(self.at);
        let goal = self.goal.unwrap_or(self.at - start);
        let mut kept = None;
        let to = match key {
            Key::Enter => return self.put(&['\n']),
            Key::Backspace | Key::Delete => {
                if !selected {
                    let end = if *key == Key::Delete { self.at + 1 } else { self.at.wrapping_sub(1) };
                    if end > self.letters.len() {
                        return;
                    }
                    self.anchor = end;
                }
                return self.put(&[]);
            }
            Key::ArrowLeft if selected && !shift => self.at.min(self.anchor),
            Key::ArrowRight if selected && !shift => self.at.max(self.anchor),
            Key::ArrowLeft => self.at.saturating_sub(1),
            Key::ArrowRight => (self.at + 1).min(self.letters.len()),
            Key::Home => start,
            Key::End => end,
            Key::ArrowUp => {
                kept = Some(goal);
                if start == 0 {
                    0
                } else {
                    self.line(start - 1).0 + goal.min(start - 1 - self.line(start - 1).0)
                }
            }
            _ => {
                kept = Some(goal);
                if end == self.letters.len() {
                    end
                } else {
                    let (next, next_end) = self.line(end + 1);
                    next + goal.min(next_end - next)
                }
            }
        };
        self.at = to;
        if !shift {
            self.anchor = to;
        }
        self.goal = kept;
    }
}

/// Anything a person may do, sensible or not.
fn anything() -> impl Strategy<Value = Vec<Event>> {
    let keys = vec![
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::ArrowUp,
        Key::ArrowDown,
        Key::Home,
        Key::End,
        Key::PageUp,
        Key::PageDown,
        Key::Enter,
        Key::Tab,
        Key::Escape,
        Key::Backspace,
        Key::Delete,
        Key::A,
        Key::C,
        Key::F,
        Key::V,
        Key::X,
        Key::Z,
        Key::Slash,
        Key::Period,
        Key::Space,
    ];
    let modifiers = vec![
        Modifiers::NONE,
        Modifiers::NONE,
        Modifiers::SHIFT,
        CTRL,
        Modifiers::ALT,
        CTRL | Modifiers::SHIFT,
    ];
    let texts = vec![
        "a", "(", ")", "\"", "[", "]", "{", "'", "/", "*", "\\", ",", " ", ":", "é", "漢", "\u{301}", "r#\"",
        "id: ",
    ];
    prop_oneof![
        3 => (select(keys), select(modifiers)).prop_map(|(key, modifiers)| vec![press(key, modifiers)]),
        3 => select(texts).prop_map(|text| vec![Event::Text(text.to_owned())]),
        1 => (0.0..600.0_f32, 0.0..400.0_f32, any::<bool>()).prop_map(|(x, y, down)| {
            let pos = Pos2::new(x, y);
            vec![Event::PointerMoved(pos), button(pos, down, Modifiers::NONE)]
        }),
        1 => select(vec!["x\r\ny", "\n", "(\"", "\r"]).prop_map(|text| vec![Event::Paste(text.to_owned())]),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn plain_keys_do_what_the_simplest_editor_does(steps in prop::collection::vec(steps(), 1..60)) {
        let mut desk = Desk::new("|");
        let mut model = Model::default();
        for step in &steps {
            // What is offered would take some of the keys.
            desk.editor.offers = None;
            match step {
                Step::Write(c) => desk.pass(vec![Event::Text(c.to_string())]),
                Step::Press(key, shift) => {
                    desk.key(*key, if *shift { Modifiers::SHIFT } else { Modifiers::NONE })
                }
            };
            model.step(step);
            let text: String = model.letters.iter().collect();
            prop_assert_eq!(&desk.text, &text, "after {:?}", step);
            let byte = |at: usize| model.letters[..at].iter().map(|c| c.len_utf8()).sum::<usize>();
            prop_assert_eq!(desk.editor.caret, Caret { at: byte(model.at), anchor: byte(model.anchor) }, "after {:?}", step);
        }
    }

    #[test]
    fn nothing_a_person_does_breaks_the_text_or_the_caret(
        start in 0..4_usize,
        events in prop::collection::vec(anything(), 1..60),
        refuses in prop::collection::vec(0..10_u8, 60),
    ) {
        let exemplar = &Playbook::built_in().entries[0].text;
        let text = match start {
            0 => String::new(),
            1 => exemplar.to_string(),
            2 => exemplar.replace('\n', "\r\n"),
            _ => exemplar.replace('\n', " "),
        };
        let mut desk = Desk::new(&text);
        for (events, refuses) in events.into_iter().zip(refuses) {
            desk.refuses = refuses == 0;
            desk.pass(events);
            desk.refuses = false;
            desk.pass(Vec::new());
            let Caret { at, anchor } = desk.editor.caret;
            for at in [at, anchor] {
                prop_assert_eq!(moves::clamp(&desk.text, at), at);
            }
            prop_assert_eq!(&desk.editor.inks, &Inks::of(&desk.text));
            let bare = desk.text.replace("\r\n", "").contains('\n');
            prop_assert!(!(bare && desk.text.contains("\r\n")), "line ends stay those of the file");
        }
    }
}
