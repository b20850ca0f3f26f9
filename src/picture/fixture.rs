//! Frames for tests: the moment of the design's main screen, and random ones.

use std::sync::Arc;

use proptest::prelude::*;

use super::View;
use crate::model::{Channel, Constants, Mark, OperatingModel, Phase, Place, PlayerId, Side, Subject};
use crate::rules::BattleKind;
use crate::timeline::{
    BallFrame, BattleFrame, Caption, ChannelFrame, Frame, GoneRoundFrame, Island, Posture, RouteFrame,
    RunFrame, Tether, TokenFrame,
};

pub(super) fn view() -> View {
    View {
        size: (1280.0, 720.0),
        from_yard: 5.0,
        to_yard: 60.0,
        text_scale: 1.0,
        standalone: true,
        hovered: None,
        selected: None,
    }
}

fn model(names: &[String]) -> Arc<OperatingModel> {
    let channels = names
        .iter()
        .enumerate()
        .map(|(index, name)| Channel {
            id: format!("c{index}").as_str().into(),
            name: name.clone(),
            goal: String::from("Residents do it themselves, and prefer to."),
            marks: vec![Mark { at: 50.0, text: String::from("Half of it is done.") }],
            weight: 1.0,
        })
        .collect();
    Arc::new(OperatingModel { format: 1, title: "Model".into(), channels, constants: Constants::default() })
}

fn lane(front: f64, safe: f64, open_flank: bool) -> ChannelFrame {
    let island = (front > safe).then_some(Island { from: safe, to: front, slips: 1.6, shown: 1.0 });
    ChannelFrame {
        start: front - 2.0,
        front,
        end: front - 1.0,
        gained: if open_flank { 0.0 } else { 3.0 },
        lost: if island.is_some() { 1.0 } else { 0.0 },
        safe,
        island,
        open_flank,
        capped_at: None,
        ghosts: vec![20.0, front - 4.0],
    }
}

pub(super) fn token(id: &str, side: Side, name: &str, channel: usize, yards: f64) -> TokenFrame {
    TokenFrame {
        id: PlayerId::from(id),
        side,
        name: name.into(),
        short: name.chars().take(2).collect(),
        channel,
        at: Place { yards, across: 0.0 },
        assignment: None,
        posture: Posture::Set,
        carrier: id == "team",
        shown: 1.0,
    }
}

/// Three channels, one out on its own, one with nobody working on it.
pub(super) fn main_screen() -> Frame {
    let names = ["Products & services", "Skills", "Governance & funding"].map(String::from);
    Frame {
        time_secs: 6.0,
        phase: Phase::Advance,
        phase_progress: 0.5,
        title: "Exemplar".into(),
        headline: "Try 4 of 4: made it, 10 yards gained. Nobody is working on Governance & funding.".into(),
        model: model(&names),
        channels: vec![lane(38.0, 32.0, false), lane(24.0, 39.0, false), lane(20.0, 41.0, true)],
        tokens: vec![
            token("team", Side::Offense, "Service redesign team", 0, 44.0),
            token("advocates", Side::Offense, "Advocates", 1, 23.0),
            token("silo", Side::Defense, "Departmental silo", 1, 29.0),
            token("waterfall", Side::Defense, "Waterfall procurement", 2, 25.0),
        ],
        routes: vec![RouteFrame {
            player: PlayerId::from("team"),
            channel: 0,
            points: vec![Place { yards: 33.0, across: 0.0 }, Place { yards: 46.0, across: -0.4 }],
            progress: 0.8,
            kind: Some(BattleKind::Bypass),
        }],
        battles: vec![BattleFrame {
            defender: PlayerId::from("silo"),
            offense: vec![PlayerId::from("advocates")],
            kind: BattleKind::Confront,
            channel: 1,
            at: Place { yards: 27.0, across: 0.0 },
            share: 0.57,
            filled: 1.0,
        }],
        gone_round: vec![GoneRoundFrame {
            id: PlayerId::from("guidance"),
            name: "40-page guidance".into(),
            channel: 0,
            at: Place { yards: 24.0, across: 0.5 },
            weight: 4.2,
            age: 3,
            shown: 1.0,
        }],
        tethers: vec![Tether { from: 0, to: 2, ahead: 18.0, tension: 1.0 }],
        ball: BallFrame {
            carrier: PlayerId::from("team"),
            channel: 0,
            at: Place { yards: 44.0, across: 0.0 },
        },
        run: RunFrame {
            spot: 31.0,
            series_start: 20.0,
            line_to_gain: 30.0,
            goal: 100.0,
            down: 4,
            downs: 4,
            times: 4,
        },
        caption: Some(Caption {
            text: "What it went round is still there, and pulls.".into(),
            notes: None,
            number: 4,
            of: 5,
        }),
        focus: vec![Subject::Player(PlayerId::from("team"))],
        dim: 0.0,
    }
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z]{1,12}( [a-z]{1,12}){0,4}",
        "[A-Za-zéßЖΩ&<>\"'漢🏈\u{301}\n\t]{0,40}",
        Just(String::from("A programme office that reports on the programme office of the other programme")),
    ]
}

prop_compose! {
    fn channel_frames()(front in -5.0f64..105.0, safe in 0.0f64..120.0, flank: bool, slips in 0.0f64..9.0,
        shown in 0.0f64..1.0, gained in 0.0f64..20.0, lost in 0.0f64..20.0, cap in prop::option::of(0.0f64..100.0),
        ghosts in prop::collection::vec(0.0f64..100.0, 0..12)) -> ChannelFrame {
        let island = (front > safe).then_some(Island { from: safe, to: front, slips, shown });
        ChannelFrame { gained, lost, capped_at: cap, ghosts, island, ..lane(front, safe, flank) }
    }
}

/// Any frame a play could lead to, and some it could not.
pub(super) fn frames(most_players: usize) -> impl Strategy<Value = Frame> {
    let players =
        prop::collection::vec((words(), 0usize..9, -10.0f64..110.0, any::<bool>(), 0u8..4), 0..most_players);
    let gone = prop::collection::vec((words(), 0usize..9, 0.0f64..60.0, 0u32..7), 0..6);
    let lanes = prop::collection::vec((words(), channel_frames()), 2..=9);
    let phase = prop::sample::select(Phase::ALL.to_vec());
    (lanes, players, gone, phase, 0.0f64..1.0, words()).prop_map(
        |(lanes, players, gone, phase, dim, title)| {
            let count = lanes.len();
            let (names, channels): (Vec<String>, Vec<ChannelFrame>) = lanes.into_iter().unzip();
            let tokens: Vec<TokenFrame> = players
                .iter()
                .enumerate()
                .map(|(index, (name, channel, yards, offense, posture))| {
                    let side = if *offense { Side::Offense } else { Side::Defense };
                    let id = if index == 0 { String::from("team") } else { format!("p{index}") };
                    let posture = match posture {
                        0 => Posture::GoneRound,
                        1 => Posture::Engaged,
                        _ => Posture::Set,
                    };
                    TokenFrame { posture, ..token(&id, side, name, channel % count, *yards) }
                })
                .collect();
            let battles = tokens
                .iter()
                .filter(|token| token.side == Side::Defense && token.posture == Posture::Engaged)
                .map(|token| BattleFrame {
                    defender: token.id.clone(),
                    offense: vec![PlayerId::from("team")],
                    kind: BattleKind::Block,
                    channel: token.channel,
                    at: token.at,
                    share: 0.3,
                    filled: 0.7,
                })
                .collect();
            let hindmost =
                (0..count).min_by(|&a, &b| channels[a].front.total_cmp(&channels[b].front)).unwrap_or(0);
            let tethers = (0..count)
                .filter(|&lane| channels[lane].island.is_some() && lane != hindmost)
                .map(|lane| Tether {
                    from: lane,
                    to: hindmost,
                    ahead: channels[lane].front - channels[hindmost].front,
                    tension: dim,
                })
                .collect();
            Frame {
                title,
                phase,
                dim,
                model: model(&names),
                routes: tokens
                    .iter()
                    .filter(|token| token.side == Side::Offense)
                    .map(|token| RouteFrame {
                        player: token.id.clone(),
                        channel: token.channel,
                        points: vec![token.at, Place { yards: token.at.yards + 9.0, across: 0.6 }],
                        progress: 0.4,
                        kind: None,
                    })
                    .collect(),
                gone_round: gone
                    .into_iter()
                    .enumerate()
                    .map(|(index, (name, channel, yards, age))| GoneRoundFrame {
                        id: PlayerId::from(format!("g{index}").as_str()),
                        name,
                        channel: channel % count,
                        at: Place { yards, across: 0.4 },
                        weight: 3.0,
                        age,
                        shown: 1.0,
                    })
                    .collect(),
                channels,
                tokens,
                battles,
                tethers,
                ..main_screen()
            }
        },
    )
}

/// Any window onto the field, of any sensible size.
pub(super) fn views() -> impl Strategy<Value = View> {
    let size = prop::sample::select(vec![
        (640.0, 360.0),
        (800.0, 420.0),
        (1280.0, 720.0),
        (1000.0, 1000.0),
        (1920.0, 1080.0),
        (3840.0, 2160.0),
    ]);
    (size, 0.0f64..90.0, 10.0f64..107.0, 0.8f32..2.0, any::<bool>()).prop_map(
        |(size, from, span, text_scale, standalone)| {
            let from_yard = from.min(104.0 - span) - 4.0;
            let to_yard = from_yard + span;
            View { size, from_yard, to_yard, text_scale, standalone, ..view() }
        },
    )
}
