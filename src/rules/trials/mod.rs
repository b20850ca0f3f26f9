//! Trials: a game plan run again and again with chance, and what the runs come to (the rules' "Trials").
//!
//! A [`CallSheet`](super::CallSheet) and a [`Luck`] come in; [`Trials`] come out, or [`Compared`] and [`Weighed`] for
//! several sheets that meet the same luck. Every draw is keyed by what it is for ([`luck`]), so that neither threads
//! nor other plays change it. A sheet becomes a [`program`] without names; a [`batch`] runs some trials of it side by
//! side, and [`drives`] takes them down by down through the plan; a [`recorder`] notes what a block of them came to;
//! [`tally`] keeps all blocks' notes, exactly and in any order; [`run`] hands blocks to threads. This module owns no
//! clock and no output: who waits is told by [`Watch`].

mod batch;
mod beta;
mod drives;
mod figures;
mod luck;
mod program;
mod recorder;
mod run;
mod tally;
#[cfg(test)]
mod tests;

pub use figures::{Against, Chance, Compared, DownSpread, Outlook, Paired, Spread, Trials, Weighed};
pub use luck::Luck;
pub use run::{Watch, compare_trials, trials, weigh};
