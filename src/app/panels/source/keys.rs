//! Keys into edits and moves.
//!
//! In: what egui heard since the last update. Out: reports, and the caret where it goes. Of several keys in one update
//! each acts on the text that the ones before it made.

use std::borrow::Cow;

use bevy_egui::egui::{self, Event, ImeEvent, Key, Modifiers, Ui};

use super::layout::Pen;
use super::writing::{self, Change, Step};
use super::{Caret, Editor, Source, Space, Typed, Typing, focused, moves};

/// Whether the editor, having the keyboard, acts on a key that is also a command's.
#[must_use]
pub fn takes(ctx: &egui::Context, key: Key, modifiers: Modifiers) -> bool {
    let own = matches!(
        key,
        Key::A
            | Key::C
            | Key::F
            | Key::V
            | Key::X
            | Key::Y
            | Key::Z
            | Key::Slash
            | Key::Period
            | Key::Space
            | Key::Home
            | Key::End
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::ArrowUp
            | Key::ArrowDown
            | Key::Backspace
            | Key::Delete
    );
    focused(ctx) && (!modifiers.command || own)
}

/// One update at work: the editor, and the text as the edits so far made it.
pub(super) struct Hand<'a> {
    pub editor: &'a mut Editor,
    pub source: &'a Source<'a>,
    pub pen: &'a Pen<'a>,
    pub text: Cow<'a, str>,
    pub typed: &'a mut Vec<Typed>,
}

impl<'a> Hand<'a> {
    pub(super) fn new(
        editor: &'a mut Editor,
        source: &'a Source<'a>,
        pen: &'a Pen<'a>,
        typed: &'a mut Vec<Typed>,
    ) -> Self {
        Self { editor, source, pen, text: Cow::Borrowed(source.text), typed }
    }

    /// Remembers the text as it will be.
    pub(super) fn finish(self) {
        if let Cow::Owned(text) = self.text {
            self.editor.expected = Some(text);
        }
    }

    /// Reports an edit and goes on with what it makes.
    pub(super) fn change(&mut self, change: impl Into<Option<Change>>) {
        let Some(change) = change.into().filter(|_| !self.source.read_only) else { return };
        let Ok(text) = change.edit.apply(&self.text) else { return };
        if change.edit.is_empty() {
            return;
        }
        self.editor.inks.edit(&text, &change.edit);
        self.text = Cow::Owned(text);
        let editor = &mut *self.editor;
        editor.count += 1;
        for closer in &mut editor.closers {
            *closer = change.edit.map(*closer);
        }
        editor.closers.extend(change.closer);
        editor.caret = change.caret.clamped(&self.text);
        // What came by itself is the person's own once the caret has left its line.
        let line = moves::line_at(&self.text, editor.caret.at);
        editor.closers.retain(|closer| line.contains(closer));
        editor.goal = None;
        editor.dragged = None;
        editor.follow = true;
        self.typed.push(Typed::Edit(change.edit, change.typing));
    }

    /// Moves the caret; the selection grows if `extend`.
    pub(super) fn go(&mut self, at: usize, extend: bool) {
        let at = moves::clamp(&self.text, at);
        let anchor = if extend { self.editor.caret.anchor } else { at };
        self.editor.caret = Caret { at, anchor };
        self.editor.goal = None;
        self.editor.follow = true;
        self.editor.offers = None;
    }

    pub(super) fn events(&mut self, ui: &Ui, space: &Space) {
        let events = ui.input(|input| input.events.clone());
        let pasted = events.iter().any(|event| matches!(event, Event::Paste(_)));
        let copied = events.iter().any(|event| matches!(event, Event::Copy | Event::Cut));
        let mut paste_key = false;
        for event in events {
            match event {
                Event::Text(text) if paste_key => {
                    // Some windows give what is pasted as if it were typed.
                    paste_key = false;
                    self.paste(&text);
                }
                Event::Text(text) if text != "\n" && text != "\r" => self.write(&text),
                Event::Ime(ImeEvent::Preedit { text, .. }) => self.editor.preedit = text,
                Event::Ime(ImeEvent::Commit(text)) => {
                    self.editor.preedit.clear();
                    if !text.is_empty() && text != "\n" && text != "\r" {
                        self.write(&text);
                    }
                }
                Event::Ime(ImeEvent::DeleteSurrounding { before_chars, after_chars }) => {
                    self.delete_around(before_chars, after_chars);
                }
                Event::Copy => self.copy(ui, false),
                Event::Cut => self.copy(ui, true),
                Event::Paste(text) => self.paste(&text),
                Event::Key { key, pressed: true, modifiers, .. } => {
                    let plain_command = modifiers.command && !modifiers.alt;
                    match key {
                        Key::C if plain_command && !copied => self.copy(ui, false),
                        Key::X if plain_command && !copied => self.copy(ui, true),
                        Key::V if plain_command => paste_key = !pasted,
                        _ => self.key(key, modifiers, space),
                    }
                }
                _ => {}
            }
        }
        if self.editor.leaving {
            ui.memory_mut(|memory| memory.surrender_focus(super::id()));
            self.editor.leaving = false;
        }
        // Without a clipboard of the system, our own has to do.
        if paste_key && let Some((text, _)) = self.editor.clip.clone() {
            self.paste(&text);
        }
    }

    fn write(&mut self, text: &str) {
        self.editor.leaving = false;
        if self.source.read_only || text.is_empty() {
            return;
        }
        let editor = &*self.editor;
        match writing::typed(&self.text, &editor.inks, editor.caret, text, &editor.closers) {
            Step::Change(change) => self.change(change),
            Step::Over(at) => {
                self.editor.closers.retain(|closer| closer + 1 != at);
                self.go(at, false);
            }
        }
        self.offer_while_typing(text);
    }

    fn delete_around(&mut self, before: usize, after: usize) {
        let at = self.editor.caret.at;
        let back =
            self.text.get(..at).unwrap_or("").chars().rev().take(before).map(char::len_utf8).sum::<usize>();
        let on = self.text.get(at..).unwrap_or("").chars().take(after).map(char::len_utf8).sum::<usize>();
        self.change(writing::replace(at - back..at + on, "", Typing::Delete));
    }

    fn copy(&mut self, ui: &Ui, cut: bool) {
        let selected = self.editor.caret.range();
        let whole = selected.is_empty();
        let range = if whole { moves::line_at(&self.text, selected.start) } else { selected };
        let Some(text) = self.text.get(range.clone()).map(ToOwned::to_owned) else { return };
        if text.is_empty() {
            return;
        }
        ui.ctx().copy_text(text.clone());
        self.editor.clip = Some((text, whole));
        if cut {
            self.change(writing::replace(range, "", Typing::Other));
            self.editor.offers = None;
        }
    }

    fn paste(&mut self, text: &str) {
        let whole = matches!(&self.editor.clip, Some((clip, true)) if clip == text);
        let new = writing::with_line_ends(text, writing::line_ending(&self.text));
        let caret = self.editor.caret;
        self.editor.offers = None;
        if whole && caret.range().is_empty() && new.ends_with('\n') {
            let line = moves::line_start(&self.text, caret.at);
            let mut change = writing::replace(line..line, &new, Typing::Other);
            change.caret = Caret::at(caret.at + new.len());
            return self.change(change);
        }
        self.change(writing::replace(caret.range(), &new, Typing::Other));
    }

    fn key(&mut self, key: Key, modifiers: Modifiers, space: &Space) {
        if self.key_for_offers(key, modifiers) {
            return;
        }
        let leaving = std::mem::replace(&mut self.editor.leaving, false);
        let Modifiers { alt, shift, command, ctrl, mac_cmd, .. } = modifiers;
        let caret = self.editor.caret;
        let word = alt || ctrl;
        let text = &*self.text;
        match key {
            Key::Escape => {
                let open = self.editor.card.take().is_some() || self.editor.find.take().is_some();
                self.editor.leaving = !open;
            }
            Key::Tab if leaving => {}
            Key::Tab if command || alt => {}
            Key::Tab => {
                let change = if shift { writing::untab(text, caret) } else { writing::tab(text, caret) };
                self.change(change);
            }
            Key::Enter => {
                let change = writing::enter(text, &self.editor.inks, caret);
                self.change(change);
                self.editor.offers = None;
            }
            Key::Backspace => {
                let change = writing::backspace(text, caret, word, &self.editor.closers);
                self.change(change);
                self.offer_after_deleting();
            }
            Key::Delete => {
                let change = writing::delete(text, caret, word);
                self.change(change);
                self.offer_after_deleting();
            }
            Key::Slash if command => {
                let change = writing::toggle_comment(text, caret);
                self.change(change);
            }
            Key::ArrowUp | Key::ArrowDown if alt => {
                let change = writing::move_lines(text, caret, key == Key::ArrowUp);
                self.change(change);
            }
            Key::Z if command && !shift => self.typed.push(Typed::Undo),
            Key::Y | Key::Z if command => self.typed.push(Typed::Redo),
            Key::A if command => {
                self.editor.caret = Caret { at: self.text.len(), anchor: 0 };
                self.editor.offers = None;
            }
            Key::F if command => self.open_find(),
            Key::Space if command => self.offer(true),
            Key::Period if command => self.fix_here(),
            Key::ArrowLeft if mac_cmd => self.go(moves::home(text, caret.at), shift),
            Key::ArrowRight if mac_cmd => self.go(moves::line_end(text, caret.at), shift),
            Key::ArrowLeft if word => self.go(moves::word_left(text, caret.at), shift),
            Key::ArrowRight if word => self.go(moves::word_right(text, caret.at), shift),
            // Without Shift, a selection is left at its side.
            Key::ArrowLeft if !shift && caret.at != caret.anchor => self.go(caret.range().start, false),
            Key::ArrowRight if !shift && caret.at != caret.anchor => self.go(caret.range().end, false),
            Key::ArrowLeft => self.go(moves::left(text, caret.at), shift),
            Key::ArrowRight => self.go(moves::right(text, caret.at), shift),
            Key::ArrowUp if ctrl => self.editor.top -= 1.0,
            Key::ArrowDown if ctrl => self.editor.top += 1.0,
            Key::ArrowUp => self.go_lines(-1, shift),
            Key::ArrowDown => self.go_lines(1, shift),
            Key::PageUp | Key::PageDown => {
                let rows = ((space.body.height() / self.pen.row) as isize - 1).max(1);
                let rows = if key == Key::PageUp { -rows } else { rows };
                self.editor.top += rows as f64;
                self.go_lines(rows, shift);
            }
            Key::Home if command => self.go(0, shift),
            Key::End if command => self.go(text.len(), shift),
            Key::Home => self.go(moves::home(text, caret.at), shift),
            Key::End => self.go(moves::line_end(text, caret.at), shift),
            _ => {}
        }
    }

    /// Up (negative) or down by lines, as far across as the caret was before the first such step.
    fn go_lines(&mut self, lines: isize, extend: bool) {
        let caret = self.editor.caret.at;
        let inks = &self.editor.inks;
        let line = inks.line_of(caret);
        let goal = self.editor.goal.unwrap_or_else(|| self.pen.x(&self.text, inks, caret));
        let last = inks.line_count() - 1;
        let to = line.saturating_add_signed(lines).min(last);
        let at = match (line, lines < 0) {
            (0, true) => 0,
            (line, false) if line == last => self.text.len(),
            _ => self.pen.offset(&self.text, inks, to, goal),
        };
        self.go(at, extend);
        self.editor.goal = Some(goal);
    }
}
