//! The bundled font, and how wide text is in it.

use super::Weight;

/// The name of the bundled font's family.
pub const FAMILY: &str = "Inter";

/// The bundled font file of one weight.
#[must_use]
pub fn bytes(weight: Weight) -> &'static [u8] {
    let _ = weight;
    todo!()
}

/// How wide a line of text is, in points.
#[must_use]
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let _ = (text, size, weight);
    todo!()
}
