//! Displays that come and go, without any: the windows and displays are only told of.

use bevy::prelude::*;
use bevy::window::{
    Monitor, MonitorSelection, PrimaryMonitor, PrimaryWindow, RequestRedraw, WindowCloseRequested,
    WindowMode, WindowPosition,
};

use super::heard::{Heard, Told};
use super::{PresenterWindow, standing};
use crate::app::actions::{Action, Command};
use crate::app::session::{PresentStep, Session};
use crate::app::settings::Settings;
use crate::app::{Inbox, core};

struct Desk {
    app: App,
    wall: Entity,
}

fn monitor(x: i32) -> Monitor {
    Monitor {
        name: None,
        physical_height: 1080,
        physical_width: 1920,
        physical_position: IVec2::new(x, 0),
        refresh_rate_millihertz: None,
        scale_factor: 1.0,
        video_modes: Vec::new(),
    }
}

impl Desk {
    /// A presentation on as many displays, side by side; the wall fills the first.
    fn new(count: i32) -> (Self, Vec<Entity>) {
        let mut session = Session::new(Settings { reduced_motion: true, ..Settings::default() });
        session.present_stems(&["exemplar"]);
        assert!(session.presenting.is_some(), "{:?}", session.notice);
        let mut app = App::new();
        app.add_plugins(MinimalPlugins)
            .add_message::<RequestRedraw>()
            .add_message::<WindowCloseRequested>()
            .insert_resource(session);
        core(&mut app);
        standing(&mut app);
        let mut window =
            Window { mode: WindowMode::BorderlessFullscreen(MonitorSelection::Current), ..default() };
        window.position = WindowPosition::At(IVec2::ZERO);
        window.resolution.set_physical_resolution(1920, 1080);
        let wall = app.world_mut().spawn((PrimaryWindow, window)).id();
        let displays =
            (0..count).map(|at| app.world_mut().spawn(monitor(1920 * at)).id()).collect::<Vec<_>>();
        app.world_mut().entity_mut(displays[0]).insert(PrimaryMonitor);
        let mut desk = Self { app, wall };
        desk.settle();
        (desk, displays)
    }

    fn settle(&mut self) {
        for _ in 0..4 {
            self.app.update();
        }
    }

    fn act(&mut self, action: impl Into<Action>) {
        self.app.world_mut().resource_mut::<Inbox>().0.push(action.into());
        self.settle();
    }

    fn unplug(&mut self, display: Entity) {
        self.app.world_mut().despawn(display);
        self.settle();
    }

    fn plug(&mut self, x: i32) -> Entity {
        let display = self.app.world_mut().spawn(monitor(x)).id();
        self.settle();
        display
    }

    /// Where the presenter's window is, if it stands.
    fn presenter(&mut self) -> Option<(Entity, IVec2)> {
        let mut windows = self.app.world_mut().query_filtered::<(Entity, &Window), With<PresenterWindow>>();
        let (id, window) = windows.single(self.app.world()).ok()?;
        assert!(window.visible && window.mode == WindowMode::Windowed);
        match window.position {
            WindowPosition::At(corner) => Some((id, corner)),
            other => panic!("it stands nowhere: {other:?}"),
        }
    }

    fn wall(&self) -> &Window {
        self.app.world().get::<Window>(self.wall).unwrap()
    }

    fn session(&self) -> &Session {
        self.app.world().resource::<Session>()
    }

    fn notes(&self) -> bool {
        self.session().presenting.as_ref().unwrap().notes
    }
}

#[test]
fn the_presenters_window_stands_on_the_other_display_and_ends_with_the_presentation() {
    let (mut desk, _displays) = Desk::new(2);
    let (_, corner) = desk.presenter().unwrap();
    assert!((1920..3840).contains(&corner.x), "{corner}");
    let second = desk.session().presenting.as_ref().unwrap().second;
    assert_eq!((second.stands, second.displays), (true, 2));
    desk.act(PresentStep::Leave);
    assert!(desk.presenter().is_none());
    assert!(desk.app.world().get_entity(desk.wall).is_ok());
}

#[test]
fn with_one_display_it_stands_only_where_it_was_asked_for() {
    let (mut desk, _displays) = Desk::new(1);
    assert!(desk.presenter().is_none());
    desk.act(Command::SecondWindow);
    assert!(desk.presenter().is_some());
    desk.act(Command::SecondWindow);
    assert!(desk.presenter().is_none());
}

#[test]
fn when_its_display_is_unplugged_the_notes_fold_into_the_wall_and_come_back_with_it() {
    let (mut desk, displays) = Desk::new(2);
    assert!(!desk.notes());
    desk.unplug(displays[1]);
    assert!(desk.presenter().is_none());
    assert!(desk.notes());
    assert_eq!(
        desk.wall().mode,
        WindowMode::BorderlessFullscreen(MonitorSelection::Current),
        "it had no reason"
    );
    desk.plug(-1920);
    let (_, corner) = desk.presenter().unwrap();
    assert!((-1920..0).contains(&corner.x), "{corner}");
    assert!(!desk.notes());
}

#[test]
fn notes_that_were_asked_for_below_the_field_stay_there() {
    let (mut desk, displays) = Desk::new(2);
    desk.act(Command::Notes);
    desk.unplug(displays[1]);
    assert!(desk.notes());
    desk.plug(1920);
    assert!(desk.presenter().is_some() && desk.notes());
}

#[test]
fn when_the_walls_display_is_unplugged_the_wall_goes_to_the_one_that_is_left() {
    let (mut desk, displays) = Desk::new(2);
    desk.unplug(displays[0]);
    assert_eq!(desk.wall().mode, WindowMode::BorderlessFullscreen(MonitorSelection::Entity(displays[1])));
    assert!(desk.presenter().is_none() && desk.notes());
}

#[test]
fn a_window_that_was_asked_for_moves_to_the_display_that_is_left() {
    let (mut desk, displays) = Desk::new(1);
    desk.act(Command::SecondWindow);
    let other = desk.plug(1920);
    let (id, corner) = desk.presenter().unwrap();
    assert!(corner.x >= 1920, "there is room beside the wall now: {corner}");
    desk.unplug(other);
    let (same, corner) = desk.presenter().unwrap();
    assert_eq!(same, id);
    assert!((0..1920).contains(&corner.x), "{corner}");
    desk.unplug(displays[0]);
    assert!(desk.presenter().is_some(), "with no display at all it waits for one");
    desk.plug(0);
    let (_, corner) = desk.presenter().unwrap();
    assert!((0..1920).contains(&corner.x), "{corner}");
}

#[test]
fn displays_are_swapped() {
    let (mut desk, displays) = Desk::new(2);
    desk.act(Command::SwapDisplays);
    let (_, corner) = desk.presenter().unwrap();
    assert!((0..1920).contains(&corner.x), "{corner}");
    assert_eq!(desk.wall().mode, WindowMode::BorderlessFullscreen(MonitorSelection::Entity(displays[1])));
}

#[test]
fn its_close_button_closes_it_and_the_show_goes_on() {
    let (mut desk, _displays) = Desk::new(2);
    let (window, _) = desk.presenter().unwrap();
    desk.app.world_mut().write_message(WindowCloseRequested { window });
    desk.settle();
    assert!(desk.presenter().is_none());
    assert!(desk.session().presenting.is_some() && !desk.notes());
    let mut windows = desk.app.world_mut().query::<&Window>();
    assert_eq!(windows.iter(desk.app.world()).count(), 1);
}

#[test]
fn both_title_bars_say_where_the_show_is() {
    let (mut desk, _displays) = Desk::new(2);
    desk.act(Command::NextStep);
    let (id, _) = desk.presenter().unwrap();
    let presenter = desk.app.world().get::<Window>(id).unwrap().title.clone();
    assert!(presenter.starts_with("Presenter: Step 2 of "), "{presenter}");
    assert!(desk.wall().title.starts_with("Step 2 of "), "{}", desk.wall().title);
    desk.act(PresentStep::Leave);
    assert_eq!(desk.wall().title, "Downfield");
}

#[test]
fn what_the_display_server_tells_goes_before_what_the_window_library_remembers() {
    let (mut desk, _displays) = Desk::new(2);
    assert!(desk.presenter().is_some());
    let told =
        |name, x| Told { name, corner: IVec2::new(x, 0), size: UVec2::new(1920, 1080), is_primary: x == 0 };
    let heard = desk.app.world().resource::<Heard>().clone();
    heard.take(Some(vec![told(1, 0)]));
    desk.settle();
    assert!(desk.presenter().is_none() && desk.notes(), "the second display is gone, whatever is remembered");
    heard.take(Some(vec![told(1, 0), told(2, 1920)]));
    desk.settle();
    let (_, corner) = desk.presenter().unwrap();
    assert!(corner.x >= 1920 && !desk.notes(), "{corner}");
}
