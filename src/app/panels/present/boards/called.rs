//! What all groups have called, beside each other: the plays, what they come to with the best marked, and the way there.

use bevy_egui::egui::{Align2, Pos2, Rect, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType};

use super::calls::called_by;
use super::kit::{LARGE, SMALL, View, tone};
use super::{chart, group, key};
use crate::app::actions::Action;
use crate::app::session::presenting::BoardKey;
use crate::app::words::say;
use crate::model::PlayId;
use crate::picture::Weight;
use crate::rules::words::whole;
use crate::show::Called;

/// "Table 1: Exemplar, API strategy. Whole organisation 31, out on its own 2 yards."
fn spoken(group: &str, plays: &str, result: Option<(i64, i64)>) -> String {
    match result {
        Some((spot, alone)) => {
            say!("board-called-result", group = group, plays = plays, spot = spot, yards = alone)
        }
        None => format!("{group}: {plays}."),
    }
}

/// What all groups have called, beside each other; the best is marked.
pub(super) fn all(ui: &mut Ui, view: &View<'_>, title: &dyn Fn(&PlayId) -> String, said: &mut Vec<Action>) {
    let room = &view.presenting.room;
    let groups = room.groups.len().max(1);
    let results: Vec<Option<(i64, i64)>> = (0..groups).map(|group| rounded(called_by(view, group))).collect();
    let furthest = results.iter().flatten().map(|(spot, _)| *spot).max();
    let closest = results.iter().flatten().map(|(_, alone)| *alone).min();
    // With a single group there is nothing to be better than.
    let several = results.iter().flatten().count() > 1;
    let spot_width = view.width(say!("board-calls-organisation"), SMALL, Weight::Regular) + view.px(30.0);
    let alone_width = view.width(say!("board-calls-alone"), SMALL, Weight::Regular) + view.px(50.0);
    let height = view.px(96.0).max(view.finger());
    let gap = ui.spacing().item_spacing.y;
    // The way there is shown where all groups leave room for it.
    let table = (height + gap).mul_add(groups as f32, view.px(44.0 + 48.0) + gap * 2.0);
    let has_chart = several && ui.available_height() - table - view.finger() * 1.3 > chart::least(view);
    let below = view.finger() * 1.3 + if has_chart { chart::least(view) } else { 0.0 };
    ScrollArea::vertical().id_salt("called").max_height(ui.available_height() - below).show(ui, |ui| {
        let (rect, _) =
            ui.allocate_exact_size(Vec2::new(ui.available_width(), view.px(44.0)), Sense::hover());
        let ink = tone(view.theme.text_soft);
        let head = |right: f32, words: &str| {
            let place = Pos2::new(right, rect.center().y);
            ui.painter().text(place, Align2::RIGHT_CENTER, words, view.font(SMALL, Weight::Regular), ink);
        };
        head(rect.right() - alone_width, say!("board-calls-organisation"));
        head(rect.right(), say!("board-calls-alone"));
        for group in 0..groups {
            let result = results.get(group).copied().flatten();
            let titles: Vec<String> =
                called_by(view, group).map_or(&[][..], |called| &called.plays).iter().map(title).collect();
            let plays =
                if titles.is_empty() { say!("board-called-nothing").to_owned() } else { titles.join(", ") };
            let (rect, response) =
                ui.allocate_exact_size(Vec2::new(ui.available_width(), height), Sense::hover());
            let name = room.group_name(group);
            response
                .widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, spoken(&name, &plays, result)));
            let line = Stroke::new(view.px(2.0).max(1.0), tone(view.theme.line));
            ui.painter().hline(rect.x_range(), rect.top(), line);
            let side = view.px(64.0);
            let badge = Rect::from_center_size(
                Pos2::new(rect.left() + side / 2.0, rect.center().y),
                Vec2::splat(side),
            );
            group::badge(ui, view, badge.center(), group);
            let left = badge.right() + view.px(18.0);
            let right = rect.right() - alone_width - spot_width - view.px(16.0);
            let half = rect.height() * 0.42;
            let top = Rect::from_min_max(Pos2::new(left, rect.top()), Pos2::new(right, rect.top() + half));
            view.fit(ui, top, &name, SMALL, Weight::Bold, view.theme.text);
            let below =
                Rect::from_min_max(Pos2::new(left, rect.top() + half), Pos2::new(right, rect.bottom()));
            view.fit(ui, below, &plays, SMALL, Weight::Regular, view.theme.text);
            let Some((spot, alone)) = result else { continue };
            let value = |right: f32, number: String, is_best: bool| {
                let weight = if is_best { Weight::Bold } else { Weight::Regular };
                let place = Pos2::new(right, rect.center().y);
                let size = if is_best { LARGE + 4.0 } else { LARGE - 8.0 };
                let text = tone(view.theme.text);
                let drawn =
                    ui.painter().text(place, Align2::RIGHT_CENTER, number, view.font(size, weight), text);
                if is_best {
                    view.tick(ui, Pos2::new(drawn.left() - view.px(24.0), rect.center().y), view.theme.gain);
                }
            };
            value(rect.right() - alone_width, spot.to_string(), several && furthest == Some(spot));
            value(rect.right(), alone.to_string(), several && closest == Some(alone));
        }
        if several {
            let (rect, _) = ui.allocate_exact_size(Vec2::new(view.px(160.0), view.px(48.0)), Sense::hover());
            view.tick(ui, Pos2::new(rect.left() + view.px(16.0), rect.center().y), view.theme.gain);
            let place = Pos2::new(rect.left() + view.px(40.0), rect.center().y);
            ui.painter().text(
                place,
                Align2::LEFT_CENTER,
                say!("board-called-best"),
                view.font(SMALL, Weight::Regular),
                ink,
            );
        }
    });
    if has_chart {
        chart::show(ui, view, view.finger() * 1.3);
    }
    if view.button(ui, say!("board-called-hide"), say!("board-called-hide"), false) {
        said.push(key(BoardKey::Reveal));
    }
}

fn rounded(called: Option<&Called>) -> Option<(i64, i64)> {
    let called = called.filter(|called| !called.plays.is_empty())?;
    called.result.map(|(spot, alone)| (whole(spot), whole(alone)))
}
