//! The window: its panels, its sleep, its size, and what it remembers.

use std::path::PathBuf;
use std::time::Duration;

use bevy::prelude::*;
use bevy::window::{
    MonitorSelection, PrimaryWindow, RequestRedraw, WindowCloseRequested, WindowMode, WindowResized,
};
use bevy::winit::{UpdateMode, WinitSettings};
use bevy_egui::egui::{self, LayerId, UiBuilder};
use bevy_egui::{EguiContexts, EguiPostUpdateSet, EguiPrimaryContextPass, EguiRenderOutput};

use super::actions::Command;
use super::apply::Request;
use super::lens::Lens;
use super::session::Session;
use super::settings::Settings;
use super::stage::Stage;
use super::words::speak;
use super::{Inbox, Order, Requests, panels};

/// How many updates a new size of the window needs until everything stands where it belongs.
const SIZE_UPDATES: u8 = 4;
/// How often a clock that is shown moves on.
const CLOCK: Duration = Duration::from_secs(1);
/// How often a pen is looked at that may be held still.
const PEN_HELD: Duration = Duration::from_millis(120);
/// How many updates new glyphs need to reach the screen.
const GLYPH_UPDATES: u8 = 3;

pub(super) fn plugin(app: &mut App) {
    app.add_systems(
        Update,
        (
            (resized, wake_for_the_clock).in_set(Order::Read),
            closed.in_set(Order::Read),
            (requested, fill_screen).in_set(Order::Act),
            remember.in_set(Order::Draw),
        ),
    )
    .add_systems(EguiPrimaryContextPass, (prepare, show, stay_awake).chain())
    .add_systems(PostUpdate, wait_for_glyphs.after(EguiPostUpdateSet::ProcessOutput));
}

/// Where the settings are kept, if anywhere.
#[derive(Resource, Debug, Default)]
pub(super) struct SettingsFile(pub Option<PathBuf>);

/// Gives egui the font and, when they have changed, the theme and the scale.
fn prepare(
    mut contexts: EguiContexts,
    session: Res<Session>,
    mut known: Local<Option<(String, f32, bool)>>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    if known.is_none() {
        panels::install_fonts(ctx);
    }
    let settings = &session.settings;
    let wanted = (settings.theme.clone(), settings.scale, settings.reduced_motion);
    if known.as_ref() != Some(&wanted) {
        panels::style(ctx, settings.theme().theme(), settings.reduced_motion);
        ctx.set_zoom_factor(settings.scale);
        *known = Some(wanted);
        ctx.request_repaint();
    }
    Ok(())
}

/// Shows the panels and tells the stage what they leave free.
fn show(
    mut contexts: EguiContexts,
    session: Res<Session>,
    mut stage: ResMut<Stage>,
    mut inbox: ResMut<Inbox>,
    mut ready: Local<bool>,
) -> Result {
    let ctx = contexts.ctx_mut()?;
    // Fonts arrive with egui's next pass; text in the bundled font must wait for it.
    if !std::mem::replace(&mut *ready, true) {
        ctx.request_repaint();
        return Ok(());
    }
    let whole = ctx.content_rect();
    let mut ui = egui::Ui::new(
        ctx.clone(),
        "window".into(),
        UiBuilder::new().layer_id(LayerId::background()).max_rect(whole),
    );
    let area = panels::window(&mut ui, &session, &stage, &mut inbox.0);
    let area = (area.left(), area.top(), area.width(), area.height());
    let window = (whole.width(), whole.height());
    let (pixels_per_point, scale) = (ctx.pixels_per_point(), ctx.zoom_factor());
    let moved = stage.area != area || stage.window != window || stage.scale != scale;
    if moved || stage.pixels_per_point != pixels_per_point {
        (stage.area, stage.window) = (area, window);
        (stage.pixels_per_point, stage.scale) = (pixels_per_point, scale);
        ctx.request_repaint();
    }
    Ok(())
}

/// Asks for another update while something moves or waits; otherwise the window sleeps. A new size reaches egui an update
/// after the window has it, and the stage another one later.
fn stay_awake(
    session: Res<Session>,
    inbox: Res<Inbox>,
    mut sizes: MessageReader<WindowResized>,
    mut settling: Local<u8>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    if sizes.read().last().is_some() {
        *settling = SIZE_UPDATES;
    }
    let settles = *settling > 0;
    *settling = settling.saturating_sub(1);
    if settles || session.playback.playing || Lens::is_moving(&session.lens) || !inbox.0.is_empty() {
        redraw.write(RequestRedraw);
    }
}

/// New glyphs reach the screen an update or two after the text that needs them: without these updates a window that goes
/// to sleep would show gaps.
fn wait_for_glyphs(
    outputs: Query<&EguiRenderOutput>,
    mut updates: Local<u8>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    if outputs.iter().any(|output| !output.textures_delta.is_empty()) {
        *updates = GLYPH_UPDATES;
    }
    if *updates > 0 {
        *updates -= 1;
        redraw.write(RequestRedraw);
    }
}

/// The window's own button does what the command does: it asks where there is unsaved work.
fn closed(mut closing: MessageReader<WindowCloseRequested>, mut inbox: ResMut<Inbox>) {
    if closing.read().last().is_some() {
        inbox.0.push(Command::Quit.into());
    }
}

fn resized(mut sizes: MessageReader<WindowResized>, mut session: ResMut<Session>) {
    // How large a screen is that is filled is nothing to remember.
    if let Some(size) = sizes.read().last()
        && session.presenting.is_none()
    {
        session.settings.window = (size.width, size.height);
    }
}

/// Fills the screen while something is presented, and gives it back as it was.
fn fill_screen(
    session: Res<Session>,
    mut window: Single<&mut Window, With<PrimaryWindow>>,
    mut before: Local<Option<WindowMode>>,
) {
    let presenting = session.presenting.is_some() && !session.presents_in_window;
    match *before {
        None if presenting => {
            *before = Some(window.mode);
            window.mode = WindowMode::BorderlessFullscreen(MonitorSelection::Current);
        }
        Some(mode) if !presenting => {
            *before = None;
            window.mode = mode;
        }
        _ => {}
    }
}

/// A clock that is shown wakes the window once a second, and a pen held still a few times; else it sleeps.
fn wake_for_the_clock(session: Res<Session>, mut winit: ResMut<WinitSettings>) {
    let wait = session.presenting.as_ref().map_or(Duration::MAX, |presenting| {
        let clock = presenting.clock.timer_secs.is_some() || presenting.notes || presenting.second.stands;
        match (presenting.ink.is_drawing(), clock) {
            (true, _) => PEN_HELD,
            (false, true) => CLOCK,
            (false, false) => Duration::MAX,
        }
    });
    let mode = asleep(wait);
    if winit.focused_mode != mode {
        (winit.focused_mode, winit.unfocused_mode) = (mode, mode);
    }
}

/// A window at rest must not redraw: it wakes for the user, for files, while something moves, and when this has passed.
pub(super) const fn asleep(wait: Duration) -> UpdateMode {
    UpdateMode::Reactive {
        wait,
        react_to_device_events: false,
        react_to_user_events: true,
        react_to_window_events: true,
    }
}

fn requested(
    mut requests: ResMut<Requests>,
    mut window: Single<&mut Window, With<PrimaryWindow>>,
    mut exit: MessageWriter<AppExit>,
) {
    requests.0.retain(|request| {
        match request {
            Request::FullScreen => {
                window.mode = match window.mode {
                    WindowMode::Windowed => WindowMode::BorderlessFullscreen(MonitorSelection::Current),
                    _ => WindowMode::Windowed,
                };
            }
            Request::Speak(language) => speak(*language),
            Request::Quit => {
                exit.write(AppExit::Success);
            }
            _ => return true,
        }
        false
    });
}

/// Writes what is to be remembered whenever it has changed. Not being able to remember stops nobody's work.
fn remember(session: Res<Session>, file: Res<SettingsFile>, mut written: Local<Option<Settings>>) {
    let settings = &session.settings;
    match &*written {
        Some(known) if known == settings => return,
        Some(_) => {
            if let Some(path) = &file.0
                && let Err(error) = settings.save(path)
            {
                warn!("{} cannot be written: {error}", path.display());
            }
        }
        None => {}
    }
    *written = Some(settings.clone());
}
