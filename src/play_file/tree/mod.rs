//! A lossless, error-tolerant tree over RON text.
//!
//! In: any text. Out: a [`Tree`] of [`Node`]s that point into the text by byte offsets, and the [`SyntaxError`]s met.
//! No byte is lost: comments, blanks, a byte-order mark and line endings stay where they are, since a node is a span of
//! the text and not a copy of it. `ron` is the judge of what RON is: it reads a text exactly when its tree has no
//! errors (see [`MAX_DEPTH`] for the one exception). After an error the rest is still read.
//!
//! What it does not own: reading files and their size limit, what fields a play may have, and editing. An editor makes
//! text patches out of the places given here ([`Node::insertion_point`], [`Item::span`]) and parses again.
//!
//! The parts: `lexer` scans the smallest pieces as `ron` does, `tokens` gives them in a row, `parser` builds nodes and recovers, [`node`] is the view
//! of a node, [`path`] names a place (`offense[2].strength`), [`error`] says what is wrong and how to cure it.

mod comments;
pub mod error;
mod lexer;
pub mod node;
mod parser;
pub mod path;
#[cfg(test)]
mod tests;
pub(super) mod tokens;

use std::ops::Range;
use std::sync::Arc;

pub use comments::Comment;
pub use error::{Fix, SyntaxError, SyntaxErrorKind};
pub use node::{InsertionPoint, Item, Node, NodeKind};
pub use path::{NodePath, Segment};

/// How deep lists, maps, records and `Some` may nest. `ron` stops brackets at the same depth, but lets `Some` nest twice
/// as deep.
pub const MAX_DEPTH: usize = 64;

/// At most this many errors are kept, and behind them nothing is read; a text that has more is not a play with typing
/// mistakes.
pub const MAX_ERRORS: usize = 200;

/// A stretch of the text, in bytes from its beginning; `end` is not part of it. Always on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// From offsets; those beyond 4 GiB end at 4 GiB.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        let fit = |offset| u32::try_from(offset).unwrap_or(u32::MAX);
        Self { start: fit(start), end: fit(end) }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether it holds no byte.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// For slicing the text.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

/// Names a node within its tree; another parse numbers anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(u32);

/// "No such offset or node" in the arena.
const NONE: u32 = u32::MAX;

#[derive(Debug, Clone)]
struct NodeData {
    kind: NodeKind,
    span: Span,
    /// With a leading `r#`; empty without a name.
    name: Span,
    /// Offsets of the brackets, or [`NONE`].
    open: u32,
    close: u32,
    first_item: u32,
    item_count: u32,
    parent: u32,
}

#[derive(Debug, Clone)]
struct ItemData {
    /// Of a field's name, with a leading `r#`; empty if it has none.
    key: Span,
    /// A map entry's key, or [`NONE`].
    key_node: u32,
    value: u32,
    /// Offset of the comma behind, or [`NONE`].
    comma: u32,
}

/// A text and the nodes in it.
#[derive(Debug, Clone)]
pub struct Tree {
    text: Arc<str>,
    nodes: Vec<NodeData>,
    items: Vec<ItemData>,
    root: u32,
    errors: Vec<SyntaxError>,
}

impl Tree {
    /// Reads any text; what is wrong with it is in [`Tree::errors`].
    #[must_use]
    pub fn parse(text: &str) -> Self {
        Self::from_arc(text.into())
    }

    /// The same, without a copy of the text.
    #[must_use]
    pub fn from_arc(text: Arc<str>) -> Self {
        let parsed = parser::parse(&text);
        Self { nodes: parsed.nodes, items: parsed.items, root: parsed.root, errors: parsed.errors, text }
    }

    /// The text it was made of, to the byte.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, shared.
    #[must_use]
    pub fn text_arc(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }

    /// The text at a span; empty if the span is not one of this text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or("")
    }

    /// In the order of the text. Empty exactly when `ron` reads the text.
    #[must_use]
    pub fn errors(&self) -> &[SyntaxError] {
        &self.errors
    }

    /// The document, unless the text holds none.
    #[must_use]
    pub fn root(&self) -> Option<Node<'_>> {
        self.node(NodeId(self.root))
    }

    /// `None` for an id of another tree that has more nodes.
    #[must_use]
    pub fn node(&self, id: NodeId) -> Option<Node<'_>> {
        let data = self.nodes.get(id.0 as usize)?;
        Some(Node::new(self, id, data))
    }

    /// All nodes, in no useful order. Where there are errors, some may belong to nothing: the parser set them aside.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        (0..).zip(&self.nodes).map(|(id, data)| Node::new(self, NodeId(id), data))
    }

    /// The innermost node at a byte offset, or just before it. On a field's name it is the field's value.
    #[must_use]
    pub fn node_at(&self, offset: usize) -> Option<Node<'_>> {
        let holds = |span: Span| span.start as usize <= offset && offset <= span.end as usize;
        let mut node = self.root().filter(|root| holds(root.span()))?;
        loop {
            // Items are in order: the last one that starts at or before the offset is the only candidate.
            let items = self.items_of(node.data());
            let started = items.partition_point(|item| self.item_span(item).start as usize <= offset);
            let Some(item) = started.checked_sub(1).and_then(|index| items.get(index)) else {
                return Some(node);
            };
            let key = self.node(NodeId(item.key_node)).filter(|key| holds(key.span()));
            let value = self.node(NodeId(item.value)).filter(|_| holds(self.item_span(item)));
            match key.or(value) {
                Some(inner) => node = inner,
                None => return Some(node),
            }
        }
    }

    /// The node a path leads to; of several fields of one name, the first.
    #[must_use]
    pub fn at(&self, path: &NodePath) -> Option<Node<'_>> {
        let mut node = self.root()?;
        for segment in path.segments() {
            node = match segment {
                Segment::Field(name) => node.field(name)?,
                Segment::Index(index) => node.item(*index)?.value(),
                Segment::Key(key) => {
                    let mut entries = node.items();
                    entries.find(|entry| entry.key_node().is_some_and(|k| k.text() == key))?.value()
                }
            };
        }
        Some(node)
    }

    /// The text again, put together from the nodes and what lies between them. Always equals [`Tree::text`].
    #[must_use]
    pub fn print(&self) -> String {
        let mut printed = String::with_capacity(self.text.len());
        let mut written = 0;
        if let Some(root) = self.root() {
            self.print_node(root, &mut written, &mut printed);
        }
        self.print_up_to(self.text.len(), &mut written, &mut printed);
        printed
    }

    fn print_node(&self, node: Node<'_>, written: &mut usize, printed: &mut String) {
        self.print_up_to(node.span().start as usize, written, printed);
        for item in node.items() {
            if let Some(key) = item.key_span() {
                self.print_up_to(key.start as usize, written, printed);
                self.print_up_to(key.end as usize, written, printed);
            }
            if let Some(key) = item.key_node() {
                self.print_node(key, written, printed);
            }
            self.print_node(item.value(), written, printed);
        }
        self.print_up_to(node.span().end as usize, written, printed);
    }

    fn print_up_to(&self, offset: usize, written: &mut usize, printed: &mut String) {
        printed.push_str(self.text.get(*written..offset).unwrap_or(""));
        *written = offset;
    }

    /// The line ending the text uses, judged by its first line.
    #[must_use]
    pub fn line_ending(&self) -> &'static str {
        match self.text.find('\n') {
            Some(at) if self.text.get(..at).is_some_and(|line| line.ends_with('\r')) => "\r\n",
            _ => "\n",
        }
    }

    /// The blanks that begin the line of a byte offset.
    #[must_use]
    pub fn line_indent(&self, offset: usize) -> &str {
        let before = self.text.get(..offset).unwrap_or(&self.text);
        let line = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = self.text.get(line..).unwrap_or("");
        let line = line.strip_prefix('\u{feff}').unwrap_or(line);
        let indent = line.find(|c| c != ' ' && c != '\t').unwrap_or(line.len());
        line.get(..indent).unwrap_or("")
    }

    fn items_of(&self, data: &NodeData) -> &[ItemData] {
        let first = data.first_item as usize;
        self.items.get(first..first + data.item_count as usize).unwrap_or(&[])
    }

    fn item_span(&self, item: &ItemData) -> Span {
        let span_of = |id: u32| self.nodes.get(id as usize).map_or(Span::default(), |node| node.span);
        let value = span_of(item.value);
        let start = if !item.key.is_empty() {
            item.key.start
        } else if item.key_node != NONE {
            span_of(item.key_node).start
        } else {
            value.start
        };
        Span { start, end: value.end }
    }
}
