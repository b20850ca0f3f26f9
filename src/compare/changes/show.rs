//! What differs between two shows.
//!
//! Items have no ids: what is run is found by its file's name, a card by its kind and its heading. The order is the show.

use super::align::align_in_turn;
use super::phrases::{instead, list, moves, named, quoted, text};
use super::plan::changes_of_start;
use super::{About, Change, Found, Names, Teller, tell};
use crate::model::{PlayId, Show, ShowItem};

/// What differs between two shows, in the order of a show's file; nothing exactly if they are equal.
#[must_use]
pub fn changes_of_show(before: &Show, after: &Show, names: &Names) -> Vec<Change> {
    let mut found = Found::default();
    let Show { format, title, summary, start, minutes, items } = before;
    let show = About::Show;
    found.field(&show, "format", (format, &after.format), || {
        format!("Is written in format {} instead of {format}.", after.format)
    });
    found.field(&show, "title", (title, &after.title), || {
        format!("Is called {}.", instead(&after.title, title))
    });
    found.field(&show, "summary", (summary, &after.summary), || {
        text("The summary", summary.as_deref(), after.summary.as_deref())
    });
    changes_of_start(&mut found, start, &after.start, names);
    found.field(&show, "minutes", (minutes, &after.minutes), || lasts("The show", *minutes, after.minutes));
    let alignment = align_in_turn(
        items,
        &after.items,
        &[
            &|a, b| a == b,
            &|a, b| is_like(a, b) && a.named() == b.named() && Parts::of(a).title == Parts::of(b).title,
            &|a, b| is_like(a, b) && a.named() == b.named(),
            &|a, b| is_like(a, b) && !matches!(a, ShowItem::Play { .. } | ShowItem::Plan { .. }),
        ],
    );
    tell(&mut found, &alignment, (items, &after.items), &Items { names });
    found.0
}

fn is_like(one: &ShowItem, other: &ShowItem) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

/// "The show is meant to take 20 minutes instead of 15."
fn lasts(what: &str, from: Option<f64>, to: Option<f64>) -> String {
    let minutes = |count: f64| {
        if count == 1.0 { "1 minute".to_owned() } else { format!("{count} minutes") }
    };
    match (from, to) {
        (Some(from), Some(to)) => format!("{what} is meant to take {} instead of {from}.", minutes(to)),
        (None, Some(to)) => format!("{what} is meant to take {}; nothing was said of it.", minutes(to)),
        (Some(from), None) => format!("{what} is no longer meant to take {}.", minutes(from)),
        (None, None) => format!("{what} is not meant to take any time."),
    }
}

/// What items of one kind can differ in; nothing for what a kind does not have.
#[derive(Clone, Copy, Default)]
struct Parts<'i> {
    title: Option<&'i str>,
    text: Option<&'i str>,
    times: &'i [u32],
    guess: bool,
    of: &'i [PlayId],
    plays: &'i [PlayId],
    calls: u32,
}

impl<'i> Parts<'i> {
    fn of(item: &'i ShowItem) -> Self {
        let none = Self::default();
        match item {
            ShowItem::Section { title, text, .. } => {
                Self { title: Some(title), text: text.as_deref(), ..none }
            }
            ShowItem::Fronts { title, .. } => Self { title: title.as_deref(), ..none },
            ShowItem::Play { title, times, guess, .. } => {
                Self { title: title.as_deref(), times, guess: *guess, ..none }
            }
            ShowItem::Plan { title, guess, .. } => Self { title: title.as_deref(), guess: *guess, ..none },
            ShowItem::Compare { of, title, .. } => Self { title: title.as_deref(), of, ..none },
            ShowItem::Calls { title, text, plays, calls, .. } => {
                Self { title: title.as_deref(), text: text.as_deref(), plays, calls: *calls, ..none }
            }
            ShowItem::Decide { title, text, .. } => {
                Self { title: title.as_deref(), text: text.as_deref(), ..none }
            }
        }
    }
}

struct Items<'a> {
    names: &'a Names,
}

impl Items<'_> {
    fn several(&self, ids: &[PlayId]) -> String {
        let names: Vec<&str> = ids.iter().map(|id| self.names.play(id)).collect();
        named(&names, "nothing")
    }

    /// What an item is, such as `the play Exemplar` or `the section “What now?”`.
    fn called(&self, item: &ShowItem) -> String {
        let headed = |what: &str, title: Option<&str>| match title {
            Some(title) => format!("{what} {}", quoted(title)),
            None => what.to_owned(),
        };
        match item {
            ShowItem::Section { title, .. } => headed("the section", Some(title)),
            ShowItem::Fronts { title, .. } => headed("the card for the fronts", title.as_deref()),
            ShowItem::Play { play, .. } => format!("the play {}", self.names.play(play)),
            ShowItem::Plan { plan, .. } => format!("the plan {}", self.names.play(plan)),
            ShowItem::Compare { of, .. } => format!("the comparison of {}", self.several(of)),
            ShowItem::Calls { title, .. } => headed("the card for calls", title.as_deref()),
            ShowItem::Decide { title, .. } => headed("the card for the decision", title.as_deref()),
        }
    }
}

/// "1, 4 and 10 times in a row", "once".
fn in_turn(times: &[u32]) -> String {
    if times == [1] {
        return "once".to_owned();
    }
    let words: Vec<String> = times.iter().map(u32::to_string).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    format!("{} times in a row", list(&words, "and"))
}

impl Teller<ShowItem> for Items<'_> {
    fn added(&self, found: &mut Found, item: &ShowItem, at: usize) {
        let place = at + 1;
        let sentence = format!("Adds {} as item {place}.", self.called(item));
        found.added(About::Item(place), item, sentence);
    }

    fn removed(&self, found: &mut Found, item: &ShowItem, at: usize) {
        let place = at + 1;
        let sentence = format!("Removes {}, item {place}.", self.called(item));
        found.removed(About::Item(place), item, sentence);
    }

    fn changed(&self, found: &mut Found, before: &ShowItem, after: &ShowItem, (_, at): (usize, usize)) {
        let (about, item) = (About::Item(at + 1), format!("Item {}", at + 1));
        let (from, to) = (Parts::of(before), Parts::of(after));
        found.field(&about, "title", (&from.title, &to.title), || {
            text(&format!("The heading of item {}", at + 1), from.title, to.title)
        });
        found.field(&about, "text", (&from.text, &to.text), || {
            text(&format!("What stands below the heading of item {}", at + 1), from.text, to.text)
        });
        found.field(&about, "times", (&from.times, &to.times), || {
            format!("{item} is run {} instead of {}.", in_turn(to.times), in_turn(from.times))
        });
        found.field(&about, "guess", (&from.guess, &to.guess), || {
            let guesses = if to.guess { "guesses" } else { "no longer guesses" };
            format!("The room {guesses} before item {}.", at + 1)
        });
        found.field(&about, "of", (&from.of, &to.of), || {
            format!("{item} compares {} instead of {}.", self.several(to.of), self.several(from.of))
        });
        found.field(&about, "plays", (&from.plays, &to.plays), || {
            format!(
                "Groups choose from {} instead of {} at item {}.",
                self.several(to.plays),
                self.several(from.plays),
                at + 1
            )
        });
        found.field(&about, "calls", (&from.calls, &to.calls), || {
            let calls = if to.calls == 1 { "call" } else { "calls" };
            format!("A group has {} {calls} instead of {} at item {}.", to.calls, from.calls, at + 1)
        });
        let (note, now) = (before.notes(), after.notes());
        found.field(&about, "notes", (&note, &now), || {
            text(&format!("The presenter's note at item {}", at + 1), note, now)
        });
        let (minutes, now) = (before.minutes(), after.minutes());
        found.field(&about, "minutes", (&minutes, &now), || lasts(&item, minutes, now));
    }

    fn moved(&self, found: &mut Found, item: &ShowItem, at: (usize, usize)) {
        found.moved(About::Item(at.1 + 1), at, moves(&self.called(item), "item", at));
    }
}
