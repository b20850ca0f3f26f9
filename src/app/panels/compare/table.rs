//! The table of what differs: a row a measure, a column a side, the better value marked.

use bevy_egui::egui::{Align2, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo, WidgetType};

use crate::app::actions::Action;
use crate::app::paint::{color, font};
use crate::app::session::Session;
use crate::compare::results::{Comparison, Measure, Value, measures};
use crate::picture::font::elide;
use crate::picture::{Theme, Weight};

/// How high a row is.
const ROW: f32 = 21.0;
/// Which part of the width the measures' names have.
const NAMES: f32 = 0.3;

pub(super) fn show(ui: &mut Ui, session: &Session, results: Option<&Comparison>, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let sides = &session.comparison.sides;
    let width = ui.available_width();
    let names = (width * NAMES).min(210.0);
    let column = (width - names) / sides.len().max(1) as f32;
    let cell = |row: Rect, at: usize| {
        let left = row.left() + names + at as f32 * column;
        Rect::from_min_size(Pos2::new(left, row.top()), Vec2::new(column - 6.0, row.height()))
    };

    let (heading, _) = ui.allocate_exact_size(Vec2::new(width, ROW + 2.0), Sense::hover());
    for (at, side) in sides.iter().enumerate() {
        let rect = cell(heading, at);
        let response = ui.interact(rect, ui.id().with(("side", at)), Sense::click());
        let chosen = at == session.comparison.chosen;
        response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, chosen, side.title()));
        let key = Rect::from_center_size(
            Pos2::new(rect.left() + 5.0, rect.center().y),
            Vec2::splat(if chosen { 10.0 } else { 8.0 }),
        );
        ui.painter().rect_filled(key, 2.0, color(theme.plans[at % theme.plans.len()], 1.0));
        let weight = if chosen { Weight::Bold } else { Weight::Regular };
        write(ui, rect.with_min_x(rect.left() + 15.0), side.title(), weight, theme.text, theme, false);
        if response.on_hover_text(format!("{}: show its drive in the charts", side.title())).clicked() {
            actions.push(Action::Choose(at));
        }
    }
    let Some(results) = results else { return };
    for (number, measure) in measures(results).iter().enumerate() {
        let (row, response) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, spoken(measure, sides.len())));
        if number % 2 == 0 {
            ui.painter().rect_filled(row, 3.0, color(theme.raised, 0.5));
        }
        let name = row.with_max_x(row.left() + names - 6.0).with_min_x(row.left() + 6.0);
        write(ui, name, &measure.name, Weight::Regular, theme.text_soft, theme, false);
        for (at, value) in measure.values.iter().enumerate() {
            let better = measure.better == Some(at);
            let weight = if better { Weight::Bold } else { Weight::Regular };
            write(ui, cell(row, at), &text(value), weight, theme.text, theme, better);
        }
        response.on_hover_text(hint(measure));
    }
}

/// A cell's words, with the sign of what is better before them.
fn write(
    ui: &Ui,
    rect: Rect,
    words: &str,
    weight: Weight,
    ink: crate::picture::Color,
    theme: &Theme,
    better: bool,
) {
    let mut left = rect.left();
    if better {
        let mark = ui.painter().text(
            Pos2::new(left, rect.center().y),
            Align2::LEFT_CENTER,
            "✓",
            font(12.5, Weight::Bold),
            color(theme.gain, 1.0),
        );
        left = mark.right() + 4.0;
    }
    let words = elide(words, 12.5, weight, rect.right() - left);
    ui.painter().text(
        Pos2::new(left, rect.center().y),
        Align2::LEFT_CENTER,
        words,
        font(12.5, weight),
        color(ink, 1.0),
    );
}

/// A value in whole yards: what is expected, and what 8 of 10 trials come to.
fn text(value: &Value) -> String {
    let whole = |yards: f64| format!("{:.0}", yards.round() + 0.0);
    match value {
        Value::Yards(expected, spread) => {
            let (low, high) = (whole(spread.p10), whole(spread.p90));
            if low == high { whole(*expected) } else { format!("{}  ({low} to {high})", whole(*expected)) }
        }
        Value::Expected(yards) => whole(*yards),
        Value::Count(count) => count.to_string(),
        Value::Chance(chance) => crate::compare::chances::of_hundred(chance),
        Value::Words(words) if words.is_empty() => "–".to_owned(),
        Value::Words(words) => words.clone(),
    }
}

fn hint(measure: &Measure) -> &'static str {
    match measure.values.first() {
        Some(Value::Yards(..)) => {
            "Yards as expected; in brackets what 8 of 10 trials come to. ✓: clearly better than every other."
        }
        Some(Value::Chance(_)) => {
            "Trials out of 100, and what chance alone may make of the count (one standard error)."
        }
        _ => "As expected, without chance. ✓: clearly better than every other.",
    }
}

/// The row as it is read out.
fn spoken(measure: &Measure, sides: usize) -> String {
    let values = measure.values.iter().take(sides).enumerate().map(|(at, value)| {
        let better = if measure.better == Some(at) { ", better" } else { "" };
        format!("{}{better}", text(value))
    });
    format!("{}: {}", measure.name, values.collect::<Vec<_>>().join("; "))
}
