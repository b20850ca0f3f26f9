//! Everything around the field. Panels read the [`Session`] and report [`Action`]s; none of them changes anything, so that
//! each can be tried without a window.

mod asking;
mod change;
mod compare;
mod facts;
mod field;
mod field_menu;
mod header;
mod help;
mod history;
mod inspector;
mod keys;
mod matters;
mod next_call;
mod open_path;
mod palette;
mod playbook;
mod present;
pub mod presenter;
mod problem;
pub mod source;
mod starting;
mod style;
mod text;
mod transport;
mod tries;
mod widgets;

use bevy_egui::egui::{self, Rect};

use super::actions::Action;
use super::session::{Screen, Session};
use super::stage::Stage;

pub use style::{install_fonts, style};

/// How much of the window's width the field has at least, as long as any panel can give way.
const FIELD_SHARE: f32 = 0.65;

/// Draws every panel into `ui`, which fills the window, and the field's names into what they leave free; that place is
/// returned.
pub fn window(ui: &mut egui::Ui, session: &Session, stage: &Stage, actions: &mut Vec<Action>) -> Rect {
    if session.presenting.is_some() {
        present::keys::read(ui.ctx(), session, actions);
        let area = present::show(ui, session, stage, actions);
        asking::show(ui.ctx(), session, actions);
        return area;
    }
    keys::read(ui.ctx(), session, actions);
    if stage.paints_panels() {
        ui.visuals_mut().panel_fill = egui::Color32::TRANSPARENT;
    }
    let modelling = session.screen == Screen::Model;
    let writes = modelling && session.panels.source.is_some();
    // The text has the room that reasons would take, unless there is room for both.
    let room_for_both = ui.available_width() >= 1500.0;
    let explains =
        modelling && session.panels.inspector && session.selected.is_some() && (!writes || room_for_both);
    // The field comes first: the list of plays gives way where it would leave too little of it.
    let taken = playbook::WIDTH + if explains { inspector::WIDTH } else { 0.0 };
    if session.panels.playbook
        && (room_for_both || !writes)
        && taken <= ui.available_width() * (1.0 - FIELD_SHARE)
    {
        playbook::show(ui, session, actions);
    }
    if writes {
        text::show(ui, session, actions);
    }
    if explains {
        inspector::show(ui, session, actions);
    }
    let area = if modelling {
        let frame = session.frame();
        transport::show(ui, session, frame.as_ref(), actions);
        header::show(ui, session, frame.as_ref(), actions);
        field::show(ui, session, frame.as_ref(), stage, actions)
    } else {
        compare::show(ui, session, stage, actions)
    };
    problem::show(ui.ctx(), session, actions);
    palette::show(ui.ctx(), session, actions);
    open_path::show(ui.ctx(), session, actions);
    starting::show(ui.ctx(), session, actions);
    change::add(ui.ctx(), session, actions);
    help::show(ui.ctx(), session, actions);
    history::show(ui.ctx(), session, actions);
    asking::show(ui.ctx(), session, actions);
    area
}

/// What stands behind a panel that nothing else paints.
fn solid(session: &Session) -> egui::Color32 {
    super::paint::color(session.settings.theme().theme().panel, 1.0)
}
