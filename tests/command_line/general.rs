//! What holds for every command: help, colour, pipes, and what happens without a window.

use std::process::Stdio;

use crate::{FORMS, Place, command, stderr, stdout};

#[test]
fn help_says_what_it_is() {
    insta::assert_snapshot!(Place::new().transcript("--help"));
}

#[test]
fn every_command_has_help_and_those_to_come_do_not_appear() {
    let place = Place::new();
    let help = stdout(&place.run("--help").code(0));
    for name in [
        "check",
        "fmt",
        "show",
        "resolve",
        "simulate",
        "compare",
        "advise",
        "present",
        "render",
        "diff",
        "new",
        "playbook",
        "completions",
        "man",
    ] {
        assert!(help.contains(&format!("\n  {name} ")), "{name}");
        place.run(&format!("{name} --help")).code(0);
    }
    assert!(!help.contains("\n  serve "));
    place.run("serve exemplar").code(2);
}

#[test]
fn bad_usage_ends_with_2() {
    let place = Place::with_forms();
    for arguments in
        ["--wat", "resolve", "resolve --wat", "forms.ron check forms.ron", "nowhere.ron", "show nowhere"]
    {
        let run = place.run(arguments).code(2);
        assert!(stderr(&run).starts_with("error:"), "{arguments}: {}", stderr(&run));
        assert_eq!(stdout(&run), "", "{arguments}");
    }
}

#[test]
fn a_slip_of_a_command_is_told_so() {
    let run = Place::new().run("chek").code(2);
    assert!(stderr(&run).contains("the command `check`"), "{}", stderr(&run));
    let run = Place::new().run("exemplr").code(2);
    assert!(stderr(&run).contains("did you mean `exemplar`?"), "{}", stderr(&run));
}

#[test]
fn without_a_window_the_play_is_printed_with_the_reason() {
    let place = Place::with_forms();
    for (arguments, title) in [("forms.ron", "Online forms"), ("exemplar", "Exemplar"), ("", "Exemplar")] {
        let run = place.run(arguments).code(0);
        assert!(stdout(&run).contains(title), "{arguments}: {}", stdout(&run));
        assert!(stderr(&run).contains("downfield render"), "{arguments}: {}", stderr(&run));
    }
    place.write("plays/forms.ron", FORMS);
    assert!(stdout(&place.run("").code(0)).contains("Online forms"), "plays/ here comes first");
    assert!(stdout(&place.run("plays").code(0)).contains("Online forms"));
    place.write("empty/readme.txt", "");
    place.run("empty").code(2);
    place.write("bad.ron", "Play(");
    place.run("bad.ron").code(1);
}

#[test]
fn a_plan_is_shown_try_by_try() {
    let place = Place::new();
    place.run("playbook export book").code(0);
    let run = place.run("book/plans/technology-first.ron").code(0);
    assert!(stdout(&run).starts_with("Technology first\n"), "{}", stdout(&run));
    assert!(stdout(&run).contains("API strategy") && stdout(&run).contains("Change of leadership"));
    assert!(stderr(&run).contains("downfield simulate"));
    assert!(stdout(&place.run("balanced-build").code(0)).starts_with("Balanced build\n"));
    place.write(
        "plan.ron",
        "GamePlan(format: 1, title: \"X\", summary: \"X.\", start: 20, calls: [Call(play: \"nobody\")])",
    );
    assert!(stderr(&place.run("plan.ron").code(1)).contains("There is no play"));
}

#[test]
fn colour_is_for_those_who_want_it() {
    let place = Place::with_forms();
    let colored = |arguments: &str, no_color: bool| {
        let mut command = place.downfield(arguments);
        if no_color {
            command.env("NO_COLOR", "1");
        }
        let output = command.output().unwrap();
        output.stdout.contains(&0x1b) || output.stderr.contains(&0x1b)
    };
    for command in ["resolve forms.ron", "check forms.ron", "resolve nowhere"] {
        assert!(!colored(command, false), "{command}: a pipe is no terminal");
        assert!(!colored(command, true), "{command}");
        assert!(colored(&format!("{command} --color always"), false), "{command}");
        assert!(!colored(&format!("--color never {command}"), false), "{command}");
    }
    assert!(colored("--help --color always", false));
    assert!(!colored("--wat --color=never", false));
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let place = Place::with_forms();
    for arguments in
        [&["resolve", "forms.ron"][..], &["check", "forms.ron"], &["completions", "bash"], &["--help"]]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output =
            command(&place.path(".")).args(arguments).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{arguments:?}");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    }
}

#[test]
fn the_play_in_the_readme_works() {
    let readme = include_str!("../../README.md");
    let play = readme.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let place = Place::new();
    place.write("plays/online-forms.ron", play);
    let run = place.run("check plays").code(0);
    assert!(!stdout(&run).contains("warning"), "{}", stdout(&run));
    place.run("resolve online-forms").code(0);
    place.run("show online-forms --times 4").code(0);
}

#[test]
fn a_word_that_is_no_command_is_told_from_a_path() {
    let place = Place::new();
    for (arguments, says) in
        [("serve plays", "there is no command `serve`; "), ("shw exemplar", "did you mean `show`")]
    {
        let run = place.run(arguments).code(2);
        assert!(stderr(&run).contains(says), "{arguments}: {}", stderr(&run));
    }
}
