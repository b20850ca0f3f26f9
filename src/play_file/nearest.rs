//! The nearest valid name to one that is not valid, and lists of names in words.

/// How far a name may be from what was meant: a third of its letters, at least one.
fn allowance(name: &str) -> usize {
    (name.chars().count() / 3).max(1)
}

/// The candidate that was probably meant by `name`, if any is near: a typing mistake, another case, or a part.
pub(super) fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let wanted = plain(name);
    if wanted.is_empty() {
        return None;
    }
    candidates
        .into_iter()
        .filter_map(|candidate| {
            let plain = plain(candidate);
            let part =
                wanted.chars().count() >= 3 && (plain.starts_with(&wanted) || wanted.starts_with(&plain));
            let distance = strsim::osa_distance(&wanted, &plain);
            let near = distance <= allowance(&wanted);
            (near || (part && plain.chars().count() >= 3)).then_some((!near, distance, candidate))
        })
        .min_by(|a, b| (a.0, a.1, a.2).cmp(&(b.0, b.1, b.2)))
        .map(|(_, _, candidate)| candidate)
}

/// Without case and without what separates words.
fn plain(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect()
}

/// `a`, `b` or `c`, each between `mark`s, the last behind `joint`; at most twelve, then how many more.
pub(super) fn list<'c>(names: impl IntoIterator<Item = &'c str>, mark: &str, joint: &str) -> String {
    const SHOWN: usize = 12;
    let names: Vec<&str> = names.into_iter().collect();
    let mut words = String::new();
    for (index, name) in names.iter().take(SHOWN).enumerate() {
        if index > 0 {
            words.push_str(if index + 1 == names.len() { joint } else { ", " });
        }
        words.push_str(mark);
        words.push_str(name);
        words.push_str(mark);
    }
    if names.len() > SHOWN {
        let more = (names.len() - SHOWN).to_string();
        words.extend([joint, &more, " more"]);
    }
    words
}

/// `name` as an id: lower-case words joined by hyphens, letters with accents without them; `None` if nothing is left of
/// it.
pub(crate) fn as_id(name: &str) -> Option<String> {
    let mut lower = String::with_capacity(name.len());
    name.to_lowercase().chars().for_each(|c| fold(c, &mut lower));
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit())
        .filter(|w| !w.is_empty())
        .collect();
    (!words.is_empty()).then(|| words.join("-"))
}

/// Adds a small letter as the ASCII letters people write for it; an apostrophe as nothing; anything else as it is.
fn fold(c: char, text: &mut String) {
    let letters = match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => "a",
        'æ' => "ae",
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
        'ď' | 'đ' | 'ð' => "d",
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
        'ĥ' | 'ħ' => "h",
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
        'ĵ' => "j",
        'ķ' => "k",
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
        'ñ' | 'ń' | 'ņ' | 'ň' => "n",
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
        'œ' => "oe",
        'ŕ' | 'ŗ' | 'ř' => "r",
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
        'ß' => "ss",
        'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
        'þ' => "th",
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
        'ŵ' => "w",
        'ý' | 'ÿ' | 'ŷ' => "y",
        'ź' | 'ż' | 'ž' => "z",
        // Apostrophes, and the marks that are accents by themselves.
        '\'' | '’' | '\u{300}'..='\u{36f}' => "",
        _ => return text.push(c),
    };
    text.push_str(letters);
}

#[cfg(test)]
mod tests {
    use super::{as_id, list, nearest};

    const CHANNELS: [&str; 5] = ["services", "skills", "culture", "governance", "technology"];

    #[test]
    fn the_nearest_is_a_typing_mistake_away_another_case_or_a_part() {
        for (name, meant) in [
            ("technolgy", Some("technology")),
            ("Technology", Some("technology")),
            ("tech", Some("technology")),
            ("service", Some("services")),
            ("governence", Some("governance")),
            ("finance", None),
            ("", None),
        ] {
            assert_eq!(nearest(name, CHANNELS), meant, "{name}");
        }
    }

    #[test]
    fn lists_read_as_words() {
        assert_eq!(list(["a"], "`", " or "), "`a`");
        assert_eq!(list(["a", "b", "c"], "\"", " and "), "\"a\", \"b\" and \"c\"");
        assert!(list(["a"; 15], "", " or ").ends_with("a or 3 more"));
    }

    #[test]
    fn ids_are_made_of_names() {
        assert_eq!(as_id("Service Team").as_deref(), Some("service-team"));
        assert_eq!(as_id("40_page--x-").as_deref(), Some("40-page-x"));
        assert_eq!(as_id("L’été à Łódź: Größe, cafe\u{301}").as_deref(), Some("lete-a-lodz-grosse-cafe"));
        assert_eq!(as_id("the supplier's quote").as_deref(), Some("the-suppliers-quote"));
        assert_eq!(as_id("—"), None);
        assert_eq!(as_id("教育"), None);
    }
}
