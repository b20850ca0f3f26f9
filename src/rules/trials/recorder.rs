//! What one block of trials came to, noted trial by trial before it is added to everyone's.

use std::ops::Range;

use super::batch::{Batch, LANES, Lanes};

/// How finely percentiles see a yard.
pub(super) const GRID: f64 = 100.0;
/// The highest place on the grid: the far end of the field.
pub(super) const TOP: u16 = 10_000;

/// Sums of yards are kept in steps of 2^-60 of a yard: whole numbers, which add up to the same in any order.
pub(super) const STEPS: f64 = (1_u64 << 60) as f64;

/// A sum of yards in whole steps.
pub(super) fn steps(sum: f64) -> i128 {
    (sum * STEPS) as i128
}

/// Some trials' values of every quantity: the spot, the exposure and each channel's front.
#[derive(Clone, Debug)]
pub(super) struct Notes {
    /// Places on the grid, by quantity.
    pub(super) values: Vec<Vec<u16>>,
    /// Sums of the values as they are in whole [`STEPS`], batch by batch, by quantity.
    pub(super) sums: Vec<i128>,
}

/// How one trial ended.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct End {
    pub(super) spot: f64,
    pub(super) exposure: f64,
    pub(super) goal: bool,
    pub(super) turnover: bool,
    /// Whether the series it began in was made.
    pub(super) made: bool,
}

/// What a block came to.
#[derive(Debug)]
pub(super) struct Recorder {
    /// The downs that are noted, from 0.
    pub(super) window: Range<usize>,
    /// By down of the window: where those stood who played it.
    pub(super) played: Vec<Notes>,
    /// By down of the window: where those stood whose drive ended with it.
    pub(super) left: Vec<Notes>,
    /// Where all stood at the end, if that is noted.
    pub(super) end: Option<Notes>,
    /// How each trial ended, in their order.
    pub(super) ends: Vec<End>,
    /// How many downs the longest drive took.
    pub(super) longest: usize,
}

impl Notes {
    fn new(quantities: usize) -> Self {
        Self { values: vec![Vec::new(); quantities], sums: vec![0; quantities] }
    }

    fn clear(&mut self) {
        self.values.iter_mut().for_each(Vec::clear);
        self.sums.fill(0);
    }

    /// How many trials are noted.
    pub(super) fn count(&self) -> usize {
        self.values.first().map_or(0, Vec::len)
    }

    /// Notes every trial of a batch that `counts` says yes to.
    fn take(&mut self, batch: &Batch, counts: &[bool; LANES]) {
        let all = counts.iter().all(|counts| *counts);
        let rows = [&batch.spot, &batch.exposure].into_iter().chain(&batch.fronts);
        for (row, (values, sum)) in rows.zip(self.values.iter_mut().zip(&mut self.sums)) {
            let mut places = [0; LANES];
            for (place, yards) in places.iter_mut().zip(row) {
                *place = on_grid(*yards);
            }
            if all {
                values.extend_from_slice(&places);
                *sum += steps(total(row));
            } else {
                let mut some = 0.0;
                for (lane, _) in counts.iter().enumerate().filter(|(_, counts)| **counts) {
                    values.push(places[lane]);
                    some += row[lane];
                }
                *sum += steps(some);
            }
        }
    }
}

impl Recorder {
    /// A recorder of these downs for a field of so many channels.
    pub(super) fn new(window: Range<usize>, channels: usize, ends: bool) -> Self {
        let notes = Notes::new(channels + 2);
        Self {
            played: vec![notes.clone(); window.len()],
            left: vec![notes.clone(); window.len()],
            end: ends.then_some(notes),
            window,
            ends: Vec::new(),
            longest: 0,
        }
    }

    pub(super) fn clear(&mut self) {
        self.played.iter_mut().chain(&mut self.left).chain(&mut self.end).for_each(Notes::clear);
        self.ends.clear();
        self.longest = 0;
    }

    /// Notes a down: where those stand who played it, and those among them whose drive ended with it.
    pub(super) fn down(&mut self, down: usize, batch: &Batch, played: &[bool; LANES], ended: &[bool; LANES]) {
        let place = down.checked_sub(self.window.start);
        if let Some(notes) = place.and_then(|place| self.played.get_mut(place)) {
            notes.take(batch, played);
        }
        if ended.iter().any(|ended| *ended) {
            if let Some(notes) = place.and_then(|place| self.left.get_mut(place)) {
                notes.take(batch, ended);
            }
            self.end(batch, ended);
        }
    }

    /// Notes where some stand at the end.
    pub(super) fn end(&mut self, batch: &Batch, ended: &[bool; LANES]) {
        if let Some(notes) = &mut self.end {
            notes.take(batch, ended);
        }
    }
}

/// A yard's place on the grid: the nearest hundredth, the even one of two.
#[inline]
pub(super) fn on_grid(yards: f64) -> u16 {
    // At 2^52 a number's last bit counts one: adding it rounds, and leaves the whole number in the low bits.
    const ROUND: f64 = 4_503_599_627_370_496.0;
    ((yards * GRID + ROUND).to_bits() as u16).min(TOP)
}

/// A row's sum, always added up in the same order.
fn total(row: &Lanes) -> f64 {
    let mut row = *row;
    let mut length = LANES / 2;
    while length > 0 {
        let (front, back) = row.split_at_mut(length);
        for (front, back) in front.iter_mut().zip(back) {
            *front += *back;
        }
        length /= 2;
    }
    row[0]
}
