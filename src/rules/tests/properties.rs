//! What must hold for any play.

use proptest::prelude::*;
use proptest::sample::subsequence;

use super::build::{Build, block, bypass, cap, confront, drag, model, play, reach, run, strengthen, support};
use crate::model::{Assignment, Effect, Play, PlayerId, Strength};
use crate::rules::{GoneRound, Lineup, Outcome, State, Switches, repeat, resolve};

pub(in crate::rules) const CHANNELS: [&str; 4] = ["a", "b", "c", "d"];

/// A play and a field to run it on.
#[derive(Clone, Debug)]
pub(in crate::rules) struct Case {
    pub(in crate::rules) play: Play,
    pub(super) fronts: Vec<f64>,
    wear: Vec<f64>,
    gone_round: Vec<(usize, f64, u32)>,
    uses: u32,
}

impl Case {
    pub(in crate::rules) fn lineup(&self) -> Lineup {
        self.play.clone().on(model(&CHANNELS))
    }

    pub(in crate::rules) fn state(&self) -> State {
        let mut state = State::new(self.fronts.clone());
        for (j, wear) in self.wear.iter().enumerate() {
            state.wear.insert(PlayerId::from(format!("d{j}").as_str()), *wear);
        }
        for (j, strength, age) in &self.gone_round {
            let left = GoneRound { strength: *strength, age: *age };
            state.gone_round[j % CHANNELS.len()].insert(PlayerId::from(format!("d{j}").as_str()), left);
        }
        state.uses.insert("test".into(), self.uses);
        state
    }

    fn outcome(&self) -> Outcome {
        run(&self.lineup(), &self.state())
    }
}

/// Defender `j` stands in channel `j % 4`, offense player `i` in channel `i % 4`.
pub(in crate::rules) fn cases() -> impl Strategy<Value = Case> {
    let offense = prop::collection::vec((0.1..10.0f64, 0..7usize, 0..3usize, -5.0..30.0f64), 1..9);
    let defense = prop::collection::vec((0.1..10.0f64, any::<bool>()), 4..9);
    let effects = prop::collection::vec((0..5usize, 0..9usize, 0.0..3.0f64), 0..6);
    let fronts = prop::collection::vec(0.0..=100.0f64, 4);
    let wear = prop::collection::vec(0.4..=1.0f64, 0..5);
    let gone_round = prop::collection::vec((0..4usize, 0.1..10.0f64, 0..60u32), 0..4);
    (offense, defense, effects, fronts, wear, gone_round, 0.0..20.0f64, 0..60u32).prop_map(
        |(offense, defense, effects, fronts, wear, gone_round, step_back, uses)| {
            let mut made = play("o0", step_back);
            for (i, (strength, kind, target, yards)) in offense.iter().enumerate() {
                let there = (i % 4 + 4 * target) % (defense.len() / 4 * 4);
                let foe = format!("d{}", if there % 4 == i % 4 { there } else { i % 4 });
                let assignment = match kind {
                    0 | 1 => confront(&foe),
                    2 => bypass(&foe),
                    3 => block(&foe),
                    4 if i + 1 < offense.len() => support(&format!("o{}", i + 1)),
                    5 if i > 0 => Assignment::Hold,
                    _ => Assignment::Advance,
                };
                made = made.offense(
                    &format!("o{i}"),
                    CHANNELS[i % 4],
                    (0.1, *strength, 10.0),
                    assignment,
                    *yards,
                );
            }
            for (j, (strength, press)) in defense.iter().enumerate() {
                let (id, channel) = (format!("d{j}"), CHANNELS[j % 4]);
                made = if *press {
                    made.press(&id, channel, *strength)
                } else {
                    made.defense(&id, channel, (0.1, *strength, 10.0))
                };
            }
            for (n, (kind, at, factor)) in effects.iter().enumerate() {
                let channel = CHANNELS[at % 4];
                let effect = match kind {
                    0 => strengthen(&format!("o{at}"), *factor),
                    1 => strengthen(&format!("d{at}"), *factor),
                    2 => cap(channel, factor * 30.0),
                    3 => reach(channel, *factor),
                    _ => drag(channel, *factor),
                };
                made = made.assume(&format!("w{n}"), &[effect]);
            }
            Case { play: made, fronts, wear, gone_round, uses }
        },
    )
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9
}

/// Whether two outcomes tell the same of every channel, looked up by `place`.
fn same(one: &Outcome, other: &Outcome, place: impl Fn(usize) -> usize) -> bool {
    let channels = one.channels.iter().enumerate().all(|(c, channel)| {
        let twin = &other.channels[place(c)];
        close(channel.end, twin.end)
            && close(channel.gain, twin.gain)
            && close(channel.lost(), twin.lost())
            && close(channel.share, twin.share)
            && close(channel.exposure, twin.exposure)
            && one.gone_round[c].keys().eq(other.gone_round[place(c)].keys())
    });
    channels && close(one.caught, other.caught) && close(one.spot_end, other.spot_end)
}

proptest! {
    #[test]
    fn the_order_of_players_does_not_matter(case in cases(), turn in 0..9usize) {
        let mut turned = case.clone();
        let (offense, defense) = (turned.play.offense.len(), turned.play.defense.len());
        turned.play.offense.rotate_left(turn % offense);
        turned.play.defense.rotate_left(turn % defense);
        turned.play.defense.reverse();
        turned.play.assumptions.reverse();
        prop_assert!(same(&case.outcome(), &turned.outcome(), |c| c));
    }

    #[test]
    fn the_order_of_channels_does_not_matter(case in cases(), turn in 0..4usize) {
        let mut five = model(&CHANNELS);
        five.channels.rotate_left(turn);
        let lineup = case.play.clone().on(five);
        let mut state = case.state();
        state.fronts.rotate_left(turn);
        state.gone_round.rotate_left(turn);
        prop_assert!(same(&case.outcome(), &run(&lineup, &state), |c| (c + 4 - turn) % 4));
    }

    #[test]
    fn a_stronger_attacker_never_gets_a_smaller_share(
        case in cases(), round in any::<bool>(), who in 0..9usize, more in 0.0..5.0f64
    ) {
        // Not where one defender is both confronted and gone round: there a stronger confronter makes more of the
        // defender count, against all who attack in the channel.
        let mut play = case.clone();
        for player in &mut play.play.offense {
            match (&player.assignment, round) {
                (Assignment::Bypass(id), false) => player.assignment = Assignment::Confront(id.clone()),
                (Assignment::Confront(id), true) => player.assignment = Assignment::Bypass(id.clone()),
                _ => {}
            }
        }
        let mut stronger = play.clone();
        let who = who % stronger.play.offense.len();
        let likely = stronger.play.offense[who].strength.likely + more;
        stronger.play.offense[who].strength = Strength::exactly(likely);
        let (before, after) = (play.outcome(), stronger.outcome());
        for (weak, strong) in before.channels.iter().zip(&after.channels) {
            prop_assert!(strong.share >= weak.share - 1e-12);
        }
    }

    #[test]
    fn a_stronger_defender_never_gives_a_larger_share(case in cases(), who in 0..9usize, more in 0.0..5.0f64) {
        let mut stronger = case.clone();
        let who = who % stronger.play.defense.len();
        let likely = stronger.play.defense[who].strength.likely + more;
        stronger.play.defense[who].strength = Strength::exactly(likely);
        let (before, after) = (case.outcome(), stronger.outcome());
        for (weak, strong) in before.channels.iter().zip(&after.channels) {
            prop_assert!(strong.share <= weak.share + 1e-12);
        }
    }

    #[test]
    fn a_player_that_holds_has_no_effect(case in cases(), strength in 0.1..10.0f64) {
        let mut crowded = case.clone();
        crowded.play = crowded.play.offense("idle", "b", (strength, strength, strength), Assignment::Hold, 20.0);
        prop_assert!(same(&case.outcome(), &crowded.outcome(), |c| c));
    }

    #[test]
    fn numbers_stay_in_their_ranges(case in cases(), switched in subsequence((0..6usize).collect::<Vec<_>>(), 0..6)) {
        let lineup = case.lineup();
        let mut switches = Switches::of(&case.play);
        for index in switched {
            switches = switches.flipped(index);
        }
        let outcome = resolve(&lineup, &case.state(), &switches);
        prop_assert!((0.0..=1.0).contains(&outcome.caught));
        for channel in &outcome.channels {
            prop_assert!((0.0..=100.0).contains(&channel.end));
            prop_assert!((0.0..=1.0).contains(&channel.share) && (0.0..=1.0).contains(&channel.drag));
            prop_assert!(channel.gain >= 0.0 && channel.lost_to_pressure >= 0.0 && channel.lost_to_drag >= 0.0);
            prop_assert!(close(channel.start + channel.gain - channel.lost(), channel.end));
        }
        for defender in &outcome.defense {
            prop_assert!((0.4..=1.0).contains(&defender.wear_after));
            prop_assert!(defender.wear_after <= defender.wear_before);
            prop_assert!((0.0..=1.0).contains(&defender.confronted));
        }
    }

    #[test]
    fn again_and_again_ends_with_finite_numbers(case in cases()) {
        let lineup = case.lineup();
        let runs = repeat(&lineup, &case.state(), &Switches::of(&case.play), 100);
        prop_assert_eq!(runs.len(), 100);
        for pair in runs.windows(2) {
            prop_assert!(pair[0].after(&lineup) == pair[1].before);
        }
        for run in &runs {
            let finite = |channel: &crate::rules::ChannelOutcome| channel.end.is_finite() && channel.exposure.is_finite();
            prop_assert!(run.outcome.channels.iter().all(finite));
            prop_assert!(run.outcome.spot_end.is_finite());
        }
    }

    #[test]
    fn support_in_rings_still_ends(to in prop::collection::vec(0..6usize, 6)) {
        let mut ring = play("o0", 3.0);
        for (i, other) in to.iter().enumerate() {
            ring = ring.offense(&format!("o{i}"), "a", (1.0, 1.0, 1.0), support(&format!("o{other}")), 5.0);
        }
        let outcome = run(&ring.on(model(&CHANNELS)), &State::new(vec![20.0; 4]));
        prop_assert!(outcome.offense.iter().all(|player| player.effect == 0.0));
    }
}

#[test]
fn effects_are_of_every_kind() {
    // A guard for the generator above: each kind of effect changes something somewhere.
    for effect in
        [strengthen("o0", 2.0), strengthen("d0", 2.0), cap("a", 21.0), reach("a", 0.5), drag("a", 3.0)]
    {
        let with = |effects: &[Effect]| {
            let lineup = play("o0", 5.0)
                .offense("o0", "a", (1.0, 3.0, 5.0), confront("d0"), 30.0)
                .defense("d0", "a", (1.0, 1.0, 5.0))
                .assume("w", effects)
                .on(model(&CHANNELS));
            run(&lineup, &State::new(vec![20.0, 10.0, 10.0, 10.0])).channels[0].end
        };
        assert_ne!(with(&[]), with(std::slice::from_ref(&effect)), "{effect:?}");
    }
}
