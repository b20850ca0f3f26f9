//! What is on the wall and what comes next, as small pictures.
//!
//! A picture shows where its step rests, with what the room has changed and drawn. It is made anew only when something it
//! shows has changed, not with every moment of an animation.

use std::sync::Arc;

use bevy_egui::egui::accesskit::Live;
use bevy_egui::egui::{self, Color32, Id, Rect, RichText, Sense, StrokeKind, Ui, WidgetInfo, WidgetType};

use super::{PresenterView, words};
use crate::app::actions::Action;
use crate::app::paint::{self, color, font};
use crate::app::panels::present::pointer;
use crate::app::panels::widgets::section;
use crate::app::session::presenting::Veil;
use crate::app::words::say;
use crate::model::InkStroke;
use crate::picture::{Scene, StepView, Weight, draw_step, step_window};
use crate::show::{Room, Rundown};
use crate::timeline::Frame;

/// The height of a picture's heading, and of the words below it.
pub(super) const HEADING: f32 = 22.0;
pub(super) const WORDS: f32 = 62.0;
const CAPTION: f32 = 15.0;

/// A picture, and all that it was made of.
#[derive(Clone)]
struct Drawn {
    rundown: Arc<Rundown>,
    step: usize,
    size: (u32, u32),
    theme: &'static str,
    room: Room,
    frame: Option<Frame>,
    ink: Vec<InkStroke>,
    reveals: bool,
    scene: Arc<Scene>,
}

/// What is to be drawn.
struct Wanted<'a> {
    step: usize,
    frame: Option<Frame>,
    ink: Vec<InkStroke>,
    reveals: bool,
    view: &'a PresenterView<'a>,
}

/// What is on the wall now, ink included, with this much free below it. The pen, the light and a press work here as they do there.
pub(super) fn now(ui: &mut Ui, view: &PresenterView<'_>, below: f32, actions: &mut Vec<Action>) {
    let presenting = view.presenting;
    let place = placed(ui, view, say!("presenter-now"), below);
    let key = presenting.step().map(|step| step.key.as_str()).unwrap_or_default();
    let wanted = Wanted {
        step: presenting.at,
        frame: view.session.resting_frame(),
        ink: presenting.ink.over(key),
        reveals: presenting.reveals(),
        view,
    };
    let response = ui.interact(place, Id::new("presented-small"), Sense::click_and_drag());
    let told = crate::show::told_step(&presenting.rundown, presenting.at, wanted.frame.as_ref());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, say!("presenter-now")));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        // The wall's own window speaks each step; two voices would speak over each other.
        node.set_live(Live::Off);
        node.set_description(told);
    });
    let painter = ui.painter().with_clip_rect(place);
    paint::scene(&painter, &drawn(ui.ctx(), "presented-now", &wanted, place), place.min);
    match presenting.veil {
        Some(Veil::Black) => drop(painter.rect_filled(place, 0.0, Color32::from_black_alpha(215))),
        Some(Veil::White) => drop(painter.rect_filled(place, 0.0, Color32::from_white_alpha(225))),
        None => {}
    }
    pointer::read(ui, presenting, &response, place, actions);
    framed(ui, view, place, response.has_focus());
}

/// What comes next.
pub(super) fn next(ui: &mut Ui, view: &PresenterView<'_>) {
    let theme = view.theme();
    let presenting = view.presenting;
    let place = placed(ui, view, say!("presenter-next"), WORDS);
    if presenting.next().is_some() {
        let wanted = Wanted {
            step: presenting.at + 1,
            frame: None,
            ink: Vec::new(),
            reveals: presenting.reveals(),
            view,
        };
        let scene = drawn(ui.ctx(), "presented-next", &wanted, place);
        paint::scene(&ui.painter().with_clip_rect(place), &scene, place.min);
        framed(ui, view, place, false);
    }
    let below = Rect::from_min_max(egui::pos2(place.left(), place.bottom() + 4.0), ui.max_rect().max);
    super::within(ui, below, |ui| {
        let text = RichText::new(words::next(presenting)).font(font(CAPTION, Weight::Regular));
        ui.add(egui::Label::new(text.color(color(theme.text, 1.0))).wrap());
    });
}

/// Writes the heading, and finds the place for a picture of the wall's shape below it with this much free under it.
fn placed(ui: &mut Ui, view: &PresenterView<'_>, heading: &str, below: f32) -> Rect {
    let room = ui.max_rect();
    section(ui, view.theme(), heading);
    let top = room.top() + HEADING;
    let high = (room.bottom() - top - below).max(24.0);
    let width = room.width().min(high * view.shape);
    Rect::from_min_size(egui::pos2(room.left(), top), egui::vec2(width, width / view.shape))
}

fn framed(ui: &Ui, view: &PresenterView<'_>, place: Rect, focused: bool) {
    let theme = view.theme();
    let (width, edge) = if focused { (2.0, theme.accent) } else { (1.0, theme.line) };
    ui.painter().rect_stroke(place, 0.0, egui::Stroke::new(width, color(edge, 1.0)), StrokeKind::Outside);
}

fn drawn(ctx: &egui::Context, name: &'static str, wanted: &Wanted<'_>, place: Rect) -> Arc<Scene> {
    let Wanted { step, frame, ink, reveals, view } = wanted;
    let presenting = view.presenting;
    let size = (place.width().to_bits(), place.height().to_bits());
    let theme = view.session.settings.theme();
    let known = ctx.data(|data| data.get_temp::<Arc<Drawn>>(Id::new(name)));
    if let Some(known) = known
        && Arc::ptr_eq(&known.rundown, &presenting.rundown)
        && (known.step, known.size, known.theme, known.reveals) == (*step, size, theme.name(), *reveals)
        && known.room == presenting.room
        && known.frame == *frame
        && known.ink == *ink
    {
        return Arc::clone(&known.scene);
    }
    let (from_yard, to_yard) = step_window(&presenting.rundown, *step);
    let of_step = StepView {
        size: (place.width(), place.height()),
        from_yard,
        to_yard,
        frame: frame.as_ref(),
        room: &presenting.room,
        reveals: *reveals,
        ink,
        spotlight: None,
        per_cent: false,
    };
    let scene = Arc::new(draw_step(&presenting.rundown, *step, &of_step, theme.theme()));
    let drawn = Drawn {
        rundown: Arc::clone(&presenting.rundown),
        step: *step,
        size,
        theme: theme.name(),
        room: presenting.room.clone(),
        frame: frame.clone(),
        ink: ink.clone(),
        reveals: *reveals,
        scene: Arc::clone(&scene),
    };
    ctx.data_mut(|data| data.insert_temp(Id::new(name), Arc::new(drawn)));
    scene
}
