//! Why: the result of what is selected, in a sentence, the factors that made it, and the judgements to argue about.

use bevy_egui::egui::{
    self, Align, Frame, Layout, Margin, RichText, ScrollArea, Sense, Ui, WidgetInfo, WidgetType,
};

use super::change;
use super::widgets::{bold, choice, command, section, soft, switch};
use crate::app::actions::{Action, Command};
use crate::app::paint::{self, color};
use crate::app::session::{About, Of, Session};
use crate::app::shown::Shown;
use crate::app::words::say;
use crate::model::{Assumption, Effect, PlayerId, Subject};
use crate::picture::{Theme, Weight, font};
use crate::rules::{BattleKind, Direction, Reason, Run, Step, difference, reasons, resolve, sentence};

/// How wide it is.
pub(super) const WIDTH: f32 = 256.0;

pub(super) fn show(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let width = WIDTH.min(ui.available_width() * 0.5);
    within(ui, session, width, actions);
}

/// The same, this wide.
pub(super) fn within(ui: &mut Ui, session: &Session, width: f32, actions: &mut Vec<Action>) {
    let (Some(subject), Some(shown)) = (&session.selected, session.shown()) else { return };
    let Some(run) = shown.runs.last() else { return };
    let theme = session.settings.theme().theme();
    let frame = Frame::new().fill(ui.visuals().panel_fill).inner_margin(Margin::symmetric(14, 12));
    egui::Panel::right("inspector").exact_size(width).resizable(false).frame(frame).show(ui, |ui| {
        let view = Inspected { theme, session, shown, run };
        let changing = session.panels.change.on;
        let about = session.panels.about;
        ui.horizontal(|ui| {
            let whole = *subject == Subject::Play;
            let of_plan = whole && shown.plan.is_some();
            let about_plan =
                if changing { session.panels.change.of == Of::Plan } else { about != About::Why };
            section(
                ui,
                theme,
                match (of_plan && about_plan, changing && whole) {
                    (_, true) if session.panels.change.of == Of::Model => say!("inspector-the-field"),
                    (true, _) => say!("inspector-plan"),
                    (false, _) => kind(shown, subject),
                },
            );
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                command(ui, session, Command::ToggleInspector, say!("common-fold"), actions);
            });
        });
        faces(ui, theme, subject, (about, changing), actions);
        // Each face scrolls by itself: a form that was scrolled leaves the reasons at their top.
        ScrollArea::vertical().id_salt((subject, changing, about)).auto_shrink([false, false]).show(
            ui,
            |ui| {
                ui.set_max_width(width - 36.0);
                if changing {
                    change::show(ui, session, subject, actions);
                    return;
                }
                if *subject == Subject::Play && about != About::Why {
                    let title =
                        shown.plan.as_ref().map_or(&shown.lineup.play.title, |plan| &plan.sheet.plan.title);
                    ui.label(bold(title, 17.0));
                    match about {
                        About::Argue => super::matters::show(ui, session, actions),
                        _ => super::next_call::show(ui, session, actions),
                    }
                    return;
                }
                ui.label(bold(title(shown, subject), 17.0));
                ui.label(sentence(&shown.lineup, run, subject));
                view.meeting(ui, subject);
                view.why(ui, subject);
                view.assumptions(ui, subject, actions);
                view.starts(ui, subject, actions);
                view.facts(ui, subject, actions);
                ui.add_space(8.0);
                ui.label(soft(say!("inspector-judgement"), theme).small());
            },
        );
    });
}

/// What can be seen of what is selected: its reasons, more about a whole play or plan, and its fields.
fn faces(
    ui: &mut Ui,
    theme: &Theme,
    subject: &Subject,
    (about, changing): (About, bool),
    actions: &mut Vec<Action>,
) {
    let whole = *subject == Subject::Play;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        ui.spacing_mut().button_padding.x = 6.0;
        // All four fit beside each other in few points.
        let texts = [say!("inspector-why"), say!("inspector-argue"), say!("inspector-next")];
        let keys = [Command::ExplainPlay, Command::Argue, Command::NextCall];
        for ((each, text), command) in About::ALL.into_iter().zip(texts).zip(keys) {
            if !whole && each != About::Why {
                continue;
            }
            let lit = !changing && (!whole || each == about);
            let response = choice(ui, theme, lit, text, each.label());
            let hint = if whole { command.tooltip() } else { say!("inspector-why.hint").to_owned() };
            if response.on_hover_text(hint).clicked() {
                actions.push(if whole { Action::About(each) } else { Action::ShowFields(false) });
            }
        }
        let response = choice(ui, theme, changing, say!("common-change"), say!("common-change"));
        if response.on_hover_text(Command::ChangeIt.tooltip()).clicked() {
            actions.push(Action::ShowFields(true));
        }
    });
}

pub(super) struct Inspected<'a> {
    pub(super) theme: &'a Theme,
    pub(super) session: &'a Session,
    pub(super) shown: &'a Shown,
    run: &'a Run,
}

impl Inspected<'_> {
    /// Who's winning, as a bar of two clearly different halves.
    fn meeting(&self, ui: &mut Ui, subject: &Subject) {
        let play = &self.shown.lineup.play;
        let battles = self.run.outcome.battles.iter().filter(|battle| {
            let defender = play.defense.get(battle.defender).map(|defender| &defender.id);
            let in_offense = |id: &PlayerId| {
                battle.offense.iter().any(|at| play.offense.get(*at).is_some_and(|player| player.id == *id))
            };
            match subject {
                Subject::HeadToHead(id) => defender == Some(id),
                Subject::Player(id) => defender == Some(id) || in_offense(id),
                _ => false,
            }
        });
        for battle in battles {
            let Some(defender) = play.defense.get(battle.defender) else { continue };
            let names: Vec<&str> = battle
                .offense
                .iter()
                .filter_map(|at| play.offense.get(*at))
                .map(|player| &*player.name)
                .collect();
            let verb = match battle.kind {
                BattleKind::Confront => say!("inspector-pushes-back"),
                BattleKind::Bypass => say!("inspector-gets-behind"),
                BattleKind::Block => say!("inspector-holds-off"),
            };
            ui.add_space(4.0);
            ui.label(bold(names.join(", "), 13.0));
            ui.label(soft(verb, self.theme));
            ui.label(bold(&defender.name, 13.0));
            self.share_bar(ui, battle.share);
        }
    }

    fn share_bar(&self, ui: &mut Ui, share: f64) {
        let theme = self.theme;
        let size = egui::vec2(ui.available_width(), 20.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let label = say!(
            "inspector-winning",
            ours = format!("{:.0}", share * 100.0),
            theirs = format!("{:.0}", 100.0 - (share * 100.0).round())
        );
        response.widget_info(|| WidgetInfo::labeled(WidgetType::ProgressIndicator, true, &label));
        let split = egui::lerp(rect.left()..=rect.right(), share as f32);
        let ours = egui::Rect::from_min_max(rect.min, egui::pos2(split, rect.bottom()));
        let theirs = egui::Rect::from_min_max(egui::pos2(split, rect.top()), rect.max);
        let painter = ui.painter();
        painter.rect_filled(theirs, 4.0, color(theme.defense_fill, 1.0));
        painter.rect_filled(ours, 4.0, color(theme.accent, 1.0));
        painter.vline(split, rect.y_range(), egui::Stroke::new(2.0, color(theme.front, 1.0)));
        let text = |at, align, text: String, ink| {
            painter.text(at, align, text, paint::font(12.0, Weight::Bold), color(ink, 1.0));
        };
        let middle = rect.center().y;
        if ours.width() > 36.0 {
            let at = egui::pos2(rect.left() + 7.0, middle);
            text(at, egui::Align2::LEFT_CENTER, format!("{:.0} %", share * 100.0), theme.on_accent);
        }
        if theirs.width() > 36.0 {
            let at = egui::pos2(rect.right() - 7.0, middle);
            let rest = 100.0 - (share * 100.0).round();
            text(at, egui::Align2::RIGHT_CENTER, format!("{rest:.0} %"), theme.defense_text);
        }
        response.on_hover_text(say!("inspector-winning-hint"));
    }

    fn why(&self, ui: &mut Ui, subject: &Subject) {
        let reasons = reasons(&self.shown.lineup, &self.shown.switches, self.run, subject);
        if reasons.is_empty() {
            return;
        }
        ui.add_space(6.0);
        ui.separator();
        section(ui, self.theme, say!("inspector-why"));
        for reason in &reasons {
            self.reason(ui, reason);
        }
    }

    /// One line of the sum: what, how it is reckoned in, how much, and which way it pushes.
    fn reason(&self, ui: &mut Ui, reason: &Reason) {
        let theme = self.theme;
        let is_result = reason.step == Step::Result;
        let weight = if is_result { Weight::Bold } else { Weight::Regular };
        let value = format!("{} {}", reason.step, reason.value);
        let (mark, ink) = match reason.direction {
            Direction::Forward => ("▲", theme.gain),
            Direction::Back => ("▼", theme.alarm),
            Direction::Neutral => ("", theme.text_soft),
        };
        let room = ui.available_width();
        let value_width = font::width(value.trim(), 12.5, Weight::Bold) + 18.0;
        let words = ui.painter().layout(
            reason.factor.clone(),
            paint::font(12.5, weight),
            color(theme.text, 1.0),
            (room - value_width - 8.0).max(60.0),
        );
        let size = egui::vec2(room, words.size().y.max(15.0));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| {
            WidgetInfo::labeled(WidgetType::Label, true, format!("{}: {}", reason.factor, value.trim()))
        });
        let painter = ui.painter();
        if is_result {
            painter.hline(rect.x_range(), rect.top() - 2.0, egui::Stroke::new(1.0, color(theme.line, 1.0)));
        }
        painter.galley(rect.min, words, color(theme.text, 1.0));
        let at = egui::pos2(rect.right() - 14.0, rect.top());
        let bold = paint::font(12.5, Weight::Bold);
        painter.text(at, egui::Align2::RIGHT_TOP, value.trim(), bold, color(theme.text, 1.0));
        let at = egui::pos2(rect.right(), rect.top() + 2.0);
        painter.text(at, egui::Align2::RIGHT_TOP, mark, paint::font(10.0, Weight::Regular), color(ink, 1.0));
        response.on_hover_text(source_text(reason));
    }

    /// The switches of what the play rests on: all of them, or those about what is selected.
    fn assumptions(&self, ui: &mut Ui, subject: &Subject, actions: &mut Vec<Action>) {
        let play = &self.shown.lineup.play;
        let about: Vec<(usize, &Assumption)> =
            play.assumptions.iter().enumerate().filter(|(_, each)| self.is_about(each, subject)).collect();
        if about.is_empty() {
            return;
        }
        ui.add_space(6.0);
        ui.separator();
        section(ui, self.theme, say!("inspector-assume"));
        for (at, assumption) in about {
            let holds = self.shown.switches.0.get(at).copied().unwrap_or(assumption.holds);
            ui.horizontal_top(|ui| {
                let hint = say!("inspector-assume.hint");
                if switch(ui, self.theme, holds, &assumption.text).on_hover_text(hint).clicked() {
                    actions.push(Action::Assume(assumption.id.clone(), !holds));
                }
                let mut text = RichText::new(&assumption.text);
                if !holds {
                    text = text.color(color(self.theme.text_soft, 1.0));
                }
                let label = ui.add(egui::Label::new(text).wrap().sense(Sense::click()));
                if label.on_hover_text(say!("inspector-explain-assumption")).clicked() {
                    actions.push(Action::Select(Some(Subject::Assumption(assumption.id.clone()))));
                }
            });
            ui.label(soft(self.otherwise(at, holds), self.theme).small());
        }
    }

    /// What the other position of a switch would change.
    fn otherwise(&self, at: usize, holds: bool) -> String {
        let lineup = &self.shown.lineup;
        let told = if let Some(other) = self.shown.flipped(at) {
            say!("inspector-plan-end", told = difference(&lineup.model, &self.shown.ends(), &other))
        } else {
            let outcome = resolve(lineup, &self.run.before, &self.shown.switches.flipped(at));
            difference(&lineup.model, &self.run.outcome.ends(), &outcome.ends())
        };
        format!("{} {told}", if holds { say!("inspector-if-not") } else { say!("inspector-if-held") })
    }

    fn is_about(&self, assumption: &Assumption, subject: &Subject) -> bool {
        let play = &self.shown.lineup.play;
        let channel_of = |id: &PlayerId| {
            let offense = play.offense.iter().find(|player| player.id == *id).map(|player| &player.channel);
            offense
                .or_else(|| play.defense.iter().find(|player| player.id == *id).map(|player| &player.channel))
        };
        let touches = |channel: &crate::model::ChannelId| {
            assumption.channel.as_ref() == Some(channel)
                || assumption.effects.iter().any(|effect| match effect {
                    Effect::Strengthen(player, _) => channel_of(player) == Some(channel),
                    Effect::Cap(id, _) | Effect::Reach(id, _) | Effect::Drag(id, _) => id == channel,
                })
        };
        match subject {
            Subject::Play => true,
            Subject::Assumption(id) => assumption.id == *id,
            Subject::Channel(channel) => touches(channel),
            Subject::Player(id) | Subject::HeadToHead(id) => channel_of(id).is_some_and(touches),
        }
    }

    /// Where we start: a slider for each channel, or for the one selected.
    fn starts(&self, ui: &mut Ui, subject: &Subject, actions: &mut Vec<Action>) {
        let model = &self.shown.lineup.model;
        let wanted = |id| match subject {
            Subject::Play => true,
            Subject::Channel(channel) => channel == id,
            _ => false,
        };
        if !model.channels.iter().any(|channel| wanted(&channel.id)) {
            return;
        }
        ui.add_space(6.0);
        ui.separator();
        section(
            ui,
            self.theme,
            if self.shown.plan.is_some() {
                say!("inspector-plan-starts")
            } else {
                say!("inspector-we-start")
            },
        );
        if *subject == Subject::Play {
            let mean = self.shown.start.iter().sum::<f64>() / self.shown.start.len().max(1) as f64;
            let before = if self.shown.plan.is_some() {
                say!("inspector-first-try")
            } else {
                say!("inspector-this-play")
            };
            let hint = say!("inspector-start-all-hint", before = before);
            if let Some(yards) = self.start(ui, say!("inspector-all-channels"), mean, &hint) {
                actions.push(Action::StartAt(None, yards));
            }
        }
        for (at, channel) in model.channels.iter().enumerate().filter(|(_, channel)| wanted(&channel.id)) {
            let now = self.shown.start.get(at).copied().unwrap_or_default();
            let before = if self.shown.plan.is_some() {
                say!("inspector-first-try")
            } else {
                say!("inspector-this-play")
            };
            let hint = say!("inspector-start-hint", channel = channel.name, before = before);
            if let Some(yards) = self.start(ui, &channel.name, now, &hint) {
                actions.push(Action::StartAt(Some(at), yards));
            }
        }
    }

    fn start(&self, ui: &mut Ui, name: &str, now: f64, hint: &str) -> Option<f64> {
        let mut yards = now;
        let label = ui.label(soft(name, self.theme).small());
        ui.spacing_mut().slider_width = 150.0;
        let slider = egui::Slider::new(&mut yards, 0.0..=100.0).step_by(1.0).suffix(" yd");
        ui.add(slider).labelled_by(label.id).on_hover_text(hint).changed().then_some(yards)
    }
}

fn kind(shown: &Shown, subject: &Subject) -> &'static str {
    match subject {
        Subject::Play => say!("inspector-play"),
        Subject::Channel(_) => say!("inspector-channel"),
        Subject::HeadToHead(_) => say!("inspector-head-to-head"),
        Subject::Assumption(_) => say!("inspector-assumption"),
        Subject::Player(id) if shown.lineup.play.offense.iter().any(|player| player.id == *id) => {
            say!("common-forward")
        }
        Subject::Player(_) => say!("common-back"),
    }
}

fn title(shown: &Shown, subject: &Subject) -> String {
    let play = &shown.lineup.play;
    match subject {
        Subject::Play => play.title.clone(),
        Subject::Channel(id) => {
            let channel = shown.lineup.model.channels.iter().find(|channel| channel.id == *id);
            channel.map_or_else(|| id.to_string(), |channel| channel.name.clone())
        }
        Subject::Player(id) | Subject::HeadToHead(id) => player_name(&shown.lineup, id),
        Subject::Assumption(id) => {
            let assumption = play.assumptions.iter().find(|assumption| assumption.id == *id);
            assumption.map_or_else(|| id.to_string(), |assumption| assumption.text.clone())
        }
    }
}

pub(super) fn player_name(lineup: &crate::rules::Lineup, id: &PlayerId) -> String {
    let offense = lineup.play.offense.iter().find(|player| player.id == *id).map(|player| &player.name);
    let name = offense
        .or_else(|| lineup.play.defense.iter().find(|player| player.id == *id).map(|player| &player.name));
    name.cloned().unwrap_or_else(|| id.to_string())
}

fn source_text(reason: &Reason) -> String {
    use crate::rules::Source;
    let named = |name: &str| crate::model::Constants::TABLE.iter().find(|constant| constant.name == name);
    match &reason.source {
        Source::Constant(name) => match named(name) {
            Some(constant) => format!("{}: {}", reason.source, constant.meaning),
            None => reason.source.to_string(),
        },
        source => source.to_string(),
    }
}
