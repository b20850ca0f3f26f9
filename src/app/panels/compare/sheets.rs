//! What stands beside the table: the way of the whole organisation, one drive row by row, or what differs between the
//! files.

use bevy_egui::egui::{RichText, ScrollArea, Sense, Ui, Vec2, WidgetInfo, WidgetType};

use super::super::widgets::{choice, section, soft};
use crate::app::actions::{Action, Command};
use crate::app::comparison::{Sheet, Side};
use crate::app::paint;
use crate::app::session::Session;
use crate::app::words::say;
use crate::compare::changes::{Change, Names, changes_of_plan, changes_of_play};
use crate::picture::charts::{
    ChartView, DriveChart, SpotChart, SpotPlan, drive_chart, drive_chart_height, drive_try_at, spot_chart,
    spot_try_at,
};
use crate::picture::{Point, Scene};
use crate::play_file::Document;

/// What the chart's text is scaled by, against a window's.
const TEXT: f32 = 1.0;

pub(super) fn show(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let comparison = &session.comparison;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for sheet in Sheet::ALL {
            let lit = comparison.sheet == sheet;
            if choice(ui, theme, lit, sheet.label(), sheet.label()).clicked() {
                actions.push(Action::CompareSheet(sheet));
            }
        }
        if let Some(side) = comparison.sides.get(comparison.chosen)
            && comparison.sheet != Sheet::Files
        {
            ui.add_space(6.0);
            let about = say!("compare-about", title = side.title());
            ui.label(soft(about, theme).small()).on_hover_text(Command::NextSide.tooltip());
        }
    });
    match comparison.sheet {
        Sheet::Spot => spot(ui, session, actions),
        Sheet::Drive => drive(ui, session, actions),
        Sheet::Files => files(ui, session),
    }
}

/// The way of each, try by try.
fn spot(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let comparison = &session.comparison;
    let trials = session.desk.compared();
    let plan = |(at, side): (usize, &Side)| {
        let trials = trials.and_then(|compared| compared.trials.get(at));
        SpotPlan { color: Some(side.color), ..SpotPlan::new(&side.sheet, &side.drive, trials) }
    };
    let plans = comparison.sides.iter().enumerate().map(plan).collect();
    let sheet = comparison.sides.get(comparison.chosen).map(|side| &side.sheet);
    let mut chart = SpotChart::new("", plans, sheet, comparison.chosen);
    let through = session.playback.time_secs / session.duration_secs().max(1e-6);
    chart.at = Some(comparison.at as f64 + through.clamp(0.0, 1.0));
    let size = ui.available_size();
    let view = ChartView { size: (size.x, size.y), text_scale: TEXT };
    let scene = spot_chart(&chart, view, theme);
    let label = say!("compare-spot-chart");
    if let Some(point) = paint_chart(ui, &scene, label)
        && let Some(at) = spot_try_at(&chart, view, theme, point)
    {
        // What is pointed at is what a try came to.
        actions.push(match at.round().max(0.0) as usize {
            0 => Action::ToDown(0),
            tries => Action::AfterDown(tries - 1),
        });
    }
}

/// What each try of the chosen one came to.
fn drive(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    let comparison = &session.comparison;
    let Some(side) = comparison.sides.get(comparison.chosen) else { return };
    let mut chart = DriveChart::new(&side.sheet, &side.drive);
    chart.title.clear();
    chart.at = u32::try_from(comparison.at + 1).ok();
    ScrollArea::vertical().id_salt("drive").auto_shrink([false, false]).show(ui, |ui| {
        let height = drive_chart_height(&chart, TEXT).max(ui.available_height()).min(60_000.0);
        let view = ChartView { size: (ui.available_width(), height), text_scale: TEXT };
        let scene = drive_chart(&chart, view, theme);
        let label = say!("compare-drive-of", title = side.title());
        if let Some(point) = paint_chart(ui, &scene, &label)
            && let Some(number) = drive_try_at(&chart, view, theme, point)
        {
            actions.push(Action::AfterDown(number.saturating_sub(1) as usize));
        }
    });
}

/// Paints a chart; the point that was clicked is returned.
fn paint_chart(ui: &mut Ui, scene: &Scene, label: &str) -> Option<Point> {
    let size = Vec2::new(scene.size.0, scene.size.1);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, label));
    if ui.is_rect_visible(rect) {
        paint::scene(ui.painter(), scene, rect.min);
    }
    let in_scene = |at: bevy_egui::egui::Pos2| Point { x: at.x - rect.left(), y: at.y - rect.top() };
    let clicked = response.clicked().then(|| response.interact_pointer_pos()).flatten().map(in_scene);
    if let Some(target) = response.hover_pos().map(in_scene).and_then(|point| scene.hit(point)) {
        response.on_hover_text_at_pointer(&target.hint);
    }
    clicked
}

/// What differs between the first file and each of the others.
fn files(ui: &mut Ui, session: &Session) {
    let theme = session.settings.theme().theme();
    let Some((first, others)) = session.comparison.sides.split_first() else { return };
    ScrollArea::vertical().id_salt("files").auto_shrink([false, false]).show(ui, |ui| {
        for other in others {
            section(ui, theme, &say!("compare-from-to", from = first.title(), to = other.title()));
            match changes(session, first, other) {
                None => {
                    ui.label(soft(say!("compare-no-common"), theme));
                }
                Some(changes) if changes.is_empty() => {
                    ui.label(say!("compare-no-differences"));
                }
                Some(changes) => {
                    for change in changes {
                        ui.add(bevy_egui::egui::Label::new(RichText::new(change.sentence)).wrap());
                    }
                }
            }
            ui.add_space(8.0);
        }
    });
}

fn changes(session: &Session, a: &Side, b: &Side) -> Option<Vec<Change>> {
    let document = |side: &Side| session.playbook.find(&side.stem)?.document.clone();
    let mut names = Names::default();
    names.add_model(&a.sheet.model);
    for called in a.sheet.plays.iter().chain(&b.sheet.plays) {
        names.add_play(called.lineup.id.clone(), &called.lineup.play);
    }
    match (document(a)?, document(b)?) {
        (Document::Play(a), Document::Play(b)) => Some(changes_of_play(&a, &b, &names)),
        (Document::GamePlan(a), Document::GamePlan(b)) => Some(changes_of_plan(&a, &b, &names)),
        _ => None,
    }
}
