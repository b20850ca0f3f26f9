//! One Beta distribution, summed up finely enough to read its quantiles off.
//!
//! With `t = ln(x / (1 - x))` the density is `x^a (1 - x)^b` for every `dt`, smooth whatever `a` and `b` are. It is
//! summed by trapezoids in equal steps of `t`, from both ends, with the Euler-Maclaurin correction for the slope at
//! the last step; what lies beyond the ends, closer to 0 and 1 than 1e-5, is known: `x^a / a` and `(1 - x)^b / b`.
//! Between the steps a cubic is inverted that has the right sums and densities at both.

/// How many steps on either side of `x = 1/2`.
const HALF: i32 = 240;
/// Their length.
const STEP: f64 = 0.05;

/// What the sums of all distributions share: the places they are taken at.
#[derive(Debug)]
pub(super) struct Abscissas(Vec<At>);

#[derive(Clone, Copy, Debug)]
struct At {
    t: f64,
    x: f64,
    ln_x: f64,
    ln_rest: f64,
}

impl Abscissas {
    pub(super) fn new() -> Self {
        let at = |step: i32| {
            let t = f64::from(step) * STEP;
            let x = 1.0 / (1.0 + libm::exp(-t));
            At { t, x, ln_x: -libm::log1p(libm::exp(-t)), ln_rest: -libm::log1p(libm::exp(t)) }
        };
        Self((-HALF..=HALF).map(at).collect())
    }
}

/// One distribution's sums.
#[derive(Debug)]
pub(super) struct Beta<'a> {
    at: &'a [At],
    /// The density for every `dt`.
    density: Vec<f64>,
    /// How much lies below each place, and how much above.
    below: Vec<f64>,
    above: Vec<f64>,
}

impl<'a> Beta<'a> {
    pub(super) fn new(Abscissas(at): &'a Abscissas, a: f64, b: f64) -> Self {
        let mut density: Vec<f64> = at.iter().map(|at| libm::exp(a * at.ln_x + b * at.ln_rest)).collect();
        // The density's own slope.
        let slope = |place: usize, density: f64| density * (a * (1.0 - at[place].x) - b * at[place].x);
        let mut below = Vec::with_capacity(at.len());
        let mut above = vec![0.0; at.len()];
        let last = at.len() - 1;
        let correction = STEP * STEP / 12.0;
        let mut sum = density[0] / a;
        for place in 0..=last {
            if place > 0 {
                let (from, to) = (density[place - 1], density[place]);
                sum += STEP / 2.0 * (from + to);
                sum -= correction * (slope(place, to) - slope(place - 1, from));
            }
            below.push(sum);
        }
        sum = density[last] / b;
        for place in (0..=last).rev() {
            if place < last {
                let (from, to) = (density[place], density[place + 1]);
                sum += STEP / 2.0 * (from + to);
                sum -= correction * (slope(place + 1, to) - slope(place, from));
            }
            above[place] = sum;
        }
        let all = below[last] + above[last];
        for value in density.iter_mut().chain(&mut below).chain(&mut above) {
            *value /= all;
        }
        Self { at, density, below, above }
    }

    /// The values above which these parts lie, given from small to large.
    pub(super) fn with_above(&self, parts: &[f64]) -> impl Iterator<Item = f64> {
        let mut place = self.at.len() - 1;
        parts.iter().map(move |part| {
            while place > 0 && self.above[place - 1] <= *part {
                place -= 1;
            }
            // Now the part ends between the place before and this one.
            if place == 0 {
                0.0
            } else if *part < self.above[place] {
                1.0
            } else {
                let ends = (self.above[place], self.above[place - 1]);
                let slopes = (self.density[place], self.density[place - 1]);
                place_at(self.at[place].t - STEP * inverse(ends, slopes, *part))
            }
        })
    }

    /// The values below which these parts lie, given from small to large.
    pub(super) fn with_below(&self, parts: &[f64]) -> impl Iterator<Item = f64> {
        let (mut place, last) = (0, self.at.len() - 1);
        parts.iter().map(move |part| {
            while place < last && self.below[place + 1] <= *part {
                place += 1;
            }
            if place == last {
                1.0
            } else if *part < self.below[place] {
                0.0
            } else {
                let ends = (self.below[place], self.below[place + 1]);
                let slopes = (self.density[place], self.density[place + 1]);
                place_at(self.at[place].t + STEP * inverse(ends, slopes, *part))
            }
        })
    }
}

fn place_at(t: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-t))
}

/// Where a cubic that rises from `from` to `to` over one step, with these slopes at both ends, comes to `value`; 0 to
/// 1.
fn inverse((from, to): (f64, f64), (slope, last_slope): (f64, f64), value: f64) -> f64 {
    let rise = to - from;
    if rise <= 0.0 {
        return 0.0;
    }
    let (slope, last_slope, value) = (slope * STEP / rise, last_slope * STEP / rise, (value - from) / rise);
    let (cube, square) = (slope + last_slope - 2.0, 3.0 - 2.0 * slope - last_slope);
    // Newton's steps, kept between the ends, which close in.
    let (mut low, mut high, mut at) = (0.0, 1.0, value);
    for _ in 0..8 {
        let missing = ((cube * at + square) * at + slope) * at - value;
        if missing.abs() < 1e-9 {
            break;
        }
        *(if missing > 0.0 { &mut high } else { &mut low }) = at;
        let next = at - missing / ((3.0 * cube * at + 2.0 * square) * at + slope);
        at = if next > low && next < high { next } else { f64::midpoint(low, high) };
    }
    at
}
