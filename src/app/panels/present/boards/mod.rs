//! Boards over the field, while the room takes part: one file a board.
//!
//! In: the session with the board that is open. Out: actions, a key or a touch each. What a key means to a board is the
//! session's ([`BoardKey`]); here is only which keys there are, and how it looks from six metres away.

mod argue;
mod called;
mod calls;
mod chart;
mod fronts;
mod group;
mod guess;
mod keys;
mod kit;
mod number;
mod outcome;
mod small;
mod strength;
mod written;

use bevy_egui::egui::{self, Rect};

use crate::app::actions::Action;
use crate::app::session::presenting::{Board, BoardKey, PresentStep};
use crate::app::session::{Presenting, Session};

pub(super) use keys::takes;

/// Draws the board that is open, and reads its keys.
pub(super) fn show(ctx: &egui::Context, session: &Session, actions: &mut Vec<Action>) {
    let Some(presenting) = &session.presenting else { return };
    let Some(board) = &presenting.board else { return };
    if !is_seen(presenting) {
        return;
    }
    let mut said = Vec::new();
    if !presenting.keys && presenting.going.is_none() {
        keys::read(ctx, board, &mut said);
    }
    let view = kit::View::new(ctx, session, presenting);
    match board {
        Board::Guess(_) if presenting.reveals() => outcome::show(ctx, &view),
        Board::Guess(guess) => guess::show(ctx, &view, guess, &mut said),
        Board::Fronts { lane, typed, .. } => fronts::show(ctx, &view, *lane, typed, &mut said),
        Board::Groups(names) => small::groups(ctx, &view, names, &mut said),
        Board::Calls { group, revealed } => calls::show(ctx, &view, *group, *revealed, &mut said),
        Board::Argue(argue) => argue::show(ctx, &view, argue, &mut said),
        Board::Note(kind, typed) => written::show(ctx, &view, *kind, typed, &mut said),
        Board::Timer(typed) => small::timer(ctx, &view, typed, &mut said),
        Board::Record(name) => small::record(ctx, &view, name, &mut said),
    }
    actions.extend(said);
}

/// What a board leaves of the window for the field: one that is a strip stands beside it, so that everything is seen.
pub(super) fn beside(whole: Rect, presenting: &Presenting) -> Rect {
    if !is_seen(presenting) {
        return whole;
    }
    let share = match &presenting.board {
        Some(Board::Guess(_)) if presenting.reveals() => outcome::share(presenting),
        Some(Board::Guess(_)) => guess::SHARE,
        Some(Board::Fronts { .. }) => fronts::SHARE,
        Some(Board::Argue(_)) => argue::SHARE,
        Some(Board::Note(..)) => written::SHARE,
        Some(Board::Groups(_) | Board::Calls { .. } | Board::Timer(_) | Board::Record(_)) | None => 0.0,
    };
    Rect::from_min_max(whole.min, egui::pos2(whole.width().mul_add(-share, whole.right()), whole.bottom()))
}

/// Whether nothing hides the board: what nobody sees is not typed into either.
const fn is_seen(presenting: &Presenting) -> bool {
    presenting.veil.is_none() && presenting.overview.is_none()
}

/// A key of a board as an action.
const fn key(key: BoardKey) -> Action {
    Action::Presenting(PresentStep::Key(key))
}
