//! The form of a player of either side.

use bevy_egui::egui::{Align, Label as Text, Layout, RichText, Ui};

use super::fields::{Label, Now, filled, optional};
use super::lists::tool;
use super::numbers::{Numbers, ROW};
use super::{Form, list, list_of};
use crate::app::actions::Action;
use crate::app::paint::color;
use crate::app::panels::widgets::soft;
use crate::app::words::say;
use crate::arrange::{Step, reads_like_people};
use crate::drafts::Joins;
use crate::model::{ChannelId, OffensePlayer, Place, PlayerId, Side, Stance, Strength, Subject};
use crate::play_file::edit::Named;
use crate::play_file::tree::NodePath;
use crate::play_file::{PLACE_ACROSS, PLACE_YARDS};

const YARDS: Numbers = Numbers::of(PLACE_YARDS, 0.5).unit(" yd");
const ACROSS: Numbers = Numbers::of(PLACE_ACROSS, 0.05);

fn from_line() -> Label<'static> {
    Label::new(say!("player-from-line"), say!("player-from-line.hint"))
}

fn across_it() -> Label<'static> {
    Label::new(say!("player-across"), say!("player-across.hint"))
}

fn stances() -> [(Stance, &'static str); 2] {
    [(Stance::Hold, say!("player-stands-firm")), (Stance::Press, say!("player-comes-at-us"))]
}

/// What both sides have.
struct Common<'a> {
    side: Side,
    index: usize,
    id: &'a PlayerId,
    name: &'a str,
    short: Option<&'a str>,
    team: Option<&'a str>,
    channel: &'a ChannelId,
    at: Place,
    strength: Strength,
    note: Option<&'a str>,
}

impl Common<'_> {
    fn path(&self, field: &str) -> NodePath {
        list(list_of(self.side)).index(self.index).field(field)
    }
}

impl Form<'_> {
    pub(super) fn player(&mut self, ui: &mut Ui, id: &PlayerId) {
        let play = self.played();
        if let Some((index, player)) = play.offense.iter().enumerate().find(|(_, each)| each.id == *id) {
            let common = Common {
                side: Side::Offense,
                index,
                id: &player.id,
                name: &player.name,
                short: player.short.as_deref(),
                team: player.team.as_deref(),
                channel: &player.channel,
                at: player.at,
                strength: player.strength,
                note: player.note.as_deref(),
            };
            self.name_and_strength(ui, &common);
            self.assignment(ui, player);
            self.place(ui, &common);
            self.texts(ui, &common);
            self.route(ui, player);
            self.tools(ui, &common);
        } else if let Some((index, each)) = play.defense.iter().enumerate().find(|(_, each)| each.id == *id) {
            let common = Common {
                side: Side::Defense,
                index,
                id: &each.id,
                name: &each.name,
                short: each.short.as_deref(),
                team: each.team.as_deref(),
                channel: &each.channel,
                at: each.at,
                strength: each.strength,
                note: each.note.as_deref(),
            };
            self.name_and_strength(ui, &common);
            self.stance(ui, &common, each.stance);
            self.place(ui, &common);
            self.texts(ui, &common);
            self.tools(ui, &common);
        }
    }

    fn name_and_strength(&mut self, ui: &mut Ui, player: &Common<'_>) {
        let hint = match player.side {
            Side::Offense => say!("player-name-offense-hint"),
            Side::Defense => say!("player-name-defense-hint"),
        };
        let label = Label::new(say!("common-name"), hint);
        if let Some(now) = self.fields.line(ui, label, player.name, filled(say!("common-the-name"))) {
            // What it is called midway through typing is nothing to tell.
            let name = say!("edit-player-name", name = now.value);
            let step = Step { name, ..self.arrange().rename_player(player.id, &now.value) };
            self.step(ui, say!("common-name"), step, now.joins);
        }
        if let Some(friendly) = reads_like_people(player.name).filter(|_| player.side == Side::Defense) {
            hint_below(ui, self.theme().to_gain, &friendly);
        }
        if let Some(now) = self.fields.strength(ui, player.strength) {
            let step = self.arrange().set_strength(player.id, now.value);
            self.step(ui, say!("common-strength"), step, now.joins);
        }
    }

    fn assignment(&mut self, ui: &mut Ui, player: &OffensePlayer) {
        let arrange = self.arrange();
        let valid = arrange.valid_assignments(&player.id);
        let options: Vec<String> = valid.iter().map(|each| arrange.assignment_label(each)).collect();
        let at = valid.iter().position(|each| *each == player.assignment);
        let label = Label::new(say!("common-sets-out-to"), say!("player-sets-out-hint"));
        if let Some(now) = self.fields.choice(ui, label, at, &options)
            && let Some(assignment) = valid.into_iter().nth(now.value)
        {
            let step = arrange.assign(&player.id, assignment);
            self.step(ui, label.name, step, now.joins);
        }
        self.fields.reason_of(ui, label.name);
        let carries = self.played().ball.carrier == player.id;
        let label = Label::new(say!("play-carries-ball"), say!("player-carries-hint"));
        match self.fields.flag(ui, label, carries) {
            Some(true) => {
                let step = arrange.carrier(&player.id);
                self.step(ui, label.name, step, Joins::Alone);
            }
            Some(false) => {
                let why = say!("player-somebody-carries");
                self.fields.refuse_named(ui.ctx(), label.name, why.to_owned());
            }
            None => {}
        }
        self.fields.reason_of(ui, label.name);
    }

    fn stance(&mut self, ui: &mut Ui, player: &Common<'_>, stance: Stance) {
        let options = stances().map(|(_, name)| name.to_owned());
        let at = stances().iter().position(|(each, _)| *each == stance);
        let label = Label::new(say!("common-stance"), say!("player-stance-hint"));
        if let Some(now) = self.fields.choice(ui, label, at, &options)
            && let Some((stance, _)) = stances().get(now.value)
        {
            let name = say!("edit-stance", name = player.name);
            self.set(&name, player.path("stance"), Some((*stance).into()), now.joins);
        }
    }

    fn place(&mut self, ui: &mut Ui, player: &Common<'_>) {
        let channels = self.channels();
        let at = channels.iter().position(|(_, id)| *id == player.channel.as_str());
        let label = Label::new(say!("inspector-channel"), say!("player-channel-hint"));
        if let Some(now) = self.fields.choice(ui, label, at, &super::names(&channels))
            && let Some((_, channel)) = channels.get(now.value)
        {
            let moves = [(player.id.clone(), ChannelId::from(*channel), player.at)];
            let step = self.arrange().place(&moves);
            self.step(ui, label.name, step, now.joins);
        }
        let yards = self.fields.number(ui, from_line(), player.at.yards, YARDS);
        let across = self.fields.number(ui, across_it(), player.at.across, ACROSS);
        if let Some((place, joins)) = placed(player.at, yards, across) {
            let moves = [(player.id.clone(), player.channel.clone(), place)];
            let step = self.arrange().place(&moves);
            self.step(ui, say!("player-from-line"), step, joins);
        }
    }

    fn texts(&mut self, ui: &mut Ui, player: &Common<'_>) {
        let label = Label::new(say!("common-note"), say!("player-note-hint"));
        if let Some(now) = self.fields.lines(ui, label, player.note.unwrap_or(""), optional) {
            let name = say!("edit-note", name = player.name);
            self.set(&name, player.path("note"), now.value.map(Into::into), now.joins);
        }
        let label = match player.side {
            Side::Offense => Label::new(say!("common-team"), say!("player-team-hint")),
            Side::Defense => Label::new(say!("common-kind"), say!("player-kind-hint")),
        };
        if let Some(now) = self.fields.line(ui, label, player.team.unwrap_or(""), optional) {
            let name = match player.side {
                Side::Offense => say!("edit-team", name = player.name),
                Side::Defense => say!("edit-kind", name = player.name),
            };
            self.set(&name, player.path("team"), now.value.map(Into::into), now.joins);
        }
        let label = Label::new(say!("player-short"), say!("player-short.hint"));
        let short = |text: &str| match optional(text)? {
            Some(short) if short.chars().count() > 3 => Err(say!("player-short-refused").to_owned()),
            short => Ok(short),
        };
        if let Some(now) = self.fields.line(ui, label, player.short.unwrap_or(""), short) {
            let name = say!("edit-short", name = player.name);
            self.set(&name, player.path("short"), now.value.map(Into::into), now.joins);
        }
        let label = Label::new(say!("common-id"), say!("player-id-hint"));
        let arrange = self.arrange();
        let from = player.id.as_str();
        let check = |to: &str| {
            let to = to.trim();
            arrange
                .rename_id(Named::Player, from, to)
                .map(|step| (step, to.to_owned()))
                .map_err(|why| super::full(&why))
        };
        if let Some((step, to)) = self.fields.line_at_once(ui, label, from, check)
            && self.step(ui, label.name, step, Joins::Alone)
        {
            self.act(Action::Select(Some(Subject::Player(to.as_str().into()))));
        }
    }

    fn route(&mut self, ui: &mut Ui, player: &OffensePlayer) {
        let arrange = self.arrange();
        if self.fields.heading(ui, say!("player-route"), Some(say!("player-add-bend"))) {
            let last = player.route.last().copied().unwrap_or(player.at);
            let yards = (last.yards + 5.0).min(PLACE_YARDS.high);
            let point = Place { yards, across: last.across };
            // A route that is not drawn yet begins with its first bend.
            let step = if player.route.is_empty() {
                arrange.route(&player.id, vec![point])
            } else {
                arrange.add_point(&player.id, player.route.len(), point)
            };
            self.step(ui, say!("player-route"), step, Joins::Alone);
        }
        if player.route.is_empty() {
            ui.label(soft(say!("player-straight-on"), self.theme()).small());
        }
        for (at, point) in player.route.iter().enumerate() {
            let bend = say!("player-bend-number", number = at + 1);
            let mut fields = self.fields.within(&bend);
            let (mut removed, mut to) = (false, None);
            let height = std::mem::replace(&mut ui.spacing_mut().interact_size.y, ROW);
            ui.horizontal(|ui| {
                ui.label(soft(say!("player-bend-title", number = at + 1), fields.theme).small());
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = 3.0;
                    removed = tool(ui, "×", &say!("common-remove-named", name = bend), true);
                    let across = fields.number_alone(ui, across_it(), point.across, ACROSS);
                    let yards = fields.number_alone(ui, from_line(), point.yards, YARDS);
                    to = placed(*point, yards, across);
                });
            });
            ui.spacing_mut().interact_size.y = height;
            fields.reason_of(ui, from_line().name);
            fields.reason_of(ui, across_it().name);
            if removed {
                self.step(ui, say!("player-route"), arrange.drop_point(&player.id, at), Joins::Alone);
            } else if let Some((place, joins)) = to {
                self.step(ui, say!("player-route"), arrange.bend(&player.id, at, place), joins);
            }
        }
        if !player.route.is_empty()
            && ui.button(say!("player-straighten")).on_hover_text(say!("player-straighten.hint")).clicked()
        {
            self.step(ui, say!("player-route"), arrange.straighten(&player.id), Joins::Alone);
        }
    }

    fn tools(&mut self, ui: &mut Ui, player: &Common<'_>) {
        ui.add_space(6.0);
        ui.separator();
        ui.horizontal_wrapped(|ui| {
            let hint = say!("player-duplicate-hint");
            if ui.button(say!("command-duplicate")).on_hover_text(hint).clicked() {
                match self.arrange().duplicate(std::slice::from_ref(player.id)) {
                    Ok(step) => {
                        self.step(ui, say!("common-remove"), step, Joins::Alone);
                    }
                    Err(why) => self.fields.refuse_named(ui.ctx(), say!("common-remove"), super::full(&why)),
                }
            }
            let hint = say!("player-remove-hint");
            if ui.button(say!("common-remove")).on_hover_text(hint).clicked() {
                match self.arrange().remove(std::slice::from_ref(player.id)) {
                    Ok(step) => {
                        if self.step(ui, say!("common-remove"), step, Joins::Alone) {
                            self.act(Action::Select(Some(Subject::Play)));
                        }
                    }
                    Err(why) => self.fields.refuse_named(ui.ctx(), say!("common-remove"), super::full(&why)),
                }
            }
        });
        self.fields.reason_of(ui, say!("common-remove"));
    }
}

/// A place with one of its numbers changed.
fn placed(now: Place, yards: Option<Now<f64>>, across: Option<Now<f64>>) -> Option<(Place, Joins)> {
    let yards = yards.map(|yards| (Place { yards: yards.value, ..now }, yards.joins));
    yards.or(across.map(|across| (Place { across: across.value, ..now }, across.joins)))
}

/// A friendly sentence under a field.
pub(super) fn hint_below(ui: &mut Ui, ink: crate::picture::Color, sentence: &str) {
    let text = RichText::new(sentence).small().color(color(ink, 1.0));
    ui.add(Text::new(text).wrap());
}
