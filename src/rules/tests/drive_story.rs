//! Drives in sentences.

use super::drive::{call, event, open_field, plan, shipped};
use crate::rules::{
    CallSheet, DownResult, down_sentence, drive, drive_headline, event_sentence, result_words,
};

fn told(sheet: &CallSheet) -> String {
    let drive = drive(sheet);
    let mut told = vec![drive_headline(sheet, &drive)];
    let events = |after| drive.events.iter().filter(move |struck| struck.after == after);
    told.extend(events(0).map(|struck| event_sentence(sheet, struck)));
    for down in &drive.downs {
        told.push(down_sentence(sheet, down));
        told.extend(events(down.number).map(|struck| event_sentence(sheet, struck)));
    }
    told.join("\n")
}

#[test]
fn a_drive_is_told_try_by_try() {
    insta::assert_snapshot!(told(&shipped("exemplar-after-exemplar")));
}

#[test]
fn the_headline_tells_how_it_ended_and_what_was_left_alone() {
    let plans = ["balanced-build", "technology-first", "crisis-recovery", "proactive-services"];
    let told: Vec<String> = plans
        .into_iter()
        .map(shipped)
        .map(|sheet| format!("{}. {}", sheet.plan.title, drive_headline(&sheet, &drive(&sheet))))
        .collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn other_ends_have_their_words() {
    let cases = [
        ("at the goal", open_field(plan(80.0, vec![call("x", 4)]), 9.0)),
        ("lost early", open_field(plan(20.0, vec![call("x", 12)]), 0.6)),
        ("one play", open_field(plan(20.0, vec![call("one", 1)]), 3.0)),
        ("nothing", open_field(plan(20.0, vec![event(0.5, &[])]), 3.0)),
    ];
    let told: Vec<String> =
        cases.into_iter().map(|(name, sheet)| format!("-- {name}\n{}", told(&sheet))).collect();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn every_result_has_its_words() {
    let results = [
        DownResult::NextDown,
        DownResult::FirstDown,
        DownResult::Setback,
        DownResult::Turnover,
        DownResult::Goal,
    ];
    insta::assert_snapshot!(results.map(result_words).join("\n"));
}
