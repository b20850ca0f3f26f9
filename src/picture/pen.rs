//! Puts shapes on a scene: the few strokes everything is drawn with.

use super::{Align, Color, Item, Layer, Point, Rect, Scene, Shape, Stroke, TextRun, Weight, font};

/// A scene being drawn, with the layer and opacity of what comes next.
#[derive(Debug)]
pub(super) struct Pen {
    scene: Scene,
    layer: Layer,
    opacity: f32,
}

impl Pen {
    pub(super) fn new(size: (f32, f32)) -> Self {
        let scene = Scene { size, ..Scene::default() };
        Self { scene, layer: Layer::Turf, opacity: 1.0 }
    }

    /// What is drawn from now on belongs to `layer` and is `opacity` visible.
    pub(super) fn on(&mut self, layer: Layer, opacity: f32) -> &mut Self {
        self.layer = layer;
        self.opacity = opacity.clamp(0.0, 1.0);
        self
    }

    pub(super) fn scene(&mut self) -> &mut Scene {
        &mut self.scene
    }

    /// The picture, bottom layer first.
    pub(super) fn finish(mut self) -> Scene {
        self.scene.items.sort_by_key(|item| item.layer);
        self.scene
    }

    pub(super) fn fill(&mut self, rect: Rect, corner: f32, color: Color) {
        self.rect(rect, corner, Some(color), None);
    }

    pub(super) fn outline(&mut self, rect: Rect, corner: f32, stroke: Stroke) {
        self.rect(rect, corner, None, Some(stroke));
    }

    pub(super) fn rect(&mut self, rect: Rect, corner: f32, fill: Option<Color>, stroke: Option<Stroke>) {
        if rect.width() > 0.0 && rect.height() > 0.0 {
            let corner = corner.min(rect.width() / 2.0).min(rect.height() / 2.0);
            self.put(Shape::Rect { rect, corner, fill, stroke });
        }
    }

    pub(super) fn polygon(&mut self, points: Vec<Point>, fill: Option<Color>, stroke: Option<Stroke>) {
        if points.len() > 2 {
            self.put(Shape::Polygon { points, fill, stroke });
        }
    }

    pub(super) fn line(&mut self, points: Vec<Point>, stroke: Stroke) {
        let moves = points
            .windows(2)
            .any(|pair| (pair[0].x - pair[1].x).abs() > 0.01 || (pair[0].y - pair[1].y).abs() > 0.01);
        if moves {
            self.put(Shape::Line { points, stroke });
        }
    }

    pub(super) fn upright(&mut self, x: f32, top: f32, bottom: f32, stroke: Stroke) {
        self.line(vec![Point { x, y: top }, Point { x, y: bottom }], stroke);
    }

    pub(super) fn text(&mut self, at: Point, align: Align, text: &str, look: Look) {
        if !text.is_empty() {
            let text = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            let Look { size, weight, color } = look;
            self.put(Shape::Text(TextRun { at, align, text, size, weight, color }));
        }
    }

    /// A line of text whose figures and capitals stand in the middle of `rect`.
    pub(super) fn text_in(&mut self, rect: Rect, align: Align, text: &str, look: Look) {
        let x = match align {
            Align::Left => rect.min.x,
            Align::Center => f32::midpoint(rect.min.x, rect.max.x),
            Align::Right => rect.max.x,
        };
        let y = f32::midpoint(rect.min.y, rect.max.y) + look.size * font::CAP_HEIGHT / 2.0;
        self.text(Point { x, y }, align, text, look);
    }

    fn put(&mut self, shape: Shape) {
        // Whatever is drawn must be set up as triangles: nothing that cannot be seen is.
        if self.opacity > 0.004 {
            self.scene.items.push(Item { layer: self.layer, shape, opacity: self.opacity });
        }
    }
}

/// How text looks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Look {
    pub(super) size: f32,
    pub(super) weight: Weight,
    pub(super) color: Color,
}

impl Look {
    pub(super) const fn regular(size: f32, color: Color) -> Self {
        Self { size, weight: Weight::Regular, color }
    }

    pub(super) const fn bold(size: f32, color: Color) -> Self {
        Self { size, weight: Weight::Bold, color }
    }

    pub(super) fn width(self, text: &str) -> f32 {
        font::width(text, self.size, self.weight)
    }
}

/// A line without gaps.
pub(super) const fn solid(width: f32, color: Color) -> Stroke {
    Stroke { width, color, dash: None }
}

/// A broken line.
pub(super) const fn dashed(width: f32, color: Color, dash: f32, gap: f32) -> Stroke {
    Stroke { width, color, dash: Some((dash, gap)) }
}
