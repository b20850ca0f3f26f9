//! The top of the presenter's window: the clock, the time given to the room, and where the show is.

use bevy_egui::egui::{self, Align, Align2, Layout, Rect, RichText, Sense, Ui, Vec2, WidgetInfo, WidgetType};

use super::{PresenterView, words};
use crate::app::actions::Action;
use crate::app::paint::{color, font};
use crate::app::session::PresentStep;
use crate::app::words::say;
use crate::picture::{Theme, Weight};

/// Below this width the clock and the place in the show have a line each.
const ONE_LINE: f32 = 620.0;
/// How high the bar of the show is.
const BAR: f32 = 10.0;
/// Side of a small button.
pub(super) const SMALL: f32 = 40.0;
const CLOCK: f32 = 34.0;
const PLACE: f32 = 17.0;
const SOFT: f32 = 14.0;
/// One minute, in seconds.
const MINUTE: f64 = 60.0;

/// How high the clock is in a window of this size.
fn face(window: Vec2) -> f32 {
    if super::is_small(window) { CLOCK * 0.6 } else { CLOCK }
}

/// Whether clock and place share a line in a window of this size. In a small one they always do.
fn is_one_line(window: Vec2) -> bool {
    window.x >= ONE_LINE || super::is_small(window)
}

/// How much of the height it takes in a window of this size.
pub(super) fn height(window: Vec2) -> f32 {
    let line = (face(window) * 1.3).max(if super::is_small(window) { 0.0 } else { SMALL });
    let place = PLACE * 1.4 + SOFT * 1.4;
    BAR + 8.0 + if is_one_line(window) { line } else { line + place }
}

pub(super) fn show(ui: &mut Ui, view: &PresenterView<'_>, window: Vec2, actions: &mut Vec<Action>) {
    let room = ui.max_rect();
    let bar = Rect::from_min_max(egui::pos2(room.left(), room.bottom() - BAR), room.max);
    progress(ui, bar, view, actions);
    let mut above = Rect::from_min_max(room.min, egui::pos2(room.right(), bar.top() - 8.0));
    let one_line = is_one_line(window);
    let share = if view.presenting.clock.timer_secs.is_some() { 0.66 } else { 0.5 };
    let clock_place = if one_line {
        let cut = Rect::from_min_size(above.min, Vec2::new(above.width() * share, above.height()));
        above.min.x = cut.right();
        cut
    } else {
        let cut = Rect::from_min_size(above.min, Vec2::new(above.width(), SMALL.max(CLOCK * 1.3)));
        above.min.y = cut.bottom();
        cut
    };
    super::within(ui, clock_place, |ui| clock(ui, view, window, actions));
    let align = if one_line { Align::RIGHT } else { Align::LEFT };
    super::within(ui, above, |ui| place(ui, view, align, window));
}

fn clock(ui: &mut Ui, view: &PresenterView<'_>, window: Vec2, actions: &mut Vec<Action>) {
    let theme = view.theme();
    let presenting = view.presenting;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        let spacing = ui.spacing_mut();
        (spacing.item_spacing.x, spacing.button_padding.y, spacing.interact_size.y) = (10.0, 0.0, 0.0);
        let elapsed = crate::app::session::presenting::Clock::shown(presenting.clock.elapsed_secs);
        let face =
            RichText::new(&elapsed).font(font(face(window), Weight::Bold)).color(color(theme.text, 1.0));
        let clock = ui
            .add(egui::Button::new(face).frame_when_inactive(false))
            .on_hover_text(say!("presenter-clock.hint"));
        clock.widget_info(|| {
            WidgetInfo::labeled(
                WidgetType::Button,
                true,
                format!("{}, {}", words::time(presenting), say!("presenter-clock")),
            )
        });
        if clock.clicked() {
            actions.push(PresentStep::RestartClock.into());
        }
        if let Some((left, over)) = words::left(presenting) {
            said(ui, theme, &left, SOFT + 3.0, over);
        }
        if let Some(secs) = presenting.clock.timer_secs {
            timer(ui, theme, secs, actions);
        }
    });
}

/// The time given to the room, and how to change it.
fn timer(ui: &mut Ui, theme: &Theme, secs: f64, actions: &mut Vec<Action>) {
    let (left, over) = words::timer(secs);
    let steps =
        [("−1", say!("presenter-minute-less"), -MINUTE), ("+1", say!("presenter-minute-more"), MINUTE)];
    for (text, label, by) in steps {
        if small(ui, text, label, None).clicked() {
            actions.push(PresentStep::Timer(Some((secs.max(0.0) + by).max(0.0))).into());
        }
    }
    said(ui, theme, &left, SOFT + 3.0, over);
}

fn place(ui: &mut Ui, view: &PresenterView<'_>, align: Align, window: Vec2) {
    let theme = view.theme();
    ui.with_layout(Layout::top_down(align), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let place = RichText::new(words::place(view.presenting)).font(font(PLACE, Weight::Bold));
        ui.add(egui::Label::new(place.color(color(theme.text, 1.0))).truncate());
        // In a small window there is a line for one of both.
        if !super::is_small(window) {
            let (part, over) = words::part(view.presenting);
            said(ui, theme, &part, SOFT, over);
        }
    });
}

/// Words that are an alarm where something takes longer than it was meant to.
fn said(ui: &mut Ui, theme: &Theme, text: &str, size: f32, alarm: bool) {
    let (ink, weight) = if alarm { (theme.alarm, Weight::Bold) } else { (theme.text_soft, Weight::Regular) };
    ui.add(egui::Label::new(RichText::new(text).font(font(size, weight)).color(color(ink, 1.0))).truncate());
}

/// The whole show as a bar, a piece for each part; a press goes to where it points.
fn progress(ui: &mut Ui, bar: Rect, view: &PresenterView<'_>, actions: &mut Vec<Action>) {
    let theme = view.theme();
    let rundown = &view.presenting.rundown;
    let steps = rundown.steps.len().max(1);
    let at = view.presenting.at;
    let response = ui.interact(bar.expand2(Vec2::new(0.0, 4.0)), ui.id().with("show-so-far"), Sense::click());
    response.widget_info(|| {
        let mut info =
            WidgetInfo::labeled(WidgetType::ProgressIndicator, true, say!("presenter-show-so-far"));
        info.current_text_value = Some(words::place(view.presenting));
        info
    });
    let x_of = |step: usize| bar.left() + bar.width() * step as f32 / steps as f32;
    for (index, item) in rundown.items.iter().enumerate() {
        let end = rundown.items.get(index + 1).map_or(steps, |next| next.first);
        let gap = if index == 0 { 0.0 } else { 2.0 };
        let part = Rect::from_x_y_ranges((x_of(item.first) + gap)..=x_of(end), bar.y_range());
        ui.painter().rect_filled(part, 3.0, color(theme.raised, 1.0));
        let done = Rect::from_x_y_ranges(part.left()..=x_of(at + 1).min(part.right()), bar.y_range());
        if done.width() > 0.0 {
            ui.painter().rect_filled(done, 3.0, color(theme.accent, 1.0));
        }
        if item.stale.is_some() {
            let mark = egui::pos2(part.center().x, bar.center().y);
            ui.painter().text(
                mark,
                Align2::CENTER_CENTER,
                "▲",
                font(BAR, Weight::Bold),
                color(theme.alarm, 1.0),
            );
        }
    }
    if response.has_focus() {
        let frame = ui.visuals().widgets.active.bg_stroke;
        ui.painter().rect_stroke(bar.expand(2.0), 3.0, frame, egui::StrokeKind::Outside);
    }
    if response.clicked()
        && let Some(pointed) = response.interact_pointer_pos()
    {
        let share = ((pointed.x - bar.left()) / bar.width().max(1.0)).clamp(0.0, 1.0);
        let step = ((share * steps as f32) as usize).min(steps - 1);
        actions.push(PresentStep::GoTo(step).into());
    }
}

/// A small button, still large enough for a finger.
pub(super) fn small(ui: &mut Ui, text: &str, label: &str, hint: Option<&str>) -> egui::Response {
    let face = RichText::new(text).font(font(16.0, Weight::Bold));
    let button =
        ui.add(egui::Button::new(face).min_size(Vec2::splat(SMALL))).on_hover_text(hint.unwrap_or(label));
    button.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label));
    button
}
