//! `diff`: what differs between two files.

mod human;
mod json;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::failure::{Exit, Failure};
use super::source::{AnyFile, STREAM};
use super::{Console, report};
use crate::compare::changes::{
    Change, Names, changes_of_ink, changes_of_model, changes_of_plan, changes_of_play, changes_of_record,
    changes_of_show,
};
use crate::model::{Call, GamePlan, ModelId, Play, PlayId, ShowItem};
use crate::play_file::Document;

const NOTES: &str = "\
Players, assumptions and channels are told apart by their ids, calls and beats by what
they say. Comments and layout are no differences.

Examples:
  downfield diff exemplar plays/our-exemplar.ron
  downfield diff exemplar-after-exemplar as-it-happened
  git show HEAD:plays/ours.ron | downfield diff - plays/ours.ron
  downfield diff exemplar plays/our-exemplar.ron --format json

JSON: {\"a\", \"b\", \"kind\": \"play|plan|model|show|record|ink\", \"changes\": [{\"change\":
\"added|removed|changed|moved\", \"what\", \"id\", \"place\", \"field\", \"from\", \"to\",
\"sentence\"}]}. What has no id of its own has a place in its list, from 1; what has
moved has its old and new place in from and to.

Exit status: 0 no difference, 1 a difference or an error in a file, 2 bad usage, an
unreadable file, or two files of different kinds.";

/// What `diff` is asked.
#[derive(Debug, Args)]
#[command(after_help = NOTES)]
pub(super) struct Options {
    /// The earlier file: its path, its name if it is in plays/ here or built in, or - for standard input
    #[arg(value_name = "A")]
    before: PathBuf,
    /// The later file, likewise
    #[arg(value_name = "B")]
    after: PathBuf,
    /// How the differences are printed
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

/// How differences are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Sentences
    Human,
    /// One object with every difference
    Json,
}

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    let Options { before, after, format } = options;
    if [before, after].into_iter().all(|name| name == Path::new(STREAM)) {
        return Err(Failure::unusable("standard input can be read once only; name one of the two files"));
    }
    let (before, after) = (AnyFile::open(before)?, AnyFile::open(after)?);
    let (Some(earlier), Some(later)) = (&before.document, &after.document) else {
        return explain([before, after], *format, console);
    };
    let changes = changes(earlier, later, &names(&before, &after)).ok_or_else(|| {
        Failure::with_help(
            format!("`{}` is {} and `{}` is {}", before.file(), called(earlier), after.file(), called(later)),
            Some("name two files of one kind: two plays, two game plans or two shows, say".to_owned()),
        )
    })?;
    let files = [before.file(), after.file()];
    console.print(&match format {
        Format::Human => human::text(files, later.kind(), &changes, console.quiet()),
        Format::Json => json::text(files, later.kind(), &changes),
    })?;
    Ok(if changes.is_empty() { Exit::Fine } else { Exit::Wrong })
}

/// Prints what is wrong with files that cannot be set beside each other.
fn explain(files: [AnyFile; 2], format: Format, console: Console) -> Result<Exit, Failure> {
    let broken: Vec<_> =
        files.into_iter().filter(|file| file.document.is_none()).map(|file| file.checked).collect();
    match format {
        Format::Human => console.explain(&report::human(&broken, console.quiet())),
        Format::Json => console.print(&report::json(&broken))?,
    }
    Ok(Exit::Wrong)
}

/// What differs; nothing if they are of different kinds.
fn changes(before: &Document, after: &Document, names: &Names) -> Option<Vec<Change>> {
    match (before, after) {
        (Document::Play(before), Document::Play(after)) => Some(changes_of_play(before, after, names)),
        (Document::GamePlan(before), Document::GamePlan(after)) => {
            Some(changes_of_plan(before, after, names))
        }
        (Document::OperatingModel(before), Document::OperatingModel(after)) => {
            Some(changes_of_model(before, after))
        }
        (Document::Show(before), Document::Show(after)) => Some(changes_of_show(before, after, names)),
        (Document::WorkshopRecord(before), Document::WorkshopRecord(after)) => {
            Some(changes_of_record(before, after, names))
        }
        (Document::Ink(before), Document::Ink(after)) => Some(changes_of_ink(before, after)),
        _ => None,
    }
}

const fn called(document: &Document) -> &'static str {
    match document {
        Document::Play(_) => "a play",
        Document::GamePlan(_) => "a game plan",
        Document::OperatingModel(_) => "an operating model",
        Document::Show(_) => "a show",
        Document::WorkshopRecord(_) => "a workshop record",
        Document::Ink(_) => "a sheet of ink",
    }
}

/// What the two files call what they refer to; the later one has the first word.
fn names(before: &AnyFile, after: &AnyFile) -> Names {
    let mut names = Names::default();
    for file in [after, before] {
        let mut on = |model: &ModelId| {
            if let Some(model) = file.model(model) {
                names.add_model(&model);
            }
        };
        match &file.document {
            Some(Document::Play(play)) => {
                let Play { model, .. } = &**play;
                on(model);
            }
            Some(Document::GamePlan(plan)) => {
                let GamePlan { model, calls, .. } = &**plan;
                on(model);
                for call in calls {
                    if let Call::Call { play, .. } = call
                        && let Some(found) = file.play(play)
                    {
                        names.add_play(play.clone(), &found);
                    }
                }
            }
            Some(Document::Show(show)) => {
                run_by(file, show.items.iter().flat_map(ShowItem::named), &mut names);
            }
            Some(Document::WorkshopRecord(record)) => {
                run_by(file, record.guesses.iter().map(|guess| &guess.of), &mut names);
            }
            Some(Document::OperatingModel(_) | Document::Ink(_)) | None => {}
        }
    }
    names
}

/// What the plays and plans that a file names are called, and the channels of their models.
fn run_by<'i>(file: &AnyFile, ids: impl Iterator<Item = &'i PlayId>, names: &mut Names) {
    for id in ids {
        let play = file.play(id);
        let plan = file.plan(id);
        if let Some(play) = &play {
            names.add_play(id.clone(), play);
        }
        if let Some(plan) = &plan {
            names.add_plan(id.clone(), plan);
        }
        let models = play.iter().map(|play| &play.model).chain(plan.iter().map(|plan| &plan.model));
        for model in models.filter_map(|model| file.model(model)) {
            names.add_model(&model);
        }
    }
}
