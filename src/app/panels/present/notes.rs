//! The presenter's notes below the field, for those with one display.

use bevy_egui::egui::{self, Frame, Margin, Ui};

use crate::app::actions::Action;
use crate::app::panels::presenter::{PresenterView, compact};
use crate::app::session::Session;
use crate::app::session::presenting::Presenting;

/// How much of the window's height they have.
const SHARE: f32 = 0.28;

pub(super) fn below(ui: &mut Ui, session: &Session, presenting: &Presenting, actions: &mut Vec<Action>) {
    let height = ui.available_height() * SHARE;
    let frame = Frame::new().fill(super::super::solid(session)).inner_margin(Margin::symmetric(20, 12));
    egui::Panel::bottom("notes-below").exact_size(height).resizable(false).frame(frame).show(ui, |ui| {
        compact(ui, &PresenterView::new(session, presenting), actions);
    });
}
