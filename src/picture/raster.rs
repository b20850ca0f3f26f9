//! A scene as pixels, without a GPU.

use super::Scene;

/// Why a picture could not be made.
#[derive(Debug, thiserror::Error)]
pub enum RasterError {
    /// Width or height is zero or too large.
    #[error("a picture of {0} by {1} pixels cannot be made; choose 16 to 16384 on each side")]
    Size(u32, u32),
    /// The drawing library refused.
    #[error("the picture could not be drawn: {0}")]
    Draw(String),
    /// The file format refused.
    #[error("the picture could not be written: {0}")]
    Encode(String),
}

/// Opaque pixels, rows from the top, four bytes each: red, green, blue, 255.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// The bytes.
    pub rgba: Vec<u8>,
}

/// The scene as pixels, one for each point times `scale`.
///
/// # Errors
/// If the size is unreasonable or drawing fails.
pub fn rasterize(scene: &Scene, scale: f32) -> Result<Pixels, RasterError> {
    let _ = (scene, scale);
    todo!()
}

/// The pixels as a PNG file.
///
/// # Errors
/// If the encoder refuses.
pub fn png(pixels: &Pixels) -> Result<Vec<u8>, RasterError> {
    let _ = pixels;
    todo!()
}
