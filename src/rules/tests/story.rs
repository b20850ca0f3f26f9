//! Sentences, as they stand on screen.

use super::build::{Build, block, bypass, cap, confront, drag, exemplar, model, play, support};
use crate::model::{Assignment, Subject};
use crate::rules::{
    Lineup, Run, State, Switches, headline, headline_before, headline_of_gain, repeat, sentence,
};

fn runs(lineup: &Lineup, from: f64, times: u32) -> Vec<Run> {
    repeat(lineup, &State::level(&lineup.model, from), &Switches::of(&lineup.play), times)
}

fn head(lineup: &Lineup, from: f64, times: u32) -> String {
    headline(lineup, &runs(lineup, from, times))
}

#[test]
fn the_header_tells_the_exemplar_try_by_try() {
    let told: Vec<String> =
        [1, 2, 3, 4, 10, 50].into_iter().map(|times| head(&exemplar(), 20.0, times)).collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    Try 1 of 4. 3 yards gained, 7 to go. Nobody is working on Governance & funding.
    Try 2 of 4. 6 yards gained, 4 to go. Nobody is working on Governance & funding.
    Try 3 of 4. 9 yards gained, 1 to go. Three channels are out on their own. Nobody is working on Governance & funding.
    Try 4 of 4: made it, 10 yards gained. Three channels are out on their own. Nobody is working on Governance & funding.
    Exemplar, ten times: 14 yards gained, less than one of them the last time. Three channels are out on their own. Nobody is working on Governance & funding.
    Exemplar, 50 times: 21 yards gained, none the last time. Four channels are out on their own. Nobody is working on Governance & funding.
    ");
}

#[test]
fn the_header_gives_nothing_away() {
    let lineup = exemplar();
    let told: Vec<String> = [1, 2, 4, 10]
        .into_iter()
        .flat_map(|times| {
            let runs = runs(&lineup, 20.0, times);
            [headline_before(&lineup, &runs), headline_of_gain(&lineup, &runs)]
        })
        .collect();
    insta::assert_snapshot!(told.join("\n"), @r"
    Try 1 of 4. 10 yards to go. Nobody is working on Governance & funding.
    Try 1 of 4. 3 yards gained this time. Nobody is working on Governance & funding.
    Try 2 of 4. 3 yards gained so far, 7 to go. Nobody is working on Governance & funding.
    Try 2 of 4. 3 yards gained this time. Nobody is working on Governance & funding.
    Try 4 of 4. 9 yards gained so far, 1 to go. Three channels are out on their own. Nobody is working on Governance & funding.
    Try 4 of 4. 3 yards gained this time. Three channels are out on their own. Nobody is working on Governance & funding.
    Exemplar, for the tenth time. 14 yards gained so far. Three channels are out on their own. Nobody is working on Governance & funding.
    Exemplar, for the tenth time. 2 yards gained this time. Three channels are out on their own. Nobody is working on Governance & funding.
    ");
    let near = [headline_before(&lineup, &runs(&lineup, 100.0, 1)), headline_before(&lineup, &[])];
    insta::assert_snapshot!(near.join("\n"), @r"
    Try 1 of 4. Nobody is working on Governance & funding.
    Exemplar
    ");
}

#[test]
fn the_header_tells_other_ends_of_a_series() {
    let one = |strength, reach| {
        play("x", 0.0)
            .offense("x", "a", (strength, strength, strength), Assignment::Advance, reach)
            .defense("d", "a", (5.0, 5.0, 5.0))
            .on(model(&["a", "b"]))
    };
    let strong = play("x", 20.0)
        .offense("x", "a", (9.0, 9.0, 9.0), Assignment::Advance, 20.0)
        .offense("y", "b", (9.0, 9.0, 9.0), Assignment::Advance, 20.0)
        .on(model(&["a", "b"]));
    let caught = play("x", 20.0)
        .offense("x", "a", (0.1, 0.1, 0.1), Assignment::Advance, 5.0)
        .press("p", "a", 9.0)
        .on(model(&["a", "b"]));
    let idle = play("x", 0.0).offense("x", "a", (1.0, 1.0, 1.0), block("p"), 5.0).press("p", "a", 9.0);
    let idle = idle.on(model(&["a", "b", "c", "d"]));
    let told = [
        head(&one(0.1, 5.0), 20.0, 1),
        head(&one(5.0, 5.0), 20.0, 4),
        head(&strong, 20.0, 1),
        head(&strong, 96.0, 2),
        head(&caught, 50.0, 1),
        head(&caught, 50.0, 5),
        head(&idle, 50.0, 1),
        headline(&idle, &[]),
    ];
    insta::assert_snapshot!(told.join("\n"), @r"
    Try 1 of 4. No ground gained, 10 to go. Nobody is working on Channel b.
    Try 4 of 4: not enough, 2 yards gained of 10 needed. Nobody is working on Channel b.
    Try 1 of 4: made it, 20 yards gained.
    Try 2 of 4: made it, 4 yards gained.
    Try 1 of 4. 11 yards lost, 21 to go. Channel b is out on its own. Nobody is working on Channel b.
    Test, five times: 34 yards lost. Channel b is out on its own. Nobody is working on Channel b.
    Try 1 of 4. No ground gained, 10 to go. Nobody is working on four channels.
    Test
    ");
}

#[test]
fn every_subject_has_a_sentence() {
    let lineup = exemplar();
    let four = runs(&lineup, 20.0, 4);
    let said = |subject| sentence(&lineup, &four[3], &subject);
    let told = [
        said(Subject::Play),
        said(Subject::HeadToHead("statutory-guidance".into())),
        said(Subject::HeadToHead("department-silo".into())),
        said(Subject::Channel("services".into())),
        said(Subject::Channel("skills".into())),
        said(Subject::Channel("governance".into())),
        said(Subject::Player("service-team".into())),
        said(Subject::Player("user-research".into())),
        said(Subject::Player("advocates".into())),
        said(Subject::Player("statutory-guidance".into())),
        said(Subject::Player("waterfall-procurement".into())),
        said(Subject::Assumption("starting-point".into())),
        said(Subject::Assumption("waterfall".into())),
        said(Subject::Player("nobody".into())),
    ];
    insta::assert_snapshot!(told.join("\n"), @r"
    Exemplar takes the whole organisation 2 yards forward, to 30 of 100. Three channels are out on their own. Nobody is working on Governance & funding.
    Service redesign team gets in behind 40-page guidance: 59 % to 41 %. 5 yards this time, slips back 2.
    Nobody takes on Department silo.
    Products & services: 5 yards gained, slips back 2, now at 38. It is out on its own, 6 yards beyond the safe distance.
    Skills & capabilities: 1 yard gained, now at 24.
    Nobody is working on Governance & funding: it stays at 20.
    Service redesign team gets in behind 40-page guidance: 59 % to 41 %. 5 yards this time, slips back 2.
    User research adds to Service redesign team.
    Advocates run into open ground. 1 yard this time.
    40-page guidance is gone round, not beaten: still there.
    Nobody takes on Waterfall procurement.
    We accept starting-point. While that holds: the ambition in Products & services is 70 % of what it was; Products & services cannot get past 50.
    We accept waterfall. While that holds: the ambition in Products & services is 90 % of what it was; Products & services slips back 1.3 times as fast once it is out on its own; Technology & data slips back 1.3 times as fast once it is out on its own.
    ");
}

#[test]
fn sentences_agree_in_number() {
    let lineup = play("link-workers", 2.0)
        .offense("link-workers", "a", (3.0, 3.0, 3.0), confront("silos"), 9.0)
        .offense("link-team", "a", (1.0, 1.0, 1.0), confront("silos"), 9.0)
        .offense("coach", "a", (1.0, 1.0, 1.0), bypass("silos"), 9.0)
        .offense("spare-hands", "a", (1.0, 1.0, 1.0), block("incidents"), 0.0)
        .offense("data-owners", "b", (1.0, 1.0, 1.0), support("coach"), 0.0)
        .offense("onlookers", "b", (1.0, 1.0, 1.0), Assignment::Hold, 0.0)
        .offense("pilot", "b", (1.0, 1.0, 1.0), confront("debt"), 9.0)
        .defense("silos", "a", (3.0, 3.0, 3.0))
        .defense("incidents", "a", (1.0, 1.0, 1.0))
        .defense("debt", "b", (1.0, 1.0, 1.0))
        .assume("a-ceiling", &[cap("a", 21.0), drag("b", 0.5)])
        .on(model(&["a", "b", "c"]));
    let once = runs(&lineup, 20.0, 1);
    let said = |subject| sentence(&lineup, &once[0], &subject);
    let told = [
        said(Subject::HeadToHead("silos".into())),
        said(Subject::HeadToHead("incidents".into())),
        said(Subject::HeadToHead("debt".into())),
        said(Subject::Channel("a".into())),
        said(Subject::Player("spare-hands".into())),
        said(Subject::Player("data-owners".into())),
        said(Subject::Player("onlookers".into())),
        said(Subject::Player("silos".into())),
        said(Subject::Player("incidents".into())),
        said(Subject::Player("debt".into())),
        said(Subject::Assumption("a-ceiling".into())),
    ];
    insta::assert_snapshot!(told.join("\n"), @r"
    Link workers and Link team take on Silos: 49 % to 51 %. Coach gets in behind Silos: 32 % to 68 %. 1 yard this time.
    Spare hands hold off Incidents: 49 % to 51 %. 1 yard this time.
    Pilot takes on Debt: 37 % to 63 %. 3 yards this time.
    Channel a: 1 yard gained, now at 21. As things are, it cannot get past 21.
    Spare hands hold off Incidents: 49 % to 51 %. 1 yard this time.
    Data owners add to Coach.
    Onlookers stay where they are.
    Silos are partly pushed back, partly gone round: still there, 91 % of their strength is left.
    Incidents are held off by Spare hands.
    Debt is pushed back: 91 % of its strength is left.
    We accept a-ceiling. While that holds: Channel a cannot get past 21; Channel b slips back at 50 % of the pace once it is out on its own.
    ");
}

#[test]
fn nothing_shouts_or_reads_minus_nothing() {
    for times in 1..=12 {
        for from in [0.0, 20.0, 47.0, 90.0, 100.0] {
            let lineup = exemplar();
            let all = runs(&lineup, from, times);
            let mut told = headline(&lineup, &all);
            for defender in &lineup.play.defense {
                told += &sentence(&lineup, &all[all.len() - 1], &Subject::HeadToHead(defender.id.clone()));
                told += &sentence(&lineup, &all[all.len() - 1], &Subject::Channel(defender.channel.clone()));
            }
            assert!(!told.contains('!') && !told.contains("-0") && !told.contains("  "), "{told}");
            assert!(!told.contains("1 yards"), "{told}");
        }
    }
}
