//! The names that could have been meant.

/// How alike two names must be, from 0 to 1, for one to be a likely slip of the other.
const ALIKE: f64 = 0.6;

/// Up to three of `names` that are likely to have been meant by `name`, the nearest first.
pub(super) fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut near: Vec<(f64, &str)> = names
        .into_iter()
        .map(|candidate| (likeness(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    near.dedup_by_key(|(_, candidate)| *candidate);
    near.into_iter().take(3).map(|(_, candidate)| candidate).collect()
}

/// A help line: what is likely meant, else everything there is.
pub(super) fn did_you_mean<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let names: Vec<&str> = names.into_iter().collect();
    let near = nearest(name, names.iter().copied());
    if !near.is_empty() {
        return Some(format!("did you mean {}?", list(&near, "or")));
    }
    (!names.is_empty()).then(|| format!("there is {}", list(&names, "and")))
}

/// Names in a sentence: `` `a`, `b` or `c` ``.
pub(super) fn list(names: &[&str], last: &str) -> String {
    match names {
        [] => String::new(),
        [one] => format!("`{one}`"),
        [rest @ .., end] => format!("`{}` {last} `{end}`", rest.join("`, `")),
    }
}

fn likeness(a: &str, b: &str) -> f64 {
    let whole = strsim::normalized_damerau_levenshtein(a, b);
    // `guidance` may well mean `statutory-guidance`.
    if a.len() >= 3 && b.split('-').any(|word| word == a) { whole.max(ALIKE) } else { whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_finds_its_name() {
        assert_eq!(nearest("exemplr", ["api-strategy", "exemplar"]), ["exemplar"]);
        assert_eq!(nearest("guidance", ["statutory-guidance", "silo"]), ["statutory-guidance"]);
        assert!(nearest("zebra", ["exemplar"]).is_empty());
    }

    #[test]
    fn help_lists_everything_when_nothing_is_near() {
        assert_eq!(did_you_mean("zebra", ["a", "b", "c"]).as_deref(), Some("there is `a`, `b` and `c`"));
        assert_eq!(did_you_mean("exemplr", ["exemplar"]).as_deref(), Some("did you mean `exemplar`?"));
        assert_eq!(did_you_mean("x", []), None);
    }
}
