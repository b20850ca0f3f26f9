//! Ids that are used twice in a file.

use std::borrow::Cow;

use super::super::problem::Code;
use super::super::report::Report;
use super::super::tree::Node;

/// The ids of a file, with what they name.
#[derive(Default)]
pub(super) struct Ids<'t> {
    all: Vec<(&'static str, Cow<'t, str>, Node<'t>)>,
}

impl<'t> Ids<'t> {
    /// Takes note of an id, if it is a text.
    pub(super) fn add(&mut self, called: &'static str, id: Option<Node<'t>>) {
        if let Some(node) = id
            && let Some(id) = node.as_str()
        {
            self.all.push((called, id, node));
        }
    }

    /// The ids, in any order.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|(_, id, _)| &**id)
    }

    /// Reports each id that stands for something before it in the text too.
    pub(super) fn report_duplicates(&mut self, report: &mut Report) {
        self.all.sort_by_key(|(_, _, node)| node.span());
        for (index, (_, id, node)) in self.all.iter().enumerate() {
            let Some((before, ..)) = self.all.iter().take(index).find(|(_, other, _)| other == id) else {
                continue;
            };
            let article = if before.starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" };
            let found = report.add(
                Code::DuplicateId,
                node.span(),
                format!("\"{id}\" is already the id of {article} {before}"),
            );
            found.help("Every id of a file must be its own");
            let free =
                (2..1000).map(|n| format!("{id}-{n}")).find(|free| self.names().all(|name| name != free));
            if let Some(free) = free {
                found.fix(format!("Change to \"{free}\""), node.span().into(), format!("\"{free}\""));
            }
        }
    }
}
