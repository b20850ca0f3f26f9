//! Steps nobody thought of, one after the other, on plays nobody thought of: the file always reads, and says what the
//! step claims.

use proptest::prelude::*;

use super::super::{Arrange, Handle, Size, Step, changes, follow, pull};
use super::{crowded, five_channels, made, play};
use crate::model::{Assignment, ChannelId, Effect, OperatingModel, Phase, Place, Play, PlayerId};
use crate::play_file::edit::random::Random;
use crate::play_file::edit::{Named, messy};

/// A play without errors on the five channels.
pub(super) fn valid(random: &mut Random) -> Play {
    let mut play = random.play();
    play.model = "five-channels".into();
    let mut taken: Vec<String> = players(&play).iter().map(ToString::to_string).collect();
    taken.extend(play.assumptions.iter().map(|assumption| assumption.id.to_string()));
    for _ in 0..=random.below(5) {
        let id = random.id(&taken);
        taken.push(id.clone());
        let all: Vec<String> = players(&play).iter().map(ToString::to_string).collect();
        if random.chance(2) || play.offense.is_empty() {
            play.offense.push(random.offense(&id, &all));
        } else {
            play.defense.push(random.defender(&id));
        }
    }
    let known = players(&play);
    for assumption in &mut play.assumptions {
        assumption.effects.retain(|effect| match effect {
            Effect::Strengthen(id, _) => known.contains(id),
            _ => true,
        });
    }
    follow::settle(&play.clone(), &mut play);
    play
}

fn players(play: &Play) -> Vec<PlayerId> {
    let offense = play.offense.iter().map(|player| player.id.clone());
    offense.chain(play.defense.iter().map(|defender| defender.id.clone())).collect()
}

fn some(random: &mut Random, of: &[PlayerId]) -> Vec<PlayerId> {
    (0..=random.below(4)).map(|_| random.pick(of)).collect()
}

fn place_of(play: &Play, id: &PlayerId) -> (ChannelId, Place) {
    let offense = play.offense.iter().map(|player| (&player.id, &player.channel, player.at));
    let mut all = offense.chain(play.defense.iter().map(|player| (&player.id, &player.channel, player.at)));
    all.find(|(other, ..)| *other == id).map(|(_, channel, at)| (channel.clone(), at)).unwrap()
}

/// What a step claims of the play after it.
type Claim = Box<dyn Fn(&Play, &Play)>;

/// Any step, and what must be true of what it makes.
fn any_step(random: &mut Random, play: &Play, model: &OperatingModel) -> Option<(Step, Claim)> {
    let arrange = Arrange::new(play, model);
    let all = players(play);
    let movers: Vec<PlayerId> = play.offense.iter().map(|player| player.id.clone()).collect();
    let channels: Vec<ChannelId> = model.channels.iter().map(|channel| channel.id.clone()).collect();
    let (one, mover, chosen) = (random.pick(&all), random.pick(&movers), some(random, &all));
    let channel = random.pick(&channels);
    let nothing: Claim = Box::new(|_, _| {});
    Some(match random.below(20) {
        0..=2 => {
            let moves: Vec<_> =
                chosen.iter().map(|id| (id.clone(), random.pick(&channels), random.place())).collect();
            let claim: Claim = Box::new({
                let moves = moves.clone();
                move |before, after| {
                    for id in players(before) {
                        let (channel, at) = place_of(after, &id);
                        match moves.iter().rfind(|(moved, ..)| *moved == id) {
                            None => assert_eq!((channel, at), place_of(before, &id)),
                            Some((_, to, wish)) => {
                                assert_eq!(channel, *to);
                                assert!((at.yards - wish.yards).abs() < 0.051, "{at:?} {wish:?}");
                                assert!((at.across - wish.across).abs() < 0.0051, "{at:?} {wish:?}");
                            }
                        }
                    }
                }
            });
            (arrange.place(&moves), claim)
        }
        3 => {
            let (yards, across) = (random.number(-9.0, 9.0), random.number(-1.0, 1.0));
            let claim: Claim = Box::new({
                let chosen = chosen.clone();
                move |before, after| {
                    let by = |id: &PlayerId| {
                        let (was, is) = (place_of(before, id).1, place_of(after, id).1);
                        (is.yards - was.yards, is.across - was.across)
                    };
                    let first = by(&chosen[0]);
                    for id in players(before) {
                        if !chosen.contains(&id) {
                            assert_eq!(by(&id), (0.0, 0.0));
                            continue;
                        }
                        // The group keeps its shape, goes the way it is sent, and no further.
                        let (y, a) = by(&id);
                        assert!(
                            (y - first.0).abs() < 0.11 && (a - first.1).abs() < 0.011,
                            "{y} {a} {first:?}"
                        );
                        assert!(y.abs() < yards.abs() + 0.051 && a.abs() < across.abs() + 0.0051);
                        assert!(y * yards >= -0.051 * yards.abs() && a * across >= -0.0051 * across.abs());
                    }
                }
            });
            (arrange.nudge(&chosen, yards, across), claim)
        }
        4 => {
            let claim: Claim = Box::new({
                let chosen = chosen.clone();
                move |before, after| {
                    for id in &chosen {
                        assert_eq!(place_of(after, id).1.across, -place_of(before, id).1.across);
                    }
                }
            });
            (arrange.mirror(&chosen), claim)
        }
        5 => {
            let order = channels.clone();
            let claim: Claim = Box::new({
                let chosen = chosen.clone();
                move |before, after| {
                    for id in &chosen {
                        let lane = |play| order.iter().position(|it| *it == place_of(play, id).0).unwrap();
                        assert_eq!(lane(before) + lane(after), order.len() - 1);
                    }
                }
            });
            (arrange.mirror_channels(&chosen), claim)
        }
        6 => (arrange.route(&mover, random.route()), nothing),
        7 => (arrange.bend(&mover, random.below(4), random.place()), nothing),
        8 => {
            let id = mover.clone();
            let claim: Claim = Box::new(move |before, after| {
                let points = |play: &Play| play.offense.iter().find(|p| p.id == id).unwrap().route.len();
                assert_eq!(points(after), points(before).max(1) + 1);
            });
            (arrange.add_point(&mover, random.below(4), random.place()), claim)
        }
        9 => (arrange.drop_point(&mover, random.below(4)), nothing),
        10 => (arrange.carrier(&mover), Box::new(move |_, after| assert_eq!(after.ball.carrier, mover))),
        11 => {
            let valid = arrange.valid_assignments(&mover);
            let wish = random.pick(&valid);
            let claim: Claim = Box::new({
                let (mover, wish) = (mover.clone(), wish.clone());
                move |before, after| {
                    for (was, is) in before.offense.iter().zip(&after.offense) {
                        assert_eq!(
                            is.assignment,
                            if is.id == mover { wish.clone() } else { was.assignment.clone() }
                        );
                    }
                }
            });
            (arrange.assign(&mover, wish), claim)
        }
        12 | 13 => {
            let claim: Claim = Box::new({
                let chosen = chosen.clone();
                move |before, after| {
                    let gone = |id: &PlayerId| chosen.contains(id);
                    let left: Vec<PlayerId> = players(before).into_iter().filter(|id| !gone(id)).collect();
                    assert_eq!(players(after), left);
                    assert_eq!(after.assumptions.len(), before.assumptions.len());
                    if !gone(&before.ball.carrier) {
                        assert_eq!(after.ball.carrier, before.ball.carrier);
                    }
                }
            });
            (arrange.remove(&chosen).ok()?, claim)
        }
        14 => {
            let text = random.text();
            let claim: Claim =
                Box::new(|before, after| assert_eq!(after.defense.len(), before.defense.len() + 1));
            (arrange.add_defender(&text, &channel, Size::Medium.strength()), claim)
        }
        15 => {
            let text = random.text();
            let wish = random.chance(2).then(|| random.assignment(&[one.to_string()]));
            let claim: Claim =
                Box::new(|before, after| assert_eq!(after.offense.len(), before.offense.len() + 1));
            (arrange.add_player(&text, &channel, random.strength(), wish), claim)
        }
        16 => {
            let claim: Claim = Box::new({
                let chosen = chosen.clone();
                move |before, after| {
                    let copied = players(before).iter().filter(|id| chosen.contains(id)).count();
                    assert_eq!(players(after).len(), players(before).len() + copied);
                    assert!(players(before).iter().all(|id| place_of(after, id) == place_of(before, id)));
                }
            });
            (arrange.duplicate(&chosen).ok()?, claim)
        }
        17 => {
            let copy = messy_paste(random, &arrange.copy(&chosen));
            let claim: Claim = Box::new(|before, after| {
                assert!(players(after).len() > players(before).len());
                for new in after.offense.iter().skip(before.offense.len()) {
                    assert!(
                        before.offense.iter().any(|old| old.strength == new.strength && old.note == new.note)
                    );
                }
            });
            (arrange.paste(&copy, Some(&channel)).unwrap(), claim)
        }
        18 => match random.below(4) {
            0 => (arrange.add_assumption(&random.text(), Some(&channel)), nothing),
            1 => (arrange.add_beat(random.pick(&Phase::ALL), &random.text()), nothing),
            2 => {
                let id =
                    play.assumptions.last().map_or_else(|| "none".into(), |assumption| assumption.id.clone());
                (arrange.remove_assumption(&id), nothing)
            }
            _ => (arrange.step_back(random.number(-5.0, 25.0)), nothing),
        },
        _ => match random.below(3) {
            0 => (arrange.rename_player(&one, &random.text()), nothing),
            1 => {
                let to = arrange.fresh_id(&random.text());
                (arrange.rename_id(Named::Player, one.as_str(), &to).unwrap(), nothing)
            }
            _ => {
                let handle = random.pick(&[Handle::Low, Handle::Likely, Handle::High]);
                let to = pull(random.strength(), handle, random.number(-1.0, 12.0));
                (arrange.set_strength(&one, to), nothing)
            }
        },
    })
}

/// What somebody pastes who took it through an editor.
fn messy_paste(random: &mut Random, copy: &str) -> String {
    match random.below(3) {
        0 => copy.replace('\n', "\r\n"),
        1 => format!("// from elsewhere\n{copy}/* end */"),
        _ => copy.to_owned(),
    }
}

/// Who does something else after a step than before, as a sentence would name it, is named in one.
fn is_told(step: &Step, before: &Play, after: &Play, asked: bool) {
    let changed = before.offense.iter().filter(|was| {
        let is = after.offense.iter().find(|is| is.id == was.id);
        is.is_some_and(|is| is.assignment != was.assignment)
    });
    let told = step.follows.iter().filter(|line| line.contains(" now ")).count();
    assert!(asked || told >= changed.count(), "{step:#?}");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn steps_in_a_row_always_leave_a_play_that_reads_and_says_what_they_claim(seed in any::<u64>(), count in 1_usize..10) {
        let mut random = Random::new(seed);
        let model = five_channels();
        let first = valid(&mut random);
        let mut text = messy(&(&first).into(), &mut random);
        for _ in 0..count {
            let before = play(&text);
            let Some((step, claim)) = any_step(&mut random, &before, &model) else { continue };
            prop_assert!(!step.name.is_empty() && !step.name.contains('\n'));
            prop_assert!(step.follows.iter().all(|line| !line.ends_with('.') && !line.contains('\n')), "{:?}", step.follows);
            let next = made(&text, &step);
            let after = play(&next);
            claim(&before, &after);
            let asked = step.name.contains(": ") || step.name.starts_with("Change the id");
            is_told(&step, &before, &after, asked);
            if step.name.starts_with("Add ") || step.name.starts_with("Duplicate ") {
                prop_assert!(crowded(&next) <= crowded(&text), "{:#?}", step);
            }
            prop_assert_eq!(step.changes.is_empty(), next == text, "{:#?}", step);
            text = next;
        }
    }

    #[test]
    fn whatever_is_pasted_leaves_a_play_that_reads_or_is_refused(
        seed in any::<u64>(),
        cuts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 0..3),
    ) {
        let mut random = Random::new(seed);
        let model = five_channels();
        let before = valid(&mut random);
        // Its opponents, rings of support, channels and ids are anybody's guess.
        let mut other = random.play();
        for player in &mut other.offense {
            player.id = random.pick(&["a", "b", "services"]).into();
            player.assignment = random.assignment(&["a".to_owned(), "b".to_owned(), "services".to_owned()]);
            player.channel = random.pick(&["skills", "elsewhere"]).into();
        }
        let mut pasted = messy(&(&other).into(), &mut random);
        for (at, to) in cuts {
            let (at, to) = (at.index(pasted.len() + 1), to.index(pasted.len() + 1));
            if at < to && pasted.is_char_boundary(at) && pasted.is_char_boundary(to) {
                pasted.replace_range(at..to, "");
            }
        }
        let text = messy(&(&before).into(), &mut random);
        match Arrange::new(&before, &model).paste(&pasted, None) {
            Ok(step) => {
                let after = play(&made(&text, &step));
                prop_assert!(players(&after).len() > players(&before).len());
                prop_assert_eq!(&after.ball, &before.ball);
            }
            Err(sentence) => prop_assert!(!sentence.is_empty() && !sentence.contains('\n'), "{}", sentence),
        }
    }

    #[test]
    fn what_differs_between_two_plays_is_made_by_the_changes(seed in any::<u64>()) {
        let mut random = Random::new(seed);
        let before = valid(&mut random);
        let text = messy(&(&before).into(), &mut random);
        let mut after = before.clone();
        let mut taken: Vec<String> = players(&before).iter().map(ToString::to_string).collect();
        taken.extend(before.assumptions.iter().map(|assumption| assumption.id.to_string()));
        after.offense.retain(|player| player.id == before.ball.carrier || random.below(3) > 0);
        after.defense.retain(|_| random.below(3) > 0);
        for player in &mut after.offense {
            if random.chance(2) {
                *player = random.offense(player.id.as_str(), &[]);
            }
        }
        for defender in &mut after.defense {
            if random.chance(2) {
                *defender = random.defender(defender.id.as_str());
            }
        }
        for _ in 0..random.below(4) {
            let id = random.id(&taken);
            taken.push(id.clone());
            let at = random.below(after.offense.len() + 1);
            after.offense.insert(at, random.offense(&id, &[]));
            let id = random.id(&taken);
            taken.push(id.clone());
            let at = random.below(after.defense.len() + 1);
            after.defense.insert(at, random.defender(&id));
        }
        let here = players(&after);
        for assumption in &mut after.assumptions {
            assumption.effects.retain(|effect| match effect {
                Effect::Strengthen(id, _) => here.contains(id),
                _ => random.chance(2),
            });
        }
        let gone: Vec<String> = players(&before).iter().filter(|id| !here.contains(id)).map(ToString::to_string).collect();
        for beat in &mut after.beats {
            beat.focus.retain(|focus| !gone.contains(focus) && random.below(4) > 0);
        }
        after.ball.step_back = random.number(0.0, 20.0);
        follow::settle(&before, &mut after);
        let step = Step { changes: changes::between(&before, &after), ..Step::default() };
        prop_assert_eq!(play(&made(&text, &step)), after);
    }

    #[test]
    fn what_a_player_could_do_is_what_reads_without_an_error(seed in any::<u64>()) {
        let mut random = Random::new(seed);
        let model = five_channels();
        let before = valid(&mut random);
        let arrange = Arrange::new(&before, &model);
        for (index, player) in before.offense.iter().enumerate() {
            let valid = arrange.valid_assignments(&player.id);
            prop_assert!(valid.contains(&player.assignment));
            let everything = players(&before).into_iter().flat_map(|id| [
                Assignment::Confront(id.clone()),
                Assignment::Bypass(id.clone()),
                Assignment::Block(id.clone()),
                Assignment::Support(id),
            ]);
            for assignment in everything.chain([Assignment::Advance, Assignment::Hold]) {
                let mut other = before.clone();
                other.offense[index].assignment = assignment.clone();
                let reads = super::reading(&super::super::play_text(&other)).document.is_some();
                prop_assert_eq!(reads, valid.contains(&assignment), "{:?} {:?}", player.id, assignment);
            }
        }
    }

    #[test]
    fn a_dragged_handle_goes_where_it_is_dragged_and_the_others_give_way(seed in any::<u64>(), to in -5.0_f64..15.0) {
        let mut random = Random::new(seed);
        let before = random.strength();
        for handle in [Handle::Low, Handle::Likely, Handle::High] {
            let after = pull(before, handle, to);
            prop_assert!(after.low <= after.likely && after.likely <= after.high && after.low > 0.0 && after.high <= 10.0);
            let dragged = match handle { Handle::Low => after.low, Handle::Likely => after.likely, Handle::High => after.high };
            prop_assert!((dragged - to.clamp(0.1, 10.0)).abs() < 0.051);
        }
    }
}
