//! Every shipped play at any size: nothing panics, every number is finite, every head to head is there.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::fixture::view;
use super::*;
use crate::model::{Phase, PlayId, Subject};
use crate::play_file::{Lookup as _, Playbook};
use crate::rules::{Lineup, State, Switches, repeat};
use crate::timeline::{Frame, Timeline};

/// Every shipped play, run once and four times.
pub(super) static TIMELINES: LazyLock<Vec<Timeline>> = LazyLock::new(|| {
    let book = Playbook::built_in();
    let mut timelines = Vec::new();
    for (entry, play) in book.plays() {
        let model = book.model(&play.model).unwrap();
        let start = State::level(&model, 20.0);
        let lineup = Lineup::new(PlayId::from(&*entry.stem), play.clone(), model);
        for times in [1, 4] {
            timelines.push(Timeline::new(&lineup, &repeat(&lineup, &start, &Switches::of(play), times)));
        }
    }
    timelines
});

fn numbers(scene: &Scene) -> Vec<f32> {
    let of_rect = |rect: &Rect| [rect.min.x, rect.min.y, rect.max.x, rect.max.y];
    let of_stroke = |stroke: &Stroke| {
        let (dash, gap) = stroke.dash.unwrap_or_default();
        [stroke.width, dash, gap]
    };
    let mut numbers = Vec::new();
    for item in &scene.items {
        numbers.push(item.opacity);
        match &item.shape {
            Shape::Rect { rect, corner, stroke, .. } => {
                numbers.extend(of_rect(rect));
                numbers.push(*corner);
                numbers.extend(stroke.iter().flat_map(of_stroke));
            }
            Shape::Polygon { points, stroke, .. } => {
                numbers.extend(points.iter().flat_map(|at| [at.x, at.y]));
                numbers.extend(stroke.iter().flat_map(of_stroke));
            }
            Shape::Line { points, stroke } => {
                numbers.extend(points.iter().flat_map(|at| [at.x, at.y]));
                numbers.extend(of_stroke(stroke));
            }
            Shape::Text(run) => numbers.extend([run.at.x, run.at.y, run.size]),
        }
    }
    numbers.extend(scene.targets.iter().flat_map(|target| of_rect(&target.rect)));
    numbers
}

fn still(timeline: &Timeline, phase: Phase) -> Frame {
    timeline.frame(timeline.still_of(phase))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_play_is_drawn_at_any_size(play in any::<prop::sample::Index>(), phase in prop::sample::select(Phase::ALL.to_vec()),
        width in prop_oneof![1.0f32..2000.0, 1.0f32..260.0], height in prop_oneof![1.0f32..1200.0, 1.0f32..200.0],
        window in prop::sample::select(vec![(-4.0, 107.0), (5.0, 63.0), (30.0, 40.0), (60.0, 107.0), (20.0, 20.0), (f64::NAN, 9.0)]),
        text_scale in 0.5f32..2.0, standalone: bool) {
        let frame = still(play.get(&TIMELINES), phase);
        let (from_yard, to_yard) = window;
        let view = View { size: (width, height), from_yard, to_yard, text_scale, standalone, ..view() };
        for scene in [draw(&frame, &view, Themes::Night.theme()),
            draw_ruler(&frame, &view, (width, height), Themes::Night.theme())] {
            prop_assert!(numbers(&scene).iter().all(|number| number.is_finite()));
            prop_assert!(scene.items.iter().all(|item| item.opacity > 0.0));
        }
    }
}

#[test]
fn every_head_to_head_has_its_bar_on_its_defender() {
    let theme = Themes::Night.theme();
    for timeline in TIMELINES.iter() {
        let frame = still(timeline, Phase::Battles);
        for size in [(1280.0, 720.0), (640.0, 420.0), (480.0, 400.0)] {
            for (from_yard, to_yard) in [(-4.0, 107.0), (5.0, 63.0)] {
                let view = View { size, from_yard, to_yard, standalone: false, ..view() };
                let scene = draw(&frame, &view, theme);
                // Who has run far in four tries may meet beyond the edge.
                let in_view = |at: f64| (from_yard..=to_yard).contains(&at);
                let met =
                    frame.battles.iter().filter(|battle| battle.filled > 0.0 && in_view(battle.at.yards));
                for battle in met {
                    let find =
                        |subject: &Subject| scene.targets.iter().find(|target| target.subject == *subject);
                    let Some(token) = find(&Subject::Player(battle.defender.clone())) else {
                        panic!("{} is not shown at {size:?}", battle.defender);
                    };
                    let bar = find(&Subject::HeadToHead(battle.defender.clone())).unwrap();
                    assert!(bar.rect.overlaps(&token.rect), "{} at {size:?}", battle.defender);
                    let drawn = scene.items.iter().any(|item| {
                        matches!(&item.shape, Shape::Rect { rect, fill: Some(color), .. }
                            if *color == theme.offense_edge && rect.overlaps(&token.rect) && bar.rect.overlaps(rect))
                    });
                    assert!(drawn, "{} at {size:?}", battle.defender);
                }
            }
        }
    }
}
