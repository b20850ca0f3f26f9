//! Where names and numbers go, so that none covers another.
//!
//! Wanted rectangles come in, each with places it would take, best first; places that are free come out. Nothing here
//! knows what is written in them. Two tools: [`Board`] for labels that may stand in one of several places, and [`pack`] for
//! tokens that share a row and only make way sideways, so that they glide and never jump.

use super::{Point, Rect};

/// A straight line that labels would rather not cover.
pub(super) type Segment = (Point, Point);

/// An area in which labels find their places one after the other; who asks first has priority.
#[derive(Clone, Debug)]
pub(super) struct Board {
    bounds: Rect,
    taken: Vec<Rect>,
    lines: Vec<Segment>,
}

impl Board {
    /// An empty area.
    pub(super) fn new(bounds: Rect) -> Self {
        Self { bounds, taken: Vec::new(), lines: Vec::new() }
    }

    /// Keeps labels out of `rect`.
    pub(super) fn take(&mut self, rect: Rect) {
        self.taken.push(rect);
    }

    /// Asks labels to give way to a line where they can.
    pub(super) fn avoid(&mut self, line: Segment) {
        self.lines.push(line);
    }

    /// Whether nothing stands in `rect`, and all of it is in the area.
    pub(super) fn is_free(&self, rect: &Rect) -> bool {
        let slack = 0.01;
        rect.min.x >= self.bounds.min.x - slack
            && rect.max.x <= self.bounds.max.x + slack
            && rect.min.y >= self.bounds.min.y - slack
            && rect.max.y <= self.bounds.max.y + slack
            && !self.taken.iter().any(|taken| taken.overlaps(rect))
    }

    /// The first free candidate that no line crosses, else the first free one. It is taken from now on.
    pub(super) fn place(&mut self, candidates: &[Rect]) -> Option<Rect> {
        let clear = |rect: &&Rect| self.is_free(rect) && !self.lines.iter().any(|&line| crosses(line, rect));
        let found = candidates
            .iter()
            .find(clear)
            .or_else(|| candidates.iter().find(|rect| self.is_free(rect)))
            .copied();
        if let Some(rect) = found {
            self.take(rect);
        }
        found
    }

    /// Whether `rect` is free and no line crosses it.
    pub(super) fn is_clear(&self, rect: &Rect) -> bool {
        self.is_free(rect) && !self.lines.iter().any(|&line| crosses(line, rect))
    }

    /// As [`Board::place`] with one candidate; if it is not free, the nearest place that is.
    pub(super) fn place_near(&mut self, wanted: &[Rect]) -> Option<Rect> {
        let first = *wanted.first()?;
        if let Some(rect) = self.place(wanted) {
            return Some(rect);
        }
        let (width, height) = (first.width(), first.height());
        let (step_x, step_y) = ((width / 3.0).max(2.0), (height / 3.0).max(2.0));
        let columns = ((self.bounds.width() - width) / step_x).max(0.0) as usize;
        let rows = ((self.bounds.height() - height) / step_y).max(0.0) as usize;
        let mut best: Option<(f32, Rect)> = None;
        for row in 0..=rows {
            for column in 0..=columns {
                let left = (column as f32).mul_add(step_x, self.bounds.min.x);
                let top = (row as f32).mul_add(step_y, self.bounds.min.y);
                // Sideways is worse than up or down: a label that moves along a lane points at another yard.
                let distance = 2.0f32.mul_add((left - first.min.x).abs(), (top - first.min.y).abs());
                if best.is_some_and(|(least, _)| least <= distance) {
                    continue;
                }
                let rect = Rect::new(left, top, left + width, top + height);
                if self.is_free(&rect) {
                    best = Some((distance, rect));
                }
            }
        }
        let (_, rect) = best?;
        self.take(rect);
        Some(rect)
    }
}

/// Whether a line passes through a rectangle.
fn crosses((a, b): Segment, rect: &Rect) -> bool {
    // Liang and Barsky: the part of the line between each pair of edges.
    let (mut enters, mut leaves) = (0.0f32, 1.0f32);
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    for (delta, low, high) in
        [(dx, rect.min.x - a.x, rect.max.x - a.x), (dy, rect.min.y - a.y, rect.max.y - a.y)]
    {
        if delta.abs() < 1e-6 {
            if low > 0.0 || high < 0.0 {
                return false;
            }
        } else {
            let (near, far) = (low / delta, high / delta);
            enters = enters.max(near.min(far));
            leaves = leaves.min(near.max(far));
        }
    }
    enters <= leaves
}

/// Left edges for things in a row: each as near to its wanted centre as the others allow, in the order of their centres,
/// `gap` apart, between `from` and `to`. Nothing if they do not fit.
pub(super) fn pack(wanted: &[(f32, f32)], gap: f32, from: f32, to: f32) -> Option<Vec<f32>> {
    let total: f32 = wanted.iter().map(|(_, width)| width + gap).sum::<f32>() - gap;
    if !wanted.is_empty() && total > to - from + 0.01 {
        return None;
    }
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|&a, &b| wanted[a].0.total_cmp(&wanted[b].0).then(a.cmp(&b)));

    // With the widths to the left of each taken off, "in order and apart" becomes "not decreasing": neighbours that
    // are out of order are pooled and share their mean.
    let mut offsets = Vec::with_capacity(order.len());
    let mut pools: Vec<(f32, u16)> = Vec::with_capacity(order.len());
    let mut offset = 0.0;
    for &index in &order {
        let (center, width) = wanted[index];
        offsets.push(offset);
        pools.push((center - width / 2.0 - offset, 1));
        offset += width + gap;
        while let [.., (before, many), (last, few)] = pools[..]
            && before > last
        {
            let count = many + few;
            let mean = before.mul_add(f32::from(many), last * f32::from(few)) / f32::from(count);
            pools.truncate(pools.len() - 2);
            pools.push((mean, count));
        }
    }
    let highest = to - total;
    let placed = pools.iter().flat_map(|&(left, count)| (0..count).map(move |_| left.min(highest).max(from)));
    let mut lefts = vec![from; wanted.len()];
    for ((left, offset), index) in placed.zip(offsets).zip(order) {
        lefts[index] = left + offset;
    }
    Some(lefts)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rect() -> impl Strategy<Value = Rect> {
        (-50.0f32..600.0, -20.0f32..120.0, 1.0f32..200.0, 1.0f32..40.0)
            .prop_map(|(x, y, w, h)| Rect::new(x, y, x + w, y + h))
    }

    proptest! {
        #[test]
        fn placed_labels_are_apart_and_inside(wanted in prop::collection::vec(prop::collection::vec(rect(), 1..4), 0..20)) {
            let bounds = Rect::new(0.0, 0.0, 500.0, 100.0);
            let mut board = Board::new(bounds);
            board.avoid((Point { x: 0.0, y: 0.0 }, Point { x: 500.0, y: 100.0 }));
            let mut placed: Vec<Rect> = Vec::new();
            for (index, candidates) in wanted.iter().enumerate() {
                let found = if index % 2 == 0 { board.place(candidates) } else { board.place_near(candidates) };
                if let Some(rect) = found {
                    prop_assert!(placed.iter().all(|other| !other.overlaps(&rect)));
                    prop_assert!(rect.min.x >= -0.1 && rect.max.x <= 500.1 && rect.min.y >= -0.1 && rect.max.y <= 100.1);
                    placed.push(rect);
                }
            }
        }

        #[test]
        fn packed_things_are_apart_inside_and_in_order(wanted in prop::collection::vec((-100.0f32..700.0, 1.0f32..60.0), 0..20)) {
            let total: f32 = wanted.iter().map(|(_, width)| width + 4.0).sum();
            let Some(lefts) = pack(&wanted, 4.0, 0.0, 600.0) else {
                prop_assert!(total > 600.0);
                return Ok(());
            };
            let mut spans: Vec<(f32, f32, f32)> =
                wanted.iter().zip(&lefts).map(|(&(center, width), &left)| (left, left + width, center)).collect();
            spans.sort_by(|a, b| a.0.total_cmp(&b.0));
            for pair in spans.windows(2) {
                prop_assert!(pair[0].1 + 3.9 <= pair[1].0);
                prop_assert!(pair[0].2 <= pair[1].2);
            }
            for (left, right, _) in spans {
                prop_assert!(left >= -0.1 && right <= 600.1);
            }
        }
    }

    #[test]
    fn what_has_room_stays_where_it_wants_to_be() {
        assert_eq!(pack(&[(100.0, 40.0), (300.0, 60.0)], 4.0, 0.0, 400.0), Some(vec![80.0, 270.0]));
        assert_eq!(pack(&[(100.0, 40.0), (100.0, 40.0)], 4.0, 0.0, 400.0), Some(vec![58.0, 102.0]));
        assert_eq!(pack(&[(0.0, 40.0)], 4.0, 0.0, 400.0), Some(vec![0.0]));
        assert_eq!(pack(&[], 4.0, 0.0, 400.0), Some(vec![]));
    }

    #[test]
    fn a_label_gives_way_to_a_line_when_it_can() {
        let mut board = Board::new(Rect::new(0.0, 0.0, 100.0, 100.0));
        board.avoid((Point { x: 0.0, y: 10.0 }, Point { x: 100.0, y: 10.0 }));
        let (on, off) = (Rect::new(10.0, 5.0, 30.0, 15.0), Rect::new(10.0, 20.0, 30.0, 30.0));
        assert_eq!(board.place(&[on, off]), Some(off));
        assert_eq!(board.place(&[on, off]), Some(on));
    }
}
