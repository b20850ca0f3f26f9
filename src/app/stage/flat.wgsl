// Shapes of one colour a vertex: nothing is looked up, nothing is lit. Where things have smooth edges, rounded rectangles
// are two triangles each: how far a pixel is from their outline is worked out for it.
#import bevy_sprite::mesh2d_functions as mesh_functions

struct Corner {
    @builtin(instance_index) instance: u32,
    @location(0) position: vec3<f32>,
    @location(4) color: vec4<f32>,
#ifdef SMOOTH
    @location(8) edge: vec4<f32>,
    @location(9) place: vec2<f32>,
    @location(10) outline: vec4<f32>,
#endif
}

struct Painted {
    @builtin(position) position: vec4<f32>,
    @location(0) @interpolate(flat) color: vec3<f32>,
#ifdef SMOOTH
    @location(1) @interpolate(linear) opacity: f32,
    // The outline's colour.
    @location(2) @interpolate(flat) edge: vec4<f32>,
    // From the middle of the rectangle, in pixels.
    @location(3) place: vec2<f32>,
    // Half of its width and height, the radius of its corners and half of the outline's width, in pixels.
    @location(4) @interpolate(flat) outline: vec4<f32>,
#endif
}

@vertex
fn vertex(corner: Corner) -> Painted {
    var painted: Painted;
    let world_from_local = mesh_functions::get_world_from_local(corner.instance);
    painted.position = mesh_functions::mesh2d_position_local_to_clip(world_from_local, vec4(corner.position, 1.0));
    painted.color = corner.color.rgb;
#ifdef SMOOTH
    painted.opacity = corner.color.a;
    painted.edge = corner.edge;
    painted.place = corner.place;
    painted.outline = corner.outline;
#endif
    return painted;
}

@fragment
fn fragment(painted: Painted) -> @location(0) vec4<f32> {
#ifdef SMOOTH
    let radius = painted.outline.z;
    let half_line = painted.outline.w;
    let beyond = abs(painted.place) - painted.outline.xy + radius;
    let outside = length(max(beyond, vec2(0.0))) + min(max(beyond.x, beyond.y), 0.0) - radius;
    let covered = saturate(half_line - outside + 0.5);
    let inside = saturate(0.5 - half_line - outside);
    let color = mix(painted.edge, vec4(painted.color, painted.opacity), inside);
    return vec4(color.rgb, color.a * covered);
#else
    return vec4(painted.color, 1.0);
#endif
}
