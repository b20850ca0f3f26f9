//! What is to be gone through with a room: a show, or plays and game plans by themselves.
//!
//! Paths or names come in; a programme comes out, with what its names mean and the files it rests on. A show goes on with
//! plays in it that cannot be run, and says why where they would be; a play or plan that was named must be good.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::document::PRESENTED;
use super::named::Named;
use super::{Complain, LoadedPlan, Planned, STREAM, Source};
use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::model::{PlayId, SHOW_START_YARDS, Show, WorkshopRecord};
use crate::play_file::{Code, Document, DocumentKind, Playbook, Problem, Reading, Severity, ron_options};
use crate::rules::{CallSheet, Lineup};
use crate::show::{InPlaybook, Program, Repertoire, Script};

/// What a room said.
const RECORDS: Named = Named {
    folders: &["records", ""],
    kinds: &[DocumentKind::WorkshopRecord],
    one: "record of a workshop",
    any: "record of a workshop",
};

/// A programme, and what its names mean.
pub(in crate::cli) struct ToShow {
    /// What is gone through.
    pub(in crate::cli) program: Program,
    /// What its names mean.
    meant: Meant,
}

enum Meant {
    /// Files by themselves.
    Loaded(Vec<(LoadedPlan, Script)>),
    /// The files around a show.
    Around(Box<Source>),
}

impl ToShow {
    /// Finds and reads one show, or plays and plans; problems that keep what was named from being used are printed here.
    pub(in crate::cli) fn load(names: &[PathBuf], console: Console) -> Result<Self, Failure> {
        if names.iter().filter(|name| name.as_os_str() == STREAM).count() > 1 {
            return Err(Failure::unusable("standard input can be read only once; name a file beside the -"));
        }
        let mut sources: Vec<Source> =
            names.iter().map(|name| PRESENTED.find(name)).collect::<Result<_, Failure>>()?;
        let Some(at) = sources.iter().position(is_show) else { return Self::files(&sources, console) };
        let source = sources.swap_remove(at);
        if !sources.is_empty() {
            let help = Some("make a handout of the show alone, or name plays and game plans only".to_owned());
            return Err(Failure::with_help(
                format!("`{}` is a show, and stands by itself", source.file),
                help,
            ));
        }
        Self::show(source, console)
    }

    fn show(source: Source, console: Console) -> Result<Self, Failure> {
        let show: Arc<Show> = match source.read(Some(DocumentKind::Show)) {
            Reading { document: Some(Document::Show(show)), problems } => {
                source.note_warnings(&problems, console);
                show
            }
            Reading { problems, .. } => match without_what_it_names(&source, &problems) {
                Some(show) => Arc::new(show),
                None => return Err(source.rejected(problems, Complain::Human, console)),
            },
        };
        let program = Program::Show(Arc::from(&*source.stem), show);
        Ok(Self { program, meant: Meant::Around(Box::new(source)) })
    }

    fn files(sources: &[Source], console: Console) -> Result<Self, Failure> {
        let mut files: Vec<(LoadedPlan, Script)> = Vec::new();
        for source in sources {
            let loaded = LoadedPlan::of(source, Complain::Human, console)?;
            let same = |other: &&(LoadedPlan, Script)| other.0.stem == loaded.stem;
            if let Some((other, _)) = files.iter().find(same)
                && other.file != loaded.file
            {
                let help = Some("copy one of them to a file of another name".to_owned());
                let message = format!("`{}` and `{}` have the same name", other.file, loaded.file);
                return Err(Failure::with_help(message, help));
            }
            let script = script(&loaded)?;
            files.push((loaded, script));
        }
        let program = Program::Files(files.iter().map(|(loaded, _)| Arc::clone(&loaded.stem)).collect());
        Ok(Self { program, meant: Meant::Loaded(files) })
    }

    /// The bytes of every file behind it; `used` are the names of those that a show comes to use.
    pub(in crate::cli) fn texts(&self, used: &[Arc<str>]) -> Vec<&[u8]> {
        match &self.meant {
            Meant::Loaded(files) => files.iter().flat_map(|(loaded, _)| loaded.texts()).collect(),
            Meant::Around(show) => {
                let found = used.iter().filter_map(|stem| {
                    let mut entries = show.playbook.entries.iter().chain(&Playbook::built_in().entries);
                    entries.find(|entry| entry.stem == *stem)
                });
                std::iter::once(&*show.bytes).chain(found.map(|entry| entry.text.as_bytes())).collect()
            }
        }
    }
}

impl Repertoire for ToShow {
    fn script(&self, stem: &str) -> Result<Script, String> {
        match &self.meant {
            Meant::Loaded(files) => {
                let found = files.iter().find(|(loaded, _)| &*loaded.stem == stem);
                let found = found.map(|(_, script)| script.clone());
                found.ok_or_else(|| format!("There is no play or plan `{stem}`."))
            }
            Meant::Around(show) => InPlaybook(&show.playbook).script(stem),
        }
    }
}

/// What a room said and decided, and the bytes of its file; problems that keep it from being used are printed here.
pub(in crate::cli) fn record(
    name: &Path,
    console: Console,
) -> Result<(Vec<u8>, Arc<WorkshopRecord>), Failure> {
    let source = RECORDS.find(name)?;
    match source.read(Some(DocumentKind::WorkshopRecord)) {
        Reading { document: Some(Document::WorkshopRecord(record)), problems } => {
            source.note_warnings(&problems, console);
            Ok((source.bytes, record))
        }
        Reading { problems, .. } => Err(source.rejected(problems, Complain::Human, console)),
    }
}

/// The show, if nothing is wrong with it but plays and plans it names: those say by themselves why they cannot be run.
fn without_what_it_names(source: &Source, problems: &[Problem]) -> Option<Show> {
    let mut errors = problems.iter().filter(|problem| problem.severity() == Severity::Error);
    if errors.any(|error| error.code != Code::UnknownPlay) {
        return None;
    }
    let text = std::str::from_utf8(&source.bytes).ok()?;
    ron_options().from_str(text.strip_prefix('\u{feff}').unwrap_or(text)).ok()
}

fn is_show(source: &Source) -> bool {
    DocumentKind::of_text(&String::from_utf8_lossy(&source.bytes)) == Some(DocumentKind::Show)
}

/// What a file says is to be run.
fn script(loaded: &LoadedPlan) -> Result<Script, Failure> {
    let LoadedPlan { stem, file, planned, model, .. } = loaded;
    match planned {
        Planned::Play(play) => {
            let start = vec![SHOW_START_YARDS; model.channels.len()];
            Ok(Script::Play(Lineup::new(PlayId::from(&**stem), Arc::clone(play), Arc::clone(model)), start))
        }
        Planned::Plan(plan, plays) => {
            let play =
                |id: &PlayId| plays.iter().find(|(known, _)| known == id).map(|(_, play)| Arc::clone(play));
            let sheet = CallSheet::new(Arc::clone(stem), Arc::clone(plan), Arc::clone(model), play);
            if sheet.downs() == 0 {
                return Err(Failure::unusable(format!("`{file}` calls nothing: there is nothing to show")));
            }
            Ok(Script::Plan(sheet))
        }
    }
}
