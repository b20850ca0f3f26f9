//! Problems as GitHub's workflow commands, which it shows beside the lines of a change.

use super::{Checked, problems};
use crate::play_file::{Problem, Severity};

/// One line a problem: `::error file=…,line=…,col=…,endLine=…,endColumn=…,title=code::message`.
pub(in crate::cli) fn github(files: &[Checked]) -> String {
    problems(files).map(command).collect()
}

fn command(problem: &Problem) -> String {
    let level = match problem.severity() {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let message = match &problem.help {
        Some(help) => format!("{}\n{help}", problem.message),
        None => problem.message.clone(),
    };
    format!(
        "::{level} file={},line={},col={},endLine={},endColumn={},title={}::{}\n",
        property(&problem.file),
        problem.start.line,
        problem.start.column,
        problem.end.line,
        problem.end.column,
        problem.code,
        data(&message),
    )
}

/// Text after the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Text between commas before it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_end_a_command_is_escaped() {
        assert_eq!(data("50 %\nmore"), "50 %25%0Amore");
        assert_eq!(property("C:\\plays, new"), "C%3A\\plays%2C new");
    }
}
