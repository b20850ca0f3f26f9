//! Groups call plays, each by itself.

use bevy_egui::egui::{
    self, Align2, Pos2, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo,
    WidgetType,
};

use super::kit::{BODY, Place, SMALL, View, pressed, tone, wrapped};
use super::{called, group, key};
use crate::app::actions::Action;
use crate::app::session::presenting::BoardKey;
use crate::app::words::say;
use crate::model::PlayId;
use crate::picture::Weight;
use crate::rules::words::whole;
use crate::show::{Called, Card, InPlaybook, Repertoire as _, Script, Sight};

/// What there is to choose from.
struct Choice<'a> {
    plays: &'a [PlayId],
    /// What each is called, or why it cannot be run.
    titles: Vec<Result<String, String>>,
    calls: usize,
}

impl Choice<'_> {
    fn title(&self, id: &PlayId) -> String {
        let at = self.plays.iter().position(|play| play == id);
        let title = at.and_then(|at| self.titles.get(at)).and_then(|title| title.as_ref().ok());
        title.cloned().unwrap_or_else(|| id.to_string())
    }
}

pub(super) fn show(
    ctx: &egui::Context,
    view: &View<'_>,
    group: usize,
    revealed: bool,
    said: &mut Vec<Action>,
) {
    let Some(step) = view.presenting.step() else { return };
    let foot = if revealed { say!("board-calls-keys-shown") } else { say!("board-calls-keys") };
    view.board(ctx, Place::Whole, &step.title, foot, |ui| {
        let Sight::Card(Card::Calls { plays, calls }) = &step.sight else {
            wrapped(ui, view.words(say!("board-calls-none-here"), BODY, Weight::Regular));
            return;
        };
        let repertoire = InPlaybook(&view.session.playbook);
        let title = |id: &PlayId| match repertoire.script(id.as_str()) {
            Ok(Script::Play(lineup, _)) => Ok(lineup.play.title.clone()),
            Ok(Script::Plan(sheet)) => Err(sheet.plan.title.clone()),
            Err(reason) => Err(reason),
        };
        let card = Choice { plays, titles: plays.iter().map(title).collect(), calls: *calls as usize };
        if !step.caption.is_empty() {
            wrapped(ui, view.words(&step.caption, BODY, Weight::Regular));
        }
        ui.add_space(view.px(10.0));
        if revealed {
            called::all(ui, view, &|id| card.title(id), said);
            return;
        }
        let whole = ui.available_rect_before_wrap();
        let middle = whole.left() + whole.width() * 0.46;
        let gap = view.px(28.0);
        let left = Rect::from_min_max(whole.min, Pos2::new(middle - gap, whole.bottom()));
        let right = Rect::from_min_max(Pos2::new(middle + gap, whole.top()), whole.max);
        ui.scope_builder(UiBuilder::new().max_rect(left).id_salt("plays"), |ui| {
            choose(ui, view, &card, group, said);
        });
        ui.scope_builder(UiBuilder::new().max_rect(right).id_salt("group"), |ui| {
            called(ui, view, &card, group, said);
        });
    });
}

/// The plays by their numbers.
fn choose(ui: &mut Ui, view: &View<'_>, card: &Choice<'_>, group: usize, said: &mut Vec<Action>) {
    ui.label(view.soft(say!("board-calls-plays")));
    let made = called_by(view, group).map_or(0, |called| called.plays.len());
    let gap = ui.spacing().item_spacing.y;
    let count = card.titles.len().max(1) as f32;
    let height = (ui.available_height() / count - gap).clamp(view.finger(), view.px(84.0).max(view.finger()));
    ScrollArea::vertical().id_salt("calls").show(ui, |ui| {
        for (at, title) in card.titles.iter().enumerate() {
            let size = Vec2::new(ui.available_width(), height);
            let (rect, response) = ui.allocate_exact_size(size, Sense::click());
            let (words, can) = match title {
                Ok(title) => (title.as_str(), made < card.calls),
                Err(reason) => (reason.as_str(), false),
            };
            response.widget_info(|| {
                WidgetInfo::labeled(WidgetType::Button, can, say!("board-calls-call", play = words))
            });
            view.plate(ui, rect, &response, if can { view.theme.raised } else { view.theme.panel });
            let side = (height - view.px(20.0)).min(view.px(56.0));
            let cap = Rect::from_center_size(
                Pos2::new(rect.left() + height / 2.0, rect.center().y),
                Vec2::splat(side),
            );
            view.key_cap(ui, cap, &(at + 1).to_string());
            let left = cap.right() + view.px(18.0);
            let place =
                Rect::from_min_max(Pos2::new(left, rect.top()), rect.max - Vec2::new(view.px(12.0), 0.0));
            let ink = if can { view.theme.text } else { view.theme.text_soft };
            view.fit(ui, place, words, BODY, Weight::Regular, ink);
            if can && pressed(ui, &response) {
                said.push(key(BoardKey::Row(at)));
            }
        }
    });
}

/// What a group has called so far, and what it comes to.
fn called(ui: &mut Ui, view: &View<'_>, card: &Choice<'_>, now: usize, said: &mut Vec<Action>) {
    let done = |group: usize| {
        let calls = called_by(view, group).map_or(0, |called| called.plays.len());
        (calls > 0).then(|| say!("board-calls-made", calls = calls, of = card.calls))
    };
    if let Some(group) = group::row(ui, view, now, done) {
        said.push(key(BoardKey::Group(group)));
    }
    let of_group = called_by(view, now);
    let plays = of_group.map_or(&[][..], |called| &called.plays);
    ui.horizontal_wrapped(|ui| {
        for at in 0..card.calls {
            let title = plays.get(at).map(|id| card.title(id));
            chip(ui, view, at, title.as_deref());
        }
    });
    ui.label(view.soft(say!("board-calls-left", count = card.calls.saturating_sub(plays.len()))));
    if let Some((spot, alone)) =
        of_group.filter(|called| !called.plays.is_empty()).and_then(|called| called.result)
    {
        ui.add_space(view.px(6.0));
        ui.horizontal(|ui| {
            number(ui, view, say!("board-calls-organisation"), &whole(spot).to_string());
            ui.add_space(view.px(40.0));
            number(ui, view, say!("board-calls-alone"), &say!("board-calls-yards", yards = whole(alone)));
        });
    }
    ui.add_space(view.px(10.0));
    ui.horizontal_wrapped(|ui| {
        if !plays.is_empty()
            && view.button(ui, say!("board-calls-take-back"), say!("board-calls-take-back"), false)
        {
            said.push(key(BoardKey::Erase));
        }
        if view.button(ui, say!("board-calls-reveal"), say!("board-calls-reveal"), false) {
            said.push(key(BoardKey::Reveal));
        }
    });
}

fn number(ui: &mut Ui, view: &View<'_>, what: &str, number: &str) {
    ui.vertical(|ui| {
        ui.label(view.soft(what));
        ui.label(view.words(number, 56.0, Weight::Bold));
    });
}

/// A call that is made, or the place for one.
fn chip(ui: &mut Ui, view: &View<'_>, at: usize, title: Option<&str>) {
    let words = title.unwrap_or_default();
    let most = ui.max_rect().width() - view.px(80.0);
    let words = crate::picture::font::elide(words, view.px(SMALL), Weight::Regular, most);
    let text = view.width(&words, SMALL, Weight::Regular);
    let number = view.width("00", SMALL, Weight::Bold);
    let width = number + text + view.px(if title.is_some() { 48.0 } else { 36.0 });
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, view.px(60.0)), Sense::hover());
    if let Some(title) = title {
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, format!("{}. {title}", at + 1)));
    }
    let painter = ui.painter();
    let round = rect.height() / 2.0;
    let (fill, edge) = if title.is_some() {
        (view.theme.raised, view.theme.accent)
    } else {
        (view.theme.panel, view.theme.line)
    };
    let stroke = Stroke::new(view.px(3.0).max(1.0), tone(edge));
    painter.rect(rect, round, tone(fill), stroke, StrokeKind::Inside);
    let ink = tone(if title.is_some() { view.theme.text } else { view.theme.text_soft });
    let place = Pos2::new(rect.left() + view.px(20.0), rect.center().y);
    painter.text(place, Align2::LEFT_CENTER, (at + 1).to_string(), view.font(SMALL, Weight::Bold), ink);
    let place = place + Vec2::new(number, 0.0);
    painter.text(place, Align2::LEFT_CENTER, words, view.font(SMALL, Weight::Regular), ink);
}

/// What a group has called so far.
pub(super) fn called_by<'a>(view: &View<'a>, group: usize) -> Option<&'a Called> {
    view.presenting.room.called.iter().find(|called| called.group == group)
}
