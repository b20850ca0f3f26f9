//! How strong somebody is, large: a range with three handles for a finger.

use bevy_egui::egui::{
    self, Align2, CornerRadius, Id, Pos2, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use super::kit::{SMALL, View, tone};
use crate::app::words::say;
use crate::arrange::{Handle, pull};
use crate::model::Strength;
use crate::picture::Weight;
use crate::play_file::STRENGTH;

/// What a handle snaps to.
const STEP: f64 = 0.5;
const HANDLES: [Handle; 3] = [Handle::Low, Handle::High, Handle::Likely];

/// What a number of a range is called.
pub(super) fn named(handle: Handle) -> &'static str {
    match handle {
        Handle::Low => say!("board-strength-low"),
        Handle::Likely => say!("board-strength-likely"),
        Handle::High => say!("board-strength-high"),
    }
}

fn label(handle: Handle, name: &str) -> String {
    match handle {
        Handle::Low => say!("board-strength-low-of", name = name),
        Handle::Likely => say!("board-strength-likely-of", name = name),
        Handle::High => say!("board-strength-high-of", name = name),
    }
}

/// The number of a strength that a handle stands at.
pub(super) const fn number(strength: Strength, handle: Handle) -> f64 {
    match handle {
        Handle::Low => strength.low,
        Handle::Likely => strength.likely,
        Handle::High => strength.high,
    }
}

/// What a finger made of a range: another handle, and where it is now.
pub(super) struct Pulled {
    pub(super) handle: Handle,
    pub(super) strength: Strength,
}

/// Shows the range; `chosen` is the handle that keys move, if this row has them.
pub(super) fn show(
    ui: &mut Ui,
    view: &View<'_>,
    id: Id,
    name: &str,
    now: Strength,
    chosen: Option<Handle>,
) -> Option<Pulled> {
    let size = Vec2::new(ui.available_width(), view.px(96.0).max(64.0));
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let side = view.px(26.0).max(14.0);
    let (from, to) = (rect.left() + side * 2.0, rect.right() - side * 2.0);
    let x = |number: f64| egui::lerp(from..=to, (number / STRENGTH.high).clamp(0.0, 1.0) as f32);
    let middle = rect.top() + rect.height() * 0.36;
    let painter = ui.painter();
    let track = |low: f64, high: f64, width: f32, ink| {
        painter.hline(x(low)..=x(high), middle, Stroke::new(view.px(width), tone(ink)));
    };
    track(0.0, STRENGTH.high, 6.0, view.theme.guide);
    track(now.low, now.high, 16.0, view.theme.accent);
    for number in [0.0, 5.0, 10.0] {
        let at = Pos2::new(x(number), rect.bottom());
        let ink = tone(view.theme.text_soft);
        painter.text(at, Align2::CENTER_BOTTOM, format!("{number}"), view.font(SMALL, Weight::Regular), ink);
    }
    let mut pulled = None;
    // The likely one is drawn and met last: it is over the others where all three are one.
    for handle in HANDLES {
        let value = number(now, handle);
        let at = x(value);
        let tall = side * 2.0;
        let span = |from: f32, to: f32| {
            Rect::from_min_max(
                Pos2::new(at + from, middle - tall / 2.0),
                Pos2::new(at + to, middle + tall / 2.0),
            )
        };
        let place = match handle {
            Handle::Low => span(-side * 1.6, 0.0),
            Handle::High => span(0.0, side * 1.6),
            Handle::Likely => span(-side * 0.8, side * 0.8),
        };
        let response = ui.interact(place, id.with(handle), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::slider(true, value, label(handle, name)));
        let lit = chosen == Some(handle) || response.dragged() || response.hovered();
        paint(ui, view, handle, place, lit);
        let by = ui.input(|input| {
            use egui::accesskit::Action::{Decrement, Increment};
            let asked = |action| input.num_accesskit_action_requests(response.id, action) as f64;
            (asked(Increment) - asked(Decrement)) * STEP
        });
        let wanted = match response.interact_pointer_pos().filter(|_| response.dragged()) {
            Some(pointer) => {
                let share = f64::from((pointer.x - from) / (to - from).max(1.0));
                Some((share * STRENGTH.high / STEP).round() * STEP)
            }
            None => (by != 0.0).then_some(value + by),
        };
        if let Some(wanted) = wanted {
            pulled = Some(Pulled { handle, strength: pull(now, handle, wanted) });
        } else if response.clicked() {
            pulled = Some(Pulled { handle, strength: now });
        }
    }
    pulled
}

fn paint(ui: &Ui, view: &View<'_>, handle: Handle, place: Rect, lit: bool) {
    let edge = Stroke::new(
        view.px(if lit { 5.0 } else { 2.0 }).max(1.0),
        tone(if lit { view.theme.text } else { view.theme.panel }),
    );
    let fill = tone(view.theme.accent);
    let painter = ui.painter();
    let round = (place.height() / 3.0).min(120.0) as u8;
    let pill = |corners| {
        let rect = place.shrink(view.px(4.0));
        painter.rect(rect, corners, fill, edge, StrokeKind::Outside);
    };
    match handle {
        Handle::Low => pill(CornerRadius { nw: round, sw: round, ne: 0, se: 0 }),
        Handle::High => pill(CornerRadius { nw: 0, sw: 0, ne: round, se: round }),
        Handle::Likely => {
            let ring = Stroke::new(view.px(5.0).max(2.0), edge.color);
            let ring = if lit { ring } else { Stroke::new(ring.width, fill) };
            painter.circle(place.center(), place.height() * 0.36, tone(view.theme.panel), ring);
        }
    }
}
