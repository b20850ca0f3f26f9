//! How panels look: the bundled font and the colours of the theme, and nothing else.

use std::sync::Arc;

use bevy_egui::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow, Stroke,
    TextStyle, Vec2,
};

use crate::app::paint::{BOLD, color};
use crate::picture::{Theme, Weight, font};

/// Puts the bundled font before egui's own, which stay for characters it lacks.
pub fn install_fonts(ctx: &egui::Context) {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    for (name, weight) in [("inter", Weight::Regular), ("inter-bold", Weight::Bold)] {
        fonts.font_data.insert(name.into(), Arc::new(FontData::from_static(font::bytes(weight))));
    }
    let family = |first: &str| std::iter::once(first.to_owned()).chain(fallback.iter().cloned()).collect();
    fonts.families.insert(FontFamily::Proportional, family("inter"));
    fonts.families.insert(FontFamily::Name(BOLD.into()), family("inter-bold"));
    ctx.set_fonts(fonts);
}

/// Takes the theme's colours, and turns off what would keep an idle window redrawing.
pub fn style(ctx: &egui::Context, theme: &Theme, reduced_motion: bool) {
    let tone = |token| color(token, 1.0);
    let mut visuals = if theme.dark { egui::Visuals::dark() } else { egui::Visuals::light() };
    visuals.override_text_color = Some(tone(theme.text));
    visuals.weak_text_color = Some(tone(theme.text_soft));
    visuals.panel_fill = tone(theme.panel);
    visuals.window_fill = tone(theme.panel);
    visuals.window_stroke = Stroke::new(1.0, tone(theme.line));
    visuals.window_corner_radius = CornerRadius::same(10);
    visuals.menu_corner_radius = CornerRadius::same(8);
    visuals.window_shadow =
        Shadow { offset: [0, 8], blur: 24, spread: 0, color: Color32::from_black_alpha(90) };
    visuals.popup_shadow =
        Shadow { offset: [0, 4], blur: 12, spread: 0, color: Color32::from_black_alpha(70) };
    visuals.extreme_bg_color = tone(theme.backdrop);
    visuals.text_edit_bg_color = Some(tone(theme.backdrop));
    visuals.faint_bg_color = tone(theme.raised);
    visuals.code_bg_color = tone(theme.raised);
    visuals.hyperlink_color = tone(theme.accent);
    visuals.error_fg_color = tone(theme.alarm);
    visuals.warn_fg_color = tone(theme.alarm);
    visuals.selection.bg_fill = tone(theme.accent).gamma_multiply(0.35);
    visuals.selection.stroke = Stroke::new(1.0, tone(theme.accent));
    visuals.slider_trailing_fill = true;
    visuals.text_cursor.blink = false;
    visuals.text_cursor.stroke = Stroke::new(2.0, tone(theme.accent));
    let widgets = &mut visuals.widgets;
    for state in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        state.corner_radius = CornerRadius::same(6);
        state.fg_stroke = Stroke::new(1.0, tone(theme.text));
        state.bg_stroke = Stroke::new(1.0, tone(theme.line));
        state.bg_fill = tone(theme.raised);
        state.weak_bg_fill = tone(theme.raised);
        state.expansion = 0.0;
    }
    widgets.noninteractive.bg_stroke = Stroke::new(1.0, tone(theme.line));
    widgets.hovered.bg_stroke = Stroke::new(1.0, tone(theme.accent));
    widgets.active.bg_stroke = Stroke::new(2.0, tone(theme.accent));

    ctx.all_styles_mut(|style| {
        style.visuals = visuals.clone();
        style.animation_time = if reduced_motion { 0.0 } else { 0.08 };
        style.spacing.item_spacing = Vec2::new(8.0, 6.0);
        style.spacing.button_padding = Vec2::new(10.0, 5.0);
        style.spacing.window_margin = Margin::same(16);
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.35;
        style.text_styles = [
            (TextStyle::Small, FontId::new(11.0, FontFamily::Proportional)),
            (TextStyle::Body, FontId::new(13.0, FontFamily::Proportional)),
            (TextStyle::Button, FontId::new(13.0, FontFamily::Proportional)),
            (TextStyle::Heading, FontId::new(20.0, FontFamily::Name(BOLD.into()))),
            (TextStyle::Monospace, FontId::new(12.5, FontFamily::Monospace)),
        ]
        .into();
    });
    // The app has its own keys for the size of text; with egui's, they would count twice.
    ctx.options_mut(|options| options.zoom_with_keyboard = false);
}
