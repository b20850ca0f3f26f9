//! Problems for people: the line, a caret under the place, what is wrong and what would cure it.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use super::{Checked, count, problems};
use crate::cli::console::DIM;
use crate::play_file::{Problem, Severity};

/// The problems of all files and, unless only those are wanted, how many there are.
pub(in crate::cli) fn human(files: &[Checked], quiet: bool) -> String {
    let mut text = String::new();
    for file in files {
        for problem in &file.problems {
            text += &match problem.severity() {
                Severity::Error | Severity::Warning => shown(problem, &file.text),
                Severity::Info => line(problem),
            };
        }
    }
    if !quiet {
        text += &summary(files);
    }
    text
}

/// What is worth knowing takes one quiet line.
fn line(problem: &Problem) -> String {
    let Problem { code, message, file, start, .. } = problem;
    format!("{DIM}info[{code}]: {message} ({file}:{}:{}){DIM:#}\n", start.line, start.column)
}

fn shown(problem: &Problem, text: &str) -> String {
    let level = match problem.severity() {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let title = level.primary_title(problem.message.as_str()).id(problem.code.as_str());
    let place = Excerpt::of(text, problem.span.start..problem.span.end);
    let snippet = Snippet::source(place.text)
        .path(&*problem.file)
        .line_start(problem.start.line)
        .annotation(AnnotationKind::Primary.span(place.span));
    let mut group = title.element(snippet);
    if let Some(help) = help(problem) {
        group = group.element(Level::HELP.message(help));
    }
    let rendered = Renderer::styled().decor_style(DecorStyle::Ascii).render(&[group]);
    format!("{rendered}\n\n")
}

fn help(problem: &Problem) -> Option<String> {
    let fix = problem.fix.as_ref().map(|fix| &fix.label);
    problem.help.as_ref().or(fix).cloned()
}

/// The lines a span lies in: a printer of snippets need not read the rest of the file.
struct Excerpt<'a> {
    text: &'a str,
    span: Range<usize>,
}

impl<'a> Excerpt<'a> {
    fn of(text: &'a str, span: Range<usize>) -> Self {
        let start = boundary(text, span.start);
        let end = boundary(text, span.end.max(span.start));
        let first = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
        let last = text[end..].find('\n').map_or(text.len(), |newline| end + newline);
        // A byte-order mark is no character of the line.
        let first = if text[first..].starts_with('\u{feff}') { first + '\u{feff}'.len_utf8() } else { first };
        let lines = text[first..last.max(first)].trim_end_matches('\r');
        let inside = |offset: usize| offset.saturating_sub(first).min(lines.len());
        Self { text: lines, span: inside(start)..inside(end) }
    }
}

/// The nearest place before `offset` that lies between two characters of `text`.
fn boundary(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn summary(files: &[Checked]) -> String {
    let mut parts = vec![count(files.len(), "file")];
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let number = problems(files).filter(|problem| problem.severity() == severity).count();
        if number > 0 {
            parts.push(count(number, &severity.to_string()));
        }
    }
    if parts.len() == 1 {
        parts.push("no problems".to_owned());
    }
    format!("{}\n", parts.join(", "))
}
