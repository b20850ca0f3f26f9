//! Keys for the board that is open: what each of them means there.
//!
//! Keys come one by one, however many were pressed since the window was drawn last, so that fast hands lose none.

use super::boards::{parse_yards, with_digit};
use super::{ArgueBoard, Board, BoardKey, Dispute, GuessBoard};
use crate::app::session::Session;
use crate::arrange::Handle;
use crate::keeping::Disk;

/// What a step of a strength is.
const STRENGTH_STEP: f64 = 0.5;

impl Session {
    /// Takes a key into the board that is open; nothing happens where that has no use for it.
    pub(super) fn board_key(&mut self, key: BoardKey, disk: &dyn Disk) {
        let Some(board) = self.presenting.as_ref().and_then(|presenting| presenting.board.clone()) else {
            return;
        };
        match (board, key) {
            (Board::Guess(board), key) => self.guess_key(board, key, disk),
            (Board::Fronts { lane, typed, was }, key) => self.front_key((lane, typed, was), key, disk),
            (Board::Calls { group, revealed }, key) => self.call_key(group, revealed, key),
            (Board::Argue(board), key) => self.argue_key(board, key),
            (Board::Timer(typed), key) => self.timer_key(&typed, key, disk),
            (Board::Groups(_) | Board::Note(..) | Board::Record(_), BoardKey::Take) => self.enter_board(disk),
            (Board::Groups(_) | Board::Note(..) | Board::Record(_), _) => {}
        }
    }

    /// Puts a text in the place of the one on the board that is open.
    pub(super) fn type_on_board(&mut self, text: String) {
        let board = self.presenting.as_mut().and_then(|presenting| presenting.board.as_mut());
        if let Some(Board::Groups(typed) | Board::Note(_, typed) | Board::Record(typed)) = board {
            *typed = text;
        }
    }

    fn put_board(&mut self, board: Option<Board>) {
        if let Some(presenting) = &mut self.presenting {
            presenting.board = board;
        }
    }

    fn guess_key(&mut self, mut board: GuessBoard, key: BoardKey, disk: &dyn Disk) {
        // Once the end is shown, there is nothing to guess any more.
        if self.presenting.as_ref().is_some_and(super::Presenting::reveals) {
            if key == BoardKey::Take {
                self.put_board(None);
            }
            return;
        }
        let groups = self.presenting.as_ref().map_or(1, |presenting| presenting.room.groups.len().max(1));
        match key {
            BoardKey::Char(character) => board.take(character),
            BoardKey::Erase => board.erase(),
            BoardKey::By(yards) => board.by(yards),
            BoardKey::Up => board.go_to(board.lane.saturating_sub(1)),
            BoardKey::Row(lane) => board.go_to(lane),
            BoardKey::Down if board.lane + 1 < board.typed.len() => board.go_to(board.lane + 1),
            BoardKey::Down if board.group + 1 >= groups => return,
            BoardKey::Down | BoardKey::Take => return self.enter_board(disk),
            BoardKey::Next | BoardKey::Previous => {
                let by = if key == BoardKey::Next { 1 } else { -1 };
                return self.put_board(self.guess_board(self.group_after(board.group, by)));
            }
            BoardKey::Group(group) if group < groups => return self.put_board(self.guess_board(group)),
            BoardKey::Group(_) | BoardKey::Switch | BoardKey::Reveal | BoardKey::Of(_) => return,
        }
        self.note_guess(&board);
        self.put_board(Some(Board::Guess(board)));
    }

    fn front_key(
        &mut self,
        (lane, typed, was): (usize, String, Option<f64>),
        key: BoardKey,
        disk: &dyn Disk,
    ) {
        let lanes = self.presented_model().map_or(0, |model| model.channels.len());
        let at = |lane: usize| Some(Board::Fronts { lane, typed: String::new(), was: None });
        match key {
            BoardKey::Char(character) => {
                let Some(after) = with_digit(&typed, character) else { return };
                let was = if typed.is_empty() { self.room_front(lane) } else { was };
                self.put_front(lane, parse_yards(&after, 0.0));
                self.put_board(Some(Board::Fronts { lane, typed: after, was }));
            }
            BoardKey::Erase if typed.is_empty() => {
                // Back to where the show has it.
                self.put_front(lane, None);
            }
            BoardKey::Erase => {
                let mut after = typed;
                after.pop();
                self.put_front(lane, if after.is_empty() { was } else { parse_yards(&after, 0.0) });
                self.put_board(Some(Board::Fronts { lane, typed: after, was }));
            }
            BoardKey::By(yards) => {
                let fronts = self.presented_fronts().unwrap_or_default();
                let Some(now) = fronts.get(lane) else { return };
                self.put_front(lane, Some(now.round() + f64::from(yards)));
                self.put_board(at(lane));
            }
            BoardKey::Up | BoardKey::Previous => self.put_board(at(lane.saturating_sub(1))),
            BoardKey::Down | BoardKey::Next if lane + 1 < lanes => self.put_board(at(lane + 1)),
            BoardKey::Row(lane) if lane < lanes => self.put_board(at(lane)),
            BoardKey::Take => self.enter_board(disk),
            _ => {}
        }
    }

    /// Where the room has put a lane's front, if it has.
    fn room_front(&self, lane: usize) -> Option<f64> {
        let model = self.presented_model()?;
        let channel = model.channels.get(lane)?;
        self.presenting.as_ref()?.room.fronts.get(&channel.id).copied()
    }

    fn call_key(&mut self, group: usize, revealed: bool, key: BoardKey) {
        let groups = self.presenting.as_ref().map_or(1, |presenting| presenting.room.groups.len().max(1));
        let to = |group: usize| Some(Board::Calls { group, revealed: false });
        match key {
            BoardKey::Reveal => self.put_board(Some(Board::Calls { group, revealed: !revealed })),
            // What is shown to all is not changed in passing.
            BoardKey::Char(_) | BoardKey::Erase | BoardKey::Row(_) if revealed => {}
            BoardKey::Char(character) => {
                if let Some(play) = character.to_digit(10).and_then(|digit| digit.checked_sub(1)) {
                    self.call(group, Some(play as usize));
                }
            }
            BoardKey::Row(play) => self.call(group, Some(play)),
            BoardKey::Erase => self.call(group, None),
            BoardKey::Next | BoardKey::Take | BoardKey::Down => {
                self.put_board(to(self.group_after(group, 1)));
            }
            BoardKey::Previous | BoardKey::Up => self.put_board(to(self.group_after(group, -1))),
            BoardKey::Group(group) if group < groups => self.put_board(to(group)),
            BoardKey::Group(_) | BoardKey::By(_) | BoardKey::Switch | BoardKey::Of(_) => {}
        }
    }

    fn argue_key(&mut self, mut board: ArgueBoard, key: BoardKey) {
        let last = board.rows.len().saturating_sub(1);
        match key {
            BoardKey::Up => board.chosen = board.chosen.saturating_sub(1),
            BoardKey::Down => board.chosen = (board.chosen + 1).min(last),
            BoardKey::Row(row) => board.chosen = row.min(last),
            BoardKey::Of(handle) => board.handle = Some(handle),
            BoardKey::Next | BoardKey::Previous => {
                board.handle = Some(match (board.handle(), key == BoardKey::Next) {
                    (Handle::Low, true) | (Handle::High, false) => Handle::Likely,
                    (Handle::Likely, true) | (Handle::Low, false) => Handle::High,
                    (Handle::High, true) | (Handle::Likely, false) => Handle::Low,
                });
            }
            BoardKey::Char(character) => {
                let row =
                    character.to_digit(10).and_then(|digit| digit.checked_sub(1)).map(|row| row as usize);
                match (row, character) {
                    (Some(row), _) if row <= last => {
                        board.chosen = row;
                        self.switch(board.rows.get(row));
                    }
                    (_, '+') => self.pull_chosen(&board, STRENGTH_STEP),
                    (_, '-' | '−') => self.pull_chosen(&board, -STRENGTH_STEP),
                    _ => return,
                }
            }
            BoardKey::By(steps) => self.pull_chosen(&board, f64::from(steps) * STRENGTH_STEP),
            BoardKey::Switch | BoardKey::Take => self.switch(board.rows.get(board.chosen)),
            BoardKey::Reveal => self.back_to_file(),
            BoardKey::Erase | BoardKey::Group(_) => return,
        }
        self.put_board(Some(Board::Argue(board)));
    }

    fn switch(&mut self, row: Option<&Dispute>) {
        if let Some(Dispute::Assumption(id)) = row {
            self.turn(id);
        }
    }

    fn pull_chosen(&mut self, board: &ArgueBoard, by: f64) {
        if let Some(Dispute::Strength(id)) = board.rows.get(board.chosen) {
            self.pull_strength(id, board.handle(), by);
        }
    }

    fn timer_key(&mut self, typed: &str, key: BoardKey, disk: &dyn Disk) {
        let after = match key {
            BoardKey::Char(character) => with_digit(typed, character),
            BoardKey::Erase => {
                let mut after = typed.to_owned();
                after.pop();
                Some(after)
            }
            BoardKey::By(minutes) => {
                let typed = if typed.is_empty() { super::TIMER_MINUTES } else { typed };
                let now = parse_yards(typed, 0.0).unwrap_or_default();
                Some(super::boards::shown_yards((now + f64::from(minutes)).max(1.0)))
            }
            BoardKey::Take => return self.enter_board(disk),
            _ => None,
        };
        if let Some(after) = after {
            self.put_board(Some(Board::Timer(after)));
        }
    }
}
