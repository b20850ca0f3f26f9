//! The table of what differs: a row a measure, a column a side, the better value marked.

use bevy_egui::egui::{Align2, Pos2, Rect, Sense, Ui, Vec2, WidgetInfo, WidgetType};

use crate::app::actions::Action;
use crate::app::paint::{color, font};
use crate::app::session::Session;
use crate::app::words::say;
use crate::compare::results::{Comparison, Measure, Value, measures};
use crate::picture::font::{elide, width};
use crate::picture::{Theme, Weight};

/// How high a row is.
const ROW: f32 = 21.0;
/// Which part of the width the measures' names have.
const NAMES: f32 = 0.3;

/// How the columns lie in a row.
struct Columns {
    names: f32,
    each: f32,
}

impl Columns {
    fn new(width: f32, sides: usize) -> Self {
        let names = (width * NAMES).min(210.0);
        Self { names, each: (width - names) / sides.max(1) as f32 }
    }

    fn cell(&self, row: Rect, at: usize) -> Rect {
        let left = row.left() + self.names + at as f32 * self.each;
        Rect::from_min_size(Pos2::new(left, row.top()), Vec2::new(self.each - 6.0, row.height()))
    }
}

/// Who the columns are of; stays where it is while the rows scroll.
pub(super) fn heading(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let sides = &session.comparison.sides;
    let width = ui.available_width();
    let columns = Columns::new(width, sides.len());
    let (row, _) = ui.allocate_exact_size(Vec2::new(width, ROW + 2.0), Sense::hover());
    let name = row.with_max_x(row.left() + columns.names - 6.0).with_min_x(row.left() + 6.0);
    write(ui, name, &[say!("compare-at-the-end").to_owned()], Weight::Regular, theme.text_soft, theme, false);
    for (at, side) in sides.iter().enumerate() {
        let rect = columns.cell(row, at);
        let response = ui.interact(rect, ui.id().with(("side", at)), Sense::click());
        let chosen = at == session.comparison.chosen;
        response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, chosen, side.title()));
        let key = Rect::from_center_size(
            Pos2::new(rect.left() + 5.0, rect.center().y),
            Vec2::splat(if chosen { 10.0 } else { 8.0 }),
        );
        ui.painter().rect_filled(key, 2.0, color(theme.plans[side.color % theme.plans.len()], 1.0));
        let weight = if chosen { Weight::Bold } else { Weight::Regular };
        let beside = rect.with_min_x(rect.left() + 15.0);
        write(ui, beside, &[side.title().to_owned()], weight, theme.text, theme, false);
        if response.on_hover_text(say!("compare-show-drive", title = side.title())).clicked() {
            actions.push(Action::Choose(at));
        }
    }
}

/// A row a measure.
pub(super) fn show(ui: &mut Ui, session: &Session, results: Option<&Comparison>) {
    let Some(results) = results else { return };
    let theme = session.settings.theme().theme();
    let sides = session.comparison.sides.len();
    let width = ui.available_width();
    let columns = Columns::new(width, sides);
    for (number, measure) in measures(results).iter().enumerate() {
        let (row, response) = ui.allocate_exact_size(Vec2::new(width, ROW), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, spoken(measure, sides)));
        if number % 2 == 0 {
            ui.painter().rect_filled(row, 3.0, color(theme.raised, 0.5));
        }
        let name = row.with_max_x(row.left() + columns.names - 6.0).with_min_x(row.left() + 6.0);
        write(ui, name, std::slice::from_ref(&measure.name), Weight::Regular, theme.text_soft, theme, false);
        for (at, value) in measure.values.iter().enumerate() {
            let better = measure.better == Some(at);
            let weight = if better { Weight::Bold } else { Weight::Regular };
            write(ui, columns.cell(row, at), &texts(value), weight, theme.text, theme, better);
        }
        response.on_hover_text(hint(measure));
    }
}

/// A cell's words, the first of them that have room, with the sign of what is better before them.
fn write(
    ui: &Ui,
    rect: Rect,
    words: &[String],
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
    let room = rect.right() - left;
    let fits = words.iter().find(|words| width(words, 12.5, weight) <= room).or(words.last());
    let words = elide(fits.map_or("", |words| words), 12.5, weight, room);
    ui.painter().text(
        Pos2::new(left, rect.center().y),
        Align2::LEFT_CENTER,
        words,
        font(12.5, weight),
        color(ink, 1.0),
    );
}

/// A value in whole yards, what is expected and what 8 of 10 trials come to; then shorter.
fn texts(value: &Value) -> Vec<String> {
    let whole = |yards: f64| format!("{:.0}", yards.round() + 0.0);
    match value {
        Value::Yards(expected, spread) => {
            let (low, high) = (whole(spread.p10), whole(spread.p90));
            let expected = whole(*expected);
            if low == high {
                vec![expected]
            } else {
                let close = format!("{expected} ({low}–{high})");
                vec![say!("compare-range", expected = expected, low = low, high = high), close, expected]
            }
        }
        Value::Expected(yards) => vec![whole(*yards)],
        Value::Count(count) => vec![count.to_string()],
        Value::Chance(chance) => {
            let long = crate::compare::chances::of_hundred(chance);
            let short = long.split(" (").next().unwrap_or_default().to_owned();
            vec![short]
        }
        Value::Words(words) if words.is_empty() => vec!["–".to_owned()],
        Value::Words(words) => vec![words.clone()],
    }
}

fn hint(measure: &Measure) -> &'static str {
    match measure.values.first() {
        Some(Value::Yards(..)) => {
            say!("compare-yards-hint")
        }
        Some(Value::Chance(_)) => {
            say!("compare-trials-hint")
        }
        _ => say!("compare-expected-hint"),
    }
}

/// The row as it is read out.
fn spoken(measure: &Measure, sides: usize) -> String {
    let values = measure.values.iter().take(sides).enumerate().map(|(at, value)| {
        let better = if measure.better == Some(at) { say!("compare-better") } else { "" };
        format!("{}{better}", texts(value).first().map_or("", |text| text))
    });
    format!("{}: {}", measure.name, values.collect::<Vec<_>>().join("; "))
}
