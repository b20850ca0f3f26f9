//! `render -o deck.html`: a show, or plays and plans one after the other, as one web page.
//!
//! Paths come in; what they name is found and read here, and the page is [`crate::deck`]'s.

use std::path::PathBuf;
use std::sync::Arc;

use crate::cli::Console;
use crate::cli::failure::Failure;
use crate::cli::provenance::VERSION;
use crate::cli::source::AnyFile;
use crate::deck::{Deck, sources};
use crate::picture::Theme;
use crate::play_file::Document;
use crate::show::{InPlaybooks, Program, Room, Rundown};

/// The page of what these paths name.
pub(super) fn draw(
    paths: &[PathBuf],
    theme: &Theme,
    notes: bool,
    console: Console,
) -> Result<String, Failure> {
    let mut files = Vec::with_capacity(paths.len());
    for path in paths {
        let file = AnyFile::to_present(path)?;
        if file.document.is_none() {
            return Err(file.rejected(console));
        }
        files.push(file);
    }
    let (program, show) = program(&files)?;
    let repertoire = InPlaybooks(files.iter().map(AnyFile::playbook).collect());
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
fn program(files: &[AnyFile]) -> Result<(Program, Option<ShowText>), Failure> {
    let mut stems: Vec<Arc<str>> = Vec::new();
    for file in files {
        match &file.document {
            Some(Document::Show(show)) if files.len() == 1 => {
                let text = (file.file().to_owned(), Arc::clone(&file.checked.text));
                return Ok((Program::Show(file.stem().into(), Arc::clone(show)), Some(text)));
            }
            Some(Document::Show(_)) => {
                let help = Some("name the show alone, or name its plays and plans".to_owned());
                return Err(Failure::with_help(
                    format!("`{}` is a show, and a page holds one show", file.file()),
                    help,
                ));
            }
            Some(Document::Play(_) | Document::GamePlan(_)) => stems.push(file.stem().into()),
            _ => {
                return Err(Failure::with_help(
                    format!("`{}` holds nothing that can be shown by itself", file.file()),
                    Some("name a show, plays or game plans".to_owned()),
                ));
            }
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
