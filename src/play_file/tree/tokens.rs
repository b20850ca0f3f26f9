//! A text as a row of tokens, for those who look at it piece by piece: colouring, and what is due at a caret.
//!
//! In: any text and an offset. Out: the token there and where it ends; every byte belongs to exactly one. Where the
//! parser recovers from a quote that is missing, the tokens end at the same place. Nothing is judged: what means nothing
//! is [`TokenKind::Other`].

use super::lexer::{self, byte, char_at};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::play_file) enum TokenKind {
    Blank,
    Comment,
    /// A bare name of a field, record or variant; `true` and `None` are names too.
    Name,
    Number,
    /// A string, character or byte, plain or raw; without its end, if that is missing.
    Text,
    Open(u8),
    Close(u8),
    Comma,
    Colon,
    Other,
}

/// A token: what, and the offset behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::play_file) struct Token {
    pub kind: TokenKind,
    pub end: usize,
    /// For a string that seems to lack its quote: how far the text was read to find that out.
    pub looked: Option<usize>,
}

/// The token at an offset of the text that is on a character boundary, before its end, and not inside another token.
///
/// `ahead` allows reading beyond the line to find a string's end. Without it, one that does not end on its line is
/// taken to lack its quote.
pub(in crate::play_file) fn token(text: &str, at: usize, ahead: bool) -> Token {
    use TokenKind as Kind;
    let Some(first) = byte(text, at) else { return plain(Kind::Other, text.len()) };
    match first {
        b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C => plain(Kind::Blank, blanks(text, at)),
        b'/' => match lexer::comment(text, at) {
            Ok(end) => plain(Kind::Comment, end),
            Err(_) if byte(text, at + 1) == Some(b'*') => plain(Kind::Comment, text.len()),
            Err(_) => plain(Kind::Other, at + 1),
        },
        b'(' | b'[' | b'{' => plain(Kind::Open(first), at + 1),
        b')' | b']' | b'}' => plain(Kind::Close(first), at + 1),
        b',' => plain(Kind::Comma, at + 1),
        b':' => plain(Kind::Colon, at + 1),
        b'"' => string(text, at, at, ahead),
        b'\'' => match character(text, at) {
            Some(end) => plain(Kind::Text, end),
            None => plain(Kind::Other, at + 1),
        },
        b'0'..=b'9' => plain(Kind::Number, number(text, at)),
        b'+' | b'-' | b'.' => match number(text, at) {
            end if end > at + 1 => plain(Kind::Number, end),
            _ => plain(Kind::Other, at + 1),
        },
        _ => word(text, at, ahead),
    }
}

fn plain(kind: TokenKind, end: usize) -> Token {
    Token { kind, end, looked: None }
}

fn blanks(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = at;
    while matches!(bytes.get(at), Some(b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C)) {
        at += 1;
    }
    at
}

/// Digits, and what may stand among them: letters of bases, exponents and types, dots, and signs behind an exponent.
fn number(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut end = at;
    while let Some(b) = bytes.get(end) {
        let before = end.checked_sub(1).filter(|_| end > at).and_then(|i| bytes.get(i));
        let goes_on = match b {
            b'0'..=b'9' | b'.' => true,
            b'a'..=b'z' | b'A'..=b'Z' | b'_' => before.is_some_and(|b| !matches!(b, b'+' | b'-')),
            b'+' | b'-' => end == at || matches!(before, Some(b'e' | b'E')),
            _ => false,
        };
        if !goes_on {
            break;
        }
        end += 1;
    }
    end
}

/// Where a character ends that begins at a quote. A line end between quotes is none: the quotes of two lines would make
/// one.
fn character(text: &str, quote: usize) -> Option<usize> {
    let (end, _) = lexer::char_literal(text, quote).ok()?;
    (!text.get(quote..end)?.contains('\n')).then_some(end)
}

/// A name, or a text that begins with letters: `r"…"`, `b"…"`, `br#"…"#`, `b'…'`.
fn word(text: &str, at: usize, ahead: bool) -> Token {
    use TokenKind as Kind;
    if let Some(name) = lexer::name(text, at) {
        let special = matches!(text.get(at..name.end), Some("inf" | "NaN"));
        return plain(if special { Kind::Number } else { Kind::Name }, name.end);
    }
    let bytes = text.as_bytes();
    let prefix = match (bytes.get(at), bytes.get(at + 1)) {
        (Some(b'b'), Some(b'"')) => return string(text, at, at + 1, ahead),
        (Some(b'b'), Some(b'\'')) => {
            // Like a character, but with a `b` before it.
            return plain(Kind::Text, character(text, at + 1).unwrap_or(at + 2));
        }
        (Some(b'b'), Some(b'r')) => 2,
        (Some(b'r'), _) => 1,
        _ => return plain(Kind::Other, at + char_at(text, at).map_or(1, char::len_utf8)),
    };
    match lexer::raw_string(text, at + prefix) {
        Ok(end) => plain(Kind::Text, end),
        Err(e) if e.kind == lexer::LexErrorKind::UnclosedRawString => plain(Kind::Text, text.len()),
        Err(_) => plain(Kind::Other, at + prefix),
    }
}

/// A string with escapes that begins at `start` and has its opening quote at `quote`.
fn string(text: &str, start: usize, quote: usize, ahead: bool) -> Token {
    if let Some(end) = end_on_line(text, quote) {
        return plain(TokenKind::Text, end);
    }
    if ahead {
        let end = lexer::string_end(text, quote);
        if let Some(end) = end.filter(|end| !lexer::swallowed_lines(text, quote, *end)) {
            return plain(TokenKind::Text, end);
        }
        // What stands behind the quote counts too: blanks, and the first that is none.
        let looked = end.map_or(text.len(), |end| (blanks(text, end) + 1).min(text.len()));
        let looked = Some(looked);
        return Token { kind: TokenKind::Text, end: lexer::unclosed_end(text, quote).max(start + 1), looked };
    }
    plain(TokenKind::Text, lexer::unclosed_end(text, quote).max(start + 1))
}

/// Where a string ends, if it does so on the line of its opening quote.
fn end_on_line(text: &str, quote: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = quote + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\n' => return None,
            // What is escaped ends nothing. A character of several bytes goes on with bytes that are none of these.
            b'\\' if bytes.get(at + 1) == Some(&b'\n') => return None,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}
