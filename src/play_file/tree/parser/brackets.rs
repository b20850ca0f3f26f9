//! Brackets and `Some`: opening, closing, what is left open, and how deep it goes.
//!
//! In: the parser at an opening bracket. Out: the node with its items moved to their final place.

use super::super::error::{SyntaxError, SyntaxErrorKind as Kind};
use super::super::lexer::{self, Inside, Name, byte};
use super::super::{ItemData, MAX_DEPTH, NONE, NodeKind, Span};
use super::{Bracket, Flavour, Parser, RON_CALLS, closes, name_of, offset};

impl Parser<'_> {
    /// `Some(…)`, or `Some` before a value, which `ron` takes for the value with `implicit_some` on.
    pub(super) fn some(&mut self, name: Name) -> u32 {
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

    pub(super) fn parens(&mut self, start: usize, name: Option<Name>) -> u32 {
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
    pub(super) fn brackets(&mut self, start: usize, flavour: Flavour) -> u32 {
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
    pub(super) fn close(&mut self, id: u32, base: usize, close: Option<usize>) {
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

    pub(super) fn check_calls(&mut self) {
        if self.calls > RON_CALLS {
            self.report(too_deep(Span::new(self.pos, self.pos)));
        }
    }

    /// Passes over a value that is nested too deep, without looking into it.
    pub(super) fn too_deep(&mut self, start: usize) -> u32 {
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

    /// What closes the bracket around the innermost open one.
    pub(super) fn outer_close(&self) -> Option<u8> {
        self.brackets.iter().rev().nth(1).map(|bracket| bracket.close)
    }

    /// Whether a closing bracket that is not the innermost one's is meant for an outer one.
    pub(super) fn closes_outer(&self, close: u8, innermost: Bracket) -> bool {
        let Some(outer) = self.brackets.iter().rposition(|bracket| bracket.close == close) else {
            return false;
        };
        // The document's own bracket closes only where the text ends.
        if outer == 0 && lexer::trivia(self.text, self.pos + 1).is_ok_and(|end| end < self.text.len()) {
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
    pub(super) fn outdented(&self, at: usize, open: usize) -> bool {
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

    pub(super) fn unclosed(&mut self, bracket: Bracket, base: usize) {
        let end = self.last_end(bracket, base);
        let opened = Span::new(bracket.at, bracket.at + 1);
        let close = char::from(bracket.close);
        let needs_comma = !closes(self.peek().unwrap_or(b')'));
        if needs_comma {
            self.comma_excused = self.pos;
        }
        let fix = if needs_comma { format!("{close},") } else { close.to_string() };
        let message = format!("this {} is never closed", name_of(bracket.close));
        let error = SyntaxError::new(Kind::Unclosed, opened, message)
            .help(format!("close it with `{close}`"))
            .related(Span::new(self.pos, self.one_char(self.pos)), "it should be closed before this");
        self.report(error.insert(end, fix));
    }

    pub(super) fn unclosed_at_end(&mut self, base: usize) {
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
