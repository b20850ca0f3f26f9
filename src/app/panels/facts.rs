//! What the file says of what is selected, in words.

use bevy_egui::egui::{self, Ui};

use super::change::told;
use super::inspector::{Inspected, player_name};
use super::widgets::{command, section, soft};
use crate::app::actions::{Action, Command};
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
        section(ui, self.theme, "In the file");
        for (name, value) in facts {
            ui.label(soft(name, self.theme).small());
            ui.add(egui::Label::new(value).wrap());
        }
        if *subject != Subject::Play {
            command(ui, self.session, Command::ExplainPlay, "Explain the play", actions);
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
                push("Summary", Some(play.summary.clone()));
                push("Source", play.source.clone());
                push("Tags", (!play.tags.is_empty()).then(|| play.tags.join(", ")));
                push("Step back", Some(format!("{} yards", play.ball.step_back)));
                push("Field", Some(model.title.clone()));
            }
            Subject::Channel(id) => {
                let channel = model.channels.iter().find(|channel| channel.id == *id);
                push("Done means", channel.map(|channel| channel.goal.clone()));
                push("Counts", channel.map(|channel| format!("× {} in the whole", channel.weight)));
                for mark in channel.iter().flat_map(|channel| &channel.marks) {
                    push("Looks like", Some(format!("{:.0} yd: {}", mark.at, mark.text)));
                }
            }
            Subject::Assumption(id) => {
                let assumption = play.assumptions.iter().find(|assumption| assumption.id == *id);
                for effect in assumption.iter().flat_map(|assumption| &assumption.effects) {
                    push("While it holds", Some(effect_text(effect, &self.shown.lineup)));
                }
            }
            Subject::Player(id) | Subject::HeadToHead(id) => {
                if let Some(player) = play.offense.iter().find(|player| player.id == *id) {
                    push("Note", player.note.clone());
                    push("Strength", Some(told(player.strength)));
                    push("Sets out to", Some(arrange.assignment_label(&player.assignment)));
                    push("Works on", channel_name(&player.channel));
                    push("Team", player.team.clone());
                    let carries = play.ball.carrier == player.id;
                    push(
                        "Ball",
                        carries.then(|| format!("carries it, steps back {} yards", play.ball.step_back)),
                    );
                }
                if let Some(defender) = play.defense.iter().find(|defender| defender.id == *id) {
                    push("Note", defender.note.clone());
                    push("Strength", Some(told(defender.strength)));
                    let stance = match defender.stance {
                        Stance::Hold => "stands firm",
                        Stance::Press => "comes at us while we step back",
                    };
                    push("Stance", Some(stance.to_owned()));
                    push("Stands in", channel_name(&defender.channel));
                    push("Kind", defender.team.clone());
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
        Effect::Strengthen(id, factor) => format!("{} counts × {factor}", player_name(lineup, id)),
        Effect::Cap(id, yards) => format!("{} gets no further than {yards} yards", channel(id)),
        Effect::Reach(id, factor) => format!("{} sets out to go × {factor} as far", channel(id)),
        Effect::Drag(id, factor) => format!("{} slips back × {factor} when out on its own", channel(id)),
    }
}
