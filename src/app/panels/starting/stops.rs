//! Where the keyboard stops on its way through questions: Enter goes from each to the next.
//!
//! Several controls can be one stop, a group, of which Enter enters the first. What it does not own: Tab, which goes
//! through every control as everywhere.

use bevy_egui::egui::{self, Id, Key, Margin, Modifiers, Response, TextEdit, Ui, WidgetInfo, WidgetType};

/// Around a line of text, in points: it is as high as the buttons beside it.
const MARGIN: Margin = Margin { left: 6, right: 6, top: 4, bottom: 4 };

/// The stops of one pass, in order.
pub(super) struct Stops {
    all: Vec<(Id, Id)>,
    last: Option<Id>,
    /// Whether Enter was pressed on a stop before the last.
    goes_on: bool,
    /// Whether the keyboard is to go to the first.
    begins: bool,
}

/// What is remembered from pass to pass.
#[derive(Clone, Debug, Default)]
struct Known {
    stops: Vec<Id>,
    begins: bool,
}

fn known_id() -> Id {
    Id::new("stops of the keyboard")
}

impl Stops {
    /// Takes the Enter key if it is for one of the stops.
    pub(super) fn begin(ctx: &egui::Context) -> Self {
        let known: Option<Known> = ctx.data(|data| data.get_temp(known_id()));
        let begins = known.as_ref().is_none_or(|known| known.begins);
        let focused = ctx.memory(egui::Memory::focused);
        let at_stop =
            known.is_some_and(|known| focused.is_some_and(|focused| known.stops.contains(&focused)));
        let goes_on = at_stop && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        Self { all: Vec::new(), last: None, goes_on, begins }
    }

    /// The questions are gone.
    pub(super) fn forget(ctx: &egui::Context) {
        ctx.data_mut(|data| data.remove::<Known>(known_id()));
    }

    /// Goes to the first one next.
    pub(super) fn start_again(&mut self) {
        self.begins = true;
    }

    /// A control that is a stop together with others.
    pub(super) fn add_to_group(&mut self, group: &str, response: &Response) {
        self.all.push((Id::new(group), response.id));
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
    }

    /// The button that ends it: Enter presses it.
    pub(super) fn last(&mut self, response: &Response) {
        self.last = Some(response.id);
    }

    /// Whether the keyboard went to another control by an arrow key.
    #[expect(clippy::unused_self, reason = "it is asked of the keyboard's way")]
    pub(super) fn by_arrow(&self, ui: &Ui) -> bool {
        ui.input(|input| input.key_pressed(Key::ArrowDown) || input.key_pressed(Key::ArrowUp))
    }

    /// A line of text that is a stop.
    pub(super) fn line(
        &mut self,
        ui: &mut Ui,
        group: &str,
        text: &mut String,
        label: &str,
        example: &str,
        width: f32,
    ) -> Response {
        let id = Id::new(("starting", group));
        let field = TextEdit::singleline(text).id(id).hint_text(example).desired_width(width).margin(MARGIN);
        let response = ui.add(field);
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(WidgetType::TextEdit, true, label);
            info.current_text_value = Some(text.clone());
            info
        });
        self.add_to_group(group, &response);
        response
    }

    /// Moves the keyboard.
    pub(super) fn end(self, ctx: &egui::Context) {
        let focused = ctx.memory(egui::Memory::focused);
        let first = self.all.first().map(|(_, id)| *id);
        let mut to = if self.begins { first } else { None };
        if self.goes_on {
            let at = self.all.iter().position(|(_, id)| Some(*id) == focused);
            let group = at.and_then(|at| self.all.get(at)).map(|(group, _)| *group);
            let mut rest = self.all.iter().skip(at.map_or(0, |at| at + 1));
            to = rest.find(|(other, _)| Some(*other) != group).map(|(_, id)| *id).or(self.last);
        }
        if let Some(to) = to {
            ctx.memory_mut(|memory| memory.request_focus(to));
        }
        // The first pass only lays out; the keyboard is there once the first control has it.
        let begins = self.begins && first.is_some() && focused != first;
        let known = Known { stops: self.all.iter().map(|(_, id)| *id).collect(), begins };
        ctx.data_mut(|data| data.insert_temp(known_id(), known));
    }
}
