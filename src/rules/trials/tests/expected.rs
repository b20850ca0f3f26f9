//! With nothing left to chance, trials are the expected drive.

use super::sheets::{SHIPPED, shipped};
use crate::rules::trials::Luck;
use crate::rules::trials::program::Contests;
use crate::rules::trials::run::trials_with;
use crate::rules::{CallSheet, DriveEnd, drive};

/// Asserts that trials without chance come to what the expected drive does.
fn expect_the_drive(sheet: &CallSheet) {
    let drive = drive(sheet);
    let trials = trials_with(sheet, Luck { trials: 40, seed: 1 }, &(), Contests::Expected);
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
