//! With nothing left to chance, trials are the expected drive.

use std::sync::Arc;

use proptest::prelude::*;

use super::sheets::{SHIPPED, shipped};
use crate::rules::tests::properties::{CHANNELS, cases};
use crate::rules::trials::Luck;
use crate::rules::trials::program::Contests;
use crate::rules::trials::run::{Terms, trials_on};
use crate::rules::{CallSheet, Called, DriveEnd, Entry, Series, Shock, Standing, drive};

/// Asserts that trials without chance come to what the expected drive does.
fn expect_the_drive(sheet: &CallSheet) {
    let drive = drive(sheet);
    let terms = Terms { contests: Contests::Expected, ..Terms::default() };
    let trials = trials_on(sheet, Luck { trials: 40, seed: 1 }, &(), terms);
    let close = |mean: f64, expected: f64| (mean - expected).abs() < 1e-9;
    assert_eq!(trials.count, 40);
    assert_eq!(trials.goal.chance, f64::from(u8::from(drive.end == DriveEnd::Goal)));
    assert_eq!(trials.turnover.chance, f64::from(u8::from(drive.end == DriveEnd::Turnover)));
    assert!(close(trials.spot.mean, drive.spot), "{}: {} for {}", sheet.stem, trials.spot.mean, drive.spot);
    assert!(close(trials.exposure.mean, drive.exposure));
    for (spread, front) in trials.fronts.iter().zip(&drive.last.state.fronts) {
        assert!(close(spread.mean, *front));
    }
    assert_eq!(trials.by_down.len(), sheet.downs() as usize);
    for (number, down) in trials.by_down.iter().enumerate() {
        let Some(expected) = drive.downs.get(number).or(drive.downs.last()) else { continue };
        assert!(close(down.spot.mean, expected.spot), "{} down {}", sheet.stem, number + 1);
        assert!(close(down.exposure.mean, expected.exposure), "{} down {}", sheet.stem, number + 1);
        for (spread, front) in down.fronts.iter().zip(&expected.fronts) {
            assert!(close(spread.mean, *front), "{} down {}", sheet.stem, number + 1);
            assert!((spread.p50 - front).abs() <= 0.005 + 1e-9 && spread.p10 == spread.p90);
        }
    }
}

#[test]
fn the_shipped_plans_are_played_as_expected() {
    for stem in SHIPPED {
        expect_the_drive(&shipped(stem));
    }
}

proptest! {
    #[test]
    fn any_plan_from_any_field_is_played_as_expected(
        first in cases(), second in cases(), times in (1..9u32, 1..9u32), goal in 30.0..100.0f64, severity in 0.0..=1.0f64
    ) {
        let (lineup, state) = (first.lineup(), first.state());
        let model = Arc::clone(&lineup.model);
        let spot = model.weighted_mean(state.fronts.iter().copied());
        let series = Series { down: 2, ..Series::first(spot, goal, &model.constants) };
        let mut sheet = CallSheet::of_play(Called::new(lineup), Standing { state, series }, times.0);
        sheet.plays.push(Called::new(second.lineup()));
        let shock = Shock { name: "Shock".into(), severity, strikes: vec![true, true, false, true] };
        sheet.entries.extend([
            Entry::Event(shock.clone()),
            Entry::Play { play: 1, times: times.1 },
            Entry::Play { play: 0, times: 1 },
            Entry::Event(shock),
        ]);
        Arc::make_mut(&mut sheet.plan).goal = goal;
        prop_assert_eq!(sheet.model.channels.len(), CHANNELS.len());
        expect_the_drive(&sheet);
    }
}
