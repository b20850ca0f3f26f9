//! Which keys are a board's own, and what they are to it.

use bevy_egui::egui::{self, Event, Key, Modifiers};

use super::key;
use crate::app::actions::Action;
use crate::app::session::presenting::{Board, BoardKey};

/// What Left, Right and their like move by, and what with Shift.
const STEPS: (i32, i32) = (1, 5);

/// Whether a key is the board's. Those that clickers send, and Escape, never are.
pub(in crate::app::panels::present) fn takes(board: &Board, key: Key, modifiers: Modifiers) -> bool {
    if matches!(key, Key::PageUp | Key::PageDown | Key::Escape) || is_function(key) {
        return false;
    }
    if is_text(board) {
        let edits = matches!(
            key,
            Key::A
                | Key::C
                | Key::V
                | Key::X
                | Key::Y
                | Key::Z
                | Key::ArrowLeft
                | Key::ArrowRight
                | Key::ArrowUp
                | Key::ArrowDown
                | Key::Backspace
                | Key::Delete
                | Key::Home
                | Key::End
        );
        // With AltGr, which some keyboards send as both, a character is typed.
        return edits || !modifiers.command || modifiers.alt;
    }
    if modifiers.command || modifiers.alt {
        return false;
    }
    meaning(board, key, modifiers).is_some() || is_of_number(board, key)
}

/// Reads what was pressed and typed since the last update, in order.
pub(super) fn read(ctx: &egui::Context, board: &Board, said: &mut Vec<Action>) {
    ctx.input(|input| {
        for event in &input.events {
            match event {
                Event::Text(text) if !is_text(board) => {
                    let typed = text.chars().filter(|character| is_character_of(board, *character));
                    said.extend(typed.map(|character| key(BoardKey::Char(character))));
                }
                Event::Key { key: pressed, pressed: true, modifiers, .. }
                    if takes(board, *pressed, *modifiers) && !modifiers.command =>
                {
                    said.extend(meaning(board, *pressed, *modifiers).map(key));
                }
                _ => {}
            }
        }
    });
}

/// Whether the board has a field for words.
const fn is_text(board: &Board) -> bool {
    matches!(board, Board::Groups(_) | Board::Note(..) | Board::Record(_))
}

/// What a key that writes no character means to a board.
fn meaning(board: &Board, key: Key, modifiers: Modifiers) -> Option<BoardKey> {
    let steps = if modifiers.shift { STEPS.1 } else { STEPS.0 };
    let means = match key {
        // With Shift, a field for several lines takes a new one.
        Key::Enter if !(is_text(board) && modifiers.shift) => BoardKey::Take,
        _ if is_text(board) => return None,
        Key::Tab if modifiers.shift => BoardKey::Previous,
        Key::Tab => BoardKey::Next,
        Key::ArrowUp => BoardKey::Up,
        Key::ArrowDown => BoardKey::Down,
        Key::ArrowLeft if !matches!(board, Board::Calls { .. }) => BoardKey::By(-steps),
        Key::ArrowRight if !matches!(board, Board::Calls { .. }) => BoardKey::By(steps),
        Key::Backspace | Key::Delete if !matches!(board, Board::Argue(_)) => BoardKey::Erase,
        Key::R if matches!(board, Board::Calls { .. } | Board::Argue(_)) => BoardKey::Reveal,
        Key::Space if matches!(board, Board::Argue(_)) => BoardKey::Switch,
        _ => return None,
    };
    Some(means)
}

/// Whether a key writes a character that the board takes: the character itself comes as text, whatever the keyboard.
fn is_of_number(board: &Board, key: Key) -> bool {
    let name = key.name();
    let digit = name.len() == 1 && name.bytes().all(|byte| byte.is_ascii_digit());
    digit
        || match board {
            Board::Calls { .. } => false,
            Board::Fronts { .. } | Board::Timer(_) => matches!(key, Key::Period | Key::Comma),
            _ => matches!(key, Key::Minus | Key::Plus | Key::Equals | Key::Period | Key::Comma),
        }
}

fn is_character_of(board: &Board, character: char) -> bool {
    character.is_ascii_digit()
        || match board {
            Board::Calls { .. } => false,
            Board::Fronts { .. } | Board::Timer(_) => matches!(character, '.' | ','),
            _ => matches!(character, '-' | '−' | '+' | '.' | ','),
        }
}

const fn is_function(key: Key) -> bool {
    matches!(
        key,
        Key::F1
            | Key::F2
            | Key::F3
            | Key::F4
            | Key::F5
            | Key::F6
            | Key::F7
            | Key::F8
            | Key::F9
            | Key::F10
            | Key::F11
            | Key::F12
    )
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::{Key, Modifiers};

    use super::takes;
    use crate::app::session::presenting::{ArgueBoard, Argued, Board, GuessBoard};

    fn boards() -> Vec<Board> {
        vec![
            Board::Guess(GuessBoard::default()),
            Board::Fronts { lane: 0, typed: String::new(), was: None },
            Board::Groups(String::new()),
            Board::Calls { group: 0, revealed: false },
            Board::Argue(ArgueBoard::default()),
            Board::Note(Argued::Decision, String::new()),
            Board::Timer(String::new()),
            Board::Record(String::new()),
        ]
    }

    #[test]
    fn clickers_and_escape_are_never_a_boards() {
        for board in boards() {
            for key in [Key::PageUp, Key::PageDown, Key::Escape, Key::F5, Key::F11] {
                assert!(!takes(&board, key, Modifiers::NONE), "{key:?} {board:?}");
            }
        }
    }

    #[test]
    fn numbers_belong_to_boards_of_numbers_and_letters_to_boards_of_words() {
        let takes_plain = |board: &Board, key| takes(board, key, Modifiers::NONE);
        for board in boards() {
            assert!(takes_plain(&board, Key::Num3) && takes_plain(&board, Key::Enter), "{board:?}");
            let words = matches!(board, Board::Groups(_) | Board::Note(..) | Board::Record(_));
            assert_eq!(takes_plain(&board, Key::B), words, "{board:?}");
            assert!(!takes(&board, Key::S, Modifiers::COMMAND), "{board:?}");
            assert_eq!(takes(&board, Key::C, Modifiers::COMMAND), words, "{board:?}");
        }
        let guess = Board::Guess(GuessBoard::default());
        assert!(takes_plain(&guess, Key::Minus) && !takes_plain(&guess, Key::Space));
    }
}
