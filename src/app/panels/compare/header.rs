//! What the comparison says, in a sentence, and how it is shown.

use bevy_egui::egui::{self, Align, Frame, Label, Layout, Margin, ProgressBar, RichText, Ui};

use super::super::widgets::{bold, choice, soft};
use crate::app::actions::{Action, Command};
use crate::app::comparison::{Side, TIMES};
use crate::app::desk::{Asked, Topic};
use crate::app::paint::color;
use crate::app::session::Session;
use crate::app::words::say;
use crate::compare::results::{self, Takeaway, takeaway};

pub(super) fn show(
    ui: &mut Ui,
    session: &Session,
    results: Option<&results::Comparison>,
    actions: &mut Vec<Action>,
) {
    let theme = session.settings.theme().theme();
    let frame = Frame::new().inner_margin(Margin { left: 12, right: 12, top: 10, bottom: 6 });
    egui::Panel::top("header").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        title_row(ui, session, actions);
        match (session.comparison.sides.len(), results) {
            (0, _) => {
                ui.label(soft(say!("compare-choose"), theme));
            }
            (1, _) => {
                ui.label(soft(say!("compare-choose-one-more"), theme));
            }
            (_, None) => {
                ui.horizontal(|ui| {
                    let progress = session.desk.asked(Topic::Trials).map_or(0.0, Asked::progress);
                    ui.label(say!("compare-running"));
                    ui.add(ProgressBar::new(progress).desired_width(160.0).desired_height(8.0));
                });
            }
            (_, Some(results)) => {
                let Takeaway { headline, price } = takeaway(results);
                let said = ui.add(Label::new(RichText::new(headline).size(14.0)).wrap());
                said.on_hover_text(say!("compare-luck-hint"));
                if !price.is_empty() && ui.ctx().content_rect().height() > 500.0 {
                    ui.add(Label::new(soft(price, theme)).wrap());
                }
            }
        }
        let what_if = session.shown().filter(|shown| shown.is_what_if());
        if what_if.is_some_and(|shown| session.comparison.place_of(&shown.stem).is_some()) {
            ui.label(bold(say!("compare-as-files"), 13.0).color(color(theme.to_gain, 1.0)));
        }
        if let Some(notice) = &session.notice {
            ui.horizontal(|ui| {
                ui.label(RichText::new(notice).color(color(theme.alarm, 1.0)));
                super::super::widgets::command(ui, session, Command::Deselect, say!("common-close"), actions);
            });
        }
    });
}

fn title_row(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let comparison = &session.comparison;
    ui.horizontal(|ui| {
        if !session.panels.playbook {
            super::super::widgets::command(
                ui,
                session,
                Command::TogglePlaybook,
                say!("header-plays"),
                actions,
            );
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for (overlaid, name) in [(true, say!("compare-one-field")), (false, say!("compare-side-by-side"))]
            {
                let lit = comparison.overlaid == overlaid;
                let button = choice(ui, theme, lit, name, name).on_hover_text(Command::Overlay.tooltip());
                if button.clicked() && !lit {
                    actions.push(Command::Overlay.into());
                }
            }
            if comparison.sides.iter().any(|side| side.is_play) {
                ui.add_space(10.0);
                for times in TIMES.into_iter().rev() {
                    let name = format!("×{times}");
                    let label = say!("compare-times-name", times = times);
                    let button = choice(ui, theme, comparison.times == times, &name, &label);
                    if button.on_hover_text(say!("compare-times-hint")).clicked() {
                        actions.push(Action::CompareTimes(times));
                    }
                }
                if ui.available_width() > 260.0 {
                    ui.label(soft(say!("compare-each-play"), theme));
                }
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let titles: Vec<&str> = comparison.sides.iter().map(Side::title).collect();
                let title =
                    if titles.is_empty() { say!("playbook-compare").to_owned() } else { titles.join(" · ") };
                ui.add(Label::new(bold(title, 20.0)).truncate());
            });
        });
    });
}
