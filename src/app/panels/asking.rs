//! What somebody has to decide: whose version of a file is kept, work of an earlier run, leaving with work unsaved, and
//! under which name to save.

use std::path::Path;

use bevy_egui::egui::{self, Key, ScrollArea, Ui, WidgetInfo, WidgetType};

use super::widgets::{bold, soft};
use crate::app::actions::Action;
use crate::app::session::{Asking, Decided, Session};
use crate::app::words::say;
use crate::drafts::Outside;

pub(super) fn show(ctx: &egui::Context, session: &Session, actions: &mut Vec<Action>) {
    let Some(asking) = &session.panels.asking else { return };
    let title = match asking {
        Asking::Conflict(_) => say!("asking-conflict"),
        Asking::Leaving => say!("asking-leaving"),
        Asking::Found => say!("asking-found"),
        Asking::SaveAs(_) => say!("asking-save-as"),
    };
    let modal = egui::Modal::new(egui::Id::new("asking")).show(ctx, |ui| {
        ui.set_max_width(520.0);
        ui.label(bold(title, 18.0));
        ui.add_space(6.0);
        match asking {
            Asking::Conflict(path) => conflict(ui, session, path, actions),
            Asking::Leaving => leaving(ui, session, actions),
            Asking::Found => found(ui, session, actions),
            Asking::SaveAs(typed) => save_as(ui, session, typed, actions),
        }
    });
    if modal.backdrop_response.clicked() {
        actions.push(Action::Decide(Decided::Later));
    }
}

fn button(ui: &mut Ui, label: &str, hint: &str, decided: Decided, actions: &mut Vec<Action>) {
    let button = ui.button(label).on_hover_text(hint);
    // The keyboard is with what can do no harm: Enter takes it, Tab goes on.
    let harmless = matches!(decided, Decided::Later | Decided::TakeUp(_) | Decided::SaveAndLeave);
    if harmless && ui.memory(|memory| memory.focused().is_none()) {
        button.request_focus();
    }
    if button.clicked() {
        actions.push(Action::Decide(decided));
    }
}

fn name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn conflict(ui: &mut Ui, session: &Session, path: &Path, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let gone = session.drafts.get(path).is_some_and(|draft| draft.outside == Some(Outside::Gone));
    let told =
        if gone { say!("asking-gone", name = name(path)) } else { say!("asking-changed", name = name(path)) };
    ui.label(told);
    ui.label(soft(path.display().to_string(), theme).small());
    ui.add_space(4.0);
    if !gone {
        ui.label(bold(say!("asking-difference"), 13.0));
        ScrollArea::vertical().max_height(220.0).show(ui, |ui| {
            for sentence in session.differences(path) {
                ui.add(egui::Label::new(sentence).wrap());
            }
        });
    }
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        let owned = || path.to_owned();
        let keep = if gone { say!("asking-save-again") } else { say!("asking-keep-mine") };
        button(ui, keep, say!("asking-keep-mine.hint"), Decided::KeepMine(owned()), actions);
        if !gone {
            let hint = say!("asking-take-theirs.hint");
            button(ui, say!("asking-take-theirs"), hint, Decided::TakeTheirs(owned()), actions);
        }
        button(ui, say!("asking-save-mine-as"), say!("asking-save-mine-as.hint"), Decided::SaveAs, actions);
        button(ui, say!("asking-later"), say!("asking-later.hint"), Decided::Later, actions);
    });
}

fn leaving(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    for (path, _) in session.drafts.unsaved() {
        let changed = session.drafts.get(path).is_some_and(|draft| draft.outside.is_some());
        let meanwhile = if changed { say!("asking-changed-meanwhile") } else { "" };
        ui.label(bold(format!("{}{meanwhile}", name(path)), 13.0));
        ui.label(soft(path.display().to_string(), theme).small());
    }
    ui.add_space(6.0);
    ui.horizontal_wrapped(|ui| {
        button(
            ui,
            say!("asking-save-and-close"),
            say!("asking-save-and-close.hint"),
            Decided::SaveAndLeave,
            actions,
        );
        button(ui, say!("asking-close-unsaved"), say!("asking-lost"), Decided::Leave, actions);
        button(ui, say!("asking-stay"), say!("asking-stay.hint"), Decided::Later, actions);
    });
}

fn found(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    ui.label(say!("asking-ended-before"));
    for (at, rescue) in session.found.iter().enumerate() {
        ui.add_space(4.0);
        ui.label(bold(name(&rescue.path), 13.0));
        ui.label(soft(rescue.path.display().to_string(), theme).small());
        if let Some(base) = &rescue.base {
            let told = session.differences_between(&rescue.path, base, &rescue.text);
            for sentence in told.iter().take(4) {
                ui.add(egui::Label::new(sentence).wrap());
            }
            if told.len() > 4 {
                ui.label(soft(say!("common-and-more", count = told.len() - 4), theme));
            }
        } else {
            ui.label(say!("asking-never-saved"));
        }
        ui.horizontal(|ui| {
            let hint = say!("asking-take-up.hint");
            button(ui, say!("asking-take-up"), hint, Decided::TakeUp(at), actions);
            button(ui, say!("asking-throw-away"), say!("asking-lost"), Decided::ThrowAway(at), actions);
        });
    }
    ui.add_space(6.0);
    button(ui, say!("asking-later"), say!("asking-offered-again"), Decided::Later, actions);
}

fn save_as(ui: &mut Ui, session: &Session, typed: &str, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    ui.label(soft(say!("asking-names"), theme));
    let mut path = typed.to_owned();
    let response = ui.add(egui::TextEdit::singleline(&mut path).desired_width(480.0));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::TextEdit, true, say!("asking-path")));
    response.request_focus();
    let enter = ui.input(|input| input.key_pressed(Key::Enter));
    let save = ui.add_enabled(!path.trim().is_empty(), egui::Button::new(say!("common-save"))).clicked();
    if (save || enter) && !path.trim().is_empty() {
        actions.push(Action::SaveAs(path.trim().into()));
    } else if path != typed {
        actions.push(Action::TypeSaveAs(path));
    }
}
