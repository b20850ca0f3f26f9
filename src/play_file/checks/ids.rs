//! Ids that are used twice in a file.

use std::borrow::Cow;

use super::super::problem::Code;
use super::super::report::Report;
use super::super::tree::Node;

/// The ids of a file, with what they name.
pub(super) struct Ids<'t> {
    /// By id, then by place.
    sorted: Vec<(Cow<'t, str>, Node<'t>, &'static str)>,
}

impl<'t> Ids<'t> {
    /// Takes note of the ids that are texts, each with what it names.
    pub(super) fn of(ids: impl Iterator<Item = (&'static str, Option<Node<'t>>)>) -> Self {
        let mut sorted: Vec<_> =
            ids.filter_map(|(called, node)| Some((node?.as_str()?, node?, called))).collect();
        sorted.sort_by(|(a, at_a, _), (b, at_b, _)| (a, at_a.span()).cmp(&(b, at_b.span())));
        Self { sorted }
    }

    /// The ids, sorted.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> + Clone {
        self.sorted.iter().map(|(id, ..)| &**id)
    }

    /// Whether something has that id.
    pub(super) fn contains(&self, id: &str) -> bool {
        self.sorted.binary_search_by(|(other, ..)| (**other).cmp(id)).is_ok()
    }

    /// Reports each id that stands for something before it in the text too.
    pub(super) fn report_duplicates(&self, report: &mut Report) {
        for pair in self.sorted.windows(2) {
            let [(first, _, before), (id, node, _)] = pair else { continue };
            if first != id || report.is_full() {
                continue;
            }
            let article = if before.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            let found = report.add(
                Code::DuplicateId,
                node.span(),
                format!("\"{id}\" is already the id of {article} {before}"),
            );
            found.help("Every id of a file must be its own");
            if let Some(free) = (2..1000).map(|n| format!("{id}-{n}")).find(|free| !self.contains(free)) {
                found.fix(format!("Change to \"{free}\""), node.span().into(), format!("\"{free}\""));
            }
        }
    }
}
