//! `render … -o handout.pdf`: a show, or plays and plans, as pages to be printed: one for every step.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::{Args, ValueEnum};

use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::cli::provenance::{VERSION, files_hash_of};
use crate::cli::source::{ToShow, record};
use crate::handout::{Handout, Paper, Wanted, pdf};
use crate::model::{OperatingModel, WorkshopRecord};
use crate::picture::Theme;
use crate::show::{Card, Program, Room, Rundown, Sight};

/// What a handout is asked.
#[derive(Debug, Args)]
#[command(next_help_heading = "Handouts")]
pub(super) struct HandoutOptions {
    /// The size of the pages, on their side; default: a4
    #[arg(long, value_name = "PAPER")]
    paper: Option<Sheet>,
    /// With the presenter's notes: a handout has them anyway, a web page only so
    #[arg(long, overrides_with = "no_notes")]
    notes: bool,
    /// Without the presenter's notes, with lines to write on: a handout for the room
    #[arg(long, overrides_with = "notes")]
    no_notes: bool,
    /// What the room said and decided: the record of a workshop
    #[arg(long, value_name = "FILE")]
    record: Option<PathBuf>,
}

/// The size of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Sheet {
    /// 297 by 210 mm
    A4,
    /// 11 by 8.5 inches
    Letter,
}

impl HandoutOptions {
    /// Says which of them are for a handout alone, where a web page is made.
    pub(super) fn are_of_a_page(&self) -> Result<(), Failure> {
        if self.paper.is_none() && self.record.is_none() {
            return Ok(());
        }
        let help = Some("leave them out, or end the file in .pdf".to_owned());
        Err(Failure::with_help("--paper and --record are for a handout, not for a web page", help))
    }

    /// Whether a web page has the presenter's notes in it.
    pub(super) const fn notes(&self) -> bool {
        self.notes && !self.no_notes
    }

    /// Says that they are for a handout or a web page, where there is one of them and a picture is made.
    pub(super) fn are_left_out(&self) -> Result<(), Failure> {
        let Self { paper, notes, no_notes, record } = self;
        if paper.is_none() && !notes && !no_notes && record.is_none() {
            return Ok(());
        }
        let help = Some("end the file in .pdf, or leave them out".to_owned());
        Err(Failure::with_help("--paper, --notes, --no-notes and --record are for a handout", help))
    }
}

/// The bytes of a handout.
pub(super) fn print(
    paths: &[PathBuf],
    options: &HandoutOptions,
    theme: &Theme,
    console: Console,
) -> Result<Vec<u8>, Failure> {
    let to_show = ToShow::load(paths, console)?;
    let said = options.record.as_deref().map(|path| record(path, console)).transpose()?;
    let (said_text, said): (Vec<u8>, Option<Arc<WorkshopRecord>>) =
        said.map_or_else(Default::default, |(text, record)| (text, Some(record)));
    let fronts = said.as_ref().map(|said| said.fronts.clone()).unwrap_or_default();
    let room = Room { fronts, ..Room::default() };
    let rundown = Rundown::new(&to_show.program, &to_show, &room, None);
    note_what_is_odd(&rundown, &to_show.program, said.as_deref(), options.record.as_deref(), console);

    let mut texts = to_show.texts(&used(&rundown));
    if said.is_some() {
        texts.push(&said_text);
    }
    let mut models: Vec<&OperatingModel> = Vec::new();
    for act in &rundown.acts {
        if !models.contains(&&**act.model()) {
            models.push(act.model());
        }
    }
    let hash = files_hash_of(texts, models);
    let provenance = format!("{} {VERSION}, files {hash}", env!("CARGO_PKG_NAME"));
    let wanted = Wanted {
        paper: match options.paper {
            None | Some(Sheet::A4) => Paper::A4,
            Some(Sheet::Letter) => Paper::Letter,
        },
        theme,
        notes: !options.no_notes,
        record: said.as_deref(),
        repertoire: &to_show,
        provenance: &provenance,
    };
    pdf(&Handout::new(&rundown, &wanted)).map_err(|error| Failure::unusable(error.to_string()))
}

/// Says what of a show cannot be run, and that a record is of another one.
fn note_what_is_odd(
    rundown: &Rundown,
    program: &Program,
    record: Option<&WorkshopRecord>,
    path: Option<&Path>,
    console: Console,
) {
    for step in rundown.steps.iter().filter(|step| step.sight == Sight::Card(Card::Missing)) {
        console.note(&format!("{}: {} Its page says so", step.title, step.caption));
    }
    let stem = match program {
        Program::Show(stem, _) => Some(&**stem),
        Program::Files(_) => None,
    };
    if let (Some(of), Some(path)) = (record.and_then(|record| record.show.as_deref()), path)
        && stem != Some(of)
    {
        console.note(&format!("{} was written down with the show `{of}`", path.display()));
    }
}

/// The names of the files that are run, each once, in the order of the programme.
fn used(rundown: &Rundown) -> Vec<Arc<str>> {
    let mut used: Vec<Arc<str>> = Vec::new();
    let mut add = |stem: &str| {
        if used.iter().all(|known| &**known != stem) {
            used.push(Arc::from(stem));
        }
    };
    for act in &rundown.acts {
        add(&act.stem);
        for called in act.plan.iter().flat_map(|(sheet, _)| &sheet.plays) {
            add(called.lineup.id.as_str());
        }
    }
    for step in &rundown.steps {
        if let Sight::Card(Card::Calls { plays, .. }) = &step.sight {
            for id in plays {
                add(id.as_str());
            }
        }
    }
    used
}
