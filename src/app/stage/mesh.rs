//! Layers of shapes as vertex-coloured meshes.

use bevy::asset::RenderAssetUsages;
use bevy::camera::visibility::NoFrustumCulling;
use bevy::mesh::{Indices, PrimitiveTopology};
use bevy::prelude::*;
use bevy::sprite_render::AlphaMode2d;
use bevy_egui::egui::epaint::{Mesh as FlatMesh, TessellationOptions, Tessellator};

use super::Stage;
use crate::app::paint;
use crate::picture::{Item, Layer, Shape};

const LAYERS: [Layer; 5] = [Layer::Turf, Layer::Ground, Layer::Lines, Layer::Tokens, Layer::Marks];

/// One layer on the stage, with the shapes its mesh was made of.
#[derive(Component)]
pub(super) struct StageLayer {
    layer: Layer,
    items: Vec<Item>,
    pixels_per_point: f32,
}

/// Everything on the stage hangs from here, in egui's points from the field's upper left corner.
#[derive(Component)]
pub(super) struct StageRoot;

/// Spawns an empty mesh for each layer.
pub(super) fn spawn(
    mut commands: Commands,
    mut meshes: ResMut<Assets<Mesh>>,
    mut materials: ResMut<Assets<ColorMaterial>>,
) {
    let white = materials.add(ColorMaterial { alpha_mode: AlphaMode2d::Blend, ..default() });
    commands.spawn((StageRoot, Transform::default(), Visibility::default())).with_children(|root| {
        for (height, layer) in LAYERS.into_iter().enumerate() {
            root.spawn((
                StageLayer { layer, items: Vec::new(), pixels_per_point: 0.0 },
                Mesh2d(meshes.add(empty())),
                MeshMaterial2d(white.clone()),
                Transform::from_xyz(0.0, 0.0, height as f32 * 0.01),
                Visibility::Hidden,
                NoFrustumCulling,
            ));
        }
    });
}

/// Makes the meshes of the layers that have changed anew.
pub(super) fn update(
    stage: Res<Stage>,
    mut meshes: ResMut<Assets<Mesh>>,
    mut root: Single<&mut Transform, With<StageRoot>>,
    mut layers: Query<(&mut StageLayer, &Mesh2d, &mut Visibility)>,
) {
    // The world's origin is the middle of the field; its unit is a point of the window.
    let (_, _, width, height) = stage.area;
    let corner = Vec3::new(-width / 2.0, height / 2.0, 0.0) * stage.scale;
    let place = Transform::from_translation(corner).with_scale(Vec3::new(stage.scale, stage.scale, 1.0));
    root.set_if_neq(place);
    for (mut layer, mesh, mut visibility) in &mut layers {
        let items = || stage.scene.items.iter().filter(|item| item.layer == layer.layer && is_shape(item));
        if layer.pixels_per_point == stage.pixels_per_point && items().eq(layer.items.iter()) {
            continue;
        }
        let items: Vec<Item> = items().cloned().collect();
        visibility.set_if_neq(if items.is_empty() { Visibility::Hidden } else { Visibility::Inherited });
        if let Some(mut mesh) = meshes.get_mut(mesh) {
            *mesh = tessellate(&items, stage.pixels_per_point);
        }
        layer.items = items;
        layer.pixels_per_point = stage.pixels_per_point;
    }
}

fn is_shape(item: &Item) -> bool {
    !matches!(item.shape, Shape::Text(_))
}

fn empty() -> Mesh {
    tessellate(&[], 1.0)
}

/// The items as triangles with smooth edges one pixel wide, y up.
fn tessellate(items: &[Item], pixels_per_point: f32) -> Mesh {
    let mut tessellator =
        Tessellator::new(pixels_per_point.max(0.1), TessellationOptions::default(), [1, 1], Vec::new());
    let mut positions: Vec<[f32; 3]> = Vec::new();
    let mut colors: Vec<[f32; 4]> = Vec::new();
    let mut indices: Vec<u32> = Vec::new();
    let mut flat = FlatMesh::default();
    for item in items {
        for (part, color) in paint::parts(&item.shape, item.opacity) {
            flat.clear();
            tessellator.tessellate_shape(part, &mut flat);
            let first = positions.len() as u32;
            indices.extend(flat.indices.iter().map(|index| first + index));
            positions.extend(flat.vertices.iter().map(|vertex| [vertex.pos.x, -vertex.pos.y, 0.0]));
            // Edges fade to nothing: they keep the shape's colour and lose only its opacity.
            let [red, green, blue, _] = color.to_srgba_unmultiplied();
            let solid = Color::srgb_u8(red, green, blue).to_linear();
            colors.extend(
                flat.vertices
                    .iter()
                    .map(|vertex| [solid.red, solid.green, solid.blue, f32::from(vertex.color.a()) / 255.0]),
            );
        }
    }
    Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::default())
        .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, positions)
        .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, colors)
        .with_inserted_indices(Indices::U32(indices))
}
