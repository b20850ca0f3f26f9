//! When the presenter's window is painted: only when what it shows has changed. A window that no camera paints keeps its
//! picture and takes no part in a frame.

use bevy::prelude::*;
use bevy::window::{RequestRedraw, WindowEvent};
use bevy_egui::EguiRenderOutput;
use bevy_egui::egui::ClippedPrimitive;
use bevy_egui::egui::epaint::Primitive;

use super::{PresenterEye, PresenterWindow};

/// How many updates a window is painted after something about the window itself has changed, or glyphs are on their way.
const UPDATES: u8 = 4;

/// What was painted last.
#[derive(Default)]
pub(super) struct Painted {
    by: Option<Entity>,
    shapes: Vec<ClippedPrimitive>,
    left: u8,
}

/// Lets the eye paint if it has something else to paint than before.
pub(super) fn when_changed(
    mut events: MessageReader<WindowEvent>,
    windows: Query<Entity, With<PresenterWindow>>,
    mut eyes: Query<(Entity, &mut Camera, &EguiRenderOutput), With<PresenterEye>>,
    mut painted: Local<Painted>,
    mut redraw: MessageWriter<RequestRedraw>,
) {
    let window = windows.single().ok();
    let about_window =
        events.read().filter(|event| window.is_some_and(|window| is_about(event, window))).count() > 0;
    let Ok((id, mut camera, output)) = eyes.single_mut() else {
        *painted = Painted::default();
        return;
    };
    let is_other = painted.by.replace(id) != Some(id);
    if is_other || about_window || !output.textures_delta.is_empty() {
        painted.left = UPDATES;
    }
    let changed = !same(&painted.shapes, &output.paint_jobs);
    if changed {
        painted.shapes.clone_from(&output.paint_jobs);
    }
    let paints = changed || painted.left > 0;
    if painted.left > 0 {
        painted.left -= 1;
        redraw.write(RequestRedraw);
    }
    if camera.is_active != paints {
        camera.is_active = paints;
    }
}

/// Whether an event says that the window may look otherwise now. A pointer that moves is none: what it changes is painted.
fn is_about(event: &WindowEvent, window: Entity) -> bool {
    match event {
        WindowEvent::WindowResized(event) => event.window == window,
        WindowEvent::WindowMoved(event) => event.window == window,
        WindowEvent::WindowOccluded(event) => event.window == window,
        WindowEvent::WindowFocused(event) => event.window == window,
        WindowEvent::WindowScaleFactorChanged(event) => event.window == window,
        WindowEvent::CursorEntered(event) => event.window == window,
        _ => false,
    }
}

/// Whether two lists of shapes look the same.
fn same(before: &[ClippedPrimitive], now: &[ClippedPrimitive]) -> bool {
    before.len() == now.len()
        && before.iter().zip(now).all(|(before, now)| {
            before.clip_rect == now.clip_rect
                && match (&before.primitive, &now.primitive) {
                    (Primitive::Mesh(before), Primitive::Mesh(now)) => before == now,
                    // What paints itself may paint anything.
                    _ => false,
                }
        })
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::epaint::Primitive;
    use bevy_egui::egui::{ClippedPrimitive, Color32, Mesh, Pos2, Rect, Vec2};

    use super::same;

    fn shape(x: f32, color: Color32) -> ClippedPrimitive {
        let mut mesh = Mesh::default();
        mesh.add_colored_rect(Rect::from_min_size(Pos2::new(x, 0.0), Vec2::splat(10.0)), color);
        ClippedPrimitive { clip_rect: Rect::EVERYTHING, primitive: Primitive::Mesh(mesh) }
    }

    #[test]
    fn only_what_looks_otherwise_is_painted_again() {
        let before = vec![shape(0.0, Color32::WHITE), shape(20.0, Color32::BLACK)];
        assert!(same(&before, &before.clone()));
        assert!(!same(&before, &before[..1]));
        assert!(!same(&before, &[shape(0.0, Color32::WHITE), shape(21.0, Color32::BLACK)]));
        assert!(!same(&before, &[shape(0.0, Color32::RED), shape(20.0, Color32::BLACK)]));
    }
}
