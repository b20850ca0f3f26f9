//! Forms: everything a file says about what is selected, to be changed.

mod choices;
pub(super) mod fields;
pub(super) mod lists;
pub(super) mod numbers;
pub(super) mod visit;
