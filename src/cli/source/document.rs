//! Finds and reads a file of any kind: plays, game plans, operating models and shows alike.
//!
//! A path comes in, or a name as other files would write it; a document without errors comes out, or what is wrong with
//! the file. What to do with a document is its command's.

use std::path::Path;
use std::sync::Arc;

use super::named::Named;
use super::{Complain, STREAM, Source, on_disk as files_on_disk};
use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::cli::report::Checked;
use crate::model::{GamePlan, ModelId, OperatingModel, Play, PlayId};
use crate::play_file::{Document, DocumentKind, Files as _, Lookup, Playbook, Reading};

/// Everything that has a name.
const ANY: Named = Named {
    folders: &["", "plans", "models", "shows", "records"],
    kinds: &[DocumentKind::Play, DocumentKind::GamePlan, DocumentKind::OperatingModel, DocumentKind::Show],
    one: "file",
    any: "play, game plan, operating model or show",
};

/// What can be presented; a show comes first.
pub(super) const PRESENTED: Named = Named {
    folders: &["shows", "", "plans"],
    kinds: &[DocumentKind::Show, DocumentKind::Play, DocumentKind::GamePlan],
    one: "show, play or plan",
    any: "show, play or game plan",
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
    /// Finds and reads standard input, a file, or or what is named without its path.
    pub(in crate::cli) fn open(name: &Path) -> Result<Self, Failure> {
        let source = ANY.find(name)?;
        let Reading { document, problems } = source.read(None);
        let checked = source.checked(problems);
        Ok(Self { source, document, checked })
    }

    /// Finds and reads what can be presented: a show, a play or a plan.
    pub(in crate::cli) fn to_present(name: &Path) -> Result<Self, Failure> {
        if name == Path::new(STREAM) {
            return Err(Failure::unusable("standard input cannot be presented: save it as a file first"));
        }
        let source = PRESENTED.find(name)?;
        let Reading { document, problems } = source.read(None);
        let checked = source.checked(problems);
        Ok(Self { source, document, checked })
    }

    /// Where it is on disk, unless it is built in.
    pub(in crate::cli) fn on_disk(&self) -> Option<&Path> {
        let files = files_on_disk();
        files.is_file(&self.source.path).then_some(&*self.source.path)
    }

    /// Prints what keeps it from being used.
    pub(in crate::cli) fn rejected(self, console: Console) -> Failure {
        self.source.rejected(self.checked.problems, Complain::Human, console)
    }

    /// Its stem, which is how other files name it.
    pub(in crate::cli) fn stem(&self) -> &str {
        &self.source.stem
    }

    /// The playbook it sits in.
    pub(in crate::cli) fn playbook(&self) -> &Playbook {
        &self.source.playbook
    }

    /// How problems name it.
    pub(in crate::cli) fn file(&self) -> &str {
        &self.source.file
    }

    /// The operating model of a name in it.
    pub(in crate::cli) fn model(&self, id: &ModelId) -> Option<Arc<OperatingModel>> {
        self.source.playbook.near(&self.source.path).model(id)
    }

    /// The game plan of a name in it.
    pub(in crate::cli) fn plan(&self, id: &PlayId) -> Option<Arc<GamePlan>> {
        self.source.playbook.near(&self.source.path).plan(id)
    }

    /// The play of a name in it.
    pub(in crate::cli) fn play(&self, id: &PlayId) -> Option<Arc<Play>> {
        self.source.playbook.near(&self.source.path).play(id)
    }
}

/// What something of one's own can be started from.
const STARTS: Named = Named {
    folders: &["", "shows"],
    kinds: &[DocumentKind::Play, DocumentKind::Show],
    one: "play or show",
    any: "play or show",
};

/// A play or show without errors, to start another from.
pub(in crate::cli) struct Seed {
    /// Its file's stem.
    pub(in crate::cli) stem: String,
    /// The bytes of its file.
    pub(in crate::cli) bytes: Vec<u8>,
    /// Whether it is a show.
    pub(in crate::cli) is_show: bool,
}

impl Seed {
    /// Finds and reads a play or a show; problems that keep it from being used are printed here.
    pub(in crate::cli) fn load(name: &Path, console: Console) -> Result<Self, Failure> {
        let source = STARTS.find(name)?;
        let reading = source.read(None);
        let (is_show, problems) = match reading.document {
            Some(Document::Show(_)) => (true, reading.problems),
            Some(Document::Play(_)) => (false, reading.problems),
            Some(_) => {
                let problems = source.read(Some(DocumentKind::Play)).problems;
                return Err(source.rejected(problems, Complain::Human, console));
            }
            None => return Err(source.rejected(reading.problems, Complain::Human, console)),
        };
        source.note_warnings(&problems, console);
        let Source { stem, bytes, .. } = source;
        Ok(Self { stem, bytes, is_show })
    }
}
