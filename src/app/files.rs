//! Files from outside: dialogs, drops, and a watch on what is open.
//!
//! Dialogs and the watcher run on threads of their own; what they find arrives as [`Action`]s, and the window is woken
//! for each, since an idle window does not look.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use bevy::prelude::*;
use bevy::window::FileDragAndDrop;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use super::actions::{Action, Command};
use super::apply::Request;
use super::{Inbox, Order, Requests};
use crate::app::words::say;

/// How long a file must be left alone before it is read again: editors write in several steps.
const SETTLE: Duration = Duration::from_millis(120);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Outside>()
        .add_systems(Update, (dropped, arrived).in_set(Order::Read))
        .add_systems(Update, requested.in_set(Order::Act));
}

/// Wakes a window that is asleep.
type Wake = Box<dyn Fn() + Send>;

/// The ends of the threads outside.
#[derive(Resource)]
struct Outside {
    sender: Sender<Action>,
    receiver: std::sync::Mutex<Receiver<Action>>,
    watcher: Option<RecommendedWatcher>,
}

impl Default for Outside {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self { sender, receiver: std::sync::Mutex::new(receiver), watcher: None }
    }
}

/// Takes in files dropped on the window; of several, the last.
fn dropped(mut drops: MessageReader<FileDragAndDrop>, mut inbox: ResMut<Inbox>) {
    for drop in drops.read() {
        if let FileDragAndDrop::DroppedFile { path_buf, .. } = drop {
            inbox.0.push(Action::Open(path_buf.clone()));
        }
    }
}

/// Takes in what dialogs and the watcher found; several changes at once are one.
fn arrived(outside: Res<Outside>, mut inbox: ResMut<Inbox>) {
    let Ok(receiver) = outside.receiver.lock() else { return };
    let mut found: Vec<Action> = receiver.try_iter().collect();
    found.dedup();
    inbox.0.extend(found);
}

/// Carries out what only the system can do about files.
fn requested(
    mut outside: ResMut<Outside>,
    mut requests: ResMut<Requests>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
) {
    let wake = || -> Wake {
        match proxy.as_ref().map(|proxy| (***proxy).clone()) {
            Some(proxy) => Box::new(move || {
                // A window that is gone needs no waking.
                let _ = proxy.send_event(WinitUserEvent::WakeUp);
            }),
            None => Box::new(|| {}),
        }
    };
    requests.0.retain(|request| {
        match request {
            Request::ChooseFile => choose(outside.sender.clone(), wake(), false),
            Request::ChooseFolder => choose(outside.sender.clone(), wake(), true),
            Request::Watch(path) => {
                // Without a watch the file can still be read again by hand.
                outside.watcher =
                    path.as_deref().and_then(|path| watch(path, outside.sender.clone(), wake()).ok());
            }
            Request::FullScreen | Request::Quit | Request::Speak(_) => return true,
        }
        false
    });
}

/// Shows the system's dialog. Where there is none, the user is asked to type the path.
fn choose(sender: Sender<Action>, wake: Wake, folder: bool) {
    std::thread::spawn(move || {
        let chosen = if dialog_may_work() {
            let dialog = rfd::FileDialog::new().set_title(say!("opening-dialog"));
            if folder {
                dialog.pick_folder()
            } else {
                dialog.add_filter(say!("opening-filter"), &["ron"]).pick_file()
            }
        } else {
            None
        };
        let action = match chosen {
            Some(path) => Action::Open(path),
            None if dialog_may_work() => return,
            None => Command::OpenPath.into(),
        };
        if sender.send(action).is_ok() {
            wake();
        }
    });
}

/// Whether the system has a file dialog: on Unix it is reached over the session bus.
fn dialog_may_work() -> bool {
    !cfg!(all(unix, not(target_os = "macos"))) || std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
}

/// Watches a folder, or the folder of a file: editors replace files, and a watch on the file itself would be lost.
fn watch(path: &Path, sender: Sender<Action>, wake: Wake) -> notify::Result<RecommendedWatcher> {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let file = path.is_file() || path.extension().is_some_and(|ending| ending == "ron");
    let folder: PathBuf =
        if file { path.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf) } else { path };
    let (changed, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        let Ok(event) = event else { return };
        let of_ours = event.paths.iter().any(|path| path.extension().is_some_and(|ending| ending == "ron"))
            || event.need_rescan();
        if of_ours && !event.kind.is_access() {
            // The other end is gone when the watch is: nobody is waiting.
            let _ = changed.send(());
        }
    })?;
    watcher.watch(&folder, RecursiveMode::Recursive)?;
    std::thread::spawn(move || {
        while changes.recv().is_ok() {
            while changes.recv_timeout(SETTLE).is_ok() {}
            if sender.send(Command::Reload.into()).is_err() {
                return;
            }
            wake();
        }
    });
    Ok(watcher)
}
