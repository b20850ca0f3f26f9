//! Colours by what they mean, read from RON token files.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Color;

/// Every colour of one theme.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// What it is called: `night`, `paper`, `contrast`.
    pub name: String,
    /// Whether its background is dark.
    pub dark: bool,
    /// Behind everything.
    pub backdrop: Color,
    /// Panels of the app.
    pub panel: Color,
    /// Raised things on panels: buttons, cards.
    pub raised: Color,
    /// Fine lines between things.
    pub line: Color,
    /// Text for reading.
    pub text: Color,
    /// Text that may step back.
    pub text_soft: Color,
    /// Controls, selection, progress.
    pub accent: Color,
    /// Text on `accent`.
    pub on_accent: Color,
    /// A lane not yet won.
    pub turf: Color,
    /// Where lane names stand.
    pub turf_margin: Color,
    /// Yard lines.
    pub yard_line: Color,
    /// Ground won.
    pub ground: Color,
    /// The stripes of ground out on its own.
    pub island: Color,
    /// The edge of a front, and its yards.
    pub front: Color,
    /// The safe distance, and the line where the play started.
    pub guide: Color,
    /// Inside of those moving us forward.
    pub offense_fill: Color,
    /// Outline of those moving us forward.
    pub offense_edge: Color,
    /// Text on those moving us forward.
    pub offense_text: Color,
    /// Inside of what holds us back.
    pub defense_fill: Color,
    /// Outline of what holds us back.
    pub defense_edge: Color,
    /// Text on what holds us back.
    pub defense_text: Color,
    /// What needs attention: out on its own, nobody working on this, tethers.
    pub alarm: Color,
    /// Ground gained.
    pub gain: Color,
    /// The line to gain.
    pub to_gain: Color,
    /// The ball.
    pub ball: Color,
    /// The ball's edge.
    pub ball_edge: Color,
    /// The lines of up to four plans in one chart.
    pub plans: [Color; 4],
    /// Ink drawn by hand: what stands out most, a second and a third one.
    pub pens: [Color; 3],
    /// Groups of a room, for their marks on lanes.
    pub groups: [Color; 6],
    /// What a chart shows of the low end of a range.
    pub low_end: Color,
    /// What a chart shows of the high end of a range: clearly of another lightness.
    pub high_end: Color,
    /// Comments in a play file's text.
    pub ink_comment: Color,
    /// Names of records and variants there.
    pub ink_name: Color,
    /// Names of fields there.
    pub ink_field: Color,
    /// Texts in quotes there.
    pub ink_text: Color,
    /// Numbers there.
    pub ink_number: Color,
    /// `true` and `false` there.
    pub ink_flag: Color,
}

/// What is wrong with a theme file.
#[derive(Debug, thiserror::Error)]
#[error("the theme {name} cannot be read: {reason}")]
pub struct ThemeError {
    /// Which.
    pub name: String,
    /// Why, with line and column.
    pub reason: String,
}

/// The themes built in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Themes {
    /// Dark, for screens.
    #[default]
    Night,
    /// Light, for print and bright rooms.
    Paper,
    /// The most contrast.
    Contrast,
}

impl Themes {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Night, Self::Paper, Self::Contrast];

    /// What it is called in files, on the command line and on screen.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Night => "night",
            Self::Paper => "paper",
            Self::Contrast => "contrast",
        }
    }

    /// Its colours.
    #[must_use]
    pub fn theme(self) -> &'static Theme {
        static BUILT_IN: LazyLock<[Theme; 3]> =
            LazyLock::new(|| Themes::ALL.map(|theme| theme.read().unwrap_or_else(|_| Theme::fallback())));
        &BUILT_IN[self as usize]
    }

    fn read(self) -> Result<Theme, ThemeError> {
        let text = match self {
            Self::Night => include_str!("../../assets/themes/night.ron"),
            Self::Paper => include_str!("../../assets/themes/paper.ron"),
            Self::Contrast => include_str!("../../assets/themes/contrast.ron"),
        };
        Theme::read(self.name(), text)
    }
}

impl Theme {
    /// Reads a theme file; `name` is what an error calls it.
    ///
    /// # Errors
    /// If it is not a theme: the place and what was expected there.
    pub fn read(name: &str, text: &str) -> Result<Self, ThemeError> {
        ron::from_str(text).map_err(|error| ThemeError { name: name.to_owned(), reason: error.to_string() })
    }

    /// The colours of `night`, for a build whose theme file cannot be read, which a test rules out.
    fn fallback() -> Self {
        const fn rgb(value: u32) -> Color {
            let [_, r, g, b] = value.to_be_bytes();
            Color { r, g, b, a: 255 }
        }
        Self {
            name: String::from("night"),
            dark: true,
            backdrop: rgb(0x0d_1417),
            panel: rgb(0x15_1f23),
            raised: rgb(0x1d_2a2f),
            line: rgb(0x2c_3b41),
            text: rgb(0xf2_f6f7),
            text_soft: rgb(0xb4_c4ca),
            accent: rgb(0x6c_c4ff),
            on_accent: rgb(0x06_202f),
            turf: rgb(0x12_332a),
            turf_margin: rgb(0x0f_241d),
            yard_line: rgb(0x2c_5246),
            ground: rgb(0x22_674a),
            island: rgb(0x57_ae87),
            front: rgb(0xff_ffff),
            guide: rgb(0xe4_f0ea),
            offense_fill: rgb(0x0b_2a44),
            offense_edge: rgb(0x7c_cbff),
            offense_text: rgb(0xf2_f6f7),
            defense_fill: rgb(0x4a_2608),
            defense_edge: rgb(0xff_b873),
            defense_text: rgb(0xff_f3e6),
            alarm: rgb(0xff_a3be),
            gain: rgb(0x9b_f0c0),
            to_gain: rgb(0xff_e07a),
            ball: rgb(0xb5_652b),
            ball_edge: rgb(0xff_ffff),
            plans: [0x6c_c4ff, 0xf0_8a24, 0xf4_ecd8, 0x80_68f2].map(rgb),
            pens: [0xff_9494, 0xff_e04d, 0x86_caff].map(rgb),
            groups: [0xff_e07a, 0x8f_d0ff, 0xff_b27a, 0xff_a8c8, 0xb8_f08c, 0xd6_c2ff].map(rgb),
            low_end: rgb(0x4f_7f9e),
            high_end: rgb(0xc9_ebff),
            ink_comment: rgb(0x8f_a3ab),
            ink_name: rgb(0x8f_d0ff),
            ink_field: rgb(0xe3_ecef),
            ink_text: rgb(0xa9_e5c4),
            ink_number: rgb(0xff_d98a),
            ink_flag: rgb(0xff_b8a0),
        }
    }
}

impl Color {
    /// The same colour, this much of the way (0 to 1) towards another.
    #[must_use]
    pub fn mix(self, other: Self, share: f32) -> Self {
        let part = |a: u8, b: u8| {
            (f32::from(b) - f32::from(a)).mul_add(share.clamp(0.0, 1.0), f32::from(a)).round() as u8
        };
        Self {
            r: part(self.r, other.r),
            g: part(self.g, other.g),
            b: part(self.b, other.b),
            a: part(self.a, other.a),
        }
    }

    /// How strongly two opaque colours differ in lightness, 1 to 21, as WCAG 2 counts it.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::eyes::Eyes;

    type Pick = fn(&Theme) -> Color;

    macro_rules! pairs {
        ($($mark:ident on $($ground:ident),+;)*) => {
            [$($((
                concat!(stringify!($mark), " on ", stringify!($ground)),
                (|theme: &Theme| theme.$mark) as Pick,
                (|theme: &Theme| theme.$ground) as Pick,
            ),)+)*]
        };
    }

    #[test]
    fn every_built_in_theme_is_read_and_called_by_its_name() {
        for theme in Themes::ALL {
            let read = theme.read().unwrap();
            assert_eq!(read.name, theme.name());
            assert_eq!(theme.theme(), &read);
        }
        assert_eq!(Theme::fallback(), Themes::Night.read().unwrap());
    }

    #[test]
    fn a_broken_theme_says_where() {
        let error = Theme::read("mine", "Theme(name: \"mine\", dark: yes)").unwrap_err();
        assert!(error.to_string().starts_with("the theme mine cannot be read: 1:"), "{error}");
    }

    #[test]
    fn text_stands_out_from_what_is_behind_it() {
        let pairs = pairs! {
            text on backdrop, panel, raised, turf, turf_margin, ground;
            text_soft on backdrop, panel, raised, turf, turf_margin;
            on_accent on accent;
            front on turf, ground;
            accent on panel, backdrop;
            alarm on backdrop, panel, raised, turf, turf_margin;
            gain on panel, backdrop, turf, turf_margin;
            to_gain on panel, backdrop, turf;
            offense_text on offense_fill;
            defense_text on defense_fill;
            ink_comment on backdrop, panel;
            ink_name on backdrop, panel;
            ink_field on backdrop, panel;
            ink_text on backdrop, panel;
            ink_number on backdrop, panel;
            ink_flag on backdrop, panel;
        };
        check(&pairs, 4.5);
    }

    #[test]
    fn marks_stand_out_from_what_is_beside_them() {
        let pairs = pairs! {
            front on turf, ground, turf_margin;
            guide on turf, ground;
            island on turf;
            offense_edge on turf, ground, offense_fill, defense_fill, turf_margin;
            defense_edge on turf, ground, defense_fill, turf_margin;
            alarm on turf, ground, turf_margin;
            gain on turf, ground;
            to_gain on turf, ground;
            accent on turf, ground, turf_margin, panel, backdrop, raised;
            ball on ball_edge;
            ball_edge on turf, ground;
            text on line;
            to_gain on backdrop, panel;
            low_end on backdrop, panel, high_end;
            high_end on backdrop, panel;
        };
        check(&pairs, 3.0);
        for theme in Themes::ALL.map(Themes::theme) {
            for hand in theme.pens.iter().chain(&theme.groups) {
                for behind in [theme.turf, theme.ground, theme.turf_margin, theme.backdrop] {
                    let ratio = hand.contrast(behind);
                    assert!(ratio >= 3.0, "{}: {hand:?} on {behind:?} has {ratio:.2}", theme.name);
                }
            }
            for plan in theme.plans {
                let least = plan.contrast(theme.backdrop).min(plan.contrast(theme.panel));
                assert!(least >= 3.0, "{}: {plan:?} has {least:.2}", theme.name);
            }
        }
    }

    #[test]
    fn plans_are_told_apart_without_full_colour_vision() {
        let lab = |color: Color, eyes: Eyes| {
            let [r, g, b] = eyes.light(color);
            let x = 0.4124f64.mul_add(r, 0.3576f64.mul_add(g, 0.1805 * b)) / 0.950_47;
            let y = 0.2126f64.mul_add(r, 0.7152f64.mul_add(g, 0.0722 * b));
            let z = 0.0193f64.mul_add(r, 0.1192f64.mul_add(g, 0.9505 * b)) / 1.088_83;
            let [x, y, z] = [x, y, z]
                .map(|t| if t > 0.008_856 { libm::cbrt(t) } else { 7.787f64.mul_add(t, 16.0 / 116.0) });
            [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
        };
        for theme in Themes::ALL.map(Themes::theme) {
            for eyes in Eyes::ALL {
                let labs = theme.plans.map(|color| lab(color, eyes));
                for (index, a) in labs.iter().enumerate() {
                    for b in &labs[index + 1..] {
                        let apart = a.iter().zip(b).map(|(a, b)| (a - b) * (a - b)).sum::<f64>().sqrt();
                        // 2 is a difference just seen side by side.
                        assert!(apart >= 25.0, "{} {eyes:?}: {apart:.0}", theme.name);
                    }
                }
            }
        }
    }

    fn check(pairs: &[(&str, Pick, Pick)], least: f64) {
        let mut weak = Vec::new();
        for theme in Themes::ALL {
            for eyes in Eyes::ALL {
                for (name, mark, ground) in pairs {
                    let seen = |pick: &Pick| eyes.seen(pick(theme.theme()));
                    let ratio = seen(mark).contrast(seen(ground));
                    if ratio < least {
                        weak.push(format!("{}, {eyes:?}: {name} has {ratio:.2}", theme.name()));
                    }
                }
            }
        }
        assert!(weak.is_empty(), "below {least}:1\n{}", weak.join("\n"));
    }
}
