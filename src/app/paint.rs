//! A scene's shapes and texts in egui's terms: for panels, and for the stage's meshes.

use bevy_egui::egui::epaint::tessellator::path::rounded_rectangle;
use bevy_egui::egui::epaint::{CornerRadius, CornerRadiusF32, PathShape, RectShape, StrokeKind};
use bevy_egui::egui::{
    Color32, FontFamily, FontId, Painter, Pos2, Rect, Shape as EguiShape, Stroke as EguiStroke, Vec2,
};

use crate::picture::{Align, Color, Rect as SceneRect, Scene, Shape, Stroke, TextRun, Weight};

/// The font family of bold text.
pub(super) const BOLD: &str = "bold";

/// A colour, faded to `opacity`.
#[must_use]
pub(super) fn color(color: Color, opacity: f32) -> Color32 {
    let alpha = (f32::from(color.a) * opacity.clamp(0.0, 1.0)).round() as u8;
    Color32::from_rgba_unmultiplied(color.r, color.g, color.b, alpha)
}

/// Draws a whole scene with its upper left corner at `at`.
pub(super) fn scene(painter: &Painter, scene: &Scene, at: Pos2) {
    for item in &scene.items {
        match &item.shape {
            Shape::Text(run) => text(painter, run, item.opacity, at + Vec2::new(run.at.x, run.at.y), 1.0),
            shape => {
                for (mut part, _) in parts(shape, item.opacity) {
                    part.translate(at.to_vec2());
                    painter.add(part);
                }
            }
        }
    }
}

/// Draws a line of text with its baseline at `at`, `size` times as large as it says.
pub(super) fn text(painter: &Painter, run: &TextRun, opacity: f32, at: Pos2, size: f32) {
    let color = color(run.color, opacity);
    if color.a() == 0 || run.text.is_empty() {
        return;
    }
    // Half points: a text that grows smoothly must not fill the glyph atlas with every size in between.
    let points = ((run.size * size * 2.0).round() / 2.0).max(1.0);
    let font = font(points, run.weight);
    // A glyph reaches the screen an update or two after it is first asked for: a number that changes asks for all of
    // them at once, so that none of its digits is missing while it rolls.
    if run.text.bytes().any(|byte| byte.is_ascii_digit()) {
        let _ = painter.layout_no_wrap("0123456789".to_owned(), font.clone(), color);
    }
    let galley = painter.layout_no_wrap(run.text.clone(), font, color);
    let baseline = galley
        .rows
        .first()
        .and_then(|row| row.glyphs.first().map(|glyph| row.pos.y + glyph.pos.y))
        .unwrap_or(points);
    let left = match run.align {
        Align::Left => 0.0,
        Align::Center => galley.size().x / 2.0,
        Align::Right => galley.size().x,
    };
    painter.galley(at - Vec2::new(left, baseline), galley, color);
}

/// The bundled font in a size and weight.
#[must_use]
pub(super) fn font(size: f32, weight: Weight) -> FontId {
    let family = match weight {
        Weight::Regular => FontFamily::Proportional,
        Weight::Bold => FontFamily::Name(BOLD.into()),
    };
    FontId::new(size, family)
}

/// The shapes egui draws for one of ours, each of a single colour; text has none.
#[must_use]
pub(super) fn parts(shape: &Shape, opacity: f32) -> Vec<(EguiShape, Color32)> {
    match shape {
        Shape::Rect { rect, corner, fill, stroke } => {
            let mut parts = Vec::new();
            let bounds = egui_rect(rect);
            let radius =
                CornerRadius::from(CornerRadiusF32::same(corner.min(bounds.size().min_elem() / 2.0)));
            if let Some(fill) = fill {
                let fill = color(*fill, opacity);
                parts.push((RectShape::filled(bounds, radius, fill).into(), fill));
            }
            match stroke {
                Some(stroke) if stroke.dash.is_some() => {
                    let mut outline = Vec::new();
                    rounded_rectangle(&mut outline, bounds, CornerRadiusF32::same(*corner));
                    outline.extend(outline.first().copied());
                    line(&outline, stroke, opacity, &mut parts);
                }
                Some(stroke) => {
                    let color = color(stroke.color, opacity);
                    let line = EguiStroke::new(stroke.width, color);
                    parts.push((RectShape::stroke(bounds, radius, line, StrokeKind::Middle).into(), color));
                }
                None => {}
            }
            parts
        }
        Shape::Polygon { points, fill, stroke } => {
            let mut parts = Vec::new();
            let outline: Vec<Pos2> = points.iter().map(|point| Pos2::new(point.x, point.y)).collect();
            if let Some(fill) = fill {
                let fill = color(*fill, opacity);
                parts.push((PathShape::convex_polygon(outline.clone(), fill, EguiStroke::NONE).into(), fill));
            }
            if let Some(stroke) = stroke {
                if stroke.dash.is_some() {
                    let closed: Vec<Pos2> = outline.iter().chain(outline.first()).copied().collect();
                    line(&closed, stroke, opacity, &mut parts);
                } else {
                    let color = color(stroke.color, opacity);
                    let path = PathShape::closed_line(outline, EguiStroke::new(stroke.width, color));
                    parts.push((path.into(), color));
                }
            }
            parts
        }
        Shape::Line { points, stroke } => {
            let mut parts = Vec::new();
            let points: Vec<Pos2> = points.iter().map(|point| Pos2::new(point.x, point.y)).collect();
            line(&points, stroke, opacity, &mut parts);
            parts
        }
        Shape::Text(_) => Vec::new(),
    }
}

fn line(points: &[Pos2], stroke: &Stroke, opacity: f32, parts: &mut Vec<(EguiShape, Color32)>) {
    let color = color(stroke.color, opacity);
    let pen = EguiStroke::new(stroke.width, color);
    match stroke.dash {
        Some((dash, gap)) if dash > 0.0 && gap > 0.0 => {
            parts.extend(
                EguiShape::dashed_line(points, pen, dash, gap).into_iter().map(|shape| (shape, color)),
            );
        }
        _ => parts.push((PathShape::line(points.to_vec(), pen).into(), color)),
    }
}

fn egui_rect(rect: &SceneRect) -> Rect {
    Rect::from_min_max(Pos2::new(rect.min.x, rect.min.y), Pos2::new(rect.max.x, rect.max.y))
}
