//! How strong somebody is: three sizes for most judgements, three handles for the others.

use bevy_egui::egui::{
    self, Align2, CornerRadius, EventFilter, Id, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, Vec2, WidgetInfo,
};

use super::fields::{Fields, Now};
use super::visit::new_gesture;
use crate::app::actions::Action;
use crate::app::paint::{self, color};
use crate::app::panels::widgets::{choice, soft};
use crate::app::words::say;
use crate::arrange::{Handle, Size, pull};
use crate::drafts::{Gesture, Joins};
use crate::model::Strength;
use crate::picture::{Theme, Weight};
use crate::play_file::STRENGTH;

/// What a handle moves by with an arrow key, or snaps to when dragged.
const STEP: f64 = 0.5;
/// The same with Shift.
const FINE: f64 = 0.1;

impl Fields<'_> {
    /// A strength: small, medium, large, or a range with handles.
    pub(in crate::app::panels) fn strength(&mut self, ui: &mut Ui, now: Strength) -> Option<Now<Strength>> {
        let id = self.id(say!("common-strength"));
        ui.scope_builder(UiBuilder::new().id(id), |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            ui.horizontal(|ui| {
                ui.label(soft(say!("common-strength"), self.theme).small())
                    .on_hover_text(say!("strength-hint"));
                ui.label(soft(told(now), self.theme).small());
            });
            let sized = sizes(ui, self.theme, Size::of(&now));
            let sized = sized.map(|size| Now { value: size.strength(), joins: Joins::Alone });
            self.range(ui, id, now).or(sized)
        })
        .inner
    }

    fn range(&mut self, ui: &mut Ui, id: Id, now: Strength) -> Option<Now<Strength>> {
        let (rect, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), 30.0), Sense::hover());
        let scale = Scale { from: rect.left() + 12.0, to: rect.right() - 12.0 };
        let middle = rect.top() + 11.0;
        let theme = self.theme;
        let painter = ui.painter();
        let line = |from: f64, to: f64, width, ink| {
            let ends = scale.x(from)..=scale.x(to);
            painter.hline(ends, middle, Stroke::new(width, ink));
        };
        line(0.0, STRENGTH.high, 3.0, color(theme.guide, 1.0));
        line(now.low, now.high, 5.0, color(theme.accent, 1.0));
        for (number, align) in [(0.0, Align2::LEFT_TOP), (5.0, Align2::CENTER_TOP), (10.0, Align2::RIGHT_TOP)]
        {
            let at = egui::pos2(scale.x(number), rect.top() + 19.0);
            let at = match align {
                Align2::LEFT_TOP => at - Vec2::new(3.0, 0.0),
                Align2::RIGHT_TOP => at + Vec2::new(6.0, 0.0),
                _ => at,
            };
            let font = paint::font(9.5, Weight::Regular);
            painter.text(at, align, format!("{number}"), font, color(theme.text_soft, 1.0));
        }
        // The likely one is drawn and met last: it is over the others where all three are one.
        let handles = [(Handle::Low, now.low), (Handle::High, now.high), (Handle::Likely, now.likely)];
        let mut pulled = None;
        for (handle, number) in handles {
            let x = scale.x(number);
            let place = match handle {
                Handle::Low => {
                    Rect::from_min_max(egui::pos2(x - 13.0, middle - 8.0), egui::pos2(x, middle + 8.0))
                }
                Handle::High => {
                    Rect::from_min_max(egui::pos2(x, middle - 8.0), egui::pos2(x + 13.0, middle + 8.0))
                }
                Handle::Likely => Rect::from_center_size(egui::pos2(x, middle), Vec2::new(11.0, 22.0)),
            };
            let name = match handle {
                Handle::Low => say!("strength-low"),
                Handle::Likely => say!("strength-likely"),
                Handle::High => say!("strength-high"),
            };
            let own = id.with(name);
            let response = ui.interact(place, own, Sense::click_and_drag());
            paint_handle(ui, theme, handle, place, &response);
            let to = asked(ui, &response, number, &scale);
            response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), number, name));
            let response = response.on_hover_text(say!("strength-handle-hint", name = name, number = number));
            let gesture = self.gesture(ui, own, &response);
            if let Some(to) = to {
                let value = pull(now, handle, to);
                if value != now {
                    pulled = Some(Now { value, joins: Joins::Replaces(Gesture(gesture)) });
                }
            }
        }
        pulled
    }

    /// The gesture of a handle that is held or has the keyboard; when it has neither any more, it is over.
    fn gesture(&mut self, ui: &Ui, id: Id, response: &Response) -> u64 {
        let held: Option<u64> = ui.data(|data| data.get_temp(id));
        let gesture = held.unwrap_or_else(|| if is_held(response) { new_gesture(ui.ctx()) } else { 0 });
        if is_held(response) {
            ui.data_mut(|data| data.insert_temp(id, gesture));
        } else if held.is_some() {
            ui.data_mut(|data| data.remove::<u64>(id));
            self.actions.push(Action::Settle);
        }
        gesture
    }
}

/// Three buttons for the sizes; the one pressed.
pub(in crate::app::panels) fn sizes(ui: &mut Ui, theme: &Theme, now: Option<Size>) -> Option<Size> {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        ui.spacing_mut().button_padding = egui::vec2(8.0, 2.0);
        let mut pressed = None;
        for size in Size::ALL {
            let response = choice(ui, theme, now == Some(size), size.label(), size.label());
            let Strength { low, likely, high } = size.strength();
            if response
                .on_hover_text(say!("strength-range-hint", likely = likely, low = low, high = high))
                .clicked()
            {
                pressed = Some(size);
            }
        }
        pressed
    })
    .inner
}

/// "5, from 3 to 7", or "5" where it is that exactly.
pub(in crate::app::panels) fn told(strength: Strength) -> String {
    let Strength { low, likely, high } = strength;
    if low == high {
        format!("{likely}")
    } else {
        say!("strength-range", likely = likely, low = low, high = high)
    }
}

/// Where strengths stand along the range.
struct Scale {
    from: f32,
    to: f32,
}

impl Scale {
    fn x(&self, number: f64) -> f32 {
        egui::lerp(self.from..=self.to, (number / STRENGTH.high).clamp(0.0, 1.0) as f32)
    }

    fn number(&self, x: f32) -> f64 {
        f64::from((x - self.from) / (self.to - self.from).max(1.0)) * STRENGTH.high
    }
}

fn is_held(response: &Response) -> bool {
    response.has_focus() || response.dragged()
}

/// Where the hand or the keys want a handle.
fn asked(ui: &Ui, response: &Response, number: f64, scale: &Scale) -> Option<f64> {
    if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let step = if ui.input(|input| input.modifiers.shift) { FINE } else { STEP };
        return Some((scale.number(pointer.x) / step).round() * step);
    }
    let mut by = ui.input(|input| {
        use egui::accesskit::Action::{Decrement, Increment};
        let asked = |action| input.num_accesskit_action_requests(response.id, action) as f64;
        (asked(Increment) - asked(Decrement)) * STEP
    });
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        by += ui.input_mut(|input| {
            let mut count = |key| {
                // First with Shift: without it, a key counts whatever else is held.
                let fine = input.count_and_consume_key(Modifiers::SHIFT, key) as f64 * FINE;
                fine + input.count_and_consume_key(Modifiers::NONE, key) as f64 * STEP
            };
            count(Key::ArrowRight) + count(Key::ArrowUp) - count(Key::ArrowLeft) - count(Key::ArrowDown)
        });
    }
    (by != 0.0).then_some(number + by)
}

fn paint_handle(ui: &Ui, theme: &Theme, handle: Handle, place: Rect, response: &Response) {
    let lit = response.has_focus() || response.hovered() || response.dragged();
    let edge =
        Stroke::new(if lit { 2.0 } else { 1.0 }, color(if lit { theme.text } else { theme.panel }, 1.0));
    let fill = color(theme.accent, 1.0);
    let painter = ui.painter();
    let pill = |rounding| {
        let rect = place.shrink2(Vec2::new(2.0, 1.0));
        painter.rect(rect, rounding, fill, edge, StrokeKind::Outside);
    };
    match handle {
        Handle::Low => pill(CornerRadius { nw: 6, sw: 6, ne: 0, se: 0 }),
        Handle::High => pill(CornerRadius { nw: 0, sw: 0, ne: 6, se: 6 }),
        Handle::Likely => {
            let edge = Stroke::new(2.0, color(if lit { theme.text } else { theme.accent }, 1.0));
            painter.circle(place.center(), 6.5, color(theme.panel, 1.0), edge);
        }
    }
}
