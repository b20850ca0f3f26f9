//! Numbers in forms: dragged, typed, or stepped by the arrow keys.

use bevy_egui::egui::{self, DragValue, Ui, UiBuilder, WidgetInfo};

use super::fields::{Fields, Label, Now};
use super::visit::{Typing, Visit, new_gesture};
use crate::app::actions::Action;
use crate::app::panels::widgets::soft;
use crate::app::words::say;
use crate::drafts::{Gesture, Joins};
use crate::play_file::Range;

/// How high a row with a number in it is: what stands beside the number is in the middle of it.
pub(super) const ROW: f32 = 26.0;

/// Which numbers a field takes.
#[derive(Clone, Copy, Debug)]
pub(in crate::app::panels) struct Numbers {
    /// The least.
    pub(in crate::app::panels) low: f64,
    /// The most.
    pub(in crate::app::panels) high: f64,
    /// Whether the least itself is refused.
    pub(in crate::app::panels) above: bool,
    /// One step of the arrow keys, and about what a point of a drag is.
    pub(in crate::app::panels) step: f64,
    /// How many decimals are kept.
    pub(in crate::app::panels) decimals: usize,
    /// Behind the number, such as ` yd`, or nothing.
    pub(in crate::app::panels) unit: &'static str,
}

#[allow(dead_code, reason = "the forms of plans and models have other numbers than those of a play")]
impl Numbers {
    /// From `low` to `high` by `step`.
    pub(in crate::app::panels) const fn new(low: f64, high: f64, step: f64) -> Self {
        Self { low, high, above: false, step, decimals: 2, unit: "" }
    }

    /// Those a file may have.
    pub(in crate::app::panels) const fn of(range: Range, step: f64) -> Self {
        Self { low: range.low, high: range.high, above: range.above, step, decimals: 2, unit: "" }
    }

    /// With this unit behind it.
    pub(in crate::app::panels) const fn unit(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }

    /// Without decimals.
    pub(in crate::app::panels) const fn whole(self) -> Self {
        Self { decimals: 0, ..self }
    }

    /// Without the least number itself.
    pub(in crate::app::panels) const fn above(self) -> Self {
        Self { above: true, ..self }
    }

    /// A number taken to the decimals that are kept.
    ///
    /// # Errors
    /// A sentence, if it is not one of these.
    pub(in crate::app::panels) fn check(&self, name: &str, number: f64) -> Result<f64, String> {
        let places = 10_f64.powi(i32::try_from(self.decimals).unwrap_or(0));
        let number = (number * places).round() / places + 0.0;
        if (self.low..=self.high).contains(&number) && !(self.above && number <= self.low) {
            return Ok(number);
        }
        let unit = match self.unit.trim() {
            "yd" => say!("fields-unit-yards"),
            "%" => " %",
            _ => "",
        };
        let above = if self.above { say!("fields-above") } else { "" };
        Err(say!(
            "fields-out-of-range",
            name = name,
            above = above,
            low = self.low,
            high = self.high,
            unit = unit
        ))
    }
}

impl Fields<'_> {
    /// A number: dragged, typed, or stepped by the arrow keys.
    pub(in crate::app::panels) fn number(
        &mut self,
        ui: &mut Ui,
        label: Label<'_>,
        now: f64,
        numbers: Numbers,
    ) -> Option<Now<f64>> {
        let id = self.id(label.name);
        ui.scope_builder(UiBuilder::new().id(id), |ui| {
            ui.spacing_mut().interact_size.y = ROW;
            let made = ui
                .horizontal(|ui| {
                    ui.set_min_width(ui.available_width());
                    ui.label(soft(label.name, self.theme).small()).on_hover_text(label.hint);
                    let right = egui::Layout::right_to_left(egui::Align::Center);
                    ui.with_layout(right, |ui| self.number_alone(ui, label, now, numbers)).inner
                })
                .inner;
            self.reason(ui, id);
            made
        })
        .inner
    }

    /// A number without its name and reason: for rows of them. [`Self::reason`] shows the reason.
    pub(in crate::app::panels) fn number_alone(
        &mut self,
        ui: &mut Ui,
        label: Label<'_>,
        now: f64,
        numbers: Numbers,
    ) -> Option<Now<f64>> {
        let id = self.id(label.name);
        let field_id = id.with("number");
        ui.scope_builder(UiBuilder::new().id(field_id), |ui| {
            let own = ui.next_auto_id();
            // In the pass in which it is left, the field is read once more.
            let last = Typing::last(ui.ctx());
            let typing = ui.memory(|memory| memory.has_focus(own)) || last.is_some_and(|last| last.id == own);
            let mut said: Option<Result<f64, String>> = None;
            let field = DragValue::from_get_set(|new| {
                if let Some(new) = new {
                    // A hand that drags meets the end of the range; what is typed is refused.
                    let new = if typing { new } else { new.clamp(numbers.low, numbers.high) };
                    said = Some(numbers.check(label.name, new));
                }
                match said {
                    Some(Ok(new)) => new,
                    _ => now,
                }
            })
            .custom_parser(parse)
            .custom_formatter(|number, _| number.to_string())
            .speed(numbers.step)
            .max_decimals(numbers.decimals)
            .suffix(numbers.unit);
            let response = ui.add(field).on_hover_text(label.hint);
            response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), now, label.name));
            self.hand_over_keyboard(&response);
            let (ctx, has) = (ui.ctx(), response.has_focus() || response.dragged());
            let going_on: Option<Visit> = ctx.data(|data| data.get_temp(field_id));
            let begun = now.to_string();
            let gesture = if going_on.is_none() && (has || said.is_some()) { new_gesture(ctx) } else { 0 };
            let visit = going_on.clone().unwrap_or_else(|| Visit { gesture, begun, ..Visit::default() });
            let mut made = None;
            match said {
                Some(Ok(value)) => {
                    Self::refuse(ctx, id, None);
                    let joins = Joins::Replaces(Gesture(visit.gesture));
                    made = (value != now).then_some(Now { value, joins });
                }
                Some(Err(reason)) => Self::refuse(ctx, id, Some(reason)),
                None => {}
            }
            if response.lost_focus() {
                Typing::tell(ctx, response.id, false);
            }
            if has {
                let differs = visit.begun != now.to_string();
                ctx.data_mut(|data| data.insert_temp(field_id, visit));
                if response.has_focus() {
                    Typing::tell(ctx, response.id, differs);
                }
            } else if going_on.is_some() || made.is_some() {
                ctx.data_mut(|data| data.remove::<Visit>(field_id));
                self.actions.push(Action::Settle);
            }
            made
        })
        .inner
    }
}

/// A number as people type it: with a comma, or a real minus.
fn parse(text: &str) -> Option<f64> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    plain.replace(',', ".").replace('−', "-").parse().ok().filter(|number: &f64| number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::{Numbers, parse};

    #[test]
    fn numbers_are_read_as_people_write_them() {
        assert_eq!(parse(" 2,5 "), Some(2.5));
        assert_eq!(parse("−3"), Some(-3.0));
        assert_eq!(parse("1e999"), None);
        assert_eq!(parse("five"), None);
    }

    #[test]
    fn a_number_out_of_range_is_refused_with_the_range() {
        let yards = Numbers::new(0.0, 20.0, 1.0).unit(" yd");
        assert_eq!(yards.check("Step back", 20.0), Ok(20.0));
        assert_eq!(
            yards.check("Step back", 20.01),
            Err("Step back goes from 0 to 20 yards; it stays as it was.".into())
        );
        assert!(Numbers::new(0.0, 10.0, 0.5).above().check("Strength", 0.0).is_err());
        assert_eq!(Numbers::new(-1.0, 1.0, 0.1).check("Across", -0.000_1), Ok(0.0));
    }
}
