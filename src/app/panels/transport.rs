//! The play in time: its parts as chapters, the moment, the speed, and the presenter's words.

use bevy_egui::egui::{
    self, Align, CornerRadius, Frame, Layout, Margin, Pos2, Rect, RichText, Sense, Ui, Vec2, WidgetInfo,
    WidgetType,
};

use super::tries;
use super::widgets::{command, soft};
use crate::app::actions::{Action, Command};
use crate::app::paint::{color, font};
use crate::app::playback::SPEEDS;
use crate::app::session::Session;
use crate::app::words::say;
use crate::picture::Weight;
use crate::timeline::Frame as Moment;

/// How wide the buttons beside the chapters are.
const BUTTONS: f32 = 158.0;
/// The gap between two chapters.
const GAP: f32 = 4.0;

pub(super) fn show(ui: &mut Ui, session: &Session, moment: Option<&Moment>, actions: &mut Vec<Action>) {
    let frame = Frame::new().fill(ui.visuals().panel_fill).inner_margin(Margin {
        left: 12,
        right: 12,
        top: 8,
        bottom: 8,
    });
    egui::Panel::bottom("transport").resizable(false).show_separator_line(false).frame(frame).show(
        ui,
        |ui| {
            tries::show(ui, session, actions);
            ui.horizontal(|ui| {
                ui.allocate_ui_with_layout(
                    Vec2::new(BUTTONS, 34.0),
                    Layout::left_to_right(Align::Center),
                    |ui| {
                        buttons(ui, session, actions);
                    },
                );
                chapters(ui, session, actions);
            });
            if moment.is_some() || session.news.is_some() {
                captions(ui, session, moment);
            }
        },
    );
}

fn buttons(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    ui.spacing_mut().item_spacing.x = 4.0;
    ui.spacing_mut().button_padding = Vec2::new(7.0, 5.0);
    command(ui, session, Command::PreviousPhase, "⏮", actions);
    command(ui, session, Command::PlayPause, if session.playback.playing { "⏸" } else { "▶" }, actions);
    command(ui, session, Command::NextPhase, "⏭", actions);
    let theme = session.settings.theme().theme();
    let looping = session.playback.looping;
    let button = egui::Button::new("⟲").fill(color(if looping { theme.accent } else { theme.raised }, 1.0));
    let button = ui.add(button).on_hover_text(Command::Loop.tooltip());
    button.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, looping, Command::Loop.label()));
    if button.clicked() {
        actions.push(Command::Loop.into());
    }
    let speed = session.playback.speed;
    let menu = ui.menu_button(speed_label(speed), |ui| {
        for choice in SPEEDS {
            if ui.selectable_label(choice == speed, speed_label(choice)).clicked() {
                actions.push(Action::Speed(choice));
                ui.close();
            }
        }
    });
    let keys = [Command::Slower, Command::Faster].map(|command| command.key_label().unwrap_or_default());
    menu.response.on_hover_text(say!("transport-speed", slower = keys[0], faster = keys[1]));
}

fn speed_label(speed: f64) -> String {
    format!("{speed}×")
}

fn chapters(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let size = Vec2::new(ui.available_width(), 34.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click_and_drag());
    response.widget_info(|| {
        WidgetInfo::slider(
            true,
            session.playback.time_secs,
            say!("transport-moment", seconds = format!("{:.1}", session.duration_secs())),
        )
    });
    let phases = session.phases();
    let duration_secs = session.duration_secs().max(1e-6);
    let now = session.playback.time_secs;
    let x_of = |secs: f64| rect.left() + rect.width() * (secs / duration_secs) as f32;
    let begun = phases.partition_point(|span| span.start_secs <= now);
    let current = begun.checked_sub(1).and_then(|last| phases.get(last)).map(|span| span.phase);
    let bar = |from: f32, to: f32| {
        Rect::from_min_max(Pos2::new(from, rect.bottom() - 12.0), Pos2::new(to, rect.bottom() - 5.0))
    };
    for span in phases {
        let from = x_of(span.start_secs);
        let to = (x_of(span.start_secs + span.duration_secs) - GAP).max(from);
        let painter = ui.painter();
        painter.rect_filled(bar(from, to), CornerRadius::same(3), color(theme.line, 1.0));
        let reached = x_of(now).clamp(from, to);
        painter.rect_filled(bar(from, reached), CornerRadius::same(3), color(theme.accent, 1.0));
        let (weight, ink) = if Some(span.phase) == current {
            (Weight::Bold, theme.text)
        } else {
            (Weight::Regular, theme.text_soft)
        };
        let label = crate::picture::font::elide(span.phase.label(), 12.0, weight, to - from);
        painter.text(
            Pos2::new(from, rect.top() + 2.0),
            egui::Align2::LEFT_TOP,
            label,
            font(12.0, weight),
            color(ink, 1.0),
        );
    }
    ui.painter().circle_filled(Pos2::new(x_of(now), rect.bottom() - 8.5), 6.5, color(theme.text, 1.0));
    if let Some(pointer) = response.interact_pointer_pos() {
        let share = f64::from((pointer.x - rect.left()) / rect.width().max(1.0));
        actions.push(Action::Seek(share * duration_secs));
    }
    let hint = say!("transport-chapters-hint");
    response.on_hover_text(hint);
}

/// The presenter's words for this moment; or what was just done, until something else is.
fn captions(ui: &mut Ui, session: &Session, moment: Option<&Moment>) {
    let theme = session.settings.theme().theme();
    if let Some(news) = &session.news {
        let text = RichText::new(format!("● {news}")).size(14.0).color(color(theme.accent, 1.0));
        ui.add(egui::Label::new(text).truncate()).on_hover_text(news);
        return;
    }
    let caption = moment.and_then(|frame| frame.caption.as_ref());
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if let Some(caption) = caption {
                ui.label(
                    soft(say!("transport-caption-place", number = caption.number, of = caption.of), theme)
                        .small(),
                )
                .on_hover_text(say!("transport-caption-place-hint"));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let text = caption.map_or(" ", |caption| &caption.text);
                let label = ui.add(egui::Label::new(RichText::new(text).size(14.0)).truncate());
                if let Some(notes) = caption.and_then(|caption| caption.notes.as_ref()) {
                    label.on_hover_text(say!("transport-notes", notes = notes));
                }
            });
        });
    });
}
