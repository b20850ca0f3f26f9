//! What follows when players move, come or go: assignments that still make sense, and a ball somebody carries.
//!
//! In: the play as it was and as it is to be. Out: the same play without an assignment or a carrier that reading would
//! refuse. It says nothing: [`draft`](super::draft) compares.

use crate::model::{Assignment, Defender, OffensePlayer, Place, Play, PlayerId};

/// Gives those whose assignment makes no sense any more another:
///
/// * who confronts, gets behind or holds off a defender that is not in its channel does so with the nearest that is;
///   without one it advances, or stays where it held somebody off;
/// * who adds to a team-mate that is gone adds to whom that one added to, else to the nearest of its channel who does
///   something itself, else stays where it is;
/// * the ball goes to the first who does something if its carrier is gone, and a carrier always takes part.
pub(super) fn settle(before: &Play, play: &mut Play) {
    let intended: Vec<Assignment> = play.offense.iter().map(|player| player.assignment.clone()).collect();
    let opponents: Vec<Option<Assignment>> =
        play.offense.iter().map(|player| against(player, &play.defense)).collect();
    for (player, new) in play.offense.iter_mut().zip(opponents) {
        if let Some(new) = new {
            player.assignment = new;
        }
    }
    for index in 0..play.offense.len() {
        if let Some(new) = adding(before, play, index)
            && let Some(player) = play.offense.get_mut(index)
        {
            player.assignment = new;
        }
    }
    carrier(play, &intended);
}

/// Another assignment for a player whose opponent is not in its channel.
fn against(player: &OffensePlayer, defense: &[Defender]) -> Option<Assignment> {
    let (target, anew): (_, fn(PlayerId) -> Assignment) = match &player.assignment {
        Assignment::Confront(target) => (target, Assignment::Confront),
        Assignment::Bypass(target) => (target, Assignment::Bypass),
        Assignment::Block(target) => (target, Assignment::Block),
        Assignment::Support(_) | Assignment::Advance | Assignment::Hold => return None,
    };
    let here = || defense.iter().filter(|defender| defender.channel == player.channel);
    if here().any(|defender| defender.id == *target) {
        return None;
    }
    let nearest = here().min_by(|a, b| nearer(player.at, a.at, b.at));
    Some(match (nearest, &player.assignment) {
        (Some(defender), _) => anew(defender.id.clone()),
        (None, Assignment::Block(_)) => Assignment::Hold,
        (None, _) => Assignment::Advance,
    })
}

/// Which of two places is nearer to `from`: by yards, then across.
pub(super) fn nearer(from: Place, a: Place, b: Place) -> std::cmp::Ordering {
    let away = |place: Place| ((place.yards - from.yards).abs(), (place.across - from.across).abs());
    let (a, b) = (away(a), away(b));
    a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
}

/// Another assignment for a player whose team-mate is gone, or that adds to nobody but a ring.
fn adding(before: &Play, play: &Play, index: usize) -> Option<Assignment> {
    let player = play.offense.get(index)?;
    let Assignment::Support(target) = &player.assignment else { return None };
    if position(play, target).is_some() {
        let ends = end_of_support(play, index, None).is_some() || leads_nowhere_later(play, index);
        return (!ends).then_some(Assignment::Advance);
    }
    // Whom those who are gone added to.
    let mut gone = target;
    for _ in 0..before.offense.len() {
        let Some(Assignment::Support(next)) =
            position(before, gone).and_then(|at| before.offense.get(at)).map(|gone| &gone.assignment)
        else {
            break;
        };
        gone = next;
        if *gone != player.id && position(play, gone).is_some() {
            return Some(Assignment::Support(gone.clone()));
        }
    }
    let mates = play.offense.iter().filter(|mate| {
        let busy = !matches!(mate.assignment, Assignment::Hold | Assignment::Support(_));
        busy && mate.id != player.id && mate.channel == player.channel
    });
    let nearest = mates.min_by(|a, b| nearer(player.at, a.at, b.at));
    Some(nearest.map_or(Assignment::Hold, |mate| Assignment::Support(mate.id.clone())))
}

/// Whether a chain of support ends at somebody who is gone, so that the one before that is given another.
fn leads_nowhere_later(play: &Play, start: usize) -> bool {
    let mut at = start;
    for _ in 0..=play.offense.len() {
        match play.offense.get(at).map(|player| &player.assignment) {
            Some(Assignment::Support(next)) => match position(play, next) {
                Some(next) => at = next,
                None => return true,
            },
            _ => return false,
        }
    }
    false
}

/// Sees to it that somebody carries the ball, and takes part.
fn carrier(play: &mut Play, intended: &[Assignment]) {
    let takes_part = |play: &Play, index| {
        let end = end_of_support(play, index, None).and_then(|end| play.offense.get(end));
        end.is_some_and(|end| end.assignment != Assignment::Hold)
    };
    let index = match position(play, &play.ball.carrier) {
        Some(index) => index,
        None => (0..play.offense.len()).find(|index| takes_part(play, *index)).unwrap_or(0),
    };
    let Some(carrier) = play.offense.get(index) else { return };
    play.ball.carrier = carrier.id.clone();
    if takes_part(play, index) {
        return;
    }
    // Whom the carrier adds to goes on if it stopped only now; else the carrier itself does something.
    let end = end_of_support(play, index, None).filter(|end| intended.get(*end) != Some(&Assignment::Hold));
    if let Some(player) = play.offense.get_mut(end.unwrap_or(index)) {
        player.assignment = Assignment::Advance;
    }
}

/// Where an offense player stands in its list.
pub(super) fn position(play: &Play, id: &PlayerId) -> Option<usize> {
    play.offense.iter().position(|player| player.id == *id)
}

/// Where the chain of support from the player at `start` ends, if the one `with` says did that; nowhere in a ring or at
/// a stranger.
pub(super) fn end_of_support(play: &Play, start: usize, with: Option<(usize, &Assignment)>) -> Option<usize> {
    let mut at = start;
    for _ in 0..play.offense.len() {
        let own = &play.offense.get(at)?.assignment;
        let assignment = with.filter(|(index, _)| *index == at).map_or(own, |(_, assignment)| assignment);
        match assignment {
            Assignment::Support(next) => at = position(play, next)?,
            _ => return Some(at),
        }
    }
    None
}
