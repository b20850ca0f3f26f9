//! What the system says about motion, asked on a thread of its own: the settings portal on Linux, the animation settings of
//! Windows and macOS.
//!
//! Nothing waits for the answer. Without a bus, or on a system without such a setting, motion stays as it is. What the
//! answer means beside the user's own choice is decided in [`settings`](super::settings).

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, PoisonError};

use bevy::ecs::system::NonSendMarker;
use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use mundy::{Interest, Preferences, Subscription};

use super::Order;
use super::session::Session;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(Startup, ask)
        .add_systems(Update, heard.in_set(Order::Read).run_if(resource_exists::<Asked>));
}

/// The question, which stands as long as this lives: the answer comes again whenever the setting changes.
#[derive(Resource)]
struct Asked {
    answers: Mutex<Receiver<bool>>,
    _subscription: Subscription,
}

/// Asks on the main thread, as macOS wants it; the answer comes from another.
fn ask(mut commands: Commands, proxy: Option<Res<EventLoopProxyWrapper>>, _main: NonSendMarker) {
    let (sender, receiver): (Sender<bool>, Receiver<bool>) = channel();
    let proxy = proxy.map(|proxy| (**proxy).clone());
    let subscription = Preferences::subscribe(Interest::ReducedMotion, move |preferences| {
        if sender.send(preferences.reduced_motion.is_reduce()).is_ok()
            && let Some(proxy) = &proxy
        {
            // A window that is gone needs no waking.
            let _ = proxy.send_event(WinitUserEvent::WakeUp);
        }
    });
    commands.insert_resource(Asked { answers: Mutex::new(receiver), _subscription: subscription });
}

fn heard(asked: Res<Asked>, mut session: ResMut<Session>) {
    let last = asked.answers.lock().unwrap_or_else(PoisonError::into_inner).try_iter().last();
    if let Some(reduces) = last {
        session.settings.hear_system(reduces);
    }
}
