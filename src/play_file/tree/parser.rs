//! Builds nodes from text, and carries on after mistakes.
//!
//! In: the text. Out: the arena of nodes and items, and the errors. Without an error every step here is one that
//! `ron` 0.12 takes too when it reads a value it knows nothing about (`deserialize_any` in its `de/mod.rs`). What
//! happens after an error is ours alone: it should leave as much of the document readable as can be.

use super::error::{SyntaxError, SyntaxErrorKind as Kind};
use super::lexer::{self, Inside, LexError, LexErrorKind, Name, byte};
use super::{ItemData, MAX_DEPTH, MAX_ERRORS, NONE, NodeData, NodeKind, Span};

/// How many nested calls `ron` allows itself. Only `Some` under `unwrap_variant_newtypes` gets there before
/// [`MAX_DEPTH`] does.
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
                    return;
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

    // ---------------------------------------------------------------------------------------------- the document

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

    // -------------------------------------------------------------------------------------------------- values

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

    fn leaf(&mut self, kind: NodeKind, start: usize, end: usize) -> u32 {
        self.pos = end;
        self.add(kind, start, end)
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

    /// Byte literals, byte strings and raw strings; anything else is a character that means nothing.
    fn prefixed(&mut self, start: usize) -> u32 {
        let rest = lexer::rest(self.text, start);
        let scanned = if rest.starts_with("b'") {
            return match lexer::number(self.text, start) {
                Ok(end) => {
                    self.pos = end;
                    self.range_after(start, NodeKind::Byte)
                }
                Err(e) => self.bad_char(start, e),
            };
        } else if rest.starts_with("b\"") {
            (NodeKind::ByteString, lexer::string(self.text, start + 1, true))
        } else if rest.starts_with("br") {
            (NodeKind::ByteString, lexer::raw_string(self.text, start + 2))
        } else if rest.starts_with('r') {
            (NodeKind::String, lexer::raw_string(self.text, start + 1))
        } else {
            return self.stray(start);
        };
        match scanned {
            (kind, Ok(end)) => self.leaf(kind, start, end),
            (_, Err(e)) => match e.kind {
                LexErrorKind::UnclosedString | LexErrorKind::UnclosedRawString => {
                    self.give_up(e.into());
                    self.add(NodeKind::Error, start, self.pos)
                }
                LexErrorKind::NoOpeningQuote => self.add_error(start, e.end.max(start + 1), e.into()),
                _ => {
                    let end = lexer::string_end(self.text, start + 1).unwrap_or(self.text.len());
                    self.add_error(start, end, e.into())
                }
            },
        }
    }

    fn stray(&mut self, start: usize) -> u32 {
        let is_stray =
            |c: char| !(c.is_alphanumeric() || c.is_whitespace() || "_()[]{}\"',:;/+-.#".contains(c));
        let rest = lexer::rest(self.text, start);
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let run = rest.find(|c| !is_stray(c)).unwrap_or(rest.len()).max(first);
        let message = format!("`{}` means nothing here", rest.get(..run.min(first)).unwrap_or(""));
        let error = SyntaxError::new(Kind::StrayCharacter, Span::new(start, start + run), message)
            .help("take it out, or put text between double quotes");
        self.add_error(start, start + run, error)
    }

    // -------------------------------------------------------------------------------------- numbers and strings

    fn number(&mut self, start: usize) -> u32 {
        if lexer::rest(self.text, start).starts_with("..") {
            return self.range_after(start, NodeKind::Range);
        }
        match lexer::number(self.text, start) {
            Ok(end) => {
                self.pos = end;
                self.range_after(start, NodeKind::Number)
            }
            Err(e) => self.bad_number(start, start, Some(e)),
        }
    }

    /// The parser stands behind a number, or at a range without a beginning: takes the range's dots and end, if any.
    fn range_after(&mut self, start: usize, kind: NodeKind) -> u32 {
        let dots = lexer::rest(self.text, self.pos);
        let (after, must_end) = if dots.starts_with("..=") {
            (self.pos + 3, true)
        } else if dots.starts_with("..") {
            (self.pos + 2, false)
        } else {
            return self.number_end(start, kind);
        };
        let number_follows = match byte(self.text, after) {
            Some(b'0'..=b'9' | b'+' | b'-' | b'.') => true,
            Some(b'b') => byte(self.text, after + 1) == Some(b'\''),
            Some(b'i' | b'N') => lexer::name(self.text, after)
                .is_some_and(|name| lexer::is_special_float(self.slice(name.start, name.end))),
            _ => false,
        };
        if must_end || number_follows {
            match lexer::number(self.text, after) {
                Ok(end) => self.pos = end,
                Err(e) => return self.bad_number(start, after, Some(e)),
            }
        } else {
            self.pos = after;
        }
        self.number_end(start, NodeKind::Range)
    }

    /// A number that goes straight over into something else is none: `5yards`, `1.2.3`.
    fn number_end(&mut self, start: usize, kind: NodeKind) -> u32 {
        let end = lexer::raw_name_run(self.text, self.pos);
        if end > self.pos { self.bad_number(start, end, None) } else { self.add(kind, start, self.pos) }
    }

    fn bad_number(&mut self, start: usize, from: usize, cause: Option<LexError>) -> u32 {
        let end = lexer::raw_name_run(self.text, from);
        let end = end.max(from).max(start + 1);
        let error = match cause {
            Some(e) if e.kind != LexErrorKind::BadNumber => SyntaxError::from(e),
            _ => {
                let number = self.slice(start, end);
                SyntaxError::new(
                    Kind::BadNumber,
                    Span::new(start, end),
                    format!("`{number}` is not a number"),
                )
                .help(
                    "write one as `5`, `0.5` or `-3`, without a unit behind; put text between double quotes",
                )
            }
        };
        self.add_error(start, end, error)
    }

    fn bad_char(&mut self, start: usize, cause: LexError) -> u32 {
        // Text between single quotes, on one line, is the likely mistake.
        let rest = lexer::rest(self.text, start + 1);
        let line = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or("");
        let mut error = SyntaxError::from(cause);
        let end = match line.find('\'') {
            Some(quote) if byte(self.text, start) == Some(b'\'') => {
                let text = line.get(..quote).unwrap_or("");
                let end = start + quote + 2;
                if error.kind == Kind::BadCharacter {
                    error.span = Span::new(start, end);
                    if !text.contains(['"', '\\']) {
                        error = error.fix(Span::new(start, end), format!("\"{text}\""));
                    }
                }
                end
            }
            _ => cause.end.max(start + 1),
        };
        self.add_error(start, end, error)
    }

    fn string(&mut self, start: usize) -> u32 {
        match lexer::string(self.text, start, false) {
            Ok(end) if self.swallowed_lines(start, end) => self.unclosed_string(start),
            Ok(end) => self.leaf(NodeKind::String, start, end),
            Err(e) if e.kind == LexErrorKind::UnclosedString => {
                self.unclosed_strings += 1;
                if self.unclosed_strings > MAX_UNCLOSED_STRINGS {
                    self.give_up(e.into());
                    return self.add(NodeKind::Error, start, self.pos);
                }
                self.unclosed_string(start)
            }
            Err(e) => {
                let end = lexer::string_end(self.text, start).unwrap_or(self.text.len());
                if self.swallowed_lines(start, end) {
                    return self.unclosed_string(start);
                }
                self.add_error(start, end, e.into())
            }
        }
    }

    /// Whether a string spans lines and is followed by what cannot follow a value: it lacks its quote, and runs up to
    /// the quote that should open the next string.
    fn swallowed_lines(&self, start: usize, end: usize) -> bool {
        let mut after = end;
        while matches!(byte(self.text, after), Some(b' ' | b'\t')) {
            after += 1;
        }
        let fits = match byte(self.text, after) {
            None | Some(b',' | b':' | b')' | b']' | b'}' | b'/' | b'\n' | b'\r') => true,
            Some(b) => !b.is_ascii_alphanumeric() && !matches!(b, b'_' | b'"' | b'\\' | b'-' | b'.'),
        };
        !fits && self.slice(start, end).contains('\n')
    }

    fn unclosed_string(&mut self, start: usize) -> u32 {
        let rest = lexer::rest(self.text, start);
        let line = rest.get(..rest.find('\n').unwrap_or(rest.len())).unwrap_or("");
        let inside = line.get(1..).unwrap_or("");
        let inside = inside.trim_end_matches([',', ')', ']', '}', ' ', '\t', '\r']);
        let end = start + 1 + inside.len();
        let error =
            SyntaxError::new(Kind::UnclosedString, Span::new(start, end), "this text is never closed")
                .help("end it with `\"`")
                .insert(end, "\"");
        self.add_error(start, end, error)
    }

    // ------------------------------------------------------------------------------------------------ brackets

    /// `Some(…)`, or `Some` before a value, which `ron` takes for the value with `implicit_some` on.
    fn some(&mut self, name: Name) -> u32 {
        if self.peek() == Some(b'(') {
            return self.some_parens(name);
        }
        if matches!(self.peek(), None | Some(b',' | b':' | b')' | b']' | b'}')) {
            let span = Span::new(name.start, name.end);
            let error = SyntaxError::new(Kind::BadSome, span, "`Some` needs a value")
                .help("write `Some(…)`, or the value alone");
            let pos = self.pos;
            let id = self.add_error(name.start, name.end, error);
            self.pos = pos;
            return id;
        }
        if self.depth >= MAX_DEPTH {
            return self.too_deep(name.start);
        }
        self.depth += 1;
        self.calls += 1;
        self.check_calls();
        let value = self.value();
        self.calls -= 1;
        self.depth -= 1;
        let end = self.end(value);
        let id = self.add(NodeKind::Tuple, name.start, end);
        self.set_name(id, name);
        let base = self.scratch.len();
        self.scratch.push(ItemData { key: Span::default(), key_node: NONE, value, comma: NONE });
        self.adopt(id, base);
        id
    }

    fn some_parens(&mut self, name: Name) -> u32 {
        let errors = self.errors.len();
        let open = self.pos;
        let inside = if self.unwraps_variants {
            let at = lexer::trivia(self.text, open + 1);
            at.and_then(|at| match byte(self.text, at) {
                Some(b')') => Ok(Inside::Several),
                _ => lexer::inside_newtype(self.text, at),
            })
        } else {
            Ok(Inside::One)
        };
        // `ron` is in one call here, where other parentheses take two; without their own, fields take two more.
        let several = inside == Ok(Inside::Several);
        let calls = if several { 1 } else { -1 };
        self.calls += calls;
        let id = self.parens(name.start, Some(name));
        self.calls -= calls;
        if self.errors.len() > errors || self.quiet {
            return id;
        }
        let one = self.kind(id) == NodeKind::Tuple && self.data(id).is_some_and(|node| node.item_count == 1);
        let span = Span::new(name.start, self.end(id));
        match inside {
            Ok(Inside::Several) => (),
            Ok(Inside::One) if one => (),
            Ok(Inside::One) => self.report(
                SyntaxError::new(Kind::BadSome, span, "`Some` holds exactly one value")
                    .help("put several between parentheses of their own: `Some((…))`"),
            ),
            Err(e) => self.report(e.into()),
        }
        id
    }

    fn parens(&mut self, start: usize, name: Option<Name>) -> u32 {
        let open = self.pos;
        if name.is_none() && byte(self.text, open + 1) == Some(b')') {
            let id = self.leaf(NodeKind::Unit, start, open + 2);
            if let Some(node) = self.nodes.get_mut(id as usize) {
                node.open = offset(open);
                node.close = offset(open + 1);
            }
            return id;
        }
        let id = self.brackets(start, Flavour::Parens);
        if let Some(name) = name {
            self.set_name(id, name);
        }
        id
    }

    /// The parser stands at the opening bracket; `start` is where the node begins.
    fn brackets(&mut self, start: usize, flavour: Flavour) -> u32 {
        if self.depth >= MAX_DEPTH {
            return self.too_deep(start);
        }
        let open = self.pos;
        let (close, kind) = match flavour {
            Flavour::Parens => (b')', NodeKind::Tuple),
            Flavour::List => (b']', NodeKind::List),
            Flavour::Map => (b'}', NodeKind::Map),
        };
        self.pos += 1;
        self.brackets.push(Bracket { at: open, close });
        self.depth += 1;
        self.calls += 1;
        self.check_calls();
        let base = self.scratch.len();
        let (kind, close) = self.items_of(flavour, kind);
        self.calls -= 1;
        self.depth -= 1;
        self.brackets.pop();
        let id = self.add(kind, start, self.pos);
        if let Some(node) = self.nodes.get_mut(id as usize) {
            node.open = offset(open);
        }
        self.close(id, base, close);
        id
    }

    /// Gives a node the items from `base` on and its end.
    fn close(&mut self, id: u32, base: usize, close: Option<usize>) {
        let last = self.scratch.get(base..).and_then(<[_]>::last);
        let end = match (close, last) {
            (Some(close), _) => close + 1,
            (None, Some(item)) if item.comma != NONE => item.comma as usize + 1,
            (None, Some(item)) => self.end(item.value),
            (None, None) => self.data(id).map_or(self.pos, |node| node.open as usize + 1),
        };
        if let Some(node) = self.nodes.get_mut(id as usize) {
            node.close = close.map_or(NONE, offset);
            node.span.end = offset(end);
        }
        self.adopt(id, base);
    }

    fn adopt(&mut self, id: u32, base: usize) {
        let first = self.items.len();
        self.items.extend(self.scratch.drain(base..));
        let own = self.items.get(first..).unwrap_or(&[]);
        for item in own {
            for child in [item.key_node, item.value] {
                if let Some(child) = self.nodes.get_mut(child as usize) {
                    child.parent = id;
                }
            }
        }
        let count = offset(own.len());
        if let Some(node) = self.nodes.get_mut(id as usize) {
            node.first_item = offset(first);
            node.item_count = count;
        }
    }

    fn check_calls(&mut self) {
        if self.calls > RON_CALLS {
            self.report(too_deep(Span::new(self.pos, self.pos)));
        }
    }

    /// Passes over a value that is nested too deep, without looking into it.
    fn too_deep(&mut self, start: usize) -> u32 {
        self.report(too_deep(Span::new(start, self.pos + 1)));
        let mut open = 0_usize;
        let mut end = self.pos;
        let skipped = loop {
            match lexer::trivia(self.text, self.pos) {
                Ok(at) => self.pos = at,
                Err(e) => break Err(e),
            }
            let at = self.pos;
            let step = match self.peek() {
                None => break Ok(()),
                Some(b',' | b')' | b']' | b'}') if open == 0 => break Ok(()),
                Some(b')' | b']' | b'}') => {
                    open -= 1;
                    Ok(at + 1)
                }
                Some(b'(' | b'[' | b'{') => {
                    open += 1;
                    Ok(at + 1)
                }
                Some(b'"') => lexer::string(self.text, at, false),
                Some(b'\'') => Ok(lexer::char_literal(self.text, at).map_or(at + 1, |(end, _)| end)),
                _ => match lexer::name(self.text, at) {
                    Some(name) => Ok(name.end),
                    None if lexer::rest(self.text, at).starts_with("r#") => {
                        lexer::raw_string(self.text, at + 1)
                    }
                    None => Ok(at + lexer::char_at(self.text, at).map_or(1, char::len_utf8)),
                },
            };
            match step {
                Ok(at) => {
                    self.pos = at;
                    end = at;
                }
                Err(e) => break Err(e),
            }
        };
        if let Err(e) = skipped {
            self.give_up(e.into());
            end = self.pos;
        } else if self.pos >= self.text.len() {
            self.quiet = true;
        }
        self.add(NodeKind::Error, start, end)
    }

    // --------------------------------------------------------------------------------------------------- items

    /// Everything up to and with the closing bracket of the innermost open one: the kind it turns out to be, and where
    /// the closing bracket is.
    fn items_of(&mut self, flavour: Flavour, kind: NodeKind) -> (NodeKind, Option<usize>) {
        let mut kind = kind;
        let base = self.scratch.len();
        let mut undecided = flavour == Flavour::Parens && kind == NodeKind::Tuple;
        let Some(bracket) = self.brackets.last().copied() else { return (kind, None) };
        loop {
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
                    self.pos += 1;
                    let span = Span::new(at, at + 1);
                    let error = SyntaxError::new(
                        Kind::UnexpectedClose,
                        span,
                        format!("this {} closes nothing", name_of(b)),
                    );
                    let opened = Span::new(bracket.at, bracket.at + 1);
                    self.report(
                        error.help("take it out").related(opened, "still open from here").fix(span, ""),
                    );
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
                        Flavour::List => self.list_item(bracket),
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

    fn item(&self, value: u32) -> ItemData {
        ItemData { key: Span::default(), key_node: NONE, value, comma: NONE }
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
                if begins_value && self.kind(item.value) != NodeKind::Error {
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

    fn one_char(&self, at: usize) -> usize {
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
                if self.pos == name.end && matches!(next, Some(b'.' | b'+' | b'-')) && (named || undecided) {
                    if let Some(item) = self.bad_name(name, kind) {
                        return Some(item);
                    }
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
    fn field_value(&mut self, key: Span) -> ItemData {
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
                return ItemData { key, ..self.item(value) };
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
        ItemData { key, ..self.item(value) }
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
        self.item(value)
    }

    /// An item of a list. `None`: the list is not closed, and what follows belongs to the outer record.
    fn list_item(&mut self, bracket: Bracket) -> Option<ItemData> {
        let start = self.pos;
        let nodes = self.nodes.len();
        let value = self.value();
        self.trivia();
        if self.peek() != Some(b':') || self.kind(value) != NodeKind::Ident {
            return Some(self.item(value));
        }
        if self.outer_close() == Some(b')') && self.outdented(start, bracket.at) {
            self.nodes.truncate(nodes);
            self.pos = start;
            return None;
        }
        let key = Span::new(self.start(value), self.end(value));
        let error = SyntaxError::new(Kind::UnexpectedFieldName, key, "a list holds values without names")
            .help(
                "close the list before this field with `]`, or put the fields of an item between `(` and `)`",
            );
        self.report(error.related(Span::new(bracket.at, bracket.at + 1), "the list is open from here"));
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
                        return ItemData { key_node: key, ..self.item(value) };
                    }
                    Some(_) => error = error.insert(end, ":"),
                }
                self.report(error);
                self.value()
            }
        };
        ItemData { key_node: key, ..self.item(value) }
    }

    // -------------------------------------------------------------------------------------- unclosed brackets

    /// What closes the bracket around the innermost open one.
    fn outer_close(&self) -> Option<u8> {
        self.brackets.iter().rev().nth(1).map(|bracket| bracket.close)
    }

    /// Whether a closing bracket that is not the innermost one's is meant for an outer one.
    fn closes_outer(&self, close: u8, innermost: Bracket) -> bool {
        if !self.brackets.iter().any(|bracket| bracket.close == close) {
            return false;
        }
        // `[ … ) ]`: the next bracket is ours, so this one is the odd one out.
        let mut at = self.pos + 1;
        while let Some(b) = byte(self.text, at) {
            match b {
                b',' | b' ' | b'\t' | b'\n' | b'\r' => at += 1,
                _ => return b != innermost.close,
            }
        }
        true
    }

    /// Whether `at` begins a line that is indented no more than the line of `open`.
    fn outdented(&self, at: usize, open: usize) -> bool {
        let indent = |at: usize| {
            let before = self.slice(0, at);
            let line = before.rfind('\n').map_or(0, |newline| newline + 1);
            let blanks = lexer::rest(self.text, line).find(|c| c != ' ' && c != '\t').unwrap_or(0);
            (line, blanks)
        };
        let (line, blanks) = indent(at);
        let (open_line, open_blanks) = indent(open);
        line != open_line && line + blanks == at && blanks <= open_blanks
    }

    fn unclosed(&mut self, bracket: Bracket, base: usize) {
        let end = self.last_end(bracket, base);
        let opened = Span::new(bracket.at, bracket.at + 1);
        let close = char::from(bracket.close);
        let needs_comma = !closes(self.peek().unwrap_or(b')'));
        let fix = if needs_comma { format!("{close},") } else { close.to_string() };
        let message = format!("this {} is never closed", name_of(bracket.close));
        let error = SyntaxError::new(Kind::Unclosed, opened, message)
            .help(format!("close it with `{close}`"))
            .related(Span::new(self.pos, self.one_char(self.pos)), "it should be closed before this");
        self.report(error.insert(end, fix));
    }

    fn unclosed_at_end(&mut self, base: usize) {
        let Some(bracket) = self.brackets.last().copied() else { return };
        let end = self.last_end(bracket, base);
        let closing: String = self.brackets.iter().rev().map(|bracket| char::from(bracket.close)).collect();
        let message = format!("this {} is never closed", name_of(bracket.close));
        let at_end = Span::new(self.text.len(), self.text.len());
        let error = SyntaxError::new(Kind::Unclosed, Span::new(bracket.at, bracket.at + 1), message)
            .help(format!("the file ends before `{closing}`"))
            .related(at_end, "the file ends here")
            .insert(end, closing);
        self.report(error);
        // The brackets around it are open too; the fix closes them all.
        self.quiet = true;
    }

    /// Behind the last item of the innermost bracket and its comma.
    fn last_end(&self, bracket: Bracket, base: usize) -> usize {
        match self.scratch.get(base..).and_then(<[_]>::last) {
            Some(item) if item.comma != NONE => item.comma as usize + 1,
            Some(item) => self.end(item.value),
            None => bracket.at + 1,
        }
    }
}

fn too_deep(span: Span) -> SyntaxError {
    SyntaxError::new(Kind::TooDeep, span, format!("nested more than {MAX_DEPTH} deep"))
        .help("take some of the brackets out")
}
