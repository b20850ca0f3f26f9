//! Whether an opponent's name reads like people. What holds an organisation back is drawn as things: a rule, a habit, a
//! system. A room that names a person or a department instead argues about them, not about what could change.
//!
//! In: a name. Out: a hint, or nothing. It goes by the main word and a few lists; it will miss some, and a hint never
//! refuses a name.

mod lists;

use lists::{DEPARTMENTS, GIVEN_NAMES, LEVELS, LINKS, MAIN_WORDS, TITLES};

/// What to ask when an opponent is a person, a role or a group.
const ASK: &str = "What do they do that holds us back? Name that: a rule, a habit, a system.";

/// A friendly hint if a defender's name reads like a person, a role or a department ("The CFO", "IT department",
/// "Jane"), and nothing if it reads like a thing ("Legacy technology", "Waterfall procurement").
#[must_use]
pub fn reads_like_people(name: &str) -> Option<String> {
    let like = like(name)?;
    Some(format!("This reads like {like}. {ASK}"))
}

fn like(name: &str) -> Option<&'static str> {
    let name = name.trim();
    let plain =
        |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).trim_end_matches("'s").to_lowercase();
    let words: Vec<&str> = name.split_whitespace().collect();
    let small: Vec<String> = words.iter().map(|word| plain(word)).collect();
    let small: Vec<&str> = small.iter().map(String::as_str).collect();
    let first = *small.first()?;
    if DEPARTMENTS.contains(&small.join(" ").as_str()) {
        return Some("a department");
    }
    let rest = match first {
        "the" | "our" | "your" | "my" | "their" | "a" | "an" | "some" | "all" => {
            small.get(1..).unwrap_or(&[])
        }
        _ => small.as_slice(),
    };
    if DEPARTMENTS.contains(&rest.join(" ").as_str()) {
        return Some("a department");
    }
    let is_capitalised = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    let short_name = words.len() <= 3 && words.iter().all(is_capitalised);
    let owns = |word: &str| word.ends_with("'s") || word.ends_with("’s");
    let short_name = short_name || words.len() == 1;
    if short_name && !words.iter().any(|word| owns(word)) {
        if GIVEN_NAMES.contains(&first) {
            return Some("a person");
        }
        if words.len() > 1 && TITLES.contains(&first) {
            return Some("a person");
        }
    }
    // "Legal and finance" is people if each of them is.
    let joins = |word: &&str| matches!(plain(word).as_str(), "and" | "");
    if words.iter().any(joins) {
        let parts = words.split(joins).map(|part| part.join(" "));
        let each: Option<Vec<&str>> = parts.map(|part| like(&part)).collect();
        return each.map(|_| "people");
    }
    // "Heads of service": what stands before the link is the main thing.
    let main =
        rest.iter().position(|word| LINKS.contains(word)).map_or(rest, |at| rest.get(..at).unwrap_or(rest));
    let (last, before) = main.split_last()?;
    let level = before.last().is_some_and(|word| LEVELS.contains(word));
    if level && matches!(*last, "management" | "leadership") {
        return Some("a group of people");
    }
    let single = |word: &str| last.strip_suffix('s') == Some(word) || *last == word;
    let also = |word: &str| {
        matches!((*last, word), ("men", "man") | ("women", "woman") | ("secretaries", "secretary"))
    };
    MAIN_WORDS
        .iter()
        .find(|table| table.words.iter().any(|word| single(word) || also(word)))
        .map(|table| table.like)
}

#[cfg(test)]
mod tests {
    use super::{ASK, reads_like_people};
    use crate::play_file::Playbook;

    #[test]
    fn people_roles_and_departments_get_a_hint() {
        for (name, like) in [
            ("The CFO", "a role"),
            ("IT department", "a group of people"),
            ("Legal team", "a group of people"),
            ("Jane", "a person"),
            ("jane", "a person"),
            ("Jane Smith", "a person"),
            ("Mr Miller", "a person"),
            ("Middle managers", "a role"),
            ("Middle management", "a group of people"),
            ("Procurement", "a department"),
            ("The IT", "a department"),
            ("Head of Finance", "a role"),
            ("heads of service", "a role"),
            ("Finance director", "a role"),
            ("Managers who say no", "a role"),
            ("People in the regions", "a group of people"),
            ("Legal and finance", "people"),
            ("  our suppliers ", "a group of people"),
            ("HR", "a department"),
            ("Jane and John", "people"),
        ] {
            assert_eq!(reads_like_people(name), Some(format!("This reads like {like}. {ASK}")), "{name}");
        }
    }

    #[test]
    fn things_get_none() {
        for name in [
            "Legacy technology",
            "Waterfall procurement",
            "Annual project money",
            "40-page statutory guidance",
            "Supplier dependence",
            "Team culture",
            "Staff shortages",
            "Fear of managers",
            "Lack of staff",
            "Jane's spreadsheet",
            "The way we talk to the legal team",
            "Office politics",
            "Change of leadership",
            "Management information",
            "Head count freeze",
            "Rules and habits",
            "Products & services",
            "",
            "—",
            "教育",
        ] {
            assert_eq!(reads_like_people(name), None, "{name}");
        }
    }

    #[test]
    fn every_shipped_defender_is_a_thing() {
        let mut count = 0;
        for (_, play) in Playbook::built_in().plays() {
            for defender in &play.defense {
                assert_eq!(reads_like_people(&defender.name), None, "{}", defender.name);
                count += 1;
            }
        }
        assert!(count > 20, "{count}");
    }
}
