// egui's triangles in sRGB: a colour, and how much of a pixel it covers. The only texture is that of the glyphs, which are
// white: their coverage says it all.
struct Transform {
    scale: vec2<f32>,
    translation: vec2<f32>,
}

struct Corner {
    @location(0) position: vec2<f32>,
    @location(1) uv: vec2<f32>,
    @location(2) color: vec4<f32>,
}

struct Painted {
    @builtin(position) position: vec4<f32>,
    @location(0) @interpolate(linear) color: vec4<f32>,
    @location(1) @interpolate(linear) uv: vec2<f32>,
}

@group(0) @binding(0) var<uniform> transform: Transform;
@group(1) @binding(0) var glyphs: texture_2d<f32>;
@group(1) @binding(1) var glyph_sampler: sampler;

@vertex
fn vs_main(corner: Corner) -> Painted {
    let position = corner.position * transform.scale + transform.translation;
    return Painted(vec4(position, 0.0, 1.0), corner.color, corner.uv);
}

@fragment
fn fs_main(painted: Painted) -> @location(0) vec4<f32> {
    return painted.color * textureSample(glyphs, glyph_sampler, painted.uv).a;
}
