//! The sheet a chart is drawn on: backdrop, margins, words that keep apart, and the marks of what a try led to.

use super::{ChartView, TryResult};
use crate::picture::labels::Board;
use crate::picture::pen::{Look, Pen, solid};
use crate::picture::{Align, Color, Layer, Point, Rect, Scene, Theme, font};

/// Sizes of text, for a scale of 1.
pub(super) const TITLE: f32 = 16.0;
pub(super) const NAME: f32 = 13.5;
pub(super) const SMALL: f32 = 12.0;

/// How opaque the plate under words in a plot is.
pub(super) const PLATE: f32 = 0.72;

pub(super) struct Sheet<'a> {
    pub(super) pen: Pen,
    /// Where words have found their places.
    pub(super) board: Board,
    pub(super) theme: &'a Theme,
    pub(super) unit: f32,
    /// What is not yet given away.
    pub(super) area: Rect,
}

impl<'a> Sheet<'a> {
    /// An empty sheet with its margins, and its title where there is room for one.
    pub(super) fn new(view: &ChartView, theme: &'a Theme, title: &str) -> Self {
        let (unit, size) = (view.unit(), view.sides());
        let mut pen = Pen::new(size);
        pen.on(Layer::Turf, 1.0).fill(Rect::new(0.0, 0.0, size.0, size.1), 0.0, theme.backdrop);
        let pad = (12.0 * unit).min(size.0 * 0.04).min(size.1 * 0.06);
        let area = Rect::new(pad, pad, size.0 - pad, size.1 - pad);
        let mut sheet = Self { pen, board: Board::new(area), theme, unit, area };
        let title = title.trim();
        if !title.is_empty() && size.1 > 150.0 * unit && size.0 > 160.0 * unit {
            let row = sheet.cut_top(24.0 * unit);
            sheet.write(row, Align::Left, title, Look::bold(TITLE * unit, theme.text));
        }
        sheet
    }

    pub(super) fn finish(mut self, field: Rect) -> Scene {
        self.pen.scene().field = field;
        self.pen.finish()
    }

    /// A row off the top of what is left.
    pub(super) fn cut_top(&mut self, height: f32) -> Rect {
        let bottom = (self.area.min.y + height).min(self.area.max.y);
        let row = Rect::new(self.area.min.x, self.area.min.y, self.area.max.x, bottom);
        self.area.min.y = bottom;
        row
    }

    /// A row off the bottom of what is left.
    pub(super) fn cut_bottom(&mut self, height: f32) -> Rect {
        let top = (self.area.max.y - height).max(self.area.min.y);
        let row = Rect::new(self.area.min.x, top, self.area.max.x, self.area.max.y);
        self.area.max.y = top;
        row
    }

    pub(super) fn small(&self) -> Look {
        Look::regular(SMALL * self.unit, self.theme.text_soft)
    }

    /// Text in a rectangle that nothing else uses, cut short if need be.
    pub(super) fn write(&mut self, rect: Rect, align: Align, text: &str, look: Look) {
        let text = font::elide(text, look.size, look.weight, rect.width());
        if rect.height() >= look.size * font::CAP_HEIGHT && text != "…" {
            self.pen.text_in(rect, align, &text, look);
        }
    }

    /// Text centred on the first of `places` that is free, or nothing; whether it was written.
    pub(super) fn say(&mut self, text: &str, look: Look, places: &[Point]) -> bool {
        let (width, height) = (look.width(text), look.size * 1.2);
        let around = |at: &Point| {
            Rect::new(at.x - width / 2.0, at.y - height / 2.0, at.x + width / 2.0, at.y + height / 2.0)
        };
        let rects: Vec<Rect> = places.iter().map(around).collect();
        let Some(rect) = self.board.place(&rects) else { return false };
        self.pen.text_in(rect, Align::Center, text, look);
        true
    }

    /// Where text centred on the first of `places` is free and crosses no line.
    pub(super) fn clear(&self, text: &str, look: Look, places: &[Point]) -> Option<Point> {
        let (width, height) = (look.width(text) + 3.0 * self.unit, look.size * 1.1);
        let is_clear = |at: &&Point| {
            let half = (width / 2.0, height / 2.0);
            let rect = Rect::new(at.x - half.0, at.y - half.1, at.x + half.0, at.y + half.1);
            self.board.is_clear(&rect)
        };
        places.iter().find(is_clear).copied()
    }

    /// As [`Sheet::say`], on a plate that keeps the words readable over bands and lines.
    pub(super) fn say_over(&mut self, text: &str, look: Look, places: &[Point]) -> bool {
        let (width, height) = (look.width(text) + 3.0 * self.unit, look.size * 1.2);
        let around = |at: &Point| {
            Rect::new(at.x - width / 2.0, at.y - height / 2.0, at.x + width / 2.0, at.y + height / 2.0)
        };
        let rects: Vec<Rect> = places.iter().map(around).collect();
        let Some(rect) = self.board.place(&rects) else { return false };
        self.pen.on(Layer::Tokens, PLATE).fill(rect, 2.0 * self.unit, self.theme.backdrop);
        self.pen.on(Layer::Tokens, 1.0).text_in(rect, Align::Center, text, look);
        true
    }

    /// What a try led to, `size` points across; a shape of its own for each.
    pub(super) fn mark(&mut self, result: TryResult, at: Point, size: f32, color: Color) {
        let r = size / 2.0;
        let point = |dx: f32, dy: f32| Point { x: dx.mul_add(r, at.x), y: dy.mul_add(r, at.y) };
        let halo = Some(solid(1.6 * self.unit, self.theme.backdrop));
        match result {
            TryResult::NextTry => {
                let dot = Rect::new(at.x - r * 0.5, at.y - r * 0.5, at.x + r * 0.5, at.y + r * 0.5);
                self.pen.fill(dot, r, color);
            }
            TryResult::FirstDown => {
                let points = vec![point(0.0, -1.1), point(1.0, 0.8), point(-1.0, 0.8)];
                self.pen.polygon(points, Some(color), halo);
            }
            TryResult::Setback => {
                let points = vec![point(-1.0, -0.8), point(1.0, -0.8), point(0.0, 1.1)];
                self.pen.polygon(points, Some(self.theme.backdrop), Some(solid(2.0 * self.unit, color)));
            }
            TryResult::Turnover => {
                for (width, color) in [(5.0, self.theme.backdrop), (2.8, color)] {
                    for (dx, dy) in [(0.85, 0.85), (0.85, -0.85)] {
                        let line = vec![point(-dx, -dy), point(dx, dy)];
                        self.pen.line(line, solid(width * self.unit, color));
                    }
                }
            }
            TryResult::Goal => {
                // A flag on its pole.
                let pole = vec![point(-0.5, -1.5), point(-0.5, 1.0)];
                self.pen.line(pole.clone(), solid(4.4 * self.unit, self.theme.backdrop));
                let cloth = vec![point(-0.5, -1.5), point(1.3, -0.85), point(-0.5, -0.2)];
                self.pen.polygon(cloth, Some(color), halo);
                self.pen.line(pole, solid(2.0 * self.unit, color));
            }
        }
    }
}
