//! Where one picture differs from the next.

use crate::picture::{Pixels, RasterError};

/// A picture compared with the one before.
pub(super) struct Changed<'a> {
    /// The one before; nothing at the start.
    before: Option<&'a Pixels>,
    /// Pixels from the left edge.
    pub(super) left: u32,
    /// Pixels from the upper edge.
    pub(super) top: u32,
    /// In pixels, at least 1.
    pub(super) width: u32,
    /// In pixels, at least 1.
    pub(super) height: u32,
}

/// The smallest rectangle that holds every difference; nothing if there is none. Everything is new if `before` is empty.
///
/// # Errors
/// If the pictures' sizes differ.
pub(super) fn changed<'a>(before: &'a Pixels, next: &Pixels) -> Result<Option<Changed<'a>>, RasterError> {
    if before.rgba.is_empty() {
        let (width, height) = (next.width, next.height);
        return Ok(Some(Changed { before: None, left: 0, top: 0, width, height }));
    }
    if (before.width, before.height) != (next.width, next.height) {
        return Err(RasterError::Draw(format!(
            "a frame is {} by {} pixels, those before it {} by {}",
            next.width, next.height, before.width, before.height
        )));
    }
    let rows = || rows(before).zip(rows(next)).enumerate().filter(|(_, (old, new))| old != new);
    let Some((top, _)) = rows().next() else { return Ok(None) };
    let (mut left, mut right, mut bottom) = (next.width as usize, 0, top);
    for (y, (old, new)) in rows() {
        bottom = y;
        let differs = |x: &usize| old[x * 4..x * 4 + 4] != new[x * 4..x * 4 + 4];
        left = (0..left).find(differs).unwrap_or(left);
        right = (right..next.width as usize).rfind(differs).unwrap_or(right);
    }
    let (width, height) = ((right - left + 1) as u32, (bottom - top + 1) as u32);
    Ok(Some(Changed { before: Some(before), left: left as u32, top: top as u32, width, height }))
}

fn rows(pixels: &Pixels) -> impl DoubleEndedIterator<Item = &[u8]> + ExactSizeIterator {
    pixels.rgba.chunks_exact(pixels.width as usize * 4)
}

impl Changed<'_> {
    /// Each pixel of the rectangle, row by row: where it is in the picture, what it is now, and whether it changed.
    pub(super) fn pixels<'a>(
        &'a self,
        next: &'a Pixels,
    ) -> impl Iterator<Item = (usize, [u8; 3], bool)> + Clone + 'a {
        let width = next.width as usize;
        (self.top as usize..(self.top + self.height) as usize).flat_map(move |y| {
            let start = y * width + self.left as usize;
            (start..start + self.width as usize).map(move |place| {
                let pixel = &next.rgba[place * 4..place * 4 + 4];
                let new = self.before.is_none_or(|before| before.rgba[place * 4..place * 4 + 4] != *pixel);
                (place, [pixel[0], pixel[1], pixel[2]], new)
            })
        })
    }
}
