//! Screen readers and other helpers: they get egui's tree of the window, and what they ask for comes back to egui.
//!
//! `bevy_egui` hands the tree to the system, but a window that sleeps would not notice that somebody has come to read it,
//! and what a reader asks for (press this button, take the keyboard there) would reach nobody. Both come from threads of
//! the system that wake nothing, so a thread of our own looks for them: an idle look every half second.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use bevy::a11y::{AccessibilityRequested, AccessibilitySystems, ActionRequest};
use bevy::prelude::*;
use bevy::window::RequestRedraw;
use bevy::winit::accessibility::{WinitActionRequestHandler, WinitActionRequestHandlers};
use bevy::winit::{EventLoopProxyWrapper, WinitUserEvent};
use bevy_egui::egui::{Event, accesskit};
use bevy_egui::input::WindowToEguiContextMap;
use bevy_egui::{EguiContext, EguiInput, EguiPreUpdateSet, PrimaryEguiContext};

/// How often it is looked whether somebody reads.
const IDLE: Duration = Duration::from_millis(500);
/// How often it is looked what they ask for, once somebody does.
const READ: Duration = Duration::from_millis(60);

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Watch>()
        .init_resource::<Waiting>()
        .add_systems(Startup, watch)
        .add_systems(
            PreUpdate,
            (know_windows, begin_reading, take, hand_over)
                .chain()
                .after(EguiPreUpdateSet::ProcessInput)
                .before(EguiPreUpdateSet::BeginPass),
        )
        .add_systems(PostUpdate, (take, take_rest, stay_awake).chain().after(AccessibilitySystems::Update));
}

/// What was asked for, with the window it was asked in where that is known.
#[derive(Resource, Default)]
struct Waiting(Vec<(Option<Entity>, accesskit::ActionRequest)>);

type Asked = Arc<Mutex<WinitActionRequestHandler>>;

/// What the thread looks at. It ends when this goes.
#[derive(Resource, Default)]
struct Watch(Arc<Watched>);

#[derive(Default)]
struct Watched {
    /// What is asked for in each window.
    windows: Mutex<Vec<Asked>>,
    /// Whether the app knows that somebody reads.
    reading: AtomicBool,
}

impl Watched {
    fn is_asked(&self) -> bool {
        let windows = self.windows.lock().unwrap_or_else(PoisonError::into_inner);
        windows.iter().any(|asked| !asked.lock().unwrap_or_else(PoisonError::into_inner).is_empty())
    }
}

/// Wakes the window when somebody comes to read it, and when they ask for something.
fn watch(
    watch: Res<Watch>,
    requested: Option<Res<AccessibilityRequested>>,
    proxy: Option<Res<EventLoopProxyWrapper>>,
) {
    let (Some(requested), Some(proxy)) = (requested, proxy) else { return };
    let (requested, proxy) = (requested.clone(), (**proxy).clone());
    let watched: Weak<Watched> = Arc::downgrade(&watch.0);
    std::thread::spawn(move || {
        loop {
            let Some(watched) = watched.upgrade() else { return };
            let reading = watched.reading.load(Ordering::Relaxed);
            if requested.get() != reading || watched.is_asked() {
                // A window that is gone needs no waking.
                let _ = proxy.send_event(WinitUserEvent::WakeUp);
            }
            drop(watched);
            std::thread::sleep(if reading { READ } else { IDLE });
        }
    });
}

/// Tells the thread of windows that come and go.
fn know_windows(handlers: Option<Res<WinitActionRequestHandlers>>, watch: Res<Watch>) {
    if let Some(handlers) = handlers.filter(DetectChanges::is_changed) {
        *watch.0.windows.lock().unwrap_or_else(PoisonError::into_inner) =
            handlers.values().cloned().collect();
    }
}

/// Every window's egui makes its tree from now on, also one that was not there at the start.
fn begin_reading(
    requested: Option<Res<AccessibilityRequested>>,
    watch: Res<Watch>,
    mut contexts: Query<&mut EguiContext>,
) {
    let reads = requested.is_some_and(|requested| requested.get());
    let began = watch.0.reading.swap(reads, Ordering::Relaxed) != reads;
    for mut context in contexts.iter_mut().filter(|context| reads && (began || context.is_added())) {
        context.get_mut().enable_accesskit();
    }
}

fn take(handlers: Option<Res<WinitActionRequestHandlers>>, mut waiting: ResMut<Waiting>) {
    let Some(handlers) = handlers else { return };
    for (window, asked) in handlers.iter() {
        let mut asked = asked.lock().unwrap_or_else(PoisonError::into_inner);
        waiting.0.extend(asked.drain(..).map(|request| (Some(*window), request)));
    }
}

/// Takes what Bevy has taken before us: what was asked for in the middle of an update.
fn take_rest(mut requests: MessageReader<ActionRequest>, mut waiting: ResMut<Waiting>) {
    waiting.0.extend(requests.read().map(|request| (None, request.0.clone())));
}

fn stay_awake(waiting: Res<Waiting>, mut redraw: MessageWriter<RequestRedraw>) {
    if !waiting.0.is_empty() {
        redraw.write(RequestRedraw);
    }
}

/// What a reader asks for goes to the egui of its window.
fn hand_over(
    mut waiting: ResMut<Waiting>,
    windows: Res<WindowToEguiContextMap>,
    primary: Query<Entity, With<PrimaryEguiContext>>,
    mut inputs: Query<&mut EguiInput>,
) {
    for (window, request) in waiting.bypass_change_detection().0.drain(..) {
        let known = window.and_then(|window| windows.window_to_contexts.get(&window));
        let contexts = known.into_iter().flatten().copied();
        let context = contexts.chain(&primary).find(|context| inputs.contains(*context));
        if let Some(mut input) = context.and_then(|context| inputs.get_mut(context).ok()) {
            input.events.push(Event::AccessKitActionRequest(request));
        }
    }
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::accesskit::{Action, NodeId, TreeId};

    use super::*;

    fn press(node: u64) -> accesskit::ActionRequest {
        let (target_tree, target_node) = (TreeId::ROOT, NodeId(node));
        accesskit::ActionRequest { action: Action::Click, target_tree, target_node, data: None }
    }

    /// An app with two windows, what is asked for in the second, and the egui of each.
    fn app() -> (App, Asked, [Entity; 2]) {
        let mut app = App::new();
        app.add_message::<ActionRequest>()
            .add_message::<RequestRedraw>()
            .init_resource::<AccessibilityRequested>()
            .init_resource::<WinitActionRequestHandlers>()
            .init_resource::<WindowToEguiContextMap>();
        plugin(&mut app);
        let windows = [app.world_mut().spawn_empty().id(), app.world_mut().spawn_empty().id()];
        let first = app.world_mut().spawn((PrimaryEguiContext, EguiInput::default())).id();
        let second = app.world_mut().spawn((EguiContext::default(), EguiInput::default())).id();
        let mut map = app.world_mut().resource_mut::<WindowToEguiContextMap>();
        for (window, context) in windows.into_iter().zip([first, second]) {
            map.window_to_contexts.entry(window).or_default().insert(context);
        }
        let asked = Asked::default();
        app.world_mut().resource_mut::<WinitActionRequestHandlers>().insert(windows[1], Arc::clone(&asked));
        app.update();
        (app, asked, [first, second])
    }

    fn heard(app: &App, context: Entity) -> Vec<u64> {
        let events = &app.world().get::<EguiInput>(context).unwrap().events;
        let node = |event: &Event| match event {
            Event::AccessKitActionRequest(request) => Some(request.target_node.0),
            _ => None,
        };
        events.iter().filter_map(node).collect()
    }

    #[test]
    fn what_is_asked_for_reaches_the_egui_of_its_window_once() {
        let (mut app, asked, [first, second]) = app();
        asked.lock().unwrap().push_back(press(7));
        assert!(app.world().resource::<Watch>().0.is_asked());
        app.update();
        app.update();
        assert_eq!((heard(&app, first), heard(&app, second)), (vec![], vec![7]));
        assert!(!app.world().resource::<Watch>().0.is_asked());
    }

    #[test]
    fn what_bevy_took_is_not_lost_and_wakes_the_window() {
        let (mut app, _, [first, second]) = app();
        app.world_mut().write_message(ActionRequest(press(8)));
        app.update();
        assert!(!app.world().resource::<Messages<RequestRedraw>>().is_empty());
        app.update();
        assert_eq!((heard(&app, first), heard(&app, second)), (vec![8], vec![]));
    }

    #[test]
    fn trees_are_made_once_somebody_reads() {
        let (mut app, _, [first, second]) = app();
        let makes = |app: &mut App, context: Entity| {
            let mut egui = app.world_mut().get_mut::<EguiContext>(context).unwrap();
            let ctx = egui.get_mut();
            ctx.begin_pass(bevy_egui::egui::RawInput::default());
            let mut output = ctx.end_pass();
            // There is no screen for glyphs to go to.
            output.textures_delta.clear();
            output.platform_output.accesskit_update.is_some()
        };
        assert!(!makes(&mut app, first) && !makes(&mut app, second));
        app.world().resource::<AccessibilityRequested>().set(true);
        app.update();
        assert!(makes(&mut app, first) && makes(&mut app, second));
        let late = app.world_mut().spawn((EguiContext::default(), EguiInput::default())).id();
        app.update();
        assert!(makes(&mut app, late));
        let watched = app.world().resource::<Watch>().0.reading.load(Ordering::Relaxed);
        assert!(watched);
    }
}
