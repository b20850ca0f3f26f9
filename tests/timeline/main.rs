//! A play over time, whatever the play: smooth, finite, the same from any side, and true to its outcome.

mod drives;
mod plays;
mod told;

use std::collections::BTreeMap;
use std::sync::Arc;

use downfield::model::{
    Assignment, Beat, Phase, Place, Play, PlayId, PlayerId, Side, Stance, Strength, Subject,
};
use downfield::rules::{BattleKind, Lineup, Run, State, Switches, repeat};
use downfield::timeline::{Frame, Posture, Timeline};
use proptest::prelude::*;

use plays::{a_play, channel, exemplar, id, model};

/// A moment later, in seconds.
const STEP_SECS: f64 = 1.0 / 120.0;
/// The farthest a player moves in that time, in yards.
const TOKEN_STEP: f64 = 1.5;
/// The farthest a front moves in that time, in yards.
const FRONT_STEP: f64 = 0.5;
/// The most a share changes in that time.
const SHARE_STEP: f64 = 0.25;

fn lineup(play: Play, channels: usize) -> Lineup {
    Lineup::new(PlayId::from("exemplar"), Arc::new(play), Arc::new(model(channels)))
}

fn run(play: Play, channels: usize, start: f64, times: u32) -> (Lineup, Vec<Run>) {
    let lineup = lineup(play, channels);
    let state = State::level(&lineup.model, start);
    let runs = repeat(&lineup, &state, &Switches::of(&lineup.play), times);
    (lineup, runs)
}

fn timeline(play: Play, times: u32) -> (Timeline, Vec<Run>) {
    let (lineup, runs) = run(play, 5, 20.0, times);
    (Timeline::new(&lineup, &runs), runs)
}

fn places(frame: &Frame) -> Vec<Place> {
    let tokens = frame.tokens.iter().map(|token| token.at);
    let battles = frame.battles.iter().map(|battle| battle.at);
    tokens.chain(battles).chain([frame.ball.at]).collect()
}

/// Everything that is a share, by what it is, so that what appears and disappears counts as 0.
fn shares(frame: &Frame) -> BTreeMap<String, f64> {
    let mut shares = BTreeMap::from([("dim".to_owned(), frame.dim)]);
    for token in &frame.tokens {
        shares.insert(format!("token {}", token.id), token.shown);
    }
    for route in &frame.routes {
        shares.insert(format!("route {}", route.player), route.progress);
    }
    for battle in &frame.battles {
        shares.insert(format!("battle {} {:?}", battle.defender, battle.kind), battle.filled);
    }
    for force in &frame.gone_round {
        shares.insert(format!("gone round {} {}", force.channel, force.id), force.shown);
    }
    for tether in &frame.tethers {
        let shown = frame.channels[tether.from].island.map_or(0.0, |island| island.shown);
        shares.insert(format!("tether {}", tether.from), tether.tension * shown);
    }
    for (index, channel) in frame.channels.iter().enumerate() {
        shares.insert(format!("island {index}"), channel.island.map_or(0.0, |island| island.shown));
    }
    shares
}

fn is_smooth(timeline: &Timeline) -> Result<(), TestCaseError> {
    let steps = (timeline.duration_secs() / STEP_SECS).ceil() as u32 + 2;
    let mut last = timeline.frame(0.0);
    for step in 1..=steps {
        let frame = timeline.frame(f64::from(step) * STEP_SECS);
        let at = format!("at {:.3} s, {:?}", frame.time_secs, frame.phase);
        for (before, after) in places(&last).into_iter().zip(places(&frame)) {
            prop_assert!(after.yards.is_finite() && after.across.is_finite(), "{at}");
            prop_assert!((before.yards - after.yards).abs() < TOKEN_STEP, "{at}: {before:?} {after:?}");
            prop_assert!((-1.0..=1.0).contains(&after.across), "{at}: {after:?}");
        }
        for (before, after) in last.channels.iter().zip(&frame.channels) {
            prop_assert!((before.front - after.front).abs() < FRONT_STEP, "{at}");
            prop_assert!((before.safe - after.safe).abs() < FRONT_STEP, "{at}");
            prop_assert!((0.0..=100.0).contains(&after.front), "{at}");
        }
        let (before, after) = (shares(&last), shares(&frame));
        for name in before.keys().chain(after.keys()) {
            let share = |of: &BTreeMap<String, f64>| of.get(name).copied().unwrap_or(0.0);
            prop_assert!((0.0..=1.0).contains(&share(&after)), "{at}: {name} {}", share(&after));
            let jump = (share(&before) - share(&after)).abs();
            prop_assert!(jump < SHARE_STEP, "{at}: {name} jumps by {jump}");
        }
        last = frame;
    }
    Ok(())
}

/// How many plays are tried: more where the variable asks for more.
fn tried() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok());
    ProptestConfig { cases: asked.unwrap_or(48), ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(tried())]

    #[test]
    fn every_play_is_smooth(
        (channels, play) in (2..=5usize).prop_flat_map(|channels| (Just(channels), a_play(channels))),
        start in 0.0..=100.0,
        times in 1..5u32,
    ) {
        let (lineup, runs) = run(play, channels, start, times);
        is_smooth(&Timeline::new(&lineup, &runs))?;
    }

    #[test]
    fn every_play_ends_as_the_rules_say(
        play in a_play(5),
        start in 0.0..=100.0,
        times in 1..6u32,
    ) {
        let (lineup, runs) = run(play, 5, start, times);
        let timeline = Timeline::new(&lineup, &runs);
        let outcome = &runs.last().expect("a run").outcome;
        let (first, last) = (timeline.frame(0.0), timeline.frame(timeline.duration_secs()));
        for (index, channel) in outcome.channels.iter().enumerate() {
            prop_assert_eq!(first.channels[index].front, channel.start);
            let shown = &last.channels[index];
            prop_assert_eq!(shown.front, channel.end);
            prop_assert_eq!(shown.front, shown.end);
            prop_assert!((shown.safe - channel.safe_end).abs() < 1e-9);
            prop_assert!((shown.island.map_or(0.0, |i| i.to - i.from) - channel.exposure).abs() < 1e-9);
            prop_assert!((shown.gained - channel.gain).abs() < 1e-9);
            prop_assert!((shown.lost - channel.lost()).abs() < 1e-9);
        }
        prop_assert!((last.run.spot - outcome.spot_end).abs() < 1e-9);
        let gone_round: usize = outcome.gone_round.iter().map(BTreeMap::len).sum();
        prop_assert_eq!(last.gone_round.len(), gone_round);
        for force in &last.gone_round {
            let front = last.channels[force.channel].front;
            prop_assert!(force.at.yards <= front, "{} at {} ahead of {}", force.id, force.at.yards, front);
            let left = outcome.gone_round[force.channel][&force.id];
            prop_assert!((force.weight - left.weight(&lineup.model.constants)).abs() < 1e-9);
        }
    }

    #[test]
    fn a_moment_is_the_same_from_any_side(
        play in a_play(5),
        times in proptest::collection::vec(-1.0..15.0f64, 1..20),
    ) {
        let (timeline, _) = timeline(play, 3);
        let forwards: Vec<Frame> = times.iter().map(|secs| timeline.frame(*secs)).collect();
        let mut backwards: Vec<Frame> = times.iter().rev().map(|secs| timeline.frame(*secs)).collect();
        backwards.reverse();
        prop_assert_eq!(forwards, backwards);
    }

    #[test]
    fn phases_follow_each_other_to_the_end(play in a_play(5)) {
        let (timeline, _) = timeline(play, 2);
        let mut end = 0.0;
        for (span, phase) in timeline.phases().iter().zip(Phase::ALL) {
            prop_assert_eq!(span.phase, phase);
            prop_assert_eq!(span.start_secs, end);
            prop_assert!(span.duration_secs > 0.0);
            end = span.end_secs();
            let still = timeline.still_of(phase);
            prop_assert_eq!(timeline.phase_at(still).phase, phase);
            prop_assert_eq!(timeline.frame(still).phase, phase);
        }
        prop_assert_eq!(timeline.phases().len(), 6);
        prop_assert_eq!(end, timeline.duration_secs());
    }
}

#[test]
fn a_front_that_leaps_ahead_is_not_out_on_its_own_all_at_once() {
    let mut play = exemplar();
    play.defense.clear();
    play.offense.truncate(1);
    play.offense[0].strength = Strength::exactly(10.0);
    play.offense[0].assignment = Assignment::Advance;
    play.offense[0].route = vec![Place { yards: 60.0, across: 0.0 }];
    let (timeline, runs) = timeline(play, 1);
    let gain = runs[0].outcome.channels[0].gain;
    assert!(gain > 35.0, "the play should leap: {gain}");
    is_smooth(&timeline).expect("smooth");
}

#[test]
fn moments_that_are_none_are_the_first_or_the_last() {
    let (timeline, _) = timeline(exemplar(), 1);
    let (first, last) = (timeline.frame(0.0), timeline.frame(timeline.duration_secs()));
    assert_eq!(timeline.frame(f64::NAN), first);
    assert_eq!(timeline.frame(f64::NEG_INFINITY), first);
    assert_eq!(timeline.frame(f64::INFINITY), last);
    assert_eq!(last.phase, Phase::ReadOut);
    assert_eq!(last.phase_progress, 1.0);
}

#[test]
fn without_runs_nothing_happens() {
    let lineup = lineup(exemplar(), 5);
    let timeline = Timeline::new(&lineup, &[]);
    is_smooth(&timeline).expect("smooth");
    let last = timeline.frame(f64::INFINITY);
    assert!(last.channels.iter().all(|channel| channel.front == 0.0));
    assert!(last.battles.is_empty() && last.gone_round.is_empty() && last.tethers.is_empty());
}

#[test]
fn the_exemplar_takes_about_eight_seconds() {
    let (timeline, _) = timeline(exemplar(), 4);
    assert!((7.0..9.5).contains(&timeline.duration_secs()), "{}", timeline.duration_secs());
}

#[test]
fn the_ball_goes_back_first_and_stays_with_its_carrier() {
    let (timeline, _) = timeline(exemplar(), 1);
    let carrier = |frame: &Frame| frame.tokens.iter().find(|token| token.carrier).expect("a carrier").at;
    let lined_up = timeline.frame(timeline.still_of(Phase::LineUp));
    let back = timeline.frame(timeline.still_of(Phase::StepBack));
    let met = timeline.frame(timeline.still_of(Phase::Battles));
    assert_eq!(lined_up.ball.at.yards, 16.0);
    assert_eq!(back.ball.at.yards, 11.0);
    assert_eq!(met.ball.at.yards, 33.0);
    for frame in [&lined_up, &back, &met] {
        assert_eq!(frame.ball.at, carrier(frame));
    }
}

#[test]
fn pressing_defenders_come_at_a_ball_that_steps_back() {
    let mut play = exemplar();
    play.defense[0].stance = Stance::Press;
    let (timeline, _) = timeline(play, 1);
    let force = |phase| timeline.frame(timeline.still_of(phase)).tokens[5].at.yards;
    assert_eq!(force(Phase::LineUp), 25.0);
    assert!(force(Phase::StepBack) < 23.0);
}

#[test]
fn attackers_end_at_the_front_and_forces_ahead_of_it_or_gone_round_behind_it() {
    let (timeline, _) = timeline(exemplar(), 4);
    let frame = timeline.frame(timeline.duration_secs());
    for token in &frame.tokens {
        let front = frame.channels[token.channel].front;
        match (token.side, token.posture) {
            (Side::Defense, Posture::GoneRound) => {
                assert!(token.at.yards <= front - 2.0);
                let same = frame.gone_round.iter().find(|force| force.id == token.id).expect("listed");
                assert_eq!(same.at, token.at);
            }
            (Side::Defense, _) => assert!(token.at.yards > front),
            (Side::Offense, _) if token.id == id("team", 4) => assert!(token.at.yards < front),
            (Side::Offense, _) => assert!(token.at.yards > front && token.at.yards <= front + 6.0),
        }
    }
    assert_eq!(frame.gone_round.len(), 3);
}

#[test]
fn head_to_head_those_who_confront_stand_beside_and_those_who_get_round_beyond() {
    let (timeline, runs) = timeline(exemplar(), 1);
    let frame = timeline.frame(timeline.still_of(Phase::Battles));
    let at = |id: &PlayerId| frame.tokens.iter().find(|token| token.id == *id).expect("there").at;
    assert_eq!(frame.battles.len(), 4);
    for (battle, outcome) in frame.battles.iter().zip(&runs[0].outcome.battles) {
        assert_eq!((battle.kind, battle.filled), (outcome.kind, 1.0));
        assert_eq!(battle.share, outcome.share);
        let (force, team) = (at(&battle.defender), at(&battle.offense[0]));
        match battle.kind {
            BattleKind::Bypass => assert!(team.yards >= force.yards + 3.0),
            BattleKind::Confront | BattleKind::Block => {
                assert!((team.yards - force.yards).abs() <= 4.0);
                assert!((team.across - force.across).abs() >= 0.5);
            }
        }
    }
}

#[test]
fn islands_are_pulled_by_tethers_to_the_hindmost_lane_while_all_else_dims() {
    let (timeline, runs) = timeline(exemplar(), 6);
    let outcome = &runs[5].outcome;
    assert!(outcome.channels[0].lost_to_drag > 0.5, "the play should drag");
    let still = timeline.frame(timeline.still_of(Phase::DragBack));
    let island = still.channels[0].island.expect("an island");
    assert_eq!(island.to, still.channels[0].front);
    assert!((island.slips - outcome.channels[0].lost_to_drag).abs() < 1e-9);
    assert!(still.tethers.iter().all(|tether| tether.to == 3 && tether.tension == 1.0));
    assert_eq!(still.dim, 1.0);
    let pushed = outcome.channels[0].end + outcome.channels[0].lost_to_drag;
    assert!(still.channels[0].front < pushed && still.channels[0].front > outcome.channels[0].end);
    assert_eq!(still.channels[0].ghosts.last(), Some(&pushed));
    let held = timeline.phases()[4].start_secs + 0.7;
    assert!((timeline.frame(held).channels[0].front - pushed).abs() < 1e-9, "held for half a second");
    assert_eq!(timeline.frame(f64::INFINITY).dim, 0.0);
}

#[test]
fn no_frame_gives_the_result_away_before_its_time() {
    let (timeline, _) = timeline(exemplar(), 4);
    let at = |phase| timeline.frame(timeline.still_of(phase));
    let slips = |phase| at(phase).channels.iter().filter_map(|lane| lane.island).any(|it| it.slips > 0.0);
    for phase in [Phase::LineUp, Phase::StepBack, Phase::Battles] {
        assert!(at(phase).headline.contains("so far"), "{}", at(phase).headline);
        assert!(!slips(phase));
    }
    assert!(at(Phase::Advance).headline.contains("this time") && !slips(Phase::Advance));
    assert_eq!(at(Phase::DragBack).headline, at(Phase::ReadOut).headline);
    assert_ne!(at(Phase::ReadOut).headline, at(Phase::LineUp).headline);
    assert!(slips(Phase::DragBack));
}

#[test]
fn tokens_know_what_they_are_there_to_do() {
    let (timeline, _) = timeline(exemplar(), 1);
    for token in timeline.frame(0.0).tokens {
        assert_eq!(token.assignment.is_some(), token.side == Side::Offense);
    }
}

#[test]
fn nothing_out_on_its_own_is_soon_over() {
    let (timeline, _) = timeline(exemplar(), 1);
    assert_eq!(timeline.phases()[4].duration_secs, 0.6);
    let still = timeline.frame(timeline.still_of(Phase::DragBack));
    assert!(still.tethers.is_empty());
    assert_eq!(still.dim, 0.0);
}

#[test]
fn earlier_runs_leave_a_handful_of_ghosts_oldest_first() {
    let (timeline, runs) = timeline(exemplar(), 50);
    let frame = timeline.frame(0.0);
    for channel in &frame.channels {
        assert!(channel.ghosts.len() <= 5);
        for pair in channel.ghosts.windows(2) {
            assert!((pair[0] - pair[1]).abs() >= 0.5);
        }
    }
    assert_eq!(frame.channels[0].ghosts[0], runs[0].outcome.channels[0].start);
    assert!(frame.channels[3].ghosts.is_empty());
    assert_eq!(frame.run.times, 50);
}

#[test]
fn every_run_counts_against_the_first_series() {
    let (lineup, runs) = run(exemplar(), 5, 20.0, 9);
    for times in 1..=9 {
        let now = Timeline::new(&lineup, &runs[..times]).frame(0.0).run;
        assert_eq!((now.series_start, now.line_to_gain), (20.0, 30.0));
        assert_eq!((now.down, now.downs), (times.min(4) as u32, 4));
    }
}

#[test]
fn captions_follow_the_phases_and_stay_until_the_next() {
    let mut play = exemplar();
    let beat = |phase, caption: &str, focus: &[&str]| Beat {
        phase,
        caption: caption.into(),
        notes: None,
        focus: focus.iter().map(|id| (*id).to_owned()).collect(),
    };
    play.beats = vec![
        beat(Phase::Battles, "Two", &["team-0", "governance", "nobody"]),
        beat(Phase::StepBack, "One", &[]),
        beat(Phase::Battles, "Three", &[]),
    ];
    let (timeline, _) = timeline(play, 1);
    let caption = |secs: f64| timeline.frame(secs).caption.map(|caption| (caption.text, caption.number));
    let span = timeline.phases()[2];
    assert_eq!(caption(0.0), None);
    assert_eq!(caption(timeline.phases()[1].start_secs), Some(("One".into(), 1)));
    assert_eq!(caption(span.start_secs), Some(("Two".into(), 2)));
    assert_eq!(caption(span.start_secs + span.duration_secs * 0.51), Some(("Three".into(), 3)));
    assert_eq!(caption(f64::INFINITY), Some(("Three".into(), 3)));
    assert_eq!(
        timeline.frame(span.start_secs).focus,
        [Subject::Player(id("team", 0)), Subject::Channel(channel(3))]
    );
}

#[test]
fn forces_of_earlier_plays_are_shown_by_a_readable_name() {
    let lineup = lineup(exemplar(), 5);
    let mut state = State::level(&lineup.model, 20.0);
    let left = downfield::rules::GoneRound { strength: 3.0, age: 2 };
    state.gone_round[3].insert(PlayerId::from("waterfall-procurement"), left);
    let runs = repeat(&lineup, &state, &Switches::of(&lineup.play), 1);
    let timeline = Timeline::new(&lineup, &runs);
    for secs in [0.0, 3.0, f64::INFINITY] {
        let frame = timeline.frame(secs);
        let force = frame.gone_round.iter().find(|force| force.channel == 3).expect("still there");
        assert_eq!(force.name, "Waterfall procurement");
        assert_eq!(force.shown, 1.0);
        assert!(force.at.yards < frame.channels[3].front);
    }
}
