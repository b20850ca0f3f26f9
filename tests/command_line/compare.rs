//! `compare`: plans and plays side by side.

use serde_json::Value;

use crate::simulate::steady_json;
use crate::{FORMS, Place, stderr, stdout, steady};

const SHIPPED: &str = "compare exemplar-after-exemplar balanced-build --trials 2000";

fn result(place: &Place, arguments: &str) -> Value {
    serde_json::from_str(&stdout(&place.run(&format!("compare {arguments} --format json")).code(0))).unwrap()
}

#[test]
fn people_get_what_to_take_away_and_a_table() {
    insta::assert_snapshot!(steady(&Place::new().transcript(SHIPPED)));
}

#[test]
fn four_stand_side_by_side() {
    let four = "compare proactive-services as-it-happened technology-first crisis-recovery --trials 1000";
    insta::assert_snapshot!(steady(&Place::new().transcript(&format!("{four} --start 20"))));
}

#[test]
fn a_document_gets_markdown() {
    insta::assert_snapshot!(steady(&Place::new().transcript(&format!("{SHIPPED} --format markdown"))));
}

#[test]
fn a_spreadsheet_gets_a_row_a_measure() {
    let text = stdout(&Place::new().run(&format!("{SHIPPED} --format csv")).code(0));
    assert!(text.lines().count() > 30 && text.split("\r\n").count() == text.lines().count() + 1);
    let measures: Vec<&str> = text.lines().filter(|line| !line.starts_with("files,")).collect();
    insta::assert_snapshot!(steady(&measures.join("\n")));
}

#[test]
fn programs_get_pairs_and_every_plan() {
    let mut result = result(&Place::new(), "exemplar devops-programme --trials 2000");
    for plan in result["plans"].as_array_mut().unwrap() {
        plan["files"] = "…".into();
        plan["trials"]["by_down"] = "…".into();
        plan["expected"]["downs"] = "…".into();
    }
    insta::assert_snapshot!(steady_json(result));
}

#[test]
fn the_same_plan_twice_is_no_better_than_itself() {
    let place = Place::new();
    let text = stdout(&place.run("compare balanced-build balanced-build --trials 500").code(0));
    assert!(text.starts_with("A and B are too close to call"), "{text}");
    assert!(text.contains("A and B end at the same place in all of the trials."), "{text}");
    assert!(!text.lines().any(|line| line.ends_with('✓')), "{text}");
    let csv = stdout(&place.run("compare balanced-build balanced-build --trials 500 --format csv").code(0));
    assert!(csv.starts_with("measure,what,unit,balanced-build (A),balanced-build (B),better\r\n"), "{csv}");
}

#[test]
fn a_play_stands_beside_a_plan_as_often_as_asked() {
    let result = result(&Place::new(), "exemplar balanced-build --times 12 --trials 100");
    let downs = |at: usize| result["plans"][at]["expected"]["downs"].as_array().unwrap().len();
    assert_eq!([downs(0), downs(1)], [12, 12]);
}

#[test]
fn trials_are_those_of_simulate() {
    let place = Place::new();
    let compared = result(&place, "balanced-build technology-first --trials 700");
    let alone = stdout(&place.run("simulate technology-first --trials 700 --format json").code(0));
    let alone: Value = serde_json::from_str(&alone).unwrap();
    assert_eq!(compared["plans"][1]["trials"], alone["trials"]);
    assert_eq!(compared["plans"][1]["expected"], alone["expected"]);
    assert_eq!(compared["plans"][1]["files"], alone["provenance"]["files"]);
}

#[test]
fn only_what_shares_its_field_is_compared() {
    let place = Place::new();
    let model = r#"OperatingModel(format: 1, title: "Two", channels: [
        (id: "services", name: "Services", goal: ""), (id: "skills", name: "Skills", goal: "")])"#;
    place.write("models/two.ron", model);
    place.write("two.ron", FORMS.replace("summary:", "model: \"two\",\n    summary:"));
    place.write("forms.ron", FORMS);
    let run = place.run("compare forms.ron two.ron").code(2);
    assert!(stderr(&run).contains("`five-channels`, `two.ron` on `two`"), "{}", stderr(&run));
    // A model of the same name with other rules is another field.
    place.write("other/forms.ron", FORMS);
    let five = include_str!("../../plays/models/five-channels.ron");
    let goal = five.find("    channels:").unwrap();
    let (before, after) = five.split_at(goal);
    place.write("other/models/five-channels.ron", format!("{before}rules: (drag: 0.3),\n{after}"));
    let run = place.run("compare forms.ron other/forms.ron").code(2);
    assert!(stderr(&run).contains("not on the same file"), "{}", stderr(&run));
}

#[test]
fn two_to_four_are_compared() {
    let place = Place::new();
    for arguments in ["exemplar", "exemplar exemplar exemplar exemplar exemplar", "", "- -"] {
        let run = place.run(&format!("compare {arguments}")).code(2);
        assert!(stderr(&run).starts_with("error:"), "{arguments}: {}", stderr(&run));
    }
    let run = place.run("compare exemplar exemplr").code(2);
    assert!(stderr(&run).contains("did you mean `exemplar`?"), "{}", stderr(&run));
    let run = place.run("compare balanced-build technology-first --times 2").code(2);
    assert!(stderr(&run).contains("--times"), "{}", stderr(&run));
}

#[test]
fn help_has_examples_and_the_keys() {
    insta::assert_snapshot!(Place::new().transcript("compare --help"));
}
