//! Every step as a small picture, to choose from.

use std::sync::Arc;

use bevy_egui::egui::{self, Id, LayerId, Order, Rect, Sense, UiBuilder, WidgetInfo, WidgetType};

use crate::app::actions::Action;
use crate::app::paint;
use crate::app::session::Session;
use crate::app::session::presenting::{PresentStep, Presenting};
use crate::app::words::say;
use crate::picture::{Rect as SceneRect, Scene, draw_overview};

/// What was drawn last, and what it was drawn for.
#[derive(Clone)]
struct Drawn {
    of: (usize, usize, (u32, u32), String, usize),
    scene: Arc<Scene>,
    cells: Arc<[(usize, SceneRect)]>,
}

const DRAWN: &str = "overview-drawn";

pub(super) fn show(
    ctx: &egui::Context,
    session: &Session,
    presenting: &Presenting,
    actions: &mut Vec<Action>,
) {
    let Some(chosen) = presenting.overview else { return };
    let area = ctx.content_rect();
    let drawn = drawn(ctx, session, presenting, chosen, area);
    let layer = LayerId::new(Order::Foreground, Id::new("overview"));
    let ui = egui::Ui::new(ctx.clone(), Id::new("overview"), UiBuilder::new().layer_id(layer).max_rect(area));
    // Nothing below is reached while it is open.
    ui.interact(area, Id::new("overview-back"), Sense::click_and_drag());
    paint::scene(ui.painter(), &drawn.scene, area.min);
    for (step, cell) in drawn.cells.iter() {
        let rect = Rect::from_min_max(
            area.min + egui::vec2(cell.min.x, cell.min.y),
            area.min + egui::vec2(cell.max.x, cell.max.y),
        );
        let response = ui.interact(rect, Id::new(("overview", *step)), Sense::click());
        let label = presenting.rundown.steps.get(*step);
        let label = label.map_or_else(String::new, |this| {
            say!("present-step", number = step + 1, title = this.title, caption = this.caption)
        });
        response
            .widget_info(|| WidgetInfo::selected(WidgetType::Button, true, *step == chosen, label.clone()));
        if response.clicked() {
            actions.push(PresentStep::GoTo(*step).into());
        }
    }
    let scrolled = ctx.input(|input| input.smooth_scroll_delta.y);
    if scrolled.abs() > 8.0 {
        let to = if scrolled < 0.0 { below(presenting, chosen) } else { above(presenting, chosen) };
        actions.push(PresentStep::Choose(to).into());
    }
}

/// The pictures, made anew only when what they show has changed.
fn drawn(
    ctx: &egui::Context,
    session: &Session,
    presenting: &Presenting,
    chosen: usize,
    area: Rect,
) -> Drawn {
    let size = (area.width().to_bits(), area.height().to_bits());
    let rundown = Arc::as_ptr(&presenting.rundown).cast::<()>().addr();
    let of = (presenting.at, chosen, size, session.settings.theme.clone(), rundown);
    let known = ctx.data(|data| data.get_temp::<Drawn>(Id::new(DRAWN)));
    if let Some(known) = known.filter(|known| known.of == of) {
        return known;
    }
    let theme = session.settings.theme().theme();
    let (scene, cells) = draw_overview(&presenting.rundown, chosen, (area.width(), area.height()), theme);
    let drawn = Drawn { of, scene: Arc::new(scene), cells: cells.into() };
    ctx.data_mut(|data| data.insert_temp(Id::new(DRAWN), drawn.clone()));
    drawn
}

/// The step a row below.
pub(super) fn below(presenting: &Presenting, chosen: usize) -> usize {
    (chosen + crate::picture::OVERVIEW_COLUMNS).min(presenting.rundown.steps.len().saturating_sub(1))
}

/// The step a row above.
pub(super) fn above(_presenting: &Presenting, chosen: usize) -> usize {
    chosen.saturating_sub(crate::picture::OVERVIEW_COLUMNS)
}
