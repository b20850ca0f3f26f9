//! The presenter's buttons, large enough for a finger.

use bevy_egui::egui::{self, Id, Rect, Response, RichText, Ui, Vec2, WidgetInfo, WidgetType};

use super::PresenterView;
use crate::app::actions::{Action, Command};
use crate::app::paint::{color, font};
use crate::app::session::PresentStep;
use crate::app::session::presenting::{Tool, Veil};
use crate::app::words::say;
use crate::picture::{Color, Weight};

/// The least width of a button, in a window with room and in a small one.
const LEAST: (f32, f32) = (112.0, 84.0);
/// The height of a button, likewise.
const HEIGHT: (f32, f32) = (60.0, 44.0);
const GAP: f32 = 8.0;
/// How long a press on End waits for the second one, in seconds.
const SURE_SECS: f64 = 5.0;
/// The time given to the room by one press, in seconds.
const TIMER_SECS: f64 = 300.0;

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Face {
    /// Something with a key.
    Do(Command),
    Timer,
    End,
}

const FACES: &[Face] = &[
    Face::Do(Command::StepBefore),
    Face::Do(Command::NextStep),
    Face::Do(Command::Blacken),
    Face::Do(Command::Pen),
    Face::Do(Command::AllSteps),
    Face::Timer,
    Face::Do(Command::SwapDisplays),
    Face::End,
];

/// How the buttons stand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Grid {
    columns: usize,
    rows: usize,
    /// How high each is, in points.
    each: f32,
}

impl Grid {
    /// In a window with this much room.
    pub(super) fn new(size: Vec2, view: &PresenterView<'_>) -> Self {
        Self::of(size, faces(view).count())
    }

    fn of(size: Vec2, count: usize) -> Self {
        let (least, each) = if super::is_small(size) { (LEAST.1, HEIGHT.1) } else { (LEAST.0, HEIGHT.0) };
        let fit = (((size.x + GAP) / (least + GAP)) as usize).clamp(1, count.max(1));
        let rows = count.div_ceil(fit).max(1);
        Self { columns: count.div_ceil(rows).max(1), rows, each }
    }

    /// How much of the height they take.
    pub(super) fn height(self) -> f32 {
        self.rows as f32 * (self.each + GAP) - GAP
    }
}

/// The buttons there are: displays can only be swapped where there are two.
fn faces(view: &PresenterView<'_>) -> impl Iterator<Item = Face> {
    let swaps = Command::SwapDisplays.enabled(view.session);
    let all = FACES.iter().copied();
    all.filter(move |face| swaps || !matches!(face, Face::Do(Command::SwapDisplays)))
}

pub(super) fn show(ui: &mut Ui, view: &PresenterView<'_>, grid: Grid, actions: &mut Vec<Action>) {
    let room = ui.max_rect();
    let width = (room.width() - GAP * (grid.columns - 1) as f32) / grid.columns as f32;
    let size = Vec2::new(width, grid.each);
    for (index, face) in faces(view).enumerate() {
        let (row, column) = (index / grid.columns, index % grid.columns);
        let corner = room.min + Vec2::new(column as f32 * (size.x + GAP), row as f32 * (size.y + GAP));
        let place = Rect::from_min_size(corner, size);
        match face {
            Face::Do(command) => {
                if press(ui, view, place, command).clicked() {
                    actions.push(command.into());
                }
            }
            Face::Timer => timer(ui, view, place, actions),
            Face::End => end(ui, view, place, actions),
        }
    }
}

/// What is written on a button: what its command is called, or less.
fn written(command: Command) -> &'static str {
    match command {
        Command::StepBefore => say!("presenter-back"),
        Command::NextStep => say!("presenter-forward"),
        Command::SwapDisplays => say!("presenter-swap"),
        _ => command.label(),
    }
}

/// Whether what a button stands for is on now.
fn is_on(view: &PresenterView<'_>, command: Command) -> bool {
    let presenting = view.presenting;
    match command {
        Command::Blacken => presenting.veil == Some(Veil::Black),
        Command::Pen => presenting.tool == Tool::Pen,
        Command::AllSteps => presenting.overview.is_some(),
        _ => false,
    }
}

fn press(ui: &mut Ui, view: &PresenterView<'_>, place: Rect, command: Command) -> Response {
    let theme = view.theme();
    let on = is_on(view, command);
    // The one pressed most stands out.
    let lit = on || command == Command::NextStep;
    let enabled = command.enabled(view.session);
    let (fill, ink) = if lit { (theme.accent, theme.on_accent) } else { (theme.raised, theme.text) };
    let response = ui
        .add_enabled_ui(enabled, |ui| face(ui, place, written(command), fill, ink))
        .inner
        .on_hover_text(command.tooltip())
        .on_disabled_hover_text(command.tooltip());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(WidgetType::Button, enabled, command.label());
        info.selected = matches!(command, Command::Blacken | Command::Pen | Command::AllSteps).then_some(on);
        info
    });
    response
}

fn face(ui: &mut Ui, place: Rect, text: &str, fill: Color, ink: Color) -> Response {
    let text = RichText::new(text).font(font(16.0, Weight::Bold)).color(color(ink, 1.0));
    ui.put(place, egui::Button::new(text).fill(color(fill, 1.0)).wrap().min_size(place.size()))
}

/// Gives the room five minutes with one press, or takes them back.
fn timer(ui: &mut Ui, view: &PresenterView<'_>, place: Rect, actions: &mut Vec<Action>) {
    let theme = view.theme();
    let runs = view.presenting.clock.timer_secs.is_some();
    let (fill, ink) = if runs { (theme.accent, theme.on_accent) } else { (theme.raised, theme.text) };
    let text = if runs { say!("presenter-timer-stop") } else { say!("presenter-timer-start") };
    let response = face(ui, place, text, fill, ink).on_hover_text(Command::GiveTime.tooltip());
    response.widget_info(|| {
        WidgetInfo::selected(WidgetType::Button, true, runs, format!("{}: {text}", Command::GiveTime.label()))
    });
    if response.clicked() {
        actions.push(PresentStep::Timer((!runs).then_some(TIMER_SECS)).into());
    }
}

/// Ends the presentation, if it is pressed twice: a hand that slips must not end it before a room.
fn end(ui: &mut Ui, view: &PresenterView<'_>, place: Rect, actions: &mut Vec<Action>) {
    let theme = view.theme();
    let id = Id::new("end-was-pressed");
    let now = ui.input(|input| input.time);
    let pressed = ui.data(|data| data.get_temp::<(f64, usize)>(id));
    let sure = pressed.is_some_and(|(at, step)| now - at <= SURE_SECS && step == view.presenting.at);
    let (fill, ink) = if sure { (theme.alarm, theme.panel) } else { (theme.raised, theme.text) };
    let text = if sure { say!("presenter-really-end") } else { say!("presenter-end") };
    let response = face(ui, place, text, fill, ink).on_hover_text(say!("presenter-end.hint"));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, text));
    if response.clicked() {
        if sure {
            ui.data_mut(|data| data.remove::<(f64, usize)>(id));
            actions.push(PresentStep::Leave.into());
        } else {
            ui.data_mut(|data| data.insert_temp(id, (now, view.presenting.at)));
        }
    }
}

#[cfg(test)]
mod tests {
    use bevy_egui::egui::Vec2;

    use super::{FACES, Grid, HEIGHT};

    #[test]
    fn the_buttons_fit_every_window_and_stay_large_enough_for_a_finger() {
        for (width, window) in
            [(1252.0, 692.0), (1892.0, 1052.0), (772.0, 572.0), (572.0, 872.0), (372.0, 272.0)]
        {
            let grid = Grid::of(Vec2::new(width, window), FACES.len());
            assert!(grid.columns * grid.rows >= FACES.len(), "{grid:?}");
            assert!(grid.columns * (grid.rows - 1) < FACES.len(), "{grid:?}");
            assert!(width / grid.columns as f32 >= 84.0 && grid.each >= HEIGHT.1, "{grid:?}");
            assert!(grid.height() < window * 0.45, "{grid:?}");
        }
    }
}
