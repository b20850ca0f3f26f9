//! What matters most: which judgement to argue about first, as sentences and bars.

use bevy_egui::egui::{ProgressBar, Sense, Ui, Vec2, WidgetInfo, WidgetType};

use super::widgets::{section, soft};
use crate::app::actions::Action;
use crate::app::desk::Topic;
use crate::app::paint;
use crate::app::session::Session;
use crate::app::words::say;
use crate::picture::Point;
use crate::picture::charts::{ChartView, Tornado, tornado, tornado_height};

/// How many judgements are shown at most.
const MOST: usize = 8;
/// What the chart's text is scaled by: a panel is narrow.
const TEXT: f32 = 0.92;

pub(super) fn show(ui: &mut Ui, session: &Session, actions: &mut Vec<Action>) {
    let theme = session.settings.theme().theme();
    section(ui, theme, say!("matters-title"));
    let Some(matters) = session.desk.matters() else {
        match session.desk.asked(Topic::Matters) {
            None => actions.push(Action::Ask(Topic::Matters)),
            Some(asked) => {
                ui.add(ProgressBar::new(asked.progress()).desired_height(6.0));
            }
        }
        return;
    };
    ui.label(&matters.headline);
    let chart = Tornado::of_spot("", matters);
    let width = ui.available_width();
    let view = ChartView { size: (width, tornado_height(&chart, width, MOST, TEXT)), text_scale: TEXT };
    let scene = tornado(&chart, view, theme);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, view.size.1), Sense::click());
    let said: Vec<&str> = matters.levers.iter().take(MOST).map(|lever| &*lever.sentence).collect();
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, said.join(" ")));
    if ui.is_rect_visible(rect) {
        paint::scene(ui.painter(), &scene, rect.min);
    }
    let in_scene = |at: bevy_egui::egui::Pos2| Point { x: at.x - rect.left(), y: at.y - rect.top() };
    let under = response.hover_pos().and_then(|at| scene.hit(in_scene(at)));
    if response.clicked()
        && let Some(target) = under
        && session.subjects().contains(&target.subject)
    {
        actions.push(Action::Select(Some(target.subject.clone())));
    }
    if let Some(target) = under {
        response.on_hover_text_at_pointer(&target.hint);
    }
    if let Some(kept) = &matters.headline_kept {
        ui.label(soft(kept, theme).small());
    }
}
