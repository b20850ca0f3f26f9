//! Carrying out what the presenter does.

use super::{Argued, Board, InkStep, NOTE_SCALES, PresentStep, Tool};
use crate::app::session::Session;
use crate::keeping::Disk;

impl Session {
    /// Does something of a presentation; nothing happens where none is held.
    pub fn do_present(&mut self, step: PresentStep, disk: &dyn Disk) {
        let Some(presenting) = &mut self.presenting else { return };
        let said = presenting.room.clone();
        match step {
            PresentStep::Next => self.next_step(),
            PresentStep::Back => self.previous_step(),
            PresentStep::First => self.go_to_step(0, false),
            PresentStep::Last => self.go_to_step(usize::MAX, false),
            PresentStep::Again => {
                let at = presenting.at;
                self.go_to_step(at, true);
            }
            PresentStep::GoTo(at) => self.go_to_step(at, false),
            PresentStep::Veil(veil) => {
                presenting.veil = if presenting.veil == Some(veil) { None } else { Some(veil) };
            }
            PresentStep::Tool(tool) => {
                presenting.tool = if presenting.tool == tool { Tool::Pointer } else { tool };
                if presenting.ink.is_drawing() {
                    self.draw(InkStep::End);
                }
            }
            PresentStep::Stylus(stylus) => {
                presenting.stylus = stylus;
                presenting.tool = Tool::Pen;
            }
            PresentStep::Ink(what) => self.draw(what),
            PresentStep::Light(at) => presenting.light = at,
            PresentStep::Overview => {
                presenting.overview = match presenting.overview {
                    Some(_) => None,
                    None => Some(presenting.at),
                };
            }
            PresentStep::Choose(at) => {
                let last = presenting.rundown.steps.len().saturating_sub(1);
                presenting.overview = presenting.overview.map(|_| at.min(last));
            }
            PresentStep::Going(typed) => presenting.going = typed,
            PresentStep::Board(board) => self.open_board(board),
            PresentStep::Enter => self.enter_board(disk),
            PresentStep::Key(key) => self.board_key(key, disk),
            PresentStep::Type(text) => self.type_on_board(text),
            PresentStep::Judge(player, strength) => self.judge(&player, strength),
            PresentStep::BackToFile => self.back_to_file(),
            PresentStep::Timer(secs) => presenting.clock.timer_secs = secs,
            PresentStep::RestartClock => {
                (presenting.clock.elapsed_secs, presenting.clock.item_secs) = (0.0, 0.0);
            }
            PresentStep::Target(minutes) => {
                let minutes = minutes.filter(|minutes| minutes.is_finite() && *minutes > 0.0);
                presenting.clock.target_secs = minutes.map(|minutes| minutes * 60.0);
            }
            PresentStep::Notes => presenting.notes = !presenting.notes,
            PresentStep::NoteScale(scale) if scale.is_finite() => {
                presenting.second.note_scale = scale.clamp(*NOTE_SCALES.start(), *NOTE_SCALES.end());
            }
            PresentStep::NoteScale(_) => {}
            PresentStep::Second(wanted) => {
                (presenting.second.wanted, presenting.second.asked) = (wanted, wanted);
                self.settings.presenter_window = wanted;
            }
            PresentStep::SecondStands(stands, displays) => {
                (presenting.second.stands, presenting.second.displays) = (stands, displays);
            }
            PresentStep::FoldNotes(folded) => presenting.notes = folded,
            PresentStep::Inspector(open) => self.inspect(open),
            PresentStep::Fronts(lane, yards) => self.set_front(lane, yards),
            PresentStep::Groups(names) => self.set_groups(names),
            PresentStep::Call(group, play) => self.call(group, play),
            PresentStep::Argument(text) => self.write_down(Argued::Argument, &text),
            PresentStep::Decision(text) => self.write_down(Argued::Decision, &text),
            PresentStep::TakeBack(kind, at) => {
                let list = match kind {
                    Argued::Argument => &mut presenting.room.arguments,
                    Argued::Decision => &mut presenting.room.decisions,
                };
                if at < list.len() {
                    list.remove(at);
                }
            }
            PresentStep::KeepRecord(name) => self.keep_record(&name, disk),
            PresentStep::KeepInk => self.keep_ink(disk),
            PresentStep::Escape => self.escape_presenting(),
            PresentStep::Leave => self.leave_presenting(),
        }
        if self.presenting.as_ref().is_some_and(super::Presenting::reveals) {
            self.note_outcomes();
        }
        if self.presenting.as_ref().is_some_and(|presenting| presenting.room != said) {
            self.update_record();
        }
    }

    fn draw(&mut self, what: InkStep) {
        let Some(presenting) = &mut self.presenting else { return };
        let Some(step) = presenting.rundown.steps.get(presenting.at) else { return };
        presenting.ink.apply(&step.key, presenting.stylus, what);
    }

    fn open_board(&mut self, board: Option<Board>) {
        let board = match board {
            // A guess is of what is on the field; a card has nothing to guess.
            Some(Board::Guess(guess)) if guess.typed.is_empty() => self.guess_board(guess.group),
            Some(Board::Argue(argue)) if argue.rows.is_empty() => self.argue_board(),
            board => board,
        };
        if let Some(Board::Guess(guess)) = &board
            && !self.presenting.as_ref().is_some_and(super::Presenting::reveals)
        {
            self.note_guess(guess);
        }
        if let Some(presenting) = &mut self.presenting {
            presenting.board = board;
            presenting.going = None;
            presenting.overview = None;
            // What is to be typed has to be seen.
            presenting.veil = None;
        }
    }

    /// Fields and reasons of what is on the field, over it; the step stays where it is.
    fn inspect(&mut self, open: bool) {
        let on_field = self.presenting.as_ref().is_some_and(|presenting| presenting.act().is_some());
        if let Some(presenting) = &mut self.presenting {
            presenting.inspector = open && on_field;
        }
        if open && on_field {
            self.panels.inspector = true;
            if self.selected.is_none() {
                self.selected = Some(crate::model::Subject::Play);
            }
        } else {
            self.selected = None;
        }
    }

    /// Closes what was opened last; with nothing open, the presentation ends.
    fn escape_presenting(&mut self) {
        if self.notice.take().is_some() || self.news.take().is_some() {
            return;
        }
        let Some(presenting) = &mut self.presenting else { return };
        if presenting.ink.is_drawing() {
            self.draw(InkStep::Undo);
            return;
        }
        if presenting.keys || presenting.going.is_some() || presenting.overview.is_some() {
            (presenting.keys, presenting.going, presenting.overview) = (false, None, None);
            return;
        }
        if presenting.board.take().is_some() {
            return;
        }
        if presenting.inspector {
            self.inspect(false);
            return;
        }
        if presenting.veil.take().is_some() {
            return;
        }
        if presenting.tool != Tool::Pointer {
            presenting.tool = Tool::Pointer;
            return;
        }
        if presenting.clock.timer_secs.take().is_some() {
            return;
        }
        self.leave_presenting();
    }
}
