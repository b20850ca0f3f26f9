//! The same luck makes the same trials, whatever else changes.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use super::sheets::{SHIPPED, long, shipped};
use crate::model::{OperatingModel, Play};
use crate::rules::trials::{Luck, Spread, Trials, Watch, trials};
use crate::rules::{CallSheet, Called, Entry, Lineup, Standing};

const LUCK: Luck = Luck { trials: 3000, seed: 5 };

fn on_threads(threads: usize, sheet: &CallSheet) -> Trials {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads start");
    pool.install(|| trials(sheet, LUCK, &()))
}

#[test]
fn any_number_of_threads_gives_the_same_numbers() {
    for stem in SHIPPED {
        let sheet = shipped(stem);
        let one = on_threads(1, &sheet);
        for threads in [1, 2, 3] {
            // To the bit: the means are sums of the same numbers.
            assert!(on_threads(threads, &sheet) == one, "{stem} on {threads}");
        }
        assert!(trials(&sheet, Luck { seed: 6, ..LUCK }, &()).spot.mean != one.spot.mean);
    }
}

/// The sheet with every play and the model changed.
fn changed(sheet: &CallSheet, play: impl Fn(&mut Play), model: impl Fn(&mut OperatingModel)) -> CallSheet {
    let mut other = (*sheet.model).clone();
    model(&mut other);
    let other = Arc::new(other);
    let mut sheet = sheet.clone();
    for called in &mut sheet.plays {
        let mut changed = (*called.lineup.play).clone();
        play(&mut changed);
        *called = Called::new(Lineup::new(called.lineup.id.clone(), Arc::new(changed), Arc::clone(&other)));
    }
    let turned = |id| other.index_of(id);
    let mut fronts = vec![0.0; other.channels.len()];
    for (channel, front) in sheet.model.channels.iter().zip(&sheet.from.state.fronts) {
        fronts[turned(&channel.id).expect("it is still there")] = *front;
    }
    for entry in &mut sheet.entries {
        if let Entry::Event(shock) = entry {
            assert!(shock.strikes.iter().all(|strikes| *strikes), "the shipped events strike everyone");
        }
    }
    sheet.from = Standing::kick_off(fronts, &other, sheet.goal());
    sheet.model = other;
    sheet
}

fn close(one: Spread, other: Spread) -> bool {
    (one.mean - other.mean).abs() < 1e-9 && (one.p50 - other.p50).abs() < 0.0101
}

#[test]
fn the_order_of_players_and_channels_does_not_matter() {
    for stem in SHIPPED {
        let sheet = shipped(stem);
        let turned = changed(
            &sheet,
            |play| {
                play.offense.reverse();
                play.defense.rotate_left(1);
                play.assumptions.reverse();
            },
            |model| model.channels.rotate_left(2),
        );
        let (one, other) = (trials(&sheet, LUCK, &()), trials(&turned, LUCK, &()));
        assert!(close(one.spot, other.spot) && close(one.exposure, other.exposure), "{stem}");
        assert_eq!((one.goal, one.turnover), (other.goal, other.turnover), "{stem}");
        for (c, front) in one.fronts.iter().enumerate() {
            assert!(close(*front, other.fronts[(c + 5 - 2) % 5]), "{stem}, channel {c}");
        }
    }
}

#[test]
fn another_call_leaves_the_luck_of_the_others() {
    let sheet = shipped("balanced-build");
    let mut longer = sheet.clone();
    longer.entries.push(Entry::Play { play: 0, times: 3 });
    let (short, long) = (trials(&sheet, LUCK, &()), trials(&longer, LUCK, &()));
    assert_eq!(short.by_down, long.by_down[..12]);
    // A risk that never comes changes nothing, wherever it stands.
    let mut wary = sheet.clone();
    let mut never = sheet.plan.risks[0].clone();
    (never.chance, never.name) = (0.0, "Never".into());
    Arc::make_mut(&mut wary.plan).risks.insert(0, never);
    assert_eq!(trials(&wary, LUCK, &()), short);
    // A player that only stands there changes nobody's strength.
    let crowded = changed(
        &sheet,
        |play| {
            let mut idle = play.offense[0].clone();
            (idle.id, idle.assignment) = ("aaa".into(), crate::model::Assignment::Hold);
            play.offense.insert(0, idle);
        },
        |_| (),
    );
    assert!(close(trials(&crowded, LUCK, &()).spot, short.spot));
}

/// Stops when it has heard of so many trials.
struct Enough {
    at: u64,
    told: AtomicU64,
}

impl Watch for Enough {
    fn done(&self, trials: u64) -> ControlFlow<()> {
        assert!(trials >= self.told.swap(trials, Ordering::Relaxed), "never fewer than before");
        if trials >= self.at { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

#[test]
fn trials_that_are_stopped_are_the_first_so_many() {
    let sheet = shipped("crisis-recovery");
    let enough = Enough { at: 3000, told: AtomicU64::new(0) };
    let stopped = trials(&sheet, Luck { trials: 1_000_000_000, seed: 5 }, &enough);
    assert!(stopped.count >= 3000 && stopped.count < 100_000, "{}", stopped.count);
    assert_eq!(stopped.asked, 1_000_000_000);
    let whole = trials(&sheet, Luck { trials: stopped.count, seed: 5 }, &());
    assert_eq!(Trials { asked: whole.asked, ..stopped }, whole);
}

#[test]
fn a_watch_hears_of_every_trial() {
    let everyone = Enough { at: u64::MAX, told: AtomicU64::new(0) };
    let trials = trials(&long(30), Luck { trials: 1001, seed: 5 }, &everyone);
    assert_eq!((trials.count, everyone.told.into_inner()), (1001, 1001));
}
