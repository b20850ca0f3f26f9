//! The comments between the nodes.
//!
//! In: a stretch of the text outside of values. Out: the comments in it. Whom a comment is about is not judged here.

use super::{Span, Tree, lexer};

/// A comment as it stands in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Comment {
    /// With its slashes, without the end of its line.
    pub span: Span,
    /// `// …`, which takes the rest of its line.
    pub is_line: bool,
}

impl Tree {
    /// The comments of a stretch that lies between values, in order. Where it does not, what looks like a comment.
    #[must_use]
    pub fn comments(&self, from: usize, to: usize) -> Vec<Comment> {
        let text = self.text.get(..to).unwrap_or(&self.text);
        let mut comments = Vec::new();
        let mut at = from;
        while let Some(found) = text.get(at..).and_then(|rest| rest.find('/')) {
            let start = at + found;
            match lexer::comment(text, start) {
                Ok(end) => {
                    let is_line = lexer::byte(text, start + 1) == Some(b'/');
                    let line_end = text.get(start..end).filter(|line| is_line && line.ends_with('\r'));
                    let span = Span::new(start, end - usize::from(line_end.is_some()));
                    comments.push(Comment { span, is_line });
                    at = end;
                }
                Err(_) => at = start + 1,
            }
        }
        comments
    }
}
