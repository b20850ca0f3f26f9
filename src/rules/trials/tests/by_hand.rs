//! Small cases whose numbers can be worked out on paper.

use super::sheets::two_channels;
use crate::model::Assignment;
use crate::rules::tests::build::{Build as _, confront, play};
use crate::rules::trials::{Chance, Luck, Trials, trials};

const MANY: Luck = Luck { trials: 20_000, seed: 11 };

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

/// Whether a chance is what it should be, within four standard errors of the truth.
fn is(chance: Chance, truth: f64, count: u64) -> bool {
    (chance.chance - truth).abs() < 4.0 * (truth * (1.0 - truth) / count as f64).sqrt()
}

/// Nobody is in the way: `x` takes channel `a` from 20 to 50, drag takes 0.15 of the 20 yards that it leads: 47.
fn in_the_open(risks: &[(&str, f64, f64)]) -> Trials {
    let x = play("x", 0.0).offense("x", "a", (5.0, 5.0, 5.0), Assignment::Advance, 30.0);
    trials(&two_channels(x, 1, risks, |_| ()), MANY, &())
}

#[test]
fn a_risk_that_must_come_costs_every_lead() {
    let calm = in_the_open(&[("Never", 0.0, 1.0)]);
    assert!(close(calm.fronts[0].mean, 47.0) && close(calm.exposure.mean, 8.5));
    assert_eq!((calm.fronts[0].p10, calm.fronts[0].p90), (47.0, 47.0));
    // Half of the lead of 17.
    let struck = in_the_open(&[("Budget cut", 1.0, 0.5)]);
    assert!(close(struck.fronts[0].mean, 38.5) && close(struck.exposure.mean, 4.25), "{struck:?}");
    assert!(close(struck.spot.mean, 29.25) && close(struck.fronts[1].mean, 20.0));
    // And then what is left of it; one after the other, each on the fronts the last one left.
    let twice = in_the_open(&[("Budget cut", 1.0, 0.5), ("Budget cut", 1.0, 0.5)]);
    assert!(close(twice.fronts[0].mean, 34.25), "{twice:?}");
    assert_eq!(struck.by_down[0].spot, struck.spot, "a risk is part of its down");
}

#[test]
fn risks_come_as_often_as_they_should_and_independently() {
    let often = |trials: &Trials, cost: f64| Chance {
        chance: (47.0 - trials.fronts[0].mean) / cost,
        ..Chance::default()
    };
    assert!(is(often(&in_the_open(&[("Budget cut", 0.25, 0.5)]), 8.5), 0.25, MANY.trials));
    // Two of the same name: the chance that both spare a front is a product.
    let two = in_the_open(&[("Budget cut", 0.25, 1.0), ("Budget cut", 0.5, 1.0)]);
    assert!(is(often(&two, 17.0), 1.0 - 0.75 * 0.5, MANY.trials), "{two:?}");
}

#[test]
fn the_carrier_is_caught_as_often_as_pressure_says() {
    // x stays, is worth 4 * (1 - 0.6 exp(-10 / 5)) and steps back half of the yards at which pressure has its full
    // effect.
    let x = play("x", 10.0).offense("x", "a", (4.0, 4.0, 4.0), Assignment::Hold, 0.0).press("d", "a", 6.0);
    let guard = 4.0 * (1.0 - 0.6 * (-2.0_f64).exp());
    let truth = 0.5 * 6.0 / (6.0 + guard);
    let trials = trials(&two_channels(x, 1, &[], |_| ()), MANY, &());
    let caught = Chance { chance: (20.0 - trials.fronts[0].mean) / 10.0, ..Chance::default() };
    assert!(is(caught, truth, MANY.trials), "{caught:?} for {truth}");
    assert_eq!(
        (trials.fronts[0].p10, trials.fronts[0].p90),
        (10.0, 20.0),
        "caught, the ball goes back ten yards"
    );
}

#[test]
fn two_downs_lose_the_ball_as_often_as_both_are_caught() {
    // Not caught once in two tries, y takes b far enough for the line; caught, nobody gains.
    let x = play("x", 10.0)
        .offense("x", "a", (4.0, 4.0, 4.0), Assignment::Hold, 0.0)
        .offense("y", "b", (4.0, 4.0, 4.0), Assignment::Advance, 40.0)
        .press("d", "a", 6.0);
    let sheet = two_channels(x, 2, &[], |constants| {
        (constants.series_downs, constants.patience) = (2.0, 0.0);
        (constants.familiarity, constants.drag) = (1.0, 0.0);
    });
    let guard = 4.0 * (1.0 - 0.6 * (-2.0_f64).exp());
    let caught = 0.5 * 6.0 / (6.0 + guard);
    let trials = trials(&sheet, MANY, &());
    assert!(is(trials.turnover, caught * caught, MANY.trials), "{:?}", trials.turnover);
    assert!(close(trials.turnover.chance + trials.first_series_made.chance, 1.0));
    assert_eq!(trials.goal.chance, 0.0);
}

#[test]
fn caught_nobody_gains_or_is_worn() {
    // A pressure that always catches (its guard is worth nothing): the confronted defender is as it was.
    let x = play("x", 100.0)
        .offense("x", "a", (4.0, 4.0, 4.0), confront("d"), 20.0)
        .press("d", "a", 6.0)
        .assume("lame", &[crate::rules::tests::build::strengthen("x", 0.0)]);
    let trials = trials(&two_channels(x, 3, &[], |_| ()), Luck { trials: 100, seed: 1 }, &());
    assert_eq!(trials.by_down[0].fronts[0].p90, 0.0, "a hundred yards back is the own goal");
    assert_eq!((trials.fronts[0].p10, trials.fronts[0].p90), (0.0, 0.0));
}

#[test]
fn a_goal_in_sight_is_reached() {
    let both = play("x", 0.0).offense("x", "a", (5.0, 5.0, 5.0), Assignment::Advance, 45.0).offense(
        "y",
        "b",
        (5.0, 5.0, 5.0),
        Assignment::Advance,
        45.0,
    );
    let trials = trials(&two_channels(both, 5, &[("Budget cut", 0.9, 1.0)], |_| ()), MANY, &());
    assert_eq!((trials.goal.chance, trials.turnover.chance), (1.0, 0.0));
    assert_eq!(trials.first_series_made.chance, 1.0);
    let spots: Vec<f64> = trials.by_down.iter().map(|down| down.spot.p50).collect();
    assert_eq!(spots, [65.0, 100.0, 100.0, 100.0, 100.0], "a drive that has ended keeps its last values");
}

#[test]
fn a_contest_is_won_as_far_as_expected_on_average() {
    // An even contest of 10 yards: Beta(4, 4) at the usual certainty.
    let x = play("x", 1e6).offense("x", "a", (5.0, 5.0, 5.0), Assignment::Advance, 10.0).defense(
        "d",
        "a",
        (5.0, 5.0, 5.0),
    );
    let trials = trials(&two_channels(x, 1, &[], |_| ()), MANY, &());
    let deviation = 10.0 * (0.25_f64 / 9.0).sqrt();
    let error = deviation / (MANY.trials as f64).sqrt();
    assert!((trials.fronts[0].mean - 25.0).abs() < 4.0 * error, "{trials:?}");
    // A tenth of Beta(4, 4) lies below 0.2786.
    assert!((trials.fronts[0].p10 - 22.786).abs() < 0.1 && (trials.fronts[0].p50 - 25.0).abs() < 0.1);
}

#[test]
fn errors_are_wilsons() {
    // sqrt(0.5 * 0.5 / 10 + 1 / 400) / 1.1, and 1 / (2 n) / (1 + 1 / n) where all agree.
    assert!(close(Chance::of(5, 10).error, 0.150_755_672_288_881_8));
    assert!(close(Chance::of(0, 99).error, 1.0 / 200.0) && close(Chance::of(99, 99).error, 1.0 / 200.0));
    assert_eq!(Chance::of(0, 0), Chance { chance: 0.0, error: 0.5 });
}

#[test]
fn no_trials_and_no_calls_are_no_trouble() {
    let x = || play("x", 0.0).offense("x", "a", (5.0, 5.0, 5.0), Assignment::Advance, 30.0);
    let none = trials(&two_channels(x(), 3, &[], |_| ()), Luck { trials: 0, seed: 1 }, &());
    assert_eq!((none.count, none.spot.mean, none.by_down.len()), (0, 0.0, 0));
    let idle = trials(&two_channels(x(), 0, &[], |_| ()), Luck { trials: 10, seed: 1 }, &());
    assert_eq!((idle.count, idle.spot.mean, idle.spot.p50, idle.by_down.len()), (10, 20.0, 20.0, 0));
}
