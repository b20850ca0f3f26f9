//! Going somewhere: a step by its number, or by words of it.

use bevy_egui::egui::{self, Align2, Key, Modifiers, Vec2, WidgetInfo, WidgetType};

use crate::app::actions::Action;
use crate::app::panels::widgets::{bold, soft};
use crate::app::session::Session;
use crate::app::session::presenting::{PresentStep, Presenting};
use crate::app::words::say;
use crate::show::Rundown;

/// How many steps are offered.
const OFFERED: usize = 6;

pub(super) fn show(
    ctx: &egui::Context,
    session: &Session,
    presenting: &Presenting,
    actions: &mut Vec<Action>,
) {
    let Some(typed) = &presenting.going else { return };
    let theme = session.settings.theme().theme();
    let offered = found(&presenting.rundown, typed);
    let (enter, escape) = ctx.input_mut(|input| {
        (input.consume_key(Modifiers::NONE, Key::Enter), input.consume_key(Modifiers::NONE, Key::Escape))
    });
    if escape {
        actions.push(PresentStep::Going(None).into());
        return;
    }
    if enter {
        actions.push(match offered.first() {
            Some(step) => PresentStep::GoTo(*step).into(),
            None => PresentStep::Going(None).into(),
        });
        return;
    }
    let mut words = typed.clone();
    let window = egui::Window::new(say!("command-go-to-step"))
        .collapsible(false)
        .resizable(false)
        .title_bar(false)
        .anchor(Align2::CENTER_CENTER, Vec2::ZERO)
        .fixed_size(Vec2::new(640.0, 0.0));
    window.show(ctx, |ui| {
        let count = presenting.rundown.steps.len();
        let field = egui::TextEdit::singleline(&mut words)
            .hint_text(say!("present-go-to", count = count))
            .font(egui::FontId::proportional(26.0))
            .desired_width(f32::INFINITY);
        let response = ui.add(field);
        response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, say!("command-go-to-step")));
        response.request_focus();
        for step in offered {
            let Some(this) = presenting.rundown.steps.get(step) else { continue };
            let words = bold(format!("{}  {}", step + 1, this.title), 18.0);
            if ui.add(egui::Button::new(words).min_size(Vec2::new(ui.available_width(), 44.0))).clicked() {
                actions.push(PresentStep::GoTo(step).into());
            }
            ui.add(egui::Label::new(soft(&this.caption, theme).size(15.0)).truncate());
        }
    });
    if words != *typed {
        actions.push(PresentStep::Going(Some(words)).into());
    }
}

/// The steps meant by what is typed: the one of that number, else those that have all of the words, in their order.
pub(super) fn found(rundown: &Rundown, typed: &str) -> Vec<usize> {
    let typed = typed.trim().to_lowercase();
    if typed.is_empty() {
        return Vec::new();
    }
    if let Ok(number) = typed.parse::<usize>() {
        let at = number.saturating_sub(1).min(rundown.steps.len().saturating_sub(1));
        return if rundown.steps.is_empty() { Vec::new() } else { vec![at] };
    }
    let has = |text: &str| {
        let text = text.to_lowercase();
        typed.split_whitespace().all(|word| text.contains(word))
    };
    let steps = rundown.steps.iter().enumerate().filter(|(_, step)| {
        let phase = step.phase.map_or("", crate::model::Phase::label);
        has(&format!("{} {} {} {phase}", step.title, step.caption, step.key))
    });
    steps.map(|(at, _)| at).take(OFFERED).collect()
}
