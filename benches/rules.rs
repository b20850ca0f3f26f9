//! How fast the rules run: one play with eleven a side that touches every rule.

use std::fmt::Write;
use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use downfield::model::{
    Assignment, Assumption, AssumptionId, Ball, Channel, ChannelId, Constants, Defender, Effect, ModelId,
    OffensePlayer, OperatingModel, Place, Play, PlayId, PlayerId, Stance, Strength,
};
use downfield::rules::{Lineup, State, Switches, repeat, resolve};

const A_SIDE: usize = 11;
const CHANNELS: [&str; 5] = ["services", "skills", "culture", "governance", "technology"];

fn model() -> OperatingModel {
    let channels = CHANNELS.map(|id| Channel {
        id: ChannelId::from(id),
        name: id.into(),
        goal: String::new(),
        marks: Vec::new(),
        weight: 1.0,
    });
    OperatingModel {
        format: 1,
        title: "Five channels".into(),
        channels: channels.into(),
        constants: Constants::default(),
    }
}

/// Every kind of assignment, both stances, support in chains, and every kind of effect.
fn play() -> Play {
    let name = |side: &str, number: usize| {
        let mut id = format!("some-longer-{side}");
        // Writing to a string cannot fail.
        let _ = write!(id, "-{number}");
        PlayerId::from(id.as_str())
    };
    // Governance is nobody's.
    let channel = |number: usize| ChannelId::from(CHANNELS[[0, 1, 2, 4][number % 4]]);
    let offense = (0..A_SIDE)
        .map(|i| OffensePlayer {
            id: name("offense", i),
            name: format!("Team {i}"),
            short: None,
            team: None,
            channel: channel(i),
            at: Place { yards: -3.0, across: 0.0 },
            strength: Strength { low: 2.0, likely: 3.0 + i as f64 / 10.0, high: 6.0 },
            assignment: match i {
                4 => Assignment::Block(name("defense", 0)),
                5 => Assignment::Advance,
                6 => Assignment::Support(name("offense", 7)),
                7 => Assignment::Support(name("offense", 3)),
                8 => Assignment::Confront(name("defense", 0)),
                0 | 1 | 9 => Assignment::Bypass(name("defense", i)),
                _ => Assignment::Confront(name("defense", i)),
            },
            route: vec![Place { yards: 3.0, across: 0.3 }, Place { yards: 12.0, across: 0.0 }],
            note: None,
        })
        .collect();
    let defense = (0..A_SIDE)
        .map(|j| Defender {
            id: name("defense", j),
            name: format!("Force {j}"),
            short: None,
            team: None,
            channel: if j == 3 { ChannelId::from("technology") } else { channel(j) },
            at: Place { yards: 5.0, across: 0.0 },
            strength: Strength { low: 2.0, likely: 2.5 + j as f64 / 10.0, high: 6.0 },
            stance: if j % 4 == 0 { Stance::Press } else { Stance::Hold },
            note: None,
        })
        .collect();
    let assumption = |id: &str, effects: Vec<Effect>| Assumption {
        id: AssumptionId::from(id),
        channel: None,
        text: String::new(),
        effects,
        holds: true,
    };
    Play {
        format: 1,
        title: "Eleven a side".into(),
        summary: String::new(),
        source: None,
        tags: Vec::new(),
        model: ModelId::from("five-channels"),
        tactic: None,
        ball: Ball { carrier: name("offense", 0), step_back: 6.0 },
        offense,
        defense,
        assumptions: vec![
            assumption(
                "starting-point",
                vec![
                    Effect::Reach(ChannelId::from("services"), 0.7),
                    Effect::Cap(ChannelId::from("services"), 50.0),
                ],
            ),
            assumption("strong", vec![Effect::Strengthen(name("offense", 2), 1.2)]),
            assumption("held", vec![Effect::Strengthen(name("defense", 3), 1.3)]),
            assumption("heavy", vec![Effect::Drag(ChannelId::from("technology"), 1.3)]),
        ],
        beats: Vec::new(),
    }
}

fn rules(criterion: &mut Criterion) {
    let lineup = Lineup::new(PlayId::from("eleven"), Arc::new(play()), Arc::new(model()));
    let switches = Switches::of(&lineup.play);
    let fresh = State::level(&lineup.model, 20.0);
    // The fifth use: something is out on its own, forces fester, defenders are worn.
    let worn = repeat(&lineup, &fresh, &switches, 5).pop().map_or_else(|| fresh.clone(), |run| run.before);

    let mut group = criterion.benchmark_group("resolve");
    group.throughput(Throughput::Elements(1));
    group.bench_function("eleven a side, fresh", |bencher| {
        bencher.iter(|| resolve(black_box(&lineup), black_box(&fresh), black_box(&switches)));
    });
    group.bench_function("eleven a side, fifth use", |bencher| {
        bencher.iter(|| resolve(black_box(&lineup), black_box(&worn), black_box(&switches)));
    });
    group.finish();

    criterion.bench_function("repeat fifty times", |bencher| {
        bencher.iter(|| repeat(black_box(&lineup), black_box(&fresh), black_box(&switches), 50));
    });
}

criterion_group!(benches, rules);
criterion_main!(benches);
