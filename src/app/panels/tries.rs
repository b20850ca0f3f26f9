//! A plan's tries as chapters: what was called, what it gained, and what became of the series.

use std::ops::Range;

use bevy_egui::egui::{
    self, Align2, CornerRadius, Pos2, Rect, Sense, Stroke, Ui, Vec2, WidgetInfo, WidgetType,
};

use super::widgets::signed_yards;
use crate::app::actions::{Action, Command};
use crate::app::paint::{color, font};
use crate::app::session::{Screen, Session};
use crate::app::shown::PlanShown;
use crate::app::words::say;
use crate::picture::font::elide;
use crate::picture::{Theme, Weight};
use crate::rules::{Down, DownResult};

/// How high a try's chapter is.
const HEIGHT: f32 = 30.0;
/// How wide one is at least; where there are more, those around the one shown are.
const NARROWEST: f32 = 34.0;
/// The gap between two tries, and between two series.
const GAPS: (f32, f32) = (2.0, 8.0);

/// The tries of the plan on the field, if it is a plan; of a comparison, their numbers.
pub(super) fn show(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    if session.screen == Screen::Compare {
        numbers(ui, session, actions);
        return;
    }
    let Some(plan) = session.shown().and_then(|shown| shown.plan.as_ref()) else { return };
    let theme = session.settings.theme().theme();
    let (row, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEIGHT), Sense::hover());
    let downs = &plan.drive.downs;
    let in_view = around(plan.at, downs.len(), (row.width() / NARROWEST) as usize);
    let Some(visible) = downs.get(in_view.clone()) else { return };
    let breaks = visible.windows(2).filter(|pair| pair[0].series.number != pair[1].series.number).count();
    let gaps = visible.len().saturating_sub(1) as f32 * GAPS.0 + breaks as f32 * (GAPS.1 - GAPS.0);
    let width = ((row.width() - gaps) / visible.len().max(1) as f32).max(1.0);
    let mut left = row.left();
    for (at, down) in in_view.zip(visible) {
        let rect = Rect::from_min_size(Pos2::new(left, row.top()), Vec2::new(width, HEIGHT - 4.0));
        chapter(ui, theme, plan, (at, down), rect, actions);
        let next = downs.get(at + 1);
        let new_series = next.is_some_and(|next| next.series.number != down.series.number);
        left += width + if new_series { GAPS.1 } else { GAPS.0 };
    }
}

/// The tries of a comparison, all sides' at once.
fn numbers(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let Some((now, count)) = session.down() else { return };
    let theme = session.settings.theme().theme();
    let (row, _) = ui.allocate_exact_size(Vec2::new(ui.available_width(), HEIGHT - 6.0), Sense::hover());
    let in_view = around(now, count, (row.width() / NARROWEST) as usize);
    let width = (row.width() / in_view.len().max(1) as f32).max(1.0);
    for (place, at) in in_view.enumerate() {
        let left = row.left() + place as f32 * width;
        let rect = Rect::from_min_size(Pos2::new(left, row.top()), Vec2::new(width - GAPS.0, HEIGHT - 10.0));
        let lit = at == now;
        let response = ui.interact(rect, ui.id().with(("try", at)), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(WidgetType::Button, true, lit, say!("tries-number", number = at + 1))
        });
        let (fill, ink) = if lit { (theme.accent, theme.on_accent) } else { (theme.raised, theme.text) };
        ui.painter().rect_filled(rect, CornerRadius::same(4), color(fill, 1.0));
        if response.hovered() || response.has_focus() {
            let edge = Stroke::new(1.5, color(theme.text, 1.0));
            ui.painter().rect_stroke(rect, CornerRadius::same(4), edge, egui::StrokeKind::Inside);
        }
        let words = if width > 60.0 { say!("tries-number", number = at + 1) } else { (at + 1).to_string() };
        let bold = font(11.5, Weight::Bold);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, words, bold, color(ink, 1.0));
        if response.on_hover_text(say!("tries-each-hint", number = at + 1, keys = keys())).clicked() {
            actions.push(Action::ToDown(at));
        }
    }
}

/// The keys that go from try to try.
fn keys() -> String {
    let keys = [Command::PreviousDown, Command::NextDown].map(|each| each.key_label().unwrap_or_default());
    say!("tries-keys", before = keys[0], after = keys[1])
}

/// The `most` of `count` places around `at`.
fn around(at: usize, count: usize, most: usize) -> Range<usize> {
    let most = most.clamp(1, count.max(1));
    let first = at.saturating_sub(most / 2).min(count.saturating_sub(most));
    first..(first + most).min(count)
}

fn chapter(
    ui: &mut Ui,
    theme: &Theme,
    plan: &PlanShown,
    (at, down): (usize, &Down),
    rect: Rect,
    actions: &mut Vec<Action>,
) {
    let lit = at == plan.at;
    let response = ui.interact(rect, ui.id().with(("try", at)), Sense::click());
    let title = plan.sheet.plays.get(down.play).map_or("", |called| &called.lineup.play.title);
    let said = say!(
        "tries-said",
        number = down.number,
        title = title,
        gain = signed_yards(down.gained()),
        result = result(down.result)
    );
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, lit, said.trim_end()));
    let painter = ui.painter();
    let fill = if lit { theme.accent } else { theme.raised };
    let ink = if lit { theme.on_accent } else { theme.text };
    painter.rect_filled(rect, CornerRadius::same(4), color(fill, 1.0));
    if response.hovered() || response.has_focus() {
        let edge = Stroke::new(1.5, color(theme.text, 1.0));
        painter.rect_stroke(rect, CornerRadius::same(4), edge, egui::StrokeKind::Inside);
    }
    // The result as a bar below: what a series came to can be seen from afar.
    let mark = match down.result {
        DownResult::FirstDown | DownResult::Goal => Some(theme.gain),
        DownResult::Setback | DownResult::Turnover => Some(theme.alarm),
        DownResult::NextDown => None,
    };
    if let Some(mark) = mark {
        let bar =
            Rect::from_min_size(Pos2::new(rect.left(), rect.bottom() + 1.0), Vec2::new(rect.width(), 3.0));
        painter.rect_filled(bar, CornerRadius::same(1), color(mark, 1.0));
    }
    let yards = painter.text(
        Pos2::new(rect.right() - 5.0, rect.center().y),
        Align2::RIGHT_CENTER,
        signed_yards(down.gained()),
        font(11.0, Weight::Regular),
        color(ink, 1.0),
    );
    let room = yards.left() - rect.left() - 9.0;
    // A few letters of a title say nothing.
    let name = if room < 52.0 {
        down.number.to_string()
    } else {
        elide(&format!("{} {title}", down.number), 11.5, Weight::Bold, room)
    };
    painter.text(
        Pos2::new(rect.left() + 5.0, rect.center().y),
        Align2::LEFT_CENTER,
        name,
        font(11.5, Weight::Bold),
        color(ink, 1.0),
    );
    if response.on_hover_text(format!("{said}\n{}", keys())).clicked() {
        actions.push(Action::ToDown(at));
    }
}

/// What a down came to, for those who don't know football.
fn result(result: DownResult) -> &'static str {
    match result {
        DownResult::NextDown => "",
        DownResult::FirstDown => say!("tries-first-down"),
        DownResult::Setback => say!("tries-setback"),
        DownResult::Turnover => say!("tries-turnover"),
        DownResult::Goal => say!("tries-goal"),
    }
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn the_try_shown_is_always_among_those_in_view() {
        assert_eq!(around(0, 12, 40), 0..12);
        assert_eq!(around(0, 100, 10), 0..10);
        assert_eq!(around(99, 100, 10), 90..100);
        assert_eq!(around(50, 100, 10), 45..55);
        assert_eq!(around(0, 0, 10), 0..0);
        for at in 0..100 {
            assert!(around(at, 100, 7).contains(&at));
        }
    }
}
