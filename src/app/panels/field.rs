//! The middle of the window: the stage's names, and the pointer on the field.

use bevy_egui::egui::{self, Rect, Sense, Ui, WidgetInfo, WidgetType};

use crate::app::actions::Action;
use crate::app::paint;
use crate::app::session::Session;
use crate::app::stage::Stage;
use crate::picture::{Point, Shape};
use crate::timeline::Frame;

/// How much one step of the wheel zooms.
pub(super) const ZOOM_PER_POINT: f64 = 0.004;

/// Draws the field's names and reads the pointer; returns the field's place in the window.
pub(super) fn show(
    ui: &mut Ui,
    session: &Session,
    moment: Option<&Frame>,
    stage: &Stage,
    actions: &mut Vec<Action>,
) -> Rect {
    let area = ui.available_rect_before_wrap();
    let response = ui.allocate_rect(area, Sense::click_and_drag());
    response.widget_info(|| {
        let label = moment.map_or("nothing is open", |frame| &*frame.headline);
        WidgetInfo::labeled(WidgetType::Other, true, format!("The field: {label}"))
    });
    let painter = ui.painter().with_clip_rect(area);
    for item in &stage.scene.items {
        if let Shape::Text(run) = &item.shape {
            let ((x, y), size) = stage.seen(run.at);
            paint::text(&painter, run, item.opacity, egui::pos2(x, y), size);
        }
    }

    let pointer = response.hover_pos();
    let target = pointer.and_then(|at| stage.target_at((at.x, at.y)));
    let hovered = target.map(|target| target.subject.clone());
    if hovered != session.hovered {
        actions.push(Action::Hover(hovered));
    }
    if response.clicked() {
        actions.push(Action::Select(target.map(|target| target.subject.clone())));
    }
    let field = stage.scene.field;
    if field.width() > 1.0 {
        let yards_per_point = session.lens.window.width_yards() / f64::from(field.width());
        let dragged = f64::from(response.drag_delta().x);
        if dragged != 0.0 {
            actions.push(Action::Pan(-dragged * yards_per_point));
        }
        if let Some(at) = pointer {
            let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta, input.zoom_delta()));
            let about = stage.point_at((at.x, at.y)).map_or(50.0, |point| yard_at(session, field, point));
            if scroll.y != 0.0 {
                actions.push(Action::Zoom((f64::from(scroll.y) * ZOOM_PER_POINT).exp(), about));
            }
            if scroll.x != 0.0 {
                actions.push(Action::Pan(-f64::from(scroll.x) * yards_per_point));
            }
            if pinch != 1.0 {
                actions.push(Action::Zoom(f64::from(pinch), about));
            }
        }
    }
    if let Some(target) = target {
        response.on_hover_text_at_pointer(&target.hint);
    }
    area
}

fn yard_at(session: &Session, field: crate::picture::Rect, point: Point) -> f64 {
    let share = f64::from((point.x - field.min.x) / field.width());
    session.lens.window.from_yard + share.clamp(0.0, 1.0) * session.lens.window.width_yards()
}
