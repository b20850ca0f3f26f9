//! What presenting costs: from a step to its first frame on the screen, and memory through a session of two hours.
//!
//! Needs a display and a Vulkan, which may both be software. Both cases present the show that comes with the program in a
//! window of 1280×720, in a process of their own. `cargo bench --profile dev --bench present` uses the build that
//! `cargo run` uses. A session of two hours steps every two seconds: 3,600 steps; here as many follow one another as fast as
//! their frames are drawn, with a few frames of each animation between them. The figures and what they mean are in
//! `benches/README.md`.
#![expect(clippy::expect_used, reason = "a benchmark that cannot go on stops")]

use std::process::Command;
use std::time::Instant;

use bevy::prelude::*;
use bevy::window::RequestRedraw;
use downfield::app::session::presenting::{InkStep, PresentStep, Tool};
use downfield::app::session::{Presenting, Session};
use downfield::app::settings::Settings;
use downfield::app::{Inbox, in_window};

const CASE: &str = "DOWNFIELD_BENCH_CASE";
const SIZE: (f32, f32) = (1280.0, 720.0);
const SHOW: &str = "first-workshop";
/// Frames before anything counts: glyphs and pipelines are made in them.
const WARM_UP: u32 = 60;
/// Steps whose way to the screen is timed.
const TIMED: usize = 120;
/// Frames between two timed steps: the animation runs meanwhile, as it does when somebody goes on at once.
const BETWEEN: u32 = 6;
/// Steps of two hours, one every two seconds; the first five minutes are settling in.
const SOAK: (usize, usize) = (3600, 150);
/// Frames of each step of the soak.
const SOAK_FRAMES: u32 = 3;

fn main() {
    match std::env::var(CASE).ok().as_deref() {
        Some("steps") => steps(),
        Some("soak") => soak(),
        _ => both(),
    }
}

fn both() {
    let program = std::env::current_exe().expect("this program has a path");
    for case in ["steps", "soak"] {
        let output = Command::new(&program).env(CASE, case).output().expect("it can be run again");
        let text = String::from_utf8_lossy(&output.stdout);
        match text.lines().rev().find(|line| line.starts_with(case)) {
            Some(line) => println!("{line}"),
            None => println!("skipped: {case} opened no window here (a display and a Vulkan are needed)"),
        }
    }
}

fn session() -> Session {
    let mut session = Session::new(Settings { presenter_window: false, ..Settings::default() });
    session.presents_in_window = true;
    session.present_stems(&[SHOW]);
    assert!(session.presenting.is_some(), "{:?}", session.notice);
    session
}

fn window() -> App {
    let mut app = App::new();
    in_window(&mut app, session(), SIZE);
    app.add_systems(Update, |mut redraw: MessageWriter<RequestRedraw>| {
        redraw.write(RequestRedraw);
    });
    app
}

/// The next step, or the first after the last.
fn on(presenting: &Presenting) -> PresentStep {
    if presenting.next().is_some() { PresentStep::Next } else { PresentStep::First }
}

#[derive(Resource, Default)]
struct Timing {
    frames: u32,
    since: u32,
    asked: Option<(Instant, u32)>,
    took_ms: Vec<f64>,
}

/// Times from asking for a step to the end of the update after the one that drew it: by then its picture, which is made
/// while the next update runs, is on the screen.
fn steps() {
    let mut app = window();
    app.init_resource::<Timing>()
        .add_systems(First, |mut timing: ResMut<Timing>, session: Res<Session>, mut inbox: ResMut<Inbox>| {
            timing.frames += 1;
            timing.since += 1;
            let Some(presenting) = &session.presenting else { return };
            if timing.frames > WARM_UP && timing.asked.is_none() && timing.since >= BETWEEN {
                inbox.0.push(on(presenting).into());
                timing.asked = Some((Instant::now(), timing.frames));
            }
        })
        .add_systems(Last, |mut timing: ResMut<Timing>, mut exit: MessageWriter<AppExit>| {
            if let Some((asked, frame)) = timing.asked
                && timing.frames > frame
            {
                let took = asked.elapsed().as_secs_f64() * 1e3;
                timing.took_ms.push(took);
                (timing.asked, timing.since) = (None, 0);
            }
            if timing.took_ms.len() == TIMED {
                timing.took_ms.sort_by(f64::total_cmp);
                let (median, longest) = (timing.took_ms[TIMED / 2], timing.took_ms[TIMED - 1]);
                let late = timing.took_ms[TIMED * 95 / 100];
                println!("steps: {median:.0} ms to the first frame, 95 of 100 within {late:.0}, longest {longest:.0}");
                exit.write(AppExit::Success);
            }
        });
    app.run();
}

#[derive(Resource, Default)]
struct Soak {
    frames: u32,
    steps: usize,
    settled_kb: u64,
    most_kb: u64,
}

/// Steps through the show again and again, drawing over some steps, and compares memory after the first five minutes' worth
/// of steps with the most there is after that.
fn soak() {
    let mut app = window();
    app.init_resource::<Soak>().add_systems(
        First,
        |mut soak: ResMut<Soak>, session: Res<Session>, mut inbox: ResMut<Inbox>, mut exit: MessageWriter<AppExit>| {
            soak.frames += 1;
            let Some(presenting) = &session.presenting else { return };
            if soak.frames < WARM_UP || !soak.frames.is_multiple_of(SOAK_FRAMES) {
                return;
            }
            soak.steps += 1;
            inbox.0.push(on(presenting).into());
            // Every tenth step somebody draws a line and wipes it.
            if soak.steps.is_multiple_of(10) {
                let ink = [
                    InkStep::Begin((0.2, 0.2)),
                    InkStep::Line((0.6, 0.7)),
                    InkStep::End,
                    InkStep::Clear,
                ];
                inbox.0.push(PresentStep::Tool(Tool::Pen).into());
                inbox.0.extend(ink.map(|step| PresentStep::Ink(step).into()));
                inbox.0.push(PresentStep::Tool(Tool::Pen).into());
            }
            let (all, settling) = SOAK;
            if soak.steps == settling {
                soak.settled_kb = resident_kb();
            }
            if soak.steps > settling && soak.steps.is_multiple_of(50) {
                soak.most_kb = soak.most_kb.max(resident_kb());
            }
            if soak.steps == all {
                let (settled, most) = (soak.settled_kb as f64 / 1024.0, soak.most_kb as f64 / 1024.0);
                println!(
                    "soak: {settled:.0} MB after {settling} steps, at most {most:.0} MB until step {all}: {:+.1} %",
                    (most / settled - 1.0) * 100.0
                );
                exit.write(AppExit::Success);
            }
        },
    );
    app.run();
}

/// The memory the process holds, in kilobytes; 0 where the system does not say.
fn resident_kb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}
