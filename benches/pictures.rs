//! How many 1920 by 1080 pictures of a busy play are made in a second, on one core: painted, as PNG, and in an animation
//! with its encoding. The target is 15 frames of an animation a second.

use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use downfield::picture::{
    Align, Animation, AnimationFormat, Color, Item, Layer, Point, Rect, Scene, Shape, Stroke, TextRun,
    Weight, animate, png, rasterize, svg,
};

mod exemplar;

/// From 1280 by 720 points.
const SCALE: f32 = 1.5;

/// Two seconds of a play in which every front, token and tether moves.
const FRAMES: usize = 30;

fn still(c: &mut Criterion) {
    let scene = exemplar::scene(0.8);
    let mut group = c.benchmark_group("still 1080p");
    group.throughput(Throughput::Elements(1));
    group.bench_function("svg", |b| b.iter(|| svg(black_box(&scene), "", "")));
    group.bench_function("rasterize", |b| b.iter(|| rasterize(black_box(&scene), SCALE)));
    if let Ok(pixels) = rasterize(&scene, SCALE) {
        group.bench_function("png", |b| b.iter(|| png(black_box(&pixels))));
    }
    group.finish();
}

fn animation(c: &mut Criterion) {
    let mut group = c.benchmark_group("animation 1080p");
    group.throughput(Throughput::Elements(FRAMES as u64)).sample_size(10);
    group.measurement_time(Duration::from_secs(10));
    for (name, format) in [("gif", AnimationFormat::Gif), ("apng", AnimationFormat::Apng)] {
        let animation = Animation { format, fps: 15, scale: SCALE };
        group.bench_function(name, |b| {
            b.iter(|| {
                let mut scenes = (0..FRAMES).map(|frame| exemplar::scene(frame as f32 / FRAMES as f32));
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
