//! An outcome in sentences, for people who know neither football nor the code.

use super::{Lineup, Run};
use crate::model::Subject;

/// What all the runs came to, as the header says it: "Try 2 of 4. 6 yards gained, 4 to go. Nobody is working on
/// Governance & funding."
#[must_use]
pub fn headline(lineup: &Lineup, runs: &[Run]) -> String {
    let _ = (lineup, runs);
    String::new()
}

/// What became of one subject in the last run, in a sentence.
#[must_use]
pub fn sentence(lineup: &Lineup, run: &Run, subject: &Subject) -> String {
    let _ = (lineup, run, subject);
    String::new()
}
