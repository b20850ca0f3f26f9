//! How fast trials run: 10,000 of them, of a plan that calls one play with eleven a side twelve times. The play is
//! the one of `rules`; `peers/trials.py` runs the same plan in `NumPy`.

use std::fmt::Write;
use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use downfield::model::{
    Assignment, Assumption, AssumptionId, Ball, Channel, ChannelId, Constants, Defender, Effect, ModelId,
    OffensePlayer, OperatingModel, Place, Play, PlayId, PlayerId, Stance, Strength,
};
use downfield::rules::{CallSheet, Called, Lineup, Luck, Standing, trials};
use rayon::ThreadPoolBuilder;

const DOWNS: u32 = 12;
const TRIALS: u64 = 10_000;
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
        // So patient that every trial plays every down.
        constants: Constants { patience: 20.0, ..Constants::default() },
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

fn sheet() -> CallSheet {
    let model = Arc::new(model());
    let lineup = Lineup::new(PlayId::from("eleven"), Arc::new(play()), Arc::clone(&model));
    let from = Standing::kick_off(vec![20.0; CHANNELS.len()], &model, 100.0);
    CallSheet::of_play(Called::new(lineup), from, DOWNS)
}

fn many(criterion: &mut Criterion) {
    let sheet = sheet();
    let luck = |seed| Luck { trials: TRIALS, seed };
    // What the peer prints too: the same plan must come to the same.
    let check = trials(&sheet, Luck { trials: 200_000, seed: 1 }, &());
    for down in [0, 3, 11] {
        let down_spread = &check.by_down[down];
        let means: Vec<String> = [&down_spread.spot, &down_spread.exposure]
            .into_iter()
            .chain(&down_spread.fronts)
            .map(|spread| format!("{:.3}", spread.mean))
            .collect();
        println!("down {}: spot, exposure, fronts {}", down + 1, means.join(", "));
    }
    println!("goal {:.4}, turnover {:.4}", check.goal.chance, check.turnover.chance);

    let mut group = criterion.benchmark_group("trials");
    group.throughput(Throughput::Elements(TRIALS));
    for threads in [1, 2] {
        let Ok(pool) = ThreadPoolBuilder::new().num_threads(threads).build() else { continue };
        let name = format!("10,000 of 12 downs, eleven a side, {threads} threads");
        group.bench_function(name, |bencher| {
            bencher.iter(|| pool.install(|| trials(black_box(&sheet), luck(1), &())));
        });
    }
    group.finish();
}

criterion_group!(benches, many);
criterion_main!(benches);
