//! Ink, light, and all steps at a glance.

use super::*;

#[test]
fn the_overview_holds_the_chosen_step_and_stays_legible() {
    for count in [0, 1, 6, 80] {
        let mut rundown = EVERYTHING.clone();
        while rundown.steps.len() < count {
            rundown.steps.extend_from_within(..);
        }
        rundown.steps.truncate(count);
        for size in SIZES {
            for chosen in [0, count / 2, count.saturating_sub(1)] {
                let (scene, cells) = draw_overview(&rundown, chosen, size, Themes::Paper.theme());
                readable(&scene, "overview").unwrap();
                check(&scene).unwrap();
                assert!(count == 0 || cells.iter().any(|(step, _)| *step == chosen), "{chosen} of {count}");
                for (at, (_, cell)) in cells.iter().enumerate() {
                    assert!(cells[..at].iter().all(|(_, other)| !other.overlaps(cell)));
                    assert!(
                        cell.min.x >= 0.0 && cell.max.x <= size.0 && cell.max.y <= size.1 + 0.5,
                        "{cell:?}"
                    );
                }
            }
        }
    }
}

fn ink(form: InkForm, points: &[(f32, f32)]) -> InkStroke {
    InkStroke { pen: PenColor::Blue, width: PenWidth::Thick, form, points: points.to_vec() }
}

#[test]
fn ink_is_drawn_where_the_hand_went() {
    let theme = Themes::Night.theme();
    let strokes = [
        ink(InkForm::Free, &[(0.1, 0.1), (0.2, 0.15), (0.3, 0.1), (f32::NAN, 0.0)]),
        ink(InkForm::Arrow, &[(0.5, 0.5), (0.6, 0.9), (0.7, 0.5)]),
        ink(InkForm::Circle, &[(0.2, 0.6), (0.4, 0.9)]),
        ink(InkForm::Free, &[(0.9, 0.9)]),
        ink(InkForm::Arrow, &[]),
    ];
    let pixels = rasterize(&draw_ink(&strokes, HD, theme), 1.0).unwrap();
    let is_ink = |x: f32, y: f32| {
        let at = ((y * 1080.0) as usize * 1920 + (x * 1920.0) as usize) * 4;
        let ink = theme.pens[PenColor::Blue as usize];
        pixels.rgba[at..at + 3] == [ink.r, ink.g, ink.b]
    };
    for (x, y) in [(0.1, 0.1), (0.2, 0.1375), (0.6, 0.5), (0.69, 0.5), (0.3, 0.6), (0.2, 0.75), (0.9, 0.9)] {
        assert!(is_ink(x, y), "{x} {y}");
    }
    // An arrow goes straight, a circle is empty, and a hand's corners are round.
    for (x, y) in [(0.6, 0.9), (0.3, 0.75), (0.2, 0.152)] {
        assert!(!is_ink(x, y), "{x} {y}");
    }
}

#[test]
fn a_light_leaves_its_place_as_it_is_and_darkens_the_rest() {
    let step = first(|step| step.key.starts_with("exemplar/"));
    let nobody = Room::default();
    for theme in Themes::ALL.map(Themes::theme) {
        let at = Point { x: 800.0, y: 400.0 };
        let [plain, lit] = [None, Some(at)].map(|spotlight| {
            let view = StepView { spotlight, ..view(&EVERYTHING, step, &nobody, HD) };
            rasterize(&draw_step(&EVERYTHING, step, &view, theme), 1.0).unwrap()
        });
        let sum = |pixels: &crate::picture::Pixels, x: usize, y: usize| {
            let at = (y * 1920 + x) * 4;
            pixels.rgba[at..at + 3].iter().map(|part| u32::from(*part)).sum::<u32>()
        };
        for (x, y) in [(800, 400), (700, 440), (900, 300)] {
            assert_eq!(sum(&plain, x, y), sum(&lit, x, y));
        }
        for (x, y) in [(300, 250), (1800, 900), (1300, 620), (800, 900)] {
            let (before, after) = (sum(&plain, x, y), sum(&lit, x, y));
            assert!(after < before || before < 60, "{}: {before} {after}", theme.name);
        }
    }
}
