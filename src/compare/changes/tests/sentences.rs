//! What changes read like.

use crate::compare::changes::*;
use crate::model::*;
use crate::play_file::{Lookup as _, Playbook};

fn shipped(id: &str) -> (Play, Names) {
    let playbook = Playbook::built_in();
    let play = playbook.play(&id.into()).unwrap();
    let mut names = Names::default();
    names.add_model(&playbook.model(&play.model).unwrap());
    ((*play).clone(), names)
}

/// The sentences about one change to the exemplar.
fn told(change: impl FnOnce(&mut Play)) -> Vec<String> {
    let (before, names) = shipped("exemplar");
    let mut after = before.clone();
    change(&mut after);
    changes_of_play(&before, &after, &names).into_iter().map(|change| change.sentence).collect()
}

/// A change to a play, and the sentence about it.
type Case = (fn(&mut Play), &'static str);

#[test]
fn differences_are_told_in_plain_words() {
    let cases: [Case; 9] = [
        (|play| play.ball.step_back = 7.0, "The ball steps back 7 yards instead of 5."),
        (
            |play| play.offense[0].channel = "skills".into(),
            "Service redesign team moves from Products & services to Skills & capabilities.",
        ),
        (
            |play| play.defense[0].strength = Strength { low: 4.0, likely: 5.0, high: 6.0 },
            "40-page statutory guidance is stronger: 5 (4 to 6) instead of 4 (3 to 5).",
        ),
        (
            |play| play.offense[0].assignment = Assignment::Confront("statutory-guidance".into()),
            "Service redesign team confronts 40-page statutory guidance instead of going round 40-page statutory \
             guidance.",
        ),
        (
            |play| play.defense[1].stance = Stance::Press,
            "Departmental silos come at us instead of standing firm.",
        ),
        (
            |play| play.assumptions[1].holds = false,
            "The assumption “We build one small team with some digital skills, and a few advocates in one department” \
             no longer holds.",
        ),
        (
            |play| play.assumptions[1].effects = vec![Effect::Reach("skills".into(), 0.8)],
            "The assumption “We build one small team with some digital skills, and a few advocates in one department” \
             has another effect: the ambition in Skills & capabilities counts × 0.8 instead of 0.7.",
        ),
        (
            |play| play.offense.rotate_left(1),
            "Service redesign team comes fifth in the list instead of first; the order changes no result.",
        ),
        (
            |play| play.offense[2].route = vec![Place::from((8.0, 0.0))],
            "Handful of advocates sets out for 8 yards beyond the front instead of 6.",
        ),
    ];
    for (change, sentence) in cases {
        assert_eq!(told(change), [sentence]);
    }
}

#[test]
fn a_new_id_is_no_new_player_and_what_refers_to_it_follows() {
    let told = told(|play| {
        let id = PlayerId::from("guidance");
        play.defense[0].id = id.clone();
        play.offense[0].assignment = Assignment::Bypass(id);
        play.beats[4].focus[0] = "guidance".to_owned();
    });
    assert_eq!(told, ["40-page statutory guidance has the id `guidance` instead of `statutory-guidance`."]);
}

#[test]
fn texts_that_differ_in_a_full_stop_read_differently() {
    let told = told(|play| play.summary = play.summary.trim_end_matches('.').to_owned());
    assert!(told[0].contains("team” instead of “One") && told[0].ends_with("team.”."), "{told:?}");
}

#[test]
fn calls_that_changed_places_have_moved() {
    let call = |play: &str, times| Call::Call { play: play.into(), times };
    let before = GamePlan {
        format: 1,
        title: "Plan".into(),
        summary: "A plan.".into(),
        model: "five-channels".into(),
        start: StartFronts::All(20.0),
        goal: 100.0,
        calls: vec![call("exemplar", 8), call("reset", 1), call("outreach", 1), call("apis", 1)],
        risks: Vec::new(),
        beats: Vec::new(),
    };
    let mut after = before.clone();
    after.calls = vec![call("exemplar", 4), call("apis", 2), call("reset", 1), call("outreach", 1)];
    after.start = StartFronts::Each([("services".into(), 30.0), ("skills".into(), 20.0)].into());
    let sentences: Vec<String> = changes_of_plan(&before, &after, &Names::default())
        .into_iter()
        .map(|change| change.sentence)
        .collect();
    assert_eq!(
        sentences,
        [
            "services starts at 30 yards instead of 20.",
            "exemplar is called 4 times instead of 8.",
            "Moves apis from call 4 to call 2.",
            "apis is called twice instead of once.",
        ]
    );
}
