//! Blocks of trials on all threads, windows of downs one after the other, and somebody who may stop it.
//!
//! Memory does not grow with the number of trials: a thread holds one block, and everyone's histograms take at most
//! [`ROOM`] bytes, whatever the plan. A plan of more downs than fit is gone through several times, each time with
//! the histograms of other downs: the same luck makes the same trials.

use std::ops::{ControlFlow, Range};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::batch::{Batch, LANES};
use super::beta::Quantiles;
use super::drives::play_out;
use super::figures::{Against, Compared, Trials, Weighed};
use super::luck::Luck;
use super::program::{Contests, Program};
use super::recorder::Recorder;
use super::tally::{BYTES, Before, Pair, Tally};
use crate::rules::CallSheet;

/// How many bytes the histograms of all downs may take together.
const ROOM: usize = 128 << 20;
/// How many downs of all trials a block plays, about: some milliseconds' work.
const BLOCK_DOWNS: u64 = 16_384;
/// How many trials a block has at most.
const BLOCK: u64 = 512;

/// Somebody who waits for trials.
pub trait Watch: Sync {
    /// Told from time to time, from any thread but never from two at once, how many trials are done. May stop the
    /// rest: what has been begun by then is finished and counts: some hundredths of a second, for the longest plans a
    /// tenth.
    fn done(&self, trials: u64) -> ControlFlow<()>;
}

/// Somebody who waits for all of them.
impl Watch for () {
    fn done(&self, _: u64) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// What trials are run on; tests choose others.
#[derive(Clone, Copy, Debug)]
pub(super) struct Terms {
    pub(super) contests: Contests,
    /// How many bytes the histograms may take.
    pub(super) room: usize,
}

impl Default for Terms {
    fn default() -> Self {
        Self { contests: Contests::Drawn, room: ROOM }
    }
}

/// Runs a plan `luck.trials` times.
#[must_use]
pub fn trials(sheet: &CallSheet, luck: Luck, watch: &dyn Watch) -> Trials {
    trials_on(sheet, luck, watch, Terms::default())
}

pub(super) fn trials_on(sheet: &CallSheet, luck: Luck, watch: &dyn Watch, terms: Terms) -> Trials {
    let mut game = Game::new(&[sheet], luck, watch, terms);
    let results = game.results();
    results.into_iter().next().unwrap_or_else(|| game.nothing())
}

/// Runs several plans on the same luck and sets them against each other, trial by trial.
#[must_use]
pub fn compare_trials(sheets: &[&CallSheet], luck: Luck, watch: &dyn Watch) -> Compared {
    let mut game = Game::new(sheets, luck, watch, Terms::default());
    Compared { trials: game.results(), against: game.against() }
}

/// Runs several plans on the same luck for their ends alone, which costs less than [`compare_trials`] and no memory
/// to speak of: for many variants of one sheet.
#[must_use]
pub fn weigh(sheets: &[&CallSheet], luck: Luck, watch: &dyn Watch) -> Weighed {
    let mut game = Game::new(sheets, luck, watch, Terms::default());
    let tallies = game.pass(|_| 0..0, false);
    Weighed {
        count: game.count,
        asked: game.asked,
        seed: game.luck.seed,
        outlooks: tallies.iter().map(Tally::outlook).collect(),
        against: game.against(),
    }
}

/// Some sheets on one luck.
struct Game<'a> {
    programs: Vec<Program>,
    tables: Vec<Arc<Quantiles>>,
    luck: Luck,
    watch: &'a dyn Watch,
    /// How many bytes the histograms may take.
    room: usize,
    /// How many trials are asked for.
    asked: u64,
    /// How many were run.
    count: u64,
    stopped: bool,
    /// How each sheet does against each after it, row by row.
    pairs: Vec<Pair>,
}

/// What one thread works with.
struct Worker {
    batches: Vec<Batch>,
    recorders: Vec<Recorder>,
    pairs: Vec<Pair>,
}

impl<'a> Game<'a> {
    fn new(sheets: &[&CallSheet], luck: Luck, watch: &'a dyn Watch, terms: Terms) -> Self {
        let programs: Vec<Program> = sheets.iter().map(|sheet| Program::new(sheet, terms.contests)).collect();
        let tables = programs.iter().map(|p| Quantiles::of(p.constants.certainty)).collect();
        let asked = luck.trials.min(u64::from(u32::MAX));
        let room = terms.room;
        Self { programs, tables, luck, watch, room, asked, count: 0, stopped: false, pairs: Vec::new() }
    }

    /// Every sheet's trials.
    fn results(&mut self) -> Vec<Trials> {
        let sheets = self.programs.len();
        let window = self.window();
        let tallies = self.pass(|downs| 0..downs.min(window), true);
        let mut results: Vec<Trials> = tallies
            .iter()
            .map(|tally| {
                let (outlook, end) = (tally.outlook(), tally.end());
                Trials {
                    goal: outlook.goal,
                    turnover: tally.turnover(),
                    first_series_made: outlook.first_series_made,
                    spot: end.spot,
                    exposure: end.exposure,
                    fronts: end.fronts,
                    ..self.nothing()
                }
            })
            .collect();
        let longest = tallies.iter().map(Tally::longest).max().unwrap_or(0);
        let mut before: Vec<Before> = (0..sheets).map(|_| Before::default()).collect();
        let mut take = |tallies: Vec<Tally>| {
            for ((tally, result), before) in tallies.into_iter().zip(&mut results).zip(&mut before) {
                result.by_down.extend(tally.by_down(before));
            }
        };
        take(tallies);
        let mut from = window;
        while from < longest && !self.stopped {
            let until = from.saturating_add(window);
            let tallies = self.pass(|downs| from.min(downs)..until.min(downs), false);
            if !self.stopped {
                take(tallies);
            }
            from = until;
        }
        if !self.stopped || longest <= window {
            for (result, program) in results.iter_mut().zip(&self.programs) {
                // Nobody plays any more: everyone keeps its last values.
                if let Some(last) = result.by_down.last().cloned() {
                    result.by_down.resize(program.downs, last);
                }
            }
        }
        results
    }

    /// How many downs' histograms there is room for, for each sheet.
    fn window(&self) -> usize {
        let quantities: usize = self.programs.iter().map(|program| program.fronts.len() + 2).sum();
        // Those who play a down and those who leave with it.
        (self.room / (2 * quantities.max(1) * BYTES)).max(1)
    }

    /// Plays all trials, or in a later pass those that were played before, and notes the downs of a window.
    fn pass(&mut self, window: impl Fn(usize) -> Range<usize>, ends: bool) -> Vec<Tally> {
        let again = self.count > 0;
        let sheets = self.programs.len();
        let windows: Vec<Range<usize>> = self.programs.iter().map(|program| window(program.downs)).collect();
        let tallies: Vec<Tally> = self
            .programs
            .iter()
            .zip(&windows)
            .map(|(program, window)| Tally::new(window.clone(), program.fronts.len()))
            .collect();
        let longest: u64 = if again {
            windows.iter().map(|window| window.end as u64).sum()
        } else {
            self.programs.iter().map(|program| program.downs as u64).sum()
        };
        // Whole batches.
        let lanes = LANES as u64;
        let size = (BLOCK_DOWNS / longest.max(1) / lanes * lanes).clamp(lanes, BLOCK);
        let blocks = Blocks {
            all: if again { self.count } else { self.asked },
            before: if again { self.count } else { 0 },
            size,
            next: AtomicU64::new(0),
            stopped: AtomicBool::new(false),
            told: Mutex::new(0),
            watch: self.watch,
        };
        let pairs = Mutex::new(vec![Pair::default(); sheets * sheets.saturating_sub(1) / 2]);
        let work = || {
            let mut worker = Worker::new(&self.programs, &windows, ends, if again { 0 } else { sheets });
            while let Some(block) = blocks.take() {
                for (sheet, (batch, recorder)) in
                    worker.batches.iter_mut().zip(&mut worker.recorders).enumerate()
                {
                    recorder.clear();
                    let until = if again { windows[sheet].end } else { usize::MAX };
                    for first in block.clone().step_by(LANES) {
                        let count = (block.end - first).min(lanes) as usize;
                        let which = (self.luck.seed, first, count);
                        play_out(&self.programs[sheet], &self.tables[sheet], batch, recorder, which, until);
                    }
                    tallies[sheet].add(recorder);
                }
                worker.pair();
                blocks.finished(&block);
            }
            let mut pairs = pairs.lock().unwrap_or_else(PoisonError::into_inner);
            for (pair, more) in pairs.iter_mut().zip(&worker.pairs) {
                pair.merge(more);
            }
        };
        let threads = (rayon::current_num_threads() as u64).min(blocks.all.div_ceil(size));
        rayon::scope(|scope| {
            for _ in 1..threads {
                scope.spawn(|_| work());
            }
            work();
        });
        self.stopped |= blocks.stopped.load(Ordering::Relaxed);
        if !again {
            self.count = blocks.taken();
            self.pairs = pairs.into_inner().unwrap_or_else(PoisonError::into_inner);
        }
        tallies
    }

    fn nothing(&self) -> Trials {
        Trials { count: self.count, asked: self.asked, seed: self.luck.seed, ..Trials::default() }
    }

    /// Each sheet against each.
    fn against(&self) -> Vec<Vec<Against>> {
        let sheets = self.programs.len();
        let itself = Pair::default().figures().0;
        let mut against = vec![vec![itself; sheets]; sheets];
        let places = (0..sheets).flat_map(|one| (one + 1..sheets).map(move |other| (one, other)));
        for ((one, other), pair) in places.zip(&self.pairs) {
            (against[one][other], against[other][one]) = pair.figures();
        }
        against
    }
}

impl Worker {
    fn new(programs: &[Program], windows: &[Range<usize>], ends: bool, paired: usize) -> Self {
        Self {
            batches: programs.iter().map(Batch::new).collect(),
            recorders: programs
                .iter()
                .zip(windows)
                .map(|(program, window)| Recorder::new(window.clone(), program.fronts.len(), ends))
                .collect(),
            pairs: vec![Pair::default(); paired * paired.saturating_sub(1) / 2],
        }
    }

    /// Sets the block's sheets against each other.
    fn pair(&mut self) {
        let mut pairs = self.pairs.iter_mut();
        for (one, recorder) in self.recorders.iter().enumerate() {
            for (other, pair) in self.recorders[one + 1..].iter().zip(&mut pairs) {
                pair.add(&recorder.ends, &other.ends);
            }
        }
    }
}

/// The blocks of trials still to be run. They are handed out in order, so that what has been run is always the first
/// so many.
struct Blocks<'a> {
    all: u64,
    /// What was done in an earlier pass already.
    before: u64,
    size: u64,
    next: AtomicU64,
    stopped: AtomicBool,
    told: Mutex<u64>,
    watch: &'a dyn Watch,
}

impl Blocks<'_> {
    fn take(&self) -> Option<Range<u64>> {
        if self.stopped.load(Ordering::Relaxed) {
            return None;
        }
        let first = self.next.fetch_add(1, Ordering::Relaxed).saturating_mul(self.size);
        (first < self.all).then(|| first..self.all.min(first + self.size))
    }

    fn finished(&self, block: &Range<u64>) {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        *told += block.end - block.start;
        if self.watch.done((*told).max(self.before)).is_break() {
            self.stopped.store(true, Ordering::Relaxed);
        }
    }

    /// How many trials were handed out.
    fn taken(&self) -> u64 {
        self.next.load(Ordering::Relaxed).saturating_mul(self.size).min(self.all)
    }
}
