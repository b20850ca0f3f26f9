//! A scene as busy as the exemplar on its fourth run, at any moment of it: what drawing and encoding are measured on.

use super::{Align, Color, Item, Layer, Point, Rect, Scene, Shape, Stroke, TextRun, Weight};

const BACKDROP: &str = "#0d1417";
const TURF: &str = "#16382d";
const MARGIN: &str = "#10261f";
const GROUND: &str = "#2f7d5b";
const ISLAND: &str = "#4fa67f";
const FRONT: &str = "#f4fbf7";
const ALARM: &str = "#ff9bb3";

/// The scene, 1280 by 720 points, `progress` (0 to 1) through the play.
pub(super) fn scene(progress: f32) -> Scene {
    let mut items = Vec::new();
    let mut put = |layer, shape, opacity| items.push(Item { layer, shape, opacity });
    put(Layer::Turf, filled(Rect::new(0.0, 0.0, 1280.0, 720.0), 0.0, BACKDROP), 1.0);
    put(Layer::Turf, text(24.0, 44.0, 26.0, Weight::Bold, FRONT, "Exemplar, for the fourth time."), 1.0);
    let headline = "Try 4 of 4: made it, 10 yards gained. Three channels are out on their own. \
                    Nobody is working on Governance & funding.";
    put(Layer::Turf, text(24.0, 76.0, 15.0, Weight::Regular, FRONT, headline), 1.0);
    put(Layer::Turf, filled(Rect::new(24.0, 96.0, 1256.0, 116.0), 4.0, TURF), 1.0);
    let spot = progress.mul_add(100.0, 420.0);
    put(Layer::Ground, filled(Rect::new(24.0, 96.0, spot, 116.0), 4.0, GROUND), 1.0);
    let lanes = [
        ("Products & services", 0.9, "Service redesign team", "40-page guidance"),
        ("Skills & capabilities", 0.5, "Advocates", "Departmental silo"),
        ("Culture & mindset", 0.75, "Empowered team", "Temporary structures"),
        ("Governance & funding", 0.2, "Procurement coach", "Waterfall procurement"),
        ("Technology & data", 0.8, "Cloud hosting", "Legacy technology"),
    ];
    for (index, (name, reach, mover, holder)) in lanes.into_iter().enumerate() {
        let (top, bottom) = ((index as f32).mul_add(112.0, 150.0), (index as f32).mul_add(112.0, 256.0));
        put(Layer::Turf, filled(Rect::new(24.0, top, 200.0, bottom), 6.0, MARGIN), 1.0);
        put(Layer::Turf, filled(Rect::new(200.0, top, 1256.0, bottom), 3.0, TURF), 1.0);
        put(Layer::Turf, text(36.0, top + 40.0, 16.0, Weight::Bold, FRONT, name), 1.0);
        for yard in 0..9_i16 {
            let x = f32::from(yard).mul_add(120.0, 240.0);
            put(Layer::Turf, line(&[(x, top), (x, bottom)], 1.0, "#ffffff30", None), 1.0);
        }
        let front = (progress * reach).mul_add(620.0, 320.0);
        let safe = front.min(640.0);
        put(Layer::Ground, filled(Rect::new(200.0, top, safe, bottom), 3.0, GROUND), 1.0);
        if front > safe + 6.0 {
            put(Layer::Ground, filled(Rect::new(safe + 6.0, top, front, bottom), 2.0, "#1c4b3a"), 1.0);
            let mut x = safe + 8.0;
            while x + 30.0 < front {
                let stripe = [(x, bottom), (x + 8.0, bottom), (x + 30.0, top), (x + 22.0, top)];
                put(Layer::Ground, polygon(&stripe, ISLAND), 1.0);
                x += 16.0;
            }
            let says =
                text(front + 60.0, bottom - 24.0, 14.0, Weight::Bold, ALARM, "Out on its own: slips back 2");
            put(Layer::Ground, says, progress);
        }
        put(Layer::Ground, line(&[(front, top - 2.0), (front, bottom + 2.0)], 4.0, FRONT, None), 1.0);
        let guide = line(&[(640.0, top), (640.0, bottom)], 1.5, FRONT, Some((6.0, 5.0)));
        put(Layer::Ground, guide, 0.8);
        let yards = format!("{:.0}", front / 16.0);
        put(Layer::Ground, text(front + 10.0, bottom - 22.0, 26.0, Weight::Bold, FRONT, &yards), 1.0);
        let route: Vec<(f32, f32)> = (0..24_i16)
            .map(|step| {
                let along = f32::from(step) / 23.0;
                (along.mul_add(260.0, front - 130.0), 20.0_f32.mul_add((along * 5.0).sin(), top + 44.0))
            })
            .collect();
        put(Layer::Lines, line(&route, 2.0, "#6cc4ff", Some((9.0, 5.0))), 0.9);
        put(Layer::Lines, line(&[(420.0, 540.0), (front, top + 60.0)], 2.5, ALARM, None), progress);
        pill(&mut put, (front + 120.0, top + 20.0), 15.0, ("#0b2a47", "#6cc4ff"), mover);
        pill(&mut put, (front - 150.0, top + 66.0), 3.0, ("#4a2308", "#ffb066"), holder);
    }
    Scene { size: (1280.0, 720.0), items, ..Scene::default() }
}

fn pill(
    put: &mut impl FnMut(Layer, Shape, f32),
    (x, y): (f32, f32),
    corner: f32,
    colors: (&str, &str),
    name: &str,
) {
    let rect = Rect::new(x - 80.0, y, x + 80.0, y + 30.0);
    let edge = Stroke { width: 2.0, color: color(colors.1), dash: None };
    put(Layer::Tokens, Shape::Rect { rect, corner, fill: Some(color(colors.0)), stroke: Some(edge) }, 1.0);
    let Shape::Text(run) = text(x, y + 20.0, 13.0, Weight::Bold, FRONT, name) else { return };
    put(Layer::Tokens, Shape::Text(TextRun { align: Align::Center, ..run }), 1.0);
}

fn color(hex: &str) -> Color {
    Color::from_hex(hex).unwrap_or_default()
}

fn filled(rect: Rect, corner: f32, fill: &str) -> Shape {
    Shape::Rect { rect, corner, fill: Some(color(fill)), stroke: None }
}

fn polygon(points: &[(f32, f32)], fill: &str) -> Shape {
    let points = points.iter().map(|&(x, y)| Point { x, y }).collect();
    Shape::Polygon { points, fill: Some(color(fill)), stroke: None }
}

fn line(points: &[(f32, f32)], width: f32, hex: &str, dash: Option<(f32, f32)>) -> Shape {
    let points = points.iter().map(|&(x, y)| Point { x, y }).collect();
    Shape::Line { points, stroke: Stroke { width, color: color(hex), dash } }
}

fn text(x: f32, y: f32, size: f32, weight: Weight, hex: &str, text: &str) -> Shape {
    let at = Point { x, y };
    Shape::Text(TextRun { at, align: Align::Left, text: text.to_owned(), size, weight, color: color(hex) })
}
