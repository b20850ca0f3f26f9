//! The forms of an operating model: as a whole with its rules, and one of its channels.
//!
//! Which channels there are concerns other files too: adding, removing and another id are asked of the session.

use bevy_egui::egui::{self, Align, Button, Label as Text, Layout, RichText, Ui};

use super::fields::{Fields, Label, filled};
use super::lists::{ListStep, row_tools};
use super::numbers::Numbers;
use super::open_list::{Row, open_list, rearrange};
use crate::app::actions::{Action, ChannelStep, Command};
use crate::app::panels::widgets::{bold, command, soft};
use crate::app::session::{Edit, Of, Session};
use crate::app::words::say;
use crate::drafts::Joins;
use crate::model::{Channel, ChannelId, Constants, Mark, OperatingModel, Subject};
use crate::play_file::edit::{Change, Value};
use crate::play_file::tree::NodePath;
use crate::rules::words::begin;

const WEIGHT: Numbers = Numbers::new(0.0, 10.0, 0.1).above();
const YARDS: Numbers = Numbers::new(0.0, 100.0, 1.0).unit(" yd");
/// From this on a number without a unit is a count.
const COUNTS_FROM: f64 = 20.0;

fn at(name: &str) -> NodePath {
    NodePath::root().field(name)
}

/// Sets a place of the model to a value, or takes it out.
fn set(fields: &mut Fields<'_>, name: &str, path: NodePath, value: Option<Value>, joins: Joins) {
    let change = match value {
        Some(value) => Change::Set { path, value },
        None => Change::Clear { path },
    };
    fields.actions.push(Action::Edit(Edit::new(Of::Model, name, vec![change]).joined(joins)));
}

/// The form of the model behind the field.
pub(super) fn whole(ui: &mut Ui, session: &Session, fields: &mut Fields<'_>) {
    let Some(model) = session.shown().map(|shown| &*shown.lineup.model) else { return };
    ui.label(bold(say!("model-title"), 17.0));
    let label = Label::new(say!("common-title"), say!("model-title.hint"));
    if let Some(now) = fields.line(ui, label, &model.title, filled(say!("common-the-title"))) {
        set(fields, say!("edit-title"), at("title"), Some(now.value.into()), now.joins);
    }
    channels(ui, session, model, fields);
    rules(ui, &model.constants, fields);
}

fn channels(ui: &mut Ui, session: &Session, model: &OperatingModel, fields: &mut Fields<'_>) {
    let head = say!("model-channels");
    if fields.heading(ui, head, Some(say!("model-add-channel"))) {
        fields.actions.push(Action::Channels(ChannelStep::Add));
    }
    for (index, channel) in model.channels.iter().enumerate() {
        let mut step = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 3.0;
            ui.spacing_mut().button_padding = egui::vec2(4.0, 2.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                step = row_tools(ui, &channel.name, index, model.channels.len());
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let row = Button::new(RichText::new(&channel.name)).truncate().frame(false);
                    if ui.add(row).on_hover_text(say!("common-change-named", name = channel.name)).clicked() {
                        fields.actions.push(Action::Select(Some(Subject::Channel(channel.id.clone()))));
                    }
                });
            });
        });
        match step {
            Some(ListStep::Remove) => remove(ui, session, &channel.id, head, fields),
            Some(step) => {
                if let Some(to) = step.to(index) {
                    let change = Change::Move { list: at("channels"), from: index, to };
                    let edit = Edit::new(Of::Model, say!("fields-move", name = channel.name), vec![change]);
                    fields.actions.push(Action::Edit(edit));
                }
            }
            None => {}
        }
    }
    fields.reason_of(ui, head);
}

/// Takes a channel out, or says under the field of this name what speaks against it.
fn remove(ui: &Ui, session: &Session, id: &ChannelId, name: &str, fields: &mut Fields<'_>) {
    if let Some(why) = session.without_channel(id).why_not() {
        fields.refuse_named(ui.ctx(), name, say!("model-stays", why = why));
    } else {
        fields.accept_named(ui.ctx(), name);
        fields.actions.push(Action::Channels(ChannelStep::Remove(id.clone())));
    }
}

fn rules(ui: &mut Ui, constants: &Constants, fields: &mut Fields<'_>) {
    fields.heading(ui, say!("model-rules"), None);
    let about = say!("model-rules.hint");
    ui.add(Text::new(soft(about, fields.theme).small()).wrap());
    for constant in Constants::TABLE {
        let now = constant.value(constants);
        let (low, high) = constant.range;
        let path = || at("rules").field(constant.name);
        let name = begin(&constant.name.replace('_', " "));
        let unit = if constant.unit.is_empty() { "" } else { say!("fields-unit-yards") };
        let meaning = begin(constant.meaning);
        let range = say!("model-rule-range", low = low, high = high, unit = unit, usual = constant.default);
        let hint = format!("{meaning}: {range}");
        let mut numbers = Numbers::new(low, high, 0.01);
        if !constant.unit.is_empty() {
            numbers = Numbers::new(low, high, 0.5).unit(" yd");
        } else if high >= COUNTS_FROM {
            numbers = Numbers::new(low, high, 1.0).whole();
        }
        if let Some(now) = fields.number(ui, Label::new(&name, &hint), now, numbers) {
            set(fields, &say!("edit-rule", name = name), path(), Some(now.value.into()), now.joins);
        }
        ui.horizontal(|ui| {
            let text = Text::new(soft(format!("{meaning}. {range}."), fields.theme).small());
            ui.add(text.wrap());
        });
        if now != constant.default {
            let label = say!("model-rule-back", usual = constant.default);
            let button = ui.small_button(&label).on_hover_text(say!("model-rule-usual", name = name));
            button.widget_info(|| {
                let label = say!("model-rule-back-named", name = name, usual = constant.default);
                egui::WidgetInfo::labeled(egui::WidgetType::Button, true, label)
            });
            if button.clicked() {
                set(fields, &say!("edit-rule-back", name = name), path(), None, Joins::Alone);
            }
        }
        ui.add_space(4.0);
    }
}

/// The form of one channel.
pub(super) fn channel(ui: &mut Ui, session: &Session, id: &ChannelId, fields: &mut Fields<'_>) {
    let Some(model) = session.shown().map(|shown| &*shown.lineup.model) else { return };
    let Some(index) = model.index_of(id) else { return };
    let Some(channel) = model.channels.get(index) else { return };
    let path = |field: &str| at("channels").index(index).field(field);
    let label = Label::new(say!("common-name"), say!("model-channel-name-hint"));
    if let Some(now) = fields.line(ui, label, &channel.name, filled(say!("common-the-name"))) {
        set(fields, say!("edit-channel-name"), path("name"), Some(now.value.into()), now.joins);
    }
    let label = Label::new(say!("common-done-means"), say!("model-done-means-hint"));
    if let Some(now) = fields.lines(ui, label, &channel.goal, filled(say!("model-done-looks-like"))) {
        set(fields, say!("edit-done-means"), path("goal"), Some(now.value.into()), now.joins);
    }
    let label = Label::new(say!("common-counts"), say!("model-counts-hint"));
    if let Some(now) = fields.number(ui, label, channel.weight, WEIGHT) {
        set(fields, say!("edit-weight"), path("weight"), Some(now.value.into()), now.joins);
    }
    marks(ui, channel, index, fields);
    fields.heading(ui, say!("common-in-the-files"), None);
    let label = Label::new(say!("common-id"), say!("model-channel-id-hint"));
    let check = |text: &str| {
        let text = text.trim();
        if text != id.as_str() {
            session.check_channel_id(text)?;
        }
        Ok(text.to_owned())
    };
    if let Some(to) = fields.line_at_once(ui, label, id.as_str(), check)
        && to != id.as_str()
    {
        fields.actions.push(Action::Channels(ChannelStep::Rename(id.clone(), to)));
    }
    let without = session.without_channel(id);
    if let Some(why) = without.why_not() {
        let why = say!("model-cannot-remove", why = why);
        ui.add(Text::new(soft(why, fields.theme).small()).wrap());
    } else {
        let follows = without.follows.join(" ");
        let hint = if follows.is_empty() { say!("model-nothing-else") } else { follows.as_str() };
        if ui.button(say!("model-remove-channel")).on_hover_text(hint).clicked() {
            fields.actions.push(Action::Channels(ChannelStep::Remove(id.clone())));
        }
    }
    ui.add_space(4.0);
    command(ui, session, Command::ChangeModel, say!("model-whole"), fields.actions);
}

fn marks(ui: &mut Ui, channel: &Channel, index: usize, fields: &mut Fields<'_>) {
    let list = || at("channels").index(index).field("marks");
    let rows: Vec<Row> = channel
        .marks
        .iter()
        .enumerate()
        .map(|(at, mark)| Row {
            name: say!("model-mark-number", number = at + 1),
            text: say!("common-mark", at = format!("{:.0}", mark.at), text = mark.text),
            hint: mark.text.clone(),
        })
        .collect();
    let asked =
        open_list(ui, fields, say!("model-marks"), say!("model-add-mark"), &rows, |ui, fields, at| {
            let Some(mark) = channel.marks.get(at) else { return };
            let path = |field: &str| list().index(at).field(field);
            let label = Label::new(say!("model-mark-at"), say!("model-mark-at.hint"));
            if let Some(now) = fields.number(ui, label, mark.at, YARDS) {
                set(fields, say!("edit-mark-move"), path("at"), Some(now.value.into()), now.joins);
            }
            let label = Label::new(say!("common-looks-like"), say!("model-mark-hint"));
            if let Some(now) = fields.lines(ui, label, &mark.text, filled(say!("model-mark-looks-like"))) {
                set(fields, say!("edit-mark"), path("text"), Some(now.value.into()), now.joins);
            }
        });
    if let Some(asked) = asked {
        let new = Mark { at: 50.0, text: say!("model-new-mark").to_owned() };
        rearrange(fields, Of::Model, list(), asked, &rows, say!("model-a-mark"), &new);
    }
}
