//! The middle of the window: the stage's names, and the pointer on the field.
//!
//! A press on a player or a handle takes hold of it and dragging moves it; on open ground dragging looks along the field, or
//! with Shift held picks what a frame goes round. What a second press of the button offers is in [`super::field_menu`].

use bevy_egui::egui::{
    self, Event, PointerButton, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, WidgetType,
};

use super::field_menu;
use crate::app::actions::Action;
use crate::app::paint::{self, color};
use crate::app::session::{Grabbed, Session};
use crate::app::stage::Stage;
use crate::app::words::say;
use crate::arrange::Arrange;
use crate::model::{Member, PlayerId, Subject};
use crate::picture::{Gripped, Ground, Point, Shape};
use crate::timeline::{Frame, told};

/// How much one step of the wheel zooms.
pub(super) const ZOOM_PER_POINT: f64 = 0.004;

/// Draws the field's names and reads the pointer; returns the field's place in the window.
pub(super) fn show(
    ui: &mut Ui,
    session: &Session,
    moment: Option<&Frame>,
    stage: &Stage,
    actions: &mut Vec<Action>,
) -> Rect {
    let area = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(area);
    // Its name does not depend on which panels are open: what is held stays held when one opens.
    let response = ui.interact(area, egui::Id::new("field"), Sense::click_and_drag());
    response.widget_info(|| {
        let label = moment.map_or(say!("field-nothing-open"), |frame| &*frame.headline);
        WidgetInfo::labeled(WidgetType::Other, true, say!("field-name", label = label))
    });
    describe(&response, session, moment);
    let painter = ui.painter().with_clip_rect(area);
    for item in &stage.scene.items {
        if let Shape::Text(run) = &item.shape {
            let ((x, y), size) = stage.seen(run.at);
            paint::text(&painter, run, item.opacity, egui::pos2(x, y), size);
        }
    }
    let pointer = Pointer { session, stage, moment, response: &response };
    pointer.hover(actions);
    pointer.press(ui, actions);
    pointer.drag(ui, actions);
    pointer.look(ui, actions);
    clipboard(ui, session, actions);
    field_menu::show(&response, session, pointer.target(), actions);
    pointer.tell(ui);
    area
}

/// Gives those who hear the field what others see on it. While the play runs its name has to do: a description that
/// changes many times a second would be read out without end.
fn describe(response: &Response, session: &Session, moment: Option<&Frame>) {
    let told = moment.filter(|_| !session.playback.playing).map(told);
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Image);
        match told {
            Some(told) => node.set_description(told),
            None => node.clear_description(),
        }
    });
}

struct Pointer<'a> {
    session: &'a Session,
    stage: &'a Stage,
    moment: Option<&'a Frame>,
    response: &'a Response,
}

/// Where a frame of picking began.
#[derive(Clone, Copy)]
struct Marquee(Pos2);

impl Pointer<'_> {
    fn point(&self) -> Option<Point> {
        let at = self.response.interact_pointer_pos().or_else(|| self.response.hover_pos())?;
        self.stage.point_at((at.x, at.y))
    }

    fn ground(&self) -> Option<Ground> {
        self.stage.grounds(self.session, self.moment?).at(self.point()?)
    }

    fn target(&self) -> Option<&Subject> {
        let at = self.response.hover_pos()?;
        self.stage.target_at((at.x, at.y)).map(|target| &target.subject)
    }

    fn hover(&self, actions: &mut Vec<Action>) {
        if self.session.hand.is_some() {
            return;
        }
        let hovered = self.target().cloned();
        if hovered != self.session.hovered {
            actions.push(Action::Hover(hovered));
        }
        let grip = self.point().and_then(|point| self.stage.scene.grip(point));
        let over_player = matches!(self.session.hovered, Some(Subject::Player(_)));
        let icon = match grip.map(|grip| &grip.what) {
            Some(Gripped::Front(_) | Gripped::StepBack) if !over_player => egui::CursorIcon::ResizeHorizontal,
            Some(Gripped::RoutePoint(..) | Gripped::RouteMiddle(..)) => egui::CursorIcon::Grab,
            _ if over_player => egui::CursorIcon::Grab,
            _ => return,
        };
        if self.response.hovered() {
            self.response.ctx.set_cursor_icon(icon);
        }
    }

    /// A click explains, with Ctrl or Shift picks; a press takes hold.
    fn press(&self, ui: &Ui, actions: &mut Vec<Action>) {
        let modifiers = ui.input(|input| input.modifiers);
        let target = self.target();
        if self.response.double_clicked()
            && let Some(Gripped::RoutePoint(id, index)) =
                self.point().and_then(|point| self.stage.scene.grip(point)).map(|grip| &grip.what)
        {
            actions.push(Action::DropPoint(id.clone(), *index));
            return;
        }
        if self.response.clicked() {
            match target {
                Some(Subject::Player(id)) if modifiers.command || modifiers.shift => {
                    actions.push(Action::Pick(id.clone()));
                }
                target => actions.push(Action::Select(target.cloned())),
            }
        }
    }

    /// What lies under the place where the button went down.
    fn under(&self, at: Pos2) -> Option<Grabbed> {
        let point = self.stage.point_at((at.x, at.y))?;
        let grip = self.stage.scene.grip(point).map(|grip| grip.what.clone());
        let target = self.stage.target_at((at.x, at.y)).map(|target| &target.subject);
        match (grip, target) {
            // A front lies under the players that stand at it; the ball and the handles of a route lie over them.
            (Some(Gripped::Front(_)) | None, Some(Subject::Player(id))) => Some(Grabbed::Player(id.clone())),
            (Some(grip), _) => Some(Grabbed::Grip(grip)),
            (None, _) => None,
        }
    }

    fn drag(&self, ui: &Ui, actions: &mut Vec<Action>) {
        let marquee = egui::Id::new("marquee");
        let free = ui.input(|input| input.modifiers.alt);
        let shift = ui.input(|input| input.modifiers.shift);
        if self.response.drag_started_by(PointerButton::Primary) {
            let origin = ui.input(|input| input.pointer.press_origin());
            let held = origin.and_then(|at| self.under(at));
            let ground = origin
                .and_then(|at| self.stage.point_at((at.x, at.y)))
                .zip(self.moment)
                .and_then(|(point, frame)| self.stage.grounds(self.session, frame).at(point));
            match (held, ground, origin) {
                (Some(what), Some(ground), _) => {
                    actions.push(Action::Grab(what, ground));
                    return;
                }
                (None, _, Some(at)) if shift => ui.ctx().data_mut(|data| {
                    data.insert_temp(marquee, Marquee(at));
                }),
                _ => {}
            }
        }
        let from = ui.ctx().data(|data| data.get_temp::<Marquee>(marquee));
        if self.session.hand.is_some() {
            ui.ctx().set_cursor_icon(egui::CursorIcon::Grabbing);
            if ui.input(|input| input.pointer.primary_down()) {
                if let Some(ground) = self.ground().filter(|_| self.response.drag_delta() != egui::Vec2::ZERO)
                {
                    actions.push(Action::Drag(ground, free));
                }
            } else {
                actions.push(Action::Drop);
            }
        } else if let Some((Marquee(from), to)) = from.zip(self.response.interact_pointer_pos()) {
            let frame = Rect::from_two_pos(from, to);
            let theme = self.session.settings.theme().theme();
            let painter = ui.painter();
            painter.rect_filled(frame, 2.0, color(theme.accent, 0.15));
            painter.rect_stroke(frame, 2.0, Stroke::new(1.5, color(theme.accent, 1.0)), StrokeKind::Inside);
        } else if self.response.dragged_by(PointerButton::Primary)
            || self.response.dragged_by(PointerButton::Middle)
        {
            self.pan(actions);
        }
        if self.response.drag_stopped()
            && let Some((Marquee(from), to)) = from.zip(self.response.interact_pointer_pos())
        {
            ui.ctx().data_mut(|data| data.remove::<Marquee>(marquee));
            actions.push(Action::PickAll(self.within(Rect::from_two_pos(from, to))));
        }
    }

    /// The players whose middle lies in a frame.
    fn within(&self, frame: Rect) -> Vec<PlayerId> {
        let mut within: Vec<PlayerId> = Vec::new();
        for target in &self.stage.scene.targets {
            let Subject::Player(id) = &target.subject else { continue };
            let middle = Point {
                x: f32::midpoint(target.rect.min.x, target.rect.max.x),
                y: f32::midpoint(target.rect.min.y, target.rect.max.y),
            };
            let ((x, y), _) = self.stage.seen(middle);
            if frame.contains(egui::pos2(x, y)) && !within.contains(id) {
                within.push(id.clone());
            }
        }
        within
    }

    fn pan(&self, actions: &mut Vec<Action>) {
        let field = self.stage.scene.field;
        let dragged = f64::from(self.response.drag_delta().x);
        if dragged != 0.0 && field.width() > 1.0 {
            let yards_per_point = self.session.lens.window.width_yards() / f64::from(field.width());
            actions.push(Action::Pan(-dragged * yards_per_point));
        }
    }

    /// The wheel and pinching.
    fn look(&self, ui: &Ui, actions: &mut Vec<Action>) {
        let field = self.stage.scene.field;
        let Some(at) = self.response.hover_pos().filter(|_| field.width() > 1.0) else { return };
        let yards_per_point = self.session.lens.window.width_yards() / f64::from(field.width());
        let (scroll, pinch) = ui.input(|input| (input.smooth_scroll_delta, input.zoom_delta()));
        let about = self.stage.point_at((at.x, at.y)).map_or(50.0, |point| self.yard_at(point));
        if scroll.y != 0.0 {
            actions.push(Action::Zoom((f64::from(scroll.y) * ZOOM_PER_POINT).exp(), about));
        }
        if scroll.x != 0.0 {
            actions.push(Action::Pan(-f64::from(scroll.x) * yards_per_point));
        }
        if pinch != 1.0 {
            actions.push(Action::Zoom(f64::from(pinch), about));
        }
    }

    fn yard_at(&self, point: Point) -> f64 {
        let field = self.stage.scene.field;
        let share = f64::from((point.x - field.min.x) / field.width());
        self.session.lens.window.from_yard + share.clamp(0.0, 1.0) * self.session.lens.window.width_yards()
    }

    /// What is pointed at, or what becomes of what is held.
    fn tell(&self, ui: &Ui) {
        if let Some(hand) = self.session.hand.as_ref().filter(|hand| hand.moved) {
            let words = self.held(hand.what.clone());
            let theme = self.session.settings.theme().theme();
            let Some(at) = ui.input(|input| input.pointer.latest_pos()) else { return };
            egui::Area::new(egui::Id::new("held"))
                .order(egui::Order::Tooltip)
                .interactable(false)
                .constrain_to(ui.ctx().content_rect())
                .fixed_pos(at + egui::vec2(18.0, 22.0))
                .show(ui.ctx(), |ui| {
                    egui::Frame::popup(ui.style()).show(ui, |ui| {
                        ui.set_max_width(300.0);
                        ui.label(super::widgets::bold(words, 13.0));
                        for follows in &hand.follows {
                            ui.label(super::widgets::soft(follows, theme));
                        }
                    });
                });
            return;
        }
        let at = self.response.hover_pos();
        if let Some(target) = at.and_then(|at| self.stage.target_at((at.x, at.y))) {
            self.response.clone().on_hover_text_at_pointer(&target.hint);
        }
    }

    /// Where what is held is now, in words.
    fn held(&self, what: Grabbed) -> String {
        let Some(shown) = self.session.shown() else { return String::new() };
        let (play, model) = (&shown.lineup.play, &shown.lineup.model);
        match what {
            Grabbed::Player(id) => {
                let Some(Member { name, channel, at, .. }) = play.member(&id) else { return String::new() };
                let channel = model.channels.iter().find(|each| each.id == *channel);
                let channel = channel.map_or("", |channel| &*channel.name);
                let more = self.session.picked.len().saturating_sub(1);
                let others = if more > 0 { say!("field-and-more", more = more) } else { String::new() };
                say!(
                    "field-held",
                    name = name,
                    others = others,
                    channel = channel,
                    place = yards_from_line(at.yards)
                )
            }
            Grabbed::Grip(Gripped::StepBack) => {
                say!("field-held-ball", yards = play.ball.step_back)
            }
            Grabbed::Grip(Gripped::Front(lane)) => {
                let name = model.channels.get(lane).map_or("", |channel| &*channel.name);
                let start = shown.start.get(lane).copied().unwrap_or_default();
                say!("field-held-start", name = name, start = format!("{:.0}", start))
            }
            Grabbed::Grip(Gripped::RoutePoint(id, _) | Gripped::RouteMiddle(id, _)) => {
                let player = play.offense.iter().find(|player| player.id == id);
                let end = player.and_then(|player| player.route.last()).map_or(5.0, |place| place.yards);
                say!("field-held-end", end = end)
            }
        }
    }
}

fn yards_from_line(yards: f64) -> String {
    let tenths = (yards * 10.0).round() / 10.0;
    if tenths < 0.0 {
        say!("field-behind-line", yards = -tenths)
    } else if tenths > 0.0 {
        say!("field-ahead-line", yards = tenths)
    } else {
        say!("field-on-line").to_owned()
    }
}

/// Copying what is picked as text, and putting in what is on the clipboard.
fn clipboard(ui: &Ui, session: &Session, actions: &mut Vec<Action>) {
    if ui.ctx().text_edit_focused() {
        return;
    }
    let events: Vec<Event> = ui.input(|input| {
        let ours = |event: &&Event| matches!(event, Event::Copy | Event::Cut | Event::Paste(_));
        input.events.iter().filter(ours).cloned().collect()
    });
    for event in events {
        let ids = session.picked_or_selected();
        match event {
            Event::Paste(text) => actions.push(Action::Paste(text)),
            _ if ids.is_empty() => {}
            event => {
                let Some(shown) = session.shown() else { return };
                let arrange = Arrange::new(&shown.lineup.play, &shown.lineup.model);
                ui.ctx().copy_text(arrange.copy(&ids));
                if event == Event::Cut {
                    actions.push(crate::app::actions::Command::Remove.into());
                }
            }
        }
    }
}
