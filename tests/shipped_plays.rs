//! The shipped plays tell the story they were written for, by the rules and from the files as they are.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use downfield::model::PlayId;
use downfield::play_file::{Lookup as _, Playbook};
use downfield::rules::{
    CallSheet, DownResult, Drive, DriveEnd, Lineup, Luck, Run, State, Switches, compare_trials, drive,
    repeat, resolve,
};

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

fn plan(stem: &str) -> CallSheet {
    let playbook = Playbook::built_in();
    let plan = playbook.find(stem).unwrap().game_plan().unwrap();
    let model = playbook.model(&plan.model).unwrap();
    CallSheet::new(stem.into(), plan.clone(), model, |id| playbook.play(id))
}

/// What the only event of a plan costs the whole organisation, in yards.
fn event_costs(drive: &Drive) -> f64 {
    assert_eq!(drive.events.len(), 1);
    drive.events[0].cost
}

#[test]
fn called_again_and_again_the_exemplar_fails_its_line_and_loses_the_ball() {
    let sheet = plan("exemplar-after-exemplar");
    let drive = drive(&sheet);
    let gains: Vec<f64> = drive
        .downs
        .iter()
        .take(4)
        .map(|down| down.run.outcome.spot_end - down.run.outcome.spot_start)
        .collect();
    assert!(gains.windows(2).all(|pair| pair[1] < pair[0]), "{gains:?}");
    // From the third use on the three head-to-heads stand out on their own, governance & funding where it was.
    for down in drive.downs.iter().skip(2).filter(|down| down.result == DownResult::NextDown) {
        let outcome = &down.run.outcome.channels;
        for channel in [0, 2, 4] {
            assert!(outcome[channel].lead > 0.0, "down {}, channel {channel}", down.number);
        }
        assert!(outcome[3].end <= 20.0 && outcome[3].open_flank);
    }
    let judged: Vec<DownResult> =
        drive.downs.iter().map(|down| down.result).filter(|result| *result != DownResult::NextDown).collect();
    assert_eq!(judged, [DownResult::FirstDown, DownResult::Setback, DownResult::Turnover]);
    assert_eq!(drive.end, DriveEnd::Turnover);
}

#[test]
fn a_mixed_plan_ends_further_with_less_out_on_its_own_and_an_event_costs_it_less() {
    let (repeated, mixed) = (plan("exemplar-after-exemplar"), plan("balanced-build"));
    assert_eq!(repeated.downs(), mixed.downs(), "the same number of calls");
    let (one, other) = (drive(&repeated), drive(&mixed));
    assert!(other.spot > one.spot + 15.0, "{} to {}", other.spot, one.spot);
    assert!(other.exposure < one.exposure, "{} to {}", other.exposure, one.exposure);
    let (costly, cheap) = (event_costs(&one), event_costs(&other));
    assert!(costly > cheap + 1.0, "{costly} to {cheap}");
    // And not by the luck of the expected drive: in nearly every trial.
    let luck = Luck { trials: 2_000, seed: 7 };
    let compared = compare_trials(&[&mixed, &repeated], luck, &());
    assert!(compared.against[0][1].further.chance > 0.95, "{:?}", compared.against[0][1].further);
    assert!(compared.trials[0].exposure.mean < compared.trials[1].exposure.mean);
    assert!(compared.trials[1].turnover.chance > compared.trials[0].turnover.chance);
}
