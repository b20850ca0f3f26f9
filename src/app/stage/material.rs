//! The stage's material: a vertex's own colour and nothing else.
//!
//! Without a GPU every instruction of a fragment is paid for each pixel of the field. Bevy's `ColorMaterial` carries
//! world positions, normals and texture branches that flat shapes have no use for.

use bevy::asset::embedded_asset;
use bevy::prelude::*;
use bevy::reflect::TypePath;
use bevy::render::render_resource::AsBindGroup;
use bevy::shader::ShaderRef;
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dPlugin};

pub(super) fn plugin(app: &mut App) {
    embedded_asset!(app, "flat.wgsl");
    app.add_plugins(Material2dPlugin::<Flat>::default());
}

/// Paints each vertex in its own colour.
#[derive(Asset, TypePath, AsBindGroup, Clone, Debug)]
pub(super) struct Flat {
    /// Whether what is below shows through where a colour is not opaque.
    pub(super) see_through: bool,
}

impl Material2d for Flat {
    fn vertex_shader() -> ShaderRef {
        "embedded://downfield/app/stage/flat.wgsl".into()
    }

    fn fragment_shader() -> ShaderRef {
        "embedded://downfield/app/stage/flat.wgsl".into()
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        if self.see_through { AlphaMode2d::Blend } else { AlphaMode2d::Opaque }
    }
}
