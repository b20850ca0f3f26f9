//! What the live window costs, against a bare one: Bevy's 2D camera and egui with the same number of panels, empty.
//!
//! Needs a display and a Vulkan, which may both be software. Each case runs in a process of its own, so that start-up
//! counts; cases take turns, so that a machine whose speed drifts slows all of them. `cargo bench --profile dev --bench
//! window` uses the build that `cargo run` uses. The figures and what they mean are in `benches/README.md`.
#![expect(clippy::expect_used, reason = "a benchmark that cannot go on stops")]

use std::fmt::Write as _;
use std::process::Command;
use std::time::Instant;

use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::window::{PresentMode, RequestRedraw, WindowResolution};
use bevy_egui::{EguiContexts, EguiPlugin, EguiPrimaryContextPass, egui};
use downfield::app::apply::apply;
use downfield::app::in_window;
use downfield::app::session::Session;
use downfield::app::settings::Settings;
use downfield::play_file::OnDisk;

const CASE: &str = "DOWNFIELD_BENCH_CASE";
const ROUNDS: usize = 5;
/// Frames that are not counted: glyphs and pipelines are made in them.
const WARM_UP: u32 = 30;
const COUNTED: u32 = 150;
const SIZE: (u32, u32) = (1280, 720);

fn main() {
    let started = Instant::now();
    match std::env::var(CASE).ok().as_deref() {
        None => compare(),
        Some("bare") => bare(started),
        Some("11 a side") => ours(started, 11),
        Some("100 a side") => ours(started, 100),
        Some(_) => ours(started, 0),
    }
}

/// Runs the cases in turn and prints medians and ratios.
fn compare() {
    const CASES: [&str; 4] = ["bare", "exemplar", "11 a side", "100 a side"];
    let mut frames: [Vec<f64>; CASES.len()] = Default::default();
    let mut starts: [Vec<f64>; CASES.len()] = Default::default();
    let program = std::env::current_exe().expect("this program has a path");
    for _ in 0..ROUNDS {
        for (at, case) in CASES.iter().enumerate() {
            let output = Command::new(&program).env(CASE, case).output().expect("it can be run again");
            let text = String::from_utf8_lossy(&output.stdout);
            let mut figures =
                text.lines().rev().find_map(|line| line.strip_prefix("ms ")).unwrap_or("").split(' ');
            let mut next = || figures.next().and_then(|figure| figure.parse().ok());
            let (Some(start), Some(frame)) = (next(), next()) else {
                println!("skipped: {case} opened no window here (a display and a Vulkan are needed)");
                return;
            };
            starts[at].push(start);
            frames[at].push(frame);
        }
    }
    println!(
        "{:12} {:>16} {:>10} {:>19} {:>10}",
        "case", "ms a frame", "× bare", "ms to whole window", "× bare"
    );
    let (bare_frame, bare_start) = (median(&mut frames[0]), median(&mut starts[0]));
    for (at, case) in CASES.iter().enumerate() {
        let (frame, start) = (median(&mut frames[at]), median(&mut starts[at]));
        let mut line = String::new();
        let _ = write!(line, "{case:12} {frame:16.1} {:10.2}", frame / bare_frame);
        let _ = write!(line, " {start:19.0} {:10.2}", start / bare_start);
        println!("{line}");
    }
    println!("100 a side / 11 a side: {:.2}", median(&mut frames[3]) / median(&mut frames[2]));
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Counts frames and, when there are enough, prints the figures and stops.
#[derive(Resource)]
struct Clock {
    started: Instant,
    first: Option<Instant>,
    counting_from: Option<Instant>,
    frames: u32,
}

fn clock(app: &mut App, started: Instant) {
    app.insert_resource(Clock { started, first: None, counting_from: None, frames: 0 });
    app.add_systems(Last, |mut clock: ResMut<Clock>, mut exit: MessageWriter<AppExit>| {
        clock.frames += 1;
        // Fonts arrive with the second frame; when the fifth begins, the whole window has been on the screen.
        if clock.frames == 5 {
            clock.first = Some(Instant::now());
        }
        if clock.frames == WARM_UP {
            clock.counting_from = Some(Instant::now());
        }
        if clock.frames == WARM_UP + COUNTED
            && let (Some(first), Some(from)) = (clock.first, clock.counting_from)
        {
            let start_ms = (first - clock.started).as_secs_f64() * 1e3;
            println!("ms {start_ms:.3} {:.3}", from.elapsed().as_secs_f64() * 1e3 / f64::from(COUNTED));
            exit.write(AppExit::Success);
        }
    });
    app.add_systems(Update, |mut redraw: MessageWriter<RequestRedraw>| {
        redraw.write(RequestRedraw);
    });
}

fn bare(started: Instant) {
    let primary_window = Window {
        resolution: WindowResolution::new(SIZE.0, SIZE.1),
        present_mode: PresentMode::AutoVsync,
        ..default()
    };
    let mut app = App::new();
    app.add_plugins(
        DefaultPlugins
            .set(WindowPlugin { primary_window: Some(primary_window), ..default() })
            .set(RenderPlugin { synchronous_pipeline_compilation: true, ..default() }),
    )
    .add_plugins(EguiPlugin::default())
    .add_systems(Startup, |mut commands: Commands| {
        commands.spawn((Camera2d, Msaa::Off));
    })
    .add_systems(EguiPrimaryContextPass, empty_panels);
    clock(&mut app, started);
    app.run();
}

fn empty_panels(mut contexts: EguiContexts) -> Result {
    let ctx = contexts.ctx_mut()?;
    let mut ui = egui::Ui::new(
        ctx.clone(),
        "window".into(),
        egui::UiBuilder::new().layer_id(egui::LayerId::background()).max_rect(ctx.content_rect()),
    );
    egui::Panel::left("playbook").exact_size(196.0).show(&mut ui, |_| {});
    egui::Panel::bottom("transport").exact_size(76.0).show(&mut ui, |_| {});
    egui::Panel::top("header").exact_size(92.0).show(&mut ui, |_| {});
    Ok(())
}

/// Our window, a play running in a loop: the exemplar, or one with this many players a side.
fn ours(started: Instant, a_side: usize) {
    let mut session = Session::new(Settings::default());
    if a_side > 0 {
        let folder = std::env::temp_dir().join(format!("downfield-bench-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        let file = folder.join("crowd.ron");
        std::fs::write(&file, crowd(a_side)).expect("a file can be written");
        apply(downfield::app::actions::Action::Open(file), &mut session, &OnDisk);
        std::fs::remove_dir_all(&folder).expect("the folder can be removed");
        assert!(
            session.problems().all(|problem| problem.code.as_str() == "crowded"),
            "the crowd is a good play"
        );
    }
    session.playback.playing = true;
    session.playback.looping = true;
    let mut app = App::new();
    in_window(&mut app, session, (SIZE.0 as f32, SIZE.1 as f32));
    clock(&mut app, started);
    app.run();
}

/// A play with this many players a side, spread over the five channels, each head to head with one of the other side.
fn crowd(a_side: usize) -> String {
    const CHANNELS: [&str; 5] = ["services", "skills", "culture", "governance", "technology"];
    let mut offense = String::new();
    let mut defense = String::new();
    for player in 0..a_side {
        let channel = CHANNELS[player % CHANNELS.len()];
        let across = (player / CHANNELS.len()) as f64 / (a_side as f64 / 5.0).ceil() * 1.8 - 0.9;
        let back = 2 + player / CHANNELS.len() % 5 * 2;
        let verb = if player % 2 == 0 { "Confront" } else { "Bypass" };
        let _ = writeln!(
            offense,
            "(id: \"team-{player}\", name: \"Team {player}\", channel: \"{channel}\", at: (-{back}, {across:.2}), \
             strength: (2, 3, 5), assignment: {verb}(\"force-{player}\"), route: [(4, {across:.2}), (9, 0)]),"
        );
        let _ = writeln!(
            defense,
            "(id: \"force-{player}\", name: \"Force {player}\", channel: \"{channel}\", at: ({back}, {across:.2}), \
             strength: (2, 3, 5)),"
        );
    }
    format!(
        "Play(format: 1, title: \"Crowd\", summary: \"Many a side.\", ball: (carrier: \"team-0\", step_back: 5), \
         offense: [{offense}], defense: [{defense}])"
    )
}
