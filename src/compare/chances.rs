//! Chances as people say them.

use crate::rules::Chance;

/// What stands under every result with chance in it.
pub const JUDGEMENTS: &str = "\
Strengths and chances are judgements, not measurement. ± is what chance alone may make of a count of
trials (one standard error); it says nothing about how far off the judgements are.
";

/// "in 97 of 100 trials (± 0.2)", "in none of the trials".
#[must_use]
pub fn in_trials(chance: &Chance) -> String {
    let hundred = chance.chance * 100.0;
    if chance.chance <= 0.0 {
        "in none of the trials".to_owned()
    } else if chance.chance >= 1.0 {
        "in all of the trials".to_owned()
    } else if hundred < 0.5 {
        "in fewer than 1 of 100 trials".to_owned()
    } else if hundred >= 99.5 {
        "in more than 99 of 100 trials".to_owned()
    } else {
        format!("in {hundred:.0} of 100 trials ({})", error(chance))
    }
}

/// "97 of 100 (± 0.2)", for a table.
#[must_use]
pub fn of_hundred(chance: &Chance) -> String {
    let hundred = chance.chance * 100.0;
    let count = if chance.chance <= 0.0 {
        "none".to_owned()
    } else if chance.chance >= 1.0 {
        "all".to_owned()
    } else if hundred < 0.5 {
        "under 1 of 100".to_owned()
    } else if hundred >= 99.5 {
        "over 99 of 100".to_owned()
    } else {
        format!("{hundred:.0} of 100")
    };
    format!("{count} ({})", error(chance))
}

/// The chance that something does not come.
#[must_use]
pub fn not(chance: &Chance) -> Chance {
    Chance { chance: 1.0 - chance.chance, error: chance.error }
}

fn error(chance: &Chance) -> String {
    let hundred = chance.error * 100.0;
    if hundred < 0.05 { "± under 0.1".to_owned() } else { format!("± {hundred:.1}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_counts_of_trials() {
        let said = |hits, count| in_trials(&Chance::of(hits, count));
        assert_eq!(said(97, 100), "in 97 of 100 trials (± 1.8)");
        assert_eq!(said(0, 100), "in none of the trials");
        assert_eq!(said(100, 100), "in all of the trials");
        assert_eq!(said(1, 1000), "in fewer than 1 of 100 trials");
        assert_eq!(said(999, 1000), "in more than 99 of 100 trials");
        assert_eq!(of_hundred(&not(&Chance::of(3, 100))), "97 of 100 (± 1.8)");
        assert_eq!(of_hundred(&Chance::of(0, 1_000_000)), "none (± under 0.1)");
    }
}
