//! Problems for people: the line, a caret under the place, what is wrong and what would cure it.

use std::ops::Range;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};

use super::{Checked, count, problems};
use crate::cli::console::DIM;
use crate::play_file::{MAX_PROBLEMS, Problem, Severity};

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
        .line_start(problem.start.line)
        .annotation(AnnotationKind::Primary.span(place.span));
    let mut group = if place.cut {
        // The column cannot be told from what is left of the line.
        let origin = Origin::path(&*problem.file).line(problem.start.line).char_column(problem.start.column);
        title.element(origin).element(snippet)
    } else {
        title.element(snippet.path(&*problem.file))
    };
    if let Some(help) = help(problem) {
        group = group.element(Level::HELP.message(help));
    }
    let mut rendered = Renderer::styled().decor_style(DecorStyle::Ascii).render(&[group]);
    if place.cut {
        // The printer leaves room for the file's name again.
        let lines = rendered.lines().enumerate().filter(|(index, line)| *index > 3 || !line.contains(":::"));
        rendered = lines.map(|(_, line)| line).collect::<Vec<_>>().join("\n");
    }
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
    /// The text does not begin where its line does.
    cut: bool,
}

/// Of a line, or of several together, no more than this many bytes before a place and from there on are shown.
const SHOWN: (usize, usize) = (80, 2000);

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
        let (start, end) = (inside(start), inside(end));
        if lines.len() <= SHOWN.1 {
            return Self { text: lines, span: start..end, cut: false };
        }
        // What is cut off tells nothing that helps, and takes long to print. One line of it is enough.
        let from = boundary(lines, start.saturating_sub(SHOWN.0));
        let line = lines[start..].find('\n').map_or(lines.len(), |newline| start + newline);
        let to = boundary(lines, line.min(start + SHOWN.0 * 2));
        Self { text: &lines[from..to], span: start - from..end.min(to) - from, cut: from > 0 }
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
    let full = files.iter().filter(|file| file.problems.len() >= MAX_PROBLEMS);
    let cut = full.filter_map(|file| file.problems.first()).map(|problem| {
        format!(
            "`{}` may have more problems: no more than {MAX_PROBLEMS} of a file are shown\n",
            problem.file
        )
    });
    format!("{}\n{}", parts.join(", "), cut.collect::<String>())
}
