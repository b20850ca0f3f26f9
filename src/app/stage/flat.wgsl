// Shapes of one colour a vertex: nothing is looked up, nothing is lit.
#import bevy_sprite::mesh2d_functions as mesh_functions

struct Corner {
    @builtin(instance_index) instance: u32,
    @location(0) position: vec3<f32>,
    @location(4) color: vec4<f32>,
}

struct Painted {
    @builtin(position) position: vec4<f32>,
    @location(0) @interpolate(flat) color: vec3<f32>,
    @location(1) @interpolate(linear) opacity: f32,
}

@vertex
fn vertex(corner: Corner) -> Painted {
    var painted: Painted;
    let world_from_local = mesh_functions::get_world_from_local(corner.instance);
    painted.position = mesh_functions::mesh2d_position_local_to_clip(world_from_local, vec4(corner.position, 1.0));
    painted.color = corner.color.rgb;
    painted.opacity = corner.color.a;
    return painted;
}

@fragment
fn fragment(painted: Painted) -> @location(0) vec4<f32> {
    return vec4(painted.color, painted.opacity);
}
