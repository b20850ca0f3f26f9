//! All blocks' notes together. Everything is counted in whole numbers, so that the order in which blocks come in does
//! not change a bit of the result.

use std::ops::Range;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::batch::LANES;
use super::figures::{Against, Chance, DownSpread, Outlook, Paired, Spread};
use super::recorder::{End, GRID, Notes, Recorder, STEPS, TOP, steps};

/// A histogram grows by so many bins.
const PAGE: usize = 128;

/// How many bytes one row of one quantity can take: what a window of downs is sized by.
pub(super) const BYTES: usize = (TOP as usize / PAGE + 1) * PAGE * size_of::<u32>();

/// How many trials stand at each hundredth of a yard, from the first page anybody stands on to the last.
#[derive(Clone, Debug, Default)]
struct Histogram {
    first: usize,
    bins: Vec<u32>,
}

impl Histogram {
    /// Makes room for the places from `low` to `high`.
    fn reach(&mut self, low: usize, high: usize) {
        let (low, end) = (low / PAGE * PAGE, (high / PAGE + 1) * PAGE);
        if self.bins.is_empty() {
            self.first = low;
        }
        if low < self.first {
            self.bins.splice(0..0, std::iter::repeat_n(0, self.first - low));
            self.first = low;
        }
        if end > self.first + self.bins.len() {
            self.bins.resize(end - self.first, 0);
        }
    }

    fn add(&mut self, places: &[u16]) {
        let low = places.iter().fold(TOP, |low, place| low.min(*place));
        let high = places.iter().fold(0, |high, place| high.max(*place));
        if low <= high {
            self.reach(low.into(), high.into());
        }
        for place in places {
            if let Some(bin) = self.bins.get_mut(usize::from(*place) - self.first) {
                *bin += 1;
            }
        }
    }

    fn merge(&mut self, other: &Self) {
        if !other.bins.is_empty() {
            self.reach(other.first, other.first + other.bins.len() - 1);
            for (to, count) in self.bins[other.first - self.first..].iter_mut().zip(&other.bins) {
                *to += count;
            }
        }
    }

    /// How many stand at a place.
    fn at(&self, place: usize) -> u64 {
        let bin = place.checked_sub(self.first).and_then(|place| self.bins.get(place));
        bin.map_or(0, |count| u64::from(*count))
    }
}

/// Where some trials stand, every quantity of it.
#[derive(Debug, Default)]
struct Row {
    count: u64,
    sums: Vec<i128>,
    histograms: Vec<Histogram>,
}

impl Row {
    fn new(quantities: usize) -> Self {
        Self { count: 0, sums: vec![0; quantities], histograms: vec![Histogram::default(); quantities] }
    }

    fn add(&mut self, notes: &Notes) {
        self.count += notes.count() as u64;
        for (sum, more) in self.sums.iter_mut().zip(&notes.sums) {
            *sum += more;
        }
        for (histogram, places) in self.histograms.iter_mut().zip(&notes.values) {
            histogram.add(places);
        }
    }

    fn merge(&mut self, other: &Self) {
        self.count += other.count;
        for (sum, more) in self.sums.iter_mut().zip(&other.sums) {
            *sum += more;
        }
        for (histogram, more) in self.histograms.iter_mut().zip(&other.histograms) {
            histogram.merge(more);
        }
    }
}

/// One sheet's trials so far. Blocks come in from any thread.
#[derive(Debug)]
pub(super) struct Tally {
    window: Range<usize>,
    played: Vec<Mutex<Row>>,
    left: Vec<Mutex<Row>>,
    end: Mutex<(Row, Ends)>,
}

/// How trials ended.
#[derive(Clone, Copy, Debug, Default)]
struct Ends {
    count: u64,
    spot: i128,
    exposure: i128,
    goal: u64,
    turnover: u64,
    made: u64,
    longest: usize,
}

impl Tally {
    pub(super) fn new(window: Range<usize>, channels: usize) -> Self {
        let row = || Row::new(channels + 2);
        Self {
            played: window.clone().map(|_| Mutex::new(row())).collect(),
            left: window.clone().map(|_| Mutex::new(row())).collect(),
            end: Mutex::new((row(), Ends::default())),
            window,
        }
    }

    /// Adds a block.
    pub(super) fn add(&self, block: &Recorder) {
        for (rows, notes) in [(&self.played, &block.played), (&self.left, &block.left)] {
            for (row, notes) in rows.iter().zip(notes).filter(|(_, notes)| notes.count() > 0) {
                locked(row).add(notes);
            }
        }
        let mut end = locked(&self.end);
        let (row, ends) = &mut *end;
        if let Some(notes) = &block.end {
            row.add(notes);
        }
        let sum = |value: fn(&End) -> f64| -> i128 {
            block.ends.chunks(LANES).map(|batch| steps(batch.iter().map(value).sum())).sum()
        };
        let count = |is: fn(&End) -> bool| block.ends.iter().filter(|end| is(end)).count() as u64;
        ends.count += block.ends.len() as u64;
        ends.spot += sum(|end| end.spot);
        ends.exposure += sum(|end| end.exposure);
        ends.goal += count(|end| end.goal);
        ends.turnover += count(|end| end.turnover);
        ends.made += count(|end| end.made);
        ends.longest = ends.longest.max(block.longest);
    }

    /// How many downs the longest drive took.
    pub(super) fn longest(&self) -> usize {
        locked(&self.end).1.longest
    }

    /// How the trials ended.
    pub(super) fn outlook(&self) -> Outlook {
        let Ends { count, spot, exposure, goal, turnover, made, .. } = locked(&self.end).1;
        Outlook {
            spot: mean(spot, count),
            exposure: mean(exposure, count),
            kept: Chance::of(count - turnover, count),
            goal: Chance::of(goal, count),
            first_series_made: Chance::of(made, count),
        }
    }

    /// The chance to lose the ball.
    pub(super) fn turnover(&self) -> Chance {
        let Ends { count, turnover, .. } = locked(&self.end).1;
        Chance::of(turnover, count)
    }

    /// Where all stand at the end.
    pub(super) fn end(&self) -> DownSpread {
        spreads(&[&locked(&self.end).0])
    }

    /// Where all stand after each down of the window, as far as anybody played. `before` holds those whose drive
    /// ended before the window, and after it those who ended in it too.
    pub(super) fn by_down(self, before: &mut Before) -> Vec<DownSpread> {
        let gone = before.0.get_or_insert_with(|| Row::new(locked(&self.end).0.sums.len()));
        let mut downs = Vec::with_capacity(self.window.len());
        for (played, left) in self.played.into_iter().zip(self.left) {
            let (played, left) = (inner(played), inner(left));
            if played.count == 0 {
                break;
            }
            downs.push(spreads(&[gone, &played]));
            gone.merge(&left);
        }
        downs
    }
}

/// Those whose drive ended before a window of downs.
#[derive(Debug, Default)]
pub(super) struct Before(Option<Row>);

/// How one sheet did against another so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Pair {
    count: u64,
    further: u64,
    behind: u64,
    /// Sums of differences of spots, of exposures, of their squares and of their product.
    sums: [i128; 5],
    /// Trials in which only the first kept the ball, and only the second.
    kept: [u64; 2],
    /// The same of the series the drive begins in.
    made: [u64; 2],
}

/// How close two spots count as the same, in yards.
const SAME: f64 = 1e-9;

impl Pair {
    /// Adds a block of trials.
    pub(super) fn add(&mut self, ends: &[End], others: &[End]) {
        for (ends, others) in ends.chunks(LANES).zip(others.chunks(LANES)) {
            let mut sums = [0.0; 5];
            for (one, other) in ends.iter().zip(others) {
                let difference = one.spot - other.spot;
                let exposed = one.exposure - other.exposure;
                let parts =
                    [difference, exposed, difference * difference, exposed * exposed, difference * exposed];
                for (sum, part) in sums.iter_mut().zip(parts) {
                    *sum += part;
                }
                self.count += 1;
                self.further += u64::from(difference > SAME);
                self.behind += u64::from(difference < -SAME);
                self.kept[0] += u64::from(!one.turnover && other.turnover);
                self.kept[1] += u64::from(one.turnover && !other.turnover);
                self.made[0] += u64::from(one.made && !other.made);
                self.made[1] += u64::from(!one.made && other.made);
            }
            for (to, more) in self.sums.iter_mut().zip(sums) {
                *to += steps(more);
            }
        }
    }

    pub(super) fn merge(&mut self, more: &Self) {
        self.count += more.count;
        self.further += more.further;
        self.behind += more.behind;
        for (to, more) in self.sums.iter_mut().zip(more.sums) {
            *to += more;
        }
        for (to, more) in self.kept.iter_mut().chain(&mut self.made).zip(more.kept.iter().chain(&more.made)) {
            *to += more;
        }
    }

    /// The first against the second, and the second against the first.
    pub(super) fn figures(&self) -> (Against, Against) {
        let Self { count, further, behind, sums, kept, made } = *self;
        let [spots, exposures, spots_squared, exposures_squared, product] =
            sums.map(|sum| sum as f64 / STEPS);
        let spot = Paired::of(spots, spots_squared, count);
        let exposure = Paired::of(exposures, exposures_squared, count);
        let n = count as f64;
        let spot_with_exposure =
            if count < 2 { 0.0 } else { (product - spots * exposures / n) / (n - 1.0) / n };
        let chances =
            |[one, other]: [u64; 2]| Paired::of(one as f64 - other as f64, one as f64 + other as f64, count);
        let (kept, made) = (chances(kept), chances(made));
        let against = |further, turn: fn(Paired) -> Paired| Against {
            further: Chance::of(further, count),
            spot: turn(spot),
            exposure: turn(exposure),
            spot_with_exposure,
            kept: turn(kept),
            first_series_made: turn(made),
        };
        let turned = |paired: Paired| Paired { mean_difference: -paired.mean_difference, ..paired };
        (against(further, |paired| paired), against(behind, turned))
    }
}

fn mean(sum: i128, count: u64) -> f64 {
    if count == 0 { 0.0 } else { sum as f64 / STEPS / count as f64 }
}

/// Where the trials of these rows stand together.
fn spreads(rows: &[&Row]) -> DownSpread {
    let spread = |quantity: usize| {
        let count = rows.iter().map(|row| row.count).sum();
        let sum = rows.iter().filter_map(|row| row.sums.get(quantity)).sum();
        // Nearest rank: the first place up to which at least so many tenths of the trials stand.
        let ranks = [1, 5, 9].map(|tenths| (u128::from(count) * tenths).div_ceil(10).max(1) as u64);
        let mut found = [0.0; 3];
        let (mut passed, mut next) = (0, 0);
        let histograms = || rows.iter().filter_map(|row| row.histograms.get(quantity));
        let used = || histograms().filter(|histogram| !histogram.bins.is_empty());
        let from = used().map(|histogram| histogram.first).min().unwrap_or(0);
        let to = used().map(|histogram| histogram.first + histogram.bins.len()).max().unwrap_or(0);
        for place in from..to {
            passed += histograms().map(|histogram| histogram.at(place)).sum::<u64>();
            while next < ranks.len() && passed >= ranks[next] {
                found[next] = place as f64 / GRID;
                next += 1;
            }
        }
        let [p10, p50, p90] = found;
        Spread { mean: mean(sum, count), p10, p50, p90 }
    };
    let quantities = rows.iter().map(|row| row.sums.len()).max().unwrap_or(0);
    DownSpread { spot: spread(0), exposure: spread(1), fronts: (2..quantities).map(spread).collect() }
}

/// Nobody panics while holding these: what a poisoned lock holds is still right.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn inner<T>(mutex: Mutex<T>) -> T {
    mutex.into_inner().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::super::luck::{Key, Purpose, trial, uniform};
    use super::super::recorder::{on_grid, steps};
    use super::{Notes, Row, spreads};

    #[test]
    fn percentiles_are_those_of_a_sorted_list() {
        let key = Key::new(Purpose::Share, "x", 0);
        for count in [1_u64, 2, 9, 10, 11, 100, 999] {
            let mut yards: Vec<f64> = (0..count).map(|n| 100.0 * uniform(trial(count, n), key)).collect();
            let notes = |yards: &[f64]| Notes {
                values: vec![yards.iter().map(|yards| on_grid(*yards)).collect(); 2],
                sums: vec![steps(yards.iter().sum()); 2],
            };
            // Some before the window, some in it.
            let (one, other) = yards.split_at(yards.len() / 3);
            let (mut before, mut now) = (Row::new(2), Row::new(2));
            before.add(&notes(one));
            now.add(&notes(other));
            let spread = spreads(&[&before, &now]).spot;
            let mut merged = Row::new(2);
            merged.merge(&now);
            merged.merge(&before);
            assert_eq!(spreads(&[&merged]).spot, spread);
            yards.sort_by(f64::total_cmp);
            for (percentile, tenths) in [(spread.p10, 1), (spread.p50, 5), (spread.p90, 9)] {
                let ranked = yards[((count * tenths).div_ceil(10) - 1) as usize];
                assert!((percentile - ranked).abs() <= 0.005 + 1e-9, "{percentile} for {ranked} of {count}");
            }
            assert!((spread.mean - yards.iter().sum::<f64>() / count as f64).abs() < 1e-9);
        }
    }

    #[test]
    fn yards_are_rounded_to_the_nearest_hundredth() {
        let places = [0.0, 0.004, 0.006, 12.344_9, 99.996, 100.0, 1e9, -1e-18].map(on_grid);
        assert_eq!(places, [0, 0, 1, 1234, 10_000, 10_000, 10_000, 0]);
        assert!(on_grid(f64::NAN) <= 10_000);
    }
}
