//! What a play came to, number by number.

use std::collections::BTreeMap;

use super::GoneRound;
use crate::model::PlayerId;

/// The expected result of one play (rules 1 to 10). Lists are in the order of the model's channels or the play's players.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// How often the tactic had been used before.
    pub uses: u32,
    /// Rule 1: what stepping back taught, from the understanding floor to 1.
    pub understanding: f64,
    /// Rule 2: what repetition left of the effect, from the familiarity floor to 1.
    pub fresh: f64,
    /// Rule 6: how much of the play was lost to pressure, 0 to 1.
    pub caught: f64,
    /// The spot before, in yards.
    pub spot_start: f64,
    /// The spot after, in yards.
    pub spot_end: f64,
    /// The weighted mean of the channels' exposure, in yards.
    pub exposure: f64,
    /// Channels, by place in the model.
    pub channels: Vec<ChannelOutcome>,
    /// The offense, in the play's order.
    pub offense: Vec<OffenseOutcome>,
    /// The defense, in the play's order.
    pub defense: Vec<DefenderOutcome>,
    /// Who met whom, in the order of the defense; a defender is listed once for each kind of engagement.
    pub battles: Vec<Battle>,
    /// Forces gone round after this play, by channel, with the age they have from now on.
    pub gone_round: Vec<BTreeMap<PlayerId, GoneRound>>,
}

impl Outcome {
    /// The fronts after the play, in yards.
    #[must_use]
    pub fn ends(&self) -> Vec<f64> {
        self.channels.iter().map(|channel| channel.end).collect()
    }
}

/// What became of one channel. Yards unless it says otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ChannelOutcome {
    /// The front before.
    pub start: f64,
    /// Rule 5: the strength of its attackers.
    pub attack: f64,
    /// Rule 5: the strength that counted against them.
    pub defense: f64,
    /// Rule 5: how much of the contest the offense won, 0 to 1.
    pub share: f64,
    /// Rule 5: how far the attackers set out to go.
    pub reach: f64,
    /// Rule 7: how far the front moved forward, after pressure and caps.
    pub gain: f64,
    /// The lowest active cap, if it held the gain.
    pub capped_at: Option<f64>,
    /// Rule 7: what being caught while stepping back cost.
    pub lost_to_pressure: f64,
    /// Rule 9: what being out on its own cost.
    pub lost_to_drag: f64,
    /// Rule 9: how far it was out on its own before it was dragged back.
    pub lead: f64,
    /// Rule 9: the share of that lead that was lost, 0 to 1.
    pub drag: f64,
    /// Rule 8: how much the forces gone round weigh in this channel, in strength points.
    pub gone_round_weight: f64,
    /// Rule 9: the yard up to which it was safe before the drag: hindmost two others and cover.
    pub safe_before: f64,
    /// Rule 10: the front after.
    pub end: f64,
    /// The yard up to which it is safe after.
    pub safe_end: f64,
    /// Rule 10: how far it is still out on its own.
    pub exposure: f64,
    /// Rule 10: whether nobody on the offense attacked here.
    pub open_flank: bool,
}

impl ChannelOutcome {
    /// What pressure and isolation took back.
    #[must_use]
    pub fn lost(&self) -> f64 {
        self.lost_to_pressure + self.lost_to_drag
    }
}

/// What one offense player brought.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct OffenseOutcome {
    /// Rule 3: the product of the assumptions that strengthen it.
    pub factor: f64,
    /// Rule 3: its own effect.
    pub own: f64,
    /// Rule 3: what it counts for, with what team-mates added.
    pub effect: f64,
}

/// What one defender brought.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DefenderOutcome {
    /// Rule 4: the product of the assumptions that strengthen it.
    pub factor: f64,
    /// What was left of its strength before the play, 0 to 1.
    pub wear_before: f64,
    /// Rule 4: its weight.
    pub weight: f64,
    /// Rule 4: what blockers left of it.
    pub held: f64,
    /// Rule 4: the part of it that was confronted, not gone round, 0 to 1.
    pub confronted: f64,
    /// Rule 4: what it counted for in the contest.
    pub counted: f64,
    /// Rule 8: what is left of its strength after the play, 0 to 1.
    pub wear_after: f64,
    /// Rule 8: the strength that was gone round in this play.
    pub gone_round: f64,
}

/// How a defender was engaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum BattleKind {
    /// Pushed back.
    Confront,
    /// Got in behind.
    Bypass,
    /// Held off for others.
    Block,
}

/// A defender and those who engaged it in one way.
#[derive(Clone, Debug, PartialEq)]
pub struct Battle {
    /// Its place in the play's defense.
    pub defender: usize,
    /// Places in the play's offense.
    pub offense: Vec<usize>,
    /// How.
    pub kind: BattleKind,
    /// The strength of those who engaged it.
    pub attack: f64,
    /// What the defender counted for, whichever way it was engaged.
    pub defense: f64,
    /// Rule 10, for a picture: who is winning, 0 to 1; the attack against the defense alone.
    pub share: f64,
}
