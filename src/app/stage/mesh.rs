//! Layers of shapes as vertex-coloured meshes.

use bevy::camera::visibility::NoFrustumCulling;
use bevy::prelude::*;

use super::Stage;
use super::material::Flat;
use super::triangles::{Edges, tessellate};
use crate::app::session::Session;
use crate::picture::{Item, Layer, Point, Rect, Shape};

/// Corners this small may be cut square without anybody seeing it, in points.
const SMALL_CORNER: f32 = 6.0;
const LAYERS: [Layer; 5] = [Layer::Turf, Layer::Ground, Layer::Lines, Layer::Tokens, Layer::Marks];

/// One layer on the stage, with the shapes its meshes were made of.
#[derive(Component)]
pub(super) struct StageLayer {
    layer: Layer,
    items: Vec<Item>,
    /// The solid ground that hides parts of it.
    cover: Vec<Item>,
    pixels_per_point: f32,
    flat: bool,
    solid: Entity,
    fine: Entity,
}

/// What is behind the panels.
#[derive(Component)]
pub(super) struct BehindPanels;

/// Everything on the stage hangs from here, in egui's points from the field's upper left corner.
#[derive(Component)]
pub(super) struct StageRoot;

/// Spawns two empty meshes for each layer: the solid ground of it, and what has smooth edges or shows through.
pub(super) fn spawn(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<Flat>>,
) {
    let solid_material = materials.add(Flat { see_through: false });
    let fine_material = materials.add(Flat { see_through: true });
    let root = commands.spawn((StageRoot, Transform::default(), Visibility::default())).id();
    commands.spawn((
        BehindPanels,
        Mesh2d(meshes.add(tessellate(&[], 1.0, Edges::Hard))),
        MeshMaterial2d(solid_material.clone()),
        Transform::from_xyz(0.0, 0.0, -0.01),
        NoFrustumCulling,
        ChildOf(root),
    ));
    for (height, layer) in LAYERS.into_iter().enumerate() {
        let mut part = |material: &Handle<Flat>, edges, height: f32| {
            let part = (
                Mesh2d(meshes.add(tessellate(&[], 1.0, edges))),
                MeshMaterial2d(material.clone()),
                Transform::from_xyz(0.0, 0.0, height),
                Visibility::Hidden,
                NoFrustumCulling,
                ChildOf(root),
            );
            commands.spawn(part).id()
        };
        let height = height as f32 * 0.02;
        let solid = part(&solid_material, Edges::Hard, height);
        let fine = part(&fine_material, Edges::Smooth, height + 0.01);
        let (items, cover) = (Vec::new(), Vec::new());
        commands.spawn(StageLayer { layer, items, cover, pixels_per_point: 0.0, flat: true, solid, fine });
    }
}

/// Makes the meshes of the layers that have changed anew.
pub(super) fn update(
    stage: Res<Stage>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut root: Single<&mut Transform, With<StageRoot>>,
    mut layers: Query<&mut StageLayer>,
    mut parts: Query<(&Mesh2d, &mut Visibility)>,
) -> Result {
    // The world's origin is the middle of the field; its unit is a point of the window.
    let (_, _, width, height) = stage.area;
    let corner = Vec3::new(-width / 2.0, height / 2.0, 0.0) * stage.scale;
    let place = Transform::from_translation(corner).with_scale(Vec3::new(stage.scale, stage.scale, 1.0));
    root.set_if_neq(place);
    let flat = stage.projection().is_flat();
    for mut layer in &mut layers {
        let items = || stage.scene.items.iter().filter(|item| item.layer == layer.layer && is_shape(item));
        let hides = |item: &&Item| flat && layer.layer == Layer::Turf && item.layer == Layer::Ground;
        let cover = || stage.scene.items.iter().filter(hides).filter(|item| solid_ground(item).is_some());
        let same_look = layer.pixels_per_point == stage.pixels_per_point && layer.flat == flat;
        if same_look && items().eq(layer.items.iter()) && cover().eq(layer.cover.iter()) {
            continue;
        }
        let (items, cover): (Vec<Item>, Vec<Item>) = (items().cloned().collect(), cover().cloned().collect());
        let (solid, fine) = if flat { split(&items) } else { (Vec::new(), items.iter().collect()) };
        let solid: Vec<Item> = solid.into_iter().flat_map(|item| uncovered(item, &cover)).collect();
        let solid = solid.iter().collect();
        for (part, items, edges) in [(layer.solid, &solid, Edges::Hard), (layer.fine, &fine, Edges::Smooth)] {
            let (mesh, mut visibility) = parts.get_mut(part)?;
            visibility.set_if_neq(if items.is_empty() { Visibility::Hidden } else { Visibility::Inherited });
            if let Some(mut mesh) = meshes.get_mut(mesh) {
                *mesh = tessellate(items, stage.pixels_per_point, edges);
            }
        }
        (layer.items, layer.cover) = (items, cover);
        (layer.pixels_per_point, layer.flat) = (stage.pixels_per_point, flat);
    }
    Ok(())
}

/// Paints what is behind the panels, as long as the stage does that: left of the field, right of it and below it.
pub(super) fn update_panels(
    session: Res<Session>,
    stage: Res<Stage>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut behind: Single<(&Mesh2d, &mut Visibility), With<BehindPanels>>,
    mut known: Local<Vec<Item>>,
) {
    let shown = if stage.paints_panels() { Visibility::Inherited } else { Visibility::Hidden };
    behind.1.set_if_neq(shown);
    let (left, top, width, height) = stage.area;
    let (right, bottom) = (stage.window.0 - left, stage.window.1 - top);
    let places = [
        Rect::new(-left, -top, 0.0, bottom),
        Rect::new(width, -top, right, bottom),
        Rect::new(0.0, height, width, bottom),
    ];
    let fill = Some(session.settings.theme().theme().panel);
    let items = places.map(|rect| Item {
        layer: Layer::Turf,
        shape: Shape::Rect { rect, corner: 0.0, fill, stroke: None },
        opacity: 1.0,
    });
    if *known != items
        && let Some(mut mesh) = meshes.get_mut(behind.0)
    {
        *mesh = tessellate(&items.iter().collect::<Vec<_>>(), stage.pixels_per_point, Edges::Hard);
        *known = items.into();
    }
}

fn is_shape(item: &Item) -> bool {
    !matches!(item.shape, Shape::Text(_))
}

/// Sets apart what can be painted solid, below the rest. Without a GPU it is far cheaper to paint ground over what is
/// below than to blend it in. Whatever lies on something finer of its own layer stays where it is.
fn split(items: &[Item]) -> (Vec<&Item>, Vec<&Item>) {
    let (mut solid, mut fine): (Vec<&Item>, Vec<&Item>) = (Vec::new(), Vec::new());
    for item in items {
        let is_clear = |bounds: Rect| fine.iter().all(|below| !extent(&below.shape).overlaps(&bounds));
        match solid_ground(item) {
            Some(bounds) if is_clear(bounds) => solid.push(item),
            _ => fine.push(item),
        }
    }
    (solid, fine)
}

/// The place of an upright rectangle that nothing shows through and whose edges need no smoothing.
fn solid_ground(item: &Item) -> Option<Rect> {
    match &item.shape {
        Shape::Rect { rect, corner, fill: Some(fill), stroke: None } => {
            let is_solid = fill.a == u8::MAX && item.opacity >= 1.0 && *corner <= SMALL_CORNER;
            is_solid.then_some(*rect)
        }
        _ => None,
    }
}

/// What is left of solid ground where other ground will hide it from top to bottom: painting it would be for nothing. The
/// pieces reach so far under their cover that neither its round corners nor their own can be seen there.
fn uncovered(item: &Item, cover: &[Item]) -> Vec<Item> {
    let mut pieces = Vec::new();
    let mut rest = item.clone();
    for over in cover {
        let (Shape::Rect { rect, corner, .. }, Shape::Rect { rect: hidden, corner: round, .. }) =
            (&mut rest.shape, &over.shape)
        else {
            continue;
        };
        let from = (hidden.min.x + round + *corner).max(2.0f32.mul_add(*corner, rect.min.x));
        let to = (hidden.max.x - round - *corner).min(2.0f32.mul_add(-*corner, rect.max.x));
        if hidden.min.y > rect.min.y || hidden.max.y < rect.max.y || from >= to {
            continue;
        }
        let (left, right) = (Rect::new(rect.min.x, rect.min.y, from, rect.max.y), rect.max);
        *rect = left;
        pieces.push(rest.clone());
        if let Shape::Rect { rect, .. } = &mut rest.shape {
            *rect = Rect::new(to, left.min.y, right.x, right.y);
        }
    }
    pieces.push(rest);
    pieces
}

/// An upright rectangle around a shape.
fn extent(shape: &Shape) -> Rect {
    let around = |points: &[Point], reach: f32| {
        let fold =
            |of: fn(&Point) -> f32, pick: fn(f32, f32) -> f32, start| points.iter().map(of).fold(start, pick);
        Rect::new(
            fold(|point| point.x, f32::min, f32::INFINITY) - reach,
            fold(|point| point.y, f32::min, f32::INFINITY) - reach,
            fold(|point| point.x, f32::max, f32::NEG_INFINITY) + reach,
            fold(|point| point.y, f32::max, f32::NEG_INFINITY) + reach,
        )
    };
    match shape {
        Shape::Rect { rect, stroke, .. } => {
            around(&[rect.min, rect.max], stroke.map_or(0.0, |stroke| stroke.width / 2.0))
        }
        Shape::Polygon { points, stroke, .. } => {
            around(points, stroke.map_or(0.0, |stroke| stroke.width / 2.0))
        }
        Shape::Line { points, stroke } => around(points, stroke.width / 2.0),
        Shape::Text(_) => Rect::default(),
    }
}
