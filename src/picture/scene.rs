//! Shapes in points from the top left, in the order they are painted: what every outlet draws.

use super::grips::Grip;
use crate::model::Subject;

/// A point.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f32,
    /// From the top.
    pub y: f32,
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// The upper left corner.
    pub min: Point,
    /// The lower right corner.
    pub max: Point,
}

/// A colour: sRGB with straight alpha.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Color {
    /// Red.
    pub r: u8,
    /// Green.
    pub g: u8,
    /// Blue.
    pub b: u8,
    /// Opacity.
    pub a: u8,
}

/// A line's look.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// In points.
    pub width: f32,
    /// Its colour.
    pub color: Color,
    /// Lengths of dash and gap, for a broken line.
    pub dash: Option<(f32, f32)>,
}

/// How round a rectangle's corners are, in points.
pub type Corner = f32;

/// How bold text is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// For reading.
    #[default]
    Regular,
    /// For names and numbers.
    Bold,
}

/// Which end of a line of text its point marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Align {
    /// The start.
    #[default]
    Left,
    /// The middle.
    Center,
    /// The end.
    Right,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRun {
    /// Where: on the baseline.
    pub at: Point,
    /// Which end of it `at` marks.
    pub align: Align,
    /// What it says.
    pub text: String,
    /// Its size in points.
    pub size: f32,
    /// How bold.
    pub weight: Weight,
    /// Its colour.
    pub color: Color,
}

/// A drawn thing.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle, filled, outlined or both.
    Rect {
        /// Where.
        rect: Rect,
        /// Its corners.
        corner: Corner,
        /// The inside.
        fill: Option<Color>,
        /// The outline, centred on the edge.
        stroke: Option<Stroke>,
    },
    /// A convex outline, filled, outlined or both.
    Polygon {
        /// Its corners in order.
        points: Vec<Point>,
        /// The inside.
        fill: Option<Color>,
        /// The outline.
        stroke: Option<Stroke>,
    },
    /// An open line.
    Line {
        /// Its points.
        points: Vec<Point>,
        /// Its look.
        stroke: Stroke,
    },
    /// A line of text.
    Text(TextRun),
}

/// What a shape belongs to, from the bottom up; layers that have not changed are not drawn anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Lanes, yard lines, names: changes with the view only.
    Turf,
    /// Fronts, fills, islands, voids.
    Ground,
    /// Routes, tethers, and words in the lanes.
    Lines,
    /// Tokens, bars, the ball.
    Tokens,
    /// What is selected or pointed at.
    Marks,
}

/// A shape and what it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Its layer.
    pub layer: Layer,
    /// The shape.
    pub shape: Shape,
    /// How visible it is, 0 to 1; multiplies its colours' opacity.
    pub opacity: f32,
}

/// A place that answers to the pointer.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Where.
    pub rect: Rect,
    /// What it stands for.
    pub subject: Subject,
    /// What it says when pointed at: plain words, then the football term.
    pub hint: String,
}

/// A laid-out picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// Its width and height in points.
    pub size: (f32, f32),
    /// Where the view's yards lie, from its first at the left to its last; on a ruler, from 0 to 100.
    pub field: Rect,
    /// What is drawn, bottom first.
    pub items: Vec<Item>,
    /// What can be pointed at, bottom first.
    pub targets: Vec<Target>,
    /// What can be taken hold of, bottom first.
    pub grips: Vec<Grip>,
}

impl Scene {
    /// Takes in another scene, with its upper left corner at `at`.
    pub fn take(&mut self, other: Self, at: Point) {
        self.items.extend(other.items.into_iter().map(|item| Item { shape: item.shape.moved(at), ..item }));
        self.targets
            .extend(other.targets.into_iter().map(|target| Target { rect: target.rect.moved(at), ..target }));
        self.grips.extend(other.grips.into_iter().map(|grip| grip.moved(at)));
    }

    /// What can be taken hold of at a point: the topmost grip there.
    #[must_use]
    pub fn grip(&self, at: Point) -> Option<&Grip> {
        self.grips.iter().rev().find(|grip| grip.holds(at))
    }

    /// What lies under a point: the topmost target there.
    #[must_use]
    pub fn hit(&self, at: Point) -> Option<&Target> {
        self.targets.iter().rev().find(|target| target.rect.contains(at))
    }
}

impl Point {
    /// The same point further right and down.
    #[must_use]
    pub fn moved(self, by: Self) -> Self {
        Self { x: self.x + by.x, y: self.y + by.y }
    }
}

impl Shape {
    /// The same shape further right and down.
    #[must_use]
    pub fn moved(self, by: Point) -> Self {
        let all = |points: Vec<Point>| points.into_iter().map(|point| point.moved(by)).collect();
        match self {
            Self::Rect { rect, corner, fill, stroke } => {
                Self::Rect { rect: rect.moved(by), corner, fill, stroke }
            }
            Self::Polygon { points, fill, stroke } => Self::Polygon { points: all(points), fill, stroke },
            Self::Line { points, stroke } => Self::Line { points: all(points), stroke },
            Self::Text(run) => Self::Text(TextRun { at: run.at.moved(by), ..run }),
        }
    }
}

impl Rect {
    /// The same rectangle further right and down.
    #[must_use]
    pub fn moved(&self, by: Point) -> Self {
        Self { min: self.min.moved(by), max: self.max.moved(by) }
    }

    /// The rectangle between two corners.
    #[must_use]
    pub const fn new(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self { min: Point { x: left, y: top }, max: Point { x: right, y: bottom } }
    }

    /// Whether a point lies in it.
    #[must_use]
    pub fn contains(&self, at: Point) -> bool {
        (self.min.x..=self.max.x).contains(&at.x) && (self.min.y..=self.max.y).contains(&at.y)
    }

    /// Whether two rectangles share ground.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.min.x < other.max.x
            && other.min.x < self.max.x
            && self.min.y < other.max.y
            && other.min.y < self.max.y
    }

    /// Its width.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.max.x - self.min.x
    }

    /// Its height.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.max.y - self.min.y
    }
}

impl<'de> serde::Deserialize<'de> for Color {
    /// From `"#rrggbb"` or `"#rrggbbaa"`.
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
        Self::from_hex(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("{text} is not #rrggbb or #rrggbbaa")))
    }
}

impl Color {
    /// From `#rrggbb` or `#rrggbbaa`.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        let [first, second, third, fourth] = value.to_be_bytes();
        match digits.len() {
            6 => Some(Self { r: second, g: third, b: fourth, a: 255 }),
            8 => Some(Self { r: first, g: second, b: third, a: fourth }),
            _ => None,
        }
    }
}
