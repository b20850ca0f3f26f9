//! Large texts are read anew on a thread of their own while they are typed: a key costs what drawing costs, and the field
//! follows a moment later.

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

use super::actions::Action;
use super::session::{Reread, Session};
use super::{Inbox, Order};

/// How long a text must be left alone before it is read.
const SETTLE: Duration = Duration::from_millis(120);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Rereader>()
        .add_systems(Update, (arrived.in_set(Order::Read), begin.in_set(Order::Act)));
}

#[derive(Resource)]
struct Rereader {
    sender: Sender<Action>,
    receiver: Mutex<Receiver<Action>>,
    working: bool,
}

impl Default for Rereader {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver: Mutex::new(receiver), working: false }
    }
}

fn arrived(mut rereader: ResMut<Rereader>, mut inbox: ResMut<Inbox>) {
    let found: Vec<Action> = {
        let receiver = rereader.receiver.lock().unwrap_or_else(PoisonError::into_inner);
        receiver.try_iter().collect()
    };
    if !found.is_empty() {
        rereader.working = false;
        inbox.0.extend(found);
    }
}

/// Starts reading what waits to be read; what is typed meanwhile is read after that.
fn begin(session: Res<Session>, mut rereader: ResMut<Rereader>, proxy: Option<Res<EventLoopProxyWrapper>>) {
    if rereader.working || session.unread().is_empty() {
        return;
    }
    rereader.working = true;
    let revision = session.drafts.revision();
    let mut playbook = Arc::clone(&session.playbook);
    let texts: Vec<(PathBuf, Arc<str>)> = session
        .unread()
        .iter()
        .filter_map(|path| Some((path.clone(), Arc::clone(&session.drafts.get(path)?.text))))
        .collect();
    let sender = rereader.sender.clone();
    let proxy = proxy.map(|proxy| (**proxy).clone());
    std::thread::spawn(move || {
        std::thread::sleep(SETTLE);
        let changed = Arc::make_mut(&mut playbook);
        for (path, text) in &texts {
            changed.put(path, text);
        }
        if sender.send(Action::Reread(Reread { playbook, revision })).is_ok()
            && let Some(proxy) = proxy
        {
            // A window that is gone needs no waking.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }
    });
}
