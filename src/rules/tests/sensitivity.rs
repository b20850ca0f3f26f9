//! What matters most: levers that must, levers that cannot, and that nothing but the numbers decides.

use std::sync::Arc;

use super::build::{Build, confront, model, play, run, strengthen};
use super::drive::{call, plan, shipped};
use crate::model::{Assignment, OperatingModel, Play, Strength};
use crate::rules::{
    CallSheet, Called, Chance, Lever, LeverSubject, Lineup, Luck, Sensitivity, Standing, State, sensitivity,
};

/// Enough for what is asked here.
const FEW: Luck = Luck { trials: 40, seed: 1 };

/// A field of two channels on which one strong range meets one narrow one, and an assumption does nothing.
fn forms() -> Play {
    play("team", 1.0)
        .offense("team", "a", (1.0, 5.0, 9.0), confront("wall"), 10.0)
        .offense("coaches", "b", (3.9, 4.0, 4.1), Assignment::Advance, 10.0)
        .defense("wall", "a", (4.0, 4.0, 4.0))
        .defense("habit", "b", (4.0, 4.0, 4.0))
        .defense("far-away", "nowhere", (1.0, 2.0, 3.0))
        .assume("idle", &[])
        .assume("tailwind", &[strengthen("coaches", 1.5)])
}

fn sheet_of(lineup: Lineup, times: u32) -> CallSheet {
    let from = Standing::kick_off(vec![20.0; lineup.model.channels.len()], &lineup.model, 100.0);
    CallSheet::of_play(Called::new(lineup), from, times)
}

fn two_channels() -> OperatingModel {
    model(&["a", "b"])
}

fn lever<'a>(found: &'a Sensitivity, label: &str) -> &'a Lever {
    found.levers.iter().find(|lever| lever.label.starts_with(label)).unwrap_or_else(|| {
        panic!("no {label} among {:?}", found.levers.iter().map(|lever| &lever.label).collect::<Vec<_>>())
    })
}

#[test]
fn the_widest_judgement_matters_most_and_what_does_nothing_not_at_all() {
    let found = sensitivity(&sheet_of(forms().on(two_channels()), 2), FEW, &());
    assert_eq!(found.levers[0].label, "Team: strength 1 to 9");
    assert!(found.headline.starts_with("Argue first about how strong Team is: between strength 1 and 9"));
    let idle = lever(&found, "Test assumes: We accept idle");
    assert_eq!((idle.swing_spot, idle.swing_kept), (0.0, 0.0));
    assert_eq!(idle.kept_difference.mean_difference, 0.0);
    assert!(!idle.kept_tells_apart);
    assert!(lever(&found, "Test assumes: We accept tailwind").swing_spot > 0.0);
    assert_eq!(lever(&found, "Far away").swing_spot, 0.0);
    assert!(found.levers.iter().all(|lever| !lever.label.starts_with("Wall")), "it has no range");
    assert!(found.levers.windows(2).all(|pair| pair[0].swing_spot >= pair[1].swing_spot - 1e-9));
    let kept = |place: &usize| found.levers[*place].swing_kept;
    assert!(found.by_kept.windows(2).all(|pair| kept(&pair[0]) >= kept(&pair[1]) - 1e-9));
    assert_eq!(found.by_kept.len(), found.levers.len());
}

#[test]
fn a_pinned_strength_is_what_the_play_comes_to_with_it() {
    let found = sensitivity(&sheet_of(forms().on(two_channels()), 1), FEW, &());
    let with = |strength: f64| {
        let mut play = forms();
        play.offense[0].strength = Strength::exactly(strength);
        let lineup = play.on(two_channels());
        run(&lineup, &State::level(&lineup.model, 20.0)).spot_end
    };
    let team = lever(&found, "Team");
    assert_eq!((team.low.spot, team.high.spot, found.spot), (with(1.0), with(9.0), with(5.0)));
    assert_eq!((team.low.what.as_str(), team.high.what.as_str()), ("1", "9"));
    assert_eq!(team.swing_spot, with(9.0) - with(1.0));
    let tailwind = lever(&found, "Test assumes: We accept tailwind");
    assert_eq!(tailwind.high.spot, found.spot, "it holds as it stands");
    assert_eq!(tailwind.high.kept, found.kept);
}

#[test]
fn a_step_back_stays_on_the_field() {
    let found = sensitivity(&sheet_of(forms().on(two_channels()), 1), FEW, &());
    let back = lever(&found, "Test: step back");
    assert_eq!(back.label, "Test: step back 0 or 3 yards");
    assert_eq!((back.low.what.as_str(), back.high.what.as_str()), ("0 yards", "3 yards"));
    assert!(back.high.spot > back.low.spot);
    let mut far = forms();
    far.ball.step_back = 20.0;
    let found = sensitivity(&sheet_of(far.on(two_channels()), 1), FEW, &());
    let back = lever(&found, "Test: step back 18 or 20 yards");
    assert_eq!(back.high.spot, found.spot);
}

#[test]
fn a_lever_is_the_same_for_mirrored_sides() {
    let mirrored = |first: &str, second: &str| {
        play(first, 0.0)
            .offense(first, "a", (2.0, 4.0, 6.0), Assignment::Advance, 10.0)
            .offense(second, "b", (2.0, 4.0, 6.0), Assignment::Advance, 10.0)
            .defense("wall", "a", (4.0, 4.0, 4.0))
            .defense("habit", "b", (4.0, 4.0, 4.0))
            .on(two_channels())
    };
    let found = sensitivity(&sheet_of(mirrored("one", "two"), 3), FEW, &());
    let (one, two) = (lever(&found, "One"), lever(&found, "Two"));
    assert!((one.swing_spot - two.swing_spot).abs() < 1e-9);
    assert!((one.low.spot - two.low.spot).abs() < 1e-9);
    let places = |label: &str| found.levers.iter().position(|lever| lever.label.starts_with(label));
    assert!(places("One") < places("Two"), "a tie goes by label");
}

#[test]
fn the_order_of_players_does_not_matter() {
    let mut turned = forms();
    turned.offense.reverse();
    turned.defense.reverse();
    let plain = sensitivity(&sheet_of(forms().on(two_channels()), 3), FEW, &());
    let turned = sensitivity(&sheet_of(turned.on(two_channels()), 3), FEW, &());
    for (one, other) in plain.levers.iter().zip(&turned.levers) {
        assert_eq!(one.label, other.label);
        assert!((one.low.spot - other.low.spot).abs() < 1e-9);
        assert!((one.swing_spot - other.swing_spot).abs() < 1e-9);
        assert_eq!(one.low.kept, other.low.kept);
    }
}

#[test]
fn a_player_of_several_plays_is_changed_in_all_of_them() {
    let model = Arc::new(two_channels());
    let plays = [("x", (2.0, 4.0, 6.0)), ("y", (3.0, 4.0, 5.0))];
    let sheet =
        CallSheet::new("plan".into(), Arc::new(plan(20.0, vec![call("x", 1), call("y", 1)])), model, |id| {
            let (_, strength) = plays.iter().find(|(play, _)| *play == id.as_str())?;
            let play = play("team", 0.0).offense("team", "a", *strength, confront("wall"), 10.0).defense(
                "wall",
                "a",
                (4.0, 4.0, 4.0),
            );
            Some(Arc::new(play))
        });
    let found = sensitivity(&sheet, FEW, &());
    let team = lever(&found, "Team: strength 2 to 6");
    assert_eq!((team.low.what.as_str(), team.high.what.as_str()), ("2 or 3", "5 or 6"));
    let subjects = found.levers.iter().filter(|lever| matches!(lever.subject, LeverSubject::Strength { .. }));
    assert_eq!(subjects.count(), 1);
    let both = CallSheet::new("plan".into(), Arc::clone(&sheet.plan), Arc::clone(&sheet.model), |id| {
        let strength = if id.as_str() == "x" { 2.0 } else { 3.0 };
        let play = play("team", 0.0)
            .offense("team", "a", (strength, strength, strength), confront("wall"), 10.0)
            .defense("wall", "a", (4.0, 4.0, 4.0));
        Some(Arc::new(play))
    });
    assert_eq!(team.low.spot, crate::rules::drive(&both).spot);
}

#[test]
fn a_series_that_just_fails_is_said_to_be_the_reason() {
    // Ten yards in four tries, as expected by a hair.
    let play = play("team", 0.0)
        .offense("team", "a", (6.0, 9.0, 9.0), Assignment::Advance, 6.3)
        .offense("coaches", "b", (6.0, 9.0, 9.0), Assignment::Advance, 6.3)
        .defense("wall", "a", (4.0, 4.0, 4.0))
        .defense("habit", "b", (4.0, 4.0, 4.0));
    let found = sensitivity(&sheet_of(play.on(two_channels()), 4), FEW, &());
    let team = lever(&found, "Team");
    assert_eq!((team.low.missed, team.high.missed), (1, 0), "{team:?}");
    assert!(
        team.sentence.ends_with("apart; at strength 6 one more series of tries fails."),
        "{}",
        team.sentence
    );
}

#[test]
fn stopping_leaves_the_spots_whole_and_says_how_many_trials_there_were() {
    let sheet = sheet_of(forms().on(two_channels()), 1);
    let stopped = sensitivity(&sheet, Luck { trials: 0, seed: 1 }, &());
    let found = sensitivity(&sheet, FEW, &());
    assert_eq!((stopped.count, stopped.asked), (0, 0));
    assert_eq!(stopped.kept, Chance::of(0, 0));
    assert_eq!(lever(&stopped, "Team").low.spot, lever(&found, "Team").low.spot);
    assert!(!lever(&stopped, "Team").kept_tells_apart);
    assert_eq!(stopped.headline_kept, None);
}

#[test]
fn what_matters_most_to_the_shipped_plan() {
    let found = sensitivity(&shipped("exemplar-after-exemplar"), Luck { trials: 8, seed: 1 }, &());
    let again = sensitivity(&shipped("exemplar-after-exemplar"), Luck { trials: 8, seed: 1 }, &());
    assert_eq!(found, again);
    let told: Vec<String> = found
        .levers
        .iter()
        .map(|lever| {
            let Lever { label, low, high, swing_spot, .. } = lever;
            format!(
                "{label}\n    {} {:.2}, {} {:.2}: {swing_spot:.2}",
                low.what, low.spot, high.what, high.spot
            )
        })
        .collect();
    insta::assert_snapshot!(format!("{}\n\n{}\n", found.headline, told.join("\n")));
}
