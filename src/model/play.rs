//! A play: one tactic, who takes part, and what it rests on.

use serde::{Deserialize, Serialize};

use super::{AssumptionId, ChannelId, Defender, ModelId, OffensePlayer, Place, PlayId, PlayerId, TacticId};

/// A tactic that can be run on the field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Play {
    /// The version of the file format.
    pub format: u32,
    /// What it is called on screen.
    pub title: String,
    /// What it is, in a sentence.
    pub summary: String,
    /// Where the idea is from.
    #[serde(default)]
    pub source: Option<String>,
    /// Words to find it by.
    #[serde(default)]
    pub tags: Vec<String>,
    /// The operating model it is played on.
    #[serde(default = "five_channels")]
    pub model: ModelId,
    /// What counts as the same tactic; the file's stem where missing.
    #[serde(default)]
    pub tactic: Option<TacticId>,
    /// Who carries the ball, and how far it steps back.
    pub ball: Ball,
    /// Those moving us forward; empty is allowed only in so far as the carrier must be among them.
    #[serde(default)]
    pub offense: Vec<OffensePlayer>,
    /// What holds us back.
    #[serde(default)]
    pub defense: Vec<Defender>,
    /// The conditions it rests on.
    #[serde(default)]
    pub assumptions: Vec<Assumption>,
    /// The presenter's steps.
    #[serde(default)]
    pub beats: Vec<Beat>,
}

impl Play {
    /// Everybody on the field: those moving us forward, then what holds us back, in the file's order.
    pub fn everyone(&self) -> impl Iterator<Item = Member<'_>> {
        let offense = self.offense.iter().map(|player| Member {
            id: &player.id,
            name: &player.name,
            channel: &player.channel,
            at: player.at,
        });
        let defense = self.defense.iter().map(|defender| Member {
            id: &defender.id,
            name: &defender.name,
            channel: &defender.channel,
            at: defender.at,
        });
        offense.chain(defense)
    }

    /// The one of that id, on whichever side.
    #[must_use]
    pub fn member(&self, id: &PlayerId) -> Option<Member<'_>> {
        self.everyone().find(|member| member.id == id)
    }

    /// The tactic this play counts as, when its file's stem is `id`.
    #[must_use]
    pub fn tactic(&self, id: &PlayId) -> TacticId {
        self.tactic.clone().unwrap_or_else(|| TacticId::from(id.as_str()))
    }
}

/// What a player of either side has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member<'a> {
    /// Unique in the play.
    pub id: &'a PlayerId,
    /// What it is called on screen.
    pub name: &'a str,
    /// Where it plays.
    pub channel: &'a ChannelId,
    /// Where it lines up.
    pub at: Place,
}

/// The ball always moves backwards first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ball {
    /// The offense player that has it.
    pub carrier: PlayerId,
    /// Yards spent understanding user needs, 0 to 20.
    pub step_back: f64,
}

/// A condition the play rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// Unique in the play.
    pub id: AssumptionId,
    /// The channel it is about.
    #[serde(default)]
    pub channel: Option<ChannelId>,
    /// The condition, in a sentence.
    pub text: String,
    /// What follows while it holds.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// Whether it holds unless the what-if switch says otherwise.
    #[serde(default = "yes")]
    pub holds: bool,
}

/// What an assumption does to the result while it holds. Factors are 0 to 10.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Effect {
    /// Multiplies a player's strength.
    Strengthen(PlayerId, f64),
    /// A gain cannot carry the channel's front past this yard.
    Cap(ChannelId, f64),
    /// Multiplies the channel's reach.
    Reach(ChannelId, f64),
    /// Multiplies the channel's drag when it is out on its own.
    Drag(ChannelId, f64),
}

/// A presenter's step.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beat {
    /// When it is shown.
    pub phase: Phase,
    /// What the room reads.
    pub caption: String,
    /// What only the presenter reads.
    #[serde(default)]
    pub notes: Option<String>,
    /// Ids of players, channels or assumptions to look at.
    #[serde(default)]
    pub focus: Vec<String>,
}

/// A part of a play's running.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Phase {
    /// Everyone takes their place.
    LineUp,
    /// The ball moves back first.
    StepBack,
    /// Head to head.
    Battles,
    /// Fronts push forward.
    Advance,
    /// What is out on its own is pulled back.
    DragBack,
    /// What it came to.
    ReadOut,
}

impl Phase {
    /// Every phase, in the order they are run.
    pub const ALL: [Self; 6] =
        [Self::LineUp, Self::StepBack, Self::Battles, Self::Advance, Self::DragBack, Self::ReadOut];

    /// What it is called on screen, in plain words.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::LineUp => "Line up",
            Self::StepBack => "Step back",
            Self::Battles => "Head to head",
            Self::Advance => "Advance",
            Self::DragBack => "Drag back",
            Self::ReadOut => "Read-out",
        }
    }
}

fn five_channels() -> ModelId {
    ModelId::from("five-channels")
}

const fn yes() -> bool {
    true
}
