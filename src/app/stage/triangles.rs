//! Items as triangles.

use bevy::asset::RenderAssetUsages;
use bevy::mesh::{Indices, PrimitiveTopology};
use bevy::prelude::*;
use bevy_egui::egui::epaint::{Mesh as FlatMesh, TessellationOptions, Tessellator};

use super::material::{EDGE, OUTLINE, PLACE};
use crate::app::paint;
use crate::picture::{Color as Ink, Item, Point, Rect, Shape, Stroke};

/// Whether edges fade out over a pixel.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Edges {
    Hard,
    Smooth,
}

/// The items as triangles, y up.
pub(super) fn tessellate(items: &[&Item], pixels_per_point: f32, edges: Edges) -> Mesh {
    let pixels_per_point = pixels_per_point.max(0.1);
    let tessellator = |feathering| {
        let options = TessellationOptions { feathering, ..TessellationOptions::default() };
        Tessellator::new(pixels_per_point, options, [1, 1], Vec::new())
    };
    let (mut hard, mut smooth) = (tessellator(false), tessellator(true));
    let mut triangles = Triangles::default();
    let mut flat = FlatMesh::default();
    for item in items {
        if edges == Edges::Smooth
            && let Some(rounded) = Rounded::of(item)
        {
            triangles.put_rounded(&rounded, pixels_per_point);
            continue;
        }
        for (part, color) in paint::parts(&item.shape, item.opacity) {
            flat.clear();
            let pen = if edges == Edges::Hard || is_upright(&item.shape) { &mut hard } else { &mut smooth };
            pen.tessellate_shape(part, &mut flat);
            let [red, green, blue, _] = channels(color.to_srgba_unmultiplied());
            let first = triangles.positions.len() as u32;
            triangles.indices.extend(flat.indices.iter().map(|index| first + index));
            for vertex in &flat.vertices {
                // Edges fade to nothing: they keep the shape's colour and lose only its opacity.
                let color = [red, green, blue, f32::from(vertex.color.a()) / 255.0];
                triangles.put([vertex.pos.x, -vertex.pos.y], color, Corner::WITHIN);
            }
        }
    }
    triangles.mesh(edges)
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

/// A rectangle with round corners and no broken outline: a few triangles are enough for it.
struct Rounded {
    rect: Rect,
    corner: f32,
    fill: [f32; 4],
    edge: [f32; 4],
    line: f32,
}

impl Rounded {
    fn of(item: &Item) -> Option<Self> {
        let Shape::Rect { rect, corner, fill, stroke } = &item.shape else { return None };
        if *corner <= 0.0 || stroke.is_some_and(|stroke| stroke.dash.is_some()) {
            return None;
        }
        let ink = |ink: Ink| {
            let [red, green, blue, alpha] = channels([ink.r, ink.g, ink.b, ink.a]);
            [red, green, blue, alpha * item.opacity]
        };
        let clear = |[red, green, blue, _]: [f32; 4]| [red, green, blue, 0.0];
        let (fill, edge) = match (fill.map(ink), stroke.map(|Stroke { color, .. }| ink(color))) {
            (Some(fill), Some(edge)) => (fill, edge),
            (Some(fill), None) => (fill, fill),
            (None, Some(edge)) => (clear(edge), edge),
            (None, None) => return None,
        };
        let corner = corner.min(rect.width() / 2.0).min(rect.height() / 2.0);
        Some(Self { rect: *rect, corner, fill, edge, line: stroke.map_or(0.0, |stroke| stroke.width) })
    }
}

/// What the material asks of a vertex besides its place and colour.
#[derive(Clone, Copy)]
struct Corner {
    edge: [f32; 4],
    place: [f32; 2],
    outline: [f32; 4],
}

impl Corner {
    /// Well within its outline.
    const WITHIN: Self = Self { edge: [0.0; 4], place: [0.0; 2], outline: [1e4, 1e4, 0.0, 0.0] };
}

/// Triangles being gathered.
#[derive(Default)]
struct Triangles {
    positions: Vec<[f32; 3]>,
    colors: Vec<[f32; 4]>,
    edges: Vec<[f32; 4]>,
    places: Vec<[f32; 2]>,
    outlines: Vec<[f32; 4]>,
    indices: Vec<u32>,
}

impl Triangles {
    fn put(&mut self, [x, y]: [f32; 2], color: [f32; 4], corner: Corner) {
        self.positions.push([x, y, 0.0]);
        self.colors.push(color);
        self.edges.push(corner.edge);
        self.places.push(corner.place);
        self.outlines.push(corner.outline);
    }

    fn put_rounded(&mut self, rounded: &Rounded, pixels_per_point: f32) {
        let Rounded { rect, corner, fill, edge, line } = *rounded;
        let (across, down) = (rect.width() / 2.0, rect.height() / 2.0);
        let middle = (f32::midpoint(rect.min.x, rect.max.x), f32::midpoint(rect.min.y, rect.max.y));
        let outline = [across, down, corner, line / 2.0].map(|points| points * pixels_per_point);
        // Half of the line and a pixel for the edge to fade out in.
        let reach = line / 2.0 + 1.0 / pixels_per_point;
        let (right, bottom) = (across + reach, down + reach);
        let mut put = |left: f32, top: f32, right: f32, bottom: f32| {
            let first = self.positions.len() as u32;
            for (x, y) in [(left, top), (right, top), (right, bottom), (left, bottom)] {
                let place = [x * pixels_per_point, y * pixels_per_point];
                self.put([middle.0 + x, -(middle.1 + y)], fill, Corner { edge, place, outline });
            }
            self.indices.extend([0, 1, 2, 0, 2, 3].map(|index| first + index));
        };
        let (hole_x, hole_y) = (across - corner.max(reach), down - corner.max(reach));
        if fill[3] > 0.0 || hole_x <= 0.0 || hole_y <= 0.0 {
            put(-right, -bottom, right, bottom);
        } else {
            // What is empty inside is not painted at all.
            put(-right, -bottom, right, -hole_y);
            put(-right, hole_y, right, bottom);
            put(-right, -hole_y, -hole_x, hole_y);
            put(hole_x, -hole_y, right, hole_y);
        }
    }

    fn mesh(self, edges: Edges) -> Mesh {
        let mesh = Mesh::new(PrimitiveTopology::TriangleList, RenderAssetUsages::default())
            .with_inserted_attribute(Mesh::ATTRIBUTE_POSITION, self.positions)
            .with_inserted_attribute(Mesh::ATTRIBUTE_COLOR, self.colors)
            .with_inserted_indices(Indices::U32(self.indices));
        match edges {
            Edges::Hard => mesh,
            Edges::Smooth => mesh
                .with_inserted_attribute(EDGE, self.edges)
                .with_inserted_attribute(PLACE, self.places)
                .with_inserted_attribute(OUTLINE, self.outlines),
        }
    }
}

/// Parts of a colour, 0 to 1.
fn channels(parts: [u8; 4]) -> [f32; 4] {
    parts.map(|part| f32::from(part) / 255.0)
}
