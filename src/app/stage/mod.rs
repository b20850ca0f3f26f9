//! The field in the live window.
//!
//! Every update the session's frame is laid out as a [`Scene`], exactly as an export would be. Its shapes become one flat,
//! vertex-coloured mesh for each [`Layer`]; a layer that has not changed is not touched. Names are
//! written by egui over the meshes, at the places the same [`Tilt`] gives them, so that they stay
//! upright and sharp when the field leans back. The entities here hold visuals only, never a second copy of the play.

mod camera;
mod material;
mod mesh;
mod triangles;

use std::sync::Arc;

use bevy::prelude::*;

use super::Order;
use super::comparison::Side;
use super::session::{Presenting, Screen, Session};
use super::tilt::Tilt;
use crate::app::words::say;
use crate::model::Subject;
use crate::picture::{
    Beside, Grounds, Item, Layer, Point, Rect, Scene, Shape, StepView, Stroke, Target, View, draw,
    draw_arranging, draw_beside, draw_overlay, draw_step_beside,
};
use crate::rules::DriveEnd;
use crate::timeline::Frame;

pub(super) fn plugin(app: &mut App) {
    app.add_plugins(material::plugin)
        .init_resource::<Stage>()
        .add_systems(Startup, (camera::spawn, mesh::spawn))
        .add_systems(
            Update,
            (lay_out, mesh::update, mesh::update_panels, camera::update).chain().in_set(Order::Draw),
        );
}

/// What the window shows of the field, and where.
#[derive(Resource, Clone, Debug, Default)]
pub struct Stage {
    /// The field's place in the window, in egui's points: left, top, width, height. The panels leave it free.
    pub area: (f32, f32, f32, f32),
    /// Width and height of the window, in egui's points.
    pub window: (f32, f32),
    /// Pixels for each of egui's points.
    pub pixels_per_point: f32,
    /// Window points for each of egui's points: the scale of text and controls.
    pub scale: f32,
    /// How far it leans back, 0 to 1.
    pub tilt: f64,
    /// The field as shapes.
    pub scene: Arc<Scene>,
}

impl Stage {
    /// Lays the session's moment out as shapes, in the place the panels leave free.
    pub fn lay_out(&mut self, session: &Session) {
        if let Some(presenting) = &session.presenting {
            self.lay_out_step(session, presenting);
            return;
        }
        if session.screen == Screen::Compare {
            self.lay_out_comparison(session);
            return;
        }
        self.tilt = session.lens.tilt;
        let (_, _, width, height) = self.area;
        let scene = match session.frame() {
            Some(frame) if width > 1.0 && height > 1.0 => {
                let (view, theme) = (self.view(session), session.settings.theme().theme());
                let mut scene = draw(&frame, &view, theme);
                if session.is_arranging() {
                    let notes = draw_arranging(&frame, &view, theme, &session.lane_notes());
                    scene.take(notes, Point::default());
                }
                outline_picked(&mut scene, session);
                scene
            }
            _ => Scene::default(),
        };
        if *self.scene != scene {
            self.scene = Arc::new(scene);
        }
    }

    /// Lays the step presented out, over the whole window; ink and light lie over it.
    fn lay_out_step(&mut self, session: &Session, presenting: &Presenting) {
        self.tilt = 0.0;
        let (_, _, width, height) = self.area;
        let frame = session.step_frame();
        let window = session.lens.window;
        let scene = if width > 1.0 && height > 1.0 {
            let view = StepView {
                size: (width, height),
                from_yard: window.from_yard,
                to_yard: window.to_yard,
                frame: frame.as_ref(),
                room: &presenting.room_in_sight(),
                reveals: presenting.reveals(),
                ink: &[],
                spotlight: None,
                per_cent: false,
            };
            // Beside a board letters stay as large as they were; with notes below, all of it is smaller.
            let wall = if presenting.board.is_some() { (self.window.0, height) } else { view.size };
            draw_step_beside(
                &presenting.rundown,
                presenting.at,
                &view,
                wall,
                session.settings.theme().theme(),
            )
        } else {
            Scene::default()
        };
        if *self.scene != scene {
            self.scene = Arc::new(scene);
        }
    }

    /// What of the field is shown where the panels leave room.
    fn view(&self, session: &Session) -> View {
        let (_, _, width, height) = self.area;
        View {
            size: (width, height),
            from_yard: session.lens.window.from_yard,
            to_yard: session.lens.window.to_yard,
            text_scale: text_scale(width, height),
            standalone: false,
            hovered: session.hovered.clone(),
            selected: session.selected.clone(),
        }
    }

    /// The measures of the field as it is laid out at a moment.
    #[must_use]
    pub fn grounds(&self, session: &Session, frame: &Frame) -> Grounds {
        Grounds::new(frame, &self.view(session), session.settings.theme().theme())
    }

    /// Lays the fields of those compared out, side by side or on one field.
    fn lay_out_comparison(&mut self, session: &Session) {
        self.tilt = 0.0;
        let (_, _, width, height) = self.area;
        let theme = session.settings.theme().theme();
        let frames = session.compared_frames();
        let comparison = &session.comparison;
        let results: Vec<String> = comparison.sides.iter().map(|side| result(side, comparison.at)).collect();
        let fields: Vec<Beside<'_>> = comparison
            .sides
            .iter()
            .zip(&frames)
            .zip(&results)
            .enumerate()
            .map(|(at, ((side, frame), result))| Beside {
                name: side.title(),
                result,
                frame,
                number: u32::try_from(comparison.at.min(side.drive.downs.len().saturating_sub(1)) + 1)
                    .unwrap_or(1),
                color: theme.plans[side.color % theme.plans.len()],
                chosen: at == comparison.chosen && comparison.sides.len() > 1,
            })
            .collect();
        let scene = if fields.is_empty() || width <= 1.0 || height <= 1.0 {
            Scene::default()
        } else {
            let view = View {
                size: (width, height),
                from_yard: session.lens.window.from_yard,
                to_yard: session.lens.window.to_yard,
                text_scale: self.text_scale(),
                standalone: false,
                hovered: None,
                selected: None,
            };
            if comparison.overlaid {
                draw_overlay(&fields, &view, theme)
            } else {
                draw_beside(&fields, &view, theme)
            }
        };
        if *self.scene != scene {
            self.scene = Arc::new(scene);
        }
    }

    /// How large names and numbers are where several fields share the window.
    #[must_use]
    pub fn text_scale(&self) -> f32 {
        text_scale(self.window.0, self.window.1 * 0.78)
    }

    /// The middle of the field's place in the window, in egui's points from the window's upper left corner.
    #[must_use]
    pub fn middle(&self) -> (f32, f32) {
        let (left, top, width, height) = self.area;
        (left + width / 2.0, top + height / 2.0)
    }

    /// The projection that camera, names and pointer share, in egui's points.
    #[must_use]
    pub fn projection(&self) -> Tilt {
        Tilt::new(self.tilt, f64::from(self.area.3))
    }

    /// Whether the stage paints what is behind the panels. Without a GPU that is far cheaper than egui's fills, but it
    /// takes a field seen straight from above, which reaches nowhere under them.
    #[must_use]
    pub fn paints_panels(&self) -> bool {
        self.tilt == 0.0
    }

    /// Where a point of the scene is seen in the window, and how large things are there.
    #[must_use]
    pub fn seen(&self, at: Point) -> ((f32, f32), f32) {
        let (middle_x, middle_y) = self.middle();
        let (_, _, width, height) = self.area;
        let from_middle = (f64::from(at.x - width / 2.0), f64::from(height / 2.0 - at.y));
        let ((x, y), size) = self.projection().project(from_middle);
        ((middle_x + x as f32, middle_y - y as f32), size as f32)
    }

    /// The point of the scene that is seen at a place of the window, if any.
    #[must_use]
    pub fn point_at(&self, (x, y): (f32, f32)) -> Option<Point> {
        let (middle_x, middle_y) = self.middle();
        let (_, _, width, height) = self.area;
        let (x, y) = self.projection().unproject((f64::from(x - middle_x), f64::from(middle_y - y)))?;
        Some(Point { x: x as f32 + width / 2.0, y: height / 2.0 - y as f32 })
    }

    /// What is seen at a place of the window.
    #[must_use]
    pub fn target_at(&self, place: (f32, f32)) -> Option<&Target> {
        self.scene.hit(self.point_at(place)?)
    }
}

/// Outlines what is picked together.
fn outline_picked(scene: &mut Scene, session: &Session) {
    if session.picked.len() < 2 {
        return;
    }
    let color = session.settings.theme().theme().accent;
    let picked = scene.targets.iter().filter_map(|target| match &target.subject {
        Subject::Player(id) if session.picked.contains(id) => Some(target.rect),
        _ => None,
    });
    let outlines = picked.map(|rect| {
        let rect = Rect::new(rect.min.x - 4.0, rect.min.y - 4.0, rect.max.x + 4.0, rect.max.y + 4.0);
        let stroke = Stroke { width: 2.0, color, dash: None };
        let shape = Shape::Rect { rect, corner: 6.0, fill: None, stroke: Some(stroke) };
        Item { layer: Layer::Marks, shape, opacity: 1.0 }
    });
    let outlines: Vec<Item> = outlines.collect();
    scene.items.extend(outlines);
}

/// What became of a side's try, or of its drive where that has ended, in a few words.
fn result(side: &Side, at: usize) -> String {
    let Some(down) = side.drive.downs.get(at.min(side.drive.downs.len().saturating_sub(1))) else {
        return String::new();
    };
    let play = side.sheet.plays.get(down.play).map_or("", |called| &called.lineup.play.title);
    if side.stale {
        say!("compare-stale").to_owned()
    } else if side.is_over(at) {
        match side.drive.end {
            DriveEnd::Turnover => say!("compare-lost", number = down.number),
            DriveEnd::Goal => say!("compare-goal", number = down.number),
            DriveEnd::OutOfCalls => say!("compare-out-of-calls", number = down.number),
        }
    } else if side.is_play {
        String::new()
    } else {
        play.to_owned()
    }
}

/// How large names and numbers are: as designed in a window of 1280×720, larger where there is more room.
fn text_scale(width: f32, height: f32) -> f32 {
    const DESIGNED: (f32, f32) = (1084.0, 556.0);
    (height / DESIGNED.1).min(width / DESIGNED.0).clamp(1.0, 3.0)
}

/// Lays the moment out as shapes.
fn lay_out(session: Res<Session>, mut stage: ResMut<Stage>) {
    stage.lay_out(&session);
}

#[cfg(test)]
mod tests {
    use super::Stage;
    use crate::picture::Point;

    #[test]
    fn the_pointer_finds_the_point_that_is_seen_there() {
        for tilt in [0.0, 0.5, 1.0] {
            let stage = Stage {
                area: (180.0, 120.0, 840.0, 500.0),
                window: (1280.0, 720.0),
                pixels_per_point: 1.0,
                scale: 1.0,
                tilt,
                ..Stage::default()
            };
            let point = Point { x: 300.0, y: 410.0 };
            let (seen, _) = stage.seen(point);
            let found = stage.point_at(seen).unwrap();
            assert!((found.x - point.x).abs() < 0.01 && (found.y - point.y).abs() < 0.01);
        }
    }
}
