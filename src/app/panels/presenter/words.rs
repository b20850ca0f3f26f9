//! What the presenter reads, as sentences.

use crate::app::session::Presenting;
use crate::app::session::presenting::{Clock, Veil};
use crate::app::words::say;
use crate::show::Step;

/// Where the show is: `Step 7 of 42, part 2 of 6: The exemplar`.
#[must_use]
pub fn place(presenting: &Presenting) -> String {
    let (steps, parts) = (presenting.rundown.steps.len(), presenting.rundown.items.len());
    let step = say!("presenter-place", number = presenting.at + 1, of = steps);
    match presenting.step() {
        Some(this) if parts > 1 => {
            say!("presenter-place-part", step = step, part = this.item + 1, of = parts, title = this.title)
        }
        Some(this) if !this.title.is_empty() => format!("{step}: {}", this.title),
        _ => step,
    }
}

/// How long it has taken: `12:30 of 60:00`.
pub(super) fn time(presenting: &Presenting) -> String {
    let clock = &presenting.clock;
    let elapsed = Clock::shown(clock.elapsed_secs);
    match clock.target_secs {
        Some(target) => say!("presenter-time", elapsed = elapsed, of = Clock::shown(target)),
        None => elapsed,
    }
}

/// What is left of the session, if it has an end; and whether it takes longer than it was meant to.
pub(super) fn left(presenting: &Presenting) -> Option<(String, bool)> {
    let left = presenting.clock.left_secs()?;
    let over = left < 0.0;
    let shown = Clock::shown(left.abs());
    Some((
        if over { say!("presenter-over", time = shown) } else { say!("presenter-left", time = shown) },
        over,
    ))
}

/// How long the part has taken, and whether that is longer than it was meant to.
pub(super) fn part(presenting: &Presenting) -> (String, bool) {
    let secs = presenting.clock.item_secs;
    let minutes = presenting.step().and_then(|step| presenting.rundown.items.get(step.item)?.minutes);
    let shown = Clock::shown(secs);
    match minutes {
        Some(minutes) => {
            let meant = minutes * 60.0;
            (say!("presenter-part-of", time = shown, of = Clock::shown(meant)), secs > meant)
        }
        None => (say!("presenter-part", time = shown), false),
    }
}

/// The time given to the room, and whether it is over.
pub(super) fn timer(secs: f64) -> (String, bool) {
    if secs <= 0.0 {
        (say!("presenter-timer-over", time = Clock::shown(-secs)), true)
    } else {
        (say!("presenter-timer-left", time = Clock::shown(secs.ceil())), false)
    }
}

/// What a step says: its caption, else its heading.
pub(super) fn caption(step: &Step) -> &str {
    if step.caption.is_empty() { &step.title } else { &step.caption }
}

/// What comes next, with its heading where another part begins.
pub(super) fn next(presenting: &Presenting) -> String {
    let Some(next) = presenting.next() else { return say!("presenter-last").to_owned() };
    let another = presenting.step().is_none_or(|this| this.item != next.item);
    if another && !next.caption.is_empty() {
        say!("presenter-next-part", title = next.title.trim_end_matches('.'), caption = next.caption)
    } else {
        say!("presenter-next-step", caption = caption(next))
    }
}

/// What hides the picture on the wall, if anything does.
pub(super) fn veil(presenting: &Presenting) -> Option<&'static str> {
    presenting.veil.map(|veil| match veil {
        Veil::Black => say!("presenter-black"),
        Veil::White => say!("presenter-white"),
    })
}
