//! Numbers from 0 to 1/2 cut into octaves, and these into equal cells: finer and finer towards 0.

/// How numbers from 0 to 1/2 are cut: by their exponent, and then by the first bits behind it. Several sides may be
/// cut differently; their knots follow one another.
#[derive(Debug)]
pub(super) struct Octaves {
    /// By side, and by octave from `[1/4, 1/2)` down: its first knot, and how many bits tell its cells.
    cut: Vec<Octave>,
    /// How many octaves each side has.
    each: usize,
    /// The start of the smallest octave.
    least: f64,
}

#[derive(Clone, Copy, Debug)]
struct Octave {
    first: u32,
    bits: u32,
}

/// The exponent of `[1/4, 1/2)` as it stands in a number's bits.
const FIRST: usize = 1021;
const MANTISSA: u32 = 52;
const ONE: u64 = 0x3ff << MANTISSA;

impl Octaves {
    /// Octaves from `[1/4, 1/2)` down with so many cells, as powers of two, the same number of octaves on each side;
    /// below the last there is one cell down to 0.
    pub(super) fn new(sides: &[&[u8]]) -> Self {
        let each = sides.iter().map(|cells| cells.len()).min().unwrap_or(0);
        let mut cut = Vec::with_capacity(sides.len() * each);
        let mut zero = 0;
        for cells in sides {
            let from = cut.len();
            let mut first = zero + 1;
            for bits in cells.iter().take(each).rev() {
                cut.push(Octave { first, bits: u32::from(*bits) });
                first += 1 << bits;
            }
            cut[from..].reverse();
            // And the knot at 1/2.
            zero = first + 1;
        }
        Self { cut, each, least: libm::ldexp(0.5, -i32::try_from(each).unwrap_or(i32::MAX)) }
    }

    /// Where the cells of a side meet, from 0 to 1/2.
    pub(super) fn knots(&self, side: usize) -> Vec<f64> {
        let mut knots = vec![0.0];
        let mut from = self.least;
        for octave in self.cut.iter().skip(side * self.each).take(self.each).rev() {
            let cells = 1_u32 << octave.bits;
            knots.extend((0..cells).map(|cell| from + from * f64::from(cell) / f64::from(cells)));
            from *= 2.0;
        }
        knots.push(0.5);
        knots
    }

    /// The start of the smallest octave.
    pub(super) const fn least(&self) -> f64 {
        self.least
    }

    /// The knot of a side at or below `value`, and how far it is to the next one, 0 to 1.
    #[inline]
    pub(super) fn cell(&self, side: usize, value: f64) -> (usize, f64) {
        // 1/2 itself is as good as the number before it.
        let bits = if value < 0.5 { value.to_bits() } else { (0.5_f64).to_bits() - 1 };
        let octave = FIRST - (bits >> MANTISSA) as usize;
        match self.cut.get(side * self.each + octave) {
            Some(Octave { first, bits: cells }) if octave < self.each => {
                let cell = (bits << (64 - MANTISSA)) >> (63 - cells) >> 1;
                let within = (bits << cells) & ((1 << MANTISSA) - 1);
                (*first as usize + cell as usize, f64::from_bits(ONE | within) - 1.0)
            }
            _ => {
                let before = self.cut.get((side + 1) * self.each - 1);
                let zero = before.map_or(0, |smallest| smallest.first as usize - 1);
                (zero, (value / self.least).clamp(0.0, 1.0))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Octaves;

    #[test]
    fn a_cell_lies_between_its_knots() {
        let octaves = Octaves::new(&[&[2, 3, 0, 1], &[1, 0, 1, 2]]);
        let mut before = 0;
        for side in 0..2 {
            let knots = octaves.knots(side);
            assert!(knots.is_sorted() && (knots[1], knots[knots.len() - 1]) == (octaves.least(), 0.5));
            for step in 0..=5000 {
                let value = f64::from(step) / 10_000.0;
                let (knot, within) = octaves.cell(side, value);
                let knot = knot - before;
                assert!((0.0..=1.0).contains(&within) && knot + 1 < knots.len());
                let back = knots[knot] + within * (knots[knot + 1] - knots[knot]);
                assert!((back - value).abs() < 1e-15, "{value}: {back} from {knot} and {within}");
            }
            before += knots.len();
        }
    }
}
