//! Which panels are open, what is typed in them, and what they are about.

use std::path::PathBuf;

use super::{Asking, Changing, Starting};
use crate::app::words::say;

/// What the explanation of a whole play or plan is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum About {
    /// What it came to, and why.
    #[default]
    Why,
    /// Which judgement to argue about first.
    Argue,
    /// What could be called next.
    NextCall,
}

impl About {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Why, Self::Argue, Self::NextCall];

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Why => say!("inspector-why"),
            Self::Argue => say!("inspector-argue-first"),
            Self::NextCall => say!("inspector-next-call"),
        }
    }
}

/// Which panels are open, and what is typed in them.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each panel is open or not, by itself")]
pub struct Panels {
    /// The list of plays.
    pub playbook: bool,
    /// The explanation of what is selected.
    pub inspector: bool,
    /// What it is about, where the whole play or plan is selected.
    pub about: About,
    /// Every key.
    pub help: bool,
    /// What is typed in the palette, if it is open.
    pub palette: Option<String>,
    /// The path that is typed, if it is being typed.
    pub path: Option<String>,
    /// Words the list is narrowed to.
    pub search: String,
    /// Whether the search should take the keyboard.
    pub focus_search: bool,
    /// The tag the list is narrowed to.
    pub tag: Option<String>,
    /// The problem shown in its file, by its number.
    pub problem: Option<usize>,
    /// What is being started, if anything is.
    pub starting: Option<Starting>,
    /// Forms.
    pub change: Changing,
    /// What somebody has to decide.
    pub asking: Option<Asking>,
    /// The file whose text is shown beside the field.
    pub source: Option<PathBuf>,
    /// Everything that was done.
    pub history: bool,
}
