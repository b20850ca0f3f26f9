//! Fields, list items and map entries, with their commas.
//!
//! In: the parser behind an opening bracket. Out: items on its scratch stack, up to and with the closing bracket. The
//! common slips (a comma, a colon, a value left out; quoted names; `=` and `;`) are named and read as they were meant.

use super::super::error::{SyntaxError, SyntaxErrorKind as Kind};
use super::super::lexer::{self, Name, byte};
use super::super::{ItemData, NONE, NodeKind, Span};
use super::{Bracket, Flavour, Parser, closes, name_of, offset};

impl Parser<'_> {
    /// Everything up to and with the closing bracket of the innermost open one: the kind it turns out to be, and where
    /// the closing bracket is.
    pub(super) fn items_of(&mut self, flavour: Flavour, kind: NodeKind) -> (NodeKind, Option<usize>) {
        let mut kind = kind;
        let base = self.scratch.len();
        let mut undecided = flavour == Flavour::Parens && kind == NodeKind::Tuple;
        let Some(bracket) = self.brackets.last().copied() else { return (kind, None) };
        loop {
            self.stop_if_hopeless();
            self.trivia();
            let at = self.pos;
            match self.peek() {
                None => {
                    self.unclosed_at_end(base);
                    return (kind, None);
                }
                Some(b) if b == bracket.close => {
                    self.pos += 1;
                    return (kind, Some(at));
                }
                Some(b) if closes(b) => {
                    if self.closes_outer(b, bracket) {
                        self.unclosed(bracket, base);
                        return (kind, None);
                    }
                    self.stray_close(b, bracket, base);
                }
                Some(b @ (b',' | b';' | b':')) => {
                    self.pos += 1;
                    let span = Span::new(at, at + 1);
                    let message = format!("a `{}` cannot stand here", char::from(b));
                    self.report(
                        SyntaxError::new(Kind::StrayCharacter, span, message)
                            .help("take it out")
                            .fix(span, ""),
                    );
                }
                Some(_) => {
                    self.calls += 1;
                    self.check_calls();
                    let item = match flavour {
                        Flavour::Parens => self.parens_item(&mut kind, undecided),
                        Flavour::List => self.list_item(bracket, base),
                        Flavour::Map => Some(self.map_item()),
                    };
                    self.calls -= 1;
                    let Some(mut item) = item else {
                        self.unclosed(bracket, base);
                        return (kind, None);
                    };
                    undecided &= kind == NodeKind::Tuple && self.kind(item.value) == NodeKind::Error;
                    self.comma(&mut item);
                    self.scratch.push(item);
                }
            }
        }
    }

    /// Passes over a closing bracket that closes nothing, and the comma behind it.
    fn stray_close(&mut self, close: u8, bracket: Bracket, base: usize) {
        let span = Span::new(self.pos, self.pos + 1);
        let message = format!("this {} closes nothing", name_of(close));
        let error = SyntaxError::new(Kind::UnexpectedClose, span, message)
            .help("take it out")
            .related(Span::new(bracket.at, bracket.at + 1), "still open from here")
            .fix(span, "");
        self.report(error);
        self.pos += 1;
        self.trivia();
        if self.peek() == Some(b',')
            && let Some(item) = self.scratch.get_mut(base..).and_then(<[_]>::last_mut)
            && item.comma == NONE
        {
            item.comma = offset(self.pos);
            self.pos += 1;
        }
    }

    /// The comma behind an item, or why there is none.
    fn comma(&mut self, item: &mut ItemData) {
        self.trivia();
        let at = self.pos;
        match self.peek() {
            Some(b',') => {
                item.comma = offset(at);
                self.pos += 1;
            }
            Some(b';') => {
                let span = Span::new(at, at + 1);
                let error =
                    SyntaxError::new(Kind::MissingComma, span, "a comma must stand here, not a semicolon");
                self.report(error.help("write `,`").fix(span, ","));
                self.pos += 1;
            }
            // The colon and stray characters are reported where the next item is looked for.
            None | Some(b')' | b']' | b'}' | b':') => (),
            Some(b) => {
                let begins_value =
                    matches!(b, b'(' | b'[' | b'{' | b'"' | b'\'' | b'0'..=b'9' | b'+' | b'-' | b'.')
                        || b.is_ascii_alphabetic()
                        || lexer::name(self.text, at).is_some();
                // Behind what could not be read, a comma may well be part of it.
                if begins_value && self.kind(item.value) != NodeKind::Error && self.comma_excused != at {
                    let end = self.end(item.value);
                    let error = SyntaxError::new(
                        Kind::MissingComma,
                        Span::new(at, self.one_char(at)),
                        "a `,` is missing before this",
                    );
                    self.report(error.help("put a comma between two items").insert(end, ","));
                }
            }
        }
    }

    pub(super) fn one_char(&self, at: usize) -> usize {
        at + lexer::char_at(self.text, at).map_or(0, char::len_utf8)
    }

    /// An item between parentheses. `None`: they are not closed, and what follows belongs to the outer bracket.
    fn parens_item(&mut self, kind: &mut NodeKind, undecided: bool) -> Option<ItemData> {
        let start = self.pos;
        let named = *kind == NodeKind::Struct;
        let Some(name) = lexer::name(self.text, start) else {
            if named && self.peek() == Some(b'(') && self.outer_close() == Some(b']') {
                return None;
            }
            let value = self.value();
            return Some(self.unnamed_item(value, kind, undecided));
        };
        self.pos = name.end;
        self.trivia();
        let key = Span::new(name.start, name.end);
        match self.peek() {
            Some(b':') => {
                if named || undecided {
                    *kind = NodeKind::Struct;
                } else {
                    let error = SyntaxError::new(
                        Kind::UnexpectedFieldName,
                        key,
                        "a named field cannot stand among values without names",
                    );
                    self.report(error.help("name all of them, or none"));
                }
                self.pos += 1;
                Some(self.field_value(key))
            }
            Some(b'=') if named || undecided => {
                *kind = NodeKind::Struct;
                let span = Span::new(self.pos, self.pos + 1);
                let error = SyntaxError::new(Kind::MissingColon, span, "a field's name is followed by `:`");
                self.report(error.help("write `:` for `=`").fix(span, ":"));
                self.pos += 1;
                Some(self.field_value(key))
            }
            next => {
                if self.pos == name.end
                    && matches!(next, Some(b'.' | b'+' | b'-'))
                    && (named || undecided)
                    && let Some(item) = self.bad_name(name, kind)
                {
                    return Some(item);
                }
                let same_line = !self.slice(name.end, self.pos).contains('\n');
                let value_follows = match next {
                    Some(b'"' | b'[' | b'{' | b'0'..=b'9' | b'-') => same_line,
                    _ => false,
                };
                let variant = matches!(self.slice(name.start, name.end), "Some" | "true" | "false" | "None");
                if (named || undecided) && value_follows && !variant {
                    *kind = NodeKind::Struct;
                    let error = SyntaxError::new(Kind::MissingColon, key, "a `:` is missing after this name");
                    self.report(error.help("write `name: value`").insert(name.end, ":"));
                    return Some(self.field_value(key));
                }
                let value = self.named(name);
                Some(self.unnamed_item(value, kind, undecided))
            }
        }
    }

    /// `step-back: 5`: a field's name that needs `r#`. `None` if it is none.
    fn bad_name(&mut self, name: Name, kind: &mut NodeKind) -> Option<ItemData> {
        let end = lexer::raw_name_run(self.text, name.start);
        let colon = lexer::trivia(self.text, end).ok()?;
        if byte(self.text, colon) != Some(b':') {
            return None;
        }
        *kind = NodeKind::Struct;
        let written = self.slice(name.start, end);
        let plain = written.replace(['-', '.', '+'], "_");
        let key = Span::new(name.start, end);
        let error = SyntaxError::new(Kind::BadName, key, format!("`{written}` is not a name"))
            .help(format!("names have letters, digits and `_`: `{plain}`"))
            .fix(key, plain);
        self.report(error);
        self.pos = colon + 1;
        Some(self.field_value(key))
    }

    /// The value of a field; the parser stands behind the colon.
    pub(super) fn field_value(&mut self, key: Span) -> ItemData {
        let colon = self.pos;
        self.trivia();
        // `title:` and on the next line `summary: …`: the value is missing, the name is the next field's.
        if let Some(name) = lexer::name(self.text, self.pos) {
            let next = lexer::trivia(self.text, name.end).unwrap_or(name.end);
            if byte(self.text, next) == Some(b':') {
                let at = Span::new(colon, colon);
                let error = SyntaxError::new(Kind::MissingValue, at, "a value is missing here");
                let pos = self.pos;
                let error = error.help("write the field's value and a comma");
                let value = self.add_error(colon, colon, error);
                self.pos = pos;
                return ItemData { key, ..item(value) };
            }
        }
        let value = if matches!(self.peek(), None | Some(b',' | b':' | b')' | b']' | b'}')) {
            let pos = self.pos;
            self.pos = colon;
            let error =
                SyntaxError::new(Kind::MissingValue, Span::new(colon, colon), "a value is missing here");
            let value =
                self.add_error(colon, colon, error.help("write the field's value, or take the field out"));
            self.pos = pos;
            value
        } else {
            self.value()
        };
        ItemData { key, ..item(value) }
    }

    /// A value between parentheses that has no name before it: right in a tuple, wrong in a record.
    fn unnamed_item(&mut self, value: u32, kind: &mut NodeKind, undecided: bool) -> ItemData {
        self.trivia();
        let span = Span::new(self.start(value), self.end(value));
        let named = *kind == NodeKind::Struct;
        if self.peek() == Some(b':') && (named || undecided) && self.kind(value) == NodeKind::String {
            let written = self.slice(span.range().start, span.range().end).trim_matches('"');
            let plain = lexer::name(written, 0).is_some_and(|name| name.end == written.len());
            let mut error = SyntaxError::new(Kind::BadName, span, "a field's name stands without quotes")
                .help("take the quotes off");
            if plain {
                error = error.fix(span, written.to_owned());
            }
            self.report(error);
            *kind = NodeKind::Struct;
            self.pos += 1;
            // The key is what stands between the quotes.
            let inner = Span { start: span.start + 1, end: span.end.saturating_sub(1) };
            return self.field_value(if plain { inner } else { Span::default() });
        }
        if named && self.kind(value) != NodeKind::Error {
            let error = SyntaxError::new(Kind::MissingFieldName, span, "this value has no field name");
            self.report(error.help("write `name: value`, as for its neighbours"));
        }
        item(value)
    }

    /// An item of a list. `None`: the list is not closed, and what follows belongs to the outer record.
    fn list_item(&mut self, bracket: Bracket, base: usize) -> Option<ItemData> {
        let start = self.pos;
        let nodes = self.nodes.len();
        let value = self.value();
        self.trivia();
        if self.peek() != Some(b':') || self.kind(value) != NodeKind::Ident {
            return Some(item(value));
        }
        // A field behind unnamed items, or one that stands no deeper than the list, belongs outside. One that comes
        // first rather lacks its parentheses.
        let first = self.scratch.len() <= base;
        let after_field =
            self.scratch.get(base..).and_then(<[_]>::last).is_some_and(|item| !item.key.is_empty());
        let outside = !first && !after_field || self.outdented(start, bracket.at);
        if self.outer_close() == Some(b')') && outside {
            self.nodes.truncate(nodes);
            self.pos = start;
            return None;
        }
        let key = Span::new(self.start(value), self.end(value));
        if !after_field {
            let error = SyntaxError::new(Kind::UnexpectedFieldName, key, "a list holds values without names");
            self.report(
                error
                    .help("put the fields of an item between `(` and `)`")
                    .related(Span::new(bracket.at, bracket.at + 1), "the list is open from here"),
            );
        }
        self.pos += 1;
        Some(self.field_value(key))
    }

    fn map_item(&mut self) -> ItemData {
        let key = self.value();
        self.trivia();
        let at = self.pos;
        let value = match self.peek() {
            Some(b':') => {
                self.pos += 1;
                self.trivia();
                self.value()
            }
            next => {
                let end = self.end(key);
                let mut error = SyntaxError::new(
                    Kind::MissingColon,
                    Span::new(end, end),
                    "a `:` and a value must follow this key",
                )
                .help("write `key: value`");
                match next {
                    Some(b'=') => {
                        error = error.fix(Span::new(at, at + 1), ":");
                        self.pos += 1;
                        self.trivia();
                    }
                    None | Some(b',' | b')' | b']' | b'}') => {
                        let value = self.add_error(end, end, error);
                        self.pos = at;
                        return ItemData { key_node: key, ..item(value) };
                    }
                    Some(_) => error = error.insert(end, ":"),
                }
                self.report(error);
                self.value()
            }
        };
        ItemData { key_node: key, ..item(value) }
    }
}

/// An item without name, key and comma.
fn item(value: u32) -> ItemData {
    ItemData { key: Span::default(), key_node: NONE, value, comma: NONE }
}
