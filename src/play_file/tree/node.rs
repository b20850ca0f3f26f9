//! The view of one node: what it is, where it is, what is in it, and what it reads as.
//!
//! In: the arena. Out: spans, names, items and decoded values, worked out when asked for. It judges no schema.

use std::borrow::Cow;

use super::path::{NodePath, Segment};
use super::{ItemData, NONE, NodeData, NodeId, Span, Tree, lexer};

/// What a node is by its form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NodeKind {
    /// `Name(field: value)` or `(field: value)`.
    Struct,
    /// `Name(value, value)`, `(value, value)`, `Name()` or `( )`; also `Some(value)`, and `Some value` without
    /// parentheses, which `ron` takes for the same.
    Tuple,
    /// Exactly `()`. A record without fields may be written so.
    Unit,
    /// `[value, value]`
    List,
    /// `{key: value}`
    Map,
    /// A bare name: a variant, `true`, `false`, `None`.
    Ident,
    /// Integer, float, `inf` or `NaN`.
    Number,
    /// `1..5`, `1..=5`, `..`: `ron` reads them, plays have none.
    Range,
    /// Plain or raw.
    String,
    /// A character: `'x'`.
    Char,
    /// `b'a'`
    Byte,
    /// `b"…"`, plain or raw.
    ByteString,
    /// What could not be read, or the empty place where a value is missing. Always comes with a
    /// [`SyntaxError`](super::SyntaxError), so whoever checks further should pass over it in silence. Among named
    /// fields it may lack a name.
    Error,
}

/// A node of a [`Tree`]. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Node<'t> {
    tree: &'t Tree,
    id: NodeId,
    data: &'t NodeData,
}

impl PartialEq for Node<'_> {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.tree, other.tree) && self.id == other.id
    }
}

impl Eq for Node<'_> {}

impl<'t> Node<'t> {
    pub(super) fn new(tree: &'t Tree, id: NodeId, data: &'t NodeData) -> Self {
        Self { tree, id, data }
    }

    pub(super) fn data(&self) -> &'t NodeData {
        self.data
    }

    /// Its number in the tree.
    #[must_use]
    pub fn id(&self) -> NodeId {
        self.id
    }

    /// The tree it belongs to.
    #[must_use]
    pub fn tree(&self) -> &'t Tree {
        self.tree
    }

    /// What it is.
    #[must_use]
    pub fn kind(&self) -> NodeKind {
        self.data.kind
    }

    /// From its name or first character to behind its last, without blanks around it.
    #[must_use]
    pub fn span(&self) -> Span {
        self.data.span
    }

    /// The node as it stands in the text.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.tree.slice(self.data.span)
    }

    /// Of the name before the parenthesis or of the bare name, with a leading `r#`.
    #[must_use]
    pub fn name_span(&self) -> Option<Span> {
        (!self.data.name.is_empty()).then_some(self.data.name)
    }

    /// That name, without a leading `r#`.
    #[must_use]
    pub fn name(&self) -> Option<&'t str> {
        self.name_span().map(|span| plain_name(self.tree.slice(span)))
    }

    /// The opening bracket.
    #[must_use]
    pub fn open(&self) -> Option<Span> {
        one_byte(self.data.open)
    }

    /// The closing bracket, if it is there.
    #[must_use]
    pub fn close(&self) -> Option<Span> {
        one_byte(self.data.close)
    }

    /// The node this one is in, as a value or a map's key.
    #[must_use]
    pub fn parent(&self) -> Option<Node<'t>> {
        self.tree.node(NodeId(self.data.parent))
    }

    /// What is in it, in order: fields, items or entries. None for a node without brackets.
    #[must_use]
    pub fn items(&self) -> impl ExactSizeIterator<Item = Item<'t>> + DoubleEndedIterator + use<'t> {
        let parent = *self;
        let items = self.tree.items_of(self.data).iter();
        items.enumerate().map(move |(index, data)| Item { parent, index, data })
    }

    /// Its item of this number, from 0.
    #[must_use]
    pub fn item(&self, index: usize) -> Option<Item<'t>> {
        let data = self.tree.items_of(self.data).get(index)?;
        Some(Item { parent: *self, index, data })
    }

    /// How many items it has.
    #[must_use]
    pub fn item_count(&self) -> usize {
        self.data.item_count as usize
    }

    /// The items that have a field name.
    pub fn fields(&self) -> impl Iterator<Item = Item<'t>> + use<'t> {
        self.items().filter(|item| !item.data.key.is_empty())
    }

    /// The value of the first field of this name.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<Node<'t>> {
        self.fields().find(|item| item.key() == Some(name)).map(|item| item.value())
    }

    /// The value of the only item of a tuple, as in `Some(x)` and `Bypass("x")`.
    #[must_use]
    pub fn only(&self) -> Option<Node<'t>> {
        let mut items = self.items();
        match (self.data.kind, items.next(), items.next()) {
            (NodeKind::Tuple, Some(item), None) => Some(item.value()),
            _ => None,
        }
    }

    /// A bare name, without a leading `r#`.
    #[must_use]
    pub fn as_ident(&self) -> Option<&'t str> {
        (self.data.kind == NodeKind::Ident).then(|| self.name()).flatten()
    }

    /// Its value, if it is `true` or `false`.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match (self.data.kind, self.text()) {
            (NodeKind::Ident, "true") => Some(true),
            (NodeKind::Ident, "false") => Some(false),
            _ => None,
        }
    }

    /// What `ron` reads as an `f64` here: floats and decimal integers, infinities and NaN among them. `None` for other
    /// bases and for suffixes but `f64`, which `ron` refuses in the place of an `f64`.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        if self.data.kind != NodeKind::Number {
            return None;
        }
        let text = self.text();
        let float = lexer::float(text, 0).ok()?;
        (float.end == text.len() && float.suffix != "f32").then(|| float.digits.parse().ok())?
    }

    /// What `ron` reads as an `i64` here. `None` for floats, other suffixes, and what does not fit.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.as_integer("i64")?.try_into().ok()
    }

    /// What `ron` reads as a `u32` here, with the same limits.
    #[must_use]
    pub fn as_u32(&self) -> Option<u32> {
        self.as_integer("u32")?.try_into().ok()
    }

    fn as_integer(&self, wanted: &str) -> Option<i128> {
        if self.data.kind != NodeKind::Number {
            return None;
        }
        let text = self.text();
        let parts = lexer::integer_parts(text, 0);
        let (_, min, max) = lexer::INTEGER_TYPES.into_iter().find(|(name, ..)| *name == wanted)?;
        let suffix = parts.suffix.and_then(|index| lexer::INTEGER_TYPES.get(index));
        if parts.end != text.len() || suffix.is_some_and(|(name, ..)| *name != wanted) {
            return None;
        }
        lexer::integer_value(text, &parts, min, max).ok()
    }

    /// The text of a string, its escapes resolved.
    #[must_use]
    pub fn as_str(&self) -> Option<Cow<'t, str>> {
        if self.data.kind != NodeKind::String {
            return None;
        }
        let text = self.text();
        match text.strip_prefix('"') {
            Some(rest) => lexer::unescape(rest.strip_suffix('"')?),
            None => lexer::raw_inside(text).map(Cow::Borrowed),
        }
    }

    /// Its value, if it is a character.
    #[must_use]
    pub fn as_char(&self) -> Option<char> {
        if self.data.kind != NodeKind::Char {
            return None;
        }
        lexer::char_literal(self.text(), 0).ok().map(|(_, value)| value)
    }

    /// The way from the document to this node. A map's key has the path of its value.
    #[must_use]
    pub fn path(&self) -> NodePath {
        let mut segments = Vec::new();
        let mut node = *self;
        while let Some(parent) = node.parent() {
            let holds = |item: &Item<'_>| item.data.value == node.id.0 || item.data.key_node == node.id.0;
            if let Some(item) = parent.items().find(holds) {
                segments.push(item.segment());
            }
            node = parent;
        }
        segments.into_iter().rev().collect()
    }

    /// Where a further item goes. `None` for a node without brackets.
    #[must_use]
    pub fn insertion_point(&self) -> Option<InsertionPoint<'t>> {
        let open = self.open()?;
        let last = self.items().next_back();
        let comma = last.as_ref().and_then(Item::comma);
        let at = comma.or(last.as_ref().map(Item::span)).map_or(open.end, |span| span.end);
        Some(InsertionPoint {
            at,
            needs_comma: last.is_some() && comma.is_none(),
            close: self.close(),
            indent: last.and_then(|item| item.indent()),
            outer_indent: self.tree.line_indent(open.start as usize),
        })
    }
}

/// Where and how an editor adds an item to a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InsertionPoint<'t> {
    /// Byte offset: behind the last item and its comma, or behind the opening bracket. A comment may follow on the
    /// same line.
    pub at: u32,
    /// The last item has no comma behind it yet.
    pub needs_comma: bool,
    /// The closing bracket, if it is there.
    pub close: Option<Span>,
    /// The blanks before the last item, if it begins its line. `None`: the items stand in one line, or there are none.
    pub indent: Option<&'t str>,
    /// The blanks that begin the line of the opening bracket.
    pub outer_indent: &'t str,
}

/// A field, list item, tuple item or map entry.
#[derive(Debug, Clone, Copy)]
pub struct Item<'t> {
    parent: Node<'t>,
    index: usize,
    data: &'t ItemData,
}

impl<'t> Item<'t> {
    /// Position among its siblings, from 0.
    #[must_use]
    pub fn index(&self) -> usize {
        self.index
    }

    /// Of a field's name, with a leading `r#`.
    #[must_use]
    pub fn key_span(&self) -> Option<Span> {
        (!self.data.key.is_empty()).then_some(self.data.key)
    }

    /// A field's name, without a leading `r#`.
    #[must_use]
    pub fn key(&self) -> Option<&'t str> {
        self.key_span().map(|span| plain_name(self.parent.tree.slice(span)))
    }

    /// A map entry's key.
    #[must_use]
    pub fn key_node(&self) -> Option<Node<'t>> {
        self.parent.tree.node(NodeId(self.data.key_node))
    }

    /// The value, without its name or key.
    #[must_use]
    pub fn value(&self) -> Node<'t> {
        // An item is made with its value; the parent stands in for the impossible.
        self.parent.tree.node(NodeId(self.data.value)).unwrap_or(self.parent)
    }

    /// The comma behind it.
    #[must_use]
    pub fn comma(&self) -> Option<Span> {
        one_byte(self.data.comma)
    }

    /// From its key (or value) to the end of its value, without the comma.
    #[must_use]
    pub fn span(&self) -> Span {
        self.parent.tree.item_span(self.data)
    }

    /// The blanks before it, if it begins its line.
    #[must_use]
    pub fn indent(&self) -> Option<&'t str> {
        let tree = self.parent.tree;
        let start = self.span().start as usize;
        let indent = tree.line_indent(start);
        let before = tree.text().get(..start)?.strip_suffix(indent)?;
        (before.ends_with('\n') || before.is_empty()).then_some(indent)
    }

    fn segment(&self) -> Segment {
        match (self.key(), self.key_node()) {
            (Some(name), _) => Segment::Field(name.to_owned()),
            (None, Some(key)) => Segment::Key(key.text().to_owned()),
            (None, None) => Segment::Index(self.index),
        }
    }
}

fn plain_name(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

fn one_byte(at: u32) -> Option<Span> {
    (at != NONE).then(|| Span { start: at, end: at + 1 })
}
