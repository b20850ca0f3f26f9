//! What trials come to, in numbers.

/// What one sheet's trials came to. Yards, chances from 0 to 1; a drive that has ended keeps its last values.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trials {
    /// How many trials were run; fewer than asked for if they were stopped early.
    pub count: u64,
    /// How many were asked for.
    pub asked: u64,
    /// The seed of their luck.
    pub seed: u64,
    /// The chance that every front reaches the plan's goal.
    pub goal: Chance,
    /// The chance to lose control of the ball.
    pub turnover: Chance,
    /// The chance that the series the drive begins in is made, by its line or by the goal, in the downs called.
    pub first_series_made: Chance,
    /// The spot at the end, trailing events included.
    pub spot: Spread,
    /// The exposure at the end, trailing events included.
    pub exposure: Spread,
    /// Each channel's front at the end, in the model's order, trailing events included.
    pub fronts: Vec<Spread>,
    /// The same after each down called, a setback included and events after it not. Shorter than the plan only if
    /// trials were stopped while a plan of very many downs was gone through.
    pub by_down: Vec<DownSpread>,
}

/// Where the trials stand after one down.
#[derive(Clone, Debug, PartialEq)]
pub struct DownSpread {
    /// The spot, in yards.
    pub spot: Spread,
    /// The exposure, in yards.
    pub exposure: Spread,
    /// Each channel's front, in yards, in the model's order.
    pub fronts: Vec<Spread>,
}

/// How a number of yards is spread over the trials. The percentiles are by nearest rank, of values rounded to the
/// nearest hundredth of a yard; the mean is of the values as they are.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// The mean.
    pub mean: f64,
    /// A tenth of the trials are there or below.
    pub p10: f64,
    /// Half of them.
    pub p50: f64,
    /// Nine tenths of them.
    pub p90: f64,
}

/// How often something came in trials.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Chance {
    /// The share of the trials in which it came, 0 to 1.
    pub chance: f64,
    /// Its standard error by Wilson's score, see [`Chance::of`].
    pub error: f64,
}

impl Chance {
    /// What `hits` out of `count` trials say of a chance `p = hits / count`.
    ///
    /// The error is the half-width of Wilson's score interval at one standard deviation (`z = 1`): `sqrt(p (1 - p) /
    /// n + 1 / (4 n²)) / (1 + 1 / n)`. Unlike the plain `sqrt(p (1 - p) / n)` it is not 0 where all trials agree.
    /// Without any trial, chance and error are 0 and 1/2.
    #[must_use]
    pub fn of(hits: u64, count: u64) -> Self {
        if count == 0 {
            return Self { chance: 0.0, error: 0.5 };
        }
        let (hits, n) = (hits as f64, count as f64);
        let p = hits / n;
        Self { chance: p, error: (p * (1.0 - p) / n + 0.25 / (n * n)).sqrt() / (1.0 + 1.0 / n) }
    }
}

/// Several sheets on the same luck.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Each sheet's own trials, in the order given.
    pub trials: Vec<Trials>,
    /// How each sheet does against each, by places: `against[a][b]` is of `a` against `b`.
    pub against: Vec<Vec<Against>>,
}

/// Several sheets on the same luck, ends only: for variants of a sheet, of which there may be many.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    /// How many trials were run; fewer than asked for if they were stopped early.
    pub count: u64,
    /// How many were asked for.
    pub asked: u64,
    /// The seed of their luck.
    pub seed: u64,
    /// Each sheet's end, in the order given.
    pub outlooks: Vec<Outlook>,
    /// How each sheet does against each, by places: `against[a][b]` is of `a` against `b`.
    pub against: Vec<Vec<Against>>,
}

/// How one sheet's drives end.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Outlook {
    /// The mean of the spot at the end, in yards.
    pub spot: f64,
    /// The mean of the exposure at the end, in yards.
    pub exposure: f64,
    /// The chance to keep control of the ball.
    pub kept: Chance,
    /// The chance that every front reaches the plan's goal.
    pub goal: Chance,
    /// The chance that the series the drive begins in is made, by its line or by the goal, in the downs called.
    pub first_series_made: Chance,
}

/// How one sheet does against another, trial by trial.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Against {
    /// The chance that it ends further up the field, by more than 1e-9 yards.
    pub further: Chance,
    /// How much further it ends up the field, in yards.
    pub spot: Paired,
    /// How much more of it is out on its own at the end: a difference of exposures, in yards.
    pub exposure: Paired,
    /// The covariance of those two means, in square yards: see [`Against::mixed`].
    pub spot_with_exposure: f64,
    /// How much likelier it is to keep the ball: a difference of chances.
    pub kept: Paired,
    /// How much likelier it is to make the series the drive begins in: a difference of chances.
    pub first_series_made: Paired,
}

impl Against {
    /// The difference of `of_spot * spot + of_exposure * exposure`, trial by trial, in yards.
    #[must_use]
    pub fn mixed(&self, of_spot: f64, of_exposure: f64) -> Paired {
        // A part that does not count adds nothing, even where its error is infinite.
        let part = |of: f64, value: f64| if of == 0.0 { 0.0 } else { of * value };
        let variance = part(of_spot, self.spot.error).powi(2)
            + part(of_exposure, self.exposure.error).powi(2)
            + part(2.0 * of_spot * of_exposure, self.spot_with_exposure);
        Paired {
            mean_difference: of_spot * self.spot.mean_difference
                + of_exposure * self.exposure.mean_difference,
            error: variance.max(0.0).sqrt(),
        }
    }
}

/// A difference taken trial by trial, so that what the same luck does to both sides cancels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Paired {
    /// The mean of the differences.
    pub mean_difference: f64,
    /// Its standard error: the differences' standard deviation (of `n - 1`) by the root of `n`. Infinite for fewer
    /// than two trials.
    pub error: f64,
}

impl Paired {
    /// Whether the difference is more than chance alone makes likely: more than two standard errors from nothing.
    #[must_use]
    pub fn tells_apart(&self) -> bool {
        self.mean_difference.abs() > 2.0 * self.error
    }

    /// What `count` differences with this sum and sum of squares say.
    pub(super) fn of(sum: f64, squares: f64, count: u64) -> Self {
        if count == 0 {
            return Self { mean_difference: 0.0, error: f64::INFINITY };
        }
        let n = count as f64;
        // No minus nothing.
        let mean = sum / n + 0.0;
        let error = if count < 2 {
            f64::INFINITY
        } else {
            ((squares - n * mean * mean).max(0.0) / (n - 1.0) / n).sqrt()
        };
        Self { mean_difference: mean, error }
    }
}
