//! The rule for comments once more, told from the text rather than from extents.

use super::messy::comments;
use crate::play_file::edit::Change;
use crate::play_file::tree::{Item, Node, Tree};

/// What is gone was within what was replaced, or belonged to what was taken out; and all of that is gone.
pub(super) fn comments_are_kept(change: &Change, before: &str, after: &str, said: &dyn Fn() -> String) {
    let there: Vec<usize> = comments(after).into_iter().map(|(number, _)| number).collect();
    let tree = Tree::parse(before);
    let taken_out = match change {
        Change::Clear { path } => tree.at(path).map(|node| {
            let parent = node.parent().unwrap();
            (parent, parent.items().find(|item| item.value() == node).unwrap())
        }),
        Change::Remove { list, index } => tree.at(list).map(|list| (list, list.item(*index).unwrap())),
        _ => None,
    };
    let found = comments(before);
    // A copied element has copies of the comments in it, which cannot be told apart.
    let once = |number| found.iter().filter(|(other, _)| *other == number).count() == 1;
    for (number, at) in found.iter().copied().filter(|(number, _)| once(*number)) {
        let is_gone = !there.contains(&number);
        match (change, &taken_out) {
            (Change::Set { path, .. }, _) => {
                let may_go = tree.at(path).is_some_and(|node| node.span().range().contains(&at));
                assert!(!is_gone || may_go, "comment {number} is gone: {}", said());
            }
            (_, Some((parent, item))) => {
                let own = belongs(*parent, item, at);
                assert_eq!(is_gone, own, "comment {number}: {}", said());
            }
            _ => assert!(!is_gone, "comment {number} is gone: {}", said()),
        }
    }
}

/// Whether the comment at a place belongs to an item.
fn belongs(parent: Node<'_>, item: &Item<'_>, at: usize) -> bool {
    let tree = parent.tree();
    let (start, end) = (item.span().start as usize, item.span().end as usize);
    let before = item.index().checked_sub(1).and_then(|index| parent.item(index));
    let next = parent.item(item.index() + 1);
    let line_ends = |from: usize, to: usize| lines_between(tree, from, to).iter().sum::<usize>();
    // An element ends with its comma.
    let from = match before {
        Some(before) => before.comma().unwrap().end,
        None => parent.open().unwrap().end,
    } as usize;
    if (from..start).contains(&at) {
        let behind_the_one_before = line_ends(from, at) == 0 && line_ends(from, start) > 0;
        return !behind_the_one_before && lines_between(tree, at, start).iter().all(|lines| *lines <= 1);
    }
    let behind = item.comma().map_or(end, |comma| comma.end as usize);
    let to = next.map_or(parent.close().unwrap(), |item| item.span()).start as usize;
    let leads_the_next = next.is_some() && line_ends(behind, to) == 0;
    let on_its_line = (behind..to).contains(&at) && line_ends(behind, at) == 0 && !leads_the_next;
    (start..behind).contains(&at) || on_its_line
}

/// How many lines end in each stretch between comments.
fn lines_between(tree: &Tree, from: usize, to: usize) -> Vec<usize> {
    let mut lines = Vec::new();
    let mut at = from;
    let count = |from: usize, to: usize| tree.text()[from..to].matches('\n').count();
    for comment in tree.comments(from, to) {
        lines.push(count(at, comment.span.start as usize));
        at = comment.span.end as usize;
    }
    lines.push(count(at, to));
    lines
}
