//! The document around the frames: what is in it, and what it may do.

use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};

use super::Deck;
use super::sheets::{SIZE, Sheets};
use crate::picture::{Color, Theme, Weight, font};
use crate::play_file::{MADE_BY, pack};

const PAGE: &str = include_str!("../../assets/deck/page.html");
const STYLE: &str = include_str!("../../assets/deck/deck.css");
const SCRIPT: &str = include_str!("../../assets/deck/deck.js");

/// The document.
pub(super) fn page(deck: &Deck<'_>, sheets: &Sheets<'_>) -> Result<String, String> {
    let style = style(deck.theme);
    let reel = serde_json::to_string(sheets)
        .map_err(|error| format!("the show cannot be written down: {error}"))?
        // Nothing in it can end the element it stands in.
        .replace('<', "\\u003c");
    let sources = deck.sources.iter().map(|source| pack(&source.path, &source.text));
    let sources = sources.collect::<Result<Vec<_>, _>>()?.join("\n");
    let (notes_panel, notes_button, notes_key) = notes(deck.notes);
    let summary = if deck.rundown.summary.is_empty() { &deck.rundown.title } else { &deck.rundown.summary };
    let parts = [
        ("policy", policy(&style)),
        ("made_by", format!("{MADE_BY}{}\">", env!("CARGO_PKG_VERSION"))),
        ("summary", escaped(summary)),
        ("title", escaped(&deck.rundown.title)),
        ("style", style),
        ("width", SIZE.0.to_string()),
        ("height", SIZE.1.to_string()),
        ("notes_panel", notes_panel.to_owned()),
        ("notes_button", notes_button.to_owned()),
        ("notes_key", notes_key.to_owned()),
        ("made", escaped(deck.made)),
        ("outline", outline(sheets)),
        ("reel", reel),
        ("sources", sources),
        ("script", SCRIPT.to_owned()),
    ];
    Ok(filled(PAGE, &parts))
}

/// The template with its places filled; what goes in is not looked at for places again.
fn filled(template: &str, parts: &[(&str, String)]) -> String {
    let room: usize = parts.iter().map(|(_, part)| part.len()).sum();
    let mut page = String::with_capacity(template.len() + room);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        page.push_str(before);
        let Some((name, after)) = after.split_once("}}") else {
            page.push_str("{{");
            rest = after;
            continue;
        };
        if let Some((_, part)) = parts.iter().find(|(known, _)| *known == name) {
            page.push_str(part);
        }
        rest = after;
    }
    page.push_str(rest);
    page
}

/// What the page may do: run its one script, use its one style and the fonts in it, and nothing else.
fn policy(style: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; font-src data:; img-src data:; \
         base-uri 'none'; form-action 'none'",
        hash(SCRIPT),
        hash(style)
    )
}

fn style(theme: &Theme) -> String {
    let mut style = String::new();
    for (weight, number) in [(Weight::Regular, 400), (Weight::Bold, font::BOLD)] {
        let font = STANDARD.encode(font::bytes(weight));
        // Writing to a string cannot fail.
        let _ = writeln!(
            style,
            "@font-face{{font-family:{};font-weight:{number};font-display:block;\
             src:url(data:font/otf;base64,{font}) format(\"opentype\")}}",
            font::FAMILY
        );
    }
    let scheme = if theme.dark { "dark" } else { "light" };
    let _ = write!(style, ":root{{color-scheme:{scheme}");
    let colors: [(&str, Color); 8] = [
        ("backdrop", theme.backdrop),
        ("panel", theme.panel),
        ("raised", theme.raised),
        ("line", theme.line),
        ("text", theme.text),
        ("text-soft", theme.text_soft),
        ("accent", theme.accent),
        ("alarm", theme.alarm),
    ];
    for (name, color) in colors {
        let _ = write!(style, ";--{name}:#{:02x}{:02x}{:02x}", color.r, color.g, color.b);
    }
    style.push_str("}\n");
    style.push_str(STYLE);
    style
}

/// Where notes stand, what opens them, and the line that says so.
const fn notes(there: bool) -> (&'static str, &'static str, &'static str) {
    if !there {
        return ("", "", "");
    }
    (
        "<aside id=\"notes\" aria-label=\"Notes\" hidden><h2>Notes</h2><p></p></aside>",
        "<button type=\"button\" data-do=\"notes\">Notes</button>",
        "<div><dt><kbd>N</kbd></dt><dd>The presenter's notes</dd></div>",
    )
}

/// The show in words, for browsers that run no script.
fn outline(sheets: &Sheets<'_>) -> String {
    let mut outline = String::from("<ol>");
    for sheet in &sheets.steps {
        // Writing to a string cannot fail.
        let _ = write!(outline, "<li>{}</li>", escaped(&sheet.says));
    }
    outline.push_str("</ol>");
    outline
}

/// Text for an element or an attribute.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\0' => {}
            _ => out.push(c),
        }
    }
    out
}
