//! Parts of sentences about what differs.
//!
//! Numbers stand as files have them, decimals included: two that differ must read differently.

use crate::model::{Place, Strength};
use crate::rules::words::line;
pub(super) use crate::rules::words::{is_plural, list, ordinal, verb};

/// A text between quotes, without the full stop that would stand inside the sentence.
pub(super) fn quoted(text: &str) -> String {
    format!("“{}”", line(text))
}

/// "“new” instead of “old”", for two texts that differ: full stops stand where nothing else tells them apart.
pub(super) fn instead(to: &str, from: &str) -> String {
    if line(to) == line(from) {
        return format!("“{to}” instead of “{from}”");
    }
    format!("{} instead of {}", quoted(to), quoted(from))
}

/// "“a”, “b” and “c”"; "none" where there is nothing.
pub(super) fn all(texts: &[String]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| format!("“{text}”")).collect();
    named(&texts.iter().map(String::as_str).collect::<Vec<_>>(), "none")
}

/// "a, b and c", or `nothing` where there is none.
pub(super) fn named(names: &[&str], nothing: &str) -> String {
    if names.is_empty() { nothing.to_owned() } else { list(names, "and") }
}

/// One text instead of another: `subject` is such as "The source".
pub(super) fn text(subject: &str, from: Option<&str>, to: Option<&str>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => format!("{subject} is {}.", instead(to, from)),
        (None, Some(to)) => format!("{subject} is {}; there was none.", quoted(to)),
        (Some(from), None) => format!("{subject} is gone: {}.", quoted(from)),
        (None, None) => format!("{subject} is none."),
    }
}

/// "once", "twice", "3 times".
pub(super) fn times(count: u32) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        _ => format!("{count} times"),
    }
}

/// "1 yard", "5.5 yards".
pub(super) fn yards(count: f64) -> String {
    if count == 1.0 { "1 yard".to_owned() } else { format!("{count} yards") }
}

/// "3 to 6, likely 4"; "4" where there is no range.
pub(super) fn strength(Strength { low, likely, high }: Strength) -> String {
    if low == high { format!("{likely}") } else { format!("{low} to {high}, likely {likely}") }
}

/// "4 (3 to 5)" and "4".
fn judged(Strength { low, likely, high }: Strength) -> String {
    if low == high { format!("{likely}") } else { format!("{likely} ({low} to {high})") }
}

/// "X is stronger: 5 (3 to 6) instead of 4."
pub(super) fn stronger(name: &str, from: Strength, to: Strength) -> String {
    let (from_words, to_words) = (judged(from), judged(to));
    let is = verb(&[name], "is", "are");
    if to.likely > from.likely {
        return format!("{name} {is} stronger: {to_words} instead of {from_words}.");
    }
    if to.likely < from.likely {
        return format!("{name} {is} weaker: {to_words} instead of {from_words}.");
    }
    let sure = match (to.high - to.low).partial_cmp(&(from.high - from.low)) {
        Some(std::cmp::Ordering::Less) => "with more certainty",
        Some(std::cmp::Ordering::Greater) => "with less certainty",
        _ => "with another range",
    };
    format!("{name} {is} judged as strong, {sure}: {to_words} instead of {from_words}.")
}

/// "4 yards behind the front".
pub(super) fn from_front(count: f64) -> String {
    if count < 0.0 {
        format!("{} behind the front", yards(-count))
    } else if count > 0.0 {
        format!("{} beyond the front", yards(count))
    } else {
        "at the front".to_owned()
    }
}

/// "13 yards beyond the front instead of 10"; on another side of the front that is said again.
pub(super) fn farther(to: f64, from: f64) -> String {
    if to * from > 0.0 {
        return format!("{} instead of {}", from_front(to), from.abs());
    }
    format!("{} instead of {}", from_front(to), from_front(from))
}

/// "X lines up 3 yards behind the front instead of 4, lower in the lane (0.5 instead of 0)."
pub(super) fn lines_up(name: &str, from: Place, to: Place) -> String {
    let lines = verb(&[name], "lines", "line");
    let across = || {
        let way = if to.across > from.across { "lower" } else { "higher" };
        format!("{way} in the lane ({} instead of {})", to.across, from.across)
    };
    let along = || farther(to.yards, from.yards);
    match (from.yards == to.yards, from.across == to.across) {
        (false, true) => format!("{name} {lines} up {}.", along()),
        (true, _) => format!("{name} {lines} up {}.", across()),
        (false, false) => format!("{name} {lines} up {}, {}.", along(), across()),
    }
}

/// For what has moved where order does nothing: "X comes third in the list instead of first; the order changes no
/// result."
pub(super) fn reordered(name: &str, at: (usize, usize)) -> String {
    format!("{}; the order changes no result.", comes(name, at))
}

/// "Moves X from call 4 to call 2." What others pass on both sides may have moved and still stand where it stood.
pub(super) fn moves(what: &str, kind: &str, (from, to): (usize, usize)) -> String {
    if from == to {
        return format!("Keeps {what} at {kind} {} while others pass it.", to + 1);
    }
    format!("Moves {what} from {kind} {} to {kind} {}.", from + 1, to + 1)
}

/// "X comes third in the list instead of first".
pub(super) fn comes(name: &str, (from, to): (usize, usize)) -> String {
    let place = |at: usize| ordinal(u32::try_from(at + 1).unwrap_or(u32::MAX));
    if from == to {
        let (stays, passes) = (verb(&[name], "stays", "stay"), verb(&[name], "it", "them"));
        return format!("{name} {stays} {} in the list while others pass {passes}", place(to));
    }
    let comes = verb(&[name], "comes", "come");
    format!("{name} {comes} {} in the list instead of {}", place(to), place(from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strengths_say_which_way_they_went() {
        let range = |low, likely, high| Strength { low, likely, high };
        assert_eq!(
            stronger("Guidance", Strength::exactly(3.0), range(3.0, 4.0, 5.0)),
            "Guidance is stronger: 4 (3 to 5) instead of 3."
        );
        assert_eq!(
            stronger("Silos", range(2.0, 4.0, 5.0), range(3.0, 4.0, 5.0)),
            "Silos are judged as strong, with more certainty: 4 (3 to 5) instead of 4 (2 to 5)."
        );
    }

    #[test]
    fn places_are_told_from_the_front() {
        let place = |yards, across| Place { yards, across };
        assert_eq!(
            lines_up("Coaches", place(-3.0, 0.0), place(1.0, -0.5)),
            "Coaches line up 1 yard beyond the front instead of 3 yards behind the front, higher in the lane \
             (-0.5 instead of 0)."
        );
    }
}
