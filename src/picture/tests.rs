//! What must hold for every picture.

use proptest::prelude::*;

use super::fixture::{frames, main_screen, token, view, views};
use super::*;
use crate::model::{ChannelId, PlayerId, Side, Subject};

/// Where a line of text is, without what hangs below the baseline.
fn bounds(run: &TextRun) -> Rect {
    let width = font::width(&run.text, run.size, run.weight);
    let left = match run.align {
        Align::Left => run.at.x,
        Align::Center => run.at.x - width / 2.0,
        Align::Right => run.at.x - width,
    };
    Rect::new(left, run.at.y - run.size * font::CAP_HEIGHT, left + width, run.at.y)
}

pub(super) fn texts(scene: &Scene) -> Vec<(&TextRun, Rect)> {
    scene
        .items
        .iter()
        .filter_map(|item| match &item.shape {
            Shape::Text(run) if !run.text.trim().is_empty() => Some((run, bounds(run))),
            _ => None,
        })
        .collect()
}

fn pills(scene: &Scene) -> Vec<Rect> {
    scene
        .targets
        .iter()
        .filter(|target| matches!(target.subject, Subject::Player(_)))
        .map(|target| target.rect)
        .collect()
}

/// The rectangle a little smaller, so that touching is not overlapping.
fn shrunk(rect: Rect) -> Rect {
    let by = 0.05;
    Rect::new(rect.min.x + by, rect.min.y + by, rect.max.x - by, rect.max.y - by)
}

pub(super) fn check(scene: &Scene) -> Result<(), TestCaseError> {
    let texts = texts(scene);
    let pills = pills(scene);
    for (index, (run, rect)) in texts.iter().enumerate() {
        prop_assert!(
            rect.min.x >= -0.5
                && rect.max.x <= scene.size.0 + 0.5
                && rect.min.y >= -0.5
                && rect.max.y <= scene.size.1 + 0.5,
            "{:?} at {rect:?} leaves the picture",
            run.text
        );
        for (other, other_rect) in &texts[index + 1..] {
            prop_assert!(
                !shrunk(*rect).overlaps(&shrunk(*other_rect)),
                "{:?} at {rect:?} and {:?} at {other_rect:?}",
                run.text,
                other.text
            );
        }
        for pill in &pills {
            let own = pill.contains(Point {
                x: f32::midpoint(rect.min.x, rect.max.x),
                y: f32::midpoint(rect.min.y, rect.max.y),
            });
            prop_assert!(
                own || !shrunk(*rect).overlaps(&shrunk(*pill)),
                "{:?} at {rect:?} on {pill:?}",
                run.text
            );
        }
    }
    for (index, pill) in pills.iter().enumerate() {
        prop_assert!(pill.min.x >= -0.5 && pill.max.x <= scene.size.0 + 0.5);
        for other in &pills[index + 1..] {
            prop_assert!(!shrunk(*pill).overlaps(&shrunk(*other)), "{pill:?} {other:?}");
        }
    }
    for item in &scene.items {
        prop_assert!((0.0..=1.0).contains(&item.opacity));
    }
    prop_assert!(scene.items.is_sorted_by_key(|item| item.layer));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn nothing_covers_anything_and_all_stays_in_the_picture(frame in frames(24), view in views()) {
        check(&draw(&frame, &view, Themes::Night.theme()))?;
    }

    #[test]
    fn crowds_make_way(frame in frames(200), view in views()) {
        check(&draw(&frame, &view, Themes::Paper.theme()))?;
    }

    #[test]
    fn the_ruler_keeps_its_words_apart(frame in frames(2), view in views(), spot in 0.0f64..100.0, needed in 0.0f64..100.0,
        goal in 10.0f64..=100.0, width in 200.0f32..1600.0) {
        let mut frame = frame;
        frame.run.spot = spot;
        frame.run.line_to_gain = needed;
        frame.run.goal = goal;
        check(&draw_ruler(&frame, &view, (width, 40.0 * view.text_scale), Themes::Night.theme()))?;
    }
}

#[test]
fn the_small_field_as_svg() {
    let scene = draw(&main_screen(), &view(), Themes::Night.theme());
    check(&scene).unwrap();
    insta::assert_snapshot!(svg(&scene, "Exemplar", "The small field."));
}

#[test]
fn everything_that_matters_is_said() {
    let scene = draw(&main_screen(), &view(), Themes::Night.theme());
    let said: Vec<&str> = texts(&scene).iter().map(|(run, _)| run.text.as_str()).collect();
    for wanted in [
        "Exemplar",
        "38",
        "▲ 3",
        "▼ 1",
        "24",
        "20",
        "Nobody working on this",
        "18 yards ahead of Governance",
        "Out on its own: slips back 2",
        "safe distance",
        "gone round",
        "Service redesign team",
        "57\u{a0}%",
        "needed by try 4: 30 ✓",
        "goal 100",
        "& funding",
    ] {
        assert!(said.contains(&wanted), "{wanted} is not in {said:?}");
    }
}

#[test]
fn the_pointer_finds_tokens_before_lanes() {
    let scene = draw(&main_screen(), &view(), Themes::Night.theme());
    let of = |subject: &Subject| scene.targets.iter().find(|target| target.subject == *subject).unwrap();
    let team = of(&Subject::Player(PlayerId::from("team")));
    let middle = Point {
        x: f32::midpoint(team.rect.min.x, team.rect.max.x),
        y: f32::midpoint(team.rect.min.y, team.rect.max.y),
    };
    let hit = scene.hit(middle).unwrap();
    assert_eq!(hit.hint, "Service redesign team moves us forward and has the ball (offense, ball carrier)");
    let lane = of(&Subject::Channel(ChannelId::from("c2")));
    assert_eq!(
        lane.hint,
        "Governance & funding: 20 of 100 yards come (its front). Nobody working on this (open flank)"
    );
}

#[test]
fn a_hundred_a_side_are_all_there() {
    let mut frame = main_screen();
    frame.tokens = (0..200)
        .map(|index| {
            let side = if index < 100 { Side::Offense } else { Side::Defense };
            token(&format!("p{index}"), side, "A team with a name", index % 3, 20.0 + (index % 17) as f64)
        })
        .collect();
    let scene = draw(&frame, &view(), Themes::Night.theme());
    check(&scene).unwrap();
    let players = scene.targets.iter().filter(|target| matches!(target.subject, Subject::Player(_))).count();
    assert_eq!(players, 201);
}

#[test]
fn what_is_out_on_its_own_does_not_fade() {
    let mut frame = main_screen();
    frame.focus.clear();
    frame.dim = 1.0;
    let scene = draw(&frame, &view(), Themes::Night.theme());
    let theme = Themes::Night.theme();
    for item in &scene.items {
        match &item.shape {
            Shape::Polygon { fill: Some(color), .. } if *color == theme.island => {
                assert_eq!(item.opacity, 1.0);
            }
            // What steps back stays opaque and takes on the colour of the turf.
            Shape::Text(run) if run.text.starts_with("Service redesign") => {
                assert_ne!(run.color, theme.offense_text);
                assert_eq!(item.opacity, 1.0);
            }
            _ => {}
        }
    }
}
