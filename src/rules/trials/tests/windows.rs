//! Plans of very many downs: memory stays within its bound, and stopping takes no time.

use std::ops::ControlFlow;

use super::sheets::{long, shipped};
use crate::rules::trials::run::{Terms, trials_on};
use crate::rules::trials::tally::BYTES;
use crate::rules::trials::{Luck, Watch, trials};

const LUCK: Luck = Luck { trials: 700, seed: 5 };

#[test]
fn downs_that_do_not_fit_are_gone_through_again() {
    // Drives that end early, late and never.
    for sheet in [shipped("crisis-recovery"), shipped("technology-first"), long(40)] {
        let whole = trials(&sheet, LUCK, &());
        for downs in [1, 3, 7, 12, 39] {
            let room = 2 * 7 * BYTES * downs;
            assert!(
                trials_on(&sheet, LUCK, &(), Terms { room, ..Terms::default() }) == whole,
                "{downs} at a time"
            );
        }
    }
}

#[test]
fn memory_is_bounded_by_the_plan_and_not_by_the_trials() {
    // What all downs' histograms may take, however many trials there are; the rest is one block a thread.
    let room = Terms::default().room;
    assert!(room <= 128 << 20);
    for channels in [2, 5, 9] {
        let window = room / (2 * (channels + 2) * BYTES);
        assert!(window >= 100, "a plan of a hundred downs needs one pass");
    }
}

#[test]
fn twenty_thousand_downs_come_to_an_end() {
    let luck = Luck { trials: 3, seed: 1 };
    let trials = trials(&long(20_000), luck, &());
    assert_eq!((trials.count, trials.by_down.len()), (3, 20_000));
    assert!(trials.by_down[19_999].spot.p50.is_finite());
}

struct AtOnce;

impl Watch for AtOnce {
    fn done(&self, _: u64) -> ControlFlow<()> {
        ControlFlow::Break(())
    }
}

#[test]
fn a_thousand_million_trials_of_any_plan_stop_at_once() {
    for downs in [12, 1000, 20_000] {
        let trials = trials(&long(downs), Luck { trials: 1_000_000_000, seed: 1 }, &AtOnce);
        assert!(trials.count > 0 && trials.count <= 512 * rayon::current_num_threads() as u64);
        assert!(!trials.by_down.is_empty());
    }
    let more = trials(&shipped("balanced-build"), Luck { trials: u64::MAX, seed: 1 }, &AtOnce);
    assert_eq!(more.asked, u64::from(u32::MAX));
}
