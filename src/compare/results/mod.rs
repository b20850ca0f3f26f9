//! What two to four plans come to side by side, on the same luck: the measures, which side is better where that is
//! clear, and what to take away in a sentence.

mod measures;
mod takeaway;

pub use measures::{Measure, Value, kept, measures};
pub use takeaway::{Takeaway, is_clear, pairs, takeaway};

use crate::rules::{Against, CallSheet, Compared, Drive, Trials, drive};

/// Everything side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// Those compared, in the order given.
    pub contenders: Vec<Contender>,
    /// How each does against each, by places.
    pub against: Vec<Vec<Against>>,
}

/// One of those compared.
#[derive(Clone, Debug)]
pub struct Contender {
    /// What it is called in the comparison: `A` for the first.
    pub letter: char,
    /// Its title, with its file's name where several share that.
    pub name: String,
    /// The plan.
    pub sheet: CallSheet,
    /// What is expected of it.
    pub expected: Drive,
    /// What its trials came to.
    pub trials: Trials,
}

impl Comparison {
    /// Sets `sheets`, which all stand on one operating model, beside each other with what their trials came to.
    #[must_use]
    pub fn new(sheets: Vec<CallSheet>, compared: Compared) -> Self {
        let drives = sheets.iter().map(drive).collect();
        Self::of_drives(sheets, drives, compared)
    }

    /// The same where the expected drives are known already, in the same order.
    #[must_use]
    pub fn of_drives(sheets: Vec<CallSheet>, drives: Vec<Drive>, compared: Compared) -> Self {
        let names = told_apart(&sheets);
        let contenders = ('A'..).zip(names).zip(sheets).zip(drives).zip(compared.trials);
        let contenders = contenders
            .map(|((((letter, name), sheet), expected), trials)| Contender {
                letter,
                name,
                sheet,
                expected,
                trials,
            })
            .collect();
        Self { contenders, against: compared.against }
    }

    /// How many trials were run, and how many were asked for.
    #[must_use]
    pub fn count(&self) -> (u64, u64) {
        self.contenders.first().map_or((0, 0), |first| (first.trials.count, first.trials.asked))
    }

    /// Whether the trials were stopped before they were done.
    #[must_use]
    pub fn partial(&self) -> bool {
        let (count, asked) = self.count();
        count < asked
    }
}

/// What each of `sheets` is called beside the others: its title; where several have that, with its file's name; and where
/// that is the same too, its letter.
#[must_use]
pub fn told_apart(sheets: &[CallSheet]) -> Vec<String> {
    let name = |(letter, sheet): (char, &CallSheet)| {
        let title = sheet.plan.title.clone();
        let same = || sheets.iter().filter(|other| other.plan.title == title);
        if same().count() == 1 {
            title
        } else if same().filter(|other| other.stem == sheet.stem).count() == 1 {
            format!("{title} ({})", sheet.stem)
        } else {
            letter.to_string()
        }
    };
    ('A'..).zip(sheets).map(name).collect()
}
