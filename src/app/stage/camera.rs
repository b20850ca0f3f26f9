//! The eye: orthographic from above, perspective from the stands, with the projection names and pointer share.

use bevy::camera::{CompositingSpace, SubCameraView};
use bevy::prelude::*;

use super::Stage;
use crate::app::session::Session;

/// The eye that sees the field.
#[derive(Component)]
pub(super) struct Eye;

/// Spawns the field's camera, which egui shares. Shapes bring their own smooth edges, so that no multisampling is needed.
pub(super) fn spawn(mut commands: Commands) {
    commands.spawn((Eye, Camera2d, CompositingSpace::Srgb, Msaa::Off));
}

/// Moves the eye to where the lens is, and paints what is behind the field.
pub(super) fn update(
    session: Res<Session>,
    stage: Res<Stage>,
    mut backdrop: ResMut<ClearColor>,
    mut eye: Single<(&mut Camera, &mut Projection, &mut Transform), With<Eye>>,
) {
    let color = session.settings.theme().theme().backdrop;
    backdrop.0 = Color::srgb_u8(color.r, color.g, color.b);

    let tilt = stage.projection();
    let scale = f64::from(stage.scale);
    let (middle_x, middle_y) = stage.middle();
    // From the middle of the field to the middle of the window, in points of the window, y up.
    let aside = Vec2::new(stage.window.0 / 2.0 - middle_x, middle_y - stage.window.1 / 2.0) * stage.scale;
    let (camera, projection, transform) = &mut *eye;
    if tilt.is_flat() {
        transform.set_if_neq(Transform::from_translation(aside.extend(0.0)));
        if !matches!(**projection, Projection::Orthographic(_)) {
            **projection = Projection::Orthographic(OrthographicProjection::default_2d());
            camera.sub_camera_view = None;
        }
        return;
    }
    let (lean, distance) = (tilt.lean(), tilt.distance() * scale);
    let place = Vec3::new(0.0, -(distance * lean.sin()) as f32, (distance * lean.cos()) as f32);
    let moved = transform
        .set_if_neq(Transform::from_translation(place).with_rotation(Quat::from_rotation_x(lean as f32)));
    // The eye looks at the middle of the field, which is not the middle of the window: the window is a part of a larger
    // picture, shifted.
    let (window, pixels) = (stage.window, stage.pixels_per_point);
    let size = UVec2::new((window.0 * pixels).round() as u32, (window.1 * pixels).round() as u32);
    let lifted = aside + Vec2::new(0.0, -(tilt.lift() * scale) as f32);
    let shift = Vec2::new(lifted.x, -lifted.y) * (pixels / stage.scale.max(0.1));
    let part = SubCameraView { full_size: size, offset: shift, size };
    if moved || camera.sub_camera_view != Some(part) {
        camera.sub_camera_view = Some(part);
        let fov = tilt.field_of_view(f64::from(window.1)) as f32;
        let far = (distance * 4.0) as f32;
        **projection = Projection::Perspective(PerspectiveProjection { fov, near: 1.0, far, ..default() });
    }
}
