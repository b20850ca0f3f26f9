//! Plays, plans and models nobody thought of, from a number.

mod workshop;

use std::collections::BTreeMap;

use crate::model::{
    Assignment, Assumption, Ball, Beat, Call, Channel, Constants, Defender, Effect, GamePlan, Mark,
    OffensePlayer, OperatingModel, Phase, Place, PlanBeat, Play, PlayerId, Risk, Stance, StartFronts,
    Strength,
};

/// A small generator: the same number gives the same things.
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        if end == 0 { 0 } else { (self.0 >> 16) as usize % end }
    }

    /// Once in so many.
    pub(crate) fn chance(&mut self, of: usize) -> bool {
        self.below(of) == 0
    }

    pub(crate) fn pick<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    pub(crate) fn text(&mut self) -> String {
        let parts =
            ["a", "word", "\"", "\\", "é", "// no", "\n", "\t", "/*", " ", "教", ")", ",", "\u{2028}"];
        (0..self.below(5)).map(|_| self.pick(&parts)).collect()
    }

    pub(crate) fn maybe(&mut self) -> Option<String> {
        self.chance(2).then(|| self.text())
    }

    pub(crate) fn number(&mut self, low: f64, high: f64) -> f64 {
        let exact = low + (high - low) * self.below(1001) as f64 / 1000.0;
        if self.chance(2) { exact.round().clamp(low, high) } else { exact }
    }

    pub(crate) fn place(&mut self) -> Place {
        Place { yards: self.number(-30.0, 100.0), across: self.number(-1.0, 1.0) }
    }

    pub(crate) fn route(&mut self) -> Vec<Place> {
        (0..self.below(4)).map(|_| self.place()).collect()
    }

    pub(crate) fn strength(&mut self) -> Strength {
        let mut three = [0; 3].map(|_| self.number(0.5, 10.0));
        three.sort_by(f64::total_cmp);
        let [low, likely, high] = three;
        if self.chance(3) { Strength::exactly(likely) } else { Strength { low, likely, high } }
    }

    pub(crate) fn id(&mut self, taken: &[String]) -> String {
        loop {
            let id = format!("{}-{}", self.pick(&["team", "force", "x", "services"]), self.below(1000));
            if !taken.contains(&id) {
                return id;
            }
        }
    }

    pub(crate) fn channel(&mut self) -> String {
        self.pick(&["services", "skills", "culture"]).to_owned()
    }

    fn short(&mut self) -> Option<String> {
        self.chance(2).then(|| self.pick(&["AB", "Ü", "XYZ"]).to_owned())
    }

    pub(crate) fn assignment(&mut self, players: &[String]) -> Assignment {
        let player = PlayerId::from(players.get(self.below(players.len())).map_or("nobody", |id| id));
        match self.below(6) {
            0 => Assignment::Confront(player),
            1 => Assignment::Bypass(player),
            2 => Assignment::Block(player),
            3 => Assignment::Support(player),
            4 => Assignment::Advance,
            _ => Assignment::Hold,
        }
    }

    pub(crate) fn offense(&mut self, id: &str, players: &[String]) -> OffensePlayer {
        OffensePlayer {
            id: id.into(),
            name: self.text(),
            short: self.short(),
            team: self.maybe(),
            channel: self.channel().as_str().into(),
            at: self.place(),
            strength: self.strength(),
            assignment: self.assignment(players),
            route: self.route(),
            note: self.maybe(),
        }
    }

    pub(crate) fn defender(&mut self, id: &str) -> Defender {
        Defender {
            id: id.into(),
            name: self.text(),
            short: self.short(),
            team: self.maybe(),
            channel: self.channel().as_str().into(),
            at: self.place(),
            strength: self.strength(),
            stance: self.pick(&[Stance::Hold, Stance::Press]),
            note: self.maybe(),
        }
    }

    pub(crate) fn effect(&mut self, players: &[String]) -> Effect {
        let channel = self.channel().as_str().into();
        match self.below(4) {
            0 => {
                let player = players.get(self.below(players.len())).map_or("nobody", |id| id);
                Effect::Strengthen(player.into(), self.number(0.0, 10.0))
            }
            1 => Effect::Cap(channel, self.number(0.0, 100.0)),
            2 => Effect::Reach(channel, self.number(0.0, 10.0)),
            _ => Effect::Drag(channel, self.number(0.0, 10.0)),
        }
    }

    pub(crate) fn assumption(&mut self, id: &str, players: &[String]) -> Assumption {
        Assumption {
            id: id.into(),
            channel: self.chance(2).then(|| self.channel().as_str().into()),
            text: self.text(),
            effects: (0..self.below(3)).map(|_| self.effect(players)).collect(),
            holds: self.chance(2),
        }
    }

    pub(crate) fn beat(&mut self, ids: &[String]) -> Beat {
        let focus =
            (0..self.below(3)).map(|_| ids.get(self.below(ids.len())).map_or("skills", |id| id).to_owned());
        let focus = focus.collect();
        Beat { phase: self.pick(&Phase::ALL), caption: self.text(), notes: self.maybe(), focus }
    }

    pub(crate) fn play(&mut self) -> Play {
        let mut ids: Vec<String> = Vec::new();
        for _ in 0..self.below(9) {
            ids.push(self.id(&ids));
        }
        let (players, assumptions) = ids.split_at(ids.len() * 2 / 3);
        let (offense, defense) = players.split_at(players.len() / 2);
        Play {
            format: 1,
            title: self.text(),
            summary: self.text(),
            source: self.maybe(),
            tags: (0..self.below(3)).map(|_| self.text()).collect(),
            model: self.pick(&["five-channels", "ours"]).into(),
            tactic: self.chance(3).then(|| "a-tactic".into()),
            ball: Ball {
                carrier: offense.first().map_or("nobody", |id| id).into(),
                step_back: self.number(0.0, 20.0),
            },
            offense: offense.iter().map(|id| self.offense(id, players)).collect(),
            defense: defense.iter().map(|id| self.defender(id)).collect(),
            assumptions: assumptions.iter().map(|id| self.assumption(id, players)).collect(),
            beats: (0..self.below(4)).map(|_| self.beat(&ids)).collect(),
        }
    }

    pub(crate) fn call(&mut self) -> Call {
        if self.chance(3) {
            let channels = (0..self.below(3)).map(|_| self.channel().as_str().into()).collect();
            return Call::Event { name: self.text(), severity: self.number(0.0, 1.0), channels };
        }
        let times = self.pick(&[1, 1, 2, 100]);
        Call::Call { play: self.pick(&["exemplar", "ours"]).into(), times }
    }

    pub(crate) fn start(&mut self) -> StartFronts {
        if self.chance(2) {
            return StartFronts::All(self.number(0.0, 100.0));
        }
        let fronts: BTreeMap<_, _> =
            (0..self.below(4)).map(|_| (self.channel().as_str().into(), self.number(0.0, 100.0))).collect();
        StartFronts::Each(fronts)
    }

    pub(crate) fn risk(&mut self) -> Risk {
        Risk { name: self.text(), chance: self.number(0.0, 1.0), severity: self.number(0.0, 1.0) }
    }

    pub(crate) fn plan_beat(&mut self) -> PlanBeat {
        PlanBeat { down: 1 + self.below(50) as u32, caption: self.text(), notes: self.maybe() }
    }

    pub(crate) fn plan(&mut self) -> GamePlan {
        GamePlan {
            format: 1,
            title: self.text(),
            summary: self.text(),
            model: self.pick(&["five-channels", "ours"]).into(),
            start: self.start(),
            goal: self.pick(&[100.0, 60.5]),
            calls: (0..=self.below(4)).map(|_| self.call()).collect(),
            risks: (0..self.below(3)).map(|_| self.risk()).collect(),
            beats: (0..self.below(3)).map(|_| self.plan_beat()).collect(),
        }
    }

    pub(crate) fn model_channel(&mut self, id: &str) -> Channel {
        Channel {
            id: id.into(),
            name: self.text(),
            goal: self.text(),
            marks: (0..self.below(3))
                .map(|_| Mark { at: self.number(0.0, 100.0), text: self.text() })
                .collect(),
            weight: self.pick(&[1.0, 0.5, 2.0]),
        }
    }

    pub(crate) fn constants(&mut self) -> Constants {
        let mut constants = Constants::default();
        if self.chance(2) {
            constants.wear = self.number(0.0, 1.0);
        }
        if self.chance(3) {
            constants.cover = self.number(0.0, 100.0);
        }
        constants
    }

    pub(crate) fn model(&mut self) -> OperatingModel {
        let mut ids = Vec::new();
        for _ in 0..2 + self.below(4) {
            ids.push(self.id(&ids));
        }
        OperatingModel {
            format: 1,
            title: self.text(),
            channels: ids.iter().map(|id| self.model_channel(id)).collect(),
            constants: self.constants(),
        }
    }
}
