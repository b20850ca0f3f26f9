//! `new`: a play or show of one's own, started from another.

use std::path::{Path, PathBuf};

use clap::Args;

use super::Console;
use super::failure::{Exit, Failure};
use super::outfile::Outfile;
use super::source::{STREAM, Seed};
use crate::keeping::{Disk as _, OnDisk};
use crate::model::is_valid_id;
use crate::play_file::tree::Tree;

const EXAMPLES: &str = "\
Examples:
  downfield new plays/ours.ron --from exemplar
  downfield new plays/shows/our-workshop.ron --from first-workshop";

/// What `new` is asked.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub(super) struct Options {
    /// The file to write, such as plays/ours.ron; - for standard output
    file: PathBuf,
    /// The play or show to start from: its path, or its name if it is in plays/ here or built in
    #[arg(long, value_name = "PLAY")]
    from: PathBuf,
    /// Replace a file that is there already
    #[arg(long)]
    force: bool,
}

pub(super) fn run(options: &Options, console: Console) -> Result<Exit, Failure> {
    let stem = stem_of(&options.file)?;
    let out = Outfile::new(&options.file, options.force)?;
    let seed = Seed::load(&options.from, console)?;
    let stem = match stem {
        Some(stem) => stem,
        None if seed.is_show => "our-workshop".to_owned(),
        None => "our-play".to_owned(),
    };
    let text = String::from_utf8_lossy(&seed.bytes);
    if let Some(parent) = options.file.parent().filter(|parent| !parent.as_os_str().is_empty()) {
        OnDisk.make_folder(parent).map_err(|error| Failure::file(parent, "made", &error))?;
    }
    let header = if seed.is_show { show_header(&stem, &seed.stem) } else { play_header(&stem, &seed.stem) };
    out.write(started(&text, &stem, &header).as_bytes(), console)?;
    if options.file != Path::new(STREAM) {
        let file = options.file.display();
        console.note(&if seed.is_show {
            format!("{file} written; `downfield check {file}` reads it")
        } else {
            format!("{file} written; `downfield show {file}` draws it, `downfield check {file}` reads it")
        });
    }
    Ok(Exit::Fine)
}

/// The new file's name, by which others will call it; none on standard output.
fn stem_of(file: &Path) -> Result<Option<String>, Failure> {
    if file == Path::new(STREAM) {
        return Ok(None);
    }
    let stem = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let help = |text: &str| Some(text.to_owned());
    if file.extension().is_none_or(|ending| ending != "ron") {
        let message = format!("`{}` does not end in .ron", file.display());
        return Err(Failure::with_help(
            message,
            help("plays are found by that ending, such as plays/ours.ron"),
        ));
    }
    if !is_valid_id(&stem) {
        let message = format!("`{stem}` cannot be the name of a play");
        return Err(Failure::with_help(message, help("use lower-case letters, digits and single hyphens")));
    }
    Ok(Some(stem))
}

/// The text of a play or show under another name and below a header, its comments kept.
fn started(text: &str, stem: &str, header: &[String]) -> String {
    let (mark, text) = text.strip_prefix('\u{feff}').map_or(("", text), |text| ("\u{feff}", text));
    let tree = Tree::parse(text);
    let mut edits = Vec::new();
    if let Some(root) = tree.root() {
        if let Some(title) = root.field("title") {
            edits.push((title.span(), format!("\"{}\"", title_of(stem))));
        }
        // Called as the same tactic it would wear out with the play it comes from.
        if let Some(tactic) = root.field("tactic") {
            edits.push((tactic.span(), format!("\"{stem}\"")));
        }
    }
    edits.sort_by_key(|(span, _)| span.start);
    let mut body = text.to_owned();
    for (span, replacement) in edits.iter().rev() {
        body.replace_range(span.range(), replacement);
    }
    let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    format!("{mark}{}{end}{body}", header.join(end))
}

/// What stands above a new play.
fn play_header(stem: &str, from: &str) -> Vec<String> {
    vec![
        format!("// {}: a play of our own, started from {from}.", title_of(stem)),
        "//".to_owned(),
        "// Say in `summary` what it sets out to do, then change who moves it forward (offense), what holds it".to_owned(),
        "// back (defense) and what it rests on (assumptions). Strengths are judgements from 0 to 10, as".to_owned(),
        "// (low, likely, high); places are yards from the line and -1 to 1 across the channel.".to_owned(),
        format!("// `downfield check` says what is wrong with it, `downfield resolve {stem}` what it comes to and why."),
        String::new(),
        format!("// From here on it is {from}, its comments and summary too, until they are changed:"),
        String::new(),
    ]
}

/// What stands above a new show.
fn show_header(stem: &str, from: &str) -> Vec<String> {
    vec![
        format!("// {}: a show of our own, started from {from}.", title_of(stem)),
        "//".to_owned(),
        "// Put in the plays and plans to argue about, by their files' names, and write your own notes. Minutes are".to_owned(),
        "// what the presenter's clock goes by. `downfield check` says what is wrong with it.".to_owned(),
        String::new(),
        format!("// From here on it is {from}, its comments too, until they are changed:"),
        String::new(),
    ]
}

/// `our-first-play` as a title: `Our first play`.
fn title_of(stem: &str) -> String {
    let words = stem.replace('-', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
}
