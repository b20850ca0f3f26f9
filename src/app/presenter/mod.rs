//! The presenter's window: a second window of the system, on the other display.
//!
//! It stands while something is presented and there is a display for it, or where it was asked for by name. What it shows
//! is a panel like any other; here it is opened, placed, painted and closed. When its display is unplugged it goes, and
//! the notes stand below the field until a display is back.
//!
//! Nothing of the wall waits for it: its frames are handed over without waiting for the screen, and it is painted only
//! when what it shows has changed, so that an animation on the wall costs it nothing but a look.

mod heard;
mod placing;
mod repainting;
#[cfg(test)]
mod tests;

use bevy::camera::visibility::RenderLayers;
use bevy::camera::{CompositingSpace, RenderTarget};
use bevy::ecs::schedule::ScheduleLabel;
use bevy::prelude::*;
use bevy::window::{
    ClosingWindow, Monitor, MonitorSelection, OnMonitor, PresentMode, PrimaryMonitor, PrimaryWindow,
    RequestRedraw, WindowCloseRequested, WindowCreated, WindowMode, WindowPosition, WindowRef,
    WindowResolution,
};
use bevy_egui::egui::{self, LayerId, UiBuilder};
use bevy_egui::{EguiContext, EguiPostUpdateSet, EguiSchedule};

use super::apply::Request;
use super::panels::presenter::{PresenterView, place, show};
use super::session::{PresentStep, Session};
use super::stage::Stage;
use super::window::{Dressed, dress};
use super::words::say;
use super::{Inbox, Order, Requests};
use heard::Heard;
use placing::{Display, DisplayId, beside, under};

/// What the wall's title bar says.
const WALL: &str = "Downfield";
/// How large it is where no display is known, in points.
const SIZE: (u32, u32) = (1280, 720);

pub(super) fn plugin(app: &mut App) {
    standing(app);
    app.add_systems(Update, (made.after(stand).in_set(Order::Act), heard::listen.in_set(Order::Read)))
        .add_systems(PresenterPass, paint)
        .add_systems(PostUpdate, repainting::when_changed.after(EguiPostUpdateSet::ProcessOutput));
}

/// Which windows stand where: all of it but what is painted in them.
fn standing(app: &mut App) {
    app.init_resource::<Standing>().init_resource::<Heard>().add_systems(
        Update,
        (closed.in_set(Order::Read), (swap, stand, name, hand_keyboard_over).chain().in_set(Order::Act)),
    );
}

/// The pass of egui in the presenter's window.
#[derive(ScheduleLabel, Clone, Debug, PartialEq, Eq, Hash)]
struct PresenterPass;

/// The presenter's window.
#[derive(Component)]
struct PresenterWindow;

/// What paints it.
#[derive(Component)]
struct PresenterEye;

/// Where both windows were at the last update.
#[derive(Resource, Debug, Default)]
struct Standing {
    /// The display of the presenter's window.
    presenter: Option<DisplayId>,
    /// The display of the wall.
    wall: Option<DisplayId>,
    /// Whether the notes stand below the field because the window has lost its place.
    folded: bool,
    /// How many updates the presenter's window is still on its way.
    moving: u8,
}

/// How many updates a window needs that is sent to another display: what fills its display must first let go of it.
const ON_ITS_WAY: u8 = 4;

type Displays<'w, 's> = Query<'w, 's, (Entity, &'static Monitor, Has<PrimaryMonitor>)>;
type Wall<'w, 's> = Single<
    'w,
    's,
    (&'static mut Window, Option<&'static OnMonitor>),
    (With<PrimaryWindow>, Without<PresenterWindow>),
>;
type Presenters<'w, 's> =
    Query<'w, 's, (Entity, &'static mut Window, Has<ClosingWindow>), With<PresenterWindow>>;

/// The displays there are, from left to right: as their server tells, else as the window library knows them.
fn displays(heard: &Heard, found: &Displays, scale: f32) -> Vec<Display> {
    let known = found.iter().map(|(id, monitor, is_primary)| Display {
        id: DisplayId::Monitor(id),
        monitor: Some(id),
        corner: monitor.physical_position,
        size: monitor.physical_size(),
        scale: monitor.scale_factor as f32,
        is_primary,
    });
    let mut all: Vec<Display> = known.collect();
    if let Some(told) = heard.displays() {
        let told = told.into_iter().map(|told| Display {
            id: DisplayId::Told(told.name),
            monitor: all
                .iter()
                .find(|known| (known.corner, known.size) == (told.corner, told.size))
                .and_then(|known| known.monitor),
            corner: told.corner,
            size: told.size,
            scale,
            is_primary: told.is_primary,
        });
        all = told.collect();
    }
    // A picture mirrored on two displays is one place.
    all.sort_by_key(|display| (display.corner.x, display.corner.y, !display.is_primary));
    all.dedup_by_key(|display| display.corner);
    all
}

/// Opens, moves and closes the window as the presentation, the presenter and the displays want it.
#[expect(
    clippy::too_many_arguments,
    reason = "a system's parameters say what it needs, and this one brings all together"
)]
fn stand(
    session: Res<Session>,
    (heard, found): (Res<Heard>, Displays),
    mut standing: ResMut<Standing>,
    mut wall: Wall,
    mut windows: Presenters,
    eyes: Query<Entity, With<PresenterEye>>,
    mut inbox: ResMut<Inbox>,
    mut redraw: MessageWriter<RequestRedraw>,
    mut commands: Commands,
) {
    let (wall, on) = &mut *wall;
    let displays = displays(&heard, &found, wall.scale_factor());
    save_the_wall(&displays, &mut standing, wall, on.map(|on| on.0));
    let presenting = session.presenting.as_ref();
    let is_due = presenting.is_some_and(|presenting| presenting.second.is_due(displays.len()));
    let mut stands = false;
    for (id, mut window, is_closing) in &mut windows {
        if is_closing {
            // The renderer has let go of it by now.
            commands.entity(id).despawn();
        } else if is_due {
            stands = true;
            let is_there = displays.iter().any(|display| Some(display.id) == standing.presenter);
            let crowds = standing.presenter == standing.wall && displays.len() > 1;
            if (!is_there || crowds)
                && let Some(display) = beside(&displays, standing.wall)
            {
                standing.presenter = Some(display.id);
                standing.moving = ON_ITS_WAY;
            }
            let goal = displays.iter().find(|display| Some(display.id) == standing.presenter);
            if standing.moving > 0
                && let Some(display) = goal
            {
                standing.moving -= 1;
                move_to(&mut window, display, standing.moving);
                redraw.write(RequestRedraw);
            }
        } else {
            for eye in &eyes {
                commands.entity(eye).despawn();
            }
            commands.entity(id).insert(ClosingWindow);
            // Another update takes it away.
            redraw.write(RequestRedraw);
        }
    }
    if is_due && windows.is_empty() {
        let display = beside(&displays, standing.wall);
        standing.presenter = display.map(|display| display.id);
        commands.spawn((PresenterWindow, window(display)));
        redraw.write(RequestRedraw);
        stands = true;
    }
    let Some(presenting) = presenting else {
        standing.folded = false;
        return;
    };
    let second = presenting.second;
    if (second.stands, second.displays) != (stands, displays.len()) {
        inbox.0.push(PresentStep::SecondStands(stands, displays.len()).into());
        // Whoever had notes on a display that is gone still needs them.
        let lost = second.stands && !stands && second.wanted;
        if lost && !presenting.notes {
            standing.folded = true;
            inbox.0.push(PresentStep::FoldNotes(true).into());
        } else if stands && std::mem::take(&mut standing.folded) && presenting.notes {
            inbox.0.push(PresentStep::FoldNotes(false).into());
        }
    }
}

/// Brings the wall to a display that is left when its own is gone.
fn save_the_wall(
    displays: &[Display],
    standing: &mut Standing,
    wall: &mut Mut<Window>,
    said: Option<Entity>,
) {
    let middle = match wall.position {
        WindowPosition::At(corner) => Some(corner + wall.physical_size().as_ivec2() / 2),
        _ => None,
    };
    let is_gone = standing.wall.is_some_and(|id| displays.iter().all(|display| display.id != id));
    let sent_to = match wall.mode {
        WindowMode::BorderlessFullscreen(MonitorSelection::Entity(id)) => Some(id),
        _ => None,
    };
    let now = under(displays, sent_to, middle, said);
    if is_gone && let Some(display) = displays.iter().find(|display| Some(display.id) == now) {
        bring_wall(wall, display);
    }
    standing.wall = now;
}

fn bring_wall(wall: &mut Window, display: &Display) {
    if wall.mode == WindowMode::Windowed {
        wall.position = WindowPosition::At(display.middle(wall.physical_size()));
    } else {
        // A display that the library does not know is filled where the system puts the window.
        let goal = display.monitor.map_or(MonitorSelection::Current, MonitorSelection::Entity);
        wall.mode = WindowMode::BorderlessFullscreen(goal);
    }
}

/// The window as it is opened: as large as its display, where one is known.
fn window(display: Option<&Display>) -> Window {
    let mut window = Window {
        title: say!("presenter-title").to_owned(),
        name: Some("downfield".to_owned()),
        resolution: WindowResolution::new(SIZE.0, SIZE.1),
        // The wall must not wait until this window's screen is ready for another frame.
        present_mode: PresentMode::AutoNoVsync,
        ..default()
    };
    if let Some(display) = display {
        let size = display.window();
        window.resolution.set(size.x, size.y);
        window.position = WindowPosition::At(display.middle((size * display.scale).as_uvec2()));
        window.set_maximized(true);
    }
    window
}

/// Moves the window to a display, as an ordinary one, with so many updates left.
fn move_to(window: &mut Window, display: &Display, left: u8) {
    window.mode = WindowMode::Windowed;
    if left + 1 == ON_ITS_WAY {
        window.set_maximized(false);
    } else if left == 0 {
        window.set_maximized(true);
        return;
    }
    let size = display.window();
    window.resolution.set(size.x, size.y);
    window.position = WindowPosition::At(display.middle((size * display.scale).as_uvec2()));
    window.visible = true;
    window.set_minimized(false);
}

/// Both title bars say where the show is, for those who look for a window and for those who hear its name.
fn name(
    session: Res<Session>,
    mut wall: Single<&mut Window, (With<PrimaryWindow>, Without<PresenterWindow>)>,
    mut windows: Query<&mut Window, With<PresenterWindow>>,
) {
    let place = session.presenting.as_ref().map(place);
    let title = place.as_ref().map_or_else(|| WALL.to_owned(), |place| format!("{place} ({WALL})"));
    if wall.title != title {
        wall.title = title;
    }
    for mut window in &mut windows {
        let title = place.as_ref().map_or_else(
            || say!("presenter-title").to_owned(),
            |place| say!("presenter-title-place", place = place),
        );
        if window.title != title {
            window.title = title;
        }
    }
}

/// Gives a window that has just been made its eye. Only then is it known to screen readers.
fn made(
    mut created: MessageReader<WindowCreated>,
    windows: Query<(), (With<PresenterWindow>, Without<ClosingWindow>)>,
    session: Res<Session>,
    mut commands: Commands,
) {
    for window in created.read().map(|created| created.window).filter(|id| windows.contains(*id)) {
        let panel = session.settings.theme().theme().panel;
        commands.spawn((
            PresenterEye,
            Camera2d,
            Camera {
                // Nothing is behind the panel; after the wall, so that the wall is not kept waiting.
                clear_color: ClearColorConfig::Custom(Color::srgb_u8(panel.r, panel.g, panel.b)),
                order: 1,
                ..default()
            },
            CompositingSpace::Srgb,
            Msaa::Off,
            // The field is the wall's.
            RenderLayers::none(),
            RenderTarget::Window(WindowRef::Entity(window)),
            EguiSchedule::new(PresenterPass),
            Dressed::default(),
        ));
    }
}

/// Its close button closes it and nothing else.
fn closed(
    mut closing: MessageReader<WindowCloseRequested>,
    windows: Query<(), With<PresenterWindow>>,
    mut inbox: ResMut<Inbox>,
) {
    if closing.read().any(|closing| windows.contains(closing.window)) {
        inbox.0.push(PresentStep::Second(false).into());
    }
}

/// The wall goes where the presenter's window is, and the other way round.
fn swap(
    mut requests: ResMut<Requests>,
    (heard, found): (Res<Heard>, Displays),
    mut standing: ResMut<Standing>,
    mut wall: Wall,
) {
    let before = requests.0.len();
    requests.0.retain(|request| *request != Request::SwapDisplays);
    if requests.0.len() == before {
        return;
    }
    let displays = displays(&heard, &found, wall.0.scale_factor());
    let at = |id: Option<DisplayId>| displays.iter().find(|display| Some(display.id) == id);
    let (Some(wall_at), Some(presenter_at)) = (at(standing.wall), at(standing.presenter)) else { return };
    bring_wall(&mut wall.0, presenter_at);
    (standing.wall, standing.presenter) = (Some(presenter_at.id), Some(wall_at.id));
    standing.moving = ON_ITS_WAY;
}

/// What is typed goes to the wall's window while something is open there for it, and comes back afterwards.
fn hand_keyboard_over(
    session: Res<Session>,
    mut wall: Single<&mut Window, (With<PrimaryWindow>, Without<PresenterWindow>)>,
    mut windows: Query<&mut Window, With<PresenterWindow>>,
    mut lent: Local<bool>,
    mut typed: Local<bool>,
) {
    let typing = session.presenting.as_ref().is_some_and(super::session::Presenting::is_typing);
    let was = std::mem::replace(&mut *typed, typing);
    if typing == was {
        return;
    }
    let Ok(mut window) = windows.single_mut() else {
        *lent = false;
        return;
    };
    if typing && window.focused && !wall.focused {
        wall.focused = true;
        *lent = true;
    } else if !typing && std::mem::take(&mut *lent) {
        window.focused = true;
    }
}

/// Shows the panel in the window.
fn paint(
    mut eye: Single<(&mut EguiContext, &mut Dressed), With<PresenterEye>>,
    session: Res<Session>,
    stage: Res<Stage>,
    mut inbox: ResMut<Inbox>,
) {
    let (context, dressed) = &mut *eye;
    let ctx = context.get_mut();
    let is_first = dressed.is_first();
    dress(ctx, &session.settings, dressed);
    let Some(presenting) = &session.presenting else { return };
    // Fonts arrive with egui's next pass; text in the bundled font must wait for it.
    if is_first {
        ctx.request_repaint();
        return;
    }
    let mut ui = egui::Ui::new(
        ctx.clone(),
        "presenter-window".into(),
        UiBuilder::new().layer_id(LayerId::background()).max_rect(ctx.content_rect()),
    );
    let (_, _, width, height) = stage.area;
    let view = PresenterView::new(&session, presenting).for_wall((width, height));
    show(&mut ui, &view, &mut inbox.0);
}
