//! The words of the window: every name that is asked for is there in every language, none is left over, and no sentence
//! stands in the sources instead.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use bevy_egui::egui::{Key, Modifiers};
use downfield::app::actions::Command;
use downfield::app::words::{Language, speak_here, spoken};
use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::window::Window;

/// Files of the app whose words are not the window's.
const NOT_OF_THE_WINDOW: &[(&str, &str)] = &[
    ("launch.rs", "says in the terminal why there is no window, in English as the command line does"),
    ("words/mod.rs", "is where the words come from"),
];

/// Texts in the sources that look like words and that nobody reads on screen, each with what it is.
const NO_WORDS: &[(&str, &str)] = &[
    (" yd", "a unit"),
    ("A", "a letter for one of those compared"),
    ("A+", "a sign on a button"),
    ("A−", "a sign on a button"),
    ("B", "a letter for one of those compared"),
    ("C", "a letter for one of those compared"),
    ("D", "a letter for one of those compared"),
    ("DBUS_SESSION_BUS_ADDRESS", "a variable of the system"),
    ("DOWNFIELD_PLAYBOOK", "a variable of the system"),
    ("DOWNFIELD_SETTINGS", "a variable of the system"),
    ("Downfield", "the name of the program"),
    ("Edge", "a name in a shader"),
    ("Outline", "a name in a shader"),
    ("Place", "a name in a shader"),
    ("SMOOTH", "a name in a shader"),
    ("WAYLAND_DISPLAY", "a variable of the system"),
    ("egui's shader cannot be replaced: {error}", "for those who mend the program"),
    ("all keys", "an id of egui's"),
    ("assumption {at}", "an id of egui's"),
    ("blocker in {}", "an id of egui's"),
    ("call {at}", "an id of egui's"),
    ("more calls", "an id of egui's"),
    ("open step", "an id of egui's"),
    ("palette choice", "an id of egui's"),
    ("play on it", "an id of egui's"),
    ("source editor", "an id of egui's"),
    ("source help", "an id of egui's"),
    ("source kept", "an id of egui's"),
    ("stops of the keyboard", "an id of egui's"),
    ("the field with the keyboard", "an id of egui's"),
    ("visits of fields", "an id of egui's"),
];

/// What the sources of the app ask for, and what else stands in them as text.
#[derive(Default)]
struct Sources {
    /// Names with the blanks that are filled, and where.
    asked: Vec<(String, BTreeSet<String>, PathBuf)>,
    /// Other texts, and where.
    texts: Vec<(String, PathBuf)>,
}

impl Sources {
    fn read() -> Self {
        let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/app");
        let mut sources = Self::default();
        sources.read_folder(&app, &app);
        sources
    }

    fn read_folder(&mut self, folder: &Path, app: &Path) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.read_folder(&path, app);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
                let tokens: TokenStream = std::fs::read_to_string(&path).unwrap().parse().unwrap();
                self.read_tokens(tokens, path.strip_prefix(app).unwrap());
            }
        }
    }

    fn read_tokens(&mut self, tokens: TokenStream, file: &Path) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                // Attributes and comments for the documentation are not on screen; tests are not the app.
                TokenTree::Punct(mark) if mark.as_char() == '#' => {
                    if matches!(tokens.get(at), Some(TokenTree::Punct(inner)) if inner.as_char() == '!') {
                        at += 1;
                    }
                    let is_test = matches!(tokens.get(at), Some(TokenTree::Group(group))
                        if group.to_string().replace(' ', "") == "[cfg(test)]");
                    at += 1;
                    if is_test {
                        at = after_item(&tokens, at);
                    }
                }
                TokenTree::Ident(name) if is_macro(&tokens, at) && *name == "say" => {
                    if let Some(TokenTree::Group(group)) = tokens.get(at + 1) {
                        self.read_asked(group.stream(), file);
                    }
                    at += 2;
                }
                TokenTree::Ident(name) if is_macro(&tokens, at) && *name == "commands" => {
                    if let Some(TokenTree::Group(group)) = tokens.get(at + 1) {
                        for name in texts(group.stream()) {
                            self.asked.push((format!("{name}.hint"), BTreeSet::new(), file.to_owned()));
                            self.asked.push((name, BTreeSet::new(), file.to_owned()));
                        }
                    }
                    at += 2;
                }
                // What goes to the log is for those who mend the program.
                TokenTree::Ident(name)
                    if is_macro(&tokens, at)
                        && ["warn", "concat", "include_str", "matches", "stringify"]
                            .iter()
                            .any(|each| name == each) =>
                {
                    at += 2;
                }
                TokenTree::Group(group) => self.read_tokens(group.stream(), file),
                TokenTree::Literal(_) => {
                    self.texts.extend(text(token).map(|text| (text, file.to_owned())));
                }
                _ => {}
            }
        }
    }

    /// One `say!`: its name, and the blanks it fills. A name put together by the macro of the commands has no text.
    fn read_asked(&mut self, tokens: TokenStream, file: &Path) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let name = tokens.first().and_then(text);
        let mut blanks = BTreeSet::new();
        for (at, token) in tokens.iter().enumerate() {
            let follows = |at: usize, mark: char| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == mark);
            if let TokenTree::Ident(blank) = token
                && at > 0
                && follows(at - 1, ',')
                && follows(at + 1, '=')
            {
                blanks.insert(blank.to_string());
            }
        }
        if let Some(name) = name {
            self.asked.push((name, blanks, file.to_owned()));
        }
        // What fills the blanks may say something itself.
        self.read_tokens(tokens.into_iter().skip(1).collect(), file);
    }
}

/// Whether the name before this place is one of a macro.
fn is_macro(tokens: &[TokenTree], at: usize) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(mark)) if mark.as_char() == '!')
        && matches!(tokens.get(at + 1), Some(TokenTree::Group(_)))
}

/// The place after the item that begins here.
fn after_item(tokens: &[TokenTree], from: usize) -> usize {
    let ends = |token: &TokenTree| match token {
        TokenTree::Punct(mark) => mark.as_char() == ';',
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        _ => false,
    };
    tokens.iter().skip(from).position(ends).map_or(tokens.len(), |length| from + length + 1)
}

/// A text between quotes, as it is written.
fn text(token: &TokenTree) -> Option<String> {
    let TokenTree::Literal(literal) = token else { return None };
    let literal = literal.to_string();
    Some(literal.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

fn texts(tokens: TokenStream) -> Vec<String> {
    tokens.into_iter().filter_map(|token| text(&token)).collect()
}

/// Without what is put in.
fn without_blanks(text: &str) -> String {
    let mut depth = 0;
    let keep = text.chars().filter(|letter| {
        let was = depth;
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        was == 0 && depth == 0
    });
    keep.collect()
}

/// Whether a person would read it as words: a letter beside a space, or a word that begins with a large letter.
fn reads_as_words(text: &str) -> bool {
    let bare = without_blanks(text);
    let letters: Vec<char> = bare.chars().collect();
    let beside = letters.windows(2).any(|pair| {
        (pair[0].is_alphabetic() && pair[1] == ' ') || (pair[0] == ' ' && pair[1].is_alphabetic())
    });
    beside || letters.first().is_some_and(|first| first.is_uppercase())
}

#[test]
fn the_files_of_words_can_be_read() {
    for language in Language::ALL {
        assert_eq!(language.catalogue().faults(), [""; 0], "{language:?}");
        assert!(language.catalogue().names().len() > 500, "{language:?}");
    }
}

#[test]
fn every_language_has_the_same_names_with_the_same_blanks() {
    let english = Language::English.catalogue().names();
    for language in Language::ALL {
        let other = language.catalogue().names();
        let missing: Vec<_> = english.keys().filter(|name| !other.contains_key(*name)).collect();
        let more: Vec<_> = other.keys().filter(|name| !english.contains_key(*name)).collect();
        assert!(missing.is_empty() && more.is_empty(), "{language:?} lacks {missing:?} and adds {more:?}");
        let differ: Vec<_> = english.iter().filter(|(name, blanks)| other[*name] != **blanks).collect();
        assert!(differ.is_empty(), "{language:?} fills other blanks: {differ:?}");
    }
}

#[test]
fn what_is_asked_for_is_there_and_nothing_is_left_over() {
    let names = Language::English.catalogue().names();
    let sources = Sources::read();
    assert!(sources.asked.len() > 500, "{}", sources.asked.len());
    let mut asked = BTreeSet::from(["language-name"]);
    let mut wrong = Vec::new();
    for (name, blanks, file) in &sources.asked {
        match names.get(name) {
            None => wrong.push(format!("{}: {name} is not there", file.display())),
            Some(wanted) if wanted != blanks => {
                wrong.push(format!("{}: {name} has {wanted:?}, not {blanks:?}", file.display()));
            }
            Some(_) => {}
        }
        asked.insert(name);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    let left: Vec<_> = names.keys().filter(|name| !asked.contains(name.as_str())).collect();
    assert!(left.is_empty(), "nobody asks for {left:?}");
}

#[test]
fn no_sentence_stands_in_the_sources() {
    let elsewhere = |file: &Path| NOT_OF_THE_WINDOW.iter().any(|(name, _)| file.ends_with(name));
    let exempt: BTreeMap<&str, &str> = NO_WORDS.iter().copied().collect();
    let mut met = BTreeSet::new();
    let mut left = Vec::new();
    for (text, file) in Sources::read().texts {
        if elsewhere(&file) || !reads_as_words(&text) {
            continue;
        }
        match exempt.get_key_value(text.as_str()) {
            Some((known, _)) => {
                met.insert(*known);
            }
            None => left.push(format!("{}: {text}", file.display())),
        }
    }
    assert!(left.is_empty(), "{left:#?}");
    let idle: Vec<_> = exempt.keys().filter(|text| !met.contains(*text)).collect();
    assert!(idle.is_empty(), "no source has {idle:?} any more");
}

#[test]
fn what_is_said_in_english_is_not_said_in_german() {
    let (english, german) = (Language::English.catalogue(), Language::German.catalogue());
    let same: Vec<_> =
        english.names().keys().filter(|name| english.plain(name) == german.plain(name)).collect();
    let same: Vec<_> = same.into_iter().filter(|name| english.plain(name).is_some()).collect();
    // A handful of words are the same in both.
    assert!(same.len() < 20, "{same:?}");
}

#[test]
fn the_language_goes_round_and_is_remembered() {
    let mut window = Window::new(1280.0, 720.0);
    assert!(window.says("Run it four times"));
    window.key(Key::K, Modifiers::COMMAND);
    window.type_text("language");
    window.key(Key::Enter, Modifiers::NONE);
    assert_eq!((spoken(), window.session.settings.language.as_deref()), (Language::German, Some("de")));
    assert!(window.says("Viermal ausführen") && !window.says("Run it four times"));
    assert_eq!(window.session.news.as_deref(), Some("Deutsch"));
    window.key(Key::K, Modifiers::COMMAND);
    window.type_text("sprache");
    window.key(Key::Enter, Modifiers::NONE);
    assert_eq!((spoken(), window.session.settings.language.as_deref()), (Language::English, Some("en")));
    assert!(window.says("Run it four times"));
}

#[test]
fn commands_and_keys_have_their_words_in_each_language() {
    assert_eq!(Command::Palette.tooltip(), "Find any command by its name (Ctrl+K)");
    speak_here(Language::German);
    assert_eq!(Command::Palette.tooltip(), "Jeden Befehl bei seinem Namen finden (Strg+K)");
    assert_eq!(Command::AddPlayer.key_label().as_deref(), Some("Umschalt+D"));
}
