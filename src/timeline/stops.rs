//! Where every player stands at the end of each phase. What happens on the way is in [`tokens`](super::tokens).

use super::easing::{between, drawable};
use super::lanes::Lane;
use super::room::{EDGE, free};
use super::routes::{Route, distance};
use crate::model::{Assignment, OperatingModel, Place, Play, PlayerId, Stance};
use crate::rules::{Run, STRAIGHT_ON};

/// How far off a player appears before it eases into its place, in yards.
const ENTRY: f64 = 3.0;
/// How much of the way to the carrier a pressing defender comes while the ball is behind the line.
const PRESS: f64 = 0.35;
/// How far this side of a defender those who confront or block it stop, in yards; how far behind a team-mate its
/// supporters; and how far beyond a defender those who got behind it stand at least.
const BESIDE: f64 = 3.0;
/// How far apart across a lane two players stand at least, so that neither hides the other.
const ABREAST: f64 = 0.6;
/// How far beyond the front its attackers stand after the advance, in yards.
const ATTACKERS_AHEAD: f64 = 5.0;
/// How far behind it their supporters stand, in yards.
const SUPPORTERS_BEHIND: f64 = 6.0;
/// How far beyond the front a defender that was not gone round is pushed at least and at most, in yards.
const DEFENDERS_AHEAD: (f64, f64) = (3.0, 6.0);
/// How far behind the front a force that was gone round stands at least, in yards, where there is room.
const GONE_BEHIND: f64 = 5.0;
/// How many attackers of a lane stand abreast before the next ones stand behind them, and how far behind, in yards.
const ABREAST_MOST: usize = 4;
const NEXT_RANK: f64 = 4.0;
/// The farthest from a line that a place is drawn, in yards.
const FARTHEST: f64 = 150.0;

/// One player's places: yards on the field, and across its lane.
#[derive(Clone, Debug)]
pub(super) struct Stops {
    /// Its lane.
    pub(super) lane: usize,
    /// Where it appears.
    pub(super) entry: Place,
    /// Where it lines up.
    pub(super) home: Place,
    /// Where it is when the ball has moved back.
    pub(super) back: Place,
    /// Where its route leads it: head to head.
    pub(super) met: Place,
    /// Where it is when the fronts have been pushed.
    pub(super) pushed: Place,
    /// Where it ends.
    pub(super) end: Place,
    /// Where it runs, if it moves.
    pub(super) route: Option<Route>,
    /// How much of its route it has run when it is head to head, in yards.
    pub(super) run: f64,
    /// A defender somebody got behind in this play.
    pub(super) gone_round: bool,
    /// A defender that had been gone round before and comes back to its place.
    pub(super) was_gone_round: bool,
}

impl Stops {
    fn still(lane: usize, home: Place) -> Self {
        Self {
            lane,
            entry: home,
            home,
            back: home,
            met: home,
            pushed: home,
            end: home,
            route: None,
            run: 0.0,
            gone_round: false,
            was_gone_round: false,
        }
    }

    /// How far it goes in each phase, in yards.
    pub(super) fn ways(&self) -> [f64; 6] {
        let run = self.route.as_ref().map_or(0.0, |route| {
            self.run
                + distance(route.at(self.run), self.met)
                + PEAK_OF_RETURN * distance(self.home, self.back)
        });
        [
            distance(self.entry, self.home),
            distance(self.home, self.back),
            run.max(PEAK_OF_RETURN * distance(self.back, self.met)),
            distance(self.met, self.pushed),
            distance(self.pushed, self.end),
            0.0,
        ]
    }
}

/// Coming back to the line is faster than the rest of a route by this factor.
const PEAK_OF_RETURN: f64 = 1.5;

/// Everyone's places, the offense then the defense in the play's order; nothing for a player whose channel the model
/// does not have.
pub(super) struct Everyone {
    pub(super) offense: Vec<Option<Stops>>,
    pub(super) defense: Vec<Option<Stops>>,
}

impl Everyone {
    /// Places for the last of `runs`.
    pub(super) fn new(play: &Play, model: &OperatingModel, lanes: &[Lane], runs: &[Run]) -> Self {
        let lane_of = |channel| model.index_of(channel).filter(|lane| *lane < lanes.len());
        let place = |lane: usize, at: Place| on_field(&lanes[lane], at);
        let mut everyone = Self {
            offense: play
                .offense
                .iter()
                .map(|player| lane_of(&player.channel).map(|lane| Stops::still(lane, place(lane, player.at))))
                .collect(),
            defense: play
                .defense
                .iter()
                .map(|player| lane_of(&player.channel).map(|lane| Stops::still(lane, place(lane, player.at))))
                .collect(),
        };
        everyone.enter(play, lanes, runs);
        everyone.step_back(play);
        everyone.meet(play, lanes);
        everyone.push(play, lanes, runs.last());
        everyone
    }

    /// How far anyone goes in each phase, in yards.
    pub(super) fn farthest(&self) -> [f64; 6] {
        let mut farthest = [0.0f64; 6];
        for stops in self.offense.iter().chain(&self.defense).flatten() {
            for (most, way) in farthest.iter_mut().zip(stops.ways()) {
                *most = most.max(way);
            }
        }
        farthest
    }

    fn enter(&mut self, play: &Play, lanes: &[Lane], runs: &[Run]) {
        for stops in self.offense.iter_mut().flatten() {
            stops.entry.yards -= ENTRY;
        }
        let before = runs.last().map(|run| &run.before.gone_round);
        for (defender, stops) in play.defense.iter().zip(&mut self.defense) {
            let Some(stops) = stops else { continue };
            let known = before.and_then(|channels| channels.get(stops.lane));
            stops.was_gone_round = known.is_some_and(|forces| forces.contains_key(&defender.id));
            if stops.was_gone_round {
                // It has to come from where it was left.
                stops.entry.yards = stops.home.yards.min(behind(lanes[stops.lane].start));
            } else {
                stops.entry.yards += ENTRY;
            }
        }
    }

    /// The carrier goes back with the ball, and those who press come towards it.
    fn step_back(&mut self, play: &Play) {
        let yards = drawable(play.ball.step_back, 0.0, FARTHEST);
        let carrier = play.offense.iter().position(|player| player.id == play.ball.carrier);
        let Some(stops) = carrier.and_then(|index| self.offense[index].as_mut()) else { return };
        stops.back.yards -= yards;
        let (lane, ball) = (stops.lane, stops.back);
        if yards <= 0.0 {
            return;
        }
        for (defender, stops) in play.defense.iter().zip(&mut self.defense) {
            if let Some(stops) = stops.as_mut().filter(|stops| stops.lane == lane)
                && defender.stance == Stance::Press
            {
                stops.back = between(stops.home, ball, PRESS);
                stops.met = stops.back;
            }
        }
    }

    /// Routes are run: to a defender, beyond it, or beside a team-mate.
    fn meet(&mut self, play: &Play, lanes: &[Lane]) {
        let mut waiting: Vec<usize> = (0..play.offense.len()).collect();
        // Those whose route says where it ends come first; the others find room beside them.
        waiting.sort_by_key(|index| match play.offense[*index].assignment {
            Assignment::Bypass(_) | Assignment::Advance | Assignment::Hold => 0,
            Assignment::Confront(_) => 1,
            Assignment::Block(_) => 2,
            Assignment::Support(_) => 3,
        });
        let mut there = vec![false; play.offense.len()];
        // Those who support wait for those they support; a circle, which the rules forbid, is left where it is.
        loop {
            let before = waiting.len();
            waiting.retain(|&index| {
                there[index] = self.meet_one(play, lanes, index, &there);
                !there[index]
            });
            if waiting.is_empty() || waiting.len() == before {
                break;
            }
        }
    }

    /// Room for an offense player of `lane`, when those who are `there` and the defense have theirs.
    fn room(&self, lane: usize, wish: Place, there: &[bool]) -> Place {
        let offense = self.offense.iter().zip(there).filter(|(_, there)| **there).map(|(stops, _)| stops);
        let same = offense.chain(&self.defense).flatten().filter(|stops| stops.lane == lane);
        free(&same.map(|stops| stops.met).collect::<Vec<_>>(), wish)
    }

    /// Whether the player's place could be told.
    fn meet_one(&mut self, play: &Play, lanes: &[Lane], index: usize, there: &[bool]) -> bool {
        let Some(player) = play.offense.get(index) else { return true };
        let Some(mut stops) = self.offense[index].clone() else { return true };
        let defender = |id: &PlayerId| {
            let index = play.defense.iter().position(|defender| defender.id == *id)?;
            self.defense[index].as_ref()
        };
        let mut points = vec![stops.home];
        points.extend(player.route.iter().map(|point| on_field(&lanes[stops.lane], *point)));
        if points.len() == 1 && player.assignment.attacks() {
            let straight = Place { yards: STRAIGHT_ON, across: player.at.across };
            points.push(on_field(&lanes[stops.lane], straight));
        }
        let last = points.last().copied().unwrap_or(stops.home);
        let met = match &player.assignment {
            Assignment::Confront(id) | Assignment::Block(id) => defender(id).map_or(last, |other| {
                let wish = beside(other.lane, other.met, stops.lane, last);
                self.room(stops.lane, wish, there)
            }),
            Assignment::Bypass(id) => defender(id).map_or(last, |other| Place {
                yards: last.yards.max(other.met.yards + BESIDE),
                across: last.across,
            }),
            Assignment::Support(id) => {
                let supported = play.offense.iter().position(|other| other.id == *id);
                match supported {
                    Some(other) if !there[other] => return false,
                    Some(other) => self.offense[other].as_ref().map_or(last, |other| {
                        let wish = beside(other.lane, other.met, stops.lane, last);
                        self.room(stops.lane, wish, there)
                    }),
                    None => last,
                }
            }
            Assignment::Advance | Assignment::Hold => last,
        };
        if points.len() == 1 && met != stops.home {
            points.push(met);
        }
        stops.met = met;
        if points.len() > 1 {
            let route = Route::new(points);
            stops.run = match player.assignment {
                Assignment::Confront(_) => route.nearest(met),
                _ => route.length(),
            };
            stops.route = Some(route);
        }
        self.offense[index] = Some(stops);
        true
    }

    /// Fronts push and are dragged back: attackers ride with them, and defenders are pushed ahead or left behind.
    fn push(&mut self, play: &Play, lanes: &[Lane], run: Option<&Run>) {
        for (index, stops) in self.defense.iter_mut().enumerate() {
            let Some(stops) = stops else { continue };
            let lane = &lanes[stops.lane];
            let outcome = run.and_then(|run| run.outcome.defense.get(index)).copied().unwrap_or_default();
            stops.gone_round = outcome.gone_round > 0.0 && outcome.confronted < 0.5;
            stops.pushed = if stops.gone_round {
                let yards = stops.met.yards.min(behind(lane.lowest_after()));
                Place { yards, ..stops.met }
            } else {
                let (least, most) = DEFENDERS_AHEAD;
                let ahead = (stops.home.yards - lane.start).clamp(least, most);
                let yards = if lane.pushed > lane.start { lane.pushed + ahead } else { f64::NEG_INFINITY };
                Place { yards: stops.home.yards.max(yards), ..stops.home }
            };
            stops.end = stops.pushed;
        }
        for (player, stops) in play.offense.iter().zip(&mut self.offense) {
            let Some(stops) = stops else { continue };
            let lane = &lanes[stops.lane];
            let ride = |yards: f64| {
                let at = |front: f64| Place { yards: front + yards, ..stops.met };
                (at(lane.pushed), at(lane.end))
            };
            (stops.pushed, stops.end) = match player.assignment {
                _ if player.assignment.attacks() => ride(ATTACKERS_AHEAD),
                Assignment::Support(_) => ride(-SUPPORTERS_BEHIND),
                Assignment::Hold => (stops.met, stops.met),
                _ => ride(stops.met.yards - lane.start),
            };
        }
        for (lane, track) in lanes.iter().enumerate() {
            self.spread(play, lane, track);
            self.follow(play, lane);
        }
    }

    /// Those who stand at a front when the advance is over: side by side, none hiding another.
    fn spread(&mut self, play: &Play, lane: usize, track: &Lane) {
        let attackers = play.offense.iter().zip(&mut self.offense).filter_map(|(player, stops)| {
            stops.as_mut().filter(|stops| stops.lane == lane && player.assignment.attacks())
        });
        let near = track.pushed + 2.0 * ATTACKERS_AHEAD;
        let defenders = self
            .defense
            .iter_mut()
            .flatten()
            .filter(|stops| stops.lane == lane && !stops.gone_round && stops.pushed.yards < near);
        let mut standing: Vec<&mut Stops> = attackers.chain(defenders).collect();
        // A stable order, so that equals stay in the play's order.
        standing.sort_by(|a, b| a.pushed.across.total_cmp(&b.pushed.across));
        let ranks = standing.len().div_ceil(ABREAST_MOST).max(1);
        let files = standing.len().div_ceil(ranks);
        let apart = if files > 1 { ABREAST.min(2.0 * EDGE / (files - 1) as f64) } else { ABREAST };
        let mut lowest = -EDGE;
        for (index, stops) in standing.iter_mut().enumerate() {
            let (file, rank) = (index / ranks, index % ranks);
            let highest = ((files - 1 - file) as f64).mul_add(-apart, EDGE);
            if rank == 0 {
                lowest = stops.pushed.across.max(lowest).min(highest);
            }
            for place in [&mut stops.pushed, &mut stops.end] {
                place.across = lowest;
                place.yards += NEXT_RANK * rank as f64;
            }
            if rank + 1 == ranks {
                lowest += apart;
            }
        }
    }

    /// Those who help the ones at a front find room among them.
    fn follow(&mut self, play: &Play, lane: usize) {
        let helps =
            |assignment: &Assignment| matches!(assignment, Assignment::Block(_) | Assignment::Support(_));
        let offense = play.offense.iter().zip(&self.offense);
        let others = offense.filter(|(player, _)| !helps(&player.assignment)).map(|(_, stops)| stops);
        let mut taken: Vec<Place> = others
            .chain(&self.defense)
            .flatten()
            .filter(|stops| stops.lane == lane)
            .map(|stops| stops.pushed)
            .collect();
        for (player, stops) in play.offense.iter().zip(&mut self.offense) {
            let Some(stops) = stops.as_mut().filter(|stops| stops.lane == lane) else { continue };
            if helps(&player.assignment) {
                let place = free(&taken, stops.pushed);
                stops.end =
                    Place { yards: stops.end.yards + place.yards - stops.pushed.yards, across: place.across };
                stops.pushed = place;
                taken.push(place);
            }
        }
    }
}

/// Where a force that was gone round stands at most when the front is at `front`: visibly behind it, in yards.
pub(super) fn behind(front: f64) -> f64 {
    (front - GONE_BEHIND).max(front / 2.0)
}

/// A place that is given from a channel's line, on the field.
fn on_field(lane: &Lane, at: Place) -> Place {
    Place {
        yards: lane.start + drawable(at.yards, -FARTHEST, FARTHEST),
        across: drawable(at.across, -1.0, 1.0),
    }
}

/// Beside someone at `other` in lane `theirs`, for a player of lane `mine` that comes from `from`.
fn beside(theirs: usize, other: Place, mine: usize, from: Place) -> Place {
    let across = match theirs.cmp(&mine) {
        std::cmp::Ordering::Less => -EDGE,
        std::cmp::Ordering::Greater => EDGE,
        std::cmp::Ordering::Equal if (from.across - other.across).abs() >= ABREAST => from.across,
        std::cmp::Ordering::Equal => {
            // The side it is on already, unless there is no room.
            let side = if from.across <= other.across { -ABREAST } else { ABREAST };
            let there = other.across + side;
            if there.abs() <= 1.0 { there } else { other.across - side }
        }
    };
    Place { yards: other.yards - BESIDE, across }
}
