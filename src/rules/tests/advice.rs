//! The next call: what is ranked by, what is too close to call, and what speaks for and against.

use std::fmt::Write as _;
use std::sync::Arc;

use super::build::{Build, bypass, confront, model, play};
use super::drive::shipped;
use crate::model::{Assignment, OperatingModel, Play, PlayId, TacticId};
use crate::play_file::{Lookup as _, Playbook};
use crate::rules::{
    Advice, Called, DriveEnd, GoneRound, Lineup, Luck, Standing, Weighing, advise, drive, resolve,
};

const LUCK: Luck = Luck { trials: 200, seed: 1 };
const PLAYS: [&str; 6] = [
    "api-strategy",
    "common-components",
    "devops-programme",
    "exemplar",
    "governance-reset",
    "proactive-outreach",
];

fn called(id: &str, title: &str, mut play: Play, model: &Arc<OperatingModel>) -> Called {
    play.title = title.into();
    Called::new(Lineup::new(PlayId::from(id), Arc::new(play), Arc::clone(model)))
}

fn three_channels() -> Arc<OperatingModel> {
    Arc::new(model(&["a", "b", "c"]))
}

/// Two channels are far ahead of the third; one play pushes them on, another brings the third up.
fn push_or_catch_up(model: &Arc<OperatingModel>) -> [Called; 2] {
    let push = play("x", 0.0).offense("x", "a", (9.0, 9.0, 9.0), Assignment::Advance, 12.0).offense(
        "y",
        "b",
        (9.0, 9.0, 9.0),
        Assignment::Advance,
        12.0,
    );
    let catch_up = play("z", 0.0).offense("z", "c", (4.0, 5.0, 6.0), confront("wall"), 8.0).defense(
        "wall",
        "c",
        (4.0, 4.0, 4.0),
    );
    [called("push", "Push", push, model), called("catch-up", "Catch up", catch_up, model)]
}

fn fronts(fronts: [f64; 3], model: &OperatingModel) -> Standing {
    Standing::kick_off(fronts.to_vec(), model, 100.0)
}

fn advice(standing: &Standing, model: &Arc<OperatingModel>, plays: &[Called], exposure: f64) -> Advice {
    advise(standing, model, plays, Weighing { exposure }, LUCK, &())
}

fn shipped_plays() -> Vec<Called> {
    let playbook = Playbook::built_in();
    let called = |id: &str| {
        let play = playbook.play(&PlayId::from(id)).unwrap();
        let model = playbook.model(&play.model).unwrap();
        Called::new(Lineup::new(PlayId::from(id), play, model))
    };
    PLAYS.iter().map(|id| called(id)).collect()
}

#[test]
fn what_counts_decides_what_comes_first() {
    let model = three_channels();
    let plays = push_or_catch_up(&model);
    let standing = fronts([50.0, 50.0, 20.0], &model);
    let first = |exposure: f64| advice(&standing, &model, &plays, exposure).calls[0].play.clone();
    assert_eq!(first(1.0).as_str(), "catch-up");
    assert_eq!(first(0.0).as_str(), "push");
    let found = advice(&standing, &model, &plays, 0.25);
    for call in &found.calls {
        assert!((call.measure - (0.75 * call.mean_gain - 0.25 * call.mean_exposed)).abs() < 1e-12);
    }
    assert!(found.measure.contains("75 % of the yards the whole organisation gains, less 25 %"));
    assert_eq!([found.calls[0].group, found.calls[1].group], [1, 2]);
    assert!(found.headline.starts_with("Push comes first by this measure"), "{}", found.headline);
    let catch_up = found.calls.iter().find(|call| call.play.as_str() == "catch-up").unwrap();
    assert_eq!(catch_up.speaks_for[0], "It is the only play that moves Channel c, the hindmost channel.");
    assert_eq!(catch_up.open_flanks.len(), 2);
    let push = &found.calls[0];
    assert!(
        push.speaks_against.contains(&"Nobody is working on Channel c, the hindmost channel.".to_owned())
    );
    assert!(push.speaks_against[0].starts_with("It leaves Channel a out on its own by"));
}

#[test]
fn a_call_is_what_the_play_comes_to_here() {
    let model = three_channels();
    let plays = push_or_catch_up(&model);
    let standing = fronts([50.0, 50.0, 20.0], &model);
    let found = advice(&standing, &model, &plays, 0.5);
    for call in &found.calls {
        let Called { lineup, switches } = &plays[call.place];
        let outcome = resolve(lineup, &standing.state, switches);
        assert_eq!(call.run.outcome, outcome);
        assert_eq!(call.gain, outcome.spot_end - found.spot);
        assert!(call.spot.p10 <= call.spot.p50 && call.spot.p50 <= call.spot.p90);
        assert!(!call.speaks_for.is_empty() && !call.speaks_against.is_empty());
    }
    assert_eq!((found.count, found.asked, found.downs_left), (200, 200, 4));
}

#[test]
fn two_of_a_kind_are_too_close_to_call() {
    let model = three_channels();
    let standing = fronts([50.0, 50.0, 20.0], &model);
    let [push, catch_up] = push_or_catch_up(&model);
    let twin = called("twin", "Another push", (*push.lineup.play).clone(), &model);
    let found = advice(&standing, &model, &[push, catch_up, twin], 0.0);
    let order: Vec<(&str, u32)> = found.calls.iter().map(|c| (c.title.as_str(), c.group)).collect();
    assert_eq!(order, [("Another push", 1), ("Push", 1), ("Catch up", 2)]);
    assert_eq!(found.headline, "Too close to call between Another push and Push.");
    assert!(found.calls[0].too_close_to_next() && !found.calls[1].too_close_to_next());
    assert!(found.calls[2].over_next.is_none());
}

#[test]
fn the_order_of_plays_does_not_matter_and_the_same_luck_says_the_same() {
    let model = three_channels();
    let standing = fronts([50.0, 45.0, 20.0], &model);
    let mut plays = push_or_catch_up(&model).to_vec();
    let found = advice(&standing, &model, &plays, 0.5);
    assert_eq!(format!("{found:?}"), format!("{:?}", advice(&standing, &model, &plays, 0.5)));
    plays.reverse();
    let turned = advice(&standing, &model, &plays, 0.5);
    assert_eq!(found.headline, turned.headline);
    for (one, other) in found.calls.iter().zip(&turned.calls) {
        assert_eq!((&one.play, &one.speaks_for, one.spot), (&other.play, &other.speaks_for, other.spot));
    }
}

#[test]
fn without_trials_nothing_is_ranked_and_with_one_nothing_is_told_apart() {
    let model = three_channels();
    let plays = push_or_catch_up(&model);
    let standing = fronts([50.0, 50.0, 20.0], &model);
    let with =
        |trials: u64| advise(&standing, &model, &plays, Weighing::default(), Luck { trials, seed: 1 }, &());
    assert!(with(0).calls.is_empty());
    assert_eq!(with(0).headline, "No trials were run to rank the plays by.");
    assert!(with(1).headline.starts_with("Too close to call between"), "{}", with(1).headline);
}

#[test]
fn a_play_of_another_model_is_left_out_and_named() {
    let model = three_channels();
    let mut far = super::build::model(&["a", "b"]);
    far.title = "Elsewhere".into();
    let stranger = called("stranger", "Stranger", play("x", 0.0), &Arc::new(far));
    let [push, _] = push_or_catch_up(&model);
    let standing = fronts([20.0; 3], &model);
    let found = advice(&standing, &model, &[stranger.clone(), push], 0.5);
    assert_eq!(found.calls.len(), 1);
    assert_eq!(found.calls[0].place, 1);
    assert_eq!(found.headline, "Push is the only play at hand.");
    assert_eq!(
        (found.left_out[0].title.as_str(), found.left_out[0].model.as_str()),
        ("Stranger", "Elsewhere")
    );
    let nothing = advice(&standing, &model, &[stranger], 0.5);
    assert_eq!((nothing.calls.len(), nothing.headline.as_str()), (0, "There is no play to call here."));
}

#[test]
fn the_measure_leaves_a_setback_aside_and_the_chance_does_not() {
    let model = three_channels();
    let plays = push_or_catch_up(&model);
    let mut standing = fronts([20.0; 3], &model);
    let early = advice(&standing, &model, &plays, 0.5);
    standing.series.down = 4;
    let late = advice(&standing, &model, &plays, 0.5);
    assert_eq!((early.downs_left, late.downs_left), (4, 1));
    assert_eq!(early.calls[0].measure, late.calls[0].measure);
    assert!(early.calls[0].makes_line.chance > late.calls[0].makes_line.chance);
    assert_eq!(late.calls[0].makes_line.chance, 0.0, "nobody gains ten yards at once");
}

#[test]
fn what_was_left_behind_and_what_wore_out_speak_against() {
    let model = three_channels();
    let round = play("x", 0.0).offense("x", "a", (5.0, 5.0, 5.0), bypass("wall"), 10.0).defense(
        "wall",
        "a",
        (4.0, 4.0, 4.0),
    );
    let through = play("x", 0.0).offense("x", "a", (5.0, 5.0, 5.0), confront("wall"), 10.0).defense(
        "wall",
        "a",
        (4.0, 4.0, 4.0),
    );
    let plays = [called("round", "Round", round, &model), called("through", "Through", through, &model)];
    let mut standing = fronts([60.0, 20.0, 20.0], &model);
    standing.state.gone_round[0].insert("wall".into(), GoneRound { strength: 4.0, age: 3 });
    standing.state.uses.insert(TacticId::from("round"), 3);
    let found = advice(&standing, &model, &plays, 0.5);
    let of = |id: &str| found.calls.iter().find(|call| call.play.as_str() == id).unwrap();
    let against = of("round").speaks_against.join(" ");
    assert!(
        against.contains("Nobody takes on Wall, gone round three tries ago, still dragging."),
        "{against}"
    );
    assert!(
        of("through")
            .speaks_for
            .contains(&"It takes on Wall, gone round three tries ago and still there.".to_owned())
    );
    standing.state.fronts = vec![20.0; 3];
    standing.state.uses.insert(TacticId::from("through"), 30);
    let found = advice(&standing, &model, &plays, 0.5);
    let stale = found.calls.iter().find(|call| call.play.as_str() == "through").unwrap();
    let against = stale.speaks_against.join(" ");
    assert!(against.contains("31st use of Through: it keeps 40 % of its effect."), "{against}");
}

#[test]
fn a_drive_can_be_asked_where_it_stood() {
    let sheet = shipped("exemplar-after-exemplar");
    let drive = drive(&sheet);
    assert_eq!(drive.end, DriveEnd::Turnover);
    assert_eq!(drive.standing_after(0), Some(sheet.from.clone()));
    let after = drive.standing_after(8).unwrap();
    assert_eq!(after.state.fronts, drive.events[0].fronts, "the event after try 8 has struck");
    assert_eq!(after.series, drive.downs[8].series);
    assert_eq!(drive.standing_after(drive.downs.len()), None, "control is lost");
    assert_eq!(drive.standing_after(99), None);
}

#[test]
fn what_to_call_after_four_exemplars() {
    let sheet = shipped("exemplar-after-exemplar");
    let standing = drive(&sheet).standing_after(4).unwrap();
    let found = advice(&standing, &sheet.model, &shipped_plays(), 0.5);
    let mut told = format!("{}\n{}\n", found.headline, found.measure);
    for call in &found.calls {
        let _ = writeln!(told, "\n{} {} {:.2}", call.group, call.title, call.measure);
        let _ =
            writeln!(told, "  {:.2} expected, {:.2} and {:.2}", call.gain, call.mean_gain, call.mean_exposed);
        let _ = writeln!(told, "  {}\n  {}", call.works, call.fails);
        for (mark, sentences) in [("+", &call.speaks_for), ("-", &call.speaks_against)] {
            for sentence in sentences {
                let _ = writeln!(told, "  {mark} {sentence}");
            }
        }
    }
    insta::assert_snapshot!(told);
}
