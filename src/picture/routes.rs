//! Routes: where the offense runs.

use super::field::Stage;
use super::layout::within;
use super::pen::{dashed, solid};
use super::tokens::Pieces;
use super::{Layer, Point, battles, grips};
use crate::model::Subject;
use crate::rules::BattleKind;

/// Where the offense runs: the way already run solid, the rest broken, its end by what the player sets out to do.
pub(super) fn draw(stage: &mut Stage, pieces: &Pieces) {
    for index in 0..stage.frame.routes.len() {
        let route = &stage.frame.routes[index];
        let Some(piece) = pieces.find(&route.player, route.channel) else { continue };
        let selected = Subject::Player(route.player.clone());
        let picked =
            stage.view.hovered.as_ref() == Some(&selected) || stage.view.selected.as_ref() == Some(&selected);
        if !battles::running(stage.frame.phase) && !picked {
            continue;
        }
        let Some(start) = route.points.first() else { continue };
        let rect = stage.layout.lane(route.channel);
        let middle = f32::midpoint(piece.rect.min.y, piece.rect.max.y);
        let sway = rect.height() * grips::SWAY;
        let points: Vec<Point> = route
            .points
            .iter()
            .map(|place| {
                let across = (place.across - start.across).clamp(-2.0, 2.0) as f32;
                let low = rect.min.y + (3.0f32).min(rect.height() * 0.25);
                let y = within(across.mul_add(sway, middle), low, rect.min.y + rect.height() * 0.52);
                Point { x: stage.layout.x(place.yards), y }
            })
            .collect();
        // Who supports another goes on with it: its own way says nothing any more.
        let end = route.points.last().map_or(0.0, |place| place.yards);
        let gone_on = route.progress >= 1.0
            && stage
                .frame
                .tokens
                .iter()
                .any(|token| token.id == route.player && (token.at.yards - end).abs() > 2.0);
        if gone_on {
            continue;
        }
        for pair in points.windows(2) {
            if let Some(board) = stage.boards.get_mut(route.channel) {
                board.avoid((pair[0], pair[1]));
            }
        }
        let opacity = piece.shown * stage.faded_unless(&selected);
        way(stage, &points, route.progress.clamp(0.0, 1.0) as f32, route.kind, opacity);
        let player = route.player.clone();
        grips::route(stage, &player, &points);
    }
}

fn way(stage: &mut Stage, points: &[Point], progress: f32, kind: Option<BattleKind>, opacity: f32) {
    let unit = stage.layout.lane_unit;
    let color = stage.theme.offense_edge;
    let lengths: Vec<f32> =
        points.windows(2).map(|pair| (pair[1].x - pair[0].x).hypot(pair[1].y - pair[0].y)).collect();
    let mut run = lengths.iter().sum::<f32>() * progress;
    for (pair, length) in points.windows(2).zip(&lengths) {
        let share = if *length > 0.0 { (run / length).clamp(0.0, 1.0) } else { 1.0 };
        let turn = Point {
            x: share.mul_add(pair[1].x - pair[0].x, pair[0].x),
            y: share.mul_add(pair[1].y - pair[0].y, pair[0].y),
        };
        run -= length;
        let done = stage.layout.clip(pair[0], turn);
        let open = stage.layout.clip(turn, pair[1]);
        let pen = stage.pen.on(Layer::Lines, opacity);
        if let Some((a, b)) = done.filter(|_| share > 0.0) {
            pen.line(vec![a, b], solid(2.4 * unit, color));
        }
        if let Some((a, b)) = open.filter(|_| share < 1.0) {
            pen.line(vec![a, b], dashed(1.8 * unit, color, 5.0 * unit, 4.0 * unit));
        }
    }
    let [.., before, end] = points else { return };
    let length = (end.x - before.x).hypot(end.y - before.y);
    let there = progress > 0.97;
    if there || length < 1.0 || stage.layout.clip(*end, *end).is_none() {
        return;
    }
    let (dx, dy) = ((end.x - before.x) / length, (end.y - before.y) / length);
    let from_end = |along: f32, aside: f32| Point {
        x: dx.mul_add(along, -dy * aside) + end.x,
        y: dy.mul_add(along, dx * aside) + end.y,
    };
    let pen = stage.pen.on(Layer::Lines, opacity);
    if kind == Some(BattleKind::Block) {
        let bar = vec![from_end(0.0, -8.0 * unit), from_end(0.0, 8.0 * unit)];
        pen.line(bar, solid(3.2 * unit, color));
    } else {
        let head = vec![
            from_end(4.0 * unit, 0.0),
            from_end(-7.0 * unit, -6.0 * unit),
            from_end(-7.0 * unit, 6.0 * unit),
        ];
        pen.polygon(head, Some(color), None);
    }
}
