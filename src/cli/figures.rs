//! Numbers as they stand in tables for people: whole, with their sign where that is the point.

/// The longest words of a row that are printed whole, in characters.
const LONGEST: usize = 56;

/// As much of a row's words as leaves the numbers on the line.
pub(super) fn short(words: &str) -> String {
    let mut letters = words.char_indices();
    match letters.nth(LONGEST) {
        None => words.to_owned(),
        Some((end, _)) => format!("{}…", words[..end].trim_end()),
    }
}

/// Whole yards: a decimal from a judgement is false precision.
pub(super) fn yards(value: f64, precise: bool) -> String {
    if precise { format!("{value:.2}") } else { format!("{:.0}", whole(value)) }
}

/// How far something is out on its own; nothing where it is too little to be shown.
pub(super) fn alone(exposure: f64, precise: bool) -> String {
    let text = yards(exposure, precise);
    if is_zero(&text) { String::new() } else { format!("by {text}") }
}

/// Yards with the sign they are counted by; nothing has none.
pub(super) fn signed(sign: char, value: f64, precise: bool) -> String {
    let text = yards(value, precise);
    if is_zero(&text) { text } else { format!("{sign}{text}") }
}

fn is_zero(number: &str) -> bool {
    !number.bytes().any(|digit| (b'1'..=b'9').contains(&digit))
}

/// A share as per cent.
pub(super) fn percent(share: f64) -> String {
    format!("{:.0} %", whole(share * 100.0))
}

/// Rounded half away from zero, without a negative zero.
pub(super) fn whole(value: f64) -> f64 {
    value.round() + 0.0
}

/// 10000 as "10,000".
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_whole_and_never_minus_nothing() {
        assert_eq!(yards(5.5, false), "6");
        assert_eq!(yards(-0.2, false), "0");
        assert_eq!(signed('-', 0.3, false), "0");
        assert_eq!(signed('+', 5.7, false), "+6");
        assert_eq!(percent(0.567), "57 %");
        assert_eq!([7, 999, 1000, 1_000_000].map(grouped), ["7", "999", "1,000", "1,000,000"]);
    }
}
