//! The form of an assumption: what the play rests on, and what follows while it holds.

use bevy_egui::egui::{Align, Layout, Ui};

use super::fields::{Label, filled};
use super::lists::tool;
use super::numbers::Numbers;
use super::{Form, full, list};
use crate::app::actions::Action;
use crate::app::panels::widgets::soft;
use crate::app::session::{Edit, Of};
use crate::app::words::say;
use crate::drafts::Joins;
use crate::model::{Assumption, AssumptionId, Effect, Subject};
use crate::play_file::edit::{At, Change, Named};
use crate::play_file::tree::NodePath;
use crate::play_file::{FACTORS, YARD};

/// The kinds of effects, in plain words.
fn kinds() -> [&'static str; 4] {
    [
        say!("assumption-effect-strengthen"),
        say!("assumption-effect-cap"),
        say!("assumption-effect-reach"),
        say!("assumption-effect-drag"),
    ]
}

const FACTOR: Numbers = Numbers::of(FACTORS, 0.1);
const YARDS: Numbers = Numbers::of(YARD, 1.0).unit(" yd");

impl Form<'_> {
    pub(super) fn assumption(&mut self, ui: &mut Ui, id: &AssumptionId) {
        let found = self.played().assumptions.iter().enumerate().find(|(_, each)| each.id == *id);
        let Some((index, assumption)) = found else { return };
        let path = |field: &str| list("assumptions").index(index).field(field);
        let label = Label::new(say!("inspector-assume"), say!("assumption-text-hint"));
        if let Some(now) = self.fields.lines(ui, label, &assumption.text, filled(say!("assumption-an"))) {
            self.set(say!("edit-assumption"), path("text"), Some(now.value.into()), now.joins);
        }
        let label = Label::new(say!("assumption-holds"), say!("assumption-holds.hint"));
        if let Some(holds) = self.fields.flag(ui, label, assumption.holds) {
            let name = if holds { say!("edit-assumption-holds") } else { say!("edit-assumption-not") };
            self.set(name, path("holds"), Some(holds.into()), Joins::Alone);
        }
        let channels = self.channels();
        let mut options = vec![say!("common-no-channel").to_owned()];
        options.extend(super::names(&channels));
        let here = assumption.channel.as_ref();
        let at = here.map_or(Some(0), |here| {
            channels.iter().position(|(_, id)| *id == here.as_str()).map(|at| at + 1)
        });
        let label = Label::new(say!("inspector-channel"), say!("assumption-channel-hint"));
        if let Some(now) = self.fields.choice(ui, label, at, &options) {
            let channel = now.value.checked_sub(1).and_then(|at| channels.get(at));
            let value = channel.map(|(_, id)| (*id).into());
            self.set(say!("edit-assumption-about"), path("channel"), value, now.joins);
        }
        self.effects(ui, assumption, &path("effects"));
        self.assumption_id(ui, assumption);
        ui.add_space(6.0);
        ui.separator();
        if ui.button(say!("common-remove")).on_hover_text(say!("assumption-remove-hint")).clicked() {
            let step = self.arrange().remove_assumption(id);
            if self.step(ui, say!("inspector-assume"), step, Joins::Alone) {
                self.act(Action::Select(Some(Subject::Play)));
            }
        }
    }

    fn assumption_id(&mut self, ui: &mut Ui, assumption: &Assumption) {
        let label = Label::new(say!("common-id"), say!("assumption-id-hint"));
        let (arrange, from) = (self.arrange(), assumption.id.as_str());
        let check = |to: &str| {
            let to = to.trim();
            let step = arrange.rename_id(Named::Assumption, from, to);
            step.map(|step| (step, to.to_owned())).map_err(|why| full(&why))
        };
        if let Some((step, to)) = self.fields.line_at_once(ui, label, from, check)
            && self.step(ui, label.name, step, Joins::Alone)
        {
            self.act(Action::Select(Some(Subject::Assumption(to.as_str().into()))));
        }
    }

    fn effects(&mut self, ui: &mut Ui, assumption: &Assumption, path: &NodePath) {
        let (players, channels) = (self.players(), self.channels());
        if self.fields.heading(ui, say!("common-while-it-holds"), Some(say!("assumption-add-effect"))) {
            let channel = assumption
                .channel
                .clone()
                .or_else(|| self.model().channels.first().map(|each| each.id.clone()));
            if let Some(channel) = channel {
                let change = Change::insert(path.clone(), At::End, &Effect::Reach(channel, 0.8));
                self.act(Action::Edit(Edit::new(Of::Play, say!("assumption-add-effect"), vec![change])));
            }
        }
        if assumption.effects.is_empty() {
            ui.label(soft(say!("assumption-no-effect"), self.theme()).small());
        }
        for (at, effect) in assumption.effects.iter().enumerate() {
            let (kind, target, amount) = parts(effect);
            let name = say!("assumption-effect-number", number = at + 1);
            let place = path.clone().index(at);
            let mut fields = self.fields.within(&name);
            let label = Label::new(say!("assumption-effect"), say!("assumption-effect.hint"));
            let mut remove = false;
            let mut to: Option<(Effect, Joins)> = None;
            ui.horizontal(|ui| {
                let width = ui.available_width() - 30.0;
                let kinds = kinds().map(str::to_owned);
                if let Some(now) = fields.choice_alone(ui, label, Some(kind), &kinds, width) {
                    // A yard means nothing as a factor, nor the other way round.
                    let amount = match (kind, now.value) {
                        (1, 1) => amount,
                        (_, 1) => 60.0,
                        (1, _) => 1.0,
                        _ => amount,
                    };
                    let changed = of_kind(now.value, target, amount, &players, &channels);
                    to = changed.map(|effect| (effect, now.joins));
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    remove = tool(ui, "×", &say!("common-remove-named", name = name), true);
                });
            });
            let options = if kind == 0 { &players } else { &channels };
            let now_at = options.iter().position(|(_, id)| *id == target);
            let label = Label::new(say!("assumption-whom"), say!("assumption-whom.hint"));
            ui.horizontal(|ui| {
                let width = (ui.available_width() - 84.0).max(60.0);
                if let Some(now) = fields.choice_alone(ui, label, now_at, &super::names(options), width)
                    && let Some((_, id)) = options.get(now.value)
                {
                    to = of_kind(kind, id, amount, &players, &channels).map(|effect| (effect, now.joins));
                }
                let (label, numbers) = match kind {
                    1 => {
                        (Label::new(say!("assumption-no-further"), say!("assumption-no-further.hint")), YARDS)
                    }
                    _ => (Label::new(say!("assumption-times"), say!("assumption-times.hint")), FACTOR),
                };
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    if let Some(now) = fields.number_alone(ui, label, amount, numbers) {
                        to = of_kind(kind, target, now.value, &players, &channels)
                            .map(|effect| (effect, now.joins));
                    }
                    if kind != 1 {
                        ui.label("×");
                    }
                });
            });
            fields.reason_of(
                ui,
                if kind == 1 { say!("assumption-no-further") } else { say!("assumption-times") },
            );
            if let Some((effect, joins)) = to {
                self.set(say!("edit-effect"), place, Some((&effect).into()), joins);
            }
            if remove {
                self.rearrange(path.clone(), at, super::ListStep::Remove, say!("assumption-an-effect"));
            }
        }
    }
}

/// An effect's kind by its place among [`kinds`], what it is about, and how much.
fn parts(effect: &Effect) -> (usize, &str, f64) {
    match effect {
        Effect::Strengthen(id, factor) => (0, id.as_str(), *factor),
        Effect::Cap(id, yards) => (1, id.as_str(), *yards),
        Effect::Reach(id, factor) => (2, id.as_str(), *factor),
        Effect::Drag(id, factor) => (3, id.as_str(), *factor),
    }
}

/// An effect of a kind on what it was about, or on the first that it can be about.
fn of_kind(
    kind: usize,
    target: &str,
    amount: f64,
    players: &[(String, &str)],
    channels: &[(String, &str)],
) -> Option<Effect> {
    let known = if kind == 0 { players } else { channels };
    let target = known.iter().find(|(_, id)| *id == target).or(known.first()).map(|(_, id)| *id)?;
    Some(match kind {
        0 => Effect::Strengthen(target.into(), amount),
        1 => Effect::Cap(target.into(), amount),
        2 => Effect::Reach(target.into(), amount),
        _ => Effect::Drag(target.into(), amount),
    })
}
