//! What comes and goes, and what it is called, on the shipped plays.

use super::super::{Arrange, Handle, Size, pull, reorder, within_bounds};
use super::{assignment, at, five_channels, ids, made, on, play, text};
use crate::model::{Assignment, AssumptionId, ChannelId, Effect, Phase, PlayerId, Strength};
use crate::play_file::edit::Named;
use crate::play_file::tree::NodePath;

#[test]
fn what_referred_to_those_removed_is_put_right() {
    let (after, step) = on("exemplar", |arrange| arrange.remove(&ids(&["service-team"])).unwrap());
    assert_eq!(step.name, "Remove Service redesign team");
    assert_eq!(after.ball.carrier.as_str(), "advocates");
    assert_eq!(assignment(&after, "user-research"), Assignment::Hold);
    assert!(after.beats.iter().all(|beat| !beat.focus.contains(&"service-team".to_owned())));
    assert!(step.follows.contains(&"Handful of advocates now has the ball".to_owned()), "{:?}", step.follows);
    assert!(
        step.follows.contains(
            &"User research now stays where it is instead of adding to Service redesign team".to_owned()
        ),
        "{:?}",
        step.follows
    );
    assert!(step.follows.iter().any(|line| line.contains("longer look")), "{:?}", step.follows);
}

#[test]
fn an_assumption_stays_when_the_player_it_strengthens_goes() {
    let (after, step) = on("api-strategy", |arrange| arrange.remove(&ids(&["data-owners"])).unwrap());
    let assumption = &after.assumptions[0];
    assert_eq!((assumption.id.as_str(), assumption.effects.len()), ("publish-first", 0));
    assert_eq!(
        step.follows,
        [
            "\"We publish data as an API before we build on it, so its owners are involved early\" no longer changes \
             the strength of Data owners",
            "One beat no longer looks at Data owners",
        ]
    );
    assert!(
        !after
            .assumptions
            .iter()
            .flat_map(|it| &it.effects)
            .any(|effect| matches!(effect, Effect::Strengthen(..)))
    );
}

#[test]
fn who_added_to_one_that_goes_adds_to_whom_that_one_added_to() {
    let (text, model) = (text("exemplar"), five_channels());
    let chained = made(
        &text,
        &Arrange::new(&play(&text), &model)
            .assign(&"advocates".into(), Assignment::Support("user-research".into())),
    );
    let before = play(&chained);
    let step = Arrange::new(&before, &model).remove(&ids(&["user-research"])).unwrap();
    assert_eq!(
        assignment(&play(&made(&chained, &step)), "advocates"),
        Assignment::Support("service-team".into())
    );
    assert_eq!(
        step.follows.last().unwrap(),
        "Handful of advocates now adds to Service redesign team instead of adding to User research"
    );
}

#[test]
fn the_last_who_could_carry_the_ball_stays() {
    let (text, model) = (text("exemplar"), five_channels());
    let before = play(&text);
    let arrange = Arrange::new(&before, &model);
    let all: Vec<PlayerId> = before.offense.iter().map(|player| player.id.clone()).collect();
    assert_eq!(
        arrange.remove(&all).unwrap_err(),
        "Somebody must carry the ball: add another player before you remove 5 players"
    );
    let defense: Vec<PlayerId> = before.defense.iter().map(|defender| defender.id.clone()).collect();
    let step = arrange.remove(&defense).unwrap();
    let after = play(&made(&text, &step));
    assert_eq!(after.defense, []);
    assert_eq!(assignment(&after, "service-team"), Assignment::Advance);
    assert_eq!(arrange.remove(&ids(&["nobody"])).unwrap().changes, []);
}

#[test]
fn an_assumption_goes_out_of_focus_when_it_goes() {
    let (after, step) =
        on("api-strategy", |arrange| arrange.remove_assumption(&AssumptionId::from("few-users")));
    assert_eq!(after.assumptions.len(), 3);
    assert_eq!(step.follows, ["One beat no longer looks at it"]);
    assert_eq!(after.beats[4].focus, ["culture"]);
}

#[test]
fn newcomers_find_a_free_place_and_an_unopposed_defender() {
    let (after, step) = on("exemplar", |arrange| {
        arrange.add_defender(" Sign-off by five boards ", &"culture".into(), Size::Large.strength())
    });
    let new = after.defense.last().unwrap();
    assert_eq!(step.name, "Add Sign-off by five boards");
    assert_eq!((new.id.as_str(), new.name.as_str()), ("sign-off-by-five-boards", "Sign-off by five boards"));
    assert_eq!((new.channel.as_str(), new.at), ("culture", at(5.0, 0.0)));

    let (after, _) = on("exemplar", |arrange| {
        arrange.add_player("Coaches", &"governance".into(), Size::Small.strength(), None)
    });
    let new = after.offense.last().unwrap();
    assert_eq!(new.assignment, Assignment::Confront("waterfall-procurement".into()));
    assert_eq!((new.id.as_str(), new.at), ("coaches", at(-3.0, 0.0)));

    // Somebody confronts it already.
    let (after, _) = on("api-strategy", |arrange| {
        arrange.add_player("Coaches", &"skills".into(), Size::Small.strength(), None)
    });
    assert_eq!(after.offense.last().unwrap().assignment, Assignment::Advance);
    // What it cannot do it does with the nearest that will do.
    let (after, step) = on("exemplar", |arrange| {
        let wish = Assignment::Block("legacy-technology".into());
        arrange.add_player("Coaches", &"culture".into(), Size::Small.strength(), Some(wish))
    });
    assert_eq!(after.offense.last().unwrap().assignment, Assignment::Block("temporary-structures".into()));
    assert_eq!(
        step.follows,
        [
            "Coaches now hold off Temporary structures for others instead of holding off Legacy technology for others"
        ]
    );
}

#[test]
fn assumptions_and_beats_come_where_they_belong() {
    let (after, _) = on("exemplar", |arrange| {
        arrange.add_assumption("Our suppliers let us look inside, always.", Some(&"technology".into()))
    });
    let new = after.assumptions.last().unwrap();
    assert_eq!(
        (new.id.as_str(), new.channel.as_ref().map(ChannelId::as_str)),
        ("our-suppliers-let-us", Some("technology"))
    );
    let (after, step) = on("exemplar", |arrange| arrange.add_beat(Phase::StepBack, "Who did we ask?"));
    assert_eq!(step.name, "Add a beat to \"Step back\"");
    let phases: Vec<Phase> = after.beats.iter().map(|beat| beat.phase).collect();
    assert!(phases.is_sorted(), "{phases:?}");
    let new = after.beats.iter().position(|beat| beat.caption == "Who did we ask?").unwrap();
    assert!(new > 0 && after.beats[new + 1].phase > Phase::StepBack);
}

#[test]
fn ids_are_made_of_names() {
    let (text, model) = (text("exemplar"), five_channels());
    let before = play(&text);
    let arrange = Arrange::new(&before, &model);
    for (name, id) in [
        ("Crème brûlée & Co.", "creme-brulee-co"),
        ("Legacy technology", "legacy-technology-2"),
        ("Services", "services-2"),
        ("教育", "player"),
        ("", "player"),
        (
            "The very long name of something that stands in everybody's way",
            "the-very-long-name-of-something-that",
        ),
    ] {
        assert_eq!(arrange.fresh_id(name), id, "{name}");
    }
}

#[test]
fn strengths_come_in_sizes_and_are_dragged() {
    let strength = |low, likely, high| Strength { low, likely, high };
    assert_eq!(Size::ALL.map(|size| Size::of(&size.strength())), Size::ALL.map(Some));
    assert_eq!(Size::Small.strength(), strength(1.0, 3.0, 5.0));
    assert_eq!(Size::of(&strength(3.0, 5.0, 6.0)), None);
    let medium = Size::Medium.strength();
    assert_eq!(pull(medium, Handle::Low, 6.04), strength(6.0, 6.0, 7.0));
    assert_eq!(pull(medium, Handle::Likely, 2.0), strength(2.0, 2.0, 7.0));
    assert_eq!(pull(medium, Handle::High, -4.0), strength(0.1, 0.1, 0.1));
    assert_eq!(pull(medium, Handle::High, f64::NAN), medium);
    assert_eq!(within_bounds(strength(7.0, 5.0, 99.0)), strength(5.0, 5.0, 10.0));
    assert_eq!(within_bounds(strength(0.0, 0.05, f64::NAN)), strength(0.05, 0.05, 0.05));
    let (after, step) =
        on("exemplar", |arrange| arrange.set_strength(&"legacy-technology".into(), strength(9.0, 4.0, 0.0)));
    assert_eq!(step.name, "Change the strength of Legacy technology");
    assert_eq!(after.defense.last().unwrap().strength, strength(4.0, 4.0, 4.0));
}

#[test]
fn names_change_alone_and_ids_wherever_they_are_used() {
    let (after, step) =
        on("exemplar", |arrange| arrange.rename_player(&"legacy-technology".into(), " The old stack "));
    assert_eq!(step.name, "Rename Legacy technology to The old stack");
    let last = after.defense.last().unwrap();
    assert_eq!((last.name.as_str(), last.id.as_str()), ("The old stack", "legacy-technology"));
    let (_, step) = on("exemplar", |arrange| arrange.rename_player(&"legacy-technology".into(), "  "));
    assert_eq!((step.changes, step.follows), (vec![], vec!["Legacy technology needs a name".to_owned()]));

    let (after, _) =
        on("exemplar", |arrange| arrange.rename_id(Named::Player, "legacy-technology", "old-stack").unwrap());
    assert_eq!(assignment(&after, "cloud-hosting"), Assignment::Bypass("old-stack".into()));

    let (text, model) = (text("exemplar"), five_channels());
    let before = play(&text);
    let refused =
        |from: &str, to: &str| Arrange::new(&before, &model).rename_id(Named::Player, from, to).unwrap_err();
    assert_eq!(
        refused("advocates", "Legal Team"),
        "\"Legal Team\" cannot be an id: use lower-case letters and digits, words joined by single hyphens; \
         \"legal-team\" would do"
    );
    assert_eq!(
        refused("advocates", "cloud-hosting"),
        "\"cloud-hosting\" is the id of something else here; \"cloud-hosting-2\" is free"
    );
    assert_eq!(refused("nobody", "x"), "No player here is called \"nobody\"");
}

#[test]
fn elements_of_any_list_can_be_moved() {
    let (after, _) = on("exemplar", |_| reorder(NodePath::root().field("beats"), 0, 2, "Move a beat"));
    let (before, _) = on("exemplar", |_| reorder(NodePath::root().field("beats"), 1, 1, "Move a beat"));
    assert_eq!(after.beats[2], before.beats[0]);
}
