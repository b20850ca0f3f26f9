//! Problems for programs.

use serde_json::{Value, json as object};

use super::Checked;
use crate::play_file::{Location, Patch, Problem};

/// One object, `{"files": n, "problems": [{"file", "code", "severity", "message", "line", "column", "end_line",
/// "end_column", "help", "fix"}]}`: lines and columns from 1, columns in characters. `fix` is null or
/// `{"label", "edits": [{"line", "column", "end_line", "end_column", "text"}]}`.
pub(in crate::cli) fn json(files: &[Checked]) -> String {
    let problems: Vec<Value> = files
        .iter()
        .flat_map(|file| file.problems.iter().map(|problem| described(problem, &file.text)))
        .collect();
    format!("{:#}\n", object!({ "files": files.len(), "problems": problems }))
}

fn described(problem: &Problem, text: &str) -> Value {
    object!({
        "file": &*problem.file,
        "code": problem.code.as_str(),
        "severity": problem.severity().to_string(),
        "message": problem.message,
        "line": problem.start.line,
        "column": problem.start.column,
        "end_line": problem.end.line,
        "end_column": problem.end.column,
        "help": problem.help,
        "fix": problem.fix.as_ref().map(|fix| cure(fix, text)),
    })
}

fn cure(fix: &Patch, text: &str) -> Value {
    let edits: Vec<Value> = fix
        .edits
        .iter()
        .map(|edit| {
            let (start, end) = (location(text, edit.span.start), location(text, edit.span.end));
            object!({
                "line": start.line,
                "column": start.column,
                "end_line": end.line,
                "end_column": end.column,
                "text": edit.text,
            })
        })
        .collect();
    object!({ "label": fix.label, "edits": edits })
}

fn location(text: &str, offset: usize) -> Location {
    let before = text.get(..offset).unwrap_or(text);
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Location {
        line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}
