//! Small plays, built in code.

use std::sync::Arc;

use crate::model::{
    Assignment, Assumption, AssumptionId, Ball, Channel, ChannelId, Constants, Defender, Effect, ModelId,
    OffensePlayer, OperatingModel, Place, Play, PlayId, PlayerId, Stance, Strength,
};
use crate::rules::{Lineup, Outcome, State, Switches, resolve};

/// An operating model with channels called as given, and default constants.
pub(crate) fn model(channels: &[&str]) -> OperatingModel {
    let channels = channels
        .iter()
        .map(|id| Channel {
            id: ChannelId::from(*id),
            name: format!("Channel {id}"),
            goal: "Done".into(),
            marks: Vec::new(),
            weight: 1.0,
        })
        .collect();
    OperatingModel { format: 1, title: "Test".into(), channels, constants: Constants::default() }
}

/// A play without anyone, whose ball is with `carrier`.
pub(crate) fn play(carrier: &str, step_back: f64) -> Play {
    Play {
        format: 1,
        title: "Test".into(),
        summary: String::new(),
        source: None,
        tags: Vec::new(),
        model: ModelId::from("test"),
        tactic: None,
        ball: Ball { carrier: PlayerId::from(carrier), step_back },
        offense: Vec::new(),
        defense: Vec::new(),
        assumptions: Vec::new(),
        beats: Vec::new(),
    }
}

/// Adds to a play, one thing a call.
pub(crate) trait Build: Sized {
    /// An offense player that runs `reach` yards.
    fn offense(
        self,
        id: &str,
        channel: &str,
        strength: (f64, f64, f64),
        assignment: Assignment,
        reach: f64,
    ) -> Self;
    /// A defender that stands firm.
    fn defense(self, id: &str, channel: &str, strength: (f64, f64, f64)) -> Self;
    /// A defender that comes at the carrier.
    fn press(self, id: &str, channel: &str, strength: f64) -> Self;
    /// An assumption that holds.
    fn assume(self, id: &str, effects: &[Effect]) -> Self;
    /// The play against `model`.
    fn on(self, model: OperatingModel) -> Lineup;
}

impl Build for Play {
    fn offense(
        mut self,
        id: &str,
        channel: &str,
        strength: (f64, f64, f64),
        assignment: Assignment,
        reach: f64,
    ) -> Self {
        self.offense.push(OffensePlayer {
            id: PlayerId::from(id),
            name: spoken(id),
            short: None,
            team: None,
            channel: ChannelId::from(channel),
            at: Place { yards: -3.0, across: 0.0 },
            strength: judged(strength),
            assignment,
            route: vec![Place { yards: 1.0, across: 0.2 }, Place { yards: reach, across: 0.0 }],
            note: None,
        });
        self
    }

    fn defense(mut self, id: &str, channel: &str, strength: (f64, f64, f64)) -> Self {
        self.defense.push(Defender {
            id: PlayerId::from(id),
            name: spoken(id),
            short: None,
            team: None,
            channel: ChannelId::from(channel),
            at: Place { yards: 5.0, across: 0.0 },
            strength: judged(strength),
            stance: Stance::Hold,
            note: None,
        });
        self
    }

    fn press(self, id: &str, channel: &str, strength: f64) -> Self {
        let mut play = self.defense(id, channel, (strength, strength, strength));
        if let Some(defender) = play.defense.last_mut() {
            defender.stance = Stance::Press;
        }
        play
    }

    fn assume(mut self, id: &str, effects: &[Effect]) -> Self {
        self.assumptions.push(Assumption {
            id: AssumptionId::from(id),
            channel: None,
            text: format!("We accept {id}."),
            effects: effects.to_vec(),
            holds: true,
        });
        self
    }

    fn on(self, model: OperatingModel) -> Lineup {
        Lineup::new(PlayId::from("test"), Arc::new(self), Arc::new(model))
    }
}

fn judged((low, likely, high): (f64, f64, f64)) -> Strength {
    Strength { low, likely, high }
}

/// "user-research" as "User research".
fn spoken(id: &str) -> String {
    let words = id.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

pub(crate) fn confront(id: &str) -> Assignment {
    Assignment::Confront(PlayerId::from(id))
}

pub(crate) fn bypass(id: &str) -> Assignment {
    Assignment::Bypass(PlayerId::from(id))
}

pub(crate) fn block(id: &str) -> Assignment {
    Assignment::Block(PlayerId::from(id))
}

pub(crate) fn support(id: &str) -> Assignment {
    Assignment::Support(PlayerId::from(id))
}

pub(crate) fn strengthen(id: &str, factor: f64) -> Effect {
    Effect::Strengthen(PlayerId::from(id), factor)
}

pub(crate) fn cap(channel: &str, yards: f64) -> Effect {
    Effect::Cap(ChannelId::from(channel), yards)
}

pub(crate) fn reach(channel: &str, factor: f64) -> Effect {
    Effect::Reach(ChannelId::from(channel), factor)
}

pub(crate) fn drag(channel: &str, factor: f64) -> Effect {
    Effect::Drag(ChannelId::from(channel), factor)
}

/// Runs it with every assumption as it stands.
pub(crate) fn run(lineup: &Lineup, state: &State) -> Outcome {
    resolve(lineup, state, &Switches::of(&lineup.play))
}

/// The five channels of the default model, under their names.
pub(crate) fn five_channels() -> OperatingModel {
    let mut five = model(&["services", "skills", "culture", "governance", "technology"]);
    let names = [
        "Products & services",
        "Skills & capabilities",
        "Culture & mindset",
        "Governance & funding",
        "Technology & data",
    ];
    for (channel, name) in five.channels.iter_mut().zip(names) {
        channel.name = name.into();
    }
    five
}

/// The exemplar with the cast of the shipped play.
pub(crate) fn exemplar() -> Lineup {
    let mut play = play("service-team", 5.0)
        .offense("service-team", "services", (3.0, 5.0, 6.0), bypass("statutory-guidance"), 13.0)
        .offense("user-research", "services", (1.0, 1.0, 2.0), support("service-team"), -5.0)
        .offense("advocates", "skills", (1.0, 2.0, 4.0), Assignment::Advance, 6.0)
        .offense("empowered-team", "culture", (2.0, 4.0, 5.0), bypass("temporary-structures"), 9.0)
        .offense("cloud-hosting", "technology", (3.0, 4.0, 6.0), bypass("legacy-technology"), 10.0)
        .defense("statutory-guidance", "services", (3.0, 4.0, 5.0))
        .defense("department-silo", "skills", (3.0, 4.0, 5.0))
        .defense("temporary-structures", "culture", (3.0, 4.0, 5.0))
        .defense("waterfall-procurement", "governance", (4.0, 5.0, 7.0))
        .defense("legacy-technology", "technology", (4.0, 5.0, 7.0))
        .assume("starting-point", &[reach("services", 0.7), cap("services", 50.0)])
        .assume("small-team", &[reach("skills", 0.7)])
        .assume("temporary", &[reach("culture", 0.8), drag("culture", 1.5)])
        .assume("waterfall", &[reach("services", 0.9), drag("services", 1.3), drag("technology", 1.3)])
        .assume("cloud-on-legacy", &[strengthen("legacy-technology", 1.2), cap("technology", 45.0)]);
    play.title = "Exemplar".into();
    play.offense[0].name = "Service redesign team".into();
    play.defense[0].name = "40-page guidance".into();
    play.on(five_channels())
}
