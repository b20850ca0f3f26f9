//! The desktop app.
//!
//! Each update, in this order ([`Order`]): what comes in from files is *read*; [`Action`]s are carried out by
//! [`apply()`], the only place that changes the [`Session`]; *time* moves the play and the view on; the
//! [`stage`] *draws* the session's frame. Then egui's pass shows the [`panels`], which read the session and report the
//! next actions. What takes longer than an update, trials above all, is asked on the [`desk`] and worked out on threads of
//! its own. The window sleeps unless something moves.

pub mod actions;
pub mod apply;
mod clipboard;
pub mod comparison;
mod compositing;
pub mod desk;
mod egui_input;
mod files;
mod keeper;
mod launch;
pub mod lens;
mod motion;
mod paint;
pub mod panels;
pub mod playback;
mod reader;
mod reckoner;
mod rereader;
pub mod session;
pub mod settings;
pub mod shelf;
pub mod shown;
pub mod stage;
pub mod tilt;
mod window;
pub mod words;

use bevy::prelude::*;

pub use launch::{LaunchError, LaunchOptions, PresentOptions, in_window, run};

use actions::Action;
use apply::{Request, apply};
use session::Session;

use crate::keeping::OnDisk;

/// The parts of an update, in order.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// What comes in from outside becomes actions.
    Read,
    /// Actions change the session.
    Apply,
    /// What only the window or the system can do is done.
    Act,
    /// The play and the view move on.
    Time,
    /// The frame becomes shapes.
    Draw,
}

/// Actions waiting to be carried out.
#[derive(Resource, Debug, Default)]
pub struct Inbox(pub Vec<Action>);

/// Requests waiting for the window or the system.
#[derive(Resource, Debug, Default)]
pub struct Requests(pub Vec<Request>);

/// The app without a window: session, actions and time. Needs a [`Session`].
pub fn core(app: &mut App) {
    app.init_resource::<Inbox>()
        .init_resource::<Requests>()
        .configure_sets(Update, (Order::Read, Order::Apply, Order::Act, Order::Time, Order::Draw).chain())
        .add_systems(Update, (carry_out.in_set(Order::Apply), move_on.in_set(Order::Time)));
}

fn carry_out(mut inbox: ResMut<Inbox>, mut requests: ResMut<Requests>, mut session: ResMut<Session>) {
    for action in inbox.0.drain(..) {
        requests.0.extend(apply(action, &mut session, &OnDisk));
    }
}

/// Moves the play and the view on by the time since the last update; a window that slept has missed nothing.
fn move_on(time: Res<Time<Real>>, mut session: ResMut<Session>) {
    let delta_secs = time.delta_secs_f64().min(0.1);
    let reduced_motion = session.settings.reduced_motion;
    let session = session.bypass_change_detection();
    if session.presenting.is_some() {
        session.tick_presenting(delta_secs, time.delta_secs_f64());
    } else {
        session.tick(delta_secs);
    }
    session.lens.tick(delta_secs, reduced_motion);
}
