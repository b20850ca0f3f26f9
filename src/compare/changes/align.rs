//! Which item of one list is which item of another.
//!
//! Two lists come in, with ways of being the same; pairs come out, and what is left over on either side. Lists are at
//! most a few hundred long: squares of that are nothing.

/// Two lists beside each other; places count from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Alignment {
    /// What both have, in the order of the later list.
    pub(super) pairs: Vec<Pair>,
    /// What only the earlier list has.
    pub(super) removed: Vec<usize>,
}

/// An item of both lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) before: usize,
    pub(super) after: usize,
    /// Whether it has to move for the others to stay in order; of two that changed places, one has moved.
    pub(super) moved: bool,
}

impl Alignment {
    /// The pair of which the later list's item at `after` is part.
    pub(super) fn pair_of(&self, after: usize) -> Option<Pair> {
        let at = self.pairs.binary_search_by_key(&after, |pair| pair.after).ok()?;
        self.pairs.get(at).copied()
    }
}

/// A way for two items to be the same.
pub(super) type Same<'s, T> = &'s dyn Fn(&T, &T) -> bool;

/// Finds the longest run of items in the same order that are the `same`, equal ones before merely the same ones; what
/// is left over is paired wherever it stands.
pub(super) fn align<T: PartialEq>(before: &[T], after: &[T], same: impl Fn(&T, &T) -> bool) -> Alignment {
    align_in_turn(before, after, &[&same])
}

/// As [`align`] by the first way of being the same; what that leaves over is paired by the second, and so on.
pub(super) fn align_in_turn<T: PartialEq>(before: &[T], after: &[T], same: &[Same<'_, T>]) -> Alignment {
    let mut pairs = same.first().map_or_else(Vec::new, |same| in_order(before, after, same));
    let mut left_before: Vec<usize> =
        (0..before.len()).filter(|at| pairs.iter().all(|(before, _)| before != at)).collect();
    let mut left_after: Vec<usize> =
        (0..after.len()).filter(|at| pairs.iter().all(|(_, after)| after != at)).collect();
    for same in same {
        left_before.retain(|&earlier| {
            let Some(item) = before.get(earlier) else { return false };
            let twin = left_after.iter().position(|at| after.get(*at).is_some_and(|later| same(item, later)));
            if let Some(twin) = twin {
                pairs.push((earlier, left_after.remove(twin)));
            }
            twin.is_none()
        });
    }
    pairs.sort_unstable_by_key(|(_, after)| *after);
    let stays = longest_increasing(&pairs);
    let pairs = pairs
        .into_iter()
        .zip(stays)
        .map(|((before, after), stays)| Pair { before, after, moved: !stays })
        .collect();
    Alignment { pairs, removed: left_before }
}

/// The longest common subsequence; among those as long, one with the most items that are equal.
fn in_order<T: PartialEq>(before: &[T], after: &[T], same: &dyn Fn(&T, &T) -> bool) -> Vec<(usize, usize)> {
    // best[i][j]: how many are the same, and how many of them equal, in before[i..] and after[j..].
    let width = after.len() + 1;
    let mut best = vec![(0_u32, 0_u32); (before.len() + 1) * width];
    let taken = |(same, equal): (u32, u32), is_equal: bool| (same + 1, equal + u32::from(is_equal));
    for (i, earlier) in before.iter().enumerate().rev() {
        for (j, later) in after.iter().enumerate().rev() {
            let skipped = best[(i + 1) * width + j].max(best[i * width + j + 1]);
            best[i * width + j] = if same(earlier, later) {
                skipped.max(taken(best[(i + 1) * width + j + 1], earlier == later))
            } else {
                skipped
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut pairs = Vec::new();
    while let (Some(earlier), Some(later)) = (before.get(i), after.get(j)) {
        let here = best[i * width + j];
        if same(earlier, later) && here == taken(best[(i + 1) * width + j + 1], earlier == later) {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if here == best[(i + 1) * width + j] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs
}

/// Which pairs, in the order of their second places, are part of a longest run in the order of their first; among runs as
/// long, one with the most pairs whose places are equal.
fn longest_increasing(pairs: &[(usize, usize)]) -> Vec<bool> {
    // For each pair the longest run that ends with it: its length, how many in it stand still, and the pair before.
    let mut ends: Vec<((usize, usize), Option<usize>)> = Vec::with_capacity(pairs.len());
    for (at, (first, second)) in pairs.iter().enumerate() {
        let before = (0..at).rev().filter(|earlier| pairs[*earlier].0 < *first).max_by_key(|at| ends[*at].0);
        let (length, still) = before.map_or((0, 0), |before| ends[before].0);
        ends.push(((length + 1, still + usize::from(first == second)), before));
    }
    let mut part = vec![false; pairs.len()];
    let mut next = (0..pairs.len()).max_by_key(|at| ends[*at].0);
    while let Some(at) = next {
        part[at] = true;
        next = ends[at].1;
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved(before: &str, after: &str) -> String {
        let (before, after): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
        let alignment = align(&before, &after, |a, b| a == b);
        alignment.pairs.iter().filter(|pair| pair.moved).map(|pair| after[pair.after]).collect()
    }

    #[test]
    fn one_that_moved_far_is_the_only_one_that_moved() {
        assert_eq!(moved("abcde", "abcde"), "");
        assert_eq!(moved("abcde", "bcdea"), "a");
        assert_eq!(moved("abcde", "eabcd"), "e");
        assert_eq!(moved("abcde", "axcbe"), "b", "what comes and goes moves nothing");
        assert_eq!(moved("ab", "ba").len(), 1);
        assert_eq!(moved("abcd", "dcba").len(), 3);
    }

    #[test]
    fn equal_ones_are_paired_before_merely_the_same() {
        let (before, after) = ([("a", 3), ("a", 5)], [("a", 5)]);
        let alignment = align(&before, &after, |a, b| a.0 == b.0);
        assert_eq!(alignment.pairs, [Pair { before: 1, after: 0, moved: false }]);
        assert_eq!(alignment.removed, [0]);
    }

    #[test]
    fn what_is_left_over_is_paired_another_way() {
        let (before, after) = ([(1, "a"), (2, "b")], [(1, "x"), (3, "b")]);
        let alignment =
            align_in_turn(&before, &after, &[&|a, b| a == b, &|a, b| a.0 == b.0, &|a, b| a.1 == b.1]);
        assert_eq!(alignment.pairs.len(), 2);
        assert!(alignment.removed.is_empty());
    }
}
