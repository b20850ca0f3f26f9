//! Drives: series, setbacks, events, and what the shipped plans come to.

use std::fmt::Write as _;
use std::sync::Arc;

use super::build::{Build, model, play};
use crate::model::{Assignment, Call, GamePlan, ModelId, Play, PlayId, StartFronts};
use crate::play_file::{Lookup as _, Playbook};
use crate::rules::{CallSheet, DownResult, Drive, DriveEnd, Lineup, State, drive};

pub(super) fn shipped(stem: &str) -> CallSheet {
    let playbook = Playbook::built_in();
    let plan = playbook.find(stem).and_then(|entry| entry.game_plan()).expect("it ships");
    let model = playbook.model(&plan.model).expect("it ships");
    CallSheet::new(stem.into(), Arc::clone(plan), model, |id| playbook.play(id))
}

pub(super) fn plan(start: f64, calls: Vec<Call>) -> GamePlan {
    GamePlan {
        format: 1,
        title: "Test".into(),
        summary: String::new(),
        model: ModelId::from("test"),
        start: StartFronts::All(start),
        goal: 100.0,
        calls,
        risks: Vec::new(),
        beats: Vec::new(),
    }
}

pub(super) fn call(play: &str, times: u32) -> Call {
    Call::Call { play: PlayId::from(play), times }
}

pub(super) fn event(severity: f64, channels: &[&str]) -> Call {
    Call::Event { name: "Event".into(), severity, channels: channels.iter().map(|id| (*id).into()).collect() }
}

/// A plan over two channels, whose play `x` advances `reach` yards a down in both (nobody is in the way; it is as well
/// understood and as fresh every time), and whose play `one` advances in `a` only.
pub(super) fn open_field(plan: GamePlan, reach: f64) -> CallSheet {
    let mut model = model(&["a", "b"]);
    model.constants.familiarity = 1.0;
    let model = Arc::new(model);
    let find = |id: &PlayId| -> Option<Arc<Play>> {
        let both = play("x", 0.0).offense("x", "a", (5.0, 5.0, 5.0), Assignment::Advance, reach);
        match id.as_str() {
            "x" => Some(Arc::new(both.offense("y", "b", (5.0, 5.0, 5.0), Assignment::Advance, reach))),
            "one" => Some(Arc::new(both)),
            _ => None,
        }
    };
    CallSheet::new("plan".into(), Arc::new(plan), model, find)
}

fn told(drive: &Drive) -> String {
    let mut told = String::new();
    for down in &drive.downs {
        for struck in drive.events.iter().filter(|struck| struck.after + 1 == down.number) {
            let _ = writeln!(told, "   event: {:.2} lost", struck.cost);
        }
        let series = down.series;
        let _ = writeln!(
            told,
            "{:2} series {} down {} to {:.0}: {:.2} to {:.2}, exposure {:.2}, {}",
            down.number,
            series.number,
            series.down,
            series.to_gain,
            down.run.outcome.spot_start,
            down.spot,
            down.exposure,
            down.result.name()
        );
    }
    let _ = write!(told, "{} at {:.2}", drive.end.name(), drive.spot);
    told
}

#[test]
fn the_shipped_plans_end_where_the_design_says() {
    let plans = [
        ("exemplar-after-exemplar", "first_down setback turnover", 29.0),
        ("balanced-build", "first_down first_down first_down", 53.0),
        ("technology-first", "first_down setback turnover", 41.0),
        ("crisis-recovery", "first_down first_down first_down", 48.0),
        ("proactive-services", "first_down first_down setback", 46.0),
        ("as-it-happened", "first_down first_down setback", 45.0),
    ];
    for (stem, results, spot) in plans {
        let drive = drive(&shipped(stem));
        let judged: Vec<&str> = drive
            .downs
            .iter()
            .filter(|down| down.result != DownResult::NextDown)
            .map(|down| down.result.name())
            .collect();
        assert_eq!(judged.join(" "), results, "{stem}:\n{}", told(&drive));
        assert_eq!(drive.spot.round(), spot, "{stem}:\n{}", told(&drive));
    }
}

#[test]
fn a_drive_is_its_plays_one_after_the_other() {
    let sheet = shipped("balanced-build");
    let drive = drive(&sheet);
    assert_eq!(drive.downs.len(), 12);
    let mut state = sheet.from.state.clone();
    for down in &drive.downs {
        if let Some(struck) = drive.events.iter().find(|struck| struck.after + 1 == down.number) {
            for (front, lost) in state.fronts.iter_mut().zip(&struck.lost) {
                *front -= lost;
            }
        }
        assert_eq!(down.run.before, state, "down {}", down.number);
        state = down.run.after(&sheet.plays[down.play].lineup);
    }
    assert_eq!(drive.last.state, state);
    assert_eq!(state.uses.values().sum::<u32>(), 12);
}

#[test]
fn the_line_is_made_or_the_series_fails() {
    // Three yards a down: ten need four of them, and the fourth makes it.
    let made = drive(&open_field(plan(20.0, vec![call("x", 5)]), 3.0));
    insta::assert_snapshot!(told(&made), @r"
     1 series 1 down 1 to 30: 20.00 to 23.00, exposure 0.00, next_down
     2 series 1 down 2 to 30: 23.00 to 26.00, exposure 0.00, next_down
     3 series 1 down 3 to 30: 26.00 to 29.00, exposure 0.00, next_down
     4 series 1 down 4 to 30: 29.00 to 32.00, exposure 0.00, first_down
     5 series 2 down 1 to 42: 32.00 to 35.00, exposure 0.00, next_down
    out_of_calls at 35.00
    ");
    // Two yards a down: a setback of five yards, then the ball is lost; what was called after that is not played.
    let lost = drive(&open_field(plan(20.0, vec![call("x", 50), event(1.0, &[])]), 2.0));
    insta::assert_snapshot!(told(&lost), @r"
     1 series 1 down 1 to 30: 20.00 to 22.00, exposure 0.00, next_down
     2 series 1 down 2 to 30: 22.00 to 24.00, exposure 0.00, next_down
     3 series 1 down 3 to 30: 24.00 to 26.00, exposure 0.00, next_down
     4 series 1 down 4 to 30: 26.00 to 23.00, exposure 0.00, setback
     5 series 2 down 1 to 33: 23.00 to 25.00, exposure 0.00, next_down
     6 series 2 down 2 to 33: 25.00 to 27.00, exposure 0.00, next_down
     7 series 2 down 3 to 33: 27.00 to 29.00, exposure 0.00, next_down
     8 series 2 down 4 to 33: 29.00 to 31.00, exposure 0.00, turnover
    turnover at 31.00
    ");
    assert!(lost.events.is_empty(), "a drive that has ended meets no events");
}

#[test]
fn the_goal_ends_a_drive() {
    let mut short = plan(90.0, vec![call("x", 9), event(0.5, &[])]);
    short.goal = 95.0;
    let drive = drive(&open_field(short, 3.0));
    insta::assert_snapshot!(told(&drive), @r"
     1 series 1 down 1 to 95: 90.00 to 93.00, exposure 0.00, next_down
     2 series 1 down 2 to 95: 93.00 to 96.00, exposure 0.00, goal
    goal at 96.00
    ");
    assert_eq!(drive.end, DriveEnd::Goal);
}

#[test]
fn the_line_to_gain_is_never_beyond_the_goal() {
    let mut near = plan(40.0, vec![call("one", 3)]);
    near.goal = 45.0;
    let drive = drive(&open_field(near, 8.0));
    assert!(drive.downs.iter().all(|down| down.series.to_gain <= 45.0), "{}", told(&drive));
    assert_eq!(drive.downs[0].result, DownResult::NextDown);
}

#[test]
fn events_take_a_share_of_every_lead_at_once_and_move_no_line() {
    let calls = vec![call("one", 3), event(0.5, &["b"]), event(0.5, &["a"]), call("one", 1), event(1.0, &[])];
    let drive = drive(&open_field(plan(20.0, calls), 8.0));
    insta::assert_snapshot!(told(&drive), @r"
     1 series 1 down 1 to 30: 20.00 to 24.00, exposure 0.00, next_down
     2 series 1 down 2 to 30: 24.00 to 27.55, exposure 2.55, next_down
     3 series 1 down 3 to 30: 27.55 to 30.57, exposure 5.57, first_down
       event: 0.00 lost
       event: 2.78 lost
     4 series 2 down 1 to 41: 27.78 to 30.77, exposure 5.77, next_down
    out_of_calls at 25.00
    ");
    assert_eq!(drive.events.len(), 3);
    assert_eq!(drive.events[0].cost, 0.0, "b leads nothing");
    let before = drive.downs[2].fronts[0];
    let lead = before - 30.0;
    assert!((drive.events[1].lost[0] - lead / 2.0).abs() < 1e-12);
    assert!((drive.last.state.fronts[0] - 30.0).abs() < 1e-12, "trailing events count at the end");
    assert!(drive.downs[3].fronts[0] > 30.0, "and not in the last down");
}

#[test]
fn a_play_alone_is_a_plan_of_one_call() {
    let sheet = open_field(plan(20.0, vec![call("x", 1)]), 3.0);
    let alone = CallSheet::of_play(sheet.plays[0].clone(), sheet.from.clone(), 4);
    assert_eq!(drive(&alone), drive(&open_field(plan(20.0, vec![call("x", 4)]), 3.0)));
    let lineup: &Lineup = &alone.plays[0].lineup;
    assert_eq!(alone.from.state, State::level(&lineup.model, 20.0));
}

#[test]
fn nothing_called_ends_where_it_starts() {
    let drive = drive(&open_field(plan(20.0, Vec::new()), 3.0));
    assert_eq!((drive.spot, drive.exposure, drive.end), (20.0, 0.0, DriveEnd::OutOfCalls));
}
