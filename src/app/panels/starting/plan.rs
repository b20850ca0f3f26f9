//! The questions a new plan is made from: what it is called, where it starts, and what it calls.

use bevy_egui::egui::{self, DragValue, Ui, WidgetInfo, WidgetType};

use super::Asked;
use crate::app::panels::change::lists::{ListStep, row_tools};
use crate::app::panels::widgets::soft;
use crate::app::session::{LATEST_START_YARDS, MOST_TIMES};
use crate::app::words::say;

impl Asked<'_> {
    pub(super) fn plan(&mut self, ui: &mut Ui) {
        self.title(ui, say!("starting-called"), say!("starting-plan-example"));
        self.ask(ui, say!("starting-where"));
        let number = DragValue::new(&mut self.starting.start)
            .range(0.0..=LATEST_START_YARDS)
            .max_decimals(0)
            .suffix(" yd");
        let response = ui.add(number).on_hover_text(say!("starting-where.hint"));
        let start = self.starting.start;
        response.widget_info(|| WidgetInfo::slider(true, start, say!("starting-where")));
        self.stops.add_to_group("start", &response);
        self.ask(ui, say!("plan-calls"));
        let known = self.session.callable_by(self.starting);
        self.calls(ui, &known);
        let menu = ui.menu_button(say!("plan-add-call"), |ui| {
            for (stem, title) in &known {
                let item = ui.button(title);
                item.widget_info(|| {
                    WidgetInfo::labeled(WidgetType::Button, true, say!("starting-call", title = title))
                });
                if item.clicked() {
                    self.starting.calls.push((stem.clone(), 1));
                    ui.close();
                }
            }
            if known.is_empty() {
                ui.label(soft(say!("starting-no-play"), self.theme));
            }
        });
        self.stops.add_to_group("add", &menu.response);
    }

    fn calls(&mut self, ui: &mut Ui, known: &[(std::sync::Arc<str>, String)]) {
        let count = self.starting.calls.len();
        if count == 0 {
            ui.label(soft(say!("starting-nothing"), self.theme));
        }
        let mut step = None;
        for (at, (stem, times)) in self.starting.calls.iter_mut().enumerate() {
            let title = known.iter().find(|(other, _)| other == stem).map_or(&**stem, |(_, title)| title);
            ui.push_id(at, |ui| {
                ui.horizontal(|ui| {
                    let number = DragValue::new(times).range(1..=MOST_TIMES).suffix(" ×");
                    let response = ui.add(number).on_hover_text(say!("starting-times-hint"));
                    let now = f64::from(*times);
                    response
                        .widget_info(|| WidgetInfo::slider(true, now, say!("starting-times", title = title)));
                    self.stops.add_to_group(&format!("call {at}"), &response);
                    let room = (ui.available_width() - 100.0).max(40.0);
                    ui.scope(|ui| {
                        ui.set_width(room);
                        ui.add(egui::Label::new(title).truncate());
                    });
                    if let Some(wanted) = row_tools(ui, title, at, count) {
                        step = Some((at, wanted));
                    }
                });
            });
        }
        match step {
            Some((at, ListStep::Remove)) => {
                self.starting.calls.remove(at);
            }
            Some((at, step)) => {
                if let Some(to) = step.to(at).filter(|to| *to < count) {
                    self.starting.calls.swap(at, to);
                }
            }
            None => {}
        }
    }
}
