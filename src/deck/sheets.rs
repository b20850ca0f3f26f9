//! Every step as the frames a page plays, with the words that go with it.

use serde::Serialize;

use super::{Deck, FRAMES_A_SECOND};
use crate::picture::{Reel, Scene, StepView, Strip, Theme, draw_step, step_window};
use crate::show::{Room, Rundown, Sight, told_step};
use crate::timeline::Frame;

/// The size of every picture, in points.
pub(super) const SIZE: (f32, f32) = (1920.0, 1080.0);

/// What the page's script reads.
#[derive(Debug, Serialize)]
pub(super) struct Sheets<'a> {
    title: &'a str,
    size: (f32, f32),
    elements: Vec<String>,
    pub(super) steps: Vec<Sheet<'a>>,
}

/// One step.
#[derive(Debug, Serialize)]
pub(super) struct Sheet<'a> {
    pub(super) item: usize,
    pub(super) title: &'a str,
    pub(super) caption: &'a str,
    /// What the field itself says where the step rests.
    pub(super) headline: String,
    /// The whole picture in words.
    pub(super) says: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    notes: Option<&'a str>,
    /// How long it moves.
    seconds: f64,
    frames: Strip,
}

impl<'a> Sheets<'a> {
    /// Draws every step; `drawn` hears how many are done.
    pub(super) fn draw(deck: &Deck<'a>, drawn: &mut dyn FnMut(usize)) -> Self {
        let rundown = deck.rundown;
        let mut reel = Reel::default();
        let mut steps = Vec::with_capacity(rundown.steps.len());
        for (at, step) in rundown.steps.iter().enumerate() {
            let (moments, seconds) = moments(rundown, at);
            let scenes = moments.into_iter().map(|secs| {
                let frame = secs.and_then(|secs| rundown.frame(at, secs));
                step_picture(rundown, at, frame.as_ref(), deck.theme)
            });
            let frames = reel.take(scenes);
            steps.push(Sheet {
                item: step.item,
                title: &step.title,
                caption: &step.caption,
                headline: rundown.rest(at).map(|frame| frame.headline).unwrap_or_default(),
                says: told_step(rundown, at, None),
                notes: step.notes.as_deref().filter(|_| deck.notes),
                seconds,
                frames,
            });
            drawn(at + 1);
        }
        Self { title: &rundown.title, size: SIZE, elements: reel.elements().to_vec(), steps }
    }
}

/// The moments at which a step is drawn, the last where it rests, and how long it moves; no moment is where it rests
/// anyway. Seconds.
fn moments(rundown: &Rundown, at: usize) -> (Vec<Option<f64>>, f64) {
    match rundown.steps.get(at).map(|step| &step.sight) {
        Some(Sight::Moment { from_secs, at_secs, .. }) if at_secs > from_secs => {
            let seconds = at_secs - from_secs;
            let count = (seconds * FRAMES_A_SECOND).ceil().max(1.0) as usize;
            let moment = |number: usize| from_secs + seconds * number as f64 / count as f64;
            let mut moments: Vec<Option<f64>> = (0..count).map(|number| Some(moment(number))).collect();
            moments.push(Some(*at_secs));
            (moments, seconds)
        }
        _ => (vec![None], 0.0),
    }
}

/// A step's picture at a moment, or without one where it rests.
#[must_use]
pub fn step_picture(rundown: &Rundown, at: usize, frame: Option<&Frame>, theme: &Theme) -> Scene {
    let (from_yard, to_yard) = step_window(rundown, at);
    let view = StepView {
        size: SIZE,
        from_yard,
        to_yard,
        frame,
        room: &Room::default(),
        reveals: false,
        ink: &[],
        spotlight: None,
        per_cent: false,
    };
    draw_step(rundown, at, &view, theme)
}
