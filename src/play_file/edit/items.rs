//! Taking items out of a list or record and putting them in, commas and comments with them.
//!
//! In: a node with brackets, and an item's number or a new item's text. Out: replacements of the text. Fields and list
//! elements are the same here; what may stand where is judged elsewhere.

use super::EditError;
use super::extent::{Extent, begins_line, extents};
use super::text_edit::TextEdit;
use super::value::Value;
use super::write::{Spot, Style, written};
use crate::play_file::format::{MAX_COLUMNS, UNIT};
use crate::play_file::problem::{Edit, Span};
use crate::play_file::tree::{Node, NodeKind};

/// Where an item is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beside {
    /// Before the item of this number, below what stands above it.
    Before(usize),
    /// Behind the item of this number.
    After(usize),
    /// At the end.
    End,
}

/// What is put in.
pub(super) enum New<'v> {
    /// A value, with what stands before it: `note: `, or nothing in a list.
    Value { key: &'v str, value: &'v Value },
    /// An item as it stood somewhere.
    Piece(Piece),
}

/// An item with all that is its own, as text.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    /// Its comments above and the item.
    head: String,
    /// What stood between it and its comma, or, without one, behind it.
    middle: String,
    /// The comments behind its comma.
    rest: String,
    /// Nothing may follow on its last line.
    open: bool,
}

impl Piece {
    /// A copy of an item.
    pub(super) fn of(node: Node<'_>, index: usize) -> Option<Self> {
        let extent = extents(node).get(index).copied()?;
        let slice = |from: usize, to: usize| node.tree().text().get(from..to).unwrap_or("").to_owned();
        let Extent { lead, value_end, comma, tail, open, .. } = extent;
        Some(match comma {
            Some(comma) => Self {
                head: slice(lead, value_end),
                middle: slice(value_end, comma),
                rest: slice(comma + 1, tail),
                open,
            },
            None => Self {
                head: slice(lead, value_end),
                middle: String::new(),
                rest: slice(value_end, tail),
                open,
            },
        })
    }

    /// A text alone.
    pub(super) fn text(head: String) -> Self {
        Self { head, ..Self::default() }
    }

    fn with_comma(&self, comma: bool) -> String {
        let comma = if comma { "," } else { "" };
        format!("{}{}{comma}{}", self.head, self.middle, self.rest)
    }
}

/// Takes an item out.
///
/// # Errors
/// [`EditError::Overlapping`], which would be a mistake of ours.
pub(super) fn remove(node: Node<'_>, index: usize) -> Result<TextEdit, EditError> {
    let text = node.tree().text();
    let extents = extents(node);
    let Some(extent) = extents.get(index) else { return Ok(TextEdit::default()) };
    let before = index.checked_sub(1).and_then(|before| extents.get(before));
    let after = extents.get(index + 1);
    if let (None, None, Some(open), Some(close)) = (before, after, node.open(), node.close()) {
        let (open, close) = (open.end as usize, close.start as usize);
        let blank = |from, to| text.get(from..to).is_some_and(|gap: &str| gap.trim().is_empty());
        if blank(open, extent.lead) && blank(extent.tail, close) {
            return Ok(TextEdit::replace(Span::new(open, close), ""));
        }
    }
    let mut edits = Vec::new();
    if extent.comma.is_none()
        && let Some(comma) = before.and_then(|before| before.comma)
    {
        edits.push(Edit { span: Span::new(comma, comma + 1), text: String::new() });
    }
    let blanks_before = |at: usize| at - line_blanks(text.get(..at).unwrap_or("").chars().rev());
    let span = if extent.begins && extent.ends {
        whole_lines(node, extent, before.is_none(), after.is_none())
    } else if let Some(after) = after
        && text.get(extent.tail..after.lead).is_some_and(|gap| !gap.contains('\n') && gap.trim().is_empty())
    {
        Span::new(extent.lead, after.lead)
    } else {
        Span::new(blanks_before(extent.lead), extent.tail)
    };
    edits.push(Edit { span, text: String::new() });
    TextEdit::new(edits)
}

fn line_blanks(chars: impl Iterator<Item = char>) -> usize {
    chars.take_while(|c| matches!(c, ' ' | '\t')).count()
}

/// The lines of an extent that has them to itself, with the blank line that would be left doubled or beside a bracket.
fn whole_lines(node: Node<'_>, extent: &Extent, first: bool, last: bool) -> Span {
    let text = node.tree().text();
    let slice = |from: usize, to: usize| text.get(from..to).unwrap_or("");
    let line_end = |at: usize| slice(at, text.len()).find('\n').map_or(text.len(), |found| at + found + 1);
    let start = extent.lead - line_blanks(slice(0, extent.lead).chars().rev());
    let end = line_end(extent.tail);
    let above = slice(0, start).trim_end_matches(['\n', '\r', ' ', '\t']).len();
    let below_blank = slice(above, start).matches('\n').count() > 1;
    let open = node.open().map_or(0, |open| open.end as usize);
    let below_bracket = first && slice(open, start).matches('\n').count() == 1;
    let next = line_end(end);
    if (below_blank || below_bracket)
        && slice(end, next).ends_with('\n')
        && slice(end, next).trim().is_empty()
    {
        return Span::new(start, next);
    }
    let close = node.close().map_or(text.len(), |close| close.start as usize);
    if below_blank && last && slice(end, close).trim().is_empty() {
        return Span::new(line_end(above), end);
    }
    Span::new(start, end)
}

/// Puts an item in, in the style of its neighbour.
///
/// # Errors
/// [`EditError::Overlapping`], which would be a mistake of ours.
pub(super) fn insert(node: Node<'_>, beside: Beside, new: New<'_>) -> Result<TextEdit, EditError> {
    let extents = extents(node);
    let line_end = node.tree().line_ending();
    match (beside, extents.len()) {
        (_, 0) => Ok(insert_first(node, &new)),
        (Beside::Before(index), _) if let Some(extent) = extents.get(index) => {
            let piece = piece(node, index, extent, extent.begins, new);
            let indent = node.tree().line_indent(extent.lead);
            let apart =
                if extent.begins || piece.open { format!("{line_end}{indent}") } else { " ".to_owned() };
            let at = Span::new(extent.lead, extent.lead);
            Ok(TextEdit::replace(at, piece.with_comma(true) + &apart))
        }
        (Beside::After(index), count) if index < count => insert_after(node, &extents, index, new),
        (_, count) => insert_after(node, &extents, count - 1, new),
    }
}

fn insert_after(
    node: Node<'_>,
    extents: &[Extent],
    index: usize,
    new: New<'_>,
) -> Result<TextEdit, EditError> {
    let Some(extent) = extents.get(index) else { return Ok(TextEdit::default()) };
    let text = node.tree().text();
    let line_end = node.tree().line_ending();
    let is_last = index + 1 == extents.len();
    let own_line = extent.begins && (extent.ends || is_last);
    let piece = piece(node, index, extent, own_line, new);
    let indent = node.tree().line_indent(extent.lead);
    let mut inserted = if own_line {
        let many_lines = piece.head.contains('\n') && node.parent().is_none();
        let blank = if many_lines && follows_blank_line(text, extent.lead) { line_end } else { "" };
        format!("{blank}{line_end}{indent}")
    } else if extent.open {
        format!("{line_end}{indent}")
    } else {
        " ".to_owned()
    };
    inserted += &piece.with_comma(extent.comma.is_some());
    if piece.open && !extent.ends {
        inserted += line_end;
        inserted += node.tree().line_indent(node.span().start as usize);
    }
    let mut edits = Vec::new();
    if extent.comma.is_none() {
        edits.push(Edit { span: Span::new(extent.value_end, extent.value_end), text: ",".to_owned() });
    }
    edits.push(Edit { span: Span::new(extent.tail, extent.tail), text: inserted });
    TextEdit::new(edits)
}

fn follows_blank_line(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let gap = before.len() - before.trim_end().len();
    before.get(before.len() - gap..).is_some_and(|gap| gap.matches('\n').count() > 1)
}

/// What is put in beside a neighbour, as text: on as many lines as that one.
fn piece(node: Node<'_>, neighbour: usize, extent: &Extent, own_line: bool, new: New<'_>) -> Piece {
    let (key, value) = match new {
        New::Piece(piece) => return piece,
        New::Value { key, value } => (key, value),
    };
    let tree = node.tree();
    let indent = tree.line_indent(extent.lead);
    let value_there = node.item(neighbour).map(|item| item.value());
    let style = if !own_line {
        Style::OneLine
    } else if value_there.is_some_and(|there| there.kind() == NodeKind::Struct && there.text().contains('\n'))
    {
        Style::Broken
    } else {
        Style::IfShort
    };
    let deeper = value_there.and_then(unit_within).or_else(|| unit_within(node)).unwrap_or(UNIT);
    let spot = Spot { column: indent.chars().count() + key.chars().count(), ..spot(node, deeper, indent) };
    Piece::text(format!("{key}{}", written(value, spot, style)))
}

fn spot<'t>(node: Node<'_>, unit: &'t str, indent: &'t str) -> Spot<'t> {
    Spot::line(node.tree().line_ending(), unit, indent)
}

/// The blanks that one level adds within a node.
pub(super) fn unit_within(node: Node<'_>) -> Option<&str> {
    let indent = node.items().find_map(|item| item.indent())?;
    let outer = node.tree().line_indent(node.open()?.start as usize);
    indent.strip_prefix(outer).filter(|unit| !unit.is_empty())
}

/// Puts an item between brackets that hold none.
fn insert_first(node: Node<'_>, new: &New<'_>) -> TextEdit {
    let tree = node.tree();
    let (Some(open), Some(close)) = (node.open(), node.close()) else { return TextEdit::default() };
    let (from, to) = (open.end as usize, close.start as usize);
    let gap = tree.text().get(from..to).unwrap_or("");
    let line_end = tree.line_ending();
    let outer = tree.line_indent(open.start as usize);
    let unit = node.parent().and_then(unit_within).unwrap_or(UNIT);
    let comments = tree.comments(from, to);
    let inner = match comments.iter().find(|comment| begins_line(tree.text(), comment.span.start as usize)) {
        Some(comment) => tree.line_indent(comment.span.start as usize).to_owned(),
        None => format!("{outer}{unit}"),
    };
    let as_text = |indent: &str, column: usize, style| match new {
        New::Piece(piece) => piece.clone(),
        New::Value { key, value } => {
            let spot = Spot { column: column + key.chars().count(), ..spot(node, unit, indent) };
            Piece::text(format!("{key}{}", written(value, spot, style)))
        }
    };
    if comments.is_empty() && !gap.contains('\n') {
        let column = column(tree.text(), from);
        let piece = as_text(outer, column, Style::OneLine);
        // The bracket and the comma behind it count too.
        let fits = column + piece.head.chars().count() + 2 <= MAX_COLUMNS;
        if !piece.open && (fits || !own_lines(node)) {
            return TextEdit::replace(Span::new(from, to), piece.with_comma(false));
        }
    }
    if !comments.is_empty() && !gap.contains('\n') {
        let piece = as_text(outer, 0, Style::OneLine);
        let apart = if piece.open { line_end } else { "" };
        return TextEdit::replace(Span::new(to, to), format!(" {}{apart}", piece.with_comma(false)));
    }
    let piece = as_text(&inner, inner.chars().count(), Style::IfShort);
    let lines = format!("{line_end}{inner}{}", piece.with_comma(true));
    let Some(last) = comments.last() else {
        return TextEdit::replace(Span::new(from, to), format!("{lines}{line_end}{outer}"));
    };
    // Directly below it, the comment would become the element's.
    let start = last.span.start as usize;
    let apart = if begins_line(tree.text(), start) { line_end } else { "" };
    let at = last.span.end as usize;
    let closes_there = !tree.text().get(at..to).unwrap_or("").contains('\n');
    let end = if closes_there { format!("{line_end}{outer}") } else { String::new() };
    TextEdit::replace(Span::new(at, at), format!("{apart}{lines}{end}"))
}

/// Whether the items around a node have lines of their own, so that it may take several too.
fn own_lines(node: Node<'_>) -> bool {
    node.parent().is_none_or(|parent| parent.items().any(|item| item.indent().is_some()))
}

/// How many characters stand before a place on its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    let line = before.rfind('\n').map_or(before, |newline| before.get(newline + 1..).unwrap_or(""));
    line.trim_start_matches('\u{feff}').chars().count()
}
