//! Moving players, their routes, the ball and what they set out to do, with every sentence, on the shipped plays.

use super::super::{Arrange, Step};
use super::{assignment, at, five_channels, ids, made, on, play, text};
use crate::model::{Assignment, ChannelId, Place, PlayerId};

fn moved(id: &str, channel: &str, to: Place) -> (PlayerId, ChannelId, Place) {
    (id.into(), channel.into(), to)
}

#[test]
fn an_attacker_that_changes_channel_takes_on_the_nearest_defender_there() {
    let (after, step) =
        on("exemplar", |arrange| arrange.place(&[moved("service-team", "skills", at(-4.04, 0.3))]));
    assert_eq!(step.name, "Move Service redesign team");
    assert_eq!(
        step.follows,
        [
            "Service redesign team now gets in behind Departmental silos instead of getting behind 40-page statutory guidance"
        ]
    );
    assert_eq!(assignment(&after, "service-team"), Assignment::Bypass("department-silo".into()));
    assert_eq!(after.offense[0].at, at(-4.0, 0.3));
    // Support has no channel: user research still adds to the team.
    assert_eq!(assignment(&after, "user-research"), Assignment::Support("service-team".into()));
}

#[test]
fn the_attackers_of_a_defender_that_moves_away_advance_where_nobody_else_stands() {
    let (after, step) =
        on("exemplar", |arrange| arrange.place(&[moved("legacy-technology", "governance", at(4.5, 0.4))]));
    assert_eq!(
        step.follows,
        ["Cloud hosting now runs into open ground instead of getting behind Legacy technology"]
    );
    assert_eq!(assignment(&after, "cloud-hosting"), Assignment::Advance);
}

#[test]
fn a_defender_and_its_attackers_moved_together_keep_each_other() {
    let (after, step) = on("exemplar", |arrange| {
        arrange.place(&[
            moved("legacy-technology", "governance", at(4.5, 0.4)),
            moved("cloud-hosting", "governance", at(-4.0, 0.3)),
        ])
    });
    assert_eq!(step.name, "Move Cloud hosting and Legacy technology");
    assert_eq!(step.follows, [""; 0]);
    assert_eq!(assignment(&after, "cloud-hosting"), Assignment::Bypass("legacy-technology".into()));
}

#[test]
fn who_held_somebody_off_stays_put_unless_it_carries_the_ball() {
    let away = [
        moved("live-incidents", "governance", at(5.0, 0.0)),
        moved("legacy-technology", "skills", at(5.0, 0.0)),
    ];
    let (after, step) = on("devops-programme", |arrange| arrange.place(&away));
    assert_eq!(assignment(&after, "on-call-rota"), Assignment::Hold);
    assert!(
        step.follows.contains(
            &"On-call rota now stays where it is instead of holding off Live incidents for others".to_owned()
        ),
        "{:?}",
        step.follows
    );

    let text = text("devops-programme");
    let model = five_channels();
    let with_ball = made(&text, &Arrange::new(&play(&text), &model).carrier(&"on-call-rota".into()));
    let step = Arrange::new(&play(&with_ball), &model).place(&away);
    assert_eq!(assignment(&play(&made(&with_ball, &step)), "on-call-rota"), Assignment::Advance);
}

#[test]
fn whom_the_carrier_adds_to_goes_on_when_it_loses_its_opponent() {
    let (text, model) = (text("devops-programme"), five_channels());
    let mut now = text;
    let steps: [fn(&Arrange<'_>) -> Step; 3] = [
        |arrange| arrange.carrier(&"delivery-pipeline".into()),
        |arrange| arrange.assign(&arrange.play.offense[0].id, Assignment::Support("on-call-rota".into())),
        |arrange| {
            let away = |id: &str| moved(id, "services", at(9.0, -0.9));
            arrange.place(&[away("live-incidents"), away("legacy-technology")])
        },
    ];
    for step in steps {
        now = made(&now, &step(&Arrange::new(&play(&now), &model)));
    }
    let after = play(&now);
    assert_eq!(after.ball.carrier, after.offense[0].id);
    assert_eq!(assignment(&after, "on-call-rota"), Assignment::Advance);
    assert_eq!(after.offense[0].assignment, Assignment::Support("on-call-rota".into()));
}

#[test]
fn places_stay_in_the_field_and_strange_ones_are_passed_over() {
    let (after, step) = on("exemplar", |arrange| {
        arrange.place(&[
            moved("service-team", "services", at(-99.0, 7.0)),
            moved("advocates", "nowhere", at(f64::NAN, -0.456)),
            moved("nobody", "services", at(0.0, 0.0)),
        ])
    });
    assert_eq!(step.name, "Move Service redesign team and Handful of advocates");
    assert_eq!(after.offense[0].at, at(-30.0, 1.0));
    assert_eq!(after.offense[2].at, at(-4.0, -0.46));
    assert_eq!(after.offense[2].channel.as_str(), "skills");
}

#[test]
fn a_group_is_nudged_as_one_and_stops_at_the_edge() {
    let (after, step) =
        on("exemplar", |arrange| arrange.nudge(&ids(&["service-team", "user-research"]), 0.0, 5.0));
    assert_eq!(step.name, "Nudge Service redesign team and User research");
    assert_eq!((after.offense[0].at, after.offense[1].at), (at(-4.0, 1.0), at(-8.0, 0.25)));
    let (_, nothing) = on("exemplar", |arrange| arrange.nudge(&ids(&["service-team"]), f64::NAN, 0.0));
    assert_eq!(nothing.changes, []);
}

#[test]
fn mirrored_players_run_mirrored_routes() {
    let (after, step) =
        on("exemplar", |arrange| arrange.mirror(&ids(&["service-team", "statutory-guidance"])));
    assert_eq!(after.offense[0].at, at(-4.0, -0.3));
    assert_eq!(after.offense[0].route, [at(0.0, 0.4), at(7.0, 0.6), at(13.0, 0.1)]);
    assert_eq!(after.defense[0].at, at(5.5, -0.4));
    assert_eq!(step.follows, [""; 0]);
}

#[test]
fn mirrored_channels_are_counted_from_the_other_end() {
    let (after, step) = on("exemplar", |arrange| {
        arrange.mirror_channels(&ids(&[
            "service-team",
            "statutory-guidance",
            "department-silo",
            "empowered-team",
        ]))
    });
    assert_eq!(step.name, "Send 4 players to the opposite channel");
    assert_eq!(after.offense[0].channel.as_str(), "technology");
    assert_eq!(after.defense[1].channel.as_str(), "governance");
    assert_eq!(after.offense[3].channel.as_str(), "culture");
    assert_eq!(assignment(&after, "service-team"), Assignment::Bypass("statutory-guidance".into()));
}

#[test]
fn routes_are_drawn_bent_and_straightened() {
    let id = PlayerId::from("service-team");
    let route = |step: &dyn Fn(&Arrange<'_>) -> Step| {
        on("exemplar", |arrange| step(arrange)).0.offense[0].route.clone()
    };
    let old = [at(0.0, -0.4), at(7.0, -0.6), at(13.0, -0.1)];
    assert_eq!(route(&|a| a.bend(&id, 1, at(8.04, 3.0))), [old[0], at(8.0, 1.0), old[2]]);
    assert_eq!(route(&|a| a.bend(&id, 3, at(8.0, 0.0))), old);
    assert_eq!(route(&|a| a.add_point(&id, 1, at(3.0, 0.0))), [old[0], at(3.0, 0.0), old[1], old[2]]);
    assert_eq!(route(&|a| a.add_point(&id, 99, at(20.0, 0.0))), [old[0], old[1], old[2], at(20.0, 0.0)]);
    assert_eq!(route(&|a| a.drop_point(&id, 0)), [old[1], old[2]]);
    assert_eq!(route(&|a| a.drop_point(&id, 3)), old);
    assert_eq!(route(&|a| a.straighten(&id)), []);
    assert_eq!(route(&|a| a.route(&id, vec![at(200.0, 0.123)])), [at(100.0, 0.12)]);
}

#[test]
fn a_player_without_a_route_is_bent_from_the_straight_one() {
    let (text, model) = (text("exemplar"), five_channels());
    let id = PlayerId::from("service-team");
    let straight = made(&text, &Arrange::new(&play(&text), &model).straighten(&id));
    assert!(!straight.contains("route: []"));
    let before = play(&straight);
    let arrange = Arrange::new(&before, &model);
    let route = |step: Step| play(&made(&straight, &step)).offense[0].route.clone();
    assert_eq!(route(arrange.bend(&id, 0, at(9.0, 0.0))), [at(9.0, 0.0)]);
    assert_eq!(route(arrange.add_point(&id, 0, at(2.0, -0.5))), [at(2.0, -0.5), at(5.0, 0.3)]);
    assert_eq!(arrange.drop_point(&id, 0).changes, []);
    assert_eq!(arrange.straighten(&id).changes, []);
}

#[test]
fn the_ball_steps_back_within_its_range() {
    let back = |yards: f64| on("exemplar", |arrange| arrange.step_back(yards)).0.ball.step_back;
    assert_eq!([7.26, -3.0, 99.0, f64::NAN].map(back), [7.3, 0.0, 20.0, 5.0]);
}

#[test]
fn only_who_moves_us_forward_carries_the_ball_and_then_takes_part() {
    let (after, step) = on("exemplar", |arrange| arrange.carrier(&"advocates".into()));
    assert_eq!((after.ball.carrier.as_str(), step.follows.len()), ("advocates", 0));
    let (_, step) = on("exemplar", |arrange| arrange.carrier(&"legacy-technology".into()));
    assert_eq!(step.changes, []);
    assert_eq!(step.follows, ["Legacy technology cannot carry the ball: only those moving us forward can"]);

    let (text, model) = (text("exemplar"), five_channels());
    let idle = made(&text, &Arrange::new(&play(&text), &model).assign(&"advocates".into(), Assignment::Hold));
    let step = Arrange::new(&play(&idle), &model).carrier(&"advocates".into());
    assert_eq!(step.name, "Give the ball to Handful of advocates");
    assert_eq!(step.follows, ["Handful of advocates now runs into open ground instead of staying put"]);
    assert_eq!(assignment(&play(&made(&idle, &step)), "advocates"), Assignment::Advance);
}

#[test]
fn what_a_player_could_do_is_listed_in_plain_words() {
    let (text, model) = (text("devops-programme"), five_channels());
    let before = play(&text);
    let arrange = Arrange::new(&before, &model);
    let labels: Vec<String> = arrange
        .valid_assignments(&"on-call-rota".into())
        .iter()
        .map(|assignment| arrange.assignment_label(assignment))
        .collect();
    assert_eq!(
        labels,
        [
            "Push back Live incidents",
            "Push back Legacy technology",
            "Get in behind Live incidents",
            "Get in behind Legacy technology",
            "Hold off Live incidents for others",
            "Hold off Legacy technology for others",
            "Add to Delivery pipeline",
            "Add to You build it, you run it",
            "Add to Platform engineers",
            "Add to Smaller changes",
            "Run into open ground",
            "Stay where it is",
        ]
    );
    assert_eq!(arrange.valid_assignments(&"live-incidents".into()), []);
}

#[test]
fn what_would_be_an_error_is_not_assigned_and_says_why() {
    let refused = |id: &str, assignment: Assignment| {
        let (_, step) = on("exemplar", |arrange| arrange.assign(&id.into(), assignment));
        assert_eq!(step.changes, []);
        step.follows.join("")
    };
    assert_eq!(
        refused("service-team", Assignment::Support("user-research".into())),
        "Service redesign team cannot add to User research, which adds to Service redesign team"
    );
    assert_eq!(
        refused("service-team", Assignment::Hold),
        "Whoever carries the ball must take part: give the ball to another player first"
    );
    assert_eq!(
        refused("advocates", Assignment::Confront("legacy-technology".into())),
        "Legacy technology does not stand in the channel of Handful of advocates"
    );
    assert_eq!(
        refused("legacy-technology", Assignment::Advance),
        "Legacy technology is not one of those moving us forward, and takes no assignment"
    );
    assert_eq!(
        refused("advocates", Assignment::Support("legacy-technology".into())),
        "Legacy technology is no team-mate of Handful of advocates"
    );
    let (after, step) = on("exemplar", |arrange| {
        arrange.assign(&"advocates".into(), Assignment::Bypass("department-silo".into()))
    });
    assert_eq!(step.name, "Handful of advocates: Get in behind Departmental silos");
    assert_eq!(
        (assignment(&after, "advocates"), step.follows.len()),
        (Assignment::Bypass("department-silo".into()), 0)
    );
}
