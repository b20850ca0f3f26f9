//! The heads and rows of lists in forms: add, move up, move down, remove.

use bevy_egui::egui::{self, Align, Button, Layout, RichText, Ui, WidgetInfo, WidgetType};

use super::fields::Fields;
use crate::app::paint::{color, font};
use crate::app::words::say;
use crate::picture::Weight;

/// What is to happen to an element of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app::panels) enum ListStep {
    /// It goes before the one before it.
    Up,
    /// It goes behind the one behind it.
    Down,
    /// It is taken out.
    Remove,
}

impl ListStep {
    /// Where an element at `at` is afterwards; nothing if it is taken out.
    pub(in crate::app::panels) const fn to(self, at: usize) -> Option<usize> {
        match self {
            Self::Up => Some(at.saturating_sub(1)),
            Self::Down => Some(at + 1),
            Self::Remove => None,
        }
    }

    /// Which element is open afterwards, where `open` was: what is open goes along.
    pub(in crate::app::panels) fn open_after(self, at: usize, open: Option<usize>) -> Option<usize> {
        match self.to(at) {
            to if open == Some(at) => to,
            Some(to) if open == Some(to) => Some(at),
            Some(_) => open,
            None => open.map(|open| if open > at { open - 1 } else { open }),
        }
    }
}

impl Fields<'_> {
    /// A list's heading, with a button that is called `add` ("Add an assumption"); whether that was pressed.
    pub(in crate::app::panels) fn heading(&mut self, ui: &mut Ui, name: &str, add: Option<&str>) -> bool {
        ui.add_space(4.0);
        ui.horizontal(|ui| {
            let text = RichText::new(name.to_uppercase()).font(font(11.0, Weight::Bold));
            ui.label(text.color(color(self.theme.text_soft, 1.0)));
            let right = Layout::right_to_left(Align::Center);
            let add = add.map(|add| ui.with_layout(right, |ui| tool(ui, "+", add, true)).inner);
            add.unwrap_or(false)
        })
        .inner
    }
}

/// The buttons of the element called `name` at `at` of `count`, for the end of its row.
pub(in crate::app::panels) fn row_tools(
    ui: &mut Ui,
    name: &str,
    at: usize,
    count: usize,
) -> Option<ListStep> {
    let mut step = None;
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        if tool(ui, "×", &say!("common-remove-named", name = name), true) {
            step = Some(ListStep::Remove);
        }
        if tool(ui, "↓", &say!("fields-move-down", name = name), at + 1 < count) {
            step = Some(ListStep::Down);
        }
        if tool(ui, "↑", &say!("fields-move-up", name = name), at > 0) {
            step = Some(ListStep::Up);
        }
    });
    step
}

/// A small button with a sign on it and a name for those who hear it; whether it was pressed.
pub(in crate::app::panels) fn tool(ui: &mut Ui, sign: &str, name: &str, enabled: bool) -> bool {
    let padding = std::mem::replace(&mut ui.spacing_mut().button_padding, egui::vec2(6.0, 1.0));
    let button = ui.add_enabled(enabled, Button::new(sign).min_size(egui::vec2(20.0, 18.0)));
    ui.spacing_mut().button_padding = padding;
    let button = button.on_hover_text(name).on_disabled_hover_text(name);
    button.widget_info(|| WidgetInfo::labeled(WidgetType::Button, enabled, name));
    button.clicked()
}
