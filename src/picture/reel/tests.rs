//! What is unrolled is what was taken.

use super::*;
use crate::model::PlayId;
use crate::picture::fixture::view;
use crate::picture::{Themes, draw};
use crate::play_file::{Lookup as _, Playbook};
use crate::rules::{Lineup, State, Switches, repeat};
use crate::timeline::Timeline;

fn exemplar() -> Timeline {
    let playbook = Playbook::built_in();
    let play = playbook.play(&PlayId::from("exemplar")).unwrap();
    let model = playbook.model(&play.model).unwrap();
    let (state, switches) = (State::level(&model, 20.0), Switches::of(&play));
    let lineup = Lineup::new(PlayId::from("exemplar"), play, model);
    Timeline::new(&lineup, &repeat(&lineup, &state, &switches, 1))
}

fn scenes(count: usize) -> Vec<Scene> {
    let timeline = exemplar();
    let view = view();
    let secs = timeline.duration_secs() / (count - 1) as f64;
    let frames = (0..count).map(|number| timeline.frame(number as f64 * secs));
    frames.map(|frame| draw(&frame, &view, Themes::Night.theme())).collect()
}

/// Every element of a scene as (element, place in points, opacity), layer by layer.
fn told(scene: &Scene) -> Vec<(usize, String, Point, f32)> {
    let items = scene.items.iter().filter(|item| item.opacity >= 0.005);
    let mut told: Vec<_> = items
        .map(|item| {
            let at = anchor(&item.shape);
            let text = element(&item.shape.clone().moved(Point { x: -at.x, y: -at.y }));
            (place_of(item.layer), text, at, item.opacity)
        })
        .collect();
    told.sort_by_key(|(layer, ..)| *layer);
    told
}

#[test]
fn what_is_unrolled_is_what_was_taken() {
    let scenes = scenes(90);
    let mut reel = Reel::default();
    let strip = reel.take(scenes.clone());
    let frames = strip.unrolled();
    assert_eq!(frames.len(), scenes.len());
    for (number, (frame, scene)) in frames.iter().zip(&scenes).enumerate() {
        let within = if number + 1 == scenes.len() { 0.051 } else { 0.151 };
        let wanted = told(scene);
        let placed =
            frame.iter().enumerate().flat_map(|(layer, all)| all.iter().map(move |one| (layer, one)));
        assert_eq!(frame.iter().map(Vec::len).sum::<usize>(), wanted.len(), "frame {number}");
        for ((layer, placed), (wanted_layer, text, at, opacity)) in placed.zip(wanted) {
            assert_eq!(layer, wanted_layer);
            assert_eq!(reel.elements()[placed.element as usize], text);
            let off = (placed.x as f32 / 10.0 - at.x).abs().max((placed.y as f32 / 10.0 - at.y).abs());
            assert!(off <= within, "frame {number}: {text} is {off} off");
            assert!((placed.opacity as f32 / 100.0 - opacity).abs() <= 0.006);
        }
    }
}

#[test]
fn a_play_takes_little_room() {
    let mut reel = Reel::default();
    let scenes = scenes(108);
    let plain: usize = scenes.iter().map(|scene| crate::picture::svg(scene, "", "").len()).sum();
    let strip = reel.take(scenes);
    let numbers: usize = strip.frames.iter().flatten().map(|number| number.to_string().len() + 1).sum();
    let table: usize = reel.elements().iter().map(String::len).sum();
    assert!((numbers + table) * 12 < plain, "{numbers} + {table} of {plain}");
}

#[test]
fn what_was_taken_before_is_not_kept_twice() {
    let mut reel = Reel::default();
    let first = reel.take(scenes(12));
    let count = reel.elements().len();
    assert_eq!(reel.take(scenes(12)), first);
    assert_eq!(reel.elements().len(), count);
}

#[test]
fn numbers_that_make_no_sense_change_nothing() {
    let broken = Strip { frames: vec![vec![1, 9, 0, 0, 1, 0, 0, 0, 100], vec![0, 0], vec![1, 0, 5, 3, 9]] };
    assert!(broken.unrolled().iter().flatten().all(Vec::is_empty));
}
