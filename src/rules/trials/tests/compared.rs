//! Plans against each other on the same luck, and what the shipped ones must show.

use super::sheets::{SHIPPED, shipped};
use crate::rules::CallSheet;
use crate::rules::trials::{Luck, compare_trials, trials, weigh};

const LUCK: Luck = Luck { trials: 4000, seed: 1 };

#[test]
fn a_mixed_plan_ends_further_with_less_exposure() {
    let (mixed, again) = (shipped("balanced-build"), shipped("exemplar-after-exemplar"));
    let compared = compare_trials(&[&mixed, &again], LUCK, &());
    let [mixed, again] = &compared.trials[..] else { panic!("two plans") };
    assert!(compared.against[0][1].further.chance > 0.95, "{:?}", compared.against[0][1]);
    assert!(mixed.exposure.mean < again.exposure.mean / 2.0);
    assert!(again.turnover.chance > 0.95 && mixed.turnover.chance < 0.3);
    assert!(compared.against[0][1].kept.mean_difference > 0.6);
}

#[test]
fn plans_compared_are_the_plans_alone() {
    let sheets: Vec<CallSheet> = SHIPPED.into_iter().map(shipped).collect();
    let sheets: Vec<&CallSheet> = sheets.iter().collect();
    let compared = compare_trials(&sheets, LUCK, &());
    let weighed = weigh(&sheets, LUCK, &());
    assert_eq!(weighed.against, compared.against);
    for (a, sheet) in sheets.iter().enumerate() {
        let alone = trials(sheet, LUCK, &());
        assert_eq!(compared.trials[a], alone);
        let outlook = weighed.outlooks[a];
        assert!((outlook.spot - alone.spot.mean).abs() < 1e-12);
        assert!((outlook.exposure - alone.exposure.mean).abs() < 1e-12);
        assert!((outlook.kept.chance + alone.turnover.chance - 1.0).abs() < 1e-12);
        assert_eq!((outlook.goal, outlook.first_series_made), (alone.goal, alone.first_series_made));
        for (b, other) in compared.trials.iter().enumerate() {
            let (against, back) = (compared.against[a][b], compared.against[b][a]);
            let further = alone.spot.mean - other.spot.mean;
            if a == b {
                continue;
            }
            assert!((against.spot.mean_difference - further).abs() < 1e-9);
            assert_eq!(against.spot.mean_difference, -back.spot.mean_difference);
            assert_eq!(against.spot.error, back.spot.error);
            assert!(against.further.chance + back.further.chance <= 1.0 + 1e-12);
            let kept = other.turnover.chance - alone.turnover.chance;
            assert!((against.kept.mean_difference - kept).abs() < 1e-9);
        }
    }
}

#[test]
fn the_same_plan_twice_is_too_close_to_call() {
    let sheet = shipped("balanced-build");
    let compared = compare_trials(&[&sheet, &sheet.clone()], LUCK, &());
    let against = compared.against[0][1];
    assert_eq!((against.further.chance, against.spot.mean_difference, against.spot.error), (0.0, 0.0, 0.0));
    assert_eq!(against.kept.error, 0.0);
}

#[test]
fn the_same_luck_makes_differences_sharper() {
    // A team a little stronger: its effect is seen through luck that would drown it otherwise.
    let sheet = shipped("balanced-build");
    let mut better = sheet.clone();
    for called in &mut better.plays {
        let mut play = (*called.lineup.play).clone();
        play.offense[0].strength.likely +=
            0.1 * (play.offense[0].strength.high - play.offense[0].strength.likely);
        let id = called.lineup.id.clone();
        called.lineup = crate::rules::Lineup::new(id, play.into(), std::sync::Arc::clone(&sheet.model));
    }
    let weighed = weigh(&[&better, &sheet], LUCK, &());
    let paired = weighed.against[0][1].spot;
    let alone = trials(&sheet, LUCK, &());
    let spread = (alone.spot.p90 - alone.spot.p10) / 2.56 * (2.0 / LUCK.trials as f64).sqrt();
    assert!(paired.mean_difference > 0.0 && paired.error < spread / 2.0, "{paired:?} against {spread}");
}

#[test]
fn nothing_to_compare_is_no_trouble() {
    let compared = compare_trials(&[], LUCK, &());
    assert!(compared.trials.is_empty() && compared.against.is_empty());
    assert_eq!(weigh(&[], Luck { trials: 0, seed: 0 }, &()).count, 0);
}
