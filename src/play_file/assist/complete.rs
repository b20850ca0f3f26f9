//! What could be written at a caret.
//!
//! In: a text in any state, a byte offset, and the names of other files. Out: a [`Completion`]: offers, and what they
//! replace. An offer that is taken makes nothing wrong that was not wrong before: where a comma is due behind it, it
//! brings one.

use std::ops::Range;

use super::Names;
use super::offers::{Context, field_offers, value_offers};
use super::outline::{Inside, Next, Outline, Word};

/// What could be written, and instead of what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completion {
    /// The bytes an offer replaces: the word at the caret, or nothing there.
    pub replace: Range<usize>,
    /// The offers, best first. Those that begin like the word come before those that only contain it.
    pub items: Vec<Offer>,
}

/// One thing that could be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What to show: the name itself.
    pub label: String,
    /// What to write.
    pub insert: String,
    /// What it is, in a few words; may be empty.
    pub hint: String,
    /// Where the caret goes, in bytes of `insert`.
    pub caret: usize,
}

/// What could be written at `offset`. An offset beyond the text, or within a character, is taken for the end or the
/// character before.
#[must_use]
pub fn complete(text: &str, offset: usize, names: &Names) -> Completion {
    let offset = text.floor_char_boundary(offset);
    let outline = Outline::of(text, offset);
    let mut items = offers(&outline, names);
    narrow(&mut items, outline.prefix);
    let written = text.get(outline.replace.clone()).unwrap_or("");
    items.retain(|offer| offer.insert != written);
    Completion { replace: outline.replace, items }
}

fn offers(outline: &Outline<'_>, names: &Names) -> Vec<Offer> {
    let Some(frame) = outline.frame() else { return Vec::new() };
    let context = Context { outline, names };
    // Behind a value only a comma is due; a name that is typed there is one field too many already.
    if outline.word == Word::Other || (outline.word == Word::Empty && frame.has_value) {
        return Vec::new();
    }
    let quoted = matches!(outline.word, Word::Text { .. });
    match frame.inside {
        Inside::Record(record) if frame.key.is_none() => match outline.next {
            _ if quoted => Vec::new(),
            Next::Open | Next::Value if outline.word == Word::Empty => Vec::new(),
            next => field_offers(&context, record, next),
        },
        Inside::List(_) | Inside::Map(_) => match outline.next {
            Next::Field | Next::Value if outline.word == Word::Empty => Vec::new(),
            _ => value_offers(&context, quoted),
        },
        Inside::File if frame.has_value => Vec::new(),
        _ => match outline.next {
            Next::Open | Next::Value if outline.word == Word::Empty => Vec::new(),
            _ => value_offers(&context, quoted),
        },
    }
}

/// Keeps what begins with the word typed so far, then what contains it, whatever the case.
fn narrow(items: &mut Vec<Offer>, prefix: &str) {
    let wanted = prefix.to_lowercase();
    if wanted.is_empty() {
        return;
    }
    let rank = |offer: &Offer| offer.label.to_lowercase().find(&wanted).map(|at| at > 0);
    items.retain(|offer| rank(offer).is_some());
    items.sort_by_key(rank);
}
