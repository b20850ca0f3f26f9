//! How numbers and names are typed: `services=30`, `service-team.strength=4`, `20`.

/// A name and its number.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pair {
    pub(super) key: String,
    pub(super) value: f64,
}

/// Where the fronts start.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Start {
    /// Every channel that is not named.
    pub(super) all: Option<f64>,
    /// Channels by name.
    pub(super) each: Vec<Pair>,
}

/// Reads `NAME=NUMBER`.
pub(super) fn pair(text: &str) -> Result<Pair, String> {
    let (key, value) = text.split_once('=').ok_or("a name, = and a number are needed")?;
    let key = key.trim();
    if key.is_empty() {
        return Err("there is no name before the =".to_owned());
    }
    Ok(Pair { key: key.to_owned(), value: number(value)? })
}

/// Reads `20`, `services=30,skills=20`, or both: `25,services=30`.
pub(super) fn start(text: &str) -> Result<Start, String> {
    let parts = text.split(',').map(str::trim).map(|part| {
        Ok(if part.contains('=') {
            Start { all: None, each: vec![pair(part)?] }
        } else {
            Start { all: Some(number(part)?), each: Vec::new() }
        })
    });
    together(&parts.collect::<Result<Vec<_>, String>>()?)
}

/// Several starts as one, which names nothing twice.
pub(super) fn together(starts: &[Start]) -> Result<Start, String> {
    let mut whole = Start::default();
    for Start { all, each } in starts {
        if all.is_some() && whole.all.is_some() {
            return Err("more than one yard for every front".to_owned());
        }
        whole.all = whole.all.or(*all);
        for named in each {
            if whole.each.iter().any(|other| other.key == named.key) {
                return Err(format!("`{}` is given twice", named.key));
            }
            whole.each.push(named.clone());
        }
    }
    Ok(whole)
}

fn number(text: &str) -> Result<f64, String> {
    let number = text.trim().parse::<f64>().ok().filter(|number| number.is_finite());
    number.ok_or_else(|| format!("`{text}` is not a number"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(key: &str, value: f64) -> Pair {
        Pair { key: key.to_owned(), value }
    }

    #[test]
    fn a_start_is_one_yard_or_yards_by_name_or_both() {
        assert_eq!(start("20"), Ok(Start { all: Some(20.0), each: vec![] }));
        let both = Start { all: Some(25.0), each: vec![named("services", 30.0), named("skills", 10.5)] };
        assert_eq!(start("25, services=30,skills=10.5"), Ok(both));
        for bad in ["", "x", "20,30", "services=", "=3", "services=inf", "a=1,a=2", "nan"] {
            assert!(start(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_pair_is_a_name_and_a_number() {
        assert_eq!(pair("services.guidance=4"), Ok(named("services.guidance", 4.0)));
        for bad in ["guidance", "guidance=much", "=4", "guidance=NaN"] {
            assert!(pair(bad).is_err(), "{bad}");
        }
    }
}
