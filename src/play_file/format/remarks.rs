//! The comments between two things, each with how far it stands from what is before it.
//!
//! In: a stretch of the text between values. Out: [`Remark`]s in order, and how many line ends come before the next
//! thing. What line a remark goes on is the printer's.

use crate::play_file::tree::Tree;

/// A comment where it is met.
#[derive(Clone, Copy, Debug)]
pub(super) struct Remark<'t> {
    /// Without blanks at its end.
    pub text: &'t str,
    pub is_line: bool,
    /// How many line ends stand before it, counted from what comes before.
    pub lines: usize,
    /// It stands before the comma.
    pub before_comma: bool,
}

impl Remark<'_> {
    /// Whether it may stand within a line.
    pub(super) fn is_short(&self) -> bool {
        !self.is_line && !self.text.contains('\n')
    }
}

/// What stands between two things.
#[derive(Clone, Debug, Default)]
pub(super) struct Gap<'t> {
    pub remarks: Vec<Remark<'t>>,
    /// How many line ends stand before the next thing, counted from the last remark.
    pub lines: usize,
}

impl<'t> Gap<'t> {
    /// What stands between two places; `comma` is where the comma between them is.
    pub(super) fn new(tree: &'t Tree, from: usize, to: usize, comma: Option<usize>) -> Self {
        let text = tree.text();
        let line_ends = |from: usize, to: usize| text.get(from..to).unwrap_or("").matches('\n').count();
        let mut at = from;
        let remarks = tree.comments(from, to).into_iter().map(|comment| {
            let lines = line_ends(at, comment.span.start as usize);
            at = comment.span.end as usize;
            Remark {
                text: tree.slice(comment.span).trim_end(),
                is_line: comment.is_line,
                lines,
                before_comma: comma.is_some_and(|comma| at <= comma),
            }
        });
        let remarks = remarks.collect();
        Self { remarks, lines: line_ends(at, to) }
    }

    /// Whether a line ends in it.
    pub(super) fn has_line_end(&self) -> bool {
        self.lines > 0 || self.remarks.iter().any(|remark| remark.lines > 0)
    }

    /// Whether everything in it may stand on one line with what is around it.
    pub(super) fn is_short(&self) -> bool {
        self.remarks.iter().all(|remark| remark.is_short() && remark.lines == 0)
    }

    /// Splits off what belongs to what is before: the remarks on its line. Where no line ends, those behind the comma
    /// belong to what comes next.
    pub(super) fn shared_out(&self, is_last: bool) -> (&[Remark<'t>], &[Remark<'t>]) {
        let on_line = self.remarks.iter().take_while(|remark| remark.lines == 0).count();
        let count = if is_last || self.has_line_end() {
            on_line
        } else {
            self.remarks.iter().take_while(|remark| remark.before_comma).count()
        };
        self.remarks.split_at_checked(count).unwrap_or((&self.remarks, &[]))
    }
}
