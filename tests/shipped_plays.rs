//! The shipped plays tell the story they were written for, by the rules and from the files as they are.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use downfield::model::{Assignment, OperatingModel, PlayId};
use downfield::play_file::{Lookup as _, Playbook};
use downfield::rules::{
    CallSheet, DownResult, Drive, DriveEnd, Lineup, Luck, Run, State, Switches, compare_trials, drive,
    repeat, resolve,
};
use downfield::show::{Card, InPlaybook, Program, Room, Rundown, Sight, Step};

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
fn football_in_one_minute_shows_each_mark_once_and_is_no_strategy() {
    let lineup = lineup("football-in-one-minute");
    let run = &again(&lineup, 1)[0];
    let channels = &run.outcome.channels;
    let ids: Vec<&str> = lineup.model.channels.iter().map(|channel| channel.id.as_str()).collect();
    assert_eq!(ids, ["services", "skills", "culture", "governance", "technology"]);
    // Out on its own and pulled back, in whole yards on screen.
    assert!(channels[0].lead > 5.0 && channels[0].lost_to_drag >= 1.0, "{:?}", channels[0]);
    assert!(channels[1..].iter().all(|channel| channel.lead == 0.0));
    let open: Vec<bool> = channels.iter().map(|channel| channel.open_flank).collect();
    assert_eq!(open, [false, false, false, true, false]);
    // One pushed back, one gone round.
    assert!(channels[1].gain > 4.0 && channels[1].gain < 8.0);
    let tasks: Vec<&Assignment> = lineup.play.offense.iter().map(|player| &player.assignment).collect();
    assert_eq!(tasks[0], &Assignment::Bypass("old-rules".into()));
    assert_eq!(tasks[1], &Assignment::Confront("working-apart".into()));
    assert_eq!(lineup.play.beats.len(), 4);
    // It stands apart: another field, and forces that no other play has.
    for (entry, play) in Playbook::built_in().plays().filter(|(_, play)| **play != lineup.play) {
        assert_ne!(play.model, lineup.play.model, "{}", entry.stem);
        for force in &lineup.play.defense {
            assert!(play.defense.iter().all(|other| other.id != force.id), "{}", entry.stem);
        }
    }
    let five = Playbook::built_in().find("five-channels").unwrap().operating_model().unwrap();
    let lanes = |model: &OperatingModel| -> Vec<(String, String)> {
        model.channels.iter().map(|channel| (channel.id.to_string(), channel.name.clone())).collect()
    };
    assert_eq!(lanes(&lineup.model), lanes(five), "the room meets the same lanes again");
}

#[test]
fn the_first_workshop_takes_two_hours_and_everything_in_it_runs() {
    let playbook = Playbook::built_in();
    let (entry, show) = playbook.shows().next().unwrap();
    assert_eq!(playbook.shows().count(), 1);
    let minutes: Vec<f64> = show.items.iter().map(|item| item.minutes().unwrap()).collect();
    assert_eq!(minutes.iter().sum::<f64>(), 120.0, "{minutes:?}");
    for item in &show.items {
        let notes = item.notes().unwrap();
        assert!(notes.len() > 40 && !notes.contains(['\n', '!']) && !notes.contains("  "), "{notes}");
    }
    let program = Program::Show(entry.stem.clone(), show.clone());
    let rundown = Rundown::new(&program, &InPlaybook(playbook), &Room::default(), None);
    assert_eq!((rundown.minutes, rundown.items.len()), (Some(120.0), show.items.len()));
    let missing = |step: &Step| step.sight == Sight::Card(Card::Missing);
    assert!(!rundown.steps.iter().any(missing) && rundown.items.iter().all(|item| item.stale.is_none()));
    // A guess before the first run of what is guessed about, and every turn of the exemplar.
    let keys: Vec<&str> = rundown.steps.iter().map(|step| &*step.key).collect();
    for key in ["exemplar/guess", "exemplarx4/1", "exemplarx10/1", "governance-reset/guess"] {
        assert!(keys.contains(&key), "{key} in {keys:?}");
    }
    let of_opener = keys.iter().filter(|key| key.starts_with("football-in-one-minute/")).count();
    assert_eq!(of_opener, 4);
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
