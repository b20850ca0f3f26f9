//! What must hold for every chart.

use proptest::prelude::*;

use super::samples::{judgements, long, many_rows, rows, spot};
use super::*;
use crate::model::Subject;
use crate::picture::{
    Align, Color, Item, Point, Rect, Scene, Shape, Theme, Themes, font, png, rasterize, svg,
};

/// Sizes that charts are looked at, and ones nobody would ask for.
const SIZES: [(f32, f32); 10] = [
    (640.0, 360.0),
    (1280.0, 720.0),
    (400.0, 220.0),
    (100.0, 60.0),
    (3840.0, 2160.0),
    (1.0, 1.0),
    (1000.0, 40.0),
    (60.0, 800.0),
    (240.0, 160.0),
    (f32::NAN, f32::INFINITY),
];

fn words(scene: &Scene) -> Vec<(&str, Rect)> {
    let of = |item: &'_ Item| match &item.shape {
        Shape::Text(_) => Some(item.clone()),
        _ => None,
    };
    let texts = scene.items.iter().filter(|item| of(item).is_some());
    texts
        .filter_map(|item| match &item.shape {
            Shape::Text(run) => {
                let width = font::width(&run.text, run.size, run.weight);
                let left = match run.align {
                    Align::Left => run.at.x,
                    Align::Center => run.at.x - width / 2.0,
                    Align::Right => run.at.x - width,
                };
                let top = run.at.y - run.size * font::CAP_HEIGHT;
                Some((run.text.as_str(), Rect::new(left, top, left + width, run.at.y)))
            }
            _ => None,
        })
        .collect()
}

fn points(shape: &Shape) -> Vec<Point> {
    match shape {
        Shape::Rect { rect, .. } => vec![rect.min, rect.max],
        Shape::Polygon { points, .. } | Shape::Line { points, .. } => points.clone(),
        Shape::Text(run) => vec![run.at],
    }
}

/// Words are apart, large enough and inside; so is everything else.
fn check(scene: &Scene) -> Result<(), TestCaseError> {
    let (width, height) = scene.size;
    prop_assert!(width.is_finite() && height.is_finite());
    let texts = words(scene);
    for (index, (text, rect)) in texts.iter().enumerate() {
        prop_assert!(
            rect.min.x >= -0.5
                && rect.max.x <= width + 0.5
                && rect.min.y >= -0.5
                && rect.max.y <= height + 0.5,
            "{text:?} at {rect:?} leaves {width} by {height}"
        );
        for (other, at) in &texts[index + 1..] {
            prop_assert!(!rect.overlaps(at), "{text:?} at {rect:?} and {other:?} at {at:?}");
        }
        prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    }
    for item in &scene.items {
        prop_assert!(item.opacity > 0.0 && item.opacity <= 1.0);
        if let Shape::Text(run) = &item.shape {
            prop_assert!(run.size >= 11.99, "{} is {} points", run.text, run.size);
        }
        for point in points(&item.shape) {
            let slack = 12.0;
            prop_assert!(
                (-slack..=width + slack).contains(&point.x) && (-slack..=height + slack).contains(&point.y),
                "{:?} leaves {width} by {height}",
                item.shape
            );
        }
    }
    prop_assert!(scene.items.is_sorted_by_key(|item| item.layer));
    for target in &scene.targets {
        prop_assert!(!target.hint.is_empty() && target.rect.min.x.is_finite());
    }
    Ok(())
}

fn said(scene: &Scene) -> Vec<&str> {
    words(scene).into_iter().map(|(text, _)| text).collect()
}

fn says(scene: &Scene, wanted: &[&str]) {
    let said = said(scene);
    for text in wanted {
        assert!(said.contains(text), "{text:?} is not in {said:?}");
    }
}

fn find(scene: &Scene, wanted: &str) -> Rect {
    let words = words(scene);
    words.iter().find(|(text, _)| *text == wanted).unwrap_or_else(|| panic!("{wanted:?} in {words:?}")).1
}

fn all(size: (f32, f32), theme: &Theme) -> Vec<(String, Scene)> {
    let mut scenes = Vec::new();
    for plans in 0..=4 {
        for at in [None, Some(5.4)] {
            let mut chart = spot(plans);
            chart.at = at;
            chart.highlighted = plans / 2;
            scenes.push((format!("spot {plans} {at:?}"), spot_chart(&chart, size, theme)));
        }
    }
    for tries in [0, 1, 2, 100, 20_000] {
        scenes.push((format!("long {tries}"), spot_chart(&long(tries), size, theme)));
    }
    for tries in [0, 1, 8, 30] {
        scenes.push((format!("drive {tries}"), drive_chart(&rows(tries), size, theme)));
    }
    scenes.push(("drive 3000".into(), drive_chart(&many_rows(3000), size, theme)));
    scenes.push(("tornado".into(), tornado(&judgements(), size, theme)));
    scenes.push(("no tornado".into(), tornado(&Tornado::default(), size, theme)));
    scenes
}

#[test]
fn every_chart_keeps_its_words_apart_and_inside_at_any_size() {
    for theme in Themes::ALL.map(Themes::theme) {
        for size in SIZES {
            for (name, scene) in all(size, theme) {
                if let Err(error) = check(&scene) {
                    panic!("{name} at {size:?} in {}: {error}", theme.name);
                }
            }
        }
    }
}

#[test]
fn every_plan_is_named_at_the_end_of_its_line_in_the_order_of_their_ends() {
    let scene = spot_chart(&spot(4), (1280.0, 720.0), Themes::Night.theme());
    let names = ["Everything at once", "Foundations first", "Careful steps", "Exemplar, again and again"];
    let tops = names.map(|name| find(&scene, name).min.y);
    assert!(tops.is_sorted(), "{tops:?}");
    says(
        &scene,
        &[
            "Whole organisation, in yards",
            "start",
            "12",
            "needed by try 4: 30",
            "Change of leadership ▼ 2",
            "Lost control at try 8",
            "Made it",
            "Lost ground",
            "Lost control",
        ],
    );
}

#[test]
fn without_trials_there_is_no_band() {
    let mut chart = spot(1);
    for each in &mut chart.plans[0].tries {
        each.band = None;
    }
    let theme = Themes::Paper.theme();
    let scene = spot_chart(&chart, (640.0, 360.0), theme);
    let banded = |scene: &Scene| {
        scene.items.iter().any(|item| matches!(item.shape, Shape::Polygon { .. }) && item.opacity < 0.5)
    };
    assert!(!banded(&scene));
    assert!(!said(&scene).iter().any(|text| text.contains("trials")));
    assert!(banded(&spot_chart(&spot(1), (640.0, 360.0), theme)));
}

#[test]
fn a_line_is_broken_in_its_own_way_and_goes_on_thinner_after_the_drive() {
    let scene = spot_chart(&spot(4), (1280.0, 720.0), Themes::Contrast.theme());
    let theme = Themes::Contrast.theme();
    let dashes: Vec<_> = theme
        .plans
        .iter()
        .map(|color| {
            let widest = scene.items.iter().filter_map(|item| match &item.shape {
                Shape::Line { points, stroke } if stroke.color == *color && points.len() > 4 => Some(stroke),
                _ => None,
            });
            widest.max_by(|a, b| a.width.total_cmp(&b.width)).unwrap().dash
        })
        .collect();
    for (index, dash) in dashes.iter().enumerate() {
        assert!(!dashes[index + 1..].contains(dash), "{dashes:?}");
    }
}

#[test]
fn many_tries_are_thinned_to_what_can_be_seen() {
    let scene = spot_chart(&long(20_000), (640.0, 360.0), Themes::Night.theme());
    let points: usize = scene.items.iter().map(|item| points(&item.shape).len()).sum();
    assert!(points < 8_000, "{points}");
    says(&scene, &["start", "20\u{a0}000"]);
    assert!(scene.targets.len() < 300);
}

#[test]
fn the_pointer_finds_the_try() {
    let (chart, size, theme) = (spot(2), (640.0, 360.0), Themes::Night.theme());
    let scene = spot_chart(&chart, size, theme);
    let middle = Point { x: scene.field.min.x + scene.field.width() * 0.5, y: scene.field.min.y + 10.0 };
    let at = spot_try_at(&chart, size, theme, middle).unwrap();
    assert!((at - 6.0).abs() < 1e-3, "{at}");
    let hint = &scene.hit(middle).unwrap().hint;
    assert!(
        hint.starts_with("Try 6. Exemplar, again and again: 26 yards, 8 in 10 trials 23 to 31."),
        "{hint}"
    );
    assert_eq!(spot_try_at(&chart, size, theme, Point { x: 1.0, y: 1.0 }), None);
}

#[test]
fn a_drive_is_told_row_by_row() {
    let theme = Themes::Night.theme();
    let chart = rows(12);
    let scene = drive_chart(&chart, (1280.0, 720.0), theme);
    check(&scene).unwrap();
    says(
        &scene,
        &[
            "Try 1 of 4",
            "Exemplar service",
            "Change of leadership",
            "▲ +3",
            "▼ −2",
            "7 to go",
            "Lost ground: four new tries",
            "Lost control: the drive ends",
            "goal 80",
            "needed by try 4: 30",
        ],
    );
    let number = |text: &str| find(&scene, text).min.y;
    assert!(number("1") < number("2") && number("2") < number("Change of leadership"));
    let second = scene.targets.iter().find(|target| target.hint.starts_with("Try 2 ")).unwrap();
    let middle = Point { x: 30.0, y: f32::midpoint(second.rect.min.y, second.rect.max.y) };
    assert_eq!(drive_try_at(&chart, (1280.0, 720.0), theme, middle), Some(2));
}

#[test]
fn rows_that_do_not_fit_are_counted() {
    let theme = Themes::Night.theme();
    let chart = many_rows(100);
    let scene = drive_chart(&chart, (640.0, 360.0), theme);
    let shown = scene.targets.len();
    says(&scene, &[&format!("and {} more tries", 100 - shown)]);
    let tall = drive_chart(
        &chart,
        ChartView { size: (640.0, drive_chart_height(&chart, 1.0)), text_scale: 1.0 },
        theme,
    );
    assert_eq!(tall.targets.len(), 100);
    assert!(!said(&tall).iter().any(|text| text.contains("more")));
}

#[test]
fn what_matters_most_stands_on_top_and_what_changes_nothing_is_counted() {
    let theme = Themes::Paper.theme();
    let scene = tornado(&judgements(), (1280.0, 720.0), theme);
    let order = [
        "Legacy technology: 4 to 7",
        "Assumption: we accept the starting point",
        "Service redesign team: 3 to 6",
        "Statutory guidance on forty pages: 2 to 5",
        "User research: 1 to 3",
        "Link workers: 2 to 4",
    ];
    let tops = order.map(|label| find(&scene, label).min.y);
    assert!(tops.is_sorted(), "{tops:?}");
    says(&scene, &["Whole organisation at the end: 38 yards", "3 others change nothing", "41", "33"]);
    assert_eq!(
        scene.targets[0].hint,
        "Legacy technology: 4 to 7. Low: 41 yards. High: 33 yards. As judged: 38 yards"
    );
    assert_eq!(scene.targets[0].subject, Subject::Play);
    let few = tornado(&judgements(), (640.0, 130.0), theme);
    assert!(said(&few).iter().any(|text| text.ends_with("others change less than that")), "{:?}", said(&few));
    let tall =
        ChartView { size: (640.0, tornado_height(&judgements(), 640.0, usize::MAX, 1.0)), text_scale: 1.0 };
    assert_eq!(tornado(&judgements(), tall, theme).targets.len(), 7);
}

#[test]
fn words_can_be_read_over_every_band() {
    for theme in Themes::ALL.map(Themes::theme) {
        let mix = |ground: Color, plan: Color, share: f32| ground.mix(plan, share);
        let (strong, weak) = spot::BANDS;
        for highlighted in theme.plans {
            let ground = mix(theme.backdrop, highlighted, strong);
            for text in [theme.text, theme.text_soft, theme.to_gain] {
                assert!(
                    text.contrast(ground) >= 4.5,
                    "{}: {text:?} {:.2}",
                    theme.name,
                    text.contrast(ground)
                );
            }
            let all = theme.plans.iter().filter(|plan| **plan != highlighted);
            let ground = all.fold(theme.backdrop, |ground, plan| mix(ground, *plan, weak));
            let plate = mix(mix(ground, highlighted, strong), theme.backdrop, sheet::PLATE);
            for text in [theme.text_soft, theme.to_gain] {
                assert!(text.contrast(plate) >= 4.5, "{}: {text:?} {:.2}", theme.name, text.contrast(plate));
            }
        }
    }
}

fn odd() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => -20.0f64..130.0,
        1 => prop::sample::select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0, 1e300, f64::MIN_POSITIVE])
    ]
}

fn name() -> impl Strategy<Value = String> {
    // A name that reads like a number that is none would be taken for one.
    let reads_well = |name: &String| !name.contains("NaN") && !name.contains("inf");
    prop_oneof!["[a-zA-Z ]{0,12}", "\\PC{0,60}", Just("Statutory guidance on forty pages ".repeat(6))]
        .prop_filter("reads like no number", reads_well)
}

fn result() -> impl Strategy<Value = TryResult> {
    use TryResult::{FirstDown, Goal, NextTry, Setback, Turnover};
    prop::sample::select(vec![NextTry, NextTry, NextTry, FirstDown, Setback, Turnover, Goal])
}

fn any_try() -> impl Strategy<Value = SpotTry> {
    let band = prop::option::of((odd(), odd(), odd(), prop::option::of(odd())));
    (odd(), band, prop::option::of(odd()), prop::option::of(result())).prop_map(
        |(spot, band, to_gain, result)| {
            let band = band.map(|(p10, p50, p90, mean)| Band { mean, p10, p50, p90 });
            SpotTry { spot, band, to_gain, result }
        },
    )
}

fn any_plan() -> impl Strategy<Value = SpotPlan> {
    let event = (0u32..40, name(), odd()).prop_map(|(after, name, lost)| SpotEvent { after, name, lost });
    (name(), odd(), prop::collection::vec(any_try(), 0..30), prop::collection::vec(event, 0..5))
        .prop_map(|(name, start, tries, events)| SpotPlan { name, color: None, start, tries, events })
}

fn any_row() -> impl Strategy<Value = DriveRow> {
    let event = (name(), odd(), odd());
    let event =
        event.prop_map(|(name, spot_start, lost)| DriveRow::Event(DriveEvent { name, spot_start, lost }));
    let each = ((0u32..=u32::MAX, 0u32..6, 0u32..=u32::MAX), name(), (odd(), odd(), odd()), result())
        .prop_map(|((number, series, down), play, (spot_start, spot_end, to_gain), result)| {
            DriveRow::Try(DriveTry { number, series, down, play, spot_start, spot_end, to_gain, result })
        });
    prop_oneof![1 => event, 4 => each]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_comes_in_a_chart_comes_out(plans in prop::collection::vec(any_plan(), 0..6), highlighted in 0usize..9,
        series_tries in prop::sample::select(vec![0u32, 1, 4, u32::MAX]), goal in odd(), at in prop::option::of(odd()), title in name(),
        rows in prop::collection::vec(any_row(), 0..40), bars in prop::collection::vec((name(), odd(), odd()), 0..30), base in odd(),
        per_cent: bool, size in (1.0f32..1400.0, 1.0f32..900.0), text_scale in 1.0f32..2.0) {
        let theme = Themes::Night.theme();
        let view = ChartView { size, text_scale };
        let bars = bars.into_iter().map(|(label, low, high)| TornadoBar { label, low, high, subject: Subject::Play }).collect();
        let unit = if per_cent { TornadoUnit::PerCent } else { TornadoUnit::Yards };
        check(&tornado(&Tornado { title: title.clone(), result: title.clone(), unit, base, bars }, view, theme))?;
        check(&drive_chart(&DriveChart { title: title.clone(), rows, series_tries, goal, at: Some(2) }, view, theme))?;
        check(&spot_chart(&SpotChart { title, plans, highlighted, series_tries, goal, at }, view, theme))?;
    }
}

#[test]
fn a_small_chart_of_each_kind_as_svg() {
    let (size, theme) = ((320.0, 240.0), Themes::Paper.theme());
    insta::assert_snapshot!("spot", svg(&spot_chart(&spot(2), size, theme), "", ""));
    insta::assert_snapshot!("drive", svg(&drive_chart(&rows(8), size, theme), "", ""));
    insta::assert_snapshot!("tornado", svg(&tornado(&judgements(), size, theme), "", ""));
}

/// Every chart becomes pixels in every theme; where `CHARTS` names a folder they are written there, to be looked at.
#[test]
fn every_chart_becomes_a_picture() {
    let folder = std::env::var_os("CHARTS").map(std::path::PathBuf::from);
    let sizes: &[(f32, f32)] = match folder {
        Some(_) => &[(640.0, 360.0), (1280.0, 720.0), (400.0, 220.0), (1920.0, 1080.0)],
        None => &[(320.0, 180.0)],
    };
    for theme in Themes::ALL.map(Themes::theme) {
        for size in sizes {
            for (name, scene) in all(*size, theme) {
                let bytes = png(&rasterize(&scene, 1.0).unwrap()).unwrap();
                assert!(
                    bytes.starts_with(b"\x89PNG") && svg(&scene, &name, "").starts_with("<svg"),
                    "{name}"
                );
                if let Some(folder) = &folder {
                    let file = format!("{}-{}-{}.png", name.replace(' ', "-"), size.0, theme.name);
                    std::fs::write(folder.join(file), bytes).unwrap();
                }
            }
        }
    }
}
