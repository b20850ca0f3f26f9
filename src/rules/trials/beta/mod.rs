//! How much of a contest is won by chance: a Beta distribution by a table of its quantiles.
//!
//! `Beta(certainty * share, certainty * (1 - share))` has the expected share as its mean. The table's rows are shares
//! up to 1/2 (the others are their mirror image), its columns are draws; both are finer, octave by octave, where the
//! quantile is steeper: towards share 0, and towards draws of 0 and 1. Between them it is interpolated in both
//! directions. The error against the exact quantile is below 1e-3 everywhere, for every certainty from 1 to 100 (see
//! the tests), and near 1e-4 where most draws are.

mod octaves;
mod row;

use std::sync::{Arc, Mutex, PoisonError};

use octaves::Octaves;
use row::{Abscissas, Beta};

/// Cells in each octave of shares, from `[1/4, 1/2)` down; further octaves have as many as the last.
const SHARES: [u8; 2] = [5, 4];
/// Cells in each octave of the part of draws above, from `[1/4, 1/2)` down, as powers of two.
const ABOVE: [u8; 33] =
    [4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1];
/// The same of the part of draws below: for shares up to 1/2 nothing is steep there.
const BELOW: [u8; 33] =
    [4, 4, 3, 3, 3, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
/// The certainties there is a table for: the range of the constant.
const CERTAINTY: (f64, f64) = (1.0, 100.0);
/// How many tables are kept for the next trials.
const KEPT: usize = 4;

/// The quantiles for one certainty.
#[derive(Debug)]
pub(super) struct Quantiles {
    certainty: f64,
    shares: Octaves,
    /// The parts of draws above, and those below.
    draws: Octaves,
    /// Row by row, each with the columns for the parts above and those for the parts below.
    table: Vec<f32>,
    columns: usize,
    // What shares below the table's go by: see [`Quantiles::lesser`].
    least: f64,
    least_mass: f64,
    steepness: f64,
}

/// The tables made last. A table is a pure function of its certainty: remembering some saves the milliseconds they
/// take.
static MADE: Mutex<Vec<Arc<Quantiles>>> = Mutex::new(Vec::new());

impl Quantiles {
    /// The table for `certainty`, which is taken to be within 1 and 100.
    pub(super) fn of(certainty: f64) -> Arc<Self> {
        let certainty = certainty.max(CERTAINTY.0).min(CERTAINTY.1);
        let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = made.iter().position(|table| table.certainty == certainty) {
            let table = made.remove(at);
            made.insert(0, Arc::clone(&table));
            return table;
        }
        let table = Arc::new(Self::new(certainty));
        made.truncate(KEPT - 1);
        made.insert(0, Arc::clone(&table));
        table
    }

    pub(super) fn new(certainty: f64) -> Self {
        // Below some share the distribution keeps its form, and only its weight shrinks: the surer, the further down.
        let octaves = (10.0 + libm::ceil(libm::log2(certainty))).min(15.0) as usize;
        let cells: Vec<u8> = (0..octaves).map(|octave| SHARES[octave.min(1)]).collect();
        let (shares, draws) = (Octaves::new(&[&cells]), Octaves::new(&[&ABOVE, &BELOW]));
        let (above_at, below_at) = (draws.knots(0), draws.knots(1));
        let abscissas = Abscissas::new();
        // The knot 0 is nothing's share: the row of the smallest octave is the first.
        let rows = shares.knots(0);
        let mut table = Vec::with_capacity(rows.len() * (above_at.len() + below_at.len()));
        for share in rows.iter().map(|share| share.max(shares.least())) {
            let beta = Beta::new(&abscissas, certainty * share, certainty * (1.0 - share));
            table.extend(beta.with_above(&above_at).map(|won| won as f32));
            table.extend(beta.with_below(&below_at).map(|won| won as f32));
        }
        let least = shares.least();
        // The digamma function of the certainty, and Euler's constant.
        let steepness = certainty * (digamma(certainty) + 0.577_215_664_901_532_9);
        Self {
            certainty,
            columns: above_at.len() + below_at.len(),
            least_mass: least * (1.0 + least * steepness),
            least,
            steepness,
            shares,
            draws,
            table,
        }
    }

    /// Draws what is won of each of `shares`, in place.
    #[inline]
    pub(super) fn draw<const N: usize>(&self, shares: &mut [f64; N], uniforms: &[f64; N]) {
        let mut won = [0.0; N];
        for (won, (share, uniform)) in won.iter_mut().zip(shares.iter().zip(uniforms)) {
            *won = self.lesser(*share, *uniform);
        }
        for (share, won) in shares.iter_mut().zip(won) {
            *share = if *share > 0.5 { 1.0 - won } else { won };
        }
    }

    /// The share won below which a part `uniform` of all draws lies; `share` is its mean. 0 and 1 stay.
    #[cfg(test)]
    pub(super) fn quantile(&self, share: f64, uniform: f64) -> f64 {
        let mut won = [share];
        self.draw(&mut won, &[uniform]);
        won[0]
    }

    /// The quantile of the lesser of a share and the other side's. A share above 1/2 is the mirror image: what the
    /// other side wins, drawn from its end. Which of them is the lesser, and which end a draw is nearer to, is as
    /// good as random: nothing here jumps because of it.
    #[inline]
    fn lesser(&self, share: f64, uniform: f64) -> f64 {
        let (rest, other) = (1.0 - uniform, 1.0 - share);
        let mirrored = share > 0.5;
        let lesser = if share < other { share } else { other };
        let end = if uniform < rest { uniform } else { rest };
        if lesser >= self.least {
            return self.look_up(lesser, end, (uniform < 0.5) != mirrored);
        }
        if lesser > 0.0 {
            // So small a share is won in as small a part of all draws, `share * (1 + share * steepness)` to first
            // order, and in these as much as in the first row's part.
            let above = if mirrored { uniform } else { rest };
            let above = above * self.least_mass / (lesser * (1.0 + lesser * self.steepness));
            if above < 0.5 {
                return self.look_up(self.least, above, false);
            } else if above < 1.0 {
                return self.look_up(self.least, 1.0 - above, true);
            }
        }
        0.0
    }

    /// The quantile of a share from the least to 1/2 for a draw that is `end` away from 0 (`is_below`) or from 1; at
    /// most 1/2.
    #[inline]
    fn look_up(&self, share: f64, end: f64, is_below: bool) -> f64 {
        let (column, across) = self.draws.cell(usize::from(is_below), end);
        let (row, down) = self.shares.cell(0, share);
        let at = row * self.columns + column;
        let (Some([a, b]), Some([c, d])) = (
            self.table.get(at..).and_then(|from| from.first_chunk()),
            self.table.get(at + self.columns..).and_then(|from| from.first_chunk()),
        ) else {
            return share;
        };
        let [a, b, c, d] = [a, b, c, d].map(|won| f64::from(*won));
        let (first, second) = (a + across * (b - a), c + across * (d - c));
        first + down * (second - first)
    }
}

/// The digamma function, for `x` of 1 and more: up to where its series is good, and back.
fn digamma(x: f64) -> f64 {
    let (mut x, mut back) = (x, 0.0);
    while x < 10.0 {
        back += 1.0 / x;
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    libm::log(x) - 0.5 / x - square * (1.0 / 12.0 - square * (1.0 / 120.0 - square / 252.0)) - back
}
