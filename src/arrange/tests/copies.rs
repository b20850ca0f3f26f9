//! Players doubled, copied and pasted.

use super::super::Arrange;
use super::{crowded, five_channels, ids, made, on, play, text};
use crate::model::{Assignment, Play, PlayerId};

fn all(play: &Play) -> Vec<PlayerId> {
    let offense = play.offense.iter().map(|player| player.id.clone());
    offense.chain(play.defense.iter().map(|defender| defender.id.clone())).collect()
}

#[test]
fn copies_made_together_take_on_each_other() {
    let (after, step) = on("exemplar", |arrange| {
        arrange.duplicate(&ids(&["service-team", "user-research", "statutory-guidance"])).unwrap()
    });
    assert_eq!((step.name.as_str(), step.follows.len()), ("Duplicate 3 players", 0));
    let names: Vec<&str> = after.offense.iter().take(4).map(|player| player.name.as_str()).collect();
    assert_eq!(
        names,
        ["Service redesign team", "Service redesign team 2", "User research", "User research 2"]
    );
    let copy = &after.offense[1];
    assert_eq!(copy.id.as_str(), "service-team-2");
    assert_eq!(copy.assignment, Assignment::Bypass("statutory-guidance-2".into()));
    assert_eq!(after.offense[3].assignment, Assignment::Support("service-team-2".into()));
    assert_eq!(copy.route.last().unwrap().yards, 13.0);
    assert_eq!(after.ball.carrier.as_str(), "service-team");
    // A copy made alone takes on whom its original does.
    let (after, _) = on("exemplar", |arrange| arrange.duplicate(&ids(&["service-team"])).unwrap());
    assert_eq!(after.offense[1].assignment, Assignment::Bypass("statutory-guidance".into()));
}

#[test]
fn doubling_goes_on_to_a_hundred_a_side_and_says_so() {
    let model = five_channels();
    let mut now = text("exemplar");
    loop {
        let before = play(&now);
        match Arrange::new(&before, &model).duplicate(&all(&before)) {
            Ok(step) => now = made(&now, &step),
            Err(full) => {
                assert_eq!(full, "A play has at most 100 players moving us forward; this would make 160");
                break;
            }
        }
        assert_eq!(crowded(&now), 0);
    }
    let full = play(&now);
    assert_eq!(full.offense.len(), 80);
    let names: std::collections::BTreeSet<&str> =
        full.offense.iter().map(|player| player.name.as_str()).collect();
    assert_eq!(names.len(), 80);
    assert!(names.contains("Service redesign team 16"));
}

#[test]
fn a_copy_reads_well_and_pastes_as_it_was() {
    let (text, model) = (text("exemplar"), five_channels());
    let before = play(&text);
    let arrange = Arrange::new(&before, &model);
    let copy = arrange.copy(&ids(&["cloud-hosting", "legacy-technology"]));
    assert!(copy.starts_with("(\n    offense: [\n        (\n            id: \"cloud-hosting\",\n"), "{copy}");
    assert_eq!(crate::play_file::format::format(&copy).unwrap(), copy);

    let rest = made(&text, &arrange.remove(&ids(&["cloud-hosting", "legacy-technology"])).unwrap());
    let there = play(&rest);
    let step = Arrange::new(&there, &model).paste(&copy, None).unwrap();
    assert_eq!((step.name.as_str(), step.follows.len()), ("Paste Cloud hosting and Legacy technology", 0));
    let after = play(&made(&rest, &step));
    assert_eq!(after.offense.last(), before.offense.last());
    assert_eq!(after.defense.last(), before.defense.last());

    // Pasted beside the originals they are others, and know each other.
    let after = play(&made(&text, &arrange.paste(&copy, None).unwrap()));
    assert_eq!(after.offense.last().unwrap().assignment, Assignment::Bypass("legacy-technology-2".into()));
}

#[test]
fn text_from_an_editor_is_pasted_whatever_it_is_around() {
    let (text, model) = (text("exemplar"), five_channels());
    let before = play(&text);
    let arrange = Arrange::new(&before, &model);
    let defender = "(id: \"forms\", name: \"Forms\", channel: \"elsewhere\", at: (5.25, -0.623), strength: 4.05), // why\n";
    let player = "(id: \"coach\", name: \"Coach\", channel: \"skills\", at: (-4, -0.8), strength: 2, assignment: Confront(\"gone\"))";
    for pasted in [
        format!("{defender}{player}"),
        format!("[{defender}{player}]"),
        format!("offense: [{player}],\ndefense: [ /* look */ {defender} ],"),
        format!("(offense: [{player}], defense: [{defender}])"),
        format!(
            "Play(format: 1, title: \"\", defense: [{defender}], offense: [{player}], ball: (carrier: \"coach\", step_back: 5))"
        ),
    ] {
        let step = arrange.paste(&pasted, Some(&"culture".into())).unwrap();
        assert_eq!(
            step.follows,
            ["Coach now confronts Departmental silos instead of confronting gone"],
            "{pasted}"
        );
        let after = play(&made(&text, &step));
        let forms = after.defense.last().unwrap();
        assert_eq!((forms.channel.as_str(), forms.at.yards, forms.at.across), ("culture", 5.25, -0.623));
        assert_eq!(forms.strength.likely, 4.05);
        assert_eq!(after.offense.last().unwrap().id.as_str(), "coach");
    }
    let step = arrange.paste(defender, None).unwrap();
    assert_eq!(play(&made(&text, &step)).defense.last().unwrap().channel.as_str(), "services");
}

#[test]
fn what_cannot_be_pasted_is_told_with_its_line() {
    let (text, model) = (text("exemplar"), five_channels());
    let before = play(&text);
    let arrange = Arrange::new(&before, &model);
    let refused = |pasted: &str| arrange.paste(pasted, None).unwrap_err();
    let record =
        |fields: &str| format!("// one\n(\n    id: \"x\", name: \"X\", channel: \"skills\",{fields}\n)");
    assert!(refused("").starts_with("There is no player in it"));
    assert!(refused("hello").contains("There is no player in it"));
    assert!(refused("GamePlan(calls: [])").contains("There is no player in it"));
    assert_eq!(
        refused(&record("\n at: (1, 0) strength: 3")),
        "This cannot be pasted. Line 4: a `,` is missing before this"
    );
    assert_eq!(refused(&record("at: (1, 0)")), "Line 2: this player has no `strength`");
    assert_eq!(refused(&record("at: (1, 0), strength: 50")), "Line 2: `strength` must be above 0 to 10");
    assert_eq!(refused(&record("at: (1, 7), strength: 5")), "Line 2: `at` must be -1 to 1");
    assert_eq!(
        refused(&record("at: (1, 0), strength: 5, stance: Hold,\n speed: 9")),
        "Line 4: a player on that side has no field `speed`"
    );
    let many = "(id: \"x\", name: \"X\", channel: \"skills\", at: (1, 0), strength: 1),".repeat(96);
    assert_eq!(refused(&many), "A play has at most 100 defenders; this would make 101");
}
