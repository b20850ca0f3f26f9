//! Each rule against a number worked out by hand. To keep the sums short, plays step back no yards with an understanding
//! floor of 1, unless the rule is about that.

use super::build::{Build, block, bypass, cap, confront, drag, model, play, reach, run, strengthen, support};
use crate::model::{Assignment, OperatingModel, Play, PlayId, PlayerId, TacticId};
use crate::rules::{BattleKind, GoneRound, Lineup, Outcome, Run, State, Switches, resolve, safe_yard};

const ONE: (f64, f64, f64) = (1.0, 1.0, 1.0);

fn points(strength: f64) -> (f64, f64, f64) {
    (strength, strength, strength)
}

/// Three channels in which stepping back teaches nothing new.
fn plain() -> OperatingModel {
    let mut model = model(&["a", "b", "c"]);
    model.constants.understanding_floor = 1.0;
    model
}

fn close(got: f64, wanted: f64) {
    assert!((got - wanted).abs() < 1e-9, "got {got}, wanted {wanted}");
}

fn level(lineup: &Lineup) -> State {
    State::level(&lineup.model, 20.0)
}

fn play_of_one(strength: f64, assignment: Assignment) -> Play {
    play("x", 0.0).offense("x", "a", points(strength), assignment, 10.0)
}

#[test]
fn rule_1_stepping_back_pays_less_with_every_yard() {
    let at = |yards| {
        let lineup =
            play("x", yards).offense("x", "a", points(2.0), Assignment::Advance, 8.0).on(model(&["a", "b"]));
        run(&lineup, &level(&lineup))
    };
    close(at(0.0).understanding, 0.4);
    close(at(5.0).understanding, 1.0 - 0.6 / std::f64::consts::E);
    close(at(5.0).offense[0].effect, 2.0 * (1.0 - 0.6 / std::f64::consts::E));
}

#[test]
fn rule_2_each_further_use_keeps_less_down_to_a_floor() {
    let lineup = play_of_one(2.0, Assignment::Advance).on(plain());
    let used = |times| {
        let mut state = level(&lineup);
        state.uses.insert(TacticId::from("test"), times);
        run(&lineup, &state)
    };
    close(used(0).fresh, 1.0);
    close(used(3).fresh, 0.614_125);
    close(used(3).offense[0].own, 1.228_25);
    close(used(49).fresh, 0.4);
    assert_eq!(used(3).uses, 3);
}

#[test]
fn rule_2_another_name_for_the_same_tactic_counts_as_a_use() {
    let mut twin = play_of_one(2.0, Assignment::Advance);
    twin.tactic = Some(TacticId::from("other"));
    let lineup = twin.on(plain());
    let mut state = level(&lineup);
    state.uses.insert(TacticId::from("other"), 1);
    let before = run(&lineup, &state);
    close(before.fresh, 0.85);
    let after = Run { before: state, outcome: before }.after(&lineup);
    assert_eq!(after.uses.get("other"), Some(&2));
}

#[test]
fn rule_3_support_goes_to_the_end_of_its_chain_with_its_own_factors() {
    let lineup = play_of_one(2.0, Assignment::Advance)
        .offense("y", "b", points(3.0), support("x"), 9.0)
        .offense("z", "c", points(1.0), support("y"), 9.0)
        .assume("trained", &[strengthen("z", 1.5)])
        .on(plain());
    let outcome = run(&lineup, &level(&lineup));
    close(outcome.offense[0].effect, 2.0 + 3.0 + 1.5);
    close(outcome.offense[1].effect, 0.0);
    close(outcome.offense[2].own, 1.5);
    close(outcome.channels[0].attack, 6.5);
    assert_eq!(outcome.channels.map_open(), [false, true, true]);
}

#[test]
fn rule_3_a_ring_of_support_ends_and_counts_for_nothing() {
    let lineup = play_of_one(2.0, Assignment::Advance)
        .offense("y", "a", ONE, support("z"), 9.0)
        .offense("z", "a", ONE, support("y"), 9.0)
        .offense("w", "a", ONE, support("nobody"), 9.0)
        .on(plain());
    close(run(&lineup, &level(&lineup)).channels[0].attack, 2.0);
}

#[test]
fn rule_4_a_defender_is_held_off_and_gone_round_in_part() {
    // w = 4; blocked by 4: held 16 / 8 = 2; confronted by 3, bypassed by 1: q = 0.75; counted 2 * (0.75 + 0.125).
    let lineup = play_of_one(3.0, confront("d"))
        .offense("y", "a", ONE, bypass("d"), 20.0)
        .offense("z", "a", points(4.0), block("d"), 20.0)
        .defense("d", "a", points(4.0))
        .on(plain());
    let outcome = run(&lineup, &level(&lineup));
    let defender = outcome.defense[0];
    close(defender.weight, 4.0);
    close(defender.held, 2.0);
    close(defender.confronted, 0.75);
    close(defender.counted, 1.75);
    close(outcome.channels[0].attack, 4.0);
    close(outcome.channels[0].defense, 1.75);
    // Rule 5: share 4 / 5.75, reach (3 * 10 + 1 * 20) / 4.
    close(outcome.channels[0].share, 4.0 / 5.75);
    close(outcome.channels[0].reach, 12.5);
    close(outcome.channels[0].gain, 12.5 * 4.0 / 5.75);
    // Rule 10: pairs against what the defender counts for alone, blockers too.
    let battles: Vec<(BattleKind, f64, f64)> =
        outcome.battles.iter().map(|battle| (battle.kind, battle.attack, battle.defense)).collect();
    assert_eq!(
        battles,
        [(BattleKind::Confront, 3.0, 1.75), (BattleKind::Bypass, 1.0, 1.75), (BattleKind::Block, 4.0, 1.75)]
    );
    close(outcome.battles[0].share, 3.0 / 4.75);
    close(outcome.battles[2].share, 4.0 / 5.75);
    // Rule 8: a quarter of it was gone round; wear 1 - 0.25 * share * 0.75.
    close(defender.gone_round, 1.0);
    close(defender.wear_after, 1.0 - 0.25 * (4.0 / 5.75) * 0.75);
}

#[test]
fn rule_4_wear_and_assumptions_weigh_on_a_defender_and_nobody_engaging_it_leaves_it_whole() {
    let lineup = play_of_one(3.0, Assignment::Advance)
        .defense("d", "a", points(4.0))
        .assume("worse", &[strengthen("d", 1.5)])
        .on(plain());
    let mut state = level(&lineup);
    state.wear.insert(PlayerId::from("d"), 0.5);
    let outcome = run(&lineup, &state);
    close(outcome.defense[0].counted, 3.0);
    close(outcome.channels[0].share, 0.5);
    close(outcome.defense[0].wear_after, 0.5);
    assert!(outcome.battles.is_empty());
    let off = resolve(&lineup, &state, &Switches(vec![false]));
    close(off.channels[0].share, 0.6);
}

#[test]
fn rule_4_a_defender_without_strength_holds_nothing() {
    let lineup = play_of_one(3.0, bypass("d"))
        .defense("d", "a", points(4.0))
        .assume("gone", &[strengthen("d", 0.0)])
        .on(plain());
    let outcome = run(&lineup, &level(&lineup));
    close(outcome.defense[0].held, 0.0);
    close(outcome.channels[0].share, 1.0);
    close(outcome.channels[0].gain, 10.0);
    assert!(outcome.gone_round[0].is_empty());
}

#[test]
fn rule_5_attackers_without_strength_win_nothing_and_a_missing_route_goes_five_yards() {
    let mut weak = play_of_one(3.0, Assignment::Advance).assume("gone", &[strengthen("x", 0.0)]);
    weak.offense[0].route.clear();
    let lineup = weak.on(plain());
    let outcome = run(&lineup, &level(&lineup));
    assert_eq!((outcome.channels[0].share, outcome.channels[0].reach), (0.0, 0.0));
    let strong = resolve(&lineup, &level(&lineup), &Switches(vec![false]));
    close(strong.channels[0].gain, 5.0);
}

#[test]
fn rule_5_routes_that_end_behind_the_line_reach_nothing_and_factors_multiply() {
    let lineup = play_of_one(1.0, Assignment::Advance)
        .offense("y", "a", ONE, Assignment::Advance, -4.0)
        .assume("less", &[reach("a", 0.5), reach("a", 0.8)])
        .on(plain());
    close(run(&lineup, &level(&lineup)).channels[0].reach, 5.0 * 0.4);
}

/// The carrier (2) in channel a with a blocker (3) of the presser (6) beside it, ball 10 yards back.
fn under_pressure() -> Lineup {
    play("x", 10.0)
        .offense("x", "a", points(2.0), Assignment::Advance, 10.0)
        .offense("y", "a", points(3.0), block("p"), 5.0)
        .offense("z", "b", ONE, confront("q"), 8.0)
        .press("p", "a", 6.0)
        .defense("q", "b", ONE)
        .on(plain())
}

#[test]
fn rules_6_and_7_pressure_takes_from_every_gain_and_from_the_carriers_channel() {
    // held = 36 / 9 = 4; caught = 10 / 20 * 4 / (4 + 2 + 3) = 2 / 9.
    let lineup = under_pressure();
    let outcome = run(&lineup, &level(&lineup));
    let caught = 2.0 / 9.0;
    close(outcome.caught, caught);
    let [a, b, _] = outcome.channels[..] else { panic!("three channels") };
    close(a.share, 2.0 / 6.0);
    close(a.gain, (1.0 - caught) * 10.0 / 3.0);
    close(a.lost_to_pressure, caught * 10.0);
    close(a.end, 20.0 + a.gain - a.lost_to_pressure);
    close(b.gain, (1.0 - caught) * 4.0);
    close(b.lost_to_pressure, 0.0);
    // Rule 8: caught as well.
    close(outcome.defense[1].wear_after, 1.0 - 0.25 * 0.5 * (1.0 - caught));
}

#[test]
fn rule_7_pressure_takes_no_front_below_today_and_reports_what_was_really_lost() {
    let lineup = under_pressure();
    let outcome = run(&lineup, &State::new(vec![0.5, 0.0, 0.0]));
    let a = outcome.channels[0];
    close(a.gain, 7.0 / 9.0 * 10.0 / 3.0);
    let had = 0.5 + a.gain;
    assert!(a.lost_to_pressure > 2.2);
    close(a.end, had - a.lost_to_pressure);
    let poor =
        play("x", 20.0).offense("x", "a", ONE, Assignment::Advance, 0.0).press("p", "a", 3.0).on(plain());
    let outcome = run(&poor, &State::new(vec![0.5, 0.0, 0.0]));
    close(outcome.channels[0].lost_to_pressure, 0.5);
    close(outcome.channels[0].end, 0.0);
}

#[test]
fn rule_6_a_blocking_carrier_guards_once_and_a_supporting_one_with_nothing() {
    let blocking =
        play("x", 20.0).offense("x", "a", points(3.0), block("p"), 5.0).press("p", "a", 3.0).on(plain());
    close(run(&blocking, &level(&blocking)).caught, 1.5 / 4.5);
    let supporting = play("x", 20.0)
        .offense("x", "a", points(3.0), support("y"), 5.0)
        .offense("y", "a", points(3.0), Assignment::Advance, 5.0)
        .press("p", "a", 3.0)
        .on(plain());
    close(run(&supporting, &level(&supporting)).caught, 1.0);
}

#[test]
fn rule_7_the_lowest_cap_holds_and_a_front_past_it_stays() {
    let lineup =
        play_of_one(1.0, Assignment::Advance).assume("cap", &[cap("a", 40.0), cap("a", 25.0)]).on(plain());
    let at = |yard: f64| run(&lineup, &State::new(vec![yard, 40.0, 40.0])).channels[0];
    let below = at(14.0);
    assert_eq!((below.gain, below.end, below.capped_at), (10.0, 24.0, None));
    let held = at(20.0);
    assert_eq!((held.gain, held.end, held.capped_at), (5.0, 25.0, Some(25.0)));
    let past = at(30.0);
    assert_eq!((past.gain, past.end, past.capped_at), (0.0, 30.0, Some(25.0)));
}

#[test]
fn rule_7_no_front_passes_the_goal() {
    let lineup = play_of_one(1.0, Assignment::Advance).on(plain());
    let outcome = run(&lineup, &State::new(vec![95.0, 95.0, 95.0]));
    assert_eq!((outcome.channels[0].gain, outcome.channels[0].end), (5.0, 100.0));
    assert_eq!(outcome.channels[0].capped_at, None);
}

fn left_behind(lineup: &Lineup, state: State) -> (Outcome, State) {
    let run = Run { outcome: run(lineup, &state), before: state };
    let after = run.after(lineup);
    (run.outcome, after)
}

#[test]
fn rule_8_what_was_gone_round_keeps_its_age_until_it_is_confronted() {
    let round = play_of_one(2.0, bypass("d")).defense("d", "a", points(4.0)).on(plain());
    let (first, state) = left_behind(&round, level(&round));
    close(first.channels[0].gone_round_weight, 4.0);
    assert_eq!(state.gone_round[0].get("d"), Some(&GoneRound { strength: 4.0, age: 1 }));
    assert!(state.wear.is_empty());
    let (second, state) = left_behind(&round, state);
    close(second.channels[0].gone_round_weight, 4.0 * 1.08);
    assert_eq!(state.gone_round[0].get("d"), Some(&GoneRound { strength: 4.0, age: 2 }));

    // Another play in which the same force stands elsewhere leaves this channel as it is.
    let elsewhere =
        play("x", 0.0).offense("x", "b", ONE, bypass("d"), 5.0).defense("d", "b", points(4.0)).on(plain());
    let (_, moved) = left_behind(&elsewhere, state.clone());
    assert_eq!(moved.gone_round[0].get("d"), Some(&GoneRound { strength: 4.0, age: 3 }));
    assert_eq!(moved.gone_round[1].get("d"), Some(&GoneRound { strength: 4.0, age: 1 }));

    // Left alone it stays; confronted it is gone.
    let alone = play("x", 0.0)
        .offense("x", "a", ONE, Assignment::Advance, 5.0)
        .defense("d", "a", points(4.0))
        .on(plain());
    let (_, left) = left_behind(&alone, state.clone());
    assert_eq!(left.gone_round[0].get("d").map(|d| d.age), Some(3));
    let mut faced = play_of_one(2.0, confront("d")).defense("d", "a", points(4.0));
    faced.tactic = Some(TacticId::from("other"));
    let faced = faced.on(plain());
    let (outcome, beaten) = left_behind(&faced, state);
    assert!(beaten.gone_round[0].is_empty());
    close(outcome.channels[0].gone_round_weight, 0.0);
    close(beaten.wear["d"], 1.0 - 0.25 / 3.0);
}

#[test]
fn rule_8_festering_has_a_limit_and_wear_a_floor() {
    let constants = plain().constants;
    close(GoneRound { strength: 2.0, age: 3 }.weight(&constants), 2.0 * 1.08f64.powi(3));
    close(GoneRound { strength: 2.0, age: 30 }.weight(&constants), 3.0);
    let lineup = play_of_one(10.0, confront("d")).defense("d", "a", points(0.1)).on(plain());
    let mut state = level(&lineup);
    state.wear.insert(PlayerId::from("d"), 0.41);
    close(run(&lineup, &state).defense[0].wear_after, 0.4);
}

#[test]
fn rule_9_what_is_out_on_its_own_slips_back_all_channels_at_once() {
    let lineup = play("x", 0.0)
        .offense("x", "a", ONE, Assignment::Hold, 5.0)
        .assume("hard", &[drag("a", 2.0)])
        .on(plain());
    let mut state = State::new(vec![50.0, 45.0, 20.0]);
    state.gone_round[0].insert(PlayerId::from("d"), GoneRound { strength: 4.0, age: 0 });
    let outcome = run(&lineup, &state);
    let [a, b, c] = outcome.channels[..] else { panic!("three channels") };
    // a: 50 - (45 + 20) / 2 - 10 = 7.5 ahead, drag 0.15 * 2 * (1 + 0.05 * 4) = 0.36; b: 45 - 35 - 10 = 0.
    close(a.safe_before, 42.5);
    close(a.lead, 7.5);
    close(a.drag, 0.36);
    close(a.lost_to_drag, 2.7);
    close(a.end, 47.3);
    close(b.lead, 0.0);
    // Rule 10, on the final fronts: b's hindmost are now 47.3 and 20, a's still 45 and 20.
    close(a.exposure, 4.8);
    close(b.safe_end, 43.65);
    close(b.exposure, 1.35);
    close(c.exposure, 0.0);
    close(outcome.spot_end, (47.3 + 45.0 + 20.0) / 3.0);
    close(outcome.exposure, 6.15 / 3.0);
    // All of a lead is the most that can be lost.
    state.gone_round[0].insert(PlayerId::from("e"), GoneRound { strength: 90.0, age: 0 });
    close(run(&lineup, &state).channels[0].end, 42.5);
}

#[test]
fn rule_9_with_two_channels_the_other_one_is_hindmost_and_weights_weigh() {
    let mut two = model(&["a", "b"]);
    two.channels[0].weight = 3.0;
    let lineup = play("x", 0.0).offense("x", "a", ONE, Assignment::Hold, 5.0).on(two);
    let outcome = run(&lineup, &State::new(vec![50.0, 20.0]));
    close(outcome.channels[0].lead, 20.0);
    close(outcome.channels[0].lost(), 3.0);
    close(outcome.spot_start, (3.0 * 50.0 + 20.0) / 4.0);
    close(outcome.exposure, 3.0 * 17.0 / 4.0);
}

#[test]
fn rule_10_a_blocker_gains_nothing_and_leaves_its_flank_open() {
    let lineup = play_of_one(5.0, block("d")).defense("d", "a", ONE).on(plain());
    let outcome = run(&lineup, &level(&lineup));
    assert!(outcome.channels[0].open_flank);
    close(outcome.channels[0].gain, 0.0);
    assert!(outcome.gone_round[0].is_empty());
    close(outcome.defense[0].wear_after, 1.0);
}

#[test]
fn what_an_unchecked_play_gets_wrong_is_left_out() {
    let lineup = play("nobody", 5.0)
        .offense("x", "a", ONE, confront("nobody"), 5.0)
        .offense("y", "nowhere", ONE, Assignment::Advance, 5.0)
        .defense("d", "nowhere", ONE)
        .assume("odd", &[strengthen("nobody", 2.0), cap("nowhere", 5.0)])
        .on(plain());
    let outcome = resolve(&lineup, &State::new(vec![20.0]), &Switches(Vec::new()));
    assert!(outcome.channels.iter().all(|channel| channel.open_flank && channel.gain == 0.0));
    assert_eq!(lineup.id, PlayId::from("test"));
}

#[test]
fn rule_9_safe_is_cover_beyond_the_two_hindmost_others() {
    let fronts = [38.0, 24.0, 35.0, 20.0, 36.0];
    close(safe_yard(&fronts, 0, 10.0), 32.0);
    close(safe_yard(&fronts, 3, 10.0), 39.5);
    close(safe_yard(&[30.0, 12.0], 0, 10.0), 22.0);
    assert!(safe_yard(&[30.0], 0, 10.0) > 100.0);
}

/// For reading open flanks at a glance.
trait OpenFlanks {
    fn map_open(&self) -> Vec<bool>;
}

impl OpenFlanks for Vec<crate::rules::ChannelOutcome> {
    fn map_open(&self) -> Vec<bool> {
        self.iter().map(|channel| channel.open_flank).collect()
    }
}
