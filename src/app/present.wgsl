// The finished picture, pixel by pixel, from sRGB to the light that the screen's texture asks for. The curve of the
// standard is followed to less than a third of one of 255 steps.
@group(0) @binding(0) var picture: texture_2d<f32>;
@group(0) @binding(1) var picture_sampler: sampler;

fn light(c: vec3<f32>) -> vec3<f32> {
    let high = (3.0221679 + c * (-5.5017607 + c * (5.2622814 + c * -1.8965925)));
    return c * (0.0712832 + c * (0.0401617 + c * high));
}

@fragment
fn fs_main(@location(0) uv: vec2<f32>) -> @location(0) vec4<f32> {
    let color = textureSample(picture, picture_sampler, uv);
    return vec4(light(color.rgb), 1.0);
}
