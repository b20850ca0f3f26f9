//! `advise`, and what matters most: `simulate --sensitivity` and `render --chart tornado`.

use serde_json::Value;

use crate::simulate::{PLAN, steady_json};
use crate::{FORMS, Place, stderr, stdout, steady};

fn json(place: &Place, arguments: &str) -> Value {
    serde_json::from_str(&stdout(&place.run(&format!("{arguments} --format json")).code(0))).unwrap()
}

fn titles(result: &Value) -> Vec<&str> {
    result["calls"].as_array().unwrap().iter().map(|call| call["title"].as_str().unwrap()).collect()
}

fn with_plan() -> Place {
    let place = Place::new();
    place.write("plays/forms.ron", FORMS);
    place.write("plays/plans/all-forms.ron", PLAN);
    place
}

#[test]
fn people_get_a_table_and_what_speaks_for_and_against() {
    let told = Place::new().transcript("advise exemplar-after-exemplar --after 4");
    insta::assert_snapshot!(steady(&told));
}

#[test]
fn programs_get_every_number_in_a_fixed_order() {
    insta::assert_snapshot!(steady_json(json(&with_plan(), "advise all-forms --after 3")));
}

#[test]
fn help_has_examples_and_the_keys() {
    insta::assert_snapshot!(Place::new().transcript("advise --help"));
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let place = Place::new();
    let told = |arguments: &str| stdout(&place.run(&format!("advise {arguments}")).code(0));
    assert_eq!(told("--start 20 --format json"), told("--start 20 --format json"));
    assert_eq!(told(""), told("--start 20"));
    assert_ne!(told("--start 20 --seed 2 --format json"), told("--start 20 --format json"));
}

#[test]
fn the_field_is_as_it_was_asked_for() {
    let place = Place::new();
    let field = "--start services=35,technology=30 --uses exemplar=3 --wear department-silo=0.5 \
                 --gone-round technology.legacy-technology=6 --down 3 --to-gain 31";
    let found = json(&place, &format!("advise {field} --trials 200"));
    let standing = &found["standing"];
    assert_eq!([&standing["fronts"]["services"], &standing["fronts"]["culture"]], [35.0, 20.0]);
    assert_eq!([&standing["down"], &standing["downs_left"]], [3, 2]);
    assert_eq!(standing["to_gain"], 31.0);
    assert_eq!(standing["gone_round"]["technology"]["legacy-technology"], 6.0);
    assert_eq!(standing["wear"]["department-silo"], 0.5);
    let calls = found["calls"].as_array().unwrap();
    let exemplar = calls.iter().find(|call| call["play"] == "exemplar").unwrap();
    assert_eq!(exemplar["uses"], 3);
    assert!(exemplar["speaks_against"].to_string().contains("Fourth use of Exemplar"));
    assert_eq!(found["plan"], Value::Null);
}

#[test]
fn what_counts_is_said_and_decides() {
    let place = Place::new();
    let found =
        |weigh: &str| json(&place, &format!("advise exemplar-after-exemplar --after 4 --weigh {weigh}"));
    let (ground, exposure) = (found("0"), found("1"));
    assert_ne!(titles(&ground), titles(&exposure));
    assert_eq!(titles(&exposure)[0], "Governance reset");
    assert!(exposure["measure"]["words"].as_str().unwrap().contains("less of the whole organisation is out"));
    let measures = |result: &Value| -> Vec<f64> {
        result["calls"].as_array().unwrap().iter().map(|call| call["measure"].as_f64().unwrap()).collect()
    };
    assert!(measures(&ground).is_sorted_by(|one, other| one >= other));
}

#[test]
fn a_drive_that_has_ended_has_no_next_call() {
    let place = Place::new();
    let told = stdout(&place.run("advise exemplar-after-exemplar").code(0));
    assert!(told.contains("Control is lost after 12 tries of Exemplar after exemplar"), "{told}");
    let found = json(&place, "advise exemplar-after-exemplar");
    assert_eq!([&found["ended"], &found["after"]], [&Value::from("turnover"), &Value::from(12)]);
    assert_eq!(titles(&found), Vec::<&str>::new());
    // One that goes on has a next call after its last.
    assert_eq!(json(&place, "advise balanced-build --trials 50")["after"], 12);
}

#[test]
fn plays_are_those_of_the_playbook() {
    let place = with_plan();
    assert_eq!(titles(&json(&place, "advise --trials 50")), ["Online forms"]);
    place.write("ours/one.ron", FORMS.replace("Online forms", "One"));
    place.write("ours/two.ron", FORMS.replace("Online forms", "Two"));
    let found = json(&place, "advise --playbook ours --trials 50");
    assert_eq!(titles(&found), ["One", "Two"]);
    assert_eq!(found["headline"], "Too close to call between One and Two.");
    assert_eq!([&found["calls"][0]["rank"], &found["calls"][1]["rank"]], [1, 1]);
    assert_eq!(found["calls"][0]["too_close_to_next"], true);
    let told = stdout(&place.run("advise --playbook ours --trials 50").code(0));
    assert!(told.contains("1=  One") && told.contains("1=  Two"), "{told}");
    place.write("ours/bad.ron", FORMS.replace("channel: \"skills\"", "channel: \"skils\""));
    let run = place.run("advise --playbook ours --trials 50").code(0);
    assert!(stderr(&run).contains("1 play with errors left out"), "{}", stderr(&run));
}

#[test]
fn a_play_for_another_operating_model_is_left_out_and_named() {
    let place = with_plan();
    let model = String::from_utf8(std::fs::read("plays/models/five-channels.ron").unwrap()).unwrap();
    place.write(
        "plays/models/elsewhere.ron",
        model.replace("format: 1,", "format: 1,\n    rules: (cover: 5),"),
    );
    place.write(
        "plays/strange.ron",
        FORMS.replace("title: \"Online forms\",", "title: \"Strange forms\", model: \"elsewhere\","),
    );
    let found = json(&place, "advise all-forms --trials 50");
    assert_eq!(titles(&found), ["Online forms"]);
    assert_eq!(found["left_out"][0]["title"], "Strange forms");
    let told = stdout(&place.run("advise all-forms --trials 50").code(0));
    assert!(told.contains("Left out, being for another operating model:\n  Strange forms"), "{told}");
}

#[test]
fn what_makes_no_sense_is_bad_usage_with_its_cure() {
    let place = Place::new();
    place.write("empty/readme.txt", "nothing here");
    let cases = [
        ("balanced-biuld", "did you mean `balanced-build`?"),
        ("balanced-build --after 13", "ask after any try from 0, before the first, to 12"),
        ("--after 3", "<PLAN>"),
        ("balanced-build --start 20", "cannot be used with"),
        ("--weigh 1.5", "a number from 0 to 1"),
        ("--weigh -1", "a number from 0 to 1"),
        ("--weigh half", "a number from 0 to 1"),
        ("--playbook empty", "there is no play in `empty`"),
        ("--playbook nowhere", "there is no folder `nowhere`"),
        ("--start servces=20", "`services`"),
        ("--uses exemplr=2", "`exemplar`"),
        ("--uses exemplar=1.5", "not a whole number"),
        ("--down 5", "between 1 and 4"),
        ("--to-gain 130", "between 0 and 100"),
        ("--gone-round services.statutory-guidanc=4", "`statutory-guidance`"),
        ("--trials 0", "0"),
    ];
    for (arguments, says) in cases {
        let run = place.run(&format!("advise {arguments}")).code(2);
        assert!(stderr(&run).contains(says), "{arguments}: {}", stderr(&run));
        assert_eq!(stdout(&run), "", "{arguments}");
    }
}

#[test]
fn a_plan_says_what_matters_most_when_asked() {
    let place = Place::new();
    let told = place.transcript("simulate exemplar-after-exemplar --trials 2000 --sensitivity");
    let from = told.find("What matters most").unwrap();
    insta::assert_snapshot!(steady(&told[from..]));
    assert!(!stdout(&place.run("simulate exemplar --trials 10").code(0)).contains("What matters most"));
    let found = json(&place, "simulate exemplar --times 4 --trials 500 --sensitivity");
    let matters = &found["sensitivity"];
    assert_eq!([&matters["count"], &matters["seed"]], [500, 1]);
    assert_eq!(matters["spot"], found["expected"]["spot"]);
    let levers = matters["levers"].as_array().unwrap();
    assert_eq!(levers.len(), matters["by_kept"].as_array().unwrap().len());
    let swings = levers.iter().map(|lever| lever["swing_spot"].as_f64().unwrap());
    assert!(swings.is_sorted_by(|one, other| one >= other));
    assert!(levers.iter().any(|lever| lever["subject"]["kind"] == "step_back"));
    assert!(json(&place, "simulate exemplar --trials 10").get("sensitivity").is_none());
}

#[test]
fn what_matters_most_is_drawn() {
    let place = Place::new();
    place.run("render balanced-build --chart tornado -o tornado.png --size 960x540").code(0);
    assert!(place.read("tornado.png").starts_with(b"\x89PNG"));
    let svg = stdout(&place.run("render exemplar --times 4 --chart tornado -o - --as svg").code(0));
    assert!(svg.contains("Handful of advocates: strength 1 to 4"), "{svg}");
    assert!(svg.contains("Argue first about"), "{svg}");
    let run = place.run("render exemplar balanced-build --chart tornado -o both.svg").code(2);
    assert!(stderr(&run).contains("--chart tornado draws one plan"), "{}", stderr(&run));
}
