//! Builds nodes from text, and carries on after mistakes.
//!
//! In: the text. Out: the arena of nodes and items, and the errors. Without an error every step here is one that
//! `ron` 0.12 takes too when it reads a value it knows nothing about (`deserialize_any` in its `de/mod.rs`). What
//! happens after an error is ours alone: it should leave as much of the document readable as can be.
//!
//! Here are the parser's state, the document and what kind of value is met; `leaves` reads numbers and strings,
//! `brackets` opens, closes and limits nesting, `items` reads what is between brackets.

mod brackets;
mod items;
mod leaves;

use super::error::{SyntaxError, SyntaxErrorKind as Kind};
use super::lexer::{self, LexErrorKind, Name, byte};
use super::{ItemData, MAX_ERRORS, NONE, NodeData, NodeKind, Span};

/// How many nested calls `ron` allows itself. Only `Some` under `unwrap_variant_newtypes` gets there before
/// [`MAX_DEPTH`](super::MAX_DEPTH) does.
const RON_CALLS: isize = 128;

/// After so many strings without an end, the rest of the text is given up; each costs a scan of all of it.
const MAX_UNCLOSED_STRINGS: usize = 8;

pub(super) struct Parsed {
    pub nodes: Vec<NodeData>,
    pub items: Vec<ItemData>,
    pub root: u32,
    pub errors: Vec<SyntaxError>,
}

pub(super) fn parse(text: &str) -> Parsed {
    let mut parser = Parser {
        text,
        pos: 0,
        nodes: Vec::with_capacity(text.len() / 16),
        items: Vec::with_capacity(text.len() / 16),
        scratch: Vec::new(),
        errors: Vec::new(),
        brackets: Vec::new(),
        depth: 0,
        calls: 0,
        quiet: false,
        mistakes: 0,
        comma_excused: usize::MAX,
        unwraps_variants: false,
        unclosed_strings: 0,
    };
    let root = if u32::try_from(text.len()).is_ok_and(|length| length < NONE) {
        parser.document()
    } else {
        parser.report(SyntaxError::new(Kind::TooLong, Span::default(), "the file is larger than 4 GiB"));
        NONE
    };
    let mut errors = parser.errors;
    errors.sort_by_key(|e| e.span.start);
    Parsed { nodes: parser.nodes, items: parser.items, root, errors }
}

/// A bracket that is open where the parser stands.
#[derive(Clone, Copy)]
struct Bracket {
    at: usize,
    close: u8,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Flavour {
    Parens,
    List,
    Map,
}

struct Parser<'t> {
    text: &'t str,
    pos: usize,
    nodes: Vec<NodeData>,
    items: Vec<ItemData>,
    /// Items of the brackets still open, outermost first. They move to `items` when theirs is closed, so that the
    /// items of a node lie side by side.
    scratch: Vec<ItemData>,
    errors: Vec<SyntaxError>,
    brackets: Vec<Bracket>,
    depth: usize,
    /// Calls `ron` would be in.
    calls: isize,
    /// Errors from here on would only repeat one that was reported.
    quiet: bool,
    /// Errors met, reported or not.
    mistakes: usize,
    /// Where a missing comma is part of a bracket's cure already.
    comma_excused: usize,
    unwraps_variants: bool,
    unclosed_strings: usize,
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(NONE)
}

fn closes(b: u8) -> bool {
    matches!(b, b')' | b']' | b'}')
}

fn name_of(bracket: u8) -> &'static str {
    match bracket {
        b'(' | b')' => "parenthesis",
        b'[' | b']' => "square bracket",
        _ => "brace",
    }
}

impl<'t> Parser<'t> {
    fn report(&mut self, error: SyntaxError) {
        self.mistakes += 1;
        let repeated =
            self.errors.last().is_some_and(|last| last.span == error.span && last.kind == error.kind);
        if !self.quiet && !repeated && self.errors.len() < MAX_ERRORS {
            self.errors.push(error);
        }
    }

    /// Reports, and nothing after it: the rest of the text cannot be read.
    fn give_up(&mut self, error: SyntaxError) {
        self.report(error);
        self.quiet = true;
        self.pos = self.text.len();
    }

    /// After too many mistakes the rest is passed over. Looking for their causes costs time, and nobody reads on.
    fn stop_if_hopeless(&mut self) {
        if self.mistakes > MAX_ERRORS {
            self.quiet = true;
            self.pos = self.text.len();
        }
    }

    fn peek(&self) -> Option<u8> {
        byte(self.text, self.pos)
    }

    fn slice(&self, start: usize, end: usize) -> &'t str {
        self.text.get(start..end).unwrap_or("")
    }

    fn trivia(&mut self) {
        loop {
            match lexer::trivia(self.text, self.pos) {
                Ok(end) => {
                    self.pos = end;
                    if !self.unseen() {
                        return;
                    }
                }
                Err(e) if e.kind == LexErrorKind::UnclosedComment => return self.give_up(e.into()),
                Err(e) => {
                    self.pos = e.end;
                    self.report(e.into());
                }
            }
        }
    }

    fn add(&mut self, kind: NodeKind, start: usize, end: usize) -> u32 {
        let id = offset(self.nodes.len());
        self.nodes.push(NodeData {
            kind,
            span: Span::new(start, end),
            name: Span::default(),
            open: NONE,
            close: NONE,
            first_item: 0,
            item_count: 0,
            parent: NONE,
        });
        id
    }

    fn add_error(&mut self, start: usize, end: usize, error: SyntaxError) -> u32 {
        self.report(error);
        self.pos = end;
        self.add(NodeKind::Error, start, end)
    }

    fn data(&self, id: u32) -> Option<&NodeData> {
        self.nodes.get(id as usize)
    }

    fn kind(&self, id: u32) -> NodeKind {
        self.data(id).map_or(NodeKind::Error, |node| node.kind)
    }

    fn end(&self, id: u32) -> usize {
        self.data(id).map_or(self.pos, |node| node.span.end as usize)
    }

    fn start(&self, id: u32) -> usize {
        self.data(id).map_or(self.pos, |node| node.span.start as usize)
    }

    fn document(&mut self) -> u32 {
        if self.text.starts_with('\u{feff}') {
            self.pos = '\u{feff}'.len_utf8();
        }
        self.trivia();
        while self.peek() == Some(b'#') {
            match lexer::attribute(self.text, self.pos) {
                Ok(attribute) => {
                    self.unwraps_variants |= attribute.unwraps_variants;
                    self.pos = attribute.end;
                }
                Err(e) => {
                    let line = lexer::rest(self.text, self.pos);
                    self.pos += line.find('\n').unwrap_or(line.len());
                    self.report(e.into());
                }
            }
            self.trivia();
        }
        if self.pos >= self.text.len() {
            let at = Span::new(self.pos, self.pos);
            self.report(
                SyntaxError::new(Kind::Empty, at, "the file is empty")
                    .help("write a document, as `Play(format: 1, …)`"),
            );
            return NONE;
        }
        let mut root = self.value();
        self.trivia();
        // Rubbish at the beginning should not hide the document behind it.
        while self.kind(root) == NodeKind::Error && self.pos < self.text.len() && self.stray_at_root() {
            root = self.value();
            self.stop_if_hopeless();
            self.trivia();
        }
        if self.pos < self.text.len() {
            self.trailing(root);
        }
        root
    }

    /// Skips what cannot begin a value, and tells whether something is left.
    fn stray_at_root(&mut self) -> bool {
        while let Some(b) = self.peek() {
            if !(closes(b) || matches!(b, b',' | b':')) {
                return true;
            }
            self.pos += 1;
            self.trivia();
        }
        false
    }

    fn trailing(&mut self, root: u32) {
        let start = self.pos;
        let close = self.data(root).map_or(NONE, |node| node.close);
        let more = Span::new(start, self.text.len());
        let first = self.peek();
        let mut error = if first.is_some_and(closes) {
            SyntaxError::new(Kind::UnexpectedClose, Span::new(start, start + 1), "this closes nothing")
                .help("take it out, or look for a bracket that is closed too early")
        } else {
            SyntaxError::new(Kind::TrailingText, more, "the document has ended, but more text follows")
                .help("a file holds one document; look for a bracket that is closed too early, or take the rest out")
        };
        if close != NONE {
            error = error.related(Span::new(close as usize, close as usize + 1), "the document ends here");
        }
        self.report(error);
        self.quiet = true;
        // Closed too early is the likely mistake: what follows is read as if it were not.
        if self.kind(root) == NodeKind::Struct && self.reopens() {
            self.reopen(root);
        }
        self.pos = self.text.len();
    }

    /// Whether what follows the document could be more fields of it.
    fn reopens(&mut self) -> bool {
        while self.peek().is_some_and(|b| closes(b) || b == b',') {
            self.pos += 1;
            self.trivia();
        }
        lexer::name(self.text, self.pos).is_some_and(|name| {
            let colon = lexer::trivia(self.text, name.end).unwrap_or(name.end);
            byte(self.text, colon) == Some(b':')
        })
    }

    fn reopen(&mut self, root: u32) {
        let Some(data) = self.data(root).cloned() else { return };
        let first = data.first_item as usize;
        let old = self.items.get(first..first + data.item_count as usize).unwrap_or(&[]).to_vec();
        let base = self.scratch.len();
        self.scratch.extend(old);
        self.brackets.push(Bracket { at: data.open as usize, close: b')' });
        self.depth += 1;
        let (_, close) = self.items_of(Flavour::Parens, NodeKind::Struct);
        self.depth -= 1;
        self.brackets.pop();
        self.close(root, base, close);
    }

    /// One value. At a comma, colon, closing bracket or the end it reports a missing one and stays; otherwise it
    /// moves on by at least a character.
    fn value(&mut self) -> u32 {
        let start = self.pos;
        match self.peek() {
            None | Some(b',' | b':' | b')' | b']' | b'}') => {
                let error =
                    SyntaxError::new(Kind::MissingValue, Span::new(start, start), "a value is missing here");
                self.add_error(start, start, error.help("write a number, a \"text\", a name, `[…]` or `(…)`"))
            }
            Some(b'(') => self.parens(start, None),
            Some(b'[') => self.brackets(start, Flavour::List),
            Some(b'{') => self.brackets(start, Flavour::Map),
            Some(b'"') => self.string(start),
            Some(b'\'') => match lexer::char_literal(self.text, start) {
                Ok((end, _)) => self.leaf(NodeKind::Char, start, end),
                Err(e) => self.bad_char(start, e),
            },
            Some(b'0'..=b'9' | b'+' | b'-' | b'.') => self.number(start),
            _ => match lexer::name(self.text, start) {
                Some(name) => {
                    self.pos = name.end;
                    self.named(name)
                }
                None => self.prefixed(start),
            },
        }
    }

    /// A value that begins with a name; the parser stands behind the name, or behind the blanks after it.
    fn named(&mut self, name: Name) -> u32 {
        match self.slice(name.start, name.end) {
            "true" | "false" | "None" => self.ident(name),
            "Some" => {
                self.trivia();
                self.some(name)
            }
            special if lexer::is_special_float(special) => {
                if self.pos == name.end {
                    self.range_after(name.start, NodeKind::Number)
                } else {
                    self.add(NodeKind::Number, name.start, name.end)
                }
            }
            _ => {
                self.trivia();
                match self.peek() {
                    Some(b'(') => self.parens(name.start, Some(name)),
                    _ => self.ident(name),
                }
            }
        }
    }

    fn ident(&mut self, name: Name) -> u32 {
        let id = self.add(NodeKind::Ident, name.start, name.end);
        self.set_name(id, name);
        id
    }

    fn set_name(&mut self, id: u32, name: Name) {
        if let Some(node) = self.nodes.get_mut(id as usize) {
            node.name = Span::new(name.start, name.end);
        }
    }
}
