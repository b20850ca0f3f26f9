//! Pointer, pen and touch over the picture: a click goes on, the pen draws, the light follows.

use std::time::Duration;

use bevy_egui::egui::{self, PointerButton, Pos2, Rect, Response, Ui};

use crate::app::actions::Action;
use crate::app::session::presenting::{InkStep, PresentStep, Presenting, Tool};
use crate::model::InkForm;
use crate::picture::Point;

/// How long the pen is held still before its line becomes straight, in seconds.
const HELD_SECS: f64 = 0.5;
/// How far it may tremble meanwhile, in points.
const TREMBLE: f32 = 4.0;
/// How much of the width at the left goes back when it is tapped.
const BACK_SHARE: f32 = 0.2;

/// Where the pen has been held still, and since when.
#[derive(Clone, Copy)]
struct Held {
    at: Pos2,
    since_secs: f64,
    straight: bool,
}

/// Reads the pointer over a picture of the step, on the wall or in the presenter's window.
pub(in crate::app::panels) fn read(
    ui: &Ui,
    presenting: &Presenting,
    response: &Response,
    area: Rect,
    actions: &mut Vec<Action>,
) {
    if presenting.veil.is_some() {
        if let Some(veil) = presenting.veil.filter(|_| response.clicked()) {
            actions.push(PresentStep::Veil(veil).into());
        }
        return;
    }
    match presenting.tool {
        Tool::Pointer => step(response, presenting, area, actions),
        Tool::Spotlight => {
            step(response, presenting, area, actions);
            light(ui, presenting, response, area, actions);
        }
        Tool::Pen => pen(ui, presenting, response, area, actions),
        Tool::Eraser => {
            if let Some(at) = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on())
            {
                actions.push(PresentStep::Ink(InkStep::Erase(share(at, area))).into());
            }
            response.ctx.set_cursor_icon(egui::CursorIcon::Crosshair);
        }
    }
}

/// A click goes on, at the left edge or with the second button back.
fn step(response: &Response, presenting: &Presenting, area: Rect, actions: &mut Vec<Action>) {
    if presenting.inspector || presenting.board.is_some() {
        return;
    }
    if response.clicked_by(PointerButton::Secondary) {
        actions.push(PresentStep::Back.into());
    } else if response.clicked() {
        let at = response.interact_pointer_pos().unwrap_or(area.center());
        let back = at.x < area.left() + area.width() * BACK_SHARE;
        actions.push(if back { PresentStep::Back } else { PresentStep::Next }.into());
    }
}

fn light(ui: &Ui, presenting: &Presenting, response: &Response, area: Rect, actions: &mut Vec<Action>) {
    let at = ui.input(|input| input.pointer.latest_pos()).filter(|at| area.contains(*at));
    let place = at.map(|at| {
        let (x, y) = share(at, area);
        Point { x, y }
    });
    // The light may be carried in either window: it goes out where it was carried last.
    let carried_id = response.id.with("carried");
    let carried = ui.data(|data| data.get_temp(carried_id)).unwrap_or(false);
    if place != presenting.light && (place.is_some() || carried) {
        actions.push(PresentStep::Light(place).into());
    }
    ui.data_mut(|data| data.insert_temp(carried_id, place.is_some()));
    if response.hovered() {
        ui.ctx().set_cursor_icon(egui::CursorIcon::None);
    }
}

/// The pen: a line while it is down; straight with Shift (an arrow) or Ctrl (a circle), or when it is held still.
fn pen(ui: &Ui, presenting: &Presenting, response: &Response, area: Rect, actions: &mut Vec<Action>) {
    let held_id = response.id.with("held");
    response.ctx.set_cursor_icon(egui::CursorIcon::Crosshair);
    let (down, modifiers, now) =
        ui.input(|input| (input.pointer.button_down(PointerButton::Primary), input.modifiers, input.time));
    let mut say = |step: InkStep| actions.push(PresentStep::Ink(step).into());
    if !down || !response.is_pointer_button_down_on() {
        // A line drawn in the other window is ended there.
        if ui.data(|data| data.get_temp::<Held>(held_id)).is_some() {
            ui.data_mut(|data| data.remove::<Held>(held_id));
            say(InkStep::End);
        }
        return;
    }
    let Some(at) = response.interact_pointer_pos() else { return };
    let place = share(at, area);
    if !presenting.ink.is_drawing() {
        say(InkStep::Begin(place));
        if modifiers.shift {
            say(InkStep::Form(InkForm::Arrow));
        } else if modifiers.command {
            say(InkStep::Form(InkForm::Circle));
        }
        let held = Held { at, since_secs: now, straight: modifiers.shift || modifiers.command };
        ui.ctx().data_mut(|data| data.insert_temp(held_id, held));
        return;
    }
    // Every place the pen passed since the last update, so that a slow frame does not cut corners.
    let passed: Vec<Pos2> = ui.input(|input| {
        let moved = input.events.iter().filter_map(|event| match event {
            egui::Event::PointerMoved(at) => Some(*at),
            _ => None,
        });
        moved.collect()
    });
    for at in passed {
        say(InkStep::Line(share(at, area)));
    }
    let held = ui.ctx().data(|data| data.get_temp::<Held>(held_id));
    let Some(mut held) = held else { return };
    if held.at.distance(at) > TREMBLE {
        held = Held { at, since_secs: now, ..held };
    } else if !held.straight && now - held.since_secs >= HELD_SECS {
        held.straight = true;
        say(InkStep::Straighten);
    }
    if !held.straight {
        // Nothing moves while it is held still: somebody has to look at the time.
        ui.ctx().request_repaint_after(Duration::from_secs_f64(HELD_SECS / 4.0));
    }
    ui.ctx().data_mut(|data| data.insert_temp(held_id, held));
}

/// A place as parts of the picture's width and height.
fn share(at: Pos2, area: Rect) -> (f32, f32) {
    ((at.x - area.left()) / area.width().max(1.0), (at.y - area.top()) / area.height().max(1.0))
}
