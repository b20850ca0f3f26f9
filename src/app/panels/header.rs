//! What the field says, in words: the play, the result, the whole organisation, and how often it is run.

use bevy_egui::egui::{self, Align, Frame, Layout, Margin, RichText, Sense, Ui, WidgetInfo, WidgetType};

use super::widgets::{bold, choice, command, soft};
use crate::app::actions::{Action, Command};
use crate::app::paint::{self, color};
use crate::app::session::{Of, Session};
use crate::app::shown::Stale;
use crate::app::words::say;
use crate::timeline::Frame as Moment;

/// How high the strip of the whole organisation is.
const RULER: f32 = 30.0;

pub(super) fn show(ui: &mut Ui, session: &Session, moment: Option<&Moment>, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let frame = Frame::new().inner_margin(Margin { left: 12, right: 12, top: 10, bottom: 2 });
    egui::Panel::top("header").resizable(false).show_separator_line(false).frame(frame).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 3.0;
        title_row(ui, session, moment, actions);
        let Some(frame) = moment else {
            if let Some(stem) = session.wanted() {
                let errors = session.problems().count();
                ui.label(say!("header-cannot-run", stem = stem, errors = errors));
            } else {
                ui.label(soft(say!("header-empty"), theme));
            }
            notices(ui, session, actions);
            return;
        };
        // While everybody is put in their places, what is asked is what will come of it.
        let outcome = session.is_arranging().then(|| session.outcome_headline()).flatten();
        let headline = outcome.as_ref().unwrap_or(&frame.headline);
        let headline = ui.add(egui::Label::new(RichText::new(headline).size(14.0)).wrap());
        headline.on_hover_text(say!("header-headline.hint"));
        notices(ui, session, actions);
        let (rect, response) =
            ui.allocate_exact_size(egui::vec2(ui.available_width(), RULER), Sense::click_and_drag());
        let window = session.lens.window;
        let view = crate::picture::View {
            size: (rect.width(), rect.height()),
            from_yard: window.from_yard,
            to_yard: window.to_yard,
            text_scale: 1.0,
            standalone: false,
            hovered: None,
            selected: None,
        };
        let scene = crate::picture::draw_ruler(frame, &view, view.size, theme);
        paint::scene(ui.painter(), &scene, rect.min);
        response.widget_info(|| {
            let label = say!("header-ruler", yards = format!("{:.0}", frame.run.spot));
            WidgetInfo::labeled(WidgetType::Other, true, label)
        });
        if let Some(pointer) = response.interact_pointer_pos() {
            let share = (pointer.x - rect.min.x - scene.field.min.x) / scene.field.width().max(1.0);
            let yard = 100.0 * f64::from(share.clamp(0.0, 1.0));
            actions.push(Action::Pan(yard - f64::midpoint(window.from_yard, window.to_yard)));
        }
        response.on_hover_text(say!("header-ruler.hint"));
    });
}

fn title_row(ui: &mut Ui, session: &Session, moment: Option<&Moment>, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    ui.horizontal(|ui| {
        if !session.panels.playbook {
            command(ui, session, Command::TogglePlaybook, say!("header-plays"), actions);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            if session.shown().is_some_and(|shown| shown.plan.is_none()) {
                run_again(ui, session, actions);
            }
            ui.add_space(8.0);
            if session.drafts.unsaved().next().is_some() {
                command(ui, session, Command::Save, say!("common-save"), actions);
            }
            let on = session.what_if_mode;
            let mode = choice(ui, theme, on, say!("header-what-if"), Command::WhatIfMode.label());
            if mode.on_hover_text(Command::WhatIfMode.tooltip()).clicked() {
                actions.push(Command::WhatIfMode.into());
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = moment.map_or_else(
                    || session.wanted().unwrap_or(say!("header-no-play")),
                    |frame| &*frame.title,
                );
                ui.add(egui::Label::new(bold(title, 20.0)).truncate());
            });
        });
    });
}

/// The main control of a play: how often it is run in a row.
fn run_again(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let times = session.shown().map_or(1, |shown| shown.times);
    let runs = [(Command::RunFifty, 50), (Command::RunTen, 10), (Command::RunFour, 4), (Command::RunOnce, 1)];
    for (command, count) in runs {
        let button = choice(ui, theme, times == count, &format!("×{count}"), command.label());
        if button.on_hover_text(command.tooltip()).clicked() {
            actions.push(command.into());
        }
    }
    // Where there is little room, the buttons speak for themselves.
    if ui.available_width() > 220.0 {
        ui.label(soft(say!("header-run-again"), theme)).on_hover_text(say!("header-run-again.hint"));
    }
}

/// What is asked, what it changes, and what becomes of it.
fn what_if(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let Some(shown) = session.shown().filter(|shown| shown.is_what_if() || session.what_if_mode) else {
        return;
    };
    let theme = session.settings.theme().theme();
    let told = if shown.is_what_if() {
        say!("header-what-if-told", told = shown.difference())
    } else {
        say!("header-what-if-nothing").to_owned()
    };
    ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().button_padding = egui::vec2(8.0, 2.0);
            if shown.is_what_if() {
                command(ui, session, Command::ResetWhatIf, say!("header-back-to-file"), actions);
                command(ui, session, Command::CompareWhatIf, say!("header-compare-it"), actions);
                command(ui, session, Command::KeepWhatIf, say!("header-keep-it"), actions);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = bold(told, 13.0).color(color(theme.to_gain, 1.0));
                ui.add(egui::Label::new(words).truncate()).on_hover_text(say!("header-what-if-told-hint"));
            });
        });
    });
}

/// A broken file, and whatever else went wrong.
fn notices(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    if let Some((shown, stale)) = session.shown().and_then(|shown| Some((shown, shown.stale?))) {
        ui.horizontal(|ui| {
            let sentence = match stale {
                Stale::Broken => say!("header-broken").to_owned(),
                Stale::Gone => say!("header-gone", stem = shown.stem),
            };
            ui.label(bold(sentence, 12.0).color(color(theme.alarm, 1.0)));
            if let Some(at) = session.problem_of_shown()
                && ui
                    .button(say!("header-show-problem"))
                    .on_hover_text(say!("header-show-problem.hint"))
                    .clicked()
            {
                actions.push(Action::ShowProblem(at));
            }
        });
    }
    what_if(ui, session, actions);
    let behind = [Of::Plan, Of::Play, Of::Model].into_iter().filter_map(|of| session.entry_behind(of));
    let mut undecided =
        behind.filter(|entry| session.drafts.get(&entry.path).is_some_and(|draft| draft.outside.is_some()));
    if let Some(entry) = undecided.next() {
        ui.horizontal(|ui| {
            let told = say!("header-conflict", stem = entry.stem);
            ui.label(bold(told, 12.0).color(color(theme.alarm, 1.0)));
            if ui.button(say!("header-decide")).on_hover_text(say!("header-decide.hint")).clicked() {
                actions.push(Action::AskAbout(entry.path.clone()));
            }
        });
    }
    if let Some(notice) = &session.notice {
        ui.horizontal(|ui| {
            ui.label(RichText::new(notice).color(color(theme.alarm, 1.0)));
            command(ui, session, Command::Deselect, say!("common-close"), actions);
        });
    }
}
