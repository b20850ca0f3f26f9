//! The form of a play as a whole: what it is called, what it is played on, the ball, and its lists.

use bevy_egui::egui::{self, Align, Button, Layout, RichText, Ui, WidgetInfo, WidgetType};

use super::fields::{Label, filled, optional};
use super::lists::row_tools;
use super::numbers::Numbers;
use super::{Form, full, list, list_of};
use crate::app::actions::{Action, Command};
use crate::app::panels::widgets::soft;
use crate::app::words::say;
use crate::drafts::Joins;
use crate::model::{ChannelId, ModelId, OperatingModel, Play, Side, Subject, is_valid_id};
use crate::play_file::edit::Value;
use crate::play_file::{Lookup as _, Playbook, STEP_BACK};

const STEP: Numbers = Numbers::of(STEP_BACK, 0.5).unit(" yd");

impl Form<'_> {
    pub(super) fn play(&mut self, ui: &mut Ui) {
        let play = self.played();
        if self.shown.plan.is_some() {
            ui.label(soft(say!("play-of-try"), self.theme()).small());
        }
        self.texts_of_play(ui, play);
        self.ball(ui, play);
        self.sides(ui, play);
        self.assumptions_of_play(ui, play);
        self.beats(ui);
        self.in_the_files(ui, play);
    }

    fn texts_of_play(&mut self, ui: &mut Ui, play: &Play) {
        let label = Label::new(say!("common-title"), say!("play-title-hint"));
        if let Some(now) = self.fields.line(ui, label, &play.title, filled(say!("common-the-title"))) {
            self.set(say!("edit-title"), list("title"), Some(now.value.into()), now.joins);
        }
        let label = Label::new(say!("common-summary"), say!("play-summary-hint"));
        if let Some(now) = self.fields.lines(ui, label, &play.summary, filled(say!("common-the-summary"))) {
            self.set(say!("edit-summary"), list("summary"), Some(now.value.into()), now.joins);
        }
    }

    fn ball(&mut self, ui: &mut Ui, play: &Play) {
        let options: Vec<String> = play.offense.iter().map(|player| player.name.clone()).collect();
        let at = play.offense.iter().position(|player| player.id == play.ball.carrier);
        let label = Label::new(say!("play-carries-ball"), say!("play-carrier-hint"));
        if let Some(now) = self.fields.choice(ui, label, at, &options)
            && let Some(player) = play.offense.get(now.value)
        {
            let step = self.arrange().carrier(&player.id);
            self.step(ui, label.name, step, now.joins);
        }
        let label = Label::new(say!("common-step-back"), say!("play-step-back-hint"));
        if let Some(now) = self.fields.number(ui, label, play.ball.step_back, STEP) {
            let step = self.arrange().step_back(now.value);
            self.step(ui, label.name, step, now.joins);
        }
    }

    fn sides(&mut self, ui: &mut Ui, play: &Play) {
        let offense = play.offense.iter().map(|each| (each.name.as_str(), Subject::Player(each.id.clone())));
        let defense = play.defense.iter().map(|each| (each.name.as_str(), Subject::Player(each.id.clone())));
        self.rows(
            ui,
            say!("common-forward"),
            Command::AddPlayer,
            list_of(Side::Offense),
            &offense.collect::<Vec<_>>(),
        );
        self.rows(
            ui,
            say!("common-back"),
            Command::AddDefender,
            list_of(Side::Defense),
            &defense.collect::<Vec<_>>(),
        );
    }

    fn assumptions_of_play(&mut self, ui: &mut Ui, play: &Play) {
        let each = play.assumptions.iter();
        let rows: Vec<_> =
            each.map(|each| (each.text.as_str(), Subject::Assumption(each.id.clone()))).collect();
        self.rows(ui, say!("inspector-assume"), Command::AddAssumption, "assumptions", &rows);
    }

    /// A list of what has a form of its own: a row leads there, moves, or goes.
    fn rows(&mut self, ui: &mut Ui, head: &str, add: Command, name: &str, rows: &[(&str, Subject)]) {
        if self.fields.heading(ui, head, Some(add.label())) {
            self.act(add.into());
        }
        for (at, (called, subject)) in rows.iter().enumerate() {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 3.0;
                ui.spacing_mut().button_padding = egui::vec2(4.0, 2.0);
                let mut asked = None;
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    asked = row_tools(ui, called, at, rows.len());
                    let row = Button::new(RichText::new(*called)).truncate().frame(false);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let row = ui.add(row).on_hover_text(say!("common-change-named", name = called));
                        row.widget_info(|| {
                            WidgetInfo::labeled(
                                WidgetType::Button,
                                true,
                                say!("common-change-named", name = called),
                            )
                        });
                        if row.clicked() {
                            self.act(Action::Select(Some(subject.clone())));
                        }
                    });
                });
                match (asked, subject) {
                    (Some(super::ListStep::Remove), Subject::Player(id)) => {
                        match self.arrange().remove(std::slice::from_ref(id)) {
                            Ok(step) => {
                                self.step(ui, head, step, Joins::Alone);
                            }
                            Err(why) => self.fields.refuse_named(ui.ctx(), head, full(&why)),
                        }
                    }
                    (Some(super::ListStep::Remove), Subject::Assumption(id)) => {
                        let step = self.arrange().remove_assumption(id);
                        self.step(ui, head, step, Joins::Alone);
                    }
                    (Some(step), _) => self.rearrange(list(name), at, step, called),
                    (None, _) => {}
                }
            });
        }
        if rows.is_empty() {
            ui.label(soft(say!("play-nobody"), self.theme()).small());
        }
        self.fields.reason_of(ui, head);
    }

    /// What few people change: where the idea is from, and how other files know the play.
    fn in_the_files(&mut self, ui: &mut Ui, play: &Play) {
        self.fields.heading(ui, say!("plan-in-playbook"), None);
        let label = Label::new(say!("common-tags"), say!("play-tags-hint"));
        if let Some(now) = self.fields.words(ui, label, &play.tags) {
            let value = (!now.value.is_empty()).then(|| Value::from(now.value));
            self.set(say!("edit-tags"), list("tags"), value, now.joins);
        }
        let label = Label::new(say!("common-source"), say!("play-source-hint"));
        if let Some(now) = self.fields.lines(ui, label, play.source.as_deref().unwrap_or(""), optional) {
            self.set(say!("edit-source"), list("source"), now.value.map(Into::into), now.joins);
        }
        let label = Label::new(say!("play-counts-as"), say!("play-counts-as.hint"));
        let tactic = play.tactic.as_ref().map_or("", |tactic| tactic.as_str());
        let check = |text: &str| match optional(text)? {
            Some(id) if !is_valid_id(&id) => Err(say!("play-tactic-refused").to_owned()),
            id => Ok(id),
        };
        if let Some(value) = self.fields.line_at_once(ui, label, tactic, check) {
            self.set(say!("edit-tactic"), list("tactic"), value.map(Into::into), Joins::Alone);
        }
        self.field_it_is_played_on(ui, play);
    }

    fn field_it_is_played_on(&mut self, ui: &mut Ui, play: &Play) {
        let known = self.models();
        let options: Vec<String> = known.iter().map(|(_, model)| model.title.clone()).collect();
        let at = known.iter().position(|(id, _)| *id == play.model);
        let label = Label::new(say!("common-field"), say!("play-field-hint"));
        let now = self.fields.choice(ui, label, at, &options);
        if let Some(now) = now
            && let Some((id, model)) = known.get(now.value)
        {
            match fits(play, model, self.shown.plan.is_some()) {
                Ok(()) => {
                    self.set(say!("edit-field"), list("model"), Some(id.into()), now.joins);
                }
                Err(why) => self.fields.refuse_named(ui.ctx(), label.name, why),
            }
        }
        self.fields.reason_of(ui, label.name);
    }

    /// The operating models that the play's file can name.
    fn models(&self) -> Vec<(ModelId, std::sync::Arc<OperatingModel>)> {
        let Some(entry) = self.session.entry_behind(crate::app::session::Of::Play) else { return Vec::new() };
        let near = self.session.playbook.near(&entry.path);
        let mut known: Vec<(ModelId, _)> = Vec::new();
        for other in self.session.playbook.entries.iter().chain(&Playbook::built_in().entries) {
            let id = ModelId::from(&*other.stem);
            if other.operating_model().is_some()
                && !known.iter().any(|(there, _)| *there == id)
                && let Some(model) = near.model(&id)
            {
                known.push((id, model));
            }
        }
        known
    }
}

/// # Errors
/// A sentence, if the play could not be run on another model as it is.
fn fits(play: &Play, model: &OperatingModel, in_plan: bool) -> Result<(), String> {
    if in_plan {
        return Err(say!("play-field-of-plan").to_owned());
    }
    let players =
        play.offense.iter().map(|each| &each.channel).chain(play.defense.iter().map(|each| &each.channel));
    let effects = play.assumptions.iter().flat_map(|each| &each.effects).filter_map(|effect| match effect {
        crate::model::Effect::Strengthen(..) => None,
        crate::model::Effect::Cap(id, _)
        | crate::model::Effect::Reach(id, _)
        | crate::model::Effect::Drag(id, _) => Some(id),
    });
    let assumptions = play.assumptions.iter().filter_map(|each| each.channel.as_ref());
    let lacks = |id: &&ChannelId| model.index_of(id).is_none();
    match players.chain(effects).chain(assumptions).find(lacks) {
        Some(id) => Err(say!("play-field-refused", title = model.title, id = id)),
        None => Ok(()),
    }
}
