//! A drive: what becomes of a game plan, down by down (the rules' "A drive").
//!
//! A [`CallSheet`], a plan with its plays set against their model, comes in; a [`Drive`] comes out, in which every down
//! keeps its [`Run`](super::Run) and so the reasons of every number. What judges a series is in [`series`], which the
//! trials share; [`story`] tells a drive in sentences. Chance is left out here: risks are the trials' business.

mod call_sheet;
mod expected;
mod headline;
mod series;
mod story;

pub use call_sheet::{CallSheet, Called, Entry, Shock};
pub use expected::{Down, Drive, DriveEnd, Struck, drive};
pub(super) use expected::{exposure, leads};
pub use headline::DownHeadlines;
pub use series::{DownResult, Series, Standing};
pub use story::{down_sentence, drive_headline, event_sentence, result_words};
