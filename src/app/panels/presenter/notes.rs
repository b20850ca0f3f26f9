//! Caption and notes of the step shown, in the size the presenter wants, and what went wrong with files.

use bevy_egui::egui::{self, Align, Id, Layout, RichText, ScrollArea, Ui};

use super::{PresenterView, head, words};
use crate::app::actions::Action;
use crate::app::paint::{color, font};
use crate::app::panels::widgets::section;
use crate::app::session::PresentStep;
use crate::app::words::say;
use crate::picture::Weight;

/// Sizes of caption and notes before they are scaled.
const CAPTION: f32 = 24.0;
const TEXT: f32 = 19.0;
/// How much one press changes the size.
const SCALE: f32 = 1.15;

/// Where the notes stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum In {
    /// In the presenter's window, with what comes next where nothing else says it.
    Window { with_next: bool },
    /// Below the field.
    Strip,
}

/// The step's own words; in the presenter's window they have buttons for another size.
pub(super) fn show(ui: &mut Ui, view: &PresenterView<'_>, stand: In, actions: &mut Vec<Action>) {
    let scale = view.presenting.second.note_scale * if stand == In::Strip { 0.8 } else { 1.0 };
    let mut room = ui.max_rect();
    if stand != In::Strip {
        let line = super::cut_top(&mut room, head::SMALL);
        super::within(ui, line, |ui| sizes(ui, view, actions));
    }
    super::within(ui, room, |ui| said(ui, view, stand, scale));
}

/// The heading, and buttons for another size.
fn sizes(ui: &mut Ui, view: &PresenterView<'_>, actions: &mut Vec<Action>) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        let now = view.presenting.second.note_scale;
        if head::small(ui, "A+", say!("presenter-larger"), None).clicked() {
            actions.push(PresentStep::NoteScale(now * SCALE).into());
        }
        if head::small(ui, "A−", say!("presenter-smaller"), None).clicked() {
            actions.push(PresentStep::NoteScale(now / SCALE).into());
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            section(ui, view.theme(), say!("presenter-notes"));
        });
    });
}

fn said(ui: &mut Ui, view: &PresenterView<'_>, stand: In, scale: f32) {
    let (theme, presenting) = (view.theme(), view.presenting);
    let Some(step) = presenting.step() else { return };
    // Each step begins at the top of its notes, and finds its place again when it comes back.
    let id = Id::new(("notes-of-step", &step.key));
    ScrollArea::vertical().id_salt(id).auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0 * scale;
        troubles(ui, view);
        if let Some(veil) = words::veil(presenting) {
            ui.label(
                RichText::new(veil).font(font(TEXT * scale, Weight::Bold)).color(color(theme.alarm, 1.0)),
            );
        }
        let caption = RichText::new(words::caption(step)).font(font(CAPTION * scale, Weight::Bold));
        ui.label(caption.color(color(theme.text, 1.0)));
        if let Some(notes) = step.notes.as_deref().filter(|notes| !notes.trim().is_empty()) {
            for paragraph in notes.split('\n').map(str::trim).filter(|line| !line.is_empty()) {
                let text = RichText::new(paragraph).font(font(TEXT * scale, Weight::Regular));
                ui.label(text.color(color(theme.text, 1.0)));
            }
        } else {
            let none =
                RichText::new(say!("presenter-no-notes")).font(font(TEXT * scale * 0.85, Weight::Regular));
            ui.label(none.color(color(theme.text_soft, 1.0)));
        }
        if stand == (In::Window { with_next: true }) {
            let next =
                RichText::new(words::next(presenting)).font(font(TEXT * scale * 0.85, Weight::Regular));
            ui.label(next.color(color(theme.text_soft, 1.0)));
        }
    });
}

/// What is on the wall although its file says something else now, and why; and what could not be done.
fn troubles(ui: &mut Ui, view: &PresenterView<'_>) {
    let theme = view.theme();
    let said = view.session.notice.as_deref().into_iter().chain(view.presenting.troubles());
    for trouble in said {
        let frame = egui::Frame::new()
            .stroke(egui::Stroke::new(2.0, color(theme.alarm, 1.0)))
            .corner_radius(6)
            .inner_margin(egui::Margin::symmetric(10, 8));
        frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.label(RichText::new(trouble).font(font(15.0, Weight::Bold)).color(color(theme.alarm, 1.0)));
        });
    }
}
