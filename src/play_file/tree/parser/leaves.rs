//! Values without values in them: numbers, ranges, characters, strings.
//!
//! In: the parser at the first character of one. Out: its node, or an error node over what was probably meant to be it.

use super::super::NodeKind;
use super::super::Span;
use super::super::error::{SyntaxError, SyntaxErrorKind as Kind};
use super::super::lexer::{self, LexError, LexErrorKind, byte};
use super::{MAX_UNCLOSED_STRINGS, Parser};

impl Parser<'_> {
    pub(super) fn leaf(&mut self, kind: NodeKind, start: usize, end: usize) -> u32 {
        self.pos = end;
        self.add(kind, start, end)
    }

    /// Byte literals, byte strings and raw strings; anything else is a character that means nothing.
    pub(super) fn prefixed(&mut self, start: usize) -> u32 {
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

    /// Passes over characters that look like a blank, or like nothing, and are none to `ron`.
    pub(super) fn unseen(&mut self) -> bool {
        let rest = lexer::rest(self.text, self.pos);
        let run = rest.find(|c| !lexer::is_unseen(c)).unwrap_or(rest.len());
        let Some(first) = rest.get(..run).and_then(|run| run.chars().next()) else { return false };
        let span = Span::new(self.pos, self.pos + run);
        let blank = if rest.get(..run).unwrap_or("").chars().any(char::is_whitespace) { " " } else { "" };
        self.report(
            SyntaxError::new(Kind::StrayCharacter, span, means_nothing(first))
                .help(if blank.is_empty() { "take it out" } else { "write a plain blank" })
                .fix(span, blank),
        );
        self.pos += run;
        true
    }

    fn stray(&mut self, start: usize) -> u32 {
        let is_stray =
            |c: char| !(c.is_alphanumeric() || c.is_whitespace() || "_()[]{}\"',:;/+-.#".contains(c));
        let rest = lexer::rest(self.text, start);
        let Some(first) = rest.chars().next() else { return self.add(NodeKind::Error, start, start) };
        if let Some(end) = quoted(rest) {
            let span = Span::new(start, start + end);
            let message = format!("`{first}` is not the quotation mark that text stands between");
            let error = SyntaxError::new(Kind::StrayCharacter, span, message).help("write plain ones: `\"`");
            let inside = rest.get(first.len_utf8()..end).and_then(|inside| {
                let inside = inside.get(..inside.len() - inside.chars().next_back()?.len_utf8())?;
                (!inside.contains(['"', '\\'])).then(|| format!("\"{inside}\""))
            });
            let error = match inside {
                Some(inside) => error.fix(span, inside),
                None => error,
            };
            return self.add_error(start, start + end, error);
        }
        let run = rest.find(|c| !is_stray(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let error =
            SyntaxError::new(Kind::StrayCharacter, Span::new(start, start + run), means_nothing(first))
                .help("take it out, or put text between double quotes");
        self.add_error(start, start + run, error)
    }

    pub(super) fn number(&mut self, start: usize) -> u32 {
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
    pub(super) fn range_after(&mut self, start: usize, kind: NodeKind) -> u32 {
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

    pub(super) fn bad_char(&mut self, start: usize, cause: LexError) -> u32 {
        // Text between single quotes, on one line, is the likely mistake. Looked for nearby only: a text may be full of
        // single quotes.
        let nearby = lexer::rest(self.text, start + 1).char_indices().take(400);
        let quote = nearby.take_while(|(_, c)| *c != '\n').find(|(_, c)| *c == '\'').map(|(at, _)| at);
        let mut error = SyntaxError::from(cause);
        let end = match quote {
            Some(quote) if byte(self.text, start) == Some(b'\'') => {
                let text = self.slice(start + 1, start + 1 + quote);
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

    pub(super) fn string(&mut self, start: usize) -> u32 {
        match lexer::string(self.text, start, false) {
            Ok(end) if lexer::swallowed_lines(self.text, start, end) => self.unclosed_string(start),
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
                if lexer::swallowed_lines(self.text, start, end) {
                    return self.unclosed_string(start);
                }
                self.add_error(start, end, e.into())
            }
        }
    }

    fn unclosed_string(&mut self, start: usize) -> u32 {
        let end = lexer::unclosed_end(self.text, start);
        let error =
            SyntaxError::new(Kind::UnclosedString, Span::new(start, end), "this text is never closed")
                .help("end it with `\"`")
                .insert(end, "\"");
        self.add_error(start, end, error)
    }
}

/// What is said of a character; one that cannot be seen goes by its number.
fn means_nothing(c: char) -> String {
    if lexer::is_unseen(c) || c.is_control() {
        let name = if c.is_whitespace() { "a special blank" } else { "a character that cannot be seen" };
        return format!("here is {name} (U+{:04X})", u32::from(c));
    }
    format!("`{c}` means nothing here")
}

/// Where a text between typographic quotation marks ends, if it does so on its line.
fn quoted(text: &str) -> Option<usize> {
    let first = text.chars().next()?;
    let closing: &[char] = match first {
        '“' | '”' | '„' | '‟' => &['“', '”', '‟', '"'],
        '«' | '»' => &['«', '»', '"'],
        '‘' | '’' | '‚' => &['‘', '’'],
        _ => return None,
    };
    let line = text.lines().next()?;
    let at = first.len_utf8() + line.get(first.len_utf8()..)?.find(closing)?;
    Some(at + line.get(at..)?.chars().next()?.len_utf8())
}
