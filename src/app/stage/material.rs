//! The stage's material: a vertex's own colour and nothing else.
//!
//! Without a GPU every instruction of a fragment is paid for each pixel of the field. Bevy's `ColorMaterial` carries
//! world positions, normals and texture branches that flat shapes have no use for, and blends even what is opaque.

use bevy::asset::embedded_asset;
use bevy::mesh::{MeshVertexAttribute, MeshVertexBufferLayoutRef, VertexFormat};
use bevy::prelude::*;
use bevy::reflect::TypePath;
use bevy::render::render_resource::{
    AsBindGroup, CompareFunction, RenderPipelineDescriptor, SpecializedMeshPipelineError,
};
use bevy::shader::ShaderRef;
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dKey, Material2dPlugin};

/// The colour of a rounded rectangle's outline, for each of its corners.
pub(super) const EDGE: MeshVertexAttribute =
    MeshVertexAttribute::new("Edge", 0x_d03f_0001, VertexFormat::Float32x4);
/// Where a corner is from the middle of its rectangle, in pixels.
pub(super) const PLACE: MeshVertexAttribute =
    MeshVertexAttribute::new("Place", 0x_d03f_0002, VertexFormat::Float32x2);
/// Half of the rectangle's width and height, the radius of its corners and half of its outline's width, in pixels.
pub(super) const OUTLINE: MeshVertexAttribute =
    MeshVertexAttribute::new("Outline", 0x_d03f_0003, VertexFormat::Float32x4);

pub(super) fn plugin(app: &mut App) {
    embedded_asset!(app, "flat.wgsl");
    app.add_plugins(Material2dPlugin::<Flat>::default());
}

/// Paints each vertex in its own colour, in the order of height.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
#[bind_group_data(FlatKey)]
pub(super) struct Flat {
    /// Whether what is below shows through where a colour is not opaque. Meshes painted so need [`EDGE`], [`PLACE`] and
    /// [`OUTLINE`] besides positions and colours.
    pub(super) see_through: bool,
}

/// What makes one pipeline differ from the other.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct FlatKey {
    see_through: bool,
}

impl From<&Flat> for FlatKey {
    fn from(flat: &Flat) -> Self {
        Self { see_through: flat.see_through }
    }
}

impl Material2d for Flat {
    fn vertex_shader() -> ShaderRef {
        "embedded://downfield/app/stage/flat.wgsl".into()
    }

    fn fragment_shader() -> ShaderRef {
        "embedded://downfield/app/stage/flat.wgsl".into()
    }

    /// Only what Bevy takes for transparent is painted in the order of its height.
    fn alpha_mode(&self) -> AlphaMode2d {
        AlphaMode2d::Blend
    }

    fn specialize(
        descriptor: &mut RenderPipelineDescriptor,
        layout: &MeshVertexBufferLayoutRef,
        key: Material2dKey<Self>,
    ) -> std::result::Result<(), SpecializedMeshPipelineError> {
        let (position, color) =
            (Mesh::ATTRIBUTE_POSITION.at_shader_location(0), Mesh::ATTRIBUTE_COLOR.at_shader_location(4));
        let fragment = descriptor.fragment.iter_mut();
        let buffer = if key.bind_group_data.see_through {
            descriptor.vertex.shader_defs.push("SMOOTH".into());
            fragment.for_each(|fragment| fragment.shader_defs.push("SMOOTH".into()));
            let (edge, place) = (EDGE.at_shader_location(8), PLACE.at_shader_location(9));
            layout.0.get_layout(&[position, color, edge, place, OUTLINE.at_shader_location(10)])?
        } else {
            let targets = fragment.flat_map(|fragment| fragment.targets.iter_mut().flatten());
            targets.for_each(|target| target.blend = None);
            layout.0.get_layout(&[position, color])?
        };
        descriptor.vertex.buffers = vec![buffer];
        // Painted in order, nothing needs to ask what is in front.
        if let Some(depth) = &mut descriptor.depth_stencil {
            depth.depth_compare = Some(CompareFunction::Always);
            depth.depth_write_enabled = Some(false);
        }
        Ok(())
    }
}
