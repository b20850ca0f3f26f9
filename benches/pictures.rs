//! How many 1920 by 1080 pictures of a play are made in a second, on one core: painted, as PNG, and in an animation with
//! its encoding. The play is the exemplar, run for the fourth time. The target is 15 frames of an animation a second.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use downfield::model::{Phase, PlayId};
use downfield::picture::{
    Animation, AnimationFormat, Scene, Themes, View, animate, draw, png, rasterize, svg,
};
use downfield::play_file::Playbook;
use downfield::rules::{Lineup, State, Switches, repeat};
use downfield::timeline::Timeline;

/// Frames a second of the animations.
const FPS: u32 = 15;

fn timeline() -> Option<Timeline> {
    let playbook = Playbook::built_in();
    let play = playbook.find("exemplar")?.play()?;
    let model = playbook.find(play.model.as_str())?.operating_model()?;
    let lineup = Lineup::new(PlayId::from("exemplar"), play.clone(), model.clone());
    let runs = repeat(&lineup, &State::level(model, 20.0), &Switches::of(play), 4);
    Some(Timeline::new(&lineup, &runs))
}

fn scene(timeline: &Timeline, time_secs: f64) -> Scene {
    let view = View {
        size: (1920.0, 1080.0),
        from_yard: 5.0,
        to_yard: 55.0,
        text_scale: 1.5,
        standalone: true,
        hovered: None,
        selected: None,
    };
    draw(&timeline.frame(time_secs), &view, Themes::Night.theme())
}

fn still(c: &mut Criterion) {
    let Some(timeline) = timeline() else { return };
    let mut group = c.benchmark_group("still 1080p");
    group.throughput(Throughput::Elements(1));
    for (name, phase) in [("read-out", Phase::ReadOut), ("drag back", Phase::DragBack)] {
        let time_secs = timeline.still_of(phase);
        let picture = scene(&timeline, time_secs);
        group.bench_function(format!("draw, {name}"), |b| b.iter(|| scene(&timeline, black_box(time_secs))));
        group.bench_function(format!("svg, {name}"), |b| b.iter(|| svg(black_box(&picture), "", "")));
        group
            .bench_function(format!("rasterize, {name}"), |b| b.iter(|| rasterize(black_box(&picture), 1.0)));
        if let Ok(pixels) = rasterize(&picture, 1.0) {
            group.bench_function(format!("png, {name}"), |b| b.iter(|| png(black_box(&pixels))));
        }
    }
    group.finish();
}

fn animation(c: &mut Criterion) {
    let Some(timeline) = timeline() else { return };
    let frames = (timeline.duration_secs() * f64::from(FPS)) as usize;
    let mut group = c.benchmark_group("animation 1080p");
    group.throughput(Throughput::Elements(frames as u64)).sample_size(10);
    group.measurement_time(Duration::from_secs(20));
    for (name, format) in [("gif", AnimationFormat::Gif), ("apng", AnimationFormat::Apng)] {
        let animation = Animation { format, fps: FPS, scale: 1.0 };
        group.bench_function(name, |b| {
            b.iter(|| {
                let mut scenes = (0..frames).map(|frame| scene(&timeline, frame as f64 / f64::from(FPS)));
                let mut file = Vec::new();
                let done = animate(&mut scenes, animation, &mut file, &mut |_| ());
                done.map(|()| file.len())
            });
        });
    }
    group.finish();
}

criterion_group!(benches, still, animation);
criterion_main!(benches);
