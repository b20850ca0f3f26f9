//! A drive over time: each down starts where the last one stood, and ends where the drive says.

#![allow(clippy::expect_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use downfield::model::{Call, Phase};
use downfield::play_file::{Lookup as _, Playbook};
use downfield::rules::{CallSheet, DownResult, Drive, drive};
use downfield::timeline::{Frame, Timeline};

fn sheet(stem: &str, change: impl FnOnce(&mut Vec<Call>)) -> CallSheet {
    let playbook = Playbook::built_in();
    let plan = playbook.find(stem).and_then(|entry| entry.game_plan()).expect("it ships");
    let mut plan = (**plan).clone();
    change(&mut plan.calls);
    let model = playbook.model(&plan.model).expect("it ships");
    CallSheet::new(stem.into(), Arc::new(plan), model, |id| playbook.play(id))
}

fn downs(sheet: &CallSheet, drive: &Drive) -> Vec<Timeline> {
    (0..drive.downs.len()).map(|at| Timeline::of_down(sheet, drive, at).expect("it was played")).collect()
}

fn fronts(frame: &Frame) -> Vec<f64> {
    frame.channels.iter().map(|channel| channel.front).collect()
}

fn near(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-6)
}

#[test]
fn every_down_starts_where_the_last_one_stood_and_ends_where_the_drive_says() {
    for stem in ["exemplar-after-exemplar", "balanced-build", "crisis-recovery", "technology-first"] {
        let sheet = sheet(stem, |_| ());
        let drive = drive(&sheet);
        let timelines = downs(&sheet, &drive);
        let mut before = sheet.from.state.fronts.clone();
        for (timeline, down) in timelines.iter().zip(&drive.downs) {
            let place = format!("{stem}, down {}", down.number);
            assert!(near(&fronts(&timeline.frame(0.0)), &before), "{place}");
            let start: Vec<f64> = down.run.outcome.channels.iter().map(|channel| channel.start).collect();
            let set = timeline.phases()[1].start_secs;
            assert!(near(&fronts(&timeline.frame(set)), &start), "{place}");
            let last = timeline.frame(f64::MAX);
            assert!(near(&fronts(&last), &down.fronts), "{place}");
            assert!((last.run.spot - down.spot).abs() < 1e-6, "{place}");
            assert_eq!(last.run.down, down.series.down, "{place}");
            assert!((last.run.line_to_gain - down.series.to_gain).abs() < 1e-9, "{place}");
            before.clone_from(&down.fronts);
        }
    }
}

#[test]
fn nothing_jumps_within_a_down() {
    let sheet = sheet("exemplar-after-exemplar", |calls| calls.insert(1, calls[1].clone()));
    let drive = drive(&sheet);
    assert!(drive.downs.iter().any(|down| down.result == DownResult::Setback));
    for timeline in downs(&sheet, &drive) {
        let steps = (timeline.duration_secs() * 120.0).ceil() as u32;
        for step in 0..steps {
            let now = timeline.frame(f64::from(step) / 120.0);
            let then = timeline.frame(f64::from(step + 1) / 120.0);
            for (now, then) in fronts(&now).iter().zip(fronts(&then)) {
                assert!((now - then).abs() < 0.5, "{} at step {step}", timeline.frame(0.0).title);
            }
            for (now, then) in now.tokens.iter().zip(&then.tokens) {
                assert!((now.at.yards - then.at.yards).abs() < 1.5, "{}", now.name);
            }
        }
    }
}

#[test]
fn the_header_tells_the_drive() {
    let sheet = sheet("exemplar-after-exemplar", |_| ());
    let drive = drive(&sheet);
    let mut told = Vec::new();
    for (timeline, down) in downs(&sheet, &drive).iter().zip(&drive.downs) {
        if matches!(down.number, 1 | 4 | 5 | 8) {
            let frame = timeline.frame(0.0);
            told.push(format!("{}\n  {}", frame.title, frame.headline));
            told.push(format!("  {}", timeline.frame(f64::MAX).headline));
        }
    }
    insta::assert_snapshot!(told.join("\n"), @r"
    Exemplar after exemplar, 1 of 12: Exemplar
      Try 1 of 4. 10 yards to go. Nobody is working on Governance & funding.
      Try 1 of 4. 3 yards gained, 7 to go. Nobody is working on Governance & funding.
    Exemplar after exemplar, 4 of 12: Exemplar
      Try 4 of 4. 9 yards gained so far, 1 to go. Three channels are out on their own. Nobody is working on Governance & funding.
      Try 4 of 4: made it, 10 yards gained. Four new tries. Three channels are out on their own. Nobody is working on Governance & funding.
    Exemplar after exemplar, 5 of 12: Exemplar
      Try 1 of 4. 10 yards to go. Three channels are out on their own. Nobody is working on Governance & funding.
      Try 1 of 4. 1 yard gained, 9 to go. Three channels are out on their own. Nobody is working on Governance & funding.
    Exemplar after exemplar, 8 of 12: Exemplar
      Try 4 of 4. 2 yards gained so far, 8 to go. Three channels are out on their own. Nobody is working on Governance & funding.
      Try 4 of 4: not enough, 3 yards gained of 10 needed. Every channel loses 5 yards, then four new tries. Three channels are out on their own. Nobody is working on Governance & funding.
    ");
}

#[test]
fn events_and_setbacks_are_told_where_they_strike() {
    let sheet = sheet("exemplar-after-exemplar", |calls| calls.swap(0, 1));
    let early = drive(&sheet);
    assert_eq!(early.events.first().map(|struck| struck.after), Some(0));
    let first = Timeline::of_down(&sheet, &early, 0).expect("it was played");
    insta::assert_snapshot!(first.frame(0.0).headline, @r"
    Change of leadership: no ground lost. Try 1 of 4. 10 yards to go. Nobody is working on Governance & funding.
    ");

    let balanced = self::sheet("balanced-build", |_| ());
    let drive = drive(&balanced);
    let ninth = Timeline::of_down(&balanced, &drive, 8).expect("it was played");
    insta::assert_snapshot!(ninth.frame(0.0).headline, @r"
    Change of leadership: no ground lost. Try 1 of 4. 10 yards to go. Nobody is working on Products & services or Technology & data.
    ");
    assert!(Timeline::of_down(&balanced, &drive, 12).is_none(), "it was never played");
}

#[test]
fn forces_of_earlier_plays_have_the_names_those_gave_them() {
    let sheet = sheet("balanced-build", |_| ());
    let drive = drive(&sheet);
    let second = Timeline::of_down(&sheet, &drive, 1).expect("it was played");
    let left: Vec<String> = second.frame(0.0).gone_round.into_iter().map(|force| force.name).collect();
    assert!(left.iter().any(|name| name == "40-page statutory guidance"), "{left:?}");
}

#[test]
fn a_plans_beats_are_read_when_their_down_is_over() {
    let sheet = sheet("balanced-build", |_| ());
    let drive = drive(&sheet);
    let second = Timeline::of_down(&sheet, &drive, 1).expect("it was played");
    let said = |phase| second.frame(second.still_of(phase)).caption.map(|caption| caption.text);
    assert_eq!(
        said(Phase::ReadOut).as_deref(),
        sheet.plan.beats.iter().find(|beat| beat.down == 2).map(|beat| &*beat.caption)
    );
    assert_ne!(said(Phase::Battles), said(Phase::ReadOut));
}
