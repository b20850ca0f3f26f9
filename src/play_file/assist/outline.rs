//! What stands around a caret, told from the tokens alone.
//!
//! In: a text in any state and an offset. Out: the brackets around it with what the schema says of each, the word being
//! written there, what follows, and the ids that the file gives. Brackets that do not match are dealt with by the
//! nearest one that does.

use std::ops::Range;

use crate::model::Side;
use crate::play_file::DocumentKind;
use crate::play_file::schema::{DEFENDER, Holds, Kind, OFFENSE_PLAYER, Range as Allowed, Record, YARD};
use crate::play_file::tree::tokens::{Token, TokenKind, token};

/// What a bracket holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Inside {
    /// The file itself: a document.
    File,
    Record(&'static Record),
    List(&'static Kind),
    /// The values of a variant.
    Values(&'static [Kind]),
    /// `Some(…)`.
    One(Kind),
    /// Channels and their yards, with what is allowed.
    Map(Allowed),
    /// Numbers, or what the schema does not have.
    Other,
}

/// A bracket that is open.
#[derive(Clone, Debug)]
pub(super) struct Frame<'t> {
    pub inside: Inside,
    /// The name before the bracket.
    pub name: &'t str,
    /// Where the bracket is, and which.
    open: usize,
    bracket: u8,
    /// Which item, from 0.
    pub index: usize,
    /// The field or map key whose value is due.
    pub key: Option<&'t str>,
    /// A value stands here already, without a comma behind it.
    pub has_value: bool,
    /// The fields or map keys there are, and where.
    keys: Vec<(usize, &'t str)>,
    /// What could become a key or the name of a bracket.
    pending: Option<(usize, &'t str)>,
    /// What it says of itself, for records with an id.
    id: Option<&'t str>,
    called: Option<&'t str>,
    channel: Option<&'t str>,
}

/// A player, as far as it can be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Player<'t> {
    pub id: &'t str,
    pub name: &'t str,
    pub side: Side,
    pub channel: Option<&'t str>,
    open: usize,
}

/// What is being written at the caret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word {
    /// Nothing yet.
    Empty,
    /// A name without quotes.
    Name,
    /// The inside of a text; whether its closing quote is there.
    Text { closed: bool },
    /// A comment, number or something else nothing can be offered for.
    Other,
}

/// What follows the caret, comments aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Next {
    Comma,
    Colon,
    Open,
    /// A closing bracket, or the end; whether on a further line.
    Close {
        further: bool,
    },
    /// A field and its colon.
    Field,
    /// Any other value.
    Value,
}

/// A text as seen from a caret.
#[derive(Debug)]
pub(super) struct Outline<'t> {
    pub document: Option<DocumentKind>,
    /// The brackets around the caret, the file first.
    pub frames: Vec<Frame<'t>>,
    pub word: Word,
    /// What is replaced: the whole word, or nothing at the caret.
    pub replace: Range<usize>,
    /// The word up to the caret.
    pub prefix: &'t str,
    pub next: Next,
    /// The other fields or map keys of the innermost bracket, before and behind the caret.
    pub keys: Vec<&'t str>,
    pub players: Vec<Player<'t>>,
    /// Assumptions and channels that the file has: id and words.
    pub assumptions: Vec<(&'t str, &'t str)>,
    pub channels: Vec<(&'t str, &'t str)>,
}

impl<'t> Outline<'t> {
    pub(super) fn of(text: &'t str, offset: usize) -> Self {
        let mut walk = Walk { text, stack: vec![Frame::file()], outline: Self::empty(offset), found: false };
        let mut at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        while at < text.len() {
            let next = token(text, at, true);
            if !walk.found {
                walk.look(at, next, offset);
            }
            walk.take(at, next);
            at = next.end.max(at + 1);
        }
        if !walk.found {
            walk.set(Word::Empty, offset..offset, offset);
        }
        while walk.stack.len() > 1 {
            walk.pop();
        }
        walk.outline
    }

    fn empty(offset: usize) -> Self {
        Self {
            document: None,
            frames: Vec::new(),
            word: Word::Empty,
            replace: offset..offset,
            prefix: "",
            next: Next::Close { further: false },
            keys: Vec::new(),
            players: Vec::new(),
            assumptions: Vec::new(),
            channels: Vec::new(),
        }
    }

    /// The innermost bracket.
    pub(super) fn frame(&self) -> Option<&Frame<'t>> {
        self.frames.last()
    }

    /// The bracket around the innermost.
    pub(super) fn outer(&self) -> Option<&Frame<'t>> {
        self.frames.iter().rev().nth(1)
    }

    /// The player the caret is in.
    pub(super) fn own(&self) -> Option<Player<'t>> {
        let opens: Vec<usize> = self.frames.iter().map(|frame| frame.open).collect();
        self.players.iter().find(|player| opens.contains(&player.open)).copied()
    }
}

impl<'t> Frame<'t> {
    fn file() -> Self {
        Self::new(Inside::File, "", usize::MAX, 0)
    }

    fn new(inside: Inside, name: &'t str, open: usize, bracket: u8) -> Self {
        Self {
            inside,
            name,
            open,
            bracket,
            index: 0,
            key: None,
            has_value: false,
            keys: Vec::new(),
            pending: None,
            id: None,
            called: None,
            channel: None,
        }
    }

    /// The kind of the value that is due, or would be.
    pub(super) fn due(&self) -> Option<Kind> {
        match self.inside {
            Inside::Record(record) => {
                let key = self.key?;
                record.fields.iter().find(|field| field.name == key).map(|field| field.kind)
            }
            Inside::List(kind) => Some(*kind),
            Inside::Values(kinds) => kinds.get(self.index).copied(),
            Inside::One(kind) => Some(kind),
            Inside::Map(allowed) => self.key.map(|_| Kind::Number(allowed)),
            Inside::File | Inside::Other => None,
        }
    }

    /// What a bracket opened here holds.
    fn opens(&self, bracket: u8, name: &str) -> Inside {
        if matches!(self.inside, Inside::File) {
            let kind = DocumentKind::ALL.into_iter().find(|kind| kind.name() == name);
            return kind.map_or(Inside::Other, |kind| Inside::Record(kind.schema()));
        }
        let Some(kind) = self.due() else { return Inside::Other };
        match (kind, bracket) {
            (kind, b'(') if name == "Some" => Inside::One(kind),
            (Kind::Record(record), b'(') => Inside::Record(record),
            (Kind::List(inner), b'[') => Inside::List(inner),
            (Kind::Start, b'{') => Inside::Map(YARD),
            (Kind::Yards(allowed), b'{') => Inside::Map(allowed),
            (Kind::Choice(choice), b'(') => {
                match choice.variants.iter().find(|variant| variant.name == name).map(|variant| variant.holds)
                {
                    Some(Holds::Values(kinds)) => Inside::Values(kinds),
                    Some(Holds::Fields(record)) => Inside::Record(record),
                    Some(Holds::Nothing) | None => Inside::Other,
                }
            }
            _ => Inside::Other,
        }
    }
}

struct Walk<'t> {
    text: &'t str,
    stack: Vec<Frame<'t>>,
    outline: Outline<'t>,
    /// The caret has been met.
    found: bool,
}

impl<'t> Walk<'t> {
    fn slice(&self, from: usize, to: usize) -> &'t str {
        self.text.get(from..to).unwrap_or("")
    }

    /// Whether the caret is at or in this token.
    fn look(&mut self, at: usize, next: Token, offset: usize) {
        let end = next.end;
        let written = self.slice(at, end);
        match next.kind {
            TokenKind::Name if (at..=end).contains(&offset) => self.set(Word::Name, at..end, offset),
            TokenKind::Number | TokenKind::Other if at < offset && offset <= end => {
                self.set(Word::Other, offset..offset, offset);
            }
            TokenKind::Comment
                if at < offset && (offset < end || offset == end && written.starts_with("//")) =>
            {
                self.set(Word::Other, offset..offset, offset);
            }
            TokenKind::Text if at < offset && offset <= end => {
                let closed = written.len() > 1 && written.ends_with('"');
                let plain = written.starts_with('"');
                if plain && (offset < end || !closed) {
                    let end = if closed { end - 1 } else { end };
                    self.set(Word::Text { closed }, at + 1..end, offset);
                } else if offset < end {
                    self.set(Word::Other, offset..offset, offset);
                }
            }
            TokenKind::Blank if at <= offset && offset < end => self.set(Word::Empty, offset..offset, offset),
            _ if offset <= at => self.set(Word::Empty, offset..offset, offset),
            _ => {}
        }
    }

    fn set(&mut self, word: Word, replace: Range<usize>, offset: usize) {
        self.found = true;
        self.outline.prefix = self.slice(replace.start, offset);
        let behind = match word {
            Word::Text { closed: true } => replace.end + 1,
            _ => replace.end,
        };
        self.outline.next = self.next(behind);
        self.outline.word = word;
        self.outline.replace = replace;
        self.outline.frames.clone_from(&self.stack);
    }

    fn next(&self, from: usize) -> Next {
        let mut at = from;
        let significant = |at: &mut usize| loop {
            if *at >= self.text.len() {
                return None;
            }
            let next = token(self.text, *at, false);
            if !matches!(next.kind, TokenKind::Blank | TokenKind::Comment) {
                return Some(next);
            }
            *at = next.end.max(*at + 1);
        };
        let Some(next) = significant(&mut at) else { return Next::Close { further: false } };
        match next.kind {
            TokenKind::Comma => Next::Comma,
            TokenKind::Colon => Next::Colon,
            TokenKind::Open(_) => Next::Open,
            TokenKind::Close(_) => Next::Close { further: self.slice(from, at).contains('\n') },
            TokenKind::Name => {
                let mut at = next.end;
                let behind = significant(&mut at);
                if behind.is_some_and(|behind| behind.kind == TokenKind::Colon) {
                    Next::Field
                } else {
                    Next::Value
                }
            }
            _ => Next::Value,
        }
    }

    fn take(&mut self, at: usize, next: Token) {
        let text = self.slice(at, next.end);
        let Some(top) = self.stack.last_mut() else { return };
        match next.kind {
            TokenKind::Blank | TokenKind::Comment => {}
            TokenKind::Name => {
                top.pending = Some((at, text));
                // Until a colon tells that it is a field.
                top.has_value = true;
            }
            TokenKind::Text => {
                let plain = text.strip_prefix('"').map(|rest| rest.strip_suffix('"').unwrap_or(rest));
                match (top.key, plain) {
                    (Some("id"), Some(plain)) => top.id = Some(plain),
                    (Some("name" | "text"), Some(plain)) => top.called = Some(plain),
                    (Some("channel"), Some(plain)) => top.channel = Some(plain),
                    _ => {}
                }
                top.pending = plain.map(|plain| (at, plain)).filter(|_| matches!(top.inside, Inside::Map(_)));
                top.has_value = true;
            }
            TokenKind::Number | TokenKind::Other => {
                top.pending = None;
                top.has_value = true;
            }
            TokenKind::Colon => {
                if let Some((start, name)) = top.pending.take() {
                    top.keys.push((start, name));
                    top.key = Some(name);
                    top.has_value = false;
                }
            }
            TokenKind::Comma => {
                top.index += 1;
                top.key = None;
                top.pending = None;
                top.has_value = false;
            }
            TokenKind::Open(bracket) => {
                let name = top.pending.take().map_or("", |(_, name)| name);
                let inside = top.opens(bracket, name);
                if matches!(top.inside, Inside::File) {
                    self.outline.document = DocumentKind::ALL.into_iter().find(|kind| kind.name() == name);
                }
                top.has_value = true;
                self.stack.push(Frame::new(inside, name, at, bracket));
            }
            TokenKind::Close(bracket) => {
                let opener = match bracket {
                    b')' => b'(',
                    b']' => b'[',
                    _ => b'{',
                };
                if let Some(depth) = self.stack.iter().rposition(|frame| frame.bracket == opener) {
                    while self.stack.len() > depth {
                        self.pop();
                    }
                }
            }
        }
    }

    /// Closes the innermost bracket and takes note of what it defined.
    fn pop(&mut self) {
        let Some(frame) = self.stack.pop() else { return };
        let outline = &mut self.outline;
        if self.found && outline.frames.last().is_some_and(|caret| caret.open == frame.open) {
            let own = outline.replace.start;
            let others = frame.keys.iter().filter(|(start, key)| {
                // The key of a map is replaced behind its quote.
                let start = start + usize::from(matches!(frame.inside, Inside::Map(_)));
                start != own && !key.is_empty()
            });
            outline.keys = others.map(|(_, key)| *key).collect();
        }
        let (Inside::Record(record), Some(id)) = (frame.inside, frame.id.filter(|id| !id.is_empty())) else {
            return;
        };
        let words = frame.called.unwrap_or("");
        let side = match record.name {
            name if name == OFFENSE_PLAYER.name => Side::Offense,
            name if name == DEFENDER.name => Side::Defense,
            "Assumption" => return outline.assumptions.push((id, words)),
            "Channel" => return outline.channels.push((id, words)),
            _ => return,
        };
        outline.players.push(Player { id, name: words, side, channel: frame.channel, open: frame.open });
    }
}
