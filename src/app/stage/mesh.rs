//! Layers of shapes as vertex-coloured meshes.

use bevy::asset::RenderAssetUsages;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::mesh::{Indices, PrimitiveTopology};
use bevy::prelude::*;
use bevy_egui::egui::epaint::{Mesh as FlatMesh, TessellationOptions, Tessellator};

use super::Stage;
use super::material::Flat;
use crate::app::paint;
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
        let mut part = |material: &Handle<Flat>, height: f32| {
            let part = (
                Mesh2d(meshes.add(tessellate(&[], 1.0, Edges::Smooth))),
                MeshMaterial2d(material.clone()),
                Transform::from_xyz(0.0, 0.0, height),
                Visibility::Hidden,
                NoFrustumCulling,
                ChildOf(root),
            );
            commands.spawn(part).id()
        };
        let height = height as f32 * 0.02;
        let (solid, fine) = (part(&solid_material, height), part(&fine_material, height + 0.01));
        let items = Vec::new();
        commands.spawn(StageLayer { layer, items, pixels_per_point: 0.0, flat: true, solid, fine });
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
        let same_look = layer.pixels_per_point == stage.pixels_per_point && layer.flat == flat;
        if same_look && items().eq(layer.items.iter()) {
            continue;
        }
        let items: Vec<Item> = items().cloned().collect();
        let (solid, fine) = if flat { split(&items) } else { (Vec::new(), items.iter().collect()) };
        for (part, items, edges) in [(layer.solid, &solid, Edges::Hard), (layer.fine, &fine, Edges::Smooth)] {
            let (mesh, mut visibility) = parts.get_mut(part)?;
            visibility.set_if_neq(if items.is_empty() { Visibility::Hidden } else { Visibility::Inherited });
            if let Some(mut mesh) = meshes.get_mut(mesh) {
                *mesh = tessellate(items, stage.pixels_per_point, edges);
            }
        }
        (layer.items, layer.pixels_per_point, layer.flat) = (items, stage.pixels_per_point, flat);
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

/// Whether all its edges are upright or level, so that smooth edges would only cost time.
fn is_upright(shape: &Shape) -> bool {
    let upright = |pair: &[Point]| pair[0].x == pair[1].x || pair[0].y == pair[1].y;
    match shape {
        Shape::Line { points, .. } => points.windows(2).all(upright),
        Shape::Rect { corner, .. } => *corner == 0.0,
        Shape::Polygon { .. } | Shape::Text(_) => false,
    }
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

/// Whether edges fade out over a pixel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Edges {
    Hard,
    Smooth,
}

/// The items as triangles, y up.
fn tessellate(items: &[&Item], pixels_per_point: f32, edges: Edges) -> Mesh {
    let tessellator = |feathering| {
        let options = TessellationOptions { feathering, ..TessellationOptions::default() };
        Tessellator::new(pixels_per_point.max(0.1), options, [1, 1], Vec::new())
    };
    let (mut hard, mut smooth) = (tessellator(false), tessellator(true));
    let mut positions: Vec<[f32; 3]> = Vec::new();
    let mut colors: Vec<[f32; 4]> = Vec::new();
    let mut indices: Vec<u32> = Vec::new();
    let mut flat = FlatMesh::default();
    for item in items {
        for (part, color) in paint::parts(&item.shape, item.opacity) {
            flat.clear();
            let pen = if edges == Edges::Hard || is_upright(&item.shape) { &mut hard } else { &mut smooth };
            pen.tessellate_shape(part, &mut flat);
            let first = positions.len() as u32;
            indices.extend(flat.indices.iter().map(|index| first + index));
            positions.extend(flat.vertices.iter().map(|vertex| [vertex.pos.x, -vertex.pos.y, 0.0]));
            // Edges fade to nothing: they keep the shape's colour and lose only its opacity.
            let [red, green, blue, _] = color.to_srgba_unmultiplied().map(|part| f32::from(part) / 255.0);
            colors.extend(
                flat.vertices.iter().map(|vertex| [red, green, blue, f32::from(vertex.color.a()) / 255.0]),
            );
        }
    }
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::default())
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, colors)
        .with_inserted_indices(Indices::U32(indices))
}
