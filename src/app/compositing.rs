//! How colours meet in the window: as numbers of sRGB, the way every export blends them.
//!
//! Bevy blends light unless a camera says otherwise, and `bevy_egui` only knows how to blend light: both take powers for
//! every pixel, which without a GPU is most of what a frame costs. Here egui gets a shader and a pipeline that fit what the
//! camera asks for, and the pass that brings the finished picture to the screen gets a cheaper shader. All of it goes
//! through what the two crates have public; the interfaces of their shaders are theirs, so a new version of either must
//! be looked at here.

use bevy::asset::{embedded_asset, load_embedded_asset};
use bevy::core_pipeline::blit::{BlitPipeline, init_blit_pipeline};
use bevy::prelude::*;
use bevy::render::render_resource::{PipelineCache, SpecializedRenderPipelines, TextureFormat};
use bevy::render::{Render, RenderApp, RenderStartup, RenderSystems};
use bevy::shader::Shader;
use bevy_egui::EguiPlugin;
use bevy_egui::render::systems::{EguiPipelines, queue_pipelines_system};
use bevy_egui::render::{EGUI_SHADER_HANDLE, EguiPipeline, EguiPipelineKey};

/// What a camera paints on that has [`CompositingSpace::Srgb`](bevy::camera::CompositingSpace).
const FORMAT: TextureFormat = TextureFormat::Rgba8Unorm;

pub(super) fn plugin(app: &mut App) {
    // All text is in one texture: nothing is won by binding several.
    app.add_plugins(EguiPlugin { bindless_mode_array_size: None });
    embedded_asset!(app, "present.wgsl");
    let ours = Shader::from_wgsl(include_str!("egui.wgsl"), "src/app/egui.wgsl");
    if let Err(error) = app.world_mut().resource_mut::<Assets<Shader>>().insert(EGUI_SHADER_HANDLE.id(), ours)
    {
        error!("egui's shader cannot be replaced: {error}");
    }
    if let Some(render_app) = app.get_sub_app_mut(RenderApp) {
        render_app
            .add_systems(RenderStartup, present_srgb.after(init_blit_pipeline))
            .add_systems(Render, paint_srgb.in_set(RenderSystems::Queue).after(queue_pipelines_system));
    }
}

/// Gives egui a pipeline that fits what the camera paints on.
fn paint_srgb(
    mut pipelines: ResMut<EguiPipelines>,
    mut specialized: ResMut<SpecializedRenderPipelines<EguiPipeline>>,
    cache: Res<PipelineCache>,
    pipeline: Res<EguiPipeline>,
) {
    let key = EguiPipelineKey { target_format: FORMAT };
    for id in pipelines.0.values_mut() {
        *id = specialized.specialize(&cache, &pipeline, key);
    }
}

/// Brings the picture to the screen without powers.
fn present_srgb(mut blit: ResMut<BlitPipeline>, assets: Res<AssetServer>) {
    blit.fragment_shader = load_embedded_asset!(assets.as_ref(), "present.wgsl");
}
