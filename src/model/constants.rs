//! The constants of the rules: one table with names, defaults, ranges and meanings, which reading, arithmetic, panels
//! and documentation share.

use serde::{Deserialize, Serialize};

/// What one constant is: for checking a file's override and for explaining a number.
#[derive(Clone, Copy, Debug)]
pub struct Constant {
    /// The name in files, such as `familiarity`.
    pub name: &'static str,
    /// The value without an override.
    pub default: f64,
    /// The smallest and the largest value allowed.
    pub range: (f64, f64),
    /// Its unit: `"yd"`, or nothing for a share, factor or count.
    pub unit: &'static str,
    /// What it does, in a sentence.
    pub meaning: &'static str,
    get: fn(&Constants) -> f64,
}

impl Constant {
    /// This constant's value among `constants`.
    #[must_use]
    pub fn value(&self, constants: &Constants) -> f64 {
        (self.get)(constants)
    }
}

macro_rules! constants {
    ($($name:ident: $default:literal, $low:literal ..= $high:literal, $unit:literal, $meaning:literal;)*) => {
        /// The constants of the rules; an operating model may override any of them within its range.
        #[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct Constants {
            $(#[doc = $meaning] pub $name: f64,)*
        }

        impl Default for Constants {
            fn default() -> Self {
                Self { $($name: $default,)* }
            }
        }

        impl Constants {
            /// Every constant, in the order of the rules.
            pub const TABLE: &'static [Constant] = &[
                $(Constant {
                    name: stringify!($name),
                    default: $default,
                    range: ($low, $high),
                    unit: $unit,
                    meaning: $meaning,
                    get: |constants| constants.$name,
                },)*
            ];
        }
    };
}

constants! {
    understanding_floor: 0.4, 0.0 ..= 1.0, "", "how much of its strength an offense uses that never steps back";
    understanding_yards: 5.0, 0.1 ..= 50.0, "yd", "how fast stepping back pays";
    familiarity: 0.85, 0.1 ..= 1.0, "", "what each further use of the same tactic in a drive keeps of its effect";
    familiarity_floor: 0.4, 0.0 ..= 1.0, "", "what even the fiftieth use keeps";
    bypass: 0.5, 0.0 ..= 1.0, "", "how much a defender weighs when it is got behind, not confronted";
    wear: 0.25, 0.0 ..= 1.0, "", "how much of a confronted defender's strength a fully won contest takes";
    wear_floor: 0.4, 0.0 ..= 1.0, "", "a force never falls below this share of its strength";
    cover: 10.0, 0.0 ..= 100.0, "yd", "how far a channel may lead the two hindmost others before it is out on its own";
    drag: 0.15, 0.0 ..= 1.0, "", "share of an isolated lead that is lost after each play";
    gone_round_drag: 0.05, 0.0 ..= 1.0, "", "how much more each strength point gone round drags";
    festering: 0.08, 0.0 ..= 1.0, "", "how much a force that was gone round grows with each play it is left there";
    festering_limit: 1.5, 1.0 ..= 5.0, "", "how far a force that was gone round can grow";
    pressure_yards: 20.0, 1.0 ..= 100.0, "yd", "step-back at which pressure has its full effect";
    series_downs: 4.0, 1.0 ..= 20.0, "", "downs in a series";
    series_yards: 10.0, 1.0 ..= 100.0, "yd", "yards a series must gain";
    patience: 1.0, 0.0 ..= 20.0, "", "failed series that only lose distance before one loses the ball";
    setback: 5.0, 0.0 ..= 50.0, "yd", "distance every channel loses for such a failed series";
    certainty: 8.0, 1.0 ..= 100.0, "", "concentration of a contest's outcome in trials; higher is closer to its expected share";
}

#[cfg(test)]
mod tests {
    use super::Constants;

    #[test]
    fn every_default_lies_in_its_range_and_is_the_one_in_the_struct() {
        let defaults = Constants::default();
        for constant in Constants::TABLE {
            let (low, high) = constant.range;
            assert!((low..=high).contains(&constant.default), "{}", constant.name);
            assert_eq!(constant.value(&defaults).to_bits(), constant.default.to_bits(), "{}", constant.name);
        }
    }
}
