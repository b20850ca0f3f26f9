//! Lists of which one element at a time stands open to be changed.
//!
//! In: what each element is called, and how its fields are shown. Out: what is to happen to the list ([`Asked`]). Which
//! element is open is a matter of the form alone, and goes along when elements move.

use bevy_egui::egui::{self, Align, Button, Frame, Layout, RichText, Ui, WidgetInfo, WidgetType};

use super::fields::Fields;
use super::lists::{ListStep, row_tools};
use crate::app::actions::Action;
use crate::app::paint::color;
use crate::app::panels::widgets::soft;
use crate::app::session::{Edit, Of};
use crate::app::words::say;
use crate::play_file::edit::{At, Change, Value};
use crate::play_file::tree::NodePath;

/// An element of a list.
pub(super) struct Row {
    /// What it is called, to tell it from others: `call 3`.
    pub(super) name: String,
    /// What its row says.
    pub(super) text: String,
    /// What its tooltip says.
    pub(super) hint: String,
}

/// What is to happen to a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Asked {
    /// One more is wanted behind the others.
    Add,
    /// Something is to happen to this element.
    Step(usize, ListStep),
}

/// A list with its heading; `add` is what the button is called that adds one.
pub(super) fn open_list(
    ui: &mut Ui,
    fields: &mut Fields<'_>,
    head: &str,
    add: &str,
    rows: &[Row],
    mut body: impl FnMut(&mut Ui, &mut Fields<'_>, usize),
) -> Option<Asked> {
    let open_id = fields.id(head).with("open");
    let mut open: Option<usize> = ui.data(|data| data.get_temp(open_id));
    let mut asked = None;
    if fields.heading(ui, head, Some(add)) {
        asked = Some(Asked::Add);
        open = Some(rows.len());
    }
    for (at, row) in rows.iter().enumerate() {
        let is_open = open == Some(at);
        let mut step = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 3.0;
            ui.spacing_mut().button_padding = egui::vec2(4.0, 2.0);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                step = row_tools(ui, &row.name, at, rows.len());
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let button = ui.add(Button::new(RichText::new(&row.text)).truncate().frame(false));
                    let button = button.on_hover_text(&row.hint);
                    let label = say!("common-change-named", name = row.name);
                    button.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, is_open, &label));
                    if button.clicked() {
                        open = (!is_open).then_some(at);
                    }
                });
            });
        });
        if let Some(step) = step {
            open = step.open_after(at, open);
            asked = Some(Asked::Step(at, step));
        }
        if is_open {
            let frame = Frame::new().fill(color(fields.theme.raised, 1.0)).corner_radius(6).inner_margin(6);
            frame.show(ui, |ui| body(ui, &mut fields.within((head, at)), at));
        }
    }
    if rows.is_empty() {
        ui.label(soft(say!("common-none-yet"), fields.theme).small());
    }
    ui.data_mut(|data| match open {
        Some(open) => {
            data.insert_temp(open_id, open);
        }
        None => {
            data.remove::<usize>(open_id);
        }
    });
    asked
}

/// Does to a list of a file what was asked: `new` is the element to be added.
pub(super) fn rearrange(
    fields: &mut Fields<'_>,
    of: Of,
    list: NodePath,
    asked: Asked,
    rows: &[Row],
    what: &str,
    new: impl Into<Value>,
) {
    let name = |at: usize| rows.get(at).map_or(what, |row| row.name.as_str());
    let (name, change) = match asked {
        Asked::Add => (say!("fields-add", what = what), Change::insert(list, At::End, new)),
        Asked::Step(at, step) => match step.to(at) {
            Some(to) => (say!("fields-move", name = name(at)), Change::Move { list, from: at, to }),
            None => (say!("common-remove-named", name = name(at)), Change::Remove { list, index: at }),
        },
    };
    fields.actions.push(Action::Edit(Edit::new(of, name, vec![change])));
}
