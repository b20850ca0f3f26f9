//! Numbers and names as they stand in a sentence: whole yards, number words, lists, and which verb a name takes.
//!
//! On screen yards are whole: a decimal from a judgement would be false precision.

/// Yards below which nothing is said to have moved at all.
pub(crate) const NOTHING: f64 = 0.05;

/// Whole yards; never a negative zero.
pub(crate) fn whole(yards: f64) -> i64 {
    yards.round() as i64
}

/// "1 yard", "3 yards".
pub(crate) fn yards(count: i64) -> String {
    if count == 1 { "1 yard".into() } else { format!("{count} yards") }
}

/// How far something moved forward or back: "3 yards gained", "less than a yard lost", "no ground gained".
pub(crate) fn moved(by: f64) -> String {
    let way = if by <= -NOTHING { "lost" } else { "gained" };
    match whole(by.abs()) {
        _ if by.abs() < NOTHING => "no ground gained".into(),
        0 => format!("less than a yard {way}"),
        count => format!("{} {way}", yards(count)),
    }
}

/// "three", and digits beyond ten.
pub(crate) fn number(count: usize) -> String {
    const WORDS: [&str; 11] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).into())
}

/// "once", "twice", "three times", "50 times".
pub(crate) fn times(count: usize) -> String {
    match count {
        1 => "once".into(),
        2 => "twice".into(),
        _ => format!("{} times", number(count)),
    }
}

/// "fourth", and "21st" beyond the tenth.
pub(crate) fn ordinal(number: u32) -> String {
    const WORDS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let word = number.checked_sub(1).and_then(|index| WORDS.get(index as usize));
    word.map_or_else(
        || {
            let ending = match (number % 100, number % 10) {
                (11..=13, _) => "th",
                (_, 1) => "st",
                (_, 2) => "nd",
                (_, 3) => "rd",
                _ => "th",
            };
            format!("{number}{ending}")
        },
        |word| (*word).into(),
    )
}

/// "A", "A and B", "A, B and C", with `last` before the last.
pub(crate) fn list(names: &[&str], last: &str) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).into(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}

/// With its first letter large, to begin a sentence.
pub(crate) fn begin(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// With its first letter small, inside a line; an abbreviation such as "API team" keeps its letters.
pub(super) fn within(name: &str) -> String {
    let first_word = name.split(' ').next().unwrap_or_default();
    if first_word.chars().skip(1).any(|letter| !letter.is_lowercase() && letter != '-') {
        return name.into();
    }
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// A sentence without its full stop, to stand as a line in a list.
pub(crate) fn line(sentence: &str) -> String {
    sentence.trim().trim_end_matches('.').into()
}

/// An id as words, for a force that has no name here: "statutory-guidance" as "Statutory guidance".
pub(crate) fn spoken(id: &str) -> String {
    begin(&id.replace('-', " "))
}

/// `one` or `many`, whichever verb the names take.
pub(crate) fn verb<'a>(names: &[&str], one: &'a str, many: &'a str) -> &'a str {
    match names {
        [name] if !is_plural(name) => one,
        _ => many,
    }
}

/// Whether a name is of several: by the ending of its main word, the last one before any "of", "in", "that" and so on.
pub(crate) fn is_plural(name: &str) -> bool {
    const LINKS: [&str; 10] = ["of", "in", "on", "that", "for", "at", "to", "with", "from", "who"];
    const ONE: [&str; 5] = ["ss", "us", "is", "ops", "ics"];
    let mut words = name.split_whitespace();
    let Some(mut main) = words.next() else { return false };
    for word in words {
        match word {
            "and" | "&" => return true,
            _ if LINKS.contains(&word) => break,
            _ => main = word,
        }
    }
    let main = main.to_lowercase();
    main.ends_with('s') && !ONE.iter().any(|ending| main.ends_with(ending))
}

/// At most two decimals, none that say nothing.
pub(super) fn plain(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_take_their_verbs() {
        let many = ["Link workers", "Developers in house", "Services that switch", "Policy & legal", "Silos"];
        let one = [
            "Service redesign team",
            "Handful of advocates",
            "DevOps",
            "Single view of a household",
            "User research",
            "You build it, you run it",
            "Progress",
        ];
        for name in many {
            assert!(is_plural(name), "{name}");
        }
        for name in one {
            assert!(!is_plural(name), "{name}");
        }
        assert_eq!(verb(&["A", "B"], "gets", "get"), "get");
    }

    #[test]
    fn numbers_read_as_people_say_them() {
        assert_eq!([1, 2, 4, 11].map(times), ["once", "twice", "four times", "11 times"]);
        assert_eq!(
            [1, 4, 10, 11, 13, 21, 22, 50, 101, 111].map(ordinal),
            ["first", "fourth", "tenth", "11th", "13th", "21st", "22nd", "50th", "101st", "111th"]
        );
        assert_eq!(
            [3.2, 1.4, 0.6, 0.4, 0.04, -0.0, -0.04, -0.3, -1.2].map(moved),
            [
                "3 yards gained",
                "1 yard gained",
                "1 yard gained",
                "less than a yard gained",
                "no ground gained",
                "no ground gained",
                "no ground gained",
                "less than a yard lost",
                "1 yard lost"
            ]
        );
    }

    #[test]
    fn names_stand_well_in_lists_and_lines() {
        assert_eq!(list(&["A", "B", "C"], "or"), "A, B or C");
        assert_eq!(list(&["A", "B"], "and"), "A and B");
        assert_eq!(
            ["User research", "API team", "40-page guidance", "On-call rota"].map(within),
            ["user research", "API team", "40-page guidance", "on-call rota"]
        );
        assert_eq!(spoken("statutory-guidance"), "Statutory guidance");
        assert_eq!(line("We accept it. "), "We accept it");
    }
}
