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

/// The line and column of a byte, as problems count them: a byte-order mark takes no column, nor does the `\r` of a
/// line's end.
fn location(text: &str, offset: usize) -> Location {
    let (before, after) = text.split_at_checked(offset).unwrap_or((text, ""));
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = before[line_start..].trim_start_matches('\u{feff}');
    let line = if after.starts_with('\n') { line.trim_end_matches('\r') } else { line };
    Location {
        line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
        column: line.chars().count() + 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters_without_marks_and_line_ends() {
        let text = "\u{feff}aé\r\nüb\n";
        let at = |offset| (location(text, offset).line, location(text, offset).column);
        assert_eq!([at(0), at(3), at(4), at(6), at(7)], [(1, 1), (1, 1), (1, 2), (1, 3), (1, 3)]);
        assert_eq!([at(8), at(10), at(12), at(99)], [(2, 1), (2, 2), (3, 1), (3, 1)]);
    }
}
