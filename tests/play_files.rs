//! Reading play files: the shipped ones, broken ones, and what changing them does.

use downfield::play_file::{Code, Playbook, Severity};

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
