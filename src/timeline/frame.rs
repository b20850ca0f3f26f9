//! Everything's place and state at one moment: the only thing that is ever drawn.

use std::sync::Arc;

use crate::model::{Assignment, Channel, OperatingModel, Phase, Place, PlayerId, Side, Subject};
use crate::rules::BattleKind;

/// The field at one moment. Yards from today (0) to the goal (100); places across a lane from −1 (top) to 1 (bottom).
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// The moment, in seconds from the start.
    pub time_secs: f64,
    /// The part of the play it lies in.
    pub phase: Phase,
    /// How far through that part, 0 to 1.
    pub phase_progress: f64,
    /// What the play is called.
    pub title: String,
    /// What it all says, in a sentence or a few: what holds so far, from the advance on the gain, from the drag on the
    /// result.
    pub headline: String,
    /// The operating model, for names, goals and marks.
    pub model: Arc<OperatingModel>,
    /// The lanes from the top, in the model's order.
    pub channels: Vec<ChannelFrame>,
    /// Players of both sides: the offense in the play's order, then the defense.
    pub tokens: Vec<TokenFrame>,
    /// Routes of the offense, for those that move.
    pub routes: Vec<RouteFrame>,
    /// Defenders and those who engage them.
    pub battles: Vec<BattleFrame>,
    /// Forces gone round in this or earlier plays.
    pub gone_round: Vec<GoneRoundFrame>,
    /// From each island to the hindmost front; empty unless something is out on its own.
    pub tethers: Vec<Tether>,
    /// The ball.
    pub ball: BallFrame,
    /// The whole organisation.
    pub run: RunFrame,
    /// The presenter's words for this moment.
    pub caption: Option<Caption>,
    /// What to look at; empty means everything.
    pub focus: Vec<Subject>,
    /// How much everything but islands, tethers and focus fades, 0 to 1.
    pub dim: f64,
}

impl Frame {
    /// The channel of the model that lane `index` draws.
    #[must_use]
    pub fn channel(&self, index: usize) -> Option<&Channel> {
        self.model.channels.get(index)
    }
}

/// The whole organisation, for the ruler.
#[derive(Clone, Debug, PartialEq)]
pub struct RunFrame {
    /// The weighted mean of the fronts now.
    pub spot: f64,
    /// The spot the series started at.
    pub series_start: f64,
    /// The line to gain, judged on the whole.
    pub line_to_gain: f64,
    /// Where the goal is.
    pub goal: f64,
    /// Which try of the series this is, from 1.
    pub down: u32,
    /// How many tries a series has.
    pub downs: u32,
    /// How often the play has been run, with this time, from 1.
    pub times: u32,
}

/// One lane.
#[derive(Clone, Debug, PartialEq)]
pub struct ChannelFrame {
    /// Where this play started: the line of scrimmage.
    pub start: f64,
    /// How far it has come at this moment.
    pub front: f64,
    /// Where it will be when the play is over.
    pub end: f64,
    /// Yards gained so far in this play, 0 or more.
    pub gained: f64,
    /// Yards lost so far in this play, 0 or more.
    pub lost: f64,
    /// The yard up to which it is safe at this moment (hindmost two others and cover).
    pub safe: f64,
    /// The part out on its own, if any.
    pub island: Option<Island>,
    /// Nobody on the offense attacks here.
    pub open_flank: bool,
    /// The yard a cap holds the gain at, while it is held.
    pub capped_at: Option<f64>,
    /// Fronts of earlier runs, oldest first, and while being dragged the front before the drag.
    pub ghosts: Vec<f64>,
}

/// Ground beyond the safe distance.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Island {
    /// Its near edge: the safe distance.
    pub from: f64,
    /// Its far edge: the front.
    pub to: f64,
    /// How far it slips back in this play altogether, in yards; 0 until it is pulled.
    pub slips: f64,
    /// How visible it is, 0 to 1, while it forms.
    pub shown: f64,
}

/// A player.
#[derive(Clone, Debug, PartialEq)]
pub struct TokenFrame {
    /// Its id.
    pub id: PlayerId,
    /// Which side it is on: round or square.
    pub side: Side,
    /// Its full name.
    pub name: String,
    /// The short form for a small token.
    pub short: String,
    /// Its lane.
    pub channel: usize,
    /// Where it is: yards on the field (not from the line), and across the lane.
    pub at: Place,
    /// What it is there to do; nothing for a defender.
    pub assignment: Option<Assignment>,
    /// What it is doing.
    pub posture: Posture,
    /// Whether it carries the ball.
    pub carrier: bool,
    /// How visible it is, 0 to 1.
    pub shown: f64,
}

/// What a player is doing at this moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Posture {
    /// In its place.
    Set,
    /// On its way.
    Moving,
    /// Head to head.
    Engaged,
    /// A defender somebody got behind: still there, dashed.
    GoneRound,
}

/// Where an offense player runs.
#[derive(Clone, Debug, PartialEq)]
pub struct RouteFrame {
    /// Whose.
    pub player: PlayerId,
    /// Its lane.
    pub channel: usize,
    /// The way: yards on the field, and across the lane; starts where the player lines up.
    pub points: Vec<Place>,
    /// How much of it has been run, 0 to 1 of its length.
    pub progress: f64,
    /// What it sets out to do, which decides how the route ends: arrow, bar, bend.
    pub kind: Option<BattleKind>,
}

/// A defender and those who engage it.
#[derive(Clone, Debug, PartialEq)]
pub struct BattleFrame {
    /// The defender.
    pub defender: PlayerId,
    /// Those who engage it.
    pub offense: Vec<PlayerId>,
    /// How.
    pub kind: BattleKind,
    /// The lane.
    pub channel: usize,
    /// Where they meet: yards on the field, and across the lane.
    pub at: Place,
    /// Who's winning: the offense's share, 0 to 1.
    pub share: f64,
    /// How much of the bar is filled, 0 to 1.
    pub filled: f64,
}

/// A force that was got behind and is still there.
#[derive(Clone, Debug, PartialEq)]
pub struct GoneRoundFrame {
    /// The force.
    pub id: PlayerId,
    /// Its name, or its id where the play at hand does not know it.
    pub name: String,
    /// The lane it was gone round in.
    pub channel: usize,
    /// Where it stands: yards on the field, and across the lane; behind the front.
    pub at: Place,
    /// What it weighs now, in strength points.
    pub weight: f64,
    /// How many plays it has been left there.
    pub age: u32,
    /// How visible it is, 0 to 1.
    pub shown: f64,
}

/// A taut line from something out on its own to the hindmost front.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tether {
    /// The lane that is out on its own.
    pub from: usize,
    /// The hindmost lane.
    pub to: usize,
    /// How far ahead of it the front is, in yards.
    pub ahead: f64,
    /// How hard it pulls at this moment, 0 to 1.
    pub tension: f64,
}

/// The ball: always with its carrier.
#[derive(Clone, Debug, PartialEq)]
pub struct BallFrame {
    /// Who has it.
    pub carrier: PlayerId,
    /// Its lane.
    pub channel: usize,
    /// Where it is: yards on the field, and across the lane.
    pub at: Place,
}

/// A presenter's step at this moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Caption {
    /// What the room reads.
    pub text: String,
    /// What only the presenter reads.
    pub notes: Option<String>,
    /// Which step, from 1.
    pub number: usize,
    /// How many there are.
    pub of: usize,
}
