//! The presenter's steps of a play: a list of captions, one of them open.

use bevy_egui::egui::{self, Align, Button, Frame, Layout, RichText, Ui, WidgetInfo, WidgetType};

use super::fields::{Label, filled, optional};
use super::lists::{row_tools, tool};
use super::{Form, list};
use crate::app::paint::color;
use crate::app::panels::widgets::soft;
use crate::app::words::say;
use crate::drafts::Joins;
use crate::model::{Beat, Phase};
use crate::play_file::edit::Value;

impl<'a> Form<'a> {
    pub(super) fn beats(&mut self, ui: &mut Ui) {
        let head = say!("steps-title");
        let beats = &self.played().beats;
        let open_id = self.fields.id("open step");
        let mut open: Option<usize> = ui.data(|data| data.get_temp(open_id));
        if self.fields.heading(ui, head, Some(say!("steps-add"))) {
            let phase = beats.last().map_or(Phase::LineUp, |beat| beat.phase);
            let step = self.arrange().add_beat(phase, "");
            if self.step(ui, head, step, Joins::Alone) {
                open = Some(beats.len());
            }
        }
        let named = self.everything();
        for (at, beat) in beats.iter().enumerate() {
            let name = say!("steps-number", number = at + 1);
            let is_open = open == Some(at);
            let mut asked = None;
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 3.0;
                ui.spacing_mut().button_padding = egui::vec2(4.0, 2.0);
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    asked = row_tools(ui, &name, at, beats.len());
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let text = format!("{} {}", at + 1, beat.caption.lines().next().unwrap_or(""));
                        let row = ui.add(Button::new(RichText::new(text)).truncate().frame(false));
                        let row = row.on_hover_text(format!("{}: {}", beat.phase.label(), beat.caption));
                        row.widget_info(|| {
                            WidgetInfo::selected(
                                WidgetType::Button,
                                true,
                                is_open,
                                say!("common-change-named", name = name),
                            )
                        });
                        if row.clicked() {
                            open = (!is_open).then_some(at);
                        }
                    });
                });
            });
            if let Some(step) = asked {
                open = step.open_after(at, open);
                self.rearrange(list("beats"), at, step, &name);
            }
            if is_open {
                let frame =
                    Frame::new().fill(color(self.theme().raised, 1.0)).corner_radius(6).inner_margin(6);
                frame.show(ui, |ui| self.beat(ui, at, beat, &named));
            }
        }
        if beats.is_empty() {
            ui.label(soft(say!("common-none-yet"), self.theme()).small());
        }
        ui.data_mut(|data| match open {
            Some(open) => {
                data.insert_temp(open_id, open);
            }
            None => {
                data.remove::<usize>(open_id);
            }
        });
    }

    fn beat(&mut self, ui: &mut Ui, at: usize, beat: &Beat, named: &[(String, &str)]) {
        let path = |field: &str| list("beats").index(at).field(field);
        let theme = self.theme();
        let mut edits: Vec<(&str, &str, Option<Value>, Joins)> = Vec::new();
        let mut fields = self.fields.within(("step", at));
        let phases = Phase::ALL.map(|phase| phase.label().to_owned());
        let phase = Phase::ALL.iter().position(|phase| *phase == beat.phase);
        let label = Label::new(say!("steps-when"), say!("steps-when.hint"));
        if let Some(now) = fields.choice(ui, label, phase, &phases)
            && let Some(phase) = Phase::ALL.get(now.value)
        {
            edits.push((say!("edit-step-when"), "phase", Some((*phase).into()), now.joins));
        }
        let label = Label::new(say!("steps-caption"), say!("steps-caption.hint"));
        if let Some(now) = fields.lines(ui, label, &beat.caption, filled(say!("steps-the-caption"))) {
            edits.push((say!("edit-caption"), "caption", Some(now.value.into()), now.joins));
        }
        let label = Label::new(say!("steps-notes"), say!("steps-notes.hint"));
        if let Some(now) = fields.lines(ui, label, beat.notes.as_deref().unwrap_or(""), optional) {
            edits.push((say!("edit-notes"), "notes", now.value.map(Into::into), now.joins));
        }
        ui.label(soft(say!("steps-looks-at"), theme).small()).on_hover_text(say!("steps-looks-at.hint"));
        let mut focus = beat.focus.clone();
        for (index, id) in beat.focus.iter().enumerate() {
            let called = named.iter().find(|(_, other)| other == id).map_or(id.as_str(), |(name, _)| name);
            ui.horizontal(|ui| {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if tool(ui, "×", &say!("steps-do-not-look", name = called), true) && index < focus.len()
                    {
                        focus.remove(index);
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add(egui::Label::new(called).truncate());
                    });
                });
            });
        }
        let others: Vec<(String, &str)> =
            named.iter().filter(|(_, id)| !beat.focus.iter().any(|other| other == id)).cloned().collect();
        let label = Label::new(say!("steps-look-more"), say!("steps-look-more.hint"));
        let mut options = vec![say!("steps-look-at-more").to_owned()];
        options.extend(super::names(&others));
        let width = ui.available_width();
        if let Some(now) = fields.choice_alone(ui, label, Some(0), &options, width)
            && let Some((_, id)) = now.value.checked_sub(1).and_then(|at| others.get(at))
        {
            focus.push((*id).to_owned());
        }
        if focus != beat.focus {
            let value = (!focus.is_empty()).then(|| Value::from(focus));
            edits.push((say!("edit-step-focus"), "focus", value, Joins::Alone));
        }
        for (name, field, value, joins) in edits {
            self.set(name, path(field), value, joins);
        }
    }

    /// Everything a step can look at: players, channels, assumptions.
    fn everything(&self) -> Vec<(String, &'a str)> {
        let mut all = self.players();
        all.extend(self.channels());
        all.extend(self.played().assumptions.iter().map(|each| (each.text.clone(), each.id.as_str())));
        all
    }
}
