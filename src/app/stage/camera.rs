//! The eye: orthographic from above, perspective from the stands, with the projection names and pointer share.

use bevy::prelude::*;

use super::Stage;
use crate::app::session::Session;
use crate::app::tilt::Tilt;

/// Spawns the one camera, which egui shares. Shapes bring their own smooth edges, so that no multisampling is needed.
pub(super) fn spawn(mut commands: Commands) {
    commands.spawn((Camera2d, Msaa::Off));
}

/// Moves the eye to where the lens is, and paints what is behind the field.
pub(super) fn update(
    session: Res<Session>,
    stage: Res<Stage>,
    mut backdrop: ResMut<ClearColor>,
    mut camera: Single<(&mut Projection, &mut Transform), With<Camera2d>>,
) {
    let color = session.settings.theme().theme().backdrop;
    backdrop.0 = Color::srgb_u8(color.r, color.g, color.b);

    let height = f64::from(stage.window.1 * stage.scale);
    let tilt = Tilt::new(stage.tilt, height);
    let (projection, transform) = &mut *camera;
    if tilt.is_flat() {
        if !matches!(**projection, Projection::Orthographic(_)) {
            **projection = Projection::Orthographic(OrthographicProjection::default_2d());
            **transform = Transform::default();
        }
        return;
    }
    let (lean, distance, fov) = tilt.camera(height);
    let wanted = Transform::from_xyz(0.0, -(distance * lean.sin()) as f32, (distance * lean.cos()) as f32)
        .with_rotation(Quat::from_rotation_x(lean as f32));
    if **transform != wanted {
        **transform = wanted;
        let far = (distance * 4.0) as f32;
        **projection =
            Projection::Perspective(PerspectiveProjection { fov: fov as f32, near: 1.0, far, ..default() });
    }
}
