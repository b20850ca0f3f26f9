//! `resolve` and `show`.

use serde_json::Value;

use crate::{FORMS, Place, stderr, stdout};

fn result(place: &Place, arguments: &str) -> Value {
    serde_json::from_str(&stdout(&place.run(&format!("resolve {arguments} --format json")).code(0))).unwrap()
}

fn channel<'a>(result: &'a Value, id: &str) -> &'a Value {
    result["channels"].as_array().unwrap().iter().find(|channel| channel["id"] == id).unwrap()
}

/// Without what changes with every version.
fn steady(mut result: Value) -> String {
    result["provenance"]["version"] = "…".into();
    result["provenance"]["files"] = "…".into();
    format!("{result:#}")
}

#[test]
fn people_get_a_sentence_a_table_and_the_reasons() {
    insta::assert_snapshot!(Place::with_forms().transcript("resolve forms.ron"));
}

#[test]
fn several_runs_are_told_one_by_one() {
    insta::assert_snapshot!(Place::with_forms().transcript("resolve forms.ron --times 3 --precise"));
}

#[test]
fn programs_get_every_number_in_a_fixed_order() {
    insta::assert_snapshot!(steady(result(&Place::with_forms(), "forms.ron")));
}

#[test]
fn runs_are_listed_when_there_are_several() {
    let result = result(&Place::with_forms(), "forms.ron --times 3");
    let runs = result["runs"].as_array().unwrap();
    assert_eq!(runs.len(), 3);
    assert_eq!(runs[2]["spot_end"], result["spot_end"]);
    assert_eq!(runs[0]["spot_end"], runs[1]["spot_start"]);
    assert_eq!([&runs[0]["uses"], &runs[2]["uses"]], [0, 2]);
    assert_eq!(result["provenance"]["product"], "downfield");
}

#[test]
fn the_field_is_as_it_was_asked_for() {
    let place = Place::with_forms();
    let start = |arguments: &str, id: &str| {
        channel(&result(&place, &format!("forms.ron {arguments}")), id)["start"].as_f64().unwrap()
    };
    assert_eq!(start("", "skills"), 20.0);
    assert_eq!(start("--start 35", "skills"), 35.0);
    assert_eq!(start("--start services=30", "services"), 30.0);
    assert_eq!(start("--start services=30", "skills"), 20.0);
    assert_eq!(start("--start 25,services=30", "skills"), 25.0);
    assert_eq!(result(&place, "forms.ron --uses 3")["uses"], 3);
}

#[test]
fn judgements_can_be_tried_out() {
    let place = Place::with_forms();
    let plain = result(&place, "forms.ron");
    let gain = |result: &Value, id: &str| channel(result, id)["gain"].as_f64().unwrap();
    let stronger = result(&place, "forms.ron --set forms-team.strength=9");
    assert!(gain(&stronger, "services") > gain(&plain, "services"));
    let worn = result(&place, "forms.ron --wear habit=0.5");
    assert!(gain(&worn, "skills") > gain(&plain, "skills"));
    let with = result(&place, "forms.ron --with free-evenings");
    assert!(gain(&with, "skills") < gain(&plain, "skills"));
    let capped = result(&place, "forms.ron --start 39");
    assert_eq!(channel(&capped, "services")["capped_at"], 40.0);
    let uncapped = result(&place, "forms.ron --start 39 --without back-office-stays");
    assert!(channel(&uncapped, "services")["capped_at"].is_null());
    let dragged = result(&place, "forms.ron --start services=60");
    let worse = result(&place, "forms.ron --start services=60 --gone-round services.habit=4");
    let lost = |result: &Value| channel(result, "services")["lost"].as_f64().unwrap();
    assert!(lost(&worse) > lost(&dragged));
}

#[test]
fn what_names_nothing_is_bad_usage_with_the_nearest_name() {
    let place = Place::with_forms();
    let cases = [
        ("--start servces=30", "`services`"),
        ("--start services=130", "between 0 and 100"),
        ("--start services=30,services=40", "given twice"),
        ("--start far", "not a number"),
        ("--without back-office-stay", "`back-office-stays`"),
        ("--with nothing-like-it", "`back-office-stays` and `free-evenings`"),
        ("--with free-evenings --without free-evenings", "both"),
        ("--set forms-tem.strength=4", "`forms-team`"),
        ("--set forms-team=4", ".strength"),
        ("--set forms-team.strength=0", "above 0"),
        ("--set forms-team.strength=11", "between 0 and 10"),
        ("--set forms-team.strength=nan", "not a number"),
        ("--gone-round services.paper-proces=4", "`paper-process`"),
        ("--gone-round servces.habit=4", "`services`"),
        ("--gone-round habit=4", "services.guidance=4"),
        ("--wear habits=0.8", "`habit`"),
        ("--wear habit=1.5", "between 0 and 1"),
        ("--times 0", "0"),
        ("--uses -1", "-1"),
    ];
    for (arguments, says) in cases {
        let run = place.run(&format!("resolve forms.ron {arguments}")).code(2);
        assert!(stderr(&run).contains(says), "{arguments}: {}", stderr(&run));
        assert_eq!(stdout(&run), "", "{arguments}");
    }
}

#[test]
fn a_force_of_an_earlier_play_may_be_unknown_here() {
    let run = Place::with_forms().run("resolve forms.ron --gone-round services.mainframe-contract=4").code(0);
    assert!(stderr(&run).contains("mainframe-contract"));
}

#[test]
fn a_file_with_errors_is_told_as_check_tells_it() {
    let place = Place::new();
    place.write("bad.ron", FORMS.replace("channel: \"skills\"", "channel: \"skils\""));
    let run = place.run("resolve bad.ron").code(1);
    assert_eq!(stdout(&run), "");
    assert!(stderr(&run).contains("unknown-channel"));
    let run = place.run("resolve bad.ron --format json").code(1);
    let found: Value = serde_json::from_str(&stdout(&run)).unwrap();
    assert_eq!(found["files"], 1);
    place.run("show bad.ron").code(1);
    place.run("render bad.ron -o bad.svg").code(1);
    assert!(!place.path("bad.svg").exists());
}

#[test]
fn a_plan_is_no_play() {
    let run = Place::new().run("resolve -");
    run.code(1);
    let place = Place::new();
    place.run("playbook export plays").code(0);
    let run = place.run("resolve plays/plans/balanced-build.ron").code(1);
    assert!(stderr(&run).contains("wrong-document"), "{}", stderr(&run));
}

#[test]
fn a_play_is_found_by_its_name_here_or_built_in() {
    let place = Place::new();
    place.run("resolve exemplar").code(0);
    place.run("show exemplar").code(0);
    place.write("plays/forms.ron", FORMS);
    assert_eq!(result(&place, "forms")["play"], "forms");
    // The one here is meant before the one built in.
    place.write("plays/exemplar.ron", FORMS);
    assert_eq!(channel(&result(&place, "exemplar"), "culture")["gain"], 0.0);
    let run = place.run("resolve exemplr").code(2);
    assert!(stderr(&run).contains("did you mean `exemplar`?"), "{}", stderr(&run));
    let run = place.run("resolve plays").code(2);
    assert!(stderr(&run).contains("folder"));
}

#[test]
fn standard_input_is_a_play_too() {
    let place = Place::new();
    let run = place.downfield("resolve - --format json").write_stdin(FORMS).assert().code(0);
    let found: Value = serde_json::from_str(&stdout(&run)).unwrap();
    assert_eq!(found["play"], "stdin");
}

#[test]
fn a_play_is_shown_as_text_as_wide_as_asked() {
    let place = Place::with_forms();
    for (arguments, columns) in [("", 100), ("--columns 72 --ascii", 72), ("--columns 140 --times 4", 140)] {
        let text = stdout(&place.run(&format!("show forms.ron {arguments}")).code(0));
        for name in ["Online forms", "Products & services", "Governance & funding", "Forms team"] {
            assert!(text.contains(name), "{name}\n{text}");
        }
        assert!(text.lines().all(|line| line.chars().count() <= columns), "{text}");
        assert!(!arguments.contains("ascii") || text.is_ascii(), "{text}");
    }
}

#[test]
fn options_can_be_repeated_and_take_several_assumptions() {
    let place = Place::with_forms();
    let both = stdout(&place.run("resolve forms.ron --without back-office-stays free-evenings").code(0));
    for same in [
        "resolve forms.ron --without back-office-stays,free-evenings",
        "resolve forms.ron --without back-office-stays --without free-evenings",
        "resolve --without back-office-stays free-evenings --times 1 forms.ron",
    ] {
        assert_eq!(stdout(&place.run(same).code(0)), both, "{same}");
    }
    let together = stdout(&place.run("resolve forms.ron --start 30,services=40,skills=25").code(0));
    let apart = "resolve forms.ron --start services=40 --start 30 --start skills=25";
    assert_eq!(stdout(&place.run(apart).code(0)), together);
    for (arguments, says) in [
        ("--start -5", "-5 is not between 0 and 100"),
        ("--start services=-5", "-5 is not between 0 and 100"),
        ("--start 20 --start 30", "more than one yard"),
        ("--start skills=20 --start skills=30", "`skills` is given twice"),
        ("--uses -1", "0..=10000"),
    ] {
        let run = place.run(&format!("resolve forms.ron {arguments}")).code(2);
        assert!(stderr(&run).contains(says), "{arguments}: {}", stderr(&run));
    }
}

#[test]
fn a_force_by_half_its_name_is_taken_with_a_question() {
    let run = Place::new().run("resolve exemplar --gone-round services.guidance=4").code(0);
    assert!(stderr(&run).contains("did you mean `statutory-guidance`?"), "{}", stderr(&run));
}
