//! What differs between two workshop records, and between two sheets of ink.
//!
//! A guess is found by what it is of and who made it, a sentence by its words. What was switched, judged and called is
//! told as a whole; so is ink, page by page.

use std::collections::BTreeMap;

use super::align::{align, align_in_turn};
use super::phrases::{instead, moves, quoted, text, times, yards};
use super::{About, Change, Found, Names, Teller, tell};
use crate::model::{ChannelId, Guess, Ink, InkPage, WorkshopRecord};
use crate::rules::words::begin;

/// What differs between two records, in the order of a record's file; nothing exactly if they are equal.
#[must_use]
pub fn changes_of_record(before: &WorkshopRecord, after: &WorkshopRecord, names: &Names) -> Vec<Change> {
    let mut found = Found::default();
    let WorkshopRecord {
        format,
        title,
        show,
        date,
        fronts,
        guesses,
        switched,
        judged,
        calls,
        arguments,
        decisions,
    } = before;
    let record = About::Record;
    found.field(&record, "format", (format, &after.format), || {
        format!("Is written in format {} instead of {format}.", after.format)
    });
    found.field(&record, "title", (title, &after.title), || {
        format!("Is called {}.", instead(&after.title, title))
    });
    found.field(&record, "show", (show, &after.show), || {
        text("The show it was held with", show.as_deref(), after.show.as_deref())
    });
    found.field(&record, "date", (date, &after.date), || {
        text("The date", date.as_deref(), after.date.as_deref())
    });
    changes_of_fronts(&mut found, fronts, &after.fronts, names);
    let alignment = align_in_turn(
        guesses,
        &after.guesses,
        &[&|a, b| a == b, &|a, b| (&a.of, a.times, &a.group) == (&b.of, b.times, &b.group)],
    );
    tell(&mut found, &alignment, (guesses, &after.guesses), &Guesses { names });
    found.field(&record, "switched", (switched, &after.switched), || {
        others("Assumptions switched", switched.len(), after.switched.len())
    });
    found.field(&record, "judged", (judged, &after.judged), || {
        others("Strengths judged otherwise", judged.len(), after.judged.len())
    });
    found.field(&record, "calls", (calls, &after.calls), || {
        others("Groups that called plays", calls.len(), after.calls.len())
    });
    for (field, before, after) in
        [("arguments", arguments, &after.arguments), ("decisions", decisions, &after.decisions)]
    {
        let alignment = align(before, after, |a, b| a == b);
        tell(&mut found, &alignment, (before, after), &Sentences { field });
    }
    found.0
}

/// "Strengths judged otherwise: 3 instead of 2."
fn others(what: &str, from: usize, to: usize) -> String {
    if from == to {
        format!("{what}: as many, but not the same.")
    } else {
        format!("{what}: {to} instead of {from}.")
    }
}

fn changes_of_fronts(
    found: &mut Found,
    before: &BTreeMap<ChannelId, f64>,
    after: &BTreeMap<ChannelId, f64>,
    names: &Names,
) {
    for (channel, from) in before.iter().filter(|(channel, _)| !after.contains_key(*channel)) {
        let sentence = format!("The room no longer places {}.", names.channel(channel));
        found.removed(About::Start(Some(channel.clone())), from, sentence);
    }
    for (channel, to) in after {
        let (about, name) = (About::Start(Some(channel.clone())), names.channel(channel));
        match before.get(channel) {
            Some(from) => found.field(&about, "fronts", (from, to), || {
                format!("The room places {name} at {} instead of {from}.", yards(*to))
            }),
            None => found.added(about, to, format!("The room places {name} at {} (new).", yards(*to))),
        }
    }
}

struct Guesses<'a> {
    names: &'a Names,
}

impl Guesses<'_> {
    fn called(&self, guess: &Guess) -> String {
        let again = if guess.times == 1 { String::new() } else { format!(" run {}", times(guess.times)) };
        format!("the guess of {} about {}{again}", quoted(&guess.group), self.names.play(&guess.of))
    }
}

impl Teller<Guess> for Guesses<'_> {
    fn added(&self, found: &mut Found, item: &Guess, at: usize) {
        found.added(About::Guess(at + 1), item, format!("Adds {}.", self.called(item)));
    }

    fn removed(&self, found: &mut Found, item: &Guess, at: usize) {
        found.removed(About::Guess(at + 1), item, format!("Removes {}.", self.called(item)));
    }

    fn changed(&self, found: &mut Found, before: &Guess, after: &Guess, (_, at): (usize, usize)) {
        let (about, called) = (About::Guess(at + 1), begin(&self.called(after)));
        found.field(&about, "yards", (&before.yards, &after.yards), || format!("{called} has other yards."));
        found.field(&about, "came_to", (&before.came_to, &after.came_to), || {
            format!("{called} came to something else.")
        });
    }

    fn moved(&self, found: &mut Found, item: &Guess, at: (usize, usize)) {
        found.moved(About::Guess(at.1 + 1), at, moves(&self.called(item), "place", at));
    }
}

/// What was argued or decided.
struct Sentences {
    field: &'static str,
}

impl Sentences {
    fn about(&self, at: usize) -> About {
        if self.field == "decisions" { About::Decision(at + 1) } else { About::Argument(at + 1) }
    }

    fn said(&self) -> &'static str {
        if self.field == "decisions" { "decided" } else { "argued" }
    }
}

impl Teller<String> for Sentences {
    fn added(&self, found: &mut Found, item: &String, at: usize) {
        found.added(self.about(at), item, format!("It was {}: {}.", self.said(), quoted(item)));
    }

    fn removed(&self, found: &mut Found, item: &String, at: usize) {
        found.removed(self.about(at), item, format!("It is no longer {}: {}.", self.said(), quoted(item)));
    }

    fn changed(&self, _: &mut Found, _: &String, _: &String, _: (usize, usize)) {}

    fn moved(&self, found: &mut Found, item: &String, at: (usize, usize)) {
        found.moved(self.about(at.1), at, moves(&quoted(item), "place", at));
    }
}

/// What differs between two sheets of ink; nothing exactly if they are equal.
#[must_use]
pub fn changes_of_ink(before: &Ink, after: &Ink) -> Vec<Change> {
    let mut found = Found::default();
    let Ink { format, of, pages } = before;
    found.field(&About::Ink, "format", (format, &after.format), || {
        format!("Is written in format {} instead of {format}.", after.format)
    });
    found.field(&About::Ink, "of", (of, &after.of), || format!("Is drawn over {}.", instead(&after.of, of)));
    let alignment = align_in_turn(pages, &after.pages, &[&|a, b| a == b, &|a, b| a.step == b.step]);
    tell(&mut found, &alignment, (pages, &after.pages), &Pages);
    found.0
}

struct Pages;

/// "1 stroke", "5 strokes".
fn strokes(page: &InkPage) -> String {
    match page.strokes.len() {
        1 => "1 stroke".to_owned(),
        count => format!("{count} strokes"),
    }
}

impl Teller<InkPage> for Pages {
    fn added(&self, found: &mut Found, item: &InkPage, at: usize) {
        let sentence = format!("Adds {} over the step {}.", strokes(item), quoted(&item.step));
        found.added(About::Page(at + 1), item, sentence);
    }

    fn removed(&self, found: &mut Found, item: &InkPage, at: usize) {
        let sentence = format!("Removes {} over the step {}.", strokes(item), quoted(&item.step));
        found.removed(About::Page(at + 1), item, sentence);
    }

    fn changed(&self, found: &mut Found, before: &InkPage, after: &InkPage, (_, at): (usize, usize)) {
        found.field(&About::Page(at + 1), "strokes", (&before.strokes, &after.strokes), || {
            let (from, to, step) = (before.strokes.len(), strokes(after), quoted(&after.step));
            if from == after.strokes.len() {
                format!("Other strokes stand over the step {step}.")
            } else {
                format!("Over the step {step} there are {to} instead of {from}.")
            }
        });
    }

    fn moved(&self, found: &mut Found, item: &InkPage, at: (usize, usize)) {
        let page = format!("the page of the step {}", quoted(&item.step));
        found.moved(About::Page(at.1 + 1), at, moves(&page, "page", at));
    }
}
