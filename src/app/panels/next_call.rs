//! The next call: the plays at hand from where the field stands, with what speaks for and against each.

use bevy_egui::egui::{CollapsingHeader, ProgressBar, RichText, Slider, Ui};

use super::widgets::{bold, section, signed_yards, soft};
use crate::app::actions::Action;
use crate::app::desk::Topic;
use crate::app::paint::color;
use crate::app::session::Session;
use crate::app::words::say;
use crate::compare::chances::in_trials;
use crate::picture::Theme;
use crate::rules::NextCall;

/// How many plays are shown at once; the others fold out.
const FIRST: usize = 3;

pub(super) fn show(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let Some(shown) = session.shown() else { return };
    section(ui, theme, say!("command-next-call"));
    let Some(advice) = session.desk.next_call() else {
        match session.desk.asked(Topic::NextCall) {
            None if shown.standing().is_none() => {
                ui.label(say!("next-call-ended"));
            }
            None => actions.push(Action::Ask(Topic::NextCall)),
            Some(asked) => {
                ui.add(ProgressBar::new(asked.progress()).desired_height(6.0));
            }
        }
        return;
    };
    if let Some(plan) = &shown.plan {
        let next = plan.drive.downs.get(plan.at + 1).and_then(|down| plan.sheet.plays.get(down.play));
        let calls =
            next.map_or(say!("next-call-nothing").to_owned(), |called| called.lineup.play.title.clone());
        ui.label(soft(say!("next-call-after", number = plan.at + 1, calls = calls), theme).small());
    }
    ui.label(&advice.headline);
    let mut exposure = session.weighing;
    ui.label(soft(say!("next-call-counts"), theme).small()).on_hover_text(&advice.measure);
    ui.spacing_mut().slider_width = (ui.available_width() - 8.0).max(60.0);
    let slider = Slider::new(&mut exposure, 0.0..=1.0).step_by(0.1).show_value(false);
    if ui.add(slider).on_hover_text(say!("next-call-counts.hint")).changed() {
        actions.push(Action::Weigh(exposure));
    }
    ui.columns(2, |sides| {
        sides[0].label(soft(say!("next-call-ground"), theme).small());
        sides[1].with_layout(bevy_egui::egui::Layout::right_to_left(bevy_egui::egui::Align::Min), |ui| {
            ui.label(soft(say!("next-call-together"), theme).small());
        });
    });
    let (first, others) = advice.calls.split_at(advice.calls.len().min(FIRST));
    for call in first {
        card(ui, theme, call, actions);
    }
    if !others.is_empty() {
        let name = say!("common-more", count = others.len());
        CollapsingHeader::new(name).id_salt("more calls").show(ui, |ui| {
            for call in others {
                card(ui, theme, call, actions);
            }
        });
    }
    ui.label(soft(&advice.measure, theme).small());
}

/// One play: what it gains, how likely it makes the line, a good day and a bad one, arguments.
fn card(ui: &mut Ui, theme: &Theme, call: &NextCall, actions: &mut Vec<Action>) {
    let frame = bevy_egui::egui::Frame::new().fill(color(theme.raised, 1.0)).corner_radius(7).inner_margin(8);
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        let name = format!("{}   {}", call.title, signed_yards(call.gain));
        let title =
            bevy_egui::egui::Label::new(bold(name, 13.5)).sense(bevy_egui::egui::Sense::click()).truncate();
        if ui.add(title).on_hover_text(say!("next-call-show")).clicked() {
            actions.push(Action::ShowPlay(call.play.to_string()));
        }
        ui.label(soft(say!("next-call-makes-line", often = in_trials(&call.makes_line)), theme).small());
        ui.label(RichText::new(&call.works).small());
        ui.label(RichText::new(&call.fails).small());
        for (mark, ink, sentences) in
            [("▲", theme.gain, &call.speaks_for), ("▼", theme.alarm, &call.speaks_against)]
        {
            for sentence in sentences.iter().take(2) {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    ui.label(RichText::new(mark).small().color(color(ink, 1.0)));
                    ui.add(bevy_egui::egui::Label::new(RichText::new(sentence).small()).wrap());
                });
            }
        }
        if call.too_close_to_next() {
            ui.label(soft(say!("next-call-too-close"), theme).small());
        }
    });
    ui.add_space(4.0);
}
