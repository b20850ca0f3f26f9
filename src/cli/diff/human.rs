//! Differences for people: sentences, under what they are about.

use std::fmt::Write;

use crate::cli::console::{BOLD, DIM};
use crate::cli::report::count;
use crate::compare::changes::{About, Change, ChangeKind};
use crate::model::Side;
use crate::play_file::DocumentKind;

/// Every change as a sentence, in the order they come, with a head line unless only results are wanted.
pub(super) fn text(
    [before, after]: [&str; 2],
    kind: DocumentKind,
    changes: &[Change],
    quiet: bool,
) -> String {
    if changes.is_empty() {
        return "No differences.\n".to_owned();
    }
    let mut text = String::new();
    // Writing to a string cannot fail.
    if !quiet {
        let (count, kinds) = (count(changes.len(), "difference"), kinds(changes));
        let _ = writeln!(text, "{BOLD}{count}{BOLD:#} from {before} to {after}: {kinds}");
    }
    let mut section = "";
    for change in changes {
        let now = heading(&change.about, kind);
        if now != section {
            let blank = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{blank}{BOLD}{now}{BOLD:#}");
            section = now;
        }
        let _ = writeln!(text, "  {DIM}{}{DIM:#} {}", mark(change.kind), change.sentence);
    }
    text
}

/// "2 added, 1 changed".
fn kinds(changes: &[Change]) -> String {
    let counted = ChangeKind::ALL.into_iter().filter_map(|kind| {
        let number = changes.iter().filter(|change| change.kind == kind).count();
        (number > 0).then(|| format!("{number} {}", kind.name()))
    });
    counted.collect::<Vec<_>>().join(", ")
}

const fn mark(kind: ChangeKind) -> char {
    match kind {
        ChangeKind::Added => '+',
        ChangeKind::Removed => '-',
        ChangeKind::Changed => '~',
        ChangeKind::Moved => '>',
    }
}

const fn heading(about: &About, kind: DocumentKind) -> &'static str {
    match about {
        About::Play | About::Ball => "The play",
        About::Player(Side::Offense, _) => "Moving us forward",
        About::Player(Side::Defense, _) => "Holding us back",
        About::Assumption(_) | About::Effect(..) => "What it rests on",
        About::Beat(_) => "The presenter's steps",
        About::Plan => "The game plan",
        About::Start(_) => match kind {
            DocumentKind::Show => "The show",
            DocumentKind::WorkshopRecord => "The record",
            _ => "The game plan",
        },
        About::Call(..) | About::Event(..) => "Calls and events",
        About::Risk(..) => "Risks",
        About::Model => "The operating model",
        About::Channel(_) | About::Mark(..) => "Channels",
        About::Constant(_) => "Rules",
        About::Show => "The show",
        About::Item(_) => "The programme",
        About::Record => "The record",
        About::Guess(_) => "Guesses",
        About::Argument(_) => "Arguments",
        About::Decision(_) => "Decisions",
        About::Ink | About::Page(_) => "Ink",
    }
}
