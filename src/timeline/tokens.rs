//! Players over time: between the places of [`stops`](super::stops).

use super::easing::{between, lerp, smooth};
use super::moment::Moment;
use super::stops::Stops;
use super::{Posture, RouteFrame, TokenFrame};
use crate::model::{Assignment, Phase, Place, PlayerId, Side};
use crate::rules::BattleKind;

/// A player and everything that does not change while the play is run.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) id: PlayerId,
    pub(super) side: Side,
    pub(super) name: String,
    pub(super) short: String,
    pub(super) carrier: bool,
    /// Whether it meets somebody of the other side.
    pub(super) engaged: bool,
    /// What it is there to do; nothing for a defender.
    pub(super) assignment: Option<Assignment>,
    /// How it meets a defender, which its route shows.
    pub(super) kind: Option<BattleKind>,
    pub(super) stops: Stops,
    /// Which of how many it is in lining up.
    pub(super) turn: (usize, usize),
}

impl Token {
    /// Where it is: yards on the field, and across its lane.
    pub(super) fn at(&self, moment: &Moment) -> Place {
        let stops = &self.stops;
        match moment.phase {
            Phase::LineUp => between(stops.entry, stops.home, self.lined_up(moment)),
            Phase::StepBack => between(stops.home, stops.back, moment.step_back),
            Phase::Battles => self.running(moment),
            Phase::Advance => between(stops.met, stops.pushed, moment.advance),
            Phase::DragBack => between(stops.pushed, stops.end, moment.pull),
            Phase::ReadOut => stops.end,
        }
    }

    /// Along its route, while it makes up for its step back and turns to where it is needed.
    fn running(&self, moment: &Moment) -> Place {
        let stops = &self.stops;
        let Some(route) = &stops.route else { return between(stops.back, stops.met, moment.returned) };
        if moment.run >= 1.0 {
            return stops.met;
        }
        let (on_route, leaves) = (route.at(stops.run * moment.run), route.at(stops.run));
        let behind = 1.0 - moment.returned;
        let at = |axis: fn(Place) -> f64| {
            axis(on_route)
                + (axis(stops.met) - axis(leaves)) * moment.run
                + (axis(stops.back) - axis(stops.home)) * behind
        };
        Place { yards: at(|place| place.yards), across: at(|place| place.across).clamp(-1.0, 1.0) }
    }

    fn lined_up(&self, moment: &Moment) -> f64 {
        moment.lined_up(self.turn.0, self.turn.1)
    }

    /// How much it is to be seen as gone round, 0 to 1: as it is left behind, or until it is back in its place.
    pub(super) fn gone_round(&self, moment: &Moment) -> f64 {
        let stops = &self.stops;
        match moment.phase {
            Phase::LineUp if stops.was_gone_round => 1.0 - self.lined_up(moment),
            Phase::Advance | Phase::DragBack | Phase::ReadOut if stops.gone_round => smooth(moment.advance),
            _ => 0.0,
        }
    }

    fn posture(&self, moment: &Moment) -> Posture {
        let stops = &self.stops;
        let moving = |share: f64, from: Place, to: Place| share > 0.0 && share < 1.0 && from != to;
        match moment.phase {
            Phase::LineUp if stops.was_gone_round && self.lined_up(moment) < 0.5 => Posture::GoneRound,
            Phase::LineUp if moving(self.lined_up(moment), stops.entry, stops.home) => Posture::Moving,
            Phase::StepBack if moving(moment.step_back, stops.home, stops.back) => Posture::Moving,
            Phase::Battles if self.engaged && moment.run >= 1.0 => Posture::Engaged,
            Phase::Battles if moving(moment.run, stops.back, stops.met) => Posture::Moving,
            Phase::Advance | Phase::DragBack | Phase::ReadOut if stops.gone_round => Posture::GoneRound,
            Phase::Advance if self.engaged && self.kind != Some(BattleKind::Bypass) => Posture::Engaged,
            Phase::Advance if moving(moment.advance, stops.met, stops.pushed) => Posture::Moving,
            Phase::DragBack if moving(moment.pull, stops.pushed, stops.end) => Posture::Moving,
            _ => Posture::Set,
        }
    }

    pub(super) fn frame(&self, moment: &Moment) -> TokenFrame {
        TokenFrame {
            id: self.id.clone(),
            side: self.side,
            name: self.name.clone(),
            short: self.short.clone(),
            channel: self.stops.lane,
            at: self.at(moment),
            assignment: self.assignment.clone(),
            posture: self.posture(moment),
            carrier: self.carrier,
            shown: if self.stops.was_gone_round { 1.0 } else { self.lined_up(moment) },
        }
    }

    /// Its route, if it has one.
    pub(super) fn route(&self, moment: &Moment) -> Option<RouteFrame> {
        let route = self.stops.route.as_ref()?;
        let length = route.length();
        let met = if length > 0.0 { self.stops.run / length } else { 1.0 };
        // What is left of it when it is stopped head to head is run with the advance.
        let progress = if moment.advance > 0.0 { lerp(met, 1.0, moment.advance) } else { met * moment.run };
        Some(RouteFrame {
            player: self.id.clone(),
            channel: self.stops.lane,
            points: route.points().to_vec(),
            progress,
            kind: self.kind,
        })
    }
}

/// A short form where the file has none: the initials of up to three words.
pub(super) fn short_of(name: &str) -> String {
    let initials = name.split(|c: char| c.is_whitespace() || c == '-').filter_map(|word| word.chars().next());
    initials.filter(|c| c.is_alphanumeric()).take(3).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::short_of;

    #[test]
    fn a_short_form_is_made_of_initials() {
        assert_eq!(short_of("Service redesign team"), "SRT");
        assert_eq!(short_of("40-page guidance & co"), "4PG");
        assert_eq!(short_of(""), "");
    }
}
