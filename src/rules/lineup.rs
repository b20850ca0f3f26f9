//! A play set against its operating model: names resolved to places in lists, so that running it is arithmetic only.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{
    Assignment, Effect, OffensePlayer, OperatingModel, Play, PlayId, PlayerId, Stance, TacticId,
};

/// How far straight on a player runs that has no route of its own, in yards beyond the line.
pub const STRAIGHT_ON: f64 = 5.0;

/// A play ready to be run. Cheap to clone; lists of the outcome are in the play's and model's order.
///
/// A changed play or model needs a new lineup: the arithmetic reads what [`Lineup::new`] made of them.
#[derive(Clone, Debug)]
pub struct Lineup {
    /// The play's id.
    pub id: PlayId,
    /// The tactic it counts as.
    pub tactic: TacticId,
    /// The play.
    pub play: Arc<Play>,
    /// The operating model it is played on.
    pub model: Arc<OperatingModel>,
    /// The play without names.
    pub(super) chart: Arc<Chart>,
}

/// Which assumptions hold: the play's own, changed by what-if switches. In the order of the play's assumptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switches(pub Vec<bool>);

impl Switches {
    /// Every assumption as its file says.
    #[must_use]
    pub fn of(play: &Play) -> Self {
        Self(play.assumptions.iter().map(|assumption| assumption.holds).collect())
    }

    /// Whether the assumption at `index` holds; one that there is no switch for does not.
    #[must_use]
    pub fn holds(&self, index: usize) -> bool {
        self.0.get(index).copied().unwrap_or(false)
    }

    /// The same switches with the one at `index` the other way.
    #[must_use]
    pub fn flipped(&self, index: usize) -> Self {
        let mut switches = self.clone();
        if let Some(holds) = switches.0.get_mut(index) {
            *holds = !*holds;
        }
        switches
    }
}

impl Lineup {
    /// Sets `play` against `model`. References that the model or play does not have are left out of the arithmetic;
    /// a play read by [`crate::play_file`] has none.
    #[must_use]
    pub fn new(id: PlayId, play: Arc<Play>, model: Arc<OperatingModel>) -> Self {
        let tactic = play.tactic(&id);
        let chart = Arc::new(Chart::new(&play, &model));
        Self { id, tactic, play, model, chart }
    }
}

/// A play in places instead of names. Players are at their places in the play, channels at theirs in the model.
#[derive(Debug)]
pub(super) struct Chart {
    /// Rule 1: what stepping back teaches.
    pub(super) understanding: f64,
    /// Yards the ball steps back.
    pub(super) step_back: f64,
    /// The offense player that has the ball.
    pub(super) carrier: Option<usize>,
    /// The offense.
    pub(super) offense: Vec<Mover>,
    /// The defense.
    pub(super) defense: Vec<Force>,
    /// What the assumptions do.
    pub(super) effects: Vec<ChartEffect>,
    /// Rule 10: channels in which nobody attacks.
    pub(super) open_flanks: Vec<bool>,
}

/// What an offense player's effect counts for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Pushes a defender back.
    Confront(usize),
    /// Gets in behind a defender.
    Bypass(usize),
    /// Holds a defender off.
    Block(usize),
    /// Runs into open ground.
    Advance,
    /// Nothing: it stays, gives its strength away, or names nobody there is.
    Nothing,
}

impl Role {
    /// Whether it tries to gain ground.
    pub(super) const fn attacks(self) -> bool {
        matches!(self, Self::Confront(_) | Self::Bypass(_) | Self::Advance)
    }
}

/// An offense player without its names.
#[derive(Debug)]
pub(super) struct Mover {
    /// Its likely strength.
    pub(super) strength: f64,
    /// Its channel, if the model has it.
    pub(super) channel: Option<usize>,
    /// What its effect counts for.
    pub(super) role: Role,
    /// Who its own strength counts for: itself, or the end of its chain of support. None where that chain ends nowhere.
    pub(super) counts_for: Option<usize>,
    /// Rule 5: how far it sets out to go, in yards, at least 0.
    pub(super) reach: f64,
}

/// A defender without its names.
#[derive(Debug)]
pub(super) struct Force {
    /// Its likely strength.
    pub(super) strength: f64,
    /// Its channel, if the model has it.
    pub(super) channel: Option<usize>,
    /// Whether it comes at the carrier.
    pub(super) presses: bool,
    /// Those who push it back.
    pub(super) confronters: Vec<usize>,
    /// Those who get in behind it.
    pub(super) bypassers: Vec<usize>,
    /// Those who hold it off.
    pub(super) blockers: Vec<usize>,
}

impl Force {
    /// Whether somebody pushes it back.
    pub(super) const fn is_confronted(&self) -> bool {
        !self.confronters.is_empty()
    }

    /// Whether somebody gets in behind it.
    pub(super) const fn is_bypassed(&self) -> bool {
        !self.bypassers.is_empty()
    }

    /// Whether somebody pushes it back or gets in behind it.
    pub(super) const fn is_attacked(&self) -> bool {
        self.is_confronted() || self.is_bypassed()
    }
}

/// One effect of the assumption at a place in the play.
#[derive(Debug)]
pub(super) struct ChartEffect {
    /// The assumption's place.
    pub(super) assumption: usize,
    /// What it changes.
    pub(super) on: Target,
    /// A factor, or for a cap a yard.
    pub(super) value: f64,
}

/// What an effect changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// An offense player's strength.
    Mover(usize),
    /// A defender's strength.
    Force(usize),
    /// How far a channel's front may be carried.
    Cap(usize),
    /// A channel's reach.
    Reach(usize),
    /// A channel's drag.
    Drag(usize),
}

impl Chart {
    fn new(play: &Play, model: &OperatingModel) -> Self {
        let movers: HashMap<&PlayerId, usize> =
            play.offense.iter().enumerate().map(|(i, player)| (&player.id, i)).collect();
        let forces: HashMap<&PlayerId, usize> =
            play.defense.iter().enumerate().map(|(j, defender)| (&defender.id, j)).collect();

        let mut defense: Vec<Force> = play
            .defense
            .iter()
            .map(|defender| Force {
                strength: defender.strength.likely,
                channel: model.index_of(&defender.channel),
                presses: defender.stance == Stance::Press,
                confronters: Vec::new(),
                bypassers: Vec::new(),
                blockers: Vec::new(),
            })
            .collect();
        let offense: Vec<Mover> = (0..play.offense.len())
            .map(|i| {
                let player = &play.offense[i];
                let channel = model.index_of(&player.channel);
                let role = role(player, channel, &forces, &defense);
                Mover {
                    strength: player.strength.likely,
                    channel,
                    role,
                    counts_for: end_of_support(play, i, &movers),
                    reach: player.route.last().map_or(STRAIGHT_ON, |place| place.yards.max(0.0)),
                }
            })
            .collect();

        let mut open_flanks = vec![true; model.channels.len()];
        for (i, mover) in offense.iter().enumerate() {
            match mover.role {
                Role::Confront(j) => defense[j].confronters.push(i),
                Role::Bypass(j) => defense[j].bypassers.push(i),
                Role::Block(j) => defense[j].blockers.push(i),
                Role::Advance | Role::Nothing => {}
            }
            if let (true, Some(c)) = (mover.role.attacks(), mover.channel) {
                open_flanks[c] = false;
            }
        }

        let constants = &model.constants;
        let step_back = play.ball.step_back;
        Self {
            understanding: 1.0
                - (1.0 - constants.understanding_floor)
                    * libm::exp(-step_back / constants.understanding_yards),
            step_back,
            carrier: movers.get(&play.ball.carrier).copied(),
            effects: effects(play, model, &movers, &forces),
            offense,
            defense,
            open_flanks,
        }
    }
}

/// What `player`'s effect counts for in `channel`.
fn role(
    player: &OffensePlayer,
    channel: Option<usize>,
    forces: &HashMap<&PlayerId, usize>,
    defense: &[Force],
) -> Role {
    let beside = |id| forces.get(id).copied().filter(|j| channel.is_some() && defense[*j].channel == channel);
    let role = match &player.assignment {
        Assignment::Confront(id) => beside(id).map(Role::Confront),
        Assignment::Bypass(id) => beside(id).map(Role::Bypass),
        Assignment::Block(id) => beside(id).map(Role::Block),
        Assignment::Advance => channel.map(|_| Role::Advance),
        Assignment::Support(_) | Assignment::Hold => None,
    };
    role.unwrap_or(Role::Nothing)
}

/// Rule 3: where the chain of support from the player at `start` ends; nowhere in a ring or at a stranger.
fn end_of_support(play: &Play, start: usize, movers: &HashMap<&PlayerId, usize>) -> Option<usize> {
    let mut at = start;
    for _ in 0..play.offense.len() {
        match &play.offense[at].assignment {
            Assignment::Support(id) => at = movers.get(id).copied()?,
            _ => return Some(at),
        }
    }
    None
}

fn effects(
    play: &Play,
    model: &OperatingModel,
    movers: &HashMap<&PlayerId, usize>,
    forces: &HashMap<&PlayerId, usize>,
) -> Vec<ChartEffect> {
    let mut effects = Vec::new();
    for (assumption, entry) in play.assumptions.iter().enumerate() {
        for effect in &entry.effects {
            let (on, value) = match effect {
                Effect::Strengthen(id, factor) => {
                    let mover = movers.get(id).map(|i| Target::Mover(*i));
                    (mover.or_else(|| forces.get(id).map(|j| Target::Force(*j))), *factor)
                }
                Effect::Cap(channel, yards) => (model.index_of(channel).map(Target::Cap), *yards),
                Effect::Reach(channel, factor) => (model.index_of(channel).map(Target::Reach), *factor),
                Effect::Drag(channel, factor) => (model.index_of(channel).map(Target::Drag), *factor),
            };
            effects.extend(on.map(|on| ChartEffect { assumption, on, value }));
        }
    }
    effects
}
