//! Forms: everything a file says about what is selected, to be changed.
//!
//! In: the [`Session`] with what is selected. Out: [`Action`]s: edits made of single fields, and steps of
//! [`crate::arrange`] where something follows from a change. What it does not own: texts, undo, and what makes sense in
//! a play. One module a subject; [`fields`] and its neighbours are the controls they share. A form for another kind of
//! document is another module here, and an arm of [`show`].

mod adding;
mod assumption;
mod beats;
mod choices;
pub(super) mod fields;
pub(super) mod lists;
mod model;
pub(super) mod numbers;
mod open_list;
mod plan;
mod play;
mod player;
pub(super) mod strength;
mod visit;

use bevy_egui::egui::{Label as Text, Ui};

use super::widgets::{choice, soft};
use crate::app::actions::Action;
use crate::app::session::{Edit, Of, Session};
use crate::app::shown::Shown;
use crate::app::words::say;
use crate::arrange::{Arrange, Step};
use crate::drafts::Joins;
use crate::model::{OperatingModel, Play, Side, Subject};
use crate::picture::Theme;
use crate::play_file::edit::{Change, Value};
use crate::play_file::tree::NodePath;

pub(super) use adding::show as add;
pub(super) use strength::told;
pub(super) use visit::{keeps, lets_go};

use fields::Fields;
use lists::ListStep;

/// The form of what is selected.
pub(super) fn show(ui: &mut Ui, session: &Session, subject: &Subject, actions: &mut Vec<Action>) {
    let Some(shown) = session.shown() else { return };
    let theme = session.settings.theme().theme();
    if shown.stale.is_some() {
        let why = say!("fields-file-errors");
        ui.add(Text::new(soft(why, theme)).wrap());
        return;
    }
    let to_first = session.panels.change.to_first;
    let of = session.panels.change.of;
    let fields = Fields::new(theme, (subject, of), actions).first_takes_keyboard(to_first);
    let mut form = Form { session, shown, fields };
    ui.spacing_mut().item_spacing.y = 5.0;
    match subject {
        Subject::Play if of == Of::Model => model::whole(ui, session, &mut form.fields),
        Subject::Play if shown.plan.is_some() => {
            form.plan_or_play(ui, of);
            if of == Of::Plan {
                plan::show(ui, session, &mut form.fields);
            } else {
                form.play(ui);
            }
        }
        Subject::Play => form.play(ui),
        Subject::Player(id) | Subject::HeadToHead(id) => form.player(ui, id),
        Subject::Assumption(id) => form.assumption(ui, id),
        Subject::Channel(id) => model::channel(ui, session, id, &mut form.fields),
    }
    if to_first && form.fields.has_keyboard() {
        form.act(Action::KeyboardTaken);
    }
}

/// A form being shown.
struct Form<'a> {
    session: &'a Session,
    shown: &'a Shown,
    fields: Fields<'a>,
}

impl<'a> Form<'a> {
    fn played(&self) -> &'a Play {
        &self.shown.lineup.play
    }

    fn model(&self) -> &'a OperatingModel {
        &self.shown.lineup.model
    }

    fn theme(&self) -> &'a Theme {
        self.session.settings.theme().theme()
    }

    fn arrange(&self) -> Arrange<'a> {
        Arrange::new(self.played(), self.model())
    }

    /// Of a plan on the field, the plan or the play of the try shown.
    fn plan_or_play(&mut self, ui: &mut Ui, of: Of) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 3.0;
            for (each, name) in [(Of::Plan, say!("fields-the-plan")), (Of::Play, say!("fields-the-play"))] {
                if choice(ui, self.theme(), of == each, name, name).clicked() {
                    self.act(Action::ShowFieldsOf(each));
                }
            }
        });
    }

    fn act(&mut self, action: Action) {
        self.fields.actions.push(action);
    }

    /// Makes a step; one that changes nothing tells why under the field of this name.
    fn step(&mut self, ui: &Ui, field: &str, step: Step, joins: Joins) -> bool {
        if step.changes.is_empty() {
            if !step.follows.is_empty() {
                Fields::refuse(ui.ctx(), self.fields.id(field), Some(sentences(&step.follows)));
            }
            return false;
        }
        self.act(Action::Edit(edit(step).joined(joins)));
        true
    }

    /// Sets a place to a value, or takes it out.
    fn set(&mut self, name: &str, path: NodePath, value: Option<Value>, joins: Joins) {
        let change = match value {
            Some(value) => Change::Set { path, value },
            None => Change::Clear { path },
        };
        self.act(Action::Edit(Edit::new(Of::Play, name, vec![change]).joined(joins)));
    }

    /// Moves an element of a list, or takes it out.
    fn rearrange(&mut self, list: NodePath, at: usize, step: ListStep, name: &str) {
        let change = match step.to(at) {
            Some(to) => Change::Move { list, from: at, to },
            None => Change::Remove { list, index: at },
        };
        let what = match step {
            ListStep::Remove => say!("common-remove-named", name = name),
            _ => say!("fields-move", name = name),
        };
        self.act(Action::Edit(Edit::new(Of::Play, what, vec![change])));
    }

    /// What players and channels are called, each with its id: for choices.
    fn players(&self) -> Vec<(String, &'a str)> {
        let offense = self.played().offense.iter().map(|each| (each.name.clone(), each.id.as_str()));
        offense
            .chain(self.played().defense.iter().map(|each| (each.name.clone(), each.id.as_str())))
            .collect()
    }

    fn channels(&self) -> Vec<(String, &'a str)> {
        self.model().channels.iter().map(|each| (each.name.clone(), each.id.as_str())).collect()
    }
}

/// A list of the play.
fn list(name: &str) -> NodePath {
    NodePath::root().field(name)
}

const fn list_of(side: Side) -> &'static str {
    match side {
        Side::Offense => "offense",
        Side::Defense => "defense",
    }
}

/// A step as an edit of the play.
fn edit(step: Step) -> Edit {
    let follows = step.follows.iter().map(|sentence| full(sentence)).collect();
    Edit { follows, ..Edit::new(Of::Play, step.name, step.changes) }
}

fn full(sentence: &str) -> String {
    format!("{}.", sentence.trim_end_matches('.'))
}

fn sentences(follows: &[String]) -> String {
    follows.iter().map(|each| full(each)).collect::<Vec<_>>().join(" ")
}

/// The names of choices.
fn names(options: &[(String, &str)]) -> Vec<String> {
    options.iter().map(|(name, _)| name.clone()).collect()
}
