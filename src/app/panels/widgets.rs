//! Small controls that several panels share.

use bevy_egui::egui::{
    self, Color32, CornerRadius, Response, RichText, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    WidgetType,
};

use crate::app::actions::{Action, Command};
use crate::app::paint::{color, font};
use crate::app::session::Session;
use crate::picture::{Theme, Weight};

/// A panel's small capital heading.
pub(super) fn section(ui: &mut Ui, theme: &Theme, text: &str) {
    ui.add_space(4.0);
    ui.label(
        RichText::new(text.to_uppercase()).font(font(11.0, Weight::Bold)).color(color(theme.text_soft, 1.0)),
    );
}

/// Bold text.
pub(super) fn bold(text: impl Into<String>, size: f32) -> RichText {
    RichText::new(text).font(font(size, Weight::Bold))
}

/// Text that may step back.
pub(super) fn soft(text: impl Into<String>, theme: &Theme) -> RichText {
    RichText::new(text).color(color(theme.text_soft, 1.0))
}

/// A button for a command: greyed when it would do nothing, with its key in the tooltip.
pub(super) fn command(
    ui: &mut Ui,
    session: &Session,
    command: Command,
    text: &str,
    actions: &mut Vec<Action>,
) {
    let button = ui
        .add_enabled(command.enabled(session), egui::Button::new(text))
        .on_hover_text(command.tooltip())
        .on_disabled_hover_text(command.tooltip());
    button.widget_info(|| WidgetInfo::labeled(WidgetType::Button, command.enabled(session), command.label()));
    if button.clicked() {
        actions.push(command.into());
    }
}

/// A button that is lit while what it stands for is on.
pub(super) fn choice(ui: &mut Ui, theme: &Theme, lit: bool, text: &str, label: &str) -> Response {
    let (fill, ink) = if lit { (theme.accent, theme.on_accent) } else { (theme.raised, theme.text) };
    let button = egui::Button::new(bold(text, 12.5).color(color(ink, 1.0))).fill(color(fill, 1.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, lit, label));
    response
}

/// A switch: on is to the right and filled.
pub(super) fn switch(ui: &mut Ui, theme: &Theme, on: bool, label: &str) -> Response {
    let size = Vec2::new(28.0, 16.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::Checkbox, ui.is_enabled(), on, label));
    let share = ui.ctx().animate_bool_responsive(response.id, on);
    let track = if on { color(theme.accent, 1.0) } else { color(theme.raised, 1.0) };
    let edge = if response.has_focus() || response.hovered() { theme.text } else { theme.text_soft };
    ui.painter().rect(
        rect,
        CornerRadius::same(8),
        track,
        Stroke::new(1.0, color(edge, 1.0)),
        StrokeKind::Inside,
    );
    let knob = egui::lerp((rect.left() + 8.0)..=(rect.right() - 8.0), share);
    let ink: Color32 = if on { color(theme.on_accent, 1.0) } else { color(theme.text, 1.0) };
    ui.painter().circle_filled(egui::pos2(knob, rect.center().y), 5.0, ink);
    response
}

/// Whole yards with their sign: "▲ 3", "▼ 2", "0".
pub(super) fn signed_yards(yards: f64) -> String {
    let whole = yards.round();
    if whole > 0.0 {
        format!("▲ {whole:.0}")
    } else if whole < 0.0 {
        format!("▼ {:.0}", -whole)
    } else {
        "0".to_owned()
    }
}
