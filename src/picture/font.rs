//! The bundled font, and how wide text is in it.
//!
//! Window and exports use the same bytes, so that what is laid out here fits everywhere. Widths are the plain advances:
//! kerning may make a line a hair narrower than it is said to be.

use std::sync::OnceLock;

use super::Weight;

/// The name of the bundled font's family.
pub const FAMILY: &str = "Inter";

/// What a font of the family calls the weight that stands for [`Weight::Bold`].
pub const BOLD: u16 = 600;

const REGULAR_BYTES: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");
const BOLD_BYTES: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.otf");

/// How high capitals and figures stand above the baseline, for a size of 1.
pub const CAP_HEIGHT: f32 = 0.727;

/// The width of a character the font lacks, for a size of 1.
const MISSING: f32 = 0.62;

/// Characters up to here are looked up in a table.
const TABLE_END: usize = 0x2800;

/// The bundled font file of one weight.
#[must_use]
pub fn bytes(weight: Weight) -> &'static [u8] {
    match weight {
        Weight::Regular => REGULAR_BYTES,
        Weight::Bold => BOLD_BYTES,
    }
}

/// How wide a line of text is, in points.
#[must_use]
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    let table = advances(weight);
    size * text
        .chars()
        .map(|c| match table.get(c as usize) {
            Some(&advance) => advance,
            // Ideographs, emoji and the like fill a square.
            None => 1.0,
        })
        .sum::<f32>()
}

/// The text, cut short with an ellipsis if it is wider than `room`; empty if there is no room even for that.
#[must_use]
pub fn elide(text: &str, size: f32, weight: Weight, room: f32) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let mut left = room - width("…", size, weight);
    if left < 0.0 {
        return String::new();
    }
    let mut short = String::new();
    for c in text.chars() {
        left -= width(c.encode_utf8(&mut [0; 4]), size, weight);
        if left < 0.0 {
            break;
        }
        short.push(c);
    }
    short.truncate(short.trim_end().len());
    short.push('…');
    short
}

/// The text on at most `lines` lines of at most `room` points, broken between words; the last is cut short if need be.
#[must_use]
pub fn wrap(text: &str, size: f32, weight: Weight, room: f32, lines: usize) -> Vec<String> {
    let mut wrapped: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if line.is_empty() || width(&longer, size, weight) <= room {
            line = longer;
        } else if wrapped.len() + 1 < lines {
            wrapped.push(elide(&line, size, weight, room));
            word.clone_into(&mut line);
        } else {
            // What is left goes on the last line as a whole, to be cut there.
            line = longer;
            for rest in words.by_ref() {
                line.push(' ');
                line.push_str(rest);
            }
        }
    }
    if !line.is_empty() {
        wrapped.push(elide(&line, size, weight, room));
    }
    wrapped
}

/// Advances for a size of 1, by code point.
fn advances(weight: Weight) -> &'static [f32] {
    static REGULAR: OnceLock<Vec<f32>> = OnceLock::new();
    static BOLD: OnceLock<Vec<f32>> = OnceLock::new();
    match weight {
        Weight::Regular => REGULAR.get_or_init(|| measure(REGULAR_BYTES)),
        Weight::Bold => BOLD.get_or_init(|| measure(BOLD_BYTES)),
    }
}

fn measure(bytes: &[u8]) -> Vec<f32> {
    let Ok(face) = ttf_parser::Face::parse(bytes, 0) else {
        return vec![MISSING; TABLE_END];
    };
    let em = f32::from(face.units_per_em()).max(1.0);
    (0..TABLE_END as u32)
        .map(|code| {
            // Control characters are drawn as spaces.
            let advance = char::from_u32(code)
                .map(|c| if c.is_control() { ' ' } else { c })
                .and_then(|c| face.glyph_index(c))
                .and_then(|glyph| face.glyph_hor_advance(glyph));
            match advance {
                Some(units) => f32::from(units) / em,
                None => MISSING,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_weights_are_read_and_have_what_the_screens_use() {
        for weight in [Weight::Regular, Weight::Bold] {
            let face = ttf_parser::Face::parse(bytes(weight), 0).unwrap();
            for c in "AZaz09äßÉłőŠΩжЯ▲▼◀▶✓·…–—“”‘’€£%×−≤≥→&".chars()
            {
                assert!(face.glyph_index(c).is_some(), "{c} {weight:?}");
            }
            assert!(bytes(weight).len() < 250_000);
        }
        assert!(width("Governance", 20.0, Weight::Bold) > width("Governance", 20.0, Weight::Regular));
        assert_eq!(width("", 20.0, Weight::Regular), 0.0);
        assert!(width("漢字🏈", 10.0, Weight::Regular) >= 30.0);
    }

    #[test]
    fn cut_text_fits() {
        for room in [0.0, 5.0, 40.0, 200.0] {
            let text = elide("Statutory guidance on forty pages", 14.0, Weight::Bold, room);
            assert!(width(&text, 14.0, Weight::Bold) <= room + 0.01, "{text} in {room}");
        }
        let lines = wrap("Statutory guidance on forty long pages", 14.0, Weight::Bold, 130.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| width(line, 14.0, Weight::Bold) <= 130.0), "{lines:?}");
        assert!(lines[1].ends_with('…'));
    }
}
