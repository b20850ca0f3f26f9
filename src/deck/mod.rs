//! A show as one web page.
//!
//! A [`Rundown`] comes in, with the texts of the files it was made of; one HTML document comes out that plays it in any
//! browser: pictures, script, style and font are in it, and it neither fetches nor runs anything else. Every frame is one
//! that [`crate::picture`] drew; the page's script only puts them up. Reading a page's files again is
//! [`crate::play_file::Unpacked`]'s.

mod page;
mod sheets;
mod sources;
#[cfg(test)]
mod tests;

use crate::picture::Theme;
use crate::show::Rundown;

pub use sheets::step_picture;
pub use sources::{Source, SourceError, sources};

/// How many frames of a second are drawn; what moves between two of them is moved by the page.
pub const FRAMES_A_SECOND: f64 = 12.0;

/// What a page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Deck<'a> {
    /// The show.
    pub rundown: &'a Rundown,
    /// Its colours.
    pub theme: &'a Theme,
    /// Whether what only the presenter reads is in the page. The sources are expected to agree.
    pub notes: bool,
    /// The files it was made of, the one that was asked for first.
    pub sources: &'a [Source],
    /// Where it came from, in a sentence.
    pub made: &'a str,
}

impl Deck<'_> {
    /// The page; `drawn` hears how many steps are done.
    ///
    /// # Errors
    /// If a source has a path that no page can hold, with a sentence.
    pub fn page(&self, drawn: &mut dyn FnMut(usize)) -> Result<String, String> {
        let sheets = sheets::Sheets::draw(self, drawn);
        page::page(self, &sheets)
    }
}
