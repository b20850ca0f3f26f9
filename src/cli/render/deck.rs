//! `render -o deck.html`: a show, or plays and plans one after the other, as one web page.
//!
//! Paths come in; what they name is found and read here, and the page is [`crate::deck`]'s.

use std::path::PathBuf;
use std::sync::Arc;

use crate::cli::Console;
use crate::cli::failure::{Exit, Failure};
use crate::cli::provenance::VERSION;
use crate::cli::source::AnyFile;
use crate::deck::{Deck, sources};
use crate::model::Show;
use crate::picture::Theme;
use crate::play_file::{Document, Playbook, ron_options};
use crate::show::{InPlaybooks, Program, Room, Rundown};

/// The page of what these paths name.
pub(super) fn draw(
    paths: &[PathBuf],
    theme: &Theme,
    notes: bool,
    console: Console,
) -> Result<String, Failure> {
    let files: Vec<AnyFile> = paths.iter().map(|path| AnyFile::open(path)).collect::<Result<_, _>>()?;
    let (program, show) = program(&files, console)?;
    let mut playbooks: Vec<&Playbook> = Vec::new();
    for file in &files {
        playbooks.push(file.playbook());
    }
    let repertoire = InPlaybooks(playbooks);
    let rundown = Rundown::new(&program, &repertoire, &Room::default(), None);
    let show = show.as_ref().map(|(named, text)| (named.as_str(), text));
    let sources = sources(&program, show, &repertoire, notes).map_err(|error| {
        Failure::with_help(error.to_string(), Some("give one of them another name".to_owned()))
    })?;
    for item in &rundown.items {
        if let Some(reason) = &item.stale {
            console.note(&format!("{}: {reason}", item.title));
        }
    }
    let made =
        format!("Made by {} {VERSION}. Strengths are judgements, not measurement.", env!("CARGO_PKG_NAME"));
    let deck = Deck { rundown: &rundown, theme, notes, sources: &sources, made: &made };
    let bar = console.progress(rundown.steps.len(), "Drawing");
    let page = deck.page(&mut |drawn| bar.set_position(drawn as u64));
    bar.finish_and_clear();
    page.map_err(Failure::unusable)
}

/// A show's text, and how its file is named.
type ShowText = (String, Arc<str>);

/// What is to be gone through: one show, or plays and plans.
fn program(files: &[AnyFile], console: Console) -> Result<(Program, Option<ShowText>), Failure> {
    let mut stems: Vec<Arc<str>> = Vec::new();
    for file in files {
        match (&file.document, show(file)?) {
            (_, Some(show)) if files.len() == 1 => {
                let text = (file.file().to_owned(), Arc::clone(&file.checked.text));
                return Ok((Program::Show(file.stem().into(), Arc::new(show)), Some(text)));
            }
            (_, Some(_)) => {
                let help = Some("name the show alone, or name its plays and plans".to_owned());
                return Err(Failure::with_help(
                    format!("`{}` is a show, and a page holds one show", file.file()),
                    help,
                ));
            }
            (Some(Document::Play(_) | Document::GamePlan(_)), None) => stems.push(file.stem().into()),
            (Some(_), None) => {
                return Err(Failure::with_help(
                    format!("`{}` holds nothing that can be shown by itself", file.file()),
                    Some("name a show, plays or game plans".to_owned()),
                ));
            }
            (None, None) => return Err(file.rejected(console)),
        }
    }
    let twice = stems.iter().enumerate().find(|(at, stem)| {
        let before = files.iter().zip(&stems).take(*at);
        let this = files.get(*at).map(AnyFile::file);
        before.into_iter().any(|(file, other)| other == *stem && Some(file.file()) != this)
    });
    if let Some((_, stem)) = twice {
        return Err(Failure::with_help(
            format!("two different files are called `{stem}`, and a page names each by that alone"),
            Some("give one of them another name".to_owned()),
        ));
    }
    Ok((Program::Files(stems), None))
}

/// The show in a file, if it is one.
fn show(file: &AnyFile) -> Result<Option<Show>, Failure> {
    let text = &file.checked.text;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if crate::play_file::first_name(text) != "Show" {
        return Ok(None);
    }
    ron_options().from_str(text).map(Some).map_err(|error| {
        let at = error.span.start;
        Failure::unusable(format!("`{}`, line {}, column {}: {}", file.file(), at.line, at.col, error.code))
    })
}

impl AnyFile {
    /// Prints what keeps it from being used.
    fn rejected(&self, console: Console) -> Failure {
        console.explain(&crate::cli::report::human(std::slice::from_ref(&self.checked), console.quiet()));
        Failure::Reported(Exit::Wrong)
    }
}
