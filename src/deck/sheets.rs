//! Every step as the frames a page plays, with the words that go with it.

use serde::Serialize;

use super::words::{headline, told};
use super::{Deck, FRAMES_A_SECOND};
use crate::picture::{
    Align, Beside, Item, Layer, Point, Rect, Reel, Scene, Shape, Strip, TextRun, Theme, View, Weight, draw,
    draw_beside, font,
};
use crate::show::{Rundown, Sight};
use crate::timeline::Frame;

/// The size of every picture, in points.
pub(super) const SIZE: (f32, f32) = (1920.0, 1080.0);
/// What is shown of the field behind the hindmost front and beyond the foremost, in yards.
const AROUND: (f64, f64) = (15.0, 25.0);
/// The whole field with its margins, in yards.
const WHOLE: (f64, f64) = (-3.0, 103.0);

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
                headline: headline(rundown, at),
                says: told(rundown, at),
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
    let rest = rundown.rest(at);
    if let Some(frame) = frame.or(rest.as_ref()) {
        let (from_yard, to_yard) = window(rundown, at);
        return draw(frame, &view(from_yard, to_yard), theme);
    }
    match rundown.steps.get(at).map(|step| &step.sight) {
        Some(Sight::Compare { acts }) => compared(rundown, acts, theme),
        _ => card(rundown, at, theme),
    }
}

fn view(from_yard: f64, to_yard: f64) -> View {
    View { size: SIZE, from_yard, to_yard, text_scale: 1.0, standalone: true, hovered: None, selected: None }
}

/// Where a step's act is, with room around it: the same for each of its steps, so that nothing jumps.
fn window(rundown: &Rundown, at: usize) -> (f64, f64) {
    let act = rundown.steps.get(at).and_then(|step| rundown.acts.get(step.act()?));
    let Some(frame) = act.map(|act| act.timeline.frame(0.0)) else { return WHOLE };
    let fronts = || frame.channels.iter().flat_map(|channel| [channel.start, channel.end]);
    let (first, last) =
        fronts().fold((100.0, 0.0), |(first, last): (f64, f64), front| (first.min(front), last.max(front)));
    ((first - AROUND.0).max(WHOLE.0), (last + AROUND.1).min(WHOLE.1))
}

/// Acts at their end, side by side.
fn compared(rundown: &Rundown, acts: &[usize], theme: &Theme) -> Scene {
    let acts: Vec<_> = acts.iter().filter_map(|act| rundown.acts.get(*act)).collect();
    let frames: Vec<Frame> = acts.iter().map(|act| act.timeline.frame(f64::MAX)).collect();
    let fields: Vec<Beside<'_>> = acts
        .iter()
        .zip(&frames)
        .zip(theme.plans.iter().cycle())
        .map(|((act, frame), color)| Beside {
            name: &act.title,
            result: "",
            frame,
            number: act.down.map_or(1, |down| down as u32 + 1),
            color: *color,
            chosen: false,
        })
        .collect();
    let view = View { text_scale: 1.8, standalone: false, ..view(WHOLE.0, WHOLE.1) };
    let mut scene = draw_beside(&fields, &view, theme);
    scene.items.insert(0, backdrop(theme));
    scene
}

/// Words alone.
fn card(rundown: &Rundown, at: usize, theme: &Theme) -> Scene {
    const HEADING: f32 = 96.0;
    const WORDS: f32 = 52.0;
    let room = SIZE.0 - 320.0;
    let mut items = vec![backdrop(theme)];
    let Some(step) = rundown.steps.get(at) else { return Scene { size: SIZE, items, ..Scene::default() } };
    let heading = font::wrap(&step.title, HEADING, Weight::Bold, room, 3);
    let words = font::wrap(&step.caption, WORDS, Weight::Regular, room, 8);
    let height = (heading.len() as f32 * HEADING).mul_add(1.25, words.len() as f32 * WORDS * 1.5);
    let mut y = ((SIZE.1 - height) / 2.0).max(80.0);
    let lines = heading.iter().map(|line| (line, HEADING, 1.25, Weight::Bold, theme.text));
    let below = words.iter().map(|line| (line, WORDS, 1.5, Weight::Regular, theme.text_soft));
    for (line, size, leading, weight, color) in lines.chain(below) {
        y += size * leading;
        let run = TextRun {
            at: Point { x: 160.0, y },
            align: Align::Left,
            text: line.clone(),
            size,
            weight,
            color,
        };
        items.push(Item { layer: Layer::Lines, shape: Shape::Text(run), opacity: 1.0 });
    }
    Scene { size: SIZE, items, ..Scene::default() }
}

fn backdrop(theme: &Theme) -> Item {
    let rect = Rect::new(0.0, 0.0, SIZE.0, SIZE.1);
    let shape = Shape::Rect { rect, corner: 0.0, fill: Some(theme.backdrop), stroke: None };
    Item { layer: Layer::Turf, shape, opacity: 1.0 }
}
