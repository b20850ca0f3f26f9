//! Where values lie along an axis, which of them are marked, and how numbers are written.

/// A straight axis: values on one side, points on the other.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    from: f64,
    to: f64,
    start: f32,
    end: f32,
}

impl Scale {
    /// `from` lies at `start`, `to` at `end`; nothing is ever drawn beyond them.
    pub(super) fn new((from, to): (f64, f64), (start, end): (f32, f32)) -> Self {
        let to = if to - from > 1e-9 { to } else { from + 1.0 };
        Self { from, to, start, end }
    }

    pub(super) fn at(&self, value: f64) -> f32 {
        let share = (value - self.from) / (self.to - self.from);
        let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
        (share as f32).mul_add(self.end - self.start, self.start)
    }

    /// The value at a point, held within the axis.
    pub(super) fn value_at(&self, point: f32) -> f64 {
        let length = self.end - self.start;
        let share = if length.abs() < 1e-6 { 0.0 } else { f64::from((point - self.start) / length) };
        let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
        share.mul_add(self.to - self.from, self.from)
    }

    pub(super) fn shows(&self, value: f64) -> bool {
        (self.from - 1e-6..=self.to + 1e-6).contains(&value)
    }

    /// Points for one unit.
    pub(super) fn unit(&self) -> f32 {
        (self.end - self.start).abs() / (self.to - self.from) as f32
    }

    pub(super) fn span(&self) -> (f64, f64) {
        (self.from, self.to)
    }
}

/// The smallest of 1, 2, 5, 10, 20 … that divides `span` into at most `most` parts.
pub(super) fn step(span: f64, most: usize) -> f64 {
    let least = (span / most.max(1) as f64).min(1e15);
    let mut ten = 1.0;
    while ten < 1e16 {
        for step in [ten, 2.0 * ten, 5.0 * ten] {
            if step >= least - 1e-9 {
                return step;
            }
        }
        ten *= 10.0;
    }
    ten
}

/// The multiples of `step` from `from` to `to`, at most a hundred.
pub(super) fn ticks((from, to): (f64, f64), step: f64) -> Vec<f64> {
    let first = (from / step - 1e-9).ceil();
    (0..100).map(|index| (first + f64::from(index)) * step).take_while(|tick| *tick <= to + 1e-6).collect()
}

/// A whole number as it is read: "20 000".
pub(super) fn count(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('\u{a0}');
        }
        text.push(digit);
    }
    text
}

/// A whole number, never a negative zero.
pub(super) fn whole(value: f64) -> i64 {
    value.round() as i64
}

/// A yard of the field, if it is a number at all.
pub(super) fn yard(value: f64) -> Option<f64> {
    value.is_finite().then(|| value.clamp(0.0, 100.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_numbers_people_count_in() {
        let steps = [(0.0, 5), (3.0, 5), (12.0, 5), (12.0, 12), (100.0, 5), (20_000.0, 6)];
        assert_eq!(steps.map(|(span, most)| step(span, most)), [1.0, 1.0, 5.0, 1.0, 20.0, 5000.0]);
        assert!(step(f64::NAN, 3).is_finite());
        assert_eq!(ticks((3.0, 22.0), 5.0), [5.0, 10.0, 15.0, 20.0]);
        assert!(ticks((0.0, 1e12), 1.0).len() <= 100);
    }

    #[test]
    fn an_axis_holds_whatever_it_is_given() {
        let scale = Scale::new((20.0, 40.0), (100.0, 300.0));
        assert_eq!(
            [20.0, 30.0, 99.0, f64::NAN, -1e300].map(|value| scale.at(value)),
            [100.0, 200.0, 300.0, 100.0, 100.0]
        );
        assert_eq!(scale.value_at(150.0), 25.0);
        assert!(Scale::new((5.0, 5.0), (0.0, 0.0)).at(5.0).is_finite());
    }

    #[test]
    fn long_numbers_are_grouped() {
        assert_eq!(
            [0, 999, 9999, 20_000, 1_234_567].map(count),
            ["0", "999", "9999", "20\u{a0}000", "1\u{a0}234\u{a0}567"]
        );
    }
}
