//! The guided start, and plays written as files.

use proptest::prelude::*;

use super::super::{Size, Start, plan_text, play_text, started};
use super::{five_channels, play, reading};
use crate::model::{Assignment, ChannelId, Strength};
use crate::play_file::edit::random::Random;
use crate::play_file::format::format;
use crate::play_file::{Code, Document, Playbook, read};

fn answers() -> Start {
    Start {
        tactic: "Open book".to_owned(),
        channels: vec!["governance".into(), "culture".into()],
        blockers: vec![
            ("governance".into(), "Annual project money".to_owned(), Size::Large.strength()),
            ("governance".into(), "Paper sign-off".to_owned(), Size::Small.strength()),
        ],
        team: "Finance partners".to_owned(),
        assumptions: vec!["Numbers may be wrong at first.".to_owned()],
    }
}

#[test]
fn a_few_answers_make_a_play() {
    let made = started(&answers(), &five_channels()).unwrap();
    assert_eq!(
        made.summary,
        "Finance partners work on Governance & funding and Culture & mindset, against Annual project money and Paper \
         sign-off."
    );
    assert_eq!(made.ball.carrier.as_str(), "finance-partners");
    let does: Vec<&Assignment> = made.offense.iter().map(|player| &player.assignment).collect();
    assert_eq!(does, [&Assignment::Confront("annual-project-money".into()), &Assignment::Advance]);
    insta::assert_snapshot!(play_text(&made));
}

#[test]
fn what_is_missing_is_asked_for() {
    let model = five_channels();
    let refused = |change: fn(&mut Start)| {
        let mut answers = answers();
        change(&mut answers);
        started(&answers, &model).unwrap_err()
    };
    assert_eq!(refused(|start| start.tactic = " \n".to_owned()), "Say in a few words what the tactic is");
    assert_eq!(
        refused(|start| start.channels.clear()),
        "Choose at least one channel that the tactic touches"
    );
    assert_eq!(
        refused(|start| start.channels.push("sales".into())),
        "\"Five channels\" has no channel \"sales\""
    );
    assert_eq!(
        refused(
            |start| start.blockers = vec![("skills".into(), "Silo".to_owned(), Strength::exactly(1.0)); 101]
        ),
        "At most 100 things can stand in the way, not 101"
    );
}

#[test]
fn shipped_plays_written_anew_say_the_same() {
    for (_, shipped) in Playbook::built_in().plays() {
        let text = play_text(shipped);
        assert_eq!(play(&text), **shipped);
        assert_eq!(format(&text).unwrap(), text);
    }
}

#[test]
fn shipped_plans_written_anew_say_the_same() {
    let mut count = 0;
    for (_, shipped) in Playbook::built_in().game_plans() {
        let text = plan_text(shipped);
        let reading = read(text.as_bytes(), "plan.ron", None, Playbook::built_in());
        assert_eq!(reading.document, Some(Document::GamePlan(std::sync::Arc::clone(shipped))));
        assert_eq!(format(&text).unwrap(), text);
        count += 1;
    }
    assert!(count >= 5);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_answers_make_a_play_that_reads(seed in any::<u64>(), channels in 1_usize..8, blockers in 0_usize..40) {
        let mut random = Random::new(seed);
        let model = five_channels();
        let any = |random: &mut Random| -> ChannelId {
            let ids: Vec<ChannelId> = model.channels.iter().map(|channel| channel.id.clone()).collect();
            random.pick(&ids)
        };
        let answers = Start {
            tactic: format!("x{}", random.text()),
            channels: (0..channels).map(|_| any(&mut random)).collect(),
            blockers: (0..blockers).map(|_| (any(&mut random), random.text(), random.strength())).collect(),
            team: random.text(),
            assumptions: (0..random.below(4)).map(|_| random.text()).collect(),
        };
        let made = started(&answers, &model).unwrap();
        let text = play_text(&made);
        prop_assert_eq!(&play(&text), &made);
        prop_assert_eq!(format(&text).unwrap(), text.clone());
        let problems = reading(&text).problems;
        prop_assert!(problems.iter().all(|problem| problem.code == Code::OpenFlank), "{:#?}\n{}", problems, text);
    }

    #[test]
    fn any_play_written_reads_the_same(seed in any::<u64>()) {
        let mut random = Random::new(seed);
        let made = super::by_chance::valid(&mut random);
        let text = play_text(&made);
        prop_assert_eq!(play(&text), made);
        prop_assert_eq!(format(&text).unwrap(), text);
    }
}
