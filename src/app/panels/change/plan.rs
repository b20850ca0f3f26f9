//! The form of a game plan: what it is called, where it starts and wants to go, what it calls, and what may happen.

use std::collections::BTreeMap;

use bevy_egui::egui::{Label as Text, Ui};

use super::fields::{Fields, Label, filled, optional};
use super::lists::ListStep;
use super::numbers::Numbers;
use super::open_list::{Asked, Row, open_list, rearrange};
use crate::app::actions::Action;
use crate::app::panels::widgets::{choice, soft};
use crate::app::session::{Edit, Of, Session};
use crate::app::words::say;
use crate::drafts::Joins;
use crate::model::{Call, ChannelId, GamePlan, ModelId, OperatingModel, PlanBeat, PlayId, Risk, StartFronts};
use crate::play_file::edit::{At, Change, Value};
use crate::play_file::tree::NodePath;
use crate::play_file::{DocumentKind, Lookup as _};

const TIMES: Numbers = Numbers::new(1.0, 100.0, 1.0).whole();
const TRY: Numbers = Numbers::new(1.0, 20_000.0, 1.0).whole();
const SHARE: Numbers = Numbers::new(0.0, 1.0, 0.05);

/// What a plan's form is made from: what its file says, and the model its plays stand on.
#[derive(Clone, Copy)]
struct Plan<'a> {
    session: &'a Session,
    told: &'a GamePlan,
    model: &'a OperatingModel,
}

/// The form of the plan on the field.
pub(super) fn show(ui: &mut Ui, session: &Session, fields: &mut Fields<'_>) {
    let Some(plan) = session.shown().and_then(|shown| shown.plan.as_ref()) else { return };
    let form = Plan { session, told: &plan.sheet.plan, model: &plan.sheet.model };
    form.texts(ui, fields);
    form.where_to(ui, fields);
    form.calls(ui, fields);
    form.risks(ui, fields);
    form.beats(ui, fields);
    form.played_on(ui, fields);
}

fn at(name: &str) -> NodePath {
    NodePath::root().field(name)
}

/// Sets a place of the plan to a value, or takes it out.
fn set(fields: &mut Fields<'_>, name: &str, path: NodePath, value: Option<Value>, joins: Joins) {
    let change = match value {
        Some(value) => Change::Set { path, value },
        None => Change::Clear { path },
    };
    fields.actions.push(Action::Edit(Edit::new(Of::Plan, name, vec![change]).joined(joins)));
}

impl Plan<'_> {
    fn texts(self, ui: &mut Ui, fields: &mut Fields<'_>) {
        let label = Label::new(say!("common-title"), say!("plan-title-hint"));
        if let Some(now) = fields.line(ui, label, &self.told.title, filled(say!("common-the-title"))) {
            set(fields, say!("edit-title"), at("title"), Some(now.value.into()), now.joins);
        }
        let label = Label::new(say!("common-summary"), say!("plan-summary-hint"));
        if let Some(now) = fields.lines(ui, label, &self.told.summary, filled(say!("common-the-summary"))) {
            set(fields, say!("edit-summary"), at("summary"), Some(now.value.into()), now.joins);
        }
    }

    /// Where it starts and where it wants to go: at least one channel starts below the goal.
    fn where_to(self, ui: &mut Ui, fields: &mut Fields<'_>) {
        let goal = self.told.goal;
        let (alike, fronts) = match &self.told.start {
            StartFronts::All(yards) => (Some(*yards), BTreeMap::new()),
            StartFronts::Each(fronts) => (None, fronts.clone()),
        };
        fields.heading(ui, say!("plan-from-to"), None);
        let hindmost = fronts.values().copied().chain(alike).fold(100.0, f64::min);
        let label = Label::new(say!("plan-goal"), say!("plan-goal.hint"));
        let numbers = Numbers::new(hindmost, 100.0, 1.0).above().unit(" yd");
        if let Some(now) = fields.number(ui, label, goal, numbers) {
            set(fields, say!("edit-goal"), at("goal"), Some(now.value.into()), now.joins);
        }
        let label = Label::new(say!("plan-alike"), say!("plan-alike.hint"));
        if let Some(wanted) = fields.flag(ui, label, alike.is_some()) {
            let start = if wanted {
                let sum: f64 = fronts.values().sum();
                let mean = (sum / fronts.len().max(1) as f64).round();
                StartFronts::All(mean.min(below(goal)))
            } else {
                let yards = alike.unwrap_or_default();
                StartFronts::Each(self.model.channels.iter().map(|each| (each.id.clone(), yards)).collect())
            };
            set_start(fields, &start, Joins::Alone);
        }
        if let Some(yards) = alike {
            let label = Label::new(say!("plan-starts-at"), say!("plan-starts-at.hint"));
            let numbers = Numbers::new(0.0, below(goal), 1.0).unit(" yd");
            if let Some(now) = fields.number(ui, label, yards, numbers) {
                set_start(fields, &StartFronts::All(now.value), now.joins);
            }
            return;
        }
        for channel in &self.model.channels {
            let yards = fronts.get(&channel.id).copied().unwrap_or_default();
            let others = fronts.iter().filter(|(id, _)| **id != channel.id);
            let is_last = others.map(|(_, yards)| *yards).all(|yards| yards >= goal);
            let high = if is_last { below(goal) } else { 100.0 };
            let hint = say!("plan-channel-start-hint", channel = channel.name);
            let label = Label::new(&channel.name, &hint);
            if let Some(now) = fields.number(ui, label, yards, Numbers::new(0.0, high, 1.0).unit(" yd")) {
                let mut fronts = fronts.clone();
                fronts.insert(channel.id.clone(), now.value);
                set_start(fields, &StartFronts::Each(fronts), now.joins);
            }
        }
    }

    fn calls(self, ui: &mut Ui, fields: &mut Fields<'_>) {
        let head = say!("plan-calls");
        let plays = self.plays();
        let rows: Vec<Row> =
            self.told.calls.iter().enumerate().map(|(at, call)| row_of(at, call, &plays)).collect();
        let asked = open_list(ui, fields, head, say!("plan-add-call"), &rows, |ui, fields, at| {
            match self.told.calls.get(at) {
                Some(Call::Call { play, times }) => call(ui, fields, at, play, *times, &plays),
                Some(Call::Event { name, severity, channels }) => {
                    self.event(ui, fields, at, name, *severity, channels);
                }
                None => {}
            }
        });
        if ui.button(say!("plan-add-event")).on_hover_text(say!("plan-add-event.hint")).clicked() {
            let event =
                Call::Event { name: say!("plan-new-event").to_owned(), severity: 0.3, channels: Vec::new() };
            let change = Change::insert(at("calls"), At::End, &event);
            fields.actions.push(Action::Edit(Edit::new(Of::Plan, say!("plan-add-event"), vec![change])));
        }
        fields.reason_of(ui, head);
        let Some(asked) = asked else { return };
        let is_call = |call: &&Call| matches!(call, Call::Call { .. });
        let calls = self.told.calls.iter().filter(is_call).count();
        if let Asked::Step(at, ListStep::Remove) = asked
            && calls == 1
            && self.told.calls.get(at).is_some_and(|call| is_call(&call))
        {
            let why = say!("plan-one-stays").to_owned();
            fields.refuse_named(ui.ctx(), head, why);
            return;
        }
        fields.accept_named(ui.ctx(), head);
        let last = self.told.calls.iter().rev().find_map(|call| match call {
            Call::Call { play, .. } => Some(play.clone()),
            Call::Event { .. } => None,
        });
        let play = last.or_else(|| plays.first().map(|(id, _)| id.clone()));
        let Some(play) = play else { return };
        let new = Call::Call { play, times: 1 };
        rearrange(fields, Of::Plan, at("calls"), asked, &rows, say!("plan-a-call"), &new);
    }

    fn event(
        self,
        ui: &mut Ui,
        fields: &mut Fields<'_>,
        index: usize,
        name: &str,
        severity: f64,
        channels: &[ChannelId],
    ) {
        let path = |field: &str| at("calls").index(index).field(field);
        let label = Label::new(say!("plan-what-happens"), say!("plan-what-happens.hint"));
        if let Some(now) = fields.line(ui, label, name, filled(say!("plan-what-happens"))) {
            set(fields, say!("edit-event"), path("name"), Some(now.value.into()), now.joins);
        }
        let label = Label::new(say!("plan-severity"), say!("plan-severity.hint"));
        if let Some(now) = fields.number(ui, label, severity, SHARE) {
            set(fields, say!("edit-severity"), path("severity"), Some(now.value.into()), now.joins);
        }
        ui.label(soft(say!("plan-strikes"), fields.theme).small()).on_hover_text(say!("plan-strikes.hint"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = bevy_egui::egui::vec2(3.0, 3.0);
            ui.spacing_mut().button_padding = bevy_egui::egui::vec2(6.0, 2.0);
            for channel in &self.model.channels {
                let struck = channels.contains(&channel.id);
                let label = say!("plan-strikes-channel", channel = channel.name);
                if choice(ui, fields.theme, struck, &channel.name, &label).clicked() {
                    let wanted = |id: &ChannelId| channels.contains(id) != (*id == channel.id);
                    let now = self.model.channels.iter().map(|each| &each.id).filter(|id| wanted(id));
                    let now: Vec<ChannelId> = now.cloned().collect();
                    let value = (!now.is_empty()).then(|| Value::from(now));
                    set(fields, say!("edit-strikes"), path("channels"), value, Joins::Alone);
                }
            }
        });
        if channels.is_empty() {
            ui.label(soft(say!("plan-strikes-all"), fields.theme).small());
        }
    }

    fn risks(self, ui: &mut Ui, fields: &mut Fields<'_>) {
        let rows: Vec<Row> = self
            .told
            .risks
            .iter()
            .enumerate()
            .map(|(at, risk)| Row {
                name: say!("plan-risk-number", number = at + 1),
                text: risk.name.clone(),
                hint: say!("plan-risk-hint", chance = risk.chance, severity = risk.severity),
            })
            .collect();
        let asked =
            open_list(ui, fields, say!("plan-risks"), say!("plan-add-risk"), &rows, |ui, fields, index| {
                let Some(risk) = self.told.risks.get(index) else { return };
                let path = |field: &str| at("risks").index(index).field(field);
                let label = Label::new(say!("plan-risks"), say!("plan-risk-name-hint"));
                if let Some(now) = fields.line(ui, label, &risk.name, filled(say!("plan-risks"))) {
                    set(fields, say!("edit-risk"), path("name"), Some(now.value.into()), now.joins);
                }
                let label = Label::new(say!("plan-chance"), say!("plan-chance.hint"));
                if let Some(now) = fields.number(ui, label, risk.chance, SHARE) {
                    set(fields, say!("edit-chance"), path("chance"), Some(now.value.into()), now.joins);
                }
                let label = Label::new(say!("plan-severity"), say!("plan-severity.hint"));
                if let Some(now) = fields.number(ui, label, risk.severity, SHARE) {
                    set(
                        fields,
                        say!("edit-risk-severity"),
                        path("severity"),
                        Some(now.value.into()),
                        now.joins,
                    );
                }
            });
        if let Some(asked) = asked {
            let new = Risk { name: say!("plan-new-risk").to_owned(), chance: 0.05, severity: 0.3 };
            rearrange(fields, Of::Plan, at("risks"), asked, &rows, say!("plan-a-risk"), &new);
        }
    }

    fn beats(self, ui: &mut Ui, fields: &mut Fields<'_>) {
        let rows: Vec<Row> = self
            .told
            .beats
            .iter()
            .enumerate()
            .map(|(at, beat)| Row {
                name: say!("steps-number", number = at + 1),
                text: say!(
                    "plan-step-text",
                    number = beat.down,
                    caption = beat.caption.lines().next().unwrap_or("")
                ),
                hint: beat.caption.clone(),
            })
            .collect();
        let asked =
            open_list(ui, fields, say!("steps-title"), say!("steps-add"), &rows, |ui, fields, index| {
                let Some(beat) = self.told.beats.get(index) else { return };
                let path = |field: &str| at("beats").index(index).field(field);
                let label = Label::new(say!("plan-after-try"), say!("plan-after-try.hint"));
                if let Some(now) = fields.number(ui, label, beat.down.into(), TRY) {
                    set(fields, say!("edit-step-when"), path("down"), Some(now.value.into()), now.joins);
                }
                let label = Label::new(say!("steps-caption"), say!("steps-caption.hint"));
                if let Some(now) = fields.lines(ui, label, &beat.caption, filled(say!("steps-the-caption"))) {
                    set(fields, say!("edit-caption"), path("caption"), Some(now.value.into()), now.joins);
                }
                let label = Label::new(say!("steps-notes"), say!("steps-notes.hint"));
                if let Some(now) = fields.lines(ui, label, beat.notes.as_deref().unwrap_or(""), optional) {
                    set(fields, say!("edit-notes"), path("notes"), now.value.map(Into::into), now.joins);
                }
            });
        if let Some(asked) = asked {
            let down = self.told.beats.last().map_or(1, |beat| beat.down);
            let new = PlanBeat { down, caption: say!("plan-new-caption").to_owned(), notes: None };
            rearrange(fields, Of::Plan, at("beats"), asked, &rows, say!("plan-a-step"), &new);
        }
    }

    /// The operating model. The plan's plays share it, so that one that does not fit them is refused.
    fn played_on(self, ui: &mut Ui, fields: &mut Fields<'_>) {
        fields.heading(ui, say!("plan-in-playbook"), None);
        let Some(entry) = self.session.entry_behind(Of::Plan) else { return };
        let near = self.session.playbook.near(&entry.path);
        let (ids, _) = near.names();
        let known: Vec<(ModelId, String)> =
            ids.into_iter().filter_map(|id| Some((id.clone(), near.model(&id)?.title.clone()))).collect();
        let options: Vec<String> = known.iter().map(|(_, title)| title.clone()).collect();
        let label = Label::new(say!("common-field"), say!("plan-field-hint"));
        let now = known.iter().position(|(id, _)| *id == self.told.model);
        if let Some(now) = fields.choice(ui, label, now, &options)
            && let Some((id, _)) = known.get(now.value)
        {
            let other = self.told.calls.iter().find_map(|call| match call {
                Call::Call { play, .. } => near.play(play).filter(|play| play.model != *id),
                Call::Event { .. } => None,
            });
            if let Some(play) = other {
                let why = say!("plan-field-refused", title = play.title);
                fields.refuse_named(ui.ctx(), label.name, why);
            } else {
                set(fields, say!("edit-field"), at("model"), Some(id.into()), now.joins);
            }
        }
        fields.reason_of(ui, label.name);
        ui.add(Text::new(soft(say!("plan-field-shared"), fields.theme).small()).wrap());
    }

    /// The plays that can be called: those on the same model that the plan's file finds.
    fn plays(self) -> Vec<(PlayId, String)> {
        let Some(entry) = self.session.entry_behind(Of::Plan) else { return Vec::new() };
        let playbook = &self.session.playbook;
        let plays = playbook.plays().filter(|(other, play)| {
            let meant = playbook.meant(&entry.path, DocumentKind::Play, &other.stem);
            play.model == self.told.model && meant.is_some_and(|meant| meant.path == other.path)
        });
        plays.map(|(entry, play)| (PlayId::from(&*entry.stem), play.title.clone())).collect()
    }
}

fn call(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    index: usize,
    play: &PlayId,
    times: u32,
    plays: &[(PlayId, String)],
) {
    let path = |field: &str| at("calls").index(index).field(field);
    let options: Vec<String> = plays.iter().map(|(_, title)| title.clone()).collect();
    let label = Label::new(say!("inspector-play"), say!("plan-call-play-hint"));
    let now = plays.iter().position(|(id, _)| id == play);
    if let Some(now) = fields.choice(ui, label, now, &options)
        && let Some((id, _)) = plays.get(now.value)
    {
        set(fields, say!("edit-call-play"), path("play"), Some(id.into()), now.joins);
    }
    let label = Label::new(say!("plan-times"), say!("plan-times.hint"));
    if let Some(now) = fields.number(ui, label, times.into(), TIMES) {
        set(fields, say!("edit-call-times"), path("times"), Some(now.value.into()), now.joins);
    }
}

fn set_start(fields: &mut Fields<'_>, start: &StartFronts, joins: Joins) {
    set(fields, say!("edit-plan-start"), at("start"), Some(start.into()), joins);
}

/// The last whole yard before the goal.
fn below(goal: f64) -> f64 {
    (goal.ceil() - 1.0).max(0.0)
}

fn row_of(at: usize, call: &Call, plays: &[(PlayId, String)]) -> Row {
    match call {
        Call::Call { play, times } => {
            let title = plays.iter().find(|(id, _)| id == play).map_or(play.as_str(), |(_, title)| title);
            let text = if *times == 1 { title.to_owned() } else { format!("{title} × {times}") };
            let text = format!("{}  {text}", at + 1);
            Row {
                name: say!("plan-call-number", number = at + 1),
                hint: say!("plan-call-hint", title = title, times = times),
                text,
            }
        }
        Call::Event { name, severity, .. } => Row {
            name: say!("plan-event-number", number = at + 1),
            text: say!("plan-event-text", number = at + 1, name = name),
            hint: say!("plan-event-hint", name = name, severity = severity),
        },
    }
}
