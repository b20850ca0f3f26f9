//! A sheet of ink as a whole: not more than can be drawn, and one page a step.

use std::collections::BTreeSet;

use super::super::problem::Code;
use super::super::report::Report;
use super::super::schema::{INK, MAX_PAGES, MAX_STROKES, PAGE, STROKE};
use super::super::slots::Slots;
use super::super::tree::{Node, NodeKind};

/// Checks a sheet of ink.
pub(crate) fn ink(root: Node<'_>, report: &mut Report) {
    let ink = Slots::of(root, &INK);
    if let Some(page) = ink.list("pages").nth(MAX_PAGES) {
        let count = ink.list("pages").count();
        report
            .add(Code::TooLarge, page.span(), format!("{count} pages are too many for one sheet of ink"))
            .help(format!("It has at most {MAX_PAGES}; this is the first too many"));
    }
    let mut steps = BTreeSet::new();
    for page in ink.list("pages").take(MAX_PAGES) {
        let page = Slots::of(page, &PAGE);
        if let Some((node, step)) = page.get("step").and_then(|node| Some((node, node.as_str()?)))
            && !steps.insert(step.clone())
        {
            report
                .add(Code::DuplicateId, node.span(), format!("The step \"{step}\" has a page already"))
                .help("Put its strokes on one page");
        }
        if let Some(stroke) = page.list("strokes").nth(MAX_STROKES) {
            let count = page.list("strokes").count();
            report
                .add(Code::TooLarge, stroke.span(), format!("{count} strokes are too many for one page"))
                .help(format!("A page has at most {MAX_STROKES}; this is the first too many"));
        }
        for stroke in page.list("strokes").take(MAX_STROKES) {
            let points = Slots::of(stroke, &STROKE).get("points");
            if let Some(points) =
                points.filter(|list| list.kind() == NodeKind::List && list.item_count() == 0)
            {
                report
                    .add(Code::NeverUsed, points.span(), "A stroke without points draws nothing")
                    .help("Give it points, or leave it out");
            }
        }
    }
}
