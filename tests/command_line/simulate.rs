//! `simulate`: a game plan as expected and with chance.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::{FORMS, Place, stderr, stdout, steady};

/// A plan over the small play, with everything a plan can have.
pub(crate) const PLAN: &str = r#"GamePlan(
    format: 1,
    title: "Forms, forms, forms",
    summary: "One form after another.",
    start: 25,
    calls: [
        Call(play: "forms", times: 3),
        Event(name: "Election", severity: 0.5),
        Call(play: "forms", times: 2),
        Event(name: "Flood", severity: 0.2, channels: ["skills"]),
    ],
    risks: [(name: "Budget cut", chance: 0.1, severity: 0.5)],
)
"#;

fn with_plan() -> Place {
    let place = Place::new();
    place.write("plays/forms.ron", FORMS);
    place.write("plays/plans/all-forms.ron", PLAN);
    place
}

fn result(place: &Place, arguments: &str) -> Value {
    serde_json::from_str(&stdout(&place.run(&format!("simulate {arguments} --format json")).code(0))).unwrap()
}

/// Without what changes with every version.
pub(crate) fn steady_json(mut result: Value) -> String {
    result["provenance"]["version"] = "…".into();
    result["provenance"]["files"] = "…".into();
    format!("{result:#}")
}

#[test]
fn people_get_a_sentence_a_row_a_try_and_what_is_how_likely() {
    insta::assert_snapshot!(steady(&with_plan().transcript("simulate all-forms --trials 2000")));
}

#[test]
fn a_shipped_plan_reads_well() {
    insta::assert_snapshot!(steady(
        &Place::new().transcript("simulate exemplar-after-exemplar --trials 2000")
    ));
}

#[test]
fn every_try_can_be_asked_why() {
    insta::assert_snapshot!(steady(
        &with_plan().transcript("simulate all-forms --trials 200 --reasons --precise")
    ));
}

#[test]
fn programs_get_every_number_in_a_fixed_order() {
    let mut result = result(&with_plan(), "all-forms --trials 2000");
    // One down's trials say it for all.
    let by_down = result["trials"]["by_down"].as_array_mut().unwrap();
    assert_eq!(by_down.len(), 5);
    by_down.truncate(1);
    insta::assert_snapshot!(steady_json(result));
}

#[test]
fn reasons_come_when_they_are_asked_for() {
    let place = with_plan();
    let plain = result(&place, "all-forms --trials 10");
    assert!(plain["expected"]["downs"][0].get("reasons").is_none());
    let told = result(&place, "all-forms --trials 10 --reasons");
    assert_eq!(told["expected"]["downs"][0]["reasons"]["services"][0]["factor"], "started at");
}

#[test]
fn a_play_is_a_plan_that_calls_it() {
    let place = with_plan();
    let once = result(&place, "forms --trials 10");
    assert_eq!(once["plan"], "forms");
    assert_eq!(once["expected"]["downs"].as_array().unwrap().len(), 1);
    assert_eq!(once["start"]["culture"], 20.0);
    let often = result(&place, "plays/forms.ron --times 3 --start 30,skills=25 --trials 10");
    assert_eq!(often["expected"]["downs"].as_array().unwrap().len(), 3);
    assert_eq!([&often["start"]["culture"], &often["start"]["skills"]], [30.0, 25.0]);
    let run = place.run("simulate all-forms --times 3").code(2);
    assert!(stderr(&run).contains("--times is for a play alone"), "{}", stderr(&run));
}

#[test]
fn a_plan_begins_where_it_is_told_to() {
    let place = with_plan();
    let told = result(&place, "all-forms --start skills=40 --trials 10");
    assert_eq!([&told["start"]["culture"], &told["start"]["skills"]], [25.0, 40.0]);
    let crisis = result(&place, "crisis-recovery --start skills=40 --trials 10");
    assert_eq!([&crisis["start"]["technology"], &crisis["start"]["skills"]], [10.0, 40.0]);
    let run = place.run("simulate all-forms --start 100").code(2);
    assert!(stderr(&run).contains("every front at its goal"), "{}", stderr(&run));
    let run = place.run("simulate all-forms --start skils=30").code(2);
    assert!(stderr(&run).contains("did you mean `skills`?"), "{}", stderr(&run));
}

#[test]
fn a_plan_is_found_by_its_path_its_name_or_on_standard_input() {
    let place = with_plan();
    let by_name = stdout(&place.run("simulate all-forms --trials 10 --format json").code(0));
    let by_path = place.run("simulate plays/plans/all-forms.ron --trials 10 --format json").code(0);
    assert_eq!(stdout(&by_path), by_name);
    let streamed = place.downfield("simulate - --trials 10 --format json").write_stdin(PLAN).assert().code(0);
    let streamed: Value = serde_json::from_str(&stdout(&streamed)).unwrap();
    assert_eq!(streamed["plan"], "stdin");
    assert_eq!(streamed["expected"]["spot"], result(&place, "all-forms --trials 10")["expected"]["spot"]);
    // The one here is meant before the one built in.
    place.write("plays/plans/balanced-build.ron", PLAN);
    assert_eq!(result(&place, "balanced-build --trials 10")["title"], "Forms, forms, forms");
}

#[test]
fn where_a_result_came_from_is_said() {
    let place = with_plan();
    let hash = |place: &Place| result(place, "all-forms --trials 10 --seed 3")["provenance"].clone();
    let before = hash(&place);
    assert_eq!([&before["seed"], &before["trials"]], [3, 10]);
    assert_eq!(before["product"], "downfield");
    assert_eq!(before["files"].as_str().unwrap().len(), 16);
    assert_eq!(hash(&place), before);
    // Also when only a play behind the plan changes.
    place.write("plays/forms.ron", FORMS.replace("(2, 4, 5)", "(2, 4, 6)"));
    assert_ne!(hash(&place)["files"], before["files"]);
}

#[test]
fn what_is_no_plan_is_told_with_the_cure() {
    let place = with_plan();
    let says = |arguments: &str, code: i32, says: &[&str]| {
        let run = place.run(&format!("simulate {arguments}")).code(code);
        let told = stderr(&run);
        assert!(says.iter().all(|says| told.contains(says)), "{arguments}: {told}");
        assert_eq!(stdout(&run), "", "{arguments}");
    };
    says("balanced-biuld", 2, &["there is no file, game plan or play", "did you mean `balanced-build`?"]);
    says("plays/plans/nowhere.ron", 2, &["there is no file, game plan or play"]);
    says("plays", 2, &["is a folder", "plays/plans/all-forms.ron"]);
    place.run("playbook export book").code(0);
    says("book/models/five-channels.ron", 1, &["wrong-document"]);
    says("all-forms --trials 0", 2, &["0 is not in 1..=1000000000", "--trials"]);
    says("all-forms --trials 2000000000", 2, &["not in 1..=1000000000"]);
    says("all-forms --trials many", 2, &["--trials"]);
    says("all-forms --seed -1", 2, &["-1"]);
    says("forms --times 101", 2, &["1..=100"]);
    place.write("odd.ron", "hello");
    says("odd.ron", 1, &["error"]);
}

#[test]
fn a_plan_with_errors_is_told_as_check_tells_it() {
    let place = with_plan();
    let bad = |name: &str, text: String, code: &str| {
        place.write(name, text);
        let run = place.run(&format!("simulate {name}")).code(1);
        assert!(stderr(&run).contains(code), "{name}: {}", stderr(&run));
        let run = place.run(&format!("simulate {name} --format json")).code(1);
        let found: Value = serde_json::from_str(&stdout(&run)).unwrap();
        assert_eq!(found["files"], 1);
    };
    bad("plays/plans/unknown.ron", PLAN.replace("\"forms\", times: 2", "\"form\", times: 2"), "unknown-play");
    bad("plays/plans/start.ron", PLAN.replace("start: 25", "start: 100"), "start");
    place.write(
        "plays/models/two.ron",
        r#"OperatingModel(format: 1, title: "Two", channels: [
            (id: "services", name: "Services", goal: "Good"), (id: "skills", name: "Skills", goal: "Good"),
        ])"#,
    );
    place.write("plays/two-forms.ron", FORMS.replace("summary:", "model: \"two\",\n    summary:"));
    let mixed = PLAN.replace("Call(play: \"forms\", times: 2)", "Call(play: \"two-forms\")");
    bad("plays/plans/mixed.ron", mixed, "mixed-models");
}

#[test]
fn a_plan_in_a_folder_without_plays_calls_the_built_in_ones() {
    let place = Place::new();
    let built_in = r#"GamePlan(format: 1, title: "Two", summary: "", start: 20, calls: [Call(play: "exemplar", times: 2)])"#;
    place.write("elsewhere/two.ron", built_in);
    assert_eq!(result(&place, "elsewhere/two.ron --trials 10")["expected"]["downs"][1]["play"], "exemplar");
}

#[test]
fn a_plan_that_calls_nothing_is_told_so() {
    let place = with_plan();
    for calls in ["", ", calls: []"] {
        place.write(
            "empty.ron",
            format!(r#"GamePlan(format: 1, title: "Wait", summary: "", start: 20{calls})"#),
        );
        let run = place.run("simulate empty.ron --trials 10").code(1);
        assert!(
            stderr(&run).contains("missing-field") && stderr(&run).contains("Call(play:"),
            "{}",
            stderr(&run)
        );
    }
}

#[test]
fn a_plan_of_events_alone_stays_where_it_is() {
    let place = with_plan();
    place.write(
        "empty.ron",
        r#"GamePlan(format: 1, title: "Wait", summary: "", start: 20, calls: [Event(name: "Storm", severity: 0.5)])"#,
    );
    insta::assert_snapshot!(steady(&place.transcript("simulate empty.ron --trials 10")));
    let json = result(&place, "empty.ron --trials 10");
    assert_eq!(json["trials"]["spot"]["p50"], 20.0);
    assert_eq!(json["trials"]["by_down"], Value::Array(Vec::new()));
}

#[test]
fn the_longest_plan_ends() {
    let place = Place::new();
    let mut calls = String::new();
    for at in 0..200 {
        let play = ["exemplar", "api-strategy", "governance-reset"][at % 3];
        let _ = write!(calls, "Call(play: \"{play}\", times: 100), ");
    }
    // Nothing ends this drive early: any number of failed series is endured.
    place.write(
        "models/five-channels.ron",
        r#"OperatingModel(format: 1, title: "Patient", rules: (patience: 20, setback: 0, series_downs: 20, series_yards: 1), channels: [
            (id: "services", name: "Services", goal: ""), (id: "skills", name: "Skills", goal: ""),
            (id: "culture", name: "Culture", goal: ""), (id: "governance", name: "Governance", goal: ""),
            (id: "technology", name: "Technology", goal: ""),
        ])"#,
    );
    place.write(
        "long.ron",
        format!(r#"GamePlan(format: 1, title: "Long", summary: "", start: 20, calls: [{calls}])"#),
    );
    let started = Instant::now();
    let long = result(&place, "long.ron --trials 100");
    assert!(started.elapsed() < Duration::from_mins(2), "{:?}", started.elapsed());
    assert!(!long["expected"]["downs"].as_array().unwrap().is_empty());
}

#[test]
fn threads_change_nothing() {
    let place = with_plan();
    let with = |threads: &str, arguments: &str| {
        let mut command = place.downfield(arguments);
        stdout(&command.env("RAYON_NUM_THREADS", threads).assert().code(0))
    };
    for arguments in [
        "simulate all-forms --trials 3000 --format json",
        "simulate balanced-build --trials 1500",
        "compare balanced-build technology-first --trials 1500 --format json",
    ] {
        assert_eq!(with("1", arguments), with("3", arguments), "{arguments}");
    }
    let other = with("3", "simulate all-forms --trials 3000 --seed 2 --format json");
    assert_ne!(with("1", "simulate all-forms --trials 3000 --format json"), other);
}

/// Ctrl+C while trials run: what is done is printed, marked, and the exit status says so.
#[cfg(unix)]
#[test]
fn ctrl_c_prints_what_is_done_so_far() {
    use std::process::{Command, Stdio};

    let place = with_plan();
    let mut child = crate::command(&place.path("."))
        .args(["simulate", "balanced-build", "--trials", "900000000", "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let pid = child.id().to_string();
    // Before there is a handler the signal would end the program without a word.
    let handled = || {
        let status = std::fs::read_to_string(format!("/proc/{pid}/status"));
        let Ok(status) = status else { return true };
        let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:"));
        caught.is_some_and(|mask| u64::from_str_radix(mask.trim(), 16).is_ok_and(|mask| mask & 2 != 0))
    };
    let started = Instant::now();
    while !handled() && started.elapsed() < Duration::from_mins(1) {
        std::thread::sleep(Duration::from_millis(20));
    }
    std::thread::sleep(Duration::from_millis(1500));
    assert!(child.try_wait().unwrap().is_none(), "so many trials take longer");
    assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(130));
    let result: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(result["trials"]["partial"], true);
    let count = result["trials"]["count"].as_u64().unwrap();
    assert!(0 < count && count < 900_000_000, "{count}");
    assert_eq!(result["provenance"]["trials"], 900_000_000);
}

#[test]
fn help_has_examples_and_the_keys() {
    insta::assert_snapshot!(Place::new().transcript("simulate --help"));
}
