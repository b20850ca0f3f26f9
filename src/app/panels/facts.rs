//! What the file says of what is selected, in words.

use bevy_egui::egui::{self, Ui};

use super::change::told;
use super::inspector::{Inspected, player_name};
use super::widgets::{command, section, soft};
use crate::app::actions::{Action, Command};
use crate::app::words::say;
use crate::arrange::Arrange;
use crate::model::{Effect, Stance, Subject};

impl Inspected<'_> {
    /// The fields of the file, in words.
    pub(super) fn facts(&self, ui: &mut Ui, subject: &Subject, actions: &mut Vec<Action>) {
        let facts = self.fact_rows(subject);
        if facts.is_empty() {
            return;
        }
        ui.add_space(6.0);
        ui.separator();
        section(ui, self.theme, say!("facts-title"));
        for (name, value) in facts {
            ui.label(soft(name, self.theme).small());
            ui.add(egui::Label::new(value).wrap());
        }
        if *subject != Subject::Play {
            command(ui, self.session, Command::ExplainPlay, say!("command-explain-play"), actions);
        }
    }

    fn fact_rows(&self, subject: &Subject) -> Vec<(&'static str, String)> {
        let play = &self.shown.lineup.play;
        let model = &self.shown.lineup.model;
        let arrange = Arrange::new(play, model);
        let channel_name =
            |id| model.index_of(id).and_then(|at| model.channels.get(at)).map(|each| each.name.clone());
        let mut rows = Vec::new();
        let mut push = |name, value: Option<String>| rows.extend(value.map(|value| (name, value)));
        match subject {
            Subject::Play => {
                push(say!("common-summary"), Some(play.summary.clone()));
                push(say!("common-source"), play.source.clone());
                push(say!("common-tags"), (!play.tags.is_empty()).then(|| play.tags.join(", ")));
                push(say!("common-step-back"), Some(say!("common-yards", yards = play.ball.step_back)));
                push(say!("common-field"), Some(model.title.clone()));
            }
            Subject::Channel(id) => {
                let channel = model.channels.iter().find(|channel| channel.id == *id);
                push(say!("common-done-means"), channel.map(|channel| channel.goal.clone()));
                push(
                    say!("common-counts"),
                    channel.map(|channel| say!("facts-counts", weight = channel.weight)),
                );
                for mark in channel.iter().flat_map(|channel| &channel.marks) {
                    push(
                        say!("common-looks-like"),
                        Some(say!("common-mark", at = format!("{:.0}", mark.at), text = mark.text)),
                    );
                }
            }
            Subject::Assumption(id) => {
                let assumption = play.assumptions.iter().find(|assumption| assumption.id == *id);
                for effect in assumption.iter().flat_map(|assumption| &assumption.effects) {
                    push(say!("common-while-it-holds"), Some(effect_text(effect, &self.shown.lineup)));
                }
            }
            Subject::Player(id) | Subject::HeadToHead(id) => {
                if let Some(player) = play.offense.iter().find(|player| player.id == *id) {
                    push(say!("common-note"), player.note.clone());
                    push(say!("common-strength"), Some(told(player.strength)));
                    push(say!("common-sets-out-to"), Some(arrange.assignment_label(&player.assignment)));
                    push(say!("facts-works-on"), channel_name(&player.channel));
                    push(say!("common-team"), player.team.clone());
                    let carries = play.ball.carrier == player.id;
                    push(
                        say!("facts-ball"),
                        carries.then(|| say!("facts-carries-ball", yards = play.ball.step_back)),
                    );
                }
                if let Some(defender) = play.defense.iter().find(|defender| defender.id == *id) {
                    push(say!("common-note"), defender.note.clone());
                    push(say!("common-strength"), Some(told(defender.strength)));
                    let stance = match defender.stance {
                        Stance::Hold => say!("facts-hold"),
                        Stance::Press => say!("facts-press"),
                    };
                    push(say!("common-stance"), Some(stance.to_owned()));
                    push(say!("facts-stands-in"), channel_name(&defender.channel));
                    push(say!("common-kind"), defender.team.clone());
                }
            }
        }
        rows
    }
}

fn effect_text(effect: &Effect, lineup: &crate::rules::Lineup) -> String {
    let channel = |id: &crate::model::ChannelId| {
        let channel = lineup.model.channels.iter().find(|channel| channel.id == *id);
        channel.map_or_else(|| id.to_string(), |channel| channel.name.clone())
    };
    match effect {
        Effect::Strengthen(id, factor) => {
            say!("facts-strengthen", name = player_name(lineup, id), factor = factor)
        }
        Effect::Cap(id, yards) => say!("facts-cap", channel = channel(id), yards = yards),
        Effect::Reach(id, factor) => say!("facts-reach", channel = channel(id), factor = factor),
        Effect::Drag(id, factor) => say!("facts-drag", channel = channel(id), factor = factor),
    }
}
