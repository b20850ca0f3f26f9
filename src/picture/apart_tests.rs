//! What means different things and may stand side by side is told apart by lightness, or by shape, whoever looks: the pairs,
//! and which of the two holds, checked on what is drawn.

use std::collections::BTreeSet;

use super::eyes::Eyes;
use super::fixture::view;
use super::shipped_tests::TIMELINES;
use super::*;
use crate::model::{Phase, Subject};
use crate::timeline::Frame;

type Pick = fn(&Theme) -> Color;
type Shown = fn(&Frame, &Scene, &Theme) -> Result<(), String>;

/// How two things are told apart without their hue.
enum By {
    /// Their lightness differs by 3:1 at least, for every kind of eyes in every theme.
    Lightness,
    /// Their shapes differ: how, and a look at the scene of a frame that finds nothing to the contrary.
    Shape(&'static str, Shown),
}

macro_rules! pair {
    ($one:ident, $other:ident, $by:expr) => {
        (
            concat!(stringify!($one), " and ", stringify!($other)),
            (|theme| theme.$one) as Pick,
            (|theme| theme.$other) as Pick,
            $by,
        )
    };
}

fn pairs() -> Vec<(&'static str, Pick, Pick, By)> {
    use By::{Lightness, Shape};
    vec![
        pair!(offense_edge, defense_fill, Lightness),
        pair!(offense_edge, offense_fill, Lightness),
        pair!(defense_edge, defense_fill, Lightness),
        pair!(island, turf, Lightness),
        pair!(front, ground, Lightness),
        pair!(front, turf, Lightness),
        pair!(alarm, ground, Lightness),
        pair!(alarm, turf, Lightness),
        pair!(gain, turf, Lightness),
        pair!(to_gain, turf, Lightness),
        pair!(to_gain, ground, Lightness),
        pair!(ball, ball_edge, Lightness),
        pair!(low_end, high_end, Lightness),
        pair!(offense_fill, defense_fill, Shape("round and square", corners)),
        pair!(offense_edge, defense_edge, Shape("round and square", corners)),
        pair!(ground, turf, Shape("the thick edge of the front stands between them", edges)),
        pair!(ground, island, Shape("solid and striped, with a gap between them", stripes)),
        pair!(gain, alarm, Shape("▲, and ▼ or words", signs)),
        pair!(gain, front, Shape("▲, and a plain number", signs)),
        pair!(alarm, front, Shape("▼ or words, and a plain number", signs)),
        pair!(gain, to_gain, Shape("▲ in a lane, and words on the ruler", signs)),
        pair!(guide, front, Shape("broken and solid", broken)),
        pair!(defense_edge, alarm, Shape("solid outline; gone round is broken", outlines)),
    ]
}

/// A scene of a frame in which nothing steps back.
fn scene(frame: &Frame, theme: &Theme) -> Scene {
    let (from_yard, to_yard) = (-4.0, 107.0);
    draw(frame, &View { from_yard, to_yard, ..view() }, theme)
}

fn frames() -> impl Iterator<Item = Frame> {
    TIMELINES.iter().flat_map(|timeline| {
        Phase::ALL.into_iter().map(|phase| {
            let frame = timeline.frame(timeline.still_of(phase));
            Frame { dim: 0.0, focus: Vec::new(), ..frame }
        })
    })
}

/// Every rectangle with its corner, its inside and its outline.
fn rects(scene: &Scene) -> impl Iterator<Item = (Rect, f32, Option<Color>, Option<Stroke>)> {
    scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Rect { rect, corner, fill, stroke } => Some((*rect, *corner, *fill, *stroke)),
        _ => None,
    })
}

fn texts(scene: &Scene) -> impl Iterator<Item = &TextRun> {
    scene.items.iter().filter_map(|item| match &item.shape {
        Shape::Text(run) if !run.text.is_empty() => Some(run),
        _ => None,
    })
}

fn corners(_: &Frame, scene: &Scene, theme: &Theme) -> Result<(), String> {
    let mut seen = (0, 0);
    for (rect, corner, fill, stroke) in rects(scene) {
        let edge = stroke.map(|stroke| stroke.color);
        let round = corner / rect.height();
        if fill == Some(theme.offense_fill) && edge == Some(theme.offense_edge) {
            seen.0 += 1;
            if round < 0.45 {
                return Err(format!("one of ours is square: {round}"));
            }
        } else if fill == Some(theme.defense_fill) && edge == Some(theme.defense_edge) {
            seen.1 += 1;
            if round > 0.15 {
                return Err(format!("a force is round: {round}"));
            }
        }
    }
    // The legend has one of ours and two forces.
    if seen.0 > 1 && seen.1 > 2 { Ok(()) } else { Err(format!("players are missing: {seen:?}")) }
}

fn edges(frame: &Frame, scene: &Scene, theme: &Theme) -> Result<(), String> {
    let edges: Vec<Rect> = rects(scene)
        .filter(|(rect, _, fill, _)| *fill == Some(theme.front) && rect.height() > 40.0)
        .map(|(rect, ..)| rect)
        .collect();
    if edges.len() != frame.channels.len() || edges.iter().any(|edge| edge.width() < 3.0) {
        return Err(format!("fronts without an edge: {edges:?}"));
    }
    for (ground, ..) in rects(scene).filter(|(rect, _, fill, _)| {
        *fill == Some(theme.ground) && rect.height() > 40.0 && scene.field.overlaps(rect)
    }) {
        let beside = |edge: &&Rect| edge.min.y <= ground.min.y + 3.0 && edge.max.y >= ground.max.y - 3.0;
        let Some(edge) = edges.iter().find(beside) else { return Err("ground without a front".into()) };
        if ground.max.x > edge.max.x {
            return Err(format!("ground goes beyond its front: {ground:?} {edge:?}"));
        }
    }
    Ok(())
}

fn stripes(frame: &Frame, scene: &Scene, theme: &Theme) -> Result<(), String> {
    let solid = rects(scene).any(|(.., fill, _)| fill == Some(theme.island));
    let lanes = frame.channels.len() as f32;
    let striped = |lane: usize| {
        let height = scene.field.height() / lanes;
        let top = (lane as f32).mul_add(height, scene.field.min.y);
        let inside =
            move |points: &[Point]| points.iter().all(|at| at.y >= top - 2.0 && at.y <= top + height + 2.0);
        scene.items.iter().filter(move |item| {
            matches!(&item.shape, Shape::Polygon { points, fill: Some(fill), .. }
                if *fill == theme.island && inside(points))
        })
    };
    for (lane, channel) in frame.channels.iter().enumerate() {
        let wide = channel.island.is_some_and(|island| island.to - island.from > 3.0 && island.shown >= 1.0);
        if wide && striped(lane).count() < 2 {
            return Err(format!("lane {lane} is out on its own without stripes"));
        }
    }
    if solid { Err("an island is solid".into()) } else { Ok(()) }
}

fn signs(frame: &Frame, scene: &Scene, theme: &Theme) -> Result<(), String> {
    let wordy = |text: &str| text.chars().any(char::is_alphabetic);
    for run in texts(scene) {
        let wrong = (run.color == theme.gain && !run.text.starts_with('▲'))
            || (run.color == theme.alarm && !run.text.starts_with('▼') && !wordy(&run.text))
            || (run.color == theme.to_gain && !wordy(&run.text));
        if wrong && theme.gain != theme.front && theme.alarm != theme.front {
            return Err(format!("{:?} is told by its colour alone", run.text));
        }
    }
    // Names and numbers give way to each other, but a gain does not lose its sign.
    let gains = frame.channels.iter().any(|channel| channel.gained >= 0.5);
    let told = texts(scene).any(|run| run.text.starts_with('▲'));
    if gains && !told { Err("a gain has no sign".into()) } else { Ok(()) }
}

fn broken(_: &Frame, scene: &Scene, theme: &Theme) -> Result<(), String> {
    for item in &scene.items {
        if let Shape::Line { points, stroke } = &item.shape
            && item.layer == Layer::Ground
            && stroke.color == theme.guide
            && points.iter().all(|at| at.x == points[0].x)
            && points.iter().any(|at| (at.y - points[0].y).abs() > 40.0)
            && stroke.dash.is_none()
        {
            return Err(format!("a guide is as solid as a front: {points:?}"));
        }
    }
    Ok(())
}

fn outlines(frame: &Frame, scene: &Scene, theme: &Theme) -> Result<(), String> {
    for target in &scene.targets {
        let Subject::Player(id) = &target.subject else { continue };
        let behind = frame.gone_round.iter().any(|force| force.id == *id);
        let token = rects(scene).find(|(rect, _, fill, stroke)| {
            *rect == target.rect && *fill == Some(theme.defense_fill) && stroke.is_some()
        });
        let Some((_, _, _, Some(stroke))) = token else { continue };
        if stroke.dash.is_some() != behind {
            return Err(format!("{id} is drawn as if {}", if behind { "in the way" } else { "gone round" }));
        }
    }
    Ok(())
}

#[test]
fn whatever_means_something_else_is_told_apart_without_its_hue() {
    let mut wrong = BTreeSet::new();
    for (name, one, other, by) in pairs() {
        for theme in Themes::ALL.map(Themes::theme) {
            match by {
                By::Lightness => {
                    for eyes in Eyes::ALL {
                        let ratio = eyes.seen(one(theme)).contrast(eyes.seen(other(theme)));
                        if ratio < 3.0 {
                            wrong.insert(format!("{}, {eyes:?}: {name} have {ratio:.2}", theme.name));
                        }
                    }
                }
                By::Shape(how, holds) => {
                    let found = frames().find_map(|frame| holds(&frame, &scene(&frame, theme), theme).err());
                    wrong.extend(found.map(|why| format!("{}: {name} ({how}): {why}", theme.name)));
                }
            }
        }
    }
    let wrong: Vec<String> = wrong.into_iter().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The lightest and the darkest relation of two neighbouring pixels of a row, at most `far` apart, from x to x.
fn steepest(pixels: &Pixels, y: u32, from: u32, to: u32, far: u32) -> f64 {
    let at = |x: u32| {
        let start = ((y * pixels.width + x.min(pixels.width - 1)) * 4) as usize;
        let [r, g, b, a] = [0, 1, 2, 3].map(|byte| pixels.rgba[start + byte]);
        Color { r, g, b, a }
    };
    (from..to).map(|x| at(x).contrast(at(x + far))).fold(1.0, f64::max)
}

/// The exemplar run the fourth time, part by part, as everybody sees it. With `DOWNFIELD_EYES` set to a folder, the pictures
/// are left there to be looked at.
#[test]
fn fronts_are_seen_in_pictures_by_everybody() {
    let kept = std::env::var_os("DOWNFIELD_EYES").map(std::path::PathBuf::from);
    let temporary = tempfile::tempdir().unwrap();
    let folder = kept.unwrap_or_else(|| temporary.path().to_owned());
    let fourth =
        TIMELINES.iter().find(|timeline| timeline.frame(0.0).title == "Exemplar, for the fourth time");
    let timeline = fourth.unwrap();
    for theme in Themes::ALL.map(Themes::theme) {
        for phase in Phase::ALL {
            let frame = timeline.frame(timeline.still_of(phase));
            let view = View { from_yard: -4.0, to_yard: 107.0, ..view() };
            let scene = draw(&frame, &view, theme);
            let pixels = rasterize(&scene, 1.0).unwrap();
            let lit = Frame { dim: 0.0, focus: Vec::new(), ..frame.clone() };
            let edges: Vec<Rect> = rects(&draw(&lit, &view, theme))
                .filter(|(rect, _, fill, _)| *fill == Some(theme.front) && rect.height() > 40.0)
                .map(|(rect, ..)| rect)
                .collect();
            assert_eq!(edges.len(), frame.channels.len());
            for eyes in Eyes::ALL {
                let seen = eyes.picture(&pixels);
                let name = format!("{}-{phase:?}-{eyes:?}.png", theme.name);
                std::fs::write(folder.join(&name), png(&seen).unwrap()).unwrap();
                for (edge, channel) in edges.iter().zip(&frame.channels) {
                    // What is not talked about steps back on purpose.
                    if (frame.dim > 0.0 || !frame.focus.is_empty()) && channel.island.is_none() {
                        continue;
                    }
                    let contrast = steepest(
                        &seen,
                        edge.min.y as u32 + 3,
                        (edge.min.x - 4.0) as u32,
                        (edge.max.x + 2.0) as u32,
                        4,
                    );
                    assert!(contrast >= 3.0, "{name}: a front at {} has {contrast:.2}", edge.min.x);
                }
            }
        }
    }
}
