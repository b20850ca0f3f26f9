//! Works out what is asked on the [`Desk`](super::desk::Desk), on threads of its own: the window never waits. A question
//! that is dropped or asked anew stops the work on it; the window is woken while work goes on and when it is done.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use super::actions::Action;
use super::desk::Topic;
use super::session::Session;
use super::{Inbox, Order};
use crate::rules::Watch;

/// How often the window hears how far the work is.
const NEWS: Duration = Duration::from_millis(100);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Reckoner>()
        .add_systems(Update, (arrived.in_set(Order::Read), begin.in_set(Order::Act)));
}

/// The work going on.
#[derive(Resource)]
struct Reckoner {
    sender: Sender<Action>,
    receiver: Mutex<Receiver<Action>>,
    running: [Option<Running>; Topic::ALL.len()],
}

impl Default for Reckoner {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver: Mutex::new(receiver), running: Default::default() }
    }
}

/// A question being worked on.
struct Running {
    number: u64,
    stop: Arc<AtomicBool>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

fn arrived(reckoner: Res<Reckoner>, mut inbox: ResMut<Inbox>) {
    let receiver = reckoner.receiver.lock().unwrap_or_else(PoisonError::into_inner);
    inbox.0.extend(receiver.try_iter());
}

/// Starts work on new questions, and stops it on those that nobody asks any more.
fn begin(session: Res<Session>, mut reckoner: ResMut<Reckoner>, proxy: Option<Res<EventLoopProxyWrapper>>) {
    for topic in Topic::ALL {
        let asked = session.desk.asked(topic);
        let number = reckoner.running[topic as usize].as_ref().map(|running| running.number);
        if asked.map(|asked| asked.number) == number {
            continue;
        }
        reckoner.running[topic as usize] = None;
        let Some(asked) = asked else { continue };
        let stop = Arc::new(AtomicBool::new(false));
        reckoner.running[topic as usize] = Some(Running { number: asked.number, stop: Arc::clone(&stop) });
        let proxy = proxy.as_ref().map(|proxy| (***proxy).clone());
        let wake = move || {
            if let Some(proxy) = &proxy {
                // A window that is gone needs no waking.
                let _ = proxy.send_event(WinitUserEvent::WakeUp);
            }
        };
        let watcher = Watcher { done: Arc::clone(&asked.done), stop, wake, told: Mutex::new(Instant::now()) };
        let (question, number, sender) = (Arc::clone(&asked.question), asked.number, reckoner.sender.clone());
        std::thread::spawn(move || {
            let answer = question.work_out(&watcher);
            let stopped = watcher.stop.load(Ordering::Relaxed);
            if !stopped && sender.send(Action::Answered(topic, number, Arc::new(answer))).is_ok() {
                (watcher.wake)();
            }
        });
    }
}

/// Notes how far the work is, tells the window from time to time, and hears when nobody asks any more.
struct Watcher<W> {
    done: Arc<AtomicU64>,
    stop: Arc<AtomicBool>,
    wake: W,
    told: Mutex<Instant>,
}

impl<W: Fn() + Send + Sync> Watch for Watcher<W> {
    fn done(&self, trials: u64) -> ControlFlow<()> {
        self.done.store(trials, Ordering::Relaxed);
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.elapsed() >= NEWS {
            *told = Instant::now();
            (self.wake)();
        }
        if self.stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}
