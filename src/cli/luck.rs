//! Trials on the command line: how many, from which seed, how far they have come, and Ctrl+C.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use clap::Args;
use indicatif::ProgressBar;

use super::Console;
use super::failure::Exit;
use crate::rules::{ADVICE_TRIALS, Luck, Watch};

/// More trials than this tell nothing more.
pub(super) const MOST: u64 = 1_000_000_000;

/// So many, unless it is said otherwise.
const TRIALS: u64 = 10_000;
/// The seed, unless it is said otherwise.
const SEED: u64 = 1;

/// How chance is drawn.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Chance {
    /// How many trials, up to 1000000000
    #[arg(long, value_name = "N", default_value_t = TRIALS, allow_negative_numbers = true, value_parser = clap::value_parser!(u64).range(1..=MOST))]
    trials: u64,
    /// Where chance starts: the same seed gives the same result
    #[arg(long, value_name = "N", default_value_t = SEED)]
    seed: u64,
}

impl Chance {
    /// As was asked, or as usual.
    pub(super) fn new(trials: Option<u64>, seed: Option<u64>) -> Self {
        Self { trials: trials.unwrap_or(TRIALS), seed: seed.unwrap_or(SEED) }
    }

    /// As the rules take it.
    pub(super) const fn luck(self) -> Luck {
        Luck { trials: self.trials, seed: self.seed }
    }

    /// Watches the trials that are about to be run.
    pub(super) fn watch(self, console: Console) -> Watcher {
        Watcher { bar: console.progress(self.trials as usize, "Trials"), stopped: stop_on_ctrl_c(console) }
    }
}

/// How chance is drawn where fewer trials tell enough.
#[derive(Clone, Copy, Debug, Args)]
pub(super) struct Few {
    /// How many trials
    #[arg(long, value_name = "N", default_value_t = ADVICE_TRIALS, allow_negative_numbers = true, value_parser = clap::value_parser!(u64).range(1..=MOST))]
    trials: u64,
    /// Where chance starts: the same seed gives the same result
    #[arg(long, value_name = "N", default_value_t = SEED)]
    seed: u64,
}

impl From<Few> for Chance {
    fn from(Few { trials, seed }: Few) -> Self {
        Self { trials, seed }
    }
}

/// Shows how far the trials are, and stops them when Ctrl+C is pressed.
pub(super) struct Watcher {
    bar: ProgressBar,
    stopped: Arc<AtomicBool>,
}

impl Watcher {
    /// Watches other trials from now on: a Ctrl+C pressed earlier stops those too.
    pub(super) fn next(&self, trials: u64, doing: &'static str) {
        self.bar.set_length(trials);
        self.bar.set_position(0);
        self.bar.set_message(doing);
    }

    /// Takes the bar away.
    pub(super) fn finish(self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Watcher {
    fn done(&self, trials: u64) -> ControlFlow<()> {
        self.bar.set_position(trials);
        if self.stopped.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

/// What Ctrl+C sets. A second one ends the program at once.
fn stop_on_ctrl_c(console: Console) -> Arc<AtomicBool> {
    let stopped = Arc::new(AtomicBool::new(false));
    let pressed = Arc::clone(&stopped);
    let handler = move || {
        if pressed.swap(true, Ordering::Relaxed) {
            std::process::exit(i32::from(Exit::Stopped as u8));
        }
    };
    // Where that cannot be had, Ctrl+C ends the program as it always did.
    if ctrlc::set_handler(handler).is_err() {
        console.note("Ctrl+C will end the trials without a result");
    }
    stopped
}
