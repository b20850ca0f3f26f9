//! Reading play files: the shipped ones, broken ones, and what changing them does.

use std::fmt::Write as _;
use std::path::Path;

use downfield::play_file::{Code, Location, Patch, Playbook, Problem, Severity, read};

#[test]
fn the_shipped_files_have_no_errors_and_no_warnings() {
    let mut found = Vec::new();
    for problem in Playbook::built_in().problems() {
        assert_eq!(problem.severity(), Severity::Info, "{problem:#?}");
        assert_eq!(problem.code, Code::OpenFlank, "{problem:#?}");
        found.push(format!("{}: {}", problem.file, problem.message));
    }
    assert_eq!(
        found,
        [
            "api-strategy.ron: Nobody works on \"Culture & mindset\"",
            "devops-programme.ron: Nobody works on \"Governance & funding\"",
            "exemplar.ron: Nobody works on \"Governance & funding\"",
            "governance-reset.ron: Nobody works on \"Products & services\"",
            "governance-reset.ron: Nobody works on \"Technology & data\"",
            "proactive-outreach.ron: Nobody works on \"Governance & funding\"",
        ]
    );
    assert!(Playbook::built_in().entries.iter().all(|entry| entry.document.is_some()));
}

#[test]
fn the_shipped_plays_come_in_the_order_of_the_story() {
    let stems: Vec<&str> = Playbook::built_in().plays().map(|(entry, _)| &*entry.stem).collect();
    assert_eq!(
        stems,
        [
            "exemplar",
            "api-strategy",
            "devops-programme",
            "common-components",
            "proactive-outreach",
            "governance-reset"
        ]
    );
}

/// What reading a text finds, one problem a block, as a person would check it.
fn found(bytes: &[u8], problems: &[Problem]) -> String {
    let mut table = String::new();
    for problem in problems {
        let place = |at: Location| format!("{}:{}", at.line, at.column);
        let marked = bytes.get(problem.span.start..problem.span.end).unwrap_or_default();
        let marked = String::from_utf8_lossy(marked).chars().take(60).collect::<String>();
        writeln!(
            table,
            "{} {} to {} `{}`\n  {}",
            problem.code,
            place(problem.start),
            place(problem.end),
            marked.escape_debug(),
            problem.message
        )
        .unwrap();
        if let Some(help) = &problem.help {
            writeln!(table, "  help: {help}").unwrap();
        }
        if let Some(fix) = &problem.fix {
            writeln!(table, "  fix: {}", fix.label).unwrap();
        }
    }
    table
}

fn apply(text: &str, patch: &Patch) -> String {
    let mut changed = text.to_owned();
    for edit in patch.edits.iter().rev() {
        changed.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    changed
}

fn broken_files() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/broken");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "ron"))
        .map(|path| (path.file_stem().unwrap().to_string_lossy().into_owned(), std::fs::read(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn broken_files_have_every_problem_in_its_place() {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("broken");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| {
        for (stem, bytes) in broken_files() {
            let reading = read(&bytes, &format!("{stem}.ron"), None, Playbook::built_in());
            let usable = reading.problems.iter().all(|problem| problem.severity() != Severity::Error);
            assert_eq!(reading.document.is_some(), usable, "{stem}");
            insta::assert_snapshot!(stem.clone(), found(&bytes, &reading.problems));
        }
    });
}

#[test]
fn applying_a_fix_removes_its_problem_and_adds_no_other() {
    let mut fixes = 0;
    for (stem, bytes) in broken_files() {
        let Ok(text) = std::str::from_utf8(&bytes) else { continue };
        let before = read(&bytes, &stem, None, Playbook::built_in()).problems;
        for problem in &before {
            let Some(fix) = &problem.fix else { continue };
            fixes += 1;
            let changed = apply(text, fix);
            let after = read(changed.as_bytes(), &stem, None, Playbook::built_in()).problems;
            let mut left: Vec<_> = before.iter().map(|p| (p.code, &p.message)).collect();
            let gone = left.iter().position(|p| *p == (problem.code, &problem.message)).unwrap();
            left.remove(gone);
            for problem in &after {
                let same = left.iter().position(|p| *p == (problem.code, &problem.message));
                // What was hidden by an error may come to light, but no error of the fix's own.
                if let Some(same) = same {
                    left.remove(same);
                } else {
                    let new = found(changed.as_bytes(), std::slice::from_ref(problem));
                    assert_ne!(problem.severity(), Severity::Error, "{stem}: {}\n{new}", fix.label);
                }
            }
        }
    }
    assert!(fixes > 30, "{fixes}");
}
