//! A workshop's record as a whole.
//!
//! What it names may have changed or gone since: a record stays what was said, so that other files are not looked at.

use super::super::report::Report;
use super::super::schema::{GUESS, WORKSHOP_RECORD};
use super::super::slots::Slots;
use super::super::tree::Node;
use super::references::each_once;

/// Checks a workshop's record.
pub(crate) fn workshop_record(root: Node<'_>, report: &mut Report) {
    let record = Slots::of(root, &WORKSHOP_RECORD);
    each_once(record.get("fronts"), report);
    for guess in record.list("guesses") {
        let guess = Slots::of(guess, &GUESS);
        each_once(guess.get("yards"), report);
        each_once(guess.get("came_to"), report);
    }
}
