//! The factors listed for a number come to that number.

use proptest::prelude::*;

use super::build::{Build, bypass, cap, confront, exemplar, model, play, reach};
use super::properties::{CHANNELS, Case, cases};
use crate::model::{Assignment, Subject};
use crate::rules::{Direction, Lineup, Reason, Run, Source, State, Step, Switches, Value, reasons, repeat};

/// What every result that ends a sum comes to when the lines above it are worked out one by one, with the result itself.
fn sums(lines: &[Reason], start: f64) -> Vec<(f64, Value, String)> {
    let mut sums = Vec::new();
    let mut sum: Option<f64> = None;
    let mut open = false;
    for line in lines {
        let by = number(line.value);
        let so_far = || sum.unwrap_or_else(|| panic!("{} goes on from nothing: {lines:#?}", line.factor));
        match line.step {
            Step::Start => {
                assert!(!open, "{} leaves a sum open: {lines:#?}", line.factor);
                sum = Some(by);
            }
            Step::Plus => sum = Some(so_far() + by),
            Step::Minus => sum = Some(so_far() - by),
            Step::Times => sum = Some(so_far() * by),
            Step::Limit => sum = Some(so_far().min((by - start).max(0.0))),
            Step::Aside => continue,
            Step::Result => {
                if open {
                    sums.push((so_far(), line.value, line.factor.clone()));
                }
                sum = Some(by);
            }
        }
        open = line.step != Step::Result;
    }
    assert!(!open, "a sum is left open: {lines:#?}");
    sums
}

fn number(value: Value) -> f64 {
    match value {
        Value::Points(n) | Value::Factor(n) | Value::Share(n) | Value::Yards(n) | Value::Yard(n) => n,
        Value::Strength(_, likely, _) => likely,
    }
}

fn check(lineup: &Lineup, switches: &Switches, run: &Run) {
    let mut subjects: Vec<(Subject, f64)> = Vec::new();
    for (channel, result) in lineup.model.channels.iter().zip(&run.outcome.channels) {
        subjects.push((Subject::Channel(channel.id.clone()), result.start));
    }
    for player in &lineup.play.offense {
        let start = lineup.model.index_of(&player.channel).map_or(0.0, |c| run.outcome.channels[c].start);
        subjects.push((Subject::Player(player.id.clone()), start));
    }
    subjects.push((Subject::Play, 0.0));
    for defender in &lineup.play.defense {
        subjects.push((Subject::Player(defender.id.clone()), 0.0));
        subjects.push((Subject::HeadToHead(defender.id.clone()), 0.0));
    }
    for (subject, start) in subjects {
        let lines = reasons(lineup, switches, run, &subject);
        assert!(!lines.is_empty(), "{subject:?}");
        for (sum, result, text) in sums(&lines, start) {
            let wanted = number(result);
            assert!((sum - wanted).abs() < 1e-9, "{subject:?}, {text}: {sum}, not {wanted}\n{lines:#?}");
        }
    }
}

fn told(lines: &[Reason]) -> String {
    let told: Vec<String> = lines
        .iter()
        .map(|line| format!("{} {} {}", line.step, line.value, line.factor).trim().into())
        .collect();
    told.join("\n")
}

fn found(lines: &[Reason], text: &str) -> Option<Value> {
    lines.iter().find(|line| line.factor == text).map(|line| line.value)
}

proptest! {
    #[test]
    fn the_factors_of_any_number_come_to_it(case in cases()) {
        let lineup = case.lineup();
        let switches = Switches::of(&case.play);
        for run in repeat(&lineup, &case.state(), &switches, 3) {
            check(&lineup, &switches, &run);
        }
    }

    #[test]
    fn a_channel_accounts_for_all_it_gained_and_lost(case in cases()) {
        let Case { play, fronts, .. } = &case;
        let lineup = case.lineup();
        let switches = Switches::of(play);
        let run = &repeat(&lineup, &case.state(), &switches, 1)[0];
        for (c, id) in CHANNELS.iter().enumerate() {
            let lines = reasons(&lineup, &switches, run, &Subject::Channel((*id).into()));
            let yards = |text| found(&lines, text).map_or(0.0, number);
            let end = fronts[c] + yards("gained") - yards("lost while stepping back") - yards("slips back");
            prop_assert!((end - yards("now at")).abs() < 1e-9);
        }
    }
}

#[test]
fn the_exemplars_fourth_time_tells_the_story_of_the_screen() {
    let lineup = exemplar();
    let switches = Switches::of(&lineup.play);
    let runs = repeat(&lineup, &State::level(&lineup.model, 20.0), &switches, 4);
    let run = &runs[3];
    check(&lineup, &switches, run);
    let lines = reasons(&lineup, &switches, run, &Subject::HeadToHead("statutory-guidance".into()));
    insta::assert_snapshot!(told(&lines), @r"
    5 (3 to 6) Service redesign team
    + 1 (1 to 2) with user research
    × 0.78 stepped back 5 yards
    × 0.61 fourth time the same play
    = 2.87 counts for
    4 (3 to 5) 40-page guidance
    × 0.5 gone round, not beaten
    = 2 counts for
    59 % won against it, 2.87 of 4.87
    ");
    let of = |id: &str| told(&reasons(&lineup, &switches, run, &Subject::Player(id.into())));
    insta::assert_snapshot!(of("service-team"), @r"
    5 (3 to 6) Service redesign team
    + 1 (1 to 2) with user research
    × 0.78 stepped back 5 yards
    × 0.61 fourth time the same play
    = 2.87 counts for
    2 against 40-page guidance
    13 yards set out to go
    × 0.7 We accept starting-point
    × 0.9 We accept waterfall
    × 59 % won of the contest, 2.87 of 4.87
    = 4.83 yards this time
    1.96 yards out on its own, slips back
    ");
    insta::assert_snapshot!(of("user-research"), @r"
    1 (1 to 2) User research
    × 0.78 stepped back 5 yards
    × 0.61 fourth time the same play
    = 0.48 adds to service redesign team
    ");
    insta::assert_snapshot!(of("advocates"), @r"
    2 (1 to 4) Advocates
    × 0.78 stepped back 5 yards
    × 0.61 fourth time the same play
    = 0.96 counts for
    4 against department silo
    6 yards set out to go
    × 0.7 We accept small-team
    × 19 % won of the contest, 0.96 of 4.96
    = 0.81 yards this time
    ");
    insta::assert_snapshot!(of("statutory-guidance"), @r"
    4 (3 to 5) 40-page guidance
    × 0.5 gone round, not beaten
    = 2 counts for
    5.44 40-page guidance, gone round, weighs from now on
    ");
    let lines = reasons(&lineup, &switches, run, &Subject::Channel("services".into()));
    insta::assert_snapshot!(told(&lines), @r"
    yard 35.17 started at
    5 (3 to 6) Service redesign team
    + 1 (1 to 2) with user research
    × 0.78 stepped back 5 yards
    × 0.61 fourth time the same play
    = 2.87 moving us forward
    4 (3 to 5) 40-page guidance
    × 0.5 gone round, not beaten
    = 2 holding us back
    13 yards set out to go
    × 0.7 We accept starting-point
    × 0.9 We accept waterfall
    × 59 % won of the contest, 2.87 of 4.87
    = 4.83 yards gained
    yard 31.98 safe distance ends at
    5.04 40-page guidance, gone round, still there
    8.02 yards out on its own by
    × 15 % slips back after every play
    × 1.3 We accept waterfall
    × 1.25 what was gone round pulls
    = 1.96 yards slips back
    = yard 38.04 now at
    6.06 yards still out on its own by
    ");
}

#[test]
fn a_cap_that_holds_is_the_line_above_the_gain() {
    let lineup = play("x", 0.0)
        .offense("x", "a", (1.0, 2.0, 3.0), confront("d"), 30.0)
        .offense("y", "a", (1.0, 1.0, 1.0), bypass("d"), 10.0)
        .defense("d", "a", (1.0, 1.0, 1.0))
        .assume("low-ceiling", &[cap("a", 23.0)])
        .assume("high-ceiling", &[cap("a", 60.0), reach("a", 1.1)])
        .on(model(&["a", "b"]));
    let switches = Switches::of(&lineup.play);
    let run = &repeat(&lineup, &State::level(&lineup.model, 20.0), &switches, 1)[0];
    let lines = reasons(&lineup, &switches, run, &Subject::Channel("a".into()));
    let gained = lines.iter().position(|line| line.factor == "gained").unwrap();
    assert_eq!(lines[gained].value, Value::Yards(3.0));
    assert_eq!(lines[gained - 1].value, Value::Yard(23.0));
    assert_eq!(lines[gained - 1].source, Source::Assumption("low-ceiling".into()));
    check(&lineup, &switches, run);
}

#[test]
fn an_assumption_says_what_the_other_switch_would_change() {
    let lineup = exemplar();
    let switches = Switches::of(&lineup.play);
    let run = &repeat(&lineup, &State::level(&lineup.model, 20.0), &switches, 1)[0];
    let lines = reasons(&lineup, &switches, run, &Subject::Assumption("small-team".into()));
    assert_eq!(lines[0].value, Value::Factor(0.7));
    assert_eq!(lines[0].direction, Direction::Back);
    // Reach 6 instead of 4.2: the gain grows by 3 / 7.
    let gain = run.outcome.channels[1].gain;
    let more = number(found(&lines, "without it, Skills & capabilities").unwrap());
    assert!((more - gain * 3.0 / 7.0).abs() < 1e-9);
    let whole = number(found(&lines, "without it, the whole organisation").unwrap());
    assert!((whole - more / 5.0).abs() < 1e-9);

    let off = switches.flipped(1);
    let run = &repeat(&lineup, &State::level(&lineup.model, 20.0), &off, 1)[0];
    let lines = reasons(&lineup, &off, run, &Subject::Assumption("small-team".into()));
    assert!((number(found(&lines, "with it, Skills & capabilities").unwrap()) + more).abs() < 1e-9);
}

#[test]
fn the_whole_adds_up_and_names_what_nobody_works_on() {
    let lineup = exemplar();
    let switches = Switches::of(&lineup.play);
    let run = &repeat(&lineup, &State::level(&lineup.model, 20.0), &switches, 5)[4];
    let lines = reasons(&lineup, &switches, run, &Subject::Play);
    let yards = |text| number(found(&lines, text).unwrap());
    assert!((yards("gained") - yards("slipped back") - yards("whole organisation moved")).abs() < 1e-9);
    insta::assert_snapshot!(told(&lines), @r"
    yard 30.49 whole organisation started at
    4.5 yards Products & services
    + 0.71 yards Skills & capabilities
    + 3.23 yards Culture & mindset
    + 3.52 yards Technology & data
    × 0.2 one of five channels, all count the same
    = 2.39 yards gained
    − 1.21 yards slipped back
    = 1.18 yards whole organisation moved
    = yard 31.68 now at
    3.34 yards out on its own, on average
    yard 20 nobody is working on Governance & funding
    ");
    assert!(found(&lines, "nobody is working on Governance & funding").is_some());
}

#[test]
fn a_stranger_has_no_reasons() {
    let lineup =
        play("x", 0.0).offense("x", "a", (1.0, 1.0, 1.0), Assignment::Advance, 5.0).on(model(&["a", "b"]));
    let switches = Switches::of(&lineup.play);
    let run = &repeat(&lineup, &State::level(&lineup.model, 20.0), &switches, 1)[0];
    for subject in [
        Subject::Channel("z".into()),
        Subject::Player("z".into()),
        Subject::HeadToHead("z".into()),
        Subject::Assumption("z".into()),
    ] {
        assert!(reasons(&lineup, &switches, run, &subject).is_empty());
    }
}
