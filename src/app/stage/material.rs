//! The stage's material: a vertex's own colour and nothing else.
//!
//! Without a GPU every instruction of a fragment is paid for each pixel of the field. Bevy's `ColorMaterial` carries
//! world positions, normals and texture branches that flat shapes have no use for, and blends even what is opaque.

use bevy::asset::embedded_asset;
use bevy::mesh::MeshVertexBufferLayoutRef;
use bevy::prelude::*;
use bevy::reflect::TypePath;
use bevy::render::render_resource::{
    AsBindGroup, CompareFunction, RenderPipelineDescriptor, SpecializedMeshPipelineError,
};
use bevy::shader::ShaderRef;
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dKey, Material2dPlugin};

pub(super) fn plugin(app: &mut App) {
    embedded_asset!(app, "flat.wgsl");
    app.add_plugins(Material2dPlugin::<Flat>::default());
}

/// Paints each vertex in its own colour, in the order of height.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
#[bind_group_data(FlatKey)]
pub(super) struct Flat {
    /// Whether what is below shows through where a colour is not opaque.
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
        _: &MeshVertexBufferLayoutRef,
        key: Material2dKey<Self>,
    ) -> std::result::Result<(), SpecializedMeshPipelineError> {
        let targets =
            descriptor.fragment.iter_mut().flat_map(|fragment| fragment.targets.iter_mut().flatten());
        if !key.bind_group_data.see_through {
            targets.for_each(|target| target.blend = None);
        }
        // Painted in order, nothing needs to ask what is in front.
        if let Some(depth) = &mut descriptor.depth_stencil {
            depth.depth_compare = Some(CompareFunction::Always);
            depth.depth_write_enabled = Some(false);
        }
        Ok(())
    }
}
