//! Sizes, margins, and what stands at head and foot of every page. Lengths are points.

use super::{JUDGEMENTS, Part, Wanted};
use crate::picture::{Align, Color, Point, Rect, Shape, Stroke, TextRun, Theme, Weight, font};

/// From the edge of the paper to what is printed.
pub(super) const MARGIN: f32 = 42.0;
/// From the bottom of what is printed to the edge of the paper.
const BELOW: f32 = 48.0;
/// Between columns.
pub(super) const GUTTER: f32 = 26.0;
/// How high the words at the head stand.
const HEAD: f32 = 11.0;

/// The size of a page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 297 by 210 mm, on its side.
    #[default]
    A4,
    /// 11 by 8½ inches, on its side.
    Letter,
}

impl Paper {
    /// Both.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Width and height in points.
    #[must_use]
    pub const fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (841.89, 595.276),
            Self::Letter => (792.0, 612.0),
        }
    }

    /// Where things are printed.
    pub(super) fn area(self) -> Rect {
        let (width, height) = self.size();
        Rect::new(MARGIN, MARGIN - 8.0, width - MARGIN, height - BELOW)
    }
}

/// How words look.
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

    /// A line whose baseline begins at `at`, or ends or is centred there.
    pub(super) fn set(self, at: Point, align: Align, text: &str) -> Shape {
        let Self { size, weight, color } = self;
        Shape::Text(TextRun { at, align, text: text.to_owned(), size, weight, color })
    }
}

/// A straight line.
pub(super) fn rule(from: Point, to: Point, width: f32, color: Color) -> Shape {
    Shape::Line { points: vec![from, to], stroke: Stroke { width, color, dash: None } }
}

/// Lines to write on, from the top of an area to its bottom.
pub(super) fn lines(area: &Rect, pitch: f32, theme: &Theme) -> Vec<Shape> {
    let count = (area.height() / pitch).floor().max(0.0) as usize;
    let level = |number: usize| (number as f32).mul_add(pitch, area.min.y);
    let ends = |y: f32| (Point { x: area.min.x, y }, Point { x: area.max.x, y });
    (1..=count).map(level).map(|y| rule(ends(y).0, ends(y).1, 0.5, theme.line)).collect()
}

/// What stands above a step: the item it is part of, and which step it is. Gives where things go on below it.
pub(super) fn head(wanted: &Wanted<'_>, item: &str, begins: bool, right: &str) -> (Vec<Part>, Rect) {
    let area = wanted.paper.area();
    let theme = wanted.theme;
    let soft = Look::regular(9.0, theme.text_soft);
    let title = Look::bold(HEAD, theme.accent);
    let baseline = area.min.y + HEAD;
    let room = area.width() - soft.width(right) - 24.0;
    let shown = font::elide(item, title.size, title.weight, room);
    let whole = shown == item;
    let named = title.set(Point { x: area.min.x, y: baseline }, Align::Left, &shown);
    let mut ornament = vec![soft.set(Point { x: area.max.x, y: baseline }, Align::Right, right)];
    let below = baseline + 7.0;
    let (left, end) = (Point { x: area.min.x, y: below }, Point { x: area.max.x, y: below });
    ornament.push(rule(left, end, 0.6, theme.line));
    let mut parts = Vec::new();
    let mut top = below + 8.0;
    if begins && !whole {
        // A title too long for one line is set on several where its item begins.
        let mut set = Vec::new();
        let mut y = area.min.y + HEAD;
        for line in super::copy::lines(item, title.size, title.weight, room) {
            set.push(title.set(Point { x: area.min.x, y }, Align::Left, &line));
            y += HEAD * 1.25;
        }
        let further = y - HEAD * 1.25 - baseline;
        ornament.pop();
        let shifted = below + further;
        let (left, end) = (Point { x: area.min.x, y: shifted }, Point { x: area.max.x, y: shifted });
        ornament.push(rule(left, end, 0.6, theme.line));
        top += further;
        parts.push(Part::Heading { level: 2, text: item.to_owned(), shapes: set });
    } else if begins {
        parts.push(Part::Heading { level: 2, text: item.to_owned(), shapes: vec![named] });
    } else {
        ornament.push(named);
    }
    parts.push(Part::Ornament(ornament));
    (parts, Rect::new(area.min.x, top, area.max.x, area.max.y))
}

/// What stands at the foot: that numbers are judgements, where all this is from, and the page's number.
pub(super) fn foot(wanted: &Wanted<'_>, number: usize, of: usize) -> Part {
    let (width, height) = wanted.paper.size();
    let look = Look::regular(7.5, wanted.theme.text_soft);
    let y = height - 26.0;
    let pages = format!("{number} / {of}");
    let right = look.width("000 / 000") + 14.0;
    Part::Ornament(vec![
        look.set(Point { x: MARGIN, y }, Align::Left, JUDGEMENTS),
        look.set(Point { x: width - MARGIN - right, y }, Align::Right, wanted.provenance),
        Look::bold(7.5, wanted.theme.text_soft).set(Point { x: width - MARGIN, y }, Align::Right, &pages),
    ])
}
