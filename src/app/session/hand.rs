//! Changing a play by hand: what is taken hold of on the field, and what becomes of it while it is dragged.
//!
//! In: what is grabbed and where the pointer goes, in lanes and yards. Out: edits of the play, each taking the place of the
//! one before, so that a drag is one thing to undo. What it does not own: pixels, and what follows from a change
//! ([`crate::arrange`]).

use std::sync::Arc;

use super::{Edit, Of, Screen, Session};
use crate::app::words::say;
use crate::arrange::{Arrange, Step};
use crate::drafts::{Gesture, Joins};
use crate::model::{Channel, ChannelId, Member, OperatingModel, Phase, Place, Play, PlayerId, Subject};
use crate::picture::{Gripped, Ground, LaneNote, ROUTE_ACROSS};

/// What was taken hold of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Grabbed {
    /// A player, and those picked with it.
    Player(PlayerId),
    /// A handle.
    Grip(Gripped),
}

/// Something held in the hand.
#[derive(Clone, Debug)]
pub struct Hand {
    /// What it is.
    pub what: Grabbed,
    /// What follows from where it is now, in sentences.
    pub follows: Vec<String>,
    /// Which lanes nobody worked on before.
    pub open_before: Vec<bool>,
    /// Whether it has been moved.
    pub moved: bool,
    from: Ground,
    gesture: Gesture,
    play: Arc<Play>,
    model: Arc<OperatingModel>,
    start: Vec<f64>,
    time_secs: f64,
}

/// How far a key moves what is picked: yards, and across.
pub const NUDGE: (f64, f64) = (1.0, 0.25);
/// Places without a modifier: whole yards, and tenths across.
const GRID: (f64, f64) = (1.0, 0.1);

impl Session {
    /// Takes hold of something on the field; what is behind it can be changed then.
    pub fn grab(&mut self, what: Grabbed, from: Ground) {
        if self.screen != Screen::Model {
            return;
        }
        let Some(shown) = &self.shown else { return };
        let open_before =
            shown.timeline.frame(0.0).channels.iter().map(|channel| channel.open_flank).collect();
        let (play, model) = (Arc::clone(&shown.lineup.play), Arc::clone(&shown.lineup.model));
        let start = shown.start.clone();
        self.gestures += 1;
        let gesture = Gesture(self.gestures);
        // What is explained changes when it is let go of: a panel that opens now would move the field under the hand.
        if let Grabbed::Player(id) = &what
            && !self.picked.contains(id)
        {
            self.picked = vec![id.clone()];
        }
        self.hand = Some(Hand {
            what,
            follows: Vec::new(),
            open_before,
            moved: false,
            from,
            gesture,
            play,
            model,
            start,
            time_secs: self.playback.time_secs,
        });
    }

    /// Moves what is held; `free` places it anywhere, not on whole yards only.
    pub fn drag(&mut self, to: Ground, free: bool) {
        let Some(mut hand) = self.hand.take() else { return };
        if !hand.moved {
            hand.moved = true;
            let was_arranging = self.is_arranging();
            self.arrange(&hand);
            if !was_arranging && let Some(lined_up) = lined_up(&hand) {
                // At another moment it stood elsewhere: it comes to the pointer.
                hand.from = lined_up;
            }
        }
        match hand.what.clone() {
            Grabbed::Grip(Gripped::Front(lane)) => self.drag_front(&hand, lane, to, free),
            what => {
                let step = self.dragged(&hand, &what, to, free);
                hand.follows.clone_from(&step.follows);
                let edit = Edit {
                    of: Of::Play,
                    name: step.name,
                    changes: step.changes,
                    follows: Vec::new(),
                    joins: Joins::Replaces(hand.gesture),
                };
                self.change(&edit);
            }
        }
        self.hand = Some(hand);
    }

    /// Shows the moment at which a play is arranged: everybody in their places, or the ball at its farthest back.
    fn arrange(&mut self, hand: &Hand) {
        self.playback.playing = false;
        let phase = match hand.what {
            Grabbed::Grip(Gripped::StepBack) => Phase::StepBack,
            _ => Phase::LineUp,
        };
        self.playback.time_secs = self.still_of(phase);
        self.arranging = true;
    }

    fn dragged(&self, hand: &Hand, what: &Grabbed, to: Ground, free: bool) -> Step {
        let arrange = Arrange::new(&hand.play, &hand.model);
        let (yards, across) = (to.yards - hand.from.yards, to.across - hand.from.across);
        let place = |at: Place, yards: f64, across: f64| {
            let moved = Place { yards: at.yards + yards, across: at.across + across };
            if free { moved } else { on_grid(moved) }
        };
        match what {
            Grabbed::Player(_) => {
                let lanes = i64::try_from(to.lane).unwrap_or(0) - i64::try_from(hand.from.lane).unwrap_or(0);
                let moves = self.moves(hand, lanes, |at| {
                    // In another lane it stands where the pointer is, not as far across as it came from.
                    place(at, yards, across)
                });
                arrange.place(&moves)
            }
            Grabbed::Grip(Gripped::RoutePoint(id, index)) => match drawn_point(hand, id, *index) {
                Some(at) => arrange.bend(id, *index, place(at, yards, across_of(hand, to))),
                None => Step::default(),
            },
            Grabbed::Grip(Gripped::RouteMiddle(id, index)) => {
                let ends = index
                    .checked_sub(1)
                    .map_or_else(|| home(hand, id), |before| drawn_point(hand, id, before));
                match ends.zip(drawn_point(hand, id, *index)) {
                    Some((a, b)) => {
                        let middle = Place {
                            yards: f64::midpoint(a.yards, b.yards),
                            across: f64::midpoint(a.across, b.across),
                        };
                        arrange.add_point(id, *index, place(middle, yards, across_of(hand, to)))
                    }
                    None => Step::default(),
                }
            }
            Grabbed::Grip(Gripped::StepBack) => {
                // No farther than can be seen: what is dragged must not get lost.
                let room = lined_up_of(hand, &hand.play.ball.carrier)
                    .map_or(f64::MAX, |carrier| carrier.yards - self.lens.window.from_yard - 1.0);
                let back = (hand.play.ball.step_back - yards).min(room.max(0.0));
                arrange.step_back(if free { back } else { back.floor().max(back.round().min(room)) })
            }
            Grabbed::Grip(Gripped::Front(_)) => Step::default(),
        }
    }

    /// Where those picked go: all of them by as many lanes, as far as the field has lanes for all.
    fn moves(
        &self,
        hand: &Hand,
        lanes: i64,
        place: impl Fn(Place) -> Place,
    ) -> Vec<(PlayerId, ChannelId, Place)> {
        let index_of =
            |channel: &ChannelId| hand.model.index_of(channel).and_then(|at| i64::try_from(at).ok());
        let picked: Vec<_> = hand.play.everyone().filter(|member| self.picked.contains(member.id)).collect();
        let at: Vec<i64> = picked.iter().filter_map(|member| index_of(member.channel)).collect();
        let last = i64::try_from(hand.model.channels.len()).unwrap_or(1) - 1;
        let (first, most) = (at.iter().min().copied().unwrap_or(0), at.iter().max().copied().unwrap_or(0));
        let lanes = lanes.clamp(-first, last - most);
        let moves = picked.into_iter().filter_map(|Member { id, channel, at, .. }| {
            let lane = usize::try_from(index_of(channel)? + lanes).ok()?;
            let channel = hand.model.channels.get(lane)?;
            Some((id.clone(), channel.id.clone(), place(at)))
        });
        moves.collect()
    }

    fn drag_front(&mut self, hand: &Hand, lane: usize, to: Ground, free: bool) {
        let before = hand.start.get(lane).copied().unwrap_or_default();
        // The front may have been taken hold of where it ended: it is its start that is moved.
        let yards = if free { to.yards } else { to.yards.round() };
        if (yards - before).abs() < 0.05 && !hand.moved {
            return;
        }
        self.start_at(Some(lane), yards);
    }

    /// Lets go of what is held where it is.
    pub fn drop_held(&mut self) {
        let Some(hand) = self.hand.take() else { return };
        self.drafts.settle();
        if hand.moved && matches!(hand.what, Grabbed::Grip(Gripped::Front(_))) {
            self.fronts_before = Some((self.drafts.revision(), hand.start.clone()));
        }
        if let Grabbed::Player(id) = &hand.what
            && self.selected.is_some()
        {
            self.selected = Some(Subject::Player(id.clone()));
        }
        if hand.moved && !hand.follows.is_empty() {
            self.news = Some(hand.follows.join(" "));
        }
    }

    /// Lets go of what is held and puts it back where it was.
    pub fn put_back(&mut self) {
        let Some(hand) = self.hand.take() else { return };
        if !hand.moved {
            return;
        }
        if let Grabbed::Grip(Gripped::Front(lane)) = hand.what {
            if let Some(yards) = hand.start.get(lane) {
                self.start_at(Some(lane), *yards);
            }
        } else {
            let nothing = Edit::new(Of::Play, "", Vec::new()).joined(Joins::Replaces(hand.gesture));
            self.change(&nothing);
        }
        self.arranging = false;
        self.playback.time_secs = hand.time_secs.min(self.duration_secs());
    }

    /// Moves those picked by steps of [`NUDGE`]; beyond the edge of a lane into the next one.
    pub fn nudge(&mut self, yards: f64, across: f64) {
        let ids = self.picked_or_selected();
        let Some(shown) = &self.shown else { return };
        let (play, model) = (Arc::clone(&shown.lineup.play), Arc::clone(&shown.lineup.model));
        let arrange = Arrange::new(&play, &model);
        let at_edge = |id: &PlayerId| {
            let member = play.member(id);
            member.is_some_and(|member| across != 0.0 && (member.at.across + across).abs() > 1.0)
        };
        let step = if ids.iter().any(at_edge) {
            beyond_the_edge(&play, &model, &ids, across)
        } else {
            arrange.nudge(&ids, yards, across)
        };
        self.arranging = true;
        self.playback.playing = false;
        self.playback.time_secs = self.still_of(Phase::LineUp);
        let joins = Joins::Extends(Gesture(nudging(&ids)));
        self.carry_out(step, joins);
    }

    /// Whether the field shows where everybody lines up, to be changed.
    #[must_use]
    pub fn is_arranging(&self) -> bool {
        if !self.arranging || self.playback.playing || self.screen != Screen::Model {
            return false;
        }
        let phase = self.shown.as_ref().map(|shown| shown.timeline.phase_at(self.playback.time_secs).phase);
        phase == Some(Phase::LineUp) || (phase == Some(Phase::StepBack) && self.hand.is_some())
    }

    /// Who works on each channel, in words; or that nobody does, and whether that is new since something was taken hold
    /// of.
    #[must_use]
    pub fn lane_notes(&self) -> Vec<LaneNote> {
        let Some(shown) = &self.shown else { return Vec::new() };
        let (play, model) = (&shown.lineup.play, &shown.lineup.model);
        let arrange = Arrange::new(play, model);
        let frame = shown.timeline.frame(0.0);
        let note = |(lane, channel): (usize, &Channel)| {
            let open = frame.channels.get(lane).is_some_and(|channel| channel.open_flank);
            let before = self.hand.as_ref().and_then(|hand| hand.open_before.get(lane).copied());
            let mut working = play
                .offense
                .iter()
                .filter(|player| player.channel == channel.id && player.assignment.attacks());
            let words = match working.next() {
                Some(first) => {
                    let more = working.count();
                    let others = if more > 0 { say!("hand-and-more", count = more) } else { String::new() };
                    format!("{}{others}", arrange.says(first))
                }
                None => say!("hand-nobody").to_owned(),
            };
            LaneNote { words, open, changed: before.is_some_and(|before| before != open) }
        };
        model.channels.iter().enumerate().map(note).collect()
    }

    /// Those picked, or else the player selected.
    #[must_use]
    pub fn picked_or_selected(&self) -> Vec<PlayerId> {
        if !self.picked.is_empty() {
            return self.picked.clone();
        }
        match &self.selected {
            Some(Subject::Player(id) | Subject::HeadToHead(id)) => vec![id.clone()],
            _ => Vec::new(),
        }
    }

    /// Makes a step an edit of the play on the field.
    pub fn carry_out(&mut self, step: Step, joins: Joins) {
        let Step { name, changes, follows } = step;
        self.change(&Edit { of: Of::Play, name, changes, follows, joins });
    }
}

/// Those named, in the lane above or below.
fn beyond_the_edge(play: &Play, model: &OperatingModel, ids: &[PlayerId], across: f64) -> Step {
    let lane = |channel: &ChannelId| model.index_of(channel);
    let mut moves = Vec::new();
    for Member { id, channel, at, .. } in play.everyone().filter(|member| ids.contains(member.id)) {
        let Some(lane) = lane(channel) else { continue };
        let next = if across > 0.0 { lane.checked_add(1) } else { lane.checked_sub(1) };
        let Some(channel) = next.and_then(|next| model.channels.get(next)) else {
            return Step::default();
        };
        // It comes in at the edge it went out of on the other side.
        moves.push((id.clone(), channel.id.clone(), Place { across: -at.across, ..at }));
    }
    Arrange::new(play, model).place(&moves)
}

/// Where a player that is held lines up on the field.
fn lined_up(hand: &Hand) -> Option<Ground> {
    let Grabbed::Player(id) = &hand.what else { return None };
    lined_up_of(hand, id)
}

fn lined_up_of(hand: &Hand, id: &PlayerId) -> Option<Ground> {
    let Member { channel, at, .. } = hand.play.member(id)?;
    let lane = hand.model.index_of(channel)?;
    Some(Ground { lane, yards: hand.start.get(lane)? + at.yards, across: at.across })
}

fn across_of(hand: &Hand, to: Ground) -> f64 {
    let lanes = to.lane as f64 - hand.from.lane as f64;
    // A route stays in its lane: the pointer in the next one is as far as it goes.
    (to.across - hand.from.across + lanes * 2.0) * ROUTE_ACROSS
}

fn home(hand: &Hand, id: &PlayerId) -> Option<Place> {
    hand.play.offense.iter().find(|player| player.id == *id).map(|player| player.at)
}

/// A point of a player's route as it is drawn.
fn drawn_point(hand: &Hand, id: &PlayerId, index: usize) -> Option<Place> {
    let player = hand.play.offense.iter().find(|player| player.id == *id)?;
    crate::arrange::drawn(player).get(index).copied()
}

fn on_grid(place: Place) -> Place {
    let round = |value: f64, grid: f64| (value / grid).round() * grid;
    Place { yards: round(place.yards, GRID.0), across: round(place.across, GRID.1) }
}

/// Nudges of the same players go together.
fn nudging(ids: &[PlayerId]) -> u64 {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut hasher = DefaultHasher::new();
    ids.hash(&mut hasher);
    hasher.finish()
}
