//! The groups' calls on one clock: where the whole organisation is after each call, a line a group.

use bevy_egui::egui::{Align2, Pos2, Rect, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, WidgetType};

use super::calls::called_by;
use super::group;
use super::kit::{SMALL, View, tone};
use crate::app::words::say;
use crate::picture::Weight;
use crate::rules::drive;
use crate::rules::words::whole;

/// A chart less high than this says nothing.
pub(super) fn least(view: &View<'_>) -> f32 {
    view.px(250.0)
}

/// Draws the lines into what is left, but for what is `kept` below.
pub(super) fn show(ui: &mut Ui, view: &View<'_>, kept: f32) {
    let height = (ui.available_height() - kept).min(view.px(440.0));
    if height < least(view) * 0.8 {
        return;
    }
    let groups = view.presenting.room.groups.len().max(1);
    let lines: Vec<(usize, Vec<f64>)> =
        (0..groups).map(|group| (group, spots(view, group))).filter(|(_, spots)| spots.len() > 1).collect();
    let all = || lines.iter().flat_map(|(_, spots)| spots.iter().copied());
    let least = (all().fold(f64::INFINITY, f64::min) / 5.0).floor() * 5.0;
    let most = ((all().fold(0.0, f64::max) / 5.0).ceil() * 5.0).max(least + 5.0);
    let calls = lines.iter().map(|(_, spots)| spots.len() - 1).max().unwrap_or(1);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, say!("board-chart")));
    let side = view.px(64.0);
    let frame = Rect::from_min_max(
        rect.min + Vec2::new(view.px(90.0), view.px(24.0)),
        rect.max - Vec2::new(side * 2.0, view.px(54.0)),
    );
    let x = |call: usize| frame.left() + frame.width() * call as f32 / calls as f32;
    let y = |spot: f64| frame.bottom() - frame.height() * ((spot - least) / (most - least)) as f32;
    let painter = ui.painter();
    let soft = tone(view.theme.text_soft);
    let text = |at: Pos2, align, words: String| {
        painter.text(at, align, words, view.font(SMALL, Weight::Regular), soft);
    };
    let faint = Stroke::new(view.px(2.0).max(1.0), tone(view.theme.line));
    // As many lines as their numbers have room for.
    let step = [5.0, 10.0, 20.0, 50.0].into_iter().find(|step| y(least) - y(least + step) > view.px(44.0));
    let step = step.unwrap_or(100.0);
    let mut yard = (least / step).ceil() * step;
    while yard <= most {
        painter.hline(frame.x_range(), y(yard), faint);
        text(Pos2::new(frame.left() - view.px(14.0), y(yard)), Align2::RIGHT_CENTER, whole(yard).to_string());
        yard += step;
    }
    for call in 0..=calls {
        let words = if call == 0 { say!("board-chart-today").to_owned() } else { call.to_string() };
        text(Pos2::new(x(call), frame.bottom() + view.px(12.0)), Align2::CENTER_TOP, words);
    }
    for (at, (group, spots)) in lines.iter().enumerate() {
        let ink = tone(view.theme.groups[group % view.theme.groups.len()]);
        let points: Vec<Pos2> =
            spots.iter().enumerate().map(|(call, spot)| Pos2::new(x(call), y(*spot))).collect();
        // Lines that lie on each other are told apart by their dashes.
        let pen = Stroke::new(view.px(6.0).max(2.0), ink);
        if at % 2 == 0 {
            painter.line(points.clone(), pen);
        } else {
            painter.extend(Shape::dashed_line(&points, pen, view.px(22.0), view.px(10.0)));
        }
        for point in &points {
            painter.circle_filled(*point, view.px(8.0), ink);
        }
    }
    marks(ui, view, &lines, side, frame, &y, &x);
}

/// The groups' marks behind the ends of their lines, one below the other where they end alike.
fn marks(
    ui: &Ui,
    view: &View<'_>,
    lines: &[(usize, Vec<f64>)],
    side: f32,
    frame: Rect,
    y: &dyn Fn(f64) -> f32,
    x: &dyn Fn(usize) -> f32,
) {
    let mut ends: Vec<(usize, f32, f32)> = lines
        .iter()
        .filter_map(|(group, spots)| Some((*group, x(spots.len() - 1), y(*spots.last()?))))
        .collect();
    ends.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.2.total_cmp(&b.2)));
    let mut taken: Vec<Pos2> = Vec::new();
    for (group, x, y) in ends {
        let mut at = Pos2::new(x + side * 0.7, y.clamp(frame.top(), frame.bottom()));
        while taken.iter().any(|other| (*other - at).abs().max_elem() < side * 0.8) {
            at.x += side * 0.85;
        }
        taken.push(at);
        group::badge(ui, view, at, group);
    }
}

/// Where the whole organisation is before the first call of a group and after each; nothing without calls.
fn spots(view: &View<'_>, group: usize) -> Vec<f64> {
    let plays = called_by(view, group).map_or(&[][..], |called| &called.plays);
    let Some(sheet) = view.session.sheet_of(plays) else { return Vec::new() };
    let drive = drive(&sheet);
    let model = &sheet.model;
    let start = model.weighted_mean(sheet.from.state.fronts.iter().copied());
    let after = drive.downs.iter().map(|down| model.weighted_mean(down.run.outcome.ends()));
    std::iter::once(start).chain(after).collect()
}
