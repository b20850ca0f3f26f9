//! `check`.

use serde_json::Value;

use crate::{FORMS, Place, stderr, stdout};

/// A misspelt channel after a tab and wide characters, in a file with Windows line ends.
fn misspelt() -> String {
    FORMS
        .replace(
            "        (id: \"coaches\", name: \"Coaches\", channel: \"skills\"",
            "\t(id: \"coaches\", name: \"教練 é\", channel: \"skils\"",
        )
        .replace('\n', "\r\n")
}

fn place() -> Place {
    let place = Place::with_forms();
    place.write("misspelt.ron", misspelt());
    place
}

#[test]
fn a_good_file_is_fine() {
    insta::assert_snapshot!(Place::with_forms().transcript("check forms.ron"));
}

#[test]
fn people_see_the_line_the_place_and_the_cure() {
    insta::assert_snapshot!(place().transcript("check misspelt.ron"));
}

#[test]
fn programs_get_one_object() {
    insta::assert_snapshot!(place().transcript("check misspelt.ron --format json"));
}

#[test]
fn github_gets_commands() {
    insta::assert_snapshot!(place().transcript("check misspelt.ron --format github"));
}

#[test]
fn lines_and_columns_are_those_of_the_characters() {
    let run = place().run("check misspelt.ron --format json").code(1);
    let found: Value = serde_json::from_str(&stdout(&run)).unwrap();
    let problems = found["problems"].as_array().unwrap();
    let problem = problems.iter().find(|problem| problem["code"] == "unknown-channel").unwrap();
    let text = misspelt();
    let (index, line) = text.lines().enumerate().find(|(_, line)| line.contains("skils")).unwrap();
    let before = line.split("skils").next().unwrap().chars().count();
    assert_eq!(problem["line"], index + 1);
    // At the value, with or without its quotes.
    let column = problem["column"].as_u64().unwrap() as usize;
    assert!(column == before || column == before + 1, "{column} {before}");
    let keys: Vec<&String> = problem.as_object().unwrap().keys().collect();
    assert_eq!(
        keys,
        ["file", "code", "severity", "message", "line", "column", "end_line", "end_column", "help", "fix"]
    );
    let edit = &problem["fix"]["edits"][0];
    assert_eq!(edit["line"], problem["line"]);
    assert!(edit["text"].as_str().unwrap().contains("skills"));
}

#[test]
fn what_is_wrong_decides_the_exit_status() {
    let place = place();
    place.run("check forms.ron").code(0);
    place.run("check misspelt.ron").code(1);
    place.run("check forms.ron misspelt.ron").code(1);
    place.run("check").code(2);
    place.run("check forms.ron --format yaml").code(2);
}

#[test]
fn a_missing_path_does_not_hide_the_others() {
    let run = place().run("check nowhere.ron misspelt.ron --format json").code(2);
    assert!(stderr(&run).contains("nowhere.ron"), "{}", stderr(&run));
    assert!(stdout(&run).contains("unknown-channel"));
}

#[test]
fn a_folder_is_read_whole_and_each_file_once() {
    let place = Place::new();
    place.write("book/forms.ron", FORMS);
    place.write("book/misspelt.ron", misspelt());
    let run = place.run("check book book/forms.ron ./book/misspelt.ron --format json").code(1);
    let found: Value = serde_json::from_str(&stdout(&run)).unwrap();
    assert_eq!(found["files"], 2);
}

#[test]
fn the_shipped_playbook_has_no_errors_and_no_warnings() {
    let place = Place::new();
    place.run("playbook export plays").code(0);
    let run = place.run("check plays --format json").code(0);
    let found: Value = serde_json::from_str(&stdout(&run)).unwrap();
    assert!(found["files"].as_u64().unwrap() > 10);
    let infos = found["problems"].as_array().unwrap();
    assert!(infos.iter().all(|problem| problem["severity"] == "info"), "{infos:#?}");
}

#[test]
fn standard_input_is_a_file_too() {
    let place = Place::new();
    let run = place.downfield("check - --format json").write_stdin(FORMS).assert().code(0);
    assert!(stdout(&run).starts_with("{\n  \"files\": 1,"));
    let run = place.downfield("check - --format json").write_stdin(misspelt()).assert().code(1);
    assert!(stdout(&run).contains("\"<stdin>\""));
}

#[test]
fn bytes_that_are_no_text_are_a_problem_and_no_crash() {
    let place = Place::new();
    place.write("latin.ron", b"Play(title: \"caf\xe9\")");
    place.write("empty.ron", b"");
    place.write("marked.ron", format!("\u{feff}{}", misspelt()));
    let run = place.run("check latin.ron").code(1);
    assert!(stdout(&run).contains("encoding"));
    place.run("check empty.ron").code(1);
    place.run("check marked.ron").code(1);
    place.run("check latin.ron empty.ron marked.ron --format github").code(1);
}

#[test]
fn quiet_leaves_the_summary_out() {
    let run = Place::with_forms().run("check forms.ron --quiet").code(0);
    assert!(!stdout(&run).contains("1 file"), "{}", stdout(&run));
}

/// A plan that names a play and an operating model of the folder above it.
fn with_plans() -> Place {
    let place = Place::new();
    let model = r#"OperatingModel(format: 1, title: "Two", channels: [
        (id: "services", name: "Services", goal: "G"), (id: "skills", name: "Skills", goal: "G")])"#;
    place.write("book/models/two.ron", model);
    place.write("book/forms.ron", FORMS.replace("    ball:", "    model: \"two\",\n    ball:"));
    let plan = r#"GamePlan(format: 1, title: "P", summary: "S", model: "two", start: 20, calls: [Call(play: "forms")])"#;
    place.write("book/plans/p1.ron", plan);
    place
}

#[test]
fn a_plan_finds_what_it_names_from_wherever_it_is_checked() {
    let place = with_plans();
    let book = place.path("book/plans").display().to_string();
    let cases = [
        ("", "book"),
        ("", "book/plans"),
        ("", "book/plans/"),
        ("", "book/plans/p1.ron"),
        ("", book.as_str()),
        ("book", "plans"),
        ("book", "./plans/p1.ron"),
        ("book", "."),
        ("book/plans", "p1.ron"),
        ("book/plans", "./p1.ron"),
        ("book/plans", "."),
        ("book/plans", "../plans"),
        ("book/models", ".."),
        ("book/models", "../plans/p1.ron"),
        ("book/models", "../plans/../plans"),
    ];
    for (folder, path) in cases {
        let run = place.downfield(&format!("check {path}")).current_dir(place.path(folder)).assert();
        assert_eq!(run.get_output().status.code(), Some(0), "{folder}: {path}: {}", stdout(&run));
        assert!(!stdout(&run).contains("error"), "{folder}: {path}: {}", stdout(&run));
        let files = if stdout(&run).contains("3 files") { 3 } else { 1 };
        let whole =
            (folder, path) == ("", "book") || matches!((folder, path), ("book", ".") | ("book/models", ".."));
        assert_eq!(files == 3, whole, "{folder}: {path}: {}", stdout(&run));
    }
}

#[test]
fn what_is_not_text_is_shown_where_it_is() {
    let place = Place::new();
    place.write("l1.ron", b"Play(\n    title: \"caf\xe9\",\n)");
    let file = stdout(&place.run("check l1.ron").code(1));
    let stream = stdout(&place.downfield("check -").write_stdin(place.read("l1.ron")).assert().code(1));
    assert_eq!(file, stream.replace("<stdin>", "l1.ron"));
    assert!(file.contains("l1.ron:2:16"), "{file}");
    assert!(file.contains("title: \"caf"), "{file}");
}

#[test]
#[cfg(unix)]
fn a_file_that_cannot_be_read_does_not_hide_the_others() {
    let place = place();
    // Whoever may read everything has nothing to try here.
    std::fs::create_dir(place.path("sub")).unwrap();
    place.write("sub/misspelt.ron", misspelt());
    let locked = place.path("sub/locked.ron");
    std::fs::write(&locked, FORMS).unwrap();
    std::fs::set_permissions(&locked, std::os::unix::fs::PermissionsExt::from_mode(0o000)).unwrap();
    if std::fs::read(&locked).is_ok() {
        return;
    }
    let run = place.run("check sub").code(2);
    assert!(stderr(&run).contains("locked.ron"), "{}", stderr(&run));
    assert!(stdout(&run).contains("unknown-channel"));
}

#[test]
fn nothing_to_read_is_said_and_not_summed_up() {
    let place = Place::new();
    std::fs::create_dir(place.path("empty")).unwrap();
    for (path, says) in [("empty", "no .ron file"), ("nope", "no file or folder")] {
        let run = place.run(&format!("check {path}")).code(2);
        assert!(stderr(&run).contains(says), "{}", stderr(&run));
        assert_eq!(stdout(&run), "");
    }
}

#[test]
fn a_very_long_line_is_shown_around_the_place() {
    let place = Place::new();
    let filler = "é".repeat(5000);
    let text =
        FORMS.replace('\n', " ").replace("// Paper forms go online. ", "").replace("Bypass(", "Bypas(");
    place.write("long.ron", text.replace("Every paper", &format!("{filler} paper")));
    let run = place.run("check long.ron").code(1);
    let column = text.find("Bypas(").unwrap() - "Every".len() + 5000 + 1;
    assert!(stdout(&run).contains(&format!("long.ron:1:{column}")), "{}", stdout(&run));
    assert!(stdout(&run).contains("assignment: Bypas(\"paper-process\")"), "{}", stdout(&run));
    assert!(stdout(&run).len() < 2000, "{}", stdout(&run));
}

#[test]
fn that_there_are_more_problems_than_are_shown_is_said() {
    let place = Place::new();
    let beats = "(phase: Kickoff, caption: \"C\"),\n".repeat(1200);
    place.write(
        "many.ron",
        FORMS.replace("    assumptions:", &format!("    beats: [\n{beats}],\n    assumptions:")),
    );
    let run = place.run("check many.ron").code(1);
    assert!(stdout(&run).contains("1 file, 1000 errors\n`many.ron` may have more"), "{}", stdout(&run));
}
