//! What was just done, in a sentence over the field's lower edge, until something else is done.

use bevy_egui::egui::{self, Align2, Vec2};

use crate::app::session::Session;

/// Over the transport, whatever is in it.
const ABOVE: f32 = 96.0;

pub(super) fn show(ctx: &egui::Context, session: &Session) {
    let Some(news) = session.news.as_ref().filter(|_| session.hand.is_none()) else { return };
    let room = ctx.content_rect();
    egui::Area::new(egui::Id::new("toast"))
        .order(egui::Order::Foreground)
        .interactable(false)
        .anchor(Align2::CENTER_BOTTOM, Vec2::new(0.0, -ABOVE))
        .show(ctx, |ui| {
            egui::Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_max_width((room.width() - 60.0).clamp(120.0, 620.0));
                ui.add(egui::Label::new(news).wrap());
            });
        });
}
