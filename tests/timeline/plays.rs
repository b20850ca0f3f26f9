//! Plays to put on the clock: the exemplar, and any play at all.

use downfield::model::{
    Assignment, Ball, Channel, ChannelId, Constants, Defender, ModelId, OffensePlayer, OperatingModel, Place,
    Play, PlayerId, Stance, Strength,
};
use proptest::prelude::*;

pub(crate) fn model(channels: usize) -> OperatingModel {
    let channels = (0..channels)
        .map(|index| Channel {
            id: channel(index),
            name: format!("Channel {index}"),
            goal: "Done".into(),
            marks: Vec::new(),
            weight: 1.0 + index as f64,
        })
        .collect();
    OperatingModel { format: 1, title: "Test".into(), channels, constants: Constants::default() }
}

pub(crate) fn channel(index: usize) -> ChannelId {
    ChannelId::from(["services", "skills", "culture", "governance", "technology"][index])
}

pub(crate) fn id(side: &str, index: usize) -> PlayerId {
    PlayerId::from(format!("{side}-{index}").as_str())
}

fn offense(index: usize, lane: usize, assignment: Assignment, route: Vec<Place>) -> OffensePlayer {
    OffensePlayer {
        id: id("team", index),
        name: format!("Team {index}"),
        short: None,
        team: None,
        channel: channel(lane),
        at: Place { yards: -4.0, across: 0.3 },
        strength: Strength::exactly(5.0),
        assignment,
        route,
        note: None,
    }
}

fn defender(index: usize, lane: usize, stance: Stance) -> Defender {
    Defender {
        id: id("force", index),
        name: format!("Force {index}"),
        short: None,
        team: None,
        channel: channel(lane),
        at: Place { yards: 5.0, across: 0.4 },
        strength: Strength::exactly(4.0),
        stance,
        note: None,
    }
}

fn play(step_back: f64, offense: Vec<OffensePlayer>, defense: Vec<Defender>) -> Play {
    Play {
        format: 1,
        title: "Exemplar".into(),
        summary: "One service, redesigned end to end.".into(),
        source: None,
        tags: Vec::new(),
        model: ModelId::from("test"),
        tactic: None,
        ball: Ball { carrier: id("team", 0), step_back },
        offense,
        defense,
        assumptions: Vec::new(),
        beats: Vec::new(),
    }
}

/// Three head-to-heads that are got round, one that is confronted, and nobody in governance.
pub(crate) fn exemplar() -> Play {
    let route = |reach| vec![Place { yards: 0.0, across: -0.4 }, Place { yards: reach, across: -0.2 }];
    let support = OffensePlayer {
        at: Place { yards: -8.0, across: -0.45 },
        ..offense(4, 0, Assignment::Support(id("team", 0)), Vec::new())
    };
    play(
        5.0,
        vec![
            offense(0, 0, Assignment::Bypass(id("force", 0)), route(13.0)),
            offense(1, 1, Assignment::Confront(id("force", 1)), route(6.0)),
            offense(2, 2, Assignment::Bypass(id("force", 2)), route(10.0)),
            offense(3, 4, Assignment::Bypass(id("force", 4)), route(10.0)),
            support,
        ],
        (0..5).map(|lane| defender(lane, lane, Stance::Hold)).collect(),
    )
}

/// An assignment among `offense` and `defense` players; players support only those before them.
fn assignment(index: usize, defense: usize) -> BoxedStrategy<Assignment> {
    let mut any = vec![Just(Assignment::Advance).boxed(), Just(Assignment::Hold).boxed()];
    if defense > 0 {
        any.push((0..defense).prop_map(|d| Assignment::Confront(id("force", d))).boxed());
        any.push((0..defense).prop_map(|d| Assignment::Bypass(id("force", d))).boxed());
        any.push((0..defense).prop_map(|d| Assignment::Block(id("force", d))).boxed());
    }
    if index > 0 {
        any.push((0..index).prop_map(|other| Assignment::Support(id("team", other))).boxed());
    }
    proptest::strategy::Union::new(any).boxed()
}

fn place(low: f64, high: f64) -> impl Strategy<Value = Place> {
    (low..high, -1.0..=1.0).prop_map(|(yards, across)| Place { yards, across })
}

prop_compose! {
    pub(crate) fn a_play(channels: usize)(offense in 1..12usize, defense in 0..12usize)(
        step_back in 0.0..=20.0,
        team in (0..offense)
            .map(|index| (
                0..channels,
                place(-20.0, 10.0),
                proptest::collection::vec(place(-10.0, 60.0), 0..4),
                assignment(index, defense),
                0.1..10.0,
            ))
            .collect::<Vec<_>>(),
        forces in proptest::collection::vec((0..channels, place(-5.0, 20.0), any::<bool>(), 0.1..10.0), defense),
    ) -> Play {
        let team = team.into_iter().enumerate().map(|(index, (lane, at, route, assignment, strength))| {
            let strength = Strength::exactly(strength);
            OffensePlayer { at, strength, ..offense(index, lane, assignment, route) }
        });
        let forces = forces.into_iter().enumerate().map(|(index, (lane, at, press, strength))| {
            let stance = if press { Stance::Press } else { Stance::Hold };
            Defender { at, strength: Strength::exactly(strength), ..defender(index, lane, stance) }
        });
        play(step_back, team.collect(), forces.collect())
    }
}
