//! Moving pictures as text: many scenes as few distinct SVG elements, and where each of them is.
//!
//! Scenes come in; out come a table of elements, each drawn at the origin, and for every sequence of scenes a [`Strip`]:
//! frames as differences of whole numbers. Whoever plays it needs no knowledge of what is drawn. Nothing is decided here
//! about how long a frame stands.

use std::collections::BTreeMap;

use super::svg::element;
use super::{Layer, Point, Scene, Shape};

#[cfg(test)]
mod tests;

/// How many layers a scene has.
const LAYERS: usize = 5;
/// Places are tenths of a point, opacities hundredths.
const TENTHS: f64 = 10.0;
const HUNDREDTHS: f32 = 100.0;
/// How far, in tenths, something on its way may be from its place: things that move together then share one number.
const ON_THE_WAY: f64 = 1.0;
/// The same where a picture stands: what rounding costs.
const AT_REST: f64 = 0.500_001;

/// Everything of a layer on from a place moves.
const MOVE: i32 = 0;
/// Some of a layer gives way to others.
const SPLICE: i32 = 1;

/// An element and where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Its number in the table.
    pub element: i32,
    /// How far right, in tenths of a point.
    pub x: i32,
    /// How far down, in tenths of a point.
    pub y: i32,
    /// How visible, in hundredths.
    pub opacity: i32,
}

/// Scenes one after the other, each as what differs from the one before; the first as it is.
///
/// A frame is a row of whole numbers. `0, layer, from, count, right, down` moves some elements of a layer; `1, layer, from,
/// gone, count` and four numbers for each of `count` elements (number, right, down, opacity) puts these in the place of
/// `gone` others. Layers are numbered from the bottom, lengths are tenths of a point, opacities hundredths.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[serde(transparent)]
pub struct Strip {
    /// The frames.
    pub frames: Vec<Vec<i32>>,
}

/// A table of elements that many strips share.
#[derive(Clone, Debug, Default)]
pub struct Reel {
    elements: Vec<String>,
    known: BTreeMap<String, i32>,
}

/// An element and where it should be, in tenths.
struct Wanted {
    element: i32,
    opacity: i32,
    x: f64,
    y: f64,
}

type Shown = [Vec<Placed>; LAYERS];

impl Reel {
    /// Takes a sequence of scenes; the last is where it rests.
    pub fn take(&mut self, scenes: impl IntoIterator<Item = Scene>) -> Strip {
        let mut strip = Strip::default();
        let mut shown = Shown::default();
        let mut scenes = scenes.into_iter().peekable();
        while let Some(scene) = scenes.next() {
            let within = if scenes.peek().is_some() { ON_THE_WAY } else { AT_REST };
            let mut frame = Vec::new();
            for (layer, (shown, wanted)) in shown.iter_mut().zip(self.wanted(scene)).enumerate() {
                differ(number(layer), shown, &wanted, within, &mut frame);
            }
            strip.frames.push(frame);
        }
        strip
    }

    /// The distinct elements, each as if its first point were the origin.
    #[must_use]
    pub fn elements(&self) -> &[String] {
        &self.elements
    }

    fn wanted(&mut self, scene: Scene) -> [Vec<Wanted>; LAYERS] {
        let mut layers: [Vec<Wanted>; LAYERS] = Default::default();
        for item in scene.items {
            let opacity = (item.opacity.clamp(0.0, 1.0) * HUNDREDTHS).round() as i32;
            let Some(layer) = layers.get_mut(place_of(item.layer)).filter(|_| opacity > 0) else { continue };
            let at = anchor(&item.shape);
            let text = element(&item.shape.moved(Point { x: -at.x, y: -at.y }));
            layer.push(Wanted {
                element: self.number_of(text),
                opacity,
                x: f64::from(at.x) * TENTHS,
                y: f64::from(at.y) * TENTHS,
            });
        }
        layers
    }

    fn number_of(&mut self, element: String) -> i32 {
        if let Some(number) = self.known.get(&element) {
            return *number;
        }
        let number = number(self.elements.len());
        self.elements.push(element.clone());
        self.known.insert(element, number);
        number
    }
}

impl Strip {
    /// The frames as they are to be seen: the elements of each layer, bottom first.
    #[must_use]
    pub fn unrolled(&self) -> Vec<[Vec<Placed>; 5]> {
        let mut shown = Shown::default();
        let mut frames = Vec::with_capacity(self.frames.len());
        for frame in &self.frames {
            let mut rest = frame.as_slice();
            while let Some(left) = step(&mut shown, rest) {
                rest = left;
            }
            frames.push(shown.clone());
        }
        frames
    }
}

/// Does the first thing a frame says; what it says after that.
fn step<'a>(shown: &mut Shown, frame: &'a [i32]) -> Option<&'a [i32]> {
    let (&what, rest) = frame.split_first()?;
    let (&[layer, from, count], rest) = rest.split_first_chunk()?;
    let layer = shown.get_mut(layer as usize)?;
    let from = from as usize;
    if what == MOVE {
        let (&[right, down], rest) = rest.split_first_chunk()?;
        for placed in layer.iter_mut().skip(from).take(count as usize) {
            placed.x += right;
            placed.y += down;
        }
        return Some(rest);
    }
    let (&put, rest) = rest.split_first()?;
    let (put, rest) = rest.split_at_checked(put as usize * 4)?;
    let (put, _) = put.as_chunks();
    let put = put.iter().map(|&[element, x, y, opacity]| Placed { element, x, y, opacity });
    let to = from.saturating_add(count as usize).min(layer.len());
    layer.splice(from.min(to)..to, put);
    Some(rest)
}

/// Says how a layer becomes what is wanted, and makes it so.
fn differ(layer: i32, shown: &mut Vec<Placed>, wanted: &[Wanted], within: f64, frame: &mut Vec<i32>) {
    let alike = |(shown, wanted): &(&Placed, &Wanted)| {
        shown.element == wanted.element && shown.opacity == wanted.opacity
    };
    if shown.len() == wanted.len() {
        let mut at = 0;
        while at < wanted.len() {
            let other = shown.iter().zip(wanted).skip(at).take_while(|pair| !alike(pair)).count();
            if other > 0 {
                splice(layer, shown, at, other, wanted.get(at..at + other).unwrap_or_default(), frame);
            }
            at += other.max(1);
        }
    } else {
        let before = shown.iter().zip(wanted).take_while(alike).count();
        let left = shown.len().min(wanted.len()) - before;
        let after = shown.iter().rev().zip(wanted.iter().rev()).take(left).take_while(alike).count();
        let put = wanted.get(before..wanted.len() - after).unwrap_or_default();
        splice(layer, shown, before, shown.len() - after - before, put, frame);
    }
    shift(layer, shown, wanted, within, frame);
}

fn splice(
    layer: i32,
    shown: &mut Vec<Placed>,
    from: usize,
    gone: usize,
    put: &[Wanted],
    frame: &mut Vec<i32>,
) {
    frame.extend([SPLICE, layer, number(from), number(gone), number(put.len())]);
    let put = put.iter().map(|wanted| Placed {
        element: wanted.element,
        x: wanted.x.round() as i32,
        y: wanted.y.round() as i32,
        opacity: wanted.opacity,
    });
    frame.extend(put.clone().flat_map(|put| [put.element, put.x, put.y, put.opacity]));
    shown.splice(from..from + gone, put);
}

/// Moves what is in the layer already; neighbours that go the same way go together.
fn shift(layer: i32, shown: &mut [Placed], wanted: &[Wanted], within: f64, frame: &mut Vec<i32>) {
    let off = |placed: &Placed, wanted: &Wanted, by: (i32, i32)| {
        let across = (f64::from(placed.x + by.0) - wanted.x).abs();
        across.max((f64::from(placed.y + by.1) - wanted.y).abs())
    };
    let mut at = 0;
    while let (Some(first), Some(goal)) = (shown.get(at), wanted.get(at)) {
        if off(first, goal, (0, 0)) <= within {
            at += 1;
            continue;
        }
        let by = ((goal.x - f64::from(first.x)).round() as i32, (goal.y - f64::from(first.y)).round() as i32);
        let pairs = shown.iter().zip(wanted).skip(at);
        let same = pairs.take_while(|(placed, wanted)| {
            off(placed, wanted, by) <= within && off(placed, wanted, (0, 0)) > within
        });
        // The first is as near as whole numbers get, however far that is.
        let count = same.count().max(1);
        frame.extend([MOVE, layer, number(at), number(count), by.0, by.1]);
        for placed in shown.iter_mut().skip(at).take(count) {
            placed.x += by.0;
            placed.y += by.1;
        }
        at += count;
    }
}

/// A place or a count; no picture comes near the largest.
fn number(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX)
}

const fn place_of(layer: Layer) -> usize {
    match layer {
        Layer::Turf => 0,
        Layer::Ground => 1,
        Layer::Lines => 2,
        Layer::Tokens => 3,
        Layer::Marks => 4,
    }
}

/// The point of a shape that is taken for its place.
fn anchor(shape: &Shape) -> Point {
    match shape {
        Shape::Rect { rect, .. } => rect.min,
        Shape::Polygon { points, .. } | Shape::Line { points, .. } => {
            points.first().copied().unwrap_or_default()
        }
        Shape::Text(run) => run.at,
    }
}
