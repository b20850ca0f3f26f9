//! `render --chart`.

use crate::{Place, stderr, stdout};

const SMALL: &str = "--trials 300 --size 960x540";

#[test]
fn a_plan_is_drawn_as_a_chart() {
    let place = Place::new();
    for chart in ["spot", "drive"] {
        place.run(&format!("render balanced-build --chart {chart} -o {chart}.png {SMALL}")).code(0);
        assert!(place.read(&format!("{chart}.png")).starts_with(b"\x89PNG"));
        place.run(&format!("render balanced-build --chart {chart} -o {chart}.svg {SMALL}")).code(0);
        let svg = String::from_utf8(place.read(&format!("{chart}.svg"))).unwrap();
        assert!(svg.contains("Balanced build"), "{svg}");
        // What it shows is told to those who cannot see it.
        assert!(svg.contains("Ten yards in four tries: made three times."), "{svg}");
    }
    let drive = String::from_utf8(place.read("drive.svg")).unwrap();
    assert!(drive.contains("Governance reset") && drive.contains("Change of leadership"), "{drive}");
}

#[test]
fn several_plans_share_a_chart() {
    let place = Place::new();
    let svg = |arguments: &str| {
        stdout(&place.run(&format!("render {arguments} --chart spot -o - --as svg {SMALL}")).code(0))
    };
    let both = svg("balanced-build technology-first");
    for name in ["Balanced build", "Technology first"] {
        assert!(both.contains(name), "{name}");
    }
    assert_eq!(svg("balanced-build technology-first"), both);
    assert_ne!(svg("balanced-build technology-first --seed 2"), both);
    assert_ne!(svg("balanced-build technology-first --start 30"), both);
    assert_ne!(svg("exemplar --times 4"), svg("exemplar"));
}

#[test]
fn what_a_chart_is_not_is_said_with_its_cure() {
    let place = Place::with_forms();
    for (arguments, says) in [
        ("balanced-build -o plan.png", "--chart spot"),
        ("balanced-build technology-first -o plan.png", "--chart spot"),
        ("balanced-build technology-first --chart drive -o plan.png", "--chart spot"),
        ("balanced-build --chart spot -o plan.gif", "does not move"),
        ("balanced-build --chart spot -o plan.png --at battles", "--at"),
        ("balanced-build --chart spot -o plan.png --uses 3", "--start"),
        ("balanced-build --chart spot -o plan.png --times 3", "--times is for a play alone"),
        ("balanced-build --chart pie -o plan.png", "spot"),
        ("balanced-build --chart spot --trials 0 -o plan.png", "1..=1000000000"),
        ("forms.ron --trials 10 -o plan.png", "--chart"),
        ("balanced-biuld --chart spot -o plan.png", "did you mean `balanced-build`?"),
    ] {
        let run = place.run(&format!("render {arguments}")).code(2);
        assert!(stderr(&run).contains(says), "{arguments}: {}", stderr(&run));
    }
    assert_eq!(std::fs::read_dir(place.path(".")).unwrap().count(), 1);
}
