//! The show on the wall: the step's picture over the whole window, and what is laid over it.
//!
//! The stage draws the picture's shapes; its words, the ink and the light are painted here, over them. Keys are in
//! [`keys`], pointer, pen and touch in [`pointer`]; everything reports actions and changes nothing.

mod boards;
mod going;
mod help;
pub(super) mod keys;
mod laid_over;
mod notes;
mod overview;
pub(super) mod pointer;

use bevy_egui::egui::accesskit::Live;
use bevy_egui::egui::{self, Rect, Sense, Ui, WidgetInfo, WidgetType};

use crate::app::actions::Action;
use crate::app::paint;
use crate::app::session::{Presenting, Session};
use crate::app::stage::Stage;
use crate::picture::Shape;
use crate::timeline::Frame;

/// Draws the step shown and reads the pointer; returns the picture's place in the window.
pub(super) fn show(ui: &mut Ui, session: &Session, stage: &Stage, actions: &mut Vec<Action>) -> Rect {
    let Some(presenting) = &session.presenting else { return Rect::NOTHING };
    if presenting.notes {
        notes::below(ui, session, presenting, actions);
    }
    let area = boards::beside(ui.available_rect_before_wrap(), presenting);
    ui.advance_cursor_after_rect(area);
    let frame = session.step_frame();
    let response = ui.interact(area, egui::Id::new("presented"), Sense::click_and_drag());
    let told = told(presenting, frame.as_ref());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, told.clone()));
    // Each step is spoken when it comes, without anybody asking.
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(Live::Polite);
        node.set_description(told.clone());
    });
    let painter = ui.painter().with_clip_rect(area);
    for item in &stage.scene.items {
        if let Shape::Text(run) = &item.shape {
            let ((x, y), size) = stage.seen(run.at);
            paint::text(&painter, run, item.opacity, egui::pos2(x, y), size);
        }
    }
    laid_over::show(&painter, session, presenting, area);
    pointer::read(ui, presenting, &response, area, actions);
    overview::show(ui.ctx(), session, presenting, actions);
    boards::show(ui.ctx(), session, actions);
    going::show(ui.ctx(), session, presenting, actions);
    if presenting.inspector {
        inspector(ui.ctx(), session, actions);
    }
    laid_over::said(ui.ctx(), session, presenting, actions);
    help::show(ui.ctx(), session, presenting);
    area
}

/// What the step shows, in words.
fn told(presenting: &Presenting, frame: Option<&Frame>) -> String {
    crate::show::told_step(&presenting.rundown, presenting.at, frame)
}

/// Reasons and fields of what is on the field, over it.
fn inspector(ctx: &egui::Context, session: &Session, actions: &mut Vec<Action>) {
    let whole = ctx.content_rect();
    let width = super::inspector::WIDTH.min(whole.width() * 0.5);
    let place = Rect::from_min_max(egui::pos2(whole.right() - width, whole.top()), whole.max);
    egui::Area::new(egui::Id::new("inspector-over-field"))
        .order(egui::Order::Middle)
        .fixed_pos(place.min)
        .show(ctx, |ui| {
            ui.set_min_size(place.size());
            ui.set_max_size(place.size());
            let panel = ctx.global_style().visuals.panel_fill;
            ui.painter().rect_filled(place, 0.0, panel);
            super::inspector::within(ui, session, width, actions);
        });
}

/// Points for one unit of a picture of 1920×1080: what is painted for a room grows with the window.
fn room_unit(area: Rect) -> f32 {
    (area.width() / 1920.0).min(area.height() / 1080.0).max(0.2)
}
