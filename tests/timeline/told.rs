//! The field in words: what ships, a wide model, and any play at all.

#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use downfield::model::{Channel, ChannelId, Phase, PlayId};
use downfield::play_file::{Lookup as _, Playbook};
use downfield::rules::{Lineup, State, Switches, repeat};
use downfield::timeline::{Frame, Timeline, told};
use proptest::prelude::*;

use crate::plays::{a_play, model};
use crate::{run, tried};

/// How long the field in words is at most for a play that ships, in characters.
const LONGEST: usize = 1600;

fn shipped(stem: &str, times: u32) -> Timeline {
    let playbook = Playbook::built_in();
    let entry = playbook.find(stem).expect("it ships");
    let play = entry.play().expect("a play");
    let model = playbook.near(&entry.path).model(&play.model).expect("a model");
    let lineup = Lineup::new(PlayId::from(stem), Arc::clone(play), model);
    let runs = repeat(&lineup, &State::level(&lineup.model, 20.0), &Switches::of(&lineup.play), times);
    Timeline::new(&lineup, &runs)
}

fn still(timeline: &Timeline, phase: Phase) -> Frame {
    timeline.frame(timeline.still_of(phase))
}

/// What has to hold of any field in words.
fn is_told_well(frame: &Frame) -> Result<String, TestCaseError> {
    let told = told(frame);
    prop_assert!(!told.is_empty());
    for channel in &frame.model.channels {
        let stands = told.matches(&format!("{}: at ", channel.name)).count();
        prop_assert_eq!(stands, 1, "{} in {}", channel.name, told);
    }
    for wrong in ["NaN", "inf", "-0", "--", "  ", "..", " .", "<", "\n", "%", "some(", "0 yards"] {
        let whole = format!(" {told}").replace("10 yards", "").replace("20 yards", "");
        let found =
            wrong != "0 yards" && told.contains(wrong) || wrong == "0 yards" && whole.contains(" 0 yards");
        prop_assert!(!found, "{wrong:?} in {told}");
    }
    Ok(told)
}

#[test]
fn the_exemplar_is_told_part_by_part() {
    let timeline = shipped("exemplar", 1);
    for phase in Phase::ALL {
        let told = is_told_well(&still(&timeline, phase)).expect("well told");
        insta::assert_snapshot!(format!("exemplar_{phase:?}").to_lowercase(), told);
    }
}

#[test]
fn the_exemplar_being_dragged_back_the_fourth_time_is_told() {
    let told = is_told_well(&still(&shipped("exemplar", 4), Phase::DragBack)).expect("well told");
    insta::assert_snapshot!("exemplar_four_times_dragback", told);
}

#[test]
fn every_play_that_ships_is_told_in_less_than_a_page() {
    let stems = Playbook::built_in().entries.iter().filter(|entry| entry.play().is_some());
    let mut count = 0;
    for stem in stems.map(|entry| entry.stem.to_string()) {
        for times in [1, 4, 10] {
            let timeline = shipped(&stem, times);
            for phase in Phase::ALL {
                let told = is_told_well(&still(&timeline, phase)).expect("well told");
                let length = told.chars().count();
                assert!(length <= LONGEST, "{stem} x{times} {phase:?}: {length}\n{told}");
            }
        }
        count += 1;
    }
    assert!(count >= 6);
}

#[test]
fn nine_channels_are_told_one_by_one() {
    let mut play = crate::exemplar();
    play.offense.truncate(2);
    let mut nine = model(5);
    let more = (5..9).map(|index| Channel {
        id: ChannelId::from(format!("more-{index}").as_str()),
        name: format!("Channel {index}"),
        goal: "Done".into(),
        marks: Vec::new(),
        weight: 1.0,
    });
    nine.channels.extend(more);
    let lineup = Lineup::new(PlayId::from("nine"), Arc::new(play), Arc::new(nine));
    let runs = repeat(&lineup, &State::level(&lineup.model, 20.0), &Switches::of(&lineup.play), 3);
    let told = is_told_well(&still(&Timeline::new(&lineup, &runs), Phase::ReadOut)).expect("well told");
    assert_eq!(told.matches("nobody is working on this").count(), 7, "{told}");
    insta::assert_snapshot!("nine_channels", told);
}

#[test]
fn what_is_to_be_looked_at_comes_before_what_is_beside_it() {
    let told = told(&still(&shipped("exemplar", 1), Phase::ReadOut));
    let place = |words: &str| told.find(words).unwrap_or_else(|| panic!("{words} in {told}"));
    let order =
        ["Try 1 of 4", "That is where to look next", "Look at ", "Products & services: at", "Head to head"];
    for pair in order.windows(2) {
        assert!(place(pair[0]) < place(pair[1]), "{pair:?} in {told}");
    }
}

#[test]
fn who_is_winning_is_not_told_before_they_meet() {
    let timeline = shipped("exemplar", 1);
    let winning = |phase| {
        let told = told(&still(&timeline, phase));
        told.contains("winning") || told.contains("ahead;") || told.contains("even")
    };
    assert!(!winning(Phase::LineUp) && !winning(Phase::StepBack));
    assert!(winning(Phase::Battles));
}

#[test]
fn without_runs_or_channels_something_is_told_all_the_same() {
    let lineup = Lineup::new(PlayId::from("none"), Arc::new(crate::exemplar()), Arc::new(model(0)));
    for secs in [0.0, 2.0, f64::MAX] {
        assert!(!told(&Timeline::new(&lineup, &[]).frame(secs)).is_empty());
    }
}

proptest! {
    #![proptest_config(tried())]

    #[test]
    fn any_play_is_told_with_every_channel(
        (channels, play) in (1..=5usize).prop_flat_map(|channels| (Just(channels), a_play(channels))),
        start in 0.0..=100.0,
        times in 1..5u32,
        share in 0.0..=1.0,
    ) {
        let (lineup, runs) = run(play, channels, start, times);
        let timeline = Timeline::new(&lineup, &runs);
        is_told_well(&timeline.frame(timeline.duration_secs() * share))?;
    }
}
