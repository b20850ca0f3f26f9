//! Longer words have room: whatever the window writes stands whole inside its panel, and beside what else is written.

use bevy_egui::egui::{self, Key, Modifiers, Rect, Shape};
use downfield::app::actions::{Action, Command};
use downfield::app::apply::apply;
use downfield::app::session::Screen;
use downfield::app::words::{Language, speak_here};
use downfield::model::Subject;
use downfield::play_file::OnDisk;

use crate::window::Window;

/// How far a letter may stand out of its room, in points: what rounding makes.
const SLACK: f32 = 1.5;

/// Something written, and the room it has.
struct Written {
    words: String,
    place: Rect,
    room: Rect,
    is_cut: bool,
}

fn written(window: &Window) -> Vec<Written> {
    fn add(shape: &Shape, room: Rect, all: &mut Vec<Written>) {
        match shape {
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| add(shape, room, all)),
            Shape::Text(text) if !text.galley.job.text.trim().is_empty() => {
                let place = text.galley.rect.translate(text.pos.to_vec2());
                if room.intersects(place) {
                    let words = text.galley.job.text.clone();
                    all.push(Written { words, place, room, is_cut: text.galley.elided });
                }
            }
            _ => {}
        }
    }
    let mut all = Vec::new();
    for shape in &window.drawn {
        add(&shape.shape, shape.clip_rect, &mut all);
    }
    all
}

/// Words of the window itself, not of a play, that do not stand whole where they are.
fn cut(window: &Window, language: Language) -> Vec<String> {
    let catalogue = language.catalogue();
    let own: Vec<&str> = catalogue.names().keys().filter_map(|name| catalogue.plain(name)).collect();
    let mut cut = Vec::new();
    for text in written(window) {
        let is_own = own.contains(&text.words.as_str());
        if is_own && text.is_cut {
            cut.push(format!("“{}” is cut", text.words));
        }
        let out = (text.room.left() - text.place.left()).max(text.place.right() - text.room.right());
        if out > SLACK {
            cut.push(format!("“{}” stands {out:.0} points outside its panel", text.words));
        }
    }
    cut
}

/// Pairs of texts of which one is written over the other.
fn overlaps(window: &Window) -> Vec<String> {
    let all = written(window);
    let mut over = Vec::new();
    for (at, one) in all.iter().enumerate() {
        for other in &all[at + 1..] {
            let (here, there) = (one.place.intersect(one.room), other.place.intersect(other.room));
            let both = here.intersect(there);
            if both.width() > SLACK && both.height() > 2.0 * SLACK {
                over.push(format!("“{}” and “{}”", one.words, other.words));
            }
        }
    }
    over
}

fn act(window: &mut Window, action: impl Into<Action>) {
    window.requests.extend(apply(action.into(), &mut window.session, &OnDisk));
    window.settle();
}

/// What the window shows, one thing after the other: its name, and whether something lies over the panels.
fn scenes(window: &mut Window, mut look: impl FnMut(&str, bool, &Window)) {
    look("a play", false, window);
    act(window, Command::RunFour);
    look("a play, four times", false, window);
    act(window, Command::ExplainPlay);
    look("the reasons", false, window);
    let (id, holds) = {
        let assumption = &window.session.shown().expect("a play").lineup.play.assumptions[0];
        (assumption.id.clone(), assumption.holds)
    };
    act(window, Action::Assume(id.clone(), !holds));
    look("a what-if", false, window);
    act(window, Command::ResetWhatIf);
    let play = window.session.shown().expect("a play").lineup.play.clone();
    for subject in [
        Subject::Play,
        Subject::Player(play.offense[0].id.clone()),
        Subject::Player(play.defense[0].id.clone()),
        Subject::Assumption(id),
        Subject::Channel(play.offense[0].channel.clone()),
    ] {
        act(window, Action::ShowFields(false));
        act(window, Action::Select(Some(subject.clone())));
        look(&format!("why {subject:?}"), false, window);
        act(window, Action::ShowFields(true));
        look(&format!("fields of {subject:?}"), false, window);
    }
    act(window, Command::ChangeModel);
    look("fields of the model", false, window);
    act(window, Command::Argue);
    window.work_out();
    look("what to argue about", false, window);
    act(window, Command::Deselect);
    for command in [Command::AddDefender, Command::AddAssumption, Command::NewPlay, Command::NewPlan] {
        act(window, command);
        look(&format!("{command:?}"), true, window);
        act(window, Command::Deselect);
    }
    for command in [Command::Palette, Command::Help, Command::OpenPath, Command::SaveAs] {
        act(window, command);
        look(&format!("{command:?}"), true, window);
        act(window, Command::Deselect);
    }
    act(window, Command::Source);
    look("the text", false, window);
    act(window, Command::Source);
    let plan = window.session.listed().find(|row| row.is_plan).map(|row| row.stem.to_string());
    act(window, Action::ShowPlay(plan.expect("a plan comes with the program")));
    look("a plan", false, window);
    act(window, Command::ExplainPlay);
    act(window, Action::ShowFields(true));
    look("fields of a plan", false, window);
    act(window, Command::NextCall);
    window.work_out();
    look("the next call", false, window);
    act(window, Command::Deselect);
    act(window, Action::Screen(Screen::Compare));
    look("a comparison of one", false, window);
    let stems: Vec<String> = window.session.listed().take(2).map(|row| row.stem.to_string()).collect();
    for stem in stems {
        act(window, Action::Compare(stem));
    }
    window.work_out();
    look("a comparison", false, window);
}

fn check(language: Language, width: f32, height: f32) {
    speak_here(language);
    let mut window = Window::new(width, height);
    let mut wrong = Vec::new();
    let mut seen = 0;
    scenes(&mut window, |scene, is_over, window| {
        seen += written(window).len();
        // A file's text is looked along, like the field.
        if scene == "the text" {
            return;
        }
        wrong.extend(cut(window, language).into_iter().map(|what| format!("{scene}: {what}")));
        if !is_over {
            wrong.extend(overlaps(window).into_iter().map(|what| format!("{scene}: overlap: {what}")));
        }
    });
    assert!(seen > 1000, "{seen}");
    assert!(wrong.is_empty(), "{language:?} at {width}×{height}: {wrong:#?}");
}

#[test]
fn english_words_have_room_at_720() {
    check(Language::English, 1280.0, 720.0);
}

#[test]
fn german_words_have_room_at_720() {
    check(Language::German, 1280.0, 720.0);
}

#[test]
fn german_words_have_room_at_1080() {
    check(Language::German, 1920.0, 1080.0);
}

#[test]
fn words_without_room_are_found() {
    let mut window = Window::new(1280.0, 720.0);
    assert!(cut(&window, Language::English).is_empty() && overlaps(&window).is_empty());
    let text = |at: egui::Pos2, width: f32, room: Rect, words: &str| {
        let mut job = egui::text::LayoutJob::simple_singleline(
            words.to_owned(),
            egui::FontId::proportional(14.0),
            egui::Color32::WHITE,
        );
        job.wrap = egui::text::TextWrapping::truncate_at_width(width);
        let galley = window.lay_out_text(job);
        let shape = egui::epaint::TextShape::new(at, galley, egui::Color32::WHITE);
        egui::epaint::ClippedShape { clip_rect: room, shape: shape.into() }
    };
    let room = Rect::from_min_size(egui::pos2(400.0, 300.0), egui::vec2(60.0, 30.0));
    let (start, far) = (egui::pos2(402.0, 302.0), egui::pos2(412.0, 302.0));
    let cut_short = text(start, 30.0, room, "Run it four times");
    let outside = text(far, 400.0, room, "Run it four times");
    window.drawn.extend([cut_short, outside]);
    let found = cut(&window, Language::English);
    assert_eq!(found.len(), 2, "{found:?}");
    assert_eq!(overlaps(&window).len(), 1);
    window.key(Key::Escape, Modifiers::NONE);
    assert!(overlaps(&window).is_empty());
}
