//! What belongs to an element: its comments and its comma.
//!
//! In: a node with brackets. Out: an [`Extent`] for each of its items. This is where the rule for comments lives; see
//! [`super`].

use crate::play_file::tree::{Comment, Node, Tree};

/// The stretch of text that is an item's own, in bytes. No two overlap, and they come in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Extent {
    /// The first of the comments before it that are its own, or the item.
    pub lead: usize,
    /// Behind its value.
    pub value_end: usize,
    /// Its comma.
    pub comma: Option<usize>,
    /// Behind the last of its comma and the comments behind it that are its own.
    pub tail: usize,
    /// Whether a line comment ends it, so that nothing may follow on that line.
    pub open: bool,
    /// Whether it begins its line.
    pub begins: bool,
    /// Whether it ends its line: nothing but blanks follows.
    pub ends: bool,
}

/// The extents of a node's items.
pub(super) fn extents(node: Node<'_>) -> Vec<Extent> {
    let tree = node.tree();
    let text = tree.text();
    let items: Vec<_> = node.items().collect();
    let mut extents: Vec<Extent> = Vec::with_capacity(items.len());
    let mut from = node.open().map_or(node.span().start, |open| open.end) as usize;
    for item in &items {
        let start = item.span().start as usize;
        let (trailing, leading) = shared_out(tree, from, start, false);
        if let (Some(before), Some(last)) = (extents.last_mut(), trailing) {
            before.tail = last.span.end as usize;
            before.open = last.is_line;
        }
        let value_end = item.span().end as usize;
        let comma = item.comma().map(|comma| comma.start as usize);
        from = comma.map_or(value_end, |comma| comma + 1);
        let lead = leading.map_or(start, |comment| comment.span.start as usize);
        extents.push(Extent { lead, value_end, comma, tail: from, open: false, begins: false, ends: false });
    }
    let close = node.close().map_or(node.span().end, |close| close.start) as usize;
    if let Some(last) = extents.last_mut()
        && let (Some(comment), _) = shared_out(tree, from, close, true)
    {
        last.tail = comment.span.end as usize;
        last.open = comment.is_line;
    }
    for extent in &mut extents {
        extent.begins = begins_line(text, extent.lead);
        extent.ends = ends_line(text, extent.tail);
    }
    extents
}

/// Of the comments between two items: the last that belongs to the one before, the first that belongs to the one after.
fn shared_out(tree: &Tree, from: usize, to: usize, closing: bool) -> (Option<Comment>, Option<Comment>) {
    let comments = tree.comments(from, to);
    let between = |from: usize, to: usize| tree.text().get(from..to).unwrap_or("");
    let lines = |from: usize, to: usize| between(from, to).matches('\n').count();
    let mut end = from;
    let mut trailing = 0;
    for comment in &comments {
        if lines(end, comment.span.start as usize) > 0 {
            break;
        }
        trailing += 1;
        end = comment.span.end as usize;
    }
    // What stands between two on one line belongs to the second.
    if trailing == comments.len() && lines(end, to) == 0 && !closing {
        trailing = 0;
    }
    let mut start = to;
    let mut leading = comments.len();
    while leading > trailing
        && let Some(comment) = comments.get(leading - 1)
        && lines(comment.span.end as usize, start) <= 1
        && !closing
    {
        start = comment.span.start as usize;
        leading -= 1;
    }
    let last = trailing.checked_sub(1).and_then(|last| comments.get(last)).copied();
    (last, comments.get(leading).copied())
}

/// Whether only blanks stand before a place on its line.
pub(in crate::play_file) fn begins_line(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("").trim_end_matches([' ', '\t']);
    before.is_empty() || before.ends_with(['\n', '\u{feff}'])
}

/// Whether only blanks stand behind a place on its line.
pub(in crate::play_file) fn ends_line(text: &str, at: usize) -> bool {
    let after = text.get(at..).unwrap_or("").trim_start_matches([' ', '\t', '\r']);
    after.is_empty() || after.starts_with('\n')
}
