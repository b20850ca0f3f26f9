//! What the presenter reads, as sentences.

use crate::app::session::Presenting;
use crate::app::session::presenting::{Clock, Veil};
use crate::show::Step;

pub(super) const NOW: &str = "On the wall";
pub(super) const NEXT: &str = "Next";
pub(super) const NOTES: &str = "Notes";
pub(super) const NO_NOTES: &str = "There are no notes for this step.";
pub(super) const LAST: &str = "This is the last step.";
pub(super) const SMALLER: &str = "Smaller notes";
pub(super) const LARGER: &str = "Larger notes";
pub(super) const MINUTE_MORE: &str = "One minute more";
pub(super) const MINUTE_LESS: &str = "One minute less";
pub(super) const CLOCK: &str = "Start the clock again";
pub(super) const CLOCK_HINT: &str = "The time the session has taken; press to start it again at nought";
pub(super) const SHOW_SO_FAR: &str = "How far the show is";
pub(super) const END: &str = "End";
pub(super) const REALLY_END: &str = "Really end?";
pub(super) const END_HINT: &str = "End the presentation; press twice";
pub(super) const BLACK: &str = "The wall is black";
pub(super) const WHITE: &str = "The wall is white";

/// Where the show is: `Step 7 of 42, part 2 of 6: The exemplar`.
#[must_use]
pub fn place(presenting: &Presenting) -> String {
    let (steps, parts) = (presenting.rundown.steps.len(), presenting.rundown.items.len());
    let step = format!("Step {} of {steps}", presenting.at + 1);
    match presenting.step() {
        Some(this) if parts > 1 => format!("{step}, part {} of {parts}: {}", this.item + 1, this.title),
        Some(this) if !this.title.is_empty() => format!("{step}: {}", this.title),
        _ => step,
    }
}

/// How long it has taken: `12:30 of 60:00`.
pub(super) fn time(presenting: &Presenting) -> String {
    let clock = &presenting.clock;
    let elapsed = Clock::shown(clock.elapsed_secs);
    clock
        .target_secs
        .map_or_else(|| elapsed.clone(), |target| format!("{elapsed} of {}", Clock::shown(target)))
}

/// What is left of the session, if it has an end; and whether it takes longer than it was meant to.
pub(super) fn left(presenting: &Presenting) -> Option<(String, bool)> {
    let left = presenting.clock.left_secs()?;
    let over = left < 0.0;
    let shown = Clock::shown(left.abs());
    Some((if over { format!("{shown} over") } else { format!("{shown} left") }, over))
}

/// How long the part has taken, and whether that is longer than it was meant to.
pub(super) fn part(presenting: &Presenting) -> (String, bool) {
    let secs = presenting.clock.item_secs;
    let minutes = presenting.step().and_then(|step| presenting.rundown.items.get(step.item)?.minutes);
    let shown = Clock::shown(secs);
    match minutes {
        Some(minutes) => {
            let meant = minutes * 60.0;
            (format!("{shown} of {} in this part", Clock::shown(meant)), secs > meant)
        }
        None => (format!("{shown} in this part"), false),
    }
}

/// The time given to the room, and whether it is over.
pub(super) fn timer(secs: f64) -> (String, bool) {
    if secs <= 0.0 {
        (format!("Time for the room is over since {}", Clock::shown(-secs)), true)
    } else {
        (format!("{} left for the room", Clock::shown(secs.ceil())), false)
    }
}

/// What a step says: its caption, else its heading.
pub(super) fn caption(step: &Step) -> &str {
    if step.caption.is_empty() { &step.title } else { &step.caption }
}

/// What comes next, with its heading where another part begins.
pub(super) fn next(presenting: &Presenting) -> String {
    let Some(next) = presenting.next() else { return LAST.to_owned() };
    let another = presenting.step().is_none_or(|this| this.item != next.item);
    if another && !next.caption.is_empty() {
        format!("{NEXT}: {}. {}", next.title.trim_end_matches('.'), next.caption)
    } else {
        format!("{NEXT}: {}", caption(next))
    }
}

/// What hides the picture on the wall, if anything does.
pub(super) fn veil(presenting: &Presenting) -> Option<&'static str> {
    presenting.veil.map(|veil| match veil {
        Veil::Black => BLACK,
        Veil::White => WHITE,
    })
}
