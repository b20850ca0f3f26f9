//! How colours look to people who see fewer of them, to test with: what a theme tells by colour has to be told by lightness
//! or by shape as well.
//!
//! A colour or a picture comes in; what somebody without one kind of cone sees of it comes out. The matrices are those of
//! Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), for
//! severity 1, applied to linear light.

use super::{Color, Pixels};

/// Whose eyes a colour is seen with. The three kinds together are about one man in twelve and one woman in two hundred,
/// most of them less strongly than here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Eyes {
    /// Every colour.
    Full,
    /// Without the cones for long waves: red is dark.
    Protanopia,
    /// Without the cones for middle waves: red and green are alike.
    Deuteranopia,
    /// Without the cones for short waves: blue and green, and yellow and pink are alike.
    Tritanopia,
}

impl Eyes {
    /// All of them.
    pub(super) const ALL: [Self; 4] = [Self::Full, Self::Protanopia, Self::Deuteranopia, Self::Tritanopia];

    /// What linear red, green and blue become, row by row.
    const fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Self::Full => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
            Self::Tritanopia => [
                [1.255_528, -0.076_749, -0.178_779],
                [-0.078_411, 0.930_809, 0.147_602],
                [0.004_733, 0.691_367, 0.303_900],
            ],
        }
    }

    /// A colour as linear red, green and blue, 0 to 1.
    pub(super) fn light(self, color: Color) -> [f64; 3] {
        let light = [color.r, color.g, color.b].map(linear);
        self.matrix().map(|row| row.iter().zip(light).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0))
    }

    /// The colour that shows everybody what it looks like.
    pub(super) fn seen(self, color: Color) -> Color {
        if self == Self::Full {
            return color;
        }
        let [r, g, b] = self.light(color).map(encoded);
        Color { r, g, b, a: color.a }
    }

    /// The same for a whole picture.
    pub(super) fn picture(self, pixels: &Pixels) -> Pixels {
        // A picture has few colours: each is worked out once.
        let mut known: std::collections::HashMap<[u8; 4], [u8; 4]> = std::collections::HashMap::new();
        let seen = pixels.rgba.as_chunks().0.iter().flat_map(|pixel: &[u8; 4]| {
            *known.entry(*pixel).or_insert_with(|| {
                let [r, g, b, a] = *pixel;
                let color = self.seen(Color { r, g, b, a });
                [color.r, color.g, color.b, color.a]
            })
        });
        Pixels { rgba: seen.collect(), ..*pixels }
    }
}

fn linear(channel: u8) -> f64 {
    let c = f64::from(channel) / 255.0;
    if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
}

fn encoded(light: f64) -> u8 {
    let c = if light <= 0.003_130_8 {
        light * 12.92
    } else {
        1.055f64.mul_add(libm::pow(light, 1.0 / 2.4), -0.055)
    };
    (c * 255.0).round() as u8
}

#[test]
fn greys_stay_greys_and_confused_colours_are_confused() {
    let grey = |value| Color { r: value, g: value, b: value, a: 255 };
    let apart = |a: Color, b: Color| {
        let far = |a: u8, b: u8| u32::from(a.abs_diff(b));
        far(a.r, b.r).max(far(a.g, b.g)).max(far(a.b, b.b))
    };
    for eyes in Eyes::ALL {
        for value in [0, 1, 60, 128, 200, 255] {
            assert!(apart(eyes.seen(grey(value)), grey(value)) <= 1, "{eyes:?} {value}");
        }
    }
    // A red and a green that are one colour without the cones for middle waves.
    let (red, green) = (Color { r: 190, g: 100, b: 60, a: 255 }, Color { r: 123, g: 138, b: 62, a: 255 });
    assert!(apart(red, green) > 60);
    assert!(apart(Eyes::Deuteranopia.seen(red), Eyes::Deuteranopia.seen(green)) < 20);
    assert!(apart(Eyes::Tritanopia.seen(red), Eyes::Tritanopia.seen(green)) > 40);
}

#[test]
fn a_picture_is_seen_pixel_by_pixel() {
    let pixels = Pixels { width: 2, height: 1, rgba: vec![255, 0, 0, 255, 9, 9, 9, 255] };
    assert_eq!(Eyes::Full.picture(&pixels), pixels);
    let seen = Eyes::Protanopia.picture(&pixels);
    assert_eq!((seen.width, seen.height, seen.rgba.len()), (2, 1, 8));
    assert!(seen.rgba[0] < 130, "red is dark: {:?}", seen.rgba);
}
