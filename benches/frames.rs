//! How long it takes to say where everything is at one moment of a play. At most 50 µs with 11 a side, so that a frame
//! of the live window has its time for drawing.

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use downfield::model::{
    Assignment, Ball, Channel, ChannelId, Constants, Defender, ModelId, OffensePlayer, OperatingModel, Place,
    Play, PlayId, PlayerId, Stance, Strength,
};
use downfield::rules::{Lineup, State, Switches, repeat};
use downfield::timeline::Timeline;

const CHANNELS: [&str; 5] = ["services", "skills", "culture", "governance", "technology"];

/// How many different moments are asked for, so that no phase is left out.
const MOMENTS: usize = 64;

fn model() -> OperatingModel {
    let channels = CHANNELS.map(|id| Channel {
        id: ChannelId::from(id),
        name: id.into(),
        goal: "Done".into(),
        marks: Vec::new(),
        weight: 1.0,
    });
    OperatingModel {
        format: 1,
        title: "Five".into(),
        channels: channels.into(),
        constants: Constants::default(),
    }
}

/// A play of `a_side` against as many, in four of five channels, every kind of assignment among them.
fn play(a_side: usize) -> Play {
    let force = |index: usize| PlayerId::from(format!("force-{index}").as_str());
    let channel = |index: usize| ChannelId::from(CHANNELS[index % 4]);
    let offense = (0..a_side).map(|index| OffensePlayer {
        id: PlayerId::from(format!("team-{index}").as_str()),
        name: format!("Service redesign team {index}"),
        short: None,
        team: None,
        channel: channel(index),
        at: Place { yards: -4.0, across: 0.3 },
        strength: Strength::exactly(4.0),
        assignment: match index % 5 {
            0 => Assignment::Bypass(force(index)),
            1 => Assignment::Confront(force(index)),
            2 => Assignment::Block(force(index)),
            3 => Assignment::Support(PlayerId::from("team-0")),
            _ => Assignment::Advance,
        },
        route: vec![
            Place { yards: 0.0, across: -0.4 },
            Place { yards: 7.0, across: -0.6 },
            Place { yards: 13.0, across: -0.1 },
        ],
        note: None,
    });
    let defense = (0..a_side).map(|index| Defender {
        id: force(index),
        name: format!("Statutory guidance {index}"),
        short: None,
        team: None,
        channel: channel(index),
        at: Place { yards: 5.0, across: 0.4 },
        strength: Strength::exactly(4.0),
        stance: if index % 3 == 0 { Stance::Press } else { Stance::Hold },
        note: None,
    });
    Play {
        format: 1,
        title: "Exemplar".into(),
        summary: "One service, redesigned end to end.".into(),
        source: None,
        tags: Vec::new(),
        model: ModelId::from("five"),
        tactic: None,
        ball: Ball { carrier: PlayerId::from("team-0"), step_back: 5.0 },
        offense: offense.collect(),
        defense: defense.collect(),
        assumptions: Vec::new(),
        beats: Vec::new(),
    }
}

fn frames(c: &mut Criterion) {
    let mut group = c.benchmark_group("frame");
    for a_side in [11, 100] {
        let lineup = Lineup::new(PlayId::from("exemplar"), Arc::new(play(a_side)), Arc::new(model()));
        let start = State::level(&lineup.model, 20.0);
        let runs = repeat(&lineup, &start, &Switches::of(&lineup.play), 4);
        let timeline = Timeline::new(&lineup, &runs);
        let step = timeline.duration_secs() / MOMENTS as f64;
        let mut moments = (0..MOMENTS).cycle();
        group.bench_function(BenchmarkId::new("a_side", a_side), |b| {
            b.iter(|| timeline.frame(black_box(step * moments.next().unwrap_or(0) as f64)));
        });
    }
    group.finish();
}

criterion_group!(benches, frames);
criterion_main!(benches);
