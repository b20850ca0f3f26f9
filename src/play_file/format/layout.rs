//! Laying a document out.
//!
//! In: the nodes of a tree without errors. Out: text in the house style. Whether a node takes one line or several is
//! decided from the outside in: one line if it fits and nothing in it needs a line's end.

use super::remarks::{Gap, Remark};
use super::{MAX_COLUMNS, UNIT};
use crate::play_file::tree::{Item, Node, NodeKind, Tree};

/// Writes the laid-out text.
pub(super) struct Printer<'t> {
    tree: &'t Tree,
    line_end: &'static str,
    text: String,
    depth: usize,
    /// How many characters the last line has.
    column: usize,
}

/// What is between a node's brackets: its items, and a gap before each and before the closing bracket.
struct Inside<'t> {
    /// The name before the bracket.
    name: &'t str,
    open: &'t str,
    close: &'t str,
    items: Vec<Item<'t>>,
    gaps: Vec<Gap<'t>>,
    /// The comments between an item's name and its value.
    between: Vec<Gap<'t>>,
}

impl<'t> Inside<'t> {
    /// Nothing for a value without brackets.
    fn of(node: Node<'t>) -> Option<Self> {
        let tree = node.tree();
        let (open, close) = (node.open()?, node.close()?);
        let items: Vec<Item<'t>> = node.items().collect();
        let mut gaps = Vec::with_capacity(items.len() + 1);
        let mut between = Vec::with_capacity(items.len());
        let (mut from, mut comma) = (open.end as usize, None);
        for item in &items {
            gaps.push(Gap::new(tree, from, item.span().start as usize, comma));
            let key = item.key_span().or_else(|| item.key_node().map(|key| key.span()));
            let value = item.value().span();
            let key_end = key.map_or(value.start, |key| key.end) as usize;
            between.push(Gap::new(tree, key_end, value.start as usize, None));
            from = value.end as usize;
            comma = item.comma().map(|comma| comma.start as usize);
        }
        gaps.push(Gap::new(tree, from, close.start as usize, comma));
        let mut inside = Self {
            name: node.name_span().map_or("", |name| tree.slice(name)),
            open: tree.slice(open),
            close: tree.slice(close),
            items,
            gaps,
            between,
        };
        inside.take_in_names_remarks(node);
        inside.put_long_remarks_above();
        Some(inside)
    }

    /// What stands between a name and its bracket goes behind the bracket.
    fn take_in_names_remarks(&mut self, node: Node<'t>) {
        let (Some(name), Some(open), Some(first)) = (node.name_span(), node.open(), self.gaps.first_mut())
        else {
            return;
        };
        let mut before = Gap::new(node.tree(), name.end as usize, open.start as usize, None);
        let Some(last) = before.remarks.last() else { return };
        let ends_line = usize::from(last.is_line);
        for remark in &mut before.remarks {
            remark.lines = remark.lines.min(1);
        }
        match first.remarks.first_mut() {
            Some(next) => next.lines = next.lines.max(ends_line),
            None => first.lines = first.lines.max(ends_line),
        }
        first.remarks.splice(0..0, before.remarks);
    }

    /// A remark between a name and its value that does not fit there goes above.
    fn put_long_remarks_above(&mut self) {
        for (gap, between) in self.gaps.iter_mut().zip(&mut self.between) {
            if between.remarks.iter().all(Remark::is_short) {
                continue;
            }
            for mut remark in between.remarks.drain(..) {
                remark.lines = if gap.remarks.is_empty() { gap.lines.max(1) } else { 1 };
                remark.before_comma = false;
                gap.remarks.push(remark);
            }
            gap.lines = 1;
        }
    }

    /// Whether it has to be broken: for what is in it, or because its author did.
    fn is_broken(&self, node: Node<'_>) -> bool {
        let as_written = matches!(node.kind(), NodeKind::Struct | NodeKind::List | NodeKind::Map)
            && !self.items.is_empty()
            && self.gaps.first().is_some_and(Gap::has_line_end);
        let is_document = node.parent().is_none() && !self.items.is_empty();
        as_written || is_document || !self.gaps.iter().all(Gap::is_short)
    }
}

impl<'t> Printer<'t> {
    pub(super) fn new(tree: &'t Tree) -> Self {
        let text = String::with_capacity(tree.text().len());
        Self { tree, line_end: tree.line_ending(), text, depth: 0, column: 0 }
    }

    pub(super) fn into_text(self) -> String {
        self.text
    }

    /// The whole text from `start` on.
    pub(super) fn document(&mut self, root: Node<'t>, start: usize) {
        let (from, to) = (root.span().start as usize, root.span().end as usize);
        let head = Gap::new(self.tree, start, from, None);
        if has_attribute(self.tree, start, from) {
            // Attributes are for `ron` alone to understand.
            self.put(self.tree.text().get(start..from).unwrap_or("").trim());
            self.new_line();
        } else {
            let mut is_first = true;
            for remark in &head.remarks {
                if !is_first {
                    self.apart(remark.lines);
                }
                self.put(remark.text);
                is_first = false;
            }
            if !is_first {
                self.apart(head.lines);
            }
        }
        self.node(root);
        for remark in &Gap::new(self.tree, to, self.tree.text().len(), None).remarks {
            self.apart(remark.lines);
            self.put(remark.text);
        }
        self.new_line();
    }

    fn node(&mut self, node: Node<'t>) {
        let Some(inside) = Inside::of(node) else { return self.put(node.text()) };
        // A comma follows.
        let column = if self.column == 0 { UNIT.len() * self.depth } else { self.column };
        let room = MAX_COLUMNS.saturating_sub(column + 1);
        if !inside.is_broken(node)
            && let Some(line) = one_line(&inside, room)
        {
            return self.put(&line);
        }
        self.broken(&inside);
    }

    fn broken(&mut self, inside: &Inside<'t>) {
        self.put(inside.name);
        self.put(inside.open);
        self.depth += 1;
        for (index, gap) in inside.gaps.iter().enumerate() {
            let item = inside.items.get(index);
            let (behind, above) = gap.shared_out(item.is_none());
            for remark in behind {
                self.put(" ");
                self.put(remark.text);
            }
            // The first line behind a bracket is not blank, nor is the last before one.
            let most = if index == 0 { 1 } else { usize::MAX };
            for (number, remark) in above.iter().enumerate() {
                let own_line = usize::from(number == 0);
                self.apart(remark.lines.max(own_line).min(if number == 0 { most } else { usize::MAX }));
                self.put(remark.text);
            }
            let Some(item) = item else { continue };
            if above.is_empty() {
                self.apart(gap.lines.clamp(1, most));
            } else {
                self.apart(gap.lines);
            }
            self.item(item, inside.between.get(index));
        }
        self.depth -= 1;
        self.new_line();
        self.put(inside.close);
    }

    fn item(&mut self, item: &Item<'t>, between: Option<&Gap<'t>>) {
        self.put(&key_of(item));
        for remark in between.iter().flat_map(|gap| &gap.remarks) {
            self.put(remark.text);
            self.put(" ");
        }
        self.node(item.value());
        self.put(",");
    }

    /// A new line, a blank one before it where there were any, or a blank where no line ended.
    fn apart(&mut self, lines: usize) {
        match lines {
            0 => self.put(" "),
            1 => self.new_line(),
            _ => {
                self.text.push_str(self.line_end);
                self.new_line();
            }
        }
    }

    fn new_line(&mut self) {
        self.text.push_str(self.line_end);
        self.column = 0;
    }

    fn put(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        if self.column == 0 && self.depth > 0 {
            self.text.extend(std::iter::repeat_n(UNIT, self.depth));
            self.column = UNIT.len() * self.depth;
        }
        self.text.push_str(text);
        match text.rfind('\n') {
            Some(newline) => self.column = text.get(newline + 1..).unwrap_or("").chars().count().max(1),
            None => self.column += text.chars().count(),
        }
    }
}

/// A name or key with its colon; nothing for a list's item.
fn key_of(item: &Item<'_>) -> String {
    match (item.key_span(), item.key_node()) {
        (Some(key), _) => format!("{}: ", item.value().tree().slice(key)),
        (None, Some(key)) => format!("{}: ", key.text()),
        (None, None) => String::new(),
    }
}

/// A node on one line, if nothing in it needs more and it takes at most `room` characters.
fn one_line(inside: &Inside<'_>, room: usize) -> Option<String> {
    let mut line = format!("{}{}", inside.name, inside.open);
    for (index, gap) in inside.gaps.iter().enumerate() {
        let item = inside.items.get(index);
        let (behind, above) = gap.shared_out(item.is_none() || index == 0);
        if !gap.remarks.iter().all(Remark::is_short) {
            return None;
        }
        let mut apart = index > 0;
        for remark in behind {
            if apart {
                line.push(' ');
            }
            line += remark.text;
            apart = true;
        }
        let Some(item) = item else { continue };
        if index > 0 {
            line.push(',');
        }
        if apart {
            line.push(' ');
        }
        for remark in above {
            line += remark.text;
            line.push(' ');
        }
        line += &key_of(item);
        for remark in inside.between.get(index).iter().flat_map(|gap| &gap.remarks) {
            line += remark.text;
            line.push(' ');
        }
        let left = room.checked_sub(line.chars().count())?;
        let value = item.value();
        match Inside::of(value) {
            Some(within) if within.is_broken(value) => return None,
            Some(within) => line += &one_line(&within, left)?,
            None => line += value.text(),
        }
    }
    line += inside.close;
    (line.chars().count() <= room && !line.contains('\n')).then_some(line)
}

/// Whether anything but comments and blanks stands in a stretch.
fn has_attribute(tree: &Tree, from: usize, to: usize) -> bool {
    let mut at = from;
    let bare = |from: usize, to: usize| tree.text().get(from..to).is_some_and(|text| text.contains('#'));
    for comment in tree.comments(from, to) {
        if bare(at, comment.span.start as usize) {
            return true;
        }
        at = comment.span.end as usize;
    }
    bare(at, to)
}
