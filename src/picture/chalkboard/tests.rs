use std::sync::Arc;

use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::*;
use crate::model::{Assignment, Channel, Constants, OperatingModel, Place, PlayerId, Side};
use crate::rules::BattleKind;
use crate::timeline::{
    BallFrame, BattleFrame, Caption, ChannelFrame, GoneRoundFrame, Island, Posture, RouteFrame, RunFrame,
    Tether, TokenFrame,
};

fn lane(start: f64, front: f64, end: f64) -> ChannelFrame {
    ChannelFrame {
        start,
        front,
        end,
        gained: (front - start).max(0.0),
        lost: (front - end).max(0.0),
        safe: 32.0,
        island: None,
        open_flank: false,
        capped_at: None,
        ghosts: Vec::new(),
    }
}

fn token(side: Side, short: &str, name: &str, channel: usize, yards: f64) -> TokenFrame {
    TokenFrame {
        id: PlayerId::from(short),
        side,
        name: name.to_owned(),
        short: short.to_owned(),
        channel,
        at: Place { yards, across: 0.0 },
        assignment: None,
        posture: Posture::Set,
        carrier: false,
        shown: 1.0,
    }
}

fn model(names: &[&str]) -> Arc<OperatingModel> {
    let channel = |name: &&str| Channel {
        id: "channel".into(),
        name: (*name).to_owned(),
        goal: "Done".to_owned(),
        marks: Vec::new(),
        weight: 1.0,
    };
    Arc::new(OperatingModel {
        format: 1,
        title: "Model".to_owned(),
        channels: names.iter().map(channel).collect(),
        constants: Constants::default(),
    })
}

fn battle(defender: &str, offense: &str, kind: BattleKind, channel: usize, share: f64) -> BattleFrame {
    BattleFrame {
        defender: defender.into(),
        offense: vec![offense.into()],
        kind,
        channel,
        at: Place::default(),
        share,
        filled: 1.0,
    }
}

/// The exemplar on its fourth run, while it is dragged back.
fn exemplar() -> Frame {
    let island = |to: f64| Some(Island { from: 32.0, to, slips: 2.0, shown: 1.0 });
    let mut channels = vec![
        lane(34.6, 38.0, 36.1),
        lane(22.0, 24.0, 24.0),
        lane(33.1, 35.0, 34.2),
        lane(20.0, 20.0, 20.0),
        lane(33.8, 36.0, 35.1),
    ];
    for index in [0, 2, 4] {
        channels[index].island = island(channels[index].front);
    }
    channels[3].open_flank = true;
    let mut tokens = vec![
        token(Side::Offense, "SR", "Service redesign team", 0, 41.0),
        token(Side::Offense, "UR", "User research", 0, 30.0),
        token(Side::Offense, "HA", "Handful of advocates", 1, 21.0),
        token(Side::Offense, "ET", "Empowered team", 2, 38.0),
        token(Side::Offense, "CH", "Cloud hosting", 4, 40.0),
        token(Side::Defense, "SG", "40-page guidance", 0, 26.0),
        token(Side::Defense, "DS", "Departmental silo", 1, 30.0),
        token(Side::Defense, "TS", "Temporary structures", 2, 25.0),
        token(Side::Defense, "WP", "Waterfall procurement", 3, 28.0),
        token(Side::Defense, "LT", "Legacy technology", 4, 24.0),
    ];
    tokens[0].carrier = true;
    tokens[1].assignment = Some(Assignment::Support("SR".into()));
    tokens[2].assignment = Some(Assignment::Advance);
    for index in [5, 7, 9] {
        tokens[index].posture = Posture::GoneRound;
    }
    let gone = |token: &TokenFrame| GoneRoundFrame {
        id: token.id.clone(),
        name: token.name.clone(),
        channel: token.channel,
        at: token.at,
        weight: 4.3,
        age: 3,
        shown: 1.0,
    };
    let mut gone_round: Vec<_> = [&tokens[5], &tokens[7], &tokens[9]].map(gone).into();
    let left = token(Side::Defense, "shadow-it", "Shadow IT “for now”", 4, 22.0);
    gone_round.push(gone(&left));
    let tether = |from, ahead| Tether { from, to: 3, ahead, tension: 0.5 };
    Frame {
        time_secs: 6.2,
        phase: Phase::DragBack,
        phase_progress: 0.4,
        title: "Exemplar, for the fourth time.".to_owned(),
        headline: "Try 4 of 4: made it, 10 yards gained. Three channels are out on their own. \
                   Nobody is working on Governance & funding."
            .to_owned(),
        model: model(&[
            "Products & services",
            "Skills & capabilities",
            "Culture & mindset",
            "Governance & funding",
            "Technology & data",
        ]),
        channels,
        tokens,
        routes: vec![RouteFrame {
            player: "HA".into(),
            channel: 1,
            points: Vec::new(),
            progress: 1.0,
            kind: None,
        }],
        battles: vec![
            battle("SG", "SR", BattleKind::Bypass, 0, 0.57),
            battle("TS", "ET", BattleKind::Bypass, 2, 0.62),
            battle("LT", "CH", BattleKind::Bypass, 4, 0.41),
        ],
        gone_round,
        tethers: vec![tether(0, 18.0), tether(2, 15.0), tether(4, 16.0)],
        ball: BallFrame { carrier: "SR".into(), channel: 0, at: Place::default() },
        run: RunFrame {
            spot: 30.6,
            series_start: 20.0,
            line_to_gain: 30.0,
            goal: 100.0,
            down: 4,
            downs: 4,
            times: 4,
        },
        caption: Some(Caption {
            text: "What it went round is still there, and pulls.".to_owned(),
            notes: None,
            number: 4,
            of: 5,
        }),
        focus: Vec::new(),
        dim: 0.6,
    }
}

#[test]
fn the_exemplar_at_80_columns() {
    insta::assert_snapshot!(chalkboard(&exemplar(), 80, Charset::Unicode));
}

#[test]
fn the_exemplar_at_120_columns() {
    insta::assert_snapshot!(chalkboard(&exemplar(), 120, Charset::Unicode));
}

#[test]
fn the_exemplar_at_40_columns_in_ascii() {
    insta::assert_snapshot!(chalkboard(&exemplar(), 40, Charset::Ascii));
}

#[test]
fn what_matters_is_said_in_words() {
    let text = chalkboard(&exemplar(), 100, Charset::Ascii);
    for words in [
        "Nobody working on this",
        "Out on its own: slips back 2; 18 yards ahead of Governance & funding",
        "needed by try 4: 30, made it",
        "(SR)*",
        "{SG}",
        "[WP]",
        "gets in behind 40-page guidance, winning 57 %",
        "Shadow IT \"for now\": gone round, still there; weighs 4",
        "Waterfall procurement: nobody takes it on",
    ] {
        assert!(text.contains(words), "{words} in\n{text}");
    }
    assert!(text.lines().last().is_some_and(|line| line.contains("judgements")));
}

#[test]
fn a_frame_with_nothing_in_it_is_still_text() {
    let mut frame = exemplar();
    frame.channels.clear();
    frame.tokens.clear();
    frame.gone_round.clear();
    frame.run.spot = f64::NAN;
    assert!(chalkboard(&frame, 0, Charset::Unicode).lines().all(|line| line.width() <= 40));
}

/// Yards, most of them sensible.
fn yards() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => 0.0..100.0_f64,
        1 => -1e9..1e9_f64,
        1 => prop_oneof![Just(f64::NAN), Just(f64::INFINITY), Just(f64::NEG_INFINITY)],
    ]
}

prop_compose! {
    /// Two to nine channels with any names, up to a hundred players with any names anywhere.
    fn frames()(
        names in prop::collection::vec("\\PC{0,60}|[a-z ]{0,90}|日本{0,20}|[❤\u{fe0f}👩\u{200d}\n\t]{0,9}", 2..=9),
        fronts in prop::collection::vec((yards(), yards(), yards()), 9),
        players in prop::collection::vec(
            ("\\PC{0,40}|[A-Z]{1,3}", 0..9_usize, yards(), any::<bool>(), any::<bool>(), 0.0..=1.0), 0..=100),
        title in "\\PC{0,300}",
    ) -> Frame {
        let mut frame = exemplar();
        frame.model = model(&names.iter().map(String::as_str).collect::<Vec<_>>());
        frame.channels = fronts[..names.len()].iter().map(|&(start, front, end)| lane(start, front, end)).collect();
        frame.run.spot = fronts[0].0;
        frame.run.line_to_gain = fronts[0].1;
        for (index, (lane, &(_, from, to))) in frame.channels.iter_mut().zip(&fronts).enumerate() {
            lane.open_flank = index % 3 == 0;
            lane.island = (index % 2 == 0).then_some(Island { from, to, slips: from, shown: 1.0 });
            lane.capped_at = (index % 4 == 0).then_some(from);
        }
        frame.tokens = players
            .iter()
            .map(|(name, channel, yards, offense, gone_round, shown)| {
                let side = if *offense { Side::Offense } else { Side::Defense };
                let mut token = token(side, name, &name.repeat(3), *channel, *yards);
                token.posture = if *gone_round { Posture::GoneRound } else { Posture::Set };
                token.shown = *shown;
                token
            })
            .collect();
        frame.title = title;
        frame
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_line_is_wider_than_the_columns(frame in frames(), columns in 40..=200_usize) {
        let text = chalkboard(&frame, columns, Charset::Unicode);
        for line in text.lines() {
            prop_assert!(line.width() <= columns, "{} of {columns}: {line}", line.width());
        }
    }

    #[test]
    fn plain_ascii_is_plain(frame in frames(), columns in 40..=200_usize) {
        let text = chalkboard(&frame, columns, Charset::Ascii);
        prop_assert!(text.bytes().all(|byte| (b' '..=b'~').contains(&byte) || byte == b'\n'));
        prop_assert!(text.lines().all(|line| line.len() <= columns));
    }
}
