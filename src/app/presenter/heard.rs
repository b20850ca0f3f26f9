//! Displays that come and go under X11.
//!
//! There the window library asks for the displays once, and is not told when one is plugged in or out. The display server
//! is asked here, on a thread that sleeps until something changes. Everywhere else the library's own list is right.

use std::sync::{Arc, Mutex};

use bevy::prelude::*;
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};

/// A display as its server tells of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Told {
    /// What the server calls it.
    pub(super) name: u32,
    pub(super) corner: IVec2,
    pub(super) size: UVec2,
    pub(super) is_primary: bool,
}

/// What was heard last; nothing where nobody tells.
#[derive(Resource, Clone, Default)]
pub(super) struct Heard {
    told: Arc<Mutex<Option<Vec<Told>>>>,
    listens: bool,
}

impl Heard {
    /// The displays there are, if their server tells of them.
    pub(super) fn displays(&self) -> Option<Vec<Told>> {
        self.told.lock().ok()?.clone()
    }

    /// Takes in what was told; nothing when nobody tells any more.
    pub(super) fn take(&self, told: Option<Vec<Told>>) {
        if let Ok(mut known) = self.told.lock() {
            *known = told;
        }
    }
}

/// Begins to listen when something is presented for the first time.
pub(super) fn listen(
    session: Res<super::Session>,
    mut heard: ResMut<Heard>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
) {
    if heard.listens || session.presenting.is_none() {
        return;
    }
    heard.listens = true;
    let Some(proxy) = proxy.map(|proxy| (**proxy).clone()) else { return };
    let heard = heard.clone();
    server::listen(move |told| {
        heard.take(told);
        // A window that is gone needs no waking.
        let _ = proxy.send_event(WinitUserEvent::WakeUp);
    });
}

#[cfg(all(unix, not(target_os = "macos")))]
mod server {
    use bevy::math::{IVec2, UVec2};
    use x11rb::connection::Connection;
    use x11rb::protocol::randr::{ConnectionExt as _, NotifyMask};
    use x11rb::rust_connection::RustConnection;

    use super::Told;

    /// Tells of the displays now and whenever they change, from a thread of its own.
    pub(super) fn listen(tell: impl Fn(Option<Vec<Told>>) + Send + 'static) {
        // Under Wayland the library hears of displays itself.
        let wayland = cfg!(feature = "wayland") && std::env::var_os("WAYLAND_DISPLAY").is_some();
        if wayland {
            return;
        }
        std::thread::spawn(move || {
            // Where the server cannot be asked, or goes away, what the library knows has to do.
            let _ = follow(&tell);
            tell(None);
        });
    }

    fn follow(tell: &impl Fn(Option<Vec<Told>>)) -> Option<()> {
        let (server, screen) = x11rb::connect(None).ok()?;
        let root = server.setup().roots.get(screen)?.root;
        let changes = NotifyMask::SCREEN_CHANGE | NotifyMask::CRTC_CHANGE | NotifyMask::OUTPUT_CHANGE;
        server.randr_select_input(root, changes).ok()?.check().ok()?;
        loop {
            tell(Some(ask(&server, root)?));
            server.wait_for_event().ok()?;
            // One change is told of in several ways.
            while server.poll_for_event().ok()?.is_some() {}
        }
    }

    fn ask(server: &RustConnection, root: u32) -> Option<Vec<Told>> {
        let displays = server.randr_get_monitors(root, true).ok()?.reply().ok()?.monitors;
        let told = displays.into_iter().map(|display| Told {
            name: display.name,
            corner: IVec2::new(i32::from(display.x), i32::from(display.y)),
            size: UVec2::new(u32::from(display.width), u32::from(display.height)),
            is_primary: display.primary,
        });
        Some(told.collect())
    }
}

#[cfg(not(all(unix, not(target_os = "macos"))))]
mod server {
    use super::Told;

    /// Nobody needs to be asked here.
    pub(super) fn listen(_: impl Fn(Option<Vec<Told>>) + Send + 'static) {}
}
