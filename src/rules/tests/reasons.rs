//! The factors listed for a number come to that number.

use proptest::prelude::*;

use super::build::{Build, bypass, cap, confront, exemplar, model, play, reach};
use super::properties::{CHANNELS, Case, cases};
use crate::model::{Assignment, Subject};
use crate::rules::{Direction, Lineup, Reason, Run, Source, State, Switches, Value, reasons, repeat};

/// What the lines before each result come to, with the result itself: terms added, factors multiplied in, a cap kept.
fn sums(lines: &[Reason], start: f64) -> Vec<(f64, Value, String)> {
    let mut sums = Vec::new();
    let (mut total, mut term): (f64, Option<f64>) = (0.0, None);
    let mut parts = 0;
    let mut limit = f64::INFINITY;
    for line in lines {
        if line.is_result {
            if parts > 0 {
                let sum = (total + term.unwrap_or(0.0)).min(limit);
                sums.push((sum, line.value, line.factor.clone()));
            }
            (total, term, parts, limit) = (0.0, None, 0, f64::INFINITY);
            continue;
        }
        match line.value {
            Value::Points(points) | Value::Strength(_, points, _) => {
                total += term.replace(points).unwrap_or(0.0);
                parts += 1;
            }
            Value::Factor(by) | Value::Share(by) | Value::Yards(by) => {
                term = Some(term.unwrap_or(1.0) * by);
                parts += 1;
            }
            Value::Yard(at) if matches!(line.source, Source::Assumption(_) | Source::Rule(7)) => {
                limit = (at - start).max(0.0);
            }
            Value::Yard(_) => {}
        }
    }
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
    subjects.extend(lineup.play.offense.iter().map(|player| (Subject::Player(player.id.clone()), 0.0)));
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
    let told: Vec<String> = lines.iter().map(|line| format!("{}: {:.2?}", line.factor, line.value)).collect();
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
    Service redesign team, with user research: Strength(4.00, 6.00, 8.00)
    stepped back 5 yards: Factor(0.78)
    fourth time the same play: Factor(0.61)
    counts for: Points(2.87)
    40-page guidance: Strength(3.00, 4.00, 5.00)
    gone round, not beaten: Factor(0.50)
    counts for: Points(2.00)
    won against it: Share(0.59)
    ");
    let lines = reasons(&lineup, &switches, run, &Subject::Channel("services".into()));
    insta::assert_snapshot!(told(&lines), @r"
    started at: Yard(35.17)
    Service redesign team: Points(2.87)
    moving us forward: Points(2.87)
    40-page guidance: Points(2.00)
    holding us back: Points(2.00)
    won of the contest: Share(0.59)
    set out to go: Yards(13.00)
    We accept starting-point: Factor(0.70)
    We accept waterfall: Factor(0.90)
    gained: Yards(4.83)
    safe distance ends at: Yard(31.98)
    40-page guidance, gone round, still there: Points(5.04)
    pulling back: Points(5.04)
    out on its own by: Yards(8.02)
    slips back after every play: Share(0.15)
    We accept waterfall: Factor(1.30)
    what was gone round pulls: Factor(1.25)
    slips back: Yards(1.96)
    now at: Yard(38.04)
    still out on its own by: Yards(6.06)
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
    assert!((yards("gained") + yards("slipped back") - yards("whole organisation moved")).abs() < 1e-9);
    assert!(found(&lines, "fifth time the same play").is_some());
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
