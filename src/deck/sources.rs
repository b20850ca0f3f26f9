//! The files a show was made of, as a page holds them.
//!
//! A programme and the playbooks its names mean something in come in; every file behind it comes out once, under the path
//! a playbook would have it at: plays in `plays/`, plans, models and shows in folders of theirs there.

use std::sync::Arc;

use crate::model::{Call, ModelId, Show, ShowItem};
use crate::play_file::edit::TextEdit;
use crate::play_file::tree::{Span, Tree};
use crate::play_file::{Document, DocumentKind, Edit, Entry, Playbook};
use crate::show::{InPlaybooks, Program};

/// A file as it stands in a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where, with `/` between names.
    pub path: String,
    /// What it says.
    pub text: Arc<str>,
}

/// Why the files cannot stand together in a page.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// Two files would have one place.
    #[error("two files that differ would both be {path} in the page: {first} and {second}")]
    Same {
        /// The place.
        path: String,
        /// How one is named.
        first: String,
        /// How the other is named.
        second: String,
    },
}

/// What is gathered, and how each file was named.
#[derive(Default)]
struct Gathered {
    sources: Vec<Source>,
    named: Vec<Arc<str>>,
    notes: bool,
}

/// Every file behind a programme, the show or the first play first. Without `notes`, what only the presenter reads is taken
/// out of the texts; `show` is the show's own text and how it is named, where there is one.
///
/// # Errors
/// If two different files would stand at one place.
pub fn sources(
    program: &Program,
    show: Option<(&str, &Arc<str>)>,
    repertoire: &InPlaybooks<'_>,
    notes: bool,
) -> Result<Vec<Source>, SourceError> {
    let mut gathered = Gathered { notes, ..Gathered::default() };
    let stems: Vec<&str> = match program {
        Program::Show(stem, document) => {
            if let Some((named, text)) = show {
                gathered.add(format!("plays/shows/{stem}.ron"), text, &named.into())?;
            }
            named_in(document)
        }
        Program::Files(stems) => stems.iter().map(AsRef::as_ref).collect(),
    };
    for stem in stems {
        if let Some((playbook, entry)) = repertoire.find(stem) {
            gathered.take(playbook, entry)?;
        }
    }
    Ok(gathered.sources)
}

fn named_in(show: &Show) -> Vec<&str> {
    show.items.iter().flat_map(ShowItem::named).map(crate::model::PlayId::as_str).collect()
}

impl Gathered {
    /// A play or a plan, with what it stands on.
    fn take(&mut self, playbook: &Playbook, entry: &Entry) -> Result<(), SourceError> {
        // What is not text, or of no kind, cannot be run either: the show says so in its place.
        if !entry.is_text() {
            return Ok(());
        }
        let folder = match entry.kind {
            Some(DocumentKind::GamePlan) => "plays/plans",
            _ => "plays",
        };
        self.add(format!("{folder}/{}.ron", entry.stem), &entry.text, &entry.file)?;
        match &entry.document {
            Some(Document::Play(play)) => self.model(playbook, entry, &play.model),
            Some(Document::GamePlan(plan)) => {
                self.model(playbook, entry, &plan.model)?;
                for call in &plan.calls {
                    let Call::Call { play, .. } = call else { continue };
                    if let Some(called) = playbook.meant(&entry.path, DocumentKind::Play, play.as_str()) {
                        self.take(playbook, called)?;
                    }
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn model(&mut self, playbook: &Playbook, of: &Entry, id: &ModelId) -> Result<(), SourceError> {
        match playbook.meant(&of.path, DocumentKind::OperatingModel, id.as_str()) {
            Some(model) => self.add(format!("plays/models/{}.ron", model.stem), &model.text, &model.file),
            None => Ok(()),
        }
    }

    fn add(&mut self, path: String, text: &Arc<str>, named: &Arc<str>) -> Result<(), SourceError> {
        let text = if self.notes { Some(Arc::clone(text)) } else { without_notes(text) };
        let Some(text) = text else { return Ok(()) };
        let known = self.sources.iter().zip(&self.named).find(|(source, _)| source.path == path);
        if let Some((source, first)) = known {
            if source.text == text {
                return Ok(());
            }
            let (first, second) = (first.to_string(), named.to_string());
            return Err(SourceError::Same { path, first, second });
        }
        self.sources.push(Source { path, text });
        self.named.push(Arc::clone(named));
        Ok(())
    }
}

/// A text without the fields that only the presenter reads; nothing where the text is so broken that they cannot be found.
fn without_notes(text: &Arc<str>) -> Option<Arc<str>> {
    let tree = Tree::from_arc(Arc::clone(text));
    if !tree.errors().is_empty() {
        return None;
    }
    let mut edits: Vec<Edit> = Vec::new();
    for node in tree.nodes() {
        for item in node.fields().filter(|item| item.key() == Some("notes")) {
            let std::ops::Range { start, end } = item.span().range();
            let end = item.comma().map_or(end, |comma| comma.range().end);
            let before = text.get(..start).unwrap_or_default();
            let after = text.get(end..).unwrap_or_default();
            // A line that held nothing else goes with it.
            let indent = before.len() - before.trim_end_matches([' ', '\t']).len();
            let ends_line = after.strip_prefix("\r\n").map(|_| 2).or(after.strip_prefix('\n').map(|_| 1));
            let starts_line = before.get(..start - indent).is_some_and(|before| before.ends_with('\n'));
            let span = match ends_line {
                Some(ending) if starts_line => start - indent..end + ending,
                _ if starts_line => start..end,
                _ => start - indent..end,
            };
            edits.push(Edit { span: Span::new(span.start, span.end).into(), text: String::new() });
        }
    }
    if edits.is_empty() {
        return Some(Arc::clone(text));
    }
    TextEdit::new(edits).ok()?.apply(text).ok().map(Arc::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_the_presenter_reads_is_taken_out() {
        let cases = [
            (
                "Show(\n    items: [\n        Decide(\n            notes: \"secret\",\n            minutes: 3,\n        ),\n    ],\n)",
                "Show(\n    items: [\n        Decide(\n            minutes: 3,\n        ),\n    ],\n)",
            ),
            (
                "Show(items: [Decide(title: \"a\", notes: \"se,cret\")])",
                "Show(items: [Decide(title: \"a\",)])",
            ),
            (
                "Play(beats: [(at: Advance, caption: \"notes: stay\", notes: \"secret\", focus: [])])",
                "Play(beats: [(at: Advance, caption: \"notes: stay\", focus: [])])",
            ),
            ("Show(notes: r#\"secret\n\"#)", "Show()"),
            ("Show(title: \"no\")", "Show(title: \"no\")"),
        ];
        for (with, without) in cases {
            assert_eq!(without_notes(&with.into()).as_deref(), Some(without));
        }
        assert_eq!(without_notes(&"Show(notes: \"secret\" items".into()), None);
    }
}
