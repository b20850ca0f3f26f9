//! How much of a contest is won by chance: a Beta distribution by its quantile.

/// The quantiles of `Beta(certainty * share, certainty * (1 - share))` for one certainty.
#[derive(Debug)]
pub(super) struct Quantiles {
    certainty: f64,
}

impl Quantiles {
    pub(super) fn new(certainty: f64) -> Self {
        Self { certainty }
    }

    /// The share won below which a part `uniform` of all draws lies; `share` is its mean. 0 and 1 stay.
    pub(super) fn quantile(&self, share: f64, uniform: f64) -> f64 {
        if share <= 0.0 || share >= 1.0 {
            return share.clamp(0.0, 1.0);
        }
        let (a, b) = (self.certainty * share, self.certainty * (1.0 - share));
        let (mut low, mut high) = (0.0, 1.0);
        for _ in 0..40 {
            let middle = f64::midpoint(low, high);
            if cumulative(a, b, middle) < uniform {
                low = middle;
            } else {
                high = middle;
            }
        }
        f64::midpoint(low, high)
    }
}

/// The regularised incomplete beta function, by its continued fraction.
fn cumulative(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    let front = libm::exp(
        libm::lgamma(a + b) - libm::lgamma(a) - libm::lgamma(b) + a * libm::log(x) + b * libm::log1p(-x),
    );
    if x < (a + 1.0) / (a + b + 2.0) {
        front * fraction(a, b, x) / a
    } else {
        1.0 - front * fraction(b, a, 1.0 - x) / b
    }
}

/// Lentz's way to the continued fraction of the incomplete beta function.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let kept = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / kept(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for m in 1..300 {
        let m = f64::from(m);
        for step in [
            m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0)),
        ] {
            d = 1.0 / kept(1.0 + step * d);
            c = kept(1.0 + step / c);
            value *= d * c;
        }
        if (c * d - 1.0).abs() < 1e-15 {
            break;
        }
    }
    value
}
