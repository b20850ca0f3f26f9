//! What lies over the step's picture: ink, the light, black or white, the time given to the room, and what was said last.

use bevy_egui::egui::{self, Align2, Color32, Mesh, Painter, Pos2, Rect, Shape, Vec2};

use super::room_unit;
use crate::app::actions::{Action, Command};
use crate::app::paint::{self, color, font};
use crate::app::panels::widgets::command;
use crate::app::session::Session;
use crate::app::session::presenting::{Clock, Presenting, Tool, Veil};
use crate::app::words::say;
use crate::picture::{Point, Weight, draw_ink};

/// The light's radius as a part of the picture's height, and how far its edge fades.
const LIGHT: (f32, f32) = (0.17, 0.05);
/// How dark it is beside the light.
const DIM: u8 = 190;
/// Corners of the light's edge.
const CORNERS: u16 = 72;

pub(super) fn show(painter: &Painter, session: &Session, presenting: &Presenting, area: Rect) {
    let theme = session.settings.theme().theme();
    if presenting.tool == Tool::Spotlight
        && let Some(at) = presenting.light
    {
        painter.add(light(at, area));
    }
    let strokes = presenting.step().map(|step| presenting.ink.over(&step.key)).unwrap_or_default();
    if !strokes.is_empty() {
        paint::scene(painter, &draw_ink(&strokes, (area.width(), area.height()), theme), area.min);
    }
    if let Some(secs) = presenting.clock.timer_secs {
        timer(painter, session, secs, area);
    }
    match presenting.veil {
        Some(Veil::Black) => drop(painter.rect_filled(area, 0.0, Color32::BLACK)),
        Some(Veil::White) => drop(painter.rect_filled(area, 0.0, Color32::WHITE)),
        None => {}
    }
}

/// Darkness with a round hole whose edge fades.
fn light(at: Point, area: Rect) -> Shape {
    let center = Pos2::new(area.width().mul_add(at.x, area.left()), area.height().mul_add(at.y, area.top()));
    let radius = area.height() * LIGHT.0;
    let edge = radius + area.height() * LIGHT.1;
    let far = area.width() + area.height();
    let dark = Color32::from_black_alpha(DIM);
    let mut mesh = Mesh::default();
    for corner in 0..=CORNERS {
        let angle = std::f32::consts::TAU * f32::from(corner) / f32::from(CORNERS);
        let way = Vec2::angled(angle);
        mesh.colored_vertex(center + way * radius, Color32::TRANSPARENT);
        mesh.colored_vertex(center + way * edge, dark);
        mesh.colored_vertex(center + way * far, dark);
    }
    for corner in 0..u32::from(CORNERS) {
        let (now, next) = (corner * 3, corner * 3 + 3);
        for ring in 0..2 {
            mesh.add_triangle(now + ring, now + ring + 1, next + ring);
            mesh.add_triangle(next + ring, now + ring + 1, next + ring + 1);
        }
    }
    Shape::mesh(mesh)
}

/// The time given to the room, large, in a corner; it goes on counting when it is over.
fn timer(painter: &Painter, session: &Session, secs: f64, area: Rect) {
    let theme = session.settings.theme().theme();
    let unit = room_unit(area);
    let over = secs <= 0.0;
    let (ink, fill) = if over { (theme.on_accent, theme.alarm) } else { (theme.text, theme.raised) };
    let words = Clock::shown(secs.ceil());
    let galley = painter.layout_no_wrap(words, font(56.0 * unit, Weight::Bold), color(ink, 1.0));
    let size = galley.size() + Vec2::new(44.0, 16.0) * unit;
    let corner = area.right_top() + Vec2::new(-24.0 * unit - size.x, 20.0 * unit);
    let plate = Rect::from_min_size(corner, size);
    painter.rect_filled(plate, 12.0 * unit, color(fill, 1.0));
    painter.galley(plate.center() - galley.size() / 2.0, galley, color(ink, 1.0));
}

/// What went wrong, and what was done where that cannot be seen: small, at the foot, until the next thing is done.
pub(super) fn said(
    ctx: &egui::Context,
    session: &Session,
    presenting: &Presenting,
    actions: &mut Vec<Action>,
) {
    let said = session.notice.as_deref().or(session.news.as_deref());
    let Some(said) = said.filter(|_| presenting.veil.is_none()) else { return };
    let theme = session.settings.theme().theme();
    let area = egui::Area::new(egui::Id::new("said")).order(egui::Order::Foreground);
    area.anchor(Align2::CENTER_BOTTOM, Vec2::new(0.0, -16.0)).show(ctx, |ui| {
        egui::Frame::popup(ui.style()).show(ui, |ui| {
            ui.horizontal(|ui| {
                let ink = if session.notice.is_some() { theme.alarm } else { theme.text };
                ui.label(egui::RichText::new(said).size(16.0).color(color(ink, 1.0)));
                command(ui, session, Command::EndPresenting, say!("common-close"), actions);
            });
        });
    });
}
