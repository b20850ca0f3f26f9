//! Pages made of shows, played in a real browser. Where there is no chromedriver these tests say so and end.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod driver;

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use downfield::deck::step_picture;
use downfield::picture::{Themes, png, rasterize};
use downfield::play_file::{Files as _, OnDisk, Playbook, Unpacked};
use downfield::show::{InPlaybooks, Program, Room, Rundown};
use serde_json::{Value, json};
use tempfile::TempDir;

use driver::{Browser, key};

const SCREEN: (u32, u32) = (1280, 720);

/// A card, a play with beats and notes run twice, and a card.
const SHOW: &str = r#"Show(
    format: 1,
    title: "An hour on services",
    items: [
        Section(title: "Where we stand", text: "Five channels, </script> and one organisation.", notes: "Wait for silence."),
        Play(play: "exemplar", times: [1, 4], guess: true),
        Decide(text: "What do we do on Monday?", notes: "Write it down."),
    ],
)
"#;

/// A folder with a show and its page.
struct Place {
    folder: TempDir,
    page: PathBuf,
}

impl Place {
    fn new(options: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        std::fs::create_dir_all(folder.path().join("plays/shows")).unwrap();
        std::fs::write(folder.path().join("plays/shows/hour.ron"), SHOW).unwrap();
        let page = folder.path().join("deck.html");
        let place = Self { folder, page };
        let made =
            place.downfield(&[&["render", "plays/shows/hour.ron", "-o", "deck.html"], options].concat());
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        place
    }

    fn downfield(&self, arguments: &[&str]) -> std::process::Output {
        Command::new(env!("CARGO_BIN_EXE_downfield"))
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }
}

fn text(value: Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

impl Browser {
    fn step(&self) -> String {
        text(self.script("return document.getElementById('stage').dataset.step"))
    }

    fn moving(&self) -> bool {
        self.script("return document.getElementById('stage').dataset.moving") == json!("yes")
    }

    fn rested(&self) {
        self.wait("return document.getElementById('stage').dataset.moving === 'no'");
    }

    fn says(&self) -> String {
        text(self.script("return document.getElementById('live').textContent"))
    }

    fn shown(&self, id: &str) -> bool {
        let script = format!(
            "const it = document.getElementById('{id}'); return Boolean(it && it.getClientRects().length && !it.hidden)"
        );
        self.script(&script) == json!(true)
    }

    /// Everything drawn, as text.
    fn drawn(&self) -> String {
        text(self.script("return document.getElementById('picture').innerHTML"))
    }
}

#[test]
fn every_key_does_what_the_window_does() {
    let Some(browser) = Browser::start(SCREEN) else { return };
    let place = Place::new(&["--notes"]);
    browser.open(&place.page, "");
    let count = browser.script("return JSON.parse(document.getElementById('reel').textContent).steps.length");
    let last = count.as_u64().unwrap().to_string();
    assert_eq!(browser.step(), "1");
    let mut at = 1;
    for forward in [key::SPACE, key::RIGHT, key::PAGE_DOWN, key::ENTER] {
        browser.press(&[forward]);
        at += 1;
        assert_eq!(browser.step(), at.to_string(), "{forward:?}");
    }
    for back in [key::LEFT, key::PAGE_UP, key::BACKSPACE] {
        browser.press(&[back]);
        at -= 1;
        assert_eq!(browser.step(), at.to_string(), "{back:?}");
        assert!(!browser.moving(), "back is a still");
    }
    browser.press(&[key::END]);
    assert_eq!(browser.step(), last);
    browser.press(&[key::SPACE]);
    assert_eq!(browser.step(), last, "there is nothing behind the last");
    browser.press(&[key::HOME, key::LEFT]);
    assert_eq!(browser.step(), "1");

    for (keys, colour) in [("b", "black"), (".", "black"), ("w", "white")] {
        browser.press(&[keys]);
        assert_eq!(browser.script("return document.getElementById('veil').className"), json!(colour));
        assert!(browser.shown("veil"));
        browser.press(&[keys]);
        assert!(!browser.shown("veil"), "{keys} again");
    }
    browser.press(&["b", key::ESCAPE]);
    assert!(!browser.shown("veil"));
    browser.press(&["l"]);
    assert!(browser.shown("light"));
    browser.press(&["l"]);
    assert!(!browser.shown("light"));

    browser.press(&["g", "4", key::ENTER]);
    assert_eq!(browser.step(), "4");
    assert!(!browser.shown("goto"));
    browser.press(&["g", "9", "9", key::ENTER]);
    assert!(browser.shown("goto") && browser.step() == "4");
    let wrong = text(browser.script("return document.getElementById('goto-wrong').textContent"));
    assert!(wrong.contains(&last), "{wrong}");
    browser.press(&[key::ESCAPE, "g", "M", "o", "n", "d", "a", "y", key::ENTER]);
    assert_eq!(browser.step(), last);

    browser.press(&["?"]);
    assert!(browser.shown("help"));
    browser.press(&[key::SPACE, key::ESCAPE]);
    assert!(!browser.shown("help"));
    assert_eq!(browser.step(), last);
}

#[test]
fn the_animation_comes_to_rest_at_its_still_and_can_be_interrupted() {
    let Some(browser) = Browser::start(SCREEN) else { return };
    let place = Place::new(&[]);
    browser.open(&place.page, "#step=4");
    assert_eq!(browser.step(), "4", "a link leads to its step");
    let still = browser.drawn();
    browser.press(&[key::LEFT, key::RIGHT]);
    assert!(browser.moving());
    let before = browser.drawn();
    assert_ne!(before, still);
    browser.rested();
    assert_eq!(browser.drawn(), still, "it ends where the still stands");

    // The next key does not wait.
    browser.press(&[key::LEFT, key::RIGHT]);
    assert!(browser.moving());
    browser.press(&[key::RIGHT]);
    assert_eq!(browser.step(), "5");
    browser.rested();
    let five = browser.drawn();
    browser.open(&place.page, "#step=5");
    assert_eq!(browser.drawn(), five);
    for odd in ["#step=0", "#step=99999", "#step=-1", "#step=x", "#<b>"] {
        browser.open(&place.page, odd);
        assert!(!browser.step().is_empty(), "{odd}");
    }
}

#[test]
fn who_wants_no_motion_gets_stills() {
    let Some(browser) = Browser::start(SCREEN) else { return };
    let place = Place::new(&[]);
    let wish = |value: &str| {
        let features = json!({ "features": [{ "name": "prefers-reduced-motion", "value": value }] });
        browser.cdp("Emulation.setEmulatedMedia", &features);
    };
    wish("reduce");
    browser.open(&place.page, "#step=3");
    browser.press(&[key::RIGHT]);
    assert!(!browser.moving() && browser.step() == "4");
    let still = browser.drawn();
    // M is the presenter's own word.
    browser.press(&["m", key::LEFT, key::RIGHT]);
    assert!(browser.moving());
    browser.press(&["m"]);
    assert!(!browser.moving(), "stills at once");
    assert_eq!(browser.drawn(), still);
    wish("no-preference");
    browser.open(&place.page, "#step=3");
    browser.press(&[key::RIGHT]);
    assert!(browser.moving());
}

#[test]
fn notes_are_there_only_when_they_were_asked_for() {
    let Some(browser) = Browser::start(SCREEN) else { return };
    let without = Place::new(&[]);
    let bytes = std::fs::read_to_string(&without.page).unwrap();
    assert!(!bytes.contains("Wait for silence") && !bytes.contains("Write it down"));
    browser.open(&without.page, "");
    browser.press(&["n"]);
    assert!(!browser.shown("notes"));
    let with = Place::new(&["--notes"]);
    browser.open(&with.page, "");
    browser.press(&["n"]);
    assert!(browser.shown("notes"));
    let notes = text(browser.script("return document.querySelector('#notes p').textContent"));
    assert_eq!(notes, "Wait for silence.");
    browser.press(&["n"]);
    assert!(!browser.shown("notes"));
}

#[test]
fn all_steps_can_be_seen_at_once_and_gone_to_by_keyboard() {
    let Some(browser) = Browser::start(SCREEN) else { return };
    let place = Place::new(&[]);
    browser.open(&place.page, "#step=2");
    browser.press(&["o"]);
    assert!(browser.shown("overview"));
    browser.wait("return document.querySelectorAll('#cells svg[viewBox] g > *').length > 100");
    let focused = "return document.activeElement.dataset.number";
    assert_eq!(browser.script(focused), json!("1"), "where the show is");
    let cells = browser.script(
        "return document.querySelectorAll('#cells button').length === \
         JSON.parse(document.getElementById('reel').textContent).steps.length",
    );
    assert_eq!(cells, json!(true));
    browser.press(&[key::RIGHT, key::RIGHT]);
    assert_eq!(browser.script(focused), json!("3"));
    browser.press(&[key::ENTER]);
    assert!(!browser.shown("overview"));
    assert_eq!(browser.step(), "4");
    browser.press(&["o", "o"]);
    assert!(!browser.shown("overview"), "the key that opens it closes it");
}

#[test]
fn what_is_seen_is_said_and_everything_is_reached_by_keyboard() {
    let Some(browser) = Browser::start(SCREEN) else { return };
    let place = Place::new(&[]);
    browser.open(&place.page, "");
    assert!(browser.says().starts_with("Step 1 of "), "{}", browser.says());
    browser.press(&[key::RIGHT, key::RIGHT]);
    let said = browser.says();
    let caption = text(
        browser.script("return JSON.parse(document.getElementById('reel').textContent).steps[2].caption"),
    );
    assert!(said.contains("Step 3 of ") && said.contains(&caption), "{said}");
    let role = "const p = document.getElementById('picture'); \
                return [p.getAttribute('role'), document.getElementById(p.getAttribute('aria-labelledby')).textContent]";
    let told = browser.script(role);
    assert_eq!(told[0], json!("img"));
    assert!(told[1].as_str().unwrap().contains("of 100"), "{told}");
    // Every button by Tab, with a focus that can be seen.
    let mut reached = Vec::new();
    for _ in 0..8 {
        browser.press(&[key::TAB]);
        let focus = browser.script(
            "const on = document.activeElement; const style = getComputedStyle(on); \
             return [on.dataset.do || '', style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 3]",
        );
        if let Some(what) = focus[0].as_str().filter(|what| !what.is_empty()) {
            assert_eq!(focus[1], json!(true), "{what}");
            reached.push(what.to_owned());
        }
    }
    for what in ["back", "next", "overview", "full", "help"] {
        assert!(reached.iter().any(|reached| reached == what), "{what} of {reached:?}");
    }
    assert!(!reached.iter().any(|reached| reached == "notes"));
    // A button that has the focus takes Enter for itself.
    browser.script("document.querySelector('[data-do=back]').focus()");
    browser.press(&[key::ENTER]);
    assert_eq!(browser.step(), "2");
    let named = browser.script(
        "return [...document.querySelectorAll('button, input')].every((it) => \
         it.textContent.trim() || it.labels?.length)",
    );
    assert_eq!(named, json!(true));
}

#[test]
fn fingers_swipe_and_tap() {
    let Some(browser) = Browser::start((390, 844)) else { return };
    let place = Place::new(&[]);
    browser.open(&place.page, "");
    browser.swipe((300, 400), (80, 405));
    assert_eq!(browser.step(), "2");
    browser.swipe((80, 400), (300, 405));
    assert_eq!(browser.step(), "1");
    browser.swipe((380, 400), (380, 400));
    assert_eq!(browser.step(), "2");
    browser.swipe((10, 400), (10, 400));
    assert_eq!(browser.step(), "1");
    browser.swipe((195, 300), (195, 500));
    assert_eq!(browser.step(), "1", "up and down is not onwards");
    // Held upright, the words stand below the picture, large enough to be read, and nothing sticks out.
    assert!(browser.shown("beneath"));
    let wide = browser.script("return document.documentElement.scrollWidth <= innerWidth");
    assert_eq!(wide, json!(true));
}

#[test]
fn nothing_is_fetched_and_nothing_else_runs() {
    let Some(browser) = Browser::start(SCREEN) else { return };
    let place = Place::new(&["--notes"]);
    browser.open(&place.page, "");
    browser.script(
        "window.stopped = []; \
         addEventListener('securitypolicyviolation', (event) => stopped.push(event.effectiveDirective))",
    );
    browser.press(&[
        key::RIGHT,
        key::RIGHT,
        "o",
        key::ESCAPE,
        "l",
        "l",
        "n",
        "n",
        "?",
        key::ESCAPE,
        "b",
        "b",
    ]);
    browser.rested();
    assert_eq!(browser.script("return window.stopped"), json!([]), "the page keeps its own rules");
    let fetched = browser.script(
        "return performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => !name.startsWith('data:'))",
    );
    assert_eq!(fetched, json!([]));
    let fonts = browser.script(
        "return document.fonts.ready.then(() => [...document.fonts].map((font) => `${font.family} ${font.weight} ${font.status}`))",
    );
    assert_eq!(fonts, json!(["Inter 400 loaded", "Inter 600 loaded"]), "in its own font");

    // Whatever tries to reach somebody is stopped before it does.
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let tried = browser.script(&format!(
        "const image = new Image(); image.src = 'http://{address}/image'; \
         const script = document.createElement('script'); script.textContent = 'window.ran = true'; \
         document.body.append(image, script); \
         return fetch('http://{address}/').then(() => 'fetched', () => 'stopped')"
    ));
    assert_eq!(tried, json!("stopped"));
    std::thread::sleep(Duration::from_millis(300));
    assert!(listener.accept().is_err(), "somebody was reached");
    assert_eq!(browser.script("return window.ran === undefined"), json!(true));
    let stopped = browser.script("return [...new Set(window.stopped)].sort()");
    assert_eq!(stopped, json!(["connect-src", "img-src", "script-src-elem"]));
}

#[test]
fn printed_it_has_a_page_for_each_step() {
    let Some(browser) = Browser::start(SCREEN) else { return };
    let place = Place::new(&[]);
    browser.open(&place.page, "");
    let steps = browser.script("return JSON.parse(document.getElementById('reel').textContent).steps.length");
    let printed = browser.print();
    assert!(printed.starts_with(b"%PDF"));
    let pages = String::from_utf8_lossy(&printed).matches("/Type /Page\n").count();
    assert_eq!(Some(pages as u64), steps.as_u64());
    assert_eq!(browser.script("return document.getElementById('sheets')"), Value::Null, "and is as before");
}

#[test]
fn what_the_browser_shows_is_what_the_program_draws() {
    let Some(browser) = Browser::start((1920, 1080)) else { return };
    let place = Place::new(&[]);
    let made = place.downfield(&["render", "exemplar", "--theme", "paper", "-o", "exemplar.html"]);
    assert!(made.status.success());
    let repertoire = InPlaybooks(Vec::new());
    let rundown = Rundown::new(&Program::Files(vec!["exemplar".into()]), &repertoire, &Room::default(), None);
    assert!(rundown.steps.len() > 3);
    for step in 0..rundown.steps.len() {
        browser.open(&place.folder.path().join("exemplar.html"), &format!("#step={}", step + 1));
        let shown = pixels(&browser.picture());
        let scene = step_picture(&rundown, step, None, Themes::Paper.theme());
        let drawn = pixels(&png(&rasterize(&scene, 1.0).unwrap()).unwrap());
        assert_eq!((shown.0, shown.1), (drawn.0, drawn.1));
        // Ground is the same; letters have edges of their own in each.
        let differ = shown.2.iter().zip(&drawn.2).filter(|(a, b)| a.abs_diff(**b) > 48).count();
        let share = differ as f64 / drawn.2.len() as f64;
        assert!(share < 0.015, "step {step}: {share} of it differs");
    }
}

/// Width, height and the reds, greens and blues of a PNG.
fn pixels(png: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = ::png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(::png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    let each = info.color_type.samples();
    let colors = bytes[..info.buffer_size()].chunks(each).flat_map(|pixel| pixel[..3].to_vec()).collect();
    (info.width, info.height, colors)
}

#[test]
fn the_page_opens_again_as_what_it_was_made_of() {
    let place = Place::new(&["--notes"]);
    let unpacked = Unpacked::new(&OnDisk);
    let page: &Path = &place.page;
    assert_eq!(unpacked.read(&page.join("plays/shows/hour.ron")).unwrap(), SHOW.as_bytes());
    let exemplar = &Playbook::built_in().find("exemplar").unwrap().text;
    assert_eq!(unpacked.read(&page.join("plays/exemplar.ron")).unwrap(), exemplar.as_bytes());
    // And the page that is made of the page is the same page.
    let made = place.downfield(&["render", "deck.html", "--notes", "-o", "again.html"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let again = std::fs::read(place.folder.path().join("again.html")).unwrap();
    assert!(again == std::fs::read(page).unwrap());
    for arguments in
        [&["check", "deck.html"][..], &["show", "deck.html"], &["render", "deck.html", "-o", "x.png"]]
    {
        let output = place.downfield(arguments);
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
