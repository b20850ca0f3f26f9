//! Finds and reads a file of any kind: plays, game plans and operating models alike.
//!
//! A path comes in, or a name as other files would write it; a document without errors comes out, or what is wrong with
//! the file. What to do with a document is its command's.

use std::path::Path;
use std::sync::Arc;

use super::Source;
use super::named::Named;
use crate::cli::failure::Failure;
use crate::cli::report::Checked;
use crate::model::{ModelId, OperatingModel, Play, PlayId};
use crate::play_file::{Document, DocumentKind, Lookup, Reading};

/// Everything that has a name.
const ANY: Named = Named {
    folders: &["", "plans", "models"],
    kinds: &[DocumentKind::Play, DocumentKind::GamePlan, DocumentKind::OperatingModel],
    one: "file",
    any: "play, game plan or operating model",
};

/// A file of any kind, read.
pub(in crate::cli) struct AnyFile {
    source: Source,
    /// What it says, if it has no errors.
    pub(in crate::cli) document: Option<Document>,
    /// What is wrong with it.
    pub(in crate::cli) checked: Checked,
}

impl AnyFile {
    /// Finds and reads standard input, a file, or a play, game plan or operating model named without its path.
    pub(in crate::cli) fn open(name: &Path) -> Result<Self, Failure> {
        let source = ANY.find(name)?;
        let Reading { document, problems } = source.read(None);
        let checked = source.checked(problems);
        Ok(Self { source, document, checked })
    }

    /// How problems name it.
    pub(in crate::cli) fn file(&self) -> &str {
        &self.source.file
    }

    /// The operating model of a name in it.
    pub(in crate::cli) fn model(&self, id: &ModelId) -> Option<Arc<OperatingModel>> {
        self.source.playbook.near(&self.source.path).model(id)
    }

    /// The play of a name in it.
    pub(in crate::cli) fn play(&self, id: &PlayId) -> Option<Arc<Play>> {
        self.source.playbook.near(&self.source.path).play(id)
    }
}
