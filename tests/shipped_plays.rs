//! The shipped plays tell the story they were written for, by the rules and from the files as they are.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use downfield::model::PlayId;
use downfield::play_file::{Lookup as _, Playbook};
use downfield::rules::{Lineup, Run, State, Switches, repeat, resolve};

/// What each channel gains by the first use of a play from yard 20, to a tenth: services, skills, culture, governance,
/// technology.
const FIRST_USE: [(&str, [f64; 5]); 6] = [
    ("exemplar", [5.7, 1.2, 4.4, 0.0, 5.1]),
    ("api-strategy", [1.6, 4.5, 0.0, 2.4, 6.1]),
    ("devops-programme", [1.5, 4.5, 3.7, 0.0, 4.3]),
    ("common-components", [3.2, 2.3, 1.9, 1.9, 4.1]),
    ("proactive-outreach", [5.4, 4.6, 4.1, 0.0, 1.9]),
    ("governance-reset", [0.0, 2.5, 3.4, 5.7, 0.0]),
];

fn lineup(play: &str) -> Lineup {
    let playbook = Playbook::built_in();
    let id = PlayId::from(play);
    let play = playbook.play(&id).unwrap();
    let model = playbook.model(&play.model).unwrap();
    Lineup::new(id, play, model)
}

fn again(lineup: &Lineup, times: u32) -> Vec<Run> {
    repeat(lineup, &State::level(&lineup.model, 20.0), &Switches::of(&lineup.play), times)
}

#[test]
fn the_first_use_of_each_play_gains_what_it_was_written_to_gain() {
    for (play, gains) in FIRST_USE {
        let lineup = lineup(play);
        let outcome = &again(&lineup, 1)[0].outcome;
        for ((channel, outcome), gain) in lineup.model.channels.iter().zip(&outcome.channels).zip(gains) {
            assert!((outcome.gain - gain).abs() < 0.0501, "{play}, {}: {}", channel.id, outcome.gain);
        }
    }
}

#[test]
fn each_of_the_exemplars_assumptions_visibly_changes_its_first_use() {
    let lineup = lineup("exemplar");
    let state = State::level(&lineup.model, 20.0);
    let switches = Switches::of(&lineup.play);
    let before = resolve(&lineup, &state, &switches);
    assert_eq!(lineup.play.assumptions.len(), 5);
    for (at, assumption) in lineup.play.assumptions.iter().enumerate() {
        let after = resolve(&lineup, &state, &switches.flipped(at));
        let moved =
            before.channels.iter().zip(&after.channels).map(|(before, after)| (after.end - before.end).abs());
        assert!(moved.fold(0.0, f64::max) >= 0.3, "{}", assumption.id);
    }
}

#[test]
fn the_exemplar_again_and_again_gains_less_and_is_left_out_on_its_own() {
    let lineup = lineup("exemplar");
    let runs = again(&lineup, 50);
    let gained = |run: &Run| run.outcome.spot_end - run.outcome.spot_start;
    assert!(runs.windows(2).take(9).all(|pair| gained(&pair[1]) < gained(&pair[0])));
    assert!(gained(&runs[49]) < 0.1, "the fiftieth gains next to nothing");
    // Services, culture and technology are the three head-to-heads; governance & funding is left alone.
    for at in [0, 2, 4] {
        assert!(runs[2..10].iter().all(|run| run.outcome.channels[at].exposure > 0.0), "channel {at}");
    }
    let governance = |run: &Run| run.outcome.channels[3];
    assert!(runs.iter().all(|run| governance(run).open_flank && governance(run).end == 20.0));
    let spot = |use_: usize| runs[use_ - 1].outcome.spot_end;
    let exposure = |use_: usize| runs[use_ - 1].outcome.exposure;
    assert!(spot(10) > spot(3) && spot(50) > spot(3));
    assert!(exposure(10) > exposure(1) && exposure(50) > exposure(1));
}
