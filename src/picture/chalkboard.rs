//! A frame as text, for terminals.

use crate::timeline::Frame;

/// Which characters may be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Charset {
    /// Box drawing and blocks.
    #[default]
    Unicode,
    /// Plain ASCII.
    Ascii,
}

/// The field as lines of text, at most `columns` wide.
#[must_use]
pub fn chalkboard(frame: &Frame, columns: usize, charset: Charset) -> String {
    let _ = (frame, columns, charset);
    String::new()
}
