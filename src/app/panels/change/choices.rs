//! One of several, and yes or no, in forms.

use bevy_egui::egui::{ComboBox, EventFilter, Key, Modifiers, Ui, UiBuilder, WidgetInfo, WidgetType};

use super::fields::{Fields, Label, Now};
use super::visit::new_gesture;
use crate::app::actions::Action;
use crate::app::panels::widgets::switch;
use crate::drafts::{Gesture, Joins};

impl Fields<'_> {
    /// One of several, by its place. The arrow keys step through them while the control has the keyboard. An edit of it
    /// goes on from the text as it is, since what follows from it depends on that.
    pub(in crate::app::panels) fn choice(
        &mut self,
        ui: &mut Ui,
        label: Label<'_>,
        now: Option<usize>,
        options: &[String],
    ) -> Option<Now<usize>> {
        let id = self.id(label.name);
        ui.scope_builder(UiBuilder::new().id(id), |ui| {
            if !label.name.is_empty() {
                self.name(ui, label);
            }
            self.choice_alone(ui, label, now, options, ui.available_width())
        })
        .inner
    }

    /// The same without its name above it, this wide.
    pub(in crate::app::panels) fn choice_alone(
        &mut self,
        ui: &mut Ui,
        label: Label<'_>,
        now: Option<usize>,
        options: &[String],
        width: f32,
    ) -> Option<Now<usize>> {
        let id = self.id(label.name).with("choice");
        ui.scope_builder(UiBuilder::new().id(id), |ui| {
            ui.set_max_width(width);
            let shown = now.and_then(|at| options.get(at)).map_or("", String::as_str);
            let mut chosen = None;
            let combo = ComboBox::from_id_salt("options").selected_text(shown).width(width).truncate();
            let combo = combo.show_ui(ui, |ui| {
                for (at, option) in options.iter().enumerate() {
                    if ui.selectable_label(now == Some(at), option).clicked() {
                        chosen = Some(at);
                    }
                }
            });
            let (open, response) = (combo.inner.is_some(), combo.response.on_hover_text(label.hint));
            response.widget_info(|| {
                let mut info = WidgetInfo::labeled(WidgetType::ComboBox, ui.is_enabled(), label.name);
                info.current_text_value = Some(shown.to_owned());
                info
            });
            self.hand_over_keyboard(&response);
            let mut joins = Joins::Alone;
            let gesture_id = id.with("gesture");
            if response.has_focus() && !open {
                let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
                ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
                let gesture: Option<u64> = ui.data(|data| data.get_temp(gesture_id));
                let gesture = gesture.unwrap_or_else(|| new_gesture(ui.ctx()));
                ui.data_mut(|data| data.insert_temp(gesture_id, gesture));
                let by = ui.input_mut(|input| {
                    input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown).cast_signed()
                        - input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp).cast_signed()
                });
                if by != 0 && !options.is_empty() {
                    let last = options.len() - 1;
                    chosen = Some(now.map_or(0, |at| at.saturating_add_signed(by).min(last)));
                    joins = Joins::Extends(Gesture(gesture));
                }
            }
            if response.lost_focus() {
                ui.data_mut(|data| data.remove::<u64>(gesture_id));
                self.actions.push(Action::Settle);
            }
            chosen.filter(|at| now != Some(*at)).map(|value| Now { value, joins })
        })
        .inner
    }

    /// Yes or no, as a switch with its name beside it.
    pub(in crate::app::panels) fn flag(&mut self, ui: &mut Ui, label: Label<'_>, now: bool) -> Option<bool> {
        let id = self.id(label.name);
        ui.scope_builder(UiBuilder::new().id(id), |ui| {
            ui.horizontal(|ui| {
                let response = switch(ui, self.theme, now, label.name).on_hover_text(label.hint);
                self.hand_over_keyboard(&response);
                ui.label(label.name).on_hover_text(label.hint);
                response.clicked().then_some(!now)
            })
            .inner
        })
        .inner
    }
}
