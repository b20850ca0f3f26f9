//! The comparison: fields above, the table of what they come to and a chart below, one clock under all.

mod header;
mod sheets;
mod table;

use bevy_egui::egui::{self, Frame, Margin, Rect, ScrollArea, Sense, Ui, WidgetInfo, WidgetType};

use super::transport;
use crate::app::actions::Action;
use crate::app::comparison::Side;
use crate::app::desk::Topic;
use crate::app::paint;
use crate::app::session::Session;
use crate::app::stage::Stage;
use crate::app::words::say;
use crate::picture::{Shape, field_at};

/// What of the height below the header the fields have.
const FIELDS: f32 = 0.5;
/// Below this height, in points, the fields have all of it.
const SMALL: f32 = 260.0;
/// How wide the table is at most, and which part of the width it has.
const TABLE: (f32, f32) = (620.0, 0.48);

/// Draws the comparison into what the list of plays leaves free; returns the fields' place.
pub(super) fn show(ui: &mut Ui, session: &Session, stage: &Stage, actions: &mut Vec<Action>) -> Rect {
    let comparison = &session.comparison;
    let enough = comparison.sides.len() > 1;
    if enough && session.desk.asked(Topic::Trials).is_none() {
        actions.push(Action::Ask(Topic::Trials));
    }
    let results = comparison.results.as_deref();
    transport::show(ui, session, None, actions);
    header::show(ui, session, results, actions);
    // Where there is room for one thing only, that is the fields.
    let room = ui.available_height();
    let below = if room < SMALL || !enough { 0.0 } else { room * (1.0 - FIELDS) };
    let fill = ui.visuals().panel_fill;
    let frame = Frame::new().fill(fill).inner_margin(Margin { left: 12, right: 12, top: 6, bottom: 0 });
    if below <= 0.0 {
        return fields(ui, session, stage, actions);
    }
    egui::Panel::bottom("results").exact_size(below).show_separator_line(false).frame(frame).show(ui, |ui| {
        let width = (ui.available_width() * TABLE.1).min(TABLE.0);
        egui::Panel::left("measures")
            .exact_size(width)
            .resizable(false)
            .show_separator_line(false)
            .frame(Frame::NONE)
            .show(ui, |ui| {
                table::heading(ui, session, actions);
                ScrollArea::vertical().id_salt("measures").auto_shrink([false, false]).show(ui, |ui| {
                    table::show(ui, session, results);
                });
            });
        let frame = Frame::new().inner_margin(Margin { left: 14, right: 0, top: 0, bottom: 4 });
        egui::CentralPanel::default().frame(frame).show(ui, |ui| sheets::show(ui, session, actions));
    });
    fields(ui, session, stage, actions)
}

/// The fields' names, and the pointer on them.
fn fields(ui: &mut Ui, session: &Session, stage: &Stage, actions: &mut Vec<Action>) -> Rect {
    let area = ui.available_rect_before_wrap();
    let response = ui.allocate_rect(area, Sense::click_and_drag());
    let titles: Vec<&str> = session.comparison.sides.iter().map(Side::title).collect();
    response.widget_info(|| {
        WidgetInfo::labeled(WidgetType::Other, true, say!("compare-fields-of", titles = titles.join(", ")))
    });
    let painter = ui.painter().with_clip_rect(area);
    for item in &stage.scene.items {
        if let Shape::Text(run) = &item.shape {
            let ((x, y), size) = stage.seen(run.at);
            paint::text(&painter, run, item.opacity, egui::pos2(x, y), size);
        }
    }
    let field = stage.scene.field;
    if field.width() > 1.0 {
        let window = session.lens.window;
        let yards_per_point = window.width_yards() / f64::from(field.width());
        let dragged = f64::from(response.drag_delta().x);
        if dragged != 0.0 {
            actions.push(Action::Pan(-dragged * yards_per_point));
        }
        if response.hovered() {
            let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta, input.zoom_delta()));
            let middle = f64::midpoint(window.from_yard, window.to_yard);
            if scroll.y != 0.0 {
                actions
                    .push(Action::Zoom((f64::from(scroll.y) * super::field::ZOOM_PER_POINT).exp(), middle));
            }
            if pinch != 1.0 {
                actions.push(Action::Zoom(f64::from(pinch), middle));
            }
        }
    }
    let at = |pointer: egui::Pos2| stage.point_at((pointer.x, pointer.y));
    if response.clicked()
        && !session.comparison.overlaid
        && let Some(point) = response.interact_pointer_pos().and_then(at)
        && let Some(side) = field_at(titles.len(), stage.scene.size, stage.text_scale(), point)
    {
        actions.push(Action::Choose(side));
    }
    let target = response.hover_pos().and_then(|pointer| stage.target_at((pointer.x, pointer.y)));
    if let Some(target) = target {
        response.on_hover_text_at_pointer(&target.hint);
    }
    area
}
