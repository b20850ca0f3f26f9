//! How long checking takes, against the bare typed reading by `ron` of the same files. Ours reports every problem with
//! its place, and may take twice as long at most.

use std::hint::black_box;
use std::time::{Duration, Instant};

use criterion::{BatchSize, Criterion, Throughput};
use downfield::model::Play;
use downfield::play_file::read::ron_options;
use downfield::play_file::tree::Tree;
use downfield::play_file::{Document, Playbook, read};

const FILES: usize = 1000;

/// The shipped plays again and again, each copy with other titles, strengths and places.
fn varied_copies() -> Vec<String> {
    let shipped: Vec<&str> = Playbook::built_in()
        .entries
        .iter()
        .filter(|entry| entry.play().is_some())
        .map(|entry| &*entry.text)
        .collect();
    let copy = |(number, text): (usize, &&str)| {
        let tenth = number % 10;
        text.replacen("title: \"", &format!("title: \"{number}. "), 1)
            .replace("strength: (3, ", &format!("strength: (2.{tenth}, "))
            .replace("at: (-4, ", &format!("at: (-4.{tenth}, "))
    };
    (0..FILES).zip(shipped.iter().cycle()).map(copy).collect()
}

fn check(files: &[String]) {
    for text in files {
        let reading = read(text.as_bytes(), "play.ron", None, Playbook::built_in());
        assert!(matches!(black_box(reading).document, Some(Document::Play(_))));
    }
}

fn bare(files: &[String]) {
    let options = ron_options();
    for text in files {
        let play: Result<Play, _> = options.from_str(text);
        assert!(black_box(play).is_ok());
    }
}

fn trees(files: &[String]) {
    for text in files {
        assert!(black_box(Tree::parse(text)).errors().is_empty());
    }
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn main() {
    let files = varied_copies();
    let bytes: usize = files.iter().map(String::len).sum();
    let mut criterion = Criterion::default().sample_size(20).configure_from_args();
    let mut group = criterion.benchmark_group("reading 1,000 plays");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("check", |b| b.iter_batched(|| (), |()| check(&files), BatchSize::PerIteration));
    group.bench_function("bare ron", |b| b.iter_batched(|| (), |()| bare(&files), BatchSize::PerIteration));
    group.bench_function("tree", |b| b.iter_batched(|| (), |()| trees(&files), BatchSize::PerIteration));
    group.finish();
    criterion.final_summary();

    // Turn by turn, so that both meet the same machine; the quickest of each is what the work takes.
    let rounds = 10;
    let pairs: Vec<(Duration, Duration)> =
        (0..rounds).map(|_| (timed(|| check(&files)), timed(|| bare(&files)))).collect();
    let ours = pairs.iter().map(|(ours, _)| *ours).min().unwrap_or_default();
    let theirs = pairs.iter().map(|(_, theirs)| *theirs).min().unwrap_or_default();
    let tree = (0..rounds).map(|_| timed(|| trees(&files))).min().unwrap_or_default();
    println!("the tree alone {tree:.1?}");
    println!(
        "check {ours:.1?}, bare ron {theirs:.1?}: {:.2} times as long (at most 2)",
        ours.as_secs_f64() / theirs.as_secs_f64()
    );
}
