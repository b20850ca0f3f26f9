//! The house style of play files.

/// How long a line may be, in characters.
pub(super) const MAX_COLUMNS: usize = 110;
/// What one level of indentation is.
pub(super) const UNIT: &str = "    ";
