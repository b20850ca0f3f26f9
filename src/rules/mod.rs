//! The rules: what happens when a play is run.
//!
//! A [`Play`](crate::model::Play) and the [`State`] of the field come in; an [`Outcome`] comes out, every number of it
//! explained by [`reasons`]. Pure arithmetic in yards and shares, deterministic, in f64 with `libm`'s powers and
//! exponentials. Nothing here knows files, time or pictures.

mod advice;
mod difference;
mod drive;
mod lineup;
mod outcome;
mod reasons;
mod resolve;
mod sensitivity;
mod state;
mod story;
#[cfg(test)]
mod tests;
mod trials;
pub(crate) mod words;

pub use advice::{ADVICE_TRIALS, Advice, LeftOut, NextCall, Weighing, advise};
pub use difference::difference;
pub use drive::{
    CallSheet, Called, Down, DownHeadlines, DownResult, Drive, DriveEnd, Entry, Series, Shock, Standing,
    Struck, down_sentence, drive, drive_headline, event_sentence, result_words,
};
pub use lineup::{Lineup, STRAIGHT_ON, Switches};
pub use outcome::{Battle, BattleKind, ChannelOutcome, DefenderOutcome, OffenseOutcome, Outcome};
pub use reasons::{Direction, Reason, Source, Step, Value, reasons};
pub use resolve::{Run, repeat, resolve, safe_yard};
pub use sensitivity::{Lever, LeverEnd, LeverSubject, SENSITIVITY_TRIALS, Sensitivity, sensitivity};
pub use state::{GoneRound, State};
pub(crate) use story::WORTH_SAYING;
pub use story::{headline, headline_before, headline_of_gain, sentence, title};
pub use trials::{
    Against, Chance, Compared, DownSpread, Luck, Outlook, Paired, Spread, Trials, Watch, Weighed,
    compare_trials, trials, weigh,
};
